//! Contexts: the Context Processing algorithm of JSON-LD 1.1, as far as credentials use it.

use crate::linked::model::{Coerced, Container, Context, Term, Unread, compact, is_absolute, is_keyword, like_keyword};
use serde_json::{Map, Value};
use std::{
    collections::HashMap,
    sync::{Arc, LazyLock, Mutex, PoisonError},
};

/// The contexts that came with the program: address and JSON.
const KNOWN: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/contexts/contexts.rs"));

/// The example context of the specification, for its own test vector.
#[cfg(test)]
const FOR_TESTS: &[(&str, &str)] = &[(
    "https://www.w3.org/ns/credentials/examples/v2",
    r#"{"@context": {"@vocab": "https://www.w3.org/ns/credentials/examples#"}}"#,
)];
#[cfg(not(test))]
const FOR_TESTS: &[(&str, &str)] = &[];

static READ: LazyLock<HashMap<&str, Value>> = LazyLock::new(|| {
    let read = |(address, json): &(&'static str, &'static str)| {
        let document: Value = serde_json::from_str(json).unwrap_or_default();
        (*address, document.get("@context").cloned().unwrap_or_default())
    };
    KNOWN.iter().chain(FOR_TESTS).map(read).collect()
});

/// What documents begin with, worked out once: the addresses in their order.
static BEGUN: LazyLock<Mutex<HashMap<Vec<String>, Arc<Context>>>> = LazyLock::new(Mutex::default);

/// How many beginnings are kept, and how many contexts one document may list.
const MOST_KEPT: usize = 32;
const MOST_LISTED: usize = 8;

/// The context that a document begins with.
pub(super) fn begun(local: &Value) -> Result<Arc<Context>, Unread> {
    let empty = Arc::new(Context::default());
    let Some(addresses) = addresses(local) else { return processed(&empty, local, true, false) };
    if let Some(kept) = BEGUN.lock().unwrap_or_else(PoisonError::into_inner).get(&addresses) {
        return Ok(Arc::clone(kept));
    }
    let context = processed(&empty, local, true, false)?;
    let mut kept = BEGUN.lock().unwrap_or_else(PoisonError::into_inner);
    if kept.len() < MOST_KEPT {
        kept.insert(addresses, Arc::clone(&context));
    }
    Ok(context)
}

/// The addresses of a context that lists nothing else.
fn addresses(local: &Value) -> Option<Vec<String>> {
    match local {
        Value::String(one) => Some(vec![one.clone()]),
        Value::Array(all) => all.iter().map(|one| one.as_str().map(str::to_owned)).collect(),
        _ => None,
    }
}

/// What becomes of a context within a term or a type that brings its own.
pub(super) fn narrowed(active: &Arc<Context>, scoped: &Arc<Value>, propagates: bool) -> Result<Arc<Context>, Unread> {
    if let Some(kept) = active.kept(scoped, propagates) {
        return Ok(kept);
    }
    // The context of a property may change what is protected; that of a type may not.
    let context = processed(active, scoped, propagates, propagates)?;
    active.keep(scoped, propagates, &context);
    Ok(context)
}

/// Applies a local context to the active one.
pub(super) fn processed(
    active: &Arc<Context>,
    local: &Value,
    propagates: bool,
    overrides: bool,
) -> Result<Arc<Context>, Unread> {
    let propagates = match local.get("@propagate") {
        None => propagates,
        Some(Value::Bool(said)) => *said,
        Some(_) => return Err(Unread::Wrong("@propagate".into())),
    };
    let mut result = Context::clone(active);
    if !propagates && result.previous.is_none() {
        result.previous = Some(Arc::clone(active));
    }
    let all = match local {
        Value::Array(all) => all.as_slice(),
        one => std::slice::from_ref(one),
    };
    if all.len() > MOST_LISTED {
        return Err(Unread::TooMuch);
    }
    for one in all {
        match one {
            Value::Null => {
                if !overrides && result.terms.values().any(|term| term.protected) {
                    return Err(Unread::Wrong("protected words are taken away".into()));
                }
                let previous = result.previous.take().filter(|_| !propagates);
                result = Context::default();
                result.previous = previous;
            }
            Value::String(address) => {
                let known = READ.get(address.as_str()).ok_or_else(|| Unread::Context(address.clone()))?;
                result = Context::clone(&*processed(&Arc::new(result), known, true, false)?);
            }
            Value::Object(words) => define(&mut result, words, overrides)?,
            _ => return Err(Unread::Wrong("@context".into())),
        }
    }
    Ok(Arc::new(result))
}

/// Takes up all words of a local context.
fn define(result: &mut Context, words: &Map<String, Value>, overrides: bool) -> Result<(), Unread> {
    let mut protects = false;
    for (key, value) in words.iter().filter(|(key, _)| is_keyword(key)) {
        match (key.as_str(), value) {
            ("@version", version) if version.as_f64() == Some(1.1) => {}
            ("@protected", Value::Bool(said)) => protects = *said,
            ("@propagate", Value::Bool(_)) => {}
            ("@vocab", Value::Null) => result.vocab = None,
            ("@vocab", Value::String(begin)) if is_absolute(begin) => result.vocab = Some(begin.clone()),
            ("@language", Value::Null) => result.language = None,
            ("@language", Value::String(tag)) => result.language = Some(tag.to_lowercase()),
            _ => return Err(Unread::Unusual(key.clone())),
        }
    }
    let mut making = Making { result, words, defined: HashMap::new(), protects, overrides };
    words.keys().filter(|word| !is_keyword(word)).try_for_each(|word| making.term(word))
}

/// A local context while its words are taken up.
struct Making<'a> {
    result: &'a mut Context,
    words: &'a Map<String, Value>,
    /// Whether a word is done; `false` while it is being taken up.
    defined: HashMap<&'a str, bool>,
    protects: bool,
    overrides: bool,
}

impl<'a> Making<'a> {
    /// Takes up a word of this context, if it is one and not done yet.
    fn need(&mut self, word: &str) -> Result<(), Unread> {
        match self.words.get_key_value(word) {
            Some((word, _)) if !is_keyword(word) => self.term(word),
            _ => Ok(()),
        }
    }
    /// What a word means, taking up first what it rests on.
    fn meaning(&mut self, word: &str) -> Result<Option<String>, Unread> {
        self.need(word)?;
        if let Some((prefix, rest)) = compact(word)
            && prefix != "_"
            && !rest.starts_with("//")
        {
            self.need(prefix)?;
        }
        Ok(self.result.iri(word, true))
    }
    /// Takes up one word: the Create Term Definition algorithm.
    fn term(&mut self, word: &'a str) -> Result<(), Unread> {
        let wrong = || Unread::Wrong(format!("the word {word:?} of a context"));
        match self.defined.get(word) {
            Some(true) => return Ok(()),
            Some(false) => return Err(wrong()),
            None => self.defined.insert(word, false),
        };
        if word.is_empty() || like_keyword(word) {
            return Err(wrong());
        }
        let previous = self.result.terms.remove(word);
        let said = &self.words[word];
        let mut term = match said {
            Value::Null => Term::default(),
            Value::String(_) => self.defined_by(word, Some(said), true)?,
            Value::Object(said) => self.described(word, said)?,
            _ => return Err(wrong()),
        };
        term.protected |= self.protects && said.get("@protected").is_none();
        if let Some(previous) = previous.filter(|previous| previous.protected && !self.overrides) {
            if !term.same(&previous) {
                return Err(Unread::Wrong(format!("the protected word {word:?} is given another meaning")));
            }
            term.protected = true;
        }
        self.result.terms.insert(word.to_owned(), Arc::new(term));
        self.defined.insert(word, true);
        Ok(())
    }
    fn described(&mut self, word: &str, said: &Map<String, Value>) -> Result<Term, Unread> {
        let wrong = || Unread::Wrong(format!("the word {word:?} of a context"));
        let mut term = self.defined_by(word, said.get("@id"), false)?;
        for (key, value) in said {
            match (key.as_str(), value) {
                ("@id", _) => {}
                ("@protected", Value::Bool(protected)) => term.protected = *protected,
                ("@type", Value::String(kind)) => term.coerced = self.coerced(kind)?.ok_or_else(wrong)?,
                ("@container", value) => term.container = container(value)?,
                ("@context", scoped) => term.scoped = Some(Arc::new(scoped.clone())),
                ("@language", Value::Null) => term.language = Some(None),
                ("@language", Value::String(tag)) => term.language = Some(Some(tag.to_lowercase())),
                ("@prefix", Value::Bool(prefix)) if !word.contains([':', '/']) => term.prefix = *prefix,
                _ => return Err(Unread::Unusual(format!("{key} of {word}"))),
            }
        }
        Ok(term)
    }
    fn coerced(&mut self, kind: &str) -> Result<Option<Coerced>, Unread> {
        let means = self.meaning(kind)?;
        Ok(means.and_then(|means| match means.as_str() {
            "@id" => Some(Coerced::Id),
            "@vocab" => Some(Coerced::Vocab),
            "@json" => Some(Coerced::Json),
            "@none" => Some(Coerced::No),
            datatype if is_absolute(datatype) => Some(Coerced::Datatype(means.clone())),
            _ => None,
        }))
    }
    /// The meaning of a word from its `@id`, or from itself.
    fn defined_by(&mut self, word: &str, id: Option<&Value>, simple: bool) -> Result<Term, Unread> {
        let wrong = || Unread::Wrong(format!("the word {word:?} of a context"));
        match id {
            Some(Value::Null) => return Ok(Term::default()),
            Some(Value::String(means)) if means != word => {
                let means = self.meaning(means)?.filter(|means| is_keyword(means) || is_absolute(means));
                let means = means.filter(|means| means != "@context").ok_or_else(wrong)?;
                let inner = word.char_indices().any(|(at, c)| c == ':' && at > 0 && at + 1 < word.len());
                if (inner || word.contains('/')) && self.result.iri(word, true).as_ref() != Some(&means) {
                    return Err(wrong());
                }
                let ends = means.ends_with([':', '/', '?', '#', '[', ']', '@']);
                let prefix = simple && ends && !word.contains([':', '/']);
                return Ok(Term { means: Some(means), prefix, ..Term::default() });
            }
            Some(Value::String(_)) | None => {}
            Some(_) => return Err(wrong()),
        }
        if let Some((prefix, _)) = compact(word) {
            self.need(prefix)?;
        }
        let means = match &self.result.vocab {
            Some(begin) if !word.contains([':', '/']) => Some(format!("{begin}{word}")),
            _ => self.result.iri(word, true),
        };
        let means = means.filter(|means| is_absolute(means)).ok_or_else(wrong)?;
        Ok(Term { means: Some(means), ..Term::default() })
    }
}

fn container(value: &Value) -> Result<Container, Unread> {
    let all = match value {
        Value::Array(all) => all.as_slice(),
        one => std::slice::from_ref(one),
    };
    let mut container = Container::default();
    for one in all {
        match one.as_str() {
            Some("@set") => {}
            Some("@list") => container.list = true,
            Some("@graph") => container.graph = true,
            Some("@language") => container.language = true,
            _ => return Err(Unread::Unusual(format!("@container {one}"))),
        }
    }
    Ok(container)
}
