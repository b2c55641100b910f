//! Pure rules of continuing training: which stretch of time is looked at, and what counts.

use super::model::{Audience, Offer};
use kernel::{Duration, NaiveDate, PersonId};

/// What rule I9 of the Charter in force asks: hours in months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Asked {
    pub hours: i64,
    pub months: i64,
}

impl Default for Asked {
    /// The project's starting value.
    fn default() -> Self {
        Self { hours: 12, months: 12 }
    }
}

/// The first day of the stretch that ends today: the day after the one on which the Charter begins
/// to count.
pub(crate) fn stretch_begins(asked: Asked, today: NaiveDate) -> NaiveDate {
    // A month of 365.25 / 12 days, as rule I9 counts.
    let stretch = Duration::days(asked.months.clamp(0, 1200) * 36525 / 1200 - 1);
    today.checked_sub_signed(stretch).unwrap_or(NaiveDate::MIN)
}

/// Whether an offer is made to this expert, who is active since a day: what was called off was not
/// offered.
pub(crate) fn offered_to(offer: &Offer, person: PersonId, since: NaiveDate) -> bool {
    !offer.called_off && meant_for(offer, person, since)
}

/// Whether an offer is, or was, meant for this expert, who is active since a day. Who came after it
/// had nothing of it.
pub(crate) fn meant_for(offer: &Offer, person: PersonId, since: NaiveDate) -> bool {
    let invited = match offer.plan.audience {
        Audience::Everyone => true,
        Audience::Some => offer.plan.invited.contains(&person),
    };
    invited && since <= offer.plan.day()
}

/// The days and minutes offered to one expert.
pub(crate) fn sessions(offers: &[Offer], person: PersonId, since: NaiveDate) -> Vec<(NaiveDate, u32)> {
    let to_them = offers.iter().filter(|offer| offered_to(offer, person, since));
    to_them.map(|offer| (offer.plan.day(), offer.plan.minutes)).collect()
}

/// The minutes of a stretch of days, the first and the last included.
pub(crate) fn minutes_between(sessions: &[(NaiveDate, u32)], from: NaiveDate, until: NaiveDate) -> u32 {
    let within = sessions.iter().filter(|(day, _)| from <= *day && *day <= until);
    within.fold(0, |sum, (_, minutes)| sum.saturating_add(*minutes))
}

#[cfg(test)]
mod tests {
    use super::{super::model::*, *};
    use kernel::{OrganisationId, TrainingOfferId, Uuid};
    use proptest::prelude::*;

    fn day(n: i64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Duration::days(n)
    }

    fn person(n: u128) -> PersonId {
        PersonId::from_uuid(Uuid::from_u128(n))
    }

    fn offer(on: i64, minutes: u32, invited: Option<u128>, called_off: bool) -> Offer {
        Offer {
            id: TrainingOfferId::from_uuid(Uuid::nil()),
            organisation: OrganisationId::from_uuid(Uuid::nil()),
            plan: NewOffer {
                topic: String::new(),
                about: None,
                starts: day(on).and_hms_opt(12, 0, 0).unwrap().and_utc(),
                minutes,
                place: None,
                link: None,
                team: None,
                audience: if invited.is_some() { Audience::Some } else { Audience::Everyone },
                invited: invited.into_iter().map(person).collect(),
            },
            called_off,
            why: None,
            version: 1,
        }
    }

    proptest! {
        /// Nothing that was called off, meant for others, or held before somebody came was offered to them.
        #[test]
        fn only_what_was_offered_counts(
            all in prop::collection::vec((0_i64..400, 1_u32..500, prop::option::of(0_u128..3), any::<bool>()), 0..20),
            since in 0_i64..400,
        ) {
            let offers: Vec<_> = all.iter().map(|(on, minutes, who, off)| offer(*on, *minutes, *who, *off)).collect();
            let expected: u32 = all
                .iter()
                .filter(|(on, _, who, off)| !off && *on >= since && who.is_none_or(|who| who == 1))
                .map(|(_, minutes, ..)| minutes)
                .sum();
            let sessions = sessions(&offers, person(1), day(since));
            prop_assert_eq!(minutes_between(&sessions, day(0), day(400)), expected);
        }
    }

    #[test]
    fn a_year_is_the_stretch_that_the_charter_looks_at() {
        let today = day(400);
        // The rule counts days after today less 365 days.
        assert_eq!(stretch_begins(Asked::default(), today), today - Duration::days(364));
    }
}
