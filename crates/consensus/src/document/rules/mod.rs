//! The rules of the Document: reading it from its plain text, comparing versions, plain text.
//!
//! Reading goes in passes: lines without page furniture, with the notes set apart ([`lines`]);
//! sections, paragraphs and lists ([`blocks`]); the marks of notes ([`marks`]); addresses
//! ([`anchors`]). What only this Document knows of itself stands in [`known`].

mod anchors;
mod blocks;
mod compare;
mod furniture;
mod known;
mod lines;
mod markers;
mod marks;
mod paper;
mod plain;
mod read;
mod words;

pub use compare::{Change, Comparison, Kind, Piece, compare};
pub use furniture::{Furniture, FurnitureKind};
pub(crate) use paper::{adopted_on, article};
pub use plain::to_plain_text;
pub use read::{Doubt, Reading, read};
