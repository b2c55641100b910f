//! What this slice holds on persons, and how all slices' holdings are handed over and erased.

use crate::{
    account, consent, invitation, keys::MasterKey, mail, passkey, person, role, second_step, session, text, token,
};
use access::{Holding, Retention, Tx, audit};
use async_trait::async_trait;
use kernel::{Event, PersonId};
use serde_json::{Map, Value, json};
use store::{Conn, Db, Fault};

/// What this slice holds on persons.
#[derive(Debug)]
pub(crate) struct Held;

const fn kept(table: &'static str, person_column: &'static str, purpose: &'static str) -> Retention {
    Retention { table, person_column, purpose, days: None, since: "" }
}

const fn for_days(
    table: &'static str,
    person_column: &'static str,
    purpose: &'static str,
    days: u32,
    since: &'static str,
) -> Retention {
    Retention { table, person_column, purpose, days: Some(days), since }
}

const RETENTION: &[Retention] = &[
    kept("person", "id", "retention-person"),
    kept("account", "person", "retention-account"),
    kept("held_role", "person", "retention-role"),
    kept("consent", "person", "retention-consent"),
    kept("person_key", "person", "retention-text"),
    kept("personal_text", "person", "retention-text"),
    kept("text_grant", "owner", "retention-grant"),
    kept("second_step", "person", "retention-second-step"),
    kept("recovery_code", "person", "retention-second-step"),
    kept("passkey", "person", "retention-second-step"),
    for_days("session", "person", "retention-session", 1, "expires_at"),
    for_days("mail_link", "person", "retention-link", 1, "expires_at"),
    for_days("passkey_ceremony", "person", "retention-link", 1, "expires_at"),
    for_days("api_token", "person", "retention-token", 30, "expires_at"),
    for_days("invitation", "accepted_by", "retention-invitation", 365, "created_at"),
    for_days("mail", "-", "retention-mail", 30, "created_at"),
    for_days("attempt_window", "-", "retention-attempt", 2, "since"),
];

#[async_trait]
impl Holding for Held {
    fn name(&self) -> &'static str {
        "people"
    }
    fn retention(&self) -> &'static [Retention] {
        RETENTION
    }
    /// All but the personal texts, which need the installation's key: [`export`] adds them.
    async fn export(&self, db: &Db, person: PersonId) -> Result<Value, Fault> {
        let conn = db.reader();
        let roles: Vec<_> = role::store::of_person(conn, person).await?.into_iter().map(|r| r.held).collect();
        Ok(json!({
            "person": person::store::held(conn, person).await?,
            "account": account::store::held(conn, person).await?,
            "roles": roles,
            "consents": consent::store::of_person(conn, person, 1000).await?,
            "sessions": session::store::of_person(conn, person, db.env().now()).await?,
            "codes_set_up_at": second_step::store::held(conn, person).await?,
            "passkeys": passkey::store::of_person(conn, person).await?,
            "tokens": token::store::of_person(conn, person).await?,
            "text_grants": text::store::grants(conn, person).await?,
            "invitations": invitation::store::held(conn, person).await?,
            "mail": mail::store::held(conn, person).await?,
        }))
    }
    async fn erase(&self, tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
        text::store::erase(tx, person).await?;
        session::store::end_all(tx, person, None).await?;
        token::store::end_all(tx, person).await?;
        second_step::store::remove(tx, person).await?;
        passkey::store::remove_all(tx, person).await?;
        role::store::erase(tx, person).await?;
        consent::store::erase(tx, person).await?;
        account::store::erase(tx, person).await?;
        // These two find the person by the address, so the record itself goes last.
        invitation::store::erase(tx, person).await?;
        mail::store::erase(tx, person).await?;
        person::store::erase(tx, person).await
    }
}

/// How many rows of the trace go into an export.
const TRACE: i64 = 10_000;

/// All that is held on a person, by slice, with the texts opened and the trace; `None` where
/// nobody is on record with this id.
pub(crate) async fn export(
    db: &Db,
    holdings: &[Box<dyn Holding>],
    master: &MasterKey,
    person: PersonId,
) -> Result<Option<Value>, Fault> {
    if person::store::by_id(db.reader(), person).await?.is_none() {
        return Ok(None);
    }
    let mut all = Map::new();
    for holding in holdings {
        let mut held = holding.export(db, person).await?;
        text::store::open_within(db.reader(), master, person, &mut held).await?;
        all.insert(holding.name().to_owned(), held);
    }
    let texts = text::store::of_person(db.reader(), master, person).await?;
    all.insert("texts".to_owned(), serde_json::to_value(texts).map_err(Fault::unreadable)?);
    let trace = audit::concerning(db.reader(), person, TRACE, 0).await?;
    let line = |e: &audit::Entry| json!({"at": e.at, "act": e.act, "own": e.actor_person == Some(person.uuid()), "detail": e.detail});
    all.insert("trace".to_owned(), trace.iter().map(line).collect());
    Ok(Some(Value::Object(all)))
}

/// What the trace says of an erasure.
const ERASED: &str = "person-erased";

/// Who was erased, as the trace says, and is not on record.
pub(crate) async fn erased(conn: &impl Conn) -> Result<Vec<PersonId>, Fault> {
    let mut gone = audit::whom(conn, ERASED).await?;
    let known = person::store::names(conn, &gone).await?;
    gone.retain(|person| !known.contains_key(person));
    Ok(gone)
}

/// Erases what is held on a person in every slice; this one goes last, since it knows the
/// address by which others may find what they hold.
pub(crate) async fn erase(tx: &mut Tx, holdings: &[Box<dyn Holding>], person: PersonId) -> Result<(), Fault> {
    let own = Held.name();
    for holding in holdings.iter().filter(|holding| holding.name() != own) {
        holding.erase(tx, person).await?;
    }
    Held.erase(tx, person).await?;
    tx.note("what", ERASED);
    tx.emit(Event::PersonErased { person });
    Ok(())
}
