//! Pure rules on certificates: when what a course asks is met, who may sign, what follows what.

mod paper;

pub use paper::paper;

use super::model::Stage;
use crate::panel::Side;
use credentials::facade::IssuingError;
use kernel::PersonId;

/// What a course asks before it certifies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Asked {
    /// The percentage of the meetings to have been at.
    pub percent: u32,
    /// Minutes of meetings that the curriculum plans.
    pub planned_minutes: u32,
    /// Minutes in the field, confirmed by both.
    pub fieldwork_minutes: u32,
    /// Minutes of them at the side of an expert.
    pub shadowing_minutes: u32,
}

/// What a trainee has done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Done {
    /// Minutes of meetings that the edition has in its calendar.
    pub offered_minutes: u32,
    /// Minutes of meetings attended or made up.
    pub attended_minutes: u32,
    /// Minutes in the field, confirmed by both, shadowing included.
    pub fieldwork_minutes: u32,
    /// Minutes of them at the side of an expert.
    pub shadowing_minutes: u32,
}

/// Something that is not there yet, in minutes: what there is, and what is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// Too few hours of meetings.
    Meetings(u32, u32),
    /// Too few hours in the field.
    Fieldwork(u32, u32),
    /// Too few hours at the side of an expert.
    Shadowing(u32, u32),
}

impl Lack {
    /// The word in keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            Lack::Meetings(..) => "meetings",
            Lack::Fieldwork(..) => "fieldwork",
            Lack::Shadowing(..) => "shadowing",
        }
    }
    /// What there is, and what is asked.
    pub const fn minutes(self) -> (u32, u32) {
        match self {
            Lack::Meetings(has, asks) | Lack::Fieldwork(has, asks) | Lack::Shadowing(has, asks) => (has, asks),
        }
    }
}

/// How many minutes of meetings a course asks for: its percentage of what the edition has in its
/// calendar or of what the curriculum plans, whichever is more. A course that has only begun asks
/// for its whole.
pub fn meetings_asked(asked: &Asked, offered_minutes: u32) -> u32 {
    let whole = u64::from(offered_minutes.max(asked.planned_minutes));
    let minutes = (whole * u64::from(asked.percent.min(100))).div_ceil(100);
    u32::try_from(minutes).unwrap_or(u32::MAX)
}

/// What is not there yet of what the course asks; nothing where its rules are met.
pub fn lacks(asked: &Asked, done: &Done) -> Vec<Lack> {
    let meetings = meetings_asked(asked, done.offered_minutes);
    let mut lacks = Vec::new();
    if done.attended_minutes < meetings {
        lacks.push(Lack::Meetings(done.attended_minutes, meetings));
    }
    if done.fieldwork_minutes < asked.fieldwork_minutes {
        lacks.push(Lack::Fieldwork(done.fieldwork_minutes, asked.fieldwork_minutes));
    }
    if done.shadowing_minutes < asked.shadowing_minutes {
        lacks.push(Lack::Shadowing(done.shadowing_minutes, asked.shadowing_minutes));
    }
    lacks
}

/// Where a certificate stands, as far as the rules look at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// At which stage.
    pub stage: Stage,
    /// Whose it is.
    pub holder: PersonId,
    /// Who signed first, and of which kind; nobody once that person was erased.
    pub first: (Option<PersonId>, Side),
    /// Who signed second.
    pub second: Option<(Option<PersonId>, Side)>,
}

/// Something that is done with a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A second person signs.
    Sign(PersonId, Side),
    /// It is taken back before it is issued.
    Withdraw,
    /// It is issued.
    Issue,
    /// It is revoked for an error in issuing.
    Revoke(IssuingError),
}

/// Why something cannot be done. Each has a text `certificate-why-…`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// What the course asks is not met.
    NotMet,
    /// Nobody signs a certificate of their own.
    Holder,
    /// The second signature is of the other kind.
    SameSide,
    /// Two people sign.
    SamePerson,
    /// It stands elsewhere by now.
    NotNow,
}

impl Why {
    /// The key of its text.
    pub const fn key(self) -> &'static str {
        match self {
            Why::NotMet => "certificate-why-not-met",
            Why::Holder => "certificate-why-holder",
            Why::SameSide => "certificate-why-same-side",
            Why::SamePerson => "certificate-why-same-person",
            Why::NotNow => "certificate-why-not-now",
        }
    }
}

/// A certificate that somebody proposes, and so signs first.
///
/// # Errors
/// [`Why`] it cannot be proposed.
pub fn proposed(holder: PersonId, by: PersonId, side: Side, met: bool) -> Result<Standing, Why> {
    if by == holder {
        return Err(Why::Holder);
    }
    if !met {
        return Err(Why::NotMet);
    }
    Ok(Standing { stage: Stage::Proposed, holder, first: (Some(by), side), second: None })
}

/// Where a step leads. `met` says whether what the course asks is met at this moment.
///
/// # Errors
/// [`Why`] it cannot be done.
pub fn after(standing: Standing, step: Step, met: bool) -> Result<Standing, Why> {
    match (standing.stage, step) {
        (Stage::Proposed, Step::Sign(by, side)) => {
            if by == standing.holder {
                return Err(Why::Holder);
            }
            if standing.first.0 == Some(by) {
                return Err(Why::SamePerson);
            }
            if standing.first.1 == side {
                return Err(Why::SameSide);
            }
            if !met {
                return Err(Why::NotMet);
            }
            Ok(Standing { stage: Stage::Signed, second: Some((Some(by), side)), ..standing })
        }
        (Stage::Signed, Step::Issue) if met => Ok(Standing { stage: Stage::Issued, ..standing }),
        (Stage::Signed, Step::Issue) => Err(Why::NotMet),
        (Stage::Proposed | Stage::Signed, Step::Withdraw) => Ok(Standing { stage: Stage::Withdrawn, ..standing }),
        (Stage::Issued, Step::Revoke(_)) => Ok(Standing { stage: Stage::Revoked, ..standing }),
        _ => Err(Why::NotNow),
    }
}

/// Whether those named to sign can sign together: somebody of each kind.
pub fn both_kinds(sides: impl IntoIterator<Item = Side>) -> bool {
    let (mut expert, mut professional) = (false, false);
    for side in sides {
        match side {
            Side::Expert => expert = true,
            Side::Professional => professional = true,
        }
    }
    expert && professional
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Uuid;
    use proptest::prelude::*;

    fn person(n: u128) -> PersonId {
        PersonId::from_uuid(Uuid::from_u128(n))
    }

    fn side() -> impl Strategy<Value = Side> {
        prop_oneof![Just(Side::Expert), Just(Side::Professional)]
    }

    /// What may happen to a trainee's certificate, by one of four people, the first of whom holds it.
    #[derive(Debug, Clone, Copy)]
    enum Happens {
        Learns(u32, u32, u32),
        IsCorrected(u32),
        Proposes(u128, Side),
        Does(Step),
    }

    fn happens() -> impl Strategy<Value = Happens> {
        let who = 0_u128..4;
        prop_oneof![
            (0_u32..400, 0_u32..200, 0_u32..100).prop_map(|(a, f, s)| Happens::Learns(a, f, s)),
            (0_u32..300).prop_map(Happens::IsCorrected),
            (who.clone(), side()).prop_map(|(who, side)| Happens::Proposes(who, side)),
            (who, side()).prop_map(|(who, side)| Happens::Does(Step::Sign(person(who), side))),
            Just(Happens::Does(Step::Withdraw)),
            Just(Happens::Does(Step::Issue)),
            (0..IssuingError::ALL.len()).prop_map(|n| Happens::Does(Step::Revoke(IssuingError::ALL[n]))),
        ]
    }

    fn asked() -> impl Strategy<Value = Asked> {
        (0_u32..=100, 0_u32..600, 0_u32..300, 0_u32..100).prop_map(|(percent, planned, field, shadow)| Asked {
            percent,
            planned_minutes: planned,
            fieldwork_minutes: field,
            shadowing_minutes: shadow,
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

        #[test]
        fn no_sequence_of_actions_reaches_a_certificate_without_its_rules_and_two_signatures_of_both_kinds(
            asked in asked(), offered in 0_u32..600, steps in proptest::collection::vec(happens(), 0..40),
        ) {
            let holder = person(0);
            let mut done = Done { offered_minutes: offered, ..Done::default() };
            let mut standing: Option<Standing> = None;
            for step in steps {
                let met = lacks(&asked, &done).is_empty();
                let was = standing.map(|standing| standing.stage);
                match (step, standing) {
                    (Happens::Learns(attended, field, shadow), _) => {
                        done.attended_minutes += attended;
                        done.fieldwork_minutes += field + shadow;
                        done.shadowing_minutes += shadow;
                    }
                    (Happens::IsCorrected(attended), _) => done.attended_minutes = attended,
                    (Happens::Proposes(by, side), None) => standing = proposed(holder, person(by), side, met).ok(),
                    (Happens::Does(step), Some(now)) => standing = Some(after(now, step, met).unwrap_or(now)),
                    _ => {}
                }
                let Some(now) = standing else { continue };
                if now.stage == Stage::Issued && was != Some(Stage::Issued) {
                    prop_assert!(met, "issued without what the course asks");
                }
                if matches!(now.stage, Stage::Signed | Stage::Issued | Stage::Revoked) {
                    let (second, other) = now.second.unwrap();
                    prop_assert!(both_kinds([now.first.1, other]));
                    prop_assert!(now.first.0 != second && now.first.0 != Some(holder) && second != Some(holder));
                }
            }
        }

        #[test]
        fn more_hours_never_take_a_certificate_away(
            asked in asked(), offered in 0_u32..600, attended in 0_u32..600, field in 0_u32..300, shadow in 0_u32..100,
            more in 0_u32..100,
        ) {
            let done = |more| Done {
                offered_minutes: offered,
                attended_minutes: attended + more,
                fieldwork_minutes: field + more,
                shadowing_minutes: shadow + more,
            };
            prop_assert!(lacks(&asked, &done(more)).len() <= lacks(&asked, &done(0)).len());
        }

        #[test]
        fn what_is_revoked_or_withdrawn_stays_so(step in happens(), met in any::<bool>()) {
            let Happens::Does(step) = step else { return Ok(()) };
            for stage in [Stage::Revoked, Stage::Withdrawn] {
                let over = Standing {
                    stage,
                    holder: person(0),
                    first: (Some(person(1)), Side::Expert),
                    second: Some((Some(person(2)), Side::Professional)),
                };
                prop_assert_eq!(after(over, step, met), Err(Why::NotNow));
            }
        }
    }

    #[test]
    fn a_course_that_has_only_begun_asks_for_its_whole() {
        let asked = Asked { percent: 80, planned_minutes: 12_000, ..Asked::default() };
        let done = Done { offered_minutes: 240, attended_minutes: 240, ..Done::default() };
        assert_eq!(lacks(&asked, &done), [Lack::Meetings(240, 9600)]);
        assert_eq!(meetings_asked(&Asked { percent: 75, ..Asked::default() }, 101), 76);
    }
}
