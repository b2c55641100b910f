//! The code shown in the room: made once, shown again as long as the day lasts, opened by trainees.

use super::Room;
use crate::{
    edition::{self, EnrolmentState},
    lesson::{
        model::{How, Lesson},
        rules, store,
    },
};
use access::{Act, Target};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use kernel::{EnrolmentId, LessonId};
use sha2::{Digest, Sha256};
use web::{Ctx, Error, Head, T, ui::Note};

/// How a code is found: only its digest can be searched for.
fn digest(secret: &str) -> String {
    hex::encode(Sha256::digest(secret.as_bytes()))
}

/// What the code of a meeting is sealed for.
fn purpose(lesson: LessonId) -> String {
    format!("lesson code {lesson}")
}

#[derive(Template)]
#[template(path = "lesson/code.html")]
struct CodePage {
    href: String,
    valid: bool,
    /// The address, and its picture.
    shown: Option<(String, String)>,
    note: Note,
    t: T,
}

type Address = Path<(String, String, String, String)>;

pub(in crate::lesson) async fn show(
    ctx: Ctx,
    Path((address, course, edition, lesson)): Address,
) -> web::Result<Response> {
    let t = ctx.t();
    let room = Room::open(&ctx, (&address, &course, &edition)).await?;
    let found = room.lesson(&ctx, &lesson).await?;
    let valid = rules::code_is_valid(&found, ctx.env().today());
    let sealed = if valid { store::code(ctx.db().reader(), found.id).await? } else { None };
    let shown = match sealed {
        None => None,
        Some(sealed) => {
            let secret = people::facade::open_for_house(ctx.app(), &purpose(found.id), &sealed)?;
            let secret = String::from_utf8_lossy(&secret).into_owned();
            let link = ctx.app().site().link(&format!("/presenza/{secret}"));
            // Its frame on the page says what it is.
            let picture = typeset::Qr::of(&link).map_err(|fault| Error::Inside(fault.to_string()))?.svg("");
            Some((link, picture))
        }
    };
    let day = t.date(found.day());
    let note = if valid { t.get("lesson-code-today") } else { t.arg("lesson-code-only-on", "day", day) };
    let body = CodePage {
        href: format!("{}/lezioni/{lesson}", room.href),
        valid,
        shown,
        note: Note::info(note),
        t: t.clone(),
    };
    let mut trail = room.trail(t);
    trail.push((format!("{}/lezioni/{lesson}", room.href), found.plan.title.clone()));
    ctx.page(Head::new(t.get("lesson-code-title")).lead(t.get("lesson-code-lead")).trail(trail).no_index(), body)
}

/// Makes a code; one made before ends.
pub(in crate::lesson) async fn make(
    ctx: Ctx,
    Path((address, course, edition, lesson)): Address,
) -> web::Result<Response> {
    let room = Room::open(&ctx, (&address, &course, &edition)).await?;
    let permit = room.permit(&ctx)?;
    let found = room.lesson(&ctx, &lesson).await?;
    let secret = ctx.env().secret();
    let sealed = people::facade::seal_for_house(ctx.app(), &purpose(found.id), secret.as_bytes())?;
    let mut tx = permit.begin(ctx.db()).await?;
    store::keep_code(&mut tx, found.id, &digest(&secret), sealed).await?;
    tx.commit().await?;
    ctx.goto(&format!("{}/lezioni/{lesson}/codice", room.href))
}

#[derive(Template)]
#[template(path = "lesson/tap.html")]
struct TapPage {
    action: Option<String>,
    title: String,
    when: String,
    text: String,
    own: Option<String>,
    t: T,
}

/// What a code leads to: the meeting, and the own place in its edition where there is one.
async fn behind(ctx: &Ctx, secret: &str) -> web::Result<(Lesson, Option<EnrolmentId>)> {
    let conn = ctx.db().reader();
    let lesson = store::by_code(conn, &digest(secret)).await?.ok_or(Error::NotFound)?;
    let mine = edition::of_person(conn, ctx.person()?).await?;
    let here = |e: &&edition::Enrolment| e.edition == lesson.edition && e.state == EnrolmentState::Admitted;
    let mine = mine.iter().map(|mine| &mine.enrolment).find(here).map(|enrolment| enrolment.id);
    Ok((lesson, mine))
}

pub(in crate::lesson) async fn ask(ctx: Ctx, Path(secret): Path<String>) -> web::Result<Response> {
    let t = ctx.t();
    let (lesson, mine) = behind(&ctx, &secret).await?;
    let valid = rules::code_is_valid(&lesson, ctx.env().today());
    let marked = match mine {
        Some(mine) => {
            store::present(ctx.db().reader(), lesson.id).await?.get(&mine).is_some_and(|p| p.how != How::MadeUp)
        }
        None => false,
    };
    let (key, open) = match (mine, valid, marked) {
        (None, ..) => ("lesson-tap-not-yours", false),
        (Some(_), _, true) => ("lesson-tap-already", false),
        (Some(_), false, false) => ("lesson-tap-over", false),
        (Some(_), true, false) => ("lesson-tap-text", true),
    };
    let body = TapPage {
        action: open.then(|| format!("/presenza/{secret}")),
        title: lesson.plan.title.clone(),
        when: format!("{} – {}", t.instant(lesson.plan.starts), t.length(lesson.plan.minutes)),
        text: t.get(key),
        own: mine.map(|mine| format!("/i-miei-corsi/{mine}/lezioni")),
        t: t.clone(),
    };
    let status = if open || marked { StatusCode::OK } else { StatusCode::GONE };
    ctx.page_with(status, Head::new(t.get("lesson-tap-title")).no_index(), body)
}

/// One tap: the trainee was there.
pub(in crate::lesson) async fn take(ctx: Ctx, Path(secret): Path<String>) -> web::Result<Response> {
    let me = ctx.person()?;
    let permit = ctx.permit(Act::UseOwnAccount, Target::Person(me))?;
    let (lesson, mine) = behind(&ctx, &secret).await?;
    let Some(mine) = mine.filter(|_| rules::code_is_valid(&lesson, ctx.env().today())) else {
        return ctx.goto(&format!("/presenza/{secret}"));
    };
    let mut tx = permit.begin(ctx.db()).await?;
    tx.note("what", "lesson-attended");
    store::mark(&mut tx, &lesson, &[mine], How::Code).await?;
    tx.commit().await?;
    ctx.done("lesson-tapped", &format!("/i-miei-corsi/{mine}/lezioni"))
}
