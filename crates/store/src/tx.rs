//! A writing transaction.

use crate::{Db, Fault, outbox};
use kernel::{Env, Event};
use sea_orm::DatabaseTransaction;

/// A writing transaction, before `access` gives it its permit. Dropped without a commit, it is
/// rolled back.
pub struct RawTx {
    inner: DatabaseTransaction,
    db: Db,
    events: Vec<Event>,
}

impl std::fmt::Debug for RawTx {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RawTx").field("events", &self.events).finish()
    }
}

impl RawTx {
    pub(crate) fn new(inner: DatabaseTransaction, db: Db) -> Self {
        Self { inner, db, events: Vec::new() }
    }
    /// The connection, for statements.
    pub fn conn(&self) -> &DatabaseTransaction {
        &self.inner
    }
    /// The time and chance the program runs on.
    pub fn env(&self) -> &Env {
        self.db.env()
    }
    /// The database that the transaction belongs to.
    pub fn db(&self) -> &Db {
        &self.db
    }
    /// Tells the rest of the house, once the change is committed. The same event twice counts once.
    pub fn emit(&mut self, event: Event) {
        if !self.events.contains(&event) {
            self.events.push(event);
        }
    }
    /// Commits change and events together.
    ///
    /// # Errors
    /// [`Fault::Conflict`] when another transaction won; nothing was written then.
    pub async fn commit(self) -> Result<(), Fault> {
        for event in &self.events {
            outbox::record(&self.inner, self.db.env(), event).await?;
        }
        self.inner.commit().await?;
        if !self.events.is_empty() {
            self.db.events_committed();
        }
        Ok(())
    }
    /// Gives the change up.
    ///
    /// # Errors
    /// [`Fault::Database`] when the connection is gone; the change is then gone as well.
    pub async fn rollback(self) -> Result<(), Fault> {
        Ok(self.inner.rollback().await?)
    }
}
