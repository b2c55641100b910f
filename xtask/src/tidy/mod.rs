//! `cargo xtask tidy`: what keeps the house in order and no linter checks.
//!
//! Each check is a function from the files of the repository to what is wrong with them, with
//! tests that show it can fail.

mod docs;
mod machine;
mod order;
mod pages;
mod persons;
mod rooms;
mod size;
mod texts;
mod tree;
mod words;

use anyhow::Result;
use regex::Regex;
use std::{fmt, path::Path};
pub use tree::{File, Tree};

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Breaks the house: the check fails.
    Error,
    /// Worth a look.
    Warning,
}

/// Something that is not in order: where, what, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How bad.
    pub level: Level,
    /// In which file, from the root of the repository.
    pub path: String,
    /// On which line, from 1; 0 for the file as a whole.
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub mend: String,
}

impl Finding {
    /// Something that breaks the house.
    pub fn error(path: &str, line: usize, what: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { level: Level::Error, path: path.to_owned(), line, what: what.into(), mend: mend.into() }
    }
    /// Something worth a look.
    pub fn warning(path: &str, line: usize, what: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { level: Level::Warning, ..Self::error(path, line, what, mend) }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let level = if self.level == Level::Error { "error" } else { "warning" };
        match self.line {
            0 => writeln!(f, "{}: {level}: {}", self.path, self.what)?,
            line => writeln!(f, "{}:{line}: {level}: {}", self.path, self.what)?,
        }
        write!(f, "    mend: {}", self.mend)
    }
}

/// A check: its name and what it does.
type Check = (&'static str, fn(&Tree) -> Vec<Finding>);

const CHECKS: &[Check] = &[
    ("files have their place", rooms::file_names),
    ("SQL stays in the stores", rooms::database_library),
    ("both languages say the same", texts::languages_agree),
    ("every text asked for exists", texts::asked_for),
    ("every text is used", texts::unused),
    ("words respect people", words::respectful),
    ("help reads easily", words::readable),
    ("nobody is scored", persons::unscored),
    ("files and functions are short", size::short),
    ("pages carry no style or script", pages::no_inline),
    ("nothing names a machine", machine::unnamed),
    ("locks name no host", machine::locks),
    ("docs name what exists", docs::alive),
];

/// Runs all checks on the repository, prints what they find and says whether nothing breaks it.
pub fn run(root: &Path, all: bool) -> Result<bool> {
    let tree = Tree::read(root)?;
    let mut findings = order::crates(&tree, &order::metadata(root)?);
    println!("{:<34} {}", "crates keep their order", outcome(&findings));
    for (name, check) in CHECKS {
        let found = check(&tree);
        println!("{name:<34} {}", outcome(&found));
        findings.extend(found);
    }
    findings.sort_by(|a, b| (a.level, &a.path, a.line).cmp(&(b.level, &b.path, b.line)));
    for finding in findings.iter().filter(|f| all || f.level == Level::Error) {
        println!("\n{finding}");
    }
    let errors = findings.iter().filter(|f| f.level == Level::Error).count();
    let warnings = findings.len() - errors;
    let hint = if warnings > 0 && !all { " (`cargo xtask tidy --all` shows them)" } else { "" };
    println!("\n{} files: {errors} errors, {warnings} warnings{hint}", tree.files().len());
    Ok(errors == 0)
}

/// A pattern written in this program.
fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the patterns of the checks are tried by their tests")
}

fn outcome(findings: &[Finding]) -> String {
    let errors = findings.iter().filter(|f| f.level == Level::Error).count();
    match (errors, findings.len() - errors) {
        (0, 0) => "in order".to_owned(),
        (0, warnings) => format!("in order, {warnings} warnings"),
        (errors, _) => format!("{errors} errors"),
    }
}
