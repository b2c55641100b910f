//! The Document as it is read: sections, statements, notes.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A version's text, taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The title as the source has it; empty when the source has none.
    pub title: String,
    /// Who took part, in the source's words: the lines beside the title.
    pub participation: Vec<String>,
    /// Sections and subsections in the source's order.
    pub sections: Vec<Section>,
    /// The notes, in the order of their numbers.
    pub notes: Vec<Note>,
}

/// A section or subsection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Section {
    /// Its address: the heading's first five words, or more where others begin alike.
    pub anchor: String,
    /// The heading, in sentence case.
    pub heading: String,
    /// 1 for a section, 2 and more for what lies within it.
    pub level: u8,
    /// Whether the heading is ours: the source begins something new here without a heading.
    pub supplied: bool,
    /// What stands in it, before the next heading.
    pub blocks: Vec<Block>,
}

/// A part of a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A paragraph.
    Paragraph(Statement),
    /// A list.
    List(List),
}

/// A list, with its items.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct List {
    /// The items in order.
    pub items: Vec<Item>,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Item {
    /// The letter or number that the source gives it (`a)`); none for a bullet.
    pub label: Option<String>,
    /// What it says.
    pub statement: Statement,
    /// The list within the item; empty where there is none.
    #[schema(no_recursion)]
    pub nested: List,
}

/// A paragraph or an item, with its address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Statement {
    /// Its address: `section.statement`.
    pub anchor: String,
    /// The words and the marks of notes.
    pub text: Vec<Inline>,
}

/// A piece of a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Inline {
    /// Words.
    Text(String),
    /// The mark of a note, by its number.
    Mark(u16),
}

/// A note from the foot of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Note {
    /// Its number.
    pub number: u16,
    /// What it says.
    pub text: String,
}

/// How much a document holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Sections and subsections.
    pub sections: usize,
    /// Paragraphs and items.
    pub statements: usize,
    /// Lists, nested ones included.
    pub lists: usize,
    /// Notes.
    pub notes: usize,
}

impl Note {
    /// Its address.
    pub fn anchor(&self) -> String {
        format!("nota-{}", self.number)
    }
}

impl Statement {
    /// A statement whose address is not known yet.
    pub(in crate::document) fn unnamed(text: String) -> Self {
        Self { anchor: String::new(), text: vec![Inline::Text(text)] }
    }
    /// The words, without the marks of notes.
    pub fn words(&self) -> String {
        let text: String = self.text.iter().filter_map(Inline::text).collect();
        text.trim().to_owned()
    }
    /// The numbers of the notes it is marked with.
    pub fn marks(&self) -> impl Iterator<Item = u16> {
        self.text.iter().filter_map(|inline| match inline {
            Inline::Mark(number) => Some(*number),
            Inline::Text(_) => None,
        })
    }
}

impl Inline {
    fn text(&self) -> Option<&str> {
        match self {
            Inline::Text(text) => Some(text),
            Inline::Mark(_) => None,
        }
    }
}

impl List {
    /// Every statement in order, the nested ones after the item they stand in.
    pub fn statements(&self) -> Vec<&Statement> {
        self.items.iter().flat_map(|item| std::iter::once(&item.statement).chain(item.nested.statements())).collect()
    }
    pub(in crate::document) fn statements_mut(&mut self) -> Vec<&mut Statement> {
        let items = self.items.iter_mut();
        items.flat_map(|item| std::iter::once(&mut item.statement).chain(item.nested.statements_mut())).collect()
    }
    fn lists(&self) -> usize {
        if self.items.is_empty() { 0 } else { 1 + self.items.iter().map(|item| item.nested.lists()).sum::<usize>() }
    }
}

impl Block {
    /// Every statement of the block, in order.
    pub fn statements(&self) -> Vec<&Statement> {
        match self {
            Block::Paragraph(statement) => vec![statement],
            Block::List(list) => list.statements(),
        }
    }
    pub(in crate::document) fn statements_mut(&mut self) -> Vec<&mut Statement> {
        match self {
            Block::Paragraph(statement) => vec![statement],
            Block::List(list) => list.statements_mut(),
        }
    }
}

impl Section {
    /// Every statement of the section, in order.
    pub fn statements(&self) -> Vec<&Statement> {
        self.blocks.iter().flat_map(Block::statements).collect()
    }
    /// The lists of the section, each with the paragraph before it that leads in, where there is one.
    pub fn lists(&self) -> Vec<(Option<&Statement>, &List)> {
        let mut lead = None;
        let mut lists = Vec::new();
        for block in &self.blocks {
            match block {
                Block::Paragraph(statement) => lead = Some(statement),
                Block::List(list) => lists.push((lead.take(), list)),
            }
        }
        lists
    }
}

impl Document {
    /// Every statement in order.
    pub fn statements(&self) -> Vec<&Statement> {
        self.sections.iter().flat_map(Section::statements).collect()
    }
    /// The section with this anchor.
    pub fn section(&self, anchor: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.anchor == anchor)
    }
    /// How much it holds.
    pub fn counts(&self) -> Counts {
        let lists = |block: &Block| match block {
            Block::Paragraph(_) => 0,
            Block::List(list) => list.lists(),
        };
        Counts {
            sections: self.sections.len(),
            statements: self.statements().len(),
            lists: self.sections.iter().flat_map(|s| &s.blocks).map(lists).sum(),
            notes: self.notes.len(),
        }
    }
}
