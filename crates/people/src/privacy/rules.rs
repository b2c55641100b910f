//! All that is held, as lines that anybody can read: each field under its name in words, moments
//! as a calendar says them. Numbers by which records know one another are for the file alone.

use kernel::{DateTime, NaiveDate, Utc, Uuid};
use serde_json::Value;
use web::T;

/// A line of the readable export: how deep it stands, the name of the field, what stands in it
/// (nothing where further lines follow).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) depth: usize,
    pub(crate) name: String,
    pub(crate) value: Option<String>,
}

/// A value as lines, in the order of its fields. Empty fields are left out, and what says nothing
/// to a person.
pub(crate) fn lines(t: &T, value: &Value) -> Vec<Line> {
    let mut all = Vec::new();
    if let Value::Object(fields) = value {
        fields.iter().for_each(|(name, value)| add(t, &mut all, 0, name, value));
    }
    all
}

/// Fields that only programs need.
const FOR_PROGRAMS: [&str; 3] = ["id", "version", "open_badge"];

/// Fields in which a person's own words stand: they are shown as they were written.
const OWN_WORDS: [&str; 2] = ["text", "words"];

/// The key of a field's name.
pub(crate) fn key(name: &str) -> String {
    format!("privacy-field-{}", name.replace(['_', ' '], "-"))
}

/// The name of a field in words; one without words of its own is shown as it stands in the file.
fn named(t: &T, name: &str) -> String {
    let key = key(name);
    if t.has(&key) { t.get(&key) } else { name.replace('_', " ") }
}

/// The word of a program in words: by the field in which it stands, or the same in all fields; what
/// no text says stays as it is.
fn in_words(t: &T, field: &str, word: &str) -> String {
    // What a person was told is kept as the key of its sentence, in which names are filled in anew.
    if field == "what" && t.has(word) {
        let somebody = t.get("privacy-value-somebody");
        return t.args(word, &[("name", somebody.into()), ("detail", "…".to_owned().into())]);
    }
    let keys = [
        format!("privacy-value-{}-{word}", field.replace('_', "-")),
        format!("privacy-value-{word}"),
        format!("role-{word}"),
        format!("consent-{word}"),
        format!("privacy-did-{word}"),
    ];
    keys.iter().find(|key| t.has(key)).map_or_else(|| word.to_owned(), |key| t.get(key))
}

/// Whether a text may be a word of a program: what people write has capitals, spaces or dots.
fn is_code(text: &str) -> bool {
    text.chars().all(|sign| sign.is_ascii_lowercase() || sign == '-' || sign == '_')
}

/// What stands in a field; nothing where it is the number of a record.
fn said(t: &T, field: &str, text: &str) -> Option<String> {
    if text.is_empty() || text.parse::<Uuid>().is_ok() {
        return None;
    }
    if let Ok(at) = text.parse::<DateTime<Utc>>() {
        return Some(t.instant(at));
    }
    if let Ok(day) = text.parse::<NaiveDate>() {
        return Some(t.date(day));
    }
    Some(if is_code(text) { in_words(t, field, &text.replace('_', "-")) } else { text.to_owned() })
}

fn add(t: &T, all: &mut Vec<Line>, depth: usize, name: &str, value: &Value) {
    add_called(t, all, depth, (name, name), value);
}

/// A value under a name, which within a list is a number, and in a field.
fn add_called(t: &T, all: &mut Vec<Line>, depth: usize, (name, field): (&str, &str), value: &Value) {
    if FOR_PROGRAMS.contains(&name) {
        return;
    }
    let line = |value: Option<String>| Line { depth, name: named(t, name), value };
    match value {
        Value::Null => {}
        Value::String(text) if OWN_WORDS.contains(&field) => match kept_together(text) {
            Some(words) => add_words(t, all, depth, name, &words),
            None => all.push(line(Some(text.clone()))),
        },
        Value::String(text) => all.extend(said(t, field, text).map(|said| line(Some(said)))),
        Value::Bool(yes) => all.push(line(Some(t.get(if *yes { "privacy-yes" } else { "privacy-no" })))),
        Value::Number(_) => all.push(line(Some(value.to_string()))),
        Value::Object(fields) => {
            let at = all.len();
            fields.iter().for_each(|(name, value)| add(t, all, depth + 1, name, value));
            if all.len() > at {
                all.insert(at, line(None));
            }
        }
        Value::Array(items) => {
            let at = all.len();
            for (n, item) in items.iter().enumerate() {
                add_called(t, all, depth + 1, ((n + 1).to_string().as_str(), field), item);
            }
            if all.len() > at {
                all.insert(at, line(None));
            }
        }
    }
}

/// How many years some days are, with a leap day in some of them or not; nothing where they are
/// no whole years.
pub(crate) fn whole_years(days: u32) -> Option<u32> {
    let years = days / 365;
    (years > 0 && days % 365 <= years).then_some(years)
}

/// Words of a person that are sealed together as one text, such as the fields of a form.
fn kept_together(text: &str) -> Option<Value> {
    if text.starts_with(['{', '[']) { serde_json::from_str(text).ok() } else { None }
}

/// Words that were sealed together, each under its name and as it was written.
fn add_words(t: &T, all: &mut Vec<Line>, depth: usize, name: &str, value: &Value) {
    let line = |value: Option<String>| Line { depth, name: named(t, name), value };
    match value {
        Value::Null => {}
        Value::String(word) if word.is_empty() => {}
        Value::String(word) => all.push(line(Some(word.clone()))),
        Value::Bool(yes) => all.push(line(Some(t.get(if *yes { "privacy-yes" } else { "privacy-no" })))),
        Value::Number(_) => all.push(line(Some(value.to_string()))),
        Value::Object(fields) => {
            all.push(line(None));
            fields.iter().for_each(|(name, value)| add_words(t, all, depth + 1, name, value));
        }
        Value::Array(items) => {
            all.push(line(None));
            let numbered = items.iter().zip(1_usize..);
            numbered.for_each(|(item, n)| add_words(t, all, depth + 1, &n.to_string(), item));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Lang;
    use serde_json::json;
    use std::sync::Arc;
    use web::Texts;

    #[test]
    fn all_that_is_held_becomes_lines_in_words_without_the_numbers_of_records() {
        let slice = crate::slice();
        let texts: Vec<web::Text> = web::TEXTS.iter().chain(slice.texts).copied().collect();
        let t = T::new(Arc::new(Texts::new(&texts).unwrap()), Lang::It);
        let value = json!({"people": {
            "display_name": "Ada", "email": null, "roles": ["expert"], "passkeys": [], "id": "x",
            "text_grants": [{"id": "0190a5f4-0000-7000-8000-000000000000"}],
            "created_at": "2026-03-01T08:00:00Z", "until": "2026-03-02", "second_factor": true,
        }});
        let all = lines(&t, &value);
        let words: Vec<_> = all.iter().map(|l| (l.depth, l.name.as_str(), l.value.as_deref())).collect();
        assert_eq!(
            words,
            [
                (0, "Persona e accesso", None),
                (1, "Creato", Some("1 marzo 2026, 09:00")),
                (1, "Nome", Some("Ada")),
                (1, "Ruoli", None),
                (2, "1", Some(t.get("role-expert").as_str())),
                (1, "Con il secondo passo", Some("Sì")),
                (1, "Fino al", Some("2 marzo 2026")),
            ]
        );
    }

    #[test]
    fn words_of_programs_become_words_of_people() {
        let slice = crate::slice();
        let texts: Vec<web::Text> = web::TEXTS.iter().chain(slice.texts).copied().collect();
        let texts = Arc::new(Texts::new(&texts).unwrap());
        let value = json!({"candidacies": [{"stage": "talked", "source": "own", "shown": ["hours"], "words": "own"}]});
        let said = |lang| lines(&T::new(texts.clone(), lang), &value).into_iter().filter_map(|line| line.value);
        assert_eq!(said(Lang::It).collect::<Vec<_>>(), ["Le ore", "Di tua iniziativa", "Vi siete incontrati", "own"]);
        assert_eq!(said(Lang::En).next().unwrap(), "The hours");
        // What somebody did reads as it does in the trace.
        let did = json!({"trace": [{"what": "enrolment-words-read"}]});
        let mut said = lines(&T::new(texts.clone(), Lang::It), &did).into_iter().filter_map(|line| line.value);
        assert_eq!(said.next().unwrap(), "Parole per un corso lette da chi lo cura");
    }

    #[test]
    fn terms_of_whole_years_are_told_in_years() {
        let told: Vec<_> = [0, 30, 364, 365, 366, 367, 730, 1098, 1099].into_iter().map(whole_years).collect();
        assert_eq!(told, [None, None, None, Some(1), Some(1), None, Some(2), Some(3), None]);
    }

    #[test]
    fn words_that_are_kept_together_are_read_one_by_one_as_they_were_written() {
        let slice = crate::slice();
        let texts: Vec<web::Text> = web::TEXTS.iter().chain(slice.texts).copied().collect();
        let t = T::new(Arc::new(Texts::new(&texts).unwrap()), Lang::It);
        let value = json!({"booklet": [
            {"words": r#"{"title":"own","place":null,"from":2017}"#},
            {"words": r#"["Seminario",""]"#},
            {"words": "{ così scrivo io"},
        ]});
        let all = lines(&t, &value);
        let words: Vec<_> = all.iter().map(|l| (l.depth, l.name.as_str(), l.value.as_deref())).collect();
        assert_eq!(
            words,
            [
                (0, "Libretto", None),
                (1, "1", None),
                (2, "Parole", None),
                // In the order of the names: the file is read so as well.
                (3, "Dal", Some("2017")),
                (3, "Titolo", Some("own")),
                (1, "2", None),
                (2, "Parole", None),
                (3, "1", Some("Seminario")),
                (1, "3", None),
                (2, "Parole", Some("{ così scrivo io")),
            ]
        );
    }
}
