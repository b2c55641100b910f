//! The SQL of booklets: the person's own entries, sealed, and their choices.

pub(super) mod gather;

use super::model::{About, Entry, Part, Words};
use access::Tx;
use kernel::{BookletEntryId, DateTime, PersonId, Utc, Uuid};
use sea_orm::FromQueryResult;
use serde_json::{Value, json};
use std::collections::HashMap;
use store::{Conn, Fault, Migrations, migration, sql};
use web::App;

pub(super) fn migrations() -> Migrations {
    vec![migration(
        "m0465_pathway_booklet",
        "CREATE TABLE booklet_entry (
            id {uuid} PRIMARY KEY,
            person {uuid} NOT NULL,
            part text NOT NULL,
            sealed {bytes} NOT NULL,
            written_at {instant} NOT NULL,
            changed_at {instant} NOT NULL,
            version {int} NOT NULL
         );
         CREATE INDEX booklet_entry_person ON booklet_entry (person, written_at);
         CREATE TABLE booklet_about (
            person {uuid} PRIMARY KEY,
            sealed {bytes} NOT NULL,
            version {int} NOT NULL
         );
         CREATE TABLE booklet_choice (
            person {uuid} NOT NULL,
            item text NOT NULL,
            chosen {bool} NOT NULL,
            PRIMARY KEY (person, item)
         );",
    )]
}

/// How many entries a booklet holds.
pub(super) const MOST: i64 = 300;

fn place_of_entry(id: Uuid) -> String {
    format!("booklet entry/{id}/words")
}

fn place_of_about(person: PersonId) -> String {
    format!("booklet/{person}/about")
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    part: String,
    sealed: Vec<u8>,
    version: i64,
}

const COLUMNS: &str = "id, part, sealed, version";

/// Entries, opened, in the order given; those whose key is no more are left out.
async fn opened(conn: &impl Conn, app: &App, person: PersonId, rows: &[Row]) -> Result<Vec<Entry>, Fault> {
    let places: Vec<_> = rows.iter().map(|row| (place_of_entry(row.id), row.sealed.as_slice())).collect();
    let words = people::facade::open_several_for_person(conn, app, person, &places).await?;
    rows.iter().zip(words).filter_map(|(row, words)| Some(entry_of(row, &words?))).collect()
}

fn entry_of(row: &Row, words: &str) -> Result<Entry, Fault> {
    Ok(Entry {
        id: BookletEntryId::from_uuid(row.id),
        part: Part::stored(&row.part)?,
        words: serde_json::from_str::<Words>(words).map_err(Fault::unreadable)?,
        version: row.version,
    })
}

/// The entries of a person, opened, the newest first.
pub(super) async fn entries(conn: &impl Conn, app: &App, person: PersonId) -> Result<Vec<Entry>, Fault> {
    let rows: Vec<Row> = sql(format!(
        "SELECT {COLUMNS} FROM booklet_entry WHERE person = $1 ORDER BY written_at DESC, id DESC LIMIT $2"
    ))
    .bind(person.uuid())
    .bind(MOST)
    .all(conn)
    .await?;
    opened(conn, app, person, &rows).await
}

/// One entry of a person.
pub(super) async fn entry(
    conn: &impl Conn,
    app: &App,
    person: PersonId,
    id: BookletEntryId,
) -> Result<Option<Entry>, Fault> {
    let row: Option<Row> = sql(format!("SELECT {COLUMNS} FROM booklet_entry WHERE id = $1 AND person = $2"))
        .bind(id.uuid())
        .bind(person.uuid())
        .one(conn)
        .await?;
    match row {
        Some(row) => Ok(opened(conn, app, person, &[row]).await?.pop()),
        None => Ok(None),
    }
}

fn written(words: &impl serde::Serialize) -> Result<String, Fault> {
    serde_json::to_string(words).map_err(Fault::unreadable)
}

/// Writes a new entry.
pub(super) async fn add(
    tx: &mut Tx,
    app: &App,
    person: PersonId,
    part: Part,
    words: &Words,
) -> Result<BookletEntryId, Fault> {
    let id = tx.env().id::<BookletEntryId>();
    let place = place_of_entry(id.uuid());
    let sealed = people::facade::seal_for_person(tx, app, person, &place, &written(words)?).await?;
    let now = tx.env().now();
    sql("INSERT INTO booklet_entry (id, person, part, sealed, written_at, changed_at, version) \
         VALUES ($1, $2, $3, $4, $5, $5, 1)")
    .bind(id.uuid())
    .bind(person.uuid())
    .bind(part.code())
    .bind(sealed)
    .bind(now)
    .run(tx.conn())
    .await?;
    Ok(id)
}

/// Changes an entry, over the version that was read.
pub(super) async fn change(
    tx: &mut Tx,
    app: &App,
    person: PersonId,
    id: BookletEntryId,
    words: &Words,
    version: i64,
) -> Result<(), Fault> {
    let place = place_of_entry(id.uuid());
    let sealed = people::facade::seal_for_person(tx, app, person, &place, &written(words)?).await?;
    sql("UPDATE booklet_entry SET sealed = $4, changed_at = $5, version = version + 1 \
         WHERE id = $1 AND version = $2 AND person = $3")
    .bind(id.uuid())
    .bind(version)
    .bind(person.uuid())
    .bind(sealed)
    .bind(tx.env().now())
    .run_once(tx.conn())
    .await
}

/// Removes an entry and the choice on it.
pub(super) async fn remove(tx: &Tx, person: PersonId, id: BookletEntryId) -> Result<(), Fault> {
    sql("DELETE FROM booklet_entry WHERE id = $1 AND person = $2")
        .bind(id.uuid())
        .bind(person.uuid())
        .run(tx.conn())
        .await?;
    sql("DELETE FROM booklet_choice WHERE person = $1 AND item = $2")
        .bind(person.uuid())
        .bind(format!("entry/{id}"))
        .run(tx.conn())
        .await?;
    Ok(())
}

/// How a person presents themselves, and the version that was read; 0 where nothing was said.
pub(super) async fn about(conn: &impl Conn, app: &App, person: PersonId) -> Result<(About, i64), Fault> {
    #[derive(FromQueryResult)]
    struct AboutRow {
        sealed: Vec<u8>,
        version: i64,
    }
    let row: Option<AboutRow> =
        sql("SELECT sealed, version FROM booklet_about WHERE person = $1").bind(person.uuid()).one(conn).await?;
    let Some(row) = row else { return Ok((About::default(), 0)) };
    let place = place_of_about(person);
    let about = people::facade::open_for_person(conn, app, person, &place, &row.sealed).await?;
    let about = about.map(|text| serde_json::from_str(&text).map_err(Fault::unreadable)).transpose()?;
    Ok((about.unwrap_or_default(), row.version))
}

/// Writes how a person presents themselves, over the version that was read.
pub(super) async fn present(
    tx: &mut Tx,
    app: &App,
    person: PersonId,
    about: &About,
    version: i64,
) -> Result<(), Fault> {
    let place = place_of_about(person);
    let sealed = people::facade::seal_for_person(tx, app, person, &place, &written(about)?).await?;
    if version == 0 {
        let begun = sql("INSERT INTO booklet_about (person, sealed, version) VALUES ($1, $2, 1)")
            .bind(person.uuid())
            .bind(sealed)
            .run(tx.conn())
            .await;
        // Begun at the same time in another window: as with any change that came first.
        return match begun {
            Err(Fault::Duplicate(_)) => Err(Fault::Stale),
            other => other.map(|_| ()),
        };
    }
    sql("UPDATE booklet_about SET sealed = $3, version = version + 1 WHERE person = $1 AND version = $2")
        .bind(person.uuid())
        .bind(version)
        .bind(sealed)
        .run_once(tx.conn())
        .await
}

#[derive(FromQueryResult)]
struct ChoiceRow {
    item: String,
    chosen: bool,
}

/// What a person chose to hand over or not, by item.
pub(super) async fn choices(conn: &impl Conn, person: PersonId) -> Result<HashMap<String, bool>, Fault> {
    let rows: Vec<ChoiceRow> =
        sql("SELECT item, chosen FROM booklet_choice WHERE person = $1 ORDER BY item LIMIT 2000")
            .bind(person.uuid())
            .all(conn)
            .await?;
    Ok(rows.into_iter().map(|row| (row.item, row.chosen)).collect())
}

/// Writes down what a person chose, item by item.
pub(super) async fn choose(tx: &Tx, person: PersonId, choices: &[(String, bool)]) -> Result<(), Fault> {
    let row = |(item, chosen): &(String, bool)| -> [sea_orm::Value; 3] {
        [person.uuid().into(), item.as_str().into(), (*chosen).into()]
    };
    for portion in choices.chunks(500) {
        sql("INSERT INTO booklet_choice (person, item, chosen) VALUES ")
            .push_rows(portion.iter().map(row))
            .push(" ON CONFLICT (person, item) DO UPDATE SET chosen = excluded.chosen")
            .run(tx.conn())
            .await?;
    }
    Ok(())
}

/// What is held on a person, for the export: the words still sealed.
pub(super) async fn held(conn: &impl Conn, person: PersonId) -> Result<Value, Fault> {
    #[derive(FromQueryResult)]
    struct HeldRow {
        id: Uuid,
        part: String,
        sealed: Vec<u8>,
        written_at: DateTime<Utc>,
        changed_at: DateTime<Utc>,
    }
    let rows: Vec<HeldRow> = sql("SELECT id, part, sealed, written_at, changed_at FROM booklet_entry \
         WHERE person = $1 ORDER BY written_at, id LIMIT 300")
    .bind(person.uuid())
    .all(conn)
    .await?;
    let entry = |row: &HeldRow| {
        let words = people::facade::sealed_in_export(&place_of_entry(row.id), &row.sealed);
        json!({"part": row.part, "words": words, "written_at": row.written_at, "changed_at": row.changed_at})
    };
    let about: Option<Vec<u8>> =
        sql("SELECT sealed FROM booklet_about WHERE person = $1").bind(person.uuid()).value(conn).await?;
    let about = about.map(|sealed| people::facade::sealed_in_export(&place_of_about(person), &sealed));
    let choices = choices(conn, person).await?;
    Ok(json!({"entries": rows.iter().map(entry).collect::<Vec<_>>(), "about": about, "choices": choices}))
}

/// Erases what is held on a person.
pub(super) async fn erase(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    for statement in [
        "DELETE FROM booklet_entry WHERE person = $1",
        "DELETE FROM booklet_about WHERE person = $1",
        "DELETE FROM booklet_choice WHERE person = $1",
    ] {
        sql(statement).bind(person.uuid()).run(tx.conn()).await?;
    }
    Ok(())
}
