//! Packages of npm, brought into a build. For build scripts only.
//!
//! A folder beside the crate's manifest holds `package.json`, `package-lock.json`, `.npmrc` and
//! `build/main.js`. [`embed`] fetches the packages into the output folder and lets that script
//! write there what the crate embeds. No package is kept in the repository.

#![allow(clippy::disallowed_methods, reason = "a build script is told everything by its environment")]
#![allow(clippy::print_stdout, reason = "what a build script prints, cargo reads")]

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, exit},
};

const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };
const ALWAYS_WATCHED: [&str; 4] = [".npmrc", "package.json", "package-lock.json", "build"];

/// Fetches the packages of `folder` and runs `node build/main.js FOLDER OUT`, where OUT is the
/// folder of the same name in `OUT_DIR`. It runs again when one of the four files or something in
/// `watched` changes. Ends the build with what went wrong.
pub fn embed(folder: &str, watched: &[&str]) {
    let from = variable("CARGO_MANIFEST_DIR").join(folder);
    let out = variable("OUT_DIR").join(folder);
    println!("cargo:rerun-if-changed=build.rs");
    for part in ALWAYS_WATCHED.iter().chain(watched) {
        println!("cargo:rerun-if-changed={}", from.join(part).display());
    }
    let main = from.join("build").join("main.js");
    let done = fs::create_dir_all(&out)
        .map_err(|error| format!("cannot make {}: {error}", out.display()))
        .and_then(|()| fetch(&from, &out))
        .and_then(|()| run(Command::new("node").arg(main).arg(&from).arg(&out).current_dir(&out)));
    if let Err(what) = done {
        eprintln!("What `{folder}` brings in from npm could not be built.\n{what}");
        exit(1);
    }
}

fn variable(name: &str) -> PathBuf {
    PathBuf::from(env::var_os(name).unwrap_or_default())
}

/// Fetches the packages, unless those of this lock file are there.
fn fetch(from: &Path, out: &Path) -> Result<(), String> {
    let read = |path: PathBuf| fs::read(&path).map_err(|error| format!("cannot read {}: {error}", path.display()));
    let lock = read(from.join("package-lock.json"))?;
    let stamp = out.join("fetched-package-lock.json");
    if fs::read(&stamp).is_ok_and(|fetched| fetched == lock) {
        return Ok(());
    }
    for file in ["package.json", "package-lock.json", ".npmrc"] {
        fs::write(out.join(file), read(from.join(file))?).map_err(|error| format!("cannot write {file}: {error}"))?;
    }
    run(Command::new(NPM).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(out))?;
    fs::write(stamp, lock).map_err(|error| format!("cannot note what was fetched: {error}"))
}

fn run(command: &mut Command) -> Result<(), String> {
    let said = command.output().map_err(|error| {
        format!("{command:?}: {error}\nInstall Node 20 or newer with npm (on Debian: apt-get install nodejs npm) and build again.")
    })?;
    if said.status.success() {
        return Ok(());
    }
    let (out, err) = (String::from_utf8_lossy(&said.stdout), String::from_utf8_lossy(&said.stderr));
    Err(format!("{command:?} ended with {}:\n{out}{err}", said.status))
}
