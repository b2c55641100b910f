//! The policy as stories, and the matrix as a picture.

#![allow(clippy::unwrap_used, reason = "a test may be blunt")]

use access::{Act, Actor, HeldRole, Permit, Role, Scope, SignedIn, Target, TokenScope, matrix, policy};
use kernel::{Ask, NaiveDate, OrganisationId, Period, PersonId, Territory, Uuid, Why};
use proptest::prelude::*;

fn organisation(n: u128) -> OrganisationId {
    OrganisationId::from_uuid(Uuid::from_u128(n))
}

fn person(roles: &[(Role, Scope)]) -> SignedIn {
    let period = Period::since(NaiveDate::from_ymd_opt(2026, 1, 1).unwrap());
    SignedIn {
        person: PersonId::from_uuid(Uuid::from_u128(99)),
        name: "Ada".into(),
        roles: roles.iter().map(|(role, scope)| HeldRole { role: *role, scope: *scope, period }).collect(),
        second_factor: true,
        session: None,
        token: None,
    }
}

#[test]
fn the_matrix_is_known() {
    insta::assert_snapshot!(matrix());
}

#[test]
fn a_manager_edits_the_own_organisation_and_is_told_whom_to_ask_for_another() {
    let manager = Actor::Person(person(&[(Role::OrganisationManager, Scope::Organisation(organisation(1)))]));
    let at = |n| Target::organisation(organisation(n), Territory::Umbria);
    assert!(policy::decide(&manager, Act::EditOrganisation, at(1)).is_ok());
    let refusal = policy::decide(&manager, Act::EditOrganisation, at(2)).unwrap_err();
    assert_eq!((refusal.why, refusal.ask), (Why::ElsewhereOnly, Ask::OrganisationManager));
    assert!(policy::anywhere(&manager, Act::EditOrganisation).is_ok());
    assert!(policy::anywhere(&manager, Act::ImportRegister).is_err());
}

#[test]
fn a_region_reads_its_territory_but_not_who_is_an_expert() {
    let region = Actor::Person(person(&[(Role::Region, Scope::Territory(Territory::Umbria))]));
    let at = |territory| Target::organisation(organisation(1), territory);
    assert!(policy::decide(&region, Act::ReadOrganisation, at(Territory::Umbria)).is_ok());
    assert!(policy::decide(&region, Act::ReadOrganisation, at(Territory::Lazio)).is_err());
    assert!(policy::decide(&region, Act::ManageExperts, at(Territory::Umbria)).is_err());
}

#[test]
fn nobody_reads_what_belongs_to_another() {
    for role in Role::ALL {
        let actor = Actor::Person(person(&[(role, Scope::Network)]));
        let other = Target::Person(PersonId::from_uuid(Uuid::from_u128(7)));
        assert_eq!(policy::decide(&actor, Act::UseOwnAccount, other).unwrap_err().why, Why::BelongsToAnother);
    }
}

#[test]
fn a_far_reaching_role_needs_the_second_step() {
    let mut secretary = person(&[(Role::Secretariat, Scope::Network)]);
    secretary.second_factor = false;
    let actor = Actor::Person(secretary);
    assert_eq!(policy::decide(&actor, Act::ImportRegister, Target::Network).unwrap_err().why, Why::SecondFactorNeeded);
    assert!(policy::decide(&actor, Act::UseOwnAccount, Target::Network).is_ok());
}

#[test]
fn a_reading_token_does_not_write() {
    let mut owner = person(&[(Role::Secretariat, Scope::Network)]);
    owner.token = Some(vec![TokenScope::Read]);
    let token = Actor::Person(owner);
    assert!(Permit::ask(&token, Act::ReadAllFindings, Target::Network).is_ok());
    assert_eq!(Permit::ask(&token, Act::ImportRegister, Target::Network).unwrap_err().why, Why::ScopeMissing);
}

#[test]
fn a_role_counts_only_in_its_time() {
    let mut held = person(&[(Role::Secretariat, Scope::Network)]);
    let day = |m| NaiveDate::from_ymd_opt(2026, m, 1).unwrap();
    held.roles[0].period = Period::new(day(1), Some(day(3))).unwrap();
    assert_eq!(held.clone().on(day(2)).roles.len(), 1);
    assert!(held.on(day(4)).roles.is_empty());
}

proptest! {
    /// Whoever holds fewer roles may do no more.
    #[test]
    fn taking_a_role_away_never_allows_more(roles in prop::collection::vec((0usize..8, 0u128..3), 1..4), act in 0usize..Act::ALL.len(), target in 0u128..3) {
        let scope = |role: Role, n: u128| match role.held_in() {
            "network" => Scope::Network,
            "territory" => Scope::Territory(Territory::ALL[n as usize]),
            _ => Scope::Organisation(organisation(n)),
        };
        let held: Vec<_> = roles.iter().map(|(r, n)| (Role::ALL[*r], scope(Role::ALL[*r], *n))).collect();
        let target = Target::organisation(organisation(target), Territory::ALL[target as usize]);
        let all = policy::decide(&Actor::Person(person(&held)), Act::ALL[act], target);
        let fewer = policy::decide(&Actor::Person(person(&held[1..])), Act::ALL[act], target);
        prop_assert!(all.is_ok() || fewer.is_err());
    }
}
