//! Endorsements: a reality's formal assent to an exact version of the Document or the Charter,
//! through its representative; and its membership of the network.

mod model;
mod pages;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use model::{Version, Work};

use ::store::{Conn, Db, Fault};
use access::{Act, Holding, Retention, Tx};
use kernel::{NaiveDate, OrganisationId, PersonId};
use serde_json::json;
use std::collections::HashMap;

pub(crate) fn migrations() -> ::store::Migrations {
    store::migrations()
}

pub(crate) fn routes() -> web::Routes {
    web::Routes::new()
        .get("/adesioni", Act::ReadPublic, pages::public::show)
        .get("/realta/{id}/adesioni", Act::ReadPublic, pages::show)
        .post("/realta/{id}/adesioni", Act::Endorse, pages::sign)
        .post("/realta/{id}/adesioni/{endorsement}/ritira", Act::Endorse, pages::withdraw)
        .post("/realta/{id}/rete", Act::Endorse, pages::join)
        .post("/realta/{id}/rete/lascia", Act::Endorse, pages::leave)
}

/// The versions that an organisation endorses now.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn endorsed_versions(conn: &impl Conn, organisation: OrganisationId) -> Result<Vec<Version>, Fault> {
    Ok(store::standing(conn, Some(&[organisation])).await?.remove(&organisation).unwrap_or_default())
}

/// The versions that each organisation endorses now, in one statement.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn all_endorsed_versions(conn: &impl Conn) -> Result<HashMap<OrganisationId, Vec<Version>>, Fault> {
    store::standing(conn, None).await
}

/// The versions that each of these organisations endorses now.
pub(crate) async fn endorsed_by(
    conn: &impl Conn,
    organisations: &[OrganisationId],
) -> Result<HashMap<OrganisationId, Vec<Version>>, Fault> {
    store::standing(conn, Some(organisations)).await
}

/// How many organisations endorse a version now.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn endorsement_count(conn: &impl Conn, version: Version) -> Result<i64, Fault> {
    Ok(store::counts(conn).await?.get(&version.uuid()).copied().unwrap_or(0))
}

/// How many organisations belong to the network now.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn member_count(conn: &impl Conn) -> Result<i64, Fault> {
    store::members(conn).await
}

/// Records many endorsements at once, for made-up networks. Those who endorse join the network.
///
/// # Errors
/// [`Fault::Duplicate`] when one of them stands already.
pub async fn create_endorsements(tx: &mut Tx, all: &[(OrganisationId, Version, NaiveDate)]) -> Result<(), Fault> {
    store::sign_many(tx, all).await
}

/// What this feature holds on persons.
pub(crate) struct Held;

#[async_trait::async_trait]
impl Holding for Held {
    fn name(&self) -> &'static str {
        "endorsements"
    }
    fn retention(&self) -> &'static [Retention] {
        const ALL: &[Retention] = &[
            Retention {
                table: "endorsement",
                person_column: "signed_by",
                purpose: "retention-endorsement",
                days: None,
                since: "",
            },
            Retention {
                table: "network_member",
                person_column: "joined_by",
                purpose: "retention-endorsement",
                days: None,
                since: "",
            },
        ];
        ALL
    }
    async fn export(&self, db: &Db, person: PersonId) -> Result<serde_json::Value, Fault> {
        let signed = store::signed_by(db.reader(), person).await?;
        let line = |one: model::Endorsement| {
            json!({
                "organisation": one.organisation, "version": one.version.typed(), "capacity": one.capacity,
                "on": one.on, "withdrawn_on": one.withdrawn_on,
            })
        };
        Ok(json!(signed.into_iter().map(line).collect::<Vec<_>>()))
    }
    async fn erase(&self, tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
        store::forget_signer(tx, person).await
    }
}
