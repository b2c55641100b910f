//! What a person wrote for an edition, sealed with that person's key.

use crate::edition::model::{Asking, Words};
use access::Tx;
use kernel::{EnrolmentId, PersonId};
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
