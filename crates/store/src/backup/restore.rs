//! Putting a backup in: all of it or nothing.

use super::{BackupFault, FORMAT, Footer, Header, Line, Summary, TableLine, applied_migrations, value};
use crate::{
    Db, Fault, sql,
    tables::{Table, put_off, quoted, tables},
};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use serde_json::Value as Json;
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader, ErrorKind, Read},
};

/// The longest line that is read: far above what any row needs, far below what fills the memory.
const LONGEST_LINE: u64 = 256 << 20;
/// How many values go in with one statement; SQLite takes 32,766, PostgreSQL 65,535.
const VALUES_AT_ONCE: usize = 8_000;
/// How many bytes of text a batch of rows holds at most before it goes in.
const BYTES_AT_ONCE: usize = 4 << 20;

/// Holds other writers off for the rest of the writing transaction `conn` of `db`: what is read in
/// it from now on is what [`restore`] then makes room of.
///
/// # Errors
/// [`Fault`] as the engine says.
pub async fn hold(db: &Db, conn: &impl ConnectionTrait) -> Result<(), Fault> {
    lock(conn, &tables(db.reader()).await?).await
}

/// Puts a backup into the writing transaction `conn` of `db`, as its first work after [`hold`]. The caller
/// commits when this went well; until then nothing of it is seen, and others may read.
///
/// With `replace`, all that the database holds makes room.
///
/// # Errors
/// [`BackupFault`]: what is wrong with the file or the database. The transaction must then be
/// given up.
pub async fn restore(
    db: &Db,
    conn: &impl ConnectionTrait,
    from: impl Read + Send,
    replace: bool,
) -> Result<Summary, BackupFault> {
    // Through another connection: on PostgreSQL the locks must come before the transaction's
    // first look, or it would miss what was committed in between.
    let known = tables(db.reader()).await?;
    lock(conn, &known).await?;
    let mut lines = Lines::open(from)?;
    let header = lines.header()?;
    refuse_newer(conn, &header).await?;
    // Rows go out in this program's order and come in in the file's.
    let own_order: Vec<String> = known.iter().map(|table| table.name.clone()).collect();
    let mut links = put_off(&known, &header.tables);
    links.extend(put_off(&known, &own_order));
    links.dedup();
    defer(conn, &links).await?;
    make_room(conn, &known, replace).await?;
    let counts = put_rows(conn, &known, &mut lines).await?;
    settle(conn, &links).await?;
    Ok(Summary { made: header.made, program: header.program, engine: header.engine, tables: counts })
}

/// Lines on their way in, and the digest of those that came.
struct Lines<'r, R: Read> {
    input: BufReader<zstd::Decoder<'r, BufReader<R>>>,
    digest: Sha256,
    text: Vec<u8>,
}

impl<R: Read> Lines<'_, R> {
    fn open(from: R) -> Result<Self, BackupFault> {
        let input = BufReader::new(zstd::Decoder::new(from)?);
        Ok(Self { input, digest: Sha256::new(), text: Vec::new() })
    }
    /// Reads the next line; `false` at the end.
    fn next(&mut self) -> Result<bool, BackupFault> {
        self.text.clear();
        match self.input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut self.text) {
            Ok(0) => Ok(false),
            Ok(_) if self.text.ends_with(b"\n") => Ok(true),
            Ok(_) => Err(BackupFault::CutOff),
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => Err(BackupFault::CutOff),
            Err(error) => Err(BackupFault::Damaged(error.to_string())),
        }
    }
    /// The next line as what it says; counts towards the digest.
    fn expect<T: serde::de::DeserializeOwned>(&mut self) -> Result<T, BackupFault> {
        let line = serde_json::from_slice(&self.text).map_err(|error| BackupFault::Damaged(error.to_string()))?;
        self.digest.update(&self.text);
        Ok(line)
    }
    fn header(&mut self) -> Result<Header, BackupFault> {
        match self.next() {
            Ok(true) => {}
            Err(BackupFault::CutOff) => return Err(BackupFault::CutOff),
            _ => return Err(BackupFault::NotABackup),
        }
        match self.expect() {
            Ok(Line::Header(header)) => Ok(header),
            _ => Err(BackupFault::NotABackup),
        }
    }
    /// Whether the line just read is a row.
    fn is_row(&self) -> bool {
        self.text.first() == Some(&b'[')
    }
}

/// Holds other writers off, where the engine lets several write; readers go on.
async fn lock(conn: &impl ConnectionTrait, known: &[Table]) -> Result<(), Fault> {
    if conn.get_database_backend() == DbBackend::Postgres {
        let names = known.iter().map(|table| quoted(&table.name)).collect::<Vec<_>>().join(", ");
        conn.execute_unprepared(&format!("LOCK TABLE {names} IN EXCLUSIVE MODE")).await?;
    }
    Ok(())
}

async fn refuse_newer(conn: &impl ConnectionTrait, header: &Header) -> Result<(), BackupFault> {
    let applied = applied_migrations(conn).await?;
    let mut unknown: Vec<String> = header.migrations.iter().filter(|name| !applied.contains(name)).cloned().collect();
    if header.allapari_backup > FORMAT {
        unknown.insert(0, format!("format {}", header.allapari_backup));
    }
    if unknown.is_empty() { Ok(()) } else { Err(BackupFault::Newer { program: header.program.clone(), unknown }) }
}

/// Empties all tables, or makes sure that they are empty.
async fn make_room(conn: &impl ConnectionTrait, known: &[Table], replace: bool) -> Result<(), BackupFault> {
    if replace {
        for table in known.iter().rev() {
            sql(format!("DELETE FROM {}", quoted(&table.name))).run(conn).await?;
        }
        return Ok(());
    }
    for table in known {
        let some: Option<i32> = sql(format!("SELECT 1 FROM {} LIMIT 1", quoted(&table.name))).value(conn).await?;
        if some.is_some() {
            return Err(BackupFault::NotEmpty(table.name.clone()));
        }
    }
    Ok(())
}

/// Lets links wait for their rows until [`settle`].
async fn defer(conn: &impl ConnectionTrait, links: &[(&str, &str)]) -> Result<(), Fault> {
    if conn.get_database_backend() != DbBackend::Postgres {
        conn.execute_unprepared("PRAGMA defer_foreign_keys = ON").await?;
        return Ok(());
    }
    alter(conn, links, "DEFERRABLE INITIALLY DEFERRED").await
}

/// Checks the links that were put off, and puts them off no longer.
async fn settle(conn: &impl ConnectionTrait, links: &[(&str, &str)]) -> Result<(), BackupFault> {
    if conn.get_database_backend() == DbBackend::Postgres {
        conn.execute_unprepared("SET CONSTRAINTS ALL IMMEDIATE").await.map_err(Fault::from)?;
        return Ok(alter(conn, links, "NOT DEFERRABLE").await?);
    }
    let broken: Option<String> = sql("SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1").value(conn).await?;
    match broken {
        Some(table) => Err(BackupFault::Damaged(format!("a row of {table} names another that is not there"))),
        None => Ok(()),
    }
}

async fn alter(conn: &impl ConnectionTrait, links: &[(&str, &str)], how: &str) -> Result<(), Fault> {
    for (table, constraint) in links {
        let text = format!("ALTER TABLE {} ALTER CONSTRAINT {} {how}", quoted(table), quoted(constraint));
        conn.execute_unprepared(&text).await?;
    }
    Ok(())
}

/// Puts all rows in and checks them against the footer.
async fn put_rows<R: Read>(
    conn: &impl ConnectionTrait,
    known: &[Table],
    lines: &mut Lines<'_, R>,
) -> Result<BTreeMap<String, u64>, BackupFault> {
    let mut counts = BTreeMap::new();
    let mut batch: Option<Batch> = None;
    while lines.next()? {
        if lines.is_row() {
            let size = lines.text.len();
            let row: Vec<Json> = lines.expect()?;
            let batch = batch.as_mut().ok_or_else(|| BackupFault::Damaged("a row before any table".to_owned()))?;
            batch.add(row, size)?;
            if batch.is_full() {
                batch.put(conn).await?;
            }
            continue;
        }
        if let Some(mut batch) = batch.take() {
            batch.put(conn).await?;
            counts.insert(batch.table.name.clone(), batch.count);
        }
        let digest = hex::encode(lines.digest.clone().finalize());
        match lines.expect()? {
            Line::Table(table) => batch = Some(Batch::new(table, known)?),
            Line::Footer(footer) => return agreed(footer, counts, &digest, lines),
            Line::Header(_) => return Err(BackupFault::Damaged("a second header".to_owned())),
        }
    }
    Err(BackupFault::CutOff)
}

/// The counts, when the footer says the same and nothing follows it.
fn agreed<R: Read>(
    footer: Footer,
    counts: BTreeMap<String, u64>,
    digest: &str,
    lines: &mut Lines<'_, R>,
) -> Result<BTreeMap<String, u64>, BackupFault> {
    let wrong = |what: &str| Err(BackupFault::Damaged(what.to_owned()));
    if footer.tables != counts {
        return wrong("it has other rows than its footer says");
    }
    if footer.sha256 != digest {
        return wrong("its digest is not the one in its footer");
    }
    if lines.next()? {
        return wrong("something follows its footer");
    }
    Ok(counts)
}

/// Rows of one table that go in together.
struct Batch {
    table: TableLine,
    values: Vec<sea_orm::Value>,
    bytes: usize,
    count: u64,
}

impl Batch {
    fn new(table: TableLine, known: &[Table]) -> Result<Self, BackupFault> {
        let Some(own) = known.iter().find(|own| own.name == table.name) else {
            return Err(BackupFault::Unfit(format!("there is no table {}", table.name)));
        };
        if let Some(column) = table.columns.iter().find(|column| !own.columns.contains(column)) {
            return Err(BackupFault::Unfit(format!("there is no such column {}.{}", table.name, column.name)));
        }
        Ok(Self { table, values: Vec::new(), bytes: 0, count: 0 })
    }
    fn add(&mut self, row: Vec<Json>, size: usize) -> Result<(), BackupFault> {
        self.count += 1;
        let place = || format!("row {} of {}", self.count, self.table.name);
        if row.len() != self.table.columns.len() {
            return Err(BackupFault::Damaged(format!("{} has {} values", place(), row.len())));
        }
        for (value, column) in row.into_iter().zip(&self.table.columns) {
            let bound = value::bound(value, column.kind);
            let wrong = || BackupFault::Damaged(format!("{}: the value of {} cannot be read", place(), column.name));
            self.values.push(bound.ok_or_else(wrong)?);
        }
        self.bytes += size;
        Ok(())
    }
    fn is_full(&self) -> bool {
        self.values.len() + self.table.columns.len() > VALUES_AT_ONCE || self.bytes > BYTES_AT_ONCE
    }
    async fn put(&mut self, conn: &impl ConnectionTrait) -> Result<(), Fault> {
        if self.values.is_empty() {
            return Ok(());
        }
        let backend = conn.get_database_backend();
        let columns = &self.table.columns;
        let names = columns.iter().map(|column| quoted(&column.name)).collect::<Vec<_>>().join(", ");
        let rows = (0..self.values.len() / columns.len()).map(|row| {
            let places = columns.iter().enumerate();
            let places = places.map(|(at, column)| value::placeholder(column, row * columns.len() + at + 1, backend));
            format!("({})", places.collect::<Vec<_>>().join(", "))
        });
        let rows = rows.collect::<Vec<_>>().join(", ");
        let text = format!("INSERT INTO {} ({names}) VALUES {rows}", quoted(&self.table.name));
        let values = std::mem::take(&mut self.values);
        self.bytes = 0;
        conn.execute_raw(Statement::from_sql_and_values(backend, text, values)).await?;
        Ok(())
    }
}
