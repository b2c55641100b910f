//! The files of the repository, read once.

use crate::run::output;
use anyhow::Result;
use std::{path::Path, process::Command};

/// A text file of the repository.
#[derive(Debug, Clone)]
pub struct File {
    /// From the root of the repository, with `/`.
    pub path: String,
    /// What it says.
    pub text: String,
}

impl File {
    /// The lines with their numbers, from 1.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(i, line)| (i + 1, line))
    }
    /// The last part of the path.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }
    /// Whether it ends in this, such as `.rs`.
    pub fn is(&self, ending: &str) -> bool {
        self.path.ends_with(ending)
    }
    /// Whether it holds only tests.
    pub fn is_test(&self) -> bool {
        self.name() == "tests.rs" || self.path.contains("/tests/") || self.path.starts_with("crates/testkit/")
    }
    /// The lines of Rust that run in the program: no comments, nothing after `#[cfg(test)]`.
    pub fn program_lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.lines()
            .take_while(|(_, line)| line.trim() != "#[cfg(test)]")
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
    }
    /// The number of the line that a byte stands on, from 1.
    pub fn line_at(&self, byte: usize) -> usize {
        self.text.get(..byte).map_or(1, |before| before.matches('\n').count() + 1)
    }
}

/// The files of the repository that are or may be committed.
#[derive(Debug, Default)]
pub struct Tree(Vec<File>);

impl Tree {
    /// Reads what git tracks or would track; files that are not text are left out.
    pub fn read(root: &Path) -> Result<Tree> {
        let listing = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
        let names = output(Command::new("git").args(listing).current_dir(root))?;
        let mut files: Vec<File> = names
            .split('\0')
            .filter(|name| !name.is_empty())
            .filter_map(|name| {
                Some(File { path: name.to_owned(), text: std::fs::read_to_string(root.join(name)).ok()? })
            })
            .collect();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files.dedup_by(|a, b| a.path == b.path);
        Ok(Tree(files))
    }
    /// A made-up repository, for tests.
    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Tree {
        Tree(files.iter().map(|(path, text)| File { path: (*path).to_owned(), text: (*text).to_owned() }).collect())
    }
    /// All files.
    pub fn files(&self) -> &[File] {
        &self.0
    }
    /// The files that end in this and lie under that folder.
    pub fn under<'a>(&'a self, folder: &'a str, ending: &'a str) -> impl Iterator<Item = &'a File> {
        self.0.iter().filter(move |file| file.path.starts_with(folder) && file.path.ends_with(ending))
    }
    /// The file with this path.
    pub fn file(&self, path: &str) -> Option<&File> {
        self.0.iter().find(|file| file.path == path)
    }
}
