//! The texts of a person: written, shared, taken back; and those that others share.

use super::{
    model::{Grant, OwnText, Purpose, ShareWith, SharedWithMe, TextKind, TypedText},
    store,
};
use crate::{
    facade::{self, Mail, PEOPLE_PER_PAGE, skip},
    keys::MasterKey,
    person, trail,
};
use ::store::Fault;
use access::{Act, Target, Tx};
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{EmailAddress, Invalid, Invalids, Uuid};
use web::{
    Ctx, Error, Fields, Form, Head, Result, T,
    ui::{Empty, Pager},
};

struct Sheet {
    kind: TextKind,
    title: String,
    what: String,
    changed: Option<String>,
    readers: usize,
}

#[derive(Template)]
#[template(path = "text/list.html")]
struct ListPage {
    sheets: Vec<Sheet>,
    shared: i64,
    t: T,
}

fn title(t: &T, kind: TextKind) -> String {
    t.get(&format!("text-{}", kind.code()))
}

fn kind_of(code: &str) -> Result<TextKind> {
    TextKind::from_code(code).ok_or(Error::NotFound)
}

fn address(kind: TextKind) -> String {
    format!("/profilo/testi/{}", kind.code())
}

pub(crate) async fn list(ctx: Ctx) -> Result<Response> {
    let (person, conn) = (ctx.person()?, ctx.db().reader());
    let texts = store::of_person(conn, &MasterKey::of(ctx.app()), person).await?;
    let grants = store::grants(conn, person).await?;
    let (_, shared) = store::shared_with(conn, person, 0, 0).await?;
    let t = ctx.t().clone();
    let sheet = |kind: TextKind| Sheet {
        kind,
        title: title(&t, kind),
        what: t.get(&format!("text-{}-what", kind.code())),
        changed: texts.iter().find(|text| text.kind == kind).map(|text| t.instant(text.changed_at)),
        readers: grants.iter().filter(|g| g.kind == kind && g.withdrawn_at.is_none()).count(),
    };
    let sheets = TextKind::ALL.into_iter().map(sheet).collect();
    let head = Head::new(t.get("text-title")).lead(t.get("text-lead")).trail(trail(&t)).no_index();
    ctx.page(head, ListPage { sheets, shared, t })
}

#[derive(Template)]
#[template(path = "text/edit.html")]
struct EditPage {
    kind: TextKind,
    form: Form,
    share: Form,
    removal: Form,
    written: bool,
    grants: Vec<Grant>,
    t: T,
}

/// What was typed into one of the page's forms, with what is wrong.
enum Typed<'a> {
    Nothing,
    Text(&'a Fields, &'a Invalids),
    Share(&'a Fields, &'a Invalids),
    Removal(&'a Invalids),
}

async fn edit_page(ctx: &Ctx, kind: TextKind, typed: Typed<'_>) -> Result<(Head, EditPage)> {
    let (person, conn) = (ctx.person()?, ctx.db().reader());
    let text = store::one(conn, &MasterKey::of(ctx.app()), person, kind).await?;
    let mut grants = store::grants(conn, person).await?;
    grants.retain(|grant| grant.kind == kind && grant.withdrawn_at.is_none());
    let (t, none, empty) = (ctx.t().clone(), Invalids::default(), Fields::new());
    let mut stored = Fields::new();
    stored.set("version", text.as_ref().map_or(0, |text| text.version));
    stored.set("text", text.as_ref().map_or("", |text| &text.text));
    let (text_form, share_form, removal) = match typed {
        Typed::Nothing => ((&stored, &none), (&empty, &none), &none),
        Typed::Text(fields, invalids) => ((fields, invalids), (&empty, &none), &none),
        Typed::Share(fields, invalids) => ((&stored, &none), (fields, invalids), &none),
        Typed::Removal(invalids) => ((&stored, &none), (&empty, &none), invalids),
    };
    let page = EditPage {
        kind,
        form: Form::new(&t, "text", text_form.0, text_form.1),
        share: Form::new(&t, "text-share", share_form.0, share_form.1),
        removal: Form::new(&t, "text-remove", &empty, removal),
        written: text.is_some(),
        grants,
        t,
    };
    let t = ctx.t();
    let mut trail = trail(t);
    trail.push(("/profilo/testi".to_owned(), t.get("text-title")));
    let head = Head::new(title(t, kind)).lead(t.get(&format!("text-{}-what", kind.code()))).trail(trail).no_index();
    Ok((head, page))
}

pub(crate) async fn edit(ctx: Ctx, Path(kind): Path<String>) -> Result<Response> {
    let (head, page) = edit_page(&ctx, kind_of(&kind)?, Typed::Nothing).await?;
    ctx.page(head, page)
}

pub(crate) async fn save(ctx: Ctx, Path(kind): Path<String>, fields: Fields) -> Result<Response> {
    let (person, kind) = (ctx.person()?, kind_of(&kind)?);
    let typed = match TypedText::parse(&fields) {
        Ok(typed) => typed,
        Err(invalids) => {
            let (head, page) = edit_page(&ctx, kind, Typed::Text(&fields, &invalids)).await?;
            return ctx.invalid(head, page);
        }
    };
    let mut tx = ctx.permit(Act::UseOwnAccount, Target::Person(person))?.begin(ctx.db()).await?;
    tx.note("what", "text-saved");
    tx.note("text", kind.code());
    match store::save(&tx, &MasterKey::of(ctx.app()), person, kind, &typed).await {
        Err(Fault::Stale) => {
            tx.rollback().await?;
            let clash = Invalid::new("text", "text-changed-meanwhile").into();
            let (head, page) = edit_page(&ctx, kind, Typed::Text(&fields, &clash)).await?;
            return ctx.stale(head, page);
        }
        other => other?,
    }
    tx.commit().await?;
    ctx.done("text-saved", &address(kind))
}

pub(crate) async fn remove(ctx: Ctx, Path(kind): Path<String>, fields: Fields) -> Result<Response> {
    let (person, kind) = (ctx.person()?, kind_of(&kind)?);
    // There is no way back, and the button stands near others: it asks.
    if !fields.checked("sure") {
        let asked = Invalid::new("sure", "text-invalid-sure").into();
        let (head, page) = edit_page(&ctx, kind, Typed::Removal(&asked)).await?;
        return ctx.invalid(head, page);
    }
    let mut tx = ctx.permit(Act::UseOwnAccount, Target::Person(person))?.begin(ctx.db()).await?;
    tx.note("what", "text-removed");
    tx.note("text", kind.code());
    store::remove(&tx, person, kind).await?;
    tx.commit().await?;
    ctx.done("text-removed", "/profilo/testi")
}

pub(crate) async fn share(ctx: Ctx, Path(kind): Path<String>, fields: Fields) -> Result<Response> {
    let (person, kind) = (ctx.person()?, kind_of(&kind)?);
    let ShareWith(reader) = match ShareWith::parse(&fields) {
        Ok(reader) => reader,
        Err(invalids) => {
            let (head, page) = edit_page(&ctx, kind, Typed::Share(&fields, &invalids)).await?;
            return ctx.invalid(head, page);
        }
    };
    facade::may_write_to(&ctx, &reader).await?;
    let mut tx = ctx.permit(Act::UseOwnAccount, Target::Person(person))?.begin(ctx.db()).await?;
    tx.note("what", "text-shared");
    tx.note("text", kind.code());
    if store::share(&tx, person, kind, &reader).await? {
        tell(&ctx, &mut tx, &reader).await?;
    }
    tx.commit().await?;
    ctx.done("text-shared", &address(kind))
}

/// Tells whoever may now read, in the language they chose; the letter says neither who nor what.
async fn tell(ctx: &Ctx, tx: &mut Tx, reader: &EmailAddress) -> Result<()> {
    let known = person::store::by_email(tx.conn(), reader).await?;
    let lang = known.map_or(ctx.lang(), |person| person.lang);
    let t = ctx.app().t(lang);
    let link = ctx.app().site().link("/profilo/condivisi");
    let letter = Mail {
        to: reader.clone(),
        lang,
        subject: t.get("text-mail-subject"),
        body: t.arg("text-mail-body", "link", link),
    };
    facade::queue_mail(tx, &letter).await?;
    Ok(())
}

pub(crate) async fn unshare(ctx: Ctx, Path((kind, grant)): Path<(String, Uuid)>) -> Result<Response> {
    let (person, kind) = (ctx.person()?, kind_of(&kind)?);
    let mut tx = ctx.permit(Act::UseOwnAccount, Target::Person(person))?.begin(ctx.db()).await?;
    tx.note("what", "text-unshared");
    tx.note("text", kind.code());
    store::unshare(&tx, person, grant).await?;
    tx.commit().await?;
    ctx.done("text-unshared", &address(kind))
}

// What others share.

#[derive(Template)]
#[template(path = "text/shared.html")]
struct SharedPage {
    lines: Vec<(SharedWithMe, String)>,
    empty: Empty,
    pager: Pager,
    t: T,
}

pub(crate) async fn shared(ctx: Ctx) -> Result<Response> {
    let page = crate::page_asked(&ctx);
    let (lines, total) = store::shared_with(ctx.db().reader(), ctx.person()?, PEOPLE_PER_PAGE, skip(page)).await?;
    let t = ctx.t().clone();
    let lines = lines.into_iter().map(|line| (line.clone(), title(&t, line.kind))).collect();
    let empty = Empty::new(t.get("text-shared-none-title"), t.get("text-shared-none-text"));
    let pager = crate::pager(&t, "/profilo/condivisi", page, total);
    let head = Head::new(t.get("text-shared-title")).lead(t.get("text-shared-lead")).trail(trail(&t)).no_index();
    ctx.page(head, SharedPage { lines, empty, pager, t })
}

#[derive(Template)]
#[template(path = "text/read.html")]
struct ReadPage {
    shared: SharedWithMe,
    text: Option<OwnText>,
    form: Form,
    purposes: Vec<(String, String)>,
    t: T,
}

fn read_page(
    ctx: &Ctx,
    shared: SharedWithMe,
    text: Option<OwnText>,
    fields: &Fields,
    invalids: &Invalids,
) -> (Head, ReadPage) {
    let t = ctx.t().clone();
    let words = t.args(
        "text-read-title",
        &[("what", title(&t, shared.kind).into()), ("name", shared.owner_name.clone().into())],
    );
    let purposes = Purpose::ALL.map(|p| (p.code().to_owned(), t.get(&format!("text-purpose-{}", p.code())))).into();
    let mut trail = trail(&t);
    trail.push(("/profilo/condivisi".to_owned(), t.get("text-shared-title")));
    let form = Form::new(&t, "text", fields, invalids);
    (Head::new(words).trail(trail).no_index(), ReadPage { shared, text, form, purposes, t })
}

pub(crate) async fn read_form(ctx: Ctx, Path(grant): Path<Uuid>) -> Result<Response> {
    let shared = store::granted(ctx.db().reader(), ctx.person()?, grant).await?.ok_or(Error::NotFound)?;
    let (head, page) = read_page(&ctx, shared, None, &Fields::new(), &Invalids::default());
    ctx.page(head, page)
}

/// Shows a text that another shares, and writes into that person's trace who read it and why.
pub(crate) async fn read(ctx: Ctx, Path(grant): Path<Uuid>, fields: Fields) -> Result<Response> {
    let reader = ctx.person()?;
    let shared = store::granted(ctx.db().reader(), reader, grant).await?.ok_or(Error::NotFound)?;
    let Some(purpose) = Purpose::from_code(fields.get("purpose")) else {
        let wrong = Invalid::new("purpose", "invalid-choice").into();
        let (head, page) = read_page(&ctx, shared, None, &fields, &wrong);
        return ctx.invalid(head, page);
    };
    let mut tx = ctx.permit(Act::ReadCommunity, Target::Person(shared.owner))?.begin(ctx.db()).await?;
    let master = MasterKey::of(ctx.app());
    let (shared, text) = store::read_shared(&tx, &master, reader, grant).await?.ok_or(Error::NotFound)?;
    tx.note("what", "text-read");
    tx.note("text", shared.kind.code());
    tx.note("purpose", purpose.code());
    tx.commit().await?;
    let (head, page) = read_page(&ctx, shared, Some(text), &fields, &Invalids::default());
    ctx.page(head, page)
}
