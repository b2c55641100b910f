//! Nobody is scored: no member, field or column holds a score or a rank.

use super::{File, Finding, Tree, pattern};

/// Words that, in the name of a member or a column, weigh a person or a place.
const WEIGHING: &[&str] = &[
    "score",
    "scores",
    "scored",
    "scoring",
    "rank",
    "ranks",
    "ranked",
    "ranking",
    "rating",
    "ratings",
    "rated",
    "grade",
    "grades",
    "graded",
    "stars",
    "karma",
    "merit",
    "percentile",
    "leaderboard",
    "punteggio",
    "punteggi",
    "voto",
    "voti",
    "graduatoria",
    "classifica",
    "pagella",
    "giudizio",
];

/// The promise: there is no field for a score of a person or a place.
pub fn unscored(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.under("crates/", ".rs") {
        let members = members(file).into_iter().chain(columns(file)).chain(types(file));
        findings.extend(members.filter(|(_, name)| weighs(name)).map(|(line, name)| {
            let what = format!("`{name}` reads like a score of a person or a place");
            Finding::error(
                &file.path,
                line,
                what,
                "nobody is scored: say it in words, or count what an organisation did",
            )
        }));
    }
    findings
}

/// Whether a name in snake case or camel case contains a weighing word.
fn weighs(name: &str) -> bool {
    let mut words = vec![String::new()];
    for c in name.chars() {
        if c == '_' || c.is_uppercase() {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| c != '_') {
            word.extend(c.to_lowercase());
        }
    }
    words.iter().any(|word| WEIGHING.contains(&word.as_str()))
}

/// The members of structs and variants, with their lines.
fn members(file: &File) -> Vec<(usize, String)> {
    let member = pattern(r"^\s*(?:pub(?:\([a-z]+\))?\s+)?([a-z_][a-z0-9_]*)\s*:\s*[A-Za-z(&\[]");
    let found = file.program_lines().filter_map(|(line, text)| Some((line, member.captures(text)?[1].to_owned())));
    found.collect()
}

/// The names of structs and enums, with their lines.
fn types(file: &File) -> Vec<(usize, String)> {
    let named = pattern(r"^\s*(?:pub(?:\([a-z]+\))?\s+)?(?:struct|enum|type)\s+([A-Za-z0-9]+)");
    let found = file.program_lines().filter_map(|(line, text)| Some((line, named.captures(text)?[1].to_owned())));
    found.collect()
}

/// The columns that migrations make, with their lines.
fn columns(file: &File) -> Vec<(usize, String)> {
    let kind = r"(?:\{[a-z]+\}|text|integer|bigint|boolean|real|double|numeric)";
    let column = pattern(&format!(r#"(?:^|[(,"]|ADD COLUMN )\s*([a-z_][a-z0-9_]*) {kind}\b?"#));
    let mut found = Vec::new();
    for (line, text) in file.program_lines() {
        found.extend(column.captures_iter(text).map(|c| (line, c[1].to_owned())));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(code: &str) -> usize {
        unscored(&Tree::of(&[("crates/network/src/expert/store.rs", code)])).len()
    }

    #[test]
    fn a_member_that_scores_is_found() {
        assert_eq!(found("pub struct Expert {\n    pub name: String,\n    since: NaiveDate,\n}\n"), 0);
        assert_eq!(found("pub struct Expert {\n    pub score: i64,\n}\n"), 1);
        assert_eq!(found("struct Expert {\n    overall_rating: f64,\n}\n"), 1);
        assert_eq!(found("pub enum PersonRank { A }\n"), 1);
        assert_eq!(found("// score: the word in a comment\nlet frank: u8 = 1;\n"), 0);
    }

    #[test]
    fn a_column_that_scores_is_found() {
        assert_eq!(
            found("migration(\"m\", \"CREATE TABLE expert (\n  id {uuid} PRIMARY KEY,\n  name text NOT NULL)\")"),
            0
        );
        assert_eq!(found("\"CREATE TABLE expert (\n  id {uuid} PRIMARY KEY,\n  punteggio {int} NOT NULL)\""), 1);
        assert_eq!(found("\"ALTER TABLE expert ADD COLUMN ranking {int}\""), 1);
    }
}
