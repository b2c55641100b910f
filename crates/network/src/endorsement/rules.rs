//! Pure rules on endorsements: how many stood at the end of each month.

use kernel::{Datelike, NaiveDate};

/// How many endorsements stood at the end of a month (or today, in the month that runs).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// A day of the month: its first.
    pub month: NaiveDate,
    /// How many stood.
    pub count: i64,
}

/// What changed on a day: so many were given, so many withdrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// The day.
    pub on: NaiveDate,
    /// Given less withdrawn.
    pub by: i64,
}

/// The months from the first change to today, at most the last `most`, with how many stood at
/// the end of each.
pub fn over_time(changes: &[Change], today: NaiveDate, most: usize) -> Vec<Standing> {
    let Some(first) = changes.iter().map(|change| change.on).min() else { return Vec::new() };
    let mut months = Vec::new();
    let mut month = first_of(first);
    while month <= today {
        let next = next_month(month);
        let count = changes.iter().filter(|change| change.on < next).map(|change| change.by).sum();
        months.push(Standing { month, count });
        month = next;
    }
    months.split_off(months.len().saturating_sub(most))
}

fn first_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// The first day of the next month.
pub fn next_month(month: NaiveDate) -> NaiveDate {
    first_of(first_of(month) + kernel::Duration::days(31))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_last_month_holds_all_that_stands_today(
            given in proptest::collection::vec((0_i64..2000, proptest::option::of(0_i64..500)), 1..30),
        ) {
            let start = NaiveDate::from_ymd_opt(2021, 11, 3).unwrap();
            let today = start + kernel::Duration::days(2500);
            let changes: Vec<Change> = given.iter().flat_map(|(after, lasted)| {
                let on = start + kernel::Duration::days(*after);
                let end = lasted.map(|days| Change { on: on + kernel::Duration::days(days), by: -1 });
                [Some(Change { on, by: 1 }), end]
            }).flatten().collect();
            let months = over_time(&changes, today, 24);
            prop_assert!(months.len() <= 24);
            prop_assert!(months.iter().all(|month| month.count >= 0));
            let standing = given.iter().filter(|(_, lasted)| lasted.is_none()).count() as i64;
            prop_assert_eq!(months.last().unwrap().count, standing);
            prop_assert!(months.windows(2).all(|pair| next_month(pair[0].month) == pair[1].month));
        }
    }

    #[test]
    fn without_endorsements_there_is_nothing_to_draw() {
        assert!(over_time(&[], NaiveDate::default(), 24).is_empty());
    }
}
