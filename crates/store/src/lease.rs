//! Leases: work that one node does at a time.

use crate::{Db, Fault, sql};
use kernel::Duration;
use uuid::Uuid;

/// Takes or renews the lease `name` for `holder`; says whether it is theirs for `length`.
///
/// # Errors
/// [`Fault`] as the engine says.
pub async fn lease(db: &Db, name: &str, holder: Uuid, length: Duration) -> Result<bool, Fault> {
    let now = db.env().now();
    let changed = sql("INSERT INTO lease (name, holder, until) VALUES ($1, $2, $3) \
         ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until \
         WHERE lease.holder = excluded.holder OR lease.until < $4")
    .bind(name)
    .bind(holder)
    .bind(now + length)
    .bind(now)
    .run(db.writer())
    .await?;
    Ok(changed > 0)
}
