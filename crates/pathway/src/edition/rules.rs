//! Pure rules of a place in an edition: what leads where, and what comes next.

use super::model::{Belonging, Edition, Enrolment, EnrolmentState, Headcount, Turn};
use kernel::NaiveDate;

/// Where a turn leads, when it may be taken from this state and, for a place, when one is free.
pub fn turned(state: EnrolmentState, turn: Turn, free: bool) -> Option<EnrolmentState> {
    use EnrolmentState::{Admitted, Asked, Completed, Left, Paused, Waiting};
    match (state, turn) {
        (Asked | Waiting, Turn::Admitted) if free => Some(Admitted),
        (Asked, Turn::Waited) if !free => Some(Waiting),
        (Admitted, Turn::Paused) => Some(Paused),
        (Paused, Turn::Returned) => Some(Admitted),
        (Admitted | Paused, Turn::Completed) => Some(Completed),
        (Asked | Waiting | Admitted | Paused, Turn::Left) => Some(Left),
        _ => None,
    }
}

/// Whether somebody can ask to take part on a day: it is open, and not over. A full edition has a
/// waiting list.
pub fn can_be_asked(edition: &Edition, today: NaiveDate) -> bool {
    edition.open && today <= edition.ends
}

/// Whether a person may still write for who runs the edition: while they have a place, or while it is
/// not over. What was written without a place is taken away after that.
pub fn may_write(state: EnrolmentState, edition: &Edition, today: NaiveDate) -> bool {
    let hopes = matches!(state, EnrolmentState::Asked | EnrolmentState::Waiting);
    state.takes_a_place() || (hopes && today <= edition.ends)
}

/// What comes next for the person: the key of a sentence. No state is without one.
pub const fn next_step(state: EnrolmentState, started: bool) -> &'static str {
    match state {
        EnrolmentState::Asked => "edition-next-asked",
        EnrolmentState::Waiting => "edition-next-waiting",
        EnrolmentState::Admitted if started => "edition-next-admitted",
        EnrolmentState::Admitted => "edition-next-before",
        EnrolmentState::Paused => "edition-next-paused",
        EnrolmentState::Completed => "edition-next-completed",
        EnrolmentState::Left => "edition-next-left",
    }
}

/// What comes next, for who runs the edition and reads of the person: the key of a sentence.
pub const fn their_next_step(state: EnrolmentState, started: bool) -> &'static str {
    match state {
        EnrolmentState::Asked => "edition-their-next-asked",
        EnrolmentState::Waiting => "edition-their-next-waiting",
        EnrolmentState::Admitted if started => "edition-their-next-admitted",
        EnrolmentState::Admitted => "edition-next-before",
        EnrolmentState::Paused => "edition-their-next-paused",
        EnrolmentState::Completed => "edition-their-next-completed",
        EnrolmentState::Left => "edition-their-next-left",
    }
}

/// Whether a group is still to be offered: the person has a place, said that there is none, and
/// nobody offered one. It never stands in the way of the place.
pub fn lacks_offer(enrolment: &Enrolment) -> bool {
    let without = matches!(enrolment.belonging, Some(Belonging::WouldLike | Belonging::NotNow));
    enrolment.state.takes_a_place() && without && enrolment.group_offered_on.is_none()
}

/// What an edition asks of who runs it: the key of a sentence with `number`, and the number.
pub fn due(edition: &Edition, heads: Headcount, today: NaiveDate) -> Vec<(&'static str, u32)> {
    let over = edition.ends < today;
    [
        ("edition-due-asked", heads.asked),
        ("edition-due-groups", heads.without_offer),
        ("edition-due-complete", if over { heads.placed } else { 0 }),
    ]
    .into_iter()
    .filter(|(_, number)| *number > 0)
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn one_of<T: Copy + std::fmt::Debug>(all: &'static [T]) -> impl Strategy<Value = T> {
        (0..all.len()).prop_map(|n| all[n])
    }

    proptest! {
        #[test]
        fn a_break_loses_nothing(turns in proptest::collection::vec(one_of(Turn::ALL), 0..20)) {
            // However often somebody pauses and returns, the place is theirs until they end or leave.
            let mut state = EnrolmentState::Admitted;
            for turn in turns {
                if let Some(next) = turned(state, turn, false) {
                    prop_assert!(next.takes_a_place() || matches!(turn, Turn::Completed | Turn::Left));
                    state = next;
                }
                if state == EnrolmentState::Paused {
                    prop_assert_eq!(turned(state, Turn::Returned, false), Some(EnrolmentState::Admitted));
                }
            }
        }

        #[test]
        fn nobody_gets_a_place_that_is_not_free(state in one_of(EnrolmentState::ALL), turn in one_of(Turn::ALL)) {
            if let Some(next) = turned(state, turn, false) {
                prop_assert!(!next.takes_a_place() || state.takes_a_place());
            }
        }

        #[test]
        fn what_is_over_stays_over(turn in one_of(Turn::ALL), free: bool) {
            for over in [EnrolmentState::Completed, EnrolmentState::Left] {
                prop_assert_eq!(turned(over, turn, free), None);
            }
        }

        #[test]
        fn everybody_reads_what_comes_next(state in one_of(EnrolmentState::ALL), started: bool) {
            prop_assert!(next_step(state, started).starts_with("edition-next-"));
            prop_assert!(their_next_step(state, started).starts_with("edition-"));
        }
    }
}
