//! What a file says, what is wrong with it, and what it would change.

use crate::organisation::rules::{Difference, Draft};
use kernel::{DateTime, ImportId, Invalid, OrganisationId, Utc};
use serde::{Deserialize, Serialize};

/// The largest file that is read, in bytes: a register of 5,000 lines is far smaller.
pub const LARGEST_FILE: usize = 5 * 1024 * 1024;
/// The longest file that is read, in lines.
pub const LONGEST_FILE: usize = 5_000;

/// Something wrong with a file: where it is, what it is, and how it is mended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The row as a spreadsheet or an editor counts it, from 1; none when it is the whole file.
    pub row: Option<u32>,
    /// The heading of the column as it stands in the file; none when it is the whole row.
    pub column: Option<String>,
    /// The key of the text that says what is wrong and how it is mended, and what fills it in.
    pub what: Invalid,
}

impl Problem {
    /// About the whole file.
    pub(crate) fn file(key: &str) -> Problem {
        Problem { row: None, column: None, what: Invalid::new("file", key) }
    }
    /// About a whole row.
    pub(crate) fn row(row: u32, key: &str) -> Problem {
        Problem { row: Some(row), column: None, what: Invalid::new("file", key) }
    }
    /// The same with something to fill in.
    #[must_use]
    pub(crate) fn with(mut self, name: &str, value: impl ToString) -> Problem {
        self.what = self.what.with(name, value);
        self
    }
    /// What is wrong, and how it is mended, in words.
    pub fn say(&self, t: &web::T) -> String {
        let args: Vec<_> = self.what.args.iter().map(|(name, value)| (name.as_str(), value.into())).collect();
        t.args(&self.what.key, &args)
    }
}

/// What comes of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fate", rename_all = "snake_case")]
pub enum Fate {
    /// The organisation is not on record yet.
    New,
    /// It is, and the file says something else of it.
    Changed {
        /// Which.
        organisation: OrganisationId,
        /// Its version when it was compared.
        version: i64,
        /// What would change.
        differences: Vec<Difference>,
    },
    /// It is, and the file says the same.
    Unchanged {
        /// Which.
        organisation: OrganisationId,
    },
    /// Something is wrong with the line: see the problems.
    Wrong,
}

/// A line of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The row as a spreadsheet or an editor counts it, from 1.
    pub row: u32,
    /// What stands in it, by field.
    pub(crate) draft: Draft,
    /// What comes of it.
    pub fate: Fate,
}

impl Line {
    /// The name that stands in it.
    pub fn name(&self) -> &str {
        self.draft.get(crate::organisation::model::Field::Name)
    }
    /// The town that stands in it.
    pub fn town(&self) -> &str {
        self.draft.get(crate::organisation::model::Field::Town)
    }
}

/// What a file would do to the register. It changes nothing until it is confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DryRun {
    /// Which.
    pub id: ImportId,
    /// The name that the file had.
    pub file: String,
    /// When it was read.
    pub at: DateTime<Utc>,
    /// Its lines.
    pub lines: Vec<Line>,
    /// What is wrong; while there is anything, it cannot be confirmed.
    pub problems: Vec<Problem>,
    /// What is good to know, and wrong with nothing.
    pub notices: Vec<Problem>,
}

/// How many lines come to what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Outcome {
    /// Organisations added.
    pub added: usize,
    /// Organisations changed.
    pub changed: usize,
    /// Organisations that the file says nothing new of.
    pub unchanged: usize,
}

impl DryRun {
    /// What a confirmation would do.
    pub fn outcome(&self) -> Outcome {
        let count = |of: fn(&Fate) -> bool| self.lines.iter().filter(|line| of(&line.fate)).count();
        Outcome {
            added: count(|fate| matches!(fate, Fate::New)),
            changed: count(|fate| matches!(fate, Fate::Changed { .. })),
            unchanged: count(|fate| matches!(fate, Fate::Unchanged { .. })),
        }
    }
    /// Whether it may be confirmed.
    pub fn is_clean(&self) -> bool {
        self.problems.is_empty()
    }
}

/// Why an import was not carried out. Nothing was written then.
#[derive(Debug, thiserror::Error)]
pub enum ImportRefused {
    /// Something in the file is wrong.
    #[error("the file has problems: mend them and read it again")]
    Problems,
    /// The register changed since the dry run: what was shown is no longer what would happen.
    #[error("the register changed since the dry run: read the file again")]
    Moved,
    /// It was confirmed before.
    #[error("this import was confirmed before")]
    Done,
    /// The store failed.
    #[error(transparent)]
    Fault(#[from] store::Fault),
}

/// A table as it was read from a file, before anybody asked what its columns mean.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Table {
    /// The headings.
    pub header: Vec<String>,
    /// The rows that have anything in them, each with its place in the file.
    pub rows: Vec<(u32, Vec<String>)>,
    /// What is good to know of the reading.
    pub notices: Vec<Problem>,
}

/// The formats that the register is saved in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values, UTF-8.
    Csv,
    /// A workbook.
    Xlsx,
}

impl Format {
    /// The format that this word means.
    pub fn from_code(code: &str) -> Option<Format> {
        match code {
            "csv" => Some(Format::Csv),
            "xlsx" => Some(Format::Xlsx),
            _ => None,
        }
    }
}
