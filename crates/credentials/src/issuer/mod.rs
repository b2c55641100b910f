//! Issuers: who signs, with which keys, published at stable addresses.
//!
//! A key is made when an organisation first issues, and may be followed by a new one at any time.
//! The old one signs no more; its public half stays at its address for good, so that what it
//! signed stays valid. Of a key with which others may have signed this is said: from then on
//! nothing that it signed is trusted, and what this house issued is signed again.

mod api;
pub(crate) mod model;
mod pages;
pub(crate) mod rules;
mod store;
#[cfg(test)]
pub(crate) mod tests;

pub(crate) use api::data;
pub use model::{Compromise, IssuerKey};
pub(crate) use pages::wants_data;

use crate::proof::SigningKey;
use ::store::{Conn, Fault};
use access::{Act, Tx};
use kernel::{DateTime, IssuerKeyId, OrganisationId, Utc};
use web::{App, Site};

pub(crate) fn migrations() -> ::store::Migrations {
    store::migrations()
}

pub(crate) fn routes() -> web::Routes {
    web::Routes::new()
        .get("/emittenti/{organisation}", Act::ReadPublic, pages::public)
        .api_get("/emittenti/{organisation}/profilo", Act::ReadPublic, api::profile)
        .api_get("/emittenti/{organisation}/chiavi/{key}", Act::ReadPublic, api::key)
        .api_get("/emittenti/{organisation}/chiavi/{key}/jwk", Act::ReadPublic, api::jwk)
        .api_get("/.well-known/jwt-vc-issuer/emittenti/{organisation}", Act::ReadPublic, api::wallet)
        .get("/realta/{id}/emittente", Act::ManageCertificates, pages::own)
        .post("/realta/{id}/emittente/chiavi", Act::ManageCertificates, pages::rotate)
        .get("/realta/{id}/emittente/chiavi/{key}/compromessa", Act::ManageCertificates, pages::compromised::form)
        .post("/realta/{id}/emittente/chiavi/{key}/compromessa", Act::ManageCertificates, pages::compromised::distrust)
}

pub(crate) fn holdings() -> Vec<Box<dyn access::Holding>> {
    Vec::new()
}

/// The key that an organisation signs with, made when it has none yet.
pub(crate) async fn signing(
    tx: &mut Tx,
    app: &App,
    organisation: OrganisationId,
) -> Result<(IssuerKey, SigningKey), Fault> {
    match store::opened(tx.conn(), app, organisation).await? {
        Some(key) => Ok(key),
        None => store::make(tx, app, organisation).await,
    }
}

/// The key that an organisation signs with, for what is signed as it is read: status lists.
pub(crate) async fn opened(
    conn: &impl Conn,
    app: &App,
    organisation: OrganisationId,
) -> Result<Option<(IssuerKey, SigningKey)>, Fault> {
    store::opened(conn, app, organisation).await
}

/// The key of this installation that an address names, in a proof or in a token.
pub(crate) async fn by_address(conn: &impl Conn, site: &Site, address: &str) -> Result<Option<IssuerKey>, Fault> {
    let Some((organisation, key)) = model::read_key_address(site, address) else { return Ok(None) };
    Ok(store::by_id(conn, key).await?.filter(|key| key.organisation == organisation))
}

/// Since when a key is trusted no more, where it was said to be compromised.
pub(crate) async fn compromised_since(conn: &impl Conn, key: IssuerKeyId) -> Result<Option<DateTime<Utc>>, Fault> {
    let key = store::by_id(conn, key).await?;
    Ok(key.and_then(|key| key.compromised).map(|compromise| compromise.since))
}

/// Makes a new key with which an organisation signs from now on. What the old one signed stays
/// valid.
///
/// # Errors
/// [`Fault::Stale`] when another new key was made meanwhile.
pub async fn rotate(tx: &mut Tx, app: &App, organisation: OrganisationId) -> Result<IssuerKey, Fault> {
    if let Some((old, _)) = store::opened(tx.conn(), app, organisation).await? {
        store::retire(tx, &old).await?;
    }
    Ok(store::make(tx, app, organisation).await?.0)
}

/// Says that others may have signed with a key. Nothing that it signed is trusted from here on.
/// Where the organisation still signs with it, a new one takes its place in the same step.
///
/// # Errors
/// [`Fault::Stale`] when it was said before, or the key was retired meanwhile.
pub async fn distrust(tx: &mut Tx, app: &App, key: &IssuerKey, compromise: &Compromise) -> Result<(), Fault> {
    store::distrust(tx, key, compromise).await?;
    if key.retired_at.is_none() {
        store::retire(tx, key).await?;
        store::make(tx, app, key.organisation).await?;
    }
    Ok(())
}
