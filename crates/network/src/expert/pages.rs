//! The pages of experts: the public directory, an organisation's roles, the person's own profile.

pub(super) mod directory;
pub(super) mod profile;
pub(super) mod roles;

use super::{model::Standing, store::RoleOnRecord};
use crate::organisation::{self, model::Organisation};
use ::store::{Conn, Fault};
use access::Act;
use kernel::{OrganisationId, Period};
use std::{collections::HashMap, fmt::Write};
use web::{
    Ctx, Error, T,
    ui::{Badge, State},
};

/// The organisation that an address names, when this person may know of it: it is in the public
/// register, or they may read its records.
pub(crate) async fn reality(ctx: &Ctx, address: &str) -> web::Result<Organisation> {
    let found = organisation::store::by_address(ctx.db().reader(), address).await?.ok_or(Error::NotFound)?;
    let known = found.listed || ctx.may(Act::ReadOrganisation, found.target());
    if known { Ok(found) } else { Err(Error::NotFound) }
}

/// A period in words.
fn period(t: &T, period: Period) -> String {
    let from = t.date(period.from());
    match period.until() {
        None => t.arg("expert-period-since", "from", from),
        Some(until) => t.args("expert-period", &[("from", from.into()), ("until", t.date(until).into())]),
    }
}

/// The name and address of each organisation, for lists.
pub(super) async fn names(
    conn: &impl Conn,
    ids: impl Iterator<Item = OrganisationId>,
) -> Result<HashMap<OrganisationId, (String, String)>, Fault> {
    let mut ids: Vec<_> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    let named = organisation::store::directory::names(conn, &ids).await?;
    Ok(named.into_iter().map(|(id, line)| (id, (line.name.clone(), line.href()))).collect())
}

/// Volunteer or paid, as a word. Both are of the same worth and look alike.
pub(super) fn standing(t: &T, standing: Standing) -> Badge {
    Badge::word(State::Kind, t.get(&format!("expert-standing-{}", standing.code())))
}

/// A role as a line of a list.
pub(super) struct RoleLine {
    pub id: String,
    pub version: i64,
    pub title: String,
    pub standing: Badge,
    pub period: String,
    pub active: bool,
    /// The person's name, or the organisation's: the one whose page it is not.
    pub with: String,
    pub href: Option<String>,
}

impl RoleLine {
    pub(super) fn new(t: &T, role: &RoleOnRecord, active: bool, with: String, href: Option<String>) -> Self {
        RoleLine {
            id: role.id.to_string(),
            version: role.version,
            title: if role.title.is_empty() { t.get("expert-role-untitled") } else { role.title.clone() },
            standing: standing(t, role.standing),
            period: period(t, role.period),
            active,
            with,
            href,
        }
    }
}

/// A value as it stands in the query of an address.
pub(crate) fn in_query(value: &str) -> String {
    let mut written = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.".contains(&byte) {
            written.push(char::from(byte));
        } else {
            let _ = write!(written, "%{byte:02X}");
        }
    }
    written
}
