//! The types of the Document.

mod text;
mod version;

pub use text::{Block, Counts, Document, Inline, Item, List, Note, Section, Statement};
pub use version::{DocumentLine, DocumentStatement, DocumentVersion, Imported, Loading, Unfit};
