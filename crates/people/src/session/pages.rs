//! The sessions of a person, and how one begins and ends.

use super::{
    model::{NewSession, SessionLine, device},
    rules, store,
};
use crate::{second_step, trail};
use access::{Act, Target, Tx};
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{PersonId, SessionId};
use web::{Ctx, Head, Result, T, cookie};

/// How somebody proved who they are: it stands in their trace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    Password,
    Link,
    Passkey,
    Invitation,
    Demo,
}

impl How {
    const fn code(self) -> &'static str {
        match self {
            How::Password => "password",
            How::Link => "link",
            How::Passkey => "passkey",
            How::Invitation => "invitation",
            How::Demo => "demo",
        }
    }
    /// Whether nothing more is asked for: a passkey is two steps in one, and in the demo
    /// everything is made up.
    const fn is_enough(self) -> bool {
        matches!(self, How::Passkey | How::Demo)
    }
}

/// Where to go after signing in, unless the person was on the way somewhere.
pub(crate) const START: &str = "/inizio";

/// Signs a person in: opens a session in place of the one that the browser had, commits, and
/// goes on to where the person was heading, or first to what is still missing.
pub(crate) async fn enter(ctx: &Ctx, mut tx: Tx, person: PersonId, how: How, next: &str) -> Result<Response> {
    let steps = second_step::store::steps(tx.conn(), person).await?;
    let awaits_code = steps.any() && !how.is_enough();
    let device = device(ctx.user_agent());
    if let Some(old) = ctx.session_cookie() {
        store::end_by_secret(&tx, old).await?;
    }
    let new = NewSession { person, second_factor: how.is_enough(), awaits_code, device: &device };
    let secret = store::open(&tx, &new).await?;
    let today = ctx.env().today();
    let roles = crate::role::store::of_person(tx.conn(), person).await?;
    let wants_step = roles.iter().any(|r| r.held.role.needs_second_factor() && r.held.period.contains(today));
    tx.note("how", how.code());
    tx.commit().await?;
    let mut response = match () {
        () if awaits_code => ctx.goto(&crate::with_next("/accedi/codice", next))?,
        () if wants_step && !how.is_enough() => ctx.done("second-step-needed-first", "/profilo/secondo-passo")?,
        () if next.is_empty() => ctx.goto(START)?,
        () => ctx.goto(next)?,
    };
    give_cookie(ctx, &mut response, &secret);
    Ok(response)
}

/// Puts a session's secret into the cookie.
pub(crate) fn give_cookie(ctx: &Ctx, response: &mut Response, secret: &str) {
    let site = ctx.app().site();
    cookie::set(response, cookie::SESSION, secret, Some(rules::LONGEST.num_seconds()), site.secure());
}

/// Takes the cookie away.
pub(crate) fn take_cookie(ctx: &Ctx, response: &mut Response) {
    cookie::clear(response, cookie::SESSION, ctx.app().site().secure());
}

#[derive(Template)]
#[template(path = "session/list.html")]
struct ListPage {
    sessions: Vec<SessionLine>,
    here: Option<SessionId>,
    t: T,
}

pub(crate) async fn list(ctx: Ctx) -> Result<Response> {
    let person = ctx.person()?;
    let sessions = store::of_person(ctx.db().reader(), person, ctx.env().now()).await?;
    let here = ctx.actor().signed_in().and_then(|s| s.session);
    let t = ctx.t().clone();
    let head = Head::new(t.get("session-title")).lead(t.get("session-lead")).trail(trail(&t)).no_index();
    ctx.page(head, ListPage { sessions, here, t })
}

pub(crate) async fn end(ctx: Ctx, Path(id): Path<SessionId>) -> Result<Response> {
    let person = ctx.person()?;
    let mut tx = ctx.permit(Act::UseOwnAccount, Target::Person(person))?.begin(ctx.db()).await?;
    tx.note("what", "session-ended");
    store::end(&tx, person, id).await?;
    tx.commit().await?;
    ctx.done("session-ended", "/profilo/sessioni")
}

pub(crate) async fn end_everywhere(ctx: Ctx) -> Result<Response> {
    let person = ctx.person()?;
    let mut tx = ctx.permit(Act::UseOwnAccount, Target::Person(person))?.begin(ctx.db()).await?;
    tx.note("what", "signed-out-everywhere");
    store::end_all(&tx, person, None).await?;
    tx.commit().await?;
    let mut response = ctx.done("session-ended-everywhere", "/accedi")?;
    take_cookie(&ctx, &mut response);
    Ok(response)
}

/// Leaves. Whoever is not signed in any more may leave as well.
pub(crate) async fn sign_out(ctx: Ctx) -> Result<Response> {
    leave(&ctx, "/").await
}

/// Ends the session of this browser and goes to `next`.
pub(crate) async fn leave(ctx: &Ctx, next: &str) -> Result<Response> {
    if let Some(secret) = ctx.session_cookie() {
        let tx = access::Technical::SignIn.begin(ctx.db()).await?;
        store::end_by_secret(&tx, secret).await?;
        tx.commit().await?;
    }
    let mut response = ctx.done("session-signed-out", next)?;
    take_cookie(ctx, &mut response);
    Ok(response)
}
