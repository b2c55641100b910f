//! `/corsi`: the courses that everyone may read of, in plain words. Nobody is named here.

use super::{AimGroup, PartLine, ShareLine, aim_groups, certificate_lines, hours, part_lines, share_line};
use crate::{
    course::{
        model::{Course, CourseKind},
        rules, store,
    },
    edition::{self, Edition},
};
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use charter::{ParameterName, RuleId};
use kernel::{CourseId, NaiveDate};
use network::facade::{organisation_names, organisations_named};
use serde::Deserialize;
use web::{
    Ctx, Error, Head, T,
    ui::{Badge, Empty, Pager, State},
};

const PER_PAGE: i64 = 20;

#[derive(Deserialize)]
pub(in crate::course) struct Asked {
    pagina: Option<u64>,
    #[serde(default)]
    tipo: String,
}

struct Line {
    href: String,
    title: String,
    kind: String,
    hours: String,
    organisation: String,
    town: String,
    next: Option<String>,
}

#[derive(Template)]
#[template(path = "course/public_list.html")]
struct ListPage {
    lines: Vec<Line>,
    kinds: Vec<(&'static str, String, bool)>,
    pager: Pager,
    empty: Option<Empty>,
    t: T,
}

/// The list: five statements, however many courses there are.
pub(in crate::course) async fn list(ctx: Ctx, Query(asked): Query<Asked>) -> web::Result<Response> {
    let (t, conn) = (ctx.t(), ctx.db().reader());
    let page = Pager::asked(asked.pagina);
    let kind = CourseKind::from_code(&asked.tipo);
    let skip = (i64::try_from(page).unwrap_or(1) - 1) * PER_PAGE;
    let (courses, total) = store::published(conn, kind, PER_PAGE, skip).await?;
    let ids: Vec<CourseId> = courses.iter().map(|course| course.id).collect();
    let places = organisations_named(conn, courses.iter().map(|course| course.organisation).collect()).await?;
    let modules = store::modules(conn, &ids).await?;
    let today = ctx.env().today();
    let editions = edition::open_of(conn, &ids, today).await?;
    let line = |course: &Course| {
        let organisation = places.get(&course.organisation)?;
        let minutes = modules.get(&course.id).map(|modules| rules::all_minutes(modules).total()).unwrap_or(0);
        let next = next_of(&editions, course.id, today);
        Some(Line {
            href: format!("/corsi/{}", course.id),
            title: course.title.clone(),
            kind: t.get(&course.kind.key()),
            hours: hours(t, minutes),
            organisation: organisation.name.clone(),
            town: organisation.town.clone(),
            next: next.map(|edition| said(t, edition, today)),
        })
    };
    let lines: Vec<Line> = courses.iter().filter_map(line).collect();
    let base = kind.map_or_else(|| "/corsi".to_owned(), |kind| format!("/corsi?tipo={}", kind.code()));
    let body = ListPage {
        empty: lines.is_empty().then(|| Empty::new(t.get("course-public-none"), t.get("course-public-none-text"))),
        lines,
        kinds: CourseKind::ALL.iter().map(|one| (one.code(), t.get(&one.key()), kind == Some(*one))).collect(),
        pager: Pager::new(t, &base, page, u64::try_from(total).unwrap_or(0), u64::try_from(PER_PAGE).unwrap_or(20)),
        t: t.clone(),
    };
    ctx.page(Head::new(t.get("course-public-title")).lead(t.get("course-public-lead")), body)
}

/// The edition of a course that somebody new may look forward to: the next that begins, else one
/// that runs and still takes people. Editions come in the order of their first days.
fn next_of(editions: &[Edition], course: CourseId, today: NaiveDate) -> Option<&Edition> {
    let mut all = editions.iter().filter(|edition| edition.course == course);
    let running = all.clone().next();
    all.find(|edition| edition.starts >= today).or(running)
}

/// When that edition is, and whether it has begun.
fn said(t: &T, edition: &Edition, today: NaiveDate) -> String {
    let key = if edition.starts >= today { "course-public-next" } else { "course-public-running" };
    t.args(key, &[("from", t.date(edition.starts).into()), ("until", t.date(edition.ends).into())])
}

struct EditionLine {
    href: String,
    title: String,
    when: String,
    venue: String,
    pace: String,
    places: String,
}

struct ModuleLine {
    title: String,
    words: String,
    hours: String,
}

#[derive(Template)]
#[template(path = "course/public.html")]
struct PublicPage {
    course: Course,
    organisation: (String, String),
    kind: String,
    paragraphs: Vec<String>,
    total: String,
    parts: Vec<PartLine>,
    modules: Vec<ModuleLine>,
    groups: Vec<AimGroup>,
    share: Option<ShareLine>,
    certificate: Vec<String>,
    alignments: Vec<String>,
    editions: Vec<EditionLine>,
    path: bool,
    t: T,
}

/// A course in plain words.
pub(in crate::course) async fn show(ctx: Ctx, Path(id): Path<String>) -> web::Result<Response> {
    let (t, conn) = (ctx.t(), ctx.db().reader());
    let id: CourseId = id.parse().map_err(|_| Error::NotFound)?;
    let course = store::by_id(conn, id).await?.filter(|course| course.published).ok_or(Error::NotFound)?;
    let whole = store::whole(conn, vec![course]).await?.pop().ok_or(Error::NotFound)?;
    let organisations = organisation_names(conn, &[whole.course.organisation]).await?;
    let organisation = organisations.get(&whole.course.organisation).ok_or(Error::NotFound)?;
    let charter = consensus::facade::charter_in_force(conn).await?;
    let asked = charter.as_ref().and_then(|version| version.charter.rule(RuleId::I7));
    let asked = asked.filter(|_| whole.course.kind.makes_experts()).map(|rule| rule.value(ParameterName::Share));
    let editions = edition::open_of(conn, &[id], ctx.env().today()).await?;
    let ids: Vec<_> = editions.iter().map(|edition| edition.id).collect();
    let heads = edition::heads(conn, &ids).await?;
    let minutes = rules::all_minutes(&whole.modules);
    let edition_line = |edition: &Edition| EditionLine {
        href: format!("/corsi/{id}/edizioni/{}", edition.id),
        title: edition.title.clone(),
        when: edition::when(t, edition),
        venue: edition.venue.clone(),
        pace: edition.pace.clone(),
        places: edition::free_places(t, edition, heads.get(&edition.id).copied().unwrap_or_default()),
    };
    let body = PublicPage {
        organisation: (organisation.name.clone(), organisation.href()),
        kind: t.get(&whole.course.kind.key()),
        paragraphs: paragraphs(&whole.course.summary),
        total: hours(t, minutes.total()),
        parts: part_lines(t, &minutes).into_iter().filter(|part| part.width != "0.00%").collect(),
        modules: whole
            .modules
            .iter()
            .map(|module| ModuleLine {
                title: module.title.clone(),
                words: module.words.clone(),
                hours: hours(t, module.minutes.total()),
            })
            .collect(),
        groups: if whole.course.kind.makes_experts() { aim_groups(t, &whole) } else { Vec::new() },
        share: share_line(t, rules::taught(&whole, None), asked),
        certificate: certificate_lines(t, &whole.course),
        alignments: whole
            .alignments
            .iter()
            .map(|one| format!("{}: {} {}", one.framework, one.code, one.name))
            .collect(),
        editions: editions.iter().map(edition_line).collect(),
        path: whole.course.kind.asks_recovery_path(),
        course: whole.course,
        t: t.clone(),
    };
    let trail = vec![("/corsi".to_owned(), t.get("course-public-title"))];
    ctx.page(Head::new(body.course.title.clone()).trail(trail), body)
}

/// A text as paragraphs.
pub(crate) fn paragraphs(text: &str) -> Vec<String> {
    text.split('\n').map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
