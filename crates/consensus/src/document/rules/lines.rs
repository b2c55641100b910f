//! The first pass: lines, cleaned, without page furniture, and the notes of the pages' feet.

use super::furniture::Furniture;
use crate::document::model::Note;

/// A line that carries text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Its words, with single spaces between them.
    pub text: String,
    /// Its number in the source, from 1.
    pub number: usize,
    /// Whether a blank line stands before it.
    pub blank_before: bool,
    /// Whether a blank line, or nothing, stands after it.
    pub blank_after: bool,
    /// Whether it is the first of a page.
    pub page_start: bool,
}

/// What the first pass finds.
#[derive(Debug, Default)]
pub(super) struct Lines {
    pub body: Vec<Line>,
    pub notes: Vec<Note>,
    pub furniture: Vec<Furniture>,
}

/// The fewest blanks or underscores that make a rule above notes.
const RULE: usize = 20;

/// Takes the source's text apart into lines.
pub(super) fn lines(text: &str) -> Lines {
    let raw: Vec<&str> = text.split('\n').collect();
    let mut found = Lines::default();
    let mut in_notes = false;
    let mut blank_before = true;
    for (index, line) in raw.iter().enumerate() {
        let cleaned = clean(line);
        let page_start = starts_page(line);
        in_notes = (in_notes || is_rule(line)) && !page_start;
        if cleaned.is_empty() || is_rule(line) {
            blank_before = true;
            continue;
        }
        let blank_after = raw.get(index + 1).is_none_or(|next| clean(next).is_empty());
        if blank_before && blank_after && is_page_number(&cleaned) {
            found.furniture.push(Furniture::page_number(cleaned, index + 1));
        } else if in_notes {
            note_line(&mut found.notes, cleaned);
        } else {
            found.body.push(Line { text: cleaned, number: index + 1, blank_before, blank_after, page_start });
        }
        blank_before = false;
    }
    found
}

/// A page begins with a form feed or, as this source was extracted, with one blank before the first word.
fn starts_page(line: &str) -> bool {
    line.starts_with('\u{c}') || (line.starts_with(' ') && line.chars().nth(1).is_some_and(|c| !c.is_whitespace()))
}

fn is_rule(line: &str) -> bool {
    let line = line.trim_end_matches(['\n', '\r']);
    let drawn = |c: char| c == '_' || c == '\u{2014}' || c == '\u{2500}';
    let all_blank = line.chars().all(|c| c == ' ' || c == '\t');
    let all_drawn = line.trim().chars().all(drawn) && !line.trim().is_empty();
    (all_blank && line.chars().count() >= RULE) || (all_drawn && line.trim().chars().count() >= RULE / 2)
}

fn is_page_number(line: &str) -> bool {
    line.len() <= 4 && line.chars().all(|c| c.is_ascii_digit())
}

/// A line below the rule begins the next note in number, or goes on with the one before it.
fn note_line(notes: &mut Vec<Note>, line: String) {
    let next = notes.last().map_or(1, |note| note.number + 1);
    let begins = line.split_once(' ').filter(|(number, _)| number.parse() == Ok(next));
    match (begins, notes.last_mut()) {
        (Some((_, text)), _) => notes.push(Note { number: next, text: text.to_owned() }),
        (None, Some(note)) => note.text = super::words::join(&note.text, &line, &|_| false),
        (None, None) => notes.push(Note { number: 0, text: line }),
    }
}

/// A line without control characters, soft hyphens and doubled blanks; accents in one piece.
fn clean(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    for c in line.chars() {
        match c {
            '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
            '\u{300}'..='\u{36f}' => accent(&mut text, c),
            c if c.is_whitespace() || c.is_control() => {
                if !text.is_empty() && !text.ends_with(' ') {
                    text.push(' ');
                }
            }
            c => text.push(c),
        }
    }
    text.truncate(text.trim_end().len());
    text
}

/// Joins an accent to its letter; one on a letter that has its accent already is a slip of the extraction.
fn accent(text: &mut String, mark: char) {
    const JOINED: [(char, &str, &str); 3] = [
        ('\u{300}', "aeiouAEIOU", "àèìòùÀÈÌÒÙ"),
        ('\u{301}', "aeiouAEIOU", "áéíóúÁÉÍÓÚ"),
        ('\u{302}', "aeiouAEIOU", "âêîôûÂÊÎÔÛ"),
    ];
    let Some(letter) = text.chars().last().filter(char::is_ascii) else { return };
    let joined = JOINED.iter().filter(|(accent, ..)| *accent == mark).find_map(|(_, plain, accented)| {
        let place = plain.chars().position(|c| c == letter)?;
        accented.chars().nth(place)
    });
    match joined {
        Some(joined) => {
            text.pop();
            text.push(joined);
        }
        None => text.push(mark),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_and_notes_leave_the_body() {
        let rule = " ".repeat(59);
        let source = format!(
            "Primo.1 \n \n 6 \n \n{rule}\n1 http://uno.it \n2 Autori. Titolo \n \nlungo. \n Nuova pagina del 2011. \n"
        );
        let found = lines(&source);
        let body: Vec<&str> = found.body.iter().map(|l| l.text.as_str()).collect();
        assert_eq!(body, ["Primo.1", "Nuova pagina del 2011."]);
        assert_eq!(found.notes[1], Note { number: 2, text: "Autori. Titolo lungo.".into() });
        assert_eq!(found.furniture.len(), 1);
        assert!(found.body[1].page_start);
    }

    #[test]
    fn an_accent_set_apart_joins_its_letter() {
        assert_eq!(clean("  comunita\u{300}  e  citta\u{300} comunità\u{300} "), "comunità e città comunità");
    }
}
