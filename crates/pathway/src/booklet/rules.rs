//! Pure rules on the booklet: its order, what is handed over, what its certificates cover.

use super::model::{About, Booklet, Covered, Item, Part};
use kernel::{Datelike, NaiveDate};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use typeset::{Article, Block, Inline};
use web::T;

/// The items of a part as they are read: the latest first, those without a year before them, and
/// within a year as they came.
pub fn in_order(mut items: Vec<Item>) -> Vec<Item> {
    let latest = |item: &Item| item.years.1.or(item.years.0).unwrap_or(i32::MAX);
    items.sort_by_key(|item| std::cmp::Reverse(latest(item)));
    items
}

/// Whether an item is handed over: as the person chose, and where they did not choose, as its part
/// has it at first.
pub fn handed_over(part: Part, choice: Option<bool>) -> bool {
    choice.unwrap_or(part.handed_over_at_first())
}

/// Years in figures: `2019–2021`, `2019`; empty where none is said.
pub fn years((from, until): (Option<i32>, Option<i32>)) -> String {
    match (from, until) {
        (Some(from), Some(until)) if from != until => format!("{from}–{until}"),
        (Some(year), _) | (None, Some(year)) => year.to_string(),
        (None, None) => String::new(),
    }
}

/// How the key of a year of continuing training begins.
pub const CONTINUING: &str = "continuing/";

/// Minutes of training on single days, gathered by year, the latest first.
pub fn by_year(days: impl IntoIterator<Item = (NaiveDate, u32)>) -> Vec<(i32, u32)> {
    let mut all: BTreeMap<i32, u32> = BTreeMap::new();
    for (day, minutes) in days {
        let sum = all.entry(day.year()).or_default();
        *sum = sum.saturating_add(minutes);
    }
    all.into_iter().rev().collect()
}

/// An alignment of a certificate: programme, code, name, address, and the certificate's title.
pub type Alignment = (String, String, String, String, String);

/// What certificates cover of other programmes: programme by programme, competence by competence,
/// with the certificates that cover it.
pub fn crosswalk(alignments: impl IntoIterator<Item = Alignment>) -> Vec<(String, Vec<Covered>)> {
    let mut all: BTreeMap<String, BTreeMap<(String, String), Covered>> = BTreeMap::new();
    for (framework, code, name, url, title) in alignments {
        let programme = all.entry(framework).or_default();
        let covered = programme.entry((code.clone(), name.clone())).or_insert_with(|| Covered {
            code,
            name,
            url,
            by: Vec::new(),
        });
        if !covered.by.contains(&title) {
            covered.by.push(title);
        }
    }
    all.into_iter().map(|(framework, covered)| (framework, covered.into_values().collect())).collect()
}

/// A booklet with only what is handed over; parts with nothing are left out.
pub fn to_hand_over(mut booklet: Booklet) -> Booklet {
    for (_, items) in &mut booklet.parts {
        items.retain(|item| item.chosen);
    }
    booklet.parts.retain(|(_, items)| !items.is_empty());
    let training: Vec<String> = booklet
        .parts
        .iter()
        .filter(|(part, _)| *part == Part::Training)
        .flat_map(|(_, items)| items.iter().map(|item| item.title.clone()))
        .collect();
    // What a certificate covers is said only where the certificate itself is.
    for (_, covered) in &mut booklet.crosswalk {
        covered.iter_mut().for_each(|one| one.by.retain(|title| training.contains(title)));
        covered.retain(|one| !one.by.is_empty());
    }
    booklet.crosswalk.retain(|(_, covered)| !covered.is_empty());
    booklet
}

/// The booklet on paper, as a CV.
pub fn paper(t: &T, booklet: &Booklet, dated: &str) -> Article {
    let text = |words: &str| vec![Inline::Text(words.to_owned())];
    let About { contact, text: about, .. } = &booklet.about;
    let mut blocks = Vec::new();
    blocks.extend(
        about
            .as_deref()
            .into_iter()
            .flat_map(str::lines)
            .filter(|line| !line.trim().is_empty())
            .map(|line| Block::Paragraph(text(line))),
    );
    for (part, items) in &booklet.parts {
        let heading = t.get(&format!("booklet-part-{}", part.code()));
        blocks.push(Block::Heading { level: 1, text: heading, anchor: part.code().to_owned() });
        if *part == Part::Qualification {
            blocks.push(Block::Paragraph(vec![Inline::Emphasis(t.get("booklet-qualification-note"))]));
        }
        blocks.push(Block::Entries(items.iter().map(|item| on_paper(t, item)).collect()));
    }
    if !booklet.crosswalk.is_empty() {
        let heading = t.get("booklet-crosswalk-title");
        blocks.push(Block::Heading { level: 1, text: heading, anchor: "crosswalk".to_owned() });
        for (framework, covered) in &booklet.crosswalk {
            blocks.push(Block::Table {
                caption: framework.clone(),
                header: vec![t.get("booklet-crosswalk-competence"), t.get("booklet-crosswalk-by")],
                rows: covered.iter().map(|one| vec![competence(one), one.by.join("; ")]).collect(),
            });
        }
    }
    let contact = contact.as_deref().into_iter().flat_map(str::lines).map(str::to_owned);
    Article {
        title: booklet.name.clone(),
        running: t.arg("booklet-running", "name", &booklet.name),
        lang: t.lang(),
        subtitle: std::iter::once(t.arg("booklet-paper-subtitle", "on", dated)).chain(contact).collect(),
        contents: None,
        blocks,
    }
}

fn competence(one: &Covered) -> String {
    if one.code.is_empty() { one.name.clone() } else { format!("{} {}", one.code, one.name) }
}

fn on_paper(t: &T, item: &Item) -> typeset::Entry {
    let mut text = Vec::new();
    if !item.text.is_empty() {
        text.push(Inline::Text(item.text.clone()));
    }
    if let Some(check) = &item.check {
        if !text.is_empty() {
            text.push(Inline::Text(" ".to_owned()));
        }
        text.push(Inline::Text(format!("{} ", t.get("booklet-check"))));
        let shown = check.split_once("://").map_or(check.as_str(), |(_, rest)| rest).to_owned();
        text.push(Inline::Link { text: shown, href: check.clone() });
    }
    typeset::Entry { when: item.when.clone(), title: item.title.clone(), place: item.place.clone(), text }
}

/// The booklet as data: a résumé in the shape of JSON Resume (jsonresume.org), and under
/// `allapari` what that has no place for.
pub fn data(booklet: &Booklet) -> Value {
    let items = |wanted: Part| {
        let of = booklet.parts.iter().filter(move |(part, _)| *part == wanted);
        of.flat_map(|(_, items)| items.iter()).collect::<Vec<_>>()
    };
    let year = |year: Option<i32>| year.map(|year| format!("{year:04}"));
    let role = |item: &&Item| {
        json!({"name": item.place, "position": item.title, "summary": item.text,
               "startDate": year(item.years.0), "endDate": year(item.years.1)})
    };
    let roles = items(Part::Role);
    let of_roles =
        |paid: bool| roles.iter().filter(|item| item.paid.unwrap_or(true) == paid).map(role).collect::<Vec<_>>();
    let training = |item: &&Item| json!({"name": item.title, "issuer": item.place, "date": year(item.years.1.or(item.years.0)), "url": item.check});
    let skill = |item: &&Item| json!({"name": item.title, "keywords": [], "summary": item.text});
    let own = |item: &&Item| {
        json!({"title": item.title, "place": item.place, "text": item.text,
               "from": year(item.years.0), "until": year(item.years.1)})
    };
    let (continuing, courses): (Vec<&Item>, Vec<&Item>) =
        items(Part::Training).into_iter().partition(|item| item.key.starts_with(CONTINUING));
    let list = |part: Part| items(part).iter().map(own).collect::<Vec<_>>();
    let crosswalk: BTreeMap<_, _> = booklet.crosswalk.iter().map(|(name, covered)| (name, covered)).collect();
    json!({
        "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
        "basics": {"name": booklet.name, "summary": booklet.about.text, "contact": booklet.about.contact},
        "work": of_roles(true),
        "volunteer": of_roles(false).into_iter().map(as_volunteer).collect::<Vec<_>>(),
        "certificates": courses.iter().map(training).collect::<Vec<_>>(),
        "skills": items(Part::Competence).iter().map(skill).collect::<Vec<_>>(),
        "allapari": {
            "continuing_training": continuing.iter().map(own).collect::<Vec<_>>(),
            "turning_points": list(Part::TurningPoint),
            "testimonies": list(Part::Testimony),
            "other_qualifications": list(Part::Qualification),
            "crosswalk": crosswalk,
        },
    })
}

/// JSON Resume calls the place of volunteer work its organisation.
fn as_volunteer(mut role: Value) -> Value {
    if let Some(role) = role.as_object_mut()
        && let Some(name) = role.remove("name")
    {
        role.insert("organization".to_owned(), name);
    }
    role
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn item(title: &str, years: (Option<i32>, Option<i32>), chosen: bool) -> Item {
        Item { title: title.to_owned(), years, chosen, ..Item::default() }
    }

    fn alignment(framework: &str, code: &str, title: &str) -> Alignment {
        (framework.into(), code.into(), format!("Competenza {code}"), "https://example.org".into(), title.into())
    }

    #[test]
    fn the_latest_comes_first_and_what_goes_on_before_it() {
        let items = vec![
            item("vecchio", (Some(2001), Some(2003)), true),
            item("senza anno", (None, None), true),
            item("nuovo", (Some(2020), None), true),
        ];
        let titles: Vec<_> = in_order(items).into_iter().map(|item| item.title).collect();
        assert_eq!(titles, ["senza anno", "nuovo", "vecchio"]);
    }

    #[test]
    fn what_two_certificates_cover_is_said_once() {
        let all = crosswalk([
            alignment("SAMHSA", "II", "Corso A"),
            alignment("SAMHSA", "I", "Corso A"),
            alignment("SAMHSA", "II", "Corso B"),
            alignment("NHS", "3", "Corso B"),
        ]);
        let names: Vec<_> = all.iter().map(|(name, covered)| (name.as_str(), covered.len())).collect();
        assert_eq!(names, [("NHS", 1), ("SAMHSA", 2)]);
        assert_eq!(all[1].1[1].by, ["Corso A", "Corso B"]);
    }

    proptest! {
        #[test]
        fn nothing_is_handed_over_that_was_not_chosen(
            chosen in proptest::collection::vec((0..Part::ALL.len(), any::<bool>()), 0..30),
        ) {
            let mut booklet = Booklet::default();
            for (n, (part, chosen)) in chosen.iter().enumerate() {
                booklet.parts.push((Part::ALL[*part], vec![item(&format!("voce {n}"), (None, None), *chosen)]));
            }
            booklet.crosswalk = crosswalk(chosen.iter().enumerate().map(|(n, _)| alignment("X", "1", &format!("voce {n}"))));
            let said = data(&to_hand_over(booklet)).to_string();
            for (n, (part, chosen)) in chosen.iter().enumerate() {
                let told = said.contains(&format!("\"voce {n}\""));
                prop_assert_eq!(told, *chosen, "{:?}", Part::ALL[*part]);
            }
        }
    }
}
