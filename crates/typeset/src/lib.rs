//! Texts on paper: tagged PDF that a screen reader can read.
//!
//! **Vocabulary.** An [`Article`] is a text taken apart: title, headings, paragraphs, lists, notes,
//! tables, lines of a life. [`pdf`] sets it (`article.typ`) and hands back a PDF that keeps to
//! PDF/UA-1 (ISO 14289-1): title, language, tags, bookmarks. A [`Certificate`] is one page to hang up
//! or hand over; [`certificate_pdf`] sets it (`certificate.typ`). A [`Qr`] is an address as a picture
//! that a phone reads, on paper and on screen.
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
mod certificate;
mod data;
mod press;
mod qr;

pub use article::{Article, Block, Entry, Inline, Item};
pub use certificate::{Certificate, Check};
pub use qr::Qr;

use press::{Layout, Press};
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
    let bytes = set(&Press::new(Layout::Article, data::of_article(article)));
    // What typst remembers between two settings serves nobody here.
    typst::comemo::evict(0);
    bytes
}

/// For how many certificates more something that typst remembers is kept, unless it is used again:
/// they come in rows, and have most of their shapes in common.
const KEPT_FOR: usize = 3;

/// Sets a certificate as a tagged PDF that keeps to PDF/UA-1.
///
/// # Errors
/// [`TypesetFault`] when it cannot be set: there is no address to check it at, or no title.
pub fn certificate_pdf(certificate: &Certificate) -> Result<Vec<u8>, TypesetFault> {
    let code = Qr::of(&certificate.check.href)?;
    let bytes = set(&Press::new(Layout::Certificate, data::of_certificate(certificate, &code)));
    typst::comemo::evict(KEPT_FOR);
    bytes
}

fn set(press: &Press) -> Result<Vec<u8>, TypesetFault> {
    let set = typst::compile::<PagedDocument>(press).output.map_err(|faults| fault(&faults))?;
    let standards =
        PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|hinted| TypesetFault(hinted.message().to_string()))?;
    let creator = Smart::Custom(Some("Alla pari".to_owned()));
    let options = PdfOptions { standards, creator, ..PdfOptions::default() };
    typst_pdf::pdf(&set, &options).map_err(|faults| fault(&faults))
}

fn fault(faults: &[SourceDiagnostic]) -> TypesetFault {
    TypesetFault(faults.iter().map(|fault| fault.message.as_str()).collect::<Vec<_>>().join("; "))
}

#[cfg(test)]
mod tests;
