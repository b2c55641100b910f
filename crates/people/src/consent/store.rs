//! SQL of consents, and of who is listed in public.

use super::model::{ConsentKind, ConsentRecord};
use access::Tx;
use kernel::{ConsentId, DateTime, Lang, PersonId, Utc, Uuid, fold};
use sea_orm::{FromQueryResult, Value};
use std::collections::HashSet;
use store::{Conn, Fault, Migrations, migration, sql};

pub(crate) fn migrations() -> Migrations {
    vec![migration(
        "m0106_people_consent",
        "CREATE TABLE consent (
            id {uuid} PRIMARY KEY,
            person {uuid} NOT NULL REFERENCES person (id) ON DELETE CASCADE,
            kind text NOT NULL,
            wording text NOT NULL,
            lang text NOT NULL,
            given_at {instant} NOT NULL,
            withdrawn_at {instant}
         );
         CREATE UNIQUE INDEX consent_in_force ON consent (kind, person) WHERE withdrawn_at IS NULL;
         CREATE INDEX consent_person ON consent (person, given_at);",
    )]
}

const PORTION: usize = 1000;

/// Writes consents down; a person must not hold one of the kind in force.
pub(crate) async fn give(
    tx: &Tx,
    people: &[PersonId],
    kind: ConsentKind,
    wording: &str,
    lang: Lang,
) -> Result<(), Fault> {
    for portion in people.chunks(PORTION) {
        let rows = portion.iter().map(|person| -> [Value; 6] {
            [
                tx.env().id::<ConsentId>().uuid().into(),
                person.uuid().into(),
                kind.code().into(),
                wording.into(),
                lang.tag().into(),
                tx.env().now().into(),
            ]
        });
        sql("INSERT INTO consent (id, person, kind, wording, lang, given_at) VALUES ")
            .push_rows(rows)
            .run(tx.conn())
            .await?;
    }
    Ok(())
}

/// Withdraws a consent; says whether there was one.
pub(crate) async fn withdraw(tx: &Tx, person: PersonId, kind: ConsentKind) -> Result<bool, Fault> {
    let changed = sql("UPDATE consent SET withdrawn_at = $1 WHERE person = $2 AND kind = $3 AND withdrawn_at IS NULL")
        .bind(tx.env().now())
        .bind(person.uuid())
        .bind(kind.code())
        .run(tx.conn())
        .await?;
    Ok(changed > 0)
}

#[derive(FromQueryResult)]
struct Row {
    kind: String,
    wording: String,
    lang: String,
    given_at: DateTime<Utc>,
    withdrawn_at: Option<DateTime<Utc>>,
}

/// The consents of a person, those withdrawn included, the newest first.
pub(crate) async fn of_person(conn: &impl Conn, person: PersonId, limit: i64) -> Result<Vec<ConsentRecord>, Fault> {
    let rows: Vec<Row> = sql("SELECT kind, wording, lang, given_at, withdrawn_at FROM consent \
         WHERE person = $1 ORDER BY given_at DESC, id DESC LIMIT $2")
    .bind(person.uuid())
    .bind(limit)
    .all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(ConsentRecord {
                kind: ConsentKind::from_code(&row.kind).ok_or_else(|| Fault::unreadable(&row.kind))?,
                wording: row.wording,
                lang: row.lang.parse().unwrap_or_default(),
                given_at: row.given_at,
                withdrawn_at: row.withdrawn_at,
            })
        })
        .collect()
}

/// Which of these persons have a consent in force.
pub(crate) async fn in_force(
    conn: &impl Conn,
    kind: ConsentKind,
    people: &[PersonId],
) -> Result<HashSet<PersonId>, Fault> {
    let mut found = HashSet::new();
    for portion in people.chunks(PORTION) {
        let ids: Vec<Uuid> = sql("SELECT person FROM consent WHERE kind = $1 AND withdrawn_at IS NULL AND person IN (")
            .bind(kind.code())
            .push_list(portion.iter().map(|id| id.uuid()))
            .push(")")
            .values(conn)
            .await?;
        found.extend(ids.into_iter().map(PersonId::from_uuid));
    }
    Ok(found)
}

#[derive(FromQueryResult)]
struct ListedRow {
    id: Uuid,
    display_name: String,
}

/// The persons listed in public whose name holds what is looked for, by name, and how many.
pub(crate) async fn listed(
    conn: &impl Conn,
    search: &str,
    limit: i64,
    skip: i64,
) -> Result<(Vec<(PersonId, String)>, i64), Fault> {
    let key = fold(search);
    let listed = "EXISTS (SELECT 1 FROM consent c WHERE c.kind = 'public-listing' AND c.person = p.id \
                  AND c.withdrawn_at IS NULL)";
    // Only a search reads the names; the whole list is counted on the index of consents alone.
    let (found, count) = if key.is_empty() {
        (
            format!("SELECT p.id, p.display_name FROM person p WHERE {listed}"),
            sql("SELECT CAST(COUNT(*) AS BIGINT) FROM consent WHERE kind = 'public-listing' AND withdrawn_at IS NULL"),
        )
    } else {
        let held = "replace(p.name_key, $1, '') <> p.name_key";
        (
            format!("SELECT p.id, p.display_name FROM person p WHERE {held} AND {listed}"),
            sql(format!("SELECT CAST(COUNT(*) AS BIGINT) FROM person p WHERE {held} AND {listed}")).bind(key.as_str()),
        )
    };
    let mut rows = sql(found);
    if !key.is_empty() {
        rows = rows.bind(key);
    }
    let (l, s) = (rows.bound() + 1, rows.bound() + 2);
    let rows: Vec<ListedRow> = rows
        .push(&format!(" ORDER BY p.name_key, p.id LIMIT ${l} OFFSET ${s}"))
        .bind(limit)
        .bind(skip)
        .all(conn)
        .await?;
    let total: Option<i64> = count.value(conn).await?;
    Ok((rows.into_iter().map(|row| (PersonId::from_uuid(row.id), row.display_name)).collect(), total.unwrap_or(0)))
}

/// Removes the consents of a person.
pub(crate) async fn erase(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    sql("DELETE FROM consent WHERE person = $1").bind(person.uuid()).run(tx.conn()).await?;
    Ok(())
}
