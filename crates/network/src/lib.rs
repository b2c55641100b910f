//! The network: who is part of it, where, and what they do together.
//!
//! **Vocabulary.** An *organisation* is a reality (realtà): a service, cooperative, association or
//! group active in peer support. Its *profile sheet* (scheda) says what it does, with figures at a
//! date. A *territory* is one of Italy's 21. A *transfer* carries the register in from a file, by
//! way of a dry run, and out to one. An *expert* keeps their own profile; an organisation keeps
//! *roles* of experts, volunteer or paid, over time. A *reference group* upholds an expert's
//! identity. An *endorsement* is an organisation's assent to an exact version of the Document or
//! the Charter; a *twinning* joins a mature reality and one that starts.
//! *Facts* are what is known of an organisation; a *finding* is what a rule of the Charter says of it.
//!
//! **Invariants.** An organisation is closed, never deleted. The public reads the last sheet that
//! the secretariat confirmed. No organisation and no territory is ranked: lists are in the order of
//! the alphabet, a search in the order of likeness to what was asked. Figures say of which day they
//! are. A dry run changes nothing in the register; a confirmation writes all of a file or nothing.
//! Nobody is shown in public as an expert without a consent in force at that moment. Lived
//! experience rests on the person's own word: no diagnosis and no document has a place to stand.
//! Which groups somebody belongs to is theirs alone; an organisation reads a number, none
//! below five and none that says it of all. Nobody is recorded as an expert of an organisation without having accepted its
//! invitation.
//! A finding belongs to its organisation: it is public only while the organisation says so, and private
//! again when it changes.
//!
//! **Walkthrough: a sheet is renewed.** The manager opens `/realta/{id}/scheda`, changes a figure and
//! sends it. `organisation::pages` parses the form into a `Sheet`, asks for a permit to edit this
//! organisation, and `organisation::store` writes a sheet that waits, raises the organisation's
//! version and emits `OrganisationChanged`. The secretariat sees the sheet in its next steps, reads
//! what changed beside what is public, and confirms it: from then on the public reads it.

mod announcement;
mod calendar;
mod endorsement;
mod expert;
pub mod facade;
mod findings;
mod group;
mod member;
mod organisation;
mod territory;
mod transfer;
mod twinning;

/// The tables of this crate, in the order in which they are made.
pub fn migrations() -> store::Migrations {
    let features = [
        organisation::migrations(),
        territory::migrations(),
        transfer::migrations(),
        expert::migrations(),
        group::migrations(),
        endorsement::migrations(),
        twinning::migrations(),
        announcement::migrations(),
        calendar::migrations(),
        findings::migrations(),
    ];
    features.into_iter().flatten().collect()
}

/// What this crate hands over to be assembled.
pub fn slice() -> web::Slice {
    let mut api = organisation::description();
    api.merge(territory::description());
    api.merge(findings::api());
    web::Slice {
        name: "network",
        routes: organisation::routes()
            .merge(territory::routes())
            .merge(transfer::routes())
            .merge(expert::routes())
            .merge(group::routes())
            .merge(member::routes())
            .merge(endorsement::routes())
            .merge(twinning::routes())
            .merge(announcement::routes())
            .merge(calendar::routes())
            .merge(findings::routes()),
        texts: web::texts!(
            "organisation",
            "territory",
            "transfer",
            "expert",
            "group",
            "member",
            "endorsement",
            "twinning",
            "announcement",
            "calendar",
            "findings",
        ),
        migrations,
        holdings: vec![
            Box::new(expert::Held),
            Box::new(group::Held),
            Box::new(endorsement::Held),
            Box::new(announcement::Held),
            Box::new(calendar::Held),
        ],
        api: Some(api),
    }
}
