//! Events between slices: written with the change, handled afterwards, at least once.

use crate::{Fault, sql};
use kernel::{DateTime, Env, Event, EventId, Utc};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

pub(crate) async fn record(conn: &impl ConnectionTrait, env: &Env, event: &Event) -> Result<(), Fault> {
    let payload = serde_json::to_value(event).map_err(Fault::unreadable)?;
    sql("INSERT INTO event (id, at, payload) VALUES ($1, $2, $3)")
        .bind(env.uuid())
        .bind(env.now())
        .bind(payload)
        .run(conn)
        .await?;
    Ok(())
}

#[derive(sea_orm::FromQueryResult)]
struct Row {
    id: Uuid,
    payload: serde_json::Value,
}

/// An event that waits, whether or not it can be read: an earlier or later program may have
/// written it.
#[derive(Debug)]
pub struct WaitingEvent {
    /// Which.
    pub id: EventId,
    /// What happened, or why it cannot be read.
    pub event: Result<Event, Fault>,
}

/// The events that wait after the one named, or after none, oldest first, at most `limit`: to read
/// past what cannot be handled.
///
/// # Errors
/// [`Fault`] as the engine says.
pub async fn events_after(
    conn: &impl ConnectionTrait,
    after: Option<EventId>,
    limit: u64,
) -> Result<Vec<WaitingEvent>, Fault> {
    let rows: Vec<Row> = sql("SELECT id, payload FROM event WHERE handled_at IS NULL AND id > $1 ORDER BY id LIMIT $2")
        .bind(after.map_or(Uuid::nil(), EventId::uuid))
        .bind(i64::try_from(limit).unwrap_or(i64::MAX))
        .all(conn)
        .await?;
    let event = |row: Row| WaitingEvent {
        id: EventId::from_uuid(row.id),
        event: serde_json::from_value(row.payload).map_err(Fault::unreadable),
    };
    Ok(rows.into_iter().map(event).collect())
}

/// When the newest of the events that wait happened; `None` where none waits.
///
/// # Errors
/// [`Fault`] as the engine says.
pub async fn newest_pending(conn: &impl ConnectionTrait) -> Result<Option<DateTime<Utc>>, Fault> {
    sql("SELECT at FROM event WHERE handled_at IS NULL ORDER BY at DESC LIMIT 1").value(conn).await
}

/// Notes that events were handled.
///
/// # Errors
/// [`Fault`] as the engine says.
pub async fn handled(conn: &impl ConnectionTrait, env: &Env, events: &[EventId]) -> Result<(), Fault> {
    sql("UPDATE event SET handled_at = $1 WHERE id IN (")
        .bind(env.now())
        .push_list(events.iter().map(|id| id.uuid()))
        .push(")")
        .run(conn)
        .await?;
    Ok(())
}

/// Forgets handled events older than `before`.
///
/// # Errors
/// [`Fault`] as the engine says.
pub async fn forget_handled(conn: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<u64, Fault> {
    sql("DELETE FROM event WHERE handled_at < $1").bind(before).run(conn).await
}
