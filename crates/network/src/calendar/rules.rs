//! Pure rules of the calendar: what a shared title may say, and where a month begins.

use kernel::{DateTime, Datelike, NaiveDate, NaiveTime, Utc, fold, from_rome};

/// Beginnings of words that speak of somebody's health, in both languages, folded.
const HEALTH: &[&str] = &[
    "salute mentale",
    "mental health",
    "disagio",
    "distress",
    "diagnos",
    "malat",
    "psichiatr",
    "psychiatr",
    "psicosi",
    "psychosis",
    "psicot",
    "psychot",
    "schizo",
    "depress",
    "bipolar",
    "borderlin",
    "ansia",
    "anxiety",
    "suicid",
    "autolesion",
    "self harm",
    "farmac",
    "medicat",
    "ricover",
    "hospital",
    "ospedal",
    "tso",
    "spdc",
    "csm",
    "sert",
    "serd",
    "disturb",
    "disorder",
    "sintom",
    "symptom",
    "terapi",
    "therap",
    "dipendenz",
    "addict",
    "utenti e famil",
];

/// Whether a title speaks of health. Titles are seen on telephones and shared screens; whoever
/// looks over a shoulder must not learn what brings somebody there.
pub fn speaks_of_health(title: &str) -> bool {
    let folded = format!(" {}", fold(title));
    HEALTH.iter().any(|word| folded.contains(&format!(" {word}")))
}

/// A month as it stands in an address (`2026-05`); none when it is not one.
pub fn month_of(text: &str) -> Option<NaiveDate> {
    let day = NaiveDate::parse_from_str(&format!("{text}-01"), "%Y-%m-%d").ok()?;
    (2000..2200).contains(&day.year()).then_some(day)
}

/// The first day of the month that a day lies in.
pub fn first_day(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// The first day of the month before.
pub fn month_before(month: NaiveDate) -> NaiveDate {
    first_day(first_day(month) - kernel::Duration::days(1))
}

/// The first day of the month after.
pub fn month_after(month: NaiveDate) -> NaiveDate {
    first_day(first_day(month) + kernel::Duration::days(31))
}

/// The instant at which a day begins in Italy.
pub fn begins(day: NaiveDate) -> DateTime<Utc> {
    from_rome(day.and_time(NaiveTime::MIN))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_title_that_speaks_of_health_is_told_from_one_that_does_not() {
        for wrong in ["Gruppo sulla DEPRESSIONE", "Salute mentale in piazza", "Incontro al CSM", "Mental-health day"] {
            assert!(speaks_of_health(wrong), "{wrong}");
        }
        for right in ["Incontro della rete", "Assemblea di primavera", "Cena insieme", "Indipendenza e diritti"] {
            assert!(!speaks_of_health(right), "{right}");
        }
    }

    #[test]
    fn a_month_is_read_from_an_address() {
        assert_eq!(month_of("2026-05"), NaiveDate::from_ymd_opt(2026, 5, 1));
        assert_eq!((month_of("2026-13"), month_of("maggio"), month_of("")), (None, None, None));
    }

    proptest! {
        #[test]
        fn the_months_follow_one_another(days in 0_i64..40_000) {
            let month = first_day(NaiveDate::default() + kernel::Duration::days(days));
            prop_assert_eq!(month_before(month_after(month)), month);
            prop_assert!(begins(month) < begins(month_after(month)));
        }
    }
}
