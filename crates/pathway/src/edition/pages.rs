//! The pages of editions: for who runs them, for who takes part, and the start page of training.

pub(super) mod ask;
pub(super) mod edit;
pub(super) mod mine;
pub(super) mod person;
pub(super) mod show;
pub(super) mod start;

use super::{
    model::{Edition, Enrolment, EnrolmentState, Headcount, Turn},
    rules, store,
};
use crate::{
    course::{self, Course, paragraphs},
    panel,
};
use ::store::Fault;
use access::{Permit, Tx};
use kernel::{EditionId, EnrolmentId, Invalid, Invalids, NaiveDate, PersonId};
use network::facade::Organisation;
use web::{
    App, Ctx, Error, Fields, T,
    ui::{Badge, Path, PathStep, Place, State},
};

/// The edition that an address names, for who runs the organisation's courses, with their permit.
pub(crate) async fn shown_edition(
    ctx: &Ctx,
    address: &str,
    course: &str,
    edition: &str,
) -> web::Result<(Organisation, Course, Edition, Permit)> {
    let (organisation, course, permit) = course::shown_course(ctx, address, course).await?;
    let id: EditionId = edition.parse().map_err(|_| Error::NotFound)?;
    let edition = store::by_id(ctx.db().reader(), id).await?.filter(|edition| edition.course == course.id);
    Ok((organisation, course, edition.ok_or(Error::NotFound)?, permit))
}

/// The place that an address names, when it is this person's own.
pub(crate) async fn own_enrolment(ctx: &Ctx, id: &str) -> web::Result<(PersonId, Enrolment)> {
    let person = ctx.person()?;
    let id: EnrolmentId = id.parse().map_err(|_| Error::NotFound)?;
    let found = store::enrolment(ctx.db().reader(), id).await?;
    let own = found.filter(|enrolment| enrolment.person == Some(person)).ok_or(Error::NotFound)?;
    Ok((person, own))
}

/// Where an edition is kept.
pub(super) fn href(organisation: &Organisation, edition: &Edition) -> String {
    format!("{}/corsi/{}/edizioni/{}", organisation.href(), edition.course, edition.id)
}

/// The way to a page of an edition.
pub(super) fn trail(
    t: &T,
    organisation: &Organisation,
    course: &Course,
    edition: Option<&Edition>,
) -> Vec<(String, String)> {
    let mut trail = course::trail_of(t, organisation, Some(course));
    trail.extend(edition.map(|edition| (href(organisation, edition), edition.title.clone())));
    trail
}

/// From when to when.
pub(crate) fn when(t: &T, edition: &Edition) -> String {
    t.args("edition-when", &[("from", t.date(edition.starts).into()), ("until", t.date(edition.ends).into())])
}

/// How many have a place, and how many wait.
pub(crate) fn places(t: &T, edition: &Edition, heads: Headcount) -> String {
    let taken = heads.placed + heads.completed;
    let args = [("taken", taken.into()), ("places", edition.places.into()), ("waiting", heads.waiting.into())];
    t.args("edition-places-taken", &args)
}

/// Whether a place is free, for who may want it. Not how many wait: it says nothing about anybody.
pub(crate) fn free_places(t: &T, edition: &Edition, heads: Headcount) -> String {
    match heads.free(edition) {
        0 => t.get("edition-places-none"),
        free => t.arg("edition-places-free", "free", free),
    }
}

/// Where somebody stands, as a mark and a word.
pub(super) fn badge(t: &T, state: EnrolmentState) -> Badge {
    let mark = match state {
        EnrolmentState::Asked | EnrolmentState::Waiting | EnrolmentState::Paused => State::Waiting,
        EnrolmentState::Admitted | EnrolmentState::Completed => State::Done,
        EnrolmentState::Left => State::Ended,
    };
    Badge::word(mark, t.get(&state.key()))
}

/// The line of steps of a place: what happened, what is now, what comes next.
pub(super) fn path(
    t: &T,
    edition: &Edition,
    enrolment: &Enrolment,
    turns: &[(Turn, NaiveDate)],
    today: NaiveDate,
    next: String,
) -> Path {
    let done = turns.iter().map(|(turn, on)| PathStep {
        place: Place::Done,
        title: t.get(&format!("edition-turn-{}", turn.code())),
        text: t.date(*on),
    });
    // That the course is completed stands among what is done; what comes now is the certificate.
    let title = match enrolment.state {
        EnrolmentState::Completed => t.get("edition-now-completed"),
        state => t.get(&state.key()),
    };
    let now = PathStep { place: Place::Now, title, text: next };
    let mut steps: Vec<PathStep> = done.chain([now]).collect();
    if enrolment.state.takes_a_place() {
        let text = t.date(if today < edition.starts { edition.starts } else { edition.ends });
        let key = if today < edition.starts { "edition-first-day" } else { "edition-last-day" };
        steps.push(PathStep { place: Place::Next, title: t.get(key), text });
    }
    Path { t: t.clone(), steps }
}

/// What comes next for the person, in a sentence.
pub(super) fn next_step(t: &T, edition: &Edition, state: EnrolmentState, today: NaiveDate) -> String {
    in_time(t, edition, rules::next_step(state, edition.starts <= today))
}

/// The same for who runs the edition.
pub(super) fn their_next_step(t: &T, edition: &Edition, state: EnrolmentState, today: NaiveDate) -> String {
    in_time(t, edition, rules::their_next_step(state, edition.starts <= today))
}

/// A sentence with the days of an edition.
fn in_time(t: &T, edition: &Edition, key: &str) -> String {
    t.args(key, &[("from", t.date(edition.starts).into()), ("until", t.date(edition.ends).into())])
}

/// Tells those who got a place that they have one. A mail says nothing of health, names no course,
/// and leads to a page behind the sign-in.
pub(super) async fn tell_places(tx: &mut Tx, app: &App, lucky: &[Enrolment]) -> Result<(), Fault> {
    for enrolment in lucky {
        tell(tx, app, enrolment, "edition-mail-place").await?;
    }
    Ok(())
}

/// Sends a person a few words on their place in an edition.
pub(super) async fn tell(tx: &mut Tx, app: &App, enrolment: &Enrolment, key: &str) -> Result<(), Fault> {
    let Some(person) = enrolment.person else { return Ok(()) };
    let link = app.site().link(&format!("/i-miei-corsi/{}", enrolment.id));
    panel::write_to(tx, app, person, key, |_| vec![("link", link.as_str().into())]).await
}

/// What a form says where somebody saved while it was being filled in: what was typed stays.
pub(super) fn changed_meanwhile() -> Invalids {
    Invalid::new("", "course-changed-meanwhile").into()
}

/// The version of a place that a form was made from.
pub(super) fn version(fields: &Fields) -> i64 {
    fields.get("version").parse().unwrap_or(0)
}

/// A text that may be there, as paragraphs.
pub(super) fn in_paragraphs(text: Option<&str>) -> Vec<String> {
    text.map(paragraphs).unwrap_or_default()
}
