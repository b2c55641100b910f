//! The entries of the demonstration. Elsewhere these pages do not exist.

use super::Persona;
use access::Act;
use askama::Template;
use axum::{extract::Path, response::Response};
use web::{Ctx, Error, Head, Result, Routes, T};

/// The routes of this feature.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/prova", Act::ReadPublic, entries)
        .post("/prova/{who}", Act::SignIn, enter)
        // One click from the command line, too. Only made-up people can be signed in as.
        .get("/prova/{who}", Act::SignIn, enter)
}

const VISITOR: &str = "visitor";

#[derive(Template)]
#[template(path = "demo/entries.html")]
struct EntriesPage {
    t: T,
    entries: Vec<Entry>,
}

struct Entry {
    code: &'static str,
    title: String,
    text: String,
}

fn here(ctx: &Ctx) -> Result<()> {
    if ctx.app().site().demo { Ok(()) } else { Err(Error::NotFound) }
}

async fn entries(ctx: Ctx) -> Result<Response> {
    here(&ctx)?;
    let t = ctx.t().clone();
    let codes = std::iter::once(VISITOR).chain(Persona::all().map(Persona::code));
    let entry = |code: &'static str| Entry {
        code,
        title: t.get(&format!("demo-{code}")),
        text: t.get(&format!("demo-{code}-text")),
    };
    let head = Head::new(t.get("demo-title")).lead(t.get("demo-lead")).no_index();
    let entries = codes.map(entry).collect();
    ctx.page(head, EntriesPage { t, entries })
}

async fn enter(ctx: Ctx, Path(who): Path<String>) -> Result<Response> {
    here(&ctx)?;
    if who == VISITOR {
        return people::facade::sign_out(&ctx, "/").await;
    }
    let persona = Persona::from_code(&who).ok_or(Error::NotFound)?;
    let person = persona.find(ctx.db().reader(), ctx.env().today()).await?.ok_or(Error::NotFound)?;
    people::facade::sign_in_as(&ctx, person, "/inizio").await
}
