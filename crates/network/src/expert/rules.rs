//! Pure rules on roles over time and on who may be shown.

use super::model::Standing;
use kernel::{NaiveDate, Period};
use serde::Serialize;

/// How many of one kind of expert are active, by standing. A person who holds several roles in one
/// organisation counts once, under the fullest of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct ByStanding {
    /// As volunteers only.
    pub volunteer: i64,
    /// Paid, part time.
    pub part_time: i64,
    /// Paid, full time.
    pub full_time: i64,
}

impl ByStanding {
    /// All of them.
    pub const fn total(self) -> i64 {
        self.volunteer + self.part_time + self.full_time
    }
    pub(crate) fn add(&mut self, standing: Standing, count: i64) {
        match standing {
            Standing::Volunteer => self.volunteer += count,
            Standing::PartTime => self.part_time += count,
            Standing::FullTime => self.full_time += count,
        }
    }
}

/// The smallest number of one kind that is said beside a list of names.
const SMALLEST: i64 = 5;

/// How many experts are active in an organisation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct ExpertCounts {
    /// Experts through an own experience.
    pub user: ByStanding,
    /// Experts through that of a relative.
    pub family: ByStanding,
    /// Those who have not said which.
    pub unsaid: ByStanding,
}

impl ExpertCounts {
    /// All of them.
    pub const fn total(self) -> i64 {
        self.user.total() + self.family.total() + self.unsaid.total()
    }
    /// All of them, by standing.
    pub const fn by_standing(self) -> ByStanding {
        ByStanding {
            volunteer: self.user.volunteer + self.family.volunteer + self.unsaid.volunteer,
            part_time: self.user.part_time + self.family.part_time + self.unsaid.part_time,
            full_time: self.user.full_time + self.family.full_time + self.unsaid.full_time,
        }
    }
    /// Whether the two kinds may be told apart beside a list of names: a person's kind is their own
    /// word, and a small number would say it in their place.
    pub const fn kinds_may_be_told(self) -> bool {
        self.user.total() >= SMALLEST && self.family.total() >= SMALLEST
    }
    /// Those who hold a paid role.
    pub const fn paid(self) -> i64 {
        self.total() - self.user.volunteer - self.family.volunteer - self.unsaid.volunteer
    }
}

/// The period of a role that is ended on a day: a role never ends before it began, and an end
/// already behind us is not moved.
pub fn ended(period: Period, on: NaiveDate) -> Period {
    let last = period.until().map_or(on, |until| until.min(on)).max(period.from());
    Period::new(period.from(), Some(last)).unwrap_or(period)
}

/// Where a role stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// It begins later.
    Coming,
    /// It is held.
    Active,
    /// It is over.
    Past,
}

/// Where a role stands on a day.
pub fn stage(period: Period, on: NaiveDate) -> Stage {
    match (period.contains(on), on < period.from()) {
        (true, _) => Stage::Active,
        (false, true) => Stage::Coming,
        (false, false) => Stage::Past,
    }
}

/// Whether a person is shown in public: only who is active and has said yes.
pub const fn shown_in_public(consents: bool, active: bool) -> bool {
    consents && active
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_apart_only_where_both_are_many() {
        let volunteers = |volunteer| ByStanding { volunteer, ..ByStanding::default() };
        let counts =
            |user, family| ExpertCounts { user: volunteers(user), family: volunteers(family), unsaid: volunteers(1) };
        assert!(counts(5, 5).kinds_may_be_told());
        assert!(!counts(9, 4).kinds_may_be_told() && !counts(9, 0).kinds_may_be_told());
        assert_eq!(counts(5, 5).by_standing().volunteer, 11);
    }

    use proptest::prelude::*;

    fn days() -> impl Strategy<Value = NaiveDate> {
        (0_i64..4000).prop_map(|n| NaiveDate::default() + kernel::Duration::days(n))
    }

    proptest! {
        #[test]
        fn a_role_that_was_ended_is_held_on_no_later_day(
            from in days(), length in proptest::option::of(0_i64..900), on in days(), later in 1_i64..900,
        ) {
            let until = length.map(|n| from + kernel::Duration::days(n));
            let over = ended(Period::new(from, until).unwrap(), on);
            prop_assert_eq!(over.from(), from);
            prop_assert!(over.until().is_some_and(|last| last >= from));
            let after = on.max(from) + kernel::Duration::days(later);
            prop_assert_eq!(stage(over, after), Stage::Past);
            // Ending it again, at the same time or later, changes nothing.
            prop_assert_eq!(ended(over, after), over);
        }

        #[test]
        fn each_day_a_role_is_coming_active_or_past_in_this_order(
            from in days(), length in proptest::option::of(0_i64..900), a in days(), b in days(),
        ) {
            let period = Period::new(from, length.map(|n| from + kernel::Duration::days(n))).unwrap();
            let order = |day| match stage(period, day) { Stage::Coming => 0, Stage::Active => 1, Stage::Past => 2 };
            let (first, second) = (a.min(b), a.max(b));
            prop_assert!(order(first) <= order(second));
        }

        #[test]
        fn the_total_is_the_sum_of_its_parts(counts in proptest::collection::vec((0_usize..3, 0_usize..3, 0_i64..50), 0..9)) {
            let mut all = ExpertCounts::default();
            for (kind, standing, count) in &counts {
                let part = [&mut all.user, &mut all.family, &mut all.unsaid];
                for (place, part) in part.into_iter().enumerate() {
                    if place == *kind { part.add(Standing::ALL[*standing], *count); }
                }
            }
            prop_assert_eq!(all.total(), counts.iter().map(|c| c.2).sum::<i64>());
            prop_assert!(all.paid() <= all.total());
        }
    }
}
