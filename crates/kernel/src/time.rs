//! Time, handed in rather than read.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::sync::Mutex;

/// Where the present moment comes from.
pub trait Clock: Send + Sync {
    /// The present instant, UTC.
    fn now(&self) -> DateTime<Utc>;
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods, reason = "the one place where the wall clock is read")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// A clock that stands still until it is moved: for tests.
#[derive(Debug)]
pub struct FakeClock(Mutex<DateTime<Utc>>);

impl FakeClock {
    /// A clock that shows `at`.
    pub fn at(at: DateTime<Utc>) -> Self {
        Self(Mutex::new(at))
    }
    /// Moves the clock forward (or back, with a negative duration).
    pub fn advance(&self, by: Duration) {
        let mut now = self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        *now += by;
    }
}

impl Clock for FakeClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

/// The calendar day in Italy at an instant. Italy is one hour ahead of UTC, two from the last
/// Sunday of March to the last Sunday of October, changing at 01:00 UTC (directive 2000/84/EC).
pub fn rome_date(at: DateTime<Utc>) -> NaiveDate {
    (at + rome_offset(at)).date_naive()
}

/// What the clocks in Italy show at an instant.
pub fn rome_time(at: DateTime<Utc>) -> chrono::NaiveDateTime {
    (at + rome_offset(at)).naive_utc()
}

/// The instant at which clocks in Italy show a day and time. Of the hour that comes twice in
/// autumn the first is meant; the hour that spring leaves out is read as if it came.
pub fn from_rome(shown: chrono::NaiveDateTime) -> DateTime<Utc> {
    let summer = shown.and_utc() - Duration::hours(2);
    if rome_offset(summer) == Duration::hours(2) { summer } else { shown.and_utc() - Duration::hours(1) }
}

/// How far Italian time is ahead of UTC at an instant.
pub(crate) fn rome_offset(at: DateTime<Utc>) -> Duration {
    use chrono::Datelike;
    let change = |month: u32| {
        let last = NaiveDate::from_ymd_opt(at.year(), month, 31).unwrap_or_default();
        let sunday = last - Duration::days(i64::from(last.weekday().num_days_from_sunday()));
        sunday.and_hms_opt(1, 0, 0).unwrap_or_default().and_utc()
    };
    let summer = at >= change(3) && at < change(10);
    Duration::hours(if summer { 2 } else { 1 })
}

/// A stretch of days, the first included, the last included where there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    from: NaiveDate,
    until: Option<NaiveDate>,
}

impl Period {
    /// From a day on, without an end.
    pub fn since(from: NaiveDate) -> Self {
        Self { from, until: None }
    }
    /// From a day to another, both included; `None` when the end lies before the start.
    pub fn new(from: NaiveDate, until: Option<NaiveDate>) -> Option<Self> {
        match until {
            Some(end) if end < from => None,
            _ => Some(Self { from, until }),
        }
    }
    /// The first day.
    pub fn from(self) -> NaiveDate {
        self.from
    }
    /// The last day, where there is one.
    pub fn until(self) -> Option<NaiveDate> {
        self.until
    }
    /// Whether a day lies in it.
    pub fn contains(self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|end| day <= end)
    }
}

/// A length of work or training, in minutes inside, shown in hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Hours(i64);

impl Hours {
    /// From minutes.
    pub const fn from_minutes(minutes: i64) -> Self {
        Self(minutes)
    }
    /// In minutes.
    pub const fn minutes(self) -> i64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn the_day_changes_with_italian_midnight() {
        assert_eq!(rome_date(at("2026-01-10T22:59:00Z")).to_string(), "2026-01-10");
        assert_eq!(rome_date(at("2026-01-10T23:01:00Z")).to_string(), "2026-01-11");
        assert_eq!(rome_date(at("2026-07-10T22:01:00Z")).to_string(), "2026-07-11");
    }

    #[test]
    fn what_the_clock_shows_leads_back_to_the_instant() {
        for instant in ["2026-01-10T12:00:00Z", "2026-07-10T12:00:00Z", "2026-10-25T00:30:00Z", "2026-03-29T01:00:00Z"]
        {
            assert_eq!(from_rome(rome_time(at(instant))), at(instant));
        }
    }

    #[test]
    fn summer_time_begins_and_ends_on_the_last_sunday() {
        assert_eq!(rome_offset(at("2026-03-29T00:59:59Z")), Duration::hours(1));
        assert_eq!(rome_offset(at("2026-03-29T01:00:00Z")), Duration::hours(2));
        assert_eq!(rome_offset(at("2026-10-25T00:59:59Z")), Duration::hours(2));
        assert_eq!(rome_offset(at("2026-10-25T01:00:00Z")), Duration::hours(1));
    }

    #[test]
    fn a_period_cannot_end_before_it_begins() {
        let day = |d| NaiveDate::from_ymd_opt(2026, 5, d).unwrap();
        assert!(Period::new(day(10), Some(day(9))).is_none());
        let may = Period::new(day(1), Some(day(31))).unwrap();
        assert!(may.contains(day(1)) && may.contains(day(31)));
        assert!(Period::since(day(2)).contains(day(30)) && !Period::since(day(2)).contains(day(1)));
    }
}
