//! Writing into the calendar: new entries, changes, calling one off.

use super::readable;
use crate::{
    announcement::{Audience, Author, authors},
    calendar::{model::Entry, store},
};
use ::store::Fault;
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::Invalids;
use web::{Ctx, Fields, Form, Head, T, ui::Note};

#[derive(Template)]
#[template(path = "calendar/form.html")]
struct FormPage {
    action: String,
    form: Form,
    authors: Vec<(String, String)>,
    audiences: Vec<(String, String)>,
    note: Option<Note>,
    t: T,
}

fn page(ctx: &Ctx, action: &str, authors: Vec<(String, String)>, fields: &Fields, wrong: &Invalids) -> FormPage {
    let t = ctx.t();
    let audience = |a: &Audience| (a.code().to_owned(), t.get(&format!("announcement-for-{}", a.code())));
    FormPage {
        action: action.to_owned(),
        form: Form::new(t, "calendar", fields, wrong),
        authors,
        audiences: Audience::ALL.iter().map(audience).collect(),
        note: None,
        t: t.clone(),
    }
}

fn head(ctx: &Ctx, title: &str) -> Head {
    Head::new(ctx.t().get(title)).trail(vec![("/calendario".to_owned(), ctx.t().get("calendar-title"))]).no_index()
}

const NEW: &str = "/calendario/nuovo";

/// The form for a new entry.
pub(in crate::calendar) async fn new(ctx: Ctx) -> web::Result<Response> {
    let mut fields = Fields::new();
    fields.set("audience", Audience::Everyone.code());
    let body = page(&ctx, NEW, authors(&ctx).await?, &fields, &Invalids::default());
    ctx.page(head(&ctx, "calendar-new"), body)
}

/// Puts an entry into the calendar.
pub(in crate::calendar) async fn add(ctx: Ctx, fields: Fields) -> web::Result<Response> {
    let author = Author::typed(&ctx, fields.get("from")).await?;
    let permit = author.permit(&ctx)?;
    let entry = match Entry::parse(author.from, &fields) {
        Ok(entry) => entry,
        Err(wrong) => {
            let body = page(&ctx, NEW, authors(&ctx).await?, &fields, &wrong);
            return ctx.invalid(head(&ctx, "calendar-new"), body);
        }
    };
    let mut tx = permit.begin(ctx.db()).await?;
    let id = store::add(&mut tx, &entry).await?;
    tx.commit().await?;
    ctx.done("calendar-added", &format!("/calendario/{id}"))
}

/// The form for an entry.
pub(in crate::calendar) async fn edit(ctx: Ctx, Path(id): Path<String>) -> web::Result<Response> {
    let (kept, author) = readable(&ctx, &id).await?;
    author.permit(&ctx)?;
    let mut fields = kept.entry.fields();
    fields.set("version", kept.version);
    let action = format!("/calendario/{}/modifica", kept.id);
    ctx.page(head(&ctx, "calendar-edit"), page(&ctx, &action, Vec::new(), &fields, &Invalids::default()))
}

/// Changes an entry.
pub(in crate::calendar) async fn change(ctx: Ctx, Path(id): Path<String>, mut fields: Fields) -> web::Result<Response> {
    let (kept, author) = readable(&ctx, &id).await?;
    let permit = author.permit(&ctx)?;
    let action = format!("/calendario/{}/modifica", kept.id);
    let entry = match Entry::parse(author.from, &fields) {
        Ok(entry) => entry,
        Err(wrong) => {
            return ctx.invalid(head(&ctx, "calendar-edit"), page(&ctx, &action, Vec::new(), &fields, &wrong));
        }
    };
    let mut tx = permit.begin(ctx.db()).await?;
    match store::change(&mut tx, kept.id, &entry, fields.get("version").parse().unwrap_or(0)).await {
        Err(Fault::Stale) => {
            tx.rollback().await?;
            fields.set("version", kept.version);
            let mut body = page(&ctx, &action, Vec::new(), &fields, &Invalids::default());
            body.note = Some(Note::alert(ctx.t().get("calendar-stale")));
            return ctx.stale(head(&ctx, "calendar-edit"), body);
        }
        changed => changed?,
    }
    tx.commit().await?;
    ctx.done("calendar-changed", &format!("/calendario/{}", kept.id))
}

/// Calls an entry off.
pub(in crate::calendar) async fn call_off(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> web::Result<Response> {
    let (kept, author) = readable(&ctx, &id).await?;
    let permit = author.permit(&ctx)?;
    let mut tx = permit.begin(ctx.db()).await?;
    store::call_off(&mut tx, kept.id, fields.get("version").parse().unwrap_or(0)).await?;
    tx.commit().await?;
    ctx.done("calendar-was-called-off", &format!("/calendario/{}", kept.id))
}
