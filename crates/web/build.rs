//! Dresses the pages: fetches the npm packages of `assets/package-lock.json` into the output
//! folder and lets `assets/build/main.js` make from them what the pages use.

#![allow(clippy::disallowed_methods, reason = "a build script is told everything by its environment")]

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, exit},
};

const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };
const WATCHED: [&str; 8] = [".npmrc", "package.json", "package-lock.json", "icons.json", "build", "scss", "js", "svg"];

fn main() {
    let assets = folder("CARGO_MANIFEST_DIR").join("assets");
    let out = folder("OUT_DIR").join("assets");
    println!("cargo:rerun-if-changed=build.rs");
    for part in WATCHED {
        println!("cargo:rerun-if-changed={}", assets.join(part).display());
    }
    let done = fs::create_dir_all(&out)
        .map_err(|error| format!("cannot make {}: {error}", out.display()))
        .and_then(|()| fetch(&assets, &out))
        .and_then(|()| make(&assets, &out));
    if let Err(what) = done {
        eprintln!("The pages' assets could not be built.\n{what}");
        exit(1);
    }
}

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env::var_os(name).unwrap_or_default())
}

/// Fetches the packages, unless those of this lock file are there.
fn fetch(assets: &Path, out: &Path) -> Result<(), String> {
    let read = |path: PathBuf| fs::read(&path).map_err(|error| format!("cannot read {}: {error}", path.display()));
    let lock = read(assets.join("package-lock.json"))?;
    let stamp = out.join("fetched-package-lock.json");
    if fs::read(&stamp).is_ok_and(|fetched| fetched == lock) {
        return Ok(());
    }
    for file in ["package.json", "package-lock.json", ".npmrc"] {
        fs::write(out.join(file), read(assets.join(file))?).map_err(|error| format!("cannot write {file}: {error}"))?;
    }
    run(Command::new(NPM).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(out))?;
    fs::write(stamp, lock).map_err(|error| format!("cannot note what was fetched: {error}"))
}

/// Compiles the style sheet, picks fonts and icons, draws the map's outlines.
fn make(assets: &Path, out: &Path) -> Result<(), String> {
    run(Command::new("node").arg(assets.join("build").join("main.js")).arg(assets).arg(out).current_dir(out))
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
