//! An easy version as plain text, set as the Document is.

use crate::document::{Block, Document, Inline, Item, List, Section, Statement, to_plain_text};
use crate::easy::model::{self, EasyText};

/// The text under a title and the line that says what it is.
pub(in crate::easy) fn plain_text(title: String, standing: String, text: &EasyText) -> String {
    let sections = text.parts.iter().map(|part| Section {
        anchor: String::new(),
        heading: part.heading.clone(),
        level: 1,
        supplied: false,
        blocks: part.blocks.iter().map(block).collect(),
    });
    let sections = sections.collect();
    to_plain_text(&Document { title, participation: vec![standing], sections, notes: Vec::new() }, "")
}

fn block(block: &model::Block) -> Block {
    match block {
        model::Block::Paragraph(words) => Block::Paragraph(statement(words)),
        model::Block::List(items) => Block::List(List { items: items.iter().map(|words| item(words)).collect() }),
    }
}

fn item(words: &str) -> Item {
    Item { label: None, statement: statement(words), nested: List::default() }
}

fn statement(words: &str) -> Statement {
    Statement { anchor: String::new(), text: vec![Inline::Text(words.to_owned())] }
}
