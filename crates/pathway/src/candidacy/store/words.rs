//! The SQL of the person's own words, of personal links, and of what is kept no longer.

use super::SINCE;
use crate::candidacy::{digest, model::Candidacy};
use access::Tx;
use kernel::{CallId, CandidacyId, DateTime, Duration, EmailAddress, PersonId, Utc, Uuid};
use sea_orm::FromQueryResult;
use store::{Conn, Fault, sql};

/// Keeps the person's words, sealed, over the version that was read.
pub(in crate::candidacy) async fn save(
    tx: &Tx,
    candidacy: &Candidacy,
    sealed: Vec<u8>,
    version: i64,
) -> Result<(), Fault> {
    sql("UPDATE candidacy SET sealed = $3, saved_at = $4, version = version + 1 WHERE id = $1 AND version = $2")
        .bind(candidacy.id.uuid())
        .bind(version)
        .bind(sealed)
        .bind(tx.env().now())
        .run_once(tx.conn())
        .await
}

/// The person's words, sealed; none where nothing was written yet.
pub(in crate::candidacy) async fn sealed(conn: &impl Conn, id: CandidacyId) -> Result<Option<Vec<u8>>, Fault> {
    let found: Option<Option<Vec<u8>>> =
        sql("SELECT sealed FROM candidacy WHERE id = $1").bind(id.uuid()).value(conn).await?;
    Ok(found.flatten())
}

/// Gives a candidacy a new personal link; the old one ends at once.
pub(in crate::candidacy) async fn renew(tx: &Tx, id: CandidacyId) -> Result<String, Fault> {
    let secret = tx.env().secret();
    sql("UPDATE candidacy SET link_digest = $2, link_before = NULL, linked_at = $3 WHERE id = $1")
        .bind(id.uuid())
        .bind(digest(&secret))
        .bind(tx.env().now())
        .run_once(tx.conn())
        .await?;
    Ok(secret)
}

/// Gives a candidacy a new link for who lost it, unless one was made less than an hour ago. Anybody
/// can ask for it who knows the address: the link in use ends only once the new one is opened.
pub(in crate::candidacy) async fn renew_unless_recent(tx: &Tx, id: CandidacyId) -> Result<Option<String>, Fault> {
    let recent: Option<i64> = sql("SELECT CAST(COUNT(*) AS BIGINT) FROM candidacy WHERE id = $1 AND linked_at > $2")
        .bind(id.uuid())
        .bind(tx.env().now() - Duration::hours(1))
        .value(tx.conn())
        .await?;
    if recent.unwrap_or(0) > 0 {
        return Ok(None);
    }
    let secret = tx.env().secret();
    sql("UPDATE candidacy SET link_before = COALESCE(link_before, link_digest), link_digest = $2, linked_at = $3 \
         WHERE id = $1")
    .bind(id.uuid())
    .bind(digest(&secret))
    .bind(tx.env().now())
    .run_once(tx.conn())
    .await?;
    Ok(Some(secret))
}

/// Whether another link stands beside the one with this secret, which nobody opened so far.
pub(in crate::candidacy) async fn is_unopened(conn: &impl Conn, secret: &str) -> Result<bool, Fault> {
    let found: Option<i64> =
        sql("SELECT CAST(COUNT(*) AS BIGINT) FROM candidacy WHERE link_digest = $1 AND link_before IS NOT NULL")
            .bind(digest(secret))
            .value(conn)
            .await?;
    Ok(found.unwrap_or(0) > 0)
}

/// Ends the link that stood before the one with this secret.
pub(in crate::candidacy) async fn end_before(tx: &Tx, secret: &str) -> Result<(), Fault> {
    sql("UPDATE candidacy SET link_before = NULL WHERE link_digest = $1").bind(digest(secret)).run(tx.conn()).await?;
    Ok(())
}

/// The candidacies entered by link whose mail goes to an address, the latest first.
pub(in crate::candidacy) async fn reached_by(
    conn: &impl Conn,
    email: &EmailAddress,
) -> Result<Vec<CandidacyId>, Fault> {
    let ids: Vec<Uuid> = sql("SELECT id FROM candidacy WHERE email = $1 AND link_digest IS NOT NULL \
         ORDER BY begun_at DESC, id DESC LIMIT 5")
    .bind(email.as_str())
    .values(conn)
    .await?;
    Ok(ids.into_iter().map(CandidacyId::from_uuid).collect())
}

/// How many letters with a link went to an address since an instant.
pub(in crate::candidacy) async fn begun_since(
    conn: &impl Conn,
    email: &EmailAddress,
    since: DateTime<Utc>,
) -> Result<i64, Fault> {
    let count = sql("SELECT CAST(COUNT(*) AS BIGINT) FROM candidacy WHERE email = $1 AND begun_at > $2")
        .bind(email.as_str())
        .bind(since)
        .value(conn)
        .await?;
    Ok(count.unwrap_or(0))
}

/// How many were begun for a call by link since an instant: a limit against floods.
pub(in crate::candidacy) async fn flood(conn: &impl Conn, call: CallId, since: DateTime<Utc>) -> Result<i64, Fault> {
    let count = sql("SELECT CAST(COUNT(*) AS BIGINT) FROM candidacy WHERE call = $1 AND begun_at > $2 \
         AND link_digest IS NOT NULL")
    .bind(call.uuid())
    .bind(since)
    .value(conn)
    .await?;
    Ok(count.unwrap_or(0))
}

/// Removes a candidacy with all that belongs to it: a draft given up, or one whose time is over.
pub(in crate::candidacy) async fn remove(tx: &Tx, id: CandidacyId) -> Result<(), Fault> {
    for statement in [
        "DELETE FROM candidacy_grant WHERE candidacy = $1",
        "DELETE FROM candidacy_told WHERE candidacy = $1",
        "DELETE FROM candidacy_seen WHERE candidacy = $1",
        "DELETE FROM candidacy WHERE id = $1",
    ] {
        sql(statement).bind(id.uuid()).run(tx.conn()).await?;
    }
    Ok(())
}

#[derive(FromQueryResult)]
struct OldRow {
    id: Uuid,
    person: Option<Uuid>,
    made_person: bool,
}

/// A candidacy whose time is over.
#[derive(Debug, Clone, Copy)]
pub(in crate::candidacy) struct Old {
    pub(in crate::candidacy) id: CandidacyId,
    /// The person, where nobody but this candidacy put them on record.
    pub(in crate::candidacy) made: Option<PersonId>,
}

/// Drafts that nobody touched since an instant.
pub(in crate::candidacy) async fn old_drafts(
    conn: &impl Conn,
    before: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<Old>, Fault> {
    old(conn, "stage = 'draft' AND saved_at < $1 ORDER BY saved_at, id", before, limit).await
}

/// Candidacies closed before an instant; of those that led to training, where it ended before.
pub(in crate::candidacy) async fn old_closed(
    conn: &impl Conn,
    before: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<Old>, Fault> {
    old(conn, "kept_from < $1 ORDER BY kept_from, id", before, limit).await
}

async fn old(conn: &impl Conn, which: &str, before: DateTime<Utc>, limit: i64) -> Result<Vec<Old>, Fault> {
    let rows: Vec<OldRow> = sql(format!("SELECT id, person, made_person FROM candidacy WHERE {which} LIMIT $2"))
        .bind(before)
        .bind(limit)
        .all(conn)
        .await?;
    let old = |row: OldRow| Old {
        id: CandidacyId::from_uuid(row.id),
        made: row.person.filter(|_| row.made_person).map(PersonId::from_uuid),
    };
    Ok(rows.into_iter().map(old).collect())
}

/// Whether a person has another candidacy than this one.
pub(in crate::candidacy) async fn has_another(
    conn: &impl Conn,
    person: PersonId,
    than: CandidacyId,
) -> Result<bool, Fault> {
    let count: Option<i64> = sql("SELECT CAST(COUNT(*) AS BIGINT) FROM candidacy WHERE person = $1 AND id <> $2")
        .bind(person.uuid())
        .bind(than.uuid())
        .value(conn)
        .await?;
    Ok(count.unwrap_or(0) > 0)
}

/// Whether this candidacy put its person on record.
pub(in crate::candidacy) async fn made_person(conn: &impl Conn, id: CandidacyId) -> Result<bool, Fault> {
    let made: Option<bool> = sql("SELECT made_person FROM candidacy WHERE id = $1").bind(id.uuid()).value(conn).await?;
    Ok(made.unwrap_or(false))
}

/// Who has been told that a candidacy waits.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::candidacy) struct ToldOf {
    pub(in crate::candidacy) panel: bool,
    pub(in crate::candidacy) coordinator: bool,
}

#[derive(FromQueryResult)]
struct ToldOfRow {
    id: Uuid,
    still_since: DateTime<Utc>,
    told_panel_at: Option<DateTime<Utc>>,
    told_coordinator_at: Option<DateTime<Utc>>,
}

/// Who has been told since each of these stands still.
pub(in crate::candidacy) async fn told_of(
    conn: &impl Conn,
    ids: &[CandidacyId],
) -> Result<std::collections::HashMap<CandidacyId, ToldOf>, Fault> {
    let rows: Vec<ToldOfRow> = sql(format!(
        "SELECT c.id, {SINCE} AS still_since, c.told_panel_at, c.told_coordinator_at FROM candidacy c WHERE c.id IN ("
    ))
    .push_list(ids.iter().map(|id| id.uuid()))
    .push(") ORDER BY c.id LIMIT 500")
    .all(conn)
    .await?;
    let told = |row: ToldOfRow| {
        let since = |at: Option<DateTime<Utc>>| at.is_some_and(|at| at >= row.still_since);
        let told = ToldOf { panel: since(row.told_panel_at), coordinator: since(row.told_coordinator_at) };
        (CandidacyId::from_uuid(row.id), told)
    };
    Ok(rows.into_iter().map(told).collect())
}

/// Writes down that the panel, or the coordinator, was told that a candidacy waits.
pub(in crate::candidacy) async fn note_told(tx: &Tx, id: CandidacyId, coordinator: bool) -> Result<(), Fault> {
    let column = if coordinator { "told_coordinator_at" } else { "told_panel_at" };
    sql(format!("UPDATE candidacy SET {column} = $2 WHERE id = $1"))
        .bind(id.uuid())
        .bind(tx.env().now())
        .run(tx.conn())
        .await?;
    Ok(())
}

/// Forgets a person: what they wrote goes with the rows of their drafts; what was sent stays as a
/// day and a way for the organisation's duties, without the person.
pub(in crate::candidacy) async fn erase(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    for statement in [
        "DELETE FROM candidacy_grant WHERE candidacy IN (SELECT id FROM candidacy WHERE person = $1)",
        "DELETE FROM candidacy_told WHERE candidacy IN (SELECT id FROM candidacy WHERE person = $1)",
        "DELETE FROM candidacy_seen WHERE candidacy IN (SELECT id FROM candidacy WHERE person = $1)",
        "DELETE FROM candidacy WHERE person = $1 AND stage = 'draft'",
        "UPDATE candidacy_seen SET reader = NULL WHERE reader = $1",
        "UPDATE candidacy_told SET told_by = NULL WHERE told_by = $1",
    ] {
        sql(statement).bind(person.uuid()).run(tx.conn()).await?;
    }
    sql("UPDATE candidacy SET outcome = CASE WHEN outcome IS NULL THEN 'withdrawn' ELSE outcome END, \
         closed_at = CASE WHEN closed_at IS NULL THEN $2 ELSE closed_at END, stage = 'closed', \
         kept_from = COALESCE(kept_from, closed_at, $2), \
         person = NULL, link_digest = NULL, link_before = NULL, email = NULL, sealed = NULL, previous = NULL, version = version + 1 \
         WHERE person = $1")
    .bind(person.uuid())
    .bind(tx.env().now())
    .run(tx.conn())
    .await?;
    Ok(())
}
