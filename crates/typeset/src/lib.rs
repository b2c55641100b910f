//! Texts on paper: tagged PDF that a screen reader can read.
//!
//! **Vocabulary.** An [`Article`] is a text taken apart: title, headings, paragraphs, lists, notes,
//! tables. [`pdf`] sets it in the one layout of the house (`article.typ`) and hands back a PDF that
//! keeps to PDF/UA-1 (ISO 14289-1): title, language, tags, bookmarks.
//!
//! **Invariants.** Words are data, never markup: nothing that a person wrote is evaluated. The same
//! article always gives the same bytes. No file, network or clock is read.
//!
//! ```
//! use typeset::{Article, Block, Inline, pdf};
//!
//! let words = vec![Inline::Text("Gli esperti e gli operatori lavorano alla pari.".into())];
//! let article = Article { title: "Attestato".into(), blocks: vec![Block::Paragraph(words)], ..Article::default() };
//! assert!(pdf(&article).unwrap().starts_with(b"%PDF-"));
//! ```

mod article;
mod data;
mod press;

pub use article::{Article, Block, Inline, Item};

use press::Press;
use typst::{diag::SourceDiagnostic, foundations::Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// An article that could not be set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the text cannot be set as a PDF: {0}")]
pub struct TypesetFault(String);

/// Sets an article as a tagged PDF that keeps to PDF/UA-1. It takes a moment and much memory:
/// keep what it gives.
///
/// # Errors
/// [`TypesetFault`] when the article cannot be set: two headings have the same anchor, or a row of a
/// table has more cells than headings.
pub fn pdf(article: &Article) -> Result<Vec<u8>, TypesetFault> {
    let press = Press::new(data::inputs(article));
    let set = typst::compile::<PagedDocument>(&press).output.map_err(|faults| fault(&faults))?;
    let standards =
        PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|hinted| TypesetFault(hinted.message().to_string()))?;
    let creator = Smart::Custom(Some("Alla pari".to_owned()));
    let options = PdfOptions { standards, creator, ..PdfOptions::default() };
    let bytes = typst_pdf::pdf(&set, &options).map_err(|faults| fault(&faults))?;
    // What typst remembers between two settings serves nobody here.
    typst::comemo::evict(0);
    Ok(bytes)
}

fn fault(faults: &[SourceDiagnostic]) -> TypesetFault {
    TypesetFault(faults.iter().map(|fault| fault.message.as_str()).collect::<Vec<_>>().join("; "))
}

#[cfg(test)]
mod tests;
