//! What is to be set: words with their parts, never markup.

/// A text to be set on paper.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Article {
    /// The title: of the document and on its first page.
    pub title: String,
    /// The short title that runs along the tops of the pages.
    pub running: String,
    /// The language, so that it is hyphenated and read aloud rightly.
    pub lang: kernel::Lang,
    /// Lines under the title.
    pub subtitle: Vec<String>,
    /// The heading of the table of contents; none without one.
    pub contents: Option<String>,
    /// The parts, in order.
    pub blocks: Vec<Block>,
}

/// A part of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading. Levels begin at 1; one that skips a level is set one below the one before it.
    Heading {
        /// From 1.
        level: u8,
        /// Its words.
        text: String,
        /// Its address within the document; empty for none. Each may be used once.
        anchor: String,
    },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List(Vec<Item>),
    /// A paragraph set apart on a soft ground.
    Callout(Vec<Inline>),
    /// A table with one row of headings.
    Table {
        /// What it shows; empty for no caption.
        caption: String,
        /// The headings of the columns.
        header: Vec<String>,
        /// The cells, row by row, as many in each as there are headings.
        rows: Vec<Vec<String>>,
    },
    /// Lines of a life, as in a CV.
    Entries(Vec<Entry>),
}

/// A line of a life: when, what, where, and some words on it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// When; may be empty.
    pub when: String,
    /// What.
    pub title: String,
    /// Where, or with whom; may be empty.
    pub place: String,
    /// Some words on it; may be empty.
    pub text: Vec<Inline>,
}

/// An item of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item {
    /// Its own letter or number (`a)`); none for a bullet.
    pub label: Option<String>,
    /// What it says.
    pub text: Vec<Inline>,
    /// The list within it.
    pub nested: Vec<Item>,
}

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// Words that matter.
    Strong(String),
    /// Words set apart.
    Emphasis(String),
    /// Words that lead to an address of the web.
    Link {
        /// The words.
        text: String,
        /// The address.
        href: String,
    },
    /// The mark of a note, whose words stand at the foot of the page. Notes are numbered in order;
    /// addresses of the web in them become links.
    Note(String),
}
