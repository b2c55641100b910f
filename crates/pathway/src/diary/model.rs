//! An entry of a trainee's diary.

use kernel::{Checks, DiaryEntryId, Invalids, NaiveDate, typed_day};
use web::Fields;

/// How long an entry may be, in characters.
const LENGTH: usize = 20_000;

/// An entry as its writer reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Of which day.
    pub day: NaiveDate,
    /// What was written.
    pub words: String,
    /// The version that was read; 0 for a new one.
    pub version: i64,
}

impl Entry {
    /// Parses the form. Fields: `day`, `words`, `version`.
    ///
    /// # Errors
    /// [`Invalids`] with all that is wrong.
    pub fn parse(fields: &Fields) -> Result<Self, Invalids> {
        let mut checks = Checks::new();
        let day = checks.take(typed_day("day", fields.get("day")));
        let words = checks.text("words", &fields.get("words").replace("\r\n", "\n"), LENGTH);
        let version = fields.get("version").parse().unwrap_or(0);
        checks.finish(|| Some(Self { day: day?, words: words?, version }))
    }
    /// The form as it stands before anything is changed.
    pub fn fields(&self) -> Fields {
        let mut fields = Fields::new();
        fields.set("day", self.day);
        fields.set("words", &self.words);
        fields.set("version", self.version);
        fields
    }
    /// What was written, by paragraphs.
    pub fn paragraphs(&self) -> Vec<&str> {
        self.words.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()).collect()
    }
}

/// The place that the words of an entry are sealed for.
pub(super) fn place(id: DiaryEntryId) -> String {
    format!("diary_entry/{id}/words")
}
