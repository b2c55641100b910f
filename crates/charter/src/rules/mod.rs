//! The predicates: what each rule sees in the facts. Each sentence of the Charter is one function.

mod organisation;
mod selection;
mod training;
mod voice;
mod work;

use crate::{Charter, Facts, Finding, Phrase, Rule, RuleId, Value, facts::Fact, verdict::Verdict};
use kernel::NaiveDate;

/// What each rule of the Charter says of an organisation on a day: sixteen findings, in order.
pub fn evaluate(charter: &Charter, facts: &Facts, today: NaiveDate) -> Vec<Finding> {
    charter.rules().iter().map(|rule| judge(rule, facts, today).finding(rule)).collect()
}

fn judge(rule: &Rule, facts: &Facts, today: NaiveDate) -> Verdict {
    if !rule.id.speaks_of(facts.kind()) {
        return Verdict::not_applicable(Phrase::new(key(rule, "not-applicable")));
    }
    match rule.id {
        RuleId::I1 => selection::panels_are_joint(rule, facts),
        RuleId::I2 => selection::calls_ask_no_qualification(rule, facts),
        RuleId::I3 => selection::the_interview_is_used(rule, facts),
        RuleId::I4 => selection::closed_candidacies_get_reasons(rule, facts, today),
        RuleId::I5 => training::courses_admit_on_recovery(rule, facts),
        RuleId::I6 => training::curricula_are_whole(rule, facts),
        RuleId::I7 => training::experts_teach(rule, facts),
        RuleId::I8 => training::trainees_shadow(rule, facts),
        RuleId::I9 => training::training_continues(rule, facts, today),
        RuleId::I10 => work::teams_include(rule, facts, today),
        RuleId::I11 => work::assignments_are_protected(rule, facts, today),
        RuleId::I12 => organisation::experts_may_belong(rule, facts),
        RuleId::I13 => work::roles_have_instruments(rule, facts),
        RuleId::I14 => organisation::the_department_is_ready(rule, facts),
        RuleId::I15 => voice::bodies_have_places(rule, facts),
        RuleId::I16 => voice::conferences_keep_proportions(rule, facts),
    }
}

/// The key of one of a rule's sentences.
fn key(rule: &Rule, part: &str) -> String {
    format!("charter-{}-{part}", rule.id.slug())
}

/// A sentence of a rule.
fn phrase(rule: &Rule, part: &str) -> Phrase {
    Phrase::new(key(rule, part))
}

/// A count as it stands in a sentence.
fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// How many names a sentence lists.
const NAMES: usize = 5;

/// The names of some records, as they stand in a sentence.
fn names<'a>(labels: impl Iterator<Item = &'a str>) -> Value {
    let mut labels: Vec<&str> = labels.collect();
    labels.sort_unstable();
    let more = labels.len() > NAMES;
    labels.truncate(NAMES);
    Value::Text(format!("{}{}", labels.join(", "), if more { ", …" } else { "" }))
}

/// The records of a fact; or why there are none: nobody reported, or there is nothing.
fn records<F: Fact, R>(rule: &Rule, facts: &Facts, list: impl FnOnce(F) -> Vec<R>) -> Result<Vec<R>, Verdict> {
    let Some(fact) = facts.get::<F>() else {
        return Err(Verdict::not_known(phrase(rule, "missing"), phrase(rule, "next-record")));
    };
    let records = list(fact);
    if records.is_empty() { Err(Verdict::not_applicable(phrase(rule, "none"))) } else { Ok(records) }
}

/// Checks each record and says how many of them hold, and which do not.
///
/// The sentences are `…-evidence` (`met` of `all`) and `…-next` (`names`).
fn each<'a, R>(
    verdict: &mut Verdict,
    rule: &Rule,
    records: &'a [R],
    holds: impl Fn(&R) -> bool,
    label: impl Fn(&'a R) -> &'a str,
) {
    let failing: Vec<&R> = records.iter().filter(|record| !holds(record)).collect();
    let met = records.len() - failing.len();
    let evidence = phrase(rule, "evidence").number("met", count(met)).number("all", count(records.len()));
    let next = phrase(rule, "next").with("names", names(failing.iter().map(|record| label(record))));
    verdict.check(failing.is_empty(), evidence, next);
}
