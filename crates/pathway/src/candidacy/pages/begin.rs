//! Beginning a candidacy: alone, or by a link that somebody handed over.

use super::{organisation_name, public_call};
use crate::{
    call::{self, Call},
    candidacy::{
        self,
        model::{Beginner, NewCandidacy, Source},
        store,
    },
    panel,
};
use ::store::{Conn, Fault};
use access::{Act, Target, Tx};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use kernel::{CandidacyId, DateTime, Duration, EmailAddress, Invalids, NominationId, PersonId, Utc};
use people::facade::{Mail, NewPerson};
use web::{Arg, Ctx, Error, Fields, Form, Head, T, ui::Note};

/// How many may be begun for one call by link in ten minutes, and how many letters with a link go
/// to one address in a day: limits against floods.
const FLOOD: i64 = 100;
const LETTERS: i64 = 5;

#[derive(Template)]
#[template(path = "candidacy/begin.html")]
struct BeginPage {
    action: String,
    call: Call,
    organisation: String,
    /// Who proposes, where somebody does.
    proposal: Option<String>,
    /// That who asks sits in the panel of this very call, and what that means.
    sits: Option<Note>,
    /// Whether a name and an address are asked for: nobody is signed in.
    asks: bool,
    form: Form,
    t: T,
}

/// How a candidacy begins: for which call, from where, and by which link that is then used up.
struct Way {
    call: Call,
    source: Source,
    by: Option<PersonId>,
    link: Option<(NominationId, String)>,
}

impl Way {
    fn action(&self) -> String {
        match &self.link {
            Some((_, secret)) => format!("/invito-candidatura/{secret}"),
            None => format!("{}/candidati", self.call.href()),
        }
    }
}

async fn page(ctx: &Ctx, way: &Way, fields: &Fields, wrong: &Invalids) -> web::Result<(Head, BeginPage)> {
    let (t, conn) = (ctx.t(), ctx.db().reader());
    let organisation = organisation_name(conn, &way.call).await?;
    let proposer = match way.by {
        Some(by) => people::facade::person_names(conn, &[by]).await?.remove(&by),
        None => None,
    };
    let sits = match ctx.actor().person() {
        Some(me) => panel::members(conn, way.call.id).await?.iter().any(|seat| seat.person == me),
        None => false,
    };
    let body = BeginPage {
        action: way.action(),
        sits: sits.then(|| Note::info(t.get("candidacy-begin-sits"))),
        asks: ctx.actor().person().is_none(),
        form: Form::new(t, "candidacy", fields, wrong),
        call: way.call.clone(),
        proposal: proposer.map(|name| {
            let args = [("name", name.into()), ("organisation", organisation.clone().into())];
            t.args("candidacy-invited-by", &args)
        }),
        organisation,
        t: t.clone(),
    };
    let title = if way.link.is_some() { "candidacy-invited-title" } else { "candidacy-begin-title" };
    let trail = vec![("/avvisi".to_owned(), t.get("call-title-list")), (way.call.href(), way.call.title().to_owned())];
    Ok((Head::new(t.get(title)).lead(t.get("candidacy-begin-lead")).trail(trail).no_index(), body))
}

/// A fresh form. The secret of the link that will be made travels in it: sent twice, it makes one.
fn blank(ctx: &Ctx) -> Fields {
    let mut fields = Fields::new();
    fields.set("key", ctx.env().secret());
    fields
}

async fn own_way(ctx: &Ctx, id: &str) -> web::Result<Way> {
    let call = public_call(ctx, id).await?;
    if !call.open_on(ctx.env().today()) {
        return Err(Error::NotFound);
    }
    Ok(Way { call, source: Source::Own, by: None, link: None })
}

/// The form.
pub(in crate::candidacy) async fn form(ctx: Ctx, Path(id): Path<String>) -> web::Result<Response> {
    let way = own_way(&ctx, &id).await?;
    if let Some(me) = ctx.actor().person()
        && let Some(open) = store::open_of(ctx.db().reader(), way.call.id, me).await?
    {
        return ctx.goto(&open.href());
    }
    let (head, body) = page(&ctx, &way, &blank(&ctx), &Invalids::default()).await?;
    ctx.page(head, body)
}

/// Begins.
pub(in crate::candidacy) async fn begin(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> web::Result<Response> {
    let way = own_way(&ctx, &id).await?;
    begin_on(&ctx, &way, fields).await
}

async fn begin_on(ctx: &Ctx, way: &Way, fields: Fields) -> web::Result<Response> {
    match ctx.actor().person() {
        Some(me) => begin_signed_in(ctx, way, me).await,
        None => begin_by_link(ctx, way, fields).await,
    }
}

/// Uses up the link that was handed over. What the person answered is not written down.
async fn used(tx: &Tx, way: &Way) -> Result<(), Fault> {
    match &way.link {
        Some((id, _)) => call::use_up(tx, *id).await,
        None => Ok(()),
    }
}

async fn begin_signed_in(ctx: &Ctx, way: &Way, me: PersonId) -> web::Result<Response> {
    let new = NewCandidacy {
        call: way.call.id,
        organisation: way.call.organisation,
        person: me,
        source: way.source,
        previous: None,
        secret: None,
        email: None,
        lang: ctx.lang(),
    };
    let mut tx = ctx.permit(Act::UseOwnAccount, Target::Person(me))?.begin(ctx.db()).await?;
    tx.note("what", "candidacy-begun");
    match candidacy::begin(&mut tx, &new, false).await {
        Ok(id) => {
            used(&tx, way).await?;
            tx.commit().await?;
            ctx.done("candidacy-begun", &format!("/candidature/{id}"))
        }
        // Begun already, in another window or a moment ago.
        Err(Fault::Duplicate(_)) => {
            tx.rollback().await?;
            let open = store::open_of(ctx.db().reader(), way.call.id, me).await?.ok_or(Error::NotFound)?;
            ctx.goto(&open.href())
        }
        Err(other) => Err(other.into()),
    }
}

async fn begin_by_link(ctx: &Ctx, way: &Way, mut fields: Fields) -> web::Result<Response> {
    let beginner = match Beginner::parse(&fields) {
        Ok(beginner) => beginner,
        Err(wrong) => {
            let (head, body) = page(ctx, way, &fields, &wrong).await?;
            return ctx.invalid(head, body);
        }
    };
    let conn = ctx.db().reader();
    if store::words::flood(conn, way.call.id, ctx.env().now() - Duration::minutes(10)).await? >= FLOOD {
        return Err(Error::TooMany { retry_after: 600 });
    }
    if !well_made(fields.get("key")) {
        fields.set("key", ctx.env().secret());
    }
    if let Some(begun) = store::by_secret(conn, fields.get("key")).await? {
        // The same form sent twice makes one. On a shared phone another person may have gone back
        // to the form of the one before: that is another candidacy.
        let name = match begun.person {
            Some(person) => people::facade::person_names(conn, &[person]).await?.remove(&person),
            None => None,
        };
        if begun.call == way.call.id && name.as_deref() == Some(&beginner.name) && begun.email == beginner.email {
            return ctx.goto(&format!("/candidature/{}", fields.get("key")));
        }
        fields.set("key", ctx.env().secret());
    }
    let secret = fields.get("key").to_owned();
    let person: PersonId = ctx.env().id();
    let mut tx = ctx.permit(Act::Apply, Target::Person(person))?.begin(ctx.db()).await?;
    match write(ctx, &mut tx, way, &beginner, person, &secret).await {
        Ok(_) => tx.commit().await?,
        Err(Fault::Duplicate(_)) => tx.rollback().await?,
        Err(other) => return Err(other.into()),
    }
    ctx.done("candidacy-begun-by-link", &format!("/candidature/{secret}"))
}

/// Whether a secret is one of ours: 64 hexadecimal digits.
fn well_made(key: &str) -> bool {
    key.len() == 64 && key.bytes().all(|byte| byte.is_ascii_hexdigit() && !byte.is_ascii_uppercase())
}

/// Puts the person on record with a draft, and sends the link.
///
/// An address that is on record already belongs to somebody who has not shown to be the one who
/// asks: the new person gets no part of that record, the letter goes to the address, and the page
/// looks the same. So nobody learns who is known here.
async fn write(
    ctx: &Ctx,
    tx: &mut Tx,
    way: &Way,
    beginner: &Beginner,
    person: PersonId,
    secret: &str,
) -> Result<CandidacyId, Fault> {
    tx.note("what", "candidacy-begun");
    let known = match &beginner.email {
        Some(email) => people::facade::find_person_by_email(tx.conn(), email).await?.is_some(),
        None => false,
    };
    let new = NewPerson {
        display_name: beginner.name.clone(),
        email: beginner.email.clone().filter(|_| !known),
        lang: ctx.lang(),
    };
    people::facade::new_people(tx, vec![(person, new)]).await?;
    let new = NewCandidacy {
        call: way.call.id,
        organisation: way.call.organisation,
        person,
        source: way.source,
        previous: None,
        secret: Some(secret.to_owned()),
        email: beginner.email.clone(),
        lang: ctx.lang(),
    };
    let id = candidacy::begin(tx, &new, true).await?;
    used(tx, way).await?;
    if let Some(email) = &beginner.email
        && few_letters(tx.conn(), email, tx.env().now()).await?
    {
        send_link(ctx, tx, email, secret).await?;
    }
    Ok(id)
}

/// Whether an address may get one more letter today.
pub(super) async fn few_letters(conn: &impl Conn, email: &EmailAddress, now: DateTime<Utc>) -> Result<bool, Fault> {
    Ok(store::words::begun_since(conn, email, now - Duration::days(1)).await? <= LETTERS)
}

/// Sends a personal link. The letter says nothing of what it leads to.
pub(super) async fn send_link(ctx: &Ctx, tx: &mut Tx, to: &EmailAddress, secret: &str) -> Result<(), Fault> {
    let t = ctx.t();
    let link = ctx.app().site().link(&format!("/candidatura/{secret}"));
    let mail = Mail {
        to: to.clone(),
        lang: t.lang(),
        subject: t.get("candidacy-mail-link-subject"),
        body: t.args("candidacy-mail-link-body", &[("link", Arg::from(link))]),
    };
    people::facade::queue_mail(tx, &mail).await?;
    Ok(())
}

// By a link that somebody handed over.

#[derive(Template)]
#[template(path = "candidacy/said.html")]
struct SaidPage {
    text: String,
    t: T,
}

fn said(ctx: &Ctx, status: StatusCode, title: &str, text: &str) -> web::Result<Response> {
    let t = ctx.t();
    let body = SaidPage { text: t.get(text), t: t.clone() };
    ctx.page_with(status, Head::new(t.get(title)).no_index(), body)
}

/// The link behind a secret, while it works; else the page that says that it is over.
async fn handed_over(ctx: &Ctx, secret: &str) -> web::Result<Result<Way, Response>> {
    let over = || said(ctx, StatusCode::GONE, "candidacy-invited-over-title", "candidacy-invited-over-text");
    let conn = ctx.db().reader();
    let Some(link) = call::nomination(conn, secret).await? else { return over().map(Err) };
    let call = call::by_id(conn, link.call).await?.filter(|call| call.open_on(ctx.env().today()));
    match call {
        Some(call) if !link.used && link.expires_at > ctx.env().now() => {
            Ok(Ok(Way { call, source: link.source, by: link.by, link: Some((link.id, secret.to_owned())) }))
        }
        _ => over().map(Err),
    }
}

/// Who proposes, what happens with a yes, and what with a no.
pub(in crate::candidacy) async fn invited(ctx: Ctx, Path(secret): Path<String>) -> web::Result<Response> {
    match handed_over(&ctx, &secret).await? {
        Err(over) => Ok(over),
        Ok(way) => {
            let (head, body) = page(&ctx, &way, &blank(&ctx), &Invalids::default()).await?;
            ctx.page(head, body)
        }
    }
}

/// The answer. With a no, the link is used up and nothing else is written: not even the answer.
pub(in crate::candidacy) async fn answer(
    ctx: Ctx,
    Path(secret): Path<String>,
    fields: Fields,
) -> web::Result<Response> {
    let way = match handed_over(&ctx, &secret).await? {
        Err(over) => {
            // Sent twice with a yes: the first one began it.
            let begun = store::by_secret(ctx.db().reader(), fields.get("key")).await?;
            return if begun.is_some() { ctx.goto(&format!("/candidature/{}", fields.get("key"))) } else { Ok(over) };
        }
        Ok(way) => way,
    };
    match fields.get("answer") {
        "yes" => begin_on(&ctx, &way, fields).await,
        "no" => {
            let tx = ctx.permit(Act::Apply, Target::Network)?.begin(ctx.db()).await?;
            used(&tx, &way).await?;
            tx.commit().await?;
            said(&ctx, StatusCode::OK, "candidacy-invited-no-title", "candidacy-invited-no-text")
        }
        _ => Err(Error::Bad("error-bad-form")),
    }
}
