//! The pages behind the links of the footer.

use super::store::{self, NewReport, Report};
use access::{Act, Target};
use askama::Template;
use axum::{extract::Query, response::Response};
use kernel::{Checks, EmailAddress, Invalids};
use serde::Deserialize;
use web::{
    Ctx, Fields, Form, Head, Result, Routes, T,
    ui::{Empty, Pager},
};

/// The routes of this feature.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/segnala", Act::SendFeedback, ask)
        .post("/segnala", Act::SendFeedback, send)
        .get("/gestione/segnalazioni", Act::Operate, list)
        .get("/accessibilita", Act::ReadPublic, accessibility)
        .get("/privacy", Act::ReadPublic, privacy)
}

#[derive(Template)]
#[template(path = "feedback/form.html")]
struct FormPage {
    t: T,
    form: Form,
}

#[derive(Debug, Deserialize)]
struct FromPage {
    #[serde(default)]
    pagina: String,
}

fn head(t: &T) -> Head {
    Head::new(t.get("feedback-title")).lead(t.get("feedback-lead"))
}

async fn ask(ctx: Ctx, Query(from): Query<FromPage>) -> Result<Response> {
    let mut fields = Fields::new();
    fields.set("page", from.pagina);
    let form = Form::fresh(ctx.t(), "feedback", &fields);
    ctx.page(head(ctx.t()), FormPage { t: ctx.t().clone(), form })
}

fn parse(fields: &Fields) -> std::result::Result<NewReport, Invalids> {
    let mut checks = Checks::new();
    let words = checks.text("text", fields.get("text"), 4000);
    let page = checks.optional("page", fields.get("page"), 300).unwrap_or_default();
    let email = match fields.get("email").trim() {
        "" => None,
        typed => checks.take(EmailAddress::parse("email", typed)),
    };
    checks.finish(|| Some(NewReport { page, email: email.map(String::from), words: words? }))
}

async fn send(ctx: Ctx, fields: Fields) -> Result<Response> {
    let report = match parse(&fields) {
        Ok(report) => report,
        Err(invalids) => {
            let form = Form::new(ctx.t(), "feedback", &fields, &invalids);
            return ctx.invalid(head(ctx.t()), FormPage { t: ctx.t().clone(), form });
        }
    };
    people::facade::may_report(&ctx).await?;
    let mut tx = ctx.permit(Act::SendFeedback, Target::Network)?.begin(ctx.db()).await?;
    store::add(&mut tx, &report).await?;
    tx.commit().await?;
    ctx.done("feedback-thanks", "/segnala")
}

#[derive(Template)]
#[template(path = "feedback/list.html")]
struct ListPage {
    t: T,
    reports: Vec<Report>,
    pager: Pager,
    empty: Empty,
}

#[derive(Debug, Deserialize)]
struct Paged {
    pagina: Option<u64>,
}

async fn list(ctx: Ctx, Query(paged): Query<Paged>) -> Result<Response> {
    const PER_PAGE: i64 = 30;
    ctx.permit(Act::Operate, Target::Network)?;
    let t = ctx.t().clone();
    let page = Pager::asked(paged.pagina);
    let (reports, total) = store::list(ctx.db().reader(), PER_PAGE, (page as i64 - 1) * PER_PAGE).await?;
    let pager = Pager::new(&t, "/gestione/segnalazioni", page, total.max(0) as u64, PER_PAGE as u64);
    let empty = Empty::new(t.get("feedback-list-empty"), t.get("feedback-list-empty-text"));
    ctx.page(Head::new(t.get("feedback-list-title")), ListPage { t, reports, pager, empty })
}

#[derive(Template)]
#[template(path = "feedback/accessibility.html")]
struct AccessibilityPage {
    t: T,
}

async fn accessibility(ctx: Ctx) -> Result<Response> {
    let t = ctx.t().clone();
    let head = Head::new(t.get("accessibility-title")).lead(t.get("accessibility-lead"));
    ctx.page(head, AccessibilityPage { t })
}

#[derive(Template)]
#[template(path = "feedback/privacy.html")]
struct PrivacyPage {
    t: T,
    kept: Vec<(String, Vec<String>)>,
}

async fn privacy(ctx: Ctx) -> Result<Response> {
    let t = ctx.t().clone();
    let head = Head::new(t.get("privacy-title")).lead(t.get("privacy-lead"));
    ctx.page(head, PrivacyPage { t, kept: people::facade::kept_on_people(&ctx) })
}
