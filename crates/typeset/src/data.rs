//! An article as a value that the layout reads.

use crate::article::{Article, Block, Inline, Item};
use typst::foundations::{Array, Dict, Str, Value};

/// The inputs of the layout.
pub(crate) fn inputs(article: &Article) -> Dict {
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
    }
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
