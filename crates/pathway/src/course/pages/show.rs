//! `/realta/{id}/corsi`: an organisation's courses, and the curriculum of one at a glance.

use super::{
    AimGroup, PartLine, ShareLine, aim_groups, certificate_lines, charter_says, covered, hand_name, hours, href,
    own_organisation, part_lines, share_line, shown_course, trail_of,
};
use crate::{
    course::{
        model::{Course, Curriculum},
        rules, store,
    },
    edition::{self, Edition},
};
use access::Act;
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{CourseId, PersonId};
use std::collections::HashMap;
use web::{
    Ctx, Error, Head, T,
    picture::Bars,
    ui::{Badge, Empty, FindingCard, LoopStep, State},
};

/// A course as a line of a list.
struct Line {
    href: String,
    title: String,
    kind: String,
    hours: String,
    badge: Option<Badge>,
}

#[derive(Template)]
#[template(path = "course/list.html")]
struct ListPage {
    base: String,
    runs: bool,
    lines: Vec<Line>,
    empty: Option<Empty>,
    t: T,
}

/// The list: everyone reads what is public, who runs the courses reads all.
pub(in crate::course) async fn list(ctx: Ctx, Path(address): Path<String>) -> web::Result<Response> {
    let (t, conn) = (ctx.t(), ctx.db().reader());
    let organisation = own_organisation(&ctx, &address).await?;
    let runs = ctx.may(Act::ManageCourses, organisation.target());
    let courses = store::of_organisation(conn, organisation.id, runs).await?;
    let ids: Vec<CourseId> = courses.iter().map(|course| course.id).collect();
    let modules = store::modules(conn, &ids).await?;
    let line = |course: &Course| {
        let minutes = modules.get(&course.id).map(|modules| rules::all_minutes(modules).total()).unwrap_or(0);
        Line {
            href: if runs { href(&organisation, course) } else { format!("/corsi/{}", course.id) },
            title: course.title.clone(),
            kind: t.get(&course.kind.key()),
            hours: hours(t, minutes),
            badge: runs.then(|| badge(t, course)),
        }
    };
    let base = format!("{}/corsi", organisation.href());
    let mut empty = Empty::new(t.get("course-none"), t.get("course-none-text"));
    if runs {
        empty = empty.action(format!("{base}/nuovo"), t.get("course-new"));
    }
    let body = ListPage {
        base,
        runs,
        lines: courses.iter().map(line).collect(),
        empty: courses.is_empty().then_some(empty),
        t: t.clone(),
    };
    let mut trail = trail_of(t, &organisation, None);
    trail.pop();
    ctx.page(Head::new(t.arg("course-list-title", "name", &organisation.name)).trail(trail), body)
}

fn badge(t: &T, course: &Course) -> Badge {
    if course.published {
        Badge::word(State::Done, t.get("course-published"))
    } else {
        Badge::word(State::Waiting, t.get("course-draft"))
    }
}

struct ModuleLine {
    href: String,
    title: String,
    hours: String,
    parts: String,
    first: bool,
}

struct EditionLine {
    href: String,
    title: String,
    when: String,
    places: String,
}

#[derive(Template)]
#[template(path = "course/show.html")]
struct ShowPage {
    base: String,
    course: Course,
    badge: Badge,
    open: Vec<String>,
    modules: Vec<ModuleLine>,
    total: String,
    parts: Vec<PartLine>,
    groups: Vec<AimGroup>,
    covered: Bars,
    holes: usize,
    share: Option<ShareLine>,
    authors: Vec<String>,
    teachers: Vec<String>,
    certificate: Vec<String>,
    alignments: Vec<String>,
    editions: Vec<EditionLine>,
    cards: Vec<FindingCard>,
    t: T,
}

/// The curriculum at a glance.
pub(in crate::course) async fn show(
    ctx: Ctx,
    Path((address, course)): Path<(String, String)>,
) -> web::Result<Response> {
    let (t, conn) = (ctx.t(), ctx.db().reader());
    let (organisation, course, _) = shown_course(&ctx, &address, &course).await?;
    let whole = store::whole(conn, vec![course]).await?.pop().ok_or(Error::NotFound)?;
    let base = href(&organisation, &whole.course);
    let names = names(&ctx, &whole).await?;
    let said = charter_says(&ctx, &whole).await?;
    let editions = edition::of_course(conn, whole.course.id).await?;
    let ids: Vec<_> = editions.iter().map(|edition| edition.id).collect();
    let heads = edition::heads(conn, &ids).await?;
    let edition_line = |edition: &Edition| EditionLine {
        href: format!("{base}/edizioni/{}", edition.id),
        title: edition.title.clone(),
        when: edition::when(t, edition),
        places: edition::places(t, edition, heads.get(&edition.id).copied().unwrap_or_default()),
    };
    let minutes = rules::all_minutes(&whole.modules);
    let side = |side: crate::panel::Side| t.get(side.key());
    let groups = aim_groups(t, &whole);
    let body = ShowPage {
        badge: badge(t, &whole.course),
        open: rules::before_publishing(&whole).into_iter().map(|key| t.get(key)).collect(),
        modules: module_lines(t, &base, &whole),
        total: hours(t, minutes.total()),
        parts: part_lines(t, &minutes),
        covered: covered(t, &groups),
        groups,
        holes: rules::holes(&whole.modules).len(),
        share: share_line(t, rules::taught(&whole, None), said.share),
        authors: whole
            .authors
            .iter()
            .map(|one| format!("{} – {}", hand_name(t, one.person, &one.name, &names), side(one.side)))
            .collect(),
        teachers: whole
            .teachers
            .iter()
            .map(|one| format!("{} – {}", hand_name(t, one.person, &one.name, &names), side(one.side)))
            .collect(),
        certificate: certificate_lines(t, &whole.course),
        alignments: whole
            .alignments
            .iter()
            .map(|one| format!("{}: {} {}", one.framework, one.code, one.name))
            .collect(),
        editions: editions.iter().take(10).map(edition_line).collect(),
        cards: said.cards,
        course: whole.course,
        base,
        t: t.clone(),
    };
    let head = Head::new(body.course.title.clone()).lead(t.get(&body.course.kind.key()));
    ctx.page(head.trail(trail_of(t, &organisation, None)).loop_at(LoopStep::Records).no_index(), body)
}

fn module_lines(t: &T, base: &str, whole: &Curriculum) -> Vec<ModuleLine> {
    let line = |(place, module): (usize, &crate::course::Module)| ModuleLine {
        href: format!("{base}/moduli/{}", module.id),
        title: module.title.clone(),
        hours: hours(t, module.minutes.total()),
        parts: module
            .minutes
            .parts()
            .map(|(part, minutes)| format!("{}: {}", t.get(&part.key()), hours(t, minutes)))
            .collect::<Vec<_>>()
            .join(", "),
        first: place == 0,
    };
    whole.modules.iter().enumerate().map(line).collect()
}

/// The names of those who wrote the course and teach in it.
pub(super) async fn names(ctx: &Ctx, whole: &Curriculum) -> web::Result<HashMap<PersonId, String>> {
    let authors = whole.authors.iter().filter_map(|author| author.person);
    let mut people: Vec<PersonId> = authors.chain(whole.teachers.iter().filter_map(|t| t.person)).collect();
    people.sort_unstable();
    people.dedup();
    Ok(people::facade::person_names(ctx.db().reader(), &people).await?)
}
