//! A backup put back: what was erased since stays erased, and nothing of it goes on by itself.

use ::store::{
    Db, Fault,
    backup::{BackupFault, Summary, hold, restore},
};
use access::{Act, Actor, Holding, Permit, Target, audit};
use std::io::Read;

/// What was put back.
#[derive(Debug)]
pub struct PutBack {
    /// What the backup holds.
    pub summary: Summary,
    /// How many persons were erased again, since they had been erased after it was made.
    pub erased_again: usize,
    /// Whether what made room has the same history as the backup, and so knew who was erased.
    pub erasures_known: bool,
}

/// Puts a backup in: all or nothing, in one transaction, with its trace. Whoever was erased since it
/// was made, as the database that makes room knows, is erased again; nobody is signed in, no key for
/// a program and no open invitation works on, and no letter that waited leaves twice.
///
/// # Errors
/// [`BackupFault`]: what is wrong with the file or the database. Nothing is changed then.
pub async fn put_back(db: &Db, from: impl Read + Send, replace: bool) -> Result<PutBack, BackupFault> {
    let permit = Permit::ask(&Actor::cli(), Act::Operate, Target::Network);
    let mut tx = permit.map_err(|refusal| Fault::unreadable(refusal.why_key()))?.begin(db).await?;
    hold(db, tx.conn()).await?;
    let erased = people::facade::erased_people(tx.conn()).await?;
    // A database that was begun anew beside the same key knows nobody who was erased in the lost one.
    let before = audit::history(tx.conn()).await?;
    let summary = restore(db, tx.conn(), from, replace).await?;
    let erasures_known = before.is_some() && audit::history(tx.conn()).await? == before;
    let holdings: Vec<Box<dyn Holding>> = crate::slices().into_iter().flat_map(|slice| slice.holdings).collect();
    let erased_again = people::facade::after_restore(&mut tx, &holdings, &erased).await?;
    tx.note("restored", summary.made.to_rfc3339());
    tx.commit().await?;
    Ok(PutBack { summary, erased_again, erasures_known })
}
