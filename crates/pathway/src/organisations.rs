//! The organisations that lists of the path name, looked up together.

use access::{Act, Actor, Permit, Target};
use kernel::OrganisationId;
use network::facade::Listed;
use std::collections::{HashMap, HashSet};
use store::{Conn, Fault};

/// These organisations by id, each looked up once however often it is named: one statement.
pub(crate) async fn listed(
    conn: &impl Conn,
    mut ids: Vec<OrganisationId>,
) -> Result<HashMap<OrganisationId, Listed>, Fault> {
    ids.sort_unstable();
    ids.dedup();
    network::facade::organisation_names(conn, &ids).await
}

/// Those of these organisations in which the policy lets somebody do something today: one statement.
/// Who was named by a record there, and works there no longer, does not reach it any more.
pub(crate) async fn reached(
    conn: &impl Conn,
    actor: &Actor,
    act: Act,
    ids: Vec<OrganisationId>,
) -> Result<HashSet<OrganisationId>, Fault> {
    let may = |one: &Listed| Permit::ask(actor, act, Target::organisation(one.id, one.territory)).is_ok();
    Ok(listed(conn, ids).await?.into_values().filter(may).map(|one| one.id).collect())
}
