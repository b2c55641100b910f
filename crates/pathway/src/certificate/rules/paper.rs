//! A certificate as it is set on paper.

use credentials::facade::NewCredential;
use typeset::{Block, Check, Inline};
use web::T;

/// The certificate of a record, to be checked at `href`. Nothing is read but the record, so that
/// the paper says what the signed forms say.
pub fn paper(t: &T, record: &NewCredential, href: &str) -> typeset::Certificate {
    let args = [("name", record.holder_name.clone().into()), ("course", record.title.clone().into())];
    let part = |code: &str| t.get(&format!("certificate-part-{code}"));
    let mut rows: Vec<[String; 2]> =
        record.minutes.iter().map(|(code, minutes)| [part(code), t.length(*minutes)]).collect();
    if rows.len() > 1 {
        rows.push([t.get("certificate-paper-total"), t.length(record.total_minutes())]);
    }
    let period = [("from", t.date(record.from).into()), ("to", t.date(record.to).into())];
    let side = |code: &str| t.get(&format!("certificate-side-{code}"));
    typeset::Certificate {
        document: t.args("certificate-paper-document", &args),
        lang: t.lang(),
        issuer: record.issuer_name.clone(),
        title: t.get("certificate-paper-title"),
        opening: t.get("certificate-paper-opening"),
        holder: record.holder_name.clone(),
        statement: t.get("certificate-paper-statement"),
        course: record.title.clone(),
        lines: vec![t.args("certificate-paper-period", &period)],
        header: [t.get("certificate-paper-part"), t.get("certificate-paper-hours")],
        rows,
        signatures: record.signed_by.iter().map(|(name, code)| (name.clone(), side(code))).collect(),
        dated: t.arg("certificate-paper-dated", "on", t.date(record.issued_on)),
        check: Check {
            href: href.to_owned(),
            alt: t.arg("certificate-paper-code", "address", href),
            words: t.get("certificate-paper-check"),
            shown: href.split_once("://").map_or(href, |(_, rest)| rest).to_owned(),
        },
        behind: behind(t, record),
    }
}

fn behind(t: &T, record: &NewCredential) -> Vec<Block> {
    let paragraphs = |words: &str| {
        let lines = words.lines().filter(|line| !line.trim().is_empty());
        lines.map(|line| Block::Paragraph(vec![Inline::Text(line.to_owned())])).collect::<Vec<_>>()
    };
    let heading = |key: &str| Block::Heading { level: 1, text: t.get(key), anchor: key.to_owned() };
    let mut blocks = vec![heading("certificate-paper-learning")];
    blocks.extend(paragraphs(&record.description));
    blocks.push(heading("certificate-paper-criteria"));
    blocks.extend(paragraphs(&record.criteria));
    if !record.alignments.is_empty() {
        blocks.push(heading("certificate-paper-alignments"));
        let competence = |one: &credentials::facade::Alignment| {
            let name = format!("{} {}", one.code, one.name).trim().to_owned();
            let named = if one.url.is_empty() {
                Inline::Text(name)
            } else {
                Inline::Link { text: name, href: one.url.clone() }
            };
            typeset::Item {
                text: vec![Inline::Text(format!("{}: ", one.framework)), named],
                ..typeset::Item::default()
            }
        };
        blocks.push(Block::List(record.alignments.iter().map(competence).collect()));
    }
    blocks
}
