//! Pure rules on twinnings: who may answer what, and where it leads.

use super::model::{Answer, Side, Stage};

/// Where an answer leads, when the side that gives it may give it at this stage.
pub fn answered(stage: Stage, proposed_by: Side, side: Side, answer: Answer) -> Option<Stage> {
    let own = side == proposed_by;
    match (stage, answer) {
        (Stage::Proposed, Answer::Accept) if !own => Some(Stage::Active),
        (Stage::Proposed, Answer::Decline) if !own => Some(Stage::Declined),
        (Stage::Proposed, Answer::Withdraw) if own => Some(Stage::Withdrawn),
        (Stage::Active, Answer::End) => Some(Stage::Ended),
        _ => None,
    }
}

/// What a side may answer now.
pub fn answers(stage: Stage, proposed_by: Side, side: Side) -> Vec<Answer> {
    Answer::ALL.iter().copied().filter(|answer| answered(stage, proposed_by, side, *answer).is_some()).collect()
}

/// Whether everyone may read of it.
pub const fn public(stage: Stage) -> bool {
    matches!(stage, Stage::Active)
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
        fn nothing_becomes_active_without_both(
            by in one_of(Side::ALL), steps in proptest::collection::vec((one_of(Side::ALL), one_of(Answer::ALL)), 0..12),
        ) {
            let mut stage = Stage::Proposed;
            let mut said_yes = vec![by];
            for (side, answer) in steps {
                if let Some(next) = answered(stage, by, side, answer) {
                    if answer == Answer::Accept { said_yes.push(side); }
                    stage = next;
                }
                if public(stage) {
                    prop_assert!(Side::ALL.iter().all(|side| said_yes.contains(side)));
                }
            }
        }

        #[test]
        fn what_is_over_stays_over(by in one_of(Side::ALL), side in one_of(Side::ALL)) {
            for over in [Stage::Declined, Stage::Withdrawn, Stage::Ended] {
                prop_assert!(answers(over, by, side).is_empty());
            }
        }

        #[test]
        fn both_may_end_what_was_agreed(by in one_of(Side::ALL), side in one_of(Side::ALL)) {
            prop_assert_eq!(answers(Stage::Active, by, side), vec![Answer::End]);
        }
    }
}
