//! From a file to drafts: what its columns mean, and what is wrong row by row.

mod read;
mod write;

pub(crate) use read::table;
pub(crate) use write::{Saved, csv, xlsx};

use super::model::{Fate, Line, Problem, Table};
use crate::organisation::{
    model::{Field, Organisation, StoredSheet},
    rules::{Difference, Draft, check, differences},
    store::identity,
};
use kernel::{NaiveDate, fold};
use std::collections::HashMap;

/// What people call a column, folded, beside the field's own code.
const fn words(field: Field) -> &'static [&'static str] {
    match field {
        Field::Name => &["nome", "denominazione", "realta", "organisation", "organization", "organizzazione", "ente"],
        Field::Kind => &["tipo", "tipologia", "type", "natura"],
        Field::Town => &["citta", "comune", "localita", "city", "sede", "luogo"],
        Field::Province => &["provincia", "prov", "sigla", "sigla provincia"],
        Field::Territory => &["regione", "territorio", "territory", "regione o provincia autonoma"],
        Field::Address => &["indirizzo", "via", "street"],
        Field::Email => &["e mail", "mail", "posta", "posta elettronica", "indirizzo mail", "indirizzo email"],
        Field::Phone => &["telefono", "tel", "telephone", "cellulare", "recapito"],
        Field::Website => &["sito", "sito web", "web", "site", "url", "sito internet"],
        Field::Lead => &["guidata da esperti", "esperti", "led by", "formata o guidata da esperti"],
        Field::Stage => &["fase", "stadio", "a che punto e", "maturita"],
        Field::Activities => &["attivita", "che cosa fa", "cosa fa", "descrizione", "description", "what it does"],
        Field::UserVolunteer => &["utenti esperti volontari", "esperti utenti volontari", "user experts volunteers"],
        Field::UserPartTime => &[
            "utenti esperti part time",
            "esperti utenti part time",
            "utenti esperti tempo parziale",
            "user experts part time",
        ],
        Field::UserFullTime => &[
            "utenti esperti full time",
            "esperti utenti full time",
            "utenti esperti tempo pieno",
            "user experts full time",
        ],
        Field::FamilyVolunteer => {
            &["familiari esperti volontari", "esperti familiari volontari", "family experts volunteers"]
        }
        Field::FamilyPartTime => &[
            "familiari esperti part time",
            "esperti familiari part time",
            "familiari esperti tempo parziale",
            "family experts part time",
        ],
        Field::FamilyFullTime => &[
            "familiari esperti full time",
            "esperti familiari full time",
            "familiari esperti tempo pieno",
            "family experts full time",
        ],
        Field::FiguresOn => &["data dei numeri", "data", "numeri al", "date", "figures date", "dati al"],
    }
}

/// Columns that our own files have and that say nothing to read in.
const OURS: [&str; 6] = ["id", "state", "stato", "page", "pagina", "slug"];

/// The fields that a file must have a column for.
const NEEDED: [Field; 4] = [Field::Name, Field::Kind, Field::Town, Field::Province];

/// The field that a heading means.
fn meaning(heading: &str) -> Option<Field> {
    let wanted = fold(heading);
    let means = |field: &Field| fold(field.code()) == wanted || words(*field).contains(&wanted.as_str());
    Field::ALL.into_iter().find(means)
}

/// The columns that mean something: their field and their place.
struct Columns(Vec<(Field, usize)>);

/// What the headings mean, with a notice for each that means nothing.
fn columns(table: &Table) -> Result<(Columns, Vec<Problem>), Vec<Problem>> {
    let (mut known, mut notices, mut problems) = (Vec::new(), Vec::new(), Vec::new());
    for (place, heading) in table.header.iter().enumerate() {
        match meaning(heading) {
            Some(field) if known.iter().any(|(other, _)| *other == field) => {
                problems.push(at(1, heading, "transfer-column-twice").with("heading", heading));
            }
            Some(field) => known.push((field, place)),
            None if heading.trim().is_empty() || OURS.contains(&fold(heading).as_str()) => {}
            None => notices.push(at(1, heading, "transfer-column-unknown").with("heading", heading)),
        }
    }
    let found = table.header.iter().filter(|h| !h.trim().is_empty()).cloned().collect::<Vec<_>>().join(", ");
    let missing = NEEDED.iter().filter(|field| !known.iter().any(|(other, _)| other == *field));
    problems.extend(missing.map(|field| {
        Problem::row(1, "transfer-column-missing").with("column", field.code()).with("found", cut(&found))
    }));
    if problems.is_empty() { Ok((Columns(known), notices)) } else { Err(problems) }
}

/// A list of headings, short enough to be read.
fn cut(text: &str) -> String {
    if text.chars().count() > 200 { text.chars().take(199).chain(['…']).collect() } else { text.to_owned() }
}

fn at(row: u32, heading: &str, key: &str) -> Problem {
    Problem { column: Some(cut(heading)), ..Problem::row(row, key) }
}

/// What a table says, before it is compared with the register.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    /// A draft for each row.
    pub drafts: Vec<(u32, Draft)>,
    /// The headings by field, to name a column as the file does.
    pub headings: HashMap<String, String>,
    /// What is wrong with the file as a whole, or with the shape of a row.
    pub problems: Vec<Problem>,
    /// What is good to know.
    pub notices: Vec<Problem>,
}

/// Reads a table's rows into drafts.
pub(crate) fn reading(table: Table) -> Reading {
    let mut reading = Reading { notices: table.notices.clone(), ..Reading::default() };
    let (Columns(columns), notices) = match columns(&table) {
        Ok(columns) => columns,
        Err(problems) => return Reading { problems, ..reading },
    };
    reading.notices.extend(notices);
    let heading = |place: usize| table.header.get(place).cloned().unwrap_or_default();
    reading.headings = columns.iter().map(|(field, place)| (field.code().to_owned(), heading(*place))).collect();
    let width = table.header.len();
    for (row, cells) in &table.rows {
        if cells.iter().skip(width).any(|cell| !cell.trim().is_empty()) {
            let more = cells.len().to_string();
            reading.problems.push(Problem::row(*row, "transfer-row-long").with("cells", more).with("columns", width));
            continue;
        }
        let mut draft = Draft::new();
        for (field, place) in &columns {
            draft.set(*field, cells.get(*place).map(|cell| plain(cell)).unwrap_or_default());
        }
        reading.drafts.push((*row, draft));
    }
    if reading.drafts.is_empty() && reading.problems.is_empty() {
        reading.problems.push(Problem::file("transfer-no-rows"));
    }
    reading
}

/// The signs that make a spreadsheet take a text for a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A text that a spreadsheet will not run: one that begins like a formula gets an apostrophe.
pub(crate) fn guarded(text: &str) -> String {
    if text.trim_start_matches('\'').starts_with(FORMULA) { format!("'{text}") } else { text.to_owned() }
}

/// A guarded text as it was.
fn plain(text: &str) -> String {
    match text.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(FORMULA) => rest.to_owned(),
        _ => text.to_owned(),
    }
}

/// Compares the drafts with the register: what each line would do, and what is wrong.
///
/// `known` holds the organisations on record by [`identity`]. The same drafts and the same
/// register always give the same lines: a confirmation asks again and compares.
pub(crate) fn compare(
    drafts: &[(u32, Draft)],
    known: &HashMap<String, Organisation>,
    headings: &HashMap<String, String>,
    today: NaiveDate,
) -> (Vec<Line>, Vec<Problem>) {
    let (mut lines, mut problems) = (Vec::with_capacity(drafts.len()), Vec::new());
    let mut seen: HashMap<String, u32> = HashMap::new();
    for (row, draft) in drafts {
        let who = identity(draft.get(Field::Name), draft.get(Field::Town));
        let first = seen.get(&who).copied().filter(|_| who.len() > 1);
        seen.entry(who.clone()).or_insert(*row);
        let fate = match first {
            Some(first) => Err(vec![Problem::row(*row, "transfer-row-twice").with("first", first)]),
            None => fate(*row, draft, known.get(&who), headings, today),
        };
        let fate = fate.unwrap_or_else(|wrong| {
            problems.extend(wrong);
            Fate::Wrong
        });
        lines.push(Line { row: *row, draft: draft.clone(), fate });
    }
    (lines, problems)
}

fn fate(
    row: u32,
    draft: &Draft,
    known: Option<&Organisation>,
    headings: &HashMap<String, String>,
    today: NaiveDate,
) -> Result<Fate, Vec<Problem>> {
    let wrong = |invalids: kernel::Invalids| {
        let problem = |what: kernel::Invalid| {
            let column = headings.get(&what.field).or_else(|| headings.get(neighbour(&what.field))).cloned();
            Problem { row: Some(row), column: column.or_else(|| Some(what.field.clone())), what }
        };
        invalids.0.into_iter().map(problem).collect::<Vec<_>>()
    };
    let Some((known, base)) = known.and_then(|known| Some((known, public(known)?))) else {
        return check(draft, today).map(|_| Fate::New).map_err(wrong);
    };
    let sheet = check(&draft.over(&base.sheet), today).map_err(wrong)?;
    let differences = differences(&base.sheet, &sheet);
    if differences.is_empty() {
        return Ok(Fate::Unchanged { organisation: known.id });
    }
    if let Some(day) = known.closed_on {
        return Err(vec![Problem::row(row, "transfer-row-closed").with("day", day)]);
    }
    // What a manager sent in would give way to the file before anybody has read it.
    if known.confirmed.is_some() && known.waits() {
        return Err(vec![Problem::row(row, "transfer-row-waiting")]);
    }
    if counted_anew(&differences) && draft.get(Field::FiguresOn).is_empty() {
        return Err(wrong(kernel::Invalid::new(Field::FiguresOn.code(), "organisation-invalid-undated").into()));
    }
    Ok(Fate::Changed { organisation: known.id, version: known.version, differences })
}

/// Whether a figure changes: a new one is not of the day of those before it.
fn counted_anew(differences: &[Difference]) -> bool {
    let figure = |what: &Difference| Field::NUMBERS.iter().any(|field| field.code() == what.field);
    differences.iter().any(figure)
}

/// The sheet that a file is compared with: the public one, or the one that waits where none is.
pub(crate) fn public(organisation: &Organisation) -> Option<&StoredSheet> {
    organisation.confirmed.as_ref().or(organisation.pending.as_ref())
}

/// Where a file has no column for a field that is found wrong, the column that made it so.
fn neighbour(field: &str) -> &'static str {
    if field == Field::Territory.code() { Field::Province.code() } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn no_heading_means_two_fields() {
        for field in Field::ALL {
            assert_eq!(meaning(field.code()), Some(field));
            for word in words(field) {
                assert_eq!(meaning(&word.to_uppercase()), Some(field), "{word}");
            }
        }
        assert_eq!(meaning("Città"), Some(Field::Town));
        assert_eq!(meaning("note"), None);
    }

    #[test]
    fn a_formula_does_not_run() {
        for text in ["=1+1", "+39 051 000000", "-x", "@SUM(A1)", "'=x"] {
            assert!(guarded(text).starts_with('\''), "{text}");
        }
        assert_eq!(guarded("L'Ovile"), "L'Ovile");
        assert_eq!(plain("'n sit"), "'n sit");
    }

    proptest! {
        #[test]
        fn what_is_guarded_is_read_back_unchanged(text in "['=+@a-z\\- ]{0,8}") {
            prop_assert_eq!(plain(&guarded(&text)), text);
        }
    }
}
