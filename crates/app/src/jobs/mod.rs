//! Work that goes on while the program serves: mail, reactions to events, what is kept no longer.
//!
//! **Invariants.** Every node runs the same loop; a lease lets one of them do each job at a time,
//! and a node that dies loses it. A job may be broken off and done again at any moment. What was
//! done last stands in the database, so that every node and the page `/gestione` know.

mod certificates;
mod charter;
mod events;
mod mail;
mod retention;
pub mod store;
mod tending;
#[cfg(test)]
mod tests;

use crate::mail::Mailer;
use ::store::{Db, Fault};
use access::{Holding, Technical};
use async_trait::async_trait;
use futures::FutureExt;
use kernel::{Duration, Uuid};
use std::{any::Any, panic::AssertUnwindSafe, sync::Arc, time::Duration as Wait};
use tokio::{sync::watch, task::JoinSet};

pub use store::LastRun;

/// What the jobs work with.
pub struct House {
    /// The database.
    pub db: Db,
    /// The program that the pages are of: texts and addresses for letters.
    pub app: web::App,
    /// What the slices hold on persons.
    pub holdings: Arc<[Box<dyn Holding>]>,
    /// The way out for mail; without one, mail waits.
    pub mailer: Option<Mailer>,
}

impl std::fmt::Debug for House {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("House").field("mailer", &self.mailer.is_some()).finish_non_exhaustive()
    }
}

/// A piece of work.
#[async_trait]
pub trait Job: Send + Sync {
    /// Its name: of its lease, its line in the log and on the page, its text `operate-job-…`.
    fn name(&self) -> &'static str;
    /// Whether there is something to do now.
    async fn is_due(&self, house: &House) -> Result<bool, Fault>;
    /// Does it, as long as `turn` says to go on, and says how many things were done.
    async fn run(&self, house: &House, turn: &Turn) -> anyhow::Result<i64>;
}

/// All jobs, in the order in which they are shown.
pub fn all() -> Vec<Box<dyn Job>> {
    vec![
        Box::new(events::Reactions),
        Box::new(mail::SendMail),
        Box::new(tending::Tend),
        Box::new(certificates::IssueCertificates),
        Box::new(certificates::SignAgain),
        Box::new(charter::CheckDaily),
        Box::new(retention::Retain),
    ]
}

/// Whether a job that is done once a day is due: on whichever node sees it first, and again soon
/// when it failed.
async fn daily(house: &House, name: &str) -> Result<bool, Fault> {
    let runs = store::last_runs(house.db.reader()).await?;
    let wait = |ok: bool| if ok { Duration::days(1) } else { Duration::minutes(10) };
    let last = runs.iter().find(|run| run.name == name);
    Ok(last.is_none_or(|run| run.started_at + wait(run.ok) <= house.db.env().now()))
}

/// How long a node keeps a job without a sign of life.
const LEASE: Duration = Duration::minutes(2);
/// How long to wait before looking again, unless an event wakes the loop.
const PAUSE: Wait = Wait::from_secs(5);

/// A job's turn on this node.
#[derive(Debug)]
pub struct Turn {
    db: Db,
    lease: String,
    node: Uuid,
    stop: watch::Receiver<bool>,
}

impl Turn {
    /// Whether the turn is still this node's and the program is not being stopped. Renews the
    /// lease: to be asked before each piece of work.
    ///
    /// # Errors
    /// [`Fault`] as the store says.
    pub async fn goes_on(&self) -> Result<bool, Fault> {
        Ok(!*self.stop.borrow() && self.take(LEASE).await?)
    }
    async fn take(&self, length: Duration) -> Result<bool, Fault> {
        ::store::lease(&self.db, &self.lease, self.node, length).await
    }
}

/// The jobs as they run.
#[derive(Debug)]
pub struct Running {
    stop: watch::Sender<bool>,
    tasks: JoinSet<()>,
}

impl Running {
    /// Lets each job finish the piece it is at, and ends.
    pub async fn stop(mut self) {
        let _ = self.stop.send(true);
        while self.tasks.join_next().await.is_some() {}
    }
}

/// Starts all jobs on this node.
pub fn start(house: Arc<House>) -> Running {
    let (stop, stopped) = watch::channel(false);
    let node = house.db.env().uuid();
    let mut tasks = JoinSet::new();
    for job in all() {
        let turn = Turn { db: house.db.clone(), lease: format!("job/{}", job.name()), node, stop: stopped.clone() };
        tasks.spawn(keep(job, Arc::clone(&house), turn));
    }
    Running { stop, tasks }
}

/// Does every job that is due once, on this node alone: for tests and the command line.
///
/// # Errors
/// What the first job that fails says.
pub async fn run_once(house: &House) -> anyhow::Result<()> {
    let (_stop, stopped) = watch::channel(false);
    let node = house.db.env().uuid();
    for job in all() {
        let turn = Turn { db: house.db.clone(), lease: format!("job/{}", job.name()), node, stop: stopped.clone() };
        attempt(&*job, house, &turn).await?;
    }
    Ok(())
}

/// Keeps a job going until the program stops.
async fn keep(job: Box<dyn Job>, house: Arc<House>, turn: Turn) {
    let mut stop = turn.stop.clone();
    loop {
        if let Err(error) = caught(attempt(&*job, &house, &turn)).await {
            tracing::error!(job = job.name(), %error, "a job failed");
        }
        tokio::select! {
            _ = stop.wait_for(|stop| *stop) => return,
            () = house.db.wait_for_events(PAUSE) => {}
        }
    }
}

/// Does a piece of work. When it panics that is an error like any other: the job goes on afterwards,
/// since it may be broken off at any moment.
async fn caught<T>(work: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<T> {
    let broke = |panic: Box<dyn Any + Send>| {
        let said = panic.downcast_ref::<&str>().copied().map(str::to_owned);
        let said = said.or_else(|| panic.downcast_ref::<String>().cloned());
        anyhow::anyhow!("it broke off: {}", said.unwrap_or_default())
    };
    AssertUnwindSafe(work).catch_unwind().await.map_err(broke).flatten()
}

/// Does a job when it is due and no other node is at it, and notes how it went.
async fn attempt(job: &dyn Job, house: &House, turn: &Turn) -> anyhow::Result<()> {
    if !job.is_due(house).await? || !turn.goes_on().await? {
        return Ok(());
    }
    let started = house.db.env().now();
    let outcome = caught(job.run(house, turn)).await;
    let last = LastRun {
        name: job.name().to_owned(),
        node: turn.node,
        started_at: started,
        finished_at: house.db.env().now(),
        ok: outcome.is_ok(),
        done: outcome.as_ref().copied().unwrap_or(0),
        detail: outcome.as_ref().err().map(ToString::to_string).unwrap_or_default(),
    };
    ::store::retrying(house.db.env(), || note(house, &last)).await?;
    // Another node may go on at once.
    turn.take(Duration::zero()).await?;
    if let Ok(done) = &outcome {
        tracing::info!(job = job.name(), done, "a job was done");
    }
    outcome.map(|_| ())
}

async fn note(house: &House, last: &LastRun) -> Result<(), Fault> {
    let tx = Technical::Reaction.begin(&house.db).await?;
    store::note(&tx, last).await?;
    tx.commit().await
}
