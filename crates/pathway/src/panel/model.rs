//! Which of the two kinds somebody is, and the seats of a panel.

use access::{Actor, HeldRole, Role, Scope};
use kernel::{CallId, Checks, DateTime, Invalids, NaiveDate, OrganisationId, PersonId, Utc};
use std::collections::{BTreeMap, BTreeSet};

store::coded! {
    /// One of the two kinds that select, write, teach and sign together.
    Side {
        /// An expert by experience.
        Expert = "expert",
        /// A professional, by study and work.
        Professional = "professional",
    }
}

impl Side {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Side {
        match self {
            Side::Expert => Side::Professional,
            Side::Professional => Side::Expert,
        }
    }
    /// The key of its name on screen.
    pub const fn key(self) -> &'static str {
        match self {
            Side::Expert => "panel-side-expert",
            Side::Professional => "panel-side-professional",
        }
    }
    /// The side that a role stands for. Managing or teaching stands for neither.
    pub const fn of_role(role: Role) -> Option<Side> {
        match role {
            Role::Expert => Some(Side::Expert),
            Role::Professional | Role::Tutor => Some(Side::Professional),
            _ => None,
        }
    }
    /// The side on which these roles put somebody in an organisation. Who holds roles of both
    /// kinds there sits as an expert: the experience is what nobody else brings.
    pub fn of_roles(roles: &[HeldRole], organisation: OrganisationId) -> Option<Side> {
        let here = roles.iter().filter(|held| held.scope == Scope::Organisation(organisation));
        let mut sides: Vec<Side> = here.filter_map(|held| Side::of_role(held.role)).collect();
        sides.sort_unstable();
        sides.first().copied()
    }
    /// The side on which whoever asks is in an organisation.
    pub fn of(actor: &Actor, organisation: OrganisationId) -> Option<Side> {
        Side::of_roles(actor.roles(), organisation)
    }
}

/// A seat in the panel of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seat {
    /// Who sits.
    pub person: PersonId,
    /// On which side.
    pub side: Side,
    /// Since when.
    pub since: NaiveDate,
}

impl Seat {
    /// Whether who sits could meet a candidate whose candidacy was closed then.
    pub fn met(&self, closed: DateTime<Utc>) -> bool {
        self.since <= kernel::rome_date(closed)
    }
}

/// A panel on record; one that was never saved has no members and version 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panel {
    /// The call it sits in.
    pub call: CallId,
    /// Who sits.
    pub members: Vec<Seat>,
    /// The version that was read.
    pub version: i64,
}

/// A seat of a person, as the person's start page needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeatOf {
    /// In the panel of which call.
    pub call: CallId,
    /// On which side.
    pub side: Side,
}

/// Who is to sit, as a form says it: people and the side that their role here gives them.
pub type Members = BTreeMap<PersonId, Side>;

/// Who holds a role in an organisation on a day, on each side that a role stands for.
pub type Here = BTreeSet<(PersonId, Side)>;

/// Reads the members from a form. Field: `member`, several times. Only those can sit who hold a
/// role here that stands for a side.
///
/// # Errors
/// [`Invalids`] when somebody was chosen who cannot sit here.
pub fn parse_members(fields: &web::Fields, able: &Members) -> Result<Members, Invalids> {
    let mut checks = Checks::new();
    let chosen: Vec<_> = fields.all("member").into_iter().map(|id| id.parse::<PersonId>().ok()).collect();
    let seated =
        chosen.into_iter().map(|id| id.and_then(|id| Some((id, *able.get(&id)?)))).collect::<Option<Members>>();
    checks.need(seated.is_some(), "member", "panel-invalid-member");
    checks.finish(|| seated)
}

/// How long the words on a tie may be, in characters.
pub const TIE_LENGTH: usize = 500;

/// A member who steps aside: what ties them to the candidate, where they want to say it, and who
/// sits in their place, where somebody must.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// What ties the member, in their own words; sealed, and read by nobody else.
    pub tie: Option<String>,
    /// Who sits in their place for this candidate.
    pub substitute: Option<PersonId>,
}

impl Aside {
    /// Parses the form. Fields: `tie`, `substitute`.
    ///
    /// # Errors
    /// [`Invalids`] with all that is wrong.
    pub fn parse(fields: &web::Fields) -> Result<Aside, Invalids> {
        let mut checks = Checks::new();
        let tie = checks.optional("tie", fields.get("tie"), TIE_LENGTH);
        let substitute = match fields.get("substitute").trim() {
            "" => None,
            text => {
                let person = text.parse::<PersonId>().ok();
                checks.need(person.is_some(), "substitute", "invalid-choice");
                person
            }
        };
        checks.finish(|| Some(Aside { tie, substitute }))
    }
}
