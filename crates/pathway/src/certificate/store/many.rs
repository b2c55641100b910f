//! What is done with many certificates at once: proposed, signed, issued, with one statement for many
//! of them.

use super::standing;
use crate::{
    certificate::{
        model::{Certificate, NewCertificate, Stage},
        rules::{self, Step},
    },
    course::insert_many,
    panel::Side,
};
use access::Tx;
use kernel::{CertificateId, CredentialId, EnrolmentId, PersonId};
use sea_orm::Value;
use store::{Fault, Sql, sql};

/// How many rows one statement changes.
const PORTION: usize = 400;

/// Writes proposals down, which is the first signature of each. [`Fault::Duplicate`] when one stands
/// already; then none is written.
pub(in crate::certificate) async fn propose(
    tx: &mut Tx,
    all: &[NewCertificate],
    by: PersonId,
    side: Side,
) -> Result<Vec<CertificateId>, Fault> {
    let now = tx.env().now();
    let ids: Vec<CertificateId> = all.iter().map(|_| tx.env().id()).collect();
    let row = |(id, new): (&CertificateId, &NewCertificate)| {
        vec![
            id.uuid().into(),
            new.organisation.uuid().into(),
            new.edition.uuid().into(),
            new.enrolment.uuid().into(),
            new.holder.uuid().into(),
            Stage::Proposed.code().into(),
            by.uuid().into(),
            side.code().into(),
            now.into(),
            1_i64.into(),
        ]
    };
    let into =
        "certificate (id, organisation, edition, enrolment, holder, stage, first_by, first_side, first_at, version)";
    insert_many(tx.conn(), into, ids.iter().zip(all).map(row).collect()).await?;
    all.iter().for_each(|new| tx.about(new.holder));
    Ok(ids)
}

/// Adds a person's second signature, over the versions that were read. `met` says of a place whether
/// what the course asks is met. [`Fault::Stale`] where one of them no longer fits; then none is signed.
pub(in crate::certificate) async fn sign(
    tx: &mut Tx,
    all: &[Certificate],
    (by, side): (PersonId, Side),
    met: impl Fn(EnrolmentId) -> bool,
) -> Result<(), Fault> {
    for one in all {
        rules::after(standing(one), Step::Sign(by, side), met(one.enrolment)).map_err(|_| Fault::Stale)?;
    }
    let now = tx.env().now();
    for portion in all.chunks(PORTION) {
        let update = sql("UPDATE certificate SET stage = $1, second_by = $2, second_side = $3, second_at = $4, \
             version = version + 1 WHERE (id, version) IN (VALUES ")
        .bind(Stage::Signed.code())
        .bind(by.uuid())
        .bind(side.code())
        .bind(now);
        let read = portion.iter().map(|one| -> [Value; 2] { [one.id.uuid().into(), one.version.into()] });
        every_one(tx, update.push_rows(read).push(")"), portion.len()).await?;
    }
    all.iter().for_each(|one| tx.about(one.holder));
    Ok(())
}

/// Writes down that certificates were issued, each with its signed record, over the versions that
/// were read: of two who do it at once one gets [`Fault::Stale`], and with it nothing of the second
/// stays. What the course asks is met by all of them.
pub(in crate::certificate) async fn issued(tx: &mut Tx, all: &[(&Certificate, CredentialId)]) -> Result<(), Fault> {
    for (one, _) in all {
        rules::after(standing(one), Step::Issue, true).map_err(|_| Fault::Stale)?;
    }
    let now = tx.env().now();
    for portion in all.chunks(PORTION) {
        // What differs from one to the next stands in a table of the statement's own.
        let update = sql("WITH issuing (certificate_id, read_version, credential_id) AS (VALUES ")
            .bind(Stage::Issued.code())
            .bind(now);
        let record = |(one, credential): &(&Certificate, CredentialId)| -> [Value; 3] {
            [one.id.uuid().into(), one.version.into(), credential.uuid().into()]
        };
        let update = update.push_rows(portion.iter().map(record)).push(
            ") UPDATE certificate SET stage = $1, issued_at = $2, credential = issuing.credential_id, \
             version = version + 1 FROM issuing \
             WHERE certificate.id = issuing.certificate_id AND certificate.version = issuing.read_version",
        );
        every_one(tx, update, portion.len()).await?;
    }
    all.iter().for_each(|(one, _)| tx.about(one.holder));
    Ok(())
}

/// Runs a statement that must change that many rows. [`Fault::Stale`] when it changed fewer.
async fn every_one(tx: &Tx, statement: Sql, count: usize) -> Result<(), Fault> {
    let changed = statement.run(tx.conn()).await?;
    if usize::try_from(changed).ok() == Some(count) { Ok(()) } else { Err(Fault::Stale) }
}
