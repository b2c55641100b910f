//! Brings in what the words of a credential mean: fetches the npm packages of
//! `contexts/package-lock.json` into the output folder and lets `contexts/build/main.js` write the
//! JSON-LD contexts out, to be embedded.

#![allow(clippy::disallowed_methods, reason = "a build script is told everything by its environment")]

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, exit},
};

const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };
const WATCHED: [&str; 4] = [".npmrc", "package.json", "package-lock.json", "build"];

fn main() {
    let contexts = folder("CARGO_MANIFEST_DIR").join("contexts");
    let out = folder("OUT_DIR").join("contexts");
    println!("cargo:rerun-if-changed=build.rs");
    for part in WATCHED {
        println!("cargo:rerun-if-changed={}", contexts.join(part).display());
    }
    let main = contexts.join("build").join("main.js");
    let done = fs::create_dir_all(&out)
        .map_err(|error| format!("cannot make {}: {error}", out.display()))
        .and_then(|()| fetch(&contexts, &out))
        .and_then(|()| run(Command::new("node").arg(main).arg(&out).current_dir(&out)));
    if let Err(what) = done {
        eprintln!("The contexts of credentials could not be brought in.\n{what}");
        exit(1);
    }
}

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env::var_os(name).unwrap_or_default())
}

/// Fetches the packages, unless those of this lock file are there.
fn fetch(contexts: &Path, out: &Path) -> Result<(), String> {
    let read = |path: PathBuf| fs::read(&path).map_err(|error| format!("cannot read {}: {error}", path.display()));
    let lock = read(contexts.join("package-lock.json"))?;
    let stamp = out.join("fetched-package-lock.json");
    if fs::read(&stamp).is_ok_and(|fetched| fetched == lock) {
        return Ok(());
    }
    for file in ["package.json", "package-lock.json", ".npmrc"] {
        fs::write(out.join(file), read(contexts.join(file))?)
            .map_err(|error| format!("cannot write {file}: {error}"))?;
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
