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
    lines: Vec<Line>,
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
        lines: lessons.iter().map(|lesson| row(t, &room, lesson, now)).collect(),
        trainees: named.iter().filter_map(line).collect(),
        href: room.href.clone(),
        t: t.clone(),
    };
    let head = Head::new(t.get("lesson-list-title")).lead(t.get("lesson-list-lead")).trail(room.trail(t)).no_index();
    ctx.page(head, body)
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
