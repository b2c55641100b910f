//! A role on record, and how its scope is written down.

use access::{HeldRole, Scope};
use kernel::{OrganisationId, PersonId, RoleId, Territory};

/// A role on record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoleRecord {
    /// Which.
    pub id: RoleId,
    /// Who holds it.
    pub person: PersonId,
    /// What, where and when.
    pub held: HeldRole,
}

/// A scope as one word: `network`, `territory/umbria`, `organisation/…`.
pub(crate) fn scope_word(scope: Scope) -> String {
    match scope {
        Scope::Network => "network".to_owned(),
        Scope::Territory(territory) => format!("territory/{territory}"),
        Scope::Organisation(id) => format!("organisation/{id}"),
    }
}

/// The scope that a word stands for.
pub(crate) fn scope_of(word: &str) -> Option<Scope> {
    match word.split_once('/') {
        None if word == "network" => Some(Scope::Network),
        Some(("territory", code)) => code.parse::<Territory>().ok().map(Scope::Territory),
        Some(("organisation", id)) => id.parse::<OrganisationId>().ok().map(Scope::Organisation),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Uuid;

    #[test]
    fn a_scope_is_read_as_it_was_written() {
        let organisation = Scope::Organisation(OrganisationId::from_uuid(Uuid::from_u128(7)));
        let territories = Territory::ALL.into_iter().map(Scope::Territory);
        for scope in territories.chain([Scope::Network, organisation]) {
            assert_eq!(scope_of(&scope_word(scope)), Some(scope));
        }
        assert_eq!(scope_of("territory/atlantide"), None);
    }
}
