//! What differs between two versions, statement by statement.

use crate::document::model::Document;
use kernel::fold;
use serde::{Deserialize, Serialize};
use similar::{Algorithm, DiffTag, capture_diff_slices};
use std::collections::{BTreeMap, BTreeSet};

/// How much two statements must share to count as one that was changed: of all their words that tell something, half.
const ALIKE: f64 = 0.5;

/// The differences of two versions, in the order of the newer one; what was removed stands where
/// it stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    /// One for each title, heading, statement and note of either version.
    pub changes: Vec<Change>,
}

/// What became of one statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// What became of it.
    pub kind: Kind,
    /// Whether it stands in another order than before.
    pub moved: bool,
    /// Its address in the older version.
    pub old_anchor: Option<String>,
    /// Its address in the newer version.
    pub new_anchor: Option<String>,
    /// The heading it stands under: in the newer version, or in the older one when it was removed.
    pub section: String,
    /// Its words: all of both versions, each piece with where it belongs.
    pub pieces: Vec<Piece>,
}

/// What became of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Its words are the same.
    Kept,
    /// Some of its words are others.
    Changed,
    /// It is new.
    Added,
    /// It is gone.
    Removed,
}

/// Words that belong to both versions or to one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "in", content = "words", rename_all = "snake_case")]
pub enum Piece {
    /// In both.
    Both(String),
    /// In the older one only.
    Old(String),
    /// In the newer one only.
    New(String),
}

impl Comparison {
    /// Whether nothing differs.
    pub fn is_same(&self) -> bool {
        self.changes.iter().all(|change| change.kind == Kind::Kept && !change.moved)
    }
    /// How many of a kind there are.
    pub fn count(&self, kind: Kind) -> usize {
        self.changes.iter().filter(|change| change.kind == kind).count()
    }
    /// How many stand in another order.
    pub fn moved(&self) -> usize {
        self.changes.iter().filter(|change| change.moved).count()
    }
}

/// A title, heading, statement or note, as something that can be compared.
struct Unit {
    anchor: String,
    section: String,
    text: String,
    /// Its folded words that tell something, sorted.
    words: Vec<String>,
}

impl Unit {
    fn new(anchor: &str, section: &str, text: String) -> Self {
        let words = telling(&fold(&text));
        Self { anchor: anchor.to_owned(), section: section.to_owned(), text, words }
    }
}

/// The fewest letters of a word that tells something: articles and prepositions are in every
/// sentence and make none like another.
const TELLING: usize = 4;

/// The words by which a text is known, sorted: all of them where only short ones stand.
fn telling(folded: &str) -> Vec<String> {
    let all = || folded.split(' ').map(str::to_owned);
    let mut words: Vec<String> = all().filter(|word| word.chars().count() >= TELLING).collect();
    if words.is_empty() {
        words = all().collect();
    }
    words.sort_unstable();
    words
}

/// Compares two versions.
pub fn compare(old: &Document, new: &Document) -> Comparison {
    let (old, new) = (units(old), units(new));
    let pairs = pairs(&old, &new);
    let steady = steady(&pairs);
    let from: BTreeMap<usize, usize> = pairs.iter().map(|(o, n)| (*n, *o)).collect();
    let gone: BTreeSet<usize> = pairs.iter().map(|(o, _)| *o).collect();
    let mut removed = (0..old.len()).filter(|o| !gone.contains(o)).peekable();
    let mut changes = Vec::new();
    for (n, unit) in new.iter().enumerate() {
        let Some(o) = from.get(&n) else {
            changes.push(added(unit));
            continue;
        };
        if steady.contains(o) {
            while let Some(r) = removed.next_if(|r| r < o) {
                changes.push(gone_from(&old[r]));
            }
        }
        changes.push(matched(&old[*o], unit, !steady.contains(o)));
    }
    changes.extend(removed.map(|r| gone_from(&old[r])));
    Comparison { changes }
}

fn units(document: &Document) -> Vec<Unit> {
    let mut units = Vec::new();
    let beside = std::iter::once(&document.title).chain(&document.participation).filter(|text| !text.is_empty());
    units.extend(beside.map(|text| Unit::new("titolo", "", text.clone())));
    for section in &document.sections {
        if !section.supplied {
            units.push(Unit::new(&section.anchor, &section.heading, section.heading.clone()));
        }
        let statements = section.statements();
        units.extend(statements.into_iter().map(|s| Unit::new(&s.anchor, &section.heading, s.words())));
    }
    units.extend(document.notes.iter().map(|note| Unit::new(&note.anchor(), "", note.text.clone())));
    units
}

/// Which unit of the older version became which of the newer one: first those with the same
/// words, then the most alike.
fn pairs(old: &[Unit], new: &[Unit]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut free: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (n, unit) in new.iter().enumerate() {
        free.entry(&unit.text).or_default().push(n);
    }
    let mut left_old = Vec::new();
    for (o, unit) in old.iter().enumerate() {
        let same = free.get_mut(unit.text.as_str()).filter(|places| !places.is_empty());
        match same {
            Some(places) => {
                let here = places.iter().position(|n| new[*n].section == unit.section).unwrap_or(0);
                pairs.push((o, places.remove(here)));
            }
            None => left_old.push(o),
        }
    }
    let mut left_new: Vec<usize> = free.into_values().flatten().collect();
    left_new.sort_unstable();
    pairs.extend(most_alike(old, new, &left_old, &left_new));
    pairs.sort_unstable();
    pairs
}

fn most_alike(old: &[Unit], new: &[Unit], left_old: &[usize], left_new: &[usize]) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for o in left_old {
        for n in left_new {
            let share = shared(&old[*o].words, &new[*n].words);
            if share >= ALIKE {
                candidates.push((old[*o].anchor != new[*n].anchor, share, *o, *n));
            }
        }
    }
    candidates.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)).then((a.2, a.3).cmp(&(b.2, b.3))));
    let (mut used_old, mut used_new) = (BTreeSet::new(), BTreeSet::new());
    let mut pairs = Vec::new();
    for (_, _, o, n) in candidates {
        if !used_old.contains(&o) && !used_new.contains(&n) {
            used_old.insert(o);
            used_new.insert(n);
            pairs.push((o, n));
        }
    }
    pairs
}

/// Which share of all their words two sorted lists have in common: 1 when they are the same.
fn shared(one: &[String], two: &[String]) -> f64 {
    let (mut i, mut j, mut common) = (0, 0, 0_usize);
    while let (Some(a), Some(b)) = (one.get(i), two.get(j)) {
        match a.cmp(b) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                common += 1;
                i += 1;
                j += 1;
            }
        }
    }
    2.0 * common as f64 / (one.len() + two.len()).max(1) as f64
}

/// The units of the older version that keep their order: the longest run of pairs that rises in
/// both versions. The others were moved.
fn steady(pairs: &[(usize, usize)]) -> BTreeSet<usize> {
    let mut length = vec![1_usize; pairs.len()];
    let mut before: Vec<Option<usize>> = vec![None; pairs.len()];
    for at in 0..pairs.len() {
        for earlier in 0..at {
            if pairs[earlier].1 < pairs[at].1 && length[earlier] + 1 > length[at] {
                length[at] = length[earlier] + 1;
                before[at] = Some(earlier);
            }
        }
    }
    let mut at = (0..pairs.len()).max_by_key(|at| length[*at]);
    let mut steady = BTreeSet::new();
    while let Some(here) = at {
        steady.insert(pairs[here].0);
        at = before[here];
    }
    steady
}

fn added(unit: &Unit) -> Change {
    Change {
        kind: Kind::Added,
        moved: false,
        old_anchor: None,
        new_anchor: Some(unit.anchor.clone()),
        section: unit.section.clone(),
        pieces: vec![Piece::New(unit.text.clone())],
    }
}

fn gone_from(unit: &Unit) -> Change {
    Change {
        kind: Kind::Removed,
        moved: false,
        old_anchor: Some(unit.anchor.clone()),
        new_anchor: None,
        section: unit.section.clone(),
        pieces: vec![Piece::Old(unit.text.clone())],
    }
}

fn matched(old: &Unit, new: &Unit, moved: bool) -> Change {
    let same = old.text == new.text;
    Change {
        kind: if same { Kind::Kept } else { Kind::Changed },
        moved,
        old_anchor: Some(old.anchor.clone()),
        new_anchor: Some(new.anchor.clone()),
        section: new.section.clone(),
        pieces: if same { vec![Piece::Both(new.text.clone())] } else { pieces(&old.text, &new.text) },
    }
}

/// The words of both texts in order, told apart. Put together again, the pieces are the texts.
fn pieces(old: &str, new: &str) -> Vec<Piece> {
    let (old, new) = (tokens(old), tokens(new));
    let ops = capture_diff_slices(Algorithm::Patience, &old, &new);
    let mut pieces = Vec::new();
    let (mut gone, mut come) = (String::new(), String::new());
    for (place, op) in ops.iter().enumerate() {
        let (tag, in_old, in_new) = op.as_tag_tuple();
        let (was, is) = (old[in_old].concat(), new[in_new].concat());
        // A blank or a comma between two changes belongs to both: else each word would be a change.
        let between = place + 1 < ops.len() && !was.contains(char::is_alphanumeric);
        let changing = !(gone.is_empty() && come.is_empty());
        if tag != DiffTag::Equal || (changing && between) {
            gone.push_str(&was);
            come.push_str(&is);
            continue;
        }
        told(&mut pieces, &mut gone, &mut come);
        pieces.push(Piece::Both(is));
    }
    told(&mut pieces, &mut gone, &mut come);
    pieces
}

fn told(pieces: &mut Vec<Piece>, gone: &mut String, come: &mut String) {
    if !gone.is_empty() {
        pieces.push(Piece::Old(std::mem::take(gone)));
    }
    if !come.is_empty() {
        pieces.push(Piece::New(std::mem::take(come)));
    }
}

/// Words, and what stands between them character by character.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        if c.is_alphanumeric() {
            start.get_or_insert(at);
            continue;
        }
        if let Some(start) = start.take() {
            tokens.push(&text[start..at]);
        }
        tokens.push(&text[at..at + c.len_utf8()]);
    }
    tokens.extend(start.map(|start| &text[start..]));
    tokens
}
