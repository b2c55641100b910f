//! One meeting: the list that is tapped, hours that are made up for, calling it off.

use super::{Room, places, trainees};
use crate::course::typed_hours;
use crate::lesson::{
    self,
    model::{How, Lesson, MakeUp, Presence},
    rules, store,
};
use ::store::Fault;
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{EnrolmentId, Invalid, Invalids};
use std::collections::{BTreeSet, HashMap};
use web::{Ctx, Error, Fields, Form, Head, T, ui::Note};

struct Tap {
    id: String,
    name: String,
    present: bool,
    how: Option<String>,
}

#[derive(Template)]
#[template(path = "lesson/one.html")]
struct OnePage {
    href: String,
    edition: String,
    keeps: bool,
    called_off: bool,
    version: i64,
    when: String,
    length: String,
    part: String,
    place: Option<String>,
    link: Option<String>,
    team: Option<String>,
    can_mark: bool,
    /// Whether a code of today's counts for it.
    code_today: bool,
    /// Who said that they cannot come, and the words: to be read before the list can be tapped.
    tells: Vec<(String, String)>,
    taps: Vec<Tap>,
    form: Form,
    off: Form,
    absent: Vec<(String, String)>,
    most: String,
    note: Option<Note>,
    t: T,
}

fn how(t: &T, lesson: &Lesson, presence: &Presence) -> Option<String> {
    match presence.how {
        How::List => None,
        How::Code => Some(t.get("lesson-by-code")),
        How::MadeUp => {
            let args = [("length", t.length(presence.minutes).into()), ("on", t.date(presence.on).into())];
            let key = if presence.minutes < lesson.plan.minutes { "lesson-made-up-part" } else { "lesson-made-up-all" };
            Some(t.args(key, &args))
        }
    }
}

async fn page(
    ctx: &Ctx,
    room: &Room,
    lesson: &Lesson,
    (fields, wrong): (&Fields, &Invalids),
    off: &Invalids,
) -> web::Result<(Head, OnePage)> {
    let (t, now) = (ctx.t(), ctx.env().now());
    let named = trainees(ctx, room.edition.id).await?;
    let present = store::present(ctx.db().reader(), lesson.id).await?;
    let away = store::notice::away(ctx.db().reader(), lesson.id).await?;
    let tap = |(id, name): &(EnrolmentId, String)| {
        let presence = present.get(id);
        Tap {
            id: id.to_string(),
            name: name.clone(),
            present: presence.is_some_and(|p| p.how != How::MadeUp),
            how: match presence {
                Some(presence) => how(t, lesson, presence),
                None => away.contains(id).then(|| t.get("lesson-said-away")),
            },
        }
    };
    let absent = named.iter().filter(|(id, _)| rules::can_make_up(lesson, present.get(id), now));
    let told = named.iter().filter(|(id, _)| away.contains(id));
    let (place, link) = places(lesson);
    let body = OnePage {
        href: format!("{}/lezioni/{}", room.href, lesson.id),
        edition: room.href.clone(),
        keeps: room.keeps,
        called_off: lesson.called_off,
        version: lesson.version,
        when: t.instant(lesson.plan.starts),
        length: t.length(lesson.plan.minutes),
        part: t.get(&lesson.plan.part.key()),
        place,
        link,
        team: lesson.plan.team.clone(),
        can_mark: rules::can_be_marked(lesson, now),
        code_today: rules::code_is_valid(lesson, ctx.env().today()),
        tells: told.map(|(_, name)| (name.clone(), t.get("lesson-said-away"))).collect(),
        taps: named.iter().map(tap).collect(),
        form: Form::new(t, "lesson", fields, wrong),
        off: Form::new(t, "lesson-off", &Fields::new(), off),
        absent: absent.map(|(id, name)| (id.to_string(), name.clone())).collect(),
        most: t.length(lesson.plan.minutes),
        note: lesson.called_off.then(|| Note::info(t.get("lesson-called-off-text"))),
        t: t.clone(),
    };
    let mut trail = room.trail(t);
    trail.push((format!("{}/lezioni", room.href), t.get("lesson-list-title")));
    Ok((Head::new(lesson.plan.title.clone()).trail(trail).no_index(), body))
}

type Address = Path<(String, String, String, String)>;

pub(in crate::lesson) async fn show(
    ctx: Ctx,
    Path((address, course, edition, lesson)): Address,
) -> web::Result<Response> {
    let room = Room::open(&ctx, (&address, &course, &edition)).await?;
    let found = room.lesson(&ctx, &lesson).await?;
    let none = Invalids::default();
    let (head, body) = page(&ctx, &room, &found, (&untouched(&ctx, &found), &none), &none).await?;
    ctx.page(head, body)
}

/// The form for hours that are made up for, before anything is typed: all of it, today.
fn untouched(ctx: &Ctx, lesson: &Lesson) -> Fields {
    let mut fields = Fields::new();
    fields.set("made_up", typed_hours(lesson.plan.minutes));
    fields.set("on", ctx.env().today());
    fields
}

/// The trainees of the edition by the ids that a form names; strangers are left out.
fn chosen(fields: &Fields, name: &str, within: &HashMap<EnrolmentId, String>) -> BTreeSet<EnrolmentId> {
    let ids = fields.all(name).into_iter().filter_map(|id| id.parse().ok());
    ids.filter(|id| within.contains_key(id)).collect()
}

/// Takes the tapped list: what was tapped changes, all else stays as it is by now.
pub(in crate::lesson) async fn mark(
    ctx: Ctx,
    Path((address, course, edition, lesson)): Address,
    fields: Fields,
) -> web::Result<Response> {
    let room = Room::open(&ctx, (&address, &course, &edition)).await?;
    let permit = room.permit(&ctx)?;
    let found = room.lesson(&ctx, &lesson).await?;
    if !rules::can_be_marked(&found, ctx.env().now()) {
        return Err(Error::Fault(Fault::Stale));
    }
    let within: HashMap<_, _> = trainees(&ctx, room.edition.id).await?.into_iter().collect();
    let (shown, ticked) = (chosen(&fields, "shown", &within), chosen(&fields, "present", &within));
    let mut tx = permit.begin(ctx.db()).await?;
    let present = store::present(tx.conn(), found.id).await?;
    let there = present.values().filter(|p| p.how != How::MadeUp).map(|p| p.enrolment).collect();
    let (added, taken) = rules::tapped(&shown, &ticked, &there);
    store::mark(&mut tx, &found, &added, How::List).await?;
    store::unmark(&mut tx, found.id, &taken).await?;
    tx.note("added", added.len());
    tx.note("taken", taken.len());
    tx.commit().await?;
    ctx.done("lesson-marked", &format!("{}/lezioni/{lesson}", room.href))
}

/// Writes hours down that somebody made up for on another day.
pub(in crate::lesson) async fn make_up(
    ctx: Ctx,
    Path((address, course, edition, lesson)): Address,
    fields: Fields,
) -> web::Result<Response> {
    let room = Room::open(&ctx, (&address, &course, &edition)).await?;
    let permit = room.permit(&ctx)?;
    let found = room.lesson(&ctx, &lesson).await?;
    let within: HashMap<_, _> = trainees(&ctx, room.edition.id).await?.into_iter().collect();
    let present = store::present(ctx.db().reader(), found.id).await?;
    let known = |made: MakeUp| {
        let open = rules::can_make_up(&found, present.get(&made.enrolment), ctx.env().now());
        let known = within.contains_key(&made.enrolment) && open;
        if known { Ok(made) } else { Err(Invalid::new("who", "invalid-choice").into()) }
    };
    let made = match MakeUp::parse(&fields, found.plan.minutes, ctx.env().today()).and_then(known) {
        Ok(made) => made,
        Err(wrong) => {
            let (head, body) = page(&ctx, &room, &found, (&fields, &wrong), &Invalids::default()).await?;
            return ctx.invalid(head, body);
        }
    };
    let mut tx = permit.begin(ctx.db()).await?;
    store::make_up(&mut tx, found.id, made).await?;
    tx.commit().await?;
    ctx.done("lesson-make-up-kept", &format!("{}/lezioni/{lesson}", room.href))
}

/// Calls a meeting off. Everybody's hours of it go, and there is no way back: it asks. Who was
/// reminded that it is tomorrow hears that it is not.
pub(in crate::lesson) async fn call_off(
    ctx: Ctx,
    Path((address, course, edition, lesson)): Address,
    fields: Fields,
) -> web::Result<Response> {
    let room = Room::open(&ctx, (&address, &course, &edition)).await?;
    let permit = room.keeper(&ctx)?;
    let found = room.lesson(&ctx, &lesson).await?;
    if !fields.checked("sure") {
        let asked = Invalid::new("sure", "lesson-invalid-sure").into();
        let typed = (&untouched(&ctx, &found), &Invalids::default());
        let (head, body) = page(&ctx, &room, &found, typed, &asked).await?;
        return ctx.invalid(head, body);
    }
    let mut tx = permit.begin(ctx.db()).await?;
    store::call_off(&mut tx, found.id, fields.get("version").parse().unwrap_or(0)).await?;
    if found.plan.starts > ctx.env().now() {
        let told = store::notice::told(tx.conn(), found.id).await?;
        lesson::write_again(&mut tx, ctx.app(), &told, found.plan.starts, None).await?;
    }
    tx.commit().await?;
    ctx.done("lesson-was-called-off", &format!("{}/lezioni", room.href))
}
