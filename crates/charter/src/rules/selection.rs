//! I1 to I4: selection.

use super::{count, each, phrase, records};
use crate::{
    Facts, ParameterName, Rule,
    facts::{Call, Calls, Candidacies, Closed, Form, Panels},
    verdict::Verdict,
};
use kernel::{Duration, NaiveDate};

/// A panel has at least one expert and one professional of the organisation concerned.
pub(super) fn panels_are_joint(rule: &Rule, facts: &Facts) -> Verdict {
    let panels = match records(rule, facts, |Panels(panels)| panels) {
        Ok(panels) => panels,
        Err(verdict) => return verdict,
    };
    let (experts, professionals) = (rule.value(ParameterName::Experts), rule.value(ParameterName::Professionals));
    let mut verdict = Verdict::new();
    each(
        &mut verdict,
        rule,
        &panels,
        |panel| i64::from(panel.experts) >= experts && i64::from(panel.professionals) >= professionals,
        |panel| &panel.label,
    );
    verdict
}

/// A call asks for no educational qualification.
pub(super) fn calls_ask_no_qualification(rule: &Rule, facts: &Facts) -> Verdict {
    let calls = match records(rule, facts, |Calls(calls)| calls) {
        Ok(calls) => calls,
        Err(verdict) => return verdict,
    };
    let mut verdict = Verdict::new();
    each(&mut verdict, rule, &calls, |call| !call.asks_qualification, |call| &call.label);
    verdict
}

/// The interview is the form used, and nobody gets marks.
pub(super) fn the_interview_is_used(rule: &Rule, facts: &Facts) -> Verdict {
    let calls = match records(rule, facts, |Calls(calls)| calls) {
        Ok(calls) => calls,
        Err(verdict) => return verdict,
    };
    let (decided, open): (Vec<Call>, Vec<Call>) = calls.into_iter().partition(|call| call.forms.is_some());
    let mut verdict = Verdict::new();
    if !decided.is_empty() {
        let only_interview = |call: &Call| call.forms.iter().flatten().eq([&Form::Interview]);
        each(&mut verdict, rule, &decided, only_interview, |call| &call.label);
    }
    if !open.is_empty() {
        let missing = phrase(rule, "missing-form").number("calls", count(open.len()));
        verdict.unknown(missing, phrase(rule, "next-form"));
    }
    verdict
}

/// Every closed candidacy gets reasons and an offered conversation in time. One whose time is
/// not over yet is awaited.
pub(super) fn closed_candidacies_get_reasons(rule: &Rule, facts: &Facts, today: NaiveDate) -> Verdict {
    let closed = match records(rule, facts, |Candidacies(closed)| closed) {
        Ok(closed) => closed,
        Err(verdict) => return verdict,
    };
    let days = rule.value(ParameterName::Days);
    let last_day = |c: &Closed| c.on.checked_add_signed(Duration::days(days)).unwrap_or(NaiveDate::MAX);
    let answered = |c: &Closed| {
        let in_time = |on: Option<NaiveDate>| on.is_some_and(|on| on <= last_day(c));
        in_time(c.reasons_on) && in_time(c.conversation_on)
    };
    let met = closed.iter().filter(|c| answered(c)).count();
    let awaited = closed.iter().filter(|c| !answered(c) && today <= last_day(c)).count();
    let late = closed.len() - met - awaited;
    let mut verdict = Verdict::new();
    if awaited > 0 {
        verdict.tell(phrase(rule, "awaited").number("awaited", count(awaited)).number("days", days));
    }
    let evidence =
        phrase(rule, "evidence").number("met", count(met)).number("all", count(closed.len())).number("days", days);
    verdict.check(late == 0, evidence, phrase(rule, "next").number("late", count(late)));
    verdict
}
