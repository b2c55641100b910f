//! What is held on a person of meetings, for the export.

use kernel::{NaiveDate, PersonId};
use sea_orm::FromQueryResult;
use store::{Conn, Fault, sql};

#[derive(FromQueryResult)]
struct HeldRow {
    title: String,
    happened_on: NaiveDate,
    minutes: i64,
    how: String,
}

/// Where a person was, as a trainee.
pub(in crate::lesson) async fn held(conn: &impl Conn, person: PersonId) -> Result<Vec<serde_json::Value>, Fault> {
    let rows: Vec<HeldRow> = sql("SELECT l.title, p.happened_on, p.minutes, p.how FROM lesson_presence p \
         JOIN lesson l ON l.id = p.lesson JOIN enrolment e ON e.id = p.enrolment WHERE e.person = $1 \
         ORDER BY p.happened_on, l.id LIMIT 5000")
    .bind(person.uuid())
    .all(conn)
    .await?;
    let line = |row: HeldRow| serde_json::json!({"lesson": row.title, "on": row.happened_on, "minutes": row.minutes, "how": row.how});
    Ok(rows.into_iter().map(line).collect())
}

#[derive(FromQueryResult)]
struct MarkedRow {
    title: String,
    happened_on: NaiveDate,
}

/// The meetings at which a person marked who was there, without who that was.
pub(in crate::lesson) async fn marked_by(conn: &impl Conn, person: PersonId) -> Result<Vec<serde_json::Value>, Fault> {
    let rows: Vec<MarkedRow> = sql("SELECT DISTINCT l.title, p.happened_on FROM lesson_presence p \
         JOIN lesson l ON l.id = p.lesson WHERE p.marked_by = $1 ORDER BY p.happened_on, l.title LIMIT 5000")
    .bind(person.uuid())
    .all(conn)
    .await?;
    let line = |row: MarkedRow| serde_json::json!({"lesson": row.title, "on": row.happened_on});
    Ok(rows.into_iter().map(line).collect())
}
