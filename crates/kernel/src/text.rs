//! Text made comparable: folding for search and order, slugs for addresses.

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

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
