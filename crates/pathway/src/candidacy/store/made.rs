//! The SQL of made-up candidacies, and of what is handed over to a person.

use crate::candidacy::model::{MadeCandidacy, OutcomeKind, place};
use access::Tx;
use kernel::{CandidacyId, DateTime, OrganisationId, PersonId, Utc, Uuid};
use sea_orm::{FromQueryResult, Value};
use serde_json::json;
use store::{Conn, Fault, sql};

const INTO: &str = "INSERT INTO candidacy (id, call, organisation, person, source, stage, outcome, previous, lang, \
                    made_person, begun_at, saved_at, sent_at, moved_at, closed_at, kept_from, version) VALUES ";
const GRANT: &str = "INSERT INTO candidacy_grant (id, candidacy, wording, given_at) VALUES ";
const TOLD: &str = "INSERT INTO candidacy_told (id, candidacy, what, detail, told_at) VALUES ";

/// Records candidacies with few statements.
pub(in crate::candidacy) async fn create(tx: &mut Tx, all: &[MadeCandidacy]) -> Result<Vec<CandidacyId>, Fault> {
    let mut ids = Vec::with_capacity(all.len());
    for portion in all.chunks(400) {
        let (mut rows, mut grants, mut told) = (Vec::new(), Vec::new(), Vec::new());
        for made in portion {
            let id = tx.env().id::<CandidacyId>();
            ids.push(id);
            let line = |what: &str, at: DateTime<Utc>| -> Vec<Value> {
                vec![tx.env().uuid().into(), id.uuid().into(), what.to_owned().into(), String::new().into(), at.into()]
            };
            told.push(line("candidacy-told-begun", made.begun_at));
            if let Some(sent) = made.sent_at() {
                told.push(line("candidacy-told-sent", sent));
            }
            if let Some(closed) = made.closed_at() {
                let withdrawn = made.outcome == Some(OutcomeKind::Withdrawn);
                told.push(line(if withdrawn { "candidacy-told-withdrawn" } else { "candidacy-told-closed" }, closed));
            }
            if made.shared {
                let wording = String::new();
                grants.push(vec![tx.env().uuid().into(), id.uuid().into(), wording.into(), made.begun_at.into()]);
            }
            rows.push(row(id, made));
        }
        insert(tx, INTO, rows).await?;
        insert(tx, GRANT, grants).await?;
        insert(tx, TOLD, told).await?;
    }
    Ok(ids)
}

fn row(id: CandidacyId, made: &MadeCandidacy) -> Vec<Value> {
    vec![
        id.uuid().into(),
        made.call.uuid().into(),
        made.organisation.uuid().into(),
        made.person.uuid().into(),
        made.source.code().into(),
        made.stage.code().into(),
        made.outcome.map(|outcome| outcome.code().to_owned()).into(),
        made.previous.map(CandidacyId::uuid).into(),
        "it".into(),
        false.into(),
        made.begun_at.into(),
        made.begun_at.into(),
        made.sent_at().into(),
        made.moved_at.into(),
        made.closed_at().into(),
        made.kept_from().into(),
        1_i64.into(),
    ]
}

async fn insert(tx: &Tx, into: &str, rows: Vec<Vec<Value>>) -> Result<(), Fault> {
    if rows.is_empty() {
        return Ok(());
    }
    sql(into).push_rows(rows).run(tx.conn()).await?;
    Ok(())
}

/// Puts the sealed words of a made-up candidacy in their place.
pub(in crate::candidacy) async fn seal(tx: &Tx, id: CandidacyId, sealed: Vec<u8>) -> Result<(), Fault> {
    sql("UPDATE candidacy SET sealed = $2 WHERE id = $1").bind(id.uuid()).bind(sealed).run_once(tx.conn()).await
}

/// The organisations to which a person applied.
pub(in crate::candidacy) async fn organisations_of(
    conn: &impl Conn,
    person: PersonId,
) -> Result<Vec<OrganisationId>, Fault> {
    let ids: Vec<Uuid> = sql("SELECT DISTINCT organisation FROM candidacy WHERE person = $1 AND stage <> 'draft' \
         ORDER BY organisation LIMIT 200")
    .bind(person.uuid())
    .values(conn)
    .await?;
    Ok(ids.into_iter().map(OrganisationId::from_uuid).collect())
}

#[derive(FromQueryResult)]
struct HeldRow {
    id: Uuid,
    source: String,
    stage: String,
    outcome: Option<String>,
    email: Option<String>,
    sealed: Option<Vec<u8>>,
    begun_at: DateTime<Utc>,
    sent_at: Option<DateTime<Utc>>,
    closed_at: Option<DateTime<Utc>>,
}

#[derive(FromQueryResult)]
struct GrantRow {
    candidacy: Uuid,
    wording: String,
    given_at: DateTime<Utc>,
    withdrawn_at: Option<DateTime<Utc>>,
}

/// All that candidacies hold on a person. What is sealed is opened by who hands it over.
pub(in crate::candidacy) async fn export(conn: &impl Conn, person: PersonId) -> Result<serde_json::Value, Fault> {
    let rows: Vec<HeldRow> = sql("SELECT id, source, stage, outcome, email, sealed, begun_at, sent_at, closed_at \
         FROM candidacy WHERE person = $1 ORDER BY begun_at, id LIMIT 200")
    .bind(person.uuid())
    .all(conn)
    .await?;
    let grants: Vec<GrantRow> = sql("SELECT candidacy, wording, given_at, withdrawn_at FROM candidacy_grant \
         WHERE candidacy IN (SELECT id FROM candidacy WHERE person = $1) ORDER BY given_at, id LIMIT 1000")
    .bind(person.uuid())
    .all(conn)
    .await?;
    let mut all = Vec::new();
    for row in rows {
        let id = CandidacyId::from_uuid(row.id);
        let shared = grants.iter().filter(|grant| grant.candidacy == row.id).map(
            |grant| json!({"words": grant.wording, "given_at": grant.given_at, "withdrawn_at": grant.withdrawn_at}),
        );
        let mut happened = Vec::new();
        for told in super::told::told(conn, id).await? {
            happened.push(json!({"what": told.what, "day": told.detail, "at": told.at}));
        }
        let mut read = Vec::new();
        for seen in super::told::seen(conn, id).await? {
            read.push(json!({"what": seen.what, "by": seen.reader, "at": seen.at}));
        }
        let words = row.sealed.as_deref();
        all.push(json!({
            "id": id, "source": row.source, "stage": row.stage, "outcome": row.outcome, "email": row.email,
            "words": words.map(|sealed| people::facade::sealed_in_export(&place(id, "words"), sealed)),
            "begun_at": row.begun_at, "sent_at": row.sent_at, "closed_at": row.closed_at,
            "shared": shared.collect::<Vec<_>>(), "happened": happened, "read": read,
        }));
    }
    let read = done_by(conn, "SELECT what, seen_at AS at FROM candidacy_seen WHERE reader = $1", person).await?;
    let told = done_by(conn, "SELECT what, told_at AS at FROM candidacy_told WHERE told_by = $1", person).await?;
    Ok(json!({"own": all, "read_by_you": read, "told_by_you": told}))
}

#[derive(FromQueryResult)]
struct DoneRow {
    what: String,
    at: DateTime<Utc>,
}

/// What a person did with candidacies of others, without whose they are.
async fn done_by(conn: &impl Conn, statement: &str, person: PersonId) -> Result<Vec<serde_json::Value>, Fault> {
    let rows: Vec<DoneRow> = sql(format!("{statement} ORDER BY 2, 1 LIMIT 5000")).bind(person.uuid()).all(conn).await?;
    Ok(rows.into_iter().map(|row| json!({"what": row.what, "at": row.at})).collect())
}
