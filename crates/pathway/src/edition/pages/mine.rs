//! `/i-miei-corsi`: what a person takes part in, and all they may do with their place.

use super::{
    badge, changed_meanwhile, in_paragraphs, next_step, own_enrolment, path, show::belongings, tell_places, version,
    when,
};
use crate::{
    course::hours,
    edition::{
        model::{Asking, Belonging, Enrolment, EnrolmentState, Turn, some_day},
        rules, store,
        store::Mine,
    },
    lesson::{self, Progress},
};
use ::store::Fault;
use access::{Act, Target};
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{DateTime, EnrolmentId, Invalid, Invalids, OrganisationId, PersonId, Utc};
use web::{
    Ctx, Error, Fields, Form, Head, T,
    picture::Bars,
    ui::{Badge, Empty, Path as Steps},
};

struct Line {
    href: String,
    course: String,
    edition: String,
    organisation: String,
    when: String,
    badge: Badge,
    next: String,
    progress: Option<String>,
}

#[derive(Template)]
#[template(path = "edition/mine.html")]
struct MinePage {
    lines: Vec<Line>,
    past: Vec<Line>,
    empty: Option<Empty>,
    t: T,
}

/// The trainee's start page: a fixed number of statements, however many courses there are.
pub(in crate::edition) async fn list(ctx: Ctx) -> web::Result<Response> {
    let (t, conn, today) = (ctx.t(), ctx.db().reader(), ctx.env().today());
    let mine = store::of_person(conn, ctx.person()?).await?;
    let mut ids: Vec<OrganisationId> = mine.iter().map(|one| one.edition.organisation).collect();
    ids.sort_unstable();
    ids.dedup();
    let organisations = network::facade::organisation_names(conn, &ids).await?;
    let going = mine.iter().filter(|one| one.enrolment.state.takes_a_place());
    let going: Vec<EnrolmentId> = going.map(|one| one.enrolment.id).collect();
    let progress = lesson::progress(conn, &going).await?;
    let line = |one: &Mine| Line {
        href: format!("/i-miei-corsi/{}", one.enrolment.id),
        course: one.course.clone(),
        edition: one.edition.title.clone(),
        organisation: organisations.get(&one.edition.organisation).map(|o| o.name.clone()).unwrap_or_default(),
        when: when(t, &one.edition),
        badge: badge(t, one.enrolment.state),
        next: next_step(t, &one.edition, one.enrolment.state, today),
        progress: progress.get(&one.enrolment.id).and_then(|so_far| so_far_in_words(t, so_far)),
    };
    let over = |one: &&Mine| matches!(one.enrolment.state, EnrolmentState::Completed | EnrolmentState::Left);
    let empty = Empty::new(t.get("edition-mine-none"), t.get("edition-mine-none-text"));
    let body = MinePage {
        lines: mine.iter().filter(|one| !over(one)).map(line).collect(),
        past: mine.iter().filter(over).map(line).collect(),
        empty: mine.is_empty().then(|| empty.action("/corsi", t.get("edition-mine-find"))),
        t: t.clone(),
    };
    ctx.page(Head::new(t.get("edition-mine-title")).lead(t.get("edition-mine-lead")).no_index(), body)
}

/// How many hours were attended and confirmed so far; nothing before the first.
fn so_far_in_words(t: &T, progress: &Progress) -> Option<String> {
    let minutes = progress.attended_minutes + progress.fieldwork_minutes;
    (minutes > 0).then(|| t.arg("edition-mine-so-far", "hours", hours(t, minutes)))
}

#[derive(Template)]
#[template(path = "edition/own.html")]
struct OwnPage {
    here: String,
    version: i64,
    public: String,
    organisation: (String, String),
    when: String,
    venue: String,
    pace: Vec<String>,
    badge: Badge,
    steps: Steps,
    picture: Option<Bars>,
    agreed: Vec<String>,
    offer: Option<String>,
    without_group: bool,
    words: Option<Form>,
    seen: Vec<String>,
    asks_path: bool,
    belongings: Vec<(String, String)>,
    state: EnrolmentState,
    pause: Form,
    leave: Form,
    can_pause: bool,
    can_leave: bool,
    t: T,
}

/// What was typed into one of the page's forms.
enum Typed<'a> {
    Nothing,
    Words(&'a Fields, &'a Invalids),
    Pause(&'a Fields, &'a Invalids),
    Leave(&'a Invalids),
}

async fn page(ctx: &Ctx, one: &Enrolment, typed: Typed<'_>) -> web::Result<(Head, OwnPage)> {
    let (t, conn, person, today) = (ctx.t(), ctx.db().reader(), ctx.person()?, ctx.env().today());
    let edition = store::by_id(conn, one.edition).await?.ok_or(Error::NotFound)?;
    let course = crate::course::by_id(conn, edition.course).await?.ok_or(Error::NotFound)?;
    let organisations = network::facade::organisation_names(conn, &[edition.organisation]).await?;
    let organisation = organisations.get(&edition.organisation).ok_or(Error::NotFound)?;
    let words = store::open(conn, ctx.app(), person, one.id).await?;
    let turns = store::turns(conn, one.id).await?;
    let seen = seen(ctx, one.id).await?;
    let within = one.state.takes_a_place() || one.state == EnrolmentState::Completed;
    let picture = if within { lesson::own_picture(conn, t, one.id, &course).await? } else { None };
    let mut stored = Fields::new();
    stored.set("path", words.path.as_deref().unwrap_or_default());
    stored.set("wish", words.wish.as_deref().unwrap_or_default());
    stored.set("belonging", one.belonging.map_or("", Belonging::code));
    let (none, empty) = (Invalids::default(), Fields::new());
    let (of_words, of_pause, of_leave) = match &typed {
        Typed::Nothing => ((&stored, &none), (&empty, &none), &none),
        Typed::Words(fields, wrong) => ((*fields, *wrong), (&empty, &none), &none),
        Typed::Pause(fields, wrong) => ((&stored, &none), (*fields, *wrong), &none),
        Typed::Leave(wrong) => ((&stored, &none), (&empty, &none), *wrong),
    };
    let open = !matches!(one.state, EnrolmentState::Completed | EnrolmentState::Left);
    let body = OwnPage {
        here: format!("/i-miei-corsi/{}", one.id),
        version: one.version,
        public: format!("/corsi/{}", course.id),
        organisation: (organisation.name.clone(), organisation.href()),
        when: when(t, &edition),
        venue: edition.venue.clone(),
        pace: crate::course::paragraphs(&edition.pace),
        badge: badge(t, one.state),
        steps: path(t, &edition, one, &turns, today, next_step(t, &edition, one.state, today)),
        picture,
        agreed: in_paragraphs(words.agreed.as_deref()),
        offer: (!one.group_offer.is_empty()).then(|| one.group_offer.clone()),
        without_group: matches!(one.belonging, Some(Belonging::WouldLike | Belonging::NotNow)),
        words: rules::may_write(one.state, &edition, today)
            .then(|| Form::new(t, "edition-ask", of_words.0, of_words.1)),
        seen,
        asks_path: course.kind.asks_recovery_path(),
        belongings: belongings(t),
        state: one.state,
        pause: Form::new(t, "edition-pause", of_pause.0, of_pause.1),
        leave: Form::new(t, "edition-leave", &empty, of_leave),
        can_pause: one.state == EnrolmentState::Admitted,
        can_leave: open,
        t: t.clone(),
    };
    let trail = vec![("/i-miei-corsi".to_owned(), t.get("edition-mine-title"))];
    Ok((Head::new(course.title).lead(edition.title).trail(trail).no_index(), body))
}

/// Who read the person's words, and when, in lines.
async fn seen(ctx: &Ctx, one: EnrolmentId) -> web::Result<Vec<String>> {
    let (t, conn) = (ctx.t(), ctx.db().reader());
    let all = store::seen(conn, one).await?;
    let mut readers: Vec<_> = all.iter().filter_map(|(reader, _)| *reader).collect();
    readers.sort_unstable();
    readers.dedup();
    let names = people::facade::person_names(conn, &readers).await?;
    let line = |(reader, at): &(Option<PersonId>, DateTime<Utc>)| {
        let name = reader.and_then(|reader| names.get(&reader).cloned());
        let name = name.unwrap_or_else(|| t.get("edition-person-erased"));
        t.args("edition-seen-line", &[("name", name.into()), ("when", t.instant(*at).into())])
    };
    Ok(all.iter().map(line).collect())
}

/// The page of a place.
pub(in crate::edition) async fn show(ctx: Ctx, Path(id): Path<String>) -> web::Result<Response> {
    let (_, one) = own_enrolment(&ctx, &id).await?;
    let (head, body) = page(&ctx, &one, Typed::Nothing).await?;
    ctx.page(head, body)
}

/// Keeps the person's words on path, pace and form, and whether they are part of a group.
pub(in crate::edition) async fn words(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> web::Result<Response> {
    let (person, one) = own_enrolment(&ctx, &id).await?;
    let asking = match Asking::parse(&fields, false) {
        Ok(asking) => asking,
        Err(wrong) => {
            let (head, body) = page(&ctx, &one, Typed::Words(&fields, &wrong)).await?;
            return ctx.invalid(head, body);
        }
    };
    let edition = store::by_id(ctx.db().reader(), one.edition).await?.ok_or(Error::NotFound)?;
    if !rules::may_write(one.state, &edition, ctx.env().today()) {
        return Err(Fault::Stale.into());
    }
    let mut tx = ctx.permit(Act::UseOwnAccount, Target::Person(person))?.begin(ctx.db()).await?;
    tx.note("what", "enrolment-words");
    match store::read_as(&tx, one.id, version(&fields)).await {
        Err(Fault::Stale) => {
            tx.rollback().await?;
            let (_, now) = own_enrolment(&ctx, &id).await?;
            let (head, body) = page(&ctx, &now, Typed::Words(&fields, &changed_meanwhile())).await?;
            return ctx.stale(head, body);
        }
        other => other?,
    }
    store::seal_own(&mut tx, ctx.app(), person, one.id, &asking).await?;
    store::answer_belonging(&mut tx, one.id, edition.organisation, asking.belonging).await?;
    tx.commit().await?;
    ctx.done("edition-words-saved", &format!("/i-miei-corsi/{}", one.id))
}

/// Begins a break: the place and everything done stay.
pub(in crate::edition) async fn pause(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> web::Result<Response> {
    let (person, one) = own_enrolment(&ctx, &id).await?;
    let back_on = match some_day("back_on", fields.get("back_on")) {
        Ok(back_on) => back_on,
        Err(wrong) => {
            let (head, body) = page(&ctx, &one, Typed::Pause(&fields, &wrong.into())).await?;
            return ctx.invalid(head, body);
        }
    };
    let mut tx = ctx.permit(Act::UseOwnAccount, Target::Person(person))?.begin(ctx.db()).await?;
    let version = fields.get("version").parse().unwrap_or(0);
    store::turn(&mut tx, &one, version, Turn::Paused).await?;
    store::set_back_on(&mut tx, one.id, back_on).await?;
    tx.commit().await?;
    ctx.done("edition-own-paused", &format!("/i-miei-corsi/{}", one.id))
}

/// Comes back from a break.
pub(in crate::edition) async fn come_back(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> web::Result<Response> {
    let (person, one) = own_enrolment(&ctx, &id).await?;
    let mut tx = ctx.permit(Act::UseOwnAccount, Target::Person(person))?.begin(ctx.db()).await?;
    let version = fields.get("version").parse().unwrap_or(0);
    store::turn(&mut tx, &one, version, Turn::Returned).await?;
    tx.commit().await?;
    ctx.done("edition-own-returned", &format!("/i-miei-corsi/{}", one.id))
}

/// Leaves, or takes the question back. The place goes to who waits longest.
pub(in crate::edition) async fn leave(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> web::Result<Response> {
    let (person, one) = own_enrolment(&ctx, &id).await?;
    // There is no way back to the same place: it asks.
    if !fields.checked("sure") {
        let asked = Invalid::new("sure", "edition-invalid-sure").into();
        let (head, body) = page(&ctx, &one, Typed::Leave(&asked)).await?;
        return ctx.invalid(head, body);
    }
    let mut tx = ctx.permit(Act::UseOwnAccount, Target::Person(person))?.begin(ctx.db()).await?;
    let version = fields.get("version").parse().unwrap_or(0);
    store::turn(&mut tx, &one, version, Turn::Left).await?;
    let lucky = store::pass_on(&mut tx, one.edition).await?;
    tell_places(&mut tx, ctx.app(), &lucky).await?;
    tx.commit().await?;
    ctx.done("edition-own-left", "/i-miei-corsi")
}
