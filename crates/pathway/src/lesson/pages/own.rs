//! A trainee's own meetings: what comes, where they were, how far they are.

use super::{own_enrolment, picture};
use crate::{
    course,
    edition::{self, Enrolment, EnrolmentState},
    lesson::{
        self,
        model::{How, Lesson, Presence},
        store,
    },
};
use access::{Act, Target};
use askama::Template;
use axum::{extract::Path, response::Response};
use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property};
use kernel::LessonId;
use web::{
    Ctx, Error, Fields, Head, T,
    picture::Bars,
    ui::{Badge, Empty, State},
};

struct Line {
    id: String,
    title: String,
    when: String,
    length: String,
    place: Option<String>,
    link: Option<String>,
    team: Option<String>,
    /// What is to be said beyond that it lies ahead, which the heading says.
    badge: Option<Badge>,
    /// Whether the trainee may say if they come; and whether they said that they cannot.
    asks: bool,
    away: bool,
}

#[derive(Template)]
#[template(path = "lesson/own.html")]
struct OwnPage {
    href: String,
    picture: Bars,
    asks: Option<String>,
    coming: Vec<Line>,
    past: Vec<Line>,
    empty: Option<Empty>,
    t: T,
}

/// The own place in an edition, once there is one: who only asked, or left, does not read where the
/// others meet.
async fn own_place(ctx: &Ctx, id: &str) -> web::Result<Enrolment> {
    let mine = own_enrolment(ctx, id).await?;
    let within = mine.state.takes_a_place() || mine.state == EnrolmentState::Completed;
    if within { Ok(mine) } else { Err(Error::NotFound) }
}

pub(in crate::lesson) async fn show(ctx: Ctx, Path(enrolment): Path<String>) -> web::Result<Response> {
    let (t, conn, now) = (ctx.t(), ctx.db().reader(), ctx.env().now());
    let mine = own_place(&ctx, &enrolment).await?;
    let edition = edition::by_id(conn, mine.edition).await?.ok_or(Error::NotFound)?;
    let course = course::by_id(conn, edition.course).await?.ok_or(Error::NotFound)?;
    let lessons = store::of_edition(conn, edition.id).await?;
    let there = store::attended(conn, mine.id).await?;
    let away = store::notice::away_from(conn, mine.id).await?;
    let progress = lesson::progress(conn, &[mine.id]).await?.remove(&mine.id).unwrap_or_default();
    let field = course.certificate.map(|rules| (rules.fieldwork_minutes, rules.shadowing_minutes));
    let asks = course.certificate.map(|rules| {
        let args = [
            ("percent", rules.attendance_percent.into()),
            ("field", t.length(rules.fieldwork_minutes).into()),
            ("shadowing", t.length(rules.shadowing_minutes).into()),
        ];
        // Of hours that are not asked for there is nothing to say.
        let key = match (rules.fieldwork_minutes, rules.shadowing_minutes) {
            (0, _) => "lesson-own-asks-meetings",
            (_, 0) => "lesson-own-asks-field",
            _ => "lesson-own-asks",
        };
        t.args(key, &args)
    });
    let (coming, past): (Vec<_>, Vec<_>) = lessons.iter().partition(|lesson| lesson.ends() >= now);
    let line = |lesson: &&Lesson| Line {
        asks: may_say(&mine, lesson, now),
        away: away.contains(&lesson.id),
        ..line(t, lesson, there.get(&lesson.id), lesson.ends() >= now)
    };
    let body = OwnPage {
        href: format!("/i-miei-corsi/{}", mine.id),
        picture: picture(t, &progress, field),
        asks,
        coming: coming.iter().map(line).collect(),
        past: past.iter().rev().map(line).collect(),
        empty: lessons.is_empty().then(|| Empty::new(t.get("lesson-own-empty"), t.get("lesson-own-empty-text"))),
        t: t.clone(),
    };
    let trail = vec![
        ("/i-miei-corsi".to_owned(), t.get("lesson-trail-own")),
        (format!("/i-miei-corsi/{}", mine.id), course.title.clone()),
    ];
    ctx.page(Head::new(t.get("lesson-own-title")).lead(t.get("lesson-own-lead")).trail(trail).no_index(), body)
}

fn line(t: &T, lesson: &Lesson, presence: Option<&Presence>, coming: bool) -> Line {
    let badge = match (lesson.called_off, presence) {
        (true, _) => Some(Badge::word(State::Ended, t.get("lesson-called-off"))),
        (false, Some(p)) if p.how == How::MadeUp => {
            Some(Badge::word(State::Done, t.arg("lesson-own-made-up", "length", t.length(p.minutes))))
        }
        (false, Some(_)) => Some(Badge::word(State::Done, t.get("lesson-own-there"))),
        (false, None) if coming => None,
        (false, None) => Some(Badge::word(State::NotApplicable, t.get("lesson-own-not-there"))),
    };
    Line {
        id: lesson.id.to_string(),
        title: lesson.plan.title.clone(),
        when: t.instant(lesson.plan.starts),
        length: t.length(lesson.plan.minutes),
        place: lesson.plan.place.clone(),
        link: lesson.plan.link.clone(),
        team: lesson.plan.team.clone(),
        badge,
        asks: false,
        away: false,
    }
}

/// Whether a trainee may say now that they cannot come: they are in the course and it has not begun.
fn may_say(mine: &Enrolment, lesson: &Lesson, now: kernel::DateTime<kernel::Utc>) -> bool {
    mine.state == EnrolmentState::Admitted && !lesson.called_off && lesson.plan.starts > now
}

/// Says that one cannot come, or can after all. No reason is asked for.
pub(in crate::lesson) async fn say(
    ctx: Ctx,
    Path((enrolment, lesson)): Path<(String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    let permit = ctx.permit(Act::UseOwnAccount, Target::Person(ctx.person()?))?;
    let mine = own_place(&ctx, &enrolment).await?;
    let id: LessonId = lesson.parse().map_err(|_| Error::NotFound)?;
    let lesson = store::one(ctx.db().reader(), id).await?.filter(|lesson| lesson.edition == mine.edition);
    let lesson = lesson.ok_or(Error::NotFound)?;
    if !may_say(&mine, &lesson, ctx.env().now()) {
        return Err(Error::Fault(::store::Fault::Stale));
    }
    let away = fields.get("away") == "1";
    let mut tx = permit.begin(ctx.db()).await?;
    tx.note("what", "lesson-answered");
    store::notice::say(&mut tx, lesson.id, mine.id, away).await?;
    tx.commit().await?;
    let key = if away { "lesson-own-said-away" } else { "lesson-own-said-coming" };
    ctx.done(key, &format!("/i-miei-corsi/{}/lezioni", mine.id))
}

/// The meetings as a calendar to keep. Its titles say that there is a meeting, and nothing of what
/// it is about: calendars are seen by others.
pub(in crate::lesson) async fn calendar(ctx: Ctx, Path(enrolment): Path<String>) -> web::Result<Response> {
    let (t, conn) = (ctx.t(), ctx.db().reader());
    let mine = own_place(&ctx, &enrolment).await?;
    let lessons = store::of_edition(conn, mine.edition).await?;
    let link = ctx.app().site().link(&format!("/i-miei-corsi/{}/lezioni", mine.id));
    let title = t.get("lesson-calendar-title");
    let events = lessons.iter().map(|lesson| event(ctx.env().now(), lesson, &title, &link));
    Ok(web::file::ics("incontri.ics", written(&title, events)))
}

/// A calendar as text. Times are UTC instants, which every calendar shows in its own time.
pub(crate) fn written(name: &str, events: impl Iterator<Item = Event>) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//Alla pari//allapari//IT"));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.append_property(Property::new("METHOD", "PUBLISH"));
    calendar.name(name);
    for event in events {
        calendar.push(event);
    }
    calendar.to_string()
}

fn event(now: kernel::DateTime<kernel::Utc>, lesson: &Lesson, title: &str, link: &str) -> Event {
    let mut event = Event::new();
    event
        .uid(&format!("{}@allapari", lesson.id))
        .timestamp(now)
        .sequence(u32::try_from(lesson.version - 1).unwrap_or(0))
        .summary(title)
        .starts(lesson.plan.starts)
        .ends(lesson.ends())
        .url(link)
        .status(if lesson.called_off { EventStatus::Cancelled } else { EventStatus::Confirmed });
    if let Some(place) = lesson.plan.place.as_deref().or(lesson.plan.link.as_deref()) {
        event.location(place);
    }
    event.done()
}
