//! How it goes on, as the candidate reads it.

use crate::{
    call,
    candidacy::{self, Access, OutcomeKind},
    course,
    edition::{self, EnrolmentState},
    outcome::{
        self,
        model::{Answer, Outcome},
        store,
    },
    panel,
};
use ::store::Fault;
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{CallId, CourseId};
use web::{Ctx, Error, Fields, T};

/// The part of a candidacy's own page that says how it was closed. Prints nothing where the panel
/// did not close it.
#[derive(Template)]
#[template(path = "outcome/part.html")]
pub(crate) struct Part {
    told: Option<Told>,
    t: T,
}

struct Told {
    title: String,
    text: String,
    /// That one may ask for a place now, or that no edition takes people yet and whom to ask: the
    /// words, an address and its words.
    later: Option<(String, String, String)>,
    reasons: String,
    way_title: String,
    way: String,
    companion: Option<String>,
    conversation: String,
    action: String,
    version: i64,
    /// Whether the time to talk lies ahead and one may still say yes.
    asks: bool,
    answered: Option<String>,
}

impl askama::filters::HtmlSafe for Part {}

/// What the candidate reads of the outcome on their own page.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn for_candidate(ctx: &Ctx, access: &Access) -> Result<Part, Fault> {
    let (t, conn) = (ctx.t(), ctx.db().reader());
    let Some(opened) = outcome::opened(conn, ctx.app(), access.candidacy.id).await? else {
        return Ok(Part { told: None, t: t.clone() });
    };
    let one = &opened.outcome;
    let companion = match one.companion {
        Some(person) => people::facade::person(conn, person).await?.map(|person| person.display_name),
        None => None,
    };
    let again = |name: String| {
        let day = one.meet_again_on.map(|day| t.date(day)).unwrap_or_default();
        t.args("outcome-accompanies", &[("name", name.into()), ("day", day.into())])
    };
    let at = [("when", t.instant(one.conversation).into()), ("where", one.conversation_at.as_str().into())];
    let told = Told {
        title: t.get(&format!("outcome-kind-{}", one.kind.code())),
        text: t.get(&format!("outcome-text-{}", one.kind.code())),
        later: later(ctx, access, one).await?,
        reasons: opened.reasons.clone(),
        way_title: match one.kind {
            OutcomeKind::OtherWay => t.get("outcome-way-chosen"),
            _ => t.get("outcome-way-steps"),
        },
        way: opened.way.clone(),
        companion: companion.map(again),
        conversation: t.args("outcome-conversation-yours", &at),
        action: format!("{}/colloquio", access.href()),
        version: one.version,
        asks: one.answer != Some(Answer::Yes) && one.conversation > ctx.env().now(),
        answered: one.answer.map(|answer| match answer {
            Answer::Yes => t.get("outcome-you-said-yes"),
            Answer::No => t.get("outcome-you-said-no"),
        }),
    };
    Ok(Part { told: Some(told), t: t.clone() })
}

/// What somebody reads who is to begin the training and has no place: where to ask for one, or, where
/// no edition takes people yet, whom to ask when it begins. None once they have a place there, or wait
/// for one; a place that they left leads nowhere.
async fn later(ctx: &Ctx, access: &Access, one: &Outcome) -> Result<Option<(String, String, String)>, Fault> {
    if one.kind != OutcomeKind::Training {
        return Ok(None);
    }
    let (t, conn) = (ctx.t(), ctx.db().reader());
    let places = edition::of_person(conn, access.person).await?;
    let leads_on = |mine: &edition::Mine| {
        mine.enrolment.state != EnrolmentState::Left
            && (mine.enrolment.candidacy == Some(one.candidacy) || mine.edition.organisation == one.organisation)
    };
    if places.iter().any(leads_on) {
        return Ok(None);
    }
    if let Some(course) = open_course(ctx, access.candidacy.call).await? {
        let there = t.get("outcome-later-course");
        return Ok(Some((t.get("outcome-later-open"), format!("/corsi/{course}"), there)));
    }
    let text = match one.conversation > ctx.env().now() {
        true => t.arg("outcome-later", "when", t.instant(one.conversation)),
        false => t.get("outcome-later-talked"),
    };
    let listed = network::facade::organisation_names(conn, &[one.organisation]).await?.remove(&one.organisation);
    Ok(listed.map(|listed| (text, listed.href(), t.arg("outcome-later-ask", "organisation", listed.name))))
}

/// The course that a call leads to, where one can ask for a place in it today.
async fn open_course(ctx: &Ctx, call: CallId) -> Result<Option<CourseId>, Fault> {
    let conn = ctx.db().reader();
    let Some(course) = call::by_id(conn, call).await?.and_then(|call| call.words.leads_to) else { return Ok(None) };
    if !course::by_id(conn, course).await?.is_some_and(|one| one.published) {
        return Ok(None);
    }
    let open = edition::open_of_course(conn, course, ctx.env().today()).await?;
    Ok((!open.is_empty()).then_some(course))
}

/// Says whether the candidate would like to talk.
pub(in crate::outcome) async fn answer(ctx: Ctx, Path(key): Path<String>, fields: Fields) -> web::Result<Response> {
    let answer = Answer::from_code(fields.get("answer")).ok_or(Error::Bad("error-bad-form"))?;
    let access = candidacy::access(&ctx, &key).await?;
    let found = store::of_candidacy(ctx.db().reader(), access.candidacy.id).await?.ok_or(Error::NotFound)?;
    // Pressed twice: it is as it was wanted.
    if found.answer == Some(answer) {
        return ctx.goto(&access.href());
    }
    let version = fields.get("version").parse().unwrap_or(0);
    let mut tx = access.permit(&ctx)?.begin(ctx.db()).await?;
    store::answer(&mut tx, &found, answer, version).await?;
    let of = &access.candidacy;
    let told = match answer {
        Answer::Yes => "outcome-told-yes",
        Answer::No => "outcome-told-no",
    };
    candidacy::tell(&mut tx, of.id, told, None, "").await?;
    let link = ctx.app().site().link(&format!("/selezione/{}", of.id));
    for person in panel::hears(tx.conn(), panel::Before::of(of), of.organisation, tx.env().today()).await? {
        panel::write_to(&mut tx, ctx.app(), person, "outcome-panel-answered", |_| vec![("link", link.as_str().into())])
            .await?;
    }
    tx.commit().await?;
    ctx.done("outcome-answered", &access.href())
}
