//! The open database.

use crate::{DatabaseUrl, Fault, RawTx};
use kernel::Env;
use sea_orm::{
    AccessMode, ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, IsolationLevel,
    SqliteTransactionMode, TransactionOptions, TransactionTrait,
    sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous},
};
use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use tokio::sync::Notify;

/// Which engine keeps the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// SQLite, in a file beside the program.
    Sqlite,
    /// PostgreSQL, or what speaks like it.
    Postgres,
}

/// How the database is opened.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// How many readers at once (SQLite: no more than the machine can keep busy).
    pub readers: u32,
    /// How many writers at once (PostgreSQL; SQLite has one).
    pub writers: u32,
    /// Whether a commit waits until the disk has it. Off only in tests.
    pub durable: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { readers: 6, writers: 8, durable: true }
    }
}

/// The open database: cheap to clone, shared by all.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    engine: Engine,
    read: DatabaseConnection,
    write: DatabaseConnection,
    env: Env,
    statements: Arc<AtomicU64>,
    events: Notify,
}

impl std::fmt::Debug for Db {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Db").field("engine", &self.0.engine).finish()
    }
}

impl Db {
    /// Opens the database; an SQLite file is made when it is not there.
    ///
    /// # Errors
    /// [`Fault`] when the file cannot be opened or the server does not answer.
    pub async fn connect(url: &DatabaseUrl, env: Env, options: Options) -> Result<Db, Fault> {
        let statements = Arc::new(AtomicU64::new(0));
        let engine = url.engine();
        let (read, write) = match engine {
            Engine::Sqlite => {
                // The writer comes first: it makes the file and its journal.
                let write = sqlite(url, 1, &options, false, &statements).await?;
                (sqlite(url, options.readers.min(at_once()), &options, true, &statements).await?, write)
            }
            Engine::Postgres => (
                postgres(url, options.readers, &options, &statements).await?,
                postgres(url, options.writers, &options, &statements).await?,
            ),
        };
        let events = Notify::new();
        Ok(Db(Arc::new(Inner { engine, read, write, env, statements, events })))
    }

    /// Which engine keeps the data.
    pub fn engine(&self) -> Engine {
        self.0.engine
    }
    /// For reading. Each statement sees what was committed before it.
    pub fn reader(&self) -> &DatabaseConnection {
        &self.0.read
    }
    /// The time and chance the program runs on.
    pub fn env(&self) -> &Env {
        &self.0.env
    }
    /// How many statements ran so far: for tests that count a page's queries.
    pub fn statements(&self) -> u64 {
        self.0.statements.load(Ordering::Relaxed)
    }

    /// Opens a writing transaction. Only `access` calls it: elsewhere a permit opens it.
    ///
    /// # Errors
    /// [`Fault::Conflict`] when the writer stays busy, [`Fault::Database`] otherwise.
    pub async fn begin_write(&self) -> Result<RawTx, Fault> {
        let options = TransactionOptions {
            isolation_level: (self.0.engine == Engine::Postgres).then_some(IsolationLevel::Serializable),
            access_mode: None,
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        };
        let inner = self.0.write.begin_with_options(options).await?;
        Ok(RawTx::new(inner, self.clone()))
    }

    /// Opens a reading transaction that sees one moment throughout: for backups and exports.
    ///
    /// # Errors
    /// [`Fault::Database`] when no connection is free.
    pub async fn snapshot(&self) -> Result<DatabaseTransaction, Fault> {
        let postgres = self.0.engine == Engine::Postgres;
        let options = TransactionOptions {
            isolation_level: postgres.then_some(IsolationLevel::RepeatableRead),
            access_mode: postgres.then_some(AccessMode::ReadOnly),
            sqlite_transaction_mode: None,
        };
        Ok(self.0.read.begin_with_options(options).await?)
    }

    /// The writing pool itself, for migrations and for statements outside any transaction.
    pub(crate) fn writer(&self) -> &DatabaseConnection {
        &self.0.write
    }

    /// Lets the engine look at its tables after much was written at once, so that its plans fit
    /// them. A server does so by itself after a while.
    ///
    /// # Errors
    /// [`Fault::Database`] when the database does not answer.
    pub async fn settle(&self) -> Result<(), Fault> {
        let look = if self.0.engine == Engine::Postgres { "VACUUM ANALYZE" } else { "ANALYZE" };
        self.0.write.execute_unprepared(look).await?;
        Ok(())
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// [`Fault::Database`] when it does not.
    pub async fn ping(&self) -> Result<(), Fault> {
        self.0.read.execute_unprepared("SELECT 1").await?;
        Ok(())
    }

    /// How many bytes the database takes on its disk.
    ///
    /// # Errors
    /// [`Fault::Database`] when it does not answer.
    pub async fn size(&self) -> Result<u64, Fault> {
        let text = match self.0.engine {
            Engine::Sqlite => "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size",
            Engine::Postgres => "SELECT pg_database_size(current_database())",
        };
        let bytes: Option<i64> = crate::sql(text).value(self.reader()).await?;
        Ok(bytes.and_then(|bytes| u64::try_from(bytes).ok()).unwrap_or(0))
    }

    pub(crate) fn events_committed(&self) {
        self.0.events.notify_waiters();
    }
    /// Waits until this node committed events, or until the time is over (another node may have).
    pub async fn wait_for_events(&self, at_most: Duration) {
        let _ = tokio::time::timeout(at_most, self.0.events.notified()).await;
    }

    /// Closes all connections.
    pub async fn close(self) {
        let _ = self.0.read.close_by_ref().await;
        let _ = self.0.write.close_by_ref().await;
    }
}

fn counted(mut connection: DatabaseConnection, statements: &Arc<AtomicU64>) -> DatabaseConnection {
    let statements = Arc::clone(statements);
    connection.set_metric_callback(move |_| {
        statements.fetch_add(1, Ordering::Relaxed);
    });
    connection
}

/// How many readers of a file are of use: as many as there are processors, and one for what takes long.
/// Each holds pages and statements in memory of its own.
fn at_once() -> u32 {
    let processors = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    u32::try_from(processors).unwrap_or(u32::MAX).saturating_add(1)
}

async fn sqlite(
    url: &DatabaseUrl,
    connections: u32,
    options: &Options,
    read_only: bool,
    statements: &Arc<AtomicU64>,
) -> Result<DatabaseConnection, Fault> {
    let path = url.path().unwrap_or_default();
    let durable = options.durable;
    let mut connect = ConnectOptions::new(format!("sqlite://{}?mode=rwc", path.display()));
    connect
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(Duration::from_secs(30))
        .sqlx_logging(false)
        .test_before_acquire(false)
        .map_sqlx_sqlite_opts(move |sqlite| {
            sqlite
                .filename(&path)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(if durable { SqliteSynchronous::Full } else { SqliteSynchronous::Off })
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(10))
                // In KiB. Readers are several, and the system keeps the file in memory as well.
                .pragma("cache_size", if read_only { "-1000" } else { "-2000" })
                .pragma("temp_store", "memory")
                .pragma("query_only", if read_only { "on" } else { "off" })
        });
    Ok(counted(Database::connect(connect).await?, statements))
}

async fn postgres(
    url: &DatabaseUrl,
    connections: u32,
    options: &Options,
    statements: &Arc<AtomicU64>,
) -> Result<DatabaseConnection, Fault> {
    let mut connect = ConnectOptions::new(url.secret());
    connect
        .max_connections(connections)
        .min_connections(u32::from(options.durable))
        .acquire_timeout(Duration::from_secs(30))
        .test_before_acquire(options.durable)
        .sqlx_logging(false);
    Ok(counted(Database::connect(connect).await?, statements))
}
