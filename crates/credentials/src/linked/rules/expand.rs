//! Documents: the Expansion algorithm of JSON-LD 1.1, as far as credentials use it.

use super::context::{begun, narrowed, processed};
use crate::linked::model::{Coerced, Context, Item, Node, Term, Unread, is_absolute, is_keyword};
use serde_json::{Map, Number, Value};
use std::sync::Arc;

/// How deep a document may nest.
const DEEPEST: usize = 24;

/// How many contexts a document may bring: each of them is taken up anew.
const MOST_CONTEXTS: usize = 16;

const XSD: &str = "http://www.w3.org/2001/XMLSchema#";
const STRING: &str = "http://www.w3.org/2001/XMLSchema#string";
const JSON: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON";

/// Reads a document, whose outermost value is an object with its context.
pub(super) fn document(document: &Value) -> Result<Node, Unread> {
    let Value::Object(map) = document else { return Err(Unread::Wrong("not an object".into())) };
    let local = map.get("@context").ok_or_else(|| Unread::Wrong("no @context".into()))?;
    if contexts(document) > MOST_CONTEXTS {
        return Err(Unread::TooMuch);
    }
    match object(&begun(local)?, None, map, Place { depth: 0, begun: true })? {
        Some(Item::Node(node)) => Ok(node),
        _ => Err(Unread::Wrong("not a node".into())),
    }
}

/// How many contexts a document brings, at its top and further in.
fn contexts(value: &Value) -> usize {
    match value {
        Value::Array(all) => all.iter().map(contexts).sum(),
        Value::Object(map) => usize::from(map.contains_key("@context")) + map.values().map(contexts).sum::<usize>(),
        _ => 0,
    }
}

/// Where in the document one is.
#[derive(Clone, Copy)]
struct Place {
    depth: usize,
    /// Whether the object's own context was taken up already.
    begun: bool,
}

/// Reads an object: a node, a value, a list.
fn object(
    active: &Arc<Context>,
    scoped: Option<&Arc<Value>>,
    map: &Map<String, Value>,
    place: Place,
) -> Result<Option<Item>, Unread> {
    if place.depth > DEEPEST {
        return Err(Unread::TooMuch);
    }
    let mut active = Arc::clone(active);
    if let Some(previous) = &active.previous
        && !keeps_types(&active, map)
    {
        active = Arc::clone(previous);
    }
    if let Some(scoped) = scoped {
        active = narrowed(&active, scoped, true)?;
    }
    if let Some(local) = map.get("@context").filter(|_| !place.begun) {
        active = processed(&active, local, true, false)?;
    }
    let outer = Arc::clone(&active);
    for kind in types(&outer, map) {
        if let Some(scoped) = outer.terms.get(kind).and_then(|term| term.scoped.as_ref()) {
            active = narrowed(&active, scoped, false)?;
        }
    }
    let mut read = Read::default();
    for (key, value) in map.iter().filter(|(key, _)| *key != "@context") {
        let means = active.iri(key, true).ok_or_else(|| Unread::Word(key.clone()))?;
        if is_keyword(&means) {
            read.keyword(&active, &outer, &means, value)?;
        } else if is_absolute(&means) {
            let items = values(&active, active.terms.get(key), value, place.depth + 1)?;
            read.node.members.push((means, items));
        } else {
            return Err(Unread::Word(key.clone()));
        }
    }
    read.finish(place.depth)
}

/// Whether the types of the node around still hold: for a value, and for what only names a node.
fn keeps_types(active: &Context, map: &Map<String, Value>) -> bool {
    let mut meanings = map.keys().map(|key| active.iri(key, true));
    if map.len() == 1 {
        return meanings.any(|means| matches!(means.as_deref(), Some("@id" | "@value")));
    }
    meanings.any(|means| means.as_deref() == Some("@value"))
}

/// The types as they are written, in the order of their letters.
fn types<'a>(active: &Context, map: &'a Map<String, Value>) -> Vec<&'a str> {
    let mut types = Vec::new();
    for (_, value) in map.iter().filter(|(key, _)| active.iri(key, true).as_deref() == Some("@type")) {
        match value {
            Value::String(one) => types.push(one.as_str()),
            Value::Array(all) => types.extend(all.iter().filter_map(Value::as_str)),
            _ => {}
        }
    }
    types.sort_unstable();
    types
}

/// An object while it is read.
#[derive(Default)]
struct Read<'a> {
    node: Node,
    value: Option<&'a Value>,
    kind: Option<String>,
    language: Option<String>,
    list: Option<(Arc<Context>, &'a Value)>,
}

impl<'a> Read<'a> {
    fn keyword(&mut self, active: &Arc<Context>, outer: &Context, means: &str, value: &'a Value) -> Result<(), Unread> {
        let wrong = || Unread::Wrong(means.to_owned());
        match (means, value) {
            ("@id", Value::String(id)) if self.node.id.is_none() => self.node.id = Some(address(active, id, false)?),
            ("@type", Value::String(kind)) => self.take_type(outer, kind)?,
            ("@type", Value::Array(all)) => {
                all.iter().try_for_each(|kind| self.take_type(outer, kind.as_str().ok_or_else(wrong)?))?;
            }
            ("@value", value) => self.value = Some(value),
            ("@language", Value::String(tag)) => self.language = Some(tag.to_lowercase()),
            ("@list", value) => self.list = Some((Arc::clone(active), value)),
            ("@id" | "@type" | "@language", _) => return Err(wrong()),
            _ => return Err(Unread::Unusual(means.to_owned())),
        }
        Ok(())
    }
    fn take_type(&mut self, outer: &Context, kind: &str) -> Result<(), Unread> {
        let means = outer.iri(kind, true).ok_or_else(|| Unread::Word(kind.to_owned()))?;
        if means == "@json" {
            self.kind = Some(means);
        } else {
            self.node.types.push(absolute(means, kind)?);
        }
        Ok(())
    }
    fn finish(self, depth: usize) -> Result<Option<Item>, Unread> {
        let only = self.node.id.is_none() && self.node.members.is_empty();
        if let Some(value) = self.value {
            if !only || self.list.is_some() || self.node.types.len() > 1 {
                return Err(Unread::Wrong("@value".into()));
            }
            return literal_object(value, self.kind, self.node.types.into_iter().next(), self.language);
        }
        if self.language.is_some() || self.kind.is_some() {
            return Err(Unread::Wrong("@language without @value".into()));
        }
        if let Some((active, value)) = self.list {
            if !only || !self.node.types.is_empty() {
                return Err(Unread::Wrong("@list".into()));
            }
            return Ok(Some(Item::List(flat(&active, &Term::default(), value, depth + 1)?)));
        }
        Ok(Some(Item::Node(self.node)))
    }
}

fn literal_object(
    value: &Value,
    json: Option<String>,
    datatype: Option<String>,
    language: Option<String>,
) -> Result<Option<Item>, Unread> {
    match (value, json, datatype, language) {
        (Value::Null, ..) => Ok(None),
        (value, Some(_), None, None) => json_literal(value).map(Some),
        (Value::String(text), None, None, Some(language)) => Ok(Some(Item::Spoken { text: text.clone(), language })),
        (value, None, datatype, None) => literal(value, datatype).map(Some),
        _ => Err(Unread::Wrong("@value".into())),
    }
}

/// An address that is one, and names no blank node: those are the program's to name.
fn address(active: &Context, word: &str, vocab: bool) -> Result<String, Unread> {
    let means = active.iri(word, vocab).ok_or_else(|| Unread::Word(word.to_owned()))?;
    absolute(means, word)
}

fn absolute(means: String, word: &str) -> Result<String, Unread> {
    match is_absolute(&means) {
        true => Ok(means),
        false => Err(Unread::Word(word.to_owned())),
    }
}

/// Reads all that stands under a word.
fn values(active: &Arc<Context>, term: Option<&Arc<Term>>, value: &Value, depth: usize) -> Result<Vec<Item>, Unread> {
    let plain = Term::default();
    let term = term.map_or(&plain, Arc::as_ref);
    if term.coerced == Coerced::Json {
        return Ok(vec![json_literal(value)?]);
    }
    if let (true, Value::Object(languages)) = (term.container.language, value) {
        return spoken(languages);
    }
    let is_list = value.as_object().is_some_and(|map| map.contains_key("@list"));
    let items = flat(active, term, value, depth)?;
    if term.container.list && !is_list {
        return Ok(vec![Item::List(items)]);
    }
    if term.container.graph {
        let graph = |item| match item {
            Item::Node(node) => Ok(Item::Graph(node)),
            _ => Err(Unread::Unusual("a graph that is no node".into())),
        };
        return items.into_iter().map(graph).collect();
    }
    Ok(items)
}

fn spoken(languages: &Map<String, Value>) -> Result<Vec<Item>, Unread> {
    let mut items = Vec::new();
    for (language, value) in languages {
        let Value::String(text) = value else { return Err(Unread::Unusual("several texts in a language".into())) };
        items.push(Item::Spoken { text: text.clone(), language: language.to_lowercase() });
    }
    Ok(items)
}

/// Reads a value, or all values of an array.
fn flat(active: &Arc<Context>, term: &Term, value: &Value, depth: usize) -> Result<Vec<Item>, Unread> {
    if depth > DEEPEST {
        return Err(Unread::TooMuch);
    }
    match value {
        Value::Null => Ok(Vec::new()),
        Value::Array(_) if term.container.list && depth > DEEPEST / 2 => Err(Unread::TooMuch),
        Value::Array(all) => {
            if term.container.list && all.iter().any(Value::is_array) {
                return Err(Unread::Unusual("a list of lists".into()));
            }
            let mut items = Vec::new();
            for one in all {
                items.extend(flat(active, term, one, depth + 1)?);
            }
            Ok(items)
        }
        Value::Object(map) => {
            let item = object(active, term.scoped.as_ref(), map, Place { depth, begun: false })?;
            Ok(item.into_iter().collect())
        }
        one => scalar(active, term, one).map(|item| vec![item]),
    }
}

/// Reads a string, number or truth value.
fn scalar(active: &Arc<Context>, term: &Term, value: &Value) -> Result<Item, Unread> {
    let narrow = term.scoped.as_ref().map(|scoped| narrowed(active, scoped, true)).transpose()?;
    let active = narrow.as_ref().unwrap_or(active);
    match (&term.coerced, value) {
        (Coerced::Id | Coerced::Vocab, Value::String(word)) => {
            let id = address(active, word, term.coerced == Coerced::Vocab)?;
            Ok(Item::Node(Node { id: Some(id), ..Node::default() }))
        }
        (Coerced::Datatype(datatype), value) => literal(value, Some(datatype.clone())),
        (_, Value::String(text)) => match term.language.as_ref().unwrap_or(&active.language) {
            Some(language) => Ok(Item::Spoken { text: text.clone(), language: language.clone() }),
            None => literal(value, None),
        },
        (_, value) => literal(value, None),
    }
}

/// A literal as RDF writes it.
fn literal(value: &Value, datatype: Option<String>) -> Result<Item, Unread> {
    let (text, usual) = match value {
        Value::String(text) => (text.clone(), STRING.to_owned()),
        Value::Bool(said) => (said.to_string(), format!("{XSD}boolean")),
        Value::Number(number) => number_text(number, datatype.as_deref())?,
        _ => return Err(Unread::Wrong("@value".into())),
    };
    Ok(Item::Literal { text, datatype: datatype.unwrap_or(usual) })
}

/// A number: whole ones as they are, others with mantissa and exponent.
fn number_text(number: &Number, datatype: Option<&str>) -> Result<(String, String), Unread> {
    let double = datatype == Some("http://www.w3.org/2001/XMLSchema#double");
    if let (Some(whole), false) = (number.as_i64(), double) {
        return Ok((whole.to_string(), format!("{XSD}integer")));
    }
    let value = number.as_f64().filter(|value| value.is_finite()).ok_or_else(|| Unread::Wrong(number.to_string()))?;
    if value.fract() == 0.0 && value.abs() < 1e21 && !double {
        return Ok((format!("{value:.0}"), format!("{XSD}integer")));
    }
    let written = format!("{value:.15e}");
    let (mantissa, exponent) = written.split_once('e').unwrap_or((&written, "0"));
    let mantissa = mantissa.trim_end_matches('0');
    let zero = if mantissa.ends_with('.') { "0" } else { "" };
    Ok((format!("{mantissa}{zero}E{exponent}"), format!("{XSD}double")))
}

/// JSON kept whole, in the form of RFC 8785: names in order, no space, whole numbers only.
fn json_literal(value: &Value) -> Result<Item, Unread> {
    let mut text = String::new();
    write_json(value, &mut text)?;
    Ok(Item::Literal { text, datatype: JSON.to_owned() })
}

fn write_json(value: &Value, text: &mut String) -> Result<(), Unread> {
    match value {
        Value::Number(number) if number.is_f64() => return Err(Unread::Unusual("JSON with fractions".into())),
        Value::Array(all) => {
            for (at, one) in all.iter().enumerate() {
                text.push(if at == 0 { '[' } else { ',' });
                write_json(one, text)?;
            }
            text.push_str(if all.is_empty() { "[]" } else { "]" });
        }
        Value::Object(map) => {
            let mut all: Vec<_> = map.iter().collect();
            all.sort_unstable_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
            for (at, (name, one)) in all.iter().enumerate() {
                text.push(if at == 0 { '{' } else { ',' });
                text.push_str(&Value::from(name.as_str()).to_string());
                text.push(':');
                write_json(one, text)?;
            }
            text.push_str(if all.is_empty() { "{}" } else { "}" });
        }
        plain => text.push_str(&plain.to_string()),
    }
    Ok(())
}
