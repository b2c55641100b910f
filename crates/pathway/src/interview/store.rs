//! The SQL of conversations.

use super::model::{Interview, Meeting, State};
use access::Tx;
use kernel::{CallId, CandidacyId, DateTime, InterviewId, PersonId, Utc, Uuid};
use sea_orm::FromQueryResult;
use store::{Conn, Fault, Migrations, migration, sql};

pub(super) fn migrations() -> Migrations {
    vec![migration(
        "m0415_pathway_interview",
        "CREATE TABLE interview (
            id {uuid} PRIMARY KEY,
            candidacy {uuid} NOT NULL,
            call {uuid} NOT NULL,
            person {uuid},
            starts_at {instant} NOT NULL,
            minutes {int} NOT NULL,
            place text,
            link text,
            state text NOT NULL,
            wish {bytes},
            proposed_by {uuid},
            made_at {instant} NOT NULL,
            changed_at {instant} NOT NULL,
            reminded_at {instant},
            version {int} NOT NULL
         );
         CREATE UNIQUE INDEX interview_standing ON interview (candidacy)
            WHERE state IN ('proposed', 'accepted', 'moved');
         CREATE INDEX interview_candidacy ON interview (candidacy, starts_at);
         CREATE INDEX interview_person ON interview (person);
         CREATE INDEX interview_ahead ON interview (state, starts_at);",
    )]
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    candidacy: Uuid,
    call: Uuid,
    person: Option<Uuid>,
    starts_at: DateTime<Utc>,
    minutes: i64,
    place: Option<String>,
    link: Option<String>,
    state: String,
    wish: Option<Vec<u8>>,
    changed_at: DateTime<Utc>,
    version: i64,
}

impl TryFrom<Row> for Interview {
    type Error = Fault;
    fn try_from(row: Row) -> Result<Self, Fault> {
        Ok(Interview {
            id: InterviewId::from_uuid(row.id),
            candidacy: CandidacyId::from_uuid(row.candidacy),
            call: CallId::from_uuid(row.call),
            person: row.person.map(PersonId::from_uuid),
            meeting: Meeting { starts: row.starts_at, minutes: row.minutes, place: row.place, link: row.link },
            state: State::stored(&row.state)?,
            wish: row.wish,
            version: row.version,
            changed_at: row.changed_at,
        })
    }
}

const COLUMNS: &str = "SELECT id, candidacy, call, person, starts_at, minutes, place, link, state, wish, changed_at, version FROM interview";

fn read(rows: Vec<Row>) -> Result<Vec<Interview>, Fault> {
    rows.into_iter().map(Interview::try_from).collect()
}

/// What the trace says of a step, for the candidate to find.
fn traced(tx: &mut Tx, candidacy: CandidacyId, person: Option<PersonId>, state: State) {
    tx.note("what", format!("interview-{}", state.code()));
    tx.note("candidacy", candidacy.to_string());
    if let Some(person) = person {
        tx.about(person);
    }
}

/// Writes a proposal down. [`Fault::Duplicate`] when a conversation stands already.
pub(super) async fn propose(
    tx: &mut Tx,
    (candidacy, call, person): (CandidacyId, CallId, Option<PersonId>),
    meeting: &Meeting,
) -> Result<InterviewId, Fault> {
    insert(tx, (candidacy, call, person), meeting, State::Proposed).await
}

/// Writes a conversation down in any state, for made-up networks too.
pub(super) async fn insert(
    tx: &mut Tx,
    (candidacy, call, person): (CandidacyId, CallId, Option<PersonId>),
    meeting: &Meeting,
    state: State,
) -> Result<InterviewId, Fault> {
    let id = tx.env().id::<InterviewId>();
    let now = tx.env().now();
    sql("INSERT INTO interview (id, candidacy, call, person, starts_at, minutes, place, link, state, proposed_by, \
         made_at, changed_at, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)")
    .bind(id.uuid())
    .bind(candidacy.uuid())
    .bind(call.uuid())
    .bind(person.map(PersonId::uuid))
    .bind(meeting.starts)
    .bind(meeting.minutes)
    .bind(meeting.place.as_deref())
    .bind(meeting.link.as_deref())
    .bind(state.code())
    .bind(tx.actor_person().map(PersonId::uuid))
    .bind(now)
    .bind(now)
    .run(tx.conn())
    .await?;
    traced(tx, candidacy, person, state);
    Ok(id)
}

/// Proposes another time or place, over the version that was read.
pub(super) async fn propose_anew(
    tx: &mut Tx,
    interview: &Interview,
    meeting: &Meeting,
    version: i64,
) -> Result<(), Fault> {
    sql("UPDATE interview SET starts_at = $3, minutes = $4, place = $5, link = $6, state = 'proposed', wish = NULL, \
         reminded_at = NULL, proposed_by = $7, changed_at = $8, version = version + 1 WHERE id = $1 AND version = $2")
    .bind(interview.id.uuid())
    .bind(version)
    .bind(meeting.starts)
    .bind(meeting.minutes)
    .bind(meeting.place.as_deref())
    .bind(meeting.link.as_deref())
    .bind(tx.actor_person().map(PersonId::uuid))
    .bind(tx.env().now())
    .run_once(tx.conn())
    .await?;
    traced(tx, interview.candidacy, interview.person, State::Proposed);
    Ok(())
}

/// Writes a step down, over the version that was read.
pub(super) async fn step(
    tx: &mut Tx,
    interview: &Interview,
    state: State,
    wish: Option<Vec<u8>>,
    version: i64,
) -> Result<(), Fault> {
    sql("UPDATE interview SET state = $3, wish = $4, changed_at = $5, version = version + 1 \
         WHERE id = $1 AND version = $2")
    .bind(interview.id.uuid())
    .bind(version)
    .bind(state.code())
    .bind(wish)
    .bind(tx.env().now())
    .run_once(tx.conn())
    .await?;
    traced(tx, interview.candidacy, interview.person, state);
    Ok(())
}

/// Calls off what still stands of a candidacy that is over.
pub(super) async fn call_off_standing(tx: &mut Tx, candidacy: CandidacyId) -> Result<u64, Fault> {
    sql("UPDATE interview SET state = 'called-off', wish = NULL, changed_at = $2, version = version + 1 \
         WHERE candidacy = $1 AND state IN ('proposed', 'accepted', 'moved')")
    .bind(candidacy.uuid())
    .bind(tx.env().now())
    .run(tx.conn())
    .await
}

/// One conversation.
pub(super) async fn by_id(conn: &impl Conn, id: InterviewId) -> Result<Option<Interview>, Fault> {
    let row: Option<Row> = sql(format!("{COLUMNS} WHERE id = $1")).bind(id.uuid()).one(conn).await?;
    row.map(Interview::try_from).transpose()
}

/// The conversations of a candidacy, the latest first.
pub(super) async fn of_candidacy(conn: &impl Conn, candidacy: CandidacyId) -> Result<Vec<Interview>, Fault> {
    let rows = sql(format!("{COLUMNS} WHERE candidacy = $1 ORDER BY made_at DESC, id DESC LIMIT 50"))
        .bind(candidacy.uuid())
        .all(conn)
        .await?;
    read(rows)
}

/// What stands of these candidacies, in one statement.
pub(super) async fn standing_of(conn: &impl Conn, candidacies: &[CandidacyId]) -> Result<Vec<Interview>, Fault> {
    if candidacies.is_empty() {
        return Ok(Vec::new());
    }
    let rows = sql(format!("{COLUMNS} WHERE state IN ('proposed', 'accepted', 'moved') AND candidacy IN ("))
        .push_list(candidacies.iter().map(|id| id.uuid()))
        .push(") ORDER BY starts_at, id LIMIT 500")
        .all(conn)
        .await?;
    read(rows)
}

/// What is agreed for the next day or two, and nobody was reminded of.
pub(super) async fn to_remind(
    conn: &impl Conn,
    now: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<Vec<Interview>, Fault> {
    let rows = sql(format!(
        "{COLUMNS} WHERE state = 'accepted' AND reminded_at IS NULL AND starts_at > $1 AND starts_at < $2 \
         ORDER BY starts_at, id LIMIT 200"
    ))
    .bind(now)
    .bind(until)
    .all(conn)
    .await?;
    read(rows)
}

/// Notes that those concerned were reminded; [`Fault::Stale`] when another node did so first.
pub(super) async fn reminded(tx: &Tx, interview: &Interview) -> Result<(), Fault> {
    sql("UPDATE interview SET reminded_at = $3 WHERE id = $1 AND version = $2 AND reminded_at IS NULL")
        .bind(interview.id.uuid())
        .bind(interview.version)
        .bind(tx.env().now())
        .run_once(tx.conn())
        .await
}

/// The conversations of a person.
pub(super) async fn of_person(conn: &impl Conn, person: PersonId) -> Result<Vec<Interview>, Fault> {
    let rows = sql(format!("{COLUMNS} WHERE person = $1 ORDER BY starts_at, id LIMIT 1000"))
        .bind(person.uuid())
        .all(conn)
        .await?;
    read(rows)
}

/// Removes the conversations of a person, and their name as one who proposed.
pub(super) async fn erase(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    for statement in
        ["DELETE FROM interview WHERE person = $1", "UPDATE interview SET proposed_by = NULL WHERE proposed_by = $1"]
    {
        sql(statement).bind(person.uuid()).run(tx.conn()).await?;
    }
    Ok(())
}

/// Removes what is kept of a candidacy whose time is over.
pub(super) async fn forget(tx: &Tx, candidacy: CandidacyId) -> Result<(), Fault> {
    sql("DELETE FROM interview WHERE candidacy = $1").bind(candidacy.uuid()).run(tx.conn()).await.map(|_| ())
}
