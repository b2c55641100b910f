//! What only this Document knows of itself: the few things that no general rule can find.
//!
//! Beginnings are compared folded: without case, accents and punctuation.

/// How the title begins.
pub(super) const TITLE: &str = "documento di consenso";

/// How the lines beside the title begin that say who took part.
pub(super) const PARTICIPATION: &[&str] = &["hanno partecipato "];

/// What stands before the day on which the text was agreed on.
pub(super) const ADOPTION: &str = "riunione online tenutasi il ";

/// The levels of headings, by how they begin. Others: 1 in capitals, 2 otherwise.
pub(super) const LEVELS: &[(&str, u8)] = &[
    ("proposte e conclusioni", 1),
    ("allegato", 1),
    ("la selezione", 2),
    ("la formazione", 2),
    ("esperienze internazionali", 2),
    ("peer workers in", 3),
    ("valutazione dei risultati", 2),
    ("risultati per gli utenti", 3),
    ("il punto di vista", 3),
    ("implementazione del lavoro", 3),
    ("una guida della who", 2),
];

/// Where something new begins without a heading: how its first paragraph begins, the heading that
/// we give it, and its level.
pub(super) const SUPPLIED: &[(&str, &str, u8)] = &[
    ("nel corso della conferenza sono stati condivisi gli elementi", "Gli elementi che caratterizzano l’esperto", 2),
    ("esiste una pluralita di motivazioni", "Le motivazioni per diventare esperto", 2),
    ("in inghilterra il profilo", "Inghilterra", 4),
    ("in scozia l esperienza", "Scozia", 4),
    ("in francia il profilo", "Francia", 4),
    ("in europa sono presenti", "Altri paesi europei", 4),
];

/// Names that keep their capitals when a heading in capitals is set in sentence case.
pub(super) const NAMES: &[&str] =
    &["USA", "WHO", "Australia", "Nuova", "Zelanda", "Canada", "Europa", "ESP", "OMS", "Italia"];

/// First parts of compounds whose hyphen belongs to the word and stays at the end of a line.
pub(super) const COMPOUNDS: &[&str] = &[
    "auto", "co", "ex", "extra", "inter", "ludico", "media", "non", "breve", "multi", "pre", "post", "socio", "teorico",
];
