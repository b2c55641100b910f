//! The secretariat looks at a sheet that waits: confirms it, or sends it back with a word.

use super::{Changes, load, shown, trail, version};
use crate::organisation::{
    model::{Field, Organisation, StoredSheet},
    rules::differences,
    store,
};
use ::store::Fault;
use access::Act;
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{Checks, Invalids};
use web::{
    Ctx, Fields, Form, Head, T,
    ui::{Empty, Note},
};

#[derive(Template)]
#[template(path = "organisation/settle.html")]
struct SettlePage {
    t: T,
    href: String,
    form: Form,
    written: String,
    changes: Option<Changes>,
    whole: Vec<(String, String)>,
    empty: Option<Empty>,
    note: Option<Note>,
    /// What becomes of the public record while a correction is asked for.
    meanwhile: String,
}

/// A sheet that waits where none was public before changes nothing: it is the first.
fn is_first(organisation: &Organisation) -> bool {
    organisation.confirmed.is_none() && waiting(organisation).is_some()
}

fn head(t: &T, organisation: &Organisation) -> Head {
    let lead = if is_first(organisation) { "organisation-confirm-lead-first" } else { "organisation-confirm-lead" };
    let head = Head::new(t.arg("organisation-confirm-title", "name", &organisation.name)).lead(t.get(lead));
    head.trail(trail(t, organisation)).no_index()
}

fn page(t: &T, organisation: &Organisation, fields: &Fields, invalids: &Invalids) -> SettlePage {
    let mut fields = fields.clone();
    fields.set("version", organisation.version);
    let pending = waiting(organisation);
    let public = organisation.confirmed.as_ref();
    let changes = |stored: &StoredSheet| {
        let differences = differences(&public?.sheet, &stored.sheet);
        Changes::new(t, t.get("organisation-confirm-changed"), &differences)
    };
    let label = |stored: &StoredSheet, field: Field| {
        (t.get(&field.key()), shown(t, field.code(), &stored.sheet.written(field)))
    };
    SettlePage {
        href: organisation.href(),
        form: Form::new(t, "organisation", &fields, invalids),
        written: pending
            .map(|stored| t.arg("organisation-history-written", "at", t.instant(stored.written_at)))
            .unwrap_or_default(),
        changes: pending.and_then(changes),
        whole: pending.map(|stored| Field::ALL.iter().map(|field| label(stored, *field)).collect()).unwrap_or_default(),
        empty: pending.is_none().then(|| {
            let nothing = Empty::new(t.get("organisation-confirm-none"), t.get("organisation-confirm-none-text"));
            nothing.action("/realta?stato=attesa", t.get("organisation-confirm-others"))
        }),
        note: None,
        meanwhile: t.get(if is_first(organisation) { "organisation-return-first" } else { "organisation-return-text" }),
        t: t.clone(),
    }
}

/// The sheet changed while it was looked at: the page as it is now, with what was typed.
async fn changed_meanwhile(ctx: &Ctx, address: &str, fields: &Fields) -> web::Result<Response> {
    let organisation = load(ctx, address).await?;
    let mut body = page(ctx.t(), &organisation, fields, &Invalids::default());
    body.note = Some(Note::alert(ctx.t().get("organisation-confirm-stale")));
    ctx.stale(head(ctx.t(), &organisation), body)
}

fn waiting(organisation: &Organisation) -> Option<&StoredSheet> {
    organisation.pending.as_ref().filter(|_| organisation.waits())
}

/// `GET /realta/{id}/conferma`
pub(crate) async fn look(ctx: Ctx, Path(address): Path<String>) -> web::Result<Response> {
    let organisation = load(&ctx, &address).await?;
    ctx.permit(Act::ConfirmOrganisation, organisation.target())?;
    let t = ctx.t();
    ctx.page(head(t, &organisation), page(t, &organisation, &Fields::new(), &Invalids::default()))
}

/// `POST /realta/{id}/conferma`
pub(crate) async fn confirm(ctx: Ctx, Path(address): Path<String>, fields: Fields) -> web::Result<Response> {
    let organisation = load(&ctx, &address).await?;
    let permit = ctx.permit(Act::ConfirmOrganisation, organisation.target())?;
    let Some(stored) = waiting(&organisation) else { return ctx.goto(&format!("{}/conferma", organisation.href())) };
    let mut tx = permit.begin(ctx.db()).await?;
    match store::confirm(&mut tx, organisation.id, version(&fields), stored).await {
        Err(Fault::Stale) => {
            tx.rollback().await?;
            return changed_meanwhile(&ctx, &address, &fields).await;
        }
        confirmed => confirmed?,
    }
    tx.commit().await?;
    ctx.done("organisation-done-public", &organisation.href())
}

/// `POST /realta/{id}/restituisci`
pub(crate) async fn send_back(ctx: Ctx, Path(address): Path<String>, fields: Fields) -> web::Result<Response> {
    let mut checks = Checks::new();
    let note = checks.text("note", fields.get("note"), 1000);
    let organisation = load(&ctx, &address).await?;
    let permit = ctx.permit(Act::ConfirmOrganisation, organisation.target())?;
    let Some(stored) = waiting(&organisation) else { return ctx.goto(&format!("{}/conferma", organisation.href())) };
    let note = match checks.finish(|| note) {
        Ok(note) => note,
        Err(wrong) => return ctx.invalid(head(ctx.t(), &organisation), page(ctx.t(), &organisation, &fields, &wrong)),
    };
    let mut tx = permit.begin(ctx.db()).await?;
    match store::send_back(&mut tx, organisation.id, version(&fields), stored, &note).await {
        Err(Fault::Stale) => {
            tx.rollback().await?;
            return changed_meanwhile(&ctx, &address, &fields).await;
        }
        returned => returned?,
    }
    tx.commit().await?;
    ctx.done("organisation-done-returned", "/realta?stato=attesa")
}
