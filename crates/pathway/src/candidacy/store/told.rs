//! The SQL of what happened to a candidacy, who read what, and what the person shares.

use crate::candidacy::model::{Seen, Told};
use access::Tx;
use kernel::{CandidacyId, DateTime, PersonId, Utc, Uuid};
use sea_orm::FromQueryResult;
use store::{Conn, Fault, sql};

/// Adds a line to what the person reads of their candidacy.
pub(in crate::candidacy) async fn tell(
    tx: &Tx,
    candidacy: CandidacyId,
    what: &str,
    by: Option<PersonId>,
    detail: &str,
) -> Result<(), Fault> {
    sql("INSERT INTO candidacy_told (id, candidacy, what, told_by, detail, told_at) VALUES ($1, $2, $3, $4, $5, $6)")
        .bind(tx.env().uuid())
        .bind(candidacy.uuid())
        .bind(what)
        .bind(by.map(PersonId::uuid))
        .bind(detail)
        .bind(tx.env().now())
        .run(tx.conn())
        .await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct ToldRow {
    what: String,
    told_by: Option<Uuid>,
    detail: String,
    told_at: DateTime<Utc>,
}

/// What happened, the latest first.
pub(in crate::candidacy) async fn told(conn: &impl Conn, candidacy: CandidacyId) -> Result<Vec<Told>, Fault> {
    let rows: Vec<ToldRow> = sql("SELECT what, told_by, detail, told_at FROM candidacy_told WHERE candidacy = $1 \
         ORDER BY told_at DESC, id DESC LIMIT 200")
    .bind(candidacy.uuid())
    .all(conn)
    .await?;
    let told = |row: ToldRow| Told {
        what: row.what,
        by: row.told_by.map(PersonId::from_uuid),
        detail: row.detail,
        at: row.told_at,
    };
    Ok(rows.into_iter().map(told).collect())
}

/// Notes that somebody read something: once a day.
pub(in crate::candidacy) async fn see(
    tx: &Tx,
    candidacy: CandidacyId,
    reader: PersonId,
    what: &str,
) -> Result<(), Fault> {
    sql("INSERT INTO candidacy_seen (id, candidacy, reader, what, seen_on, seen_at) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (candidacy, reader, what, seen_on) DO NOTHING")
    .bind(tx.env().uuid())
    .bind(candidacy.uuid())
    .bind(reader.uuid())
    .bind(what)
    .bind(tx.env().today())
    .bind(tx.env().now())
    .run(tx.conn())
    .await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct SeenRow {
    what: String,
    reader: Option<Uuid>,
    seen_at: DateTime<Utc>,
}

/// Who read what, the latest first.
pub(in crate::candidacy) async fn seen(conn: &impl Conn, candidacy: CandidacyId) -> Result<Vec<Seen>, Fault> {
    let rows: Vec<SeenRow> = sql("SELECT what, reader, seen_at FROM candidacy_seen WHERE candidacy = $1 \
         ORDER BY seen_at DESC, id DESC LIMIT 200")
    .bind(candidacy.uuid())
    .all(conn)
    .await?;
    let seen = |row: SeenRow| Seen { what: row.what, reader: row.reader.map(PersonId::from_uuid), at: row.seen_at };
    Ok(rows.into_iter().map(seen).collect())
}

/// Lets the panel read the person's words; let already, it stays so.
pub(in crate::candidacy) async fn share(tx: &Tx, candidacy: CandidacyId, wording: &str) -> Result<(), Fault> {
    sql("INSERT INTO candidacy_grant (id, candidacy, wording, given_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (candidacy) WHERE withdrawn_at IS NULL DO NOTHING")
    .bind(tx.env().uuid())
    .bind(candidacy.uuid())
    .bind(wording)
    .bind(tx.env().now())
    .run(tx.conn())
    .await?;
    Ok(())
}

/// Takes it back, at once.
pub(in crate::candidacy) async fn unshare(tx: &Tx, candidacy: CandidacyId) -> Result<(), Fault> {
    sql("UPDATE candidacy_grant SET withdrawn_at = $2 WHERE candidacy = $1 AND withdrawn_at IS NULL")
        .bind(candidacy.uuid())
        .bind(tx.env().now())
        .run(tx.conn())
        .await?;
    Ok(())
}
