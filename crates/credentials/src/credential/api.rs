//! Lists of status bits, at the addresses that credentials name.

use super::{rules, store};
use crate::{
    issuer::{self, IssuerKey, data},
    proof::SigningKey,
};
use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use kernel::OrganisationId;
use web::{Ctx, Error};

/// The key of an issuer, and the bits of one of its lists that are set.
async fn list(ctx: &Ctx, organisation: &str, list: i64) -> web::Result<((IssuerKey, SigningKey), Vec<u32>)> {
    let organisation: OrganisationId = organisation.parse().map_err(|_| Error::NotFound)?;
    let conn = ctx.db().reader();
    let revoked = store::revoked(conn, organisation, list).await?.ok_or(Error::NotFound)?;
    let key = issuer::opened(conn, ctx.app(), organisation).await?.ok_or(Error::NotFound)?;
    Ok((key, revoked))
}

/// The list as a credential.
pub(super) async fn status_list(ctx: Ctx, Path((organisation, number)): Path<(String, i64)>) -> web::Result<Response> {
    let (key, revoked) = list(&ctx, &organisation, number).await?;
    let document = rules::status_list(ctx.app().site(), ctx.env().now(), &key, number, &revoked)
        .map_err(|error| Error::Inside(error.to_string()))?;
    Ok(data("application/ld+json", document))
}

/// The list as a token, for wallets.
pub(super) async fn token_status_list(
    ctx: Ctx,
    Path((organisation, number)): Path<(String, i64)>,
) -> web::Result<Response> {
    let (key, revoked) = list(&ctx, &organisation, number).await?;
    let token = rules::token_status_list(ctx.app().site(), ctx.env().now(), &key, number, &revoked);
    let headers = [(header::CONTENT_TYPE, "application/statuslist+jwt"), (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")];
    Ok((headers, token).into_response())
}
