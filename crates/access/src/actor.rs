//! Who asks.

use kernel::{NaiveDate, OrganisationId, Period, PersonId, SessionId, Territory};
use serde::{Deserialize, Serialize};

/// What a person may be in the program. A person may hold several, each in a scope and for a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// A peer support expert, user or family.
    Expert,
    /// Staff qualified by study and work.
    Professional,
    /// The contact person of experts in a workplace.
    Tutor,
    /// Who keeps an organisation's records and speaks for it in the network.
    OrganisationManager,
    /// Who teaches or runs courses.
    Trainer,
    /// The network's secretariat.
    Secretariat,
    /// A region's officer.
    Region,
    /// Who runs this installation.
    Administrator,
}

impl Role {
    /// All roles.
    pub const ALL: [Role; 8] = [
        Role::Expert,
        Role::Professional,
        Role::Tutor,
        Role::OrganisationManager,
        Role::Trainer,
        Role::Secretariat,
        Role::Region,
        Role::Administrator,
    ];

    /// The word in addresses, files and tables.
    pub const fn code(self) -> &'static str {
        match self {
            Role::Expert => "expert",
            Role::Professional => "professional",
            Role::Tutor => "tutor",
            Role::OrganisationManager => "organisation-manager",
            Role::Trainer => "trainer",
            Role::Secretariat => "secretariat",
            Role::Region => "region",
            Role::Administrator => "administrator",
        }
    }
    /// The role that has this code.
    pub fn from_code(code: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.code() == code)
    }
    /// The key of its name on screen.
    pub fn key(self) -> String {
        format!("role-{}", self.code())
    }
    /// In what kind of scope the role is held.
    pub const fn held_in(self) -> &'static str {
        match self {
            Role::Secretariat | Role::Administrator => "network",
            Role::Region => "territory",
            _ => "organisation",
        }
    }
    /// Whether the role reaches so far that a second step at sign-in is asked for.
    pub const fn needs_second_factor(self) -> bool {
        matches!(self, Role::Secretariat | Role::Administrator | Role::Region)
    }
}

/// Where a role is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", content = "id")]
pub enum Scope {
    /// In the whole network.
    Network,
    /// In a territory.
    Territory(Territory),
    /// In an organisation.
    Organisation(OrganisationId),
}

/// A role that a person holds, where and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldRole {
    /// Which role.
    pub role: Role,
    /// Where.
    pub scope: Scope,
    /// When.
    pub period: Period,
}

/// What a token of the API may be used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TokenScope {
    /// Reading what its owner may read.
    Read,
    /// Changing what its owner may change.
    Write,
}

/// A person who signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedIn {
    /// Who.
    pub person: PersonId,
    /// The name to greet with.
    pub name: String,
    /// The roles held today.
    pub roles: Vec<HeldRole>,
    /// Whether a second step (code or passkey) was taken, or none is needed.
    pub second_factor: bool,
    /// The session, when a browser asks.
    pub session: Option<SessionId>,
    /// The scopes, when a token of the API asks.
    pub token: Option<Vec<TokenScope>>,
}

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// Nobody is signed in.
    Visitor,
    /// A person.
    Person(SignedIn),
    /// The program itself or somebody at its command line: `"cli"`, `"job mail"`. It may do
    /// everything; who may run the command is the machine's affair, and the trace says so.
    Program(String),
}

impl Actor {
    /// The program acting for the command line.
    pub fn cli() -> Actor {
        Actor::Program("cli".to_owned())
    }
    /// The person, when one is signed in.
    pub fn person(&self) -> Option<PersonId> {
        self.signed_in().map(|s| s.person)
    }
    /// The sign-in, when there is one.
    pub fn signed_in(&self) -> Option<&SignedIn> {
        match self {
            Actor::Person(signed_in) => Some(signed_in),
            _ => None,
        }
    }
    /// Whether the person holds a role anywhere.
    pub fn holds(&self, role: Role) -> bool {
        self.roles().iter().any(|held| held.role == role)
    }
    /// The roles held today.
    pub fn roles(&self) -> &[HeldRole] {
        self.signed_in().map_or(&[], |s| &s.roles)
    }
    /// The organisations in which a role is held.
    pub fn organisations(&self, role: Role) -> Vec<OrganisationId> {
        let mut all: Vec<_> = self
            .roles()
            .iter()
            .filter(|held| held.role == role)
            .filter_map(|held| match held.scope {
                Scope::Organisation(id) => Some(id),
                _ => None,
            })
            .collect();
        all.dedup();
        all
    }
    /// The territories in which a role is held.
    pub fn territories(&self, role: Role) -> Vec<Territory> {
        let in_territory = |held: &HeldRole| match held.scope {
            Scope::Territory(territory) => Some(territory),
            _ => None,
        };
        let held = self.roles().iter().filter(|held| held.role == role);
        held.filter_map(in_territory).collect()
    }
    /// As it stands in the audit log.
    pub fn label(&self) -> String {
        match self {
            Actor::Visitor => "visitor".to_owned(),
            Actor::Person(signed_in) => format!("person {}", signed_in.person),
            Actor::Program(what) => what.clone(),
        }
    }
}

impl SignedIn {
    /// Keeps only the roles that are held on a day.
    #[must_use]
    pub fn on(mut self, day: NaiveDate) -> Self {
        self.roles.retain(|held| held.period.contains(day));
        self
    }
}
