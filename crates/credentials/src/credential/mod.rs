//! Credentials: one record, signed once in three forms, with one bit that says whether it stands.
//!
//! It is signed a second time only when the key of the first is trusted no more: what it says, its
//! code and its bit stay the same.

mod api;
pub(crate) mod model;
pub(crate) mod rules;
mod store;
#[cfg(test)]
pub(crate) mod tests;

pub use model::{Again, Alignment, Form, Issued, IssuingError, NewCredential, Part, Revoked, Shown, new_code, path_of};

use self::store::{Ready, again};
use crate::issuer;
use ::store::{Conn, Db, Fault};
use access::{Act, Holding, Retention, Tx};
use kernel::{CredentialId, IssuerKeyId, OrganisationId, PersonId};
use serde_json::json;
use std::collections::{BTreeMap, HashMap};
use web::App;

pub(crate) fn migrations() -> ::store::Migrations {
    store::migrations()
}

pub(crate) fn routes() -> web::Routes {
    web::Routes::new().api_get("/emittenti/{organisation}/stato/{list}", Act::ReadPublic, api::status_list).api_get(
        "/emittenti/{organisation}/stato/{list}/token",
        Act::ReadPublic,
        api::token_status_list,
    )
}

/// Issues credentials: each is signed in all forms at once and has a status bit of its own. In the
/// order given.
///
/// # Errors
/// [`Fault::Unreadable`] when one says something that cannot be signed: none is issued then.
pub async fn issue(tx: &mut Tx, app: &App, new: Vec<NewCredential>) -> Result<Vec<CredentialId>, Fault> {
    let new = new.into_iter().map(|one| (one, new_code(tx.env()))).collect();
    issue_as(tx, app, new).await
}

/// The same under codes that [`new_code`] drew before: for who sets them on paper first.
///
/// # Errors
/// As [`issue`]; [`Fault::Duplicate`] when a code was used already.
pub async fn issue_as(tx: &mut Tx, app: &App, new: Vec<(NewCredential, String)>) -> Result<Vec<CredentialId>, Fault> {
    let mut by_issuer: BTreeMap<OrganisationId, Vec<usize>> = BTreeMap::new();
    for (at, (one, _)) in new.iter().enumerate() {
        by_issuer.entry(one.issuer).or_default().push(at);
    }
    let ids: Vec<CredentialId> = new.iter().map(|_| tx.env().id()).collect();
    let mut ready = Vec::with_capacity(new.len());
    for (organisation, places) in by_issuer {
        let (key, signing) = issuer::signing(tx, app, organisation).await?;
        let slots = store::take_slots(tx, organisation, places.len()).await?;
        for (at, slot) in places.into_iter().zip(slots) {
            let (one, code) = &new[at];
            let t = app.t(one.lang);
            let desk = rules::Desk { site: app.site(), env: tx.env(), t: &t, key: &key, signing: &signing };
            let forms = desk.write(one, code, slot).map_err(Fault::unreadable)?;
            ready.push(Ready { id: ids[at], code: code.clone(), key: key.id, slot, new: one, forms });
        }
    }
    store::insert(tx, ready).await?;
    for (id, (one, _)) in ids.iter().zip(&new) {
        tx.about(one.holder);
        if new.len() == 1 {
            tx.note("credential", id.to_string());
        }
    }
    if new.len() != 1 {
        tx.note("credentials", new.len());
    }
    Ok(ids)
}

/// The oldest key that is trusted no more and under which something is still to be signed again, and
/// the organisation whose it is.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn to_sign_again(conn: &impl Conn) -> Result<Option<(IssuerKeyId, OrganisationId)>, Fault> {
    again::waiting(conn).await
}

/// How many credentials of an organisation are still to be signed again.
pub(crate) async fn count_to_sign_again(conn: &impl Conn, organisation: OrganisationId) -> Result<i64, Fault> {
    again::count(conn, organisation).await
}

/// Signs some of what stands under a key that is trusted no more with the key in use, as
/// [`to_sign_again`] names both. What each credential says, its code and its status bit stay; only
/// the signature is another. Done twice, each is signed once.
///
/// # Errors
/// [`Fault::Conflict`] when something else was done to one of them at the same moment.
pub async fn sign_again(
    tx: &mut Tx,
    app: &App,
    (before, organisation): (IssuerKeyId, OrganisationId),
    limit: i64,
) -> Result<Again, Fault> {
    let standing = again::under(tx.conn(), before, limit).await?;
    if standing.is_empty() {
        return Ok(Again::default());
    }
    let (key, signing) = issuer::signing(tx, app, organisation).await?;
    for one in &standing {
        let forms = {
            let t = app.t(one.record.lang);
            let desk = rules::Desk { site: app.site(), env: tx.env(), t: &t, key: &key, signing: &signing };
            desk.write(&one.record, &one.code, one.slot).map_err(Fault::unreadable)?
        };
        again::keep(tx, before, one.id, (key.id, forms)).await?;
        tx.about(one.record.holder);
    }
    let mut holders: Vec<PersonId> = standing.iter().map(|one| one.record.holder).collect();
    holders.sort_unstable();
    holders.dedup();
    let waiting = again::holders(tx.conn(), before, &holders).await?;
    holders.retain(|holder| !waiting.contains(holder));
    tx.note("key", key.id.to_string());
    tx.note("in_place_of", before.to_string());
    tx.note("signed_again", standing.len());
    Ok(Again { count: standing.len(), holders })
}

/// Revokes a credential for an error in issuing it. Its status bit is set and stays; what it said
/// is removed.
///
/// # Errors
/// [`Fault::Stale`] when it was revoked already.
pub async fn revoke(tx: &mut Tx, id: CredentialId, error: IssuingError) -> Result<(), Fault> {
    let holder = credential(tx.conn(), id).await?.and_then(|issued| issued.record).map(|record| record.holder);
    if let Some(holder) = holder {
        tx.about(holder);
    }
    tx.note("credential", id.to_string());
    tx.note("error", error.code());
    store::revoke(tx, id, error).await
}

/// Keeps what its holder lets a check show.
///
/// # Errors
/// [`Fault::Stale`] when it was revoked.
pub async fn show(tx: &mut Tx, id: CredentialId, shown: &Shown) -> Result<(), Fault> {
    tx.note("credential", id.to_string());
    store::show(tx, id, shown).await
}

/// A credential on record.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn credential(conn: &impl Conn, id: CredentialId) -> Result<Option<Issued>, Fault> {
    store::by_id(conn, id).await
}

/// Several credentials, by their ids; at most a thousand.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn credentials(conn: &impl Conn, ids: &[CredentialId]) -> Result<HashMap<CredentialId, Issued>, Fault> {
    Ok(store::by_ids(conn, ids).await?.into_iter().map(|issued| (issued.id, issued)).collect())
}

/// The credentials of a person, the newest first.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn credentials_of(conn: &impl Conn, person: PersonId) -> Result<Vec<Issued>, Fault> {
    store::of_person(conn, person).await
}

/// The credential that has a code, however it was typed.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn by_code(conn: &impl Conn, code: &str) -> Result<Option<Issued>, Fault> {
    match model::read_code(code) {
        Some(code) => store::by_code(conn, &code).await,
        None => Ok(None),
    }
}

/// A credential in one of its forms, as it was signed; nothing once it was revoked.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn file(conn: &impl Conn, id: CredentialId, form: Form) -> Result<Option<String>, Fault> {
    store::form(conn, id, form).await
}

/// Whether a status bit of this installation is set; nothing where no credential has it.
pub(crate) async fn is_revoked(
    conn: &impl Conn,
    organisation: OrganisationId,
    list: i64,
    slot: u32,
) -> Result<Option<bool>, Fault> {
    store::bit(conn, organisation, rules::Slot { list, slot }).await
}

pub(crate) fn holdings() -> Vec<Box<dyn Holding>> {
    vec![Box::new(Held)]
}

/// What this feature holds on persons.
struct Held;

#[async_trait::async_trait]
impl Holding for Held {
    fn name(&self) -> &'static str {
        "credentials"
    }
    fn retention(&self) -> &'static [Retention] {
        const ALL: &[Retention] = &[Retention {
            table: "credential",
            person_column: "holder",
            purpose: "retention-credential",
            days: None,
            since: "",
        }];
        ALL
    }
    async fn export(&self, db: &Db, person: PersonId) -> Result<serde_json::Value, Fault> {
        let mut all = Vec::new();
        for issued in store::of_person(db.reader(), person).await? {
            let badge = store::form(db.reader(), issued.id, Form::OpenBadge).await?;
            let shown: Vec<&str> = issued.shown.parts().iter().map(|part| part.code()).collect();
            all.push(json!({
                "code": issued.code, "says": issued.record, "a_check_shows": shown, "open_badge": badge,
                "signed_again_at": issued.signed_again_at,
            }));
        }
        Ok(json!(all))
    }
    async fn erase(&self, tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
        store::erase(tx, person).await
    }
}
