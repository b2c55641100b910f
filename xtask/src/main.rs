//! The checks and measures of the house that no linter brings.
//!
//! `cargo xtask tidy` reads the repository and complains about what breaks the order of the
//! house; `cargo xtask e2e` runs the journeys in a real browser; `cargo xtask bench` measures the
//! program on made-up networks of two sizes; `cargo xtask ci` runs all that `.ci/run` runs.

#![allow(clippy::print_stdout, reason = "a tool for the terminal speaks to the terminal")]
#![allow(clippy::disallowed_methods, reason = "the law on time, chance and settings is for the program, not its tools")]

mod bench;
mod run;
mod tidy;

use clap::{Parser, Subcommand};
use std::{path::PathBuf, process::ExitCode};

/// Tools of the repository.
#[derive(Parser)]
#[command(name = "cargo xtask", about = "The checks and measures of the house")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Check the order of the house: crates, files, texts, words, promises.
    Tidy {
        /// Show warnings as well.
        #[arg(long)]
        all: bool,
    },
    /// Run the journeys in a real browser (`e2e/`); what follows goes to node's test runner.
    E2e {
        /// Files of journeys to run; all when none is named.
        files: Vec<String>,
    },
    /// Measure the program on a small network and on one of national size.
    Bench(bench::Options),
    /// Run what continuous integration runs.
    Ci,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let done = match cli.command {
        Command::Tidy { all } => tidy::run(&root(), all),
        Command::E2e { files } => run::journeys(&root(), &files),
        Command::Bench(options) => bench::run(&root(), &options),
        Command::Ci => run::ci(&root()),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            println!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// The root of the repository: the folder above this crate.
fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.parent().map(PathBuf::from).unwrap_or(here)
}
