//! Why somebody may not do something, and whom to ask.

use serde::{Deserialize, Serialize};

/// Why an act is refused. Each has a text `refusal-…` in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Nobody is signed in.
    NotSignedIn,
    /// The sign-in needs its second step first.
    SecondFactorNeeded,
    /// The person holds no role that does this.
    RoleMissing,
    /// The person's role does this elsewhere: not in this organisation or region.
    ElsewhereOnly,
    /// What is asked for belongs to another person, who has not shared it.
    BelongsToAnother,
    /// The token of the API was not given this scope.
    ScopeMissing,
}

/// Whom to ask. Each has a text `ask-…` in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// Nobody: signing in is enough.
    SignIn,
    /// The organisation's manager.
    OrganisationManager,
    /// The network's secretariat.
    Secretariat,
    /// Who runs this installation.
    Administrator,
    /// The person whom it belongs to.
    ThePerson,
}

/// A refusal: a reason and a way on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// Why.
    pub why: Why,
    /// Whom to ask.
    pub ask: Ask,
}

impl Refusal {
    /// A refusal with its reason and its way on.
    pub const fn new(why: Why, ask: Ask) -> Self {
        Self { why, ask }
    }
    /// The key of the text that says why.
    pub const fn why_key(self) -> &'static str {
        match self.why {
            Why::NotSignedIn => "refusal-not-signed-in",
            Why::SecondFactorNeeded => "refusal-second-factor-needed",
            Why::RoleMissing => "refusal-role-missing",
            Why::ElsewhereOnly => "refusal-elsewhere-only",
            Why::BelongsToAnother => "refusal-belongs-to-another",
            Why::ScopeMissing => "refusal-scope-missing",
        }
    }
    /// The key of the text that says whom to ask.
    pub const fn ask_key(self) -> &'static str {
        match self.ask {
            Ask::SignIn => "ask-sign-in",
            Ask::OrganisationManager => "ask-organisation-manager",
            Ask::Secretariat => "ask-secretariat",
            Ask::Administrator => "ask-administrator",
            Ask::ThePerson => "ask-the-person",
        }
    }
}
