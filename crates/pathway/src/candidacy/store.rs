//! The SQL of candidacies.

use super::model::{Candidacy, NewCandidacy, OutcomeKind, Source, Stage};
use access::Tx;
use kernel::{CallId, CandidacyId, DateTime, EmailAddress, OrganisationId, PersonId, Utc, Uuid};
use sea_orm::FromQueryResult;
use store::{Conn, Fault, Migrations, migration, sql};

pub(super) mod kept;
pub(super) mod made;
pub(super) mod told;
pub(super) mod words;

pub(super) fn migrations() -> Migrations {
    vec![
        migration(
            "m0405_pathway_candidacy",
            "CREATE TABLE candidacy (
                id {uuid} PRIMARY KEY,
                call {uuid} NOT NULL REFERENCES call (id),
                organisation {uuid} NOT NULL,
                person {uuid},
                source text NOT NULL,
                stage text NOT NULL,
                outcome text,
                previous {uuid},
                link_digest text UNIQUE,
                linked_at {instant},
                email text,
                lang text NOT NULL,
                made_person {bool} NOT NULL,
                sealed {bytes},
                begun_at {instant} NOT NULL,
                saved_at {instant} NOT NULL,
                sent_at {instant},
                moved_at {instant} NOT NULL,
                closed_at {instant},
                kept_from {instant},
                told_panel_at {instant},
                told_coordinator_at {instant},
                version {int} NOT NULL,
                CHECK ((stage = 'closed') = (outcome IS NOT NULL))
             );
             CREATE UNIQUE INDEX candidacy_open ON candidacy (call, person) WHERE stage <> 'closed';
             CREATE INDEX candidacy_call ON candidacy (call, sent_at);
             CREATE INDEX candidacy_person ON candidacy (person, begun_at);
             CREATE INDEX candidacy_organisation ON candidacy (organisation, stage);
             CREATE INDEX candidacy_stage ON candidacy (stage, moved_at);
             CREATE INDEX candidacy_email ON candidacy (email);
             CREATE INDEX candidacy_kept ON candidacy (kept_from);",
        ),
        migration(
            "m0406_pathway_candidacy_told",
            "CREATE TABLE candidacy_grant (
                id {uuid} PRIMARY KEY,
                candidacy {uuid} NOT NULL REFERENCES candidacy (id) ON DELETE CASCADE,
                wording text NOT NULL,
                given_at {instant} NOT NULL,
                withdrawn_at {instant}
             );
             CREATE UNIQUE INDEX candidacy_grant_in_force ON candidacy_grant (candidacy) WHERE withdrawn_at IS NULL;
             CREATE TABLE candidacy_told (
                id {uuid} PRIMARY KEY,
                candidacy {uuid} NOT NULL REFERENCES candidacy (id) ON DELETE CASCADE,
                what text NOT NULL,
                told_by {uuid},
                detail text NOT NULL,
                told_at {instant} NOT NULL
             );
             CREATE INDEX candidacy_told_when ON candidacy_told (candidacy, told_at);
             CREATE INDEX candidacy_told_by ON candidacy_told (told_by);
             CREATE TABLE candidacy_seen (
                id {uuid} PRIMARY KEY,
                candidacy {uuid} NOT NULL REFERENCES candidacy (id) ON DELETE CASCADE,
                reader {uuid},
                what text NOT NULL,
                seen_on {date} NOT NULL,
                seen_at {instant} NOT NULL,
                UNIQUE (candidacy, reader, what, seen_on)
             );
             CREATE INDEX candidacy_seen_reader ON candidacy_seen (reader);",
        ),
        migration(
            "m0407_pathway_candidacy_link_before",
            "ALTER TABLE candidacy ADD COLUMN link_before text;
             CREATE UNIQUE INDEX candidacy_link_before ON candidacy (link_before);",
        ),
    ]
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    call: Uuid,
    organisation: Uuid,
    person: Option<Uuid>,
    source: String,
    stage: String,
    outcome: Option<String>,
    previous: Option<Uuid>,
    linked: bool,
    email: Option<String>,
    lang: String,
    shared: bool,
    begun_at: DateTime<Utc>,
    sent_at: Option<DateTime<Utc>>,
    moved_at: DateTime<Utc>,
    still_since: DateTime<Utc>,
    closed_at: Option<DateTime<Utc>>,
    version: i64,
}

impl TryFrom<Row> for Candidacy {
    type Error = Fault;
    fn try_from(row: Row) -> Result<Self, Fault> {
        Ok(Candidacy {
            id: CandidacyId::from_uuid(row.id),
            call: CallId::from_uuid(row.call),
            organisation: OrganisationId::from_uuid(row.organisation),
            person: row.person.map(PersonId::from_uuid),
            source: Source::stored(&row.source)?,
            stage: Stage::stored(&row.stage)?,
            outcome: row.outcome.as_deref().map(OutcomeKind::stored).transpose()?,
            previous: row.previous.map(CandidacyId::from_uuid),
            lang: row.lang.parse().unwrap_or_default(),
            by_link: row.linked,
            email: row.email.map(EmailAddress::try_from).transpose().map_err(Fault::unreadable)?,
            shared: row.shared,
            begun_at: row.begun_at,
            sent_at: row.sent_at,
            moved_at: row.moved_at,
            still_since: row.still_since,
            closed_at: row.closed_at,
            version: row.version,
        })
    }
}

/// Since when a candidacy stands still: its last step, or what came later of the one conversation
/// that stands – the day agreed, which may lie ahead, or the last proposal or wish.
macro_rules! since {
    () => {
        "COALESCE((SELECT CASE WHEN i.state = 'accepted' THEN i.starts_at ELSE i.changed_at END FROM interview i \
         WHERE i.candidacy = c.id AND ((i.state = 'accepted' AND i.starts_at > c.moved_at) \
         OR (i.state IN ('proposed', 'moved') AND i.changed_at > c.moved_at))), c.moved_at)"
    };
}
const SINCE: &str = since!();

const SELECT: &str = concat!(
    "SELECT c.id, c.call, c.organisation, c.person, c.source, c.stage, c.outcome, c.previous, \
     (c.link_digest IS NOT NULL) AS linked, c.email, c.lang, \
     EXISTS (SELECT 1 FROM candidacy_grant g WHERE g.candidacy = c.id AND g.withdrawn_at IS NULL) AS shared, \
     c.begun_at, c.sent_at, c.moved_at, ",
    since!(),
    " AS still_since, c.closed_at, c.version FROM candidacy c"
);

fn candidacies(rows: Vec<Row>) -> Result<Vec<Candidacy>, Fault> {
    rows.into_iter().map(Candidacy::try_from).collect()
}

/// Begins a candidacy. [`Fault::Duplicate`] when the person has an open one for this call already,
/// or when the link is in use.
pub(super) async fn begin(tx: &mut Tx, new: &NewCandidacy, made_person: bool) -> Result<CandidacyId, Fault> {
    let (id, now) = (tx.env().id::<CandidacyId>(), tx.env().now());
    sql("INSERT INTO candidacy (id, call, organisation, person, source, stage, previous, link_digest, email, lang, \
         made_person, begun_at, saved_at, moved_at, version) \
         VALUES ($1, $2, $3, $4, $5, 'draft', $6, $7, $8, $9, $10, $11, $11, $11, 1)")
    .bind(id.uuid())
    .bind(new.call.uuid())
    .bind(new.organisation.uuid())
    .bind(new.person.uuid())
    .bind(new.source.code())
    .bind(new.previous.map(CandidacyId::uuid))
    .bind(new.secret.as_deref().map(super::digest))
    .bind(new.email.as_ref().map(|email| email.as_str().to_owned()))
    .bind(new.lang.tag())
    .bind(made_person)
    .bind(now)
    .run(tx.conn())
    .await?;
    tx.about(new.person);
    Ok(id)
}

/// One candidacy.
pub(super) async fn by_id(conn: &impl Conn, id: CandidacyId) -> Result<Option<Candidacy>, Fault> {
    let row: Option<Row> = sql(format!("{SELECT} WHERE c.id = $1")).bind(id.uuid()).one(conn).await?;
    row.map(Candidacy::try_from).transpose()
}

/// Several candidacies by id, for lists.
pub(super) async fn by_ids(conn: &impl Conn, ids: &[CandidacyId]) -> Result<Vec<Candidacy>, Fault> {
    let rows: Vec<Row> = sql(format!("{SELECT} WHERE c.id IN ("))
        .push_list(ids.iter().map(|id| id.uuid()))
        .push(") ORDER BY c.id LIMIT 500")
        .all(conn)
        .await?;
    candidacies(rows)
}

/// The candidacy behind a personal link: the one that stands, or the one before it while nobody opened
/// the new one.
pub(super) async fn by_secret(conn: &impl Conn, secret: &str) -> Result<Option<Candidacy>, Fault> {
    let row: Option<Row> = sql(format!("{SELECT} WHERE c.link_digest = $1 OR c.link_before = $1"))
        .bind(super::digest(secret))
        .one(conn)
        .await?;
    row.map(Candidacy::try_from).transpose()
}

/// The open candidacy of a person for a call.
pub(super) async fn open_of(conn: &impl Conn, call: CallId, person: PersonId) -> Result<Option<Candidacy>, Fault> {
    let row: Option<Row> = sql(format!("{SELECT} WHERE c.call = $1 AND c.person = $2 AND c.stage <> 'closed'"))
        .bind(call.uuid())
        .bind(person.uuid())
        .one(conn)
        .await?;
    row.map(Candidacy::try_from).transpose()
}

/// The candidacies of a person, the latest first.
pub(super) async fn of_person(conn: &impl Conn, person: PersonId) -> Result<Vec<Candidacy>, Fault> {
    let rows: Vec<Row> = sql(format!("{SELECT} WHERE c.person = $1 ORDER BY c.begun_at DESC, c.id DESC LIMIT 100"))
        .bind(person.uuid())
        .all(conn)
        .await?;
    candidacies(rows)
}

/// The candidacies that were sent for a call, by the day they were sent, and how many there are.
/// Drafts are their person's alone.
pub(super) async fn of_call(
    conn: &impl Conn,
    call: CallId,
    limit: i64,
    skip: i64,
) -> Result<(Vec<Candidacy>, i64), Fault> {
    let rows: Vec<Row> = sql(format!(
        "{SELECT} WHERE c.call = $1 AND c.sent_at IS NOT NULL ORDER BY c.sent_at, c.id LIMIT $2 OFFSET $3"
    ))
    .bind(call.uuid())
    .bind(limit)
    .bind(skip)
    .all(conn)
    .await?;
    let count: Option<i64> =
        sql("SELECT CAST(COUNT(*) AS BIGINT) FROM candidacy WHERE call = $1 AND sent_at IS NOT NULL")
            .bind(call.uuid())
            .value(conn)
            .await?;
    Ok((candidacies(rows)?, count.unwrap_or(0)))
}

/// The open candidacies that were sent for several calls, the one that stands still longest first.
pub(super) async fn open_of_calls(conn: &impl Conn, calls: &[CallId], limit: i64) -> Result<Vec<Candidacy>, Fault> {
    let rows: Vec<Row> = sql(format!("{SELECT} WHERE {OPEN} AND c.call IN ("))
        .push_list(calls.iter().map(|call| call.uuid()))
        .push(&format!(") ORDER BY still_since, c.id LIMIT {limit}"))
        .all(conn)
        .await?;
    candidacies(rows)
}

/// Takes the row of an open candidacy until the transaction ends, and leaves it as it is.
pub(super) async fn hold(tx: &Tx, id: CandidacyId) -> Result<(), Fault> {
    sql("UPDATE candidacy SET version = version WHERE id = $1 AND stage IN ('sent', 'interview', 'talked')")
        .bind(id.uuid())
        .run_once(tx.conn())
        .await
}

/// Passes a candidacy on to another stage, over the version that was read.
pub(super) async fn advance(tx: &mut Tx, candidacy: &Candidacy, to: Stage) -> Result<(), Fault> {
    let now = tx.env().now();
    sql("UPDATE candidacy SET stage = $3, moved_at = $4, version = version + 1, \
         sent_at = CASE WHEN sent_at IS NULL THEN $4 ELSE sent_at END WHERE id = $1 AND version = $2")
    .bind(candidacy.id.uuid())
    .bind(candidacy.version)
    .bind(to.code())
    .bind(now)
    .run_once(tx.conn())
    .await
}

/// Closes a candidacy, over the version that was read.
pub(super) async fn close(
    tx: &mut Tx,
    candidacy: &Candidacy,
    outcome: OutcomeKind,
    kept_from: Option<DateTime<Utc>>,
) -> Result<(), Fault> {
    sql("UPDATE candidacy SET stage = 'closed', outcome = $3, moved_at = $4, closed_at = $4, kept_from = $5, \
         version = version + 1 WHERE id = $1 AND version = $2")
    .bind(candidacy.id.uuid())
    .bind(candidacy.version)
    .bind(outcome.code())
    .bind(tx.env().now())
    .bind(kept_from)
    .run_once(tx.conn())
    .await
}

const OPEN: &str = "c.stage IN ('sent', 'interview', 'talked')";

/// Behind which candidacy a list that is read in portions goes on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Behind {
    since: DateTime<Utc>,
    id: CandidacyId,
}

impl Behind {
    /// Before them all.
    pub(super) const NOBODY: Behind = Behind { since: DateTime::UNIX_EPOCH, id: CandidacyId::from_uuid(Uuid::nil()) };

    /// Where it goes on after a portion; `None` when that was the last one.
    pub(super) fn portion(read: &[Candidacy], limit: i64) -> Option<Behind> {
        let full = i64::try_from(read.len()).is_ok_and(|number| number >= limit);
        read.last().filter(|_| full).map(|last| Behind { since: last.still_since, id: last.id })
    }
}

/// The candidacies that stand still since an instant, the longest first, a portion of them.
pub(super) async fn still_since(
    conn: &impl Conn,
    organisations: Option<&[OrganisationId]>,
    since: DateTime<Utc>,
    (behind, limit): (Behind, i64),
) -> Result<Vec<Candidacy>, Fault> {
    let mut query =
        sql(format!("{SELECT} WHERE {OPEN} AND {SINCE} <= $1 AND ({SINCE} > $2 OR ({SINCE} = $2 AND c.id > $3))"))
            .bind(since)
            .bind(behind.since)
            .bind(behind.id.uuid());
    if let Some(ids) = organisations {
        query = query.push(" AND c.organisation IN (").push_list(ids.iter().map(|id| id.uuid())).push(")");
    }
    let rows: Vec<Row> = query.push(&format!(" ORDER BY still_since, c.id LIMIT {limit}")).all(conn).await?;
    candidacies(rows)
}

/// The candidacies that stand still since an instant and whose panel was not told since, and those
/// that stand still since another and whose coordinator was not; the longest first, a portion of them.
pub(super) async fn untold(
    conn: &impl Conn,
    panel: DateTime<Utc>,
    coordinator: DateTime<Utc>,
    (behind, limit): (Behind, i64),
) -> Result<Vec<Candidacy>, Fault> {
    let not_since = |column: &str| format!("(c.{column} IS NULL OR c.{column} < {SINCE})");
    let rows: Vec<Row> = sql(format!(
        "{SELECT} WHERE {OPEN} AND (({SINCE} <= $1 AND {}) OR ({SINCE} <= $2 AND {})) \
         AND ({SINCE} > $3 OR ({SINCE} = $3 AND c.id > $4)) ORDER BY still_since, c.id LIMIT {limit}",
        not_since("told_panel_at"),
        not_since("told_coordinator_at"),
    ))
    .bind(panel)
    .bind(coordinator)
    .bind(behind.since)
    .bind(behind.id.uuid())
    .all(conn)
    .await?;
    candidacies(rows)
}
