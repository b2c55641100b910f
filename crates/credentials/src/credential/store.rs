//! The SQL of credentials and of their status bits.

pub(super) mod again;

use super::{
    model::{Form, Issued, IssuingError, NewCredential, Revoked, Shown},
    rules::{self, Forms, Slot},
};
use crate::proof::bits;
use access::Tx;
use kernel::{CredentialId, DateTime, IssuerKeyId, OrganisationId, PersonId, Utc, Uuid};
use sea_orm::{FromQueryResult, Value};
use store::{Conn, Fault, Migrations, migration, sql};

pub(super) fn migrations() -> Migrations {
    let credentials = migration(
        "m0383_credentials_credential",
        "CREATE TABLE status_list (
            id {uuid} PRIMARY KEY,
            organisation {uuid} NOT NULL,
            number {int} NOT NULL,
            start {int} NOT NULL,
            step {int} NOT NULL,
            taken {int} NOT NULL,
            UNIQUE (organisation, number)
         );
         CREATE TABLE credential (
            id {uuid} PRIMARY KEY,
            code text NOT NULL UNIQUE,
            organisation {uuid} NOT NULL,
            issuer_key {uuid} NOT NULL REFERENCES issuer_key (id),
            list {int} NOT NULL,
            slot {int} NOT NULL,
            holder {uuid},
            record text,
            badge text,
            jwt text,
            sd_jwt text,
            shown text NOT NULL,
            issued_at {instant} NOT NULL,
            revoked_at {instant},
            revoked_for text,
            UNIQUE (organisation, list, slot)
         );
         CREATE INDEX credential_holder ON credential (holder, issued_at);
         CREATE INDEX credential_revoked ON credential (organisation, list) WHERE revoked_at IS NOT NULL;",
    );
    let again = migration(
        "m0384_credentials_credential_again",
        "ALTER TABLE credential ADD COLUMN signed_again_at {instant};
         CREATE INDEX credential_by_key ON credential (issuer_key) WHERE record IS NOT NULL;",
    );
    vec![credentials, again]
}

#[derive(FromQueryResult)]
struct ListRow {
    id: Uuid,
    number: i64,
    start: i64,
    step: i64,
    taken: i64,
}

/// Takes status bits that nobody has, in the newest list with room. [`Fault::Conflict`] when
/// others were taken at the same moment: the whole is done again then.
pub(super) async fn take_slots(tx: &Tx, organisation: OrganisationId, count: usize) -> Result<Vec<Slot>, Fault> {
    let mut slots = Vec::with_capacity(count);
    while slots.len() < count {
        let list = list_with_room(tx, organisation).await?;
        let room = i64::from(bits::SLOTS) - list.taken;
        let take = room.min(i64::try_from(count - slots.len()).unwrap_or(room));
        let taken = sql("UPDATE status_list SET taken = taken + $3 WHERE id = $1 AND taken = $2")
            .bind(list.id)
            .bind(list.taken)
            .bind(take)
            .run(tx.conn())
            .await?;
        if taken == 0 {
            return Err(Fault::Conflict);
        }
        let slot = |n| Slot { list: list.number, slot: rules::slot(list.start, list.step, n) };
        slots.extend((list.taken..list.taken + take).map(slot));
    }
    Ok(slots)
}

async fn list_with_room(tx: &Tx, organisation: OrganisationId) -> Result<ListRow, Fault> {
    let newest: Option<ListRow> = sql("SELECT id, number, start, step, taken FROM status_list \
         WHERE organisation = $1 ORDER BY number DESC LIMIT 1")
    .bind(organisation.uuid())
    .one(tx.conn())
    .await?;
    let number = newest.as_ref().map_or(1, |list| list.number + 1);
    if let Some(list) = newest.filter(|list| list.taken < i64::from(bits::SLOTS)) {
        return Ok(list);
    }
    let chance = || i64::from(u32::from_le_bytes(tx.env().bytes::<4>()) % bits::SLOTS);
    let list = ListRow { id: tx.env().uuid(), number, start: chance(), step: chance(), taken: 0 };
    let made =
        sql("INSERT INTO status_list (id, organisation, number, start, step, taken) VALUES ($1, $2, $3, $4, $5, 0)")
            .bind(list.id)
            .bind(organisation.uuid())
            .bind(list.number)
            .bind(list.start)
            .bind(list.step)
            .run(tx.conn())
            .await;
    match made {
        Err(Fault::Duplicate(_)) => Err(Fault::Conflict),
        made => made.map(|_| list),
    }
}

/// A credential, ready to be kept.
pub(super) struct Ready<'a> {
    pub id: CredentialId,
    pub code: String,
    pub key: IssuerKeyId,
    pub slot: Slot,
    pub new: &'a NewCredential,
    pub forms: Forms,
}

/// Keeps credentials, many with one statement.
pub(super) async fn insert(tx: &Tx, ready: Vec<Ready<'_>>) -> Result<(), Fault> {
    const PORTION: usize = 100;
    let now = tx.env().now();
    let mut rows = Vec::with_capacity(ready.len());
    for one in ready {
        let record = serde_json::to_string(one.new).map_err(Fault::unreadable)?;
        let row: [Value; 13] = [
            one.id.uuid().into(),
            one.code.into(),
            one.new.issuer.uuid().into(),
            one.key.uuid().into(),
            one.slot.list.into(),
            i64::from(one.slot.slot).into(),
            one.new.holder.uuid().into(),
            record.into(),
            one.forms.badge.into(),
            one.forms.jwt.into(),
            one.forms.sd_jwt.into(),
            "".into(),
            now.into(),
        ];
        rows.push(row);
    }
    while !rows.is_empty() {
        sql("INSERT INTO credential (id, code, organisation, issuer_key, list, slot, holder, record, badge, jwt, \
             sd_jwt, shown, issued_at) VALUES ")
        .push_rows(rows.drain(..PORTION.min(rows.len())))
        .run(tx.conn())
        .await?;
    }
    Ok(())
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    code: String,
    organisation: Uuid,
    issuer_key: Uuid,
    record: Option<String>,
    shown: String,
    issued_at: DateTime<Utc>,
    signed_again_at: Option<DateTime<Utc>>,
    revoked_at: Option<DateTime<Utc>>,
    revoked_for: Option<String>,
}

impl TryFrom<Row> for Issued {
    type Error = Fault;
    fn try_from(row: Row) -> Result<Self, Fault> {
        let revoked = match (row.revoked_at, row.revoked_for.as_deref().and_then(IssuingError::from_code)) {
            (Some(at), Some(error)) => Some(Revoked { at, error }),
            (Some(_), None) => return Err(Fault::unreadable("a revocation without its reason")),
            (None, _) => None,
        };
        Ok(Issued {
            id: CredentialId::from_uuid(row.id),
            code: row.code,
            issuer: OrganisationId::from_uuid(row.organisation),
            key: IssuerKeyId::from_uuid(row.issuer_key),
            record: row.record.as_deref().map(said).transpose()?,
            issued_at: row.issued_at,
            signed_again_at: row.signed_again_at,
            shown: Shown::from_stored(&row.shown),
            revoked,
        })
    }
}

fn said(record: &str) -> Result<NewCredential, Fault> {
    serde_json::from_str(record).map_err(Fault::unreadable)
}

const COLUMNS: &str =
    "id, code, organisation, issuer_key, record, shown, issued_at, signed_again_at, revoked_at, revoked_for";

/// One credential.
pub(super) async fn by_id(conn: &impl Conn, id: CredentialId) -> Result<Option<Issued>, Fault> {
    let row: Option<Row> =
        sql(format!("SELECT {COLUMNS} FROM credential WHERE id = $1")).bind(id.uuid()).one(conn).await?;
    row.map(Issued::try_from).transpose()
}

/// The credential that has a code.
pub(super) async fn by_code(conn: &impl Conn, code: &str) -> Result<Option<Issued>, Fault> {
    let row: Option<Row> =
        sql(format!("SELECT {COLUMNS} FROM credential WHERE code = $1")).bind(code).one(conn).await?;
    row.map(Issued::try_from).transpose()
}

/// Several credentials at once, in no order.
pub(super) async fn by_ids(conn: &impl Conn, ids: &[CredentialId]) -> Result<Vec<Issued>, Fault> {
    let rows: Vec<Row> = sql(format!("SELECT {COLUMNS} FROM credential WHERE id IN ("))
        .push_list(ids.iter().map(|id| id.uuid()))
        .push(") LIMIT 1000")
        .all(conn)
        .await?;
    rows.into_iter().map(Issued::try_from).collect()
}

/// The credentials of a person, the newest first.
pub(super) async fn of_person(conn: &impl Conn, person: PersonId) -> Result<Vec<Issued>, Fault> {
    let rows: Vec<Row> =
        sql(format!("SELECT {COLUMNS} FROM credential WHERE holder = $1 ORDER BY issued_at DESC, id DESC LIMIT 200"))
            .bind(person.uuid())
            .all(conn)
            .await?;
    rows.into_iter().map(Issued::try_from).collect()
}

/// A credential in one of its forms; nothing once it was revoked or erased.
pub(super) async fn form(conn: &impl Conn, id: CredentialId, form: Form) -> Result<Option<String>, Fault> {
    let column = match form {
        Form::OpenBadge => "badge",
        Form::Jwt => "jwt",
        Form::SdJwt => "sd_jwt",
    };
    let form: Option<Option<String>> =
        sql(format!("SELECT {column} FROM credential WHERE id = $1")).bind(id.uuid()).value(conn).await?;
    Ok(form.flatten())
}

/// Keeps what a check shows. [`Fault::Stale`] when the credential was revoked or erased.
pub(super) async fn show(tx: &Tx, id: CredentialId, shown: &Shown) -> Result<(), Fault> {
    sql("UPDATE credential SET shown = $2 WHERE id = $1 AND record IS NOT NULL")
        .bind(id.uuid())
        .bind(shown.stored())
        .run_once(tx.conn())
        .await
}

/// Revokes: the bit stays, what it said goes. [`Fault::Stale`] when it was revoked already.
pub(super) async fn revoke(tx: &Tx, id: CredentialId, error: IssuingError) -> Result<(), Fault> {
    sql("UPDATE credential SET revoked_at = $2, revoked_for = $3, shown = '', holder = NULL, record = NULL, \
         badge = NULL, jwt = NULL, sd_jwt = NULL WHERE id = $1 AND revoked_at IS NULL")
    .bind(id.uuid())
    .bind(tx.env().now())
    .bind(error.code())
    .run_once(tx.conn())
    .await
}

/// Takes out what credentials say of a person. Their bits stay as they are: what the person keeps
/// as a file stays valid.
pub(super) async fn erase(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    sql("UPDATE credential SET shown = '', holder = NULL, record = NULL, badge = NULL, jwt = NULL, sd_jwt = NULL \
         WHERE holder = $1")
    .bind(person.uuid())
    .run(tx.conn())
    .await?;
    Ok(())
}

/// The bits of a list that are set; nothing where there is no such list.
pub(super) async fn revoked(
    conn: &impl Conn,
    organisation: OrganisationId,
    list: i64,
) -> Result<Option<Vec<u32>>, Fault> {
    let known: Option<i64> = sql("SELECT number FROM status_list WHERE organisation = $1 AND number = $2")
        .bind(organisation.uuid())
        .bind(list)
        .value(conn)
        .await?;
    if known.is_none() {
        return Ok(None);
    }
    let slots: Vec<i64> = sql("SELECT slot FROM credential WHERE organisation = $1 AND list = $2 \
         AND revoked_at IS NOT NULL ORDER BY slot LIMIT 131072")
    .bind(organisation.uuid())
    .bind(list)
    .values(conn)
    .await?;
    Ok(Some(slots.into_iter().filter_map(|slot| u32::try_from(slot).ok()).collect()))
}

/// How a bit stands: whether it was given out, and whether it is set.
pub(super) async fn bit(conn: &impl Conn, organisation: OrganisationId, slot: Slot) -> Result<Option<bool>, Fault> {
    let revoked: Option<i64> = sql("SELECT CAST(CASE WHEN revoked_at IS NULL THEN 0 ELSE 1 END AS BIGINT) \
         FROM credential WHERE organisation = $1 AND list = $2 AND slot = $3")
    .bind(organisation.uuid())
    .bind(slot.list)
    .bind(i64::from(slot.slot))
    .value(conn)
    .await?;
    Ok(revoked.map(|revoked| revoked == 1))
}
