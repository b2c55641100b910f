//! SQL of counted tries.

use super::model::Subject;
use access::{Technical, Tx};
use kernel::{DateTime, Utc};
use store::{Db, Fault, Migrations, migration, sql};

pub(crate) fn migrations() -> Migrations {
    vec![migration(
        "m0110_people_throttle",
        "CREATE TABLE attempt_window (
            subject text NOT NULL,
            since {instant} NOT NULL,
            tries {int} NOT NULL,
            PRIMARY KEY (subject, since)
         );
         CREATE INDEX attempt_window_since ON attempt_window (since);",
    )]
}

/// Counts one more try of each subject, before it is made, and says until when there are too
/// many, if there are. Tries made at the same moment on several nodes are all counted.
pub(crate) async fn count(db: &Db, subjects: &[Subject]) -> Result<Option<DateTime<Utc>>, Fault> {
    store::retrying(db.env(), || count_once(db, subjects)).await
}

async fn count_once(db: &Db, subjects: &[Subject]) -> Result<Option<DateTime<Utc>>, Fault> {
    let now = db.env().now();
    let mut until = None;
    let tx = Technical::SignIn.begin(db).await?;
    for subject in subjects {
        let since = subject.limit.window_start(now);
        let tries: Option<i64> = sql("INSERT INTO attempt_window (subject, since, tries) VALUES ($1, $2, 1) \
             ON CONFLICT (subject, since) DO UPDATE SET tries = attempt_window.tries + 1 RETURNING tries")
        .bind(subject.key.as_str())
        .bind(since)
        .value(tx.conn())
        .await?;
        if tries.unwrap_or(1) > subject.limit.times() {
            until = until.max(Some(since + subject.limit.window()));
        }
    }
    tx.commit().await?;
    Ok(until)
}

/// Forgets the tries of a subject: it went well.
pub(crate) async fn forget(tx: &Tx, subject: &Subject) -> Result<(), Fault> {
    sql("DELETE FROM attempt_window WHERE subject = $1").bind(subject.key.as_str()).run(tx.conn()).await?;
    Ok(())
}
