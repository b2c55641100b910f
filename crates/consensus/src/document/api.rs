//! The Document for programs.

use super::{
    DocumentLine, DocumentVersion,
    model::{Note, Section},
    pages, store,
};
use axum::{Json, extract::Path};
use kernel::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};
use web::{Ctx, Error, Problem, Result};

/// A version of the Document, without its text.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DocumentVersionLine {
    /// Which.
    id: kernel::Uuid,
    /// Its short name.
    label: String,
    /// Its title.
    title: String,
    /// The day it was adopted.
    adopted_on: NaiveDate,
    /// When it was loaded.
    imported_at: DateTime<Utc>,
    /// The SHA-256 of the text it was read from, hexadecimal.
    source_sha256: String,
    /// Whether it is the one adopted last.
    current: bool,
}

/// The versions of the Document.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DocumentVersions {
    /// The current one first.
    versions: Vec<DocumentVersionLine>,
}

/// A version of the Document with its text.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DocumentText {
    /// The version.
    version: DocumentVersionLine,
    /// Who took part, in the source's words.
    participation: Vec<String>,
    /// Sections and subsections in order.
    sections: Vec<Section>,
    /// The notes.
    notes: Vec<Note>,
}

impl From<&DocumentLine> for DocumentVersionLine {
    fn from(line: &DocumentLine) -> Self {
        Self {
            id: line.id.uuid(),
            label: line.label.clone(),
            title: line.title.clone(),
            adopted_on: line.adopted_on,
            imported_at: line.imported_at,
            source_sha256: line.source_sha256.clone(),
            current: line.current,
        }
    }
}

impl From<DocumentVersion> for DocumentText {
    fn from(version: DocumentVersion) -> Self {
        Self {
            version: (&version.line).into(),
            participation: version.document.participation,
            sections: version.document.sections,
            notes: version.document.notes,
        }
    }
}

/// The version of the Document adopted last, with its text.
#[utoipa::path(get, operation_id = "getDocument", path = "/api/v1/document", tag = "document", responses(
    (status = 200, description = "The current version", body = DocumentText),
    (status = 404, description = "No version is loaded yet", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn current(ctx: Ctx) -> Result<Json<DocumentText>> {
    let version = pages::current(&ctx).await?.ok_or(Error::NotFound)?;
    Ok(Json(version.into()))
}

/// The versions of the Document.
#[utoipa::path(get, operation_id = "listDocumentVersions", path = "/api/v1/document/versions", tag = "document", responses(
    (status = 200, description = "The current one first", body = DocumentVersions),
))]
pub(crate) async fn versions(ctx: Ctx) -> Result<Json<DocumentVersions>> {
    let lines = store::list(ctx.db().reader()).await?;
    Ok(Json(DocumentVersions { versions: lines.iter().map(DocumentVersionLine::from).collect() }))
}

/// A version of the Document with its text.
#[utoipa::path(get, operation_id = "getDocumentVersion", path = "/api/v1/document/versions/{id}", tag = "document",
    params(("id" = kernel::Uuid, Path, description = "The version")),
    responses(
        (status = 200, description = "The version", body = DocumentText),
        (status = 400, description = "The address cannot be read", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "There is no such version", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn one(ctx: Ctx, Path(id): Path<String>) -> Result<Json<DocumentText>> {
    Ok(Json(pages::named(&ctx, &id).await?.into()))
}

#[derive(OpenApi)]
#[openapi(paths(current, versions, one), components(schemas(Problem)))]
struct Api;

/// The description of the Document's part of the API.
pub(crate) fn document() -> utoipa::openapi::OpenApi {
    Api::openapi()
}
