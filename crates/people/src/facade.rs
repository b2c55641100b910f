//! What later slices, the command line and the jobs may use of this one.

pub use crate::consent::model::{ConsentKind, ConsentRecord};
pub use crate::mail::model::{Mail, MailState, MailToSend, OutboxLine};
pub use crate::person::model::{NewPerson, Person};
pub use crate::role::model::RoleRecord;

mod accounts;
mod own;

pub use accounts::*;
pub use own::*;

use crate::{consent, mail, person, role};
use access::{HeldRole, Role, Scope, Tx};
use kernel::{EmailAddress, Event, Lang, MailId, NaiveDate, Period, PersonId, RoleId};
use std::collections::{HashMap, HashSet};
use store::{Conn, Fault};

/// How many lines a page of persons has.
pub const PEOPLE_PER_PAGE: i64 = 30;

/// Where a page of a list begins; the first page is 1.
pub(crate) fn skip(page: u32) -> i64 {
    i64::from(page.max(1) - 1) * PEOPLE_PER_PAGE
}

// Persons.

/// Puts a person on record, without an account.
///
/// # Errors
/// [`Fault::Duplicate`] when the mail address is on record already.
pub async fn new_person(tx: &mut Tx, person: NewPerson) -> Result<PersonId, Fault> {
    let id = tx.env().id();
    person::store::insert(tx, &[(id, person)]).await?;
    tx.about(id);
    Ok(id)
}

/// Puts many persons on record at once. Their ids are the caller's, so that other records can be
/// made in the same breath.
///
/// # Errors
/// [`Fault::Duplicate`] when a mail address is on record already.
pub async fn new_people(tx: &mut Tx, people: Vec<(PersonId, NewPerson)>) -> Result<(), Fault> {
    person::store::insert(tx, &people).await
}

/// A person on record.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn person(conn: &impl Conn, id: PersonId) -> Result<Option<Person>, Fault> {
    person::store::by_id(conn, id).await
}

/// The names of many persons in one query. A person who was erased has none.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn person_names(conn: &impl Conn, people: &[PersonId]) -> Result<HashMap<PersonId, String>, Fault> {
    person::store::names(conn, people).await
}

/// The person whom mail to an address reaches.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn find_person_by_email(conn: &impl Conn, email: &EmailAddress) -> Result<Option<PersonId>, Fault> {
    Ok(person::store::by_email(conn, email).await?.map(|person| person.id))
}

// Consents.

/// Which of these persons may stand on public pages with their name.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn listing_consents(conn: &impl Conn, people: &[PersonId]) -> Result<HashSet<PersonId>, Fault> {
    consent::store::in_force(conn, ConsentKind::PublicListing, people).await
}

/// Which of these persons gave a consent that is in force.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn consents(conn: &impl Conn, kind: ConsentKind, people: &[PersonId]) -> Result<HashSet<PersonId>, Fault> {
    consent::store::in_force(conn, kind, people).await
}

/// A page (from 1) of the persons who are listed in public, by name, and how many there are in
/// all; with words to look for, only those whose name holds them.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn listed_people(conn: &impl Conn, search: &str, page: u32) -> Result<(Vec<(PersonId, String)>, i64), Fault> {
    consent::store::listed(conn, search, PEOPLE_PER_PAGE, skip(page)).await
}

/// Writes down that persons gave a consent, with the very words that they were shown.
///
/// # Errors
/// [`Fault::Duplicate`] when one of them gave it already.
pub async fn give_consents(
    tx: &mut Tx,
    people: &[PersonId],
    kind: ConsentKind,
    wording: &str,
    lang: Lang,
) -> Result<(), Fault> {
    consent::store::give(tx, people, kind, wording, lang).await
}

/// Withdraws a consent of a person; says whether there was one in force.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn withdraw_consent(tx: &mut Tx, person: PersonId, kind: ConsentKind) -> Result<bool, Fault> {
    tx.about(person);
    tx.note("withdrawn", kind.code());
    consent::store::withdraw(tx, person, kind).await
}

// Roles.

/// Gives a person a role in a scope for a time. What the Charter says of an organisation may depend on
/// who works there: it is checked again.
///
/// # Errors
/// [`Fault::Link`] when there is no such person.
pub async fn give_role(
    tx: &mut Tx,
    person: PersonId,
    role: Role,
    scope: Scope,
    period: Period,
) -> Result<RoleId, Fault> {
    tx.about(person);
    tx.note("role", role.code());
    tell_organisation(tx, scope);
    let ids = role::store::insert(tx, &[(person, HeldRole { role, scope, period })]).await?;
    ids.first().copied().ok_or(Fault::Stale)
}

/// Gives many roles at once.
///
/// # Errors
/// [`Fault::Link`] when a person is not on record.
pub async fn give_roles(tx: &mut Tx, roles: &[(PersonId, HeldRole)]) -> Result<Vec<RoleId>, Fault> {
    role::store::insert(tx, roles).await
}

fn tell_organisation(tx: &mut Tx, scope: Scope) {
    if let Scope::Organisation(organisation) = scope {
        tx.emit(Event::OrganisationChanged { organisation });
    }
}

/// Ends a role; `last` is the last day on which it is held. With a day before its first, it is
/// as if it had never been given. The organisation in which it was held is checked again.
///
/// # Errors
/// [`Fault::Stale`] when there is no such role.
pub async fn end_role(tx: &mut Tx, role: RoleId, last: NaiveDate) -> Result<RoleRecord, Fault> {
    let record = role::store::by_id(tx.conn(), role).await?.ok_or(Fault::Stale)?;
    tx.about(record.person);
    tx.note("role", record.held.role.code());
    role::store::end(tx, &record, last).await?;
    tell_organisation(tx, record.held.scope);
    Ok(record)
}

/// A role on record.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn role(conn: &impl Conn, role: RoleId) -> Result<Option<RoleRecord>, Fault> {
    role::store::by_id(conn, role).await
}

/// All roles of a person, past and future ones included, the newest first.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn roles_of(conn: &impl Conn, person: PersonId) -> Result<Vec<RoleRecord>, Fault> {
    role::store::of_person(conn, person).await
}

/// A page (from 1) of the roles held in a scope on a day.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn roles_in(conn: &impl Conn, scope: Scope, day: NaiveDate, page: u32) -> Result<Vec<RoleRecord>, Fault> {
    role::store::in_scope(conn, scope, day, PEOPLE_PER_PAGE, skip(page)).await
}

/// All roles held in scopes on a day, for rules that ask who holds one: a list on a page takes
/// [`roles_in`].
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn all_roles_in(conn: &impl Conn, scopes: &[Scope], day: NaiveDate) -> Result<Vec<RoleRecord>, Fault> {
    role::store::in_scopes(conn, scopes, day).await
}

/// How many roles are held in a scope on a day.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn count_roles_in(conn: &impl Conn, scope: Scope, day: NaiveDate) -> Result<i64, Fault> {
    role::store::count_in_scope(conn, scope, day).await
}

/// The first person who holds a role on a day, for the entries of the demo.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn first_with_role(conn: &impl Conn, role: Role, day: NaiveDate) -> Result<Option<PersonId>, Fault> {
    role::store::first_with(conn, role, day).await
}

// Mail.

/// Puts a message in the queue; it leaves when the transaction is committed.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn queue_mail(tx: &mut Tx, mail: &Mail) -> Result<MailId, Fault> {
    mail::store::insert(tx, mail).await
}

/// The messages whose time has come, at most `limit`. One node sends at a time: the caller holds
/// a lease.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn mail_to_send(
    conn: &impl Conn,
    now: kernel::DateTime<kernel::Utc>,
    limit: i64,
) -> Result<Vec<MailToSend>, Fault> {
    mail::store::to_send(conn, now, limit).await
}

/// Notes that a message left.
///
/// # Errors
/// [`Fault::Stale`] when it is not there any more.
pub async fn mail_sent(tx: &mut Tx, id: MailId) -> Result<(), Fault> {
    mail::store::sent(tx, id).await
}

/// Notes that a message failed; it is tried again later, and given up after twelve times.
///
/// # Errors
/// [`Fault::Stale`] when it does not wait any more.
pub async fn mail_failed(tx: &mut Tx, id: MailId, error: &str) -> Result<(), Fault> {
    mail::store::failed(tx, id, error).await
}

/// A page (from 1) of the outbox, the newest first, and how many messages there are.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn outbox(conn: &impl Conn, page: u32) -> Result<(Vec<OutboxLine>, i64), Fault> {
    mail::store::outbox(conn, PEOPLE_PER_PAGE, skip(page)).await
}

/// How many messages wait to be sent, and how many were given up.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn mail_counts(conn: &impl Conn) -> Result<(i64, i64), Fault> {
    mail::store::counts(conn).await
}
