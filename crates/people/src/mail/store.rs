//! SQL of the mail queue.

use super::{
    model::{Mail, MailState, MailToSend, OutboxLine},
    rules,
};
use access::Tx;
use kernel::{DateTime, EmailAddress, MailId, PersonId, Utc, Uuid};
use sea_orm::FromQueryResult;
use store::{Conn, Fault, Migrations, migration, sql};

pub(crate) fn migrations() -> Migrations {
    vec![migration(
        "m0105_people_mail",
        "CREATE TABLE mail (
            id {uuid} PRIMARY KEY,
            to_address text NOT NULL,
            lang text NOT NULL,
            subject text NOT NULL,
            body text,
            state text NOT NULL,
            tries {int} NOT NULL,
            created_at {instant} NOT NULL,
            next_try_at {instant} NOT NULL,
            sent_at {instant},
            last_error text NOT NULL
         );
         CREATE INDEX mail_waiting ON mail (next_try_at) WHERE state = 'waiting';
         CREATE INDEX mail_created ON mail (created_at);
         CREATE INDEX mail_address ON mail (to_address);",
    )]
}

pub(crate) async fn insert(tx: &Tx, mail: &Mail) -> Result<MailId, Fault> {
    let (id, now): (MailId, _) = (tx.env().id(), tx.env().now());
    sql("INSERT INTO mail (id, to_address, lang, subject, body, state, tries, created_at, next_try_at, last_error) \
         VALUES ($1, $2, $3, $4, $5, 'waiting', 0, $6, $6, '')")
    .bind(id.uuid())
    .bind(mail.to.as_str())
    .bind(mail.lang.tag())
    .bind(mail.subject.as_str())
    .bind(mail.body.as_str())
    .bind(now)
    .run(tx.conn())
    .await?;
    Ok(id)
}

#[derive(FromQueryResult)]
struct ToSend {
    id: Uuid,
    to_address: String,
    lang: String,
    subject: String,
    body: Option<String>,
    tries: i64,
}

/// The messages whose time has come, those that wait longest first.
pub(crate) async fn to_send(conn: &impl Conn, now: DateTime<Utc>, limit: i64) -> Result<Vec<MailToSend>, Fault> {
    let rows: Vec<ToSend> = sql("SELECT id, to_address, lang, subject, body, tries FROM mail \
         WHERE state = 'waiting' AND next_try_at <= $1 ORDER BY next_try_at, id LIMIT $2")
    .bind(now)
    .bind(limit)
    .all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            let to = EmailAddress::try_from(row.to_address).map_err(Fault::unreadable)?;
            let lang = row.lang.parse().unwrap_or_default();
            let mail = Mail { to, lang, subject: row.subject, body: row.body.unwrap_or_default() };
            Ok(MailToSend { id: MailId::from_uuid(row.id), mail, tries: row.tries })
        })
        .collect()
}

/// Notes that a message left; its text is kept no longer.
pub(crate) async fn sent(tx: &Tx, id: MailId) -> Result<(), Fault> {
    sql("UPDATE mail SET state = 'sent', body = NULL, sent_at = $1, tries = tries + 1, last_error = '' WHERE id = $2")
        .bind(tx.env().now())
        .bind(id.uuid())
        .run_once(tx.conn())
        .await
}

/// Notes that a message failed: it is tried again later, or given up and its text forgotten.
pub(crate) async fn failed(tx: &Tx, id: MailId, error: &str) -> Result<(), Fault> {
    let tries: Option<i64> =
        sql("SELECT tries FROM mail WHERE id = $1 AND state = 'waiting'").bind(id.uuid()).value(tx.conn()).await?;
    let tries = tries.ok_or(Fault::Stale)? + 1;
    let error: String = error.chars().take(300).collect();
    let statement = if tries >= rules::TRIES {
        sql("UPDATE mail SET tries = $1, last_error = $2, state = 'given-up', body = NULL WHERE id = $3")
            .bind(tries)
            .bind(error)
    } else {
        sql("UPDATE mail SET tries = $1, last_error = $2, next_try_at = $4 WHERE id = $3").bind(tries).bind(error)
    };
    let statement = statement.bind(id.uuid());
    let statement =
        if tries >= rules::TRIES { statement } else { statement.bind(tx.env().now() + rules::wait_after(tries)) };
    statement.run_once(tx.conn()).await
}

/// Gives up all that waits, and forgets its text: it comes from a backup, and may have left since.
pub(crate) async fn give_up_waiting(tx: &Tx) -> Result<(), Fault> {
    sql("UPDATE mail SET state = 'given-up', body = NULL, last_error = 'put back from a backup' \
         WHERE state = 'waiting'")
    .run(tx.conn())
    .await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct LineRow {
    id: Uuid,
    to_address: String,
    subject: String,
    body: Option<String>,
    state: String,
    tries: i64,
    created_at: DateTime<Utc>,
    last_error: String,
}

/// The messages, the newest first, and how many there are.
pub(crate) async fn outbox(conn: &impl Conn, limit: i64, skip: i64) -> Result<(Vec<OutboxLine>, i64), Fault> {
    let rows: Vec<LineRow> = sql("SELECT id, to_address, subject, body, state, tries, created_at, last_error \
         FROM mail ORDER BY created_at DESC, id DESC LIMIT $1 OFFSET $2")
    .bind(limit)
    .bind(skip)
    .all(conn)
    .await?;
    let total: Option<i64> = sql("SELECT CAST(COUNT(*) AS BIGINT) FROM mail").value(conn).await?;
    let line = |row: LineRow| {
        Ok(OutboxLine {
            id: MailId::from_uuid(row.id),
            to: row.to_address,
            subject: row.subject,
            body: row.body,
            state: MailState::from_code(&row.state).ok_or_else(|| Fault::unreadable(&row.state))?,
            tries: row.tries,
            created_at: row.created_at,
            last_error: row.last_error,
        })
    };
    Ok((rows.into_iter().map(line).collect::<Result<_, Fault>>()?, total.unwrap_or(0)))
}

/// How many messages wait, and how many were given up.
pub(crate) async fn counts(conn: &impl Conn) -> Result<(i64, i64), Fault> {
    let count = |state: MailState| {
        sql("SELECT CAST(COUNT(*) AS BIGINT) FROM mail WHERE state = $1").bind(state.code()).value::<i64>(conn)
    };
    let (waiting, given_up) = (count(MailState::Waiting).await?, count(MailState::GivenUp).await?);
    Ok((waiting.unwrap_or(0), given_up.unwrap_or(0)))
}

#[derive(FromQueryResult, serde::Serialize)]
pub(crate) struct Held {
    subject: String,
    state: String,
    created_at: DateTime<Utc>,
}

/// The messages written to a person and still on record, for the export.
pub(crate) async fn held(conn: &impl Conn, person: PersonId) -> Result<Vec<Held>, Fault> {
    sql("SELECT subject, state, created_at FROM mail \
         WHERE to_address = (SELECT email FROM person WHERE id = $1) ORDER BY created_at DESC LIMIT 1000")
    .bind(person.uuid())
    .all(conn)
    .await
}

/// Forgets the messages written to a person.
pub(crate) async fn erase(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    sql("DELETE FROM mail WHERE to_address = (SELECT email FROM person WHERE id = $1)")
        .bind(person.uuid())
        .run(tx.conn())
        .await?;
    Ok(())
}
