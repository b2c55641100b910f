//! Two versions side by side.

use super::source;
use crate::document::{Comparison, Document, Kind, Piece, compare, read};
use proptest::prelude::*;

const TEXT: &str = "Documento di Consenso della prova\n\nPRIMA PARTE\n\nLa rete nasce dal basso e resta libera.\n\n\
    Il valore sta nelle persone:\n• accolgono chi arriva;\n• ascoltano senza giudizio;\n• camminano insieme.\n\n\
    SECONDA PARTE\n\nLe realtà si incontrano ogni anno in una conferenza.\n";

fn change<'a>(found: &'a Comparison, anchor: &str) -> &'a crate::document::Change {
    let has = |c: &&crate::document::Change| {
        c.new_anchor.as_deref() == Some(anchor) || c.old_anchor.as_deref() == Some(anchor)
    };
    found.changes.iter().find(has).expect(anchor)
}

#[test]
fn words_that_changed_are_told_apart() {
    let old = read(TEXT).document;
    let new =
        read(&TEXT.replace("senza giudizio", "con rispetto e senza giudizio").replace("• camminano insieme.\n", ""))
            .document;
    let found = compare(&old, &new);
    let listening = change(&found, "prima-parte.ascoltano-con-rispetto-e-senza");
    assert_eq!(listening.kind, Kind::Changed);
    let (both, new) = (|w: &str| Piece::Both(w.into()), |w: &str| Piece::New(w.into()));
    assert_eq!(listening.pieces, [both("ascoltano "), new("con rispetto e "), both("senza giudizio;")]);
    assert_eq!(change(&found, "prima-parte.camminano-insieme").kind, Kind::Removed);
    assert_eq!((found.count(Kind::Added), found.moved()), (0, 0));
}

#[test]
fn a_statement_that_moved_is_not_gone() {
    let old = read(TEXT).document;
    let new = read(
        &TEXT.replace("• accolgono chi arriva;\n", "").replace("• camminano", "• accolgono chi arriva;\n• camminano"),
    )
    .document;
    let found = compare(&old, &new);
    assert_eq!((found.count(Kind::Added), found.count(Kind::Removed), found.moved()), (0, 0, 1));
    assert!(!found.is_same());
}

#[test]
fn what_shares_nothing_but_small_words_is_not_the_same_passage() {
    let of = |words: &str| read(&format!("Documento di prova\n\nPARTE\n\n{words}\n")).document;
    let old = of("La rete è di chi la fa e non di chi la usa per sé.");
    let new = of("La banca è di chi la apre e non di chi la vede da fuori.");
    let found = compare(&old, &new);
    assert_eq!((found.count(Kind::Changed), found.count(Kind::Added), found.count(Kind::Removed)), (0, 1, 1));
}

#[test]
fn the_real_document_with_one_statement_changed_differs_in_one() {
    let Some(text) = source() else { return };
    let old = read(&text).document;
    let new = read(&text.replace("operatori che conoscono il candidato", "operatori che conoscono bene il candidato"))
        .document;
    let found = compare(&old, &new);
    assert_eq!((found.count(Kind::Changed), found.count(Kind::Added), found.count(Kind::Removed)), (1, 0, 0));
    assert!(compare(&old, &old).is_same());
}

fn text() -> impl Strategy<Value = Vec<Vec<String>>> {
    prop::collection::vec(prop::collection::vec("(rete|pari|carta|luogo|tempo|ponte|voce|cura)", 1..9), 0..14)
}

fn document(paragraphs: &[Vec<String>]) -> Document {
    let body: Vec<String> = paragraphs.iter().map(|words| format!("Si dice {}.\n\n", words.join(" "))).collect();
    read(&format!("Documento di Consenso\n\nPARTE\n\n{}", body.concat())).document
}

/// The words of one side, as they can be put together from the pieces.
fn side(found: &Comparison, new: bool) -> Vec<String> {
    let one = |pieces: &[Piece]| {
        let words = pieces.iter().filter_map(|piece| match piece {
            Piece::Both(words) => Some(words.as_str()),
            Piece::Old(words) => (!new).then_some(words.as_str()),
            Piece::New(words) => new.then_some(words.as_str()),
        });
        words.collect::<String>()
    };
    let here = |c: &&crate::document::Change| if new { c.new_anchor.is_some() } else { c.old_anchor.is_some() };
    found.changes.iter().filter(here).map(|c| one(&c.pieces)).collect()
}

fn texts(document: &Document) -> Vec<String> {
    let mut all = vec![document.title.clone()];
    all.extend(document.sections.iter().map(|s| s.heading.clone()));
    all.extend(document.statements().iter().map(|s| s.words()));
    all
}

proptest! {
    #[test]
    fn a_version_is_the_same_as_itself(one in text()) {
        prop_assert!(compare(&document(&one), &document(&one)).is_same());
    }

    #[test]
    fn both_versions_can_be_put_together_from_the_comparison(one in text(), two in text()) {
        let (old, new) = (document(&one), document(&two));
        let found = compare(&old, &new);
        prop_assert_eq!(side(&found, true), texts(&new));
        let (mut given, mut told) = (texts(&old), side(&found, false));
        given.sort();
        told.sort();
        prop_assert_eq!(told, given);
    }

    #[test]
    fn what_is_added_one_way_is_removed_the_other(one in text(), two in text()) {
        let (there, back) = (compare(&document(&one), &document(&two)), compare(&document(&two), &document(&one)));
        prop_assert_eq!(there.count(Kind::Kept), back.count(Kind::Kept));
        prop_assert_eq!(there.is_same(), back.is_same());
    }
}
