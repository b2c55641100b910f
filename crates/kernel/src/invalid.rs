//! What is wrong with the fields of a form, as keys of texts.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One thing that is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invalid {
    /// The name of the form's field.
    pub field: String,
    /// The key of the text that says what is wrong and how to mend it.
    pub key: String,
    /// What the text needs to fill itself in.
    pub args: BTreeMap<String, String>,
}

impl Invalid {
    /// A complaint about a field.
    pub fn new(field: &str, key: &str) -> Self {
        Self { field: field.to_owned(), key: key.to_owned(), args: BTreeMap::new() }
    }
    /// The same complaint with something to fill in.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }
}

/// All that is wrong with a form; empty when nothing is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invalids(pub Vec<Invalid>);

impl Invalids {
    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    /// The first complaint about a field.
    pub fn of(&self, field: &str) -> Option<&Invalid> {
        self.0.iter().find(|i| i.field == field)
    }
}

impl From<Invalid> for Invalids {
    fn from(one: Invalid) -> Self {
        Self(vec![one])
    }
}

/// Gathers complaints while a form is parsed, so that all are shown at once.
#[derive(Debug, Default)]
pub struct Checks(Vec<Invalid>);

impl Checks {
    /// Nothing found yet.
    pub fn new() -> Self {
        Self::default()
    }
    /// Keeps the value, or notes what is wrong and goes on.
    pub fn take<T>(&mut self, parsed: Result<T, Invalid>) -> Option<T> {
        parsed.map_err(|invalid| self.0.push(invalid)).ok()
    }
    /// Notes a complaint unless the condition holds.
    pub fn need(&mut self, holds: bool, field: &str, key: &str) {
        if !holds {
            self.0.push(Invalid::new(field, key));
        }
    }
    /// A text that must not be empty and has at most `max` characters; trimmed.
    pub fn text(&mut self, field: &str, text: &str, max: usize) -> Option<String> {
        let text = text.trim();
        if text.is_empty() {
            self.0.push(Invalid::new(field, "invalid-required"));
            return None;
        }
        self.limited(field, text, max)
    }
    /// A text that may be empty (`None`) and has at most `max` characters; trimmed.
    pub fn optional(&mut self, field: &str, text: &str, max: usize) -> Option<String> {
        let text = text.trim();
        if text.is_empty() { None } else { self.limited(field, text, max) }
    }
    fn limited(&mut self, field: &str, text: &str, max: usize) -> Option<String> {
        if text.chars().count() > max {
            self.0.push(Invalid::new(field, "invalid-too-long").with("max", max));
            return None;
        }
        Some(text.to_owned())
    }
    /// The built value when nothing was wrong; else all that was.
    ///
    /// # Errors
    /// [`Invalids`] when a check failed, or when `build` finds a part missing.
    pub fn finish<T>(self, build: impl FnOnce() -> Option<T>) -> Result<T, Invalids> {
        if !self.0.is_empty() {
            return Err(Invalids(self.0));
        }
        build().ok_or_else(|| Invalid::new("", "invalid-form").into())
    }
}

/// A day typed in a form or a file, as browsers send it (`2026-05-31`) or as people write it
/// (`31/5/2026`, `31.5.2026`, `31-5-2026`).
///
/// # Errors
/// [`Invalid`] when it is empty, is no day, or lies before 1900 or after 2199.
pub fn typed_day(field: &str, text: &str) -> Result<NaiveDate, Invalid> {
    let text = text.trim();
    let wrong = || Invalid::new(field, if text.is_empty() { "invalid-required" } else { "invalid-date" });
    let formats = ["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y"];
    let parsed = formats.iter().find_map(|format| NaiveDate::parse_from_str(text, format).ok());
    parsed.filter(|day| (1900..2200).contains(&day.year())).ok_or_else(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_browsers_send_it_and_as_people_write_it() {
        for text in ["2026-05-31", "31/5/2026", "31/05/2026", " 31.5.2026 ", "31-05-2026"] {
            assert_eq!(typed_day("on", text).unwrap().to_string(), "2026-05-31", "{text}");
        }
        for text in ["31/5/26", "5/31/2026", "ieri", "0026-05-31"] {
            assert_eq!(typed_day("on", text).unwrap_err().key, "invalid-date", "{text}");
        }
        assert_eq!(typed_day("on", " ").unwrap_err().key, "invalid-required");
    }

    #[test]
    fn all_complaints_come_at_once() {
        let mut checks = Checks::new();
        let name = checks.text("name", "  ", 10);
        let town = checks.text("town", "Castel San Giovanni in Persiceto", 10);
        let wrong = checks.finish(|| Some((name?, town?))).unwrap_err();
        assert_eq!(wrong.of("name").unwrap().key, "invalid-required");
        assert_eq!(wrong.of("town").unwrap().args["max"], "10");
    }
}
