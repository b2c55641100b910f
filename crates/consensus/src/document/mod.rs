//! The Document: versions, import, comparison.

mod api;
mod model;
mod pages;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use api::document as api;
pub use model::{
    Block, Counts, Document, DocumentLine, DocumentStatement, DocumentVersion, Imported, Inline, Item, List, Loading,
    Note, Section, Statement, Unfit,
};
pub(crate) use pages::{PieceView, above, loads, named, routes, standing};
pub use rules::{
    Change, Comparison, Doubt, Furniture, FurnitureKind, Kind, Piece, Reading, compare, read, to_plain_text,
};
pub(crate) use store::migrations;
pub use store::{
    by_id as document_version, current as current_document, import as import_document, list as document_versions,
    statements as document_statements,
};
