//! Articles on paper.

use super::*;
use kernel::Lang;

fn words(text: &str) -> Vec<Inline> {
    vec![Inline::Text(text.into())]
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading { level, text: text.into(), anchor: kernel::slug(text) }
}

fn whole() -> Article {
    let nested = vec![Item { text: words("dentro"), ..Item::default() }];
    Article {
        title: "Una prova, «alla pari»".into(),
        running: "Una prova".into(),
        lang: Lang::It,
        subtitle: vec!["Hanno partecipato in molti.".into()],
        contents: Some("Indice".into()),
        blocks: vec![
            heading(1, "Prima parte"),
            Block::Paragraph(vec![
                Inline::Text("Parole con una nota.".into()),
                Inline::Note("https://esempio.it/una/nota".into()),
                Inline::Strong("forte".into()),
                Inline::Emphasis("piano".into()),
                Inline::Link { text: "qui".into(), href: "https://esempio.it".into() },
            ]),
            heading(4, "Un titolo che salta"),
            Block::List(vec![Item { text: words("uno"), nested, ..Item::default() }]),
            Block::List(vec![Item { label: Some("a)".into()), text: words("con lettera"), ..Item::default() }]),
            Block::Callout(words("Da ricordare.")),
            Block::Table {
                caption: "Tavola".into(),
                header: vec!["Che cosa".into(), "Quanto".into()],
                rows: vec![vec!["ore".into(), "12".into()]],
            },
        ],
    }
}

fn contains(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

#[test]
fn every_part_is_set_and_the_pdf_says_what_it_keeps_to() {
    let bytes = pdf(&whole()).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7"));
    for sign in ["pdfuaid:part", "/Lang", "/MarkInfo", "/StructTreeRoot", "/Outlines"] {
        assert!(contains(&bytes, sign), "{sign}");
    }
}

#[test]
fn the_same_article_gives_the_same_bytes() {
    assert_eq!(pdf(&whole()).unwrap(), pdf(&whole()).unwrap());
}

#[test]
fn what_a_person_wrote_is_never_markup() {
    let wild = "#panic(\"no\") = titolo \\ *forte* _piano_ $x$ @cit <etichetta> `codice` // resto /* \u{1d43} ]";
    let mut article = whole();
    article.title = wild.into();
    article.blocks.push(Block::Paragraph(words(wild)));
    article.blocks.push(Block::Paragraph(vec![Inline::Note(wild.into())]));
    article.blocks.push(heading(2, wild));
    pdf(&article).unwrap();
}

#[test]
fn an_article_that_cannot_be_set_says_why() {
    let mut article = whole();
    article.title = String::new();
    article.blocks.clear();
    let fault = pdf(&article).unwrap_err();
    assert!(fault.to_string().contains("title"), "{fault}");
}
