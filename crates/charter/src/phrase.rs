//! Sentences as keys of texts: the engine speaks no language.

use kernel::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What fills a gap of a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// A number, whose plural the language forms.
    Number(i64),
    /// A number in hundredths, written with two decimals as the language does.
    Hundredths(i64),
    /// A day.
    Day(NaiveDate),
    /// The name of a record (a call, a course, a team, a body), as its organisation writes it.
    Text(String),
    /// The key of another text.
    Key(String),
    /// The keys of other texts, listed.
    Keys(Vec<String>),
}

/// A sentence: the key of its text and what fills it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phrase {
    /// The key of the text, `charter-…`.
    pub key: String,
    /// What fills its gaps, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, Value>,
}

impl Phrase {
    /// A sentence without gaps.
    pub fn new(key: impl Into<String>) -> Self {
        Self { key: key.into(), args: BTreeMap::new() }
    }
    /// The same sentence with a number filled in.
    #[must_use]
    pub fn number(self, name: &str, number: impl Into<i64>) -> Self {
        self.with(name, Value::Number(number.into()))
    }
    /// The same sentence with something filled in.
    #[must_use]
    pub fn with(mut self, name: &str, value: Value) -> Self {
        self.args.insert(name.to_owned(), value);
        self
    }
}
