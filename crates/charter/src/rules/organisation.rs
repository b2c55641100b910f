//! I12 and I14: what an organisation declares, and how many experts it has.

use super::phrase;
use crate::{
    Facts, Rule,
    facts::{Belonging, Experts, Inclusion},
    verdict::Verdict,
};

/// An organisation leaves its experts free, and gives them time, to belong to a group or
/// association of experts. How many do is told and decides nothing: belonging is a right.
pub(super) fn experts_may_belong(rule: &Rule, facts: &Facts) -> Verdict {
    let experts = facts.get::<Experts>();
    if experts.is_some_and(|experts| experts.active == 0) {
        return Verdict::not_applicable(phrase(rule, "none"));
    }
    let declared = facts.get::<Belonging>().unwrap_or_default();
    let mut verdict = Verdict::new();
    match declared.free {
        Some(free) => {
            verdict.check(free, phrase(rule, if free { "free" } else { "not-free" }), phrase(rule, "next-free"));
        }
        None => verdict.unknown(phrase(rule, "missing-free"), phrase(rule, "next-declare")),
    }
    match (declared.time, declared.hours_a_month) {
        (Some(true), Some(hours)) => {
            verdict.check(true, phrase(rule, "hours").number("hours", hours), phrase(rule, "next-time"));
        }
        (Some(time), _) => {
            verdict.check(time, phrase(rule, if time { "time" } else { "no-time" }), phrase(rule, "next-time"));
        }
        (None, _) => verdict.unknown(phrase(rule, "missing-time"), phrase(rule, "next-declare")),
    }
    if let Some(Experts { active, in_a_group: Some(in_a_group) }) = experts {
        verdict.tell(phrase(rule, "groups").number("met", in_a_group.min(active)).number("all", active));
    }
    verdict
}

/// A department has experts, professionals in charge of their inclusion, staff trained in
/// recovery, and no area closed to experts.
pub(super) fn the_department_is_ready(rule: &Rule, facts: &Facts) -> Verdict {
    let mut verdict = Verdict::new();
    let inclusion = facts.get::<Inclusion>().unwrap_or_default();
    match facts.get::<Experts>() {
        Some(experts) => verdict.check(
            experts.active > 0,
            phrase(rule, "experts").number("all", experts.active),
            phrase(rule, "next-experts"),
        ),
        None => verdict.unknown(phrase(rule, "missing-experts"), phrase(rule, "next-register")),
    }
    let declared = [
        ("professionals", inclusion.professionals, true),
        ("trained", inclusion.trained_in_recovery, true),
        ("areas", inclusion.closed_areas, false),
    ];
    for (name, number, wanted) in declared {
        match number {
            Some(number) => verdict.check(
                (number > 0) == wanted,
                phrase(rule, name).number("all", number),
                phrase(rule, &format!("next-{name}")),
            ),
            None => verdict.unknown(phrase(rule, &format!("missing-{name}")), phrase(rule, "next-declare")),
        }
    }
    verdict
}
