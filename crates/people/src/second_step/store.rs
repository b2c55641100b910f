//! SQL of the second step.

use super::{
    model::{SharedSecret, Steps},
    rules,
};
use crate::keys::MasterKey;
use access::Tx;
use kernel::{DateTime, PersonId, Utc};
use sea_orm::{FromQueryResult, Value};
use store::{Conn, Fault, Migrations, migration, sql};

pub(crate) fn migrations() -> Migrations {
    vec![migration(
        "m0108_people_second_step",
        "CREATE TABLE second_step (
            person {uuid} PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
            sealed {bytes} NOT NULL,
            last_step {int} NOT NULL,
            set_up_at {instant} NOT NULL
         );
         CREATE TABLE recovery_code (
            code_hash text PRIMARY KEY,
            person {uuid} NOT NULL REFERENCES person (id) ON DELETE CASCADE
         );
         CREATE INDEX recovery_code_person ON recovery_code (person);",
    )]
}

#[derive(FromQueryResult)]
struct StepsRow {
    codes: i64,
    recovery_left: i64,
    passkeys: i64,
}

/// What a person has of second steps.
pub(crate) async fn steps(conn: &impl Conn, person: PersonId) -> Result<Steps, Fault> {
    let row: Option<StepsRow> =
        sql("SELECT CAST((SELECT COUNT(*) FROM second_step WHERE person = $1) AS BIGINT) AS codes, \
         CAST((SELECT COUNT(*) FROM recovery_code WHERE person = $1) AS BIGINT) AS recovery_left, \
         CAST((SELECT COUNT(*) FROM passkey WHERE person = $1) AS BIGINT) AS passkeys")
        .bind(person.uuid())
        .one(conn)
        .await?;
    let row = row.unwrap_or(StepsRow { codes: 0, recovery_left: 0, passkeys: 0 });
    Ok(Steps { codes: row.codes > 0, recovery_left: row.recovery_left, passkeys: row.passkeys })
}

/// Sets codes by the clock up; `step` is the one whose code proved that the device has the secret.
pub(crate) async fn set_up(
    tx: &Tx,
    master: &MasterKey,
    person: PersonId,
    secret: &SharedSecret,
    step: i64,
) -> Result<(), Fault> {
    sql("INSERT INTO second_step (person, sealed, last_step, set_up_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (person) DO UPDATE SET sealed = excluded.sealed, last_step = excluded.last_step, \
         set_up_at = excluded.set_up_at")
    .bind(person.uuid())
    .bind(secret.seal(tx.env(), master, person)?)
    .bind(step)
    .bind(tx.env().now())
    .run(tx.conn())
    .await?;
    Ok(())
}

/// Puts new recovery codes in the place of the old ones and says them, once.
pub(crate) async fn new_recovery_codes(tx: &Tx, master: &MasterKey, person: PersonId) -> Result<Vec<String>, Fault> {
    sql("DELETE FROM recovery_code WHERE person = $1").bind(person.uuid()).run(tx.conn()).await?;
    let codes = rules::recovery_codes(tx.env());
    let row =
        |code: &String| -> [Value; 2] { [rules::recovery_hash(master, person, code).into(), person.uuid().into()] };
    sql("INSERT INTO recovery_code (code_hash, person) VALUES ")
        .push_rows(codes.iter().map(row))
        .run(tx.conn())
        .await?;
    Ok(codes)
}

#[derive(FromQueryResult)]
struct Row {
    sealed: Vec<u8>,
    last_step: i64,
}

/// Takes a code, by the clock or for recovery; says whether it was right. Each counts once, on
/// whichever node it is shown.
pub(crate) async fn take(tx: &Tx, master: &MasterKey, person: PersonId, typed: &str) -> Result<bool, Fault> {
    let row: Option<Row> =
        sql("SELECT sealed, last_step FROM second_step WHERE person = $1").bind(person.uuid()).one(tx.conn()).await?;
    if let Some(row) = row
        && let Some(step) = SharedSecret::open(master, person, &row.sealed)?.step_of(typed, tx.env().now())?
    {
        if !rules::is_new(step, row.last_step) {
            return Ok(false);
        }
        let taken = sql("UPDATE second_step SET last_step = $1 WHERE person = $2 AND last_step < $1")
            .bind(step)
            .bind(person.uuid())
            .run(tx.conn())
            .await?;
        return Ok(taken > 0);
    }
    let gone = sql("DELETE FROM recovery_code WHERE code_hash = $1 AND person = $2")
        .bind(rules::recovery_hash(master, person, typed))
        .bind(person.uuid())
        .run(tx.conn())
        .await?;
    Ok(gone > 0)
}

/// Removes codes by the clock. Recovery codes stay as long as they stand in for a passkey.
pub(crate) async fn remove_app(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    sql("DELETE FROM second_step WHERE person = $1").bind(person.uuid()).run(tx.conn()).await?;
    drop_idle_recovery(tx, person).await
}

/// Recovery codes go with the last second step that they stand in for.
pub(crate) async fn drop_idle_recovery(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    if steps(tx.conn(), person).await?.any() { Ok(()) } else { remove(tx, person).await }
}

/// Removes codes by the clock and recovery codes.
pub(crate) async fn remove(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    for table in ["recovery_code", "second_step"] {
        sql(format!("DELETE FROM {table} WHERE person = $1")).bind(person.uuid()).run(tx.conn()).await?;
    }
    Ok(())
}

/// When codes by the clock were set up, for the export.
pub(crate) async fn held(conn: &impl Conn, person: PersonId) -> Result<Option<DateTime<Utc>>, Fault> {
    sql("SELECT set_up_at FROM second_step WHERE person = $1").bind(person.uuid()).value(conn).await
}
