//! Loading a version: a file or a pasted text, a dry run, a confirmation.

use super::above;
use crate::document::{Doubt, Furniture, FurnitureKind, Imported, Loading, Section, Unfit, store};
use access::{Act, Target};
use askama::Template;
use axum::response::Response;
use kernel::{Checks, Invalid, Invalids, typed_day};
use web::{Ctx, Error, Fields, Form, Head, Result, T, ui::LoopStep};

/// The longest label, in characters.
const LABEL: usize = 40;

#[derive(Template)]
#[template(path = "document/load.html")]
struct LoadPage {
    t: T,
    form: Form,
}

/// A line of the table of sections.
struct SectionRow {
    heading: String,
    level: u8,
    supplied: bool,
    statements: usize,
}

impl SectionRow {
    fn new(section: &Section) -> Self {
        Self {
            heading: section.heading.clone(),
            level: section.level,
            supplied: section.supplied,
            statements: section.statements().len(),
        }
    }
}

#[derive(Template)]
#[template(path = "document/check.html")]
struct CheckPage {
    t: T,
    form: Form,
    title: String,
    standing: String,
    counts: Vec<String>,
    doubts: Vec<String>,
    left_out: Vec<String>,
    sections: Vec<SectionRow>,
    known: Option<String>,
}

/// The form.
pub(super) async fn form(ctx: Ctx) -> Result<Response> {
    ctx.permit(Act::ImportDocument, Target::Network)?;
    let form = Form::fresh(ctx.t(), "document-load", &Fields::new());
    ctx.page(head(ctx.t()), LoadPage { form, t: ctx.t().clone() })
}

/// The dry run, or the confirmation.
pub(super) async fn take(ctx: Ctx, fields: Fields) -> Result<Response> {
    let permit = ctx.permit(Act::ImportDocument, Target::Network)?;
    let loading = match parse(&ctx, &fields).await? {
        Ok(loading) => loading,
        Err(invalids) => return typed_wrong(&ctx, &fields, &invalids),
    };
    if fields.get("step") != "confirm" {
        return dry_run(&ctx, &loading, &source(&fields).unwrap_or_default()).await;
    }
    // Typesetting takes its time: beside the work of other requests, and before the transaction, so
    // that no writer waits for it.
    let set = tokio::task::spawn_blocking(move || (loading.pdf(), loading)).await;
    let (pdf, loading) = set.map_err(|fault| Error::Inside(fault.to_string()))?;
    let pdf = match pdf {
        Ok(pdf) => pdf,
        Err(unfit) => return typed_wrong(&ctx, &fields, &wrong(&unfit).into()),
    };
    let mut tx = permit.begin(ctx.db()).await?;
    let imported = store::import(&mut tx, &loading, pdf).await?;
    let to = format!("/documento/versioni/{}", imported.id());
    match imported {
        Imported::New(_) => {
            tx.commit().await?;
            ctx.done_with("document-loaded", "label", loading.label(), &to)
        }
        Imported::Known(_) => {
            tx.rollback().await?;
            ctx.done("document-known", &to)
        }
    }
}

fn head(t: &T) -> Head {
    let head = Head::new(t.get("document-load-title")).lead(t.get("document-load-lead"));
    head.trail(above(t)).loop_at(LoopStep::Document).no_index()
}

fn typed_wrong(ctx: &Ctx, fields: &Fields, invalids: &Invalids) -> Result<Response> {
    let form = Form::new(ctx.t(), "document-load", fields, invalids);
    ctx.invalid(head(ctx.t()), LoadPage { form, t: ctx.t().clone() })
}

/// The text: of the file, else as pasted, else as the dry run handed it on.
fn source(fields: &Fields) -> std::result::Result<String, Invalid> {
    if let Some(file) = fields.file("file") {
        return String::from_utf8(file.bytes.to_vec()).map_err(|_| wrong(&Unfit::NotText));
    }
    Ok(fields.get("text").to_owned())
}

async fn parse(ctx: &Ctx, fields: &Fields) -> Result<std::result::Result<Loading, Invalids>> {
    let mut checks = Checks::new();
    let label = checks.optional("label", fields.get("label"), LABEL);
    let adopted = match fields.get("adopted_on").trim() {
        "" => None,
        day => checks.take(typed_day("adopted_on", day)),
    };
    let text = checks.take(source(fields)).unwrap_or_default();
    let name = fields.file("file").map_or_else(|| fields.get("source_name").to_owned(), |file| file.name.clone());
    let name: String = name.chars().take(120).collect();
    let read = Loading::new(&text, &name, label.as_deref(), adopted, ctx.env().today());
    let loading = checks.take(read.map_err(|unfit| wrong(&unfit)));
    if let Some(loading) = &loading {
        let conn = ctx.db().reader();
        let taken = store::label_taken(conn, loading.label()).await? && store::known(conn, loading).await?.is_none();
        if taken {
            checks.need(false, "label", "document-load-label-taken");
        }
    }
    Ok(checks.finish(|| loading))
}

fn wrong(unfit: &Unfit) -> Invalid {
    Invalid::new(unfit.field(), unfit.key())
}

async fn dry_run(ctx: &Ctx, loading: &Loading, text: &str) -> Result<Response> {
    let t = ctx.t();
    let known = store::known(ctx.db().reader(), loading).await?;
    let mut carried = Fields::new();
    carried.set("text", text);
    carried.set("label", loading.label());
    carried.set("adopted_on", loading.adopted_on());
    carried.set("source_name", loading.source_name());
    carried.set("step", "confirm");
    let mut page = understood(t, loading, Form::fresh(t, "document-load", &carried))?;
    page.known = known.map(|id| format!("/documento/versioni/{id}"));
    let head = Head::new(t.get("document-check-title")).lead(t.get("document-check-lead"));
    let mut trail = above(t);
    trail.push(("/documento/carica".to_owned(), t.get("document-load-title")));
    ctx.page(head.trail(trail).loop_at(LoopStep::Document).no_index(), page)
}

/// What was understood of a text: its parts, what is doubted, what was left out.
fn understood(t: &T, loading: &Loading, form: Form) -> Result<CheckPage> {
    let reading = loading.reading();
    let document = &reading.document;
    let counts = document.counts();
    let count = |key: &str, n: usize| t.arg(key, "n", n);
    let said = [("label", loading.label().into()), ("day", t.date(loading.adopted_on()).into())];
    Ok(CheckPage {
        form,
        title: if document.title.is_empty() { t.get("document-check-untitled") } else { document.title.clone() },
        standing: t.args("document-check-standing", &said),
        counts: vec![
            count("document-sections", counts.sections),
            count("document-statements", counts.statements),
            count("document-lists", counts.lists),
            count("document-notes-count", counts.notes),
        ],
        doubts: reading.doubts.iter().map(|doubt| say(t, doubt)).collect(),
        left_out: reading.furniture.iter().map(|piece| left_out(t, piece)).collect::<Result<_>>()?,
        sections: document.sections.iter().map(SectionRow::new).collect(),
        known: None,
        t: t.clone(),
    })
}

fn left_out(t: &T, piece: &Furniture) -> Result<String> {
    let key = match piece.kind {
        FurnitureKind::PageNumber => "document-left-page-number",
        FurnitureKind::RunningTitle => "document-left-running-title",
    };
    let line = u64::try_from(piece.line).map_err(|e| Error::Inside(e.to_string()))?;
    Ok(t.args(key, &[("text", piece.text.as_str().into()), ("line", line.into())]))
}

fn say(t: &T, doubt: &Doubt) -> String {
    t.arg(doubt.key(), "what", doubt.what())
}
