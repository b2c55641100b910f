//! The SQL of signing again what bears the signature of a key that is trusted no more.

use super::said;
use crate::credential::{
    model::NewCredential,
    rules::{Forms, Slot},
};
use access::Tx;
use kernel::{CredentialId, IssuerKeyId, OrganisationId, PersonId, Uuid};
use sea_orm::FromQueryResult;
use store::{Conn, Fault, sql};

#[derive(FromQueryResult)]
struct KeyRow {
    id: Uuid,
    organisation: Uuid,
}

/// The oldest key that is trusted no more and under which something still stands, and whose it is.
/// What was revoked or erased says nothing that could be signed.
pub(in crate::credential) async fn waiting(conn: &impl Conn) -> Result<Option<(IssuerKeyId, OrganisationId)>, Fault> {
    let row: Option<KeyRow> = sql("SELECT k.id, k.organisation FROM issuer_key k WHERE k.compromised_at IS NOT NULL \
         AND EXISTS (SELECT 1 FROM credential c WHERE c.issuer_key = k.id AND c.record IS NOT NULL) \
         ORDER BY k.made_at, k.id LIMIT 1")
    .one(conn)
    .await?;
    Ok(row.map(|row| (IssuerKeyId::from_uuid(row.id), OrganisationId::from_uuid(row.organisation))))
}

/// How many credentials of an organisation are still to be signed again.
pub(in crate::credential) async fn count(conn: &impl Conn, organisation: OrganisationId) -> Result<i64, Fault> {
    let count: Option<i64> = sql("SELECT CAST(COUNT(*) AS BIGINT) FROM issuer_key k \
         JOIN credential c ON c.issuer_key = k.id \
         WHERE k.organisation = $1 AND k.compromised_at IS NOT NULL AND c.record IS NOT NULL")
    .bind(organisation.uuid())
    .value(conn)
    .await?;
    Ok(count.unwrap_or(0))
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    code: String,
    list: i64,
    slot: i64,
    record: String,
}

/// A credential as it stands: what stays the same under another signature.
pub(in crate::credential) struct Standing {
    pub id: CredentialId,
    pub code: String,
    pub slot: Slot,
    pub record: NewCredential,
}

/// Some of what stands under a key, those of one person side by side.
pub(in crate::credential) async fn under(
    conn: &impl Conn,
    key: IssuerKeyId,
    limit: i64,
) -> Result<Vec<Standing>, Fault> {
    let rows: Vec<Row> = sql("SELECT id, code, list, slot, record FROM credential \
         WHERE issuer_key = $1 AND record IS NOT NULL ORDER BY holder, id LIMIT $2")
    .bind(key.uuid())
    .bind(limit)
    .all(conn)
    .await?;
    let standing = |row: Row| {
        let slot = Slot { list: row.list, slot: u32::try_from(row.slot).map_err(Fault::unreadable)? };
        Ok(Standing { id: CredentialId::from_uuid(row.id), code: row.code, slot, record: said(&row.record)? })
    };
    rows.into_iter().map(standing).collect()
}

/// Which of some people still have something under a key.
pub(in crate::credential) async fn holders(
    conn: &impl Conn,
    key: IssuerKeyId,
    people: &[PersonId],
) -> Result<Vec<PersonId>, Fault> {
    let found: Vec<Uuid> = sql("SELECT DISTINCT holder FROM credential \
         WHERE issuer_key = $1 AND record IS NOT NULL AND holder IN (")
    .bind(key.uuid())
    .push_list(people.iter().map(|person| person.uuid()))
    .push(") ORDER BY holder LIMIT 1000")
    .values(conn)
    .await?;
    Ok(found.into_iter().map(PersonId::from_uuid).collect())
}

/// Keeps the new forms of a credential in place of those before. [`Fault::Conflict`] when it was
/// signed again, revoked or erased at the same moment: the whole is done again then.
pub(in crate::credential) async fn keep(
    tx: &Tx,
    before: IssuerKeyId,
    id: CredentialId,
    (key, forms): (IssuerKeyId, Forms),
) -> Result<(), Fault> {
    let kept = sql("UPDATE credential SET issuer_key = $3, badge = $4, jwt = $5, sd_jwt = $6, signed_again_at = $7 \
         WHERE id = $1 AND issuer_key = $2 AND record IS NOT NULL")
    .bind(id.uuid())
    .bind(before.uuid())
    .bind(key.uuid())
    .bind(forms.badge)
    .bind(forms.jwt)
    .bind(forms.sd_jwt)
    .bind(tx.env().now())
    .run(tx.conn())
    .await?;
    if kept == 0 { Err(Fault::Conflict) } else { Ok(()) }
}
