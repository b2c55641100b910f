//! The SQL of notes.

use super::model::Note;
use access::Tx;
use kernel::{CallId, CandidacyId, DateTime, NaiveDate, NaiveTime, NoteId, PersonId, Utc, Uuid};
use sea_orm::FromQueryResult;
use std::collections::HashMap;
use store::{Conn, Fault, Migrations, migration, sql};

pub(super) fn migrations() -> Migrations {
    vec![migration(
        "m0420_pathway_note",
        "CREATE TABLE note (
            id {uuid} PRIMARY KEY,
            candidacy {uuid} NOT NULL UNIQUE,
            call {uuid} NOT NULL,
            person {uuid} NOT NULL,
            sealed {bytes} NOT NULL,
            answer {bytes},
            read_version {int},
            read_at {instant},
            begun_at {instant} NOT NULL,
            changed_at {instant} NOT NULL,
            delete_on {date} NOT NULL,
            delete_at {instant} NOT NULL,
            version {int} NOT NULL
         );
         CREATE INDEX note_person ON note (person);
         CREATE INDEX note_over ON note (delete_at);
         CREATE TABLE note_author (
            note {uuid} NOT NULL REFERENCES note (id) ON DELETE CASCADE,
            person {uuid} NOT NULL,
            side text NOT NULL,
            at {instant} NOT NULL,
            PRIMARY KEY (note, person)
         );
         CREATE INDEX note_author_person ON note_author (person);",
    )]
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    candidacy: Uuid,
    call: Uuid,
    person: Uuid,
    sealed: Vec<u8>,
    answer: Option<Vec<u8>>,
    read_version: Option<i64>,
    read_at: Option<DateTime<Utc>>,
    changed_at: DateTime<Utc>,
    delete_on: NaiveDate,
    version: i64,
}

impl From<Row> for Note {
    fn from(row: Row) -> Note {
        Note {
            id: NoteId::from_uuid(row.id),
            candidacy: CandidacyId::from_uuid(row.candidacy),
            call: CallId::from_uuid(row.call),
            person: PersonId::from_uuid(row.person),
            sealed: row.sealed,
            answer: row.answer,
            version: row.version,
            read_version: row.read_version,
            read_at: row.read_at,
            delete_on: row.delete_on,
            changed_at: row.changed_at,
        }
    }
}

const COLUMNS: &str = "SELECT id, candidacy, call, person, sealed, answer, read_version, read_at, changed_at, delete_on, \
                       version FROM note";

/// The instant at which a day is over in Italy.
pub(super) fn over(day: NaiveDate) -> DateTime<Utc> {
    kernel::from_rome(day.succ_opt().unwrap_or(day).and_time(NaiveTime::MIN))
}

/// The note of a candidacy, as long as its day is not over: what is past it is gone, whether or
/// not it was already removed.
pub(super) async fn of_candidacy(
    conn: &impl Conn,
    candidacy: CandidacyId,
    today: NaiveDate,
) -> Result<Option<Note>, Fault> {
    let row: Option<Row> = sql(format!("{COLUMNS} WHERE candidacy = $1 AND delete_on >= $2"))
        .bind(candidacy.uuid())
        .bind(today)
        .one(conn)
        .await?;
    Ok(row.map(Note::from))
}

#[derive(FromQueryResult)]
struct StandRow {
    candidacy: Uuid,
    version: i64,
    read_version: Option<i64>,
}

/// Which of these candidacies have a note, and whether the candidate has read it; one statement.
pub(crate) async fn standing(
    conn: &impl Conn,
    candidacies: &[CandidacyId],
    today: NaiveDate,
) -> Result<HashMap<CandidacyId, bool>, Fault> {
    if candidacies.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<StandRow> =
        sql("SELECT candidacy, version, read_version FROM note WHERE delete_on >= $1 AND candidacy IN (")
            .bind(today)
            .push_list(candidacies.iter().map(|id| id.uuid()))
            .push(") LIMIT 1000")
            .all(conn)
            .await?;
    Ok(rows
        .into_iter()
        .map(|row| (CandidacyId::from_uuid(row.candidacy), row.read_version == Some(row.version)))
        .collect())
}

/// A note about to be begun.
pub(super) struct New {
    pub id: NoteId,
    pub candidacy: CandidacyId,
    pub call: CallId,
    pub person: PersonId,
    pub sealed: Vec<u8>,
    pub delete_on: NaiveDate,
}

/// Begins a note. One that was begun at the same moment wins: [`Fault::Stale`].
pub(super) async fn begin(tx: &mut Tx, new: &New) -> Result<(), Fault> {
    let now = tx.env().now();
    // What was past its day and not yet removed makes room.
    sql("DELETE FROM note WHERE candidacy = $1 AND delete_on < $2")
        .bind(new.candidacy.uuid())
        .bind(tx.env().today())
        .run(tx.conn())
        .await?;
    let made = sql(
        "INSERT INTO note (id, candidacy, call, person, sealed, begun_at, changed_at, delete_on, delete_at, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)",
    )
    .bind(new.id.uuid())
    .bind(new.candidacy.uuid())
    .bind(new.call.uuid())
    .bind(new.person.uuid())
    .bind(new.sealed.clone())
    .bind(now)
    .bind(now)
    .bind(new.delete_on)
    .bind(over(new.delete_on))
    .run(tx.conn())
    .await;
    match made {
        Err(Fault::Duplicate(_)) => return Err(Fault::Stale),
        other => other?,
    };
    tx.about(new.person);
    tx.note("candidacy", new.candidacy.to_string());
    tx.note("what", "note-begun");
    Ok(())
}

/// Changes the panel's words, over the version that was read. The candidate reads it anew.
pub(super) async fn change(tx: &mut Tx, note: &Note, sealed: Vec<u8>, version: i64) -> Result<(), Fault> {
    sql("UPDATE note SET sealed = $3, changed_at = $4, version = version + 1 WHERE id = $1 AND version = $2")
        .bind(note.id.uuid())
        .bind(version)
        .bind(sealed)
        .bind(tx.env().now())
        .run_once(tx.conn())
        .await?;
    tx.about(note.person);
    tx.note("candidacy", note.candidacy.to_string());
    tx.note("what", "note-changed");
    Ok(())
}

/// Writes down who has written in a note.
pub(super) async fn signed(tx: &Tx, note: NoteId, author: PersonId, side: &str) -> Result<(), Fault> {
    sql("INSERT INTO note_author (note, person, side, at) VALUES ($1, $2, $3, $4) ON CONFLICT (note, person) DO NOTHING")
        .bind(note.uuid())
        .bind(author.uuid())
        .bind(side)
        .bind(tx.env().now())
        .run(tx.conn())
        .await?;
    Ok(())
}

/// Who has written in a note.
pub(super) async fn authors(conn: &impl Conn, note: NoteId) -> Result<Vec<PersonId>, Fault> {
    let ids: Vec<Uuid> = sql("SELECT person FROM note_author WHERE note = $1 ORDER BY at, person LIMIT 50")
        .bind(note.uuid())
        .values(conn)
        .await?;
    Ok(ids.into_iter().map(PersonId::from_uuid).collect())
}

/// Writes down that the candidate has read the words of a version, with what they add.
/// [`Fault::Stale`] when the panel has changed them meanwhile.
pub(super) async fn read(tx: &mut Tx, note: &Note, answer: Option<Vec<u8>>, version: i64) -> Result<(), Fault> {
    let now = tx.env().now();
    sql("UPDATE note SET answer = $3, read_version = $2, read_at = $4 WHERE id = $1 AND version = $2")
        .bind(note.id.uuid())
        .bind(version)
        .bind(answer)
        .bind(now)
        .run_once(tx.conn())
        .await?;
    tx.note("candidacy", note.candidacy.to_string());
    tx.note("what", "note-read");
    Ok(())
}

/// Brings the last day of a candidacy's note nearer.
pub(super) async fn delete_sooner(tx: &Tx, note: NoteId, day: NaiveDate) -> Result<(), Fault> {
    sql("UPDATE note SET delete_on = $2, delete_at = $3 WHERE id = $1 AND delete_on > $2")
        .bind(note.uuid())
        .bind(day)
        .bind(over(day))
        .run(tx.conn())
        .await?;
    Ok(())
}

/// Removes what is past its day; says how much.
pub(super) async fn remove_over(tx: &Tx) -> Result<u64, Fault> {
    sql("DELETE FROM note WHERE delete_on < $1").bind(tx.env().today()).run(tx.conn()).await
}

/// Notes about a person.
pub(super) async fn of_person(conn: &impl Conn, person: PersonId) -> Result<Vec<Note>, Fault> {
    let rows: Vec<Row> = sql(format!("{COLUMNS} WHERE person = $1 ORDER BY begun_at, id LIMIT 1000"))
        .bind(person.uuid())
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(Note::from).collect())
}

#[derive(FromQueryResult)]
struct WrittenRow {
    side: String,
    at: DateTime<Utc>,
}

/// When, and from which side, a person wrote notes about others.
pub(super) async fn written_by(conn: &impl Conn, person: PersonId) -> Result<Vec<serde_json::Value>, Fault> {
    let rows: Vec<WrittenRow> = sql("SELECT side, at FROM note_author WHERE person = $1 ORDER BY at, note LIMIT 1000")
        .bind(person.uuid())
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|row| serde_json::json!({"as": row.side, "at": row.at})).collect())
}

/// Removes the notes about a person, and a person's name as an author.
pub(super) async fn erase(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    for statement in ["DELETE FROM note WHERE person = $1", "DELETE FROM note_author WHERE person = $1"] {
        sql(statement).bind(person.uuid()).run(tx.conn()).await?;
    }
    Ok(())
}

/// Removes what is kept of a candidacy whose time is over.
pub(super) async fn forget(tx: &Tx, candidacy: CandidacyId) -> Result<(), Fault> {
    sql("DELETE FROM note WHERE candidacy = $1").bind(candidacy.uuid()).run(tx.conn()).await.map(|_| ())
}
