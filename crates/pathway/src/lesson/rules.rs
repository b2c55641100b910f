//! Pure rules of meetings: how far somebody is, what a tapped list changes, when a code is valid.

use super::model::{How, Lesson, Portion, Presence, Progress};
use crate::course::Part;
use kernel::{DateTime, Duration, EnrolmentId, NaiveDate, Utc};
use std::collections::{BTreeMap, BTreeSet};

/// What a trainee has done, put together: minutes of meetings by part, minutes attended by part,
/// and minutes in the field with those of shadowing among them.
pub(crate) fn progress(
    offered: &BTreeMap<Part, u32>,
    attended: &BTreeMap<Part, u32>,
    (fieldwork, shadowing): (u32, u32),
) -> Progress {
    let mut by_part: BTreeMap<Part, Portion> = BTreeMap::new();
    for (part, minutes) in offered {
        by_part.entry(*part).or_default().offered_minutes += minutes;
    }
    for (part, minutes) in attended {
        by_part.entry(*part).or_default().attended_minutes += minutes;
    }
    let (offered_minutes, attended_minutes) = (offered.values().sum(), attended.values().sum());
    for (part, minutes) in [(Part::Shadowing, shadowing), (Part::Internship, fieldwork.saturating_sub(shadowing))] {
        if minutes > 0 {
            by_part.entry(part).or_default().attended_minutes += minutes;
        }
    }
    Progress { offered_minutes, attended_minutes, by_part, fieldwork_minutes: fieldwork, shadowing_minutes: shadowing }
}

/// What a tapped list changes: who was added and who was taken away, of those whom the list
/// showed. Whoever came in meanwhile by the code, or through another's list, stays.
pub(crate) fn tapped(
    shown_present: &BTreeSet<EnrolmentId>,
    ticked: &BTreeSet<EnrolmentId>,
    present_now: &BTreeSet<EnrolmentId>,
) -> (Vec<EnrolmentId>, Vec<EnrolmentId>) {
    let added = ticked.difference(shown_present).filter(|one| !present_now.contains(one)).copied().collect();
    let taken = shown_present.difference(ticked).filter(|one| present_now.contains(one)).copied().collect();
    (added, taken)
}

/// A code shown in the room is valid on the meeting's day.
pub(crate) fn code_is_valid(lesson: &Lesson, today: NaiveDate) -> bool {
    !lesson.called_off && lesson.day() == today
}

/// Who was there can be said from an hour before it begins.
pub(crate) fn can_be_marked(lesson: &Lesson, now: DateTime<Utc>) -> bool {
    !lesson.called_off && lesson.plan.starts <= now + Duration::hours(1)
}

/// For whom hours can be made up: who is not marked as having been there the whole time.
pub(crate) fn can_make_up(lesson: &Lesson, presence: Option<&Presence>, now: DateTime<Utc>) -> bool {
    let partly = presence.is_none_or(|p| p.how == How::MadeUp && p.minutes < lesson.plan.minutes);
    !lesson.called_off && lesson.plan.starts < now && partly
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Uuid;
    use proptest::prelude::*;

    fn set(numbers: &BTreeSet<u8>) -> BTreeSet<EnrolmentId> {
        numbers.iter().map(|n| EnrolmentId::from_uuid(Uuid::from_u128(u128::from(*n)))).collect()
    }

    fn few() -> impl Strategy<Value = BTreeSet<u8>> {
        prop::collection::btree_set(0_u8..8, 0..8)
    }

    proptest! {
        /// Whatever happened since the list was shown, what its reader did not touch stays as it is.
        #[test]
        fn a_list_changes_only_what_was_tapped(shown in few(), ticked in few(), now in few()) {
            let (shown, ticked, now) = (set(&shown), set(&ticked), set(&now));
            let (added, taken) = tapped(&shown, &ticked, &now);
            let mut after = now.clone();
            after.extend(added);
            after.retain(|one| !taken.contains(one));
            for one in shown.union(&ticked).chain(&now) {
                let touched = shown.contains(one) != ticked.contains(one);
                let expected = if touched { ticked.contains(one) } else { now.contains(one) };
                prop_assert_eq!(after.contains(one), expected);
            }
        }

        #[test]
        fn progress_is_the_sum_of_its_parts(
            theory in 0_u32..9000, practice in 0_u32..9000, there in 0_u32..9000, field in 0_u32..9000, beside in 0_u32..9000,
        ) {
            let offered = BTreeMap::from([(Part::Theory, theory), (Part::Practice, practice)]);
            let attended = BTreeMap::from([(Part::Theory, there)]);
            let beside = beside.min(field);
            let done = progress(&offered, &attended, (field, beside));
            let sum = |of: fn(&Portion) -> u32| done.by_part.values().map(of).sum::<u32>();
            prop_assert_eq!(sum(|p| p.offered_minutes), done.offered_minutes);
            prop_assert_eq!(sum(|p| p.attended_minutes), done.attended_minutes + done.fieldwork_minutes);
            prop_assert!(done.shadowing_minutes <= done.fieldwork_minutes);
        }
    }
}
