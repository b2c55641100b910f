//! The SQL of outcomes.

use super::model::{Answer, Closing, Outcome, Way};
use crate::candidacy::{Candidacy, OutcomeKind};
use access::Tx;
use kernel::{CandidacyId, DateTime, Event, NaiveDate, OrganisationId, PersonId, Utc, Uuid};
use sea_orm::FromQueryResult;
use store::{Conn, Fault, Migrations, migration, sql};

pub(super) mod facts;

pub(super) fn migrations() -> Migrations {
    vec![migration(
        "m0425_pathway_outcome",
        "CREATE TABLE outcome (
            candidacy {uuid} PRIMARY KEY,
            organisation {uuid} NOT NULL,
            person {uuid},
            kind text NOT NULL,
            reasons {bytes},
            way {bytes},
            conversation_at {instant} NOT NULL,
            conversation_where text NOT NULL,
            answer text,
            companion {uuid},
            meet_again_on {date},
            closed_by {uuid},
            closed_on {date} NOT NULL,
            closed_at {instant} NOT NULL,
            reasons_on {date} NOT NULL,
            conversation_on {date} NOT NULL,
            reminded_at {instant},
            version {int} NOT NULL
         );
         CREATE INDEX outcome_organisation ON outcome (organisation, closed_on);
         CREATE INDEX outcome_person ON outcome (person);
         CREATE INDEX outcome_companion ON outcome (companion);
         CREATE INDEX outcome_again ON outcome (meet_again_on);",
    )]
}

#[derive(FromQueryResult)]
struct Row {
    candidacy: Uuid,
    organisation: Uuid,
    person: Option<Uuid>,
    kind: String,
    reasons: Option<Vec<u8>>,
    way: Option<Vec<u8>>,
    conversation_at: DateTime<Utc>,
    conversation_where: String,
    answer: Option<String>,
    companion: Option<Uuid>,
    meet_again_on: Option<NaiveDate>,
    closed_on: NaiveDate,
    version: i64,
}

impl TryFrom<Row> for Outcome {
    type Error = Fault;
    fn try_from(row: Row) -> Result<Self, Fault> {
        Ok(Outcome {
            candidacy: CandidacyId::from_uuid(row.candidacy),
            organisation: OrganisationId::from_uuid(row.organisation),
            person: row.person.map(PersonId::from_uuid),
            kind: OutcomeKind::stored(&row.kind)?,
            reasons: row.reasons,
            way: row.way,
            conversation: row.conversation_at,
            conversation_at: row.conversation_where,
            answer: row.answer.as_deref().map(Answer::stored).transpose()?,
            companion: row.companion.map(PersonId::from_uuid),
            meet_again_on: row.meet_again_on,
            closed_on: row.closed_on,
            version: row.version,
        })
    }
}

const COLUMNS: &str = "SELECT candidacy, organisation, person, kind, reasons, way, conversation_at, conversation_where, \
                       answer, companion, meet_again_on, closed_on, version FROM outcome";

/// What is sealed of a closing.
pub(super) struct Sealed {
    pub reasons: Option<Vec<u8>>,
    pub way: Option<Vec<u8>>,
}

/// Writes a closing down. [`Fault::Stale`] when the candidacy was closed already.
pub(super) async fn insert(tx: &mut Tx, of: &Candidacy, closing: &Closing, sealed: Sealed) -> Result<(), Fault> {
    let (now, today) = (tx.env().now(), tx.env().today());
    let (companion, meet_again_on) = match &closing.way {
        Way::Prepare { companion, meet_again_on, .. } => (Some(companion.uuid()), Some(*meet_again_on)),
        _ => (None, None),
    };
    let written = sql("INSERT INTO outcome (candidacy, organisation, person, kind, reasons, way, conversation_at, \
         conversation_where, companion, meet_again_on, closed_by, closed_on, closed_at, reasons_on, conversation_on, \
         version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 1)")
    .bind(of.id.uuid())
    .bind(of.organisation.uuid())
    .bind(of.person.map(PersonId::uuid))
    .bind(closing.kind.code())
    .bind(sealed.reasons)
    .bind(sealed.way)
    .bind(closing.conversation)
    .bind(closing.conversation_at.as_str())
    .bind(companion)
    .bind(meet_again_on)
    .bind(tx.actor_person().map(PersonId::uuid))
    .bind(today)
    .bind(now)
    .bind(today)
    .bind(today)
    .run(tx.conn())
    .await;
    match written {
        Err(Fault::Duplicate(_)) => return Err(Fault::Stale),
        other => other?,
    };
    tx.emit(Event::OrganisationChanged { organisation: of.organisation });
    Ok(())
}

/// Writes a closing down as of a day gone by, for made-up networks.
pub(super) async fn date_back(tx: &Tx, candidacy: CandidacyId, on: NaiveDate) -> Result<(), Fault> {
    let at = kernel::from_rome(on.and_time(kernel::NaiveTime::MIN));
    sql(
        "UPDATE outcome SET closed_on = $2, closed_at = $3, reasons_on = $2, conversation_on = $2 WHERE candidacy = $1",
    )
    .bind(candidacy.uuid())
    .bind(on)
    .bind(at)
    .run(tx.conn())
    .await?;
    Ok(())
}

/// Writes many closings down without their words, for made-up networks by the thousand.
pub(super) async fn create(
    tx: &mut Tx,
    all: &[(CandidacyId, OrganisationId, PersonId, OutcomeKind, NaiveDate)],
) -> Result<(), Fault> {
    for portion in all.chunks(400) {
        let rows = portion.iter().map(|(candidacy, organisation, person, kind, on)| -> [sea_orm::Value; 11] {
            let at = kernel::from_rome(on.and_time(kernel::NaiveTime::MIN));
            [
                candidacy.uuid().into(),
                organisation.uuid().into(),
                person.uuid().into(),
                kind.code().into(),
                (at + kernel::Duration::days(7)).into(),
                "".into(),
                (*on).into(),
                at.into(),
                (*on).into(),
                (*on).into(),
                1i64.into(),
            ]
        });
        sql("INSERT INTO outcome (candidacy, organisation, person, kind, conversation_at, conversation_where, \
             closed_on, closed_at, reasons_on, conversation_on, version) VALUES ")
        .push_rows(rows)
        .run(tx.conn())
        .await?;
    }
    Ok(())
}

/// What stays of a candidacy that is removed: the organisation and the days.
pub(super) async fn forget(tx: &Tx, candidacy: CandidacyId) -> Result<(), Fault> {
    sql("UPDATE outcome SET person = NULL, reasons = NULL, way = NULL, conversation_where = '', answer = NULL, \
         companion = NULL, meet_again_on = NULL, version = version + 1 WHERE candidacy = $1")
    .bind(candidacy.uuid())
    .run(tx.conn())
    .await?;
    Ok(())
}

/// How a candidacy was closed by its panel.
pub(super) async fn of_candidacy(conn: &impl Conn, candidacy: CandidacyId) -> Result<Option<Outcome>, Fault> {
    let row: Option<Row> = sql(format!("{COLUMNS} WHERE candidacy = $1")).bind(candidacy.uuid()).one(conn).await?;
    row.map(Outcome::try_from).transpose()
}

/// Writes down what the candidate says to the conversation, over the version that was read.
pub(super) async fn answer(tx: &mut Tx, outcome: &Outcome, answer: Answer, version: i64) -> Result<(), Fault> {
    sql("UPDATE outcome SET answer = $3, version = version + 1 WHERE candidacy = $1 AND version = $2")
        .bind(outcome.candidacy.uuid())
        .bind(version)
        .bind(answer.code())
        .run_once(tx.conn())
        .await?;
    tx.note("candidacy", outcome.candidacy.to_string());
    tx.note("what", "conversation-answered");
    Ok(())
}

/// Where a day to meet again comes near and nobody was reminded.
pub(super) async fn to_remind(conn: &impl Conn, from: NaiveDate, until: NaiveDate) -> Result<Vec<Outcome>, Fault> {
    let rows: Vec<Row> = sql(format!(
        "{COLUMNS} WHERE reminded_at IS NULL AND meet_again_on >= $1 AND meet_again_on <= $2 \
         ORDER BY meet_again_on, candidacy LIMIT 200"
    ))
    .bind(from)
    .bind(until)
    .all(conn)
    .await?;
    rows.into_iter().map(Outcome::try_from).collect()
}

/// Notes that those concerned were reminded; [`Fault::Stale`] when another node did so first.
pub(super) async fn reminded(tx: &Tx, candidacy: CandidacyId) -> Result<(), Fault> {
    sql("UPDATE outcome SET reminded_at = $2 WHERE candidacy = $1 AND reminded_at IS NULL")
        .bind(candidacy.uuid())
        .bind(tx.env().now())
        .run_once(tx.conn())
        .await
}

/// Those whom a person accompanies, where the day to meet again is still to come.
pub(super) async fn accompanied_by(
    conn: &impl Conn,
    person: PersonId,
    today: NaiveDate,
) -> Result<Vec<Outcome>, Fault> {
    let rows: Vec<Row> = sql(format!(
        "{COLUMNS} WHERE companion = $1 AND meet_again_on >= $2 ORDER BY meet_again_on, candidacy LIMIT 100"
    ))
    .bind(person.uuid())
    .bind(today)
    .all(conn)
    .await?;
    rows.into_iter().map(Outcome::try_from).collect()
}

/// The closings of a person's candidacies.
pub(super) async fn of_person(conn: &impl Conn, person: PersonId) -> Result<Vec<Outcome>, Fault> {
    let rows: Vec<Row> = sql(format!("{COLUMNS} WHERE person = $1 ORDER BY closed_at, candidacy LIMIT 1000"))
        .bind(person.uuid())
        .all(conn)
        .await?;
    rows.into_iter().map(Outcome::try_from).collect()
}

/// The closed candidacies of a person to whom a conversation is still offered and who said neither
/// yes nor no.
pub(super) async fn unanswered_by(
    conn: &impl Conn,
    person: PersonId,
    now: DateTime<Utc>,
) -> Result<Vec<CandidacyId>, Fault> {
    let ids: Vec<Uuid> = sql("SELECT candidacy FROM outcome WHERE person = $1 AND answer IS NULL \
         AND conversation_at > $2 ORDER BY conversation_at, candidacy LIMIT 3")
    .bind(person.uuid())
    .bind(now)
    .values(conn)
    .await?;
    Ok(ids.into_iter().map(CandidacyId::from_uuid).collect())
}

#[derive(FromQueryResult)]
struct DoneRow {
    closed_at: DateTime<Utc>,
    meet_again_on: Option<NaiveDate>,
    accompanies: bool,
}

/// Where a person is the companion, and what they closed, without whose candidacies these are.
pub(super) async fn done_by(
    conn: &impl Conn,
    person: PersonId,
) -> Result<(Vec<serde_json::Value>, Vec<serde_json::Value>), Fault> {
    let rows: Vec<DoneRow> = sql("SELECT closed_at, meet_again_on, TRUE AS accompanies FROM outcome \
         WHERE companion = $1 UNION ALL SELECT closed_at, NULL AS meet_again_on, FALSE AS accompanies FROM outcome \
         WHERE closed_by = $1 ORDER BY 1 LIMIT 5000")
    .bind(person.uuid())
    .all(conn)
    .await?;
    let (companion, closed): (Vec<DoneRow>, Vec<DoneRow>) = rows.into_iter().partition(|row| row.accompanies);
    let companion = companion.into_iter().map(|row| serde_json::json!({"meet_again_on": row.meet_again_on}));
    let closed = closed.into_iter().map(|row| serde_json::json!({"at": row.closed_at}));
    Ok((companion.collect(), closed.collect()))
}

/// Takes a person out: of a candidate nothing stays but that a candidacy was answered in time.
pub(super) async fn erase(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    for statement in [
        "UPDATE outcome SET person = NULL, reasons = NULL, way = NULL, conversation_where = '', answer = NULL, \
         companion = NULL, meet_again_on = NULL, version = version + 1 WHERE person = $1",
        "UPDATE outcome SET companion = NULL, version = version + 1 WHERE companion = $1",
        "UPDATE outcome SET closed_by = NULL WHERE closed_by = $1",
    ] {
        sql(statement).bind(person.uuid()).run(tx.conn()).await?;
    }
    Ok(())
}
