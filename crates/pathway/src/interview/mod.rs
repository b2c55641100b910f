//! Interviews: proposed by the panel, accepted or moved by the candidate.
//!
//! Titles of calendar files and mails say "a meeting" and nothing else: they are seen on
//! telephones and shared screens.

mod api;
pub(crate) mod model;
mod pages;
pub(crate) mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use model::{Interview, Meeting, State};
pub(crate) use pages::candidate::{Part, for_candidate};
pub(crate) use pages::panel::{Line as PanelLine, lines as panel_lines};

use crate::{candidacy, panel};
use ::store::{Conn, Db, Fault};
use access::{Act, Holding, Retention, Technical, Tx};
use kernel::{CallId, CandidacyId, Duration, InterviewId, PersonId};
use serde_json::json;
use web::{App, Arg};

pub(crate) fn migrations() -> ::store::Migrations {
    store::migrations()
}

pub(crate) fn routes() -> web::Routes {
    web::Routes::new()
        .get("/selezione/{candidacy}/incontro", Act::SitInPanel, pages::panel::ask)
        .post("/selezione/{candidacy}/incontro", Act::SitInPanel, pages::panel::propose)
        .post("/selezione/{candidacy}/incontri/{interview}", Act::SitInPanel, pages::panel::step)
        .file("/selezione/{candidacy}/incontri/{interview}/incontro.ics", Act::SitInPanel, api::for_panel)
        .get("/candidature/{key}/incontri/{interview}", Act::Apply, pages::candidate::show)
        .post("/candidature/{key}/incontri/{interview}", Act::Apply, pages::candidate::answer)
        .file("/candidature/{key}/incontri/{interview}/incontro.ics", Act::Apply, api::for_candidate)
}

/// What interviews hold on persons.
pub(crate) fn holdings() -> Vec<Box<dyn Holding>> {
    vec![Box::new(Held)]
}

/// What is proposed or agreed for these candidacies: one statement.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn standing_of(conn: &impl Conn, candidacies: &[CandidacyId]) -> Result<Vec<Interview>, Fault> {
    store::standing_of(conn, candidacies).await
}

/// Calls off what still stands of a candidacy that is over.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn call_off_standing(tx: &mut Tx, candidacy: CandidacyId) -> Result<(), Fault> {
    store::call_off_standing(tx, candidacy).await.map(|_| ())
}

/// Writes an interview down in any state, for made-up networks.
///
/// # Errors
/// [`Fault::Duplicate`] when one stands already and this one is to stand too.
pub async fn create_interview(
    tx: &mut Tx,
    candidacy: CandidacyId,
    call: CallId,
    person: PersonId,
    meeting: &Meeting,
    state: State,
) -> Result<InterviewId, Fault> {
    store::insert(tx, (candidacy, call, Some(person)), meeting, state).await
}

/// Where the candidate's words on other times are sealed for.
fn wish_place(interview: InterviewId) -> String {
    format!("interview/{interview}/wish")
}

/// Reminds the candidate and the panel of what is agreed for tomorrow. Says how many interviews
/// were reminded of. Each is a transaction of its own: what is broken off goes on later.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn tend(app: &App) -> Result<i64, Fault> {
    let now = app.env().now();
    let near = store::to_remind(app.db().reader(), now, now + Duration::days(2)).await?;
    let mut done = 0;
    for interview in near.iter().filter(|one| rules::reminds(one.state, one.meeting.starts, now)) {
        match ::store::retrying(app.env(), || remind(app, interview)).await {
            Ok(()) => done += 1,
            // Another node did it, or it was moved at this moment.
            Err(Fault::Stale) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(done)
}

async fn remind(app: &App, interview: &Interview) -> Result<(), Fault> {
    let mut tx = Technical::Mail.begin(app.db()).await?;
    store::reminded(&tx, interview).await?;
    let Some(of) = candidacy::by_id(tx.conn(), interview.candidacy).await?.filter(candidacy::Candidacy::open) else {
        return tx.commit().await;
    };
    let starts = interview.meeting.starts;
    let when = app.t(of.lang).instant(starts);
    let keys = ("interview-remind-subject", "interview-remind-body");
    candidacy::write_to(&mut tx, app, &of, keys, &[("when", Arg::from(when))]).await?;
    for person in panel::hears(tx.conn(), panel::Before::of(&of), of.organisation, tx.env().today()).await? {
        let link = app.site().link(&format!("/selezione/{}", of.id));
        panel::write_to(&mut tx, app, person, "interview-remind-panel", |t| {
            vec![("when", t.instant(starts).into()), ("link", link.as_str().into())]
        })
        .await?;
    }
    tx.commit().await
}

/// Removes what is kept of a candidacy whose time is over.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn forget(tx: &mut Tx, candidacy: CandidacyId) -> Result<(), Fault> {
    store::forget(tx, candidacy).await
}

struct Held;

#[async_trait::async_trait]
impl Holding for Held {
    fn name(&self) -> &'static str {
        "interviews"
    }
    fn retention(&self) -> &'static [Retention] {
        const ALL: &[Retention] = &[Retention {
            table: "interview",
            person_column: "person",
            purpose: "retention-interview",
            days: Some(365),
            since: "starts_at",
        }];
        ALL
    }
    async fn export(&self, db: &Db, person: PersonId) -> Result<serde_json::Value, Fault> {
        let all = store::of_person(db.reader(), person).await?;
        let line = |one: &Interview| {
            json!({
                "candidacy": one.candidacy, "starts": one.meeting.starts, "minutes": one.meeting.minutes,
                "place": one.meeting.place, "link": one.meeting.link, "state": one.state.code(),
                "other_times": one.wish.as_ref().map(|wish| people::facade::sealed_in_export(&wish_place(one.id), wish)),
            })
        };
        Ok(all.iter().map(line).collect())
    }
    async fn erase(&self, tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
        store::erase(tx, person).await
    }
}
