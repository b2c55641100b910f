//! What stands where: the files of a feature, and the database library.

use super::{File, Finding, Tree, pattern};

/// The crates made of features.
const SLICES: &[&str] = &["people", "consensus", "network", "credentials", "pathway"];

/// The files that a feature may have. A file that grew too long becomes a folder of that name.
const FEATURE_FILES: &[&str] = &["mod", "model", "rules", "store", "pages", "api", "tests"];

/// What stands beside the features in a slice.
const SLICE_FILES: &[&str] = &["lib.rs", "facade.rs"];

/// Files that stand beside the features, each with its reason.
const APART: &[(&str, &str)] = &[("crates/people/src/keys.rs", "digests and encryption, which several features use")];

/// Every file of a slice is one of those that a reader expects.
pub fn file_names(tree: &Tree) -> Vec<Finding> {
    tree.files().iter().filter_map(misplaced).collect()
}

fn misplaced(file: &File) -> Option<Finding> {
    let slice = SLICES.iter().find_map(|slice| file.path.strip_prefix(&format!("crates/{slice}/src/")))?;
    if APART.iter().any(|(path, _)| *path == file.path) {
        return None;
    }
    let parts: Vec<&str> = slice.split('/').collect();
    let in_order = match parts.as_slice() {
        [name] => SLICE_FILES.contains(name),
        ["facade", name] => name.ends_with(".rs"),
        [_feature, name] => is_feature_file(name) || name.ends_with(".html"),
        [_feature, "tests", ..] => true,
        [_feature, part, name] if FEATURE_FILES[1..].contains(part) => name.ends_with(".rs") || name.ends_with(".html"),
        _ => false,
    };
    let what = "this name is not one of a feature's files";
    let mend = "a feature has mod, model, rules, store, pages, api, tests (.rs, or a folder of that name) and *.html";
    (!in_order).then(|| Finding::error(&file.path, 0, what, mend))
}

fn is_feature_file(name: &str) -> bool {
    name.strip_suffix(".rs").is_some_and(|stem| FEATURE_FILES.contains(&stem))
}

/// Only stores name `sea_orm`: a `store.rs`, a folder `store/`, and the crates that hold the
/// database and the trace.
pub fn database_library(tree: &Tree) -> Vec<Finding> {
    let named = pattern(r"\bsea_orm(_migration)?\b");
    let homes = ["crates/store/", "crates/access/", "crates/testkit/"];
    let mut findings = Vec::new();
    for file in tree.under("crates/", ".rs") {
        let at_home = homes.iter().any(|home| file.path.starts_with(home));
        if at_home || file.name() == "store.rs" || file.path.contains("/store/") {
            continue;
        }
        let lines = file.lines().filter(|(_, line)| !line.trim_start().starts_with("//") && named.is_match(line));
        findings.extend(lines.map(|(line, _)| {
            let mend = "move the statement to the feature's store.rs";
            Finding::error(&file.path, line, "the database library is named outside a store", mend)
        }));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feature_has_the_files_that_a_reader_expects() {
        let good = [
            "crates/network/src/lib.rs",
            "crates/network/src/facade.rs",
            "crates/network/src/organisation/mod.rs",
            "crates/network/src/organisation/directory.html",
            "crates/network/src/organisation/store/search.rs",
            "crates/network/src/organisation/tests/snapshots/page.snap",
            "crates/web/src/anything.rs",
        ];
        assert!(good.iter().all(|path| file_names(&Tree::of(&[(path, "")])).is_empty()));
        let bad = [
            "crates/network/src/helpers.rs",
            "crates/network/src/organisation/service.rs",
            "crates/network/src/organisation/helpers/mod.rs",
            "crates/people/src/account/page.css",
        ];
        assert!(bad.iter().all(|path| file_names(&Tree::of(&[(path, "")])).len() == 1));
    }

    #[test]
    fn the_database_library_stays_in_the_stores() {
        let code = "use kernel::Env;\n// sea_orm stands elsewhere\nuse sea_orm::FromQueryResult;\n";
        for home in [
            "crates/people/src/account/store.rs",
            "crates/people/src/account/store/rows.rs",
            "crates/access/src/audit.rs",
        ] {
            assert!(database_library(&Tree::of(&[(home, code)])).is_empty(), "{home}");
        }
        let findings = database_library(&Tree::of(&[("crates/people/src/account/pages.rs", code)]));
        assert_eq!((findings.len(), findings[0].line), (1, 3));
    }
}
