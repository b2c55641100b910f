//! A certificate to be set: what stands on its one page, and what lies behind it.

use crate::article::Block;

/// A certificate on paper: a page to hang up or hand over, and the pages behind it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Certificate {
    /// The name of the whole document, as a reader's window shows it.
    pub document: String,
    /// The language.
    pub lang: kernel::Lang,
    /// Who certifies.
    pub issuer: String,
    /// The large word at the top.
    pub title: String,
    /// What leads to the name: "it is certified that".
    pub opening: String,
    /// Whose certificate it is.
    pub holder: String,
    /// What leads from the name to the course: "has completed".
    pub statement: String,
    /// What was completed.
    pub course: String,
    /// Lines under it: from when to when, how many hours.
    pub lines: Vec<String>,
    /// The headings of the two columns of the table.
    pub header: [String; 2],
    /// The rows of the table: parts and their hours. None for no table.
    pub rows: Vec<[String; 2]>,
    /// Who signs: name, and of which kind.
    pub signatures: Vec<(String, String)>,
    /// When, on the line under the signatures.
    pub dated: String,
    /// How it is checked.
    pub check: Check,
    /// What it covers, on the pages behind.
    pub behind: Vec<Block>,
}

/// The picture that leads to where a certificate is checked, and the same in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Check {
    /// The address that the picture leads to.
    pub href: String,
    /// What the picture is, for who does not see it.
    pub alt: String,
    /// What it is for.
    pub words: String,
    /// The address as it is printed, to be typed.
    pub shown: String,
}
