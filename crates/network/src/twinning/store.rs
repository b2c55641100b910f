//! The SQL of twinnings.

use super::{
    model::{Answer, NewTwinning, Side, Stage, Twinning},
    rules,
};
use access::Tx;
use kernel::{DateTime, Event, NaiveDate, OrganisationId, TwinningId, Utc, Uuid};
use sea_orm::FromQueryResult;
use store::{Conn, Fault, Migrations, migration, sql};

pub(super) fn migrations() -> Migrations {
    vec![migration(
        "m0334_network_twinning",
        "CREATE TABLE twinning (
            id {uuid} PRIMARY KEY,
            mature {uuid} NOT NULL REFERENCES organisation (id),
            starting {uuid} NOT NULL REFERENCES organisation (id),
            proposed_by text NOT NULL,
            stage text NOT NULL,
            purpose text NOT NULL,
            proposed_at {instant} NOT NULL,
            since {date},
            until {date},
            version {int} NOT NULL,
            CHECK (mature <> starting)
         );
         CREATE UNIQUE INDEX twinning_standing ON twinning (mature, starting) WHERE stage IN ('proposed', 'active');
         CREATE INDEX twinning_starting ON twinning (starting);
         CREATE INDEX twinning_stage ON twinning (stage, since);",
    )]
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    mature: Uuid,
    starting: Uuid,
    proposed_by: String,
    stage: String,
    purpose: String,
    proposed_at: DateTime<Utc>,
    since: Option<NaiveDate>,
    until: Option<NaiveDate>,
    version: i64,
}

impl TryFrom<Row> for Twinning {
    type Error = Fault;
    fn try_from(row: Row) -> Result<Self, Fault> {
        Ok(Twinning {
            id: TwinningId::from_uuid(row.id),
            mature: OrganisationId::from_uuid(row.mature),
            starting: OrganisationId::from_uuid(row.starting),
            proposed_by: Side::stored(&row.proposed_by)?,
            stage: Stage::stored(&row.stage)?,
            purpose: row.purpose,
            proposed_at: row.proposed_at,
            since: row.since,
            until: row.until,
            version: row.version,
        })
    }
}

const COLUMNS: &str = "id, mature, starting, proposed_by, stage, purpose, proposed_at, since, until, version";

/// Writes a proposal down. [`Fault::Duplicate`] when one of the two stands already.
pub(super) async fn propose(tx: &mut Tx, new: &NewTwinning) -> Result<TwinningId, Fault> {
    let id = tx.env().id::<TwinningId>();
    let (mature, starting) = new.pair();
    sql("INSERT INTO twinning (id, mature, starting, proposed_by, stage, purpose, proposed_at, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, 1)")
    .bind(id.uuid())
    .bind(mature.uuid())
    .bind(starting.uuid())
    .bind(new.side.code())
    .bind(Stage::Proposed.code())
    .bind(new.purpose.as_str())
    .bind(tx.env().now())
    .run(tx.conn())
    .await?;
    tx.note("twinning", id.to_string());
    tx.note("with", new.other.to_string());
    Ok(id)
}

/// Writes down a twinning that is active already.
pub(super) async fn record_active(
    tx: &mut Tx,
    mature: OrganisationId,
    starting: OrganisationId,
    purpose: &str,
    since: NaiveDate,
) -> Result<(), Fault> {
    sql("INSERT INTO twinning (id, mature, starting, proposed_by, stage, purpose, proposed_at, since, version) \
         VALUES ($1, $2, $3, 'mature', 'active', $4, $5, $6, 1)")
    .bind(tx.env().id::<TwinningId>().uuid())
    .bind(mature.uuid())
    .bind(starting.uuid())
    .bind(purpose)
    .bind(tx.env().now())
    .bind(since)
    .run(tx.conn())
    .await?;
    Ok(())
}

/// Writes an answer down, over the version that was read. [`Fault::Stale`] also where the answer
/// no longer fits.
pub(super) async fn answer(
    tx: &mut Tx,
    twinning: &Twinning,
    side: Side,
    answer: Answer,
    version: i64,
) -> Result<(), Fault> {
    let next = rules::answered(twinning.stage, twinning.proposed_by, side, answer).ok_or(Fault::Stale)?;
    let today = tx.env().today();
    let since = if next == Stage::Active { Some(today) } else { twinning.since };
    let until = (next == Stage::Ended).then_some(today);
    sql("UPDATE twinning SET stage = $3, since = $4, until = $5, version = version + 1 WHERE id = $1 AND version = $2")
        .bind(twinning.id.uuid())
        .bind(version)
        .bind(next.code())
        .bind(since)
        .bind(until)
        .run_once(tx.conn())
        .await?;
    tx.note("twinning", twinning.id.to_string());
    tx.note("answer", answer.code());
    for organisation in [twinning.mature, twinning.starting] {
        tx.emit(Event::OrganisationChanged { organisation });
    }
    Ok(())
}

/// One twinning.
pub(super) async fn twinning(conn: &impl Conn, id: TwinningId) -> Result<Option<Twinning>, Fault> {
    let row: Option<Row> =
        sql(format!("SELECT {COLUMNS} FROM twinning WHERE id = $1")).bind(id.uuid()).one(conn).await?;
    row.map(Twinning::try_from).transpose()
}

/// The twinnings of an organisation, the latest first.
pub(super) async fn of_organisation(conn: &impl Conn, organisation: OrganisationId) -> Result<Vec<Twinning>, Fault> {
    let rows: Vec<Row> = sql(format!(
        "SELECT {COLUMNS} FROM twinning WHERE mature = $1 OR starting = $1 ORDER BY proposed_at DESC, id DESC LIMIT 100"
    ))
    .bind(organisation.uuid())
    .all(conn)
    .await?;
    rows.into_iter().map(Twinning::try_from).collect()
}

/// Active, and both in the public register: the public reads of no other.
const PUBLIC: &str = "stage = 'active' AND NOT EXISTS (SELECT 1 FROM organisation o \
                      WHERE o.id IN (twinning.mature, twinning.starting) AND o.listed = FALSE)";

/// The active twinnings, by the name of the mature one.
pub(super) async fn active(conn: &impl Conn, limit: i64, skip: i64) -> Result<Vec<Twinning>, Fault> {
    let rows: Vec<Row> = sql(format!(
        "SELECT {COLUMNS} FROM twinning WHERE {PUBLIC} \
         ORDER BY (SELECT o.name_key FROM organisation o WHERE o.id = twinning.mature), id LIMIT $1 OFFSET $2"
    ))
    .bind(limit)
    .bind(skip)
    .all(conn)
    .await?;
    rows.into_iter().map(Twinning::try_from).collect()
}

/// How many are active.
pub(super) async fn count_active(conn: &impl Conn) -> Result<i64, Fault> {
    let count = sql(format!("SELECT CAST(COUNT(*) AS BIGINT) FROM twinning WHERE {PUBLIC}")).value(conn).await?;
    Ok(count.unwrap_or(0))
}

/// The proposals that wait for an answer of one of these organisations.
pub(super) async fn waiting_for(conn: &impl Conn, organisations: &[OrganisationId]) -> Result<Vec<Twinning>, Fault> {
    let ids = || organisations.iter().map(|id| id.uuid());
    let rows: Vec<Row> = sql(format!(
        "SELECT {COLUMNS} FROM twinning WHERE stage = 'proposed' AND ((proposed_by = 'mature' AND starting IN ("
    ))
    .push_list(ids())
    .push(")) OR (proposed_by = 'starting' AND mature IN (")
    .push_list(ids())
    .push("))) ORDER BY proposed_at, id LIMIT 50")
    .all(conn)
    .await?;
    rows.into_iter().map(Twinning::try_from).collect()
}
