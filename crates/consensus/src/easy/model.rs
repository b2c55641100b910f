//! An easy version: as it is written, and taken apart into what a page shows.

use super::rules::read;
use crate::document::Document;
use kernel::{Checks, DateTime, DocumentVersionId, Invalid, Invalids, Lang, Utc};
use web::Fields;

/// The longest text, in characters: about eight times the one that the program proposes.
const LONGEST: usize = 40_000;

/// How many problems of a text are named at once.
const MOST_PROBLEMS: usize = 10;

/// An easy version as it is written: Italian, and English where somebody wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) it: String,
    pub(super) en: Option<String>,
}

/// An easy version on record. Who wrote it stands in the audit log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Kept {
    /// The version of the Document that it stands beside.
    pub(super) document: DocumentVersionId,
    pub(super) written: Written,
    pub(super) changed_at: DateTime<Utc>,
    /// Rises with each change.
    pub(super) version: i64,
}

/// A text taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct EasyText {
    pub(super) parts: Vec<Part>,
}

/// What stands under one heading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) heading: String,
    /// The section of the Document that says it in full, by its anchor.
    pub(super) in_full: Option<String>,
    pub(super) blocks: Vec<Block>,
}

/// A paragraph, or a list with its items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    Paragraph(String),
    List(Vec<String>),
}

/// What is wrong with a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Flaw {
    /// Words before the first heading.
    OutsideParts,
    /// A heading without words.
    NoHeading,
    /// A heading with nothing under it.
    NothingUnder,
    /// A part that leads to two sections of the Document.
    TwoSections,
    /// A section that the Document does not have.
    NoSuchSection(String),
}

/// Something wrong, with its line from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Problem {
    pub(super) line: usize,
    pub(super) flaw: Flaw,
}

impl Problem {
    fn invalid(&self, field: &str) -> Invalid {
        let (key, what) = match &self.flaw {
            Flaw::OutsideParts => ("easy-problem-outside", ""),
            Flaw::NoHeading => ("easy-problem-heading", ""),
            Flaw::NothingUnder => ("easy-problem-nothing", ""),
            Flaw::TwoSections => ("easy-problem-two", ""),
            Flaw::NoSuchSection(anchor) => ("easy-problem-section", anchor.as_str()),
        };
        Invalid::new(field, key).with("line", self.line).with("section", what)
    }
}

/// The field of the form that holds a language's text.
pub(super) fn field(lang: Lang) -> &'static str {
    match lang {
        Lang::It => "text_it",
        Lang::En => "text_en",
    }
}

/// What was typed for a language. A browser sends the ends of lines in its own way.
pub(super) fn typed(fields: &Fields, lang: Lang) -> String {
    fields.get(field(lang)).replace("\r\n", "\n")
}

impl Written {
    /// Reads the form of the easy version of a Document.
    ///
    /// # Errors
    /// [`Invalids`] with all that is wrong, each problem of a text with its line.
    pub(super) fn parse(fields: &Fields, document: &Document) -> Result<Self, Invalids> {
        let mut checks = Checks::new();
        let [italian, english] = Lang::ALL.map(|lang| typed(fields, lang));
        let it = checks.text(field(Lang::It), &italian, LONGEST);
        let en = checks.optional(field(Lang::En), &english, LONGEST);
        let has = |anchor: &str| document.section(anchor).is_some();
        for (lang, text) in [(Lang::It, &italian), (Lang::En, &english)] {
            for problem in read(text, &has).1.iter().take(MOST_PROBLEMS) {
                checks.take(Err::<(), _>(problem.invalid(field(lang))));
            }
        }
        checks.finish(|| Some(Self { it: it?, en }))
    }
    /// The fields of the form.
    pub(super) fn fields(&self) -> Fields {
        let mut fields = Fields::new();
        fields.set(field(Lang::It), &self.it);
        fields.set(field(Lang::En), self.en.as_deref().unwrap_or_default());
        fields
    }
    /// The text in a language, where there is one.
    pub(super) fn of(&self, lang: Lang) -> Option<&str> {
        match lang {
            Lang::It => Some(self.it.as_str()),
            Lang::En => self.en.as_deref(),
        }
    }
    /// The text for who reads in a language, and the language it is in: Italian where there is no other.
    pub(super) fn for_reader(&self, lang: Lang) -> (&str, Lang) {
        self.of(lang).map_or((self.it.as_str(), Lang::It), |text| (text, lang))
    }
}

impl EasyText {
    /// Paragraphs and items, in order.
    pub(super) fn said(&self) -> Vec<&str> {
        let blocks = self.parts.iter().flat_map(|part| &part.blocks);
        let lines = blocks.flat_map(|block| match block {
            Block::Paragraph(words) => std::slice::from_ref(words),
            Block::List(items) => items.as_slice(),
        });
        lines.map(String::as_str).collect()
    }
}
