//! `/selezione`: what a member of panels finds first – the candidacies of their calls, by date, and
//! what is due. A fixed number of statements, however many there are.

use crate::{
    call::{self, Call},
    candidacy::{self, Candidacy},
    interview::{self, Interview},
    note,
    panel::{
        self, Side,
        rules::{self, Due, due},
        store,
    },
};
use ::store::{Conn, Fault};
use access::{Act, Actor};
use askama::Template;
use axum::response::Response;
use kernel::{CallId, CandidacyId, DateTime, NaiveDate, OrganisationId, PersonId, Utc};
use network::facade::organisations_reached;
use std::collections::{HashMap, HashSet};
use web::{
    Ctx, Head, T,
    ui::{Badge, Empty, State},
};

/// A candidacy and what the panel does next with it.
pub(crate) struct Work {
    pub candidacy: Candidacy,
    pub due: Due,
    pub standing: Option<Interview>,
}

/// What a member of panels has before them.
pub(crate) struct Desk {
    pub calls: Vec<(Call, Option<Side>)>,
    pub work: Vec<Work>,
}

/// In whose panels a member sits or stands in.
struct Seats {
    calls: Vec<Call>,
    /// The side of a seat; who stands in has none.
    sides: HashMap<CallId, Side>,
    /// Those for whom the member stands in.
    own: HashSet<CandidacyId>,
}

/// The panels of organisations in which a member may still sit. A seat outlives a role: who works
/// there no longer reads nothing of those who apply there.
async fn seats(conn: &impl Conn, actor: &Actor, me: PersonId) -> Result<Seats, Fault> {
    let seats = store::seats_of(conn, me).await?;
    let stands_in = store::stands_in(conn, me).await?;
    let sides: HashMap<CallId, Side> = seats.iter().map(|seat| (seat.call, seat.side)).collect();
    let mut ids: Vec<CallId> = sides.keys().copied().chain(stands_in.iter().map(|(_, call)| *call)).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut calls = call::by_ids(conn, &ids).await?;
    let whose = calls.iter().map(|call| call.organisation).collect();
    let reached = organisations_reached(conn, actor, Act::SitInPanel, whose).await?;
    calls.retain(|call| reached.contains(&call.organisation));
    let own = stands_in.into_iter().map(|(candidacy, _)| candidacy).collect();
    Ok(Seats { calls, sides, own })
}

/// In which of these calls both kinds sit, of those who still work there.
async fn joint(conn: &impl Conn, calls: &[Call], day: NaiveDate) -> Result<HashSet<CallId>, Fault> {
    let ids: Vec<CallId> = calls.iter().map(|call| call.id).collect();
    let whose: Vec<OrganisationId> = calls.iter().map(|call| call.organisation).collect();
    let (needs, seats) = (panel::needs(conn).await?, store::seats_in(conn, &ids).await?);
    let here = panel::here(conn, &whose, day).await?;
    let joint = |call: &&Call| {
        let works = |person: PersonId, side: Side| {
            here.get(&call.organisation).is_some_and(|here| here.contains(&(person, side)))
        };
        let here = seats.iter().filter(|(of, person, side)| *of == call.id && works(*person, *side));
        rules::is_joint(here.map(|(.., side)| *side), needs)
    };
    Ok(calls.iter().filter(joint).map(|call| call.id).collect())
}

/// Everything of a member's start page but names: a fixed number of statements.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn desk(conn: &impl Conn, actor: &Actor, me: PersonId, now: DateTime<Utc>) -> Result<Desk, Fault> {
    let Seats { calls, sides, own } = seats(conn, actor, me).await?;
    let ids: Vec<CallId> = calls.iter().map(|call| call.id).collect();
    let mut open = candidacy::open_of_calls(conn, &ids).await?;
    open.retain(|one| (sides.contains_key(&one.call) || own.contains(&one.id)) && one.person != Some(me));
    let of: Vec<CandidacyId> = open.iter().map(|one| one.id).collect();
    let aside: HashSet<CandidacyId> = store::aside_of(conn, me, &of).await?.into_iter().collect();
    open.retain(|one| !aside.contains(&one.id));
    let mut standing: HashMap<CandidacyId, Interview> =
        interview::standing_of(conn, &of).await?.into_iter().map(|one| (one.candidacy, one)).collect();
    let notes = note::standing(conn, &of, kernel::rome_date(now)).await?;
    let joint = joint(conn, &calls, kernel::rome_date(now)).await?;
    let work = open.into_iter().filter_map(|one| {
        let standing = standing.remove(&one.id);
        let state = standing.as_ref().map(|interview| (interview.state, interview.meeting.starts <= now));
        let due = due(one.stage, joint.contains(&one.call), state, notes.get(&one.id).copied())?;
        Some(Work { candidacy: one, due, standing })
    });
    let mut work: Vec<Work> = work.collect();
    // What the panel can do now stands before what it waits for.
    work.sort_by_key(|one| !one.due.of_panel());
    let calls = calls.into_iter().map(|call| (sides.get(&call.id).copied(), call));
    Ok(Desk { calls: calls.map(|(side, call)| (call, side)).collect(), work })
}

struct Line {
    name: String,
    href: String,
    call: String,
    sent: String,
    badge: Badge,
    due: String,
    when: Option<String>,
}

struct CallLine {
    title: String,
    href: String,
    side: String,
    until: String,
}

#[derive(Template)]
#[template(path = "panel/start.html")]
struct StartPage {
    lines: Vec<Line>,
    calls: Vec<CallLine>,
    empty: Option<Empty>,
    t: T,
}

/// The page.
pub(in crate::panel) async fn show(ctx: Ctx) -> web::Result<Response> {
    let (t, conn, me) = (ctx.t(), ctx.db().reader(), ctx.person()?);
    let (mut desk, today) = (desk(conn, ctx.actor(), me, ctx.env().now()).await?, ctx.env().today());
    // Calls that take no candidacy any more come last.
    desk.calls.sort_by_key(|(call, _)| call.words.closes_on < today);
    let people: Vec<PersonId> = desk.work.iter().filter_map(|work| work.candidacy.person).collect();
    let names = people::facade::person_names(conn, &people).await?;
    let titles: HashMap<CallId, String> =
        desk.calls.iter().map(|(call, _)| (call.id, call.title().to_owned())).collect();
    let line = |work: &Work| {
        let of = &work.candidacy;
        let name = of.person.and_then(|person| names.get(&person).cloned());
        let state = if work.due.of_panel() { State::NotKnown } else { State::Waiting };
        Line {
            name: name.unwrap_or_else(|| t.get("panel-name-erased")),
            href: format!("/selezione/{}", of.id),
            call: titles.get(&of.call).cloned().unwrap_or_default(),
            sent: of.sent_at.map(|at| t.date(kernel::rome_date(at))).unwrap_or_default(),
            badge: Badge::word(
                state,
                t.get(if work.due.of_panel() { "panel-turn-panel" } else { "panel-turn-candidate" }),
            ),
            due: t.get(work.due.key()),
            when: work.standing.as_ref().map(|interview| t.instant(interview.meeting.starts)),
        }
    };
    let call_line = |(call, side): &(Call, Option<Side>)| CallLine {
        title: call.title().to_owned(),
        // Who stands in for one candidacy reads nothing of the others.
        href: if side.is_some() { format!("/selezione/avvisi/{}", call.id) } else { call.href() },
        side: side.map_or_else(|| t.get("panel-stands-in"), |side| t.get(side.key())),
        until: t.arg(
            if call.words.closes_on < today { "panel-closed" } else { "panel-until" },
            "day",
            t.date(call.words.closes_on),
        ),
    };
    let body = StartPage {
        lines: desk.work.iter().map(line).collect(),
        calls: desk.calls.iter().map(call_line).collect(),
        empty: desk.calls.is_empty().then(|| Empty::new(t.get("panel-empty-title"), t.get("panel-empty-text"))),
        t: t.clone(),
    };
    ctx.page(Head::new(t.get("panel-start-title")).lead(t.get("panel-start-lead")).no_index(), body)
}
