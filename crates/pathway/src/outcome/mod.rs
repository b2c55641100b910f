//! Outcomes: how a candidacy goes on.
//!
//! Whatever the way, the candidate reads the reasons at once, is offered to talk about them, and
//! can apply again. Only the candidate withdraws.

pub(crate) mod model;
mod pages;
mod store;
#[cfg(test)]
mod tests;

pub use model::{Closing, Way};
pub(crate) use pages::candidate::{Part, for_candidate};
pub(crate) use pages::panel::{ForPanel, for_panel};
pub(crate) use store::facts::facts;

use crate::{
    call::Call,
    candidacy::{self, Candidacy, OutcomeKind},
    edition, interview, note, panel,
};
use ::store::{Conn, Db, Fault};
use access::{Act, Actor, Holding, Retention, Technical, Tx};
use kernel::{CandidacyId, Duration, NaiveDate, OrganisationId, PersonId};
use model::Outcome;
use serde_json::json;
use web::{App, Arg, ui::NextStep};

pub(crate) fn migrations() -> ::store::Migrations {
    store::migrations()
}

pub(crate) fn routes() -> web::Routes {
    web::Routes::new()
        .get("/selezione/{candidacy}/esito", Act::SitInPanel, pages::panel::ask)
        .post("/selezione/{candidacy}/esito", Act::SitInPanel, pages::panel::close)
        .get("/selezione/accompagno", Act::SitInPanel, pages::companion::show)
        .post("/candidature/{key}/colloquio", Act::Apply, pages::candidate::answer)
}

/// What outcomes hold on persons.
pub(crate) fn holdings() -> Vec<Box<dyn Holding>> {
    vec![Box::new(Held)]
}

/// Where the reasons are sealed for.
fn reasons_place(candidacy: CandidacyId) -> String {
    format!("outcome/{candidacy}/reasons")
}

/// Where the words on the way are sealed for.
fn way_place(candidacy: CandidacyId) -> String {
    format!("outcome/{candidacy}/way")
}

/// A closing, opened.
#[derive(Debug, Clone)]
pub(crate) struct Opened {
    pub outcome: Outcome,
    pub reasons: String,
    pub way: String,
}

/// How the panel closed a candidacy, opened; none where it did not. Who may read it is the
/// caller's to have asked: those who meet the candidate, and the candidate.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn opened(conn: &impl Conn, app: &App, candidacy: CandidacyId) -> Result<Option<Opened>, Fault> {
    let Some(outcome) = store::of_candidacy(conn, candidacy).await? else { return Ok(None) };
    let person = outcome.person;
    let open = |place: String, sealed: Option<Vec<u8>>| async move {
        match (person, sealed) {
            (Some(person), Some(sealed)) => people::facade::open_for_person(conn, app, person, &place, &sealed).await,
            _ => Ok(None),
        }
    };
    let reasons = open(reasons_place(candidacy), outcome.reasons.clone()).await?.unwrap_or_default();
    let way = open(way_place(candidacy), outcome.way.clone()).await?.unwrap_or_default();
    Ok(Some(Opened { outcome, reasons, way }))
}

/// Closes a candidacy for its panel: the words are sealed for the candidate, who reads them at
/// once; who begins the training gets a place in the course that the call leads to, or waits for
/// one; what still stood of interviews is called off; the note goes sooner.
///
/// # Errors
/// [`Fault::Stale`] when the candidacy went on meanwhile, or cannot be closed in this way.
pub(crate) async fn close(
    tx: &mut Tx,
    app: &App,
    (of, call): (&Candidacy, &Call),
    closing: &Closing,
) -> Result<Candidacy, Fault> {
    let person = of.person.ok_or(Fault::Stale)?;
    let closed = candidacy::close(tx, of, closing.kind).await?;
    write(tx, app, (of, person), closing).await?;
    if closing.kind == OutcomeKind::Training {
        let place = match call.words.leads_to {
            Some(course) => edition::welcome(tx, course, person, of.id).await?,
            None => None,
        };
        if place.is_none() {
            no_edition_yet(tx, app, (of, call), closing).await?;
        }
    }
    interview::call_off_standing(tx, of.id).await?;
    note::delete_sooner(tx, of, call).await?;
    Ok(closed)
}

/// Writes a closing down, its words sealed for the candidate.
async fn write(tx: &mut Tx, app: &App, (of, person): (&Candidacy, PersonId), closing: &Closing) -> Result<(), Fault> {
    let reasons = people::facade::seal_for_person(tx, app, person, &reasons_place(of.id), &closing.reasons).await?;
    let words = match &closing.way {
        Way::Plain => None,
        Way::Prepare { steps, .. } => Some(steps),
        Way::Other { chosen } => Some(chosen),
    };
    let way = match words {
        Some(words) => Some(people::facade::seal_for_person(tx, app, person, &way_place(of.id), words).await?),
        None => None,
    };
    store::insert(tx, of, closing, store::Sealed { reasons: Some(reasons), way }).await
}

/// Nowhere can one ask for a place yet: whoever coordinates is told to open an edition, with the day
/// on which the person will ask, and the person reads that they were.
async fn no_edition_yet(
    tx: &mut Tx,
    app: &App,
    (of, call): (&Candidacy, &Call),
    closing: &Closing,
) -> Result<(), Fault> {
    let path = match call.words.leads_to {
        Some(course) => format!("/realta/{}/corsi/{course}/edizioni", of.organisation),
        None => format!("/realta/{}/avvisi/{}", of.organisation, call.id),
    };
    let link = app.site().link(&path);
    for person in candidacy::coordinators(tx, of.organisation).await? {
        panel::write_to(tx, app, person, "outcome-mail-no-edition", |t| {
            let when = t.instant(closing.conversation);
            vec![("call", call.title().into()), ("when", when.into()), ("link", link.as_str().into())]
        })
        .await?;
    }
    candidacy::tell(tx, of.id, "outcome-told-no-edition", None, "").await
}

/// Writes the outcome of a candidacy down that is closed already, for made-up networks.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn create_outcome(
    tx: &mut Tx,
    app: &App,
    of: &Candidacy,
    closing: &Closing,
    on: NaiveDate,
) -> Result<(), Fault> {
    let person = of.person.ok_or(Fault::Stale)?;
    write(tx, app, (of, person), closing).await?;
    store::date_back(tx, of.id, on).await
}

/// Writes many closings down without their words, for made-up networks by the thousand: candidacy,
/// organisation, candidate, way, day.
///
/// # Errors
/// [`Fault::Duplicate`] when one of them stands already.
pub async fn create_outcomes(
    tx: &mut Tx,
    all: &[(CandidacyId, OrganisationId, PersonId, OutcomeKind, NaiveDate)],
) -> Result<(), Fault> {
    store::create(tx, all).await
}

/// What follows when the candidate withdraws: what stood is called off, those who would have come
/// are told, and the note goes sooner.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn withdrawn(tx: &mut Tx, app: &App, of: &Candidacy, call: &Call) -> Result<(), Fault> {
    let standing = interview::standing_of(tx.conn(), &[of.id]).await?.pop();
    interview::call_off_standing(tx, of.id).await?;
    if let Some(one) = standing {
        let link = app.site().link(&format!("/selezione/{}", of.id));
        for person in panel::hears(tx.conn(), panel::Before::of(of), of.organisation, tx.env().today()).await? {
            panel::write_to(tx, app, person, "outcome-panel-withdrawn", |t| {
                vec![("when", t.instant(one.meeting.starts).into()), ("link", link.as_str().into())]
            })
            .await?;
        }
    }
    note::delete_sooner(tx, of, call).await
}

/// Removes what panel, interviews, note and outcome keep of a candidacy whose time is over. That it
/// was answered, and when, stays with the organisation.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn forget_candidacy(tx: &mut Tx, candidacy: CandidacyId) -> Result<(), Fault> {
    panel::forget(tx, candidacy).await?;
    interview::forget(tx, candidacy).await?;
    note::forget(tx, candidacy).await?;
    store::forget(tx, candidacy).await
}

/// How many days before they meet again both are reminded.
const AGAIN_BEFORE: Duration = Duration::days(7);

/// Reminds those who prepare, and who is at their side, that they meet again within a week. Says
/// how many were reminded of.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn tend(app: &App) -> Result<i64, Fault> {
    let today = app.env().today();
    let near = store::to_remind(app.db().reader(), today, today + AGAIN_BEFORE).await?;
    let mut done = 0;
    for outcome in &near {
        match ::store::retrying(app.env(), || remind(app, outcome)).await {
            Ok(()) => done += 1,
            // Another node did it.
            Err(Fault::Stale) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(done)
}

async fn remind(app: &App, outcome: &Outcome) -> Result<(), Fault> {
    let mut tx = Technical::Mail.begin(app.db()).await?;
    store::reminded(&tx, outcome.candidacy).await?;
    let (Some(day), Some(of)) = (outcome.meet_again_on, candidacy::by_id(tx.conn(), outcome.candidacy).await?) else {
        return tx.commit().await;
    };
    let when = app.t(of.lang).date(day);
    let keys = ("outcome-again-subject", "outcome-again-body");
    candidacy::write_to(&mut tx, app, &of, keys, &[("when", Arg::from(when))]).await?;
    if let Some(companion) = outcome.companion {
        let link = app.site().link("/selezione/accompagno");
        panel::write_to(&mut tx, app, companion, "outcome-again-companion", |t| {
            vec![("when", t.date(day).into()), ("link", link.as_str().into())]
        })
        .await?;
    }
    tx.commit().await
}

/// Those whom a person accompanies until they meet again: candidate, day, candidacy.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn accompanied_by(
    conn: &impl Conn,
    person: PersonId,
    today: NaiveDate,
) -> Result<Vec<Outcome>, Fault> {
    store::accompanied_by(conn, person, today).await
}

/// What outcomes ask of a candidate: to read the answer and say whether they want to talk about it,
/// until they said so or that day is over. One statement.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn next_steps(db: &Db, actor: &Actor) -> Result<Vec<NextStep>, Fault> {
    let Some(me) = actor.person() else { return Ok(Vec::new()) };
    let step = |candidacy: CandidacyId| NextStep {
        key: "outcome-step-read",
        args: Vec::new(),
        href: format!("/candidature/{candidacy}"),
        urgent: false,
    };
    Ok(store::unanswered_by(db.reader(), me, db.env().now()).await?.into_iter().map(step).collect())
}

struct Held;

#[async_trait::async_trait]
impl Holding for Held {
    fn name(&self) -> &'static str {
        "outcomes"
    }
    fn retention(&self) -> &'static [Retention] {
        const ALL: &[Retention] = &[Retention {
            table: "outcome",
            person_column: "person",
            purpose: "retention-outcome",
            days: Some(730),
            since: "closed_at",
        }];
        ALL
    }
    /// How, why and when; and whom the person accompanies or answered, by day alone.
    async fn export(&self, db: &Db, person: PersonId) -> Result<serde_json::Value, Fault> {
        let all = store::of_person(db.reader(), person).await?;
        let line = |one: &Outcome| {
            let open = |place: String, sealed: &Option<Vec<u8>>| {
                sealed.as_ref().map(|sealed| people::facade::sealed_in_export(&place, sealed))
            };
            json!({
                "candidacy": one.candidacy, "kind": one.kind.code(), "closed_on": one.closed_on,
                "conversation": one.conversation, "meet_again_on": one.meet_again_on,
                "reasons": open(reasons_place(one.candidacy), &one.reasons),
                "way": open(way_place(one.candidacy), &one.way),
            })
        };
        let own: Vec<_> = all.iter().map(line).collect();
        let (companion, closed) = store::done_by(db.reader(), person).await?;
        Ok(json!({"own": own, "companion": companion, "closed_by_you": closed}))
    }
    async fn erase(&self, tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
        store::erase(tx, person).await
    }
}
