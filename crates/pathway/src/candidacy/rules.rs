//! Pure rules on candidacies: where they may go, what comes next, when they wait too long.

use super::model::{OutcomeKind, Stage};
use kernel::{Duration, NaiveDate};

/// After how many days without movement the panel is told. The project's own choice.
pub const PANEL_DAYS: i64 = 14;
/// After how many the coordinator is.
pub const COORDINATOR_DAYS: i64 = 28;
/// For how many days a draft that nobody touches is kept.
pub const DRAFT_DAYS: i64 = 60;
/// For how many days a closed candidacy is kept. Where it led to training, they are counted from the
/// end of the training.
pub const CLOSED_DAYS: u32 = 365;
/// After how many days without a place the training to which a candidacy led is taken as not begun:
/// its days are then counted from its closing. A course begins once or twice a year, so a place may
/// still come within half a year; and the other half is left to remove it in time. After as many days
/// from the end of an edition, to wait for it or to pause in it is a place no longer.
pub const NO_PLACE_DAYS: i64 = 180;

/// Whether a candidacy may pass from one stage to another without being closed.
pub const fn may_move(from: Stage, to: Stage) -> bool {
    matches!(
        (from, to),
        (Stage::Draft, Stage::Sent)
            | (Stage::Sent, Stage::Interview | Stage::Talked)
            | (Stage::Interview, Stage::Sent | Stage::Talked)
    )
}

/// Whether a candidacy may be closed in a way. A draft is the person's alone; only its person gives
/// it up, and then nothing is left of it.
pub const fn may_close(from: Stage, outcome: OutcomeKind) -> bool {
    match from {
        Stage::Draft | Stage::Closed => false,
        Stage::Sent | Stage::Interview | Stage::Talked => {
            // Nobody is sent to a course or elsewhere without a conversation.
            matches!(outcome, OutcomeKind::Withdrawn | OutcomeKind::NoPlace) || matches!(from, Stage::Talked)
        }
    }
}

/// Whose turn it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// The person's.
    Candidate,
    /// The panel's.
    Panel,
    /// Of both together.
    Both,
}

/// What comes next, as the person reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Next {
    /// The key of the sentence.
    pub key: &'static str,
    /// Whose turn it is.
    pub turn: Turn,
    /// By when, where there is a day.
    pub by: Option<NaiveDate>,
    /// The day on which they meet, where it is agreed and lies ahead.
    pub meets: Option<NaiveDate>,
}

/// What comes next: there is always something. `since` is the day since when it stands still, `meets`
/// the day that is agreed and lies ahead, `closes` the last day of the call.
pub fn next_step(
    (stage, outcome): (Stage, Option<OutcomeKind>),
    since: NaiveDate,
    meets: Option<NaiveDate>,
    closes: NaiveDate,
) -> Next {
    let in_time = since.checked_add_signed(Duration::days(PANEL_DAYS));
    let next = |key, turn, by| Next { key, turn, by, meets: None };
    match (stage, outcome) {
        (Stage::Interview, _) if meets.is_some() => Next { meets, ..next("candidacy-next-agreed", Turn::Both, None) },
        (Stage::Draft, _) => next("candidacy-next-draft", Turn::Candidate, Some(closes)),
        (Stage::Sent, _) => next("candidacy-next-sent", Turn::Panel, in_time),
        (Stage::Interview, _) => next("candidacy-next-interview", Turn::Both, in_time),
        (Stage::Talked, _) => next("candidacy-next-talked", Turn::Panel, in_time),
        (Stage::Closed, Some(OutcomeKind::Training)) => next("candidacy-next-training", Turn::Both, None),
        (Stage::Closed, Some(OutcomeKind::Preparation)) => next("candidacy-next-preparation", Turn::Both, None),
        (Stage::Closed, Some(OutcomeKind::OtherWay)) => next("candidacy-next-other-way", Turn::Both, None),
        (Stage::Closed, Some(OutcomeKind::NoPlace)) => next("candidacy-next-no-place", Turn::Candidate, None),
        (Stage::Closed, Some(OutcomeKind::Withdrawn) | None) => next("candidacy-next-withdrawn", Turn::Candidate, None),
    }
}

/// Whom a waiting candidacy tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tell {
    /// The panel.
    Panel,
    /// Whoever coordinates the selection, too.
    Coordinator,
}

/// Whom a candidacy tells, on the panel's turn, that stands still since a day. A day ahead is one that was agreed: nobody
/// waits until then.
pub fn waits(stage: Stage, since: NaiveDate, today: NaiveDate) -> Option<Tell> {
    if matches!(stage, Stage::Draft | Stage::Closed) {
        return None;
    }
    match (today - since).num_days() {
        COORDINATOR_DAYS.. => Some(Tell::Coordinator),
        PANEL_DAYS.. => Some(Tell::Panel),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn one_of<T: Copy + std::fmt::Debug>(all: &'static [T]) -> impl Strategy<Value = T> {
        (0..all.len()).prop_map(|n| all[n])
    }
    fn day(n: i64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, 1).unwrap() + Duration::days(n)
    }

    #[derive(Debug, Clone, Copy)]
    enum Step {
        Move(Stage),
        Close(OutcomeKind),
    }
    fn step() -> impl Strategy<Value = Step> {
        prop_oneof![one_of(Stage::ALL).prop_map(Step::Move), one_of(OutcomeKind::ALL).prop_map(Step::Close)]
    }

    proptest! {
        /// Whatever is tried, the person always reads what comes next; nobody is closed twice, and
        /// nobody begins a training without a conversation.
        #[test]
        fn no_sequence_of_steps_leads_to_a_state_without_a_next_step(
            steps in proptest::collection::vec(step(), 0..20), moved in 0..400i64,
        ) {
            let (mut stage, mut outcome, mut talked, mut closed) = (Stage::Draft, None, false, 0);
            for step in steps {
                match step {
                    Step::Move(to) if may_move(stage, to) => stage = to,
                    Step::Close(how) if may_close(stage, how) => {
                        if matches!(how, OutcomeKind::Training | OutcomeKind::Preparation | OutcomeKind::OtherWay) {
                            prop_assert!(talked);
                        }
                        (stage, outcome) = (Stage::Closed, Some(how));
                        closed += 1;
                    }
                    _ => {}
                }
                talked |= stage == Stage::Talked;
                let next = next_step((stage, outcome), day(moved), None, day(500));
                prop_assert!(next.key.starts_with("candidacy-next-"));
                // Who waits for the panel is told by when.
                prop_assert!(next.turn != Turn::Panel || next.by.is_some());
            }
            prop_assert!(closed <= 1);
        }

        /// While a day is agreed nothing is promised by another day, and nobody waits for the other.
        #[test]
        fn who_agreed_on_a_day_reads_that_day(days in 1..100i64) {
            let next = next_step((Stage::Interview, None), day(days), Some(day(days)), day(500));
            prop_assert_eq!((next.by, next.meets), (None, Some(day(days))));
            prop_assert_eq!(waits(Stage::Interview, day(days), day(0)), None);
        }

        #[test]
        fn the_panel_is_told_before_the_coordinator(stage in one_of(Stage::ALL), days in 0..100i64) {
            let now = waits(stage, day(0), day(days));
            let later = waits(stage, day(0), day(days + 1));
            prop_assert!(now <= later);
            if matches!(stage, Stage::Draft | Stage::Closed) {
                prop_assert_eq!(now, None);
            }
        }
    }
}
