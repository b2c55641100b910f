//! What a person wrote for an edition, sealed with that person's key.

use crate::edition::model::{Asking, Words};
use access::Tx;
use kernel::{DateTime, EnrolmentId, NaiveDate, PersonId, Utc, Uuid};
use sea_orm::FromQueryResult;
use store::{Conn, Fault, sql};
use web::App;

/// The place of a sealed text.
fn place(enrolment: EnrolmentId, field: &str) -> String {
    format!("enrolment/{enrolment}/{field}")
}

async fn seal(
    tx: &mut Tx,
    app: &App,
    person: PersonId,
    enrolment: EnrolmentId,
    field: &str,
    words: Option<&str>,
) -> Result<Option<Vec<u8>>, Fault> {
    match words {
        None => Ok(None),
        Some(words) => {
            Ok(Some(people::facade::seal_for_person(tx, app, person, &place(enrolment, field), words).await?))
        }
    }
}

/// Keeps what the person wrote, in place of what stood there.
pub(crate) async fn seal_own(
    tx: &mut Tx,
    app: &App,
    person: PersonId,
    enrolment: EnrolmentId,
    asking: &Asking,
) -> Result<(), Fault> {
    let path = seal(tx, app, person, enrolment, "own_path", asking.path.as_deref()).await?;
    let wish = seal(tx, app, person, enrolment, "wish", asking.wish.as_deref()).await?;
    sql("UPDATE enrolment SET own_path = $2, wish = $3 WHERE id = $1")
        .bind(enrolment.uuid())
        .bind(path)
        .bind(wish)
        .run_once(tx.conn())
        .await
}

/// Keeps what was agreed with the person on pace and form: it is theirs, and sealed with their key.
pub(crate) async fn seal_agreed(
    tx: &mut Tx,
    app: &App,
    person: PersonId,
    enrolment: EnrolmentId,
    agreed: Option<&str>,
) -> Result<(), Fault> {
    let agreed = seal(tx, app, person, enrolment, "agreed", agreed).await?;
    sql("UPDATE enrolment SET agreed = $2 WHERE id = $1").bind(enrolment.uuid()).bind(agreed).run_once(tx.conn()).await
}

#[derive(FromQueryResult)]
struct SealedRow {
    own_path: Option<Vec<u8>>,
    wish: Option<Vec<u8>>,
    agreed: Option<Vec<u8>>,
}

async fn sealed(conn: &impl Conn, enrolment: EnrolmentId) -> Result<Option<SealedRow>, Fault> {
    sql("SELECT own_path, wish, agreed FROM enrolment WHERE id = $1").bind(enrolment.uuid()).one(conn).await
}

/// Opens what stands with an enrolment. Who may read it is the caller's to know.
pub(crate) async fn open(
    conn: &impl Conn,
    app: &App,
    person: PersonId,
    enrolment: EnrolmentId,
) -> Result<Words, Fault> {
    let Some(row) = sealed(conn, enrolment).await? else { return Ok(Words::default()) };
    let one = async |field: &str, bytes: Option<Vec<u8>>| -> Result<Option<String>, Fault> {
        let Some(bytes) = bytes else { return Ok(None) };
        people::facade::open_for_person(conn, app, person, &place(enrolment, field), &bytes).await
    };
    Ok(Words {
        path: one("own_path", row.own_path).await?,
        wish: one("wish", row.wish).await?,
        agreed: one("agreed", row.agreed).await?,
    })
}

/// The sealed texts of an enrolment, each with its field and its place, for the export.
pub(crate) async fn sealed_of(
    conn: &impl Conn,
    enrolment: EnrolmentId,
) -> Result<Vec<(&'static str, String, Vec<u8>)>, Fault> {
    let Some(row) = sealed(conn, enrolment).await? else { return Ok(Vec::new()) };
    let all = [("own_path", row.own_path), ("wish", row.wish), ("agreed", row.agreed)];
    Ok(all.into_iter().filter_map(|(field, bytes)| Some((field, place(enrolment, field), bytes?))).collect())
}

/// Notes that somebody read a person's words: once a day.
pub(crate) async fn see(tx: &Tx, enrolment: EnrolmentId, reader: PersonId) -> Result<(), Fault> {
    sql("INSERT INTO enrolment_seen (id, enrolment, reader, seen_on, seen_at) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (enrolment, reader, seen_on) DO NOTHING")
    .bind(tx.env().uuid())
    .bind(enrolment.uuid())
    .bind(reader.uuid())
    .bind(tx.env().today())
    .bind(tx.env().now())
    .run(tx.conn())
    .await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct SeenRow {
    reader: Option<Uuid>,
    seen_at: DateTime<Utc>,
}

/// Who read a person's words and when, the latest first.
pub(crate) async fn seen(
    conn: &impl Conn,
    enrolment: EnrolmentId,
) -> Result<Vec<(Option<PersonId>, DateTime<Utc>)>, Fault> {
    let rows: Vec<SeenRow> = sql("SELECT reader, seen_at FROM enrolment_seen WHERE enrolment = $1 \
         ORDER BY seen_at DESC, id DESC LIMIT 200")
    .bind(enrolment.uuid())
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(|row| (row.reader.map(PersonId::from_uuid), row.seen_at)).collect())
}

/// Takes away the words of those who were given no place until the edition was over: nobody needs
/// them any more. Says of how many.
pub(crate) async fn forget_unneeded(tx: &Tx, today: NaiveDate) -> Result<u64, Fault> {
    sql("UPDATE enrolment SET own_path = NULL, wish = NULL, agreed = NULL, version = version + 1 \
         WHERE state IN ('asked', 'waiting') AND (own_path IS NOT NULL OR wish IS NOT NULL OR agreed IS NOT NULL) \
         AND edition IN (SELECT id FROM edition WHERE ends < $1)")
    .bind(today)
    .run(tx.conn())
    .await
}
