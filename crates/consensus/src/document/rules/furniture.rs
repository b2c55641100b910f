//! What stands on the pages of the source and is no part of the text.

use serde::{Deserialize, Serialize};

/// Something left out of the text, so that it can be checked that nothing else was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Furniture {
    /// What it is.
    pub kind: FurnitureKind,
    /// Its words.
    pub text: String,
    /// The line of the source, from 1.
    pub line: usize,
}

/// What is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FurnitureKind {
    /// The number of a page, alone between blank lines.
    PageNumber,
    /// The title, or a line beside it, a second time.
    RunningTitle,
}

impl Furniture {
    pub(super) fn page_number(text: String, line: usize) -> Self {
        Self { kind: FurnitureKind::PageNumber, text, line }
    }
    pub(super) fn running_title(text: String, line: usize) -> Self {
        Self { kind: FurnitureKind::RunningTitle, text, line }
    }
}
