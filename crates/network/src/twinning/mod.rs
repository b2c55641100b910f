//! Twinnings: a mature reality beside one that starts, agreed by both.

mod model;
mod pages;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use model::{Side, Stage, Twinning};

use ::store::{Conn, Fault};
use access::{Act, Tx};
use kernel::{NaiveDate, OrganisationId};

pub(crate) fn migrations() -> ::store::Migrations {
    store::migrations()
}

pub(crate) fn routes() -> web::Routes {
    web::Routes::new()
        .get("/gemellaggi", Act::ReadPublic, pages::list)
        .get("/realta/{id}/gemellaggi", Act::ReadPublic, pages::own::show)
        .get("/realta/{id}/gemellaggi/nuovo", Act::Twin, pages::own::new)
        .post("/realta/{id}/gemellaggi/nuovo", Act::Twin, pages::own::propose)
        .post("/realta/{id}/gemellaggi/{twinning}", Act::Twin, pages::own::answer)
}

/// The active twinnings of an organisation, for its public page.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn active_twinnings(conn: &impl Conn, organisation: OrganisationId) -> Result<Vec<Twinning>, Fault> {
    let mut all = store::of_organisation(conn, organisation).await?;
    all.retain(|twinning| rules::public(twinning.stage));
    Ok(all)
}

/// Records active twinnings at once, for made-up networks: the mature one, the starting one, what
/// they do together, since when.
///
/// # Errors
/// [`Fault::Duplicate`] when one of them stands already.
pub async fn create_twinnings(
    tx: &mut Tx,
    all: &[(OrganisationId, OrganisationId, String, NaiveDate)],
) -> Result<(), Fault> {
    for (mature, starting, purpose, since) in all {
        store::record_active(tx, *mature, *starting, purpose, *since).await?;
    }
    Ok(())
}

/// The proposals that wait for an answer of one of these organisations.
pub(crate) async fn waiting_for(conn: &impl Conn, organisations: &[OrganisationId]) -> Result<Vec<Twinning>, Fault> {
    if organisations.is_empty() {
        return Ok(Vec::new());
    }
    store::waiting_for(conn, organisations).await
}
