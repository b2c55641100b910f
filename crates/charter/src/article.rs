//! Articles: what the Charter says in words, and what it rests on.

use kernel::Lang;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// In Italian, the source.
    pub it: String,
    /// In English.
    pub en: String,
}

impl Words {
    /// The same text in both languages.
    pub fn new(it: impl Into<String>, en: impl Into<String>) -> Self {
        Self { it: it.into(), en: en.into() }
    }
    /// The text in a language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::It => &self.it,
            Lang::En => &self.en,
        }
    }
    /// Whether a language is missing.
    pub fn incomplete(&self) -> bool {
        self.it.trim().is_empty() || self.en.trim().is_empty()
    }
}

/// The address of a statement of the Document: `section.statement`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Anchor(String);

impl Anchor {
    /// Reads an anchor: two parts of lower-case letters, digits and hyphens with a dot between.
    pub fn parse(text: &str) -> Option<Self> {
        let part = |part: &str| {
            !part.is_empty() && part.chars().all(|c| c == '-' || c.is_ascii_digit() || c.is_ascii_lowercase())
        };
        let (section, statement) = text.split_once('.')?;
        (part(section) && part(statement)).then(|| Self(text.to_owned()))
    }
    /// An anchor that stands in this crate's own data and is known to be one.
    pub(crate) fn known(text: &str) -> Self {
        Self(text.to_owned())
    }
    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Anchor {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).ok_or_else(|| format!("not the anchor of a statement: {text}"))
    }
}

impl From<Anchor> for String {
    fn from(anchor: Anchor) -> String {
        anchor.0
    }
}

/// An article of the Charter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// Its place; an article keeps its number from version to version.
    pub number: u32,
    /// Its stable name in addresses.
    pub slug: String,
    /// What it is about.
    pub title: Words,
    /// What it says, in the Charter's own words.
    pub text: Words,
    /// The statements of the Document it rests on.
    pub rests_on: Vec<Anchor>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_anchor_has_two_parts() {
        assert!(Anchor::parse("la-selezione.la-selezione-va-fatta-congiuntamente").is_some());
        for wrong in ["", "la-selezione", "la.se.le", "La.selezione", ".a", "a.", "a.b c"] {
            assert!(Anchor::parse(wrong).is_none(), "{wrong}");
        }
    }
}
