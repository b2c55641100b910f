//! Who was named to sign the certificates of an edition.

use crate::{certificate::model::Signatory, course::insert_many, panel::Side};
use access::Tx;
use kernel::{DateTime, EditionId, OrganisationId, PersonId, Utc, Uuid};
use sea_orm::FromQueryResult;
use store::{Conn, Fault, sql};

#[derive(FromQueryResult)]
struct Row {
    person: Uuid,
    side: String,
}

/// Those named for an edition.
pub(in crate::certificate) async fn of(conn: &impl Conn, edition: EditionId) -> Result<Vec<Signatory>, Fault> {
    let rows: Vec<Row> =
        sql("SELECT person, side FROM certificate_signatory WHERE edition = $1 ORDER BY side, person LIMIT 40")
            .bind(edition.uuid())
            .all(conn)
            .await?;
    let signatory =
        |row: Row| Ok(Signatory { person: PersonId::from_uuid(row.person), side: Side::stored(&row.side)? });
    rows.into_iter().map(signatory).collect()
}

/// As which kind a person was named for an edition, if they were.
pub(in crate::certificate) async fn side(
    conn: &impl Conn,
    edition: EditionId,
    person: PersonId,
) -> Result<Option<Side>, Fault> {
    let side: Option<String> = sql("SELECT side FROM certificate_signatory WHERE edition = $1 AND person = $2")
        .bind(edition.uuid())
        .bind(person.uuid())
        .value(conn)
        .await?;
    side.as_deref().map(Side::stored).transpose()
}

/// The editions of an organisation for which a person was named.
pub(in crate::certificate) async fn editions(
    conn: &impl Conn,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<Vec<EditionId>, Fault> {
    let ids: Vec<Uuid> = sql("SELECT edition FROM certificate_signatory WHERE organisation = $1 AND person = $2 \
         ORDER BY edition DESC LIMIT 200")
    .bind(organisation.uuid())
    .bind(person.uuid())
    .values(conn)
    .await?;
    Ok(ids.into_iter().map(EditionId::from_uuid).collect())
}

/// Names who signs, in place of those named before.
pub(in crate::certificate) async fn name(
    tx: &mut Tx,
    organisation: OrganisationId,
    edition: EditionId,
    all: &[Signatory],
) -> Result<(), Fault> {
    let now = tx.env().now();
    sql("DELETE FROM certificate_signatory WHERE edition = $1").bind(edition.uuid()).run(tx.conn()).await?;
    let row = |one: &Signatory| {
        vec![
            edition.uuid().into(),
            one.person.uuid().into(),
            organisation.uuid().into(),
            one.side.code().into(),
            now.into(),
        ]
    };
    let into = "certificate_signatory (edition, person, organisation, side, named_at)";
    insert_many(tx.conn(), into, all.iter().map(row).collect()).await?;
    all.iter().for_each(|one| tx.about(one.person));
    tx.note("edition", edition.to_string());
    Ok(())
}

/// All editions for which a person was named, and as which kind.
pub(in crate::certificate) async fn all_of(
    conn: &impl Conn,
    person: PersonId,
) -> Result<Vec<(EditionId, Side)>, Fault> {
    #[derive(FromQueryResult)]
    struct Named {
        edition: Uuid,
        side: String,
    }
    let rows: Vec<Named> =
        sql("SELECT edition, side FROM certificate_signatory WHERE person = $1 ORDER BY edition LIMIT 1000")
            .bind(person.uuid())
            .all(conn)
            .await?;
    rows.into_iter().map(|row| Ok((EditionId::from_uuid(row.edition), Side::stored(&row.side)?))).collect()
}

#[derive(FromQueryResult)]
struct SignedRow {
    edition: Uuid,
    side: String,
    at: DateTime<Utc>,
}

/// The signatures that a person gave, without whose certificates they are: that is the holder's.
pub(in crate::certificate) async fn signed_by(
    conn: &impl Conn,
    person: PersonId,
) -> Result<Vec<serde_json::Value>, Fault> {
    let rows: Vec<SignedRow> = sql("SELECT edition, first_side AS side, first_at AS at FROM certificate \
         WHERE first_by = $1 UNION ALL SELECT edition, second_side AS side, second_at AS at FROM certificate \
         WHERE second_by = $1 ORDER BY 3, 1 LIMIT 5000")
    .bind(person.uuid())
    .all(conn)
    .await?;
    let line = |row: SignedRow| serde_json::json!({"edition": EditionId::from_uuid(row.edition), "as": row.side, "at": row.at});
    Ok(rows.into_iter().map(line).collect())
}
