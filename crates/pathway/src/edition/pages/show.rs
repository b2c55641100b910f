//! An edition for who runs it: who asked, who has a place, who waits.

use super::{badge, free_places, href, places, shown_edition, trail, when};
use crate::{
    course::shown_course,
    edition::{
        model::{Belonging, Edition, Enrolment, EnrolmentState},
        rules, store,
    },
};
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::PersonId;
use std::collections::HashMap;
use web::{
    Ctx, Fields, Form, Head, T,
    ui::{Badge, Empty, Note, State},
};

struct EditionLine {
    href: String,
    title: String,
    when: String,
    venue: String,
    places: String,
}

#[derive(Template)]
#[template(path = "edition/list.html")]
struct ListPage {
    base: String,
    lines: Vec<EditionLine>,
    empty: Option<Empty>,
    t: T,
}

/// The editions of a course.
pub(in crate::edition) async fn list(
    ctx: Ctx,
    Path((address, course)): Path<(String, String)>,
) -> web::Result<Response> {
    let (t, conn) = (ctx.t(), ctx.db().reader());
    let (organisation, course, _) = shown_course(&ctx, &address, &course).await?;
    let editions = store::of_course(conn, course.id).await?;
    let ids: Vec<_> = editions.iter().map(|edition| edition.id).collect();
    let heads = store::heads(conn, &ids).await?;
    let base = format!("{}/corsi/{}/edizioni", organisation.href(), course.id);
    let line = |edition: &Edition| EditionLine {
        href: href(&organisation, edition),
        title: edition.title.clone(),
        when: when(t, edition),
        venue: edition.venue.clone(),
        places: places(t, edition, heads.get(&edition.id).copied().unwrap_or_default()),
    };
    let empty = Empty::new(t.get("edition-none"), t.get("edition-none-text"))
        .action(format!("{base}/nuova"), t.get("edition-new"));
    let body = ListPage {
        lines: editions.iter().map(line).collect(),
        empty: editions.is_empty().then_some(empty),
        base,
        t: t.clone(),
    };
    let head = Head::new(t.arg("edition-list-title", "name", &course.title));
    ctx.page(head.trail(trail(t, &organisation, &course, None)).no_index(), body)
}

/// A person as a line of a list.
struct Line {
    href: String,
    name: String,
    badge: Badge,
    asked: String,
    /// Whether a group is still to be offered.
    offer: bool,
    /// When a break ends, as far as the person knows.
    back: Option<String>,
}

struct Group {
    id: &'static str,
    title: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "edition/show.html")]
struct ShowPage {
    base: String,
    certificates: String,
    when: String,
    venue: String,
    pace: Vec<String>,
    places: String,
    free: String,
    open: bool,
    groups: Vec<Group>,
    empty: Option<Empty>,
    draft: Option<Note>,
    form: Form,
    t: T,
}

/// The edition.
pub(in crate::edition) async fn show(
    ctx: Ctx,
    Path((address, course, edition)): Path<(String, String, String)>,
) -> web::Result<Response> {
    let (head, body) = page(&ctx, (&address, &course, &edition), &Fields::new(), &kernel::Invalids::default()).await?;
    ctx.page(head, body)
}

pub(super) async fn page(
    ctx: &Ctx,
    (address, course, edition): (&str, &str, &str),
    fields: &Fields,
    wrong: &kernel::Invalids,
) -> web::Result<(Head, impl Template + use<>)> {
    let (t, conn, today) = (ctx.t(), ctx.db().reader(), ctx.env().today());
    let (organisation, course, edition, _) = shown_edition(ctx, address, course, edition).await?;
    let all = store::enrolments(conn, edition.id).await?;
    let people: Vec<PersonId> = all.iter().filter_map(|one| one.person).collect();
    let names = people::facade::person_names(conn, &people).await?;
    let heads = store::heads(conn, &[edition.id]).await?.remove(&edition.id).unwrap_or_default();
    let base = href(&organisation, &edition);
    let empty = Empty::new(t.get("edition-nobody"), t.get("edition-nobody-text"));
    let body = ShowPage {
        when: when(t, &edition),
        venue: edition.venue.clone(),
        pace: crate::course::paragraphs(&edition.pace),
        places: places(t, &edition, heads),
        free: free_places(t, &edition, heads),
        open: rules::can_be_asked(&edition, today),
        groups: groups(t, &base, &all, &names),
        certificates: format!("{}/attestati/edizioni/{}", organisation.href(), edition.id),
        empty: all.is_empty().then_some(empty),
        draft: (!course.published).then(|| Note::warning(t.get("edition-course-draft"))),
        form: Form::new(t, "edition-invite", fields, wrong),
        base,
        t: t.clone(),
    };
    let head = Head::new(edition.title.clone()).lead(course.title.clone());
    Ok((head.trail(trail(t, &organisation, &course, None)).no_index(), body))
}

/// The people by where they stand. Who asked and who waits stand in the order of asking, which is
/// the order of places; all others by name.
fn groups(t: &T, base: &str, all: &[Enrolment], names: &HashMap<PersonId, String>) -> Vec<Group> {
    let line = |one: &Enrolment| Line {
        href: format!("{base}/persone/{}", one.id),
        name: one.person.and_then(|id| names.get(&id).cloned()).unwrap_or_else(|| t.get("edition-person-erased")),
        badge: badge(t, one.state),
        asked: t.date(kernel::rome_date(one.asked_at)),
        offer: rules::lacks_offer(one),
        back: one.back_on.map(|day| t.arg("edition-back-on", "day", t.date(day))),
    };
    let group = |id, key: &str, states: &[EnrolmentState], by_name: bool| {
        let mut lines: Vec<Line> = all.iter().filter(|one| states.contains(&one.state)).map(line).collect();
        if by_name {
            lines.sort_by_key(|line| kernel::fold(&line.name));
        }
        Group { id, title: t.get(key), lines }
    };
    let mut groups = vec![
        group("chi-ha-chiesto", "edition-group-asked", &[EnrolmentState::Asked], false),
        group("chi-partecipa", "edition-group-placed", &[EnrolmentState::Admitted, EnrolmentState::Paused], true),
        group("chi-aspetta", "edition-group-waiting", &[EnrolmentState::Waiting], false),
        group("chi-ha-concluso", "edition-group-completed", &[EnrolmentState::Completed], true),
        group("chi-ha-lasciato", "edition-group-left", &[EnrolmentState::Left], true),
    ];
    groups.retain(|group| !group.lines.is_empty());
    groups
}

/// Whether somebody is part of a group, as one reads it of another.
pub(super) fn belonging(t: &T, belonging: Option<Belonging>) -> String {
    t.get(&format!("edition-belonging-they-{}", belonging.map_or("unsaid", Belonging::code)))
}

/// What one may say on it of oneself.
pub(super) fn belongings(t: &T) -> Vec<(String, String)> {
    let said = |one: &Belonging| t.get(&format!("edition-belonging-{}", one.code()));
    Belonging::ALL.iter().map(|one| (one.code().to_owned(), said(one))).collect()
}
