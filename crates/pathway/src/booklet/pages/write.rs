//! What the person writes: how they present themselves, and their own entries.

use super::{own, part_title, trail};
use crate::booklet::{
    model::{About, Entry, Part, QualificationKind, Words},
    store,
};
use ::store::Fault;
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use kernel::{BookletEntryId, Invalid, Invalids};
use serde::Deserialize;
use web::{Ctx, Error, Fields, Form, Head, Result, T};

#[derive(Template)]
#[template(path = "booklet/about.html")]
struct AboutPage {
    form: Form,
    t: T,
}

/// How the person presents themselves.
pub(in crate::booklet) async fn about(ctx: Ctx) -> Result<Response> {
    let (person, _) = own(&ctx)?;
    let (about, version) = store::about(ctx.db().reader(), ctx.app(), person).await?;
    let mut fields = about.fields();
    fields.set("version", version);
    let (head, body) = about_page(&ctx, &fields, &Invalids::default());
    ctx.page(head, body)
}

fn about_page(ctx: &Ctx, fields: &Fields, wrong: &Invalids) -> (Head, AboutPage) {
    let t = ctx.t();
    let head = Head::new(t.get("booklet-about-change")).lead(t.get("booklet-about-lead")).trail(trail(t)).no_index();
    (head, AboutPage { form: Form::new(t, "booklet-about", fields, wrong), t: t.clone() })
}

/// Saves how the person presents themselves.
pub(in crate::booklet) async fn present(ctx: Ctx, mut fields: Fields) -> Result<Response> {
    let (person, permit) = own(&ctx)?;
    let about = match About::parse(&fields) {
        Ok(about) => about,
        Err(wrong) => {
            let (head, body) = about_page(&ctx, &fields, &wrong);
            return ctx.invalid(head, body);
        }
    };
    let version = fields.get("version").parse().unwrap_or(0);
    let mut tx = permit.begin(ctx.db()).await?;
    tx.note("what", "booklet-about");
    match store::present(&mut tx, ctx.app(), person, &about, version).await {
        Err(Fault::Stale) => {
            tx.rollback().await?;
            // What was typed is kept, over what stands now: sent once more, it is saved.
            let (_, version) = store::about(ctx.db().reader(), ctx.app(), person).await?;
            fields.set("version", version);
            let clash = Invalid::new("about", "booklet-changed-meanwhile").into();
            let (head, body) = about_page(&ctx, &fields, &clash);
            return ctx.stale(head, body);
        }
        saved => saved?,
    }
    tx.commit().await?;
    ctx.done("booklet-saved", "/libretto")
}

#[derive(Deserialize)]
pub(in crate::booklet) struct Asked {
    #[serde(default)]
    parte: String,
}

#[derive(Template)]
#[template(path = "booklet/entry.html")]
struct EntryPage {
    action: String,
    part: Part,
    form: Form,
    kinds: Vec<(String, String)>,
    removal: Option<Form>,
    t: T,
}

fn entry_page(
    ctx: &Ctx,
    part: Part,
    entry: Option<&Entry>,
    fields: &Fields,
    (wrong, unsure): (&Invalids, &Invalids),
) -> (Head, EntryPage) {
    let t = ctx.t();
    let kind =
        |kind: &QualificationKind| (kind.code().to_owned(), t.get(&format!("booklet-qualification-{}", kind.code())));
    let body = EntryPage {
        action: match entry {
            Some(entry) => format!("/libretto/voci/{}", entry.id),
            None => format!("/libretto/nuova?parte={}", part.code()),
        },
        form: Form::new(t, "booklet-entry", fields, wrong),
        kinds: QualificationKind::ALL.iter().map(kind).collect(),
        removal: entry.map(|_| Form::new(t, "booklet-remove", &Fields::new(), unsure)),
        part,
        t: t.clone(),
    };
    let head = match entry {
        Some(entry) => Head::new(&entry.words.title),
        None => Head::new(t.get(&format!("booklet-add-{}", part.code()))),
    };
    (head.lead(t.get(&format!("booklet-part-{}-text", part.code()))).trail(trail(t)).no_index(), body)
}

/// The form of a new entry.
pub(in crate::booklet) async fn new(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Response> {
    own(&ctx)?;
    let part = Part::from_code(&asked.parte).ok_or(Error::NotFound)?;
    let none = Invalids::default();
    let (head, body) = entry_page(&ctx, part, None, &Fields::new(), (&none, &none));
    ctx.page(head, body)
}

/// Writes a new entry.
pub(in crate::booklet) async fn add(ctx: Ctx, Query(asked): Query<Asked>, fields: Fields) -> Result<Response> {
    let (person, permit) = own(&ctx)?;
    let part = Part::from_code(&asked.parte).ok_or(Error::NotFound)?;
    let words = match Words::parse(part, &fields) {
        Ok(words) => words,
        Err(wrong) => {
            let (head, body) = entry_page(&ctx, part, None, &fields, (&wrong, &Invalids::default()));
            return ctx.invalid(head, body);
        }
    };
    let mut tx = permit.begin(ctx.db()).await?;
    tx.note("what", "booklet-entry");
    tx.note("part", part.code());
    store::add(&mut tx, ctx.app(), person, part, &words).await?;
    tx.commit().await?;
    ctx.done("booklet-saved", &format!("/libretto#libretto-{}", part.code()))
}

async fn mine(ctx: &Ctx, id: &str) -> Result<Entry> {
    let (person, _) = own(ctx)?;
    let id: BookletEntryId = id.parse().map_err(|_| Error::NotFound)?;
    store::entry(ctx.db().reader(), ctx.app(), person, id).await?.ok_or(Error::NotFound)
}

/// The form of an entry.
pub(in crate::booklet) async fn edit(ctx: Ctx, Path(id): Path<String>) -> Result<Response> {
    let entry = mine(&ctx, &id).await?;
    let mut fields = entry.words.fields();
    fields.set("version", entry.version);
    let none = Invalids::default();
    let (head, body) = entry_page(&ctx, entry.part, Some(&entry), &fields, (&none, &none));
    ctx.page(head, body)
}

/// Changes an entry.
pub(in crate::booklet) async fn change(ctx: Ctx, Path(id): Path<String>, mut fields: Fields) -> Result<Response> {
    let entry = mine(&ctx, &id).await?;
    let (person, permit) = own(&ctx)?;
    let none = Invalids::default();
    let words = match Words::parse(entry.part, &fields) {
        Ok(words) => words,
        Err(wrong) => {
            let (head, body) = entry_page(&ctx, entry.part, Some(&entry), &fields, (&wrong, &none));
            return ctx.invalid(head, body);
        }
    };
    let version = fields.get("version").parse().unwrap_or(0);
    let mut tx = permit.begin(ctx.db()).await?;
    tx.note("what", "booklet-entry");
    tx.note("part", entry.part.code());
    match store::change(&mut tx, ctx.app(), person, entry.id, &words, version).await {
        Err(Fault::Stale) => {
            tx.rollback().await?;
            let now = mine(&ctx, &id).await?;
            fields.set("version", now.version);
            let clash = Invalid::new("title", "booklet-changed-meanwhile").into();
            let (head, body) = entry_page(&ctx, now.part, Some(&now), &fields, (&clash, &none));
            return ctx.stale(head, body);
        }
        saved => saved?,
    }
    tx.commit().await?;
    ctx.done("booklet-saved", &format!("/libretto#libretto-{}", entry.part.code()))
}

/// Removes an entry, after a question.
pub(in crate::booklet) async fn remove(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let entry = mine(&ctx, &id).await?;
    let (person, permit) = own(&ctx)?;
    if !fields.checked("sure") {
        let mut stored = entry.words.fields();
        stored.set("version", entry.version);
        let asked = Invalid::new("sure", "booklet-invalid-sure").into();
        let (head, body) = entry_page(&ctx, entry.part, Some(&entry), &stored, (&Invalids::default(), &asked));
        return ctx.invalid(head, body);
    }
    let mut tx = permit.begin(ctx.db()).await?;
    tx.note("what", "booklet-entry-removed");
    store::remove(&tx, person, entry.id).await?;
    tx.commit().await?;
    ctx.done("booklet-removed", "/libretto")
}

impl EntryPage {
    fn title(&self) -> String {
        part_title(&self.t, self.part)
    }
}
