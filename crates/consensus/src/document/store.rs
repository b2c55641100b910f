//! The SQL of the Document's versions. A version is written once and never changed.

use super::model::{
    Counts, Document, DocumentLine, DocumentStatement, DocumentVersion, Imported, Loading, Section, Statement,
};
use access::Tx;
use kernel::{DateTime, DocumentVersionId, Event, NaiveDate, Utc, Uuid};
use sea_orm::FromQueryResult;
use store::{Conn, Fault, Migrations, migration, sql};

/// How many versions are listed at most.
const MOST: i64 = 200;

/// How many rows are written by one statement.
const PORTION: usize = 100;

pub(crate) fn migrations() -> Migrations {
    vec![migration(
        "m0201_consensus_document",
        "CREATE TABLE document_version (
            id {uuid} PRIMARY KEY,
            label text NOT NULL UNIQUE,
            title text NOT NULL,
            adopted_on {date} NOT NULL,
            imported_at {instant} NOT NULL,
            source_name text NOT NULL,
            source_sha256 text NOT NULL,
            text_sha256 text NOT NULL UNIQUE,
            sections {int} NOT NULL,
            statements {int} NOT NULL,
            lists {int} NOT NULL,
            notes {int} NOT NULL,
            body {json} NOT NULL,
            pdf {bytes} NOT NULL
         );
         CREATE INDEX document_version_adopted ON document_version (adopted_on, imported_at);
         CREATE TABLE document_section (
            version_id {uuid} NOT NULL REFERENCES document_version (id),
            anchor text NOT NULL,
            place {int} NOT NULL,
            heading text NOT NULL,
            level {int} NOT NULL,
            supplied {bool} NOT NULL,
            PRIMARY KEY (version_id, anchor)
         );
         CREATE TABLE document_statement (
            version_id {uuid} NOT NULL REFERENCES document_version (id),
            anchor text NOT NULL,
            place {int} NOT NULL,
            section text NOT NULL,
            words text NOT NULL,
            PRIMARY KEY (version_id, anchor),
            FOREIGN KEY (version_id, section) REFERENCES document_section (version_id, anchor)
         );",
    )]
}

#[derive(FromQueryResult)]
struct LineRow {
    id: Uuid,
    label: String,
    title: String,
    adopted_on: NaiveDate,
    imported_at: DateTime<Utc>,
    source_name: String,
    source_sha256: String,
    sections: i64,
    statements: i64,
    lists: i64,
    notes: i64,
}

impl LineRow {
    fn line(self, current: bool) -> DocumentLine {
        let count = |n: i64| usize::try_from(n).unwrap_or(0);
        DocumentLine {
            id: DocumentVersionId::from_uuid(self.id),
            label: self.label,
            title: self.title,
            adopted_on: self.adopted_on,
            imported_at: self.imported_at,
            source_name: self.source_name,
            source_sha256: self.source_sha256,
            counts: Counts {
                sections: count(self.sections),
                statements: count(self.statements),
                lists: count(self.lists),
                notes: count(self.notes),
            },
            current,
        }
    }
}

const LINE: &str = "SELECT id, label, title, adopted_on, imported_at, source_name, source_sha256, sections, \
                    statements, lists, notes FROM document_version";

/// The one adopted last comes first.
const ORDER: &str = "ORDER BY adopted_on DESC, imported_at DESC, id DESC";

/// All versions, the current one first.
///
/// # Errors
/// [`Fault`] as the engine says.
pub async fn list(conn: &impl Conn) -> Result<Vec<DocumentLine>, Fault> {
    let rows: Vec<LineRow> = sql(format!("{LINE} {ORDER} LIMIT {MOST}")).all(conn).await?;
    Ok(rows.into_iter().enumerate().map(|(place, row)| row.line(place == 0)).collect())
}

/// The version adopted last; none before the first is loaded.
///
/// # Errors
/// [`Fault`] as the engine says.
pub async fn current(conn: &impl Conn) -> Result<Option<DocumentLine>, Fault> {
    let row: Option<LineRow> = sql(format!("{LINE} {ORDER} LIMIT 1")).one(conn).await?;
    Ok(row.map(|row| row.line(true)))
}

/// A version with its text.
///
/// # Errors
/// [`Fault`] as the engine says, or when the text cannot be read.
pub async fn by_id(conn: &impl Conn, id: DocumentVersionId) -> Result<Option<DocumentVersion>, Fault> {
    let row: Option<LineRow> = sql(format!("{LINE} WHERE id = $1")).bind(id.uuid()).one(conn).await?;
    let body: Option<serde_json::Value> =
        sql("SELECT body FROM document_version WHERE id = $1").bind(id.uuid()).value(conn).await?;
    let (Some(row), Some(body)) = (row, body) else { return Ok(None) };
    let document: Document = serde_json::from_value(body).map_err(Fault::unreadable)?;
    let current = current(conn).await?.is_some_and(|current| current.id == id);
    Ok(Some(DocumentVersion { line: row.line(current), document }))
}

/// The tagged PDF of a version.
///
/// # Errors
/// [`Fault`] as the engine says.
pub async fn pdf(conn: &impl Conn, id: DocumentVersionId) -> Result<Option<Vec<u8>>, Fault> {
    sql("SELECT pdf FROM document_version WHERE id = $1").bind(id.uuid()).value(conn).await
}

#[derive(FromQueryResult)]
struct StatementRow {
    anchor: String,
    heading: String,
    words: String,
}

/// Statements of a version by their addresses, in the order of the text. Addresses that it does
/// not have are left out.
///
/// # Errors
/// [`Fault`] as the engine says.
pub async fn statements(
    conn: &impl Conn,
    id: DocumentVersionId,
    anchors: &[String],
) -> Result<Vec<DocumentStatement>, Fault> {
    let rows: Vec<StatementRow> = sql("SELECT s.anchor, c.heading, s.words FROM document_statement s \
         JOIN document_section c ON c.version_id = s.version_id AND c.anchor = s.section \
         WHERE s.version_id = $1 AND s.anchor IN (")
    .bind(id.uuid())
    .push_list(anchors.iter().map(String::as_str))
    .push(&format!(") ORDER BY s.place LIMIT {MOST}"))
    .all(conn)
    .await?;
    let statement =
        |row: StatementRow| DocumentStatement { anchor: row.anchor, heading: row.heading, words: row.words };
    Ok(rows.into_iter().map(statement).collect())
}

/// The version that has this text already, whatever its wrapping.
///
/// # Errors
/// [`Fault`] as the engine says.
pub async fn known(conn: &impl Conn, loading: &Loading) -> Result<Option<DocumentVersionId>, Fault> {
    let id: Option<Uuid> = sql("SELECT id FROM document_version WHERE text_sha256 = $1")
        .bind(loading.text_sha256().map_err(Fault::unreadable)?)
        .value(conn)
        .await?;
    Ok(id.map(DocumentVersionId::from_uuid))
}

/// Whether a version has this label.
///
/// # Errors
/// [`Fault`] as the engine says.
pub async fn label_taken(conn: &impl Conn, label: &str) -> Result<bool, Fault> {
    let found: Option<Uuid> = sql("SELECT id FROM document_version WHERE label = $1").bind(label).value(conn).await?;
    Ok(found.is_some())
}

/// Writes a version with its sections, statements and PDF; the same text a second time changes nothing.
///
/// # Errors
/// [`Fault::Duplicate`] when another version has the label, [`Fault`] as the engine says.
pub async fn import(tx: &mut Tx, loading: &Loading, pdf: Vec<u8>) -> Result<Imported, Fault> {
    if let Some(id) = known(tx.conn(), loading).await? {
        return Ok(Imported::Known(id));
    }
    let id: DocumentVersionId = tx.env().id();
    insert_version(tx, id, loading, pdf).await?;
    insert_sections(tx, id, &loading.reading.document).await?;
    insert_statements(tx, id, &loading.reading.document).await?;
    tx.note("document_version", id.to_string());
    tx.note("label", loading.label.as_str());
    tx.note("source_sha256", loading.source_sha256.as_str());
    tx.emit(Event::DocumentPublished { version: id });
    Ok(Imported::New(id))
}

async fn insert_version(tx: &Tx, id: DocumentVersionId, loading: &Loading, pdf: Vec<u8>) -> Result<(), Fault> {
    let document = &loading.reading.document;
    let counts = document.counts();
    let int = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    sql("INSERT INTO document_version (id, label, title, adopted_on, imported_at, source_name, source_sha256, \
         text_sha256, sections, statements, lists, notes, body, pdf) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)")
    .bind(id.uuid())
    .bind(loading.label.as_str())
    .bind(document.title.as_str())
    .bind(loading.adopted_on)
    .bind(tx.env().now())
    .bind(loading.source_name.as_str())
    .bind(loading.source_sha256.as_str())
    .bind(loading.text_sha256().map_err(Fault::unreadable)?)
    .bind(int(counts.sections))
    .bind(int(counts.statements))
    .bind(int(counts.lists))
    .bind(int(counts.notes))
    .bind(serde_json::to_value(document).map_err(Fault::unreadable)?)
    .bind(pdf)
    .run(tx.conn())
    .await?;
    Ok(())
}

async fn insert_sections(tx: &Tx, id: DocumentVersionId, document: &Document) -> Result<(), Fault> {
    let numbered: Vec<_> = (1_i64..).zip(&document.sections).collect();
    let row = |(place, section): &(i64, &Section)| -> [sea_orm::Value; 6] {
        [
            id.uuid().into(),
            section.anchor.as_str().into(),
            (*place).into(),
            section.heading.as_str().into(),
            i64::from(section.level).into(),
            section.supplied.into(),
        ]
    };
    for portion in numbered.chunks(PORTION) {
        sql("INSERT INTO document_section (version_id, anchor, place, heading, level, supplied) VALUES ")
            .push_rows(portion.iter().map(row))
            .run(tx.conn())
            .await?;
    }
    Ok(())
}

async fn insert_statements(tx: &Tx, id: DocumentVersionId, document: &Document) -> Result<(), Fault> {
    let all = document.sections.iter().flat_map(|section| section.statements().into_iter().map(move |s| (section, s)));
    let numbered: Vec<_> = (1_i64..).zip(all).collect();
    let row = |(place, (section, statement)): &(i64, (&Section, &Statement))| -> [sea_orm::Value; 5] {
        [
            id.uuid().into(),
            statement.anchor.as_str().into(),
            (*place).into(),
            section.anchor.as_str().into(),
            statement.words().into(),
        ]
    };
    for portion in numbered.chunks(PORTION) {
        sql("INSERT INTO document_statement (version_id, anchor, place, section, words) VALUES ")
            .push_rows(portion.iter().map(row))
            .run(tx.conn())
            .await?;
    }
    Ok(())
}
