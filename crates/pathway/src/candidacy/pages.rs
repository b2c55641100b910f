//! The pages of candidacies: beginning one, the person's own page, links lost and renewed; and the
//! letters that lead to them.

pub(super) mod access;
pub(super) mod asked;
pub(super) mod begin;
pub(super) mod letters;
pub(super) mod link;
pub(crate) mod own;
pub(super) mod steps;

use super::model::{Belonging, Motive};
use crate::call::Call;
use network::facade::organisation_names;
use store::{Conn, Fault};
use web::{Ctx, Error, T};

/// The call that an address names, while everyone may read it.
pub(super) async fn public_call(ctx: &Ctx, id: &str) -> web::Result<Call> {
    let id = id.parse().map_err(|_| Error::NotFound)?;
    crate::call::by_id(ctx.db().reader(), id).await?.filter(Call::public).ok_or(Error::NotFound)
}

/// The name of the organisation of a call.
pub(super) async fn organisation_name(conn: &impl Conn, call: &Call) -> Result<String, Fault> {
    let names = organisation_names(conn, &[call.organisation]).await?;
    Ok(names.get(&call.organisation).map(|listed| listed.name.clone()).unwrap_or_default())
}

/// The six motivations, as boxes.
pub(super) fn motives(t: &T) -> Vec<(String, String)> {
    Motive::ALL.iter().map(|m| (m.code().to_owned(), t.get(&format!("candidacy-motive-{}", m.code())))).collect()
}

/// The answers on groups and associations.
pub(super) fn belongings(t: &T) -> Vec<(String, String)> {
    Belonging::ALL.iter().map(|b| (b.code().to_owned(), t.get(&format!("candidacy-belonging-{}", b.code())))).collect()
}
