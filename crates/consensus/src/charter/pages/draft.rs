//! Preparing a new version: values, articles, adoption.

use super::{above_version, named, read::RuleView, read::heading};
use crate::charter::{
    CharterVersion, Standing,
    rules::{Edited, field, free_label, parse_article, parse_values, prefill_article, prefill_values},
    store,
};
use crate::document;
use ::store::{Conn, Fault};
use access::{Act, Target, Tx};
use askama::Template;
use axum::{extract::Path, response::Response};
use charter::{Charter, Rule, carry};
use kernel::{Invalid, Invalids};
use web::{
    Control, Ctx, Error, Fields, Form, Head, Result, T,
    ui::{LoopStep, Note},
};

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

/// What the version says that a draft was made of.
async fn base(ctx: &Ctx, draft: &CharterVersion) -> Result<Charter> {
    let found = match draft.based_on {
        Some(base) => store::by_id(ctx.db().reader(), base).await?,
        None => None,
    };
    Ok(found.map_or_else(Charter::first, |base| base.charter))
}

/// The version in force, where a draft was not made of it.
async fn behind(conn: &impl Conn, draft: &CharterVersion) -> Result<Option<CharterVersion>> {
    Ok(store::in_force(conn).await?.filter(|held| draft.based_on != Some(held.id())))
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
    note: Option<Note>,
    form: Form,
    href: String,
    compare_href: String,
    /// That another version holds than the one it was made of, and what the button then does.
    behind: Option<(String, String)>,
    rules: Vec<RuleForm>,
    articles: Vec<(String, String, u32)>,
}

impl EditPage {
    fn new(
        t: &T,
        draft: &CharterVersion,
        behind: Option<&CharterVersion>,
        fields: &Fields,
        invalids: &Invalids,
    ) -> Self {
        let form = Form::new(t, "charter", fields, invalids);
        let with_values = draft.charter.rules().iter().filter(|rule| !rule.parameters.is_empty());
        let articles = draft.charter.articles().iter();
        let said = |key: &str, held: &CharterVersion| t.arg(key, "label", &held.line.label);
        Self {
            note: None,
            rules: with_values.map(|rule| RuleForm::new(t, rule, &form)).collect(),
            articles: articles.map(|a| (a.slug.clone(), heading(t, a), a.number)).collect(),
            href: draft.line.href(),
            // Without a first version it is compared with the one in force.
            compare_href: format!("/carta/confronto?a={}", draft.id()),
            behind: behind.map(|held| (said("charter-behind", held), said("charter-behind-go", held))),
            form,
            t: t.clone(),
        }
    }
    /// Says what happened, above the form.
    fn note(mut self, text: String) -> Self {
        self.note = Some(Note::alert(text));
        self
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

/// The form of a draft as it is stored.
fn as_stored(ctx: &Ctx, draft: &CharterVersion, behind: Option<&CharterVersion>, invalids: &Invalids) -> EditPage {
    let mut fields = prefill_values(&draft.line.label, &draft.charter);
    fields.set("version", draft.version);
    EditPage::new(ctx.t(), draft, behind, &fields, invalids)
}

/// The form of a draft.
pub(super) async fn edit(ctx: Ctx, Path(id): Path<String>) -> Result<Response> {
    let draft = draft(&ctx, &id).await?;
    let held = behind(ctx.db().reader(), &draft).await?;
    ctx.page(edit_head(ctx.t(), &draft), as_stored(&ctx, &draft, held.as_ref(), &Invalids::default()))
}

fn version(fields: &Fields) -> i64 {
    fields.get("version").parse().unwrap_or(-1)
}

/// Saves name and values.
pub(super) async fn save(ctx: Ctx, Path(id): Path<String>, mut fields: Fields) -> Result<Response> {
    let draft = draft(&ctx, &id).await?;
    let (base, held) = (base(&ctx, &draft).await?, behind(ctx.db().reader(), &draft).await?);
    let refuse = |invalids: &Invalids| {
        let page = EditPage::new(ctx.t(), &draft, held.as_ref(), &fields, invalids);
        ctx.invalid(edit_head(ctx.t(), &draft), page)
    };
    let Edited { label, charter } = match parse_values(&fields, &draft.charter, &base) {
        Ok(edited) => edited,
        Err(invalids) => return refuse(&invalids),
    };
    let mut tx = begin(&ctx).await?;
    if store::label_taken(tx.conn(), &label, Some(draft.id())).await? {
        return refuse(&Invalid::new("label", "charter-invalid-label").into());
    }
    match store::save_draft(&mut tx, draft.id(), version(&fields), &label, &charter).await {
        Err(Fault::Stale) => {
            fields.set("version", draft.version);
            let page = EditPage::new(ctx.t(), &draft, held.as_ref(), &fields, &Invalids::default());
            return ctx.stale(edit_head(ctx.t(), &draft), page.note(ctx.t().get("charter-stale")));
        }
        saved => saved?,
    }
    tx.commit().await?;
    ctx.done("charter-edit-saved", &format!("{}/modifica", draft.line.href()))
}

#[derive(Template)]
#[template(path = "charter/article.html")]
struct ArticlePage {
    t: T,
    note: Option<Note>,
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
    let page = ArticlePage { t: ctx.t().clone(), note: None, form: Form::fresh(ctx.t(), "charter", &fields) };
    ctx.page(article_head(ctx.t(), &draft, &slug), page)
}

/// Saves an article of a draft.
pub(super) async fn save_article(
    ctx: Ctx,
    Path((id, slug)): Path<(String, String)>,
    mut fields: Fields,
) -> Result<Response> {
    let draft = draft(&ctx, &id).await?;
    draft.charter.article(&slug).ok_or(Error::NotFound)?;
    let page = |invalids: &Invalids| ArticlePage {
        t: ctx.t().clone(),
        note: None,
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
            fields.set("version", draft.version);
            let note = Some(Note::alert(ctx.t().get("charter-stale")));
            let page = ArticlePage { t: ctx.t().clone(), note, form: Form::fresh(ctx.t(), "charter", &fields) };
            return ctx.stale(article_head(ctx.t(), &draft, &slug), page);
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

/// Puts a draft in force. One that was not made of the version in force has to wait: it would undo,
/// unseen, what that version changed.
pub(super) async fn adopt(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    ctx.permit(Act::ManageCharter, Target::Network)?;
    let draft = named(&ctx, &id).await?;
    if draft.line.standing != Standing::Draft {
        return ctx.done("charter-adopted-already", &draft.line.href());
    }
    let mut tx = begin(&ctx).await?;
    if let Some(held) = behind(tx.conn(), &draft).await? {
        tx.rollback().await?;
        let why = ctx.t().arg("charter-behind-refused", "label", &held.line.label);
        let page = as_stored(&ctx, &draft, Some(&held), &Invalids::default());
        return ctx.stale(edit_head(ctx.t(), &draft), page.note(why));
    }
    if !fields.checked("confirm") {
        tx.rollback().await?;
        let wrong = Invalid::new("confirm", "charter-invalid-confirm").into();
        return ctx.invalid(edit_head(ctx.t(), &draft), as_stored(&ctx, &draft, None, &wrong));
    }
    store::adopt(&mut tx, draft.id(), version(&fields)).await?;
    tx.commit().await?;
    ctx.done("charter-adopted", "/carta")
}

/// Carries what a draft changes over to the version in force, where it was made of another one.
pub(super) async fn carry_over(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let draft = draft(&ctx, &id).await?;
    let edit = format!("{}/modifica", draft.line.href());
    let Some(held) = behind(ctx.db().reader(), &draft).await? else {
        return ctx.done("charter-carried", &edit);
    };
    let Ok(carried) = carry(&base(&ctx, &draft).await?, &draft.charter, &held.charter) else {
        let why = ctx.t().arg("charter-carry-apart", "label", &held.line.label);
        let page = as_stored(&ctx, &draft, Some(&held), &Invalids::default());
        return ctx.invalid(edit_head(ctx.t(), &draft), page.note(why));
    };
    let mut tx = begin(&ctx).await?;
    store::carry_over(&mut tx, draft.id(), version(&fields), held.id(), &carried).await?;
    tx.commit().await?;
    ctx.done("charter-carried", &edit)
}

/// Removes a draft.
pub(super) async fn drop(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let draft = draft(&ctx, &id).await?;
    let mut tx = begin(&ctx).await?;
    store::drop_draft(&mut tx, draft.id(), version(&fields)).await?;
    tx.commit().await?;
    ctx.done("charter-dropped", "/carta/versioni")
}
