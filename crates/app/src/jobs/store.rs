//! SQL of the jobs.

use ::store::{Conn, Fault, Migrations, migration, sql};
use access::{Retention, Tx};
use kernel::{DateTime, Utc, Uuid};
use sea_orm::FromQueryResult;
use serde::Serialize;

pub(crate) fn migrations() -> Migrations {
    vec![migration(
        "m0902_app_job",
        "CREATE TABLE job_run (
            name text PRIMARY KEY,
            node {uuid} NOT NULL,
            started_at {instant} NOT NULL,
            finished_at {instant} NOT NULL,
            ok {bool} NOT NULL,
            done {int} NOT NULL,
            detail text NOT NULL
         );",
    )]
}

/// How a job went the last time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, FromQueryResult)]
pub struct LastRun {
    /// The job.
    pub name: String,
    /// The node that did it, by a number of its own.
    pub node: Uuid,
    /// When it began.
    pub started_at: DateTime<Utc>,
    /// When it ended.
    pub finished_at: DateTime<Utc>,
    /// Whether all went well.
    pub ok: bool,
    /// How many things were done.
    pub done: i64,
    /// What went wrong; empty when nothing did.
    pub detail: String,
}

pub(super) async fn note(tx: &Tx, last: &LastRun) -> Result<(), Fault> {
    sql("INSERT INTO job_run (name, node, started_at, finished_at, ok, done, detail) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) \
         ON CONFLICT (name) DO UPDATE SET node = excluded.node, started_at = excluded.started_at, \
         finished_at = excluded.finished_at, ok = excluded.ok, done = excluded.done, detail = excluded.detail")
    .bind(last.name.as_str())
    .bind(last.node)
    .bind(last.started_at)
    .bind(last.finished_at)
    .bind(last.ok)
    .bind(last.done)
    .bind(last.detail.as_str())
    .run(tx.conn())
    .await?;
    Ok(())
}

/// The last run of every job that ever ran.
pub(crate) async fn last_runs(conn: &impl Conn) -> Result<Vec<LastRun>, Fault> {
    sql("SELECT name, node, started_at, finished_at, ok, done, detail FROM job_run ORDER BY name LIMIT 100")
        .all(conn)
        .await
}

/// Removes the rows of a table whose time is over. Table and column are words of the program.
pub(super) async fn retire(tx: &Tx, kept: &Retention, before: DateTime<Utc>) -> Result<u64, Fault> {
    sql(format!("DELETE FROM {} WHERE {} < $1", kept.table, kept.since)).bind(before).run(tx.conn()).await
}
