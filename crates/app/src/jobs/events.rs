//! Reactions: what one slice does when another says that something happened.

use super::{House, Job, Turn, caught, store::last_runs};
use ::store::{Fault, WaitingEvent, events_after, handled, newest_pending};
use access::Technical;
use async_trait::async_trait;
use kernel::{Duration, Event, EventId};

/// How many events are read at once.
const PORTION: u64 = 200;
/// How long to wait before what failed is tried again, when nothing new happened.
const AGAIN: Duration = Duration::minutes(1);

pub(super) struct Reactions;

#[async_trait]
impl Job for Reactions {
    fn name(&self) -> &'static str {
        "events"
    }
    async fn is_due(&self, house: &House) -> Result<bool, Fault> {
        let Some(newest) = newest_pending(house.db.reader()).await? else { return Ok(false) };
        let runs = last_runs(house.db.reader()).await?;
        let last = runs.iter().find(|run| run.name == self.name());
        let now = house.db.env().now();
        Ok(last.is_none_or(|run| run.ok || newest >= run.started_at || run.started_at + AGAIN <= now))
    }
    async fn run(&self, house: &House, turn: &Turn) -> anyhow::Result<i64> {
        let (mut count, mut last, mut failed) = (0, None, None);
        loop {
            // What failed stays where it is: the next portion begins behind it.
            let waiting = events_after(house.db.reader(), last, PORTION).await?;
            if waiting.is_empty() || !turn.goes_on().await? {
                break;
            }
            last = waiting.last().map(|one| one.id);
            let (done, error) = react_to(house, waiting).await;
            failed = error.or(failed);
            if !done.is_empty() {
                ::store::retrying(house.db.env(), || note(house, &done)).await?;
            }
            count += i64::try_from(done.len()).unwrap_or(0);
        }
        failed.map_or(Ok(count), Err)
    }
}

/// Reacts to each event of a portion, whatever comes of the others: which are handled, and what went
/// wrong last.
async fn react_to(house: &House, waiting: Vec<WaitingEvent>) -> (Vec<EventId>, Option<anyhow::Error>) {
    let (mut done, mut failed) = (Vec::new(), None);
    let mut tried: Vec<(Event, bool)> = Vec::new();
    for WaitingEvent { id, event } in waiting {
        let outcome = match event {
            Ok(event) => {
                // The same thing said twice asks for one reaction.
                let before = tried.iter().find(|(known, _)| *known == event).map(|(_, well)| *well);
                match before {
                    Some(true) => Ok(()),
                    Some(false) => continue,
                    None => {
                        let outcome = caught(async { react(house, &event).await.map_err(anyhow::Error::from) }).await;
                        tried.push((event, outcome.is_ok()));
                        outcome
                    }
                }
            }
            Err(fault) => Err(anyhow::Error::from(fault)),
        };
        match outcome {
            Ok(()) => done.push(id),
            Err(error) => {
                tracing::error!(%id, %error, "what follows from an event failed");
                failed = Some(error);
            }
        }
    }
    (done, failed)
}

async fn note(house: &House, ids: &[EventId]) -> Result<(), Fault> {
    let tx = Technical::Reaction.begin(&house.db).await?;
    handled(tx.conn(), house.db.env(), ids).await?;
    tx.commit().await
}

/// What follows from an event, bound here and nowhere else. Each is fit to be done twice.
async fn react(house: &House, event: &Event) -> Result<(), Fault> {
    // What the path knows comes first: the network then checks it against the Charter.
    pathway::facade::react(&house.db, event).await?;
    network::facade::react(&house.db, event).await
}
