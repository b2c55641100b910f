//! The SQL of the Charter's versions.

use super::model::{CharterLine, CharterVersion, Standing};
use access::Tx;
use charter::Charter;
use kernel::{CharterVersionId, DocumentVersionId, Event, Lang, NaiveDate, Uuid};
use sea_orm::FromQueryResult;
use store::{Conn, Fault, Migrations, migration, sql};

pub(crate) fn migrations() -> Migrations {
    vec![
        migration(
            "m0210_consensus_charter",
            "CREATE TABLE charter_version (
            id {uuid} PRIMARY KEY,
            label text NOT NULL UNIQUE,
            body {json} NOT NULL,
            based_on {uuid} REFERENCES charter_version (id),
            drafted_at {instant} NOT NULL,
            adopted_on {date},
            adopted_at {instant},
            in_force {bool} NOT NULL,
            version {int} NOT NULL
         );
         CREATE UNIQUE INDEX charter_version_in_force ON charter_version (in_force) WHERE in_force = TRUE;
         CREATE TABLE charter_paper (
            version_id {uuid} NOT NULL REFERENCES charter_version (id),
            lang text NOT NULL,
            pdf {bytes} NOT NULL,
            PRIMARY KEY (version_id, lang)
         );",
        ),
        migration(
            "m0211_consensus_charter_paper_document",
            "ALTER TABLE charter_paper ADD COLUMN document_id {uuid} REFERENCES document_version (id);",
        ),
    ]
}

#[derive(FromQueryResult)]
struct LineRow {
    id: Uuid,
    label: String,
    adopted_on: Option<NaiveDate>,
    in_force: bool,
}

impl From<LineRow> for CharterLine {
    fn from(row: LineRow) -> Self {
        CharterLine {
            id: CharterVersionId::from_uuid(row.id),
            label: row.label,
            standing: Standing::of(row.adopted_on, row.in_force),
            adopted_on: row.adopted_on,
        }
    }
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    label: String,
    body: serde_json::Value,
    based_on: Option<Uuid>,
    adopted_on: Option<NaiveDate>,
    in_force: bool,
    version: i64,
}

impl TryFrom<Row> for CharterVersion {
    type Error = Fault;
    fn try_from(row: Row) -> Result<Self, Fault> {
        let Row { id, label, adopted_on, in_force, .. } = row;
        Ok(CharterVersion {
            line: LineRow { id, label, adopted_on, in_force }.into(),
            charter: serde_json::from_value(row.body).map_err(Fault::unreadable)?,
            based_on: row.based_on.map(CharterVersionId::from_uuid),
            version: row.version,
        })
    }
}

const COLUMNS: &str = "SELECT id, label, body, based_on, adopted_on, in_force, version FROM charter_version";

/// The version that holds now; none before the first start.
///
/// # Errors
/// [`Fault`] as the engine says, or when the version cannot be read.
pub async fn in_force(conn: &impl Conn) -> Result<Option<CharterVersion>, Fault> {
    let row: Option<Row> = sql(format!("{COLUMNS} WHERE in_force = TRUE")).one(conn).await?;
    row.map(CharterVersion::try_from).transpose()
}

/// A version, drafts included.
///
/// # Errors
/// [`Fault`] as the engine says, or when the version cannot be read.
pub async fn by_id(conn: &impl Conn, id: CharterVersionId) -> Result<Option<CharterVersion>, Fault> {
    let row: Option<Row> = sql(format!("{COLUMNS} WHERE id = $1")).bind(id.uuid()).one(conn).await?;
    row.map(CharterVersion::try_from).transpose()
}

/// How many versions a list shows at most: one a year for a century.
const MOST: i64 = 100;

/// The versions that were adopted, the latest first; at most a hundred.
///
/// # Errors
/// [`Fault`] as the engine says.
pub async fn adopted(conn: &impl Conn) -> Result<Vec<CharterLine>, Fault> {
    list(conn, false).await
}

/// The versions, drafts first where they are asked for and then the latest.
pub(super) async fn list(conn: &impl Conn, with_drafts: bool) -> Result<Vec<CharterLine>, Fault> {
    let which = if with_drafts { "" } else { "WHERE adopted_on IS NOT NULL" };
    let text = format!(
        "SELECT id, label, adopted_on, in_force FROM charter_version {which} \
         ORDER BY CASE WHEN adopted_on IS NULL THEN 0 ELSE 1 END, adopted_at DESC, id DESC LIMIT $1"
    );
    let rows: Vec<LineRow> = sql(text).bind(MOST).all(conn).await?;
    Ok(rows.into_iter().map(CharterLine::from).collect())
}

/// Whether a name is taken by another version.
pub(super) async fn label_taken(
    conn: &impl Conn,
    label: &str,
    by_other_than: Option<CharterVersionId>,
) -> Result<bool, Fault> {
    let found: Option<Uuid> = sql("SELECT id FROM charter_version WHERE label = $1").bind(label).value(conn).await?;
    Ok(found.is_some_and(|id| Some(CharterVersionId::from_uuid(id)) != by_other_than))
}

/// The names that versions have, to find a free one.
pub(super) async fn labels(conn: &impl Conn) -> Result<Vec<String>, Fault> {
    sql("SELECT label FROM charter_version ORDER BY id LIMIT 1000").values(conn).await
}

/// Puts the first version in force, unless a version stands already. Says which holds.
///
/// # Errors
/// [`Fault`] as the engine says.
pub async fn install_first(tx: &mut Tx) -> Result<CharterVersionId, Fault> {
    if let Some(found) = in_force(tx.conn()).await? {
        return Ok(found.id());
    }
    let id = insert_draft(tx, "1", &Charter::first(), None).await?;
    adopt(tx, id, 1).await?;
    Ok(id)
}

/// Writes a new draft.
pub(super) async fn insert_draft(
    tx: &mut Tx,
    label: &str,
    charter: &Charter,
    based_on: Option<CharterVersionId>,
) -> Result<CharterVersionId, Fault> {
    let id: CharterVersionId = tx.env().id();
    sql("INSERT INTO charter_version (id, label, body, based_on, drafted_at, in_force, version) \
         VALUES ($1, $2, $3, $4, $5, $6, 1)")
    .bind(id.uuid())
    .bind(label)
    .bind(serde_json::to_value(charter).map_err(Fault::unreadable)?)
    .bind(based_on.map(CharterVersionId::uuid))
    .bind(tx.env().now())
    .bind(false)
    .run(tx.conn())
    .await?;
    tx.note("charter", id.to_string());
    Ok(id)
}

/// A draft of a version that is as it was made.
pub(super) async fn untouched_draft(
    conn: &impl Conn,
    base: Option<CharterVersionId>,
) -> Result<Option<CharterVersionId>, Fault> {
    let found: Option<Uuid> = sql("SELECT id FROM charter_version WHERE adopted_on IS NULL AND version = 1 \
         AND based_on = $1 ORDER BY id LIMIT 1")
    .bind(base.map(CharterVersionId::uuid))
    .value(conn)
    .await?;
    Ok(found.map(CharterVersionId::from_uuid))
}

/// Changes a draft; an adopted version is never changed.
pub(super) async fn save_draft(
    tx: &mut Tx,
    id: CharterVersionId,
    version: i64,
    label: &str,
    charter: &Charter,
) -> Result<(), Fault> {
    tx.note("charter", id.to_string());
    sql("UPDATE charter_version SET label = $3, body = $4, version = version + 1 \
         WHERE id = $1 AND version = $2 AND adopted_on IS NULL")
    .bind(id.uuid())
    .bind(version)
    .bind(label)
    .bind(serde_json::to_value(charter).map_err(Fault::unreadable)?)
    .run_once(tx.conn())
    .await
}

/// Makes a draft one of another version, with its changes carried over; an adopted version is never
/// changed.
pub(super) async fn carry_over(
    tx: &mut Tx,
    id: CharterVersionId,
    version: i64,
    onto: CharterVersionId,
    charter: &Charter,
) -> Result<(), Fault> {
    tx.note("charter", id.to_string());
    sql("UPDATE charter_version SET based_on = $3, body = $4, version = version + 1 \
         WHERE id = $1 AND version = $2 AND adopted_on IS NULL")
    .bind(id.uuid())
    .bind(version)
    .bind(onto.uuid())
    .bind(serde_json::to_value(charter).map_err(Fault::unreadable)?)
    .run_once(tx.conn())
    .await
}

/// Removes a draft; an adopted version is never removed.
pub(super) async fn drop_draft(tx: &mut Tx, id: CharterVersionId, version: i64) -> Result<(), Fault> {
    tx.note("charter", id.to_string());
    sql("DELETE FROM charter_version WHERE id = $1 AND version = $2 AND adopted_on IS NULL")
        .bind(id.uuid())
        .bind(version)
        .run_once(tx.conn())
        .await
}

/// Puts a draft in force; the version that held before stays readable.
pub(super) async fn adopt(tx: &mut Tx, id: CharterVersionId, version: i64) -> Result<(), Fault> {
    sql("UPDATE charter_version SET in_force = $1 WHERE in_force = TRUE").bind(false).run(tx.conn()).await?;
    let (now, today) = (tx.env().now(), tx.env().today());
    sql("UPDATE charter_version SET in_force = $3, adopted_on = $4, adopted_at = $5, version = version + 1 \
         WHERE id = $1 AND version = $2 AND adopted_on IS NULL")
    .bind(id.uuid())
    .bind(version)
    .bind(true)
    .bind(today)
    .bind(now)
    .run_once(tx.conn())
    .await?;
    tx.note("charter", id.to_string());
    tx.emit(Event::CharterAdopted { version: id });
    Ok(())
}

/// A version's PDF in a language, where it was set before with the words of this version of the
/// Document.
pub(super) async fn kept_paper(
    conn: &impl Conn,
    id: CharterVersionId,
    lang: Lang,
    document: DocumentVersionId,
) -> Result<Option<Vec<u8>>, Fault> {
    sql("SELECT pdf FROM charter_paper WHERE version_id = $1 AND lang = $2 AND document_id = $3")
        .bind(id.uuid())
        .bind(lang.tag())
        .bind(document.uuid())
        .value(conn)
        .await
}

/// Keeps a version's PDF over the one with the words of another version of the Document.
pub(super) async fn keep_paper(
    tx: &mut Tx,
    id: CharterVersionId,
    lang: Lang,
    document: DocumentVersionId,
    pdf: &[u8],
) -> Result<(), Fault> {
    sql("INSERT INTO charter_paper (version_id, lang, document_id, pdf) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (version_id, lang) DO UPDATE SET document_id = excluded.document_id, pdf = excluded.pdf")
    .bind(id.uuid())
    .bind(lang.tag())
    .bind(document.uuid())
    .bind(pdf.to_vec())
    .run(tx.conn())
    .await?;
    Ok(())
}
