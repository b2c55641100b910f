//! What the Charter reads of selection (I1 to I4): counts and days, nobody's name.

use crate::call::{self, Call};
use charter::facts::{Calls, Candidacies, Panel, Panels};
use kernel::{CallId, DateTime, NaiveDate, OrganisationId, Utc, Uuid};
use sea_orm::FromQueryResult;
use std::collections::HashMap;
use store::{Conn, Fault, sql};

/// What selection reports of one organisation.
pub(crate) type Selection = (Panels, Calls, Candidacies);

/// Panels, calls and closed candidacies of organisations: a fixed number of statements, however
/// many there are. Calls that are still being written are not looked at.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn facts(
    conn: &impl Conn,
    of: &[OrganisationId],
) -> Result<HashMap<OrganisationId, Selection>, Fault> {
    let nothing = || (Panels(Vec::new()), Calls(Vec::new()), Candidacies(Vec::new()));
    let mut all: HashMap<OrganisationId, Selection> = HashMap::new();
    if of.is_empty() {
        return Ok(all);
    }
    let seats = call_facts(conn, of).await?;
    let ids: Vec<CallId> = seats.iter().map(|row| CallId::from_uuid(row.id)).collect();
    let mut calls: HashMap<CallId, Call> = HashMap::new();
    for portion in ids.chunks(500) {
        calls.extend(call::by_ids(conn, portion).await?.into_iter().map(|call| (call.id, call)));
    }
    for row in seats {
        let Some(call) = calls.get(&CallId::from_uuid(row.id)) else { continue };
        let entry = all.entry(OrganisationId::from_uuid(row.organisation)).or_insert_with(nothing);
        let count = |n: i64| u32::try_from(n).unwrap_or(0);
        // A call that was closed before its panel was kept here says nothing of a panel.
        if row.experts + row.professionals > 0 || row.state == "published" {
            let panel = Panel {
                label: call.title().to_owned(),
                experts: count(row.experts),
                professionals: count(row.professionals),
            };
            entry.0.0.push(panel);
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
    organisation: Uuid,
    experts: i64,
    professionals: i64,
    state: String,
}

/// The calls of organisations and how many sit on each side: one statement.
async fn call_facts(conn: &impl Conn, of: &[OrganisationId]) -> Result<Vec<CallFacts>, Fault> {
    sql("SELECT c.id, c.organisation, c.state, \
         CAST(COALESCE(SUM(CASE WHEN s.side = 'expert' THEN 1 ELSE 0 END), 0) AS BIGINT) AS experts, \
         CAST(COALESCE(SUM(CASE WHEN s.side = 'professional' THEN 1 ELSE 0 END), 0) AS BIGINT) AS professionals \
         FROM call c LEFT JOIN panel_seat s ON s.call = c.id WHERE c.state <> 'draft' AND c.organisation IN (")
    .push_list(of.iter().map(|id| id.uuid()))
    .push(") GROUP BY c.id, c.organisation, c.state ORDER BY c.organisation, c.id LIMIT 20000")
    .all(conn)
    .await
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
