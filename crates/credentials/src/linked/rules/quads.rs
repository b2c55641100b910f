//! Statements: a document as RDF, in the one order and with the one naming of RDFC-1.0.

use crate::linked::model::{Item, Node, Unread};
use oxrdf::{
    BlankNode, Dataset, GraphName, Literal, NamedNode, NamedOrBlankNode, Quad, Term,
    dataset::{CanonicalizationAlgorithm, CanonicalizationHashAlgorithm},
};
use std::collections::HashMap;

const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const STRING: &str = "http://www.w3.org/2001/XMLSchema#string";

/// The most statements of one document.
const MOST: usize = 4000;

/// The canonical N-Quads of a document that was read.
pub(super) fn canonical(node: &Node) -> Result<String, Unread> {
    let mut written = Written::default();
    written.node(node, &GraphName::DefaultGraph);
    // It is written down as it stands: with other signs in it, it would be read as more than a language.
    let tag = |sign: u8| sign.is_ascii_alphanumeric() || sign == b'-';
    let odd = |quad: &Quad| match &quad.object {
        Term::Literal(literal) => literal.language().is_some_and(|language| !language.bytes().all(tag)),
        _ => false,
    };
    if written.quads.iter().any(odd) {
        return Err(Unread::Wrong("@language".into()));
    }
    if written.quads.len() > MOST || too_alike(&written.quads) {
        return Err(Unread::TooMuch);
    }
    let mut dataset: Dataset = written.quads.into_iter().collect();
    dataset.canonicalize(CanonicalizationAlgorithm::Rdfc10 { hash_algorithm: CanonicalizationHashAlgorithm::Sha256 });
    let mut lines: Vec<String> = dataset.iter().map(|quad| format!("{quad} .\n")).collect();
    lines.sort_unstable();
    Ok(lines.concat())
}

/// A document while it is written down.
#[derive(Default)]
struct Written {
    quads: Vec<Quad>,
    blanks: usize,
}

impl Written {
    fn blank(&mut self) -> BlankNode {
        self.blanks += 1;
        BlankNode::new_unchecked(format!("b{}", self.blanks))
    }
    fn say(&mut self, subject: &NamedOrBlankNode, predicate: &str, object: impl Into<Term>, graph: &GraphName) {
        let predicate = NamedNode::new_unchecked(predicate);
        self.quads.push(Quad::new(subject.clone(), predicate, object, graph.clone()));
    }
    /// Writes a node with all that hangs on it, and says what it is called.
    fn node(&mut self, node: &Node, graph: &GraphName) -> NamedOrBlankNode {
        let subject: NamedOrBlankNode = match &node.id {
            Some(id) => NamedNode::new_unchecked(id).into(),
            None => self.blank().into(),
        };
        for kind in &node.types {
            self.say(&subject, &format!("{RDF}type"), NamedNode::new_unchecked(kind), graph);
        }
        for (predicate, items) in &node.members {
            for item in items {
                let object = self.item(item, graph);
                self.say(&subject, predicate, object, graph);
            }
        }
        subject
    }
    fn item(&mut self, item: &Item, graph: &GraphName) -> Term {
        match item {
            Item::Node(node) => self.node(node, graph).into(),
            Item::Literal { text, datatype } if datatype == STRING => Literal::new_simple_literal(text).into(),
            Item::Literal { text, datatype } => {
                Literal::new_typed_literal(text, NamedNode::new_unchecked(datatype)).into()
            }
            Item::Spoken { text, language } => Literal::new_language_tagged_literal_unchecked(text, language).into(),
            Item::List(items) => self.list(items, graph),
            Item::Graph(node) => {
                let name = self.blank();
                self.node(node, &name.clone().into());
                name.into()
            }
        }
    }
    fn list(&mut self, items: &[Item], graph: &GraphName) -> Term {
        let nil = || Term::from(NamedNode::new_unchecked(format!("{RDF}nil")));
        let places: Vec<NamedOrBlankNode> = items.iter().map(|_| self.blank().into()).collect();
        for (at, item) in items.iter().enumerate() {
            let first = self.item(item, graph);
            let rest = places.get(at + 1).map_or_else(nil, |next| next.clone().into());
            self.say(&places[at], &format!("{RDF}first"), first, graph);
            self.say(&places[at], &format!("{RDF}rest"), rest, graph);
        }
        places.into_iter().next().map_or_else(nil, Term::from)
    }
}

/// Whether nodes without a name are so alike that telling them apart would mean to try them in
/// every order: the work grows with the factorial of a group. A document whose blank nodes form a
/// tree, as those read here do, is quick to name when no such group is large.
fn too_alike(quads: &[Quad]) -> bool {
    const GROUP: usize = 4;
    const ALL: usize = 16;
    let mut prints: HashMap<&str, Vec<String>> = HashMap::new();
    for quad in quads {
        if let NamedOrBlankNode::BlankNode(subject) = &quad.subject {
            let object = if quad.object.is_blank_node() { "_".to_owned() } else { quad.object.to_string() };
            prints.entry(subject.as_str()).or_default().push(format!("{} {object}", quad.predicate));
        }
    }
    prints.values_mut().for_each(|print| print.sort_unstable());
    let mut groups: HashMap<(&str, &str, Option<&Vec<String>>), usize> = HashMap::new();
    for quad in quads {
        if let (NamedOrBlankNode::BlankNode(subject), Term::BlankNode(object)) = (&quad.subject, &quad.object) {
            let print = prints.get(object.as_str());
            *groups.entry((subject.as_str(), quad.predicate.as_str(), print)).or_default() += 1;
        }
        if let (GraphName::BlankNode(graph), NamedOrBlankNode::BlankNode(subject)) = (&quad.graph_name, &quad.subject) {
            let print = prints.get(subject.as_str());
            groups.entry((graph.as_str(), "", print)).or_insert(0);
        }
    }
    let alike = groups.values().copied().filter(|size| *size > 1);
    alike.clone().any(|size| size > GROUP) || alike.sum::<usize>() > ALL
}
