//! Versions of the Document on record, and one about to be loaded.

use super::{Counts, Document};
use crate::document::rules::{Reading, adopted_on, article, read};
use kernel::{DateTime, DocumentVersionId, NaiveDate, Utc};
use sha2::{Digest, Sha256};

/// A version on record, without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentLine {
    /// Which.
    pub id: DocumentVersionId,
    /// Its short name, which no other version has.
    pub label: String,
    /// Its title.
    pub title: String,
    /// The day it was adopted.
    pub adopted_on: NaiveDate,
    /// When it was loaded. Who loaded it stands in the audit log.
    pub imported_at: DateTime<Utc>,
    /// The name of the file it was read from; empty when the text was pasted.
    pub source_name: String,
    /// The SHA-256 of the text it was read from, hexadecimal.
    pub source_sha256: String,
    /// How much it holds.
    pub counts: Counts,
    /// Whether it is the one adopted last.
    pub current: bool,
}

/// A version on record with its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentVersion {
    /// The version.
    pub line: DocumentLine,
    /// Its text.
    pub document: Document,
}

/// A statement on record: what an article of the Charter rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentStatement {
    /// Its address.
    pub anchor: String,
    /// The heading it stands under.
    pub heading: String,
    /// What it says.
    pub words: String,
}

/// What came of loading a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Imported {
    /// A new version is on record.
    New(DocumentVersionId),
    /// The same text is on record already; nothing was changed.
    Known(DocumentVersionId),
}

impl Imported {
    /// The version, new or known.
    pub fn id(self) -> DocumentVersionId {
        match self {
            Imported::New(id) | Imported::Known(id) => id,
        }
    }
}

/// Why a text cannot become a version.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// There is no text in it.
    #[error("the text holds no statement")]
    Empty,
    /// It is not plain text: a PDF or another kind of file.
    #[error("the file is not plain text in UTF-8")]
    NotText,
    /// It holds more than a document ever would: pages and comparisons would take too long.
    #[error("the text holds more than {MOST_STATEMENTS} statements")]
    TooLong,
    /// The day on which it was adopted, as told or as the text names it, is still to come.
    #[error("the day of adoption lies in the future")]
    NotYet,
    /// It cannot be set on paper.
    #[error("the text cannot be set as a PDF: {0}")]
    Paper(String),
}

/// The most statements that a version may have; the Document of 2021 has 239.
const MOST_STATEMENTS: usize = 3000;

impl Unfit {
    /// The key of the text that says so.
    pub fn key(&self) -> &'static str {
        match self {
            Unfit::Empty => "document-load-no-text",
            Unfit::NotText => "document-load-not-text",
            Unfit::TooLong => "document-load-too-long",
            Unfit::NotYet => "document-load-future",
            Unfit::Paper(_) => "document-load-no-paper",
        }
    }
    /// The field of the form that it is about.
    pub(in crate::document) fn field(&self) -> &'static str {
        if *self == Unfit::NotYet { "adopted_on" } else { "file" }
    }
}

/// A text that was read and is ready to be loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loading {
    pub(in crate::document) reading: Reading,
    pub(in crate::document) label: String,
    pub(in crate::document) adopted_on: NaiveDate,
    pub(in crate::document) source_name: String,
    pub(in crate::document) source_sha256: String,
}

impl Loading {
    /// Reads a text. Without a day of adoption, the one that the text names, or `today`; without
    /// a label, the year of that day.
    ///
    /// # Errors
    /// [`Unfit::Empty`] when it holds no statement, [`Unfit::NotText`] when it is another kind of file,
    /// [`Unfit::TooLong`] when it is no document, [`Unfit::NotYet`] when it was not adopted yet.
    pub fn new(
        text: &str,
        source_name: &str,
        label: Option<&str>,
        adopted: Option<NaiveDate>,
        today: NaiveDate,
    ) -> Result<Self, Unfit> {
        if text.starts_with("%PDF") || text.contains('\0') {
            return Err(Unfit::NotText);
        }
        // A browser sends the ends of lines in its own way: they do not count.
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let reading = read(&text);
        match reading.document.statements().len() {
            0 => return Err(Unfit::Empty),
            many if many > MOST_STATEMENTS => return Err(Unfit::TooLong),
            _ => {}
        }
        let adopted_on = adopted.or_else(|| adopted_on(&reading.document)).unwrap_or(today);
        if adopted_on > today {
            return Err(Unfit::NotYet);
        }
        let label = label.map_or_else(|| adopted_on.format("%Y").to_string(), |label| label.trim().to_owned());
        let source_sha256 = hex::encode(Sha256::digest(&text));
        Ok(Self { reading, label, adopted_on, source_name: source_name.to_owned(), source_sha256 })
    }
    /// What was read.
    pub fn reading(&self) -> &Reading {
        &self.reading
    }
    /// The short name it will have.
    pub fn label(&self) -> &str {
        &self.label
    }
    /// The day it was adopted.
    pub fn adopted_on(&self) -> NaiveDate {
        self.adopted_on
    }
    /// The name of the file it comes from; empty when the text was pasted.
    pub fn source_name(&self) -> &str {
        &self.source_name
    }
    /// The SHA-256 of what was read, so that the same text in another wrapping is known again.
    pub(in crate::document) fn text_sha256(&self) -> Result<String, serde_json::Error> {
        Ok(hex::encode(Sha256::digest(serde_json::to_string(&self.reading.document)?)))
    }
    /// The version on paper. It takes a second or so.
    ///
    /// # Errors
    /// [`Unfit::Paper`] when it cannot be set.
    pub fn pdf(&self) -> Result<Vec<u8>, Unfit> {
        let article = article(&self.reading.document, &self.label, self.adopted_on);
        typeset::pdf(&article).map_err(|fault| Unfit::Paper(fault.to_string()))
    }
}
