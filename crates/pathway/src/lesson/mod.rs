//! Meetings of an edition, and who was there.
//!
//! Who was there is tapped on a list, or the trainee opens a code that is shown in the room and
//! valid that day. A tapped list changes what was tapped and nothing else, so that a list and a
//! code, or two lists, never undo one another. Hours are made up for on another day, and count as
//! the meeting's. Progress compares with the plan, never with another person.

mod model;
mod pages;
mod rules;
mod store;
#[cfg(test)]
pub(crate) mod tests;

pub use model::{How, Lesson, NewLesson, Portion, Presence, Progress};

pub(crate) use model::{minutes, moment};
pub(crate) use pages::{Room, own::written, own_enrolment, own_picture, trainees};
pub(crate) use store::about;

use crate::{
    edition::{self, EnrolmentState},
    fieldwork, panel,
};
use ::store::{Conn, Db, Fault};
use access::{Act, Actor, Holding, Retention, Technical, Tx};
use kernel::{DateTime, Duration, EditionId, EnrolmentId, LessonId, NaiveDate, NaiveTime, PersonId, Utc};
use serde_json::json;
use std::collections::{BTreeSet, HashMap};
use web::{App, Arg, ui::NextStep};

pub(crate) fn migrations() -> ::store::Migrations {
    store::migrations()
}

pub(crate) fn routes() -> web::Routes {
    web::Routes::new()
        .get("/realta/{id}/corsi/{course}/edizioni/{edition}/lezioni", Act::Teach, pages::list::show)
        .get("/realta/{id}/corsi/{course}/edizioni/{edition}/lezioni/nuova", Act::ManageCourses, pages::plan::new)
        .post("/realta/{id}/corsi/{course}/edizioni/{edition}/lezioni/nuova", Act::ManageCourses, pages::plan::add)
        .get("/realta/{id}/corsi/{course}/edizioni/{edition}/lezioni/{lesson}", Act::Teach, pages::one::show)
        .get(
            "/realta/{id}/corsi/{course}/edizioni/{edition}/lezioni/{lesson}/modifica",
            Act::ManageCourses,
            pages::plan::edit,
        )
        .post(
            "/realta/{id}/corsi/{course}/edizioni/{edition}/lezioni/{lesson}/modifica",
            Act::ManageCourses,
            pages::plan::change,
        )
        .post(
            "/realta/{id}/corsi/{course}/edizioni/{edition}/lezioni/{lesson}/annulla",
            Act::ManageCourses,
            pages::one::call_off,
        )
        .post("/realta/{id}/corsi/{course}/edizioni/{edition}/lezioni/{lesson}/presenze", Act::Teach, pages::one::mark)
        .post(
            "/realta/{id}/corsi/{course}/edizioni/{edition}/lezioni/{lesson}/recupero",
            Act::Teach,
            pages::one::make_up,
        )
        .get("/realta/{id}/corsi/{course}/edizioni/{edition}/lezioni/{lesson}/codice", Act::Teach, pages::code::show)
        .post("/realta/{id}/corsi/{course}/edizioni/{edition}/lezioni/{lesson}/codice", Act::Teach, pages::code::make)
        .get("/presenza/{secret}", Act::UseOwnAccount, pages::code::ask)
        .post("/presenza/{secret}", Act::UseOwnAccount, pages::code::take)
        .get("/i-miei-corsi/{enrolment}/lezioni", Act::UseOwnAccount, pages::own::show)
        .post("/i-miei-corsi/{enrolment}/lezioni/{lesson}", Act::UseOwnAccount, pages::own::say)
        .file("/i-miei-corsi/{enrolment}/lezioni.ics", Act::UseOwnAccount, pages::own::calendar)
}

pub(crate) fn holdings() -> Vec<Box<dyn Holding>> {
    vec![Box::new(Held)]
}

/// How far trainees are, each compared with the plan of the own edition: a fixed number of
/// statements for each few thousand of them. Every enrolment asked for has an entry.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn progress(conn: &impl Conn, enrolments: &[EnrolmentId]) -> Result<HashMap<EnrolmentId, Progress>, Fault> {
    let mut all = HashMap::with_capacity(enrolments.len());
    for portion in enrolments.chunks(5000) {
        let editions = store::editions_of(conn, portion).await?;
        let offered = store::offered(conn, &editions.values().copied().collect::<BTreeSet<_>>()).await?;
        let attended = store::attended_by_part(conn, portion).await?;
        let field = fieldwork::confirmed_minutes(conn, portion).await?;
        let (none, nothing) = (Default::default(), (0, 0));
        for enrolment in portion {
            let planned = editions.get(enrolment).and_then(|edition| offered.get(&edition.uuid())).unwrap_or(&none);
            let there = attended.get(&enrolment.uuid()).unwrap_or(&none);
            let field = *field.get(enrolment).unwrap_or(&nothing);
            all.insert(*enrolment, rules::progress(planned, there, field));
        }
    }
    Ok(all)
}

/// The next meetings of several editions, by date: for start pages. One statement.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn coming_lessons(conn: &impl Conn, editions: &[EditionId], db: &Db) -> Result<Vec<Lesson>, Fault> {
    store::coming(conn, editions, db.env().now() - Duration::hours(6), 30).await
}

/// Reminds trainees of what is planned for tomorrow, once for each meeting. Who takes a break, or
/// said that they cannot come, is left in peace. The letter says when and where, and nothing of what
/// it is about: letters are read over shoulders. Says how many were reminded.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn tend(app: &App) -> Result<i64, Fault> {
    let tomorrow = app.env().today() + Duration::days(1);
    let begins = |day: NaiveDate| -> DateTime<Utc> { kernel::from_rome(day.and_time(NaiveTime::MIN)) };
    let until = begins(tomorrow + Duration::days(1));
    let mut done = 0;
    for (lesson, enrolment) in store::notice::due(app.db().reader(), begins(tomorrow), until).await? {
        match ::store::retrying(app.env(), || remind(app, lesson, enrolment, tomorrow)).await {
            Ok(()) => done += 1,
            // Another node did it, or the meeting or the place changed at this moment.
            Err(Fault::Stale) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(done)
}

async fn remind(app: &App, lesson: LessonId, enrolment: EnrolmentId, day: NaiveDate) -> Result<(), Fault> {
    let mut tx = Technical::Mail.begin(app.db()).await?;
    store::notice::reminded(&tx, lesson, enrolment).await?;
    let lesson = store::one(tx.conn(), lesson).await?.filter(|lesson| !lesson.called_off && lesson.day() == day);
    let mine = edition::enrolment(tx.conn(), enrolment).await?;
    let person = mine.filter(|mine| mine.state == EnrolmentState::Admitted).and_then(|mine| mine.person);
    let (Some(lesson), Some(person)) = (lesson, person) else { return Err(Fault::Stale) };
    let places: Vec<&str> =
        [&lesson.plan.place, &lesson.plan.link].into_iter().filter_map(|one| one.as_deref()).collect();
    let place = places.join(" – ");
    let link = app.site().link(&format!("/i-miei-corsi/{enrolment}/lezioni"));
    panel::write_to(&mut tx, app, person, "lesson-remind", |t| {
        vec![
            ("when", t.instant(lesson.plan.starts).into()),
            ("place", place.as_str().into()),
            ("link", link.as_str().into()),
        ]
    })
    .await?;
    tx.commit().await
}

/// Writes to who was reminded of a meeting that it was called off, or begins at another moment. As in
/// the reminder, nothing of what it is about.
async fn write_again(
    tx: &mut Tx,
    app: &App,
    told: &[(EnrolmentId, PersonId)],
    was: DateTime<Utc>,
    moved: Option<DateTime<Utc>>,
) -> Result<(), Fault> {
    let key = if moved.is_some() { "lesson-moved-mail" } else { "lesson-off-mail" };
    for (enrolment, person) in told {
        let link = app.site().link(&format!("/i-miei-corsi/{enrolment}/lezioni"));
        panel::write_to(tx, app, *person, key, |t| {
            let mut args: Vec<(&'static str, Arg)> =
                vec![("when", t.instant(was).into()), ("link", link.as_str().into())];
            if let Some(new) = moved {
                args.push(("new", t.instant(new).into()));
            }
            args
        })
        .await?;
    }
    Ok(())
}

/// What meetings ask of a trainee: to know when the next one is. One statement.
pub(crate) async fn steps(db: &Db, actor: &Actor) -> Result<Vec<NextStep>, Fault> {
    let Some(person) = actor.person() else { return Ok(Vec::new()) };
    let Some(next) = store::notice::next(db.reader(), person, db.env().now()).await? else { return Ok(Vec::new()) };
    let mut args = vec![("when", next.starts_at.to_rfc3339())];
    let key = if next.place.is_some() { "lesson-step-next" } else { "lesson-step-next-video" };
    args.extend(next.place.map(|place| ("place", place)));
    let href = format!("/i-miei-corsi/{}/lezioni", next.enrolment);
    Ok(vec![NextStep { key, args, href, urgent: false }])
}

/// Puts meetings on record: for the demo and made-up networks, many at a time.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn add_lessons(tx: &mut Tx, all: &[(EditionId, NewLesson)]) -> Result<Vec<LessonId>, Fault> {
    store::add(tx, all).await
}

/// Marks who was where: for the demo and made-up networks, many at a time.
///
/// # Errors
/// [`Fault::Duplicate`] when one of them is marked already.
pub async fn mark_presences(tx: &mut Tx, all: &[Presence]) -> Result<(), Fault> {
    store::mark_many(tx, all).await
}

/// What this feature holds on persons.
struct Held;

#[async_trait::async_trait]
impl Holding for Held {
    fn name(&self) -> &'static str {
        "lessons"
    }
    fn retention(&self) -> &'static [Retention] {
        const fn kept(table: &'static str, person_column: &'static str, purpose: &'static str) -> Retention {
            Retention { table, person_column, purpose, days: None, since: "" }
        }
        const ALL: &[Retention] = &[
            kept("lesson_presence", "marked_by", "retention-lesson-presence"),
            kept("lesson_notice", "-", "retention-lesson-notice"),
        ];
        ALL
    }
    async fn export(&self, db: &Db, person: PersonId) -> Result<serde_json::Value, Fault> {
        let conn = db.reader();
        Ok(json!({
            "attended": store::export::held(conn, person).await?,
            "marked": store::export::marked_by(conn, person).await?,
            "ahead": store::notice::held(conn, person).await?,
        }))
    }
    async fn erase(&self, tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
        store::erase(tx, person).await
    }
}
