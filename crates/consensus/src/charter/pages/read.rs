//! The Charter as a page and as plain text, and the list of its versions.

use super::{Grounds, above, above_version, name_and_standing, named, prepares, standing};
use crate::charter::{
    CharterLine, CharterVersion, Standing,
    rules::{paper, parameter_label, parameter_value, plain_text, rule_sentence, rule_title},
    store,
};
use crate::{document, easy};
use access::Technical;
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use charter::{Anchor, Article, Charter, Rule};
use kernel::{CharterVersionId, DocumentVersionId, NaiveDate};
use serde::Deserialize;
use web::{
    Ctx, Error, Fields, Form, Head, Result, T, file,
    ui::{Badge, Empty, LoopStep, State},
};

/// A rule as the page shows it.
pub(super) struct RuleView {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) title: String,
    pub(super) sentence: String,
    pub(super) parameters: Vec<[String; 3]>,
}

impl RuleView {
    pub(super) fn new(t: &T, rule: &Rule) -> Self {
        let line = |parameter: &charter::Parameter| {
            let origin = t.get(&format!("charter-origin-{}", parameter.origin.code()));
            [parameter_label(t, rule.id, parameter), parameter_value(t, parameter), origin]
        };
        Self {
            id: rule.id.slug(),
            name: t.arg("charter-rule-name", "code", rule.id.code()),
            title: rule_title(t, rule.id),
            sentence: rule_sentence(t, rule),
            parameters: rule.parameters.iter().map(line).collect(),
        }
    }
}

struct ArticleView {
    slug: String,
    heading: String,
    text: String,
    rests_on: Vec<(String, String)>,
    rules: Vec<RuleView>,
}

impl ArticleView {
    fn new(t: &T, charter: &Charter, article: &Article, grounds: &Grounds) -> Self {
        let ground = |anchor: &Anchor| (format!("/documento#{anchor}"), grounds.beginning(anchor));
        Self {
            slug: article.slug.clone(),
            heading: heading(t, article),
            text: article.text.get(t.lang()).to_owned(),
            rests_on: article.rests_on.iter().map(ground).collect(),
            rules: charter.rules_of(&article.slug).map(|rule| RuleView::new(t, rule)).collect(),
        }
    }
}

/// An article's number and title.
pub(super) fn heading(t: &T, article: &Article) -> String {
    let args = [("number", article.number.into()), ("title", article.title.get(t.lang()).into())];
    t.args("charter-article-heading", &args)
}

#[derive(Template)]
#[template(path = "charter/read.html")]
struct ReadPage {
    t: T,
    standing: String,
    /// Whether the easy version of the Document leads in.
    easy: bool,
    articles: Vec<ArticleView>,
    rules: Vec<(String, String)>,
    text_href: String,
    pdf_href: Option<String>,
    edit_href: Option<String>,
}

#[derive(Template)]
#[template(path = "charter/empty.html")]
struct EmptyPage {
    empty: Empty,
}

async fn show(ctx: &Ctx, version: &CharterVersion, head: Head) -> Result<Response> {
    let (t, line) = (ctx.t(), &version.line);
    let grounds = Grounds::of(ctx.db().reader(), &[&version.charter]).await?;
    let easy = line.standing.in_force() && easy::exists(ctx.db().reader()).await?;
    let draft = line.standing == Standing::Draft;
    let short = |rule: &Rule| (rule.id.slug(), format!("{} – {}", rule.id, rule_title(t, rule.id)));
    let page = ReadPage {
        t: t.clone(),
        standing: name_and_standing(t, line),
        easy,
        articles: version
            .charter
            .articles()
            .iter()
            .map(|article| ArticleView::new(t, &version.charter, article, &grounds))
            .collect(),
        rules: version.charter.rules().iter().map(short).collect(),
        text_href: format!("/carta/testo?versione={}", line.id),
        pdf_href: (!draft).then(|| format!("/carta/pdf?versione={}", line.id)),
        edit_href: (draft && prepares(ctx)).then(|| format!("{}/modifica", line.href())),
    };
    ctx.page(if draft { head.no_index() } else { head }, page)
}

/// The Charter in force.
pub(super) async fn in_force(ctx: Ctx) -> Result<Response> {
    let t = ctx.t();
    let head = Head::new(t.get("charter-title")).lead(t.get("charter-lead")).loop_at(LoopStep::Charter);
    match store::in_force(ctx.db().reader()).await? {
        Some(version) => show(&ctx, &version, head).await,
        None => {
            let empty = Empty::new(t.get("charter-empty-title"), t.get("charter-empty-text"));
            ctx.page(head, EmptyPage { empty })
        }
    }
}

/// One version.
pub(super) async fn one(ctx: Ctx, Path(id): Path<String>) -> Result<Response> {
    let version = named(&ctx, &id).await?;
    let t = ctx.t();
    let title = format!("{}, {}", t.get("charter-name"), t.arg("charter-version-label", "label", &version.line.label));
    let head = Head::new(title).trail(above_version(t)).loop_at(LoopStep::Charter);
    show(&ctx, &version, head).await
}

/// Which version is asked for; the one in force where none is.
#[derive(Debug, Deserialize)]
pub(super) struct Which {
    versione: Option<String>,
}

async fn asked(ctx: &Ctx, which: Which) -> Result<CharterVersion> {
    match which.versione {
        Some(id) => named(ctx, &id).await,
        None => store::in_force(ctx.db().reader()).await?.ok_or(Error::NotFound),
    }
}

/// A version as plain text.
pub(super) async fn text(ctx: Ctx, Query(which): Query<Which>) -> Result<Response> {
    let version = asked(&ctx, which).await?;
    let name = format!("carta-{}.{}.txt", kernel::slug(&version.line.label), ctx.lang());
    Ok(file::text(&name, plain_text(ctx.t(), &name_and_standing(ctx.t(), &version.line), &version.charter)))
}

/// A version as a tagged PDF. An adopted version never changes, but it shows the first words of the
/// statements it rests on: it is set once in each language for each version of the Document, and kept.
pub(super) async fn pdf(ctx: Ctx, Query(which): Query<Which>) -> Result<Response> {
    let version = asked(&ctx, which).await?;
    let Some(adopted_on) = version.line.adopted_on else { return Err(Error::NotFound) };
    let (conn, lang) = (ctx.db().reader(), ctx.lang());
    let name = format!("carta-{}.{lang}.pdf", kernel::slug(&version.line.label));
    let document = document::current_document(conn).await?.map(|line| line.id);
    let kept = match document {
        Some(document) => store::kept_paper(conn, version.id(), lang, document).await?,
        None => None,
    };
    if let Some(kept) = kept {
        return Ok(file::pdf(&name, kept));
    }
    let bytes = set(&ctx, &version, adopted_on).await?;
    if let Some(document) = document {
        // A copy that cannot be kept, as somebody else keeps one just now, is made again the next time.
        let _ = keep(&ctx, version.id(), document, &bytes).await;
    }
    Ok(file::pdf(&name, bytes))
}

/// Sets a version, beside the work of other requests.
async fn set(ctx: &Ctx, version: &CharterVersion, adopted_on: NaiveDate) -> Result<Vec<u8>> {
    let t = ctx.t();
    let grounds = Grounds::of(ctx.db().reader(), &[&version.charter]).await?;
    let link = |anchor: &Anchor| ctx.app().site().link(&format!("/documento#{anchor}"));
    let label = t.arg("charter-version-label", "label", &version.line.label);
    let under = vec![label, t.arg("charter-adopted-on", "day", t.date(adopted_on))];
    let ground = |anchor: &Anchor| (link(anchor), grounds.beginning(anchor));
    let article = paper(t, under, &version.charter, &ground);
    let set = tokio::task::spawn_blocking(move || typeset::pdf(&article)).await;
    let bytes = set.map_err(|fault| Error::Inside(fault.to_string()))?;
    bytes.map_err(|fault| Error::Inside(fault.to_string()))
}

async fn keep(ctx: &Ctx, id: CharterVersionId, document: DocumentVersionId, bytes: &[u8]) -> Result<()> {
    let mut tx = Technical::Reaction.begin(ctx.db()).await?;
    store::keep_paper(&mut tx, id, ctx.lang(), document, bytes).await?;
    Ok(tx.commit().await?)
}

struct VersionRow {
    label: String,
    href: String,
    badge: Badge,
    day: String,
    edit_href: Option<String>,
}

#[derive(Template)]
#[template(path = "charter/versions.html")]
struct VersionsPage {
    t: T,
    rows: Vec<VersionRow>,
    compare: Option<Form>,
    choices: Vec<(String, String)>,
    prepares: bool,
}

impl VersionRow {
    fn new(t: &T, line: &CharterLine, prepares: bool) -> Self {
        let state = match line.standing {
            Standing::Draft => State::Waiting,
            Standing::InForce => State::Done,
            Standing::Past => State::Ended,
        };
        let draft = line.standing == Standing::Draft;
        Self {
            label: line.label.clone(),
            href: line.href(),
            badge: Badge::word(state, t.get(&format!("charter-state-{}", line.standing.code()))),
            day: line.adopted_on.map_or_else(|| "–".to_owned(), |day| t.date(day)),
            edit_href: (draft && prepares).then(|| format!("{}/modifica", line.href())),
        }
    }
}

/// All versions.
pub(super) async fn versions(ctx: Ctx) -> Result<Response> {
    let (t, prepares) = (ctx.t(), prepares(&ctx));
    let lines = store::list(ctx.db().reader(), prepares).await?;
    let choices: Vec<_> = lines
        .iter()
        .map(|line| {
            let name = t.arg("charter-version-label", "label", &line.label);
            (line.id.to_string(), format!("{name} – {}", standing(t, line)))
        })
        .collect();
    let mut fields = Fields::new();
    if let (Some(old), Some(new)) = (lines.iter().find(|line| line.standing == Standing::InForce), lines.first()) {
        fields.set("da", old.id);
        fields.set("a", new.id);
    }
    let page = VersionsPage {
        rows: lines.iter().map(|line| VersionRow::new(t, line, prepares)).collect(),
        compare: (lines.len() > 1).then(|| Form::fresh(t, "charter-compare", &fields)),
        choices,
        prepares,
        t: t.clone(),
    };
    let head = Head::new(t.get("charter-versions-title")).lead(t.get("charter-versions-lead"));
    ctx.page(head.trail(vec![above(t)]).loop_at(LoopStep::Charter), page)
}
