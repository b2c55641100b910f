//! What a search shows: near names first, typing errors forgiven.

use kernel::{Uuid, fold};

/// What a search found: a text, and how many of its pieces are pieces of the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Find {
    /// Which organisation.
    pub organisation: Uuid,
    /// How many pieces they share.
    pub shared: i64,
    /// Its name and places.
    pub text: String,
}

/// The finds that a search shows, the nearest first. Those in which every word of the query stands,
/// whole, begun, or with a typing error or two; where there is none, those about as like the query as
/// the likest. `found` is in order of likeness.
pub(crate) fn nearest(query: &str, found: Vec<Find>, pieces: usize) -> Vec<Uuid> {
    let query = fold(query);
    let mut near: Vec<(usize, &Find)> =
        found.iter().filter_map(|find| Some((steps(&query, &fold(&find.text))?, find))).collect();
    // A stable order: equals stay in order of likeness.
    near.sort_by_key(|(steps, _)| *steps);
    if near.is_empty() { like(&found, pieces) } else { near.into_iter().map(|(_, find)| find.organisation).collect() }
}

/// Keeps what is about as like the query as the likest: at least three tenths of the query's
/// pieces, and at least seven tenths of what the likest shares.
fn like(found: &[Find], pieces: usize) -> Vec<Uuid> {
    let likest = found.iter().map(|f| f.shared).max().unwrap_or(0);
    let pieces = i64::try_from(pieces).unwrap_or(i64::MAX);
    let kept = found.iter().filter(|f| f.shared * 10 >= pieces * 3 && f.shared * 10 >= likest * 7);
    kept.map(|find| find.organisation).collect()
}

/// How far a folded query is from a folded text, in steps: none for a word that stands there, one for
/// one that is only begun, two for each letter wrong. `None` where a word of the query has no
/// counterpart; words of one or two letters need none.
fn steps(query: &str, text: &str) -> Option<usize> {
    let words: Vec<Vec<char>> = text.split(' ').map(|word| word.chars().collect()).collect();
    let wanted = query.split(' ').filter(|word| !word.is_empty());
    wanted.map(|wanted| word_steps(&wanted.chars().collect::<Vec<_>>(), &words)).sum()
}

fn word_steps(wanted: &[char], words: &[Vec<char>]) -> Option<usize> {
    let errors = match wanted.len() {
        0..=3 => 0,
        4..=5 => 1,
        _ => 2,
    };
    let one = |word: &Vec<char>| match () {
        () if word == wanted => Some(0),
        () if wanted.len() > 2 && word.starts_with(wanted) => Some(1),
        () if word.len().abs_diff(wanted.len()) > errors => None,
        () => Some(letters_wrong(wanted, word)).filter(|wrong| *wrong <= errors).map(|wrong| 2 * wrong),
    };
    let nearest = words.iter().filter_map(one).min();
    if wanted.len() <= 2 { Some(nearest.unwrap_or(1)) } else { nearest }
}

/// How many letters are wrong, missing, too many, or changed places with their neighbour (the
/// optimal string alignment distance).
fn letters_wrong(one: &[char], other: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let mut least = (last[j] + usize::from(a != b)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == other[j - 1] && one[i - 1] == *b {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(one.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::trigrams;

    fn search(query: &str, names: &[&str]) -> Vec<usize> {
        let wanted = trigrams(query);
        let find = |(place, name): (usize, &&str)| Find {
            organisation: Uuid::from_u128(place as u128),
            shared: trigrams(name).iter().filter(|piece| wanted.contains(piece)).count() as i64,
            text: (*name).to_owned(),
        };
        let mut found: Vec<_> = names.iter().enumerate().map(find).filter(|find| find.shared > 0).collect();
        found.sort_by_key(|find| -find.shared);
        nearest(query, found, wanted.len()).iter().map(|id| id.as_u128() as usize).collect()
    }

    #[test]
    fn a_search_forgives_accents_and_typing_and_leaves_the_unlike_out() {
        let names = [
            "Cooperativa Lavoro e Solidarietà Saronno",
            "Cooperativa L’Ovile Reggio Emilia",
            "Associazione NèP Como",
            "Centro Salute Mentale Trento",
        ];
        assert_eq!(search("solidarieta", &names), [0]);
        assert_eq!(search("ovile regio emilia", &names), [1]);
        assert_eq!(search("nep", &names), [2]);
        assert_eq!(search("Trneto", &names), [3]);
        assert_eq!(search("lovile", &names), [1]);
        assert_eq!(search("soli", &names), [0], "a word that is only begun");
        assert_eq!(search("centro di salute", &names), [3]);
        assert_eq!(search("salute trento rovereto", &names), [3], "a word too many finds what is like the rest");
        assert_eq!(search("cooperativa", &names), [0, 1]);
        assert!(search("zzzyx", &names).is_empty());
        assert!(search("!", &names).is_empty());
    }

    #[test]
    fn letters_are_counted_as_people_mistype_them() {
        let wrong = |a: &str, b: &str| letters_wrong(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>());
        assert_eq!(
            [wrong("trneto", "trento"), wrong("regio", "reggio"), wrong("", "abc"), wrong("ab", "ab")],
            [1, 1, 3, 0]
        );
    }
}
