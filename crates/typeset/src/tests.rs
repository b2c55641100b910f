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

fn certificate() -> Certificate {
    Certificate {
        document: "Attestato di Ada Zanin: Formazione di base".into(),
        lang: Lang::It,
        issuer: "Dipartimento di salute mentale di Trento".into(),
        title: "Attestato".into(),
        opening: "Si attesta che".into(),
        holder: "Ada Zanin".into(),
        statement: "ha concluso il percorso formativo".into(),
        course: "Formazione per persone esperte in supporto tra pari".into(),
        lines: vec!["dal 9 gennaio al 18 dicembre 2026, per 330 ore".into()],
        header: ["Parte".into(), "Ore".into()],
        rows: vec![
            ["Teoria".into(), "200".into()],
            ["Tirocinio".into(), "100".into()],
            ["Affiancamento".into(), "30".into()],
        ],
        signatures: vec![
            ("Bruno Rossi".into(), "persona esperta".into()),
            ("Carla Bianchi".into(), "operatrice".into()),
        ],
        dated: "20 dicembre 2026".into(),
        check: Check {
            href: "https://allapari.example.it/verifica/7KQM-2RTX-9WPD".into(),
            alt: "Codice QR che porta alla verifica di questo attestato".into(),
            words: "Chiunque può verificarlo qui, senza registrarsi:".into(),
            shown: "allapari.example.it/verifica/7KQM-2RTX-9WPD".into(),
        },
        behind: vec![
            heading(1, "Che cosa comprende"),
            Block::Paragraph(words("Ascolto attivo, gruppi di pari, diritti.")),
            Block::Entries(vec![Entry { when: "2026".into(), title: "Stage".into(), ..Entry::default() }]),
        ],
    }
}

#[test]
fn a_certificate_is_tagged_and_its_picture_has_words() {
    let bytes = certificate_pdf(&certificate()).unwrap();
    for sign in ["pdfuaid:part", "/Lang", "/MarkInfo", "/StructTreeRoot", "/Figure", "/Alt", "/Table"] {
        assert!(contains(&bytes, sign), "{sign}");
    }
    assert_eq!(pages(&bytes), 2);
    assert_eq!(bytes, certificate_pdf(&certificate()).unwrap());
}

/// How many pages a PDF has.
fn pages(bytes: &[u8]) -> usize {
    let text = String::from_utf8_lossy(bytes);
    text.matches("/Type /Page\n").count() + text.matches("/Type/Page\n").count() + text.matches("/Type/Page/").count()
}

#[test]
fn long_names_stay_on_the_page() {
    let mut long = certificate();
    long.holder = "Maria Immacolata Concetta De Benedictis in Castellani della Torre di Valsassina".into();
    long.course = "Percorso di formazione di base e specialistico per persone esperte in supporto tra pari nella salute mentale di comunità".into();
    long.issuer =
        "Azienda sanitaria universitaria integrata – Dipartimento di salute mentale e delle dipendenze patologiche"
            .into();
    long.behind.clear();
    assert_eq!(pages(&certificate_pdf(&long).unwrap()), 1);
}

#[test]
fn what_a_person_wrote_on_a_certificate_is_never_markup() {
    let mut wild = certificate();
    wild.holder = "#panic(\"no\") = titolo \\ *forte* $x$ @cit <etichetta> `codice` // resto".into();
    certificate_pdf(&wild).unwrap();
    wild.check.href = "x".repeat(9000);
    assert!(certificate_pdf(&wild).is_err());
}

#[test]
fn a_picture_for_a_phone_has_words_for_who_does_not_see_it() {
    let code = Qr::of("https://allapari.example.it/verifica/7KQM").unwrap();
    let svg = code.svg("Porta alla verifica di \"A & B\"");
    assert!(svg.contains("aria-label=\"Porta alla verifica di &quot;A &amp; B&quot;\""), "{svg}");
    assert!(!svg.contains("style="));
    assert!(code.svg("").contains("aria-hidden"));
}
