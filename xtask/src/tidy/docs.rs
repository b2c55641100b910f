//! What the documents name exists: files, folders and tests.

use super::{Finding, Tree, pattern};
use std::collections::BTreeSet;

/// Folders whose paths are followed.
const ROOTS: &[&str] = &["crates/", "xtask/", "e2e/", "docs/", ".ci/"];

/// Every path and every test that a document names in code quotes is there.
pub fn alive(tree: &Tree) -> Vec<Finding> {
    let quoted = pattern(r"`([^`\n]+)`");
    let test = pattern(r"^[a-z][a-z0-9]*(_[a-z0-9]+){2,}$");
    let migration = pattern(r"^m[0-9]{4}_");
    let functions = functions(tree);
    let mut findings = Vec::new();
    for file in tree.under("", ".md").filter(|f| f.path != "CHANGELOG.md") {
        for (line, text) in file.lines() {
            for name in quoted.captures_iter(text).map(|c| c[1].to_owned()) {
                let path = ROOTS.iter().any(|root| name.starts_with(root)) && is_plain(&name);
                if path && !exists(tree, &name) {
                    findings.push(Finding::error(
                        &file.path,
                        line,
                        format!("`{name}` is not there"),
                        "correct the document",
                    ));
                }
                if test.is_match(&name) && !migration.is_match(&name) && !functions.contains(&name) {
                    let what = format!("no function is called `{name}`");
                    findings.push(Finding::error(&file.path, line, what, "name the test as it is called now"));
                }
            }
        }
    }
    findings
}

/// A path without placeholders: `crates/SLICE/…` or `docs/decisions/*.md` are patterns, not files.
fn is_plain(path: &str) -> bool {
    path.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "/._-".contains(c))
}

fn exists(tree: &Tree, path: &str) -> bool {
    let path = path.trim_end_matches('/');
    let folder = format!("{path}/");
    tree.files().iter().any(|f| f.path == path || f.path.starts_with(&folder))
}

fn functions(tree: &Tree) -> BTreeSet<String> {
    let named = pattern(r"\bfn ([a-z][a-z0-9_]+)");
    tree.under("", ".rs")
        .flat_map(|f| named.captures_iter(&f.text).map(|c| c[1].to_owned()).collect::<Vec<_>>())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_that_names_what_is_gone_is_found() {
        let doc = "See `crates/web/src/page.rs`, `crates/gone/`, `crates/SLICE/src`.\nShown by `a_story_that_holds` and `a_story_long_gone`.\n";
        let tree = Tree::of(&[("docs/x.md", doc), ("crates/web/src/page.rs", "fn a_story_that_holds() {}")]);
        let found: Vec<_> = alive(&tree).into_iter().map(|f| (f.line, f.what)).collect();
        let expected = [(1, "`crates/gone/` is not there"), (2, "no function is called `a_story_long_gone`")];
        assert_eq!(found, expected.map(|(line, what)| (line, what.to_owned())));
    }
}
