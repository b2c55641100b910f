//! The world in which the layout is set: one source, the fonts that come with the program, no
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

pub(crate) struct Press {
    library: LazyHash<Library>,
    layout: Source,
}

impl Press {
    pub(crate) fn new(inputs: Dict) -> Self {
        let library = Library::builder().with_inputs(inputs).build();
        Self { library: LazyHash::new(library), layout: layout().clone() }
    }
}

/// The layout is parsed once: each parsing would take a new place in typst's list of files.
fn layout() -> &'static Source {
    static LAYOUT: OnceLock<Source> = OnceLock::new();
    LAYOUT.get_or_init(|| Source::detached(include_str!("article.typ")))
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
