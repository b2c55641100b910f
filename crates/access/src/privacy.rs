//! What a slice holds on a person: every table with personal data says whose it is, why it is
//! kept, for how long, and how it is handed over and erased.

use crate::Tx;
use async_trait::async_trait;
use kernel::PersonId;
use serde::Serialize;
use serde_json::Value;
use store::{Db, Fault};

/// How long the rows of a table are kept, as data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Retention {
    /// The table.
    pub table: &'static str,
    /// The column with the person's id; `-` where a row names nobody.
    pub person_column: &'static str,
    /// Why the rows are kept: the key of a text `retention-…`.
    pub purpose: &'static str,
    /// How many days after its `since` a row is removed; `None`: as long as the person wants.
    pub days: Option<u32>,
    /// The column with the instant from which the days count; empty where `days` is `None`.
    pub since: &'static str,
}

/// What a slice holds on persons.
#[async_trait]
pub trait Holding: Send + Sync {
    /// The slice's name, as the heading in the export.
    fn name(&self) -> &'static str;
    /// Its tables with personal data.
    fn retention(&self) -> &'static [Retention];
    /// All that is held on a person, decrypted, as JSON.
    async fn export(&self, db: &Db, person: PersonId) -> Result<Value, Fault>;
    /// Erases what is held on a person. Rows that others need stay, without the person.
    async fn erase(&self, tx: &mut Tx, person: PersonId) -> Result<(), Fault>;
}
