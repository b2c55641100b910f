//! What somebody looks for in the directory.

use super::{OrganisationKind, Stage};
use kernel::Territory;
use std::fmt::Write;

/// Which organisations a list is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Standing {
    /// Those in the public register.
    #[default]
    Public,
    /// Those with a sheet that waits for the secretariat.
    Waiting,
    /// Those that were closed.
    Closed,
    /// All that were ever registered.
    All,
}

impl Standing {
    /// All, in the order in which the secretariat is offered them.
    pub(crate) const ALL: [Standing; 4] = [Standing::Public, Standing::Waiting, Standing::Closed, Standing::All];
    /// The word in the address.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Standing::Public => "pubbliche",
            Standing::Waiting => "attesa",
            Standing::Closed => "chiuse",
            Standing::All => "tutte",
        }
    }
    /// The standing that has this code.
    pub(crate) fn from_code(code: &str) -> Option<Standing> {
        Standing::ALL.into_iter().find(|standing| standing.code() == code)
    }
}

/// What somebody looks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Filter {
    /// Words of name, town or province, however typed.
    pub text: String,
    /// Where.
    pub territory: Option<Territory>,
    /// Of what kind.
    pub kind: Option<OrganisationKind>,
    /// How far along.
    pub stage: Option<Stage>,
    /// Whether made up of or led by experts.
    pub led: Option<bool>,
    /// Which part of the register.
    pub standing: Standing,
}

impl Filter {
    /// Whether anything was asked for.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Filter::default()
    }
    /// The address of the directory with this filter.
    pub(crate) fn href(&self, path: &str) -> String {
        let mut query = String::new();
        let mut add = |name: &str, value: &str| {
            let _ = write!(query, "{}{name}={}", if query.is_empty() { '?' } else { '&' }, escaped(value));
        };
        if !self.text.is_empty() {
            add("q", &self.text);
        }
        if let Some(territory) = self.territory {
            add("territorio", territory.code());
        }
        if let Some(kind) = self.kind {
            add("tipo", kind.code());
        }
        if let Some(stage) = self.stage {
            add("fase", stage.code());
        }
        if let Some(led) = self.led {
            add("esperti", if led { "si" } else { "no" });
        }
        if self.standing != Standing::Public {
            add("stato", self.standing.code());
        }
        format!("{path}{query}")
    }
}

/// A value as it may stand in the query of an address.
fn escaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    for byte in value.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => text.push(char::from(byte)),
            _ => {
                let _ = write!(text, "%{byte:02X}");
            }
        }
    }
    text
}
