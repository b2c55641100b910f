//! Words across the ends of lines, the ends of sentences, capitals.

use super::known;
use kernel::fold;

/// Joins a line to the text before it. A hyphen at the end stays where it belongs to a compound,
/// or where the text elsewhere has the word with it (`stands`); else it only broke the word.
pub(super) fn join(text: &str, line: &str, stands: &dyn Fn(&str) -> bool) -> String {
    if text.is_empty() {
        return line.to_owned();
    }
    let Some(cut) = text.strip_suffix('-') else { return format!("{text} {line}") };
    let first = last_word(cut);
    let second: String = line.chars().take_while(|c| c.is_alphabetic()).collect();
    if first.is_empty() || second.is_empty() {
        return format!("{text} {line}");
    }
    let compound = first.contains('-')
        || known::COMPOUNDS.contains(&fold(first).as_str())
        || second.starts_with(char::is_uppercase)
        || stands(&format!("{first}-{second}"));
    if compound { format!("{text}{line}") } else { format!("{cut}{line}") }
}

fn last_word(text: &str) -> &str {
    let start = text.char_indices().rev().find(|(_, c)| !(c.is_alphabetic() || *c == '-'));
    start.map_or(text, |(at, c)| &text[at + c.len_utf8()..])
}

/// Whether a line ends a sentence or an item: with `.`, `;`, `:`, `!` or `?`, before or after
/// closing quotes and the mark of a note.
pub(super) fn ends(line: &str) -> bool {
    let closing = |c: char| matches!(c, '”' | '"' | '»' | ')' | '’' | '\'');
    let stop = |c: char| matches!(c, '.' | ';' | ':' | '!' | '?' | '…');
    let bare = line.trim_end_matches(|c: char| c.is_ascii_digit());
    // "2011" at the end of a line is a number of the text; ".11" is the mark of a note.
    let bare = if bare.trim_end().ends_with(|c| stop(c) || closing(c)) { bare.trim_end() } else { line };
    let open = bare.trim_end_matches(closing);
    open.ends_with(stop)
}

/// Whether a line is written in capitals.
pub(super) fn in_capitals(line: &str) -> bool {
    let letters = line.chars().filter(|c| c.is_alphabetic() && !is_raised(*c));
    let (mut count, mut all) = (0, true);
    for letter in letters {
        count += 1;
        all &= !letter.is_lowercase();
    }
    count >= 3 && all
}

/// Raised letters, as in 1ᵃ, have no case.
fn is_raised(c: char) -> bool {
    matches!(c, 'ª' | 'º') || ('\u{1d2c}'..='\u{1d6a}').contains(&c)
}

/// A heading in capitals, set in sentence case; known names keep theirs.
pub(super) fn sentence_case(heading: &str) -> String {
    if !in_capitals(heading) {
        return heading.to_owned();
    }
    let set = |(index, word): (usize, &str)| {
        let name = known::NAMES.iter().find(|name| fold(name) == fold(word));
        match name {
            Some(name) => (*name).to_owned(),
            None if index == 0 => capital(&word.to_lowercase()),
            None => word.to_lowercase(),
        }
    };
    heading.split(' ').enumerate().map(set).collect::<Vec<_>>().join(" ")
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hyphen_at_the_end_of_a_line_stays_in_a_compound_only() {
        let none = |_: &str| false;
        assert_eq!(join("la co-", "produzione dei servizi", &none), "la co-produzione dei servizi");
        assert_eq!(join("gruppi di auto-mutuo-", "aiuto", &none), "gruppi di auto-mutuo-aiuto");
        assert_eq!(join("una presen-", "tazione", &none), "una presentazione");
        assert_eq!(join("il web-", "seminario", &|word| word == "web-seminario"), "il web-seminario");
        assert_eq!(join("fine", "inizio", &none), "fine inizio");
    }

    #[test]
    fn the_mark_of_a_note_does_not_hide_the_end_of_a_sentence() {
        for ended in
            ["fine.", "self-management.1", "in pratica».7", "sanitario. 10", "(etc.);", "basso”.", "disse: “sì.”"]
        {
            assert!(ends(ended), "{ended}");
        }
        for open in ["nel 2011", "condivisa", "organizzazioni (62%)", "Salute,"] {
            assert!(!ends(open), "{open}");
        }
    }

    #[test]
    fn headings_in_capitals_are_set_in_sentence_case() {
        assert_eq!(sentence_case("PEER WORKERS IN NUOVA ZELANDA"), "Peer workers in Nuova Zelanda");
        assert_eq!(sentence_case("È LA CONFERENZA 1ᵃ"), "È la conferenza 1ᵃ");
        assert_eq!(sentence_case("Proposte e conclusioni"), "Proposte e conclusioni");
        assert!(in_capitals("CONFERENZA DELLA 1ᵃ CARTA") && !in_capitals("USa X") && !in_capitals("6"));
    }
}
