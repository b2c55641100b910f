//! I5 to I9: training.

use super::{count, each, names, phrase, records};
use crate::{
    Facts, ParameterName, Phrase, Rule, Value,
    facts::{ContentArea, ContinuingTraining, Course, Courses, Curricula, Curriculum, Objective, Offered},
    verdict::Verdict,
};
use kernel::{Duration, NaiveDate};

/// The courses of which one part is on record, with that part; and how many lack it.
fn with_part<P>(
    rule: &Rule,
    facts: &Facts,
    part: impl Fn(&Course) -> Option<P>,
) -> Result<(Verdict, Vec<(String, P)>), Verdict> {
    let courses = records(rule, facts, |Courses(courses)| courses)?;
    let known: Vec<(String, P)> =
        courses.iter().filter_map(|course| Some((course.label.clone(), part(course)?))).collect();
    let mut verdict = Verdict::new();
    let open = courses.len() - known.len();
    if open > 0 {
        let missing = phrase(rule, "missing-part").number("courses", count(open));
        verdict.unknown(missing, phrase(rule, "next-record"));
    }
    Ok((verdict, known))
}

/// A course admits on an own recovery path and nothing else, and offers a group to who has none.
pub(super) fn courses_admit_on_recovery(rule: &Rule, facts: &Facts) -> Verdict {
    match with_part(rule, facts, |course| course.admission) {
        Err(verdict) => verdict,
        Ok((mut verdict, known)) => {
            if !known.is_empty() {
                let holds = |(_, a): &(String, crate::facts::Admission)| {
                    a.asks_recovery_path && !a.asks_more && a.offered_group >= a.without_group
                };
                each(&mut verdict, rule, &known, holds, |(label, _)| label);
            }
            verdict
        }
    }
}

/// A curriculum covers every objective and content area, was written by both sides, and has
/// theory, practice and shadowing.
pub(super) fn curricula_are_whole(rule: &Rule, facts: &Facts) -> Verdict {
    let curricula = match records(rule, facts, |Curricula(curricula)| curricula) {
        Ok(curricula) => curricula,
        Err(verdict) => return verdict,
    };
    let mut verdict = Verdict::new();
    for curriculum in &curricula {
        one_curriculum(&mut verdict, rule, curriculum);
    }
    verdict
}

fn one_curriculum(verdict: &mut Verdict, rule: &Rule, c: &Curriculum) {
    let named = |part: &str| phrase(rule, part).with("name", Value::Text(c.label.clone()));
    let keys = |keys: Vec<&str>| Value::Keys(keys.into_iter().map(str::to_owned).collect());
    let objectives = Objective::ALL.iter().filter(|o| !c.objectives.contains(o)).map(|o| o.key());
    let areas = ContentArea::ALL.iter().filter(|a| !c.areas.contains(a)).map(|a| a.key());
    let lacking: Vec<&str> = objectives.chain(areas).collect();
    let covered: Phrase =
        named("coverage").number("objectives", count(c.objectives.len())).number("areas", count(c.areas.len()));
    verdict.check(lacking.is_empty(), covered, named("next-coverage").with("lacking", keys(lacking)));
    let both = c.by_experts && c.by_professionals;
    verdict.check(both, named(if both { "joint" } else { "not-joint" }), named("next-joint"));
    let parts = [
        (c.theory, "charter-part-theory"),
        (c.practice, "charter-part-practice"),
        (c.shadowing, "charter-part-shadowing"),
    ];
    let absent: Vec<&str> = parts.iter().filter(|(has, _)| !has).map(|(_, key)| *key).collect();
    let whole = absent.is_empty();
    let next = named("next-parts").with("lacking", keys(absent));
    verdict.check(whole, named(if whole { "parts" } else { "parts-lacking" }), next);
}

/// Experts hold a share of the teaching hours, and each professional who teaches is prepared.
pub(super) fn experts_teach(rule: &Rule, facts: &Facts) -> Verdict {
    let (mut verdict, known) = match with_part(rule, facts, |course| course.teaching) {
        Ok(known) => known,
        Err(verdict) => return verdict,
    };
    let share = rule.value(ParameterName::Share);
    for (label, teaching) in known {
        let (experts, professionals) = (i64::from(teaching.expert_minutes), i64::from(teaching.professional_minutes));
        let all = experts + professionals;
        let held = if all == 0 { 0 } else { experts * 100 / all };
        let evidence = phrase(rule, "evidence")
            .with("name", Value::Text(label.clone()))
            .number("share", held)
            .number("asked", share);
        let next = phrase(rule, "next").with("name", Value::Text(label.clone())).number("asked", share);
        verdict.check(all > 0 && experts * 100 >= share * all, evidence, next);
        let prepared = phrase(rule, "prepared")
            .with("name", Value::Text(label.clone()))
            .number("met", teaching.prepared)
            .number("all", teaching.professionals);
        let next = phrase(rule, "next-prepared").with("name", Value::Text(label));
        verdict.check(teaching.prepared >= teaching.professionals, prepared, next);
    }
    verdict
}

/// A course gives every trainee in the field an active expert to shadow.
pub(super) fn trainees_shadow(rule: &Rule, facts: &Facts) -> Verdict {
    let (mut verdict, known) = match with_part(rule, facts, |course| course.field) {
        Ok(known) => known,
        Err(verdict) => return verdict,
    };
    if !known.is_empty() {
        let sum =
            |of: fn(&crate::facts::Field) -> u32| known.iter().map(|(_, field)| i64::from(of(field))).sum::<i64>();
        let evidence = phrase(rule, "evidence").number("met", sum(|f| f.shadowing)).number("all", sum(|f| f.trainees));
        let failing = known.iter().filter(|(_, field)| field.shadowing < field.trainees);
        let failing: Vec<&str> = failing.map(|(label, _)| label.as_str()).collect();
        let next = phrase(rule, "next").with("names", names(failing.iter().copied()));
        verdict.check(failing.is_empty(), evidence, next);
    }
    verdict
}

/// Each active expert is offered hours of continuing training in a stretch of months. Who is
/// active for less than that is not counted yet.
pub(super) fn training_continues(rule: &Rule, facts: &Facts, today: NaiveDate) -> Verdict {
    let offered = match records(rule, facts, |ContinuingTraining(offered)| offered) {
        Ok(offered) => offered,
        Err(verdict) => return verdict,
    };
    let (hours, months) = (rule.value(ParameterName::Hours), rule.value(ParameterName::Months));
    // A month of 365.25 / 12 days: parameters of many months then end on the same day of a year.
    let stretch = Duration::days(months.clamp(0, 1200) * 36525 / 1200);
    let from = today.checked_sub_signed(stretch).unwrap_or(NaiveDate::MIN);
    let due: Vec<&Offered> = offered.iter().filter(|expert| expert.since <= from).collect();
    let minutes = |expert: &Offered| -> i64 {
        let recent = expert.sessions.iter().filter(|(on, _)| from < *on && *on <= today);
        recent.map(|(_, minutes)| i64::from(*minutes)).sum()
    };
    let met = due.iter().filter(|expert| minutes(expert) >= hours * 60).count();
    let mut verdict = Verdict::new();
    if due.len() < offered.len() {
        verdict.tell(phrase(rule, "recent").number("recent", count(offered.len() - due.len())));
    }
    let filled = |part: &str| phrase(rule, part).number("hours", hours).number("months", months);
    let evidence = filled("evidence").number("met", count(met)).number("all", count(due.len()));
    verdict.check(met == due.len(), evidence, filled("next"));
    verdict
}
