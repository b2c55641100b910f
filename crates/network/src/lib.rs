//! The network: who is part of it, where, and what they do together.
//!
//! **Vocabulary.** An *organisation* is a reality (realtà): a service, cooperative, association or
//! group active in peer support. Its *profile sheet* (scheda) says what it does, with figures at a
//! date. A *territory* is one of Italy's 21. A *transfer* carries the register in from a file, by
//! way of a dry run, and out to one.
//!
//! **Invariants.** An organisation is closed, never deleted. The public reads the last sheet that
//! the secretariat confirmed. No organisation and no territory is ranked: lists are in the order of
//! the alphabet, a search in the order of likeness to what was asked. Figures say of which day they
//! are. A dry run changes nothing in the register; a confirmation writes all of a file or nothing.
//!
//! **Walkthrough: a sheet is renewed.** The manager opens `/realta/{id}/scheda`, changes a figure and
//! sends it. `organisation::pages` parses the form into a `Sheet`, asks for a permit to edit this
//! organisation, and `organisation::store` writes a sheet that waits, raises the organisation's
//! version and emits `OrganisationChanged`. The secretariat sees the sheet in its next steps, reads
//! what changed beside what is public, and confirms it: from then on the public reads it.

pub mod facade;
mod organisation;
mod territory;
mod transfer;

/// The tables of this crate, in the order in which they are made.
pub fn migrations() -> store::Migrations {
    let features = [organisation::migrations(), territory::migrations(), transfer::migrations()];
    features.into_iter().flatten().collect()
}
