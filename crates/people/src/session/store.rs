//! SQL of sessions, and who asks.

use super::{
    model::{NewSession, SessionLine},
    rules,
};
use crate::{keys, role::store::held_role};
use access::{SignedIn, Tx};
use kernel::{DateTime, NaiveDate, PersonId, SessionId, Utc, Uuid};
use sea_orm::FromQueryResult;
use store::{Conn, Fault, Migrations, migration, sql};

pub(crate) fn migrations() -> Migrations {
    vec![migration(
        "m0104_people_session",
        "CREATE TABLE session (
            id {uuid} PRIMARY KEY,
            person {uuid} NOT NULL REFERENCES person (id) ON DELETE CASCADE,
            token_hash text NOT NULL UNIQUE,
            started_at {instant} NOT NULL,
            seen_at {instant} NOT NULL,
            expires_at {instant} NOT NULL,
            second_factor {bool} NOT NULL,
            awaits_code {bool} NOT NULL,
            device text NOT NULL
         );
         CREATE INDEX session_person ON session (person);
         CREATE INDEX session_expires ON session (expires_at);",
    )]
}

/// Opens a session and says the secret that goes into the cookie.
pub(crate) async fn open(tx: &Tx, new: &NewSession<'_>) -> Result<String, Fault> {
    let (now, secret) = (tx.env().now(), tx.env().secret());
    let lasts = if new.awaits_code { rules::CODE_WAIT } else { rules::LONGEST };
    sql("INSERT INTO session (id, person, token_hash, started_at, seen_at, expires_at, second_factor, awaits_code, \
         device) VALUES ($1, $2, $3, $4, $4, $5, $6, $7, $8)")
    .bind(tx.env().id::<SessionId>().uuid())
    .bind(new.person.uuid())
    .bind(keys::digest(&secret))
    .bind(now)
    .bind(now + lasts)
    .bind(new.second_factor)
    .bind(new.awaits_code)
    .bind(new.device)
    .run(tx.conn())
    .await?;
    Ok(secret)
}

#[derive(FromQueryResult)]
struct WhoRow {
    id: Uuid,
    person: Uuid,
    seen_at: DateTime<Utc>,
    second_factor: bool,
    display_name: String,
    role: Option<String>,
    scope: Option<String>,
    from_day: Option<NaiveDate>,
    until_day: Option<NaiveDate>,
}

/// Who shows a session's secret and has an account, with the roles held today, and when the session was last seen:
/// one query.
pub(crate) async fn who(
    conn: &impl Conn,
    secret: &str,
    now: DateTime<Utc>,
    today: NaiveDate,
) -> Result<Option<(SignedIn, DateTime<Utc>)>, Fault> {
    let rows: Vec<WhoRow> = sql("SELECT s.id, s.person, s.seen_at, s.second_factor, p.display_name, \
         r.role, r.scope, r.from_day, r.until_day \
         FROM session s JOIN account a ON a.person = s.person JOIN person p ON p.id = s.person \
         LEFT JOIN held_role r ON r.person = s.person AND r.from_day <= $4 AND (r.until_day IS NULL OR r.until_day >= $4) \
         WHERE s.token_hash = $1 AND s.awaits_code = FALSE AND s.expires_at > $2 AND s.seen_at > $3 \
         ORDER BY r.id LIMIT 500")
    .bind(keys::digest(secret))
    .bind(now)
    .bind(now - rules::IDLE)
    .bind(today)
    .all(conn)
    .await?;
    let Some(first) = rows.first() else { return Ok(None) };
    let mut signed_in = SignedIn {
        person: PersonId::from_uuid(first.person),
        name: first.display_name.clone(),
        roles: Vec::new(),
        second_factor: first.second_factor,
        session: Some(SessionId::from_uuid(first.id)),
        token: None,
    };
    let seen_at = first.seen_at;
    for row in rows {
        if let (Some(role), Some(scope), Some(from)) = (row.role, row.scope, row.from_day) {
            signed_in.roles.push(held_role(&role, &scope, from, row.until_day)?);
        }
    }
    // Where no role asks for a second step, none is missing.
    signed_in.second_factor |= !signed_in.roles.iter().any(|held| held.role.needs_second_factor());
    Ok(Some((signed_in, seen_at)))
}

/// Notes that a session is in use.
pub(crate) async fn seen(tx: &Tx, id: SessionId) -> Result<(), Fault> {
    sql("UPDATE session SET seen_at = $1 WHERE id = $2").bind(tx.env().now()).bind(id.uuid()).run(tx.conn()).await?;
    Ok(())
}

/// Who is half signed in with this secret: the code of the second step is awaited.
pub(crate) async fn awaiting_code(
    conn: &impl Conn,
    secret: &str,
    now: DateTime<Utc>,
) -> Result<Option<PersonId>, Fault> {
    let person: Option<Uuid> =
        sql("SELECT person FROM session WHERE token_hash = $1 AND awaits_code = TRUE AND expires_at > $2")
            .bind(keys::digest(secret))
            .bind(now)
            .value(conn)
            .await?;
    Ok(person.map(PersonId::from_uuid))
}

/// Whether the second step was taken in a session.
pub(crate) async fn has_second_factor(conn: &impl Conn, id: SessionId) -> Result<bool, Fault> {
    let taken: Option<bool> =
        sql("SELECT second_factor FROM session WHERE id = $1").bind(id.uuid()).value(conn).await?;
    Ok(taken.unwrap_or(false))
}

/// Notes that the second step was taken in a session.
pub(crate) async fn took_second_step(tx: &Tx, id: SessionId) -> Result<(), Fault> {
    sql("UPDATE session SET second_factor = TRUE WHERE id = $1").bind(id.uuid()).run(tx.conn()).await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct LineRow {
    id: Uuid,
    device: String,
    started_at: DateTime<Utc>,
    seen_at: DateTime<Utc>,
    second_factor: bool,
}

/// The sessions of a person that are open, the one seen last first.
pub(crate) async fn of_person(
    conn: &impl Conn,
    person: PersonId,
    now: DateTime<Utc>,
) -> Result<Vec<SessionLine>, Fault> {
    let rows: Vec<LineRow> = sql("SELECT id, device, started_at, seen_at, second_factor FROM session \
         WHERE person = $1 AND awaits_code = FALSE AND expires_at > $2 AND seen_at > $3 \
         ORDER BY seen_at DESC, id DESC LIMIT 200")
    .bind(person.uuid())
    .bind(now)
    .bind(now - rules::IDLE)
    .all(conn)
    .await?;
    let line = |row: LineRow| SessionLine {
        id: SessionId::from_uuid(row.id),
        device: row.device,
        started_at: row.started_at,
        seen_at: row.seen_at,
        second_factor: row.second_factor,
    };
    Ok(rows.into_iter().map(line).collect())
}

/// Ends the session that a browser shows, whatever its state.
pub(crate) async fn end_by_secret(tx: &Tx, secret: &str) -> Result<(), Fault> {
    sql("DELETE FROM session WHERE token_hash = $1").bind(keys::digest(secret)).run(tx.conn()).await?;
    Ok(())
}

/// Ends one session of a person.
pub(crate) async fn end(tx: &Tx, person: PersonId, id: SessionId) -> Result<(), Fault> {
    sql("DELETE FROM session WHERE id = $1 AND person = $2").bind(id.uuid()).bind(person.uuid()).run(tx.conn()).await?;
    Ok(())
}

/// Ends all sessions of everybody.
pub(crate) async fn end_everybody(tx: &Tx) -> Result<(), Fault> {
    sql("DELETE FROM session").run(tx.conn()).await?;
    Ok(())
}

/// Ends all sessions of a person, but for one that is kept.
pub(crate) async fn end_all(tx: &Tx, person: PersonId, keep: Option<SessionId>) -> Result<(), Fault> {
    let statement = sql("DELETE FROM session WHERE person = $1").bind(person.uuid());
    let statement = match keep {
        Some(id) => statement.push(" AND id <> $2").bind(id.uuid()),
        None => statement,
    };
    statement.run(tx.conn()).await?;
    Ok(())
}
