//! Migrations: the slices' and the store's own.

use crate::{Db, Engine, Fault, sql};
use sea_orm::{ConnectionTrait, DbBackend, DbErr, TransactionTrait};
use sea_orm_migration::{
    MigrationName, MigrationTrait, SchemaManager, migrator::MigratorTraitSelf, prelude::async_trait,
};
use std::sync::Arc;

/// What a program logs that is not asked for more or less: the migrations' own lines, two for each, are
/// of use to nobody.
pub const LOG: &str = "info,sea_orm_migration=warn";

/// What a slice hands over to be migrated.
pub type Migrations = Vec<Box<dyn MigrationTrait>>;

/// One step of the schema: SQL that both engines read, with the types that differ in braces.
///
/// | written | SQLite | PostgreSQL |
/// |---|---|---|
/// | `{uuid}` | `uuid_text` | `uuid` |
/// | `{instant}` | `timestamp_with_timezone_text` | `timestamptz` |
/// | `{date}` | `date_text` | `date` |
/// | `{json}` | `jsonb_text` | `jsonb` |
/// | `{bytes}` | `blob` | `bytea` |
/// | `{int}` | `bigint` | `bigint` |
/// | `{bool}` | `boolean` | `boolean` |
/// | `{real}` | `double` | `double precision` |
pub fn migration(name: &'static str, sql: &'static str) -> Box<dyn MigrationTrait> {
    Box::new(Step { name, sql })
}

struct Step {
    name: &'static str,
    sql: &'static str,
}

impl MigrationName for Step {
    fn name(&self) -> &str {
        self.name
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let text = types(manager.get_database_backend())
            .iter()
            .fold(self.sql.to_owned(), |text, (written, meant)| text.replace(written, meant));
        manager.get_connection().execute_unprepared(&text).await?;
        Ok(())
    }
}

fn types(backend: DbBackend) -> [(&'static str, &'static str); 8] {
    let postgres = backend == DbBackend::Postgres;
    let pick = |lite, post| if postgres { post } else { lite };
    [
        ("{uuid}", pick("uuid_text", "uuid")),
        ("{instant}", pick("timestamp_with_timezone_text", "timestamptz")),
        ("{date}", pick("date_text", "date")),
        ("{json}", pick("jsonb_text", "jsonb")),
        ("{bytes}", pick("blob", "bytea")),
        ("{int}", "bigint"),
        ("{bool}", "boolean"),
        ("{real}", pick("double", "double precision")),
    ]
}

struct All(Arc<dyn Fn() -> Migrations + Send + Sync>);

impl MigratorTraitSelf for All {
    fn migrations(&self) -> Migrations {
        let mut all = migrations();
        all.extend((self.0)());
        all
    }
}

/// The lock that two nodes starting at once queue behind (PostgreSQL; any fixed number).
const MIGRATION_LOCK: i64 = 0x616c_6c61;

/// Brings the database up to the present: the store's own migrations, then those given, in order.
/// Two nodes that start at once do not get in each other's way.
///
/// # Errors
/// [`Fault::Database`] when a migration fails; what was applied before it stays.
pub async fn migrate(db: &Db, slices: impl Fn() -> Migrations + Send + Sync + 'static) -> Result<(), Fault> {
    let all = All(Arc::new(slices));
    if db.engine() == Engine::Sqlite {
        return Ok(all.up(db.writer(), None).await?);
    }
    let lock = db.writer().begin().await?;
    sql(format!("SELECT pg_advisory_xact_lock({MIGRATION_LOCK})")).run(&lock).await?;
    all.up(db.writer(), None).await?;
    Ok(lock.commit().await?)
}

/// The names of the migrations that are still to be applied.
///
/// # Errors
/// [`Fault::Database`] when the database does not answer.
pub async fn pending_migrations(
    db: &Db,
    slices: impl Fn() -> Migrations + Send + Sync + 'static,
) -> Result<Vec<String>, Fault> {
    let all = All(Arc::new(slices));
    let pending = all.get_pending_migrations(db.writer()).await?;
    Ok(pending.iter().map(|m| m.name().to_owned()).collect())
}

/// The store's own migrations: events on their way between slices, and leases on work that one
/// node does at a time.
pub fn migrations() -> Migrations {
    vec![migration(
        "m0001_store_outbox",
        "CREATE TABLE event (
            id {uuid} PRIMARY KEY,
            at {instant} NOT NULL,
            payload {json} NOT NULL,
            handled_at {instant}
         );
         CREATE INDEX event_waiting ON event (id) WHERE handled_at IS NULL;
         CREATE TABLE lease (
            name text PRIMARY KEY,
            holder {uuid} NOT NULL,
            until {instant} NOT NULL
         );",
    )]
}
