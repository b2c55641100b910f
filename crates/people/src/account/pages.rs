//! Signing in: password, links by mail, a new password.

use super::{
    model::{LinkPurpose, NewPassword, SignIn},
    rules, store,
};
use crate::{
    facade::Mail,
    keys::MasterKey,
    mail, person, session,
    session::pages::{How, enter},
    throttle::{
        self,
        model::{Limit, Subject},
    },
    trail,
};
use access::{Act, Target};
use askama::Template;
use axum::{
    extract::Path,
    http::{HeaderValue, StatusCode, header},
    response::Response,
};
use kernel::{Checks, DateTime, EmailAddress, Invalid, Invalids, Utc};
use web::{Arg, Ctx, Error, Fields, Form, Head, Result, T, ui::Note};

#[derive(Template)]
#[template(path = "account/sign_in.html")]
struct SignInPage {
    form: Form,
    note: Option<Note>,
    next: String,
    /// The script of passkeys, where browsers make them for the address of this installation.
    script: Option<&'static str>,
    t: T,
}

fn sign_in_page(ctx: &Ctx, fields: &Fields, invalids: &Invalids, note: Option<Note>) -> (Head, SignInPage) {
    let t = ctx.t().clone();
    let head = Head::new(t.get("account-title")).lead(t.get("account-lead")).no_index();
    let form = Form::new(&t, "account", fields, invalids);
    let next = fields.get("poi").to_owned();
    let script = ctx.app().site().base_url.domain().map(|_| web::assets::url("passkey.js"));
    (head, SignInPage { form, note, next, script, t })
}

pub(crate) async fn sign_in_form(ctx: Ctx) -> Result<Response> {
    let fields = crate::asked(&ctx);
    if ctx.actor().person().is_some() && fields.get("poi").is_empty() {
        return ctx.goto(session::pages::START);
    }
    let (head, page) = sign_in_page(&ctx, &fields, &Invalids::default(), None);
    ctx.page(head, page)
}

pub(crate) async fn sign_in(ctx: Ctx, fields: Fields) -> Result<Response> {
    let typed = match SignIn::parse(&fields) {
        Ok(typed) => typed,
        Err(invalids) => {
            let (head, page) = sign_in_page(&ctx, &fields, &invalids, None);
            return ctx.invalid(head, page);
        }
    };
    let master = MasterKey::of(ctx.app());
    let account = Subject::mail(&master, Limit::SignIn, &typed.email);
    let network = Subject::network(&master, Limit::SignInFrom, ctx.address());
    if let Some(until) = throttle::store::count(ctx.db(), &[account.clone(), network]).await? {
        let note = Note::alert(ctx.t().arg("account-locked", "time", ctx.t().instant(until)));
        let (head, page) = sign_in_page(&ctx, &fields, &Invalids::default(), Some(note));
        return too_many(&ctx, until, ctx.page_with(StatusCode::TOO_MANY_REQUESTS, head, page)?);
    }
    let found = store::by_email(ctx.db().reader(), &typed.email).await?;
    let hash = found.as_ref().and_then(|account| account.password_hash.as_deref());
    let right = rules::check(&typed.password, hash).await?;
    let Some(found) = found.filter(|_| right) else {
        let invalids = Invalid::new("password", "account-invalid-sign-in").into();
        let (head, page) = sign_in_page(&ctx, &fields, &invalids, None);
        return ctx.invalid(head, page);
    };
    let tx = ctx.permit(Act::SignIn, Target::Person(found.person))?.begin(ctx.db()).await?;
    throttle::store::forget(&tx, &account).await?;
    enter(&ctx, tx, found.person, How::Password, fields.get("poi")).await
}

/// Says in a header as well when it may be tried again.
pub(crate) fn too_many(ctx: &Ctx, until: DateTime<Utc>, mut response: Response) -> Result<Response> {
    let seconds = (until - ctx.env().now()).num_seconds().max(1);
    if let Ok(value) = HeaderValue::from_str(&seconds.to_string()) {
        response.headers_mut().insert(header::RETRY_AFTER, value);
    }
    Ok(response)
}

// Help: a link by mail.

#[derive(Template)]
#[template(path = "account/help.html")]
struct HelpPage {
    form: Form,
    wishes: Vec<(String, String)>,
    t: T,
}

fn help_page(ctx: &Ctx, fields: &Fields, invalids: &Invalids) -> (Head, HelpPage) {
    let t = ctx.t().clone();
    let head = Head::new(t.get("account-help-title"))
        .lead(t.get("account-help-lead"))
        .trail(vec![("/accedi".to_owned(), t.get("account-title"))])
        .no_index();
    let wishes = ["sign-in", "password"].map(|w| (w.to_owned(), t.get(&format!("account-wish-{w}"))));
    (head, HelpPage { form: Form::new(&t, "account", fields, invalids), wishes: wishes.into(), t })
}

pub(crate) async fn help_form(ctx: Ctx) -> Result<Response> {
    let mut fields = crate::asked(&ctx);
    if fields.get("wish").is_empty() {
        fields.set("wish", "sign-in");
    }
    let (head, page) = help_page(&ctx, &fields, &Invalids::default());
    ctx.page(head, page)
}

/// Sends a link where there is an account, and says the same where there is none.
pub(crate) async fn help(ctx: Ctx, fields: Fields) -> Result<Response> {
    let mut checks = Checks::new();
    let email = checks.take(EmailAddress::parse("email", fields.get("email")));
    let email = match checks.finish(|| email) {
        Ok(email) => email,
        Err(invalids) => {
            let (head, page) = help_page(&ctx, &fields, &invalids);
            return ctx.invalid(head, page);
        }
    };
    let master = MasterKey::of(ctx.app());
    let limits =
        [Subject::mail(&master, Limit::MailTo, &email), Subject::network(&master, Limit::MailFrom, ctx.address())];
    throttle::allow(&ctx, &limits).await?;
    let purpose = if fields.get("wish") == "password" { LinkPurpose::Password } else { LinkPurpose::SignIn };
    if let Some(account) = store::by_email(ctx.db().reader(), &email).await? {
        send_link(&ctx, account.person, purpose, &email).await?;
    }
    ctx.done("account-help-sent", "/accedi")
}

async fn send_link(ctx: &Ctx, id: kernel::PersonId, purpose: LinkPurpose, email: &EmailAddress) -> Result<()> {
    let mut tx = ctx.permit(Act::SignIn, Target::Person(id))?.begin(ctx.db()).await?;
    tx.note("what", "link-sent");
    let Some(person) = person::store::by_id(tx.conn(), id).await? else { return Ok(()) };
    let secret = store::new_link(&tx, id, purpose, None).await?;
    let t = ctx.app().t(person.lang);
    let (path, key) = match purpose {
        LinkPurpose::Password => ("/accedi/password", "account-mail-password"),
        _ => ("/accedi/link", "account-mail-sign-in"),
    };
    let args = [
        ("name", Arg::from(person.display_name)),
        ("link", Arg::from(ctx.app().site().link(&format!("{path}/{secret}")))),
        ("minutes", Arg::from(rules::LINK_TIME.num_minutes())),
    ];
    let body = t.args(&format!("{key}-body"), &args);
    let letter = Mail { to: email.clone(), lang: person.lang, subject: t.get(&format!("{key}-subject")), body };
    mail::store::insert(&tx, &letter).await?;
    Ok(tx.commit().await?)
}

// What the links lead to. Opening a link changes nothing: mail programs look at links before
// people do.

#[derive(Template)]
#[template(path = "account/link.html")]
struct LinkPage {
    action: String,
    t: T,
}

pub(crate) async fn link_form(ctx: Ctx, Path(secret): Path<String>) -> Result<Response> {
    let link = store::link(ctx.db().reader(), &secret, LinkPurpose::SignIn, ctx.env().now()).await?;
    if link.is_none() {
        return expired(&ctx);
    }
    let t = ctx.t().clone();
    let head = Head::new(t.get("account-link-title")).no_index();
    ctx.page(head, LinkPage { action: format!("/accedi/link/{secret}"), t })
}

pub(crate) async fn link(ctx: Ctx, Path(secret): Path<String>) -> Result<Response> {
    let found = store::link(ctx.db().reader(), &secret, LinkPurpose::SignIn, ctx.env().now()).await?;
    let Some(found) = found else { return expired(&ctx) };
    let tx = ctx.permit(Act::SignIn, Target::Person(found.person))?.begin(ctx.db()).await?;
    if !store::use_link(&tx, &secret).await? {
        return expired(&ctx);
    }
    enter(&ctx, tx, found.person, How::Link, "").await
}

#[derive(Template)]
#[template(path = "account/expired.html")]
struct ExpiredPage {
    t: T,
}

/// A link that does not work any more: status 410, and the way to a new one.
pub(crate) fn expired(ctx: &Ctx) -> Result<Response> {
    let t = ctx.t().clone();
    ctx.page_with(StatusCode::GONE, Head::new(t.get("account-expired-title")).no_index(), ExpiredPage { t })
}

#[derive(Template)]
#[template(path = "account/password.html")]
struct PasswordPage {
    action: String,
    form: Form,
    with_old: bool,
    email: String,
    t: T,
}

fn password_page(ctx: &Ctx, action: String, with_old: bool, email: &str, invalids: &Invalids) -> (Head, PasswordPage) {
    let t = ctx.t().clone();
    let head = Head::new(t.get("account-password-title")).no_index();
    let head = if with_old { head.trail(trail(&t)) } else { head };
    let form = Form::new(&t, "account", &Fields::new(), invalids);
    (head, PasswordPage { action, form, with_old, email: email.to_owned(), t })
}

pub(crate) async fn new_password_form(ctx: Ctx, Path(secret): Path<String>) -> Result<Response> {
    let link = store::link(ctx.db().reader(), &secret, LinkPurpose::Password, ctx.env().now()).await?;
    if link.is_none() {
        return expired(&ctx);
    }
    let (head, page) = password_page(&ctx, format!("/accedi/password/{secret}"), false, "", &Invalids::default());
    ctx.page(head, page)
}

pub(crate) async fn new_password(ctx: Ctx, Path(secret): Path<String>, fields: Fields) -> Result<Response> {
    let link = store::link(ctx.db().reader(), &secret, LinkPurpose::Password, ctx.env().now()).await?;
    let Some(link) = link else { return expired(&ctx) };
    let email = email_of(&ctx, link.person).await?;
    let password = match NewPassword::parse(&fields, &email) {
        Ok(NewPassword(password)) => password,
        Err(invalids) => {
            let (head, page) = password_page(&ctx, format!("/accedi/password/{secret}"), false, "", &invalids);
            return ctx.invalid(head, page);
        }
    };
    let hash = rules::hash(&password).await?;
    let mut tx = ctx.permit(Act::SignIn, Target::Person(link.person))?.begin(ctx.db()).await?;
    if !store::use_link(&tx, &secret).await? {
        return expired(&ctx);
    }
    tx.note("what", "password-changed");
    store::set_password(&tx, link.person, &hash).await?;
    session::store::end_all(&tx, link.person, None).await?;
    enter(&ctx, tx, link.person, How::Link, "").await
}

async fn email_of(ctx: &Ctx, person: kernel::PersonId) -> Result<String> {
    let found = person::store::by_id(ctx.db().reader(), person).await?;
    Ok(found.and_then(|person| person.email).map(String::from).unwrap_or_default())
}

// The own password, changed while signed in.

pub(crate) async fn change_password_form(ctx: Ctx) -> Result<Response> {
    let person = ctx.person()?;
    let account = store::by_person(ctx.db().reader(), person).await?;
    let with_old = account.is_some_and(|account| account.password_hash.is_some());
    let email = email_of(&ctx, person).await?;
    let (head, page) = password_page(&ctx, "/profilo/password".to_owned(), with_old, &email, &Invalids::default());
    ctx.page(head, page)
}

pub(crate) async fn change_password(ctx: Ctx, fields: Fields) -> Result<Response> {
    let person = crate::in_person(&ctx)?;
    let email = email_of(&ctx, person).await?;
    let account = store::by_person(ctx.db().reader(), person).await?.ok_or(Error::NotFound)?;
    let subject = Subject::person(&MasterKey::of(ctx.app()), Limit::Code, person);
    throttle::allow(&ctx, std::slice::from_ref(&subject)).await?;
    let mut wrong = Invalids::default();
    if account.password_hash.is_some() {
        let old = secrecy::SecretString::from(fields.get("old_password").to_owned());
        if !rules::check(&old, account.password_hash.as_deref()).await? {
            wrong.0.push(Invalid::new("old_password", "account-invalid-old"));
        }
    }
    let parsed = NewPassword::parse(&fields, &email).map_err(|more| wrong.0.extend(more.0)).ok();
    let Some(NewPassword(password)) = parsed.filter(|_| wrong.is_empty()) else {
        let with_old = account.password_hash.is_some();
        let (head, page) = password_page(&ctx, "/profilo/password".to_owned(), with_old, &email, &wrong);
        return ctx.invalid(head, page);
    };
    let hash = rules::hash(&password).await?;
    let mut tx = ctx.permit(Act::UseOwnAccount, Target::Person(person))?.begin(ctx.db()).await?;
    tx.note("what", "password-changed");
    store::set_password(&tx, person, &hash).await?;
    session::store::end_all(&tx, person, ctx.actor().signed_in().and_then(|s| s.session)).await?;
    throttle::store::forget(&tx, &subject).await?;
    tx.commit().await?;
    ctx.done("account-password-changed", "/profilo")
}
