//! The third pass: the marks of notes, glued to the words before them.

use crate::document::model::{Document, Inline};

/// Finds the mark of each note, in the order of their numbers; hands back the numbers that have none.
pub(super) fn find(document: &mut Document) -> Vec<u16> {
    let numbers: Vec<u16> = document.notes.iter().map(|note| note.number).filter(|number| *number > 0).collect();
    let statements = document.sections.iter_mut().flat_map(|s| &mut s.blocks).flat_map(|b| b.statements_mut());
    let mut texts: Vec<&mut Vec<Inline>> = statements.map(|statement| &mut statement.text).collect();
    let mut from = 0;
    let mut without = Vec::new();
    for number in numbers {
        let place = (from..texts.len()).find_map(|at| {
            let Some(Inline::Text(last)) = texts[at].last() else { return None };
            find_in(last, number).map(|(before, after)| (at, before, after))
        });
        match place {
            Some((at, before, after)) => {
                texts[at].pop();
                texts[at].extend([Inline::Text(before), Inline::Mark(number)]);
                if !after.is_empty() {
                    texts[at].push(Inline::Text(after));
                }
                from = at;
            }
            None => without.push(number),
        }
    }
    without
}

/// The words before and after the mark of a note. A mark follows the end of a sentence: at once,
/// before a blank or a capital; or after a blank, at the end of the statement.
fn find_in(text: &str, number: u16) -> Option<(String, String)> {
    let digits = number.to_string();
    text.match_indices(&digits).find_map(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + digits.len()..]);
        let glued = before.ends_with(['.', ';', ':', '»', '”', ')', '!', '?']);
        let apart = before.trim_end().ends_with(['.', ';']) && after.is_empty();
        let free = after.chars().next().is_none_or(|c| c == ' ' || c.is_uppercase());
        let numbered = before.trim_end_matches('.').ends_with(|c: char| c.is_ascii_digit()) && !after.is_empty();
        if !((glued && free && !numbered) || apart) {
            return None;
        }
        let gap = if after.starts_with(char::is_uppercase) { " " } else { "" };
        Some((before.trim_end().to_owned(), format!("{gap}{after}")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_told_from_a_number() {
        let found = |text, number| find_in(text, number);
        assert_eq!(found("al Ministero della Salute.5Esiste una", 5).unwrap().1, " Esiste una");
        assert_eq!(found("di borse di studio.6Peer Support", 6).unwrap().0, "di borse di studio.");
        assert_eq!(found("del personale sanitario. 10", 10).unwrap().0, "del personale sanitario.");
        assert_eq!(found("i MSP sono circa 100.16", 16).unwrap(), ("i MSP sono circa 100.".into(), String::new()));
        assert_eq!(found("lo mette in pratica».7", 7).unwrap().0, "lo mette in pratica».");
        for (text, number) in
            [("dal 2011 il Centre", 1), ("di 11 regioni", 11), ("la 1ᵃ Carta", 1), ("sono 1.500 persone", 5)]
        {
            assert!(found(text, number).is_none(), "{text}");
        }
    }
}
