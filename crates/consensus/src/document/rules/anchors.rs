//! The fourth pass: addresses.

use crate::document::model::{Document, Statement};
use kernel::fold;
use std::collections::{BTreeMap, BTreeSet};

/// How many words of a heading or a statement make its address, unless others begin alike.
const WORDS: usize = 5;

/// How long an address may grow, in characters: an index of the database has to hold it.
const LONGEST: usize = 200;

/// Gives every section and statement its address. What stands under a heading of ours is
/// addressed by the last heading of the source, so that a heading added later moves no address.
pub(super) fn name(document: &mut Document) {
    let headings: Vec<String> = document.sections.iter().map(|section| fold(&section.heading)).collect();
    for (section, address) in document.sections.iter_mut().zip(addresses(&headings)) {
        section.anchor = address;
    }
    for (source, statements) in by_source(document) {
        let texts: Vec<String> = statements.iter().map(|statement| fold(&statement.words())).collect();
        for (statement, address) in statements.into_iter().zip(addresses(&texts)) {
            statement.anchor = format!("{source}.{address}");
        }
    }
}

/// The statements in order, by the address of the last heading of the source.
fn by_source(document: &mut Document) -> BTreeMap<String, Vec<&mut Statement>> {
    let mut found: BTreeMap<String, Vec<&mut Statement>> = BTreeMap::new();
    let mut source = String::new();
    for section in &mut document.sections {
        if !section.supplied || source.is_empty() {
            source.clone_from(&section.anchor);
        }
        let statements = section.blocks.iter_mut().flat_map(|block| block.statements_mut());
        found.entry(source.clone()).or_default().extend(statements);
    }
    found
}

/// The addresses of folded texts that stand together, each another one: "L’esperto in supporto tra
/// pari" begins with `l-esperto-in-supporto-tra`. Where several begin alike all take more words,
/// until they differ: which comes first does not matter, and none stands for another once that is gone.
fn addresses(texts: &[String]) -> Vec<String> {
    let texts: Vec<Vec<&str>> = texts.iter().map(|text| text.split(' ').collect()).collect();
    let mut alike: BTreeMap<&[&str], Vec<&[&str]>> = BTreeMap::new();
    for text in &texts {
        alike.entry(start(text, WORDS)).or_default().push(text);
    }
    let needed: BTreeMap<&[&str], usize> = alike.into_iter().map(|(begin, texts)| (begin, telling(texts))).collect();
    let found = texts.iter().map(|text| {
        let words = needed.get(start(text, WORDS)).copied().unwrap_or(WORDS);
        joined(start(text, words))
    });
    numbered(found.collect())
}

/// The first words of a text, or all it has.
fn start<'a, 'b>(text: &'a [&'b str], words: usize) -> &'a [&'b str] {
    &text[..words.min(text.len())]
}

/// How many words tell these texts apart, as far as they differ at all.
fn telling(mut texts: Vec<&[&str]>) -> usize {
    texts.sort_unstable();
    texts.dedup();
    let shared = |pair: &[&[&str]]| pair[0].iter().zip(pair[1]).take_while(|(one, other)| one == other).count();
    texts.windows(2).map(|pair| shared(pair) + 1).max().unwrap_or(WORDS).max(WORDS)
}

fn joined(words: &[&str]) -> String {
    let address: String = words.join("-").chars().take(LONGEST).collect();
    address.trim_end_matches('-').to_owned()
}

/// The addresses themselves; where texts are the same to the end of their address, the second and
/// those after it have the next number that makes no other's address.
fn numbered(addresses: Vec<String>) -> Vec<String> {
    let mut taken: BTreeSet<String> = addresses.iter().cloned().collect();
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    let one = |address: String| {
        let times = times.entry(address.clone()).or_insert(0);
        *times += 1;
        if *times == 1 {
            return address;
        }
        loop {
            let found = format!("{address}-{times}");
            if taken.insert(found.clone()) {
                return found;
            }
            *times += 1;
        }
    };
    addresses.into_iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(texts: &[&str]) -> Vec<String> {
        addresses(&texts.iter().map(|text| fold(text)).collect::<Vec<_>>())
    }

    #[test]
    fn those_that_begin_alike_take_more_words() {
        let favours = "La cura tra pari in rete può favorire il dialogo";
        let risks = "La cura tra pari in rete può comportare un rischio";
        let found = ["la-cura-tra-pari-in-rete-puo-favorire", "la-cura-tra-pari-in-rete-puo-comportare"];
        assert_eq!(of(&[favours, "Altro", risks]), [found[0], "altro", found[1]]);
        assert_eq!(of(&[risks, favours]), [found[1], found[0]]);
        assert_eq!(
            of(&["Uno due tre quattro cinque", "Uno due tre quattro cinque sei"]).last().unwrap(),
            "uno-due-tre-quattro-cinque-sei"
        );
    }

    #[test]
    fn a_number_is_never_the_address_of_another() {
        assert_eq!(of(&["Fase 2", "Fase", "Fase"]), ["fase-2", "fase", "fase-3"]);
        assert_eq!(of(&["Fase", "Fase", "Fase 2", "Fase"]), ["fase", "fase-3", "fase-2", "fase-4"]);
    }

    #[test]
    fn an_address_has_an_end() {
        let long = "parola ".repeat(5000);
        let both = of(&[&format!("{long} uno"), &format!("{long} due")]);
        assert!(both.iter().all(|address| address.len() <= LONGEST + 2) && both[0] != both[1]);
    }

    fn texts() -> impl Strategy<Value = Vec<String>> {
        let text = prop::collection::vec("(rete|pari|cura|2|3)", 1..9).prop_map(|words| words.join(" "));
        prop::collection::vec(text, 1..12)
    }

    proptest! {
        #[test]
        fn every_address_is_another(texts in texts()) {
            let unique: BTreeSet<String> = addresses(&texts).into_iter().collect();
            prop_assert_eq!(unique.len(), texts.len());
        }

        #[test]
        fn a_neighbour_that_begins_otherwise_moves_no_address(texts in texts(), at in any::<prop::sample::Index>()) {
            let at = at.index(texts.len());
            let begin = |text: &str| text.split(' ').take(WORDS).collect::<Vec<_>>().join(" ");
            let alone = texts.iter().filter(|text| begin(text) == begin(&texts[at])).count() == 1;
            // Numbers are for texts that are the same: of these there are none here.
            let same = texts.iter().collect::<BTreeSet<_>>().len() < texts.len();
            if alone && !same {
                let before = addresses(&texts);
                let mut changed = texts.clone();
                changed[at] = "tutt altra cosa".to_owned();
                let after = addresses(&changed);
                let mut others = (0..texts.len()).filter(|place| *place != at);
                prop_assert!(others.all(|place| before[place] == after[place]));
                changed.remove(at);
                let fewer = addresses(&changed);
                let kept: Vec<String> = before.into_iter().enumerate().filter(|(place, _)| *place != at).map(|(_, a)| a).collect();
                prop_assert_eq!(fewer, kept);
            }
        }

        #[test]
        fn the_order_of_different_texts_does_not_matter(texts in texts()) {
            let different: Vec<String> = texts.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
            let mut turned: Vec<String> = different.iter().rev().cloned().collect();
            let mut found = addresses(&turned);
            found.reverse();
            turned.reverse();
            prop_assert_eq!(found, addresses(&turned));
        }
    }
}
