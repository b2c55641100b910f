//! The SQL of the easy versions: one beside a version of the Document, and it may change.

use super::model::{Kept, Written};
use access::Tx;
use kernel::{DateTime, DocumentVersionId, Utc, Uuid};
use sea_orm::FromQueryResult;
use store::{Conn, Fault, Migrations, migration, sql};

pub(crate) fn migrations() -> Migrations {
    vec![migration(
        "m0212_consensus_document_easy",
        "CREATE TABLE document_easy (
            version_id {uuid} PRIMARY KEY REFERENCES document_version (id),
            text_it text NOT NULL,
            text_en text,
            changed_at {instant} NOT NULL,
            version {int} NOT NULL
         );",
    )]
}

#[derive(FromQueryResult)]
struct Row {
    version_id: Uuid,
    text_it: String,
    text_en: Option<String>,
    changed_at: DateTime<Utc>,
    version: i64,
}

impl From<Row> for Kept {
    fn from(row: Row) -> Self {
        Kept {
            document: DocumentVersionId::from_uuid(row.version_id),
            written: Written { it: row.text_it, en: row.text_en },
            changed_at: row.changed_at,
            version: row.version,
        }
    }
}

const COLUMNS: &str = "SELECT e.version_id, e.text_it, e.text_en, e.changed_at, e.version FROM document_easy e";

/// The easy version that stands beside a version of the Document.
pub(super) async fn of(conn: &impl Conn, id: DocumentVersionId) -> Result<Option<Kept>, Fault> {
    let row: Option<Row> = sql(format!("{COLUMNS} WHERE e.version_id = $1")).bind(id.uuid()).one(conn).await?;
    Ok(row.map(Kept::from))
}

/// The easy version of the version adopted last among those that have one.
pub(super) async fn newest(conn: &impl Conn) -> Result<Option<Kept>, Fault> {
    let row: Option<Row> = sql(format!(
        "{COLUMNS} JOIN document_version d ON d.id = e.version_id \
         ORDER BY d.adopted_on DESC, d.imported_at DESC, d.id DESC LIMIT 1"
    ))
    .one(conn)
    .await?;
    Ok(row.map(Kept::from))
}

/// Whether there is an easy version to read.
///
/// # Errors
/// [`Fault`] as the engine says.
pub(crate) async fn exists(conn: &impl Conn) -> Result<bool, Fault> {
    let found: Option<Uuid> = sql("SELECT version_id FROM document_easy LIMIT 1").value(conn).await?;
    Ok(found.is_some())
}

/// Writes the easy version of a version of the Document over the one that was read; `version` is 0
/// where none was. [`Fault::Stale`] when somebody else wrote one since.
pub(super) async fn save(tx: &mut Tx, id: DocumentVersionId, version: i64, written: &Written) -> Result<(), Fault> {
    tx.note("document_version", id.to_string());
    tx.note("easy_version", version + 1);
    let statement = if version == 0 {
        "INSERT INTO document_easy (version_id, text_it, text_en, changed_at, version) \
         VALUES ($1, $2, $3, $4, 1) ON CONFLICT (version_id) DO NOTHING"
    } else {
        "UPDATE document_easy SET text_it = $2, text_en = $3, changed_at = $4, version = version + 1 \
         WHERE version_id = $1 AND version = $5"
    };
    let text = sql(statement).bind(id.uuid()).bind(written.it.as_str()).bind(written.en.clone()).bind(tx.env().now());
    let text = if version == 0 { text } else { text.bind(version) };
    text.run_once(tx.conn()).await
}
