//! Panels: experts and professionals who select together.
//!
//! A panel is saved whole or not at all, and never without both kinds. For one candidacy it may be
//! another: who has a tie steps aside, and somebody else sits in their place where one side would
//! be missing. Whatever a panel does – propose an interview, write a note, close – asks first
//! whether those who are left are of both kinds.

pub(crate) mod model;
mod pages;
pub(crate) mod rules;
mod store;
#[cfg(test)]
pub(crate) mod tests;

pub use model::{Here, Members, Seat, Side};
pub(crate) use pages::{Sitting, closed_meanwhile, sitting};
pub(crate) use rules::{Needs, Refused};

use crate::{
    candidacy::Candidacy,
    interview::{self, Interview},
    note,
};
use ::store::{Conn, Db, Fault};
use access::{Act, Actor, Holding, Retention, Scope, Tx};
use kernel::{CallId, CandidacyId, DateTime, NaiveDate, OrganisationId, PersonId, Utc};
use people::facade::Mail;
use serde_json::json;
use std::collections::{HashMap, HashSet};
use web::{App, Arg, ui::NextStep};

pub(crate) fn migrations() -> ::store::Migrations {
    store::migrations()
}

pub(crate) fn routes() -> web::Routes {
    web::Routes::new()
        .get("/realta/{id}/avvisi/{call}/gruppo", Act::ManageSelection, pages::group::show)
        .post("/realta/{id}/avvisi/{call}/gruppo", Act::ManageSelection, pages::group::save)
        .get("/selezione", Act::SitInPanel, pages::start::show)
        .get("/selezione/avvisi/{call}", Act::SitInPanel, pages::call::show)
        .get("/selezione/{candidacy}", Act::SitInPanel, pages::candidacy::show)
        .get("/selezione/{candidacy}/passo-indietro", Act::SitInPanel, pages::aside::ask)
        .post("/selezione/{candidacy}/passo-indietro", Act::SitInPanel, pages::aside::step)
}

/// What panels hold on persons.
pub(crate) fn holdings() -> Vec<Box<dyn Holding>> {
    vec![Box::new(Held)]
}

/// The members of a call's panel, experts first.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn members(conn: &impl Conn, call: CallId) -> Result<Vec<Seat>, Fault> {
    store::members(conn, call).await
}

/// How many of each kind the Charter in force asks for; never less than one.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn needs(conn: &impl Conn) -> Result<Needs, Fault> {
    let in_force = consensus::facade::charter_in_force(conn).await?;
    Ok(Needs::of(in_force.as_ref().map(|version| &version.charter)))
}

/// Whether both kinds sit in the panel of an organisation's call, of those who still work there.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn is_joint(
    conn: &impl Conn,
    call: CallId,
    organisation: OrganisationId,
    day: NaiveDate,
) -> Result<bool, Fault> {
    let here = here(conn, &[organisation], day).await?.remove(&organisation).unwrap_or_default();
    let members = rules::present(&rules::members_of(&store::members(conn, call).await?), &here);
    Ok(rules::is_joint(members.into_values(), needs(conn).await?))
}

/// Who meets the candidate of a candidacy: the panel and who stands in, without those who stepped
/// aside and without the candidate.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn meeting(
    conn: &impl Conn,
    candidacy: CandidacyId,
    call: CallId,
    candidate: Option<PersonId>,
) -> Result<Members, Fault> {
    let members = rules::members_of(&store::members(conn, call).await?);
    Ok(rules::meets(&members, &store::apart(conn, candidacy, candidate).await?))
}

/// A candidacy, as far as a panel needs to know of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Before {
    /// Which.
    pub candidacy: CandidacyId,
    /// For which call.
    pub call: CallId,
    /// Of which organisation.
    pub organisation: OrganisationId,
    /// Whose.
    pub candidate: Option<PersonId>,
}

impl Before {
    /// What a panel needs to know of this candidacy.
    pub(crate) const fn of(one: &Candidacy) -> Before {
        Before { candidacy: one.id, call: one.call, organisation: one.organisation, candidate: one.person }
    }
}

/// A member steps aside from a candidacy: reads nothing of it any more, takes no part in it. Where
/// a side would be missing of those who still work there, somebody is named who sits in their place;
/// else it is refused.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn recuse(
    tx: &mut Tx,
    app: &App,
    of: Before,
    member: PersonId,
    aside: &model::Aside,
    able: &Members,
) -> Result<Result<(), Refused>, Fault> {
    let today = tx.env().today();
    let here = here(tx.conn(), &[of.organisation], today).await?.remove(&of.organisation).unwrap_or_default();
    let members = rules::left_by(member, rules::members_of(&store::members(tx.conn(), of.call).await?), &here);
    let mut apart = store::apart(tx.conn(), of.candidacy, of.candidate).await?;
    apart.stand_ins = rules::left_by(member, apart.stand_ins, &here);
    let substitute = match aside.substitute {
        None => None,
        Some(person) => match able.get(&person) {
            Some(side) => Some((person, *side)),
            None => return Ok(Err(Refused::CannotStandIn)),
        },
    };
    let needs = needs(tx.conn()).await?;
    if let Err(refused) = rules::steps_aside(&members, &apart, member, substitute, needs) {
        return Ok(Err(refused));
    }
    let side = rules::meets(&members, &apart).remove(&member).unwrap_or(Side::Expert);
    let sealed = match &aside.tie {
        Some(tie) => Some(people::facade::seal_for_person(tx, app, member, &tie_place(of.candidacy), tie).await?),
        None => None,
    };
    store::step_aside(tx, of.call, of.candidacy, (member, side), sealed).await?;
    if let Some(person) = substitute {
        store::stand_in(tx, of.call, of.candidacy, person).await?;
    }
    Ok(Ok(()))
}

/// Where the words on a tie are sealed for: the member's, of one candidacy.
fn tie_place(candidacy: CandidacyId) -> String {
    format!("recusal/{candidacy}/tie")
}

/// Who holds a role of one of the kinds in each of these organisations on a day: one statement.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn here(
    conn: &impl Conn,
    of: &[OrganisationId],
    day: NaiveDate,
) -> Result<HashMap<OrganisationId, Here>, Fault> {
    let scopes: Vec<Scope> = of.iter().map(|id| Scope::Organisation(*id)).collect();
    let mut all: HashMap<OrganisationId, Here> = HashMap::new();
    for record in people::facade::all_roles_in(conn, &scopes, day).await? {
        if let (Scope::Organisation(organisation), Some(side)) = (record.held.scope, Side::of_role(record.held.role)) {
            all.entry(organisation).or_default().insert((record.person, side));
        }
    }
    Ok(all)
}

/// Who can sit in an organisation's panels on a day: those who hold a role of one of the kinds there.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn able(conn: &impl Conn, organisation: OrganisationId, day: NaiveDate) -> Result<Members, Fault> {
    let here = here(conn, &[organisation], day).await?.remove(&organisation).unwrap_or_default();
    Ok(rules::able(&here))
}

/// Who hears of a candidacy: those who meet its candidate and hold a role in the organisation
/// today. Who stepped aside, or works there no longer, is written to no more.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn hears(
    conn: &impl Conn,
    of: Before,
    organisation: OrganisationId,
    day: NaiveDate,
) -> Result<Vec<PersonId>, Fault> {
    let able = able(conn, organisation, day).await?;
    let meets = meeting(conn, of.candidacy, of.call, of.candidate).await?;
    Ok(meets.into_keys().filter(|person| able.contains_key(person)).collect())
}

/// For which of these candidacies it is the panel's turn. For the others the panel waits for the
/// candidate, or for a day that both agreed on. Two statements.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn on_turn(
    conn: &impl Conn,
    of: &[Candidacy],
    now: DateTime<Utc>,
) -> Result<HashSet<CandidacyId>, Fault> {
    let ids: Vec<CandidacyId> = of.iter().map(|one| one.id).collect();
    let standing: HashMap<CandidacyId, Interview> =
        interview::standing_of(conn, &ids).await?.into_iter().map(|one| (one.candidacy, one)).collect();
    let notes = note::standing(conn, &ids, kernel::rome_date(now)).await?;
    let turn = |one: &&Candidacy| {
        let state = standing.get(&one.id).map(|interview| (interview.state, interview.meeting.starts <= now));
        // What the candidate does next does not depend on who sits.
        rules::due(one.stage, true, state, notes.get(&one.id).copied()).is_some_and(rules::Due::of_panel)
    };
    Ok(of.iter().filter(turn).map(|one| one.id).collect())
}

/// Records panels at once, for made-up networks. Each must be of both kinds.
///
/// # Errors
/// [`Fault::Unreadable`] when one of them is not.
pub async fn create_panels(tx: &mut Tx, all: &[(OrganisationId, CallId, Members)]) -> Result<(), Fault> {
    if !all.iter().all(|(_, _, members)| rules::is_joint(members.values().copied(), Needs::LEAST)) {
        return Err(Fault::unreadable("a panel without both kinds"));
    }
    store::create(tx, all).await
}

/// What panels ask of a member: to give the answers that are due, and to look at the other
/// candidacies whose turn is the panel's.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn next_steps(db: &Db, actor: &Actor) -> Result<Vec<NextStep>, Fault> {
    let able = actor.roles().iter().any(|held| Side::of_role(held.role).is_some());
    let Some(me) = actor.person().filter(|_| able) else { return Ok(Vec::new()) };
    let desk = pages::start::desk(db.reader(), actor, me, db.env().now()).await?;
    Ok(steps_of(&desk))
}

fn steps_of(desk: &pages::start::Desk) -> Vec<NextStep> {
    let due = desk.work.iter().filter(|work| work.due.of_panel());
    let (answers, others): (Vec<_>, Vec<_>) = due.partition(|work| work.due == rules::Due::Answer);
    let step =
        |key, number: usize, href| NextStep { key, args: vec![("number", number.to_string())], href, urgent: true };
    let mut steps = Vec::new();
    if let Some(first) = answers.first() {
        // A single one is answered on its own page.
        let href = match answers.len() {
            1 => format!("/selezione/{}/esito", first.candidacy.id),
            _ => "/selezione".to_owned(),
        };
        steps.push(step("panel-step-answer", answers.len(), href));
    }
    if !others.is_empty() {
        steps.push(step("panel-step-work", others.len(), "/selezione".to_owned()));
    }
    steps
}

/// Writes to a person who has a mail address. The words say nothing of health, and name nobody:
/// what it is about stands behind the link.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn write_to(
    tx: &mut Tx,
    app: &App,
    person: PersonId,
    key: &str,
    args: impl Fn(&web::T) -> Vec<(&'static str, Arg)>,
) -> Result<(), Fault> {
    let Some(person) = people::facade::person(tx.conn(), person).await? else { return Ok(()) };
    let Some(to) = person.email else { return Ok(()) };
    let t = app.t(person.lang);
    let mut filled = args(&t);
    filled.push(("name", person.display_name.into()));
    let mail = Mail {
        to,
        lang: person.lang,
        subject: t.get(&format!("{key}-subject")),
        body: t.args(&format!("{key}-body"), &filled),
    };
    people::facade::queue_mail(tx, &mail).await?;
    Ok(())
}

/// Removes what is kept of a candidacy whose time is over.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn forget(tx: &mut Tx, candidacy: CandidacyId) -> Result<(), Fault> {
    store::forget(tx, candidacy).await
}

struct Held;

const fn kept(table: &'static str, purpose: &'static str) -> Retention {
    Retention { table, person_column: "person", purpose, days: None, since: "" }
}

#[async_trait::async_trait]
impl Holding for Held {
    fn name(&self) -> &'static str {
        "panels"
    }
    fn retention(&self) -> &'static [Retention] {
        const ALL: &[Retention] = &[
            kept("panel_seat", "retention-panel-seat"),
            kept("panel_recusal", "retention-panel-recusal"),
            kept("panel_stand_in", "retention-panel-seat"),
        ];
        ALL
    }
    /// Seats and recusals, with the member's own words on a tie.
    async fn export(&self, db: &Db, person: PersonId) -> Result<serde_json::Value, Fault> {
        let seats = store::seats_of(db.reader(), person).await?;
        let aside = store::recusals_of(db.reader(), person).await?;
        let stands_in = store::stands_in(db.reader(), person).await?;
        let line = |r: &store::OwnRecusal| {
            let of = CandidacyId::from_uuid(r.candidacy);
            let tie = r.tie.as_ref().map(|tie| people::facade::sealed_in_export(&tie_place(of), tie));
            json!({"candidacy": of, "at": r.at, "tie": tie})
        };
        Ok(json!({
            "seats": seats.iter().map(|seat| json!({"call": seat.call, "side": seat.side.code()})).collect::<Vec<_>>(),
            "stepped_aside": aside.iter().map(line).collect::<Vec<_>>(),
            "stands_in": stands_in.iter().map(|(of, call)| json!({"candidacy": of, "call": call})).collect::<Vec<_>>(),
        }))
    }
    async fn erase(&self, tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
        store::erase(tx, person).await
    }
}
