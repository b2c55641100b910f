//! Running other programs.

use anyhow::{Context, Result};
use std::{path::Path, process::Command};

/// Builds the program, unless `JOURNEYS_PROGRAM` names one, then runs the journeys in `e2e/`. Says
/// whether all went well.
pub fn journeys(root: &Path, files: &[String]) -> Result<bool> {
    let mut build = Command::new("cargo");
    build.args(["build", "--locked", "--package", "app"]).current_dir(root);
    if std::env::var_os("JOURNEYS_PROGRAM").is_none() && !quietly(&mut build)? {
        return Ok(false);
    }
    let folder = root.join("e2e");
    if !folder.join("node_modules").exists()
        && !quietly(Command::new("npm").args(["ci", "--ignore-scripts"]).current_dir(&folder))?
    {
        return Ok(false);
    }
    let mut node = Command::new("npm");
    node.args(["test", "--"]).args(files).current_dir(&folder);
    quietly(&mut node)
}

/// Runs `.ci/run`.
pub fn ci(root: &Path) -> Result<bool> {
    quietly(Command::new("bash").arg(".ci/run").current_dir(root))
}

/// Runs a program to its end and says whether it succeeded.
pub fn quietly(command: &mut Command) -> Result<bool> {
    let status = command.status().with_context(|| format!("{:?} cannot be started", command.get_program()))?;
    Ok(status.success())
}

/// Runs a program and hands back what it printed.
///
/// # Errors
/// What the program said, when it failed.
pub fn output(command: &mut Command) -> Result<String> {
    let said = command.output().with_context(|| format!("{:?} cannot be started", command.get_program()))?;
    if !said.status.success() {
        anyhow::bail!("{:?} failed: {}", command.get_program(), String::from_utf8_lossy(&said.stderr).trim());
    }
    Ok(String::from_utf8_lossy(&said.stdout).into_owned())
}
