//! Closing an organisation, and opening it again. Nothing is deleted.

use super::{load, trail, version};
use crate::organisation::{model::Organisation, store};
use access::Act;
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{Invalid, Invalids, NaiveDate, typed_day};
use web::{Ctx, Fields, Form, Head, T};

#[derive(Template)]
#[template(path = "organisation/standing.html")]
struct StandingPage {
    t: T,
    href: String,
    form: Form,
    closed: Option<String>,
    latest: NaiveDate,
}

fn head(t: &T, organisation: &Organisation) -> Head {
    let key = if organisation.closed_on.is_some() { "organisation-reopen-title" } else { "organisation-close-title" };
    Head::new(t.arg(key, "name", &organisation.name)).trail(trail(t, organisation)).no_index()
}

fn page(ctx: &Ctx, organisation: &Organisation, fields: &Fields, invalids: &Invalids) -> StandingPage {
    let t = ctx.t();
    let mut fields = fields.clone();
    fields.set("version", organisation.version);
    StandingPage {
        href: organisation.href(),
        form: Form::new(t, "organisation", &fields, invalids),
        closed: organisation.closed_on.map(|day| t.arg("organisation-closed-since", "day", t.date(day))),
        latest: ctx.env().today(),
        t: t.clone(),
    }
}

/// `GET /realta/{id}/chiudi`
pub(crate) async fn ask(ctx: Ctx, Path(address): Path<String>) -> web::Result<Response> {
    let organisation = load(&ctx, &address).await?;
    ctx.permit(Act::RegisterOrganisation, organisation.target())?;
    let mut fields = Fields::new();
    fields.set("closed_on", ctx.env().today());
    ctx.page(head(ctx.t(), &organisation), page(&ctx, &organisation, &fields, &Invalids::default()))
}

/// `POST /realta/{id}/chiudi`
pub(crate) async fn close(ctx: Ctx, Path(address): Path<String>, fields: Fields) -> web::Result<Response> {
    let organisation = load(&ctx, &address).await?;
    let permit = ctx.permit(Act::RegisterOrganisation, organisation.target())?;
    let day = typed_day("closed_on", fields.get("closed_on")).ok().filter(|day| *day <= ctx.env().today());
    let Some(day) = day else {
        let wrong = Invalids(vec![Invalid::new("closed_on", "organisation-invalid-closing")]);
        return ctx.invalid(head(ctx.t(), &organisation), page(&ctx, &organisation, &fields, &wrong));
    };
    let mut tx = permit.begin(ctx.db()).await?;
    store::close(&mut tx, organisation.id, version(&fields), Some(day)).await?;
    tx.commit().await?;
    ctx.done("organisation-done-closed", &organisation.href())
}

/// `POST /realta/{id}/riapri`
pub(crate) async fn open(ctx: Ctx, Path(address): Path<String>, fields: Fields) -> web::Result<Response> {
    let organisation = load(&ctx, &address).await?;
    let permit = ctx.permit(Act::RegisterOrganisation, organisation.target())?;
    let mut tx = permit.begin(ctx.db()).await?;
    store::close(&mut tx, organisation.id, version(&fields), None).await?;
    tx.commit().await?;
    ctx.done("organisation-done-open", &organisation.href())
}
