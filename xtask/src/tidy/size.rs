//! Files and functions fit a reader.

use super::{File, Finding, Level, Tree, pattern};

/// The longest file of Rust, in lines.
const FILE: usize = 500;
/// The longest function, in lines that are neither empty nor comments.
const FUNCTION: usize = 80;

/// No file is longer than a reader follows, no function longer than a screen.
pub fn short(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.under("", ".rs") {
        let lines = file.text.lines().count();
        if lines > FILE {
            let what = format!("{lines} lines; at most {FILE}");
            findings.push(Finding::error(&file.path, 0, what, "split it by feature, or make the part a folder"));
        }
        for (line, name, length) in functions(file).into_iter().filter(|(.., length)| *length > FUNCTION) {
            let what = format!("`{name}` has {length} lines; at most {FUNCTION}");
            let level = if file.is_test() { Level::Warning } else { Level::Error };
            findings
                .push(Finding { level, ..Finding::error(&file.path, line, what, "give its parts names of their own") });
        }
    }
    findings
}

/// The functions of a file as rustfmt lays them out: line, name, lines that say something.
fn functions(file: &File) -> Vec<(usize, String, usize)> {
    let head = pattern(r"^(\s*)(?:pub(?:\([a-z]+\))?\s+)?(?:const\s+)?(?:async\s+)?fn\s+([a-z_0-9]+)");
    let lines: Vec<&str> = file.text.lines().collect();
    let mut found = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let Some(named) = head.captures(line) else { continue };
        let end = format!("{}}}", &named[1]);
        let body = lines[index..].iter().take_while(|l| **l != end);
        let one_line = line.ends_with('}') || line.ends_with(';');
        let said = body.filter(|l| !l.trim().is_empty() && !l.trim_start().starts_with("//")).count();
        found.push((index + 1, named[2].to_owned(), if one_line { 1 } else { said + 1 }));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn function(lines: usize) -> String {
        format!("impl X {{\n    pub async fn long(&self) {{\n{}    }}\n}}\n", "        step();\n".repeat(lines))
    }

    #[test]
    fn a_long_function_is_named() {
        assert!(short(&Tree::of(&[("crates/web/src/page.rs", &function(78))])).is_empty());
        let findings = short(&Tree::of(&[("crates/web/src/page.rs", &function(79))]));
        assert_eq!((findings.len(), findings[0].line, findings[0].level), (1, 2, Level::Error));
        assert_eq!(short(&Tree::of(&[("crates/web/src/tests.rs", &function(79))]))[0].level, Level::Warning);
    }

    #[test]
    fn a_long_file_is_named() {
        assert!(short(&Tree::of(&[("crates/web/src/page.rs", &"\n".repeat(500))])).is_empty());
        assert_eq!(short(&Tree::of(&[("crates/web/src/page.rs", &"\n".repeat(501))])).len(), 1);
    }
}
