//! The Document as a page shows it.

use crate::document::{Block, Document, Inline, List, Note, Section, Statement};
use askama::Template;
use kernel::Lang;
use web::T;

/// A statement with the marks of its notes and the link to itself.
#[derive(Template)]
#[template(path = "document/statement.html")]
pub(super) struct StatementView {
    anchor: String,
    pieces: Vec<PieceView>,
    link_label: String,
    /// The language of the labels; the words are in Italian.
    lang: Lang,
}

/// Words, or the mark of a note.
struct PieceView {
    text: String,
    /// The number of the note, and how a screen reader calls the mark.
    mark: Option<(u16, String)>,
}

/// A list, which prints the lists within it.
#[derive(Template)]
#[template(path = "document/list.html")]
pub(super) struct ListView {
    labelled: bool,
    items: Vec<ItemView>,
}

struct ItemView {
    label: Option<String>,
    anchor: String,
    statement: StatementView,
    nested: Option<ListView>,
}

/// A part of a section.
pub(super) enum BlockView {
    Paragraph(StatementView),
    List(ListView),
}

/// A section with its heading's tag.
pub(super) struct SectionView {
    pub(super) tag: &'static str,
    pub(super) anchor: String,
    pub(super) heading: String,
    pub(super) supplied: bool,
    pub(super) link_label: String,
    pub(super) blocks: Vec<BlockView>,
}

/// The table of contents, which prints what lies within an entry.
#[derive(Template)]
#[template(path = "document/contents.html")]
pub(super) struct Contents {
    entries: Vec<Entry>,
}

struct Entry {
    anchor: String,
    heading: String,
    within: Contents,
}

/// A note with the way back to its mark.
pub(super) struct NoteView {
    pub(super) number: u16,
    /// Words, each with the address it is, where it is one.
    pub(super) pieces: Vec<(String, bool)>,
    pub(super) back_label: String,
    pub(super) marked: bool,
}

impl askama::filters::HtmlSafe for StatementView {}
impl askama::filters::HtmlSafe for ListView {}
impl askama::filters::HtmlSafe for Contents {}

/// The sections of a document.
pub(super) fn sections(t: &T, document: &Document) -> Vec<SectionView> {
    document.sections.iter().map(|section| SectionView::new(t, section)).collect()
}

/// The notes of a document.
pub(super) fn notes(t: &T, document: &Document) -> Vec<NoteView> {
    let marks: Vec<u16> = document.statements().iter().flat_map(|s| s.marks().collect::<Vec<_>>()).collect();
    document.notes.iter().map(|note| NoteView::new(t, note, marks.contains(&note.number))).collect()
}

impl NoteView {
    fn new(t: &T, note: &Note, marked: bool) -> Self {
        let is_address = |word: &str| word.starts_with("https://") || word.starts_with("http://");
        Self {
            number: note.number,
            pieces: note.text.split(' ').map(|word| (word.to_owned(), is_address(word))).collect(),
            back_label: t.arg("document-note-back", "number", i64::from(note.number)),
            marked,
        }
    }
}

impl Contents {
    /// The sections of a document, those of a deeper level within the one before them.
    pub(super) fn new(document: &Document) -> Self {
        let mut sections = document.sections.as_slice();
        Self { entries: entries(&mut sections, 1) }
    }
}

fn entries(sections: &mut &[Section], level: u8) -> Vec<Entry> {
    let mut entries = Vec::new();
    while let Some((first, rest)) = sections.split_first() {
        if first.level < level {
            break;
        }
        *sections = rest;
        let within = Contents { entries: self::entries(sections, first.level + 1) };
        entries.push(Entry { anchor: first.anchor.clone(), heading: first.heading.clone(), within });
    }
    entries
}

impl SectionView {
    fn new(t: &T, section: &Section) -> Self {
        let tag = match section.level {
            1 => "h2",
            2 => "h3",
            3 => "h4",
            4 => "h5",
            _ => "h6",
        };
        let block = |block: &Block| match block {
            Block::Paragraph(statement) => BlockView::Paragraph(StatementView::new(t, statement)),
            Block::List(list) => BlockView::List(ListView::new(t, list)),
        };
        Self {
            tag,
            anchor: section.anchor.clone(),
            heading: section.heading.clone(),
            supplied: section.supplied,
            link_label: t.arg("document-link-section", "heading", &section.heading),
            blocks: section.blocks.iter().map(block).collect(),
        }
    }
}

impl ListView {
    fn new(t: &T, list: &List) -> Self {
        let item = |item: &crate::document::Item| ItemView {
            label: item.label.clone(),
            anchor: item.statement.anchor.clone(),
            statement: StatementView::new(t, &item.statement),
            nested: (!item.nested.items.is_empty()).then(|| ListView::new(t, &item.nested)),
        };
        Self {
            labelled: list.items.iter().any(|item| item.label.is_some()),
            items: list.items.iter().map(item).collect(),
        }
    }
}

impl StatementView {
    /// Its address.
    pub(super) fn anchor(&self) -> &str {
        &self.anchor
    }
    fn new(t: &T, statement: &Statement) -> Self {
        let piece = |inline: &Inline| match inline {
            Inline::Text(text) => PieceView { text: text.clone(), mark: None },
            Inline::Mark(number) => {
                let label = t.arg("document-note-mark", "number", i64::from(*number));
                PieceView { text: String::new(), mark: Some((*number, label)) }
            }
        };
        Self {
            anchor: statement.anchor.clone(),
            pieces: statement.text.iter().map(piece).collect(),
            link_label: t.arg("document-link-statement", "words", beginning(&statement.words())),
            lang: t.lang(),
        }
    }
}

/// The first words of a statement, so that each link to one has another name.
fn beginning(words: &str) -> String {
    let all: Vec<&str> = words.split(' ').collect();
    let first = all.iter().take(7).copied().collect::<Vec<_>>().join(" ");
    if all.len() > 7 { format!("{first} …") } else { first }
}
