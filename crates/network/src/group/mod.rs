//! Reference groups and associations of experts, and who belongs to them.
//!
//! Belonging is a right and the person's own affair: an organisation reads a number, never a name,
//! and that only from five on, where it is not the number of all.

mod model;
mod pages;
mod store;
#[cfg(test)]
mod tests;

pub use model::{Group, GroupKind, Headcount, NewMembership};

pub(crate) use model::Membership;

use ::store::{Conn, Db, Fault};
use access::{Act, Holding, Retention, Tx};
use kernel::{NaiveDate, OrganisationId, PersonId, ReferenceGroupId};
use serde_json::json;
use std::collections::HashMap;

pub(crate) fn migrations() -> ::store::Migrations {
    store::migrations()
}

pub(crate) fn routes() -> web::Routes {
    web::Routes::new()
        .get("/gruppi", Act::ReadPublic, pages::list)
        .get("/gruppi/nuovo", Act::ManageGroups, pages::new)
        .post("/gruppi/nuovo", Act::ManageGroups, pages::add)
        .get("/gruppi/{id}/modifica", Act::ManageGroups, pages::edit)
        .post("/gruppi/{id}/modifica", Act::ManageGroups, pages::change)
        .post("/gruppi/{id}/elenco", Act::ManageGroups, pages::close)
        .get("/profilo/gruppi", Act::UseOwnAccount, pages::own::show)
        .post("/profilo/gruppi/{id}", Act::UseOwnAccount, pages::own::join)
        .post("/profilo/gruppi/{id}/lascia", Act::UseOwnAccount, pages::own::leave)
}

/// Puts a group on the list.
///
/// # Errors
/// [`Fault::Duplicate`] when one of that name is on it.
pub async fn add_group(tx: &mut Tx, group: &Group) -> Result<ReferenceGroupId, Fault> {
    store::add(tx, group).await
}

/// Records many memberships at once, for made-up networks.
///
/// # Errors
/// [`Fault::Duplicate`] when one of them is on record already.
pub async fn join_groups(tx: &mut Tx, memberships: &[NewMembership]) -> Result<(), Fault> {
    store::join_many(tx, memberships).await
}

/// How many of an organisation's active experts belong to a group or association. For the rules
/// of the Charter; shown to others only as a [`Headcount`].
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn belonging_count(conn: &impl Conn, organisation: OrganisationId, on: NaiveDate) -> Result<i64, Fault> {
    Ok(store::belonging(conn, on, &[organisation]).await?.remove(&organisation).unwrap_or(0))
}

/// The same for each of several organisations that has some, in one statement.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn belonging_counts_of(
    conn: &impl Conn,
    organisations: &[OrganisationId],
    on: NaiveDate,
) -> Result<HashMap<OrganisationId, i64>, Fault> {
    store::belonging(conn, on, organisations).await
}

/// The groups that these people want shown beside their names.
pub(crate) async fn shown_groups(
    conn: &impl Conn,
    people: &[PersonId],
) -> Result<HashMap<PersonId, Vec<String>>, Fault> {
    store::shown(conn, people).await
}

/// The groups that a person belongs to.
pub(crate) async fn memberships(conn: &impl Conn, person: PersonId) -> Result<Vec<Membership>, Fault> {
    store::memberships(conn, person).await
}

/// What this feature holds on persons.
pub(crate) struct Held;

#[async_trait::async_trait]
impl Holding for Held {
    fn name(&self) -> &'static str {
        "reference groups"
    }
    fn retention(&self) -> &'static [Retention] {
        const ALL: &[Retention] = &[Retention {
            table: "reference_group_member",
            person_column: "person",
            purpose: "retention-reference-group",
            days: None,
            since: "",
        }];
        ALL
    }
    async fn export(&self, db: &Db, person: PersonId) -> Result<serde_json::Value, Fault> {
        let mut groups = Vec::new();
        for membership in store::memberships(db.reader(), person).await? {
            let name = store::group(db.reader(), membership.group).await?.map(|kept| kept.group.name);
            groups.push(json!({"group": name, "shown_beside_the_name": membership.shown}));
        }
        Ok(json!(groups))
    }
    async fn erase(&self, tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
        store::leave_all(tx, person).await
    }
}
