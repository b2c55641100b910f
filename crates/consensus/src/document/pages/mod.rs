//! The pages of the Document.

mod compare;
mod load;
mod read;
mod view;

pub(crate) use compare::PieceView;

use super::{DocumentLine, DocumentVersion, store};
use access::{Act, Target};
use kernel::DocumentVersionId;
use web::{Ctx, Error, Result, Routes, T};

/// The routes of the Document.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/documento", Act::ReadPublic, read::current)
        .file("/documento/testo", Act::ReadPublic, read::current_text)
        .file("/documento/pdf", Act::ReadPublic, read::current_pdf)
        .get("/documento/versioni", Act::ReadPublic, read::versions)
        .get("/documento/versioni/{id}", Act::ReadPublic, read::one)
        .file("/documento/versioni/{id}/testo", Act::ReadPublic, read::one_text)
        .file("/documento/versioni/{id}/pdf", Act::ReadPublic, read::one_pdf)
        .get("/documento/confronto", Act::ReadPublic, compare::show)
        .get("/documento/carica", Act::ImportDocument, load::form)
        .post("/documento/carica", Act::ImportDocument, load::take)
        .api_get("/api/v1/document", Act::ReadPublic, super::api::current)
        .api_get("/api/v1/document/versions", Act::ReadPublic, super::api::versions)
        .api_get("/api/v1/document/versions/{id}", Act::ReadPublic, super::api::one)
}

/// The version that an address names.
pub(crate) async fn named(ctx: &Ctx, id: &str) -> Result<DocumentVersion> {
    let id: DocumentVersionId = id.parse().map_err(|_| Error::NotFound)?;
    store::by_id(ctx.db().reader(), id).await?.ok_or(Error::NotFound)
}

/// The version adopted last, with its text; none before the first is loaded.
pub(super) async fn current(ctx: &Ctx) -> Result<Option<DocumentVersion>> {
    let conn = ctx.db().reader();
    match store::current(conn).await? {
        Some(line) => Ok(store::by_id(conn, line.id).await?),
        None => Ok(None),
    }
}

/// Whether the person may load a version.
pub(crate) fn loads(ctx: &Ctx) -> bool {
    ctx.may(Act::ImportDocument, Target::Network)
}

/// The pages above those of a version.
pub(crate) fn above(t: &T) -> Vec<(String, String)> {
    vec![
        ("/documento".to_owned(), t.get("document-name")),
        ("/documento/versioni".to_owned(), t.get("document-versions-title")),
    ]
}

/// A version's label, day, and whether it is the current one.
pub(crate) fn standing(t: &T, line: &DocumentLine) -> String {
    let key = if line.current { "document-standing-current" } else { "document-standing-past" };
    t.args(key, &[("label", line.label.as_str().into()), ("day", t.date(line.adopted_on).into())])
}
