//! The pages of courses: the public ones, the curriculum editor, and what both draw.

pub(super) mod alignments;
pub(super) mod edit;
pub(super) mod hands;
pub(super) mod modules;
pub(super) mod public;
mod share;
pub(super) mod show;

pub(crate) use hands::sides_of;
pub(crate) use public::paragraphs;
use share::{LiveShare, ShareLine, share_line};

use super::{
    model::{Aim, Course, CourseKind, Curriculum, PartMinutes},
    rules, store,
};
use ::store::Fault;
use access::{Act, Permit};
use axum::response::Response;
use charter::{Facts, Kind, ParameterName, Phrase, RuleId, facts};
use kernel::{CourseId, Invalids, PersonId, TeacherId, Uuid};
use network::facade::Organisation;
use std::collections::HashMap;
use web::{
    Ctx, Error, T,
    picture::{Bar, Bars, Tone},
    ui::{FindingCard, Note, State},
};

/// The organisation that an address names, when this person may know of it: it is in the public
/// register, or they run its courses.
pub(crate) async fn own_organisation(ctx: &Ctx, address: &str) -> web::Result<Organisation> {
    let found = network::facade::find_organisation(ctx.db().reader(), address).await?.ok_or(Error::NotFound)?;
    let known = found.listed || ctx.may(Act::ManageCourses, found.target());
    if known { Ok(found) } else { Err(Error::NotFound) }
}

/// The course that an address names, for who runs the organisation's courses, with their permit.
pub(crate) async fn shown_course(
    ctx: &Ctx,
    address: &str,
    course: &str,
) -> web::Result<(Organisation, Course, Permit)> {
    let organisation = own_organisation(ctx, address).await?;
    let permit = ctx.permit(Act::ManageCourses, organisation.target())?;
    let id: CourseId = course.parse().map_err(|_| Error::NotFound)?;
    let course = store::by_id(ctx.db().reader(), id).await?.ok_or(Error::NotFound)?;
    if course.organisation == organisation.id { Ok((organisation, course, permit)) } else { Err(Error::NotFound) }
}

/// Where a course is kept.
pub(super) fn href(organisation: &Organisation, course: &Course) -> String {
    format!("{}/corsi/{}", organisation.href(), course.id)
}

/// The way to a page of an organisation's courses, and of one of them.
pub(crate) fn trail_of(t: &T, organisation: &Organisation, course: Option<&Course>) -> Vec<(String, String)> {
    let mut trail = vec![
        ("/realta".to_owned(), t.get("course-trail-organisations")),
        (organisation.href(), organisation.name.clone()),
        (format!("{}/corsi", organisation.href()), t.get("course-trail-courses")),
    ];
    trail.extend(course.map(|course| (href(organisation, course), course.title.clone())));
    trail
}

/// What a form says of what is wrong with it. That somebody else changed the same meanwhile stands
/// above the form, not at a field.
pub(crate) fn clash_apart(t: &T, wrong: &Invalids) -> (Option<Note>, Invalids) {
    let clash = wrong.of("version").map(|_| Note::warning(t.get("course-changed-meanwhile")));
    (clash, Invalids(wrong.0.iter().filter(|invalid| invalid.field != "version").cloned().collect()))
}

/// What one click takes out of a course.
enum TakenOut {
    Author(Uuid),
    Teacher(TeacherId),
    Alignment(Uuid),
}

/// Takes a line out of a course, and goes back to the page on which it stood.
async fn take_out(ctx: Ctx, address: &str, course: &str, line: TakenOut) -> web::Result<Response> {
    let (organisation, course, permit) = shown_course(&ctx, address, course).await?;
    let mut tx = permit.begin(ctx.db()).await?;
    let (said, page) = match line {
        TakenOut::Author(id) => {
            store::remove_author(&mut tx, &course, id).await?;
            ("course-hand-removed", "persone")
        }
        TakenOut::Teacher(id) => {
            store::remove_teacher(&mut tx, &course, id).await?;
            ("course-hand-removed", "persone")
        }
        TakenOut::Alignment(id) => {
            store::remove_alignment(&mut tx, &course, id).await?;
            ("course-alignment-removed", "competenze")
        }
    };
    tx.commit().await?;
    ctx.done(said, &format!("{}/{page}", href(&organisation, &course)))
}

/// Minutes in words: "2,5 ore".
pub(crate) fn hours(t: &T, minutes: u32) -> String {
    let hundredths = (f64::from(minutes) * 100.0 / 60.0).round();
    t.arg("course-hours", "hours", hundredths / 100.0)
}

/// A part of the curriculum with its hours, and how much of the whole it is.
pub(super) struct PartLine {
    pub name: String,
    pub hours: String,
    /// Of the picture's width.
    pub width: String,
}

/// The hours by part, all five: a part without hours is seen as well.
pub(super) fn part_lines(t: &T, minutes: &PartMinutes) -> Vec<PartLine> {
    let total = minutes.total().max(1);
    let line = |part: &super::Part| PartLine {
        name: t.get(&part.key()),
        hours: hours(t, minutes.of(*part)),
        width: percent(minutes.of(*part), total),
    };
    super::Part::ALL.iter().map(line).collect()
}

/// A share as the width of a picture, with two decimals.
fn percent(part: u32, total: u32) -> String {
    let hundredths = u64::from(part) * 10_000 / u64::from(total.max(1));
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// An aim of the source, and the modules that have it.
pub(super) struct AimLine {
    pub name: String,
    pub modules: Vec<String>,
    pub hours: String,
    pub width: String,
}

/// What is covered, group by group: the name of the group, and its aims.
pub(super) struct AimGroup {
    pub id: &'static str,
    pub title: String,
    pub lines: Vec<AimLine>,
}

/// The picture of what the modules cover; a hole is a line without a module.
pub(super) fn aim_groups(t: &T, curriculum: &Curriculum) -> Vec<AimGroup> {
    let covered = rules::coverage(&curriculum.modules);
    let most = covered.iter().map(|(_, by)| by.iter().map(|m| m.minutes.total()).sum::<u32>()).max().unwrap_or(0);
    let line = |aim: Aim, by: &[&super::Module]| {
        let minutes = by.iter().map(|module| module.minutes.total()).sum();
        AimLine {
            name: capital(&t.get(&aim.key())),
            modules: by.iter().map(|module| module.title.clone()).collect(),
            hours: hours(t, minutes),
            width: percent(minutes, most),
        }
    };
    let group = |id, key, of: fn(&Aim) -> bool| {
        let lines = covered.iter().filter(|(aim, _)| of(aim)).map(|(aim, by)| line(*aim, by));
        AimGroup { id, title: t.get(key), lines: lines.collect() }
    };
    vec![
        group("copertura-obiettivi", "course-objectives", |aim| matches!(aim, Aim::Objective(_))),
        group("copertura-contenuti", "course-areas", |aim| matches!(aim, Aim::Area(_))),
        group("copertura-competenze", "course-competences", |aim| matches!(aim, Aim::Competence(_))),
    ]
}

/// Of each group, how many aims have a module and how many have none.
fn covered(t: &T, groups: &[AimGroup]) -> Bars {
    let bar = |group: &AimGroup| {
        let count = |hole: bool| group.lines.iter().filter(|line| line.modules.is_empty() == hole).count();
        let part = |tone, key, hole| (tone, t.get(key), u64::try_from(count(hole)).unwrap_or(u64::MAX));
        let parts =
            vec![part(Tone::Met, "course-covered-aims", false), part(Tone::NotMet, "course-covered-holes", true)];
        Bar { name: group.title.clone(), href: Some(format!("#{}", group.id)), parts }
    };
    Bars::new("copertura-in-breve", t.get("course-covered-title"), &groups.iter().map(bar).collect::<Vec<_>>())
}

/// A sentence begins with a capital letter.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// What the Charter in force says of one course alone, as it stands on the page: I6 and I7.
pub(super) struct Said {
    pub cards: Vec<FindingCard>,
    /// The share that experts are to hold; none where there is no Charter.
    pub share: Option<i64>,
}

/// Asks the Charter, where it speaks of such a course.
pub(super) async fn charter_says(ctx: &Ctx, curriculum: &Curriculum) -> Result<Said, Fault> {
    let Some(version) = consensus::facade::charter_in_force(ctx.db().reader()).await? else {
        return Ok(Said { cards: Vec::new(), share: None });
    };
    let share = version.charter.rule(RuleId::I7).map(|rule| rule.value(ParameterName::Share));
    if !curriculum.course.kind.makes_experts() {
        return Ok(Said { cards: Vec::new(), share: None });
    }
    let course = facts::Course {
        label: curriculum.course.title.clone(),
        admission: None,
        teaching: rules::teaching(&curriculum.teachers, &curriculum.teaching),
        field: None,
    };
    let facts = Facts::about(Kind::Service)
        .with(&facts::Curricula(vec![rules::curriculum(curriculum)]))
        .with(&facts::Courses(vec![course]));
    let findings = charter::evaluate(&version.charter, &facts, ctx.env().today());
    let ours = findings.iter().filter(|finding| matches!(finding.rule, RuleId::I6 | RuleId::I7));
    let cards = ours.map(|finding| card(ctx.t(), &version.charter, finding)).collect();
    Ok(Said { cards, share })
}

fn card(t: &T, charter: &charter::Charter, finding: &charter::Finding) -> FindingCard {
    let say = |phrase: &Phrase| match phrase.key.ends_with("-next-record") {
        true => t.get("course-charter-next-record"),
        false => consensus::facade::say(t, phrase),
    };
    let steps: Vec<String> = finding.next_steps.iter().map(say).collect();
    let article = charter.article(&finding.article);
    FindingCard {
        t: t.clone(),
        id: format!("carta-{}", finding.rule.slug()),
        sentence: consensus::facade::rule_title(t, finding.rule),
        asks: charter.rule(finding.rule).map(|rule| consensus::facade::rule_sentence(t, rule)),
        state: match finding.state {
            charter::State::Met => State::Met,
            charter::State::NotMet => State::NotMet,
            charter::State::NotKnown => State::NotKnown,
            charter::State::NotApplicable => State::NotApplicable,
        },
        evidence: finding.evidence.iter().chain(&finding.missing).map(say).collect(),
        next: (!steps.is_empty()).then(|| (steps.join(" "), None)),
        article: article.map(|article| {
            let args = [("number", article.number.into()), ("title", article.title.get(t.lang()).into())];
            (format!("/carta#{}", article.slug), t.args("findings-article", &args))
        }),
    }
}

/// What a certificate of the course asks, sentence by sentence; what it never asks comes last.
pub(super) fn certificate_lines(t: &T, course: &Course) -> Vec<String> {
    let Some(rules) = course.certificate else { return vec![t.get("course-certificate-none")] };
    let mut lines = vec![t.arg("course-certificate-attendance", "percent", rules.attendance_percent)];
    if rules.fieldwork_minutes > 0 {
        lines.push(t.arg("course-certificate-fieldwork", "hours", hours(t, rules.fieldwork_minutes)));
    }
    if rules.shadowing_minutes > 0 {
        lines.push(t.arg("course-certificate-shadowing", "hours", hours(t, rules.shadowing_minutes)));
    }
    lines.push(t.get("course-certificate-signed"));
    lines
}

/// The kinds of courses as the choices of a form.
pub(super) fn kinds(t: &T) -> Vec<(String, String)> {
    CourseKind::ALL.iter().map(|kind| (kind.code().to_owned(), t.get(&kind.key()))).collect()
}

/// The name of an author or a teacher: of who is on record here, of a guest, or of nobody any more.
pub(super) fn hand_name(t: &T, person: Option<PersonId>, guest: &str, names: &HashMap<PersonId, String>) -> String {
    let known = person.and_then(|person| names.get(&person).cloned());
    known.or_else(|| (!guest.is_empty()).then(|| guest.to_owned())).unwrap_or_else(|| t.get("course-hand-erased"))
}
