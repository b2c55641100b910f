//! What is to be set as a value that the layout reads.

use crate::{
    article::{Article, Block, Entry, Inline, Item},
    certificate::Certificate,
    qr::Qr,
};
use typst::foundations::{Array, Dict, Str, Value};

/// The inputs of the layout of a text.
pub(crate) fn of_article(article: &Article) -> Dict {
    let mut level = 0;
    let blocks = article.blocks.iter().map(|part| block(part, &mut level));
    let whole = dict([
        ("title", text(&article.title)),
        ("running", text(&article.running)),
        ("lang", text(article.lang.tag())),
        ("subtitle", list(article.subtitle.iter().map(|line| text(line)))),
        ("contents", text(article.contents.as_deref().unwrap_or_default())),
        ("blocks", list(blocks)),
    ]);
    [(Str::from("article"), whole)].into_iter().collect()
}

/// The inputs of the layout of a certificate.
pub(crate) fn of_certificate(certificate: &Certificate, code: &Qr) -> Dict {
    let mut level = 0;
    let pair = |pair: &[String; 2]| list(pair.iter().map(|cell| text(cell)));
    let signature = |(name, side): &(String, String)| dict([("name", text(name)), ("side", text(side))]);
    let check = &certificate.check;
    let code = dict([
        ("picture", text(&code.on_paper())),
        ("alt", text(&check.alt)),
        ("href", text(&check.href)),
        ("words", text(&check.words)),
        ("shown", text(&check.shown)),
    ]);
    let whole = dict([
        ("document", text(&certificate.document)),
        ("lang", text(certificate.lang.tag())),
        ("issuer", text(&certificate.issuer)),
        ("title", text(&certificate.title)),
        ("opening", text(&certificate.opening)),
        ("holder", text(&certificate.holder)),
        ("statement", text(&certificate.statement)),
        ("course", text(&certificate.course)),
        ("lines", list(certificate.lines.iter().map(|line| text(line)))),
        ("header", pair(&certificate.header)),
        ("rows", list(certificate.rows.iter().map(pair))),
        ("signatures", list(certificate.signatures.iter().map(signature))),
        ("dated", text(&certificate.dated)),
        ("code", code),
        ("blocks", list(certificate.behind.iter().map(|part| block(part, &mut level)))),
    ]);
    [(Str::from("certificate"), whole)].into_iter().collect()
}

/// PDF/UA-1 forbids headings that skip a level (ISO 14289-1, 7.4.2): one that does is raised.
fn block(part: &Block, level: &mut u8) -> Value {
    match part {
        Block::Heading { level: wanted, text: words, anchor } => {
            *level = (*wanted).clamp(1, *level + 1);
            let level = ("level", Value::Int(i64::from(*level)));
            dict([("kind", text("heading")), level, ("text", text(words)), ("anchor", text(anchor))])
        }
        Block::Paragraph(pieces) => dict([("kind", text("paragraph")), ("text", inlines(pieces))]),
        Block::Callout(pieces) => dict([("kind", text("callout")), ("text", inlines(pieces))]),
        Block::List(entries) => dict([("kind", text("list")), ("items", items(entries))]),
        Block::Table { caption, header, rows } => {
            let cells = |row: &Vec<String>| list(row.iter().map(|cell| text(cell)));
            dict([
                ("kind", text("table")),
                ("caption", text(caption)),
                ("header", cells(header)),
                ("rows", list(rows.iter().map(cells))),
            ])
        }
        Block::Entries(entries) => dict([("kind", text("entries")), ("entries", list(entries.iter().map(entry)))]),
    }
}

fn entry(entry: &Entry) -> Value {
    dict([
        ("when", text(&entry.when)),
        ("title", text(&entry.title)),
        ("place", text(&entry.place)),
        ("text", inlines(&entry.text)),
    ])
}

fn items(entries: &[Item]) -> Value {
    list(entries.iter().map(|item| {
        let label = text(item.label.as_deref().unwrap_or_default());
        dict([("label", label), ("text", inlines(&item.text)), ("nested", items(&item.nested))])
    }))
}

fn inlines(pieces: &[Inline]) -> Value {
    list(pieces.iter().map(|piece| match piece {
        Inline::Text(words) => dict([("kind", text("text")), ("text", text(words))]),
        Inline::Strong(words) => dict([("kind", text("strong")), ("text", text(words))]),
        Inline::Emphasis(words) => dict([("kind", text("emphasis")), ("text", text(words))]),
        Inline::Link { text: words, href } => {
            dict([("kind", text("link")), ("text", text(words)), ("href", text(href))])
        }
        Inline::Note(words) => dict([("kind", text("note")), ("text", text(words))]),
    }))
}

fn text(words: &str) -> Value {
    Value::Str(Str::from(words))
}

fn list(values: impl Iterator<Item = Value>) -> Value {
    Value::Array(values.collect::<Array>())
}

fn dict<const N: usize>(entries: [(&str, Value); N]) -> Value {
    Value::Dict(entries.into_iter().map(|(key, value)| (Str::from(key), value)).collect())
}
