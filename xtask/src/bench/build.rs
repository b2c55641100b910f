//! Building for release: the program to measure, and how long a cold build takes.

use crate::run::quietly;
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::{
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

/// The longest that a cold build may take on two cores.
const BOUND: Duration = Duration::from_secs(12 * 60);

/// Builds the program for release and says where it lies.
pub fn release(root: &Path) -> Result<PathBuf> {
    let mut cargo = Command::new("cargo");
    if !quietly(cargo.args(["build", "--release", "--locked", "--package", "app"]).current_dir(root))? {
        bail!("the program does not build");
    }
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    Ok(target.join("release").join("allapari"))
}

/// A unit of the build, as cargo's report on times has it.
#[derive(Debug, Deserialize)]
struct Unit {
    name: String,
    duration: f64,
}

/// Builds everything anew in a folder of its own, prints how long it took and the heaviest parts.
pub fn cold(root: &Path) -> Result<bool> {
    let folder = std::env::temp_dir().join(format!("allapari-build-{}", std::process::id()));
    let started = Instant::now();
    let mut cargo = Command::new("cargo");
    let arguments = ["build", "--release", "--locked", "--package", "app", "--timings", "--target-dir"];
    let built = quietly(cargo.args(arguments).arg(&folder).current_dir(root))?;
    let took = started.elapsed();
    let report = std::fs::read_to_string(folder.join("cargo-timings/cargo-timing.html"));
    std::fs::remove_dir_all(&folder).context("the folder of the cold build stays")?;
    if !built {
        bail!("the program does not build");
    }
    let mut units = units(&report?)?;
    units.sort_by(|a, b| b.duration.total_cmp(&a.duration));
    let heaviest: Vec<_> = units.iter().take(3).map(|u| format!("{} {:.0} s", u.name, u.duration)).collect();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    println!(
        "Cold `cargo build --release` on {cores} cores: {:.1} min; heaviest: {}.",
        took.as_secs_f64() / 60.0,
        heaviest.join(", ")
    );
    Ok(took <= BOUND)
}

/// The units in the report.
fn units(report: &str) -> Result<Vec<Unit>> {
    let start = report.find("UNIT_DATA = ").context("the report on times names no units")?;
    let json = &report[start + "UNIT_DATA = ".len()..];
    let end = json.find("];").context("the report on times is cut off")?;
    Ok(serde_json::from_str(&json[..=end])?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_report_on_times_is_read() {
        let report =
            "<script>\nconst UNIT_DATA = [{\"i\": 0, \"name\": \"typst\", \"duration\": 61.5}];\nconst X = [];";
        let units = units(report).unwrap();
        assert_eq!((units[0].name.as_str(), units.len()), ("typst", 1));
        assert!(super::units("nothing").is_err());
    }
}
