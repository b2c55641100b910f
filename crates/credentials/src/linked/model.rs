//! Contexts and their terms, and a document that was read.

use serde_json::Value;
use std::{
    collections::HashMap,
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

/// Why a document cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unread {
    /// It names a context that this program does not have.
    Context(String),
    /// It uses a word that its contexts do not define: it would not be signed.
    Word(String),
    /// It uses a part of JSON-LD that credentials do not need and this program does not read.
    Unusual(String),
    /// It is not well formed.
    Wrong(String),
    /// It is so large or so alike in its parts that reading it would take too long.
    TooMuch,
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unread::Context(which) => write!(f, "a context not known here: {which}"),
            Unread::Word(which) => write!(f, "a word without meaning: {which}"),
            Unread::Unusual(what) => write!(f, "not read here: {what}"),
            Unread::Wrong(what) => write!(f, "not well formed: {what}"),
            Unread::TooMuch => f.write_str("too much to read"),
        }
    }
}

/// What becomes of a value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) enum Coerced {
    /// It stays what it is.
    #[default]
    No,
    /// A string is an address.
    Id,
    /// A string is a word of the vocabulary.
    Vocab,
    /// It is kept whole, as JSON.
    Json,
    /// A literal of this datatype.
    Datatype(String),
}

/// How values of a term are held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Container {
    pub list: bool,
    pub graph: bool,
    pub language: bool,
}

/// What a word means.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Term {
    /// An absolute address or a keyword; nothing where the word is left without meaning.
    pub means: Option<String>,
    pub coerced: Coerced,
    pub container: Container,
    /// The language of its strings, where it has one of its own.
    pub language: Option<Option<String>>,
    /// The context that holds within it.
    pub scoped: Option<Arc<Value>>,
    /// Whether it may begin a compact address.
    pub prefix: bool,
    pub protected: bool,
}

impl Term {
    /// Whether two say the same, protected or not.
    pub(super) fn same(&self, other: &Term) -> bool {
        *self == Term { protected: self.protected, ..other.clone() }
    }
}

/// The words that are known at a place of a document.
#[derive(Debug, Default)]
pub(super) struct Context {
    pub terms: HashMap<String, Arc<Term>>,
    pub vocab: Option<String>,
    pub language: Option<String>,
    /// What held before the types of the node were looked at: its members' nodes go back to it.
    pub previous: Option<Arc<Context>>,
    /// What it becomes under the scoped contexts of its terms, kept for the next document.
    narrowed: Mutex<HashMap<Narrowing, Narrowed>>,
}

/// Which scoped context (by where it lies in memory), and how it is applied.
type Narrowing = (usize, bool);
/// The scoped context, held so that its place stays taken, and what came of it.
type Narrowed = (Arc<Value>, Arc<Context>);

impl Clone for Context {
    fn clone(&self) -> Self {
        Self {
            terms: self.terms.clone(),
            vocab: self.vocab.clone(),
            language: self.language.clone(),
            previous: self.previous.clone(),
            narrowed: Mutex::default(),
        }
    }
}

/// The most that one context keeps: hostile documents do not fill the memory.
const KEPT: usize = 64;

impl Context {
    /// What was kept for a scoped context.
    pub(super) fn kept(&self, scoped: &Arc<Value>, propagates: bool) -> Option<Arc<Context>> {
        let narrowed = self.narrowed.lock().unwrap_or_else(PoisonError::into_inner);
        narrowed.get(&place(scoped, propagates)).map(|(_, context)| Arc::clone(context))
    }
    /// Keeps what came of a scoped context.
    pub(super) fn keep(&self, scoped: &Arc<Value>, propagates: bool, context: &Arc<Context>) {
        let mut narrowed = self.narrowed.lock().unwrap_or_else(PoisonError::into_inner);
        if narrowed.len() < KEPT {
            narrowed.insert(place(scoped, propagates), (Arc::clone(scoped), Arc::clone(context)));
        }
    }
    /// What a word means here: an absolute address, a keyword, or what cannot be either and is for
    /// the caller to refuse; nothing where it is left without meaning. As the algorithm of IRI
    /// expansion has it, without a base.
    pub(super) fn iri(&self, word: &str, vocab: bool) -> Option<String> {
        if is_keyword(word) {
            return Some(word.to_owned());
        }
        if like_keyword(word) {
            return None;
        }
        if let Some(term) = self.terms.get(word)
            && (vocab || term.means.as_deref().is_some_and(is_keyword))
        {
            return term.means.clone();
        }
        if let Some((prefix, rest)) = compact(word) {
            if prefix == "_" || rest.starts_with("//") {
                return Some(word.to_owned());
            }
            let term = self.terms.get(prefix).filter(|term| term.prefix);
            if let Some(begin) = term.and_then(|term| term.means.as_ref()) {
                return Some(format!("{begin}{rest}"));
            }
            if is_absolute(word) {
                return Some(word.to_owned());
            }
        }
        match &self.vocab {
            Some(begin) if vocab => Some(format!("{begin}{word}")),
            _ => Some(word.to_owned()),
        }
    }
}

fn place(scoped: &Arc<Value>, propagates: bool) -> Narrowing {
    (Arc::as_ptr(scoped).addr(), propagates)
}

/// The two sides of a colon that does not come first.
pub(super) fn compact(word: &str) -> Option<(&str, &str)> {
    word.split_once(':').filter(|(prefix, _)| !prefix.is_empty())
}

/// A keyword of JSON-LD.
pub(super) fn is_keyword(word: &str) -> bool {
    const ALL: [&str; 23] = [
        "@base",
        "@container",
        "@context",
        "@direction",
        "@graph",
        "@id",
        "@import",
        "@included",
        "@index",
        "@json",
        "@language",
        "@list",
        "@nest",
        "@none",
        "@prefix",
        "@propagate",
        "@protected",
        "@reverse",
        "@set",
        "@type",
        "@value",
        "@version",
        "@vocab",
    ];
    word.starts_with('@') && ALL.contains(&word)
}

/// What looks like a keyword of a later day.
pub(super) fn like_keyword(word: &str) -> bool {
    word.strip_prefix('@').is_some_and(|rest| !rest.is_empty() && rest.chars().all(|c| c.is_ascii_alphabetic()))
}

/// An address with its scheme and without signs that no address has.
pub(super) fn is_absolute(word: &str) -> bool {
    let Some((scheme, _)) = word.split_once(':') else { return false };
    let mut signs = scheme.chars();
    signs.next().is_some_and(|c| c.is_ascii_alphabetic())
        && signs.all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
        && !word.chars().any(|c| c <= ' ' || "<>\"{}|\\^`".contains(c))
}

/// A node of a document that was read.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Node {
    pub id: Option<String>,
    pub types: Vec<String>,
    pub members: Vec<(String, Vec<Item>)>,
}

/// A value of a document that was read.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Item {
    Node(Node),
    Literal { text: String, datatype: String },
    Spoken { text: String, language: String },
    List(Vec<Item>),
    Graph(Node),
}
