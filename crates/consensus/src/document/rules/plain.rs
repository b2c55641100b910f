//! The Document as plain text, to read and to keep.

use crate::document::model::{Block, Document, Inline, List, Statement};
use std::fmt::Write;

/// The longest line, in characters.
const WIDTH: usize = 78;

/// The whole document as plain text: headings underlined, marks of notes in square brackets, notes
/// at the end under the heading given.
pub fn to_plain_text(document: &Document, notes_heading: &str) -> String {
    let mut text = String::new();
    heading(&mut text, &document.title, '=');
    for line in &document.participation {
        paragraph(&mut text, line, "", "");
    }
    for section in &document.sections {
        text.push('\n');
        heading(&mut text, &section.heading, if section.level == 1 { '=' } else { '-' });
        for block in &section.blocks {
            match block {
                Block::Paragraph(statement) => paragraph(&mut text, &marked(statement), "", ""),
                Block::List(items) => list(&mut text, items, 0),
            }
        }
    }
    if !document.notes.is_empty() {
        text.push('\n');
        heading(&mut text, notes_heading, '=');
        for note in &document.notes {
            paragraph(&mut text, &note.text, &format!("[{}] ", note.number), "     ");
        }
    }
    text
}

/// The words of a statement with the marks of notes in square brackets.
fn marked(statement: &Statement) -> String {
    let pieces = statement.text.iter().map(|inline| match inline {
        Inline::Text(text) => text.clone(),
        Inline::Mark(number) => format!(" [{number}]"),
    });
    pieces.collect()
}

fn heading(text: &mut String, words: &str, line: char) {
    let start = text.len();
    paragraph(text, words, "", "");
    text.truncate(text.trim_end().len());
    let longest = text[start..].lines().map(|line| line.chars().count()).max().unwrap_or(0);
    let underline: String = std::iter::repeat_n(line, longest).collect();
    let _ = write!(text, "\n{underline}\n\n");
}

fn list(text: &mut String, list: &List, depth: usize) {
    let indent = "  ".repeat(depth);
    for item in &list.items {
        let bullet = item.label.as_deref().unwrap_or(if depth == 0 { "•" } else { "-" });
        let hang = " ".repeat(indent.len() + bullet.chars().count() + 1);
        paragraph(text, &marked(&item.statement), &format!("{indent}{bullet} "), &hang);
        self::list(text, &item.nested, depth + 1);
    }
}

/// Words in lines of at most [`WIDTH`] characters, then an empty line. A longer word has its own line.
fn paragraph(text: &mut String, words: &str, first: &str, rest: &str) {
    let mut line = first.to_owned();
    let mut empty = true;
    for word in words.split_whitespace() {
        if !empty && line.chars().count() + 1 + word.chars().count() > WIDTH {
            let _ = writeln!(text, "{line}");
            line = rest.to_owned();
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    let _ = write!(text, "{line}\n\n");
}
