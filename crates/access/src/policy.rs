//! The whole policy: who may do what, in one place.

use crate::{Act, Actor, HeldRole, Role, Scope, SignedIn, Target, TokenScope};
use kernel::{Ask, Refusal, Why};
use std::fmt::Write;

/// Decides whether `actor` may do `act` to `target`.
///
/// # Errors
/// [`Refusal`]: why not, and whom to ask.
pub fn decide(actor: &Actor, act: Act, target: Target) -> Result<(), Refusal> {
    let person = match actor {
        Actor::Program(_) => return Ok(()),
        Actor::Visitor if open_to_all(act) => return Ok(()),
        Actor::Visitor => return Err(Refusal::new(Why::NotSignedIn, Ask::SignIn)),
        Actor::Person(person) => person,
    };
    within_sign_in(person, act)?;
    match act {
        Act::ReadPublic | Act::SignIn | Act::SendFeedback => Ok(()),
        Act::ReadCommunity => Ok(()),
        Act::UseOwnAccount => own(person, target),
        // Who confirms what an organisation says must be able to read it.
        Act::ReadOrganisation => {
            held(person, target, &[Role::OrganisationManager, Role::Region, Role::Secretariat, Role::Administrator])
        }
        Act::EditOrganisation | Act::InviteToOrganisation | Act::Endorse | Act::PublishFindings | Act::Twin => {
            held(person, target, &[Role::OrganisationManager, Role::Secretariat])
        }
        // A person's being an expert is health information: the region does not see it.
        Act::ManageExperts => held(person, target, &[Role::OrganisationManager, Role::Secretariat]),
        // An organisation sees its own findings, with its experts; the secretariat sees all.
        Act::ReadFindings => held(
            person,
            target,
            &[
                Role::OrganisationManager,
                Role::Expert,
                Role::Professional,
                Role::Tutor,
                Role::Trainer,
                Role::Secretariat,
            ],
        ),
        // Being a candidate, a trainee or certified says something of a person's health: neither
        // the secretariat nor the region sees who is.
        Act::Apply => Ok(()),
        Act::ManageSelection => held(person, target, &[Role::OrganisationManager]),
        Act::Nominate => held(
            person,
            target,
            &[Role::Professional, Role::Tutor, Role::Expert, Role::Trainer, Role::OrganisationManager],
        ),
        // Whoever is asked for one of these is named by the record itself, and the handler looks.
        Act::SitInPanel | Act::GuideTrainee => held(
            person,
            target,
            &[Role::Expert, Role::Professional, Role::Tutor, Role::Trainer, Role::OrganisationManager],
        ),
        Act::ManageCourses => held(person, target, &[Role::Trainer, Role::OrganisationManager]),
        Act::Teach | Act::SignCertificate => held(
            person,
            target,
            &[Role::Expert, Role::Professional, Role::Tutor, Role::Trainer, Role::OrganisationManager],
        ),
        Act::ManageCertificates => held(person, target, &[Role::OrganisationManager]),
        Act::Announce => held(person, target, &[Role::OrganisationManager, Role::Secretariat]),
        Act::ManageTerritory => held(person, target, &[Role::Region, Role::Secretariat]),
        Act::ExportRegister => held(person, target, &[Role::OrganisationManager, Role::Region, Role::Secretariat]),
        Act::RegisterOrganisation
        | Act::ConfirmOrganisation
        | Act::ManageGroups
        | Act::ImportRegister
        | Act::ImportDocument
        | Act::ManageCharter
        | Act::ReadAllFindings => held(person, target, &[Role::Secretariat, Role::Administrator]),
        Act::ManageAccounts => held(person, target, &[Role::Administrator, Role::Secretariat]),
        Act::Operate => held(person, target, &[Role::Administrator]),
    }
}

/// Decides whether `actor` may do `act` to anything at all: the gate of a route, before the
/// handler knows what is touched.
///
/// # Errors
/// [`Refusal`] when there is nothing to which it could be allowed.
pub fn anywhere(actor: &Actor, act: Act) -> Result<(), Refusal> {
    let mut answer = decide(actor, act, Target::Network);
    let held = actor.roles().iter().map(|held| match held.scope {
        Scope::Network => Target::Network,
        Scope::Territory(territory) => Target::Territory(territory),
        // Which territory it lies in does not matter to who holds a role in it.
        Scope::Organisation(id) => Target::organisation(id, kernel::Territory::Abruzzo),
    });
    for target in held.chain(actor.person().map(Target::Person)) {
        if answer.is_ok() {
            break;
        }
        let next = decide(actor, act, target);
        if next.is_ok() {
            answer = next;
        }
    }
    answer
}

/// What everyone may do without signing in.
fn open_to_all(act: Act) -> bool {
    matches!(act, Act::ReadPublic | Act::SignIn | Act::SendFeedback | Act::Apply)
}

/// A token reaches no further than its scopes; a far-reaching role needs the second step.
fn within_sign_in(person: &SignedIn, act: Act) -> Result<(), Refusal> {
    if let Some(scopes) = &person.token {
        let needed = if act.writes() { TokenScope::Write } else { TokenScope::Read };
        if !scopes.contains(&needed) {
            return Err(Refusal::new(Why::ScopeMissing, Ask::ThePerson));
        }
    }
    let personal = open_to_all(act) || act == Act::UseOwnAccount;
    if !personal && !person.second_factor && person.roles.iter().any(|h| h.role.needs_second_factor()) {
        return Err(Refusal::new(Why::SecondFactorNeeded, Ask::SignIn));
    }
    Ok(())
}

/// What belongs to a person is that person's.
fn own(person: &SignedIn, target: Target) -> Result<(), Refusal> {
    match target {
        Target::Person(id) if id != person.person => Err(Refusal::new(Why::BelongsToAnother, Ask::ThePerson)),
        _ => Ok(()),
    }
}

/// One of the roles is held where the target lies.
fn held(person: &SignedIn, target: Target, roles: &[Role]) -> Result<(), Refusal> {
    let mut elsewhere = false;
    for held in person.roles.iter().filter(|held| roles.contains(&held.role)) {
        if reaches(held, target) {
            return Ok(());
        }
        elsewhere = true;
    }
    let why = if elsewhere { Why::ElsewhereOnly } else { Why::RoleMissing };
    let ask = match target {
        Target::Organisation { .. } if roles.contains(&Role::OrganisationManager) => Ask::OrganisationManager,
        _ if roles.contains(&Role::Secretariat) => Ask::Secretariat,
        _ => Ask::Administrator,
    };
    Err(Refusal::new(why, ask))
}

/// Whether a role held in a scope reaches a target.
fn reaches(held: &HeldRole, target: Target) -> bool {
    match (held.scope, target) {
        (Scope::Network, _) => true,
        (Scope::Organisation(mine), Target::Organisation { id, .. }) => mine == id,
        (Scope::Territory(mine), Target::Organisation { territory, .. } | Target::Territory(territory)) => {
            mine == territory
        }
        _ => false,
    }
}

/// The role × act matrix as a table that anybody can read: where each role reaches.
///
/// `everywhere`, `own organisation`, `own territory`, `own` (what belongs to the person) or `–`.
pub fn matrix() -> String {
    let mut text = String::from("| act | visitor |");
    for role in Role::ALL {
        let _ = write!(text, " {} |", role.code());
    }
    text.push_str("\n|---|---|");
    text.push_str(&"---|".repeat(Role::ALL.len()));
    text.push('\n');
    for act in Act::ALL {
        let visitor = if open_to_all(*act) { "everywhere" } else { "–" };
        let _ = write!(text, "| {} | {visitor} |", act.code());
        for role in Role::ALL {
            let _ = write!(text, " {} |", reach(role, *act));
        }
        text.push('\n');
    }
    text
}

/// How far a role reaches with an act, found by asking the policy itself.
fn reach(role: Role, act: Act) -> &'static str {
    use kernel::{OrganisationId, Period, PersonId, Territory, Uuid};
    let (mine, other) = (OrganisationId::from_uuid(Uuid::from_u128(1)), OrganisationId::from_uuid(Uuid::from_u128(2)));
    let scope = match role.held_in() {
        "network" => Scope::Network,
        "territory" => Scope::Territory(Territory::Umbria),
        _ => Scope::Organisation(mine),
    };
    let me = PersonId::from_uuid(Uuid::from_u128(3));
    let actor = Actor::Person(SignedIn {
        person: me,
        name: String::new(),
        roles: vec![HeldRole { role, scope, period: Period::since(kernel::NaiveDate::MIN) }],
        second_factor: true,
        session: None,
        token: None,
    });
    let may = |target| decide(&actor, act, target).is_ok();
    let stranger = Target::Person(PersonId::from_uuid(Uuid::from_u128(4)));
    if act == Act::UseOwnAccount {
        return if may(stranger) { "everywhere" } else { "own" };
    }
    if may(Target::Network) {
        "everywhere"
    } else if may(Target::organisation(other, Territory::Umbria)) {
        "own territory"
    } else if may(Target::organisation(mine, Territory::Lazio)) {
        "own organisation"
    } else if may(Target::Territory(Territory::Umbria)) {
        "own territory"
    } else {
        "–"
    }
}
