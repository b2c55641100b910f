//! Writing announcements: new ones, changes, taking one down.

use super::{Author, authors, readable};
use crate::announcement::{
    model::{Announcement, Audience},
    store,
};
use ::store::Fault;
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{Duration, Invalids};
use web::{Ctx, Fields, Form, Head, T, ui::Note};

#[derive(Template)]
#[template(path = "announcement/form.html")]
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
        form: Form::new(t, "announcement", fields, wrong),
        authors,
        audiences: Audience::ALL.iter().map(audience).collect(),
        note: None,
        t: t.clone(),
    }
}

fn head(ctx: &Ctx, title: &str) -> Head {
    Head::new(ctx.t().get(title)).trail(vec![("/annunci".to_owned(), ctx.t().get("announcement-title"))]).no_index()
}

const NEW: &str = "/annunci/nuovo";

/// The form for a new one.
pub(in crate::announcement) async fn new(ctx: Ctx) -> web::Result<Response> {
    let mut fields = Fields::new();
    fields.set("audience", Audience::Members.code());
    fields.set("until", ctx.env().today() + Duration::days(30));
    let body = page(&ctx, NEW, authors(&ctx).await?, &fields, &Invalids::default());
    ctx.page(head(&ctx, "announcement-new"), body)
}

/// Posts one.
pub(in crate::announcement) async fn post(ctx: Ctx, fields: Fields) -> web::Result<Response> {
    let author = Author::typed(&ctx, fields.get("from")).await?;
    let permit = author.permit(&ctx)?;
    let announcement = match Announcement::parse(author.from, &fields, ctx.env().today()) {
        Ok(announcement) => announcement,
        Err(wrong) => {
            let body = page(&ctx, NEW, authors(&ctx).await?, &fields, &wrong);
            return ctx.invalid(head(&ctx, "announcement-new"), body);
        }
    };
    let mut tx = permit.begin(ctx.db()).await?;
    let id = store::post(&mut tx, &announcement).await?;
    tx.commit().await?;
    ctx.done("announcement-posted", &format!("/annunci/{id}"))
}

/// The form for one that is posted.
pub(in crate::announcement) async fn edit(ctx: Ctx, Path(id): Path<String>) -> web::Result<Response> {
    let (posted, author) = readable(&ctx, &id).await?;
    author.permit(&ctx)?;
    let mut fields = posted.announcement.fields();
    fields.set("version", posted.version);
    let action = format!("/annunci/{}/modifica", posted.id);
    ctx.page(head(&ctx, "announcement-edit"), page(&ctx, &action, Vec::new(), &fields, &Invalids::default()))
}

/// Changes one.
pub(in crate::announcement) async fn change(
    ctx: Ctx,
    Path(id): Path<String>,
    mut fields: Fields,
) -> web::Result<Response> {
    let (posted, author) = readable(&ctx, &id).await?;
    let permit = author.permit(&ctx)?;
    let action = format!("/annunci/{}/modifica", posted.id);
    let announcement = match Announcement::parse(author.from, &fields, ctx.env().today()) {
        Ok(announcement) => announcement,
        Err(wrong) => {
            return ctx.invalid(head(&ctx, "announcement-edit"), page(&ctx, &action, Vec::new(), &fields, &wrong));
        }
    };
    let mut tx = permit.begin(ctx.db()).await?;
    match store::change(&mut tx, posted.id, &announcement, fields.get("version").parse().unwrap_or(0)).await {
        Err(Fault::Stale) => {
            tx.rollback().await?;
            fields.set("version", posted.version);
            let mut body = page(&ctx, &action, Vec::new(), &fields, &Invalids::default());
            body.note = Some(Note::alert(ctx.t().get("announcement-stale")));
            return ctx.stale(head(&ctx, "announcement-edit"), body);
        }
        changed => changed?,
    }
    tx.commit().await?;
    ctx.done("announcement-changed", &format!("/annunci/{}", posted.id))
}

/// Takes one down before its time.
pub(in crate::announcement) async fn take_down(
    ctx: Ctx,
    Path(id): Path<String>,
    fields: Fields,
) -> web::Result<Response> {
    let (posted, author) = readable(&ctx, &id).await?;
    let permit = author.permit(&ctx)?;
    let mut tx = permit.begin(ctx.db()).await?;
    store::take_down(&mut tx, posted.id, fields.get("version").parse().unwrap_or(0)).await?;
    tx.commit().await?;
    ctx.done("announcement-taken-down", "/annunci")
}
