//! The order of the crates: an arrow may only point to the left.

use super::{Finding, Tree};
use crate::run::output;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::{path::Path, process::Command};

/// The house from left to right; crates in one place may not use one another.
const ORDER: &[&[&str]] = &[
    &["kernel", "npm"],
    &["charter", "typeset"],
    &["store"],
    &["access"],
    &["web"],
    &["people"],
    &["consensus"],
    &["network"],
    &["credentials"],
    &["pathway"],
    &["app"],
];

/// Only for tests of the crates to its left and right.
const TESTKIT: &str = "testkit";

/// What `cargo metadata` says of the workspace.
#[derive(Debug, Deserialize)]
pub struct Metadata {
    packages: Vec<Package>,
}

#[derive(Debug, Deserialize)]
struct Package {
    name: String,
    dependencies: Vec<Dependency>,
}

#[derive(Debug, Deserialize)]
struct Dependency {
    name: String,
    kind: Option<String>,
    path: Option<String>,
}

/// Asks cargo for the workspace.
pub fn metadata(root: &Path) -> Result<Metadata> {
    let arguments = ["metadata", "--no-deps", "--format-version", "1", "--offline"];
    let json = output(Command::new("cargo").args(arguments).current_dir(root))?;
    serde_json::from_str(&json).context("cargo metadata is not what it was")
}

/// No crate uses one that stands in its own place or to its right.
pub fn crates(tree: &Tree, metadata: &Metadata) -> Vec<Finding> {
    let mut findings = Vec::new();
    for package in metadata.packages.iter().filter(|p| p.name != "xtask" && p.name != TESTKIT) {
        let manifest = format!("crates/{}/Cargo.toml", package.name);
        let Some(own) = place(&package.name) else {
            let mend = "give it a place in ORDER of xtask/src/tidy/order.rs and in ARCHITECTURE.md";
            findings.push(Finding::error(&manifest, 0, format!("`{}` has no place in the house", package.name), mend));
            continue;
        };
        for dependency in package.dependencies.iter().filter(|d| d.path.is_some()) {
            if let Some(what) = complaint(&package.name, own, dependency) {
                let mend = "call a facade to the left, or emit an event that `app` hands on";
                findings.push(Finding::error(&manifest, line_of(tree, &manifest, &dependency.name), what, mend));
            }
        }
    }
    findings
}

fn complaint(name: &str, own: usize, dependency: &Dependency) -> Option<String> {
    let used = dependency.name.as_str();
    let for_tests = dependency.kind.as_deref() == Some("dev");
    if used == TESTKIT {
        return (!for_tests).then(|| format!("`{name}` uses `testkit`, which is for tests only"));
    }
    match place(used) {
        Some(place) if place < own => None,
        Some(_) => Some(format!("`{name}` uses `{used}`, which does not stand to its left")),
        None => Some(format!("`{name}` uses `{used}`, which has no place in the house")),
    }
}

fn place(name: &str) -> Option<usize> {
    ORDER.iter().position(|place| place.contains(&name))
}

fn line_of(tree: &Tree, manifest: &str, dependency: &str) -> usize {
    let Some(file) = tree.file(manifest) else { return 0 };
    file.lines().find(|(_, line)| line.split(['.', ' ', '=']).next() == Some(dependency)).map_or(0, |(n, _)| n)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uses(name: &str, used: &str, kind: &str) -> Vec<Finding> {
        let json = format!(
            r#"{{"packages": [{{"name": "{name}", "dependencies": [
                {{"name": "{used}", "kind": {kind}, "path": "somewhere"}},
                {{"name": "serde", "kind": null, "path": null}}]}}]}}"#
        );
        let manifest = format!("crates/{name}/Cargo.toml");
        let tree = Tree::of(&[(&manifest, "[dependencies]\nserde.workspace = true\nweb.workspace = true\n")]);
        crates(&tree, &serde_json::from_str(&json).unwrap())
    }

    #[test]
    fn an_arrow_to_the_left_is_in_order() {
        assert!(uses("network", "people", "null").is_empty());
        assert!(uses("people", "testkit", "\"dev\"").is_empty());
    }

    #[test]
    fn an_arrow_to_the_right_is_not() {
        let findings = uses("store", "web", "null");
        assert_eq!((findings.len(), findings[0].line), (1, 3));
        assert_eq!(uses("typeset", "charter", "null").len(), 1);
        assert_eq!(uses("people", "network", "\"dev\"").len(), 1);
        assert_eq!(uses("people", "testkit", "null").len(), 1);
        assert_eq!(uses("stranger", "kernel", "null").len(), 1);
        assert_eq!(uses("web", "stranger", "null").len(), 1);
    }
}
