//! Pure functions: facts put together, findings that changed.

use super::model::{Declarations, Detail};
use crate::{group::Headcount, organisation::model::OrganisationKind};
use charter::{
    Charter, Facts, Kind, RuleId, State, evaluate,
    facts::{Experts, Fact},
};
use kernel::{NaiveDate, OrganisationId};
use serde_json::{Map, Value};
use std::collections::HashMap;

/// What a slice reports on an organisation: any entries of the Charter's open map of facts.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reported(pub(super) Map<String, Value>);

impl Reported {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }
    /// The same and one more entry.
    #[must_use]
    pub fn with<F: Fact>(mut self, fact: &F) -> Self {
        if let Ok(value) = serde_json::to_value(fact) {
            self.0.insert(F::KEY.to_owned(), value);
        }
        self
    }
}

/// What an organisation is, as far as the rules tell kinds apart.
pub(super) fn kind(kind: OrganisationKind) -> Kind {
    match kind {
        OrganisationKind::Department => Kind::Department,
        OrganisationKind::MentalHealthService | OrganisationKind::AddictionService => Kind::Service,
        OrganisationKind::Cooperative => Kind::Cooperative,
        OrganisationKind::Association => Kind::Association,
        OrganisationKind::Volunteers => Kind::Volunteers,
        OrganisationKind::Network | OrganisationKind::Movement | OrganisationKind::Promoter => Kind::Network,
        OrganisationKind::RecoveryCollege | OrganisationKind::Partner | OrganisationKind::Other => Kind::Other,
    }
}

/// How many experts are active: the larger of what the records hold and what the profile sheet
/// says, since either may lag behind. How many belong to a group is told only where the number
/// says nothing about any one of them.
pub(super) fn experts(on_record: i64, on_sheet: Option<i64>, in_a_group: i64) -> Option<Experts> {
    if on_record == 0 && on_sheet.is_none() {
        return None;
    }
    let whole = |number: i64| u32::try_from(number).unwrap_or(0);
    let in_a_group = match Headcount::of(in_a_group, on_record) {
        Headcount::Exactly(number) => Some(whole(number)),
        Headcount::Untold => None,
    };
    Some(Experts { active: whole(on_record.max(on_sheet.unwrap_or(0))), in_a_group })
}

/// What is known of an organisation, put together: what the slices report, what it declares, how
/// many experts it has.
pub(super) fn facts(
    kind: Kind,
    reported: impl IntoIterator<Item = (String, Value)>,
    declared: Option<&Declarations>,
    experts: Option<Experts>,
) -> Facts {
    let mut facts = Facts::about(kind);
    facts.extend(reported);
    if let Some(declared) = declared {
        facts.set(&declared.belonging);
        facts.set(&declared.inclusion);
    }
    if let Some(experts) = experts {
        facts.set(&experts);
    }
    facts
}

/// A finding as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    pub organisation: OrganisationId,
    pub rule: i64,
    pub state: State,
    pub detail: String,
}

/// What is stored of an organisation's finding for a rule.
pub(super) type Known = HashMap<(OrganisationId, i64), (String, String)>;

/// A rule's place, from 1, as it is stored: so that lists come in the order of the rules.
pub(super) fn place(rule: RuleId) -> i64 {
    rule as i64 + 1
}

/// The rule at a place.
pub(super) fn rule_at(place: i64) -> Option<RuleId> {
    usize::try_from(place - 1).ok().and_then(|place| RuleId::ALL.get(place).copied())
}

/// The findings that are not stored yet as they are now.
pub(super) fn changed<'a>(
    charter: &Charter,
    facts: impl IntoIterator<Item = (OrganisationId, &'a Facts)>,
    known: &Known,
    today: NaiveDate,
) -> Vec<Row> {
    let mut changed = Vec::new();
    for (organisation, facts) in facts {
        for finding in evaluate(charter, facts, today) {
            let (rule, state) = (place(finding.rule), finding.state);
            let Ok(detail) = serde_json::to_string(&Detail::from(finding)) else { continue };
            let same = known.get(&(organisation, rule)).is_some_and(|(s, d)| s == state.code() && *d == detail);
            if !same {
                changed.push(Row { organisation, rule, state, detail });
            }
        }
    }
    changed
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_rule_has_its_place() {
        assert!(RuleId::ALL.into_iter().all(|rule| rule_at(place(rule)) == Some(rule)));
        assert_eq!((rule_at(0), rule_at(17)), (None, None));
    }

    proptest! {
        #[test]
        fn a_number_that_could_point_at_somebody_is_not_told(record in 0_i64..50, sheet in prop::option::of(0_i64..50), group in 0_i64..5) {
            let experts = experts(record, sheet, group);
            prop_assert!(experts.is_none_or(|experts| experts.in_a_group.is_none()));
            prop_assert_eq!(experts.is_none(), record == 0 && sheet.is_none());
        }
        #[test]
        fn a_number_that_says_it_of_everybody_is_not_told(record in 1_i64..50, sheet in prop::option::of(0_i64..50)) {
            prop_assert_eq!(experts(record, sheet, record).and_then(|experts| experts.in_a_group), None);
        }
        #[test]
        fn a_second_check_changes_nothing(number in 1_u128..9, active in 0_i64..20) {
            let id = OrganisationId::from_uuid(kernel::Uuid::from_u128(number));
            let facts = facts(Kind::Department, [], None, experts(active, None, 0));
            let today = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
            let first = changed(&Charter::first(), [(id, &facts)], &Known::new(), today);
            prop_assert_eq!(first.len(), 16);
            let known = first.into_iter().map(|r| ((r.organisation, r.rule), (r.state.code().to_owned(), r.detail))).collect();
            prop_assert!(changed(&Charter::first(), [(id, &facts)], &known, today).is_empty());
        }
    }
}
