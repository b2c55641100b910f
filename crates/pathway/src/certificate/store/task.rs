//! Long work: which certificates wait to be issued together, and how far it is.

use crate::certificate::model::{Certificate, Left, Task};
use access::Tx;
use kernel::{CertificateId, DateTime, EditionId, OrganisationId, PersonId, TaskId, Utc, Uuid};
use sea_orm::FromQueryResult;
use store::{Conn, Fault, sql};

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    organisation: Uuid,
    edition: Uuid,
    asked_by: Option<Uuid>,
    asked_at: DateTime<Utc>,
    finished_at: Option<DateTime<Utc>>,
    total: i64,
    left_out: i64,
    done: i64,
}

impl From<Row> for Task {
    fn from(row: Row) -> Task {
        Task {
            id: TaskId::from_uuid(row.id),
            organisation: OrganisationId::from_uuid(row.organisation),
            edition: EditionId::from_uuid(row.edition),
            asked_by: row.asked_by.map(PersonId::from_uuid),
            asked_at: row.asked_at,
            finished_at: row.finished_at,
            total: row.total,
            done: row.done,
            left_out: row.left_out,
        }
    }
}

const TASK: &str = "SELECT t.id, t.organisation, t.edition, t.asked_by, t.asked_at, t.finished_at, t.total, t.left_out, \
    (SELECT CAST(COUNT(*) AS BIGINT) FROM certificate c JOIN certificate_paper p ON p.certificate = c.id \
     WHERE c.task = t.id) AS done FROM certificate_task t";

/// One task, with how far it is.
pub(in crate::certificate) async fn by_id(conn: &impl Conn, id: TaskId) -> Result<Option<Task>, Fault> {
    let row: Option<Row> = sql(format!("{TASK} WHERE t.id = $1")).bind(id.uuid()).one(conn).await?;
    Ok(row.map(Task::from))
}

/// The task of an edition that is not finished.
pub(in crate::certificate) async fn of_edition(conn: &impl Conn, edition: EditionId) -> Result<Option<Task>, Fault> {
    let row: Option<Row> =
        sql(format!("{TASK} WHERE t.edition = $1 AND t.finished_at IS NULL")).bind(edition.uuid()).one(conn).await?;
    Ok(row.map(Task::from))
}

/// The oldest task that is not finished.
pub(in crate::certificate) async fn waiting(conn: &impl Conn) -> Result<Option<Task>, Fault> {
    let row: Option<Row> =
        sql(format!("{TASK} WHERE t.finished_at IS NULL ORDER BY t.asked_at, t.id LIMIT 1")).one(conn).await?;
    Ok(row.map(Task::from))
}

/// Puts certificates together to be issued. [`Fault::Duplicate`] when the edition has such work
/// under way; [`Fault::Stale`] when one of them was changed since it was read.
pub(in crate::certificate) async fn begin(
    tx: &mut Tx,
    organisation: OrganisationId,
    edition: EditionId,
    certificates: &[Certificate],
) -> Result<TaskId, Fault> {
    let id = tx.env().id::<TaskId>();
    sql("INSERT INTO certificate_task (id, organisation, edition, asked_by, asked_at, total, left_out) \
         VALUES ($1, $2, $3, $4, $5, $6, 0)")
    .bind(id.uuid())
    .bind(organisation.uuid())
    .bind(edition.uuid())
    .bind(tx.actor_person().map(|person| person.uuid()))
    .bind(tx.env().now())
    .bind(i64::try_from(certificates.len()).unwrap_or(i64::MAX))
    .run(tx.conn())
    .await?;
    for portion in certificates.chunks(1000) {
        let ids = portion.iter().map(|certificate| certificate.id.uuid());
        let taken = sql("UPDATE certificate SET task = $1 WHERE stage = 'signed' AND task IS NULL AND id IN (")
            .bind(id.uuid())
            .push_list(ids)
            .push(")")
            .run(tx.conn())
            .await?;
        if usize::try_from(taken).ok() != Some(portion.len()) {
            return Err(Fault::Stale);
        }
    }
    tx.note("task", id.to_string());
    tx.note("certificates", certificates.len());
    Ok(id)
}

/// Certificates of a task that are still to be issued.
pub(in crate::certificate) async fn to_issue(
    conn: &impl Conn,
    task: TaskId,
    limit: i64,
) -> Result<Vec<CertificateId>, Fault> {
    let ids: Vec<Uuid> = sql("SELECT id FROM certificate WHERE task = $1 AND stage = 'signed' ORDER BY id LIMIT $2")
        .bind(task.uuid())
        .bind(limit)
        .values(conn)
        .await?;
    Ok(ids.into_iter().map(CertificateId::from_uuid).collect())
}

/// Certificates of a task that are issued and not yet set on paper.
pub(in crate::certificate) async fn to_set(
    conn: &impl Conn,
    task: TaskId,
    limit: i64,
) -> Result<Vec<CertificateId>, Fault> {
    let ids: Vec<Uuid> = sql("SELECT c.id FROM certificate c WHERE c.task = $1 AND c.stage = 'issued' \
         AND NOT EXISTS (SELECT 1 FROM certificate_paper p WHERE p.certificate = c.id) ORDER BY c.id LIMIT $2")
    .bind(task.uuid())
    .bind(limit)
    .values(conn)
    .await?;
    Ok(ids.into_iter().map(CertificateId::from_uuid).collect())
}

/// Leaves a certificate out, and keeps why: it stands as before and can be taken up once what was
/// missing is there.
pub(in crate::certificate) async fn leave_out(
    tx: &Tx,
    task: TaskId,
    certificate: CertificateId,
    why: Left,
) -> Result<(), Fault> {
    sql("UPDATE certificate SET task = NULL WHERE id = $1 AND task = $2")
        .bind(certificate.uuid())
        .bind(task.uuid())
        .run_once(tx.conn())
        .await?;
    sql("INSERT INTO certificate_left (task, certificate, why, left_at) VALUES ($1, $2, $3, $4)")
        .bind(task.uuid())
        .bind(certificate.uuid())
        .bind(why.code())
        .bind(tx.env().now())
        .run(tx.conn())
        .await?;
    sql("UPDATE certificate_task SET left_out = left_out + 1 WHERE id = $1").bind(task.uuid()).run_once(tx.conn()).await
}

#[derive(FromQueryResult)]
struct LeftRow {
    holder: Uuid,
    why: String,
}

/// Whose certificates a task left out, and why.
pub(in crate::certificate) async fn left(conn: &impl Conn, task: TaskId) -> Result<Vec<(PersonId, Left)>, Fault> {
    let rows: Vec<LeftRow> = sql("SELECT c.holder, l.why FROM certificate_left l \
         JOIN certificate c ON c.id = l.certificate WHERE l.task = $1 ORDER BY c.holder LIMIT 1000")
    .bind(task.uuid())
    .all(conn)
    .await?;
    rows.into_iter().map(|row| Ok((PersonId::from_uuid(row.holder), Left::stored(&row.why)?))).collect()
}

/// Ends a task.
pub(in crate::certificate) async fn finish(tx: &Tx, task: TaskId) -> Result<(), Fault> {
    sql("UPDATE certificate_task SET finished_at = $2 WHERE id = $1 AND finished_at IS NULL")
        .bind(task.uuid())
        .bind(tx.env().now())
        .run(tx.conn())
        .await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct AskedRow {
    edition: Uuid,
    asked_at: DateTime<Utc>,
}

/// The work that a person asked for.
pub(in crate::certificate) async fn asked_by(
    conn: &impl Conn,
    person: PersonId,
) -> Result<Vec<serde_json::Value>, Fault> {
    let rows: Vec<AskedRow> =
        sql("SELECT edition, asked_at FROM certificate_task WHERE asked_by = $1 ORDER BY asked_at, id LIMIT 1000")
            .bind(person.uuid())
            .all(conn)
            .await?;
    let line =
        |row: AskedRow| serde_json::json!({"edition": EditionId::from_uuid(row.edition), "asked_at": row.asked_at});
    Ok(rows.into_iter().map(line).collect())
}
