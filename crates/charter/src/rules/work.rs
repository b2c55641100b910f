//! I10, I11 and I13: working as an expert.

use super::{count, names, phrase, records};
use crate::{
    Facts, ParameterName, Rule,
    facts::{Assignment, Assignments, Roles, Team, Teams},
    verdict::Verdict,
};
use kernel::{Duration, NaiveDate};

/// Whether a day lies no more than `days` before today.
fn recent(on: NaiveDate, days: i64, today: NaiveDate) -> bool {
    on.checked_add_signed(Duration::days(days)).is_none_or(|until| today <= until)
}

/// A team invites its experts to its meetings, and none is the only one without a remedy.
pub(super) fn teams_include(rule: &Rule, facts: &Facts, today: NaiveDate) -> Verdict {
    let teams = match records(rule, facts, |Teams(teams)| teams) {
        Ok(teams) => teams,
        Err(verdict) => return verdict,
    };
    let teams: Vec<Team> = teams.into_iter().filter(|team| team.experts > 0).collect();
    if teams.is_empty() {
        return Verdict::not_applicable(phrase(rule, "none"));
    }
    let days = rule.value(ParameterName::Days);
    let invites = |team: &&Team| team.longest_uninvited_since.is_some_and(|since| recent(since, days, today));
    let accompanied = |team: &&Team| team.experts > 1 || team.remedy;
    let mut verdict = Verdict::new();
    let failing = |holds: &dyn Fn(&&Team) -> bool| -> Vec<&str> {
        teams.iter().filter(|team| !holds(team)).map(|team| team.label.as_str()).collect()
    };
    let (uninviting, lonely) = (failing(&invites), failing(&accompanied));
    let all = count(teams.len());
    let evidence =
        phrase(rule, "evidence").number("met", all - count(uninviting.len())).number("all", all).number("days", days);
    let next = phrase(rule, "next").with("names", names(uninviting.iter().copied()));
    verdict.check(uninviting.is_empty(), evidence, next);
    let evidence = phrase(rule, "company").number("met", all - count(lonely.len())).number("all", all);
    let next = phrase(rule, "next-company").with("names", names(lonely.iter().copied()));
    verdict.check(lonely.is_empty(), evidence, next);
    verdict
}

/// A protection: its name, whether an assignment has it, and within how many days.
type Protection<'a> = (&'static str, &'a dyn Fn(&Assignment) -> bool, i64);

/// Every assignment in a service has a tutor, a role description, an agreed area, supervision, a
/// recent review and recent intervision. Where it began more recently than that, the offer is awaited.
pub(super) fn assignments_are_protected(rule: &Rule, facts: &Facts, today: NaiveDate) -> Verdict {
    let assignments = match records(rule, facts, |Assignments(assignments)| assignments) {
        Ok(assignments) => assignments,
        Err(verdict) => return verdict,
    };
    let offered = |on: Option<NaiveDate>, since: NaiveDate, days: i64| {
        recent(since, days, today) || on.is_some_and(|on| recent(on, days, today))
    };
    let review = rule.value(ParameterName::ReviewDays);
    let intervision = rule.value(ParameterName::IntervisionDays);
    let protections: [Protection<'_>; 6] = [
        ("tutor", &|a| a.tutor, 0),
        ("role-description", &|a| a.role_description, 0),
        ("agreed-area", &|a| a.agreed_area, 0),
        ("supervision", &|a| a.supervision, 0),
        ("review", &|a| offered(a.review_on, a.since, review), review),
        ("intervision", &|a| offered(a.intervision_on, a.since, intervision), intervision),
    ];
    let mut verdict = Verdict::new();
    for (name, holds, days) in protections {
        let met = assignments.iter().filter(|assignment| holds(assignment)).count();
        let evidence =
            phrase(rule, name).number("met", count(met)).number("all", count(assignments.len())).number("days", days);
        verdict.check(met == assignments.len(), evidence, phrase(rule, &format!("next-{name}")).number("days", days));
    }
    verdict
}

/// A paid role has an instrument; a volunteer role has none of its duties.
pub(super) fn roles_have_instruments(rule: &Rule, facts: &Facts) -> Verdict {
    let Some(roles) = facts.get::<Roles>() else {
        return Verdict::not_known(phrase(rule, "missing"), phrase(rule, "next-record"));
    };
    if roles.paid == 0 && roles.volunteer == 0 {
        return Verdict::not_applicable(phrase(rule, "none"));
    }
    let mut verdict = Verdict::new();
    if roles.paid > 0 {
        let evidence = phrase(rule, "paid").number("met", roles.paid_with_instrument).number("all", roles.paid);
        verdict.check(roles.paid_with_instrument >= roles.paid, evidence, phrase(rule, "next-paid"));
    }
    if roles.volunteer > 0 {
        let evidence = phrase(rule, "volunteer")
            .number("met", roles.volunteer.saturating_sub(roles.volunteer_with_duties))
            .number("all", roles.volunteer);
        verdict.check(roles.volunteer_with_duties == 0, evidence, phrase(rule, "next-volunteer"));
    }
    verdict
}
