//! A certificate from its proposal on: who signed it, where it stands, why it was revoked.

use crate::panel::Side;
use credentials::facade::IssuingError;
use kernel::{
    CertificateId, CredentialId, DateTime, EditionId, EnrolmentId, NaiveDate, OrganisationId, PersonId, TaskId, Utc,
};

store::coded! {
    /// Where a certificate stands.
    Stage {
        /// One person signed, the second has not yet.
        Proposed = "proposed",
        /// Two people of both kinds signed.
        Signed = "signed",
        /// It was issued: the person has it.
        Issued = "issued",
        /// It was taken back before it was issued.
        Withdrawn = "withdrawn",
        /// It was revoked for an error in issuing.
        Revoked = "revoked",
    }
}

store::coded! {
    /// Why a certificate was left out where many are issued.
    Left {
        /// What the course asks is not met any more.
        NotMet = "not-met",
        /// The name of somebody who signed is not on record any more.
        NoName = "no-name",
        /// It cannot be set on paper.
        NoPaper = "no-paper",
    }
}

/// One of the two signatures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signature {
    /// By whom; none once that person's data were erased.
    pub by: Option<PersonId>,
    /// Of which kind.
    pub side: Side,
    /// When.
    pub at: DateTime<Utc>,
}

/// A certificate on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// Which.
    pub id: CertificateId,
    /// Whose course it is.
    pub organisation: OrganisationId,
    /// Of which edition.
    pub edition: EditionId,
    /// For which place in it.
    pub enrolment: EnrolmentId,
    /// Whose it is.
    pub holder: PersonId,
    /// Where it stands.
    pub stage: Stage,
    /// The signature of who proposed it.
    pub first: Signature,
    /// The second one, where it was given.
    pub second: Option<Signature>,
    /// When it was issued.
    pub issued_at: Option<DateTime<Utc>>,
    /// The signed record, where it was issued.
    pub credential: Option<CredentialId>,
    /// When and why it was revoked.
    pub revoked: Option<(DateTime<Utc>, IssuingError)>,
    /// The work that issues it, where it is issued with others.
    pub task: Option<TaskId>,
    /// The version that was read.
    pub version: i64,
}

impl Certificate {
    /// The day in Italy on which it was issued.
    pub fn issued_on(&self) -> Option<NaiveDate> {
        self.issued_at.map(kernel::rome_date)
    }
}

/// A certificate to be proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewCertificate {
    /// Whose course it is.
    pub organisation: OrganisationId,
    /// Of which edition.
    pub edition: EditionId,
    /// For which place in it.
    pub enrolment: EnrolmentId,
    /// Whose it will be.
    pub holder: PersonId,
}

/// Somebody who was named to sign the certificates of an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signatory {
    /// Who.
    pub person: PersonId,
    /// Of which kind.
    pub side: Side,
}

/// Long work: many certificates of an edition are issued one after another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Task {
    /// Which.
    pub id: TaskId,
    /// Whose.
    pub organisation: OrganisationId,
    /// Of which edition.
    pub edition: EditionId,
    /// Who asked for it.
    pub asked_by: Option<PersonId>,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// When the last one was done.
    pub finished_at: Option<DateTime<Utc>>,
    /// How many certificates.
    pub total: i64,
    /// How many of them are issued and set on paper.
    pub done: i64,
    /// How many were left out.
    pub left_out: i64,
}

impl Task {
    /// How far it is, in percent, rounded down.
    pub fn percent(&self) -> i64 {
        if self.total == 0 { 100 } else { (self.done + self.left_out) * 100 / self.total }
    }
}
