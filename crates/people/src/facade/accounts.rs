//! Accounts, who asks, and invitations.

use super::{PEOPLE_PER_PAGE, give_role, new_person, skip};
use crate::{
    account, invitation,
    keys::MasterKey,
    person::{self, model::NewPerson},
    session,
    throttle::{
        self,
        model::{Limit, Subject},
    },
    token,
};
use access::{Act, Actor, Role, Scope, Target, Technical, Tx};
use async_trait::async_trait;
use axum::response::Response;
use kernel::{EmailAddress, InvitationId, Lang, Period, PersonId};
use store::{Conn, Fault};
use web::{App, Ctx, Identify};

pub use crate::account::model::Password;
pub use crate::invitation::model::{Invitation, InvitationState, NewInvitation};

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

/// Whether a person has an account that is open.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn has_account(conn: &impl Conn, person: PersonId) -> Result<bool, Fault> {
    Ok(account::store::by_person(conn, person).await?.is_some())
}

/// Opens accounts without a password for many persons at once, for the demo: each is entered by
/// [`sign_in_as`], or by a link by mail.
///
/// # Errors
/// [`Fault::Link`] when a person is not on record.
pub async fn open_accounts(tx: &mut Tx, people: &[PersonId]) -> Result<(), Fault> {
    account::store::open_many(tx, people).await
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

/// Ends the session of this browser, where there is one, and goes to `next`.
///
/// # Errors
/// [`web::Error::Fault`] as the store says.
pub async fn sign_out(ctx: &Ctx, next: &str) -> web::Result<Response> {
    session::pages::leave(ctx, next).await
}

/// Turns a session cookie or a token of the API into who asks: one query, and one more now and
/// then to note that a session is in use.
#[derive(Debug, Clone, Copy, Default)]
pub struct Identity;

#[async_trait]
impl Identify for Identity {
    async fn identify(&self, app: &App, cookie: Option<&str>, bearer: Option<&str>) -> Result<Actor, Fault> {
        // A program that shows a token means the token, whatever else it sends along.
        match (bearer, cookie) {
            (Some(token), _) => by_token(app, token).await,
            (None, Some(secret)) => by_session(app, secret).await,
            (None, None) => Ok(Actor::Visitor),
        }
    }
}

async fn by_token(app: &App, token: &str) -> Result<Actor, Fault> {
    let (now, today) = (app.env().now(), app.env().today());
    let Some((who, id, used_at)) = token::store::who(app.db().reader(), token, now, today).await? else {
        return Ok(Actor::Visitor);
    };
    if used_at.is_none_or(|at| at + session::rules::SEEN_EVERY <= now) {
        in_passing(async {
            let tx = Technical::SignIn.begin(app.db()).await?;
            token::store::used(&tx, id).await?;
            tx.commit().await
        })
        .await?;
    }
    Ok(Actor::Person(who))
}

async fn by_session(app: &App, secret: &str) -> Result<Actor, Fault> {
    let (now, today) = (app.env().now(), app.env().today());
    let Some((who, seen_at)) = session::store::who(app.db().reader(), secret, now, today).await? else {
        return Ok(Actor::Visitor);
    };
    if let Some(session) = who.session.filter(|_| seen_at + session::rules::SEEN_EVERY <= now) {
        in_passing(async {
            let tx = Technical::SignIn.begin(app.db()).await?;
            session::store::seen(&tx, session).await?;
            tx.commit().await
        })
        .await?;
    }
    Ok(Actor::Person(who))
}

/// How long a request waits to note a use: a long import may hold the one writer of SQLite.
const IN_PASSING: std::time::Duration = std::time::Duration::from_millis(200);

/// Notes a use in passing. What cannot be noted now is noted by the next request.
async fn in_passing(note: impl Future<Output = Result<(), Fault>>) -> Result<(), Fault> {
    match tokio::time::timeout(IN_PASSING, note).await {
        Err(_) | Ok(Err(Fault::Conflict)) => Ok(()),
        Ok(done) => done,
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

/// Counts a letter that somebody asks to be sent to an address, before it is written.
///
/// # Errors
/// [`web::Error::TooMany`] when too many were asked for in the last hour.
pub async fn may_write_to(ctx: &Ctx, email: &EmailAddress) -> web::Result<()> {
    throttle::allow(ctx, &[Subject::mail(&MasterKey::of(ctx.app()), Limit::MailTo, email)]).await
}

/// Counts a report that anybody may send without an account, before it is written.
///
/// # Errors
/// [`web::Error::TooMany`] when too many came from the same part of the network in the last hour.
pub async fn may_report(ctx: &Ctx) -> web::Result<()> {
    throttle::allow(ctx, &[Subject::network(&MasterKey::of(ctx.app()), Limit::Feedback, ctx.address())]).await
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
