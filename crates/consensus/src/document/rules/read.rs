//! Reading the plain text of the Document, as extracted from its PDF.

use super::{anchors, blocks, furniture::Furniture, lines, marks, words::ends};
use crate::document::model::{Block, Document};
use serde::{Deserialize, Serialize};

/// What was read: the document, what was left out, and what is doubted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The document.
    pub document: Document,
    /// What stands on the pages and is no part of the text.
    pub furniture: Vec<Furniture>,
    /// What a person should look at before the version is loaded.
    pub doubts: Vec<Doubt>,
}

/// Something that may have been read wrongly. Each has a text `document-doubt-…`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Doubt {
    /// The title was not found.
    NoTitle,
    /// No heading was found.
    NoHeading,
    /// Nothing marks this note in the text.
    NoteWithoutMark {
        /// The note.
        number: u16,
    },
    /// Text below a rule at the foot of a page that begins with no number.
    NoteWithoutNumber,
    /// A paragraph that ends without a full stop: it may be a heading, or be cut.
    OpenEnd {
        /// The paragraph.
        anchor: String,
    },
    /// A character that a font of the PDF did not translate.
    StrangeCharacter {
        /// Its number in Unicode, hexadecimal.
        code: String,
    },
}

impl Doubt {
    /// The key of its text.
    pub fn key(&self) -> &'static str {
        match self {
            Doubt::NoTitle => "document-doubt-no-title",
            Doubt::NoHeading => "document-doubt-no-heading",
            Doubt::NoteWithoutMark { .. } => "document-doubt-note-without-mark",
            Doubt::NoteWithoutNumber => "document-doubt-note-without-number",
            Doubt::OpenEnd { .. } => "document-doubt-open-end",
            Doubt::StrangeCharacter { .. } => "document-doubt-strange-character",
        }
    }
    /// What its text names; empty where it names nothing.
    pub fn what(&self) -> String {
        match self {
            Doubt::NoteWithoutMark { number } => number.to_string(),
            Doubt::OpenEnd { anchor } => anchor.clone(),
            Doubt::StrangeCharacter { code } => code.clone(),
            Doubt::NoTitle | Doubt::NoHeading | Doubt::NoteWithoutNumber => String::new(),
        }
    }
}

/// Reads the text. It always succeeds: what is doubted is said.
pub fn read(text: &str) -> Reading {
    let found = lines::lines(text);
    let (mut document, running) = blocks::assemble(&found.body);
    document.notes = found.notes;
    let without_mark = marks::find(&mut document);
    anchors::name(&mut document);
    let mut furniture = found.furniture;
    furniture.extend(running);
    furniture.sort_by_key(|piece| piece.line);
    let doubts = doubts(&document, &without_mark);
    Reading { document, furniture, doubts }
}

fn doubts(document: &Document, without_mark: &[u16]) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    if document.title.is_empty() {
        doubts.push(Doubt::NoTitle);
    }
    if document.sections.iter().all(|section| section.supplied) {
        doubts.push(Doubt::NoHeading);
    }
    if document.notes.iter().any(|note| note.number == 0) {
        doubts.push(Doubt::NoteWithoutNumber);
    }
    doubts.extend(without_mark.iter().map(|number| Doubt::NoteWithoutMark { number: *number }));
    let paragraphs = document.sections.iter().flat_map(|section| &section.blocks);
    let open = paragraphs.filter_map(|block| match block {
        Block::Paragraph(statement) if !ends(&statement.words()) => Some(statement.anchor.clone()),
        _ => None,
    });
    doubts.extend(open.map(|anchor| Doubt::OpenEnd { anchor }));
    let words = document.statements().into_iter().map(|statement| statement.words()).collect::<String>();
    let mut strange: Vec<char> = words.chars().filter(|c| matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fffd}')).collect();
    strange.sort_unstable();
    strange.dedup();
    doubts.extend(strange.into_iter().map(|c| Doubt::StrangeCharacter { code: format!("U+{:04X}", u32::from(c)) }));
    doubts
}
