//! From a document to its canonical statements.

mod context;
mod expand;
mod quads;

use super::model::Unread;
use serde_json::Value;

/// The canonical N-Quads of a JSON-LD document.
///
/// # Errors
/// [`Unread`] when the document says something that would be lost.
pub(crate) fn canonical(document: &Value) -> Result<String, Unread> {
    quads::canonical(&expand::document(document)?)
}
