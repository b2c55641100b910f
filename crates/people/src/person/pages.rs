//! The own name, language and address.

use super::{model::Details, store};
use crate::{
    account,
    account::model::LinkPurpose,
    facade::Mail,
    keys::MasterKey,
    mail, second_step,
    throttle::{
        self,
        model::{Limit, Subject},
    },
    trail,
};
use access::{Act, Target};
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{EmailAddress, Invalids, Lang};
use web::{Arg, Ctx, Error, Fields, Form, Head, Result, T};

#[derive(Template)]
#[template(path = "person/details.html")]
struct DetailsPage {
    form: Form,
    langs: Vec<(String, String)>,
    mail_form: Form,
    email: String,
    t: T,
}

async fn details_page(
    ctx: &Ctx,
    typed: Option<(&Fields, &Invalids)>,
    mail: Option<(&Fields, &Invalids)>,
) -> Result<(Head, DetailsPage)> {
    let person = store::by_id(ctx.db().reader(), ctx.person()?).await?.ok_or(Error::NotFound)?;
    let t = ctx.t().clone();
    let mut stored = Fields::new();
    stored.set("name", &person.display_name);
    stored.set("lang", person.lang.tag());
    stored.set("version", person.version);
    let none = Invalids::default();
    let (fields, invalids) = typed.unwrap_or((&stored, &none));
    let (empty, no_mail) = (Fields::new(), Invalids::default());
    let (mail_fields, mail_invalids) = mail.unwrap_or((&empty, &no_mail));
    let page = DetailsPage {
        form: Form::new(&t, "person", fields, invalids),
        langs: Lang::ALL.map(|l| (l.tag().to_owned(), t.in_lang(l).get("page-language"))).into(),
        mail_form: Form::new(&t, "person-mail", mail_fields, mail_invalids),
        email: person.email.map(String::from).unwrap_or_default(),
        t,
    };
    let t = ctx.t();
    Ok((Head::new(t.get("person-title")).trail(trail(t)).no_index(), page))
}

pub(crate) async fn details_form(ctx: Ctx) -> Result<Response> {
    let (head, page) = details_page(&ctx, None, None).await?;
    ctx.page(head, page)
}

pub(crate) async fn change_details(ctx: Ctx, fields: Fields) -> Result<Response> {
    let person = ctx.person()?;
    let details = match Details::parse(&fields) {
        Ok(details) => details,
        Err(invalids) => {
            let (head, page) = details_page(&ctx, Some((&fields, &invalids)), None).await?;
            return ctx.invalid(head, page);
        }
    };
    let mut tx = ctx.permit(Act::UseOwnAccount, Target::Person(person))?.begin(ctx.db()).await?;
    tx.note("what", "details-changed");
    store::change(&tx, person, &details).await?;
    tx.commit().await?;
    ctx.done("person-changed", "/profilo")
}

/// Sends a link to a new address; the address counts once the link was used.
pub(crate) async fn ask_new_mail(ctx: Ctx, fields: Fields) -> Result<Response> {
    let id = crate::in_person(&ctx)?;
    if let Err(first) = second_step::pages::taken_first(&ctx, id).await? {
        return Ok(first);
    }
    let email = match EmailAddress::parse("email", fields.get("email")) {
        Ok(email) => email,
        Err(invalid) => {
            let (head, page) = details_page(&ctx, None, Some((&fields, &invalid.into()))).await?;
            return ctx.invalid(head, page);
        }
    };
    let master = MasterKey::of(ctx.app());
    let limits = [Subject::mail(&master, Limit::MailTo, &email), Subject::person(&master, Limit::MailTo, id)];
    throttle::allow(&ctx, &limits).await?;
    let mut tx = ctx.permit(Act::UseOwnAccount, Target::Person(id))?.begin(ctx.db()).await?;
    tx.note("what", "new-mail-asked");
    let person = store::by_id(tx.conn(), id).await?.ok_or(Error::NotFound)?;
    // An address that somebody else has gets no link, and the answer is the same.
    if store::by_email(tx.conn(), &email).await?.is_none() {
        let secret = account::store::new_link(&tx, id, LinkPurpose::Email, Some(&email)).await?;
        let link = ctx.app().site().link(&format!("/profilo/posta/{secret}"));
        send(&tx, &ctx.app().t(person.lang), &email, "person-mail-confirm", &person.display_name, &link).await?;
    }
    tx.commit().await?;
    ctx.done("person-mail-asked", "/profilo")
}

async fn send(tx: &access::Tx, t: &T, to: &EmailAddress, key: &str, name: &str, value: &str) -> Result<()> {
    let args = [("name", Arg::from(name)), ("value", Arg::from(value))];
    let body = t.args(&format!("{key}-body"), &args);
    let letter = Mail { to: to.clone(), lang: t.lang(), subject: t.get(&format!("{key}-subject")), body };
    mail::store::insert(tx, &letter).await?;
    Ok(())
}

#[derive(Template)]
#[template(path = "person/confirm_mail.html")]
struct ConfirmPage {
    action: String,
    text: String,
    t: T,
}

/// Opening the link changes nothing: mail programs look at links before people do.
pub(crate) async fn confirm_mail_form(ctx: Ctx, Path(secret): Path<String>) -> Result<Response> {
    let found = account::store::link(ctx.db().reader(), &secret, LinkPurpose::Email, ctx.env().now()).await?;
    let Some(email) = found.and_then(|link| link.email) else { return account::pages::expired(&ctx) };
    let t = ctx.t().clone();
    let text = t.arg("person-mail-confirm-text", "email", email.as_str());
    let head = Head::new(t.get("person-mail-confirm-title")).no_index();
    ctx.page(head, ConfirmPage { action: format!("/profilo/posta/{secret}"), text, t })
}

pub(crate) async fn confirm_mail(ctx: Ctx, Path(secret): Path<String>) -> Result<Response> {
    let found = account::store::link(ctx.db().reader(), &secret, LinkPurpose::Email, ctx.env().now()).await?;
    let Some(link) = found else { return account::pages::expired(&ctx) };
    let Some(email) = link.email else { return account::pages::expired(&ctx) };
    let mut tx = ctx.permit(Act::SignIn, Target::Person(link.person))?.begin(ctx.db()).await?;
    tx.note("what", "mail-changed");
    let person = store::by_id(tx.conn(), link.person).await?.ok_or(Error::NotFound)?;
    let free = store::by_email(tx.conn(), &email).await?.is_none();
    if !free || !account::store::use_link(&tx, &secret).await? {
        return account::pages::expired(&ctx);
    }
    store::set_email(&tx, link.person, &email).await?;
    if let Some(old) = &person.email {
        let t = ctx.app().t(person.lang);
        send(&tx, &t, old, "person-mail-changed", &person.display_name, email.as_str()).await?;
    }
    tx.commit().await?;
    ctx.done("person-mail-done", if ctx.actor().person().is_some() { "/profilo" } else { "/accedi" })
}
