//! The SQL of the diary.

use super::model::{Entry, place};
use access::Tx;
use kernel::{DateTime, DiaryEntryId, EnrolmentId, NaiveDate, PersonId, Utc, Uuid};
use sea_orm::FromQueryResult;
use serde_json::{Value, json};
use store::{Conn, Fault, Migrations, migration, sql};

pub(super) fn migrations() -> Migrations {
    vec![migration(
        "m0450_pathway_diary",
        "CREATE TABLE diary_entry (
            id {uuid} PRIMARY KEY,
            enrolment {uuid} NOT NULL,
            person {uuid} NOT NULL,
            day {date} NOT NULL,
            sealed {bytes} NOT NULL,
            changed_at {instant} NOT NULL,
            version {int} NOT NULL
         );
         CREATE INDEX diary_entry_person ON diary_entry (person, enrolment, day);",
    )]
}

/// An entry as it lies in the database.
#[derive(Debug, FromQueryResult)]
pub(super) struct Sealed {
    pub id: Uuid,
    pub day: NaiveDate,
    pub sealed: Vec<u8>,
    pub version: i64,
}

/// How many entries a page shows.
pub(super) const PER_PAGE: i64 = 20;

/// A page of a person's diary of an enrolment, the latest first, and how many entries there are.
pub(super) async fn page(
    conn: &impl Conn,
    person: PersonId,
    enrolment: EnrolmentId,
    limit: i64,
    skip: i64,
) -> Result<(Vec<Sealed>, i64), Fault> {
    let rows = sql("SELECT id, day, sealed, version FROM diary_entry WHERE person = $1 AND enrolment = $2 \
         ORDER BY day DESC, id DESC LIMIT $3 OFFSET $4")
    .bind(person.uuid())
    .bind(enrolment.uuid())
    .bind(limit)
    .bind(skip)
    .all(conn)
    .await?;
    let total = sql("SELECT CAST(COUNT(*) AS BIGINT) FROM diary_entry WHERE person = $1 AND enrolment = $2")
        .bind(person.uuid())
        .bind(enrolment.uuid())
        .value(conn)
        .await?;
    Ok((rows, total.unwrap_or(0)))
}

/// One entry of a person.
pub(super) async fn one(
    conn: &impl Conn,
    person: PersonId,
    enrolment: EnrolmentId,
    id: DiaryEntryId,
) -> Result<Option<Sealed>, Fault> {
    sql("SELECT id, day, sealed, version FROM diary_entry WHERE id = $1 AND person = $2 AND enrolment = $3")
        .bind(id.uuid())
        .bind(person.uuid())
        .bind(enrolment.uuid())
        .one(conn)
        .await
}

/// Keeps a new entry, which was sealed for its place.
pub(super) async fn add(
    tx: &mut Tx,
    (person, enrolment): (PersonId, EnrolmentId),
    id: DiaryEntryId,
    day: NaiveDate,
    sealed: Vec<u8>,
) -> Result<(), Fault> {
    sql("INSERT INTO diary_entry (id, enrolment, person, day, sealed, changed_at, version) \
         VALUES ($1, $2, $3, $4, $5, $6, 1)")
    .bind(id.uuid())
    .bind(enrolment.uuid())
    .bind(person.uuid())
    .bind(day)
    .bind(sealed)
    .bind(tx.env().now())
    .run(tx.conn())
    .await?;
    Ok(())
}

/// Keeps an entry over the version that was read.
pub(super) async fn change(
    tx: &mut Tx,
    person: PersonId,
    id: DiaryEntryId,
    entry: &Entry,
    sealed: Vec<u8>,
) -> Result<(), Fault> {
    sql("UPDATE diary_entry SET day = $4, sealed = $5, changed_at = $6, version = version + 1 \
         WHERE id = $1 AND person = $2 AND version = $3")
    .bind(id.uuid())
    .bind(person.uuid())
    .bind(entry.version)
    .bind(entry.day)
    .bind(sealed)
    .bind(tx.env().now())
    .run_once(tx.conn())
    .await
}

/// Takes an entry away.
pub(super) async fn remove(tx: &mut Tx, person: PersonId, id: DiaryEntryId) -> Result<(), Fault> {
    sql("DELETE FROM diary_entry WHERE id = $1 AND person = $2")
        .bind(id.uuid())
        .bind(person.uuid())
        .run(tx.conn())
        .await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct HeldRow {
    id: Uuid,
    day: NaiveDate,
    sealed: Vec<u8>,
    changed_at: DateTime<Utc>,
}

/// The whole diary of a person, to be opened by the export.
pub(super) async fn held(conn: &impl Conn, person: PersonId) -> Result<Vec<Value>, Fault> {
    let rows: Vec<HeldRow> = sql("SELECT id, day, sealed, changed_at FROM diary_entry WHERE person = $1 \
         ORDER BY day, id LIMIT 10000")
    .bind(person.uuid())
    .all(conn)
    .await?;
    let line = |row: HeldRow| {
        let words = people::facade::sealed_in_export(&place(DiaryEntryId::from_uuid(row.id)), &row.sealed);
        json!({"on": row.day, "words": words, "changed_at": row.changed_at})
    };
    Ok(rows.into_iter().map(line).collect())
}

/// Erases the diary of a person.
pub(super) async fn erase(tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
    sql("DELETE FROM diary_entry WHERE person = $1").bind(person.uuid()).run(tx.conn()).await?;
    Ok(())
}
