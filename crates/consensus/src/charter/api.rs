//! The Charter for programs.

use super::{CharterLine, CharterVersion, pages, store};
use axum::{Json, extract::Path};
use kernel::NaiveDate;
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};
use web::{Ctx, Error, Problem, Result};

/// A version of the Charter, without its articles.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CharterVersionLine {
    /// Which.
    id: kernel::Uuid,
    /// Its name.
    label: String,
    /// `in-force` or `past`; `draft` for those who prepare it.
    standing: &'static str,
    /// The day it was adopted.
    adopted_on: Option<NaiveDate>,
}

impl From<&CharterLine> for CharterVersionLine {
    fn from(line: &CharterLine) -> Self {
        Self {
            id: line.id.uuid(),
            label: line.label.clone(),
            standing: line.standing.code(),
            adopted_on: line.adopted_on,
        }
    }
}

/// The versions of the Charter.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CharterVersions {
    /// The latest first.
    versions: Vec<CharterVersionLine>,
}

/// A text in both languages.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BothLanguages {
    /// In Italian.
    it: String,
    /// In English.
    en: String,
}

impl From<&charter::Words> for BothLanguages {
    fn from(words: &charter::Words) -> Self {
        Self { it: words.it.clone(), en: words.en.clone() }
    }
}

/// An article of the Charter.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CharterArticle {
    /// Its place.
    number: u32,
    /// Its stable name.
    slug: String,
    /// What it is about.
    title: BothLanguages,
    /// What it says.
    text: BothLanguages,
    /// The anchors of the Document's statements that it rests on.
    rests_on: Vec<String>,
}

/// A parameter of a rule.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CharterParameter {
    /// What it sets.
    name: &'static str,
    /// Its value.
    value: i64,
    /// What the value is counted in.
    unit: &'static str,
    /// `from-source`, `starting-value` or `set-by-network`.
    origin: &'static str,
}

/// A rule of the Charter.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CharterRule {
    /// `I1` to `I16`.
    id: &'static str,
    /// The article that it carries out.
    article: String,
    /// Its parameters.
    parameters: Vec<CharterParameter>,
}

/// A version of the Charter.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CharterDocument {
    /// Which version.
    version: CharterVersionLine,
    /// Its articles.
    articles: Vec<CharterArticle>,
    /// Its rules.
    rules: Vec<CharterRule>,
}

impl From<&CharterVersion> for CharterDocument {
    fn from(found: &CharterVersion) -> Self {
        let article = |a: &charter::Article| CharterArticle {
            number: a.number,
            slug: a.slug.clone(),
            title: (&a.title).into(),
            text: (&a.text).into(),
            rests_on: a.rests_on.iter().map(ToString::to_string).collect(),
        };
        let parameter = |p: &charter::Parameter| CharterParameter {
            name: p.name.code(),
            value: p.value,
            unit: p.unit().code(),
            origin: p.origin.code(),
        };
        let rule = |r: &charter::Rule| CharterRule {
            id: r.id.code(),
            article: r.article.clone(),
            parameters: r.parameters.iter().map(parameter).collect(),
        };
        Self {
            version: (&found.line).into(),
            articles: found.charter.articles().iter().map(article).collect(),
            rules: found.charter.rules().iter().map(rule).collect(),
        }
    }
}

/// The Charter in force, with its articles and rules.
#[utoipa::path(get, operation_id = "getCharter", path = "/api/v1/charter", tag = "charter", responses(
    (status = 200, description = "The version in force", body = CharterDocument),
    (status = 404, description = "No version is in force yet", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn in_force(ctx: Ctx) -> Result<Json<CharterDocument>> {
    let found = store::in_force(ctx.db().reader()).await?.ok_or(Error::NotFound)?;
    Ok(Json((&found).into()))
}

/// The versions of the Charter that were adopted.
#[utoipa::path(get, operation_id = "listCharterVersions", path = "/api/v1/charter/versions", tag = "charter", responses(
    (status = 200, description = "The latest first", body = CharterVersions),
))]
pub(super) async fn versions(ctx: Ctx) -> Result<Json<CharterVersions>> {
    let lines = store::list(ctx.db().reader(), false).await?;
    Ok(Json(CharterVersions { versions: lines.iter().map(CharterVersionLine::from).collect() }))
}

/// A version of the Charter, with its articles and rules.
#[utoipa::path(get, operation_id = "getCharterVersion", path = "/api/v1/charter/versions/{id}", tag = "charter",
    params(("id" = kernel::Uuid, Path, description = "The version")),
    responses(
        (status = 200, description = "The version", body = CharterDocument),
        (status = 400, description = "The address cannot be read", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "There is no such version", body = Problem, content_type = "application/problem+json"),
    ))]
pub(super) async fn one(ctx: Ctx, Path(id): Path<String>) -> Result<Json<CharterDocument>> {
    Ok(Json((&pages::named(&ctx, &id).await?).into()))
}

#[derive(OpenApi)]
#[openapi(paths(in_force, versions, one), components(schemas(Problem)))]
struct Api;

/// The description of the Charter's part of the API.
pub(crate) fn document() -> utoipa::openapi::OpenApi {
    Api::openapi()
}
