//! SQL of personal texts, their keys and their grants.

use super::model::{Grant, OwnText, SharedWithMe, TextKind, TypedText};
use crate::keys::{self, Key, MasterKey};
use access::Tx;
use kernel::{DateTime, EmailAddress, PersonId, PersonalTextId, Utc, Uuid};
use sea_orm::FromQueryResult;
use serde_json::{Value, json};
use store::{Conn, Fault, Migrations, migration, sql};
use zeroize::Zeroizing;

pub(crate) fn migrations() -> Migrations {
    vec![migration(
        "m0111_people_text",
        "CREATE TABLE person_key (
            person {uuid} PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
            wrapped {bytes} NOT NULL,
            created_at {instant} NOT NULL
         );
         CREATE TABLE personal_text (
            id {uuid} PRIMARY KEY,
            person {uuid} NOT NULL REFERENCES person (id) ON DELETE CASCADE,
            kind text NOT NULL,
            sealed {bytes} NOT NULL,
            changed_at {instant} NOT NULL,
            version {int} NOT NULL,
            UNIQUE (person, kind)
         );
         CREATE TABLE text_grant (
            id {uuid} PRIMARY KEY,
            owner {uuid} NOT NULL REFERENCES person (id) ON DELETE CASCADE,
            kind text NOT NULL,
            reader_email text NOT NULL,
            given_at {instant} NOT NULL,
            withdrawn_at {instant}
         );
         CREATE UNIQUE INDEX text_grant_in_force ON text_grant (owner, kind, reader_email) WHERE withdrawn_at IS NULL;
         CREATE INDEX text_grant_reader ON text_grant (reader_email);",
    )]
}

/// Where a text is tied to: whose it is and of which kind.
fn place(person: PersonId, kind: TextKind) -> String {
    format!("{person}/{}", kind.code())
}

/// The person's own key, unwrapped; `None` where there is none: not yet, or no more.
async fn key(conn: &impl Conn, master: &MasterKey, person: PersonId) -> Result<Option<Key>, Fault> {
    let wrapped: Option<Vec<u8>> =
        sql("SELECT wrapped FROM person_key WHERE person = $1").bind(person.uuid()).value(conn).await?;
    let Some(wrapped) = wrapped else { return Ok(None) };
    let plain = keys::open(&master.derived("person keys"), &person.to_string(), &wrapped)?;
    let bytes: [u8; 32] = plain.as_slice().try_into().map_err(|_| Fault::unreadable("a key of another length"))?;
    Ok(Some(Zeroizing::new(bytes)))
}

/// The person's own key, made when there is none.
async fn key_or_new(tx: &Tx, master: &MasterKey, person: PersonId) -> Result<Key, Fault> {
    if let Some(key) = key(tx.conn(), master, person).await? {
        return Ok(key);
    }
    let new: Key = Zeroizing::new(tx.env().bytes());
    let wrapped = keys::seal(tx.env(), &master.derived("person keys"), &person.to_string(), &new[..])?;
    sql("INSERT INTO person_key (person, wrapped, created_at) VALUES ($1, $2, $3)")
        .bind(person.uuid())
        .bind(wrapped)
        .bind(tx.env().now())
        .run(tx.conn())
        .await?;
    Ok(new)
}

/// Where something that another slice keeps is tied to.
fn place_apart(person: PersonId, place: &str) -> String {
    format!("{person}//{place}")
}

/// Seals what another slice keeps of a person.
pub(crate) async fn seal_apart(
    tx: &Tx,
    master: &MasterKey,
    person: PersonId,
    place: &str,
    plain: &str,
) -> Result<Vec<u8>, Fault> {
    let key = key_or_new(tx, master, person).await?;
    keys::seal(tx.env(), &key, &place_apart(person, place), plain.as_bytes())
}

/// Opens what another slice keeps of a person; `None` where the key is no more.
pub(crate) async fn open_apart(
    conn: &impl Conn,
    master: &MasterKey,
    person: PersonId,
    place: &str,
    sealed: &[u8],
) -> Result<Option<String>, Fault> {
    let Some(key) = key(conn, master, person).await? else { return Ok(None) };
    let plain = keys::open(&key, &place_apart(person, place), sealed)?;
    String::from_utf8(plain.to_vec()).map(Some).map_err(Fault::unreadable)
}

/// Opens several that another slice keeps of a person, each with its place, in the order given. The
/// key is asked for once; where it is no more, none is opened.
pub(crate) async fn open_several_apart(
    conn: &impl Conn,
    master: &MasterKey,
    person: PersonId,
    all: &[(String, &[u8])],
) -> Result<Vec<Option<String>>, Fault> {
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let Some(key) = key(conn, master, person).await? else { return Ok(vec![None; all.len()]) };
    let one = |(place, sealed): &(String, &[u8])| {
        let plain = keys::open(&key, &place_apart(person, place), sealed)?;
        String::from_utf8(plain.to_vec()).map(Some).map_err(Fault::unreadable)
    };
    all.iter().map(one).collect()
}

/// Opens in place all that [`sealed_value`] marked in an export, with the person's key, which is
/// asked for once.
pub(crate) async fn open_within(
    conn: &impl Conn,
    master: &MasterKey,
    person: PersonId,
    value: &mut Value,
) -> Result<(), Fault> {
    let key = key(conn, master, person).await?;
    open_marked(key.as_ref(), person, value)
}

fn open_marked(key: Option<&Key>, person: PersonId, value: &mut Value) -> Result<(), Fault> {
    match value {
        Value::Array(all) => all.iter_mut().try_for_each(|one| open_marked(key, person, one)),
        Value::Object(all) => match (all.get(SEALED), all.get(PLACE)) {
            (Some(Value::String(sealed)), Some(Value::String(place))) => {
                let sealed = hex::decode(sealed).map_err(Fault::unreadable)?;
                let plain = key.map(|key| keys::open(key, &place_apart(person, place), &sealed)).transpose()?;
                let text = plain.map(|plain| String::from_utf8(plain.to_vec())).transpose();
                *value = text.map_err(Fault::unreadable)?.map_or(Value::Null, Value::String);
                Ok(())
            }
            _ => all.values_mut().try_for_each(|one| open_marked(key, person, one)),
        },
        _ => Ok(()),
    }
}

const SEALED: &str = "$sealed";
const PLACE: &str = "$place";

/// A sealed text as it stands in an export before it is opened.
pub(crate) fn sealed_value(place: &str, sealed: &[u8]) -> Value {
    json!({ SEALED: hex::encode(sealed), PLACE: place })
}

#[derive(FromQueryResult)]
struct TextRow {
    kind: String,
    sealed: Vec<u8>,
    changed_at: DateTime<Utc>,
    version: i64,
}

fn opened(row: TextRow, key: &Key, person: PersonId) -> Result<OwnText, Fault> {
    let kind = TextKind::stored(&row.kind).ok_or_else(|| Fault::unreadable(&row.kind))?;
    let plain = keys::open(key, &place(person, kind), &row.sealed)?;
    let text = String::from_utf8(plain.to_vec()).map_err(Fault::unreadable)?;
    Ok(OwnText { kind, text, changed_at: row.changed_at, version: row.version })
}

/// All texts of a person, opened.
pub(crate) async fn of_person(conn: &impl Conn, master: &MasterKey, person: PersonId) -> Result<Vec<OwnText>, Fault> {
    let Some(key) = key(conn, master, person).await? else { return Ok(Vec::new()) };
    let rows: Vec<TextRow> =
        sql("SELECT kind, sealed, changed_at, version FROM personal_text WHERE person = $1 ORDER BY id LIMIT 20")
            .bind(person.uuid())
            .all(conn)
            .await?;
    rows.into_iter().map(|row| opened(row, &key, person)).collect()
}

/// One text of a person, opened.
pub(crate) async fn one(
    conn: &impl Conn,
    master: &MasterKey,
    person: PersonId,
    kind: TextKind,
) -> Result<Option<OwnText>, Fault> {
    let row: Option<TextRow> =
        sql("SELECT kind, sealed, changed_at, version FROM personal_text WHERE person = $1 AND kind = $2")
            .bind(person.uuid())
            .bind(kind.code())
            .one(conn)
            .await?;
    let Some(row) = row else { return Ok(None) };
    match key(conn, master, person).await? {
        Some(key) => opened(row, &key, person).map(Some),
        None => Ok(None),
    }
}

/// Saves a text: a new one, or the version that was read.
pub(crate) async fn save(
    tx: &Tx,
    master: &MasterKey,
    person: PersonId,
    kind: TextKind,
    typed: &TypedText,
) -> Result<(), Fault> {
    let key = key_or_new(tx, master, person).await?;
    let sealed = keys::seal(tx.env(), &key, &place(person, kind), typed.text.as_bytes())?;
    if typed.version == 0 {
        let saved = sql("INSERT INTO personal_text (id, person, kind, sealed, changed_at, version) \
             VALUES ($1, $2, $3, $4, $5, 1)")
        .bind(tx.env().id::<PersonalTextId>().uuid())
        .bind(person.uuid())
        .bind(kind.code())
        .bind(sealed)
        .bind(tx.env().now())
        .run(tx.conn())
        .await;
        // Begun at the same time in another window: as with any change that came first.
        return match saved {
            Err(Fault::Duplicate(_)) => Err(Fault::Stale),
            other => other.map(|_| ()),
        };
    }
    sql("UPDATE personal_text SET sealed = $1, changed_at = $2, version = version + 1 \
         WHERE person = $3 AND kind = $4 AND version = $5")
    .bind(sealed)
    .bind(tx.env().now())
    .bind(person.uuid())
    .bind(kind.code())
    .bind(typed.version)
    .run_once(tx.conn())
    .await
}

/// Removes a text and all that was granted on it.
pub(crate) async fn remove(tx: &Tx, person: PersonId, kind: TextKind) -> Result<(), Fault> {
    for statement in [
        "DELETE FROM personal_text WHERE person = $1 AND kind = $2",
        "DELETE FROM text_grant WHERE owner = $1 AND kind = $2",
    ] {
        sql(statement).bind(person.uuid()).bind(kind.code()).run(tx.conn()).await?;
    }
    Ok(())
}

/// Shares a text with whoever reads mail at an address; shared already, it stays so.
/// Says whether it was not shared before.
pub(crate) async fn share(tx: &Tx, owner: PersonId, kind: TextKind, reader: &EmailAddress) -> Result<bool, Fault> {
    let added = sql("INSERT INTO text_grant (id, owner, kind, reader_email, given_at) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (owner, kind, reader_email) WHERE withdrawn_at IS NULL DO NOTHING")
    .bind(tx.env().uuid())
    .bind(owner.uuid())
    .bind(kind.code())
    .bind(reader.as_str())
    .bind(tx.env().now())
    .run(tx.conn())
    .await?;
    Ok(added > 0)
}

/// How many texts were shared with a person since an instant and still are.
pub(crate) async fn shared_since(conn: &impl Conn, reader: PersonId, since: DateTime<Utc>) -> Result<i64, Fault> {
    let count: Option<i64> = sql(format!("SELECT CAST(COUNT(*) AS BIGINT) {IN_FORCE} AND g.given_at >= $2"))
        .bind(reader.uuid())
        .bind(since)
        .value(conn)
        .await?;
    Ok(count.unwrap_or(0))
}

/// Takes a grant back, at once.
pub(crate) async fn unshare(tx: &Tx, owner: PersonId, grant: Uuid) -> Result<(), Fault> {
    sql("UPDATE text_grant SET withdrawn_at = $1 WHERE id = $2 AND owner = $3 AND withdrawn_at IS NULL")
        .bind(tx.env().now())
        .bind(grant)
        .bind(owner.uuid())
        .run(tx.conn())
        .await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct GrantRow {
    id: Uuid,
    kind: String,
    reader_email: String,
    given_at: DateTime<Utc>,
    withdrawn_at: Option<DateTime<Utc>>,
}

/// What a person shares or shared, the newest first.
pub(crate) async fn grants(conn: &impl Conn, owner: PersonId) -> Result<Vec<Grant>, Fault> {
    let rows: Vec<GrantRow> = sql("SELECT id, kind, reader_email, given_at, withdrawn_at FROM text_grant \
         WHERE owner = $1 ORDER BY given_at DESC, id DESC LIMIT 500")
    .bind(owner.uuid())
    .all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Grant {
                id: row.id,
                kind: TextKind::from_code(&row.kind).ok_or_else(|| Fault::unreadable(&row.kind))?,
                reader_email: row.reader_email,
                given_at: row.given_at,
                withdrawn_at: row.withdrawn_at,
            })
        })
        .collect()
}

#[derive(FromQueryResult)]
struct SharedRow {
    id: Uuid,
    owner: Uuid,
    display_name: String,
    kind: String,
    given_at: DateTime<Utc>,
}

/// A grant counts only while it is not withdrawn and the reader reads mail at its address.
const IN_FORCE: &str = "FROM text_grant g JOIN person o ON o.id = g.owner \
     JOIN person r ON r.email = g.reader_email WHERE r.id = $1 AND g.withdrawn_at IS NULL";

/// What others share with a person, and how many texts that are.
pub(crate) async fn shared_with(
    conn: &impl Conn,
    reader: PersonId,
    limit: i64,
    skip: i64,
) -> Result<(Vec<SharedWithMe>, i64), Fault> {
    let rows: Vec<SharedRow> = sql(format!(
        "SELECT g.id, g.owner, o.display_name, g.kind, g.given_at {IN_FORCE} \
         ORDER BY g.given_at DESC, g.id LIMIT $2 OFFSET $3"
    ))
    .bind(reader.uuid())
    .bind(limit)
    .bind(skip)
    .all(conn)
    .await?;
    let total: Option<i64> =
        sql(format!("SELECT CAST(COUNT(*) AS BIGINT) {IN_FORCE}")).bind(reader.uuid()).value(conn).await?;
    let rows = rows.into_iter().map(shared).collect::<Result<_, _>>()?;
    Ok((rows, total.unwrap_or(0)))
}

fn shared(row: SharedRow) -> Result<SharedWithMe, Fault> {
    Ok(SharedWithMe {
        id: row.id,
        owner: PersonId::from_uuid(row.owner),
        owner_name: row.display_name,
        kind: TextKind::from_code(&row.kind).ok_or_else(|| Fault::unreadable(&row.kind))?,
        given_at: row.given_at,
    })
}

/// One grant to a person, while it is in force.
pub(crate) async fn granted(conn: &impl Conn, reader: PersonId, grant: Uuid) -> Result<Option<SharedWithMe>, Fault> {
    let row: Option<SharedRow> =
        sql(format!("SELECT g.id, g.owner, o.display_name, g.kind, g.given_at {IN_FORCE} AND g.id = $2"))
            .bind(reader.uuid())
            .bind(grant)
            .one(conn)
            .await?;
    row.map(shared).transpose()
}

/// Opens a text that is shared with the reader. The grant is looked up in the transaction that
/// writes the trace, so that a grant withdrawn a moment before does not open it.
pub(crate) async fn read_shared(
    tx: &Tx,
    master: &MasterKey,
    reader: PersonId,
    grant: Uuid,
) -> Result<Option<(SharedWithMe, OwnText)>, Fault> {
    let Some(shared) = granted(tx.conn(), reader, grant).await? else { return Ok(None) };
    let text = one(tx.conn(), master, shared.owner, shared.kind).await?;
    Ok(text.map(|text| (shared, text)))
}

/// Destroys the person's key, and with it every copy of every text, then the rows themselves.
/// What others shared with the person's address ends as well.
pub(crate) async fn erase(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    for statement in [
        "DELETE FROM person_key WHERE person = $1",
        "DELETE FROM personal_text WHERE person = $1",
        "DELETE FROM text_grant WHERE owner = $1",
        "DELETE FROM text_grant WHERE reader_email = (SELECT email FROM person WHERE id = $1)",
    ] {
        sql(statement).bind(person.uuid()).run(tx.conn()).await?;
    }
    Ok(())
}
