//! The meetings of an edition, and how far it is.

use super::{Room, trainees};
use crate::lesson::{self, model::Lesson, store};
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::DateTime;
use web::{
    Ctx, Head, T,
    picture::{Bar, Bars, Tone},
    ui::{Badge, Empty, State},
};

struct Line {
    href: String,
    title: String,
    when: String,
    length: String,
    part: String,
    place: Option<String>,
    team: Option<String>,
    badge: Badge,
}

/// Meetings that belong together on the page.
struct Group {
    id: &'static str,
    title: String,
    lines: Vec<Line>,
}

struct Trainee {
    name: String,
    meetings: String,
    field: String,
    shadowing: String,
}

#[derive(Template)]
#[template(path = "lesson/list.html")]
struct ListPage {
    href: String,
    keeps: bool,
    groups: Vec<Group>,
    empty: Option<Empty>,
    picture: Option<Bars>,
    trainees: Vec<Trainee>,
    t: T,
}

pub(in crate::lesson) async fn show(
    ctx: Ctx,
    Path((address, course, edition)): Path<(String, String, String)>,
) -> web::Result<Response> {
    let t = ctx.t();
    let room = Room::open(&ctx, (&address, &course, &edition)).await?;
    let conn = ctx.db().reader();
    let lessons = store::of_edition(conn, room.edition.id).await?;
    let named = trainees(&ctx, room.edition.id).await?;
    let ids: Vec<_> = named.iter().map(|(id, _)| *id).collect();
    let progress = lesson::progress(conn, &ids).await?;
    let line = |(id, name): &(kernel::EnrolmentId, String)| {
        let done = progress.get(id)?;
        Some(Trainee {
            name: name.clone(),
            meetings: t.length(done.attended_minutes),
            field: t.length(done.fieldwork_minutes),
            shadowing: t.length(done.shadowing_minutes),
        })
    };
    let now = ctx.env().now();
    let empty = Empty::new(t.get("lesson-empty"), t.get("lesson-empty-text"));
    let empty =
        if room.keeps { empty.action(format!("{}/lezioni/nuova", room.href), t.get("lesson-new")) } else { empty };
    let body = ListPage {
        keeps: room.keeps,
        empty: lessons.is_empty().then_some(empty),
        picture: (!lessons.is_empty()).then(|| held(t, &lessons, now)),
        groups: groups(t, &room, &lessons, now),
        trainees: named.iter().filter_map(line).collect(),
        href: room.href.clone(),
        t: t.clone(),
    };
    let head = Head::new(t.get("lesson-list-title")).lead(t.get("lesson-list-lead")).trail(room.trail(t)).no_index();
    ctx.page(head, body)
}

/// What is to come, today's meetings first; then what is past, the latest first.
fn groups(t: &T, room: &Room, lessons: &[Lesson], now: DateTime<kernel::Utc>) -> Vec<Group> {
    let today = kernel::rome_date(now);
    let (past, coming): (Vec<&Lesson>, Vec<&Lesson>) = lessons.iter().partition(|lesson| lesson.day() < today);
    let line = |lesson: &Lesson| row(t, room, lesson, now);
    let coming: Vec<Line> = coming.into_iter().map(line).collect();
    let past: Vec<Line> = past.into_iter().rev().map(line).collect();
    let groups = [("da-oggi", "lesson-coming", coming), ("passati", "lesson-past", past)];
    let group = |(id, key, lines): (&'static str, &str, Vec<Line>)| Group { id, title: t.get(key), lines };
    groups.into_iter().map(group).filter(|group| !group.lines.is_empty()).collect()
}

fn row(t: &T, room: &Room, lesson: &Lesson, now: DateTime<kernel::Utc>) -> Line {
    let (state, key) = if lesson.called_off {
        (State::Ended, "lesson-called-off")
    } else if lesson.ends() < now {
        (State::Done, "lesson-held")
    } else {
        (State::Waiting, "lesson-to-come")
    };
    Line {
        href: format!("{}/lezioni/{}", room.href, lesson.id),
        title: lesson.plan.title.clone(),
        when: t.instant(lesson.plan.starts),
        length: t.length(lesson.plan.minutes),
        part: t.get(&lesson.plan.part.key()),
        place: lesson.plan.place.clone().or_else(|| lesson.plan.link.clone()),
        team: lesson.plan.team.clone(),
        badge: Badge::word(state, t.get(key)),
    }
}

/// How much of the edition's meetings was held, part by part.
fn held(t: &T, lessons: &[Lesson], now: DateTime<kernel::Utc>) -> Bars {
    let bars: Vec<Bar> = lesson::model::IN_MEETINGS
        .iter()
        .filter_map(|part| {
            let of_part = || lessons.iter().filter(|lesson| lesson.plan.part == *part && !lesson.called_off);
            let sum = |past: bool| -> u32 {
                of_part().filter(|lesson| (lesson.ends() < now) == past).map(|lesson| lesson.plan.minutes).sum()
            };
            let parts = vec![
                (Tone::Met, t.get("lesson-picture-held"), u64::from(sum(true))),
                (Tone::NotApplicable, t.get("lesson-picture-open"), u64::from(sum(false))),
            ];
            of_part().next().map(|_| Bar { name: t.get(&part.key()), href: None, parts })
        })
        .collect();
    Bars::of_minutes(t, "edition", t.get("lesson-picture-edition"), &bars)
}
