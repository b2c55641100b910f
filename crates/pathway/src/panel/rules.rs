//! Pure rules of panels: both kinds, always, and nobody with a tie.

use super::model::{Here, Members, Side};
use charter::{Charter, ParameterName, RuleId};
use kernel::PersonId;
use std::collections::{BTreeMap, BTreeSet};

/// How many of each kind a panel needs: what the Charter in force says, and never less than one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Needs {
    /// Experts.
    pub experts: usize,
    /// Professionals.
    pub professionals: usize,
}

impl Needs {
    /// One of each: the least there can be.
    pub const LEAST: Needs = Needs { experts: 1, professionals: 1 };

    /// What a Charter asks.
    pub fn of(charter: Option<&Charter>) -> Needs {
        let Some(rule) = charter.and_then(|charter| charter.rule(RuleId::I1)) else { return Needs::LEAST };
        let at_least_one = |name| usize::try_from(rule.value(name)).unwrap_or(1).max(1);
        Needs {
            experts: at_least_one(ParameterName::Experts),
            professionals: at_least_one(ParameterName::Professionals),
        }
    }
    /// How many of a side.
    pub const fn on(self, side: Side) -> usize {
        match side {
            Side::Expert => self.experts,
            Side::Professional => self.professionals,
        }
    }
}

/// The sides on which there are too few, experts first.
pub fn lacks(sides: impl IntoIterator<Item = Side>, needs: Needs) -> Vec<Side> {
    let sides: Vec<Side> = sides.into_iter().collect();
    let count = |wanted: Side| sides.iter().filter(|side| **side == wanted).count();
    Side::ALL.iter().copied().filter(|side| count(*side) < needs.on(*side)).collect()
}

/// Whether both kinds sit.
pub fn is_joint(sides: impl IntoIterator<Item = Side>, needs: Needs) -> bool {
    lacks(sides, needs).is_empty()
}

/// What is different for one candidacy: who steps aside, and who sits in their place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Apart {
    /// Who has a tie to the candidate, the candidate among them.
    pub aside: BTreeSet<PersonId>,
    /// Who sits for this candidate alone.
    pub stand_ins: Members,
}

/// Who meets a candidate: the panel and who stands in, without those who step aside.
pub fn meets(members: &Members, apart: &Apart) -> Members {
    let all = members.iter().chain(&apart.stand_ins);
    all.filter(|(person, _)| !apart.aside.contains(person)).map(|(person, side)| (*person, *side)).collect()
}

/// Those of these members who still hold a role on their side: a seat outlives a role, and who works
/// there no longer makes no panel joint.
pub fn present(members: &Members, here: &Here) -> Members {
    let all = members.iter().map(|(person, side)| (*person, *side));
    all.filter(|one| here.contains(one)).collect()
}

/// Those whom a member leaves behind who steps aside: who still holds a role on their side, and the
/// member, who may do so in any case.
pub fn left_by(member: PersonId, mut members: Members, here: &Here) -> Members {
    members.retain(|person, side| *person == member || here.contains(&(*person, *side)));
    members
}

/// On which side each of them can sit. Who is both sits as an expert: the smaller of the two words.
pub fn able(here: &Here) -> Members {
    let mut able = Members::new();
    for (person, side) in here {
        able.entry(*person).or_insert(*side);
    }
    able
}

/// Why a change to a panel is refused: the sides that would be missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// The panel itself would lack these.
    Lacks(Vec<Side>),
    /// For a candidate, somebody stepped aside, and these would be missing.
    LacksForACandidate(Vec<Side>),
    /// Who steps aside does not sit here.
    NotAMember,
    /// Who is to stand in cannot: not of a side here, in the panel already, or tied as well.
    CannotStandIn,
}

/// Whether these may be the members, given what is different for each open candidacy.
///
/// # Errors
/// [`Refused`] with the sides that would be missing.
pub fn may_sit<'a>(members: &Members, open: impl IntoIterator<Item = &'a Apart>, needs: Needs) -> Result<(), Refused> {
    let lacking = lacks(members.values().copied(), needs);
    if !lacking.is_empty() {
        return Err(Refused::Lacks(lacking));
    }
    for apart in open {
        let lacking = lacks(meets(members, apart).into_values(), needs);
        if !lacking.is_empty() {
            return Err(Refused::LacksForACandidate(lacking));
        }
    }
    Ok(())
}

/// What a candidacy's panel becomes when a member steps aside, with a substitute where one is named.
///
/// # Errors
/// [`Refused`] when the rest would not be of both kinds, or the two cannot do so.
pub fn steps_aside(
    members: &Members,
    apart: &Apart,
    member: PersonId,
    substitute: Option<(PersonId, Side)>,
    needs: Needs,
) -> Result<Apart, Refused> {
    let present = meets(members, apart);
    if !present.contains_key(&member) {
        return Err(Refused::NotAMember);
    }
    let mut next = apart.clone();
    next.aside.insert(member);
    if let Some((person, side)) = substitute {
        if present.contains_key(&person) || next.aside.contains(&person) {
            return Err(Refused::CannotStandIn);
        }
        next.stand_ins.insert(person, side);
    }
    let lacking = lacks(meets(members, &next).into_values(), needs);
    if lacking.is_empty() { Ok(next) } else { Err(Refused::LacksForACandidate(lacking)) }
}

/// The members that a list of seats names.
pub fn members_of(seats: &[super::model::Seat]) -> Members {
    seats.iter().map(|seat| (seat.person, seat.side)).collect::<BTreeMap<_, _>>()
}

/// What a panel does next with a candidacy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Due {
    /// Both kinds must meet this candidate before anything goes on.
    FillPanel,
    /// Propose a conversation.
    Propose,
    /// The candidate asks for another time.
    ProposeAnew,
    /// The candidate has not answered yet.
    AwaitAnswer,
    /// They meet on the day agreed.
    Meet,
    /// The time is over: say that they met.
    SayMet,
    /// Write the note with the candidate, or answer at once.
    WriteNote,
    /// The candidate has not read the note yet.
    AwaitReading,
    /// Say how it goes on.
    Answer,
}

impl Due {
    /// The key of the sentence.
    pub const fn key(self) -> &'static str {
        match self {
            Due::FillPanel => "panel-due-fill",
            Due::Propose => "panel-due-propose",
            Due::ProposeAnew => "panel-due-propose-anew",
            Due::AwaitAnswer => "panel-due-await-answer",
            Due::Meet => "panel-due-meet",
            Due::SayMet => "panel-due-say-met",
            Due::WriteNote => "panel-due-note",
            Due::AwaitReading => "panel-due-await-reading",
            Due::Answer => "panel-due-answer",
        }
    }
    /// Whether the panel has something to do, rather than to wait.
    pub const fn of_panel(self) -> bool {
        !matches!(self, Due::AwaitAnswer | Due::Meet | Due::AwaitReading)
    }
}

/// What a panel does next with an open candidacy; none once it is closed. There is always something.
/// `standing` is the conversation that stands and whether its time is over; `note_read` says whether
/// there is a note and whether the candidate has read it.
pub fn due(
    stage: crate::candidacy::Stage,
    joint: bool,
    standing: Option<(crate::interview::State, bool)>,
    note_read: Option<bool>,
) -> Option<Due> {
    use crate::{candidacy::Stage, interview::State};
    if stage == Stage::Closed {
        return None;
    }
    if !joint {
        return Some(Due::FillPanel);
    }
    Some(match (stage, standing) {
        (_, Some((State::Moved, _))) => Due::ProposeAnew,
        (_, Some((State::Proposed, false))) => Due::AwaitAnswer,
        (_, Some((State::Accepted, false))) => Due::Meet,
        (_, Some((State::Proposed | State::Accepted, true))) => Due::SayMet,
        (Stage::Talked, _) => match note_read {
            None => Due::WriteNote,
            Some(false) => Due::AwaitReading,
            Some(true) => Due::Answer,
        },
        _ => Due::Propose,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Uuid;
    use proptest::prelude::*;

    fn person(n: u8) -> PersonId {
        PersonId::from_uuid(Uuid::from_u128(u128::from(n) + 1))
    }

    #[derive(Debug, Clone)]
    enum Action {
        Save(Vec<(u8, Side)>),
        StepAside { candidacy: usize, member: u8, substitute: Option<(u8, Side)> },
    }

    fn side() -> impl Strategy<Value = Side> {
        prop_oneof![Just(Side::Expert), Just(Side::Professional)]
    }

    fn action() -> impl Strategy<Value = Action> {
        prop_oneof![
            proptest::collection::vec((0u8..6, side()), 0..6).prop_map(Action::Save),
            (0usize..3, 0u8..6, proptest::option::of((0u8..6, side())))
                .prop_map(|(candidacy, member, substitute)| { Action::StepAside { candidacy, member, substitute } }),
        ]
    }

    fn needs() -> impl Strategy<Value = Needs> {
        (1usize..3, 1usize..3).prop_map(|(experts, professionals)| Needs { experts, professionals })
    }

    proptest! {
        #[test]
        fn no_sequence_of_actions_reaches_a_panel_without_both_kinds(
            needs in needs(), actions in proptest::collection::vec(action(), 0..30),
        ) {
            let mut members = Members::new();
            let mut apart = vec![Apart::default(), Apart::default(), Apart::default()];
            // The second candidate is somebody who might also be chosen to sit.
            apart[1].aside.insert(person(0));
            for action in actions {
                match action {
                    Action::Save(chosen) => {
                        let chosen: Members = chosen.into_iter().map(|(n, side)| (person(n), side)).collect();
                        if may_sit(&chosen, &apart, needs).is_ok() { members = chosen; }
                    }
                    Action::StepAside { candidacy, member, substitute } => {
                        let substitute = substitute.map(|(n, side)| (person(n), side));
                        if let Ok(next) = steps_aside(&members, &apart[candidacy], person(member), substitute, needs) {
                            apart[candidacy] = next;
                        }
                    }
                }
                if members.is_empty() { continue; }
                prop_assert!(is_joint(members.values().copied(), needs));
                for one in &apart {
                    let met = meets(&members, one);
                    prop_assert!(is_joint(met.values().copied(), needs));
                    prop_assert!(met.keys().all(|person| !one.aside.contains(person)));
                }
            }
        }
    }

    #[test]
    fn who_holds_no_role_on_their_side_any_more_does_not_count() {
        let members = Members::from([(person(0), Side::Expert), (person(1), Side::Professional)]);
        let here = Here::from([(person(0), Side::Expert), (person(0), Side::Professional), (person(1), Side::Expert)]);
        assert_eq!(present(&members, &here), Members::from([(person(0), Side::Expert)]));
    }

    #[test]
    fn the_last_expert_steps_aside_only_for_another() {
        let members = Members::from([(person(0), Side::Expert), (person(1), Side::Professional)]);
        let aside = |substitute| steps_aside(&members, &Apart::default(), person(0), substitute, Needs::LEAST);
        assert_eq!(aside(None), Err(Refused::LacksForACandidate(vec![Side::Expert])));
        assert_eq!(aside(Some((person(2), Side::Professional))), Err(Refused::LacksForACandidate(vec![Side::Expert])));
        assert_eq!(aside(Some((person(1), Side::Expert))), Err(Refused::CannotStandIn));
        let next = aside(Some((person(2), Side::Expert))).unwrap();
        assert!(!meets(&members, &next).contains_key(&person(0)));
        assert_eq!(meets(&members, &next)[&person(2)], Side::Expert);
        // Another expert who sits and works there no longer is not another.
        let seated =
            Members::from([(person(0), Side::Expert), (person(1), Side::Professional), (person(3), Side::Expert)]);
        let here = Here::from([(person(0), Side::Expert), (person(1), Side::Professional)]);
        assert_eq!(left_by(person(0), seated.clone(), &here), members);
        // Whoever holds no role any more steps aside all the same.
        assert!(left_by(person(3), seated, &here).contains_key(&person(3)));
    }
}
