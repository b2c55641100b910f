//! Pure rules of the field: what counts, and what either of the two may still do.

use super::model::{Hand, NewPlacement, Placement, Stretch};
use kernel::{NaiveDate, PersonId};
use std::collections::{BTreeMap, HashSet};

/// An hour counts when both confirmed it: the trainee and the expert at the trainee's side.
pub(crate) fn counts(stretch: &Stretch) -> bool {
    stretch.by_trainee && stretch.by_expert
}

/// Whether a stretch waits for this one to confirm it.
pub(crate) fn waits_for(stretch: &Stretch, hand: Hand) -> bool {
    !stretch.confirmed_by(hand) && stretch.confirmed_by(hand.other())
}

/// Whether a stretch may still be changed or taken away: until both confirmed it.
pub(crate) fn may_change(stretch: &Stretch) -> bool {
    !counts(stretch)
}

/// Whether somebody would be at their own side: both hands would be one, and one person alone would
/// confirm.
pub(crate) fn beside_oneself(trainee: Option<PersonId>, expert: Option<PersonId>) -> bool {
    expert.is_some() && expert == trainee
}

/// Who has confirmed once this one writes or corrects a stretch: this one, and the other no more.
pub(crate) fn confirmed_after(hand: Hand) -> (bool, bool) {
    (hand == Hand::Trainee, hand == Hand::Expert)
}

/// Whether a stay was over before a day: by its own last day, or with its edition.
pub(crate) fn has_ended(agreed: &NewPlacement, edition_ends: Option<NaiveDate>, day: NaiveDate) -> bool {
    agreed.ends.into_iter().chain(edition_ends).any(|last| last < day)
}

/// Whether every trainee who is in the field on a day has an active expert at the side in one of
/// the stays: what rule I8 asks.
pub(crate) fn all_beside_somebody(stays: &[Placement], active: &HashSet<PersonId>, day: NaiveDate) -> bool {
    let lasts = |stay: &&Placement| stay.agreed.starts <= day && stay.agreed.ends.is_none_or(|ends| day <= ends);
    let mut trainees = BTreeMap::new();
    for stay in stays.iter().filter(lasts) {
        let beside = stay.agreed.expert.is_some_and(|expert| active.contains(&expert));
        *trainees.entry(stay.agreed.enrolment).or_insert(false) |= beside;
    }
    trainees.values().all(|beside| *beside)
}

#[cfg(test)]
mod tests {
    use super::{super::model::*, *};
    use kernel::{EnrolmentId, FieldworkId, Id, NaiveDate, Uuid};
    use proptest::prelude::*;

    fn stretch(by_trainee: bool, by_expert: bool) -> Stretch {
        Stretch {
            id: FieldworkId::from_uuid(Uuid::nil()),
            placement: PlacementId::from_uuid(Uuid::nil()),
            enrolment: EnrolmentId::from_uuid(Uuid::nil()),
            said: NewStretch { day: NaiveDate::default(), minutes: 60, what: None },
            by_trainee,
            by_expert,
            version: 1,
        }
    }

    #[derive(Debug, Clone, Copy)]
    enum Step {
        Confirm(Hand),
        Correct(Hand),
    }

    fn step() -> impl Strategy<Value = Step> {
        let hand = prop_oneof![Just(Hand::Trainee), Just(Hand::Expert)];
        (hand, any::<bool>())
            .prop_map(|(hand, confirm)| if confirm { Step::Confirm(hand) } else { Step::Correct(hand) })
    }

    #[test]
    fn nobody_is_at_their_own_side() {
        let one = |n| Some(PersonId::from_uuid(Uuid::from_u128(n)));
        assert!(beside_oneself(one(1), one(1)));
        // Another, nobody yet, and a trainee whose data were erased.
        for (trainee, expert) in [(one(1), one(2)), (one(1), None), (None, one(1)), (None, None)] {
            assert!(!beside_oneself(trainee, expert));
        }
    }

    proptest! {
        /// Whatever the two do in whatever order, nothing counts that one of them did not confirm as it stands.
        #[test]
        fn nothing_counts_that_one_hand_alone_wrote(first in any::<bool>(), steps in prop::collection::vec(step(), 0..12)) {
            let hand = if first { Hand::Trainee } else { Hand::Expert };
            let (by_trainee, by_expert) = confirmed_after(hand);
            let mut one = stretch(by_trainee, by_expert);
            let mut seen_as_it_stands = vec![hand];
            for step in steps {
                match step {
                    Step::Confirm(hand) => {
                        match hand {
                            Hand::Trainee => one.by_trainee = true,
                            Hand::Expert => one.by_expert = true,
                        }
                        seen_as_it_stands.push(hand);
                    }
                    Step::Correct(hand) if may_change(&one) => {
                        (one.by_trainee, one.by_expert) = confirmed_after(hand);
                        seen_as_it_stands = vec![hand];
                    }
                    Step::Correct(_) => {}
                }
                let both = [Hand::Trainee, Hand::Expert].iter().all(|hand| seen_as_it_stands.contains(hand));
                prop_assert_eq!(counts(&one), both);
                prop_assert!(counts(&one) || waits_for(&one, Hand::Trainee) || waits_for(&one, Hand::Expert));
            }
        }
    }
}
