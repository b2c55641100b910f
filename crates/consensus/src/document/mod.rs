//! The Document: versions, import, comparison.

mod model;
mod rules;

pub use model::{Block, Counts, Document, Inline, Item, List, Note, Section, Statement};
pub use rules::{
    Change, Comparison, Doubt, Furniture, FurnitureKind, Kind, Piece, Reading, compare, read, to_plain_text,
};

#[cfg(test)]
mod tests;
