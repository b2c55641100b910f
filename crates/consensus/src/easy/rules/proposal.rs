//! The easy version that comes with the program, for the Document of 2021.

use super::read;
use crate::document::Document;
use crate::easy::model::Written;
use charter::Charter;
use std::collections::HashSet;

const IT: &str = include_str!("../../../texts/easy-2021.it.txt");
const EN: &str = include_str!("../../../texts/easy-2021.en.txt");

/// The easy version to propose for a Document: only where it has every passage that the first Charter
/// rests on, and every section that the proposal leads to. It then says what the proposal says.
pub(in crate::easy) fn proposal_for(document: &Document) -> Option<Written> {
    let statements = document.statements();
    let known: HashSet<&str> = statements.iter().map(|statement| statement.anchor.as_str()).collect();
    let first = Charter::first();
    let mut grounds = first.articles().iter().flat_map(|article| &article.rests_on);
    let has = |anchor: &str| document.section(anchor).is_some();
    let fits = grounds.all(|anchor| known.contains(anchor.as_str()))
        && [IT, EN].iter().all(|text| read(text, &has).1.is_empty());
    fits.then(|| Written { it: IT.trim().to_owned(), en: Some(EN.trim().to_owned()) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::easy::rules::{ease, minutes};
    use kernel::{sentences, word_count};

    #[test]
    fn the_proposal_keeps_to_what_it_asks_of_others() {
        for text in [IT, EN] {
            let (read, problems) = read(text, &|_| true);
            assert!(problems.is_empty(), "{problems:?}");
            assert!(read.parts.iter().all(|part| part.in_full.is_some()));
            assert!((8..=12).contains(&read.parts.len()) && minutes(&read) <= 6);
            let said = read.said().join(" ");
            let long: Vec<&str> = sentences(&said).into_iter().filter(|one| word_count(one) > 15).collect();
            assert!(long.is_empty(), "{long:?}");
        }
        let index = ease(&read(IT, &|_| true).0).index.unwrap();
        assert!(index >= 70.0, "{index}");
    }

    #[test]
    fn it_is_proposed_for_the_document_of_2021_only() {
        assert_eq!(proposal_for(&Document::default()), None);
        let other = crate::document::read("LA SELEZIONE\n\nLa selezione va fatta congiuntamente da tutti.\n");
        assert_eq!(proposal_for(&other.document), None);
        let Some(path) = testkit::shared_file("seed/000_c599531839a8c28c.txt") else { return };
        let real = crate::document::read(&std::fs::read_to_string(path).unwrap());
        assert!(proposal_for(&real.document).is_some_and(|written| written.en.is_some()));
    }
}
