//! Each rule as a story: what the records show, and what the Charter says of it.

#![allow(clippy::unwrap_used, reason = "a test may be blunt")]

use charter::{
    Charter, Facts, Finding, Kind, Origin, ParameterName, RuleId, State, Value,
    facts::*,
    {Change, compare, evaluate, impact},
};
use kernel::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-24")
}

fn says(rule: RuleId, facts: &Facts) -> Finding {
    evaluate(&Charter::first(), facts, today()).into_iter().find(|finding| finding.rule == rule).unwrap()
}

fn department() -> Facts {
    Facts::about(Kind::Department)
}

#[test]
fn i1_a_panel_of_one_side_only_is_named() {
    let panel = |label: &str, experts, professionals| Panel { label: label.into(), experts, professionals };
    let joint = department().with(&Panels(vec![panel("Primavera", 1, 2)]));
    assert_eq!(says(RuleId::I1, &joint).state, State::Met);
    let one_sided = department().with(&Panels(vec![panel("Primavera", 1, 2), panel("Autunno", 0, 3)]));
    let finding = says(RuleId::I1, &one_sided);
    assert_eq!(finding.state, State::NotMet);
    assert_eq!(finding.evidence[0].args["met"], Value::Number(1));
    assert_eq!(finding.next_steps[0].args["names"], Value::Text("Autunno".into()));
}

#[test]
fn i2_i3_a_call_asks_for_a_conversation_and_for_no_qualification() {
    let call = |asks_qualification, forms: Option<&[Form]>| Call {
        label: "Avviso 2026".into(),
        asks_qualification,
        forms: forms.map(|forms| forms.iter().copied().collect()),
    };
    let open = department().with(&Calls(vec![call(false, Some(&[Form::Interview]))]));
    assert_eq!((says(RuleId::I2, &open).state, says(RuleId::I3, &open).state), (State::Met, State::Met));
    let closed = department().with(&Calls(vec![call(true, Some(&[Form::Interview, Form::Marks]))]));
    assert_eq!((says(RuleId::I2, &closed).state, says(RuleId::I3, &closed).state), (State::NotMet, State::NotMet));
    let undecided = department().with(&Calls(vec![call(false, None)]));
    assert_eq!(says(RuleId::I3, &undecided).state, State::NotKnown);
    assert_eq!(says(RuleId::I3, &department().with(&Calls(vec![]))).state, State::NotApplicable);
}

#[test]
fn i4_reasons_are_due_within_thirty_days_and_awaited_until_then() {
    let closed = |on: &str, answered: Option<&str>| Closed {
        on: day(on),
        reasons_on: answered.map(day),
        conversation_on: answered.map(day),
    };
    let state = |all: Vec<Closed>| says(RuleId::I4, &department().with(&Candidacies(all))).state;
    assert_eq!(state(vec![closed("2026-03-01", Some("2026-03-31"))]), State::Met);
    assert_eq!(state(vec![closed("2026-03-01", Some("2026-04-01"))]), State::NotMet);
    assert_eq!(state(vec![closed("2026-11-01", None)]), State::Met);
    assert_eq!(state(vec![closed("2026-10-24", None)]), State::NotMet);
}

fn course() -> Course {
    Course {
        label: "Corso base".into(),
        admission: Some(Admission { asks_recovery_path: true, asks_more: false, without_group: 3, offered_group: 3 }),
        teaching: Some(Teaching { expert_minutes: 30, professional_minutes: 70, professionals: 2, prepared: 2 }),
        field: Some(Field { trainees: 8, shadowing: 8 }),
    }
}

#[test]
fn i5_i7_i8_a_course_admits_teaches_and_accompanies() {
    let state = |rule, course| says(rule, &department().with(&Courses(vec![course]))).state;
    for rule in [RuleId::I5, RuleId::I7, RuleId::I8] {
        assert_eq!(state(rule, course()), State::Met, "{rule}");
    }
    let mut barred = course();
    barred.admission.as_mut().unwrap().asks_more = true;
    assert_eq!(state(RuleId::I5, barred), State::NotMet);
    let mut taught_at = course();
    taught_at.teaching.as_mut().unwrap().expert_minutes = 29;
    assert_eq!(state(RuleId::I7, taught_at), State::NotMet);
    let mut alone = course();
    alone.field.as_mut().unwrap().shadowing = 7;
    assert_eq!(state(RuleId::I8, alone), State::NotMet);
    let planned = Course { label: "Prossimo".into(), admission: None, teaching: None, field: None };
    assert_eq!(state(RuleId::I8, planned), State::NotKnown);
}

#[test]
fn i6_what_a_curriculum_lacks_is_named() {
    let mut curriculum = Curriculum {
        label: "Corso base".into(),
        objectives: Objective::ALL.into(),
        areas: ContentArea::ALL.into(),
        by_experts: true,
        by_professionals: true,
        theory: true,
        practice: true,
        shadowing: true,
    };
    let finding = |c: &Curriculum| says(RuleId::I6, &department().with(&Curricula(vec![c.clone()])));
    assert_eq!(finding(&curriculum).state, State::Met);
    curriculum.objectives.remove(&Objective::Rights);
    curriculum.by_experts = false;
    let lacking = finding(&curriculum);
    assert_eq!(lacking.state, State::NotMet);
    assert_eq!(lacking.next_steps[0].args["lacking"], Value::Keys(vec!["charter-objective-rights".into()]));
    assert_eq!(lacking.next_steps[1].key, "charter-i6-next-joint");
}

#[test]
fn i9_training_is_offered_to_each_and_the_newly_active_are_not_counted_yet() {
    let offered = |since: &str, sessions: &[(&str, u32)]| Offered {
        since: day(since),
        sessions: sessions.iter().map(|(on, minutes)| (day(on), *minutes)).collect(),
    };
    let state = |all: Vec<Offered>| says(RuleId::I9, &department().with(&ContinuingTraining(all))).state;
    let twelve_hours = [("2026-02-01", 360), ("2026-09-01", 360)];
    assert_eq!(state(vec![offered("2024-01-01", &twelve_hours)]), State::Met);
    assert_eq!(state(vec![offered("2024-01-01", &twelve_hours[..1])]), State::NotMet);
    assert_eq!(state(vec![offered("2024-01-01", &[("2025-11-01", 720)])]), State::NotMet);
    assert_eq!(state(vec![offered("2026-06-01", &[])]), State::Met);
}

#[test]
fn i10_nobody_is_left_out_or_alone() {
    let team = |experts, since: &str, remedy| Team {
        label: "CSM Nord".into(),
        experts,
        longest_uninvited_since: Some(day(since)),
        remedy,
    };
    let state = |team| says(RuleId::I10, &department().with(&Teams(vec![team]))).state;
    assert_eq!(state(team(2, "2026-11-01", false)), State::Met);
    assert_eq!(state(team(1, "2026-11-01", true)), State::Met);
    assert_eq!(state(team(1, "2026-11-01", false)), State::NotMet);
    assert_eq!(state(team(2, "2026-08-01", false)), State::NotMet);
    assert_eq!(state(team(0, "2026-08-01", false)), State::NotApplicable);
}

#[test]
fn i11_each_protection_is_told_apart_and_volunteering_is_kept_light() {
    let protected = Assignment {
        since: day("2025-01-01"),
        tutor: true,
        role_description: true,
        agreed_area: true,
        supervision: true,
        review_on: Some(day("2026-07-01")),
        intervision_on: Some(day("2026-10-15")),
    };
    let says_of = |a: &Assignment| says(RuleId::I11, &department().with(&Assignments(vec![a.clone()])));
    assert_eq!(says_of(&protected).state, State::Met);
    let late = Assignment { review_on: Some(day("2026-01-01")), tutor: false, ..protected.clone() };
    let keys: Vec<String> = says_of(&late).next_steps.into_iter().map(|step| step.key).collect();
    assert_eq!(keys, ["charter-i11-next-tutor", "charter-i11-next-review"]);
    let new = Assignment { since: day("2026-11-01"), review_on: None, intervision_on: None, ..protected.clone() };
    assert_eq!(says_of(&new).state, State::Met);
    let volunteers = Facts::about(Kind::Association).with(&Assignments(vec![protected]));
    assert_eq!(says(RuleId::I11, &volunteers).state, State::NotApplicable);
}

#[test]
fn i12_freedom_and_time_are_declared_and_numbers_decide_nothing() {
    let experts = Experts { active: 5, in_a_group: Some(0) };
    let known = department().with(&experts);
    let finding = says(RuleId::I12, &known);
    assert_eq!(finding.state, State::NotKnown);
    assert_eq!(finding.missing.len(), 2);
    assert_eq!(finding.next_steps.len(), 1, "the same step is named once");
    let declared = Belonging { free: Some(true), time: Some(true), hours_a_month: Some(4) };
    assert_eq!(says(RuleId::I12, &known.clone().with(&declared)).state, State::Met);
    let no_time = Belonging { time: Some(false), ..declared };
    assert_eq!(says(RuleId::I12, &known.with(&no_time)).state, State::NotMet);
    let nobody = department().with(&Experts { active: 0, in_a_group: None }).with(&declared);
    assert_eq!(says(RuleId::I12, &nobody).state, State::NotApplicable);
}

#[test]
fn i13_paid_and_volunteer_roles_are_kept_apart() {
    let state = |paid_with_instrument, volunteer_with_duties| {
        let roles = Roles { paid: 2, paid_with_instrument, volunteer: 3, volunteer_with_duties };
        says(RuleId::I13, &department().with(&roles)).state
    };
    assert_eq!(state(2, 0), State::Met);
    assert_eq!(state(1, 0), State::NotMet);
    assert_eq!(state(2, 1), State::NotMet);
}

#[test]
fn i14_a_department_is_ready_only_as_a_whole() {
    let ready = Inclusion { professionals: Some(1), trained_in_recovery: Some(6), closed_areas: Some(0) };
    let state = |inclusion: &Inclusion| {
        says(RuleId::I14, &department().with(&Experts { active: 2, in_a_group: None }).with(inclusion)).state
    };
    assert_eq!(state(&ready), State::Met);
    assert_eq!(state(&Inclusion { closed_areas: Some(2), ..ready }), State::NotMet);
    assert_eq!(state(&Inclusion { trained_in_recovery: None, ..ready }), State::NotKnown);
    let cooperative = Facts::about(Kind::Cooperative).with(&ready);
    assert_eq!(says(RuleId::I14, &cooperative).state, State::NotApplicable);
}

#[test]
fn i15_a_place_counts_when_it_is_filled() {
    let body = |places, filled| Body { label: "Consulta".into(), decides: true, places, filled };
    let state = |body| says(RuleId::I15, &department().with(&Bodies(vec![body]))).state;
    assert_eq!((state(body(1, 1)), state(body(1, 0)), state(body(0, 0))), (State::Met, State::NotMet, State::NotMet));
    assert_eq!(state(Body { decides: false, ..body(0, 0) }), State::NotApplicable);
}

/// 43 realities, one to six delegates each, 120 in all.
fn conference_of_2021() -> Conference {
    let mut delegates = vec![3; 34];
    delegates.extend([1, 1, 1, 1, 2, 2, 2, 2, 6]);
    assert_eq!((delegates.len(), delegates.iter().sum::<u32>()), (43, 120));
    Conference { label: "2021".into(), delegates, experts: 80 + 9, professionals: 31 }
}

#[test]
fn i16_the_conference_of_2021_kept_its_proportions() {
    let network = Facts::about(Kind::Network).with(&Conferences(vec![conference_of_2021()]));
    let finding = says(RuleId::I16, &network);
    assert_eq!(finding.state, State::Met);
    assert_eq!(finding.evidence[1].args["found"], Value::Hundredths(287));
    let more = Conference { professionals: 34, ..conference_of_2021() };
    let finding = says(RuleId::I16, &Facts::about(Kind::Network).with(&Conferences(vec![more])));
    assert_eq!(finding.state, State::NotMet);
}

#[test]
fn the_values_that_the_source_gives_are_marked_as_such() {
    let charter = Charter::first();
    let of_source: Vec<_> = charter
        .rules()
        .iter()
        .flat_map(|rule| rule.parameters.iter().map(move |p| (rule.id, p)))
        .filter(|(_, p)| p.origin == Origin::FromSource)
        .map(|(rule, p)| (rule, p.name, p.value))
        .collect();
    assert_eq!(
        of_source,
        [
            (RuleId::I16, ParameterName::FewestDelegates, 1),
            (RuleId::I16, ParameterName::MostDelegates, 6),
            (RuleId::I16, ParameterName::Ratio, 3),
        ]
    );
}

#[test]
fn a_new_version_says_what_changes_and_for_whom() {
    let old = Charter::first();
    let (mut articles, mut rules) = old.clone().into_parts();
    articles[0].text.it.push_str(" Sempre.");
    rules[6].parameters[0].value = 50;
    rules[6].parameters[0].origin = Origin::SetByNetwork;
    let new = Charter::new(articles, rules).unwrap();
    let changes = compare(&old, &new);
    assert!(matches!(&changes[0], Change::ArticleReworded { slug, .. } if slug == "sapere-esperienziale"));
    assert!(matches!(&changes[1], Change::ParameterChanged { rule: RuleId::I7, after, .. } if after.value == 50));
    assert_eq!(changes.len(), 2);

    let teaches = department().with(&Courses(vec![course()]));
    let has_no_course = department();
    let hit = impact(&old, &new, [("A", &teaches), ("B", &has_no_course)], today());
    assert_eq!(hit.len(), 1);
    assert_eq!((hit[0].of, hit[0].shifts[0].before, hit[0].shifts[0].after), ("A", State::Met, State::NotMet));
}
