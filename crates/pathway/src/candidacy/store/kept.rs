//! The SQL of how long a candidacy that led to training is kept.

use access::Tx;
use kernel::{CandidacyId, DateTime, Utc, rome_date};
use store::{Fault, sql};

/// Counts the days of a candidacy whose training is over from now on, unless they are counted.
pub(in crate::candidacy) async fn training_ended(tx: &Tx, id: CandidacyId) -> Result<(), Fault> {
    sql("UPDATE candidacy SET kept_from = $2 WHERE id = $1 AND stage = 'closed' AND kept_from IS NULL")
        .bind(id.uuid())
        .bind(tx.env().now())
        .run(tx.conn())
        .await?;
    Ok(())
}

/// Counts the days of those that led to training before an instant, and whose person has no place
/// today: from their closing where there never was one, else from now on. A place in an edition that
/// ended before that instant is none: it leads nowhere any more. Says of how many.
pub(in crate::candidacy) async fn training_not_begun(tx: &Tx, before: DateTime<Utc>) -> Result<u64, Fault> {
    const THEIRS: &str = "(n.candidacy = candidacy.id OR n.person = candidacy.person)";
    sql(format!(
        "UPDATE candidacy SET kept_from = CASE WHEN EXISTS (SELECT 1 FROM enrolment n WHERE {THEIRS}) \
         THEN $2 ELSE closed_at END WHERE stage = 'closed' AND kept_from IS NULL AND closed_at < $1 \
         AND NOT EXISTS (SELECT 1 FROM enrolment n WHERE {THEIRS} \
         AND n.state IN ('asked', 'waiting', 'admitted', 'paused') \
         AND n.edition IN (SELECT id FROM edition WHERE ends >= $3))"
    ))
    .bind(before)
    .bind(tx.env().now())
    .bind(rome_date(before))
    .run(tx.conn())
    .await
}
