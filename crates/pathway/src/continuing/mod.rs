//! Continuing training: what an organisation offers its active experts, and the hours an expert
//! gathers from any source.
//!
//! What the Charter asks of an organisation is the offer; who does not come is never counted. What
//! an expert gathers is the expert's own: the organisation sees who wants to come, so that the room
//! is large enough, and nothing else.

mod model;
mod pages;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use model::{Answer, Audience, NewOffer, NewOwnHours, Offer, OwnHours, OwnHoursId};

use crate::panel;
use ::store::{Conn, Db, Fault};
use access::{Act, Actor, Holding, Retention, Role, Technical, Tx};
use charter::{
    ParameterName, RuleId,
    facts::{ContinuingTraining, Offered},
};
use kernel::{DateTime, Duration, Id, NaiveDate, OrganisationId, PersonId, TrainingOfferId, Utc};
use std::collections::HashMap;
use web::{App, ui::NextStep};

pub(crate) fn migrations() -> ::store::Migrations {
    store::migrations()
}

pub(crate) fn routes() -> web::Routes {
    web::Routes::new()
        .get("/formazione-continua", Act::UseOwnAccount, pages::own::show)
        .post("/formazione-continua/ore", Act::UseOwnAccount, pages::own::keep)
        .post("/formazione-continua/ore/{hours}/togli", Act::UseOwnAccount, pages::own::remove)
        .post("/formazione-continua/{offer}", Act::UseOwnAccount, pages::own::answer)
        .post("/formazione-continua/{offer}/fatto", Act::UseOwnAccount, pages::own::done)
        .file("/formazione-continua/{offer}/calendario.ics", Act::UseOwnAccount, pages::own::calendar)
        .get("/realta/{id}/formazione-continua", Act::ManageCourses, pages::offers::show)
        .get("/realta/{id}/formazione-continua/nuova", Act::ManageCourses, pages::offers::new)
        .post("/realta/{id}/formazione-continua/nuova", Act::ManageCourses, pages::offers::add)
        .get("/realta/{id}/formazione-continua/{offer}/modifica", Act::ManageCourses, pages::offers::edit)
        .post("/realta/{id}/formazione-continua/{offer}/modifica", Act::ManageCourses, pages::offers::change)
        .get("/realta/{id}/formazione-continua/{offer}/annulla", Act::ManageCourses, pages::off::ask)
        .post("/realta/{id}/formazione-continua/{offer}/annulla", Act::ManageCourses, pages::off::call_off)
}

pub(crate) fn holdings() -> Vec<Box<dyn Holding>> {
    vec![Box::new(Held)]
}

/// What rule I9 of the Charter in force asks of an organisation.
pub(crate) async fn asked(conn: &impl Conn) -> Result<rules::Asked, Fault> {
    let charter = consensus::facade::charter_in_force(conn).await?;
    let rule = charter.as_ref().and_then(|version| version.charter.rule(RuleId::I9));
    Ok(rule.map_or_else(rules::Asked::default, |rule| rules::Asked {
        hours: rule.value(ParameterName::Hours),
        months: rule.value(ParameterName::Months),
    }))
}

/// How many offers of how many organisations are read at once.
const MOST: i64 = 50_000;

/// What was offered to each active expert of several organisations, without who it is. A fixed
/// number of statements. An organisation that keeps no offers here has no entry.
pub(crate) async fn facts(
    conn: &impl Conn,
    organisations: &[OrganisationId],
    today: NaiveDate,
) -> Result<HashMap<OrganisationId, ContinuingTraining>, Fault> {
    let experts = network::facade::active_experts(conn, organisations, today).await?;
    let begins = rules::stretch_begins(asked(conn).await?, today);
    let from = kernel::from_rome(begins.and_time(kernel::NaiveTime::MIN));
    let mut by_organisation: HashMap<OrganisationId, Vec<Offer>> = HashMap::new();
    for offer in store::since(conn, organisations, from, MOST).await? {
        by_organisation.entry(offer.organisation).or_default().push(offer);
    }
    // An organisation that never kept an offer here may keep them elsewhere: what it offers is not known.
    let keeping = store::keeping(conn, organisations).await?;
    let entry = |organisation: OrganisationId| {
        let offers = by_organisation.get(&organisation).map_or(&[][..], Vec::as_slice);
        let experts = experts.get(&organisation).map_or(&[][..], Vec::as_slice);
        let offered = experts
            .iter()
            .map(|(person, since)| Offered { since: *since, sessions: rules::sessions(offers, *person, *since) });
        (organisation, ContinuingTraining(offered.collect()))
    };
    Ok(keeping.into_iter().map(entry).collect())
}

/// What continuing training asks of somebody: to say whether they come.
pub(crate) async fn steps(db: &Db, actor: &Actor) -> Result<Vec<NextStep>, Fault> {
    let (Some(person), mine) = (actor.person(), actor.organisations(Role::Expert)) else { return Ok(Vec::new()) };
    if mine.is_empty() {
        return Ok(Vec::new());
    }
    let conn = db.reader();
    let offers = store::since(conn, &mine, db.env().now(), 50).await?;
    if offers.is_empty() {
        return Ok(Vec::new());
    }
    let answers = store::answers_of(conn, person).await?;
    let open = offers
        .iter()
        .filter(|offer| rules::offered_to(offer, person, NaiveDate::MIN) && !answers.contains_key(&offer.id));
    let number = open.count();
    let step = NextStep {
        key: "continuing-step-answer",
        args: vec![("number", number.to_string())],
        href: "/formazione-continua".to_owned(),
        urgent: false,
    };
    Ok(if number == 0 { Vec::new() } else { vec![step] })
}

/// Reminds who comes to what begins tomorrow, once. The letter says when and where, and nothing
/// of what it is about: letters are read over shoulders.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn tend(app: &App) -> Result<usize, Fault> {
    let db = app.db();
    let tomorrow = db.env().today() + Duration::days(1);
    let begins = |day: NaiveDate| -> DateTime<Utc> { kernel::from_rome(day.and_time(kernel::NaiveTime::MIN)) };
    let due = store::to_remind(db.reader(), begins(tomorrow), begins(tomorrow + Duration::days(1))).await?;
    let mut sent = 0;
    for (offer, person) in due {
        match remind(app, offer, person, tomorrow).await {
            // Another node was quicker, or the offer or the answer is another by now: the next round sees.
            Err(Fault::Stale | Fault::Conflict) => {}
            other => {
                other?;
                sent += 1;
            }
        }
    }
    Ok(sent)
}

async fn remind(app: &App, offer: TrainingOfferId, person: PersonId, day: NaiveDate) -> Result<(), Fault> {
    let mut tx = Technical::Mail.begin(app.db()).await?;
    store::reminded(&tx, offer, person).await?;
    let offer = store::one(tx.conn(), offer).await?.filter(|offer| !offer.called_off && offer.plan.day() == day);
    let offer = offer.ok_or(Fault::Stale)?;
    let place = offer.plan.place.as_deref().or(offer.plan.link.as_deref()).unwrap_or_default();
    let link = app.site().link("/formazione-continua");
    panel::write_to(&mut tx, app, person, "continuing-mail", |t| {
        vec![("when", t.instant(offer.plan.starts).into()), ("place", place.into()), ("link", link.as_str().into())]
    })
    .await?;
    tx.commit().await
}

/// Writes to those who said that they come that it begins at another moment, or is elsewhere. As in
/// the reminder, nothing of what it is about.
async fn write_changed(
    tx: &mut Tx,
    app: &App,
    coming: &[PersonId],
    (was, now): (&NewOffer, &NewOffer),
) -> Result<(), Fault> {
    let places: Vec<&str> = [&now.place, &now.link].into_iter().filter_map(|one| one.as_deref()).collect();
    let place = places.join(" – ");
    let link = app.site().link("/formazione-continua");
    for person in coming {
        panel::write_to(tx, app, *person, "continuing-changed-mail", |t| {
            vec![
                ("when", t.instant(was.starts).into()),
                ("new", t.instant(now.starts).into()),
                ("place", place.as_str().into()),
                ("link", link.as_str().into()),
            ]
        })
        .await?;
    }
    Ok(())
}

/// Puts offers on record: for the demo and made-up networks, many at a time.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn add_offers(tx: &mut Tx, all: &[(OrganisationId, NewOffer)]) -> Result<Vec<TrainingOfferId>, Fault> {
    store::add(tx, all).await
}

/// Keeps an expert's answer to an offer, for the demo.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn answer_offer(tx: &mut Tx, offer: TrainingOfferId, person: PersonId, answer: Answer) -> Result<(), Fault> {
    store::answer(tx, offer, person, answer).await
}

/// Keeps hours of a person's own, with the words sealed under the person's key.
///
/// # Errors
/// [`Fault::Duplicate`] when the hours of this offer are kept already.
pub async fn keep_own_hours(
    tx: &mut Tx,
    app: &App,
    person: PersonId,
    said: &NewOwnHours,
    offer: Option<TrainingOfferId>,
) -> Result<OwnHoursId, Fault> {
    let id = OwnHoursId::from_uuid(tx.env().uuid());
    let words = serde_json::to_string(&(&said.what, &said.source)).map_err(Fault::unreadable)?;
    let sealed = people::facade::seal_for_person(tx, app, person, &model::place(id), &words).await?;
    store::keep(tx, person, id, said, sealed, offer).await?;
    Ok(id)
}

/// How long a person trained on which days: for the sums in their booklet. Nothing is opened for it.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn own_days(conn: &impl Conn, person: PersonId) -> Result<Vec<(NaiveDate, u32)>, Fault> {
    store::own_days(conn, person).await
}

/// The hours of a person's own, opened, the latest first: for the person alone.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn own_hours(conn: &impl Conn, app: &App, person: PersonId) -> Result<Vec<OwnHours>, Fault> {
    let rows = store::own(conn, person, 200).await?;
    let place = |row: &store::Sealed| model::place(OwnHoursId::from_uuid(row.id));
    let places: Vec<_> = rows.iter().map(|row| (place(row), row.sealed.as_slice())).collect();
    let words = people::facade::open_several_for_person(conn, app, person, &places).await?;
    let mut all = Vec::new();
    for (row, words) in rows.iter().zip(words) {
        let id = OwnHoursId::from_uuid(row.id);
        let Some(words) = words else { continue };
        let (what, source): (String, Option<String>) = serde_json::from_str(&words).map_err(Fault::unreadable)?;
        let minutes = u32::try_from(row.minutes).unwrap_or(0);
        let said = NewOwnHours { day: row.day, minutes, what, source };
        all.push(OwnHours { id, said, offer: row.offer.map(TrainingOfferId::from_uuid) });
    }
    Ok(all)
}

/// What this feature holds on persons.
struct Held;

#[async_trait::async_trait]
impl Holding for Held {
    fn name(&self) -> &'static str {
        "continuing_training"
    }
    fn retention(&self) -> &'static [Retention] {
        const fn kept(table: &'static str, purpose: &'static str) -> Retention {
            Retention { table, person_column: "person", purpose, days: None, since: "" }
        }
        const ALL: &[Retention] = &[
            kept("training_invited", "retention-continuing-answer"),
            kept("training_answer", "retention-continuing-answer"),
            kept("own_training", "retention-continuing-own"),
        ];
        ALL
    }
    async fn export(&self, db: &Db, person: PersonId) -> Result<serde_json::Value, Fault> {
        store::held(db.reader(), person).await
    }
    async fn erase(&self, tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
        store::erase(tx, person).await
    }
}
