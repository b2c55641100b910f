//! Accepting an invitation, and who was invited.

use super::{
    model::{Invitation, InvitationState, NewInvitation},
    store,
};
use crate::{
    account::{self, model::NewPassword},
    facade::{self, Mail, PEOPLE_PER_PAGE, skip},
    person::{self, model::NewPerson},
    session::pages::{How, enter},
};
use access::{Act, Role, Target, Tx};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use kernel::{Checks, Invalids, InvitationId, Period, PersonId};
use web::{
    App, Arg, Ctx, Error, Fields, Form, Head, Result, T,
    ui::{Badge, Empty, Pager, State},
};

/// Writes an invitation and queues the mail with its link. Who is invited again to the same role
/// gets a new link, and the old one ends: two would give the role twice.
pub(crate) async fn write(
    tx: &Tx,
    app: &App,
    new: &NewInvitation,
) -> std::result::Result<InvitationId, ::store::Fault> {
    if let Some(id) = store::waiting(tx.conn(), new, tx.env().now()).await? {
        write_again(tx, app, id).await?;
        return Ok(id);
    }
    let (id, secret) = store::insert(tx, new).await?;
    let shown = store::by_id(tx.conn(), id).await?.ok_or(::store::Fault::Stale)?;
    send(tx, app, &shown, &secret).await?;
    Ok(id)
}

/// Sends an invitation again, with a new link and new time.
pub(crate) async fn write_again(tx: &Tx, app: &App, id: InvitationId) -> std::result::Result<(), ::store::Fault> {
    let secret = store::renew(tx, id).await?;
    let shown = store::by_id(tx.conn(), id).await?.ok_or(::store::Fault::Stale)?;
    send(tx, app, &shown, &secret).await
}

async fn send(tx: &Tx, app: &App, new: &Invitation, secret: &str) -> std::result::Result<(), ::store::Fault> {
    let t = app.t(new.lang);
    let args = [
        ("name", Arg::from(new.display_name.as_str())),
        ("role", Arg::from(role_in_words(&t, new))),
        ("link", Arg::from(app.site().link(&format!("/invito/{secret}")))),
        ("until", Arg::from(t.instant(new.expires_at))),
    ];
    let letter = Mail {
        to: new.email.clone(),
        lang: new.lang,
        subject: t.get("invitation-mail-subject"),
        body: t.args("invitation-mail-body", &args),
    };
    crate::mail::store::insert(tx, &letter).await?;
    Ok(())
}

/// The role that comes with an invitation, and where.
pub(crate) fn role_in_words(t: &T, invitation: &Invitation) -> String {
    let Some((role, _)) = invitation.role else { return t.get("invitation-no-role") };
    let role = t.get(&role.key());
    if invitation.place.is_empty() { role } else { format!("{role} – {}", invitation.place) }
}

// Accepting.

#[derive(Template)]
#[template(path = "invitation/accept.html")]
struct AcceptPage {
    action: String,
    role: String,
    /// Whether the address belongs to an account already.
    known: bool,
    form: Form,
    ways: Vec<(String, String)>,
    t: T,
}

fn accept_page(
    ctx: &Ctx,
    secret: &str,
    shown: &Invitation,
    known: bool,
    fields: &Fields,
    invalids: &Invalids,
) -> (Head, AcceptPage) {
    let t = ctx.t().clone();
    let ways = ["password", "passkey"].map(|w| (w.to_owned(), t.get(&format!("invitation-way-{w}")))).into();
    let head = Head::new(t.arg("invitation-accept-title", "name", shown.display_name.as_str()))
        .lead(t.get("invitation-accept-lead"))
        .no_index();
    let page = AcceptPage {
        action: format!("/invito/{secret}"),
        role: role_in_words(&t, shown),
        known,
        form: Form::new(&t, "invitation", fields, invalids),
        ways,
        t,
    };
    (head, page)
}

#[derive(Template)]
#[template(path = "invitation/over.html")]
struct OverPage {
    text: String,
    t: T,
}

fn over(ctx: &Ctx, state: &str) -> Result<Response> {
    let t = ctx.t().clone();
    let head = Head::new(t.get("invitation-over-title")).no_index();
    ctx.page_with(StatusCode::GONE, head, OverPage { text: t.get(&format!("invitation-over-{state}")), t })
}

/// The invitation behind a link, and whether its address has an account; or why it is over.
async fn waiting(ctx: &Ctx, secret: &str) -> Result<std::result::Result<(Invitation, bool), Response>> {
    let Some(shown) = store::by_secret(ctx.db().reader(), secret).await? else {
        return over(ctx, "unknown").map(Err);
    };
    match shown.state(ctx.env().now()) {
        InvitationState::Waiting => {
            let known = account::store::by_email(ctx.db().reader(), &shown.email).await?.is_some();
            Ok(Ok((shown, known)))
        }
        state => over(ctx, state.code()).map(Err),
    }
}

pub(crate) async fn accept_form(ctx: Ctx, Path(secret): Path<String>) -> Result<Response> {
    let (shown, known) = match waiting(&ctx, &secret).await? {
        Ok(found) => found,
        Err(response) => return Ok(response),
    };
    let mut fields = Fields::new();
    fields.set("name", &shown.display_name);
    fields.set("way", "password");
    let (head, page) = accept_page(&ctx, &secret, &shown, known, &fields, &Invalids::default());
    ctx.page(head, page)
}

/// A new account as it was typed: a name, and a password unless a passkey is to be made.
struct Accepted {
    name: String,
    password: Option<account::model::Password>,
}

impl Accepted {
    fn parse(fields: &Fields, email: &str) -> std::result::Result<Self, Invalids> {
        let mut checks = Checks::new();
        let name = person::model::name(&mut checks, fields.get("name"));
        let password = match fields.get("way") {
            "passkey" => Some(None),
            _ => match NewPassword::parse(fields, email) {
                Ok(NewPassword(password)) => Some(Some(password)),
                Err(invalids) => {
                    invalids.0.into_iter().for_each(|invalid| {
                        checks.take::<()>(Err(invalid));
                    });
                    None
                }
            },
        };
        checks.finish(|| Some(Self { name: name?, password: password? }))
    }
}

pub(crate) async fn accept(ctx: Ctx, Path(secret): Path<String>, fields: Fields) -> Result<Response> {
    let (shown, known) = match waiting(&ctx, &secret).await? {
        Ok(found) => found,
        Err(response) => return Ok(response),
    };
    if known {
        return accept_known(&ctx, &shown).await;
    }
    let accepted = match Accepted::parse(&fields, shown.email.as_str()) {
        Ok(accepted) => accepted,
        Err(invalids) => {
            let (head, page) = accept_page(&ctx, &secret, &shown, known, &fields, &invalids);
            return ctx.invalid(head, page);
        }
    };
    let hash = match &accepted.password {
        Some(password) => Some(account::rules::hash(password).await?),
        None => None,
    };
    // The person may be on record without an account: an expert whom an organisation registered.
    let on_record = facade::find_person_by_email(ctx.db().reader(), &shown.email).await?;
    let id: PersonId = on_record.unwrap_or_else(|| ctx.env().id());
    let mut tx = ctx.permit(Act::SignIn, Target::Person(id))?.begin(ctx.db()).await?;
    tx.note("what", "invitation-accepted");
    if on_record.is_some() {
        person::store::rename(&tx, id, &accepted.name).await?;
    } else {
        let new = NewPerson { display_name: accepted.name, email: Some(shown.email.clone()), lang: ctx.lang() };
        person::store::insert(&tx, &[(id, new)]).await?;
    }
    account::store::open(&tx, id, hash.as_deref()).await?;
    take_role(&mut tx, &shown, id).await?;
    let next = if hash.is_some() { "" } else { "/profilo/passkey" };
    enter(&ctx, tx, id, How::Invitation, next).await
}

/// An account that exists gets the role; it signs in as it always does.
async fn accept_known(ctx: &Ctx, shown: &Invitation) -> Result<Response> {
    let id = facade::find_person_by_email(ctx.db().reader(), &shown.email).await?.ok_or(Error::NotFound)?;
    let mut tx = ctx.permit(Act::SignIn, Target::Person(id))?.begin(ctx.db()).await?;
    tx.note("what", "invitation-accepted");
    take_role(&mut tx, shown, id).await?;
    tx.commit().await?;
    ctx.done("invitation-accepted", if ctx.actor().person() == Some(id) { "/profilo" } else { "/accedi" })
}

async fn take_role(tx: &mut Tx, shown: &Invitation, person: PersonId) -> Result<()> {
    store::accept(tx, shown.id, person).await?;
    let Some((role, scope)) = shown.role else { return Ok(()) };
    let today = tx.env().today();
    let held = crate::role::store::of_person(tx.conn(), person).await?;
    // Somebody may have given it in the meantime by another way.
    let has_it = held.iter().map(|r| r.held).any(|h| h.role == role && h.scope == scope && h.period.contains(today));
    if !has_it {
        facade::give_role(tx, person, role, scope, Period::since(today)).await?;
    }
    Ok(())
}

// Who was invited.

struct Line {
    invitation: Invitation,
    state: InvitationState,
    role: String,
}

#[derive(Template)]
#[template(path = "invitation/list.html")]
struct ListPage {
    lines: Vec<Line>,
    empty: Empty,
    pager: Pager,
    t: T,
}

impl ListPage {
    fn badge(&self, line: &Line) -> Badge {
        let state = match line.state {
            InvitationState::Waiting => State::Waiting,
            InvitationState::Accepted => State::Done,
            InvitationState::Withdrawn | InvitationState::Expired => State::Ended,
        };
        Badge::word(state, self.t.get(&format!("invitation-state-{}", line.state.code())))
    }
}

pub(crate) async fn list(ctx: Ctx) -> Result<Response> {
    ctx.permit(Act::ManageAccounts, Target::Network)?;
    let page = crate::page_asked(&ctx);
    let (found, total) = store::list(ctx.db().reader(), None, PEOPLE_PER_PAGE, skip(page)).await?;
    let (t, now) = (ctx.t().clone(), ctx.env().now());
    let line = |invitation: Invitation| Line {
        state: invitation.state(now),
        role: role_in_words(&t, &invitation),
        invitation,
    };
    let lines = found.into_iter().map(line).collect();
    let empty = Empty::new(t.get("invitation-none-title"), t.get("invitation-none-text"))
        .action("/persone/invita", t.get("role-invite"));
    let pager = crate::pager(&t, "/persone/inviti", page, total);
    let head = Head::new(t.get("invitation-list-title")).trail(crate::role::pages::trail(&t)).no_index();
    ctx.page(head, ListPage { lines, empty, pager, t })
}

/// The permit to change an invitation, as far as its role reaches.
async fn changing(ctx: &Ctx, id: InvitationId) -> Result<Tx> {
    let shown = store::by_id(ctx.db().reader(), id).await?.ok_or(Error::NotFound)?;
    if shown.role.is_some_and(|(role, _)| role == Role::Administrator) && !ctx.actor().holds(Role::Administrator) {
        return Err(crate::role::rules::only_administrators().into());
    }
    Ok(ctx.permit(Act::ManageAccounts, Target::Network)?.begin(ctx.db()).await?)
}

pub(crate) async fn send_again(ctx: Ctx, Path(id): Path<InvitationId>) -> Result<Response> {
    let mut tx = changing(&ctx, id).await?;
    tx.note("what", "invitation-sent-again");
    write_again(&tx, ctx.app(), id).await?;
    tx.commit().await?;
    ctx.done("invitation-sent", "/persone/inviti")
}

pub(crate) async fn withdraw(ctx: Ctx, Path(id): Path<InvitationId>) -> Result<Response> {
    let mut tx = changing(&ctx, id).await?;
    tx.note("what", "invitation-withdrawn");
    store::withdraw(&tx, id).await?;
    tx.commit().await?;
    ctx.done("invitation-withdrawn", "/persone/inviti")
}
