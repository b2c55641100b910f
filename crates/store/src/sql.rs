//! One statement, written once for both engines.

use crate::Fault;
use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult, Statement, TryGetable, Value};

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
    /// Adds `($n, $n+1, …), (…)` for rows of values and binds them: what stands after `VALUES`, where
    /// there is at least one row.
    #[must_use]
    pub fn push_rows<V: Into<Value>, R: IntoIterator<Item = V>>(mut self, rows: impl IntoIterator<Item = R>) -> Self {
        let mut open = "(";
        for row in rows {
            self = self.push(open).push_list(row).push(")");
            open = ", (";
        }
        self
    }
    fn statement(self, conn: &impl ConnectionTrait) -> Statement {
        let backend = conn.get_database_backend();
        let text = if backend == DbBackend::Sqlite { in_question_marks(&self.text) } else { self.text };
        Statement::from_sql_and_values(backend, text, self.values)
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

/// The placeholders as SQLite likes them best. It looks every `$n` up by name among all others,
/// which takes seconds where a statement puts thousands of values in; `?n` has a number, and a
/// bare `?` is simply the next.
fn in_question_marks(text: &str) -> String {
    let mut pieces: Vec<(&str, usize)> = Vec::new();
    let (mut from, mut quoted) = (0, false);
    for (at, c) in text.char_indices() {
        quoted ^= c == '\'';
        if c != '$' || quoted {
            continue;
        }
        let digits = text[at + 1..].bytes().take_while(u8::is_ascii_digit).count();
        if let Ok(number) = text[at + 1..at + 1 + digits].parse() {
            pieces.push((&text[from..at], number));
            from = at + 1 + digits;
        }
    }
    let each_once_in_order = pieces.iter().enumerate().all(|(place, (_, number))| *number == place + 1);
    let mut marked = String::with_capacity(text.len());
    for (before, number) in pieces {
        marked.push_str(before);
        marked.push('?');
        if !each_once_in_order {
            marked.push_str(&number.to_string());
        }
    }
    marked.push_str(&text[from..]);
    marked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_numbered_on_from_what_is_bound() {
        let insert = sql("SELECT $1 FROM t UNION VALUES ").bind(7).push_rows([[1, 2], [3, 4]]).push(" LIMIT 1");
        assert_eq!(insert.text, "SELECT $1 FROM t UNION VALUES ($2, $3), ($4, $5) LIMIT 1");
        assert_eq!(insert.values, [7, 1, 2, 3, 4].map(Value::from));
        assert_eq!(sql("VALUES ").push_rows([[1]]).text, "VALUES ($1)");
    }

    #[test]
    fn placeholders_become_question_marks_and_words_stay() {
        assert_eq!(in_question_marks("VALUES ($1, $2), ($3, $4)"), "VALUES (?, ?), (?, ?)");
        assert_eq!(in_question_marks("a = $1 OR b = $1 AND c = $12"), "a = ?1 OR b = ?1 AND c = ?12");
        assert_eq!(in_question_marks("a = $2 AND b = $1"), "a = ?2 AND b = ?1");
        assert_eq!(in_question_marks("a = '$1 è' AND b = $1"), "a = '$1 è' AND b = ?");
        assert_eq!(in_question_marks("SELECT 1"), "SELECT 1");
    }
}
