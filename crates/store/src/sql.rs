//! One statement, written once for both engines.

use crate::Fault;
use sea_orm::{ConnectionTrait, FromQueryResult, Statement, TryGetable, Value};

/// A statement with `$1`, `$2` … as placeholders, which both engines read.
#[derive(Debug, Clone)]
pub struct Sql {
    text: String,
    values: Vec<Value>,
}

/// A statement to run on either engine.
pub fn sql(text: impl Into<String>) -> Sql {
    Sql { text: text.into(), values: Vec::new() }
}

impl Sql {
    /// Fills the next placeholder.
    #[must_use]
    pub fn bind(mut self, value: impl Into<Value>) -> Self {
        self.values.push(value.into());
        self
    }
    /// How many placeholders are filled: the next one is `$` and this plus one.
    pub fn bound(&self) -> usize {
        self.values.len()
    }
    /// Adds to the text.
    #[must_use]
    pub fn push(mut self, text: &str) -> Self {
        self.text.push_str(text);
        self
    }
    /// Adds `$n, $n+1, …` for the values and binds them. An empty list becomes `NULL`, which
    /// equals nothing.
    #[must_use]
    pub fn push_list<V: Into<Value>>(mut self, values: impl IntoIterator<Item = V>) -> Self {
        let mut first = true;
        for value in values {
            self.values.push(value.into());
            let comma = if first { "" } else { ", " };
            self.text.push_str(&format!("{comma}${}", self.values.len()));
            first = false;
        }
        if first {
            self.text.push_str("NULL");
        }
        self
    }
    fn statement(self, conn: &impl ConnectionTrait) -> Statement {
        Statement::from_sql_and_values(conn.get_database_backend(), self.text, self.values)
    }
    /// Runs it and says how many rows it changed.
    ///
    /// # Errors
    /// [`Fault`] as the engine says.
    pub async fn run(self, conn: &impl ConnectionTrait) -> Result<u64, Fault> {
        let statement = self.statement(conn);
        Ok(conn.execute_raw(statement).await?.rows_affected())
    }
    /// All rows.
    ///
    /// # Errors
    /// [`Fault`] as the engine says, or when a row does not fit `T`.
    pub async fn all<T: FromQueryResult>(self, conn: &impl ConnectionTrait) -> Result<Vec<T>, Fault> {
        let rows = conn.query_all_raw(self.statement(conn)).await?;
        rows.iter().map(|row| T::from_query_result(row, "").map_err(Fault::from)).collect()
    }
    /// The first row, where there is one.
    ///
    /// # Errors
    /// [`Fault`] as the engine says, or when the row does not fit `T`.
    pub async fn one<T: FromQueryResult>(self, conn: &impl ConnectionTrait) -> Result<Option<T>, Fault> {
        let row = conn.query_one_raw(self.statement(conn)).await?;
        row.map(|row| T::from_query_result(&row, "").map_err(Fault::from)).transpose()
    }
    /// The first column of the first row, where there is one.
    ///
    /// # Errors
    /// [`Fault`] as the engine says, or when the value does not fit `T`.
    pub async fn value<T: TryGetable>(self, conn: &impl ConnectionTrait) -> Result<Option<T>, Fault> {
        let row = conn.query_one_raw(self.statement(conn)).await?;
        row.map(|row| row.try_get_by_index(0).map_err(Fault::from)).transpose()
    }
    /// The first column of all rows.
    ///
    /// # Errors
    /// [`Fault`] as the engine says, or when a value does not fit `T`.
    pub async fn values<T: TryGetable>(self, conn: &impl ConnectionTrait) -> Result<Vec<T>, Fault> {
        let rows = conn.query_all_raw(self.statement(conn)).await?;
        rows.iter().map(|row| row.try_get_by_index(0).map_err(Fault::from)).collect()
    }
    /// Runs it and complains unless exactly one row changed: for updates that name the version
    /// of the record that was read.
    ///
    /// # Errors
    /// [`Fault::Stale`] when no row changed.
    pub async fn run_once(self, conn: &impl ConnectionTrait) -> Result<(), Fault> {
        if self.run(conn).await? == 0 { Err(Fault::Stale) } else { Ok(()) }
    }
}
