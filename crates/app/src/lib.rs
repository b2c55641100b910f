//! The program `allapari`: settings, assembly, jobs, command line, demonstration.
//!
//! **Vocabulary.** [`assembly`] puts the slices together on an open database. A *job* is work that
//! one node does at a time. A *command* is what `allapari …` does and ends. The *house* is this
//! crate's own slice: home, start page, feedback, demonstration, running the installation.
//!
//! **Invariants.** All settings come through [`settings`] and `allapari doctor` shows them. No
//! slice is known by another one's tables: what follows from a change in one is bound here, from
//! events, and may run twice without harm.
//!
//! **Walkthrough: a start.** `allapari serve` reads the settings, opens and migrates the database,
//! installs the first Charter where there is none, assembles the slices, binds the address, runs
//! the jobs beside the service, and stops both when it is asked to.

pub mod assembly;
pub mod commands;
mod demo;
pub mod doctor;
mod feedback;
mod home;
pub mod installation;
pub mod jobs;
pub mod mail;
pub mod openapi;
mod operate;
pub mod settings;
mod start;

pub use demo::{Persona, Unmade, entering, made_up, words};

use std::sync::{Arc, OnceLock};
use store::Migrations;
use web::{Routes, Slice, TextFault, Texts};

/// All slices, in the order of the house.
pub fn slices() -> Vec<Slice> {
    vec![people::slice(), consensus::slice(), network::slice(), credentials::slice(), pathway::slice(), house()]
}

/// All texts of the program, read once by a process: commands and pages speak from the same.
///
/// # Errors
/// [`TextFault`] when a text cannot be read or stands twice.
fn texts() -> Result<Arc<Texts>, TextFault> {
    static ALL: OnceLock<Arc<Texts>> = OnceLock::new();
    if let Some(texts) = ALL.get() {
        return Ok(Arc::clone(texts));
    }
    let read = web::texts_of(&slices())?;
    Ok(Arc::clone(ALL.get_or_init(|| read)))
}

/// This crate's own part.
fn house() -> Slice {
    Slice {
        name: "app",
        routes: Routes::new()
            .merge(home::routes())
            .merge(start::routes())
            .merge(feedback::routes())
            .merge(demo::routes())
            .merge(openapi::routes())
            .merge(operate::routes()),
        texts: web::texts!("home", "start", "feedback", "demo", "command", "settings", "doctor", "operate"),
        migrations: own_migrations,
        holdings: vec![Box::new(feedback::Reports)],
        api: None,
    }
}

/// The tables of this crate.
fn own_migrations() -> Migrations {
    let mut own = feedback::migrations();
    own.extend(jobs::store::migrations());
    own.extend(installation::store::migrations());
    own
}

/// All tables, in the order in which they are made.
pub fn migrations() -> Migrations {
    let mut all = access::migrations();
    all.extend(slices().iter().flat_map(|slice| (slice.migrations)()));
    all
}
