//! Issuers and keys as programs read them, at the addresses that credentials name.

use super::{IssuerKey, rules, store};
use axum::{
    Json,
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use kernel::{IssuerKeyId, OrganisationId};
use network::facade::{Listed, organisation_names};
use serde_json::Value;
use web::{Ctx, Error};

/// An organisation that issues, with its keys; not found where it never issued anything.
pub(super) async fn issuer(ctx: &Ctx, address: &str) -> web::Result<(Listed, Vec<IssuerKey>)> {
    let id: OrganisationId = address.parse().map_err(|_| Error::NotFound)?;
    let conn = ctx.db().reader();
    let keys = store::of_organisation(conn, id).await?;
    let known = organisation_names(conn, &[id]).await?.remove(&id).filter(|_| !keys.is_empty());
    Ok((known.ok_or(Error::NotFound)?, keys))
}

async fn one(ctx: &Ctx, organisation: &str, key: &str) -> web::Result<IssuerKey> {
    let id: IssuerKeyId = key.parse().map_err(|_| Error::NotFound)?;
    let key = store::by_id(ctx.db().reader(), id).await?;
    key.filter(|key| key.organisation.to_string() == organisation).ok_or(Error::NotFound)
}

/// Data of a media type of its own, which anyone may read from any page.
pub(crate) fn data(media_type: &'static str, value: Value) -> Response {
    let headers = [(header::CONTENT_TYPE, media_type), (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")];
    (headers, Json(value).into_response().into_body()).into_response()
}

/// The profile, in the words that verifiers of credentials read.
pub(super) async fn profile(ctx: Ctx, Path(address): Path<String>) -> web::Result<Response> {
    let (organisation, keys) = issuer(&ctx, &address).await?;
    let site = ctx.app().site();
    let profile = rules::profile(site, organisation.id, &organisation.name, &organisation.href(), &keys);
    Ok(data("application/ld+json", profile))
}

/// A key as a Multikey.
pub(super) async fn key(ctx: Ctx, Path((organisation, key)): Path<(String, String)>) -> web::Result<Response> {
    let key = one(&ctx, &organisation, &key).await?;
    Ok(data("application/ld+json", rules::key_document(ctx.app().site(), &key)))
}

/// A key as a JSON Web Key. A compromised one is not there any more: whoever reads it would trust
/// it.
pub(super) async fn jwk(ctx: Ctx, Path((organisation, key)): Path<(String, String)>) -> web::Result<Response> {
    let key = one(&ctx, &organisation, &key).await?;
    if !key.is_trusted() {
        return Err(Error::NotFound);
    }
    Ok(data("application/jwk+json", rules::key_jwk(ctx.app().site(), &key)))
}

/// What wallets read.
pub(super) async fn wallet(ctx: Ctx, Path(address): Path<String>) -> web::Result<Response> {
    let (organisation, keys) = issuer(&ctx, &address).await?;
    Ok(data("application/json", rules::wallet_metadata(ctx.app().site(), organisation.id, &keys)))
}
