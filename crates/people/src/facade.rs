//! What later slices, the command line and the jobs may use of this one.

pub use crate::account::model::Password;
pub use crate::consent::model::{ConsentKind, ConsentRecord};
pub use crate::invitation::model::{Invitation, InvitationState, NewInvitation};
pub use crate::mail::model::{Mail, MailState, MailToSend, OutboxLine};
pub use crate::person::model::{NewPerson, Person, PersonLine};
pub use crate::role::model::RoleRecord;
pub use crate::text::model::TextKind;

use crate::{
    account, consent, invitation, keys::MasterKey, mail, person, privacy, role, session, text, text::model::TypedText,
    token,
};
use access::{Act, Actor, HeldRole, Holding, Role, Scope, Target, Technical, Tx};
use async_trait::async_trait;
use axum::response::Response;
use kernel::{EmailAddress, InvitationId, Lang, MailId, NaiveDate, Period, PersonId, RoleId};
use std::collections::{HashMap, HashSet};
use store::{Conn, Fault};
use web::{App, Ctx, Identify};

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

/// Changes the name that a person is called by.
///
/// # Errors
/// [`Fault::Stale`] when there is no such person.
pub async fn rename_person(tx: &mut Tx, person: PersonId, name: &str) -> Result<(), Fault> {
    tx.about(person);
    person::store::rename(tx, person, name).await
}

/// A page (from 1) of the persons whose name holds the words looked for, by name, and how many
/// there are in all.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn find_people(conn: &impl Conn, search: &str, page: u32) -> Result<(Vec<PersonLine>, i64), Fault> {
    person::store::search(conn, search, PEOPLE_PER_PAGE, skip(page)).await
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

/// Gives a person a role in a scope for a time.
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

/// Ends a role; `last` is the last day on which it is held. With a day before its first, it is
/// as if it had never been given.
///
/// # Errors
/// [`Fault::Stale`] when there is no such role.
pub async fn end_role(tx: &mut Tx, role: RoleId, last: NaiveDate) -> Result<RoleRecord, Fault> {
    let record = role::store::by_id(tx.conn(), role).await?.ok_or(Fault::Stale)?;
    tx.about(record.person);
    tx.note("role", record.held.role.code());
    role::store::end(tx, &record, last).await?;
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

// Accounts.

/// How a new account is opened.
#[derive(Debug)]
pub enum FirstSignIn {
    /// With a password that the person is told.
    Password(Password),
    /// With a link by mail, by which the person chooses how to sign in.
    Invitation,
}

/// Opens an account: the person is put on record, or found by the address, and gets the roles.
/// With an invitation the person gets the first role and the account on accepting, and the
/// others at once.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn create_account(
    tx: &mut Tx,
    app: &App,
    email: EmailAddress,
    name: &str,
    first: FirstSignIn,
    roles: &[(Role, Scope)],
) -> Result<PersonId, Fault> {
    let found = person::store::by_email(tx.conn(), &email).await?.map(|person| person.id);
    let lang = Lang::default();
    let id = match found {
        Some(id) => id,
        None => new_person(tx, NewPerson { display_name: name.to_owned(), email: Some(email.clone()), lang }).await?,
    };
    tx.about(id);
    tx.note("what", "account-made");
    match first {
        FirstSignIn::Password(password) => {
            let hash = account::rules::hash(&password).await?;
            account::store::open(tx, id, Some(&hash)).await?;
            account::store::set_password(tx, id, &hash).await?;
        }
        FirstSignIn::Invitation => {
            let new = NewInvitation { email, display_name: name.to_owned(), lang, role: None, place: String::new() };
            invitation::pages::write(tx, app, &new).await?;
        }
    }
    let period = Period::since(tx.env().today());
    for (role, scope) in roles {
        give_role(tx, id, *role, *scope, period).await?;
    }
    Ok(id)
}

/// Opens accounts without a password for many persons at once, for the demo: each is entered by
/// [`sign_in_as`], or by a link by mail.
///
/// # Errors
/// [`Fault::Link`] when a person is not on record.
pub async fn open_accounts(tx: &mut Tx, people: &[PersonId]) -> Result<(), Fault> {
    for person in people {
        account::store::open(tx, *person, None).await?;
    }
    Ok(())
}

/// Signs a person in without asking for anything, and goes to `next`. For the one-click entries
/// of the demo alone: the caller has made sure that everything here is made up.
///
/// # Errors
/// [`web::Error::NotFound`] outside the demo; else as the store says.
pub async fn sign_in_as(ctx: &Ctx, person: PersonId, next: &str) -> web::Result<Response> {
    if !ctx.app().site().demo {
        return Err(web::Error::NotFound);
    }
    let tx = ctx.permit(Act::SignIn, Target::Person(person))?.begin(ctx.db()).await?;
    session::pages::enter(ctx, tx, person, session::pages::How::Demo, next).await
}

/// Turns a session cookie or a token of the API into who asks: one query, and one more now and
/// then to note that a session is in use.
#[derive(Debug, Clone, Copy, Default)]
pub struct Identity;

#[async_trait]
impl Identify for Identity {
    async fn identify(&self, app: &App, cookie: Option<&str>, bearer: Option<&str>) -> Result<Actor, Fault> {
        let (conn, now, today) = (app.db().reader(), app.env().now(), app.env().today());
        // A program that shows a token means the token, whatever else it sends along.
        if let Some(token) = bearer {
            let Some((who, id, used_at)) = token::store::who(conn, token, now, today).await? else {
                return Ok(Actor::Visitor);
            };
            if used_at.is_none_or(|at| at + session::rules::SEEN_EVERY <= now) {
                let tx = Technical::SignIn.begin(app.db()).await?;
                token::store::used(&tx, id).await?;
                unless_lost(tx.commit().await)?;
            }
            return Ok(Actor::Person(who));
        }
        let Some(secret) = cookie else { return Ok(Actor::Visitor) };
        let Some((who, seen_at)) = session::store::who(conn, secret, now, today).await? else {
            return Ok(Actor::Visitor);
        };
        if let Some(session) = who.session.filter(|_| seen_at + session::rules::SEEN_EVERY <= now) {
            let tx = Technical::SignIn.begin(app.db()).await?;
            session::store::seen(&tx, session).await?;
            unless_lost(tx.commit().await)?;
        }
        Ok(Actor::Person(who))
    }
}

/// Another request noted the same at the same moment: nothing is lost.
fn unless_lost(done: Result<(), Fault>) -> Result<(), Fault> {
    match done {
        Err(Fault::Conflict) => Ok(()),
        other => other,
    }
}

// Invitations.

/// Writes an invitation and queues its mail. Who may invite to what is the caller's to ask of
/// the policy.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn invite(tx: &mut Tx, app: &App, new: NewInvitation) -> Result<InvitationId, Fault> {
    tx.note("what", "invitation-written");
    if let Some((role, _)) = new.role {
        tx.note("role", role.code());
    }
    invitation::pages::write(tx, app, &new).await
}

/// An invitation on record.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn invitation(conn: &impl Conn, id: InvitationId) -> Result<Option<Invitation>, Fault> {
    invitation::store::by_id(conn, id).await
}

/// A page (from 1) of the invitations to roles in a scope, the newest first, and how many.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn invitations_in(conn: &impl Conn, scope: Scope, page: u32) -> Result<(Vec<Invitation>, i64), Fault> {
    invitation::store::list(conn, Some(scope), PEOPLE_PER_PAGE, skip(page)).await
}

/// Sends an invitation again with a new link; the old link ends.
///
/// # Errors
/// [`Fault::Stale`] when it was accepted or withdrawn.
pub async fn send_invitation_again(tx: &mut Tx, app: &App, id: InvitationId) -> Result<(), Fault> {
    tx.note("what", "invitation-sent-again");
    invitation::pages::write_again(tx, app, id).await
}

/// Withdraws an invitation; its link ends.
///
/// # Errors
/// [`Fault::Stale`] when it was accepted or withdrawn already.
pub async fn withdraw_invitation(tx: &mut Tx, id: InvitationId) -> Result<(), Fault> {
    tx.note("what", "invitation-withdrawn");
    invitation::store::withdraw(tx, id).await
}

// Personal texts.

/// Saves a person's text as if the person had typed it anew: for made-up persons of the demo.
///
/// # Errors
/// [`Fault::Stale`] when the person has a text of this kind already.
pub async fn write_text(tx: &mut Tx, app: &App, person: PersonId, kind: TextKind, text: &str) -> Result<(), Fault> {
    let typed = TypedText { text: text.to_owned(), version: 0 };
    text::store::save(tx, &MasterKey::of(app), person, kind, &typed).await
}

/// What an expert says of their traits and values, opened; `None` where nothing was said.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn experience_words(conn: &impl Conn, app: &App, person: PersonId) -> Result<Option<String>, Fault> {
    let text = text::store::one(conn, &MasterKey::of(app), person, TextKind::Experience).await?;
    Ok(text.map(|own| own.text))
}

/// Seals what an expert says of their traits and values under the person's own key, in place of
/// what stood there; nothing is left where there is nothing to say.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn keep_experience_words(tx: &mut Tx, app: &App, person: PersonId, words: Option<&str>) -> Result<(), Fault> {
    let kind = TextKind::Experience;
    let Some(words) = words else { return text::store::remove(tx, person, kind).await };
    let master = MasterKey::of(app);
    let version = text::store::one(tx.conn(), &master, person, kind).await?.map_or(0, |own| own.version);
    let typed = TypedText { text: words.to_owned(), version };
    text::store::save(tx, &master, person, kind, &typed).await
}

/// Shares a person's text with whoever has the address.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn share_text(tx: &mut Tx, person: PersonId, kind: TextKind, reader: &EmailAddress) -> Result<(), Fault> {
    text::store::share(tx, person, kind, reader).await
}

// Privacy.

/// All that is held on a person, by slice, with personal texts opened and the trace, as JSON;
/// `None` where nobody is on record with this id.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn export_person(app: &App, person: PersonId) -> Result<Option<serde_json::Value>, Fault> {
    privacy::store::export(app.db(), app.holdings(), &MasterKey::of(app), person).await
}

/// Erases what is held on a person in every slice. The key of the person's texts is destroyed
/// first; what others need stays, without the person.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn erase_person(tx: &mut Tx, holdings: &[Box<dyn Holding>], person: PersonId) -> Result<(), Fault> {
    tx.about(person);
    privacy::store::erase(tx, holdings, person).await
}

/// What is kept on persons, why, and for how long, in words, each purpose once: for the page that
/// tells everybody.
pub fn what_is_kept(ctx: &Ctx) -> Vec<(String, String)> {
    privacy::pages::kept(ctx)
}
