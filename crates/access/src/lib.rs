//! Who may do what, and the trace that is left.
//!
//! **Vocabulary.** An [`Actor`] is who asks: a visitor, a person with roles, or the program
//! itself. An [`Act`] is what is asked; a [`Target`] is what it touches. [`policy`] decides, in
//! one plain `match`. A [`Permit`] is the proof that it said yes. A [`Tx`] is a writing
//! transaction opened with a permit: its commit writes the audit row together with the change.
//!
//! **Invariants.** A permit cannot be made without the policy. Nothing is written without a
//! permit, except technical rows ([`Technical`]: sessions seen, attempts counted, mail sent),
//! which say nothing about anybody that the audited act did not say. Every audit row is chained
//! to the one before it in its stream, so that a changed or missing row shows.
//!
//! **Walkthrough: an act.** `Permit::ask(&actor, Act::EditOrganisation, Target::organisation(id,
//! territory))` asks the policy; `permit.begin(&db)` opens the transaction; the store writes;
//! `tx.about(person)` names whom it concerns; `tx.commit()` chains the audit row and commits.

mod act;
mod actor;
pub mod audit;
mod permit;
pub mod policy;
mod privacy;

pub use act::{Act, Target};
pub use actor::{Actor, HeldRole, Role, Scope, SignedIn, TokenScope};
pub use permit::{Permit, Technical, Tx};
pub use policy::matrix;
pub use privacy::{Holding, Retention};

use store::{Migrations, migration};

/// The tables of this crate: the audit log and the head of each of its streams.
pub fn migrations() -> Migrations {
    vec![migration(
        "m0002_access_audit",
        "CREATE TABLE audit_stream (
            stream text PRIMARY KEY,
            seq {int} NOT NULL,
            hash text NOT NULL
         );
         CREATE TABLE audit_entry (
            id {uuid} PRIMARY KEY,
            stream text NOT NULL,
            seq {int} NOT NULL,
            at {instant} NOT NULL,
            actor text NOT NULL,
            actor_person {uuid},
            act text NOT NULL,
            target_kind text NOT NULL,
            target_id {uuid},
            about_person {uuid},
            detail {json} NOT NULL,
            previous text NOT NULL,
            hash text NOT NULL
         );
         CREATE UNIQUE INDEX audit_entry_stream ON audit_entry (stream, seq);
         CREATE INDEX audit_entry_about ON audit_entry (about_person, at);
         CREATE INDEX audit_entry_actor ON audit_entry (actor_person, at);",
    )]
}
