//! How easily a text reads. It forbids nothing: it says where to cut.

use crate::easy::model::EasyText;
use kernel::{gulpease, sentences, word_count};

/// A sentence with more words is long.
const LONG: usize = 20;

/// How many words somebody reads in a minute who takes their time.
const WORDS_A_MINUTE: usize = 180;

/// How easily a text reads.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::easy) struct Ease {
    /// The Gulpease index, which is made for Italian; none for a text of a few words.
    pub(in crate::easy) index: Option<f64>,
    /// The sentences of more than twenty words.
    pub(in crate::easy) long: Vec<String>,
}

/// How easily the paragraphs and items of a text read. An item ends a sentence, whatever its last sign.
pub(in crate::easy) fn ease(text: &EasyText) -> Ease {
    let whole = whole(text);
    let long = sentences(&whole).into_iter().filter(|sentence| word_count(sentence) > LONG);
    Ease { index: gulpease(&whole), long: long.map(str::to_owned).collect() }
}

fn whole(text: &EasyText) -> String {
    let ended = |words: &str| {
        let stop = if words.ends_with(['.', '!', '?', ';', ':']) { "" } else { "." };
        format!("{words}{stop}")
    };
    text.said().into_iter().map(ended).collect::<Vec<_>>().join(" ")
}

/// How many minutes it takes to read a text, at least one.
pub(in crate::easy) fn minutes(text: &EasyText) -> usize {
    word_count(&whole(text)).div_ceil(WORDS_A_MINUTE).max(1)
}

/// Who reads a text of this index without effort, as its authors say: the word in keys of texts.
pub(in crate::easy) fn who_reads(index: f64) -> &'static str {
    const LEAST: [(f64, &str); 3] = [(80.0, "elementary"), (60.0, "middle"), (40.0, "upper")];
    LEAST.iter().find(|(least, _)| index >= *least).map_or("few", |(_, who)| who)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::easy::rules::read;

    fn of(text: &str) -> EasyText {
        read(text, &|_| true).0
    }

    #[test]
    fn long_sentences_are_named_and_items_end_theirs() {
        let long = "parola ".repeat(21);
        let text = of(&format!("# Un titolo che non conta\n\nBreve.\n\n- uno\n- due\n\n{long}\n"));
        let found = ease(&text);
        assert_eq!(found.long, [format!("{}.", long.trim())]);
        assert_eq!(whole(&text), format!("Breve. uno. due. {}.", long.trim()));
        assert_eq!(found.index, gulpease(&whole(&text)));
        assert!(ease(&of(&format!("# A\n\n{}", "parola ".repeat(20)))).long.is_empty());
    }

    #[test]
    fn the_index_has_a_meaning_in_words() {
        let said = [100.0, 80.0, 79.9, 60.0, 59.0, 40.0, 39.0, -50.0].map(who_reads);
        assert_eq!(said, ["elementary", "elementary", "middle", "middle", "upper", "upper", "few", "few"]);
        assert_eq!((minutes(&of("")), minutes(&of(&format!("# A\n{}", "parola ".repeat(181))))), (1, 2));
    }
}
