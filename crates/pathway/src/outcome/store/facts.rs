//! What the Charter reads of selection (I1 to I4): counts and days, nobody's name.

use crate::{
    call::{self, Call},
    panel::{self, Here, Members, Side},
};
use charter::facts::{Calls, Candidacies, Panel, Panels};
use kernel::{CallId, DateTime, NaiveDate, OrganisationId, PersonId, Utc, Uuid};
use sea_orm::FromQueryResult;
use std::collections::HashMap;
use store::{Conn, Fault, sql};

/// What selection reports of one organisation.
pub(crate) type Selection = (Panels, Calls, Candidacies);

/// Panels, calls and closed candidacies of organisations: a fixed number of statements, however
/// many there are. Calls that are still being written are not looked at. In a panel at work those
/// count who hold a role on the day; one whose work is done counts as it sat.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn facts(
    conn: &impl Conn,
    of: &[OrganisationId],
    day: NaiveDate,
) -> Result<HashMap<OrganisationId, Selection>, Fault> {
    let nothing = || (Panels(Vec::new()), Calls(Vec::new()), Candidacies(Vec::new()));
    let mut all: HashMap<OrganisationId, Selection> = HashMap::new();
    if of.is_empty() {
        return Ok(all);
    }
    let rows = call_facts(conn, of, day).await?;
    let seats = seats(conn, of).await?;
    let here = panel::here(conn, of, day).await?;
    let ids: Vec<CallId> = rows.iter().map(|row| CallId::from_uuid(row.id)).collect();
    let mut calls: HashMap<CallId, Call> = HashMap::new();
    for portion in ids.chunks(500) {
        calls.extend(call::by_ids(conn, portion).await?.into_iter().map(|call| (call.id, call)));
    }
    let (nobody, none_here) = (Members::new(), Here::new());
    for row in rows {
        let Some(call) = calls.get(&CallId::from_uuid(row.id)) else { continue };
        let entry = all.entry(call.organisation).or_insert_with(nothing);
        let sat = seats.get(&call.id).unwrap_or(&nobody);
        // A call that was closed before its panel was kept here says nothing of a panel.
        if !sat.is_empty() || row.state == "published" {
            let here = row.at_work.then(|| here.get(&call.organisation).unwrap_or(&none_here));
            entry.0.0.push(panel_of(call, sat, here));
        }
        let fact = charter::facts::Call {
            label: call.title().to_owned(),
            asks_qualification: asks(call),
            forms: (!call.words.forms.is_empty()).then(|| call.words.forms.clone()),
        };
        entry.1.0.push(fact);
    }
    for (organisation, closed) in closed_facts(conn, of).await? {
        let entry = all.entry(organisation).or_insert_with(nothing);
        entry.2.0.push(closed);
    }
    Ok(all)
}

/// Whether a call asks for an educational qualification anywhere in its words.
fn asks(call: &Call) -> bool {
    let words = &call.words;
    let texts = [&words.title, &words.purpose, &words.valued].into_iter().chain(&words.steps);
    texts.into_iter().any(|text| call::asks_for_a_qualification(text).is_some())
}

/// A call with its panel, as the Charter reads it.
#[derive(FromQueryResult)]
struct CallFacts {
    id: Uuid,
    state: String,
    /// Whether one may still answer it, or somebody still waits for an answer.
    at_work: bool,
}

/// The calls of organisations: one statement.
async fn call_facts(conn: &impl Conn, of: &[OrganisationId], day: NaiveDate) -> Result<Vec<CallFacts>, Fault> {
    sql("SELECT c.id, c.state, ((c.state = 'published' AND c.closes_on >= $1) OR EXISTS (SELECT 1 FROM candidacy k \
         WHERE k.call = c.id AND k.stage IN ('sent', 'interview', 'talked'))) AS at_work \
         FROM call c WHERE c.state <> 'draft' AND c.organisation IN (")
    .bind(day)
    .push_list(of.iter().map(|id| id.uuid()))
    .push(") ORDER BY c.organisation, c.id LIMIT 20000")
    .all(conn)
    .await
}

#[derive(FromQueryResult)]
struct SeatFacts {
    call: Uuid,
    person: Uuid,
    side: String,
}

/// Who sits in the panels of organisations, by call: one statement. Only how many is reported.
async fn seats(conn: &impl Conn, of: &[OrganisationId]) -> Result<HashMap<CallId, Members>, Fault> {
    let rows: Vec<SeatFacts> =
        sql("SELECT s.call, s.person, s.side FROM panel_seat s JOIN panel p ON p.call = s.call \
         WHERE p.organisation IN (")
        .push_list(of.iter().map(|id| id.uuid()))
        .push(") ORDER BY s.call, s.id LIMIT 400000")
        .all(conn)
        .await?;
    let mut all: HashMap<CallId, Members> = HashMap::new();
    for row in rows {
        let members = all.entry(CallId::from_uuid(row.call)).or_default();
        members.insert(PersonId::from_uuid(row.person), Side::stored(&row.side)?);
    }
    Ok(all)
}

/// How many sit on each side.
fn panel_of(call: &Call, sat: &Members, at_work: Option<&Here>) -> Panel {
    let count = |wanted: Side| {
        let counts =
            |person: PersonId, side: Side| side == wanted && at_work.is_none_or(|here| here.contains(&(person, side)));
        let found = sat.iter().filter(|(person, side)| counts(**person, **side)).count();
        u32::try_from(found).unwrap_or(0)
    };
    Panel { label: call.title().to_owned(), experts: count(Side::Expert), professionals: count(Side::Professional) }
}

/// A candidacy that an organisation closed, without whose it was.
#[derive(FromQueryResult)]
struct ClosedFacts {
    organisation: Uuid,
    closed_on: NaiveDate,
    reasons_on: Option<NaiveDate>,
    conversation_on: Option<NaiveDate>,
}

/// The candidacies that organisations closed: two statements. One that was closed
/// without a word has neither day. Those that led to training outlive the words of their closing,
/// and were answered: nobody begins a training without.
async fn closed_facts(
    conn: &impl Conn,
    of: &[OrganisationId],
) -> Result<Vec<(OrganisationId, charter::facts::Closed)>, Fault> {
    #[derive(FromQueryResult)]
    struct Without {
        organisation: Uuid,
        closed_at: Option<DateTime<Utc>>,
    }
    let ids = || of.iter().map(|id| id.uuid());
    let told: Vec<ClosedFacts> = sql("SELECT organisation, closed_on, reasons_on, conversation_on FROM outcome \
             WHERE organisation IN (")
    .push_list(ids())
    .push(") ORDER BY organisation, closed_on, candidacy LIMIT 50000")
    .all(conn)
    .await?;
    let silent: Vec<Without> = sql("SELECT c.organisation, c.closed_at FROM candidacy c WHERE c.stage = 'closed' \
             AND c.outcome NOT IN ('withdrawn', 'training') \
             AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.candidacy = c.id) AND c.organisation IN (")
    .push_list(ids())
    .push(") ORDER BY c.organisation, c.closed_at, c.id LIMIT 50000")
    .all(conn)
    .await?;
    let told = told.into_iter().map(|row| {
        let closed = charter::facts::Closed {
            on: row.closed_on,
            reasons_on: row.reasons_on,
            conversation_on: row.conversation_on,
        };
        (OrganisationId::from_uuid(row.organisation), closed)
    });
    let silent = silent.into_iter().filter_map(|row| {
        let closed =
            charter::facts::Closed { on: kernel::rome_date(row.closed_at?), reasons_on: None, conversation_on: None };
        Some((OrganisationId::from_uuid(row.organisation), closed))
    });
    Ok(told.chain(silent).collect())
}
