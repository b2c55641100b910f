//! The fourth pass: addresses.

use crate::document::model::Document;
use kernel::{fold, slug};
use std::collections::BTreeMap;

/// How many words of a heading or a statement make its address.
const WORDS: usize = 5;

/// Gives every section and statement its address. What stands under a heading of ours is
/// addressed by the last heading of the source, so that a heading added later moves no address.
pub(super) fn name(document: &mut Document) {
    let mut sections = Used::default();
    let mut statements = Used::default();
    let mut source = String::new();
    for section in &mut document.sections {
        section.anchor = sections.unique(beginning(&section.heading));
        if !section.supplied || source.is_empty() {
            source.clone_from(&section.anchor);
        }
        for statement in section.blocks.iter_mut().flat_map(|block| block.statements_mut()) {
            statement.anchor = statements.unique(format!("{source}.{}", beginning(&statement.words())));
        }
    }
}

/// The slug of the first words, as folding tells words apart: "L’esperto in supporto tra pari"
/// begins with `l-esperto-in-supporto-tra`.
fn beginning(text: &str) -> String {
    slug(&fold(text).split(' ').take(WORDS).collect::<Vec<_>>().join(" "))
}

#[derive(Default)]
struct Used(BTreeMap<String, usize>);

impl Used {
    /// The address itself, or with `-2`, `-3` … when it was used before.
    fn unique(&mut self, address: String) -> String {
        let times = self.0.entry(address.clone()).and_modify(|times| *times += 1).or_insert(1);
        let found = if *times == 1 { return address } else { format!("{address}-{times}") };
        // "a-2" may be the beginning of another statement: then that one counts as used.
        self.0.entry(found.clone()).or_insert(1);
        found
    }
}
