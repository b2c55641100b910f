//! Versions of the Charter on record.

use charter::Charter;
use kernel::{CharterVersionId, NaiveDate};

/// Where a version stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is being written and may change.
    Draft,
    /// It holds now. One version does.
    InForce,
    /// It held once. It never changes.
    Past,
}

impl Standing {
    /// The word in keys of texts and in the API.
    pub const fn code(self) -> &'static str {
        match self {
            Standing::Draft => "draft",
            Standing::InForce => "in-force",
            Standing::Past => "past",
        }
    }
    /// Whether it holds now.
    pub const fn in_force(self) -> bool {
        matches!(self, Standing::InForce)
    }
    /// As two columns say: when it was adopted, and whether it holds.
    pub(super) fn of(adopted_on: Option<NaiveDate>, in_force: bool) -> Self {
        match (adopted_on, in_force) {
            (None, _) => Standing::Draft,
            (Some(_), true) => Standing::InForce,
            (Some(_), false) => Standing::Past,
        }
    }
}

/// A version of the Charter without its articles: a line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CharterLine {
    /// Which.
    pub id: CharterVersionId,
    /// Its name: "1", "2027".
    pub label: String,
    /// Where it stands.
    pub standing: Standing,
    /// The day it was adopted; none for a draft.
    pub adopted_on: Option<NaiveDate>,
}

impl CharterLine {
    /// The address of its page.
    pub fn href(&self) -> String {
        format!("/carta/versioni/{}", self.id)
    }
    /// Whether everyone may read it.
    pub fn public(&self) -> bool {
        self.standing != Standing::Draft
    }
}

/// A version of the Charter on record.
#[derive(Debug, Clone, PartialEq)]
pub struct CharterVersion {
    /// Its name, standing and dates.
    pub line: CharterLine,
    /// What it says.
    pub charter: Charter,
    /// The version it was drafted from.
    pub based_on: Option<CharterVersionId>,
    /// Rises with each change of a draft.
    pub version: i64,
}

impl CharterVersion {
    /// Which.
    pub fn id(&self) -> CharterVersionId {
        self.line.id
    }
}
