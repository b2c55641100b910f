//! What can go wrong in the store, told apart by what the caller can do about it.

use kernel::Env;
use sea_orm::{DbErr, SqlErr};
use std::future::Future;

/// A fault of the store.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// Another transaction won: the whole work may be tried again.
    #[error("another change came at the same moment")]
    Conflict,
    /// The record was changed by somebody else since it was read.
    #[error("the record was changed since it was read")]
    Stale,
    /// A value that must be unique stands already. Carries the engine's word for what.
    #[error("stands already: {0}")]
    Duplicate(String),
    /// Another record is named that does not exist, or one that is still needed was removed.
    #[error("breaks a link between records: {0}")]
    Link(String),
    /// A stored value cannot be read as what it should be.
    #[error("cannot read what is stored: {0}")]
    Unreadable(String),
    /// Anything else.
    #[error("the database failed: {0}")]
    Database(DbErr),
}

impl From<DbErr> for Fault {
    fn from(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(what)) => return Fault::Duplicate(what),
            Some(SqlErr::ForeignKeyConstraintViolation(what)) => return Fault::Link(what),
            _ => {}
        }
        let text = error.to_string();
        // PostgreSQL: 40001 serialization failure, 40P01 deadlock. SQLite: the writer was busy.
        let lost =
            ["could not serialize access", "deadlock detected", "database is locked", "database table is locked"];
        if lost.iter().any(|sign| text.contains(sign)) {
            return Fault::Conflict;
        }
        Fault::Database(error)
    }
}

impl Fault {
    /// A stored value that cannot be read.
    pub fn unreadable(what: impl std::fmt::Display) -> Self {
        Fault::Unreadable(what.to_string())
    }
}

/// How often work that lost to another transaction is tried in all.
const TRIES: u32 = 8;

/// Does the work again, after a short wait with some chance in it, while it ends in
/// [`Fault::Conflict`]; at most eight times in all.
///
/// # Errors
/// The last fault.
pub async fn retrying<T, W, F>(env: &Env, mut work: W) -> Result<T, Fault>
where
    W: FnMut() -> F,
    F: Future<Output = Result<T, Fault>>,
{
    let mut tries = 0;
    loop {
        tries += 1;
        match work().await {
            Err(Fault::Conflict) if tries < TRIES => pause(env, tries).await,
            done => return done,
        }
    }
}

/// Waits a little longer each time: up to 5, 10, 20 … milliseconds.
pub(crate) async fn pause(env: &Env, tries: u32) {
    let millis = env.below(5 << tries.min(6)) as u64;
    tokio::time::sleep(std::time::Duration::from_millis(1 + millis)).await;
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[tokio::test]
    async fn lost_work_is_tried_again_but_not_for_ever() {
        let (env, _) = Env::still(kernel::DateTime::UNIX_EPOCH, 1);
        let tries = Cell::new(0);
        let third = retrying(&env, || {
            tries.set(tries.get() + 1);
            let now = tries.get();
            async move { if now < 3 { Err(Fault::Conflict) } else { Ok(now) } }
        });
        assert_eq!(third.await.unwrap(), 3);
        tries.set(0);
        let never = retrying(&env, || {
            tries.set(tries.get() + 1);
            async { Err::<(), _>(Fault::Conflict) }
        });
        assert!(matches!(never.await, Err(Fault::Conflict)));
        assert_eq!(tries.get(), TRIES);
    }
}
