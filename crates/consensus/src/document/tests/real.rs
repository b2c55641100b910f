//! The real Document: what is known of it is found in it, and nothing is lost.

use super::source;
use crate::document::{Document, FurnitureKind, List, Section, read, to_plain_text};
use std::collections::BTreeMap;

fn document() -> Option<Document> {
    source().map(|text| read(&text).document)
}

/// The list that follows the paragraph that begins so.
fn list_after<'a>(section: &'a Section, begins: &str) -> &'a List {
    let lists = section.lists();
    lists.iter().find(|(lead, _)| lead.is_some_and(|l| l.words().starts_with(begins))).expect(begins).1
}

#[test]
fn the_five_groups_have_their_outcomes() {
    let Some(document) = document() else { return };
    let section = document.section("la-professionalizzazione-dell-esperto-in").unwrap();
    let groups = ["Per gli operatori", "Per gli utenti", "Per gli esperti", "Per il Dipartimento", "Per la Comunità"];
    let sizes: Vec<usize> = groups.iter().map(|begins| list_after(section, begins).items.len()).collect();
    assert_eq!(sizes, [5, 5, 1, 4, 3]);
    assert_eq!(
        list_after(section, "La professionalizzazione dell’esperto in supporto tra pari può favorire").items.len(),
        4
    );
    let guidelines = &list_after(section, "A supporto del riconoscimento").items[1];
    assert_eq!(guidelines.nested.items.len(), 4);
}

#[test]
fn the_traits_the_motivations_and_the_values_are_all_there() {
    let Some(document) = document() else { return };
    let traits = document.section("gli-elementi-che-caratterizzano-l").unwrap();
    assert_eq!(list_after(traits, "L’esperto in supporto tra pari:").items.len(), 11);
    let motivations = document.section("le-motivazioni-per-diventare-esperto").unwrap();
    assert_eq!(list_after(motivations, "Esiste una pluralità").items.len(), 6);
    let value = document.section("il-valore-del-sapere-esperienziale").unwrap();
    assert_eq!(list_after(value, "Il sapere esperienziale è il valore").items.len(), 9);
}

#[test]
fn selection_and_training_are_all_there() {
    let Some(document) = document() else { return };
    let selection = document.section("la-selezione").unwrap();
    assert_eq!(list_after(selection, "Si colloca in continuità").items.len(), 7);
    assert_eq!(list_after(selection, "Le principali provenienze").items.len(), 3);
    let training = document.section("la-formazione").unwrap();
    assert_eq!(list_after(training, "La formazione, nelle sue varie").items.len(), 8);
    assert_eq!(list_after(training, "Le principali indicazioni").items.len(), 5);
    let kinds = list_after(training, "I percorsi formativi");
    let labels: Vec<_> = kinds.items.iter().map(|item| item.label.as_deref()).collect();
    assert_eq!(labels, [Some("a)"), Some("b)")]);
}

#[test]
fn the_introduction_lists_eleven_points_one_of_two_parts() {
    let Some(document) = document() else { return };
    let lists = document.sections[0].lists();
    let themes = lists.last().unwrap().1;
    assert_eq!(themes.items.len(), 11);
    let parts: Vec<_> = themes.items[3].nested.items.iter().map(|item| item.statement.words()).collect();
    assert_eq!(parts, ["La selezione", "La formazione"]);
}

#[test]
fn sections_stand_in_their_order() {
    let Some(document) = document() else { return };
    let sections: Vec<String> =
        document.sections.iter().map(|s| format!("{} {}", "#".repeat(s.level.into()), s.heading)).collect();
    insta::assert_snapshot!(sections.join("\n"));
    assert!(document.title.starts_with("Documento di Consenso della 1ᵃ Conferenza nazionale"));
    assert_eq!(document.participation.len(), 2);
}

#[test]
fn twenty_notes_are_marked_each_once_and_in_order() {
    let Some(document) = document() else { return };
    let numbers: Vec<u16> = document.notes.iter().map(|note| note.number).collect();
    let marks: Vec<u16> = document.statements().iter().flat_map(|s| s.marks().collect::<Vec<_>>()).collect();
    assert_eq!(numbers, (1..=20).collect::<Vec<u16>>());
    assert_eq!(marks, numbers);
    let mark_of = |anchor: &str| {
        document
            .section(anchor)
            .unwrap()
            .statements()
            .iter()
            .flat_map(|s| s.marks().collect::<Vec<_>>())
            .collect::<Vec<_>>()
    };
    assert_eq!(mark_of("peer-workers-in-nuova-zelanda"), [5, 6, 7]);
    assert_eq!(mark_of("scozia"), [14, 15]);
    assert!(document.notes[16].text.contains("evidence and experience. World Psychiatry"));
}

#[test]
fn addresses_are_unique_and_always_the_same() {
    let Some(document) = document() else { return };
    let anchors: Vec<&str> = document.statements().iter().map(|s| s.anchor.as_str()).collect();
    let mut unique = anchors.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), anchors.len());
    insta::assert_snapshot!(anchors.join("\n"));
}

/// Words and numbers, in the way of a bag: how often each stands.
fn bag<'a>(texts: impl IntoIterator<Item = &'a str>) -> BTreeMap<String, i32> {
    let mut bag = BTreeMap::new();
    for text in texts {
        // A mark glued to a word ("Salute.5Esiste") is a word of its own.
        let apart = |c: char| !c.is_alphanumeric();
        for word in kernel::fold(text).split(apart).filter(|word| !word.is_empty()) {
            for piece in digits_apart(word) {
                *bag.entry(piece).or_insert(0) += 1;
            }
        }
    }
    bag
}

fn digits_apart(word: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for c in word.chars() {
        match pieces.last_mut() {
            Some(piece) if piece.ends_with(|l: char| l.is_ascii_digit()) == c.is_ascii_digit() => piece.push(c),
            _ => pieces.push(c.to_string()),
        }
    }
    pieces
}

#[test]
fn no_word_is_lost_or_doubled() {
    let Some(text) = source() else { return };
    let reading = read(&text);
    let document = &reading.document;
    let mut found: Vec<String> = vec![document.title.clone()];
    found.extend(document.participation.iter().cloned());
    found.extend(document.sections.iter().filter(|s| !s.supplied).map(|s| s.heading.clone()));
    for statement in document.statements() {
        found.push(statement.words());
        found.extend(statement.marks().map(|mark| mark.to_string()));
    }
    let labels = document.sections.iter().flat_map(Section::lists).flat_map(|(_, list)| &list.items);
    found.extend(labels.filter_map(|item| item.label.clone()));
    found.extend(document.notes.iter().map(|note| format!("{} {}", note.number, note.text)));
    found.extend(reading.furniture.iter().map(|piece| piece.text.clone()));
    // A word broken over two lines keeps its hyphen here, which parts it in two in both bags.
    let (given, found) = (bag([text.as_str()]), bag(found.iter().map(String::as_str)));
    let all: std::collections::BTreeSet<&String> = given.keys().chain(found.keys()).collect();
    let differs: Vec<_> =
        all.into_iter().filter(|w| given.get(*w) != found.get(*w)).map(|w| (w, given.get(w), found.get(w))).collect();
    assert!(differs.is_empty(), "{differs:?}");
}

#[test]
fn what_is_left_out_is_known() {
    let Some(text) = source() else { return };
    let reading = read(&text);
    let left_out: Vec<_> = reading.furniture.iter().map(|f| (f.kind, f.text.as_str())).collect();
    assert_eq!(
        left_out,
        [
            (FurnitureKind::PageNumber, "6"),
            (
                FurnitureKind::RunningTitle,
                "DOCUMENTO DI CONSENSO DELLA 1ᵃ CONFERENZA NAZIONALE UTENTI E FAMILIARI ESPERTI IN SUPPORTO TRA PARI IN SALUTE MENTALE"
            ),
            (
                FurnitureKind::RunningTitle,
                "Hanno partecipato 43 realtà attive nella pratica del supporto tra pari in 11 regioni italiane."
            ),
            (FurnitureKind::PageNumber, "13"),
        ]
    );
    assert!(reading.doubts.is_empty(), "{:?}", reading.doubts);
}

#[test]
fn the_plain_text_has_every_statement() {
    let Some(document) = document() else { return };
    let plain = to_plain_text(&document, "Note");
    assert!(
        plain.lines().all(|line| line.chars().count() <= 78 || !line.trim().contains(' ') || line.contains("http"))
    );
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>().join(" ");
    let whole = words(&plain);
    for statement in document.statements() {
        let first = statement.words();
        let start: String = first.chars().take(60).collect();
        assert!(whole.contains(&words(&start)), "{start}");
    }
}
