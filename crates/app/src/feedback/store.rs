//! Reports: kept a year, read by who runs the installation.

use access::{Holding, Retention, Tx};
use async_trait::async_trait;
use kernel::{DateTime, PersonId, Utc};
use sea_orm::FromQueryResult;
use serde_json::{Value, json};
use store::{Conn, Db, Fault, Migrations, migration, sql};

/// The tables of this feature.
pub(crate) fn migrations() -> Migrations {
    vec![migration(
        "m0901_app_feedback",
        "CREATE TABLE feedback (
            id {uuid} PRIMARY KEY,
            at {instant} NOT NULL,
            person_id {uuid},
            page text NOT NULL,
            email text,
            words text NOT NULL
         );
         CREATE INDEX feedback_at ON feedback (at);
         CREATE INDEX feedback_person ON feedback (person_id);",
    )]
}

/// A report as it is written.
#[derive(Debug, Clone)]
pub(crate) struct NewReport {
    pub page: String,
    pub email: Option<String>,
    pub words: String,
}

/// A report as it is read.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct Report {
    pub at: DateTime<Utc>,
    pub page: String,
    pub email: Option<String>,
    pub words: String,
}

/// Writes a report down.
pub(crate) async fn add(tx: &mut Tx, report: &NewReport) -> Result<(), Fault> {
    let (id, at) = (tx.env().uuid(), tx.env().now());
    sql("INSERT INTO feedback (id, at, person_id, page, email, words) VALUES ($1, $2, $3, $4, $5, $6)")
        .bind(id)
        .bind(at)
        .bind(tx.actor_person().map(PersonId::uuid))
        .bind(report.page.as_str())
        .bind(report.email.clone())
        .bind(report.words.as_str())
        .run(tx.conn())
        .await?;
    Ok(())
}

/// A page of the reports, newest first, and how many there are.
pub(crate) async fn list(conn: &impl Conn, limit: i64, skip: i64) -> Result<(Vec<Report>, i64), Fault> {
    let total = sql("SELECT CAST(COUNT(*) AS BIGINT) FROM feedback").value(conn).await?.unwrap_or(0);
    let reports = sql("SELECT at, page, email, words FROM feedback ORDER BY at DESC, id LIMIT $1 OFFSET $2")
        .bind(limit)
        .bind(skip)
        .all(conn)
        .await?;
    Ok((reports, total))
}

/// The reports as what the program holds on a person.
pub(crate) struct Reports;

#[async_trait]
impl Holding for Reports {
    fn name(&self) -> &'static str {
        "feedback"
    }
    fn retention(&self) -> &'static [Retention] {
        &[Retention {
            table: "feedback",
            person_column: "person_id",
            purpose: "retention-feedback",
            days: Some(365),
            since: "at",
        }]
    }
    async fn export(&self, db: &Db, person: PersonId) -> Result<Value, Fault> {
        let reports: Vec<Report> =
            sql("SELECT at, page, email, words FROM feedback WHERE person_id = $1 ORDER BY at LIMIT 1000")
                .bind(person.uuid())
                .all(db.reader())
                .await?;
        let one = |r: &Report| json!({"at": r.at, "page": r.page, "email": r.email, "words": r.words});
        Ok(reports.iter().map(one).collect())
    }
    async fn erase(&self, tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
        sql("DELETE FROM feedback WHERE person_id = $1").bind(person.uuid()).run(tx.conn()).await?;
        Ok(())
    }
}
