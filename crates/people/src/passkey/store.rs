//! SQL of passkeys and of ceremonies under way.

use super::model::{ANSWER_TIME, Ceremony, KeptPasskey, PasskeyLine};
use access::Tx;
use kernel::{DateTime, PasskeyId, PersonId, Utc, Uuid};
use sea_orm::FromQueryResult;
use serde_json::Value;
use store::{Conn, Fault, Migrations, migration, sql};
use webauthn_rs::prelude::Passkey;

pub(crate) fn migrations() -> Migrations {
    vec![migration(
        "m0109_people_passkey",
        "CREATE TABLE passkey (
            id {uuid} PRIMARY KEY,
            person {uuid} NOT NULL REFERENCES person (id) ON DELETE CASCADE,
            credential text NOT NULL UNIQUE,
            name text NOT NULL,
            passkey {json} NOT NULL,
            created_at {instant} NOT NULL,
            used_at {instant}
         );
         CREATE INDEX passkey_person ON passkey (person);
         CREATE TABLE passkey_ceremony (
            id {uuid} PRIMARY KEY,
            kind text NOT NULL,
            person {uuid},
            state {json} NOT NULL,
            expires_at {instant} NOT NULL
         );
         CREATE INDEX passkey_ceremony_expires ON passkey_ceremony (expires_at);",
    )]
}

/// Keeps the state of a ceremony until the browser answers, on whichever node.
pub(crate) async fn begin(tx: &Tx, kind: Ceremony, person: Option<PersonId>, state: Value) -> Result<Uuid, Fault> {
    let id = tx.env().uuid();
    sql("INSERT INTO passkey_ceremony (id, kind, person, state, expires_at) VALUES ($1, $2, $3, $4, $5)")
        .bind(id)
        .bind(kind.code())
        .bind(person.map(PersonId::uuid))
        .bind(state)
        .bind(tx.env().now() + ANSWER_TIME)
        .run(tx.conn())
        .await?;
    Ok(id)
}

/// Takes the state of a ceremony up again, once: a second answer finds nothing, nor does one
/// that comes too late or from another person.
pub(crate) async fn take(tx: &Tx, id: Uuid, kind: Ceremony, person: Option<PersonId>) -> Result<Option<Value>, Fault> {
    #[derive(FromQueryResult)]
    struct Row {
        person: Option<Uuid>,
        state: Value,
    }
    let row: Option<Row> =
        sql("DELETE FROM passkey_ceremony WHERE id = $1 AND kind = $2 AND expires_at > $3 RETURNING person, state")
            .bind(id)
            .bind(kind.code())
            .bind(tx.env().now())
            .one(tx.conn())
            .await?;
    Ok(row.filter(|row| row.person == person.map(PersonId::uuid)).map(|row| row.state))
}

/// The state of a sign-in that waits for its answer, to look at: [`take`] makes it count once.
pub(crate) async fn sign_in_under_way(conn: &impl Conn, id: Uuid, now: DateTime<Utc>) -> Result<Option<Value>, Fault> {
    sql("SELECT state FROM passkey_ceremony WHERE id = $1 AND kind = $2 AND expires_at > $3")
        .bind(id)
        .bind(Ceremony::SignIn.code())
        .bind(now)
        .value(conn)
        .await
}

pub(crate) async fn insert(tx: &Tx, person: PersonId, name: &str, passkey: &Passkey) -> Result<(), Fault> {
    sql("INSERT INTO passkey (id, person, credential, name, passkey, created_at) VALUES ($1, $2, $3, $4, $5, $6)")
        .bind(tx.env().id::<PasskeyId>().uuid())
        .bind(person.uuid())
        .bind(hex::encode(passkey.cred_id().as_slice()))
        .bind(name)
        .bind(serde_json::to_value(passkey).map_err(Fault::unreadable)?)
        .bind(tx.env().now())
        .run(tx.conn())
        .await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    person: Uuid,
    passkey: Value,
}

impl TryFrom<Row> for KeptPasskey {
    type Error = Fault;
    fn try_from(row: Row) -> Result<Self, Fault> {
        Ok(KeptPasskey {
            id: PasskeyId::from_uuid(row.id),
            person: PersonId::from_uuid(row.person),
            passkey: serde_json::from_value(row.passkey).map_err(Fault::unreadable)?,
        })
    }
}

/// The passkey that a browser shows, if its owner still has an account.
pub(crate) async fn by_credential(conn: &impl Conn, credential: &[u8]) -> Result<Option<KeptPasskey>, Fault> {
    let row: Option<Row> = sql("SELECT k.id, k.person, k.passkey FROM passkey k \
         JOIN account a ON a.person = k.person WHERE k.credential = $1")
    .bind(hex::encode(credential))
    .one(conn)
    .await?;
    row.map(KeptPasskey::try_from).transpose()
}

/// The passkeys of a person with what they are made of: a person has a handful.
pub(crate) async fn kept(conn: &impl Conn, person: PersonId) -> Result<Vec<KeptPasskey>, Fault> {
    let rows: Vec<Row> = sql("SELECT id, person, passkey FROM passkey WHERE person = $1 ORDER BY id LIMIT 50")
        .bind(person.uuid())
        .all(conn)
        .await?;
    rows.into_iter().map(KeptPasskey::try_from).collect()
}

/// Notes that a passkey was used, with the counter that it showed.
pub(crate) async fn used(tx: &Tx, kept: &KeptPasskey) -> Result<(), Fault> {
    sql("UPDATE passkey SET passkey = $1, used_at = $2 WHERE id = $3")
        .bind(serde_json::to_value(&kept.passkey).map_err(Fault::unreadable)?)
        .bind(tx.env().now())
        .bind(kept.id.uuid())
        .run_once(tx.conn())
        .await
}

#[derive(FromQueryResult)]
struct LineRow {
    id: Uuid,
    name: String,
    created_at: DateTime<Utc>,
    used_at: Option<DateTime<Utc>>,
}

/// The passkeys of a person as they are shown.
pub(crate) async fn of_person(conn: &impl Conn, person: PersonId) -> Result<Vec<PasskeyLine>, Fault> {
    let rows: Vec<LineRow> =
        sql("SELECT id, name, created_at, used_at FROM passkey WHERE person = $1 ORDER BY id LIMIT 50")
            .bind(person.uuid())
            .all(conn)
            .await?;
    let line = |row: LineRow| PasskeyLine {
        id: PasskeyId::from_uuid(row.id),
        name: row.name,
        created_at: row.created_at,
        used_at: row.used_at,
    };
    Ok(rows.into_iter().map(line).collect())
}

/// Removes one passkey of a person.
pub(crate) async fn remove(tx: &Tx, person: PersonId, id: PasskeyId) -> Result<(), Fault> {
    sql("DELETE FROM passkey WHERE id = $1 AND person = $2")
        .bind(id.uuid())
        .bind(person.uuid())
        .run_once(tx.conn())
        .await
}

/// Removes all passkeys of a person.
pub(crate) async fn remove_all(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    for table in ["passkey", "passkey_ceremony"] {
        sql(format!("DELETE FROM {table} WHERE person = $1")).bind(person.uuid()).run(tx.conn()).await?;
    }
    Ok(())
}
