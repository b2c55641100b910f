//! The easy version as a page and as plain text.

use super::{above, href};
use crate::document::{self, Document, DocumentLine, DocumentVersion};
use crate::easy::{
    model::{Block, EasyText, Kept, Part},
    rules::{minutes, plain_text, read},
    store,
};
use askama::Template;
use axum::response::Response;
use kernel::Lang;
use web::{
    Ctx, Error, Head, Result, T, file,
    ui::{Empty, LoopStep, Note},
};

struct PartView {
    heading: String,
    blocks: Vec<Block>,
    /// The address and the heading of the section that says it in full.
    in_full: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "easy/read.html")]
struct ReadPage {
    t: T,
    notes: Vec<Note>,
    standing: String,
    /// The language of the text.
    lang: Lang,
    parts: Vec<PartView>,
    full_href: String,
    edit_href: Option<String>,
    changed: String,
}

#[derive(Template)]
#[template(path = "easy/empty.html")]
struct EmptyPage {
    empty: Empty,
}

/// The easy version that is read now, and the version of the Document that it stands beside.
async fn newest(ctx: &Ctx) -> Result<Option<(Kept, DocumentVersion)>> {
    let conn = ctx.db().reader();
    let Some(kept) = store::newest(conn).await? else { return Ok(None) };
    let version = document::document_version(conn, kept.document).await?;
    Ok(version.map(|version| (kept, version)))
}

/// The easy version of the version adopted last, or of the last one that has any.
pub(super) async fn show(ctx: Ctx) -> Result<Response> {
    let current = document::current_document(ctx.db().reader()).await?;
    let Some((kept, version)) = newest(&ctx).await? else { return nothing_yet(&ctx, current.as_ref()) };
    let t = ctx.t();
    let (written, lang) = kept.written.for_reader(t.lang());
    let (text, _) = read(written, &|_| true);
    let full_href =
        if version.line.current { "/documento".to_owned() } else { format!("/documento/versioni/{}", kept.document) };
    let page = ReadPage {
        notes: notes(t, &version.line, current.as_ref(), lang),
        standing: standing(t, &version.line),
        lang,
        edit_href: current.filter(|_| document::loads(&ctx)).map(|line| href(line.id)),
        changed: t.arg("easy-changed", "day", t.date(kernel::rome_date(kept.changed_at))),
        parts: parts(&text, &version.document, &full_href),
        full_href,
        t: t.clone(),
    };
    let lead = t.arg("easy-lead", "n", minutes(&text));
    let head = Head::new(t.get("easy-title")).lead(lead).trail(vec![above(t)]);
    ctx.page(head.loop_at(LoopStep::Document), page)
}

fn nothing_yet(ctx: &Ctx, current: Option<&DocumentLine>) -> Result<Response> {
    let t = ctx.t();
    let mut empty = Empty::new(t.get("easy-empty-title"), t.get("easy-empty-text"));
    if let Some(line) = current.filter(|_| document::loads(ctx)) {
        empty = empty.action(href(line.id), t.get("easy-empty-action"));
    }
    let head = Head::new(t.get("easy-title")).trail(vec![above(t)]).loop_at(LoopStep::Document);
    ctx.page(head, EmptyPage { empty })
}

/// Of which version it is, and that the full text counts.
fn standing(t: &T, line: &DocumentLine) -> String {
    let said = [("label", line.label.as_str().into()), ("day", t.date(line.adopted_on).into())];
    t.args("easy-standing", &said)
}

/// What to know before reading: that the Document went on, that there is no English.
fn notes(t: &T, line: &DocumentLine, current: Option<&DocumentLine>, lang: Lang) -> Vec<Note> {
    let newer = current.filter(|current| current.id != line.id).map(|current| {
        let said = [("label", current.label.as_str().into()), ("day", t.date(current.adopted_on).into())];
        Note::warning(t.args("easy-older", &said))
    });
    let italian = (lang != t.lang()).then(|| Note::info(t.get("easy-italian-only")));
    newer.into_iter().chain(italian).collect()
}

fn parts(text: &EasyText, document: &Document, full_href: &str) -> Vec<PartView> {
    let in_full = |anchor: &String| {
        let section = document.section(anchor)?;
        Some((format!("{full_href}#{anchor}"), section.heading.clone()))
    };
    let view = |part: &Part| PartView {
        heading: part.heading.clone(),
        blocks: part.blocks.clone(),
        in_full: part.in_full.as_ref().and_then(in_full),
    };
    text.parts.iter().map(view).collect()
}

/// The easy version as plain text.
pub(super) async fn text(ctx: Ctx) -> Result<Response> {
    let (kept, version) = newest(&ctx).await?.ok_or(Error::NotFound)?;
    let (written, lang) = kept.written.for_reader(ctx.lang());
    let t = ctx.t().in_lang(lang);
    let (text, _) = read(written, &|_| true);
    let name = format!("documento-facile-{}.{lang}.txt", kernel::slug(&version.line.label));
    Ok(file::text(&name, plain_text(t.get("easy-title"), standing(&t, &version.line), &text)))
}
