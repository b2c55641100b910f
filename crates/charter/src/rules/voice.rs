//! I15 and I16: representation, and the proportions of a conference.

use super::{each, phrase, records};
use crate::{
    Facts, ParameterName, Rule, Value,
    facts::{Bodies, Body, Conference, Conferences},
    verdict::Verdict,
};

/// A body that decides on mental health has a place for experts, and it is filled.
pub(super) fn bodies_have_places(rule: &Rule, facts: &Facts) -> Verdict {
    let bodies = match records(rule, facts, |Bodies(bodies)| bodies.into_iter().filter(|b| b.decides).collect()) {
        Ok(bodies) => bodies,
        Err(verdict) => return verdict,
    };
    let mut verdict = Verdict::new();
    each(&mut verdict, rule, &bodies, |b: &Body| b.places > 0 && b.filled >= b.places, |b| &b.label);
    verdict
}

/// A conference keeps the number of delegates of each organisation, and the proportion of experts
/// to professionals within a tolerance.
pub(super) fn conferences_keep_proportions(rule: &Rule, facts: &Facts) -> Verdict {
    let conferences = match records(rule, facts, |Conferences(conferences)| conferences) {
        Ok(conferences) => conferences,
        Err(verdict) => return verdict,
    };
    let mut verdict = Verdict::new();
    for conference in &conferences {
        delegates(&mut verdict, rule, conference);
        proportion(&mut verdict, rule, conference);
    }
    verdict
}

fn delegates(verdict: &mut Verdict, rule: &Rule, conference: &Conference) {
    let fewest = rule.value(ParameterName::FewestDelegates);
    let most = rule.value(ParameterName::MostDelegates);
    let within = conference.delegates.iter().filter(|n| (fewest..=most).contains(&i64::from(**n))).count();
    let filled = |part: &str| {
        phrase(rule, part)
            .with("name", Value::Text(conference.label.clone()))
            .number("fewest", fewest)
            .number("most", most)
    };
    let all = conference.delegates.len();
    let evidence = filled("delegates").number("met", super::count(within)).number("all", super::count(all));
    verdict.check(within == all && all > 0, evidence, filled("next-delegates"));
}

fn proportion(verdict: &mut Verdict, rule: &Rule, conference: &Conference) {
    let (ratio, tolerance) = (rule.value(ParameterName::Ratio), rule.value(ParameterName::Tolerance));
    let (experts, professionals) = (i64::from(conference.experts), i64::from(conference.professionals));
    // |e/p - r| <= r·t/100, without fractions.
    let off = (experts - ratio * professionals).abs();
    let holds = professionals > 0 && off * 100 <= ratio * professionals * tolerance;
    let hundredths = if professionals == 0 { 0 } else { (experts * 100 + professionals / 2) / professionals };
    let filled = |part: &str| {
        phrase(rule, part)
            .with("name", Value::Text(conference.label.clone()))
            .number("asked", ratio)
            .number("tolerance", tolerance)
    };
    let found = Value::Hundredths(hundredths);
    let evidence =
        filled("proportion").number("experts", experts).number("professionals", professionals).with("found", found);
    verdict.check(holds, evidence, filled("next-proportion"));
}
