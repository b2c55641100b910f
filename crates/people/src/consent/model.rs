//! What a person may consent to.

use kernel::{DateTime, Lang, Utc};
use serde::Serialize;

/// What a person may consent to. Everything else needs no consent or is not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ConsentKind {
    /// To stand with the name on public pages as an expert of a reality.
    PublicListing,
    /// To be written to by other realities of the network.
    ContactByNetwork,
    /// To be asked for a testimony by schools and media, through the network.
    Testimony,
}

impl ConsentKind {
    /// All kinds.
    pub const ALL: [ConsentKind; 3] =
        [ConsentKind::PublicListing, ConsentKind::ContactByNetwork, ConsentKind::Testimony];

    /// The word in tables, addresses and keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            ConsentKind::PublicListing => "public-listing",
            ConsentKind::ContactByNetwork => "contact-by-network",
            ConsentKind::Testimony => "testimony",
        }
    }
    /// The kind that a word stands for.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
    /// The key of the words that are shown before it is given.
    pub fn wording_key(self) -> String {
        format!("consent-{}-wording", self.code())
    }
}

/// A consent on record, given and perhaps withdrawn.
#[derive(Debug, Clone, Serialize)]
pub struct ConsentRecord {
    /// To what.
    pub kind: ConsentKind,
    /// The very words that were shown.
    pub wording: String,
    /// In which language.
    pub lang: Lang,
    /// When it was given.
    pub given_at: DateTime<Utc>,
    /// When it was withdrawn, if it was.
    pub withdrawn_at: Option<DateTime<Utc>>,
}
