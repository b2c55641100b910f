//! The Document as it is set on paper: in Italian, its own language.

use crate::document::model::{Block, Document, Inline, List, Statement};
use kernel::{Datelike, Lang, NaiveDate};
use std::collections::BTreeMap;

const MONTHS: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];

/// The title of a document that has none.
const UNTITLED: &str = "Documento di consenso";

/// What is set.
pub(crate) fn article(document: &Document, label: &str, adopted_on: NaiveDate) -> typeset::Article {
    let notes: BTreeMap<u16, &str> = document.notes.iter().map(|note| (note.number, note.text.as_str())).collect();
    let mut subtitle = document.participation.clone();
    subtitle.push(format!("Versione {label}, adottata il {}", day(adopted_on)));
    let mut blocks = Vec::new();
    for section in &document.sections {
        let (text, anchor) = (section.heading.clone(), section.anchor.clone());
        blocks.push(typeset::Block::Heading { level: section.level, text, anchor });
        blocks.extend(section.blocks.iter().map(|part| block(part, &notes)));
    }
    let title = if document.title.is_empty() { UNTITLED.to_owned() } else { document.title.clone() };
    typeset::Article {
        running: format!("{UNTITLED} – versione {label}"),
        title,
        lang: Lang::It,
        subtitle,
        contents: Some("Indice".to_owned()),
        blocks,
    }
}

fn block(part: &Block, notes: &BTreeMap<u16, &str>) -> typeset::Block {
    match part {
        Block::Paragraph(statement) => typeset::Block::Paragraph(inlines(statement, notes)),
        Block::List(list) => typeset::Block::List(items(list, notes)),
    }
}

fn items(list: &List, notes: &BTreeMap<u16, &str>) -> Vec<typeset::Item> {
    let item = |item: &crate::document::Item| typeset::Item {
        label: item.label.clone(),
        text: inlines(&item.statement, notes),
        nested: items(&item.nested, notes),
    };
    list.items.iter().map(item).collect()
}

fn inlines(statement: &Statement, notes: &BTreeMap<u16, &str>) -> Vec<typeset::Inline> {
    let piece = |inline: &Inline| match inline {
        Inline::Text(text) => typeset::Inline::Text(text.clone()),
        Inline::Mark(number) => typeset::Inline::Note(notes.get(number).copied().unwrap_or_default().to_owned()),
    };
    statement.text.iter().map(piece).collect()
}

fn day(day: NaiveDate) -> String {
    let month = MONTHS.get(day.month0() as usize).copied().unwrap_or_default();
    format!("{} {month} {}", day.day(), day.year())
}

/// The day on which the text says that it was agreed on, where it says so.
pub(crate) fn adopted_on(document: &Document) -> Option<NaiveDate> {
    let statements = document.statements();
    let told = statements.iter().find_map(|statement| {
        let words = statement.words();
        let at = words.find(super::known::ADOPTION)?;
        Some(words[at + super::known::ADOPTION.len()..].to_owned())
    })?;
    let mut words = told.split_whitespace();
    let day = words.next()?.parse().ok()?;
    let month = words.next()?;
    let month = MONTHS.iter().position(|name| *name == month)?;
    let year = words.next()?.trim_matches(|c: char| !c.is_ascii_digit()).parse().ok()?;
    NaiveDate::from_ymd_opt(year, u32::try_from(month + 1).ok()?, day)
}
