//! Mail addresses.

use crate::Invalid;
use serde::{Deserialize, Serialize};
use std::fmt;

/// An address that mail can be sent to, kept in lower case.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Parses an address; `field` is the form's field that the complaint belongs to.
    ///
    /// # Errors
    /// [`Invalid`] when there is no local part, no domain with a dot, or a space inside.
    pub fn parse(field: &str, text: &str) -> Result<Self, Invalid> {
        let text = text.trim().to_lowercase();
        let wrong = || Invalid::new(field, "invalid-email");
        let (local, domain) = text.split_once('@').ok_or_else(wrong)?;
        let plain = |part: &str| {
            !part.is_empty()
                && !part.contains(['@', ',', ';', '<', '>', '"', '\\'])
                && !part.chars().any(|c| c.is_whitespace() || c.is_control())
        };
        let labels = domain.split('.').collect::<Vec<_>>();
        if plain(local)
            && plain(domain)
            && labels.len() > 1
            && labels.iter().all(|l| !l.is_empty())
            && text.len() <= 254
        {
            Ok(Self(text))
        } else {
            Err(wrong())
        }
    }
    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Shows the domain only: an address in a log says who somebody is.
impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "…@{}", self.0.split('@').nth(1).unwrap_or_default())
    }
}

impl TryFrom<String> for EmailAddress {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        Self::parse("email", &text).map_err(|_| format!("not a mail address: {text}"))
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> String {
        address.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_checked_and_folded() {
        assert_eq!(EmailAddress::parse("e", " Ada@Example.IT ").unwrap().as_str(), "ada@example.it");
        for wrong in ["", "ada", "@example.it", "ada@", "ada@local", "a b@c.it", "a@b..it", "a@b@c.it"] {
            assert!(EmailAddress::parse("e", wrong).is_err(), "{wrong}");
        }
    }
}
