//! The world in which a layout is set: one source, the fonts that come with the program, no
//! files, no network, no clock.

use std::sync::OnceLock;
use typst::{
    Library, LibraryExt, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Dict, Duration},
    syntax::{FileId, Source},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_kit::fonts::{FontStore, embedded};

/// Which layout.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Layout {
    Article,
    Certificate,
}

pub(crate) struct Press {
    library: LazyHash<Library>,
    layout: Source,
}

impl Press {
    pub(crate) fn new(layout: Layout, inputs: Dict) -> Self {
        let library = Library::builder().with_inputs(inputs).build();
        Self { library: LazyHash::new(library), layout: layout.source().clone() }
    }
}

impl Layout {
    /// Each layout is parsed once: each parsing would take a new place in typst's list of files.
    fn source(self) -> &'static Source {
        static ARTICLE: OnceLock<Source> = OnceLock::new();
        static CERTIFICATE: OnceLock<Source> = OnceLock::new();
        match self {
            Layout::Article => ARTICLE
                .get_or_init(|| Source::detached(concat!(include_str!("parts.typ"), include_str!("article.typ")))),
            Layout::Certificate => CERTIFICATE
                .get_or_init(|| Source::detached(concat!(include_str!("parts.typ"), include_str!("certificate.typ")))),
        }
    }
}

fn fonts() -> &'static FontStore {
    static FONTS: OnceLock<FontStore> = OnceLock::new();
    FONTS.get_or_init(|| {
        let mut fonts = FontStore::new();
        fonts.extend(embedded());
        fonts
    })
}

impl World for Press {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }
    fn book(&self) -> &LazyHash<FontBook> {
        fonts().book()
    }
    fn main(&self) -> FileId {
        self.layout.id()
    }
    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.layout.id() { Ok(self.layout.clone()) } else { Err(FileError::AccessDenied) }
    }
    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }
    fn font(&self, index: usize) -> Option<Font> {
        fonts().font(index)
    }
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
