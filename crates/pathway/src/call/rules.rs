//! Pure rules on calls: what a text may not ask for, and what may become of a call.

use super::model::CallState;

/// Words that name an educational qualification, folded; a word ends where letters end unless it
/// stands here with a star.
const QUALIFICATIONS: &[&str] = &[
    "laure*",
    "diplom*",
    "titolo di studio",
    "titoli di studio",
    "titolo scolastico",
    "licenza media",
    "licenza elementare",
    "scuola superiore",
    "scuole superiori",
    "scuola media superiore",
    "scuola dell obbligo",
    "obbligo scolastico",
    "esame di maturita",
    "istruzione superiore",
    "dottorato",
    "educational qualification*",
    "academic qualification*",
    "degree",
    "degrees",
    "bachelor*",
    "high school",
    "secondary school",
    "gcse",
    "gcses",
    "a levels",
    "university education",
];

/// Words that deny.
const DENIALS: &[&str] = &[
    "non", "nessun", "nessuno", "nessuna", "senza", "mai", "no", "not", "without", "never", "none", "neither", "don t",
];

/// Turns of phrase that ask although they deny: "chi non ha il diploma non può".
const EXCEPTIONS: &[&str] = &[
    "chi non ha",
    "se non hai",
    "chi non possiede",
    "se non si ha",
    "se non si possiede",
    "tranne",
    "a meno che",
    "salvo",
    "solo chi",
    "soltanto chi",
    "solo se",
    "non oltre",
    "who do not have",
    "if you do not have",
    "if you don t have",
    "unless",
    "only those",
    "only if",
    "cannot apply without",
    "not apply without",
];

/// The sentence in which a text asks for an educational qualification, where one does (rule I2). A
/// sentence that says that none is needed does not ask. It reads words, not minds: what it does not
/// see the panel and the Charter still do.
pub fn asks_for_a_qualification(text: &str) -> Option<String> {
    let sentences = text.split(['.', '!', '?', ';', '\n', '\r']).map(str::trim).filter(|part| !part.is_empty());
    let mut asking = sentences.filter(|sentence| {
        let plain = plain(sentence);
        let has = |words: &&str| holds(&plain, words);
        QUALIFICATIONS.iter().any(&has)
            && (!DENIALS.iter().any(&has)
                || EXCEPTIONS.iter().any(has)
                || (holds(&plain, "senza") && holds(&plain, "non")))
    });
    asking.next().map(|sentence| sentence.chars().take(80).collect())
}

/// A sentence in small letters without accents, its words apart by one space, a space at each end.
fn plain(sentence: &str) -> String {
    let folded = kernel::fold(sentence);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    format!(" {} ", words.join(" "))
}

fn holds(plain: &str, words: &str) -> bool {
    match words.strip_suffix('*') {
        Some(start) => plain.contains(&format!(" {start}")),
        None => plain.contains(&format!(" {words} ")),
    }
}

/// Whether a call may pass from one state to another. A closed one stays closed: who wants to go on
/// writes a new call, with its own days.
pub const fn may_become(from: CallState, to: CallState) -> bool {
    matches!((from, to), (CallState::Draft, CallState::Published) | (CallState::Published, CallState::Closed))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_text_that_asks_for_a_title_of_study_is_seen() {
        for asks in [
            "È richiesta la laurea in psicologia.",
            "Benvenuti. Serve il diploma!",
            "Licenza media obbligatoria",
            "Candidates need a degree.",
            "Chi non ha il diploma non può candidarsi.",
            "Non si partecipa senza titolo di studio.",
            "Laureate e laureati con esperienza",
            "Valutiamo il TITOLO  DI STUDIO",
            "Unless you have a degree, do not apply.",
        ] {
            assert!(asks_for_a_qualification(asks).is_some(), "{asks}");
        }
    }

    #[test]
    fn a_text_that_denies_it_is_not() {
        for fine in [
            "Non serve un titolo di studio.",
            "Senza titolo di studio va bene.",
            "Nessun diploma, nessuna laurea: conta la tua esperienza.",
            "You do not need a degree.",
            "Cerchiamo chi ha fatto un percorso di recovery.",
            "Le persone laboriose e i laboratori",
        ] {
            assert_eq!(asks_for_a_qualification(fine), None, "{fine}");
        }
    }

    proptest! {
        #[test]
        fn any_words_are_read_without_harm(text in ".{0,200}") {
            let _ = asks_for_a_qualification(&text);
        }

        #[test]
        fn a_bare_title_is_seen_wherever_it_stands(before in "[a-z]{3,9}", after in "[a-z]{3,9}") {
            prop_assume!(!DENIALS.contains(&before.as_str()) && !DENIALS.contains(&after.as_str()));
            let text = format!("{before} laurea {after}");
            prop_assert!(asks_for_a_qualification(&text).is_some());
        }
    }

    #[test]
    fn nothing_reopens_a_closed_call() {
        for to in CallState::ALL {
            assert!(!may_become(CallState::Closed, *to));
        }
        assert!(!may_become(CallState::Draft, CallState::Closed));
    }
}
