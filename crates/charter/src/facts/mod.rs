//! What the slices know of one organisation: counts and dates of its records, never a person.

mod records;

pub use records::*;

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use std::collections::BTreeMap;

/// What an organisation is, as far as the rules tell kinds apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A mental-health department.
    Department,
    /// A service, of a department or elsewhere.
    Service,
    /// A cooperative or another enterprise of the third sector.
    Cooperative,
    /// An association.
    Association,
    /// A volunteer group or a self-help group.
    Volunteers,
    /// A network, a movement or a promoter: who holds conferences.
    Network,
    /// Anything else.
    Other,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 7] = [
        Kind::Department,
        Kind::Service,
        Kind::Cooperative,
        Kind::Association,
        Kind::Volunteers,
        Kind::Network,
        Kind::Other,
    ];
}

/// Something that a slice reports on an organisation: one entry of the open map.
pub trait Fact: Serialize + DeserializeOwned {
    /// The name of the entry.
    const KEY: &'static str;
}

/// What is known of one organisation: an open map of entries, each a [`Fact`].
///
/// A slice that comes later adds a type that implements [`Fact`]; nobody who passes facts on has
/// to know it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    kind: Kind,
    #[serde(default)]
    entries: BTreeMap<String, Value>,
}

impl Facts {
    /// An organisation of which nothing but its kind is known.
    pub fn about(kind: Kind) -> Self {
        Self { kind, entries: BTreeMap::new() }
    }
    /// What the organisation is.
    pub fn kind(&self) -> Kind {
        self.kind
    }
    /// The same facts and one more; a former entry of the same name gives way.
    #[must_use]
    pub fn with<F: Fact>(mut self, fact: &F) -> Self {
        self.set(fact);
        self
    }
    /// Adds an entry; a former one of the same name gives way.
    pub fn set<F: Fact>(&mut self, fact: &F) {
        if let Ok(value) = serde_json::to_value(fact) {
            self.entries.insert(F::KEY.to_owned(), value);
        }
    }
    /// Adds entries as they were stored: those that cannot be read later count as missing.
    pub fn extend(&mut self, entries: impl IntoIterator<Item = (String, Value)>) {
        self.entries.extend(entries);
    }
    /// An entry; none where nobody reported it or where it cannot be read.
    pub fn get<F: Fact>(&self) -> Option<F> {
        F::deserialize(self.entries.get(F::KEY)?).ok()
    }
    /// All entries by name, as they are stored.
    pub fn entries(&self) -> &BTreeMap<String, Value> {
        &self.entries
    }
    /// All entries by name, to be stored.
    pub fn into_entries(self) -> BTreeMap<String, Value> {
        self.entries
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_counts_as_missing() {
        let mut facts = Facts::about(Kind::Service).with(&Experts { active: 2, in_a_group: None });
        assert_eq!(facts.get::<Experts>().map(|e| e.active), Some(2));
        facts.extend([(Experts::KEY.to_owned(), Value::from("two"))]);
        assert_eq!(facts.get::<Experts>(), None);
    }
}
