//! The Document as a page, as plain text and on paper, and the list of its versions.

use super::{
    above, current as current_version, loads, named, standing,
    view::{self, BlockView, Contents, NoteView, SectionView},
};
use crate::document::{DocumentLine, DocumentVersion, store, to_plain_text};
use crate::easy;
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::Lang;
use web::{
    Ctx, Error, Fields, Form, Head, Result, T, file,
    ui::{Badge, Empty, LoopStep, State},
};

#[derive(Template)]
#[template(path = "document/read.html")]
struct ReadPage {
    t: T,
    standing: String,
    participation: Vec<String>,
    contents: Contents,
    sections: Vec<SectionView>,
    supplied: bool,
    notes: Vec<NoteView>,
    text_href: String,
    pdf_href: String,
    data_href: String,
    /// Whether an easy version leads in.
    easy: bool,
    /// Where who loads versions writes the easy one of this.
    easy_edit_href: Option<String>,
    source: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "document/empty.html")]
struct EmptyPage {
    empty: Empty,
}

/// The current version.
pub(super) async fn current(ctx: Ctx) -> Result<Response> {
    match current_version(&ctx).await? {
        Some(version) => shown(&ctx, &version, "/documento").await,
        None => nothing_yet(&ctx),
    }
}

fn nothing_yet(ctx: &Ctx) -> Result<Response> {
    let t = ctx.t();
    let mut empty = Empty::new(t.get("document-empty-title"), t.get("document-empty-text"));
    if loads(ctx) {
        empty = empty.action("/documento/carica", t.get("document-empty-action"));
    }
    ctx.page(Head::new(t.get("document-title")).loop_at(LoopStep::Document), EmptyPage { empty })
}

/// A version, by its id.
pub(super) async fn one(ctx: Ctx, Path(id): Path<String>) -> Result<Response> {
    let version = named(&ctx, &id).await?;
    shown(&ctx, &version, &format!("/documento/versioni/{}", version.line.id)).await
}

async fn shown(ctx: &Ctx, version: &DocumentVersion, href: &str) -> Result<Response> {
    let (t, document, line) = (ctx.t(), &version.document, &version.line);
    let easy = line.current && easy::exists(ctx.db().reader()).await?;
    let file_name =
        if line.source_name.is_empty() { t.get("document-source-pasted") } else { line.source_name.clone() };
    let page = ReadPage {
        standing: standing(t, line),
        participation: document.participation.clone(),
        contents: Contents::new(document),
        sections: view::sections(t, document),
        supplied: document.sections.iter().any(|section| section.supplied),
        notes: view::notes(t, document),
        text_href: format!("{href}/testo"),
        pdf_href: format!("{href}/pdf"),
        data_href: format!("/api/v1/document/versions/{}", line.id),
        easy,
        easy_edit_href: loads(ctx).then(|| format!("/documento/versioni/{}/facile", line.id)),
        source: vec![
            (t.get("document-source-file"), file_name),
            (t.get("document-source-sha"), line.source_sha256.clone()),
            (t.get("document-source-loaded"), t.instant(line.imported_at)),
        ],
        t: t.clone(),
    };
    let title = if document.title.is_empty() { t.get("document-title") } else { document.title.clone() };
    let mut head = Head::new(title).loop_at(LoopStep::Document);
    if href != "/documento" {
        head = head.trail(above(t));
    }
    ctx.page(head, page)
}

/// The current version as plain text.
pub(super) async fn current_text(ctx: Ctx) -> Result<Response> {
    let version = current_version(&ctx).await?.ok_or(Error::NotFound)?;
    Ok(as_text(&ctx, &version))
}

/// A version as plain text.
pub(super) async fn one_text(ctx: Ctx, Path(id): Path<String>) -> Result<Response> {
    let version = named(&ctx, &id).await?;
    Ok(as_text(&ctx, &version))
}

/// The Document speaks Italian, whatever language the pages are read in.
fn as_text(ctx: &Ctx, version: &DocumentVersion) -> Response {
    let notes = ctx.t().in_lang(Lang::It).get("document-notes");
    file::text(&file_name(&version.line, "txt"), to_plain_text(&version.document, &notes))
}

/// The current version on paper.
pub(super) async fn current_pdf(ctx: Ctx) -> Result<Response> {
    let line = store::current(ctx.db().reader()).await?.ok_or(Error::NotFound)?;
    on_paper(&ctx, &line).await
}

/// A version on paper.
pub(super) async fn one_pdf(ctx: Ctx, Path(id): Path<String>) -> Result<Response> {
    let version = named(&ctx, &id).await?;
    on_paper(&ctx, &version.line).await
}

async fn on_paper(ctx: &Ctx, line: &DocumentLine) -> Result<Response> {
    let pdf = store::pdf(ctx.db().reader(), line.id).await?.ok_or(Error::NotFound)?;
    Ok(file::pdf(&file_name(line, "pdf"), pdf))
}

fn file_name(line: &DocumentLine, ending: &str) -> String {
    format!("documento-di-consenso-{}.{ending}", kernel::slug(&line.label))
}

struct Row {
    label: String,
    day: String,
    badge: Badge,
    size: String,
    href: String,
}

#[derive(Template)]
#[template(path = "document/versions.html")]
struct VersionsPage {
    t: T,
    rows: Vec<Row>,
    empty: Option<Empty>,
    compare: Option<Form>,
    choices: Vec<(String, String)>,
    loads: bool,
}

/// All versions.
pub(super) async fn versions(ctx: Ctx) -> Result<Response> {
    let t = ctx.t();
    let lines = store::list(ctx.db().reader()).await?;
    let badge = |line: &DocumentLine| match line.current {
        true => Badge::word(State::Done, t.get("document-state-current")),
        false => Badge::word(State::Ended, t.get("document-state-past")),
    };
    let rows = lines.iter().map(|line| Row {
        label: line.label.clone(),
        day: t.date(line.adopted_on),
        badge: badge(line),
        size: t.arg("document-statements", "n", line.counts.statements),
        href: format!("/documento/versioni/{}", line.id),
    });
    let mut fields = Fields::new();
    if let [newest, older, ..] = lines.as_slice() {
        fields.set("da", older.id);
        fields.set("a", newest.id);
    }
    let page = VersionsPage {
        rows: rows.collect(),
        empty: lines.is_empty().then(|| Empty::new(t.get("document-empty-title"), t.get("document-empty-text"))),
        compare: (lines.len() > 1).then(|| Form::fresh(t, "document-compare", &fields)),
        choices: lines.iter().map(|line| (line.id.to_string(), standing(t, line))).collect(),
        loads: loads(&ctx),
        t: t.clone(),
    };
    let head = Head::new(t.get("document-versions-title")).lead(t.get("document-versions-lead"));
    let trail = vec![("/documento".to_owned(), t.get("document-name"))];
    ctx.page(head.trail(trail).loop_at(LoopStep::Document), page)
}
