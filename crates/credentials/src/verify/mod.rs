//! Verification of a credential by code, by link or by file, without an account.
//!
//! Everything is checked here, with what is at hand: nothing is fetched from another host. What
//! could not be checked is said as clearly as what could. Nothing is kept of a verification.

mod model;
mod pages;
mod rules;
#[cfg(test)]
mod tests;

use self::{
    model::{GivenKey, Presented, Report},
    rules::{Bit, Known},
};
use crate::{
    credential,
    issuer::{self, model::read_list_address},
    proof::PublicKey,
};
use ::store::{Conn, Fault};
use access::Act;
use web::App;

pub(crate) fn migrations() -> ::store::Migrations {
    Vec::new()
}

pub(crate) fn routes() -> web::Routes {
    web::Routes::new()
        .get("/verifica", Act::ReadPublic, pages::ask)
        .post("/verifica", Act::ReadPublic, pages::answer)
        .get("/verifica/{code}", Act::ReadPublic, pages::by_code)
}

pub(crate) fn holdings() -> Vec<Box<dyn access::Holding>> {
    Vec::new()
}

/// What the checks of a credential say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// `valid`, `not-valid`, or `partly` where not everything could be checked here.
    pub verdict: &'static str,
    /// Each check (`signature`, `issuer`, `days`, `status`) and what was found, in a word.
    pub checks: Vec<(&'static str, &'static str)>,
}

/// Checks what somebody shows: a document, a token, a picture of a badge; with the issuer's
/// profile or key beside it, where they have it. Nothing where it is no credential.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn check(conn: &impl Conn, app: &App, shown: &[u8], issuer: Option<&str>) -> Result<Option<Checked>, Fault> {
    let Ok(presented) = Presented::parse(shown) else { return Ok(None) };
    let given = issuer.and_then(|text| model::given_key(text, presented.key_name()));
    let report = report(conn, app, &presented, given).await?;
    let checks = report.checks.iter().map(|(check, found)| (check.code(), found.word())).collect();
    Ok(Some(Checked { verdict: report.verdict().code(), checks }))
}

/// Looks up what is known here, and makes the checks.
async fn report(conn: &impl Conn, app: &App, presented: &Presented, given: Option<GivenKey>) -> Result<Report, Fault> {
    let (site, now) = (app.site(), app.env().now());
    let name = presented.key_name().unwrap_or_default();
    let house = site.link("/emittenti/");
    // Who says to be of this house is known by a key of this house, and by no other.
    let ours = name.starts_with(&house) || presented.issuer().is_some_and(|issuer| issuer.starts_with(&house));
    let mut not_trusted = None;
    let known = match (issuer::by_address(conn, site, name).await?, given, presented.own_key()) {
        (Some(key), ..) => {
            let public = PublicKey::ed25519(&key.public).ok_or_else(|| Fault::unreadable("a public key"))?;
            not_trusted = key.compromised.map(|compromise| compromise.since);
            Known::Here(public, site.link(&issuer::model::path(key.organisation)))
        }
        (None, ..) if ours => Known::Missing,
        (None, Some(given), _) => {
            not_trusted = given.revoked.filter(|at| *at <= now);
            Known::Given(given.key)
        }
        (None, None, Some(own)) => Known::Carried(own),
        (None, None, None) => Known::Nothing,
    };
    let bit = match presented.status() {
        None => Bit::None,
        Some((list, slot)) => match (read_list_address(site, list.trim_end_matches("/token")), slot) {
            (None, _) if ours || list.is_empty() => Bit::Missing,
            (None, _) => Bit::Elsewhere,
            (Some(_), None) => Bit::Missing,
            (Some((organisation, list)), Some(slot)) => {
                credential::is_revoked(conn, organisation, list, slot).await?.map_or(Bit::Missing, Bit::Here)
            }
        },
    };
    Ok(rules::looked_at(presented, (&known, not_trusted), bit, now))
}
