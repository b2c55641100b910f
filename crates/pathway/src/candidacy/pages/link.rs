//! Personal links: lost and sent again, renewed; and from a link to an account.

use super::begin::{few_letters, send_link};
use crate::candidacy::{self, model::Candidacy, store};
use ::store::{Db, Fault};
use access::{Act, Target, Technical};
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{EmailAddress, Invalids, PersonId};
use people::facade::NewInvitation;
use web::{Ctx, Error, Fields, Form, Head, T};

#[derive(Template)]
#[template(path = "candidacy/lost.html")]
struct LostPage {
    form: Form,
    t: T,
}

fn page(ctx: &Ctx, fields: &Fields, wrong: &Invalids) -> (Head, LostPage) {
    let t = ctx.t();
    let head = Head::new(t.get("candidacy-lost-title")).lead(t.get("candidacy-lost-lead")).no_index();
    (head, LostPage { form: Form::new(t, "candidacy-lost", fields, wrong), t: t.clone() })
}

/// Asking for a link that was lost.
pub(in crate::candidacy) async fn lost(ctx: Ctx) -> web::Result<Response> {
    let (head, body) = page(&ctx, &Fields::new(), &Invalids::default());
    ctx.page(head, body)
}

/// Sends new links to an address. The page says the same whether there is something or not.
pub(in crate::candidacy) async fn send(ctx: Ctx, fields: Fields) -> web::Result<Response> {
    let email = match EmailAddress::parse("email", fields.get("email")) {
        Ok(email) => email,
        Err(wrong) => {
            let (head, body) = page(&ctx, &fields, &wrong.into());
            return ctx.invalid(head, body);
        }
    };
    people::facade::may_write_to(&ctx, &email).await?;
    let found = store::words::reached_by(ctx.db().reader(), &email).await?;
    if !found.is_empty() && few_letters(ctx.db().reader(), &email, ctx.env().now()).await? {
        let mut tx = ctx.permit(Act::Apply, Target::Network)?.begin(ctx.db()).await?;
        tx.note("what", "candidacy-links-sent");
        for id in found {
            // An hour must lie between two letters: whoever knows an address does not fill it.
            if let Some(secret) = store::words::renew_unless_recent(&tx, id).await? {
                send_link(&ctx, &mut tx, &email, &secret).await?;
            }
        }
        tx.commit().await?;
    }
    ctx.done("candidacy-lost-sent", "/candidatura")
}

/// The person's own page, by the link that stands in letters. Whoever opens a new one has it: the one
/// before ends.
pub(in crate::candidacy) async fn open(ctx: Ctx, Path(secret): Path<String>) -> web::Result<Response> {
    let conn = ctx.db().reader();
    if store::by_secret(conn, &secret).await?.is_none() {
        return ctx.goto("/candidatura");
    }
    if store::words::is_unopened(conn, &secret).await? {
        ::store::retrying(ctx.env(), || end_before(ctx.db(), &secret)).await?;
    }
    ctx.goto(&format!("/candidature/{secret}"))
}

async fn end_before(db: &Db, secret: &str) -> Result<(), Fault> {
    let tx = Technical::SignIn.begin(db).await?;
    store::words::end_before(&tx, secret).await?;
    tx.commit().await
}

/// Gives a new link; the old one ends at once.
pub(in crate::candidacy) async fn renew(ctx: Ctx, Path(id): Path<String>) -> web::Result<Response> {
    let access = candidacy::access(&ctx, &id).await?;
    if !access.by_link {
        return Err(Error::NotFound);
    }
    if let Some(email) = &access.candidacy.email {
        people::facade::may_write_to(&ctx, email).await?;
    }
    let mut tx = access.permit(&ctx)?.begin(ctx.db()).await?;
    tx.note("what", "candidacy-link-renewed");
    let secret = store::words::renew(&tx, access.candidacy.id).await?;
    candidacy::tell(&mut tx, access.candidacy.id, "candidacy-told-link", None, "").await?;
    if let Some(email) = &access.candidacy.email {
        send_link(&ctx, &mut tx, email, &secret).await?;
    }
    tx.commit().await?;
    ctx.done("candidacy-link-renewed", &format!("/candidature/{secret}"))
}

/// The address at which an account may be offered: the person's own on record, the same as the
/// candidacy's. Where it belongs to another record, only who reads its mail may say so.
pub(super) async fn offered(ctx: &Ctx, person: PersonId, candidacy: &Candidacy) -> web::Result<Option<EmailAddress>> {
    let conn = ctx.db().reader();
    if people::facade::has_account(conn, person).await? {
        return Ok(None);
    }
    let on_record = people::facade::person(conn, person).await?.and_then(|person| person.email);
    Ok(on_record.filter(|email| candidacy.email.as_ref() == Some(email)))
}

/// Offers an account: the letter leads to the choice of how to sign in, and this candidacy is then
/// found in the own profile.
pub(in crate::candidacy) async fn account(ctx: Ctx, Path(id): Path<String>) -> web::Result<Response> {
    let access = candidacy::access(&ctx, &id).await?;
    let email = offered(&ctx, access.person, &access.candidacy).await?.ok_or(Error::NotFound)?;
    let name = people::facade::person_names(ctx.db().reader(), &[access.person]).await?.remove(&access.person);
    people::facade::may_write_to(&ctx, &email).await?;
    let mut tx = access.permit(&ctx)?.begin(ctx.db()).await?;
    let new = NewInvitation {
        email,
        display_name: name.unwrap_or_default(),
        lang: ctx.lang(),
        role: None,
        place: String::new(),
    };
    people::facade::invite(&mut tx, ctx.app(), new).await?;
    tx.commit().await?;
    ctx.done("candidacy-account-sent", &access.href())
}
