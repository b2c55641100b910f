//! Preparing a new version: values, articles, adoption.

use super::{above_version, named, read::RuleView, read::heading};
use crate::charter::{
    CharterVersion, Standing,
    rules::{Edited, field, free_label, parse_article, parse_values, prefill_article, prefill_values},
    store,
};
use crate::document;
use ::store::Fault;
use access::{Act, Target, Tx};
use askama::Template;
use axum::{extract::Path, response::Response};
use charter::{Charter, Rule};
use kernel::{Invalid, Invalids};
use web::{Control, Ctx, Error, Fields, Form, Head, Result, T, ui::LoopStep};

/// Makes a draft of the version in force. Pressed twice it is one: a draft that nobody has touched
/// yet is the one that was asked for.
pub(super) async fn create(ctx: Ctx) -> Result<Response> {
    let mut tx = begin(&ctx).await?;
    let base = store::in_force(tx.conn()).await?;
    if let Some(id) = store::untouched_draft(tx.conn(), base.as_ref().map(|base| base.id())).await? {
        tx.rollback().await?;
        return ctx.done("charter-draft-created", &format!("/carta/versioni/{id}/modifica"));
    }
    let label = free_label(&store::labels(tx.conn()).await?);
    let charter = base.as_ref().map_or_else(Charter::first, |base| base.charter.clone());
    let id = store::insert_draft(&mut tx, &label, &charter, base.map(|base| base.id())).await?;
    tx.commit().await?;
    ctx.done("charter-draft-created", &format!("/carta/versioni/{id}/modifica"))
}

async fn begin(ctx: &Ctx) -> Result<Tx> {
    Ok(ctx.permit(Act::ManageCharter, Target::Network)?.begin(ctx.db()).await?)
}

/// The draft that an address names; a version that was adopted is no draft.
async fn draft(ctx: &Ctx, id: &str) -> Result<CharterVersion> {
    let found = named(ctx, id).await?;
    if found.line.standing == Standing::Draft { Ok(found) } else { Err(Error::NotFound) }
}

/// A rule with the controls of its values.
struct RuleForm {
    rule: RuleView,
    controls: Vec<Control>,
}

#[derive(Template)]
#[template(path = "charter/edit.html")]
struct EditPage {
    t: T,
    form: Form,
    href: String,
    compare_href: String,
    rules: Vec<RuleForm>,
    articles: Vec<(String, String, u32)>,
}

impl EditPage {
    fn new(t: &T, draft: &CharterVersion, fields: &Fields, invalids: &Invalids) -> Self {
        let form = Form::new(t, "charter", fields, invalids);
        let with_values = draft.charter.rules().iter().filter(|rule| !rule.parameters.is_empty());
        let articles = draft.charter.articles().iter();
        let base = draft.based_on.map(|id| format!("da={id}&")).unwrap_or_default();
        Self {
            rules: with_values.map(|rule| RuleForm::new(t, rule, &form)).collect(),
            articles: articles.map(|a| (a.slug.clone(), heading(t, a), a.number)).collect(),
            href: draft.line.href(),
            compare_href: format!("/carta/confronto?{base}a={}", draft.id()),
            form,
            t: t.clone(),
        }
    }
}

impl RuleForm {
    fn new(t: &T, rule: &Rule, form: &Form) -> Self {
        let control = |parameter: &charter::Parameter| {
            let (least, most) = parameter.name.bounds();
            let hint = t.args("charter-bounds", &[("least", least.into()), ("most", most.into())]);
            form.number(&field(rule.id, parameter.name)).between(least, most).hint(hint).required()
        };
        Self { rule: RuleView::new(t, rule), controls: rule.parameters.iter().map(control).collect() }
    }
}

fn edit_head(t: &T, draft: &CharterVersion) -> Head {
    Head::new(t.arg("charter-edit-title", "label", &draft.line.label))
        .lead(t.get("charter-edit-lead"))
        .trail(above_version(t))
        .loop_at(LoopStep::Charter)
        .no_index()
}

/// The form of a draft.
pub(super) async fn edit(ctx: Ctx, Path(id): Path<String>) -> Result<Response> {
    let draft = draft(&ctx, &id).await?;
    let mut fields = prefill_values(&draft.line.label, &draft.charter);
    fields.set("version", draft.version);
    let page = EditPage::new(ctx.t(), &draft, &fields, &Invalids::default());
    ctx.page(edit_head(ctx.t(), &draft), page)
}

fn version(fields: &Fields) -> i64 {
    fields.get("version").parse().unwrap_or(-1)
}

/// Saves name and values.
pub(super) async fn save(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let draft = draft(&ctx, &id).await?;
    let base = match draft.based_on {
        Some(base) => store::by_id(ctx.db().reader(), base).await?.map(|base| base.charter),
        None => None,
    };
    let base = base.unwrap_or_else(Charter::first);
    let page = |invalids: &Invalids| EditPage::new(ctx.t(), &draft, &fields, invalids);
    let Edited { label, charter } = match parse_values(&fields, &draft.charter, &base) {
        Ok(edited) => edited,
        Err(invalids) => return ctx.invalid(edit_head(ctx.t(), &draft), page(&invalids)),
    };
    let mut tx = begin(&ctx).await?;
    if store::label_taken(tx.conn(), &label, Some(draft.id())).await? {
        let taken = Invalid::new("label", "charter-invalid-label").into();
        return ctx.invalid(edit_head(ctx.t(), &draft), page(&taken));
    }
    match store::save_draft(&mut tx, draft.id(), version(&fields), &label, &charter).await {
        Err(Fault::Stale) => return ctx.stale(edit_head(ctx.t(), &draft), page(&Invalids::default())),
        saved => saved?,
    }
    tx.commit().await?;
    ctx.done("charter-edit-saved", &format!("{}/modifica", draft.line.href()))
}

#[derive(Template)]
#[template(path = "charter/article.html")]
struct ArticlePage {
    t: T,
    form: Form,
}

fn article_head(t: &T, draft: &CharterVersion, slug: &str) -> Head {
    let number = draft.charter.article(slug).map_or(0, |article| article.number);
    let args = [("number", number.into()), ("label", draft.line.label.as_str().into())];
    let mut trail = above_version(t);
    trail.push((format!("{}/modifica", draft.line.href()), t.arg("charter-edit-title", "label", &draft.line.label)));
    Head::new(t.get("charter-article-title")).lead(t.args("charter-article-lead", &args)).trail(trail).no_index()
}

/// The form of an article of a draft.
pub(super) async fn edit_article(ctx: Ctx, Path((id, slug)): Path<(String, String)>) -> Result<Response> {
    let draft = draft(&ctx, &id).await?;
    let mut fields = prefill_article(&draft.charter, &slug).ok_or(Error::NotFound)?;
    fields.set("version", draft.version);
    let page = ArticlePage { t: ctx.t().clone(), form: Form::fresh(ctx.t(), "charter", &fields) };
    ctx.page(article_head(ctx.t(), &draft, &slug), page)
}

/// Saves an article of a draft.
pub(super) async fn save_article(
    ctx: Ctx,
    Path((id, slug)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response> {
    let draft = draft(&ctx, &id).await?;
    draft.charter.article(&slug).ok_or(Error::NotFound)?;
    let page = |invalids: &Invalids| ArticlePage {
        t: ctx.t().clone(),
        form: Form::new(ctx.t(), "charter", &fields, invalids),
    };
    let charter = match parse_article(&fields, &draft.charter, &slug) {
        Ok(charter) => charter,
        Err(invalids) => return ctx.invalid(article_head(ctx.t(), &draft, &slug), page(&invalids)),
    };
    if let Some(lost) = lost_ground(&ctx, &charter, &slug).await? {
        return ctx.invalid(article_head(ctx.t(), &draft, &slug), page(&lost.into()));
    }
    let mut tx = begin(&ctx).await?;
    match store::save_draft(&mut tx, draft.id(), version(&fields), &draft.line.label, &charter).await {
        Err(Fault::Stale) => {
            return ctx.stale(article_head(ctx.t(), &draft, &slug), page(&Invalids::default()));
        }
        saved => saved?,
    }
    tx.commit().await?;
    ctx.done("charter-article-saved", &format!("{}/modifica", draft.line.href()))
}

/// A statement that the article names and the Document adopted last does not have; nothing before
/// a Document is loaded.
async fn lost_ground(ctx: &Ctx, charter: &Charter, slug: &str) -> Result<Option<Invalid>> {
    let conn = ctx.db().reader();
    let Some(current) = document::current_document(conn).await? else { return Ok(None) };
    let Some(article) = charter.article(slug) else { return Ok(None) };
    let named: Vec<String> = article.rests_on.iter().map(ToString::to_string).collect();
    let found = document::document_statements(conn, current.id, &named).await?;
    let lost = named.into_iter().find(|anchor| found.iter().all(|statement| statement.anchor != *anchor));
    Ok(lost.map(|anchor| Invalid::new("grounds", "charter-invalid-lost").with("line", anchor)))
}

/// Puts a draft in force.
pub(super) async fn adopt(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    ctx.permit(Act::ManageCharter, Target::Network)?;
    let draft = named(&ctx, &id).await?;
    if draft.line.standing != Standing::Draft {
        return ctx.done("charter-adopted-already", &draft.line.href());
    }
    if !fields.checked("confirm") {
        let mut shown = prefill_values(&draft.line.label, &draft.charter);
        shown.set("version", draft.version);
        let wrong = Invalid::new("confirm", "charter-invalid-confirm").into();
        return ctx.invalid(edit_head(ctx.t(), &draft), EditPage::new(ctx.t(), &draft, &shown, &wrong));
    }
    let mut tx = begin(&ctx).await?;
    store::adopt(&mut tx, draft.id(), version(&fields)).await?;
    tx.commit().await?;
    ctx.done("charter-adopted", "/carta")
}

/// Removes a draft.
pub(super) async fn drop(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let draft = draft(&ctx, &id).await?;
    let mut tx = begin(&ctx).await?;
    store::drop_draft(&mut tx, draft.id(), version(&fields)).await?;
    tx.commit().await?;
    ctx.done("charter-dropped", "/carta/versioni")
}
