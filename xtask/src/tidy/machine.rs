//! Nothing committed names a machine, a person's folder, or the host of a registry.

use super::{Finding, Tree, pattern};

/// This file, which must name what it looks for.
const ITSELF: &str = "xtask/src/tidy/machine.rs";

/// No path of one machine and no registry host stands in a file.
pub fn unnamed(tree: &Tree) -> Vec<Finding> {
    let path = pattern(r"(^|[^\w.~$}/-])/(work|root|home/[a-z]\w*|Users/[A-Za-z]\w*)/");
    let host = pattern(
        r"(?i)(registry\.npmjs\.org|registry\.yarnpkg\.com|pypi\.org/simple|files\.pythonhosted\.org|(static|index)\.crates\.io|(deb|security)\.debian\.org)",
    );
    let mut findings = Vec::new();
    for file in tree.files().iter().filter(|f| f.path != ITSELF && !f.is(".snap") && f.path != "Cargo.lock") {
        for (line, text) in file.lines() {
            if let Some(found) = path.find(text) {
                let what = format!("`{}` is a path of one machine", found.as_str().trim());
                let mend = "a path from the repository, or one that the environment gives";
                findings.push(Finding::error(&file.path, line, what, mend));
            }
            if let Some(found) = host.find(text) {
                let what = format!("`{}` is the host of a registry", found.as_str());
                findings.push(Finding::error(
                    &file.path,
                    line,
                    what,
                    "name the package only: the client knows its registry",
                ));
            }
        }
    }
    findings
}

/// The locks of npm record no addresses: whoever installs asks the own registry.
pub fn locks(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.under("", "package-lock.json") {
        for (line, _) in file.lines().filter(|(_, text)| text.contains("\"resolved\"") && text.contains("http")) {
            let mend = "set omit-lockfile-registry-resolved=true in .npmrc and write the lock again";
            findings.push(Finding::error(&file.path, line, "the lock names a host", mend));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_of_one_machine_is_found() {
        let found = |text: &str| unnamed(&Tree::of(&[("docs/x.md", text)])).len();
        assert_eq!(found("look in /work/main/crates"), 1);
        assert_eq!(found("`/root/.cargo/bin`"), 1);
        assert_eq!(found("cd /home/ada/allapari"), 1);
        assert_eq!(found("curl https://registry.npmjs.org/x"), 1);
        assert_eq!(found("e2e/work/x, $HOME/.cache, https://example.it/work/x, ../shared/seed"), 0);
    }

    #[test]
    fn a_lock_with_an_address_is_found() {
        let lock = "{\n \"resolved\": \"https://mirror.example/x.tgz\",\n \"integrity\": \"sha512-x\"\n}\n";
        assert_eq!(locks(&Tree::of(&[("e2e/package-lock.json", lock)]))[0].line, 2);
        assert!(locks(&Tree::of(&[("e2e/package-lock.json", "{ \"integrity\": \"x\" }")])).is_empty());
    }
}
