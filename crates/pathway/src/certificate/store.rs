//! The SQL of certificates: their rows, their way through the stages, what a person is handed over.

pub(super) mod again;
pub(super) mod gather;
pub(super) mod issue;
pub(super) mod many;
pub(super) mod paper;
pub(super) mod signatory;
pub(super) mod task;

use super::{
    model::{Certificate, Signature, Stage},
    rules::{self, Standing, Step},
};
use crate::panel::Side;
use access::Tx;
use credentials::facade::IssuingError;
use kernel::{
    CertificateId, CredentialId, DateTime, EditionId, EnrolmentId, OrganisationId, PersonId, TaskId, Utc, Uuid,
};
use sea_orm::FromQueryResult;
use store::{Conn, Fault, Migrations, migration, sql};

pub(super) fn migrations() -> Migrations {
    // What the rules say is said again by the table: no row is signed without two people of both
    // kinds, none of them the holder.
    let certificates = migration(
        "m0460_pathway_certificate",
        "CREATE TABLE certificate (
            id {uuid} PRIMARY KEY,
            organisation {uuid} NOT NULL,
            edition {uuid} NOT NULL,
            enrolment {uuid} NOT NULL,
            holder {uuid} NOT NULL,
            stage text NOT NULL,
            first_by {uuid},
            first_side text NOT NULL,
            first_at {instant} NOT NULL,
            second_by {uuid},
            second_side text,
            second_at {instant},
            issued_at {instant},
            credential {uuid} UNIQUE,
            revoked_at {instant},
            revoked_for text,
            task {uuid},
            version {int} NOT NULL,
            CHECK (first_by IS NULL OR first_by <> holder),
            CHECK (second_by IS NULL OR second_by <> holder),
            CHECK (first_by IS NULL OR second_by IS NULL OR first_by <> second_by),
            CHECK (second_side IS NULL OR second_side <> first_side),
            CHECK (stage NOT IN ('signed', 'issued', 'revoked') OR (second_side IS NOT NULL AND second_at IS NOT NULL)),
            CHECK (stage NOT IN ('issued', 'revoked') OR (issued_at IS NOT NULL AND credential IS NOT NULL)),
            CHECK (stage <> 'revoked' OR (revoked_at IS NOT NULL AND revoked_for IS NOT NULL))
         );
         CREATE UNIQUE INDEX certificate_standing ON certificate (enrolment)
            WHERE stage IN ('proposed', 'signed', 'issued');
         CREATE INDEX certificate_edition ON certificate (edition, stage);
         CREATE INDEX certificate_holder ON certificate (holder);
         CREATE INDEX certificate_first ON certificate (first_by);
         CREATE INDEX certificate_second ON certificate (second_by);
         CREATE INDEX certificate_by_task ON certificate (task) WHERE task IS NOT NULL;
         CREATE TABLE certificate_signatory (
            edition {uuid} NOT NULL,
            person {uuid} NOT NULL,
            organisation {uuid} NOT NULL,
            side text NOT NULL,
            named_at {instant} NOT NULL,
            PRIMARY KEY (edition, person)
         );
         CREATE INDEX certificate_signatory_person ON certificate_signatory (person);
         CREATE TABLE certificate_paper (
            certificate {uuid} PRIMARY KEY REFERENCES certificate (id) ON DELETE CASCADE,
            lang text NOT NULL,
            bytes {bytes} NOT NULL,
            made_at {instant} NOT NULL
         );
         CREATE TABLE certificate_task (
            id {uuid} PRIMARY KEY,
            organisation {uuid} NOT NULL,
            edition {uuid} NOT NULL,
            asked_by {uuid},
            asked_at {instant} NOT NULL,
            finished_at {instant},
            total {int} NOT NULL,
            left_out {int} NOT NULL
         );
         CREATE INDEX certificate_task_waiting ON certificate_task (asked_at) WHERE finished_at IS NULL;
         CREATE UNIQUE INDEX certificate_task_edition ON certificate_task (edition) WHERE finished_at IS NULL;",
    );
    let left = migration(
        "m0461_pathway_certificate_left",
        "CREATE TABLE certificate_left (
            task {uuid} NOT NULL,
            certificate {uuid} NOT NULL REFERENCES certificate (id) ON DELETE CASCADE,
            why text NOT NULL,
            left_at {instant} NOT NULL,
            PRIMARY KEY (task, certificate)
         );
         CREATE INDEX certificate_left_certificate ON certificate_left (certificate);",
    );
    vec![certificates, left]
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    organisation: Uuid,
    edition: Uuid,
    enrolment: Uuid,
    holder: Uuid,
    stage: String,
    first_by: Option<Uuid>,
    first_side: String,
    first_at: DateTime<Utc>,
    second_by: Option<Uuid>,
    second_side: Option<String>,
    second_at: Option<DateTime<Utc>>,
    issued_at: Option<DateTime<Utc>>,
    credential: Option<Uuid>,
    revoked_at: Option<DateTime<Utc>>,
    revoked_for: Option<String>,
    task: Option<Uuid>,
    version: i64,
}

impl TryFrom<Row> for Certificate {
    type Error = Fault;
    fn try_from(row: Row) -> Result<Self, Fault> {
        let second = match (row.second_side, row.second_at) {
            (Some(side), Some(at)) => {
                Some(Signature { by: row.second_by.map(PersonId::from_uuid), side: Side::stored(&side)?, at })
            }
            _ => None,
        };
        let revoked = match (row.revoked_at, row.revoked_for) {
            (Some(at), Some(error)) => {
                Some((at, IssuingError::from_code(&error).ok_or_else(|| Fault::unreadable(&error))?))
            }
            _ => None,
        };
        Ok(Certificate {
            id: CertificateId::from_uuid(row.id),
            organisation: OrganisationId::from_uuid(row.organisation),
            edition: EditionId::from_uuid(row.edition),
            enrolment: EnrolmentId::from_uuid(row.enrolment),
            holder: PersonId::from_uuid(row.holder),
            stage: Stage::stored(&row.stage)?,
            first: Signature {
                by: row.first_by.map(PersonId::from_uuid),
                side: Side::stored(&row.first_side)?,
                at: row.first_at,
            },
            second,
            issued_at: row.issued_at,
            credential: row.credential.map(CredentialId::from_uuid),
            revoked,
            task: row.task.map(TaskId::from_uuid),
            version: row.version,
        })
    }
}

const COLUMNS: &str = "id, organisation, edition, enrolment, holder, stage, first_by, first_side, first_at, \
    second_by, second_side, second_at, issued_at, credential, revoked_at, revoked_for, task, version";

/// How many certificates an edition may have.
pub(super) const MOST: i64 = 5000;

fn all(rows: Vec<Row>) -> Result<Vec<Certificate>, Fault> {
    rows.into_iter().map(Certificate::try_from).collect()
}

/// One certificate.
pub(super) async fn by_id(conn: &impl Conn, id: CertificateId) -> Result<Option<Certificate>, Fault> {
    let row: Option<Row> =
        sql(format!("SELECT {COLUMNS} FROM certificate WHERE id = $1")).bind(id.uuid()).one(conn).await?;
    row.map(Certificate::try_from).transpose()
}

/// The certificates of an edition, the latest first.
pub(super) async fn of_edition(conn: &impl Conn, edition: EditionId) -> Result<Vec<Certificate>, Fault> {
    let rows = sql(format!("SELECT {COLUMNS} FROM certificate WHERE edition = $1 ORDER BY first_at DESC, id LIMIT $2"))
        .bind(edition.uuid())
        .bind(MOST)
        .all(conn)
        .await?;
    all(rows)
}

/// Certificates by id.
pub(super) async fn several(conn: &impl Conn, ids: &[CertificateId]) -> Result<Vec<Certificate>, Fault> {
    let rows = sql(format!("SELECT {COLUMNS} FROM certificate WHERE id IN ("))
        .push_list(ids.iter().map(|id| id.uuid()))
        .push(") ORDER BY id LIMIT 5000")
        .all(conn)
        .await?;
    all(rows)
}

/// The certificates of a person, the latest first: those that were issued, revoked ones too.
pub(super) async fn of_holder(conn: &impl Conn, holder: PersonId) -> Result<Vec<Certificate>, Fault> {
    let rows = sql(format!(
        "SELECT {COLUMNS} FROM certificate WHERE holder = $1 AND stage IN ('issued', 'revoked') \
         ORDER BY issued_at DESC, id LIMIT 200"
    ))
    .bind(holder.uuid())
    .all(conn)
    .await?;
    all(rows)
}

/// All rows on a person, for the export of what is held.
pub(super) async fn held(conn: &impl Conn, holder: PersonId) -> Result<Vec<Certificate>, Fault> {
    let rows = sql(format!("SELECT {COLUMNS} FROM certificate WHERE holder = $1 ORDER BY first_at, id LIMIT 1000"))
        .bind(holder.uuid())
        .all(conn)
        .await?;
    all(rows)
}

#[derive(FromQueryResult)]
struct CountRow {
    edition: Uuid,
    stage: String,
    count: i64,
}

/// How many certificates each of these editions has at each stage. One statement.
pub(super) async fn counts(conn: &impl Conn, editions: &[EditionId]) -> Result<Vec<(EditionId, Stage, i64)>, Fault> {
    let rows: Vec<CountRow> =
        sql("SELECT edition, stage, CAST(COUNT(*) AS BIGINT) AS count FROM certificate WHERE edition IN (")
            .push_list(editions.iter().map(|id| id.uuid()))
            .push(") GROUP BY edition, stage")
            .all(conn)
            .await?;
    rows.into_iter().map(|row| Ok((EditionId::from_uuid(row.edition), Stage::stored(&row.stage)?, row.count))).collect()
}

/// How many certificates wait for a person's signature, by organisation and edition: those proposed
/// by the other kind in editions for which the person was named.
pub(super) async fn waiting_for(
    conn: &impl Conn,
    person: PersonId,
) -> Result<Vec<(OrganisationId, EditionId, i64)>, Fault> {
    #[derive(FromQueryResult)]
    struct Waiting {
        organisation: Uuid,
        edition: Uuid,
        count: i64,
    }
    let rows: Vec<Waiting> = sql("SELECT c.organisation, c.edition, CAST(COUNT(*) AS BIGINT) AS count \
         FROM certificate_signatory s JOIN certificate c ON c.edition = s.edition \
         WHERE s.person = $1 AND c.stage = 'proposed' AND c.first_side <> s.side AND c.holder <> $1 \
         GROUP BY c.organisation, c.edition ORDER BY c.organisation, c.edition LIMIT 50")
    .bind(person.uuid())
    .all(conn)
    .await?;
    let line =
        |row: Waiting| (OrganisationId::from_uuid(row.organisation), EditionId::from_uuid(row.edition), row.count);
    Ok(rows.into_iter().map(line).collect())
}

/// Where a certificate stands, for the rules.
pub(super) fn standing(certificate: &Certificate) -> Standing {
    Standing {
        stage: certificate.stage,
        holder: certificate.holder,
        first: (certificate.first.by, certificate.first.side),
        second: certificate.second.map(|second| (second.by, second.side)),
    }
}

/// Takes one certificate a step on that the rules allow, over the version that was read.
/// [`Fault::Stale`] where it no longer fits. Many are signed and issued at once, in `many`.
pub(super) async fn step(tx: &mut Tx, certificate: &Certificate, step: Step, met: bool) -> Result<(), Fault> {
    let next = rules::after(standing(certificate), step, met).map_err(|_| Fault::Stale)?;
    let now = tx.env().now();
    let revoked = match step {
        Step::Revoke(reason) => Some(reason),
        Step::Withdraw => None,
        Step::Sign(..) | Step::Issue => return Err(Fault::Stale),
    };
    let mut update = sql("UPDATE certificate SET stage = $3, version = version + 1")
        .bind(certificate.id.uuid())
        .bind(certificate.version)
        .bind(next.stage.code());
    if let Some(reason) = revoked {
        update = update.push(", revoked_at = $4, revoked_for = $5").bind(now).bind(reason.code());
    }
    if next.stage == Stage::Withdrawn {
        update = update.push(", task = NULL");
    }
    update.push(" WHERE id = $1 AND version = $2").run_once(tx.conn()).await?;
    tx.about(certificate.holder);
    if next.stage == Stage::Revoked {
        paper::forget(tx, certificate.id).await?;
    }
    Ok(())
}

/// Erases what is held on a person: their certificates go, and their name among those who sign.
pub(super) async fn erase(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    for statement in [
        "DELETE FROM certificate_paper WHERE certificate IN (SELECT id FROM certificate WHERE holder = $1)",
        "DELETE FROM certificate_left WHERE certificate IN (SELECT id FROM certificate WHERE holder = $1)",
        "DELETE FROM certificate WHERE holder = $1",
        "DELETE FROM certificate_signatory WHERE person = $1",
        "UPDATE certificate SET first_by = NULL, version = version + 1 WHERE first_by = $1",
        "UPDATE certificate SET second_by = NULL, version = version + 1 WHERE second_by = $1",
        "UPDATE certificate_task SET asked_by = NULL WHERE asked_by = $1",
    ] {
        sql(statement).bind(person.uuid()).run(tx.conn()).await?;
    }
    Ok(())
}
