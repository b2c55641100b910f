//! Two versions side by side, statement by statement.

use super::{above, named, standing};
use crate::document::{Change, DocumentVersion, Kind, Piece, compare, store};
use askama::Template;
use axum::{extract::Query, response::Response};
use kernel::Lang;
use serde::Deserialize;
use web::{
    Ctx, Head, Result, T,
    ui::{Empty, LoopStep},
};

/// Which versions are compared.
#[derive(Debug, Deserialize)]
pub(super) struct Two {
    da: Option<String>,
    a: Option<String>,
}

/// A piece of a text as a comparison shows it. A screen reader does not read the tags: words before
/// and after, in the reader's language, say what they mean.
#[derive(Template)]
#[template(
    source = r#"{% if tag.is_empty() %}{{ words }}{% else %}<{{ tag }}><span class="visually-hidden" lang="{{ lang }}">{{ before }} </span>{{ words }}<span class="visually-hidden" lang="{{ lang }}"> {{ after }}</span></{{ tag }}>{% endif %}"#,
    ext = "html"
)]
pub(crate) struct PieceView {
    tag: &'static str,
    before: String,
    after: String,
    words: String,
    lang: Lang,
}

impl askama::filters::HtmlSafe for PieceView {}

impl PieceView {
    /// The piece, for a reader of these texts.
    pub(crate) fn new(t: &T, piece: &Piece) -> Self {
        let marked = |tag: &'static str, word: &str, words: &str| Self {
            tag,
            before: t.get(&format!("document-piece-{word}")),
            after: t.get(&format!("document-piece-{word}-end")),
            words: words.to_owned(),
            lang: t.lang(),
        };
        match piece {
            Piece::Both(words) => {
                Self { tag: "", before: String::new(), after: String::new(), words: words.clone(), lang: t.lang() }
            }
            Piece::Old(words) => marked("del", "removed", words),
            Piece::New(words) => marked("ins", "added", words),
        }
    }
}

struct ChangeView {
    word: String,
    section: String,
    pieces: Vec<PieceView>,
    links: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "document/compare.html")]
struct ComparePage {
    t: T,
    from: String,
    to: String,
    turned_href: String,
    summary: Vec<String>,
    changes: Vec<ChangeView>,
}

/// What differs between two versions.
pub(super) async fn show(ctx: Ctx, Query(two): Query<Two>) -> Result<Response> {
    let t = ctx.t();
    let Some((old, new)) = both(&ctx, two).await? else {
        let why = Empty::new(t.get("document-compare-one"), t.get("document-compare-one-text"))
            .action("/documento", t.get("document-title"));
        let head = Head::new(t.get("document-compare-title")).trail(above(t)).loop_at(LoopStep::Document);
        return ctx.page(head.no_index(), why);
    };
    let found = compare(&old.document, &new.document);
    let differs = |change: &&Change| change.kind != Kind::Kept || change.moved;
    let counts = [
        ("document-compare-changed", found.count(Kind::Changed)),
        ("document-compare-added", found.count(Kind::Added)),
        ("document-compare-removed", found.count(Kind::Removed)),
        ("document-compare-moved", found.moved()),
        ("document-compare-kept", found.count(Kind::Kept)),
    ];
    let page = ComparePage {
        from: standing(t, &old.line),
        to: standing(t, &new.line),
        turned_href: format!("/documento/confronto?da={}&a={}", new.line.id, old.line.id),
        summary: counts.iter().filter(|(_, n)| *n > 0).map(|(key, n)| t.arg(key, "n", *n)).collect(),
        changes: found.changes.iter().filter(differs).map(|change| view(t, change, &old, &new)).collect(),
        t: t.clone(),
    };
    let labels = [("from", old.line.label.as_str().into()), ("to", new.line.label.as_str().into())];
    let head = Head::new(t.get("document-compare-title")).lead(t.args("document-compare-lead", &labels));
    ctx.page(head.trail(above(t)).loop_at(LoopStep::Document), page)
}

/// The two versions asked for; the two latest where none is named, when there are two.
async fn both(ctx: &Ctx, two: Two) -> Result<Option<(DocumentVersion, DocumentVersion)>> {
    let lines = store::list(ctx.db().reader()).await?;
    let place = |at: usize| lines.get(at).map(|line| line.id.to_string());
    let (Some(da), Some(a)) = (two.da.or_else(|| place(1)), two.a.or_else(|| place(0))) else {
        return Ok(None);
    };
    Ok(Some((named(ctx, &da).await?, named(ctx, &a).await?)))
}

fn view(t: &T, change: &Change, old: &DocumentVersion, new: &DocumentVersion) -> ChangeView {
    let key = match (change.kind, change.moved) {
        (Kind::Kept, _) => "document-change-moved",
        (Kind::Changed, true) => "document-change-changed-moved",
        (Kind::Changed, false) => "document-change-changed",
        (Kind::Added, _) => "document-change-added",
        (Kind::Removed, _) => "document-change-removed",
    };
    let link = |version: &DocumentVersion, anchor: &Option<String>| {
        let href = format!("/documento/versioni/{}#{}", version.line.id, anchor.as_ref()?);
        Some((href, t.arg("document-change-in", "label", &version.line.label)))
    };
    ChangeView {
        word: t.get(key),
        section: change.section.clone(),
        pieces: change.pieces.iter().map(|piece| PieceView::new(t, piece)).collect(),
        links: [link(old, &change.old_anchor), link(new, &change.new_anchor)].into_iter().flatten().collect(),
    }
}
