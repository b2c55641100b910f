//! The pages of easy versions: read by everyone, written by who loads the Document.

mod read;
mod write;

use access::Act;
use kernel::DocumentVersionId;
use web::{Routes, T};

/// The routes of easy versions.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/documento/facile", Act::ReadPublic, read::show)
        .file("/documento/facile/testo", Act::ReadPublic, read::text)
        .get("/documento/versioni/{id}/facile", Act::ImportDocument, write::form)
        .post("/documento/versioni/{id}/facile", Act::ImportDocument, write::take)
}

/// Where the easy version of a version of the Document is written.
fn href(id: DocumentVersionId) -> String {
    format!("/documento/versioni/{id}/facile")
}

/// The page above: the Document.
fn above(t: &T) -> (String, String) {
    ("/documento".to_owned(), t.get("document-name"))
}
