//! The pages of meetings: of those who keep the edition, of those who teach, of the trainee.

pub(super) mod code;
pub(super) mod list;
pub(super) mod one;
pub(super) mod own;
pub(super) mod plan;

use super::{
    model::{Lesson, Progress},
    store,
};
use crate::{
    course::{self, Course},
    edition::{self, Edition, Enrolment, EnrolmentState},
    lesson,
};
use ::store::{Conn, Fault};
use access::{Act, Permit};
use kernel::{EditionId, EnrolmentId, LessonId};
use network::facade::{Organisation, find_organisation};
use web::{
    Ctx, Error, T,
    picture::{Bar, Bars, Tone},
};

/// An edition as its pages need it, with what this person may do there.
pub(crate) struct Room {
    pub organisation: Organisation,
    pub course: Course,
    pub edition: Edition,
    /// The address of the edition's page.
    pub href: String,
    /// Whether this person keeps the course.
    pub keeps: bool,
}

impl Room {
    /// The edition that an address names, for who keeps the course or teaches in it; for everyone
    /// else there is nothing here: who is in a course is theirs to tell.
    pub(crate) async fn open(ctx: &Ctx, address: (&str, &str, &str)) -> web::Result<Room> {
        let conn = ctx.db().reader();
        let organisation = find_organisation(conn, address.0).await?.ok_or(Error::NotFound)?;
        let course = course::by_id(conn, address.1.parse().map_err(|_| Error::NotFound)?).await?;
        let course = course.filter(|course| course.organisation == organisation.id).ok_or(Error::NotFound)?;
        let id: EditionId = address.2.parse().map_err(|_| Error::NotFound)?;
        let edition = edition::by_id(conn, id).await?;
        let edition = edition.filter(|edition| edition.course == course.id).ok_or(Error::NotFound)?;
        let keeps = ctx.may(Act::ManageCourses, organisation.target());
        if !keeps {
            ctx.permit(Act::Teach, organisation.target())?;
            let me = ctx.person()?;
            if !course::teaches(conn, course.id, me).await? {
                return Err(Error::NotFound);
            }
        }
        let href = format!("{}/corsi/{}/edizioni/{}", organisation.href(), course.id, edition.id);
        Ok(Room { organisation, course, edition, href, keeps })
    }
    /// The permit to write here: as who keeps the course, or as who teaches in it.
    pub(crate) fn permit(&self, ctx: &Ctx) -> web::Result<Permit> {
        let act = if self.keeps { Act::ManageCourses } else { Act::Teach };
        ctx.permit(act, self.organisation.target())
    }
    /// The permit of who keeps the course.
    pub(crate) fn keeper(&self, ctx: &Ctx) -> web::Result<Permit> {
        ctx.permit(Act::ManageCourses, self.organisation.target())
    }
    /// The pages above.
    pub(crate) fn trail(&self, t: &T) -> Vec<(String, String)> {
        let (organisation, course) = (self.organisation.href(), &self.course);
        if !self.keeps {
            return vec![("/formazione".to_owned(), t.get("lesson-trail-teaching"))];
        }
        vec![
            (organisation.clone(), self.organisation.name.clone()),
            (format!("{organisation}/corsi"), t.get("lesson-trail-courses")),
            (format!("{organisation}/corsi/{}", course.id), course.title.clone()),
            (self.href.clone(), self.edition.title.clone()),
        ]
    }
    /// The meeting that an address names.
    async fn lesson(&self, ctx: &Ctx, id: &str) -> web::Result<Lesson> {
        let id: LessonId = id.parse().map_err(|_| Error::NotFound)?;
        let lesson = store::one(ctx.db().reader(), id).await?;
        lesson.filter(|lesson| lesson.edition == self.edition.id).ok_or(Error::NotFound)
    }
}

/// The trainees of an edition who are in it, in the order of the alphabet.
pub(crate) async fn trainees(ctx: &Ctx, edition: EditionId) -> web::Result<Vec<(EnrolmentId, String)>> {
    let conn = ctx.db().reader();
    let enrolments = edition::enrolments(conn, edition).await?;
    let within = |e: &&Enrolment| {
        matches!(e.state, EnrolmentState::Admitted | EnrolmentState::Paused | EnrolmentState::Completed)
    };
    let within: Vec<_> = enrolments.iter().filter(within).collect();
    let people: Vec<_> = within.iter().filter_map(|enrolment| enrolment.person).collect();
    let names = people::facade::person_names(conn, &people).await?;
    let named = within.iter().filter_map(|e| Some((e.id, names.get(&e.person?)?.clone())));
    let mut named: Vec<_> = named.collect();
    named.sort_by_key(|(_, name)| kernel::fold(name));
    Ok(named)
}

/// The enrolment that an address names, when it is this person's own.
pub(crate) async fn own_enrolment(ctx: &Ctx, id: &str) -> web::Result<Enrolment> {
    let me = ctx.person()?;
    let id: EnrolmentId = id.parse().map_err(|_| Error::NotFound)?;
    let enrolment = edition::enrolment(ctx.db().reader(), id).await?;
    enrolment.filter(|enrolment| enrolment.person == Some(me)).ok_or(Error::NotFound)
}

/// Where a meeting is, and its room for video.
fn places(lesson: &Lesson) -> (Option<String>, Option<String>) {
    (lesson.plan.place.clone(), lesson.plan.link.clone())
}

/// The picture of how far a trainee is in their course: for their pages. It shows where there is
/// something to do, or something was done.
pub(crate) async fn own_picture(
    conn: &impl Conn,
    t: &T,
    enrolment: EnrolmentId,
    course: &Course,
) -> Result<Option<Bars>, Fault> {
    let progress = lesson::progress(conn, &[enrolment]).await?.remove(&enrolment).unwrap_or_default();
    let begun = progress.offered_minutes + progress.attended_minutes + progress.fieldwork_minutes > 0;
    let field = course.certificate.map(|rules| (rules.fieldwork_minutes, rules.shadowing_minutes));
    Ok(begun.then(|| picture(t, &progress, field)))
}

/// What one trainee has done, part by part, beside what there is to do: in words, to the minute, and
/// drawn.
fn picture(t: &T, progress: &Progress, field: Option<(u32, u32)>) -> Bars {
    let bar = |name: String, done: u32, whole: u32| Bar {
        name,
        href: None,
        parts: vec![
            (Tone::Met, t.get("lesson-picture-done"), u64::from(done)),
            (Tone::NotApplicable, t.get("lesson-picture-open"), u64::from(whole.saturating_sub(done))),
        ],
    };
    let in_meetings = progress.by_part.iter().filter(|(part, _)| !part.in_the_field());
    let mut bars: Vec<Bar> = in_meetings
        .map(|(part, portion)| bar(t.get(&part.key()), portion.attended_minutes, portion.offered_minutes))
        .collect();
    if let Some((fieldwork, shadowing)) = field {
        for (key, done, whole) in [
            ("lesson-picture-field", progress.fieldwork_minutes, fieldwork),
            ("lesson-picture-shadowing", progress.shadowing_minutes, shadowing),
        ] {
            if whole > 0 || done > 0 {
                bars.push(bar(t.get(key), done, whole));
            }
        }
    }
    Bars::of_minutes(t, "progress", t.get("lesson-picture-title"), &bars)
}
