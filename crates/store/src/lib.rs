//! The store: one database, two engines.
//!
//! **Vocabulary.** [`Db`] is the open database: readers and a writer. [`Db::begin_write`] opens a
//! writing transaction ([`RawTx`]); only the `access` crate calls it, so that nothing is written
//! without a permit and a trace. [`sql`] runs one statement, written once for both engines with
//! `$1` placeholders. [`Fault`] is what can go wrong, told apart by what the caller can do.
//!
//! **Invariants.** Everything that differs between SQLite and PostgreSQL stands in this crate.
//! SQLite has one writer that begins `IMMEDIATE` and several readers (WAL). PostgreSQL runs
//! writing transactions `SERIALIZABLE`; one that loses is [`Fault::Conflict`] and is tried again
//! as a whole. No state of the program lives in the process.
//!
//! **Walkthrough: a change.** A handler asks `access` for a permit; the permit opens a `RawTx`;
//! the feature's `store.rs` writes through it and may [`RawTx::emit`] events; the commit writes
//! audit row, events and change together; [`Db::wait_for_events`] wakes who reacts.

pub mod backup;
mod coded;
mod db;
mod fault;
mod lease;
mod migrations;
mod outbox;
mod sql;
mod tables;
pub mod testing;
mod tx;
mod url;

pub use db::{Db, Engine, Options};
pub use fault::{Fault, retrying};
pub use lease::lease;
pub use migrations::{LOG, Migrations, migrate, migration, migrations, pending_migrations};
pub use outbox::{WaitingEvent, events_after, forget_handled, handled, newest_pending};
pub use sql::{Sql, sql};
pub use tx::RawTx;
pub use url::{DatabaseUrl, UrlProblem};

pub use sea_orm::ConnectionTrait as Conn;
#[doc(hidden)]
pub use serde;
