//! `cargo xtask bench`: the program on a small network and on one of national size, on both
//! engines, as a table for `docs/performance.md`.

mod build;
mod client;
mod load;
mod program;

use anyhow::{Context, Result};
use program::{Database, Program};
use std::{
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

/// What to measure.
#[derive(clap::Args)]
pub struct Options {
    /// The program; built for release when none is named.
    #[arg(long)]
    binary: Option<PathBuf>,
    /// A PostgreSQL server on which databases may be made and dropped; without it the one that
    /// ALLAPARI_TEST_DATABASE names, or SQLite alone.
    #[arg(long)]
    postgres: Option<String>,
    /// How many seconds each load lasts.
    #[arg(long, default_value_t = 5)]
    seconds: u64,
    /// How many connections each load keeps open.
    #[arg(long, default_value_t = 8)]
    connections: usize,
    /// Measure a cold build for release as well (about ten minutes).
    #[arg(long)]
    build: bool,
}

/// A made-up network to measure on.
#[derive(Clone, Copy)]
struct Size {
    name: &'static str,
    organisations: u32,
    experts: u32,
    candidacies: u32,
    editions: u32,
}

const SMALL: Size = Size { name: "small", organisations: 60, experts: 300, candidacies: 75, editions: 12 };
const NATIONAL: Size =
    Size { name: "national", organisations: 2000, experts: 30_000, candidacies: 5000, editions: 1000 };

/// What was measured of one network on one engine.
struct Figures {
    seeding: Duration,
    first_page: Duration,
    at_rest_mib: u64,
    directory: Duration,
    directory_deep: Duration,
    check: Duration,
    directory_rate: load::Rate,
    health_rate: load::Rate,
}

/// Measures and prints the tables. Says whether every figure keeps its bound.
pub fn run(root: &Path, options: &Options) -> Result<bool> {
    let binary = match &options.binary {
        Some(binary) => binary.clone(),
        None => build::release(root)?,
    };
    let mut kept = true;
    if options.build {
        kept &= build::cold(root)?;
    }
    let folder = std::env::temp_dir().join(format!("allapari-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let measured = engines(options).into_iter().try_fold(true, |kept, engine| {
        let small = measure(&binary, &Database::new(&engine, &folder, SMALL.name), SMALL, options)?;
        let national = measure(&binary, &Database::new(&engine, &folder, NATIONAL.name), NATIONAL, options)?;
        anyhow::Ok(print(&engine, &small, &national) && kept)
    });
    std::fs::remove_dir_all(&folder).context("the temporary folder stays")?;
    Ok(measured? && kept)
}

fn engines(options: &Options) -> Vec<program::Engine> {
    let named = options.postgres.clone().or_else(|| std::env::var("ALLAPARI_TEST_DATABASE").ok());
    let postgres = named.filter(|url| !url.is_empty()).map(program::Engine::Postgres);
    std::iter::once(program::Engine::Sqlite).chain(postgres).collect()
}

fn measure(binary: &Path, database: &Database, size: Size, options: &Options) -> Result<Figures> {
    database.make()?;
    let figures = measure_on(binary, database, size, options);
    database.remove()?;
    figures
}

fn measure_on(binary: &Path, database: &Database, size: Size, options: &Options) -> Result<Figures> {
    let program = Program::new(binary, database);
    let started = Instant::now();
    let of = |name: &str, number: u32| [format!("--{name}"), number.to_string()];
    let asked = [
        of("organisations", size.organisations),
        of("experts", size.experts),
        of("candidacies", size.candidacies),
        of("editions", size.editions),
    ];
    let words: Vec<&str> = std::iter::once("seed").chain(asked.iter().flatten().map(String::as_str)).collect();
    program.command(&words)?;
    let seeding = started.elapsed();
    program.command(&["charter", "check", "--format", "json"])?;
    let started = Instant::now();
    program.command(&["charter", "check", "--format", "json"])?;
    let check = started.elapsed();

    let (served, first_page) = program.serve()?;
    served.wait_for_rest()?;
    let at_rest_mib = served.memory_mib()?;
    let time = Duration::from_secs(options.seconds);
    let last = format!("/realta?pagina={}", 2.max(size.organisations / 25));
    Ok(Figures {
        seeding,
        first_page,
        at_rest_mib,
        check,
        directory: load::median(served.address(), "/realta", 100)?,
        directory_deep: load::median(served.address(), &last, 50)?,
        directory_rate: load::rate(served.address(), "/realta", options.connections, time),
        health_rate: load::rate(served.address(), "/healthz", options.connections, time),
    })
}

/// A line of the table: what, both figures, the bound, and whether it is kept.
fn line(kept: &mut bool, what: &str, small: String, national: String, bound: &str, holds: bool) {
    *kept &= holds;
    println!("| {what} | {small} | {national} | {bound} | {} |", if holds { "kept" } else { "**not kept**" });
}

fn print(engine: &program::Engine, small: &Figures, national: &Figures) -> bool {
    let mut kept = true;
    let ms = |d: Duration| format!("{:.1} ms", d.as_secs_f64() * 1000.0);
    let ratio = national.directory.as_secs_f64() / small.directory.as_secs_f64();
    println!("\n**{}**\n", engine.name());
    println!(
        "| what | {} organisations, {} experts | {} organisations, {} experts | bound | |",
        SMALL.organisations, SMALL.experts, NATIONAL.organisations, NATIONAL.experts
    );
    println!("|---|---|---|---|---|");
    line(&mut kept, "making the network (`seed`)", ms(small.seeding), ms(national.seeding), "–", true);
    line(
        &mut kept,
        "first page after the start",
        ms(small.first_page),
        ms(national.first_page),
        "300 ms",
        national.first_page <= Duration::from_millis(300),
    );
    line(
        &mut kept,
        "memory at rest",
        format!("{} MiB", small.at_rest_mib),
        format!("{} MiB", national.at_rest_mib),
        "100 MB",
        national.at_rest_mib <= 95,
    );
    line(
        &mut kept,
        "a page of the directory, made anew, median",
        ms(small.directory),
        ms(national.directory),
        "1.5 times",
        ratio <= 1.5,
    );
    line(&mut kept, "its last page, median", ms(small.directory_deep), ms(national.directory_deep), "–", true);
    // Most of it is writing every finding in words; the check alone is measured by the bench `check`.
    let command = "whole Charter check as a command, with its findings in words";
    line(&mut kept, command, ms(small.check), ms(national.check), "–", true);
    print_load(&mut kept, small, national);
    kept
}

/// What the program answers to many at once.
fn print_load(kept: &mut bool, small: &Figures, national: &Figures) {
    let share = |f: &Figures| f.directory_rate.per_second / f.health_rate.per_second.max(1.0);
    let failed = |f: &Figures| f.directory_rate.failed + f.health_rate.failed;
    let rate = |f: &Figures| format!("{:.0}/s", f.directory_rate.per_second);
    line(kept, "`/realta` under load, kept for visitors", rate(small), rate(national), "–", true);
    let rate = |f: &Figures| format!("{:.0}/s", f.health_rate.per_second);
    line(kept, "`/healthz` under load", rate(small), rate(national), "–", true);
    let percent = |f: &Figures| format!("{:.0} %", share(f) * 100.0);
    line(
        kept,
        "directory to health",
        percent(small),
        percent(national),
        "at least a third",
        share(national) >= 1.0 / 3.0,
    );
    line(
        kept,
        "requests that failed",
        failed(small).to_string(),
        failed(national).to_string(),
        "none",
        failed(small) + failed(national) == 0,
    );
}
