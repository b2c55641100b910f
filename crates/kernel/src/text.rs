//! Text made comparable: folding for search and order, slugs for addresses, how easily it reads.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Folds a text for search and order: lower case, no accents, typographic apostrophes and dashes
/// made plain, everything but letters and digits one space.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let plain = text.nfkd().filter(|c| !is_combining_mark(*c));
    for c in plain.flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            folded.push(c);
        } else if !folded.ends_with(' ') && !folded.is_empty() {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// A text as part of an address: folded, with hyphens for spaces, at most 80 characters.
pub fn slug(text: &str) -> String {
    let slug: String = fold(text).replace(' ', "-").chars().take(80).collect();
    slug.trim_end_matches('-').to_owned()
}

/// The distinct three-letter pieces of a folded text, each word padded with a space at both
/// ends: what two spellings of one name have mostly in common.
pub fn trigrams(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = fold(text)
        .split(' ')
        .filter(|word| !word.is_empty())
        .flat_map(|word| {
            let padded: Vec<char> = format!(" {word} ").chars().collect();
            padded.windows(3).map(|w| w.iter().collect()).collect::<Vec<String>>()
        })
        .collect();
    pieces.sort_unstable();
    pieces.dedup();
    pieces
}

/// The words of a text, as how easily it reads counts them: "l’esperto" is two.
pub fn word_count(text: &str) -> usize {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count()
}

/// The sentences of a text: each ends with `.`, `!`, `?`, `;` or `:`. What stands within a word or a
/// number, as in "30.000", ends none.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let within = signs.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        if matches!(sign, '.' | '!' | '?' | ';' | ':') && !within {
            let end = at + sign.len_utf8();
            found.push(text[start..end].trim());
            start = end;
        }
    }
    found.push(text[start..].trim());
    found.retain(|sentence| sentence.chars().any(char::is_alphanumeric));
    found
}

/// The Gulpease index of Italian, at most 100: 89 + (300 · sentences − 10 · letters) / words
/// (Lucisano and Piemontese, 1988). None for a text of fewer than three words.
pub fn gulpease(text: &str) -> Option<f64> {
    let words = word_count(text);
    if words < 3 {
        return None;
    }
    let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
    let (words, letters, sentences) = (words as f64, letters as f64, sentences(text).len() as f64);
    Some((89.0 + (300.0 * sentences - 10.0 * letters) / words).min(100.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn accents_case_and_punctuation_do_not_matter() {
        assert_eq!(fold("  L’Ovile – È così! "), "l ovile e cosi");
        assert_eq!(slug("Società «Più Oltre»"), "societa-piu-oltre");
        assert!(fold("!?").is_empty());
    }

    #[test]
    fn a_typing_error_keeps_most_trigrams() {
        let (right, wrong) = (trigrams("Reggio Emilia"), trigrams("Regio Emilia"));
        let shared = right.iter().filter(|t| wrong.contains(t)).count();
        assert!(shared * 2 > right.len());
    }

    #[test]
    fn the_index_follows_its_formula() {
        assert!((gulpease("Il gatto dorme.").unwrap() - 100.0).abs() < f64::EPSILON);
        let text = "Scrivi il nome della tua realtà come lo conoscono le persone del posto e di fuori.";
        let (words, letters) = (16.0, 66.0);
        assert!((gulpease(text).unwrap() - (89.0 + (300.0 - 10.0 * letters) / words)).abs() < 1e-9);
        assert_eq!(gulpease("Nome"), None);
    }

    #[test]
    fn a_stop_within_a_number_or_an_address_ends_no_sentence() {
        let text = "Sono 30.000 persone: molte. Vedi rete.it! E poi";
        assert_eq!(sentences(text), ["Sono 30.000 persone:", "molte.", "Vedi rete.it!", "E poi"]);
        assert!(sentences(" … . ").is_empty());
        assert_eq!(word_count("L’esperto c’è, sempre."), 5);
    }

    proptest! {
        #[test]
        fn sentences_lose_no_letter(text in "[a-zà-ù0-9 .;:!?,’]{0,80}") {
            let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            prop_assert_eq!(letters(&sentences(&text).concat()), letters(&text));
        }
        #[test]
        fn a_sentence_cut_in_two_reads_no_harder(words in prop::collection::vec("[a-z]{2,9}", 6..30)) {
            let (whole, cut) = (words.join(" "), words.len() / 2);
            let two = format!("{}. {}.", words[..cut].join(" "), words[cut..].join(" "));
            prop_assert!(gulpease(&two).unwrap() >= gulpease(&whole).unwrap());
        }
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
