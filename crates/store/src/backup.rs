//! Backup and restore, while the program runs and from one engine to the other.
//!
//! A backup is a text of JSON lines, compressed with zstd: a header, then for each table a line
//! with its columns followed by a line for each row, and a footer with the counts and the SHA-256
//! of all lines before it. Values are written by what they mean, not as an engine keeps them.
//!
//! **Invariants.** A backup shows one moment. A restore puts in all or nothing: what was cut off
//! or changed on the way is found out before anything is committed. Rows pass through one by one,
//! so that memory does not grow with the database.

mod restore;
mod value;

pub use restore::{hold, restore};

use crate::{
    Db, Engine, Fault, sql,
    tables::{Column, Table, quoted, tables},
};
use futures::TryStreamExt;
use kernel::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction, Statement, StreamTrait};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::{collections::BTreeMap, io::Write};

/// The version of the format that this program writes.
const FORMAT: u32 = 1;

/// What a backup holds, for the person who made or restored it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// When the backup was made.
    pub made: DateTime<Utc>,
    /// The version of the program that made it.
    pub program: String,
    /// The engine it came from: `sqlite` or `postgres`.
    pub engine: String,
    /// How many rows each table has.
    pub tables: BTreeMap<String, u64>,
}

impl Summary {
    /// How many rows in all.
    pub fn rows(&self) -> u64 {
        self.tables.values().sum()
    }
}

/// Why a backup could not be made or restored.
#[derive(Debug, thiserror::Error)]
pub enum BackupFault {
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Fault),
    /// The file could not be read or written.
    #[error("the file failed: {0}")]
    File(#[from] std::io::Error),
    /// The file is something else.
    #[error("this is not a backup of allapari")]
    NotABackup,
    /// The file ends before its footer.
    #[error("the backup is cut off: it ends before its footer")]
    CutOff,
    /// The file is not as it was written.
    #[error("the backup was changed or damaged: {0}")]
    Damaged(String),
    /// The file comes from a later program.
    #[error("the backup was made by a newer allapari ({program}); this one does not know: {}", unknown.join(", "))]
    Newer {
        /// The version of that program.
        program: String,
        /// What this program does not know.
        unknown: Vec<String>,
    },
    /// The file does not fit the tables.
    #[error("the backup does not fit this database: {0}")]
    Unfit(String),
    /// There are data already.
    #[error("the database is not empty: the table “{0}” has rows")]
    NotEmpty(String),
}

/// A line of a backup that is not a row.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Line {
    Header(Header),
    Table(TableLine),
    Footer(Footer),
}

#[derive(Debug, Serialize, Deserialize)]
struct Header {
    /// The name of the format.
    allapari_backup: u32,
    program: String,
    engine: String,
    made: DateTime<Utc>,
    migrations: Vec<String>,
    /// The tables in the order in which they follow.
    tables: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize)]
struct TableLine {
    name: String,
    columns: Vec<Column>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Footer {
    tables: BTreeMap<String, u64>,
    /// Of all lines before this one, with their ends, in hexadecimal.
    sha256: String,
}

/// Lines on their way out, and the digest of those that went.
struct Lines<'w, W: Write> {
    out: zstd::Encoder<'w, W>,
    digest: Sha256,
}

impl<W: Write> Lines<'_, W> {
    fn write(&mut self, line: &impl Serialize) -> Result<(), BackupFault> {
        let mut text = serde_json::to_vec(line).map_err(Fault::unreadable)?;
        text.push(b'\n');
        self.digest.update(&text);
        Ok(self.out.write_all(&text)?)
    }
}

/// Writes all that the database holds at this moment. Others may read and write meanwhile.
///
/// # Errors
/// [`BackupFault::Store`] and [`BackupFault::File`].
pub async fn backup(db: &Db, program: &str, to: impl Write + Send) -> Result<Summary, BackupFault> {
    let moment = db.snapshot().await?;
    let tables = tables(&moment).await?;
    let engine = if db.engine() == Engine::Postgres { "postgres" } else { "sqlite" };
    let header = Header {
        allapari_backup: FORMAT,
        program: program.to_owned(),
        engine: engine.to_owned(),
        made: db.env().now(),
        migrations: applied_migrations(&moment).await?,
        tables: tables.iter().map(|table| table.name.clone()).collect(),
    };
    let mut summary =
        Summary { made: header.made, program: program.into(), engine: engine.into(), tables: BTreeMap::new() };
    let mut out = zstd::Encoder::new(to, 6)?;
    out.include_checksum(true)?;
    let mut lines = Lines { out, digest: Sha256::new() };
    lines.write(&Line::Header(header))?;
    for table in &tables {
        let rows = write_table(&moment, table, &mut lines).await?;
        summary.tables.insert(table.name.clone(), rows);
    }
    let sha256 = hex::encode(lines.digest.clone().finalize());
    lines.write(&Line::Footer(Footer { tables: summary.tables.clone(), sha256 }))?;
    lines.out.finish()?.flush()?;
    moment.rollback().await.map_err(Fault::from)?;
    Ok(summary)
}

async fn write_table<W: Write + Send>(
    moment: &DatabaseTransaction,
    table: &Table,
    lines: &mut Lines<'_, W>,
) -> Result<u64, BackupFault> {
    lines.write(&Line::Table(TableLine { name: table.name.clone(), columns: table.columns.clone() }))?;
    let columns = table.columns.iter().map(value::asked).collect::<Vec<_>>().join(", ");
    let text = format!("SELECT {columns} FROM {}", quoted(&table.name));
    let statement = Statement::from_string(ConnectionTrait::get_database_backend(moment), text);
    let mut rows = moment.stream_raw(statement).await.map_err(Fault::from)?;
    let mut count = 0;
    while let Some(row) = rows.try_next().await.map_err(Fault::from)? {
        let values: Vec<_> = table
            .columns
            .iter()
            .enumerate()
            .map(|(index, column)| value::read(&row, index, column.kind))
            .collect::<Result<_, _>>()?;
        lines.write(&values)?;
        count += 1;
    }
    Ok(count)
}

/// The migrations that were applied to a database, in order of their names.
async fn applied_migrations(conn: &impl ConnectionTrait) -> Result<Vec<String>, Fault> {
    sql("SELECT version FROM seaql_migrations ORDER BY version").values(conn).await
}
