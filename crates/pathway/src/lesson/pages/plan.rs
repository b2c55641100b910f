//! Planning a meeting, changing it.

use super::Room;
use crate::{
    course,
    lesson::{
        self,
        model::{IN_MEETINGS, NewLesson},
        store,
    },
};
use ::store::Fault;
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::Invalids;
use web::{Ctx, Error, Fields, Form, Head, ui::Note};

#[derive(Template)]
#[template(path = "lesson/plan.html")]
struct PlanPage {
    action: String,
    form: Form,
    modules: Vec<(String, String)>,
    parts: Vec<(String, String)>,
    teachers: Vec<(String, String)>,
    version: Option<String>,
    note: Option<Note>,
    send: String,
}

struct Asked<'a> {
    room: &'a Room,
    action: String,
    fresh: bool,
    note: Option<Note>,
}

async fn page(ctx: &Ctx, asked: Asked<'_>, fields: &Fields, wrong: &Invalids) -> web::Result<(Head, PlanPage)> {
    let (t, conn) = (ctx.t(), ctx.db().reader());
    let room = asked.room;
    let mut modules = vec![(String::new(), t.get("lesson-no-module"))];
    let whole = course::curriculum(conn, room.course.id).await?.ok_or(Error::NotFound)?;
    modules.extend(whole.modules.into_iter().map(|module| (module.id.to_string(), module.title)));
    let teachers = whole.teachers;
    let named: Vec<_> = teachers.iter().filter_map(|teacher| teacher.person).collect();
    let names = people::facade::person_names(conn, &named).await?;
    let teacher = |one: &course::Teacher| {
        let name = one.person.and_then(|person| names.get(&person).cloned()).unwrap_or_else(|| one.name.clone());
        (one.id.to_string(), format!("{name} – {}", t.get(one.side.key())))
    };
    let body = PlanPage {
        action: asked.action,
        form: Form::new(t, "lesson", fields, wrong),
        modules,
        parts: IN_MEETINGS.iter().map(|part| (part.code().to_owned(), t.get(&part.key()))).collect(),
        teachers: teachers.iter().map(teacher).collect(),
        version: (!asked.fresh).then(|| fields.get("version").to_owned()),
        note: asked.note,
        send: t.get(if asked.fresh { "lesson-add" } else { "lesson-save" }),
    };
    let mut trail = room.trail(t);
    trail.push((format!("{}/lezioni", room.href), t.get("lesson-list-title")));
    let title = t.get(if asked.fresh { "lesson-new" } else { "lesson-edit" });
    Ok((Head::new(title).lead(t.get("lesson-plan-lead")).trail(trail).no_index(), body))
}

impl<'a> Asked<'a> {
    fn new(room: &'a Room) -> Self {
        Asked { room, action: format!("{}/lezioni/nuova", room.href), fresh: true, note: None }
    }
    fn of(room: &'a Room, lesson: &str, note: Option<Note>) -> Self {
        Asked { room, action: format!("{}/lezioni/{lesson}/modifica", room.href), fresh: false, note }
    }
}

pub(in crate::lesson) async fn new(
    ctx: Ctx,
    Path((address, course, edition)): Path<(String, String, String)>,
) -> web::Result<Response> {
    let room = Room::open(&ctx, (&address, &course, &edition)).await?;
    room.keeper(&ctx)?;
    let mut fields = Fields::new();
    fields.set("part", IN_MEETINGS[0].code());
    fields.set("minutes", "3");
    let (head, body) = page(&ctx, Asked::new(&room), &fields, &Invalids::default()).await?;
    ctx.page(head, body)
}

pub(in crate::lesson) async fn add(
    ctx: Ctx,
    Path((address, course, edition)): Path<(String, String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    let room = Room::open(&ctx, (&address, &course, &edition)).await?;
    let permit = room.keeper(&ctx)?;
    let plan = match NewLesson::parse(&fields) {
        Ok(plan) => plan,
        Err(wrong) => {
            let (head, body) = page(&ctx, Asked::new(&room), &fields, &wrong).await?;
            return ctx.invalid(head, body);
        }
    };
    let mut tx = permit.begin(ctx.db()).await?;
    store::add(&mut tx, &[(room.edition.id, plan)]).await?;
    tx.commit().await?;
    ctx.done("lesson-added", &format!("{}/lezioni", room.href))
}

pub(in crate::lesson) async fn edit(
    ctx: Ctx,
    Path((address, course, edition, lesson)): Path<(String, String, String, String)>,
) -> web::Result<Response> {
    let room = Room::open(&ctx, (&address, &course, &edition)).await?;
    room.keeper(&ctx)?;
    let found = room.lesson(&ctx, &lesson).await?;
    let mut fields = found.plan.fields();
    fields.set("version", found.version);
    let (head, body) = page(&ctx, Asked::of(&room, &lesson, None), &fields, &Invalids::default()).await?;
    ctx.page(head, body)
}

pub(in crate::lesson) async fn change(
    ctx: Ctx,
    Path((address, course, edition, lesson)): Path<(String, String, String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    let room = Room::open(&ctx, (&address, &course, &edition)).await?;
    let permit = room.keeper(&ctx)?;
    let found = room.lesson(&ctx, &lesson).await?;
    let plan = match NewLesson::parse(&fields) {
        Ok(plan) => plan,
        Err(wrong) => {
            let (head, body) = page(&ctx, Asked::of(&room, &lesson, None), &fields, &wrong).await?;
            return ctx.invalid(head, body);
        }
    };
    let (was, mut tx) = (found.plan.starts, permit.begin(ctx.db()).await?);
    // Read before it moves: what was said of the old moment is forgotten with it.
    let told = store::notice::told(tx.conn(), found.id).await?;
    match store::change(&mut tx, found.id, fields.get("version").parse().unwrap_or(0), &plan).await {
        Err(Fault::Stale) => {
            tx.rollback().await?;
            let mut typed = fields.clone();
            typed.set("version", room.lesson(&ctx, &lesson).await?.version);
            let note = Note::warning(ctx.t().get("lesson-stale"));
            let (head, body) = page(&ctx, Asked::of(&room, &lesson, Some(note)), &typed, &Invalids::default()).await?;
            return ctx.stale(head, body);
        }
        other => other?,
    }
    if was > ctx.env().now() && was != plan.starts {
        lesson::write_again(&mut tx, ctx.app(), &told, was, Some(plan.starts)).await?;
    }
    tx.commit().await?;
    ctx.done("lesson-changed", &format!("{}/lezioni/{lesson}", room.href))
}
