//! Two versions side by side.

use super::{Grounds, above_version, named, prepares};
use crate::charter::{
    CharterVersion, Standing,
    rules::{parameter_label, parameter_value},
    store,
};
use crate::document::{Piece, PieceView};
use askama::Template;
use axum::{extract::Query, response::Response};
use charter::{Change, Parameter, RuleId, Words, compare};
use kernel::Lang;
use serde::Deserialize;
use similar::{ChangeTag, TextDiff};
use web::{Ctx, Error, Head, Result, T, ui::LoopStep};

/// Which versions are compared.
#[derive(Debug, Deserialize)]
pub(super) struct Two {
    da: Option<String>,
    a: Option<String>,
}

struct ArticleChange {
    title: String,
    texts: Vec<(&'static str, Vec<PieceView>)>,
    /// What happened to a passage of the Document, and its first words, which are Italian.
    lines: Vec<(String, String)>,
}

struct ValueChange {
    rule: String,
    parameter: String,
    before: [String; 2],
    after: [String; 2],
}

#[derive(Template)]
#[template(path = "charter/compare.html")]
struct ComparePage {
    t: T,
    articles: Vec<ArticleChange>,
    values: Vec<ValueChange>,
    impact_href: String,
}

/// What changes from one version to another.
pub(super) async fn show(ctx: Ctx, Query(two): Query<Two>) -> Result<Response> {
    let (old, new) = both(&ctx, two).await?;
    let t = ctx.t();
    let grounds = Grounds::of(ctx.db().reader(), &[&old.charter, &new.charter]).await?;
    let (mut articles, mut values) = (Vec::new(), Vec::new());
    for change in compare(&old.charter, &new.charter) {
        match change {
            Change::ParameterChanged { rule, before, after } => values.push(value_change(t, rule, before, after)),
            other => articles.extend(article_change(t, &grounds, [&old, &new], other)),
        }
    }
    let page = ComparePage {
        articles,
        values,
        impact_href: format!("/carta/impatto?da={}&a={}", old.id(), new.id()),
        t: t.clone(),
    };
    let labels = [("from", old.line.label.as_str().into()), ("to", new.line.label.as_str().into())];
    let head = Head::new(t.get("charter-compare-title")).lead(t.args("charter-compare-lead", &labels));
    ctx.page(head.trail(above_version(t)).loop_at(LoopStep::Charter), page)
}

/// The two versions asked for; the one in force and the latest where none is named.
async fn both(ctx: &Ctx, two: Two) -> Result<(CharterVersion, CharterVersion)> {
    let lines = store::list(ctx.db().reader(), prepares(ctx)).await?;
    let in_force = lines.iter().find(|line| line.standing == Standing::InForce).map(|line| line.id.to_string());
    let latest = lines.first().map(|line| line.id.to_string());
    let (Some(da), Some(a)) = (two.da.or(in_force), two.a.or(latest)) else { return Err(Error::NotFound) };
    Ok((named(ctx, &da).await?, named(ctx, &a).await?))
}

fn value_change(t: &T, rule: RuleId, before: Parameter, after: Parameter) -> ValueChange {
    let told = |p: &Parameter| [parameter_value(t, p), t.get(&format!("charter-origin-{}", p.origin.code()))];
    ValueChange {
        rule: t.arg("charter-rule-name", "code", rule.code()),
        parameter: parameter_label(t, rule, &after),
        before: told(&before),
        after: told(&after),
    }
}

fn article_change(t: &T, grounds: &Grounds, [old, new]: [&CharterVersion; 2], change: Change) -> Option<ArticleChange> {
    let said = |key: &str, title: &Words| t.arg(key, "title", title.get(t.lang()));
    let title_of = |slug: &str| {
        let found = new.charter.article(slug).or_else(|| old.charter.article(slug));
        found.map(|article| article.title.clone()).unwrap_or_else(|| Words::new(slug, slug))
    };
    let plain = |title: String, lines: Vec<(String, String)>| Some(ArticleChange { title, texts: Vec::new(), lines });
    match change {
        Change::ArticleAdded { title, .. } => plain(said("charter-change-added", &title), Vec::new()),
        Change::ArticleRemoved { title, .. } => plain(said("charter-change-removed", &title), Vec::new()),
        Change::ArticleReworded { title_before, title_after, text_before, text_after, .. } => Some(ArticleChange {
            title: said("charter-change-reworded", &title_after),
            texts: [(title_before, title_after), (text_before, text_after)]
                .iter()
                .flat_map(|(b, a)| differences(t, b, a))
                .collect(),
            lines: Vec::new(),
        }),
        Change::GroundChanged { slug, added, removed } => {
            let line = |key: &'static str| move |anchor| (t.get(key), grounds.beginning(anchor));
            let added = added.iter().map(line("charter-change-ground-added"));
            let lines = added.chain(removed.iter().map(line("charter-change-ground-removed"))).collect();
            plain(said("charter-change-ground", &title_of(&slug)), lines)
        }
        Change::RuleMoved { rule, after, .. } => {
            let args = [("code", rule.code().into()), ("title", title_of(&after).get(t.lang()).into())];
            plain(t.args("charter-change-moved", &args), Vec::new())
        }
        Change::ParameterChanged { .. } => None,
    }
}

/// The languages in which a text differs, with its pieces.
fn differences(t: &T, before: &Words, after: &Words) -> Vec<(&'static str, Vec<PieceView>)> {
    let differ = |lang: &Lang| before.get(*lang) != after.get(*lang);
    let view = |lang: Lang| pieces(before.get(lang), after.get(lang)).iter().map(|p| PieceView::new(t, p)).collect();
    Lang::ALL.into_iter().filter(differ).map(|lang| (lang.tag(), view(lang))).collect()
}

fn pieces(before: &str, after: &str) -> Vec<Piece> {
    let diff = TextDiff::from_words(before, after);
    let mut pieces: Vec<Piece> = Vec::new();
    for change in diff.iter_all_changes() {
        let (tag, words) = (change.tag(), change.value());
        match (pieces.last_mut(), tag) {
            (Some(Piece::Both(last)), ChangeTag::Equal)
            | (Some(Piece::Old(last)), ChangeTag::Delete)
            | (Some(Piece::New(last)), ChangeTag::Insert) => last.push_str(words),
            (_, ChangeTag::Equal) => pieces.push(Piece::Both(words.to_owned())),
            (_, ChangeTag::Delete) => pieces.push(Piece::Old(words.to_owned())),
            (_, ChangeTag::Insert) => pieces.push(Piece::New(words.to_owned())),
        }
    }
    pieces
}
