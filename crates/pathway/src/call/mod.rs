//! Calls: what is asked, what is not, by when; and a day to try first.

pub(crate) mod model;
mod pages;
mod rules;
mod store;
#[cfg(test)]
pub(crate) mod tests;

pub use model::{Call, CallState, CallWords, NOTES_DAYS_MOST, Trial};
pub(crate) use rules::asks_for_a_qualification;
pub(crate) use store::apart::{nomination, use_up};

use ::store::{Conn, Db, Fault};
use access::{Act, Holding, Retention, Technical, Tx};
use kernel::{CallId, DateTime, NaiveDate, OrganisationId, PersonId, Territory, Utc};
use serde_json::json;
use web::App;

/// How many calls stand on a page of a list.
pub(crate) const PER_PAGE: i64 = 20;

pub(crate) fn migrations() -> ::store::Migrations {
    store::migrations()
}

pub(crate) fn routes() -> web::Routes {
    use pages::{apart, manage};
    web::Routes::new()
        .get("/avvisi", Act::ReadPublic, pages::list)
        .get("/avvisi/{id}", Act::ReadPublic, pages::show)
        .get("/avvisi/{id}/prova", Act::Apply, apart::trial)
        .post("/avvisi/{id}/prova", Act::Apply, apart::ask_trial)
        .get("/avvisi/{id}/prova/{key}", Act::Apply, apart::wished)
        .post("/avvisi/{id}/prova/{key}", Act::Apply, apart::give_up)
        .get("/avvisi/{id}/segnala", Act::Nominate, apart::nominate)
        .post("/avvisi/{id}/segnala", Act::Nominate, apart::make_link)
        .get("/realta/{id}/avvisi", Act::ManageSelection, manage::list)
        .get("/realta/{id}/avvisi/nuovo", Act::ManageSelection, manage::new)
        .post("/realta/{id}/avvisi/nuovo", Act::ManageSelection, manage::create)
        .get("/realta/{id}/avvisi/{call}", Act::ManageSelection, manage::edit)
        .post("/realta/{id}/avvisi/{call}", Act::ManageSelection, manage::save)
        .post("/realta/{id}/avvisi/{call}/pubblica", Act::ManageSelection, manage::publish)
        .post("/realta/{id}/avvisi/{call}/chiudi", Act::ManageSelection, manage::close)
        .get("/realta/{id}/avvisi/{call}/candidature", Act::ManageSelection, manage::candidacies)
}

pub(crate) fn holdings() -> Vec<Box<dyn Holding>> {
    vec![Box::new(Held)]
}

/// Where a page of a list begins; the first page is 1.
pub(crate) fn skip(page: u64, per_page: i64) -> i64 {
    (i64::try_from(page).unwrap_or(1) - 1).max(0) * per_page
}

/// A call on record.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn by_id(conn: &impl Conn, id: CallId) -> Result<Option<Call>, Fault> {
    store::by_id(conn, id).await
}

/// Several calls, for lists: one statement.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn by_ids(conn: &impl Conn, ids: &[CallId]) -> Result<Vec<Call>, Fault> {
    if ids.is_empty() { Ok(Vec::new()) } else { store::by_ids(conn, ids).await }
}

/// A page (from 1) of the calls to which one may answer today, and how many there are.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn open_calls(
    conn: &impl Conn,
    today: NaiveDate,
    territory: Option<Territory>,
    page: u64,
) -> Result<(Vec<Call>, i64), Fault> {
    store::open(conn, today, territory, PER_PAGE, skip(page, PER_PAGE)).await
}

/// A page (from 1) of an organisation's calls, drafts too, and how many there are.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn of_organisation(
    conn: &impl Conn,
    organisation: OrganisationId,
    page: u64,
) -> Result<(Vec<Call>, i64), Fault> {
    store::of_organisation(conn, organisation, PER_PAGE, skip(page, PER_PAGE)).await
}

/// Who wants to try a day, by day: for the members of the panel.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn trials(conn: &impl Conn, app: &App, call: CallId) -> Result<Vec<Trial>, Fault> {
    store::apart::trials(conn, app, call).await
}

/// Writes a call down in any state, for made-up networks.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn create_call(
    tx: &mut Tx,
    organisation: OrganisationId,
    territory: Territory,
    words: &CallWords,
    state: CallState,
    at: DateTime<Utc>,
) -> Result<CallId, Fault> {
    store::insert(tx, organisation, territory, words, state, at).await
}

/// Removes what calls keep no longer: wishes to try a day that is over. Returns how many.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn tend(app: &App) -> Result<i64, Fault> {
    let tx = Technical::Retention.begin(app.db()).await?;
    let gone = store::apart::forget_trials(&tx).await?;
    tx.commit().await?;
    Ok(i64::try_from(gone).unwrap_or(i64::MAX))
}

/// What this feature holds on persons.
struct Held;

#[async_trait::async_trait]
impl Holding for Held {
    fn name(&self) -> &'static str {
        "calls"
    }
    fn retention(&self) -> &'static [Retention] {
        const ALL: &[Retention] = &[
            Retention {
                table: "trial_day",
                person_column: "-",
                purpose: "retention-trial-day",
                days: Some(0),
                since: "gone_at",
            },
            Retention {
                table: "nomination",
                person_column: "nominated_by",
                purpose: "retention-nomination",
                days: Some(30),
                since: "expires_at",
            },
        ];
        ALL
    }
    async fn export(&self, db: &Db, person: PersonId) -> Result<serde_json::Value, Fault> {
        Ok(json!({"links_made": store::apart::made_by(db.reader(), person).await?}))
    }
    async fn erase(&self, tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
        store::apart::forget_maker(tx, person).await
    }
}

/// Whether both kinds sit in the panel of a call, of those who still work there.
pub(crate) async fn is_joint(conn: &impl Conn, call: &Call, day: NaiveDate) -> Result<bool, Fault> {
    crate::panel::is_joint(conn, call.id, call.organisation, day).await
}
