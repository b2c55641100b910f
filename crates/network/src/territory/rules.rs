//! When the figure counts as present, emerging or absent. The source names the map and leaves its
//! measure open: this one is the project's own.

use super::model::{Counts, Picture, Presence};

/// What the records show: present where an organisation reports an active expert or calls its
/// practice advanced, emerging where one is on record, absent otherwise.
pub(crate) fn presence_on_record(counts: Counts) -> Presence {
    match counts {
        Counts { at_work: 1.., .. } => Presence::Present,
        Counts { organisations: 1.., .. } => Presence::Emerging,
        _ => Presence::Absent,
    }
}

/// What is shown: the word of the region or the secretariat where they gave one, else the records.
pub(crate) fn presence(picture: &Picture) -> Presence {
    let said = picture.statement.as_ref().and_then(|statement| statement.presence);
    said.unwrap_or_else(|| presence_on_record(picture.counts))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::territory::model::{Province, Statement};
    use kernel::{NaiveDate, Territory};
    use proptest::prelude::*;

    fn counts(organisations: i64, at_work: i64) -> Counts {
        Counts { organisations, at_work, ..Counts::default() }
    }

    #[test]
    fn one_expert_at_work_makes_the_figure_present() {
        assert_eq!(presence_on_record(counts(0, 0)), Presence::Absent);
        assert_eq!(presence_on_record(counts(3, 0)), Presence::Emerging);
        assert_eq!(presence_on_record(counts(3, 1)), Presence::Present);
    }

    #[test]
    fn every_territory_has_a_province_and_every_province_is_found_by_code_and_name() {
        for territory in Territory::ALL {
            assert!(Province::all().iter().any(|p| p.territory() == territory), "{territory}");
        }
        for province in Province::all() {
            assert_eq!(Province::find(&province.code().to_lowercase()), Some(province));
            assert_eq!(Province::find(province.name()), Some(province));
        }
        assert_eq!(Province::find("forli cesena").map(Province::code), Some("FC"));
        assert_eq!(Province::find("XX"), None);
    }

    proptest! {
        /// A region that knows better is believed; one that only adds a note changes nothing.
        #[test]
        fn what_the_region_states_goes_before_the_records(organisations in 0i64..9, at_work in 0i64..9, said in prop::option::of(0usize..3)) {
            let counts = counts(organisations, at_work.min(organisations));
            let stated = said.map(|i| Presence::ALL[i]);
            let statement = Statement { presence: stated, note: "…".into(), said_on: NaiveDate::MIN, version: 1 };
            let picture = Picture { territory: Territory::Molise, counts, statement: Some(statement) };
            prop_assert_eq!(presence(&picture), stated.unwrap_or(presence_on_record(counts)));
        }
    }
}
