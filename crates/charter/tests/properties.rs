//! What holds of the engine whatever the facts.

#![allow(clippy::unwrap_used, reason = "a test may be blunt")]

use charter::{Charter, Facts, Finding, Kind, Origin, Parameter, Problem, RuleId, State, carry, compare, evaluate};
use kernel::NaiveDate;
use proptest::prelude::*;
use serde_json::{Value, json};

fn a_day() -> impl Strategy<Value = NaiveDate> {
    (730_000i32..740_500).prop_map(|n| NaiveDate::from_num_days_from_ce_opt(n).unwrap())
}

fn a_kind() -> impl Strategy<Value = Kind> {
    prop::sample::select(Kind::ALL.to_vec())
}

/// A fact as a slice would report it, with any numbers.
fn a_fact() -> impl Strategy<Value = (&'static str, Value)> {
    let n = || 0u32..9;
    prop_oneof![
        (n(), n()).prop_map(|(e, p)| ("panels", json!([{"label": "x", "experts": e, "professionals": p}]))),
        (any::<bool>(), any::<bool>()).prop_map(|(asks, interview)| {
            let forms = if interview { json!(["interview"]) } else { Value::Null };
            ("calls", json!([{"label": "x", "asks_qualification": asks, "forms": forms}]))
        }),
        (a_day(), prop::option::of(a_day()))
            .prop_map(|(on, at)| ("candidacies", json!([{"on": on, "reasons_on": at, "conversation_on": at}]))),
        (n(), n()).prop_map(|(a, b)| {
            let field = json!({"trainees": a, "shadowing": b});
            let teaching = json!({"expert_minutes": a, "professional_minutes": b, "professionals": a, "prepared": b});
            ("courses", json!([{"label": "x", "field": field, "teaching": teaching}]))
        }),
        (a_day(), a_day(), any::<u32>()).prop_map(|(since, on, minutes)| (
            "continuing_training",
            json!([{"since": since, "sessions": [[on, minutes]]}])
        )),
        (n(), prop::option::of(a_day()), any::<bool>()).prop_map(|(experts, since, remedy)| {
            ("teams", json!([{"label": "x", "experts": experts, "longest_uninvited_since": since, "remedy": remedy}]))
        }),
        (a_day(), prop::option::of(a_day()), any::<bool>()).prop_map(|(since, on, yes)| {
            let parts = json!({"since": since, "tutor": yes, "role_description": yes, "agreed_area": yes,
                "supervision": yes, "review_on": on, "intervision_on": on});
            ("assignments", json!([parts]))
        }),
        (n(), prop::option::of(n())).prop_map(|(a, g)| ("experts", json!({"active": a, "in_a_group": g}))),
        (prop::option::of(any::<bool>()), prop::option::of(any::<bool>()))
            .prop_map(|(free, time)| ("belonging", json!({"free": free, "time": time}))),
        (n(), n(), n(), n()).prop_map(|(a, b, c, d)| {
            let roles = json!({"paid": a, "paid_with_instrument": b, "volunteer": c, "volunteer_with_duties": d});
            ("roles", roles)
        }),
        (prop::option::of(n()), prop::option::of(n()), prop::option::of(n())).prop_map(|(a, b, c)| {
            ("inclusion", json!({"professionals": a, "trained_in_recovery": b, "closed_areas": c}))
        }),
        (any::<bool>(), n(), n()).prop_map(|(decides, places, filled)| {
            ("bodies", json!([{"label": "x", "decides": decides, "places": places, "filled": filled}]))
        }),
        (prop::collection::vec(any::<u32>(), 0..4), any::<u32>(), any::<u32>()).prop_map(|(d, e, p)| {
            ("conferences", json!([{"label": "x", "delegates": d, "experts": e, "professionals": p}]))
        }),
        Just(("panels", json!("nothing that anybody can read"))),
        Just(("of_a_slice_to_come", json!({"any": [1, 2, 3]}))),
    ]
}

fn some_facts() -> impl Strategy<Value = Facts> {
    (a_kind(), prop::collection::vec(a_fact(), 0..10)).prop_map(|(kind, entries)| {
        let mut facts = Facts::about(kind);
        facts.extend(entries.into_iter().map(|(key, value)| (key.to_owned(), value)));
        facts
    })
}

/// Puts the fewest and the most delegates in their order.
fn in_order(parameters: &mut [Parameter]) {
    let (fewest, most) = (parameters[0].value, parameters[1].value);
    (parameters[0].value, parameters[1].value) = (fewest.min(most), fewest.max(most));
}

/// A version that differs from the first one in its values alone.
fn a_charter() -> impl Strategy<Value = Charter> {
    prop::collection::vec(0.0f64..1.0, 16).prop_map(|shares| {
        let (articles, mut rules) = Charter::first().into_parts();
        for (parameter, share) in rules.iter_mut().flat_map(|rule| &mut rule.parameters).zip(shares) {
            let (least, most) = parameter.name.bounds();
            parameter.value = least + ((most - least) as f64 * share) as i64;
            parameter.origin = Origin::SetByNetwork;
        }
        in_order(&mut rules[15].parameters);
        Charter::new(articles, rules).unwrap()
    })
}

fn of(findings: &[Finding], rule: RuleId) -> State {
    findings.iter().find(|finding| finding.rule == rule).unwrap().state
}

proptest! {
    #[test]
    fn every_rule_says_something_and_cites_an_article(charter in a_charter(), facts in some_facts(), today in a_day()) {
        let findings = evaluate(&charter, &facts, today);
        prop_assert!(findings.iter().map(|finding| finding.rule).eq(RuleId::ALL));
        for finding in &findings {
            prop_assert!(charter.article(&finding.article).is_some());
            let told = !finding.evidence.is_empty() || !finding.missing.is_empty();
            prop_assert!(told, "{} gives no reason", finding.rule);
            prop_assert_eq!(finding.state == State::NotMet, finding.state != State::NotKnown && !finding.next_steps.is_empty());
            prop_assert!(finding.state != State::NotKnown || !finding.missing.is_empty());
        }
        prop_assert_eq!(findings, evaluate(&charter, &facts, today));
    }

    #[test]
    fn more_evidence_never_makes_a_met_rule_unknown(facts in some_facts(), more in prop::collection::vec(a_fact(), 0..6), today in a_day()) {
        let charter = Charter::first();
        let before = evaluate(&charter, &facts, today);
        let mut richer = facts.clone();
        let new = more.into_iter().filter(|(key, _)| !facts.entries().contains_key(*key));
        richer.extend(new.map(|(key, value)| (key.to_owned(), value)));
        let after = evaluate(&charter, &richer, today);
        for rule in RuleId::ALL {
            prop_assert!(of(&before, rule) != State::Met || of(&after, rule) != State::NotKnown, "{rule}");
        }
    }

    #[test]
    fn a_rule_that_does_not_speak_of_a_kind_never_does(charter in a_charter(), facts in some_facts(), today in a_day()) {
        let findings = evaluate(&charter, &facts, today);
        for rule in RuleId::ALL.into_iter().filter(|rule| !rule.speaks_of(facts.kind())) {
            prop_assert_eq!(of(&findings, rule), State::NotApplicable);
        }
    }

    #[test]
    fn a_charter_compared_to_itself_shows_nothing(charter in a_charter()) {
        prop_assert_eq!(compare(&charter, &charter), vec![]);
    }

    #[test]
    fn each_changed_value_is_one_change(charter in a_charter()) {
        let first = Charter::first();
        let values = |charter: &Charter| charter.rules().iter().flat_map(|rule| rule.parameters.clone()).collect::<Vec<_>>();
        let different = values(&first).iter().zip(values(&charter)).filter(|(a, b)| **a != *b).count();
        prop_assert_eq!(compare(&first, &charter).len(), different);
    }

    #[test]
    fn the_fewest_are_never_more_than_the_most(fewest in 1i64..=100, most in 1i64..=100) {
        let (articles, mut rules) = Charter::first().into_parts();
        (rules[15].parameters[0].value, rules[15].parameters[1].value) = (fewest, most);
        let made = Charter::new(articles, rules);
        prop_assert_eq!(made.is_ok(), fewest <= most);
        prop_assert!(made.is_ok() || matches!(made, Err(Problem::Crossed(RuleId::I16, _, _))));
    }

    #[test]
    fn a_draft_carried_over_keeps_what_it_changed_and_takes_the_rest(draft in a_charter(), onto in a_charter()) {
        let first = Charter::first();
        prop_assert_eq!(&carry(&first, &draft, &first).unwrap(), &draft);
        prop_assert_eq!(&carry(&draft, &draft, &onto).unwrap(), &onto);
        if let Ok(carried) = carry(&first, &draft, &onto) {
            let values = |charter: &Charter| charter.rules().iter().flat_map(|rule| rule.parameters.clone()).collect::<Vec<_>>();
            let sides = values(&first).into_iter().zip(values(&draft)).zip(values(&onto)).zip(values(&carried));
            for (((before, written), held), now) in sides {
                prop_assert_eq!(now, if written == before { held } else { written });
            }
        }
    }

    #[test]
    fn what_is_written_down_is_read_again(charter in a_charter(), facts in some_facts(), today in a_day()) {
        let again: Charter = serde_json::from_str(&serde_json::to_string(&charter).unwrap()).unwrap();
        prop_assert_eq!(&again, &charter);
        let same: Facts = serde_json::from_value(serde_json::to_value(&facts).unwrap()).unwrap();
        prop_assert_eq!(&same, &facts);
        let findings = evaluate(&charter, &facts, today);
        let read: Vec<Finding> = serde_json::from_value(serde_json::to_value(&findings).unwrap()).unwrap();
        prop_assert_eq!(read, findings);
    }
}

/// The promise that nobody is scored, and that no person stands in the facts: the names of all
/// fields that a slice can fill.
#[test]
fn no_entry_has_room_for_a_person() {
    let text = include_str!("../src/facts/records.rs");
    for word in ["person_id", "PersonId", "surname", "score", "rank", "rating", "grade"] {
        assert!(!text.contains(word), "{word}");
    }
}
