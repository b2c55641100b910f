//! Experts: what they say of themselves, the roles they hold over time, and who is shown in public.
//!
//! The profile is the person's own; an organisation keeps roles and nothing else. Nobody is shown
//! in public without a consent that is in force at that moment: it is asked of `people` each time.

mod model;
mod pages;
mod rules;
mod store;
#[cfg(test)]
pub(crate) mod tests;

pub use model::{Claim, Evidence, LivedExperience, NewExpert, NewRole, Profile, Quality, Standing, Value};
pub use rules::{ByStanding, ExpertCounts};

pub(crate) use pages::reality;
pub(crate) use store::organisations_of;

use ::store::{Conn, Db, Fault};
use access::{Act, Holding, Retention, Role, Scope, Tx};
use kernel::{ExpertRoleId, NaiveDate, OrganisationId, Period, PersonId};
use people::facade::RoleRecord;
use serde_json::json;
use std::collections::{HashMap, HashSet};

pub(crate) fn migrations() -> ::store::Migrations {
    store::migrations()
}

/// Ends a role. With the last one in an organisation ends what it let the person see and do there.
async fn end_role(tx: &mut Tx, role: &store::RoleOnRecord, version: i64, on: NaiveDate) -> Result<(), Fault> {
    if let Some(person) = role.person {
        let mut others = store::roles_of(tx.conn(), person).await?;
        others.retain(|r| r.id != role.id && r.organisation == role.organisation && lasts(r.period, on));
        let mut held = held_in(tx, person, role.organisation).await?;
        held.retain(|record| others.is_empty() && lasts(record.held.period, on));
        for record in held {
            people::facade::end_role(tx, record.id, on).await?;
        }
    }
    store::end_role(tx, role, version, on).await
}

/// Ends all roles of a person in an organisation that go on.
pub(crate) async fn end_roles_in(
    tx: &mut Tx,
    person: PersonId,
    organisation: OrganisationId,
    on: NaiveDate,
) -> Result<(), Fault> {
    let roles = store::roles_of(tx.conn(), person).await?;
    for role in roles.iter().filter(|r| r.organisation == organisation && lasts(r.period, on)) {
        store::end_role(tx, role, role.version, on).await?;
    }
    Ok(())
}

/// Adds a role. Who had left and comes back sees again what the organisation's experts see.
async fn add_role(tx: &mut Tx, person: PersonId, role: &NewRole) -> Result<(), Fault> {
    let today = tx.env().today();
    let held = held_in(tx, person, role.organisation).await?;
    if lasts(role.period, today) && !held.iter().any(|record| lasts(record.held.period, today)) {
        let still_today = held.iter().any(|record| record.held.period.contains(today));
        let from = if still_today { today + kernel::Duration::days(1) } else { today };
        let scope = Scope::Organisation(role.organisation);
        people::facade::give_role(tx, person, Role::Expert, scope, Period::since(from)).await?;
    }
    store::add_role(tx, person, role).await?;
    Ok(())
}

/// Whether something goes on after a day.
fn lasts(period: Period, day: NaiveDate) -> bool {
    period.until().is_none_or(|until| until > day)
}

/// The roles that let a person in as an expert of an organisation, past ones included.
async fn held_in(tx: &Tx, person: PersonId, organisation: OrganisationId) -> Result<Vec<RoleRecord>, Fault> {
    let mut held = people::facade::roles_of(tx.conn(), person).await?;
    held.retain(|r| (r.held.role, r.held.scope) == (Role::Expert, Scope::Organisation(organisation)));
    Ok(held)
}

pub(crate) fn routes() -> web::Routes {
    web::Routes::new()
        .get("/esperti", Act::ReadPublic, pages::directory::show)
        .get("/realta/{id}/esperti", Act::ReadPublic, pages::roles::show)
        .post("/realta/{id}/esperti", Act::ManageExperts, pages::roles::add)
        .post("/realta/{id}/esperti/invita", Act::InviteToOrganisation, pages::roles::invite)
        .post("/realta/{id}/esperti/{role}/fine", Act::ManageExperts, pages::roles::end)
        .get("/profilo/esperienza", Act::UseOwnAccount, pages::profile::show)
        .post("/profilo/esperienza", Act::UseOwnAccount, pages::profile::save)
        .post("/profilo/esperienza/elenco", Act::UseOwnAccount, pages::profile::list_me)
        .post("/profilo/esperienza/elenco/togli", Act::UseOwnAccount, pages::profile::unlist_me)
        .post("/profilo/esperienza/ruoli/{role}/fine", Act::UseOwnAccount, pages::profile::end_role)
}

/// How many experts are active in an organisation on a day. No statement but one.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn expert_counts(
    conn: &impl Conn,
    organisation: OrganisationId,
    on: NaiveDate,
) -> Result<ExpertCounts, Fault> {
    let counts = store::counts(conn, on, &[organisation]).await?;
    Ok(counts.get(&organisation).copied().unwrap_or_default())
}

/// How many experts are active on a day in each of several organisations that has some, in one
/// statement.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn expert_counts_of(
    conn: &impl Conn,
    organisations: &[OrganisationId],
    on: NaiveDate,
) -> Result<HashMap<OrganisationId, ExpertCounts>, Fault> {
    store::counts(conn, on, organisations).await
}

/// Who is active as an expert in each of several organisations on a day, and since when. For the
/// organisation's own pages and for counting, never for a public page. One statement.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn active_experts(
    conn: &impl Conn,
    organisations: &[OrganisationId],
    on: NaiveDate,
) -> Result<HashMap<OrganisationId, Vec<(PersonId, NaiveDate)>>, Fault> {
    store::active_experts(conn, organisations, on).await
}

/// Which of several people are active as experts in some organisation on a day. One statement.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn active_among(conn: &impl Conn, people: &[PersonId], on: NaiveDate) -> Result<HashSet<PersonId>, Fault> {
    store::active_among(conn, people, on).await
}

/// Records many experts with traits and roles at once, for made-up networks.
///
/// # Errors
/// [`Fault::Duplicate`] when one of them is on record already.
pub async fn create_experts(tx: &mut Tx, experts: Vec<NewExpert>) -> Result<(), Fault> {
    store::create(tx, &experts).await
}

/// An expert as the public may see them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedExpert {
    /// Who.
    pub person: PersonId,
    /// The name.
    pub name: String,
    /// What their roles are called.
    pub titles: Vec<String>,
}

/// The experts whom an organisation's public page shows on a day: active there, and with a
/// consent in force. By name, at most 200.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn listed_experts(
    conn: &impl Conn,
    organisation: OrganisationId,
    on: NaiveDate,
) -> Result<Vec<ListedExpert>, Fault> {
    let roles = store::active_in(conn, organisation, on, 400).await?;
    let mut people: Vec<PersonId> = roles.iter().filter_map(|role| role.person).collect();
    people.sort_unstable();
    people.dedup();
    let consenting = people::facade::listing_consents(conn, &people).await?;
    people.retain(|person| rules::shown_in_public(consenting.contains(person), true));
    let mut names = people::facade::person_names(conn, &people).await?;
    let titles_of = |person: PersonId| {
        let theirs = roles.iter().filter(|role| role.person == Some(person) && !role.title.is_empty());
        let mut titles: Vec<String> = theirs.map(|role| role.title.clone()).collect();
        titles.dedup();
        titles
    };
    let listed = people.into_iter().filter_map(|person| {
        let name = names.remove(&person)?;
        Some(ListedExpert { person, name, titles: titles_of(person) })
    });
    let mut listed: Vec<_> = listed.collect();
    listed.sort_by_key(|expert| kernel::fold(&expert.name));
    listed.truncate(200);
    Ok(listed)
}

/// A person's profile as an expert, in their own words: for the person alone.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn own_profile(conn: &impl Conn, app: &web::App, person: PersonId) -> Result<Profile, Fault> {
    Ok(pages::profile::on_file(conn, app, person).await?.0)
}

/// The roles that a person holds and held as an expert, the latest first, with the organisation of
/// each: for the person alone.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn own_roles(conn: &impl Conn, person: PersonId) -> Result<Vec<(ExpertRoleId, NewRole)>, Fault> {
    let role = |role: store::RoleOnRecord| {
        let store::RoleOnRecord { id, organisation, standing, title, period, .. } = role;
        (id, NewRole { organisation, standing, title, period })
    };
    Ok(store::roles_of(conn, person).await?.into_iter().map(role).collect())
}

/// Whether a person has said something in their profile as an expert.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn has_profile(conn: &impl Conn, person: PersonId) -> Result<bool, Fault> {
    Ok(store::on_record(conn, person).await?.version > 0)
}

/// What this feature holds on persons.
pub(crate) struct Held;

#[async_trait::async_trait]
impl Holding for Held {
    fn name(&self) -> &'static str {
        "experts"
    }
    fn retention(&self) -> &'static [Retention] {
        const ALL: &[Retention] = &[
            Retention {
                table: "expert",
                person_column: "person",
                purpose: "retention-expert-profile",
                days: None,
                since: "",
            },
            Retention {
                table: "expert_trait",
                person_column: "-",
                purpose: "retention-expert-profile",
                days: None,
                since: "",
            },
            Retention {
                table: "expert_role",
                person_column: "person",
                purpose: "retention-expert-role",
                days: None,
                since: "",
            },
        ];
        ALL
    }
    async fn export(&self, db: &Db, person: PersonId) -> Result<serde_json::Value, Fault> {
        let record = store::on_record(db.reader(), person).await?;
        let traits = record.claims.iter().map(|claim| json!({"trait": claim.code(), "shown_by": claim.evidence()}));
        let roles = store::roles_of(db.reader(), person).await?;
        let roles = roles.iter().map(|role| {
            json!({
                "organisation": role.organisation, "standing": role.standing, "title": role.title,
                "from": role.period.from(), "until": role.period.until(),
            })
        });
        Ok(json!({
            "lived_experience": record.lived,
            "traits": traits.collect::<Vec<_>>(),
            "roles": roles.collect::<Vec<_>>(),
        }))
    }
    async fn erase(&self, tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
        store::erase(tx, person).await
    }
}
