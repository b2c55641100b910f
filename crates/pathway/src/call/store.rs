//! The SQL of calls.

use super::{
    model::{Call, CallState, CallWords, form_code, form_of},
    rules,
};
use access::Tx;
use kernel::{CallId, CourseId, DateTime, Event, NaiveDate, OrganisationId, Territory, Utc, Uuid};
use sea_orm::FromQueryResult;
use store::{Conn, Fault, Migrations, Sql, migration, sql};

pub(super) mod apart;

pub(super) fn migrations() -> Migrations {
    vec![
        migration(
            "m0401_pathway_call",
            "CREATE TABLE call (
                id {uuid} PRIMARY KEY,
                organisation {uuid} NOT NULL,
                territory text NOT NULL,
                title text NOT NULL,
                purpose text NOT NULL,
                valued text NOT NULL,
                steps text NOT NULL,
                opens_on {date} NOT NULL,
                closes_on {date} NOT NULL,
                places {int},
                forms text NOT NULL,
                notes_days {int} NOT NULL,
                trial {bool} NOT NULL,
                leads_to {uuid},
                state text NOT NULL,
                created_at {instant} NOT NULL,
                published_at {instant},
                closed_at {instant},
                version {int} NOT NULL,
                CHECK (opens_on <= closes_on),
                CHECK (notes_days BETWEEN 1 AND 90)
             );
             CREATE INDEX call_organisation ON call (organisation, created_at);
             CREATE INDEX call_open ON call (state, closes_on);
             CREATE TABLE trial_day (
                id {uuid} PRIMARY KEY,
                call {uuid} NOT NULL REFERENCES call (id),
                sealed {bytes} NOT NULL,
                wished_on {date} NOT NULL,
                asked_at {instant} NOT NULL,
                gone_at {instant} NOT NULL
             );
             CREATE INDEX trial_day_call ON trial_day (call, wished_on);
             CREATE INDEX trial_day_gone ON trial_day (gone_at);",
        ),
        migration(
            "m0402_pathway_nomination",
            "CREATE TABLE nomination (
                id {uuid} PRIMARY KEY,
                call {uuid} NOT NULL REFERENCES call (id),
                nominated_by {uuid},
                source text NOT NULL,
                link_digest text NOT NULL UNIQUE,
                made_at {instant} NOT NULL,
                expires_at {instant} NOT NULL,
                used_at {instant}
             );
             CREATE INDEX nomination_by ON nomination (nominated_by, made_at);",
        ),
        migration(
            "m0403_pathway_trial_link",
            "ALTER TABLE trial_day ADD COLUMN link_digest text;
             CREATE UNIQUE INDEX trial_day_link ON trial_day (link_digest);",
        ),
    ]
}

#[derive(FromQueryResult)]
pub(super) struct Row {
    id: Uuid,
    organisation: Uuid,
    territory: String,
    title: String,
    purpose: String,
    valued: String,
    steps: String,
    opens_on: NaiveDate,
    closes_on: NaiveDate,
    places: Option<i64>,
    forms: String,
    notes_days: i64,
    trial: bool,
    leads_to: Option<Uuid>,
    state: String,
    published_at: Option<DateTime<Utc>>,
    closed_at: Option<DateTime<Utc>>,
    version: i64,
}

impl TryFrom<Row> for Call {
    type Error = Fault;
    fn try_from(row: Row) -> Result<Self, Fault> {
        Ok(Call {
            id: CallId::from_uuid(row.id),
            organisation: OrganisationId::from_uuid(row.organisation),
            territory: row.territory.parse().map_err(|_| Fault::unreadable(&row.territory))?,
            words: CallWords {
                title: row.title,
                purpose: row.purpose,
                valued: row.valued,
                steps: row.steps.lines().map(str::to_owned).collect(),
                opens_on: row.opens_on,
                closes_on: row.closes_on,
                places: row.places,
                forms: row.forms.split(' ').filter_map(form_of).collect(),
                notes_days: row.notes_days,
                trial: row.trial,
                leads_to: row.leads_to.map(CourseId::from_uuid),
            },
            state: CallState::stored(&row.state)?,
            published_at: row.published_at,
            closed_at: row.closed_at,
            version: row.version,
        })
    }
}

const COLUMNS: &str = "id, organisation, territory, title, purpose, valued, steps, opens_on, closes_on, places, forms, \
                       notes_days, trial, leads_to, state, published_at, closed_at, version";

fn forms(words: &CallWords) -> String {
    words.forms.iter().map(|form| form_code(*form)).collect::<Vec<_>>().join(" ")
}

/// Writes a call down, as a draft or already open: only who makes up records publishes at once.
pub(super) async fn insert(
    tx: &mut Tx,
    organisation: OrganisationId,
    territory: Territory,
    words: &CallWords,
    state: CallState,
    at: DateTime<Utc>,
) -> Result<CallId, Fault> {
    let id = tx.env().id::<CallId>();
    let published = (state != CallState::Draft).then_some(at);
    let closed = (state == CallState::Closed).then_some(at);
    let row = sql(
        "INSERT INTO call (id, organisation, territory, title, purpose, valued, steps, opens_on, closes_on, places, \
         forms, notes_days, trial, leads_to, state, created_at, published_at, closed_at, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, 1)",
    )
    .bind(id.uuid())
    .bind(organisation.uuid())
    .bind(territory.code());
    bind_words(row, words).bind(state.code()).bind(at).bind(published).bind(closed).run(tx.conn()).await?;
    tx.note("call", id.to_string());
    tx.emit(Event::OrganisationChanged { organisation });
    Ok(id)
}

/// What a call says, in the order of the columns from `title` to `leads_to`.
fn bind_words(row: Sql, words: &CallWords) -> Sql {
    row.bind(words.title.as_str())
        .bind(words.purpose.as_str())
        .bind(words.valued.as_str())
        .bind(words.steps.join("\n"))
        .bind(words.opens_on)
        .bind(words.closes_on)
        .bind(words.places)
        .bind(forms(words))
        .bind(words.notes_days)
        .bind(words.trial)
        .bind(words.leads_to.map(CourseId::uuid))
}

/// Writes what a call says, over the version that was read.
pub(super) async fn update(tx: &mut Tx, call: &Call, words: &CallWords, version: i64) -> Result<(), Fault> {
    let row = sql("UPDATE call SET title = $3, purpose = $4, valued = $5, steps = $6, opens_on = $7, closes_on = $8, \
         places = $9, forms = $10, notes_days = $11, trial = $12, leads_to = $13, version = version + 1 \
         WHERE id = $1 AND version = $2")
    .bind(call.id.uuid())
    .bind(version);
    bind_words(row, words).run_once(tx.conn()).await?;
    tx.note("call", call.id.to_string());
    tx.emit(Event::OrganisationChanged { organisation: call.organisation });
    Ok(())
}

/// Publishes or closes a call, over the version that was read.
pub(super) async fn pass_to(tx: &mut Tx, call: &Call, state: CallState, version: i64) -> Result<(), Fault> {
    if !rules::may_become(call.state, state) {
        return Err(Fault::Stale);
    }
    let column = if state == CallState::Published { "published_at" } else { "closed_at" };
    sql(format!("UPDATE call SET state = $3, {column} = $4, version = version + 1 WHERE id = $1 AND version = $2"))
        .bind(call.id.uuid())
        .bind(version)
        .bind(state.code())
        .bind(tx.env().now())
        .run_once(tx.conn())
        .await?;
    tx.note("call", call.id.to_string());
    tx.note("state", state.code());
    tx.emit(Event::OrganisationChanged { organisation: call.organisation });
    Ok(())
}

/// One call.
pub(super) async fn by_id(conn: &impl Conn, id: CallId) -> Result<Option<Call>, Fault> {
    let row: Option<Row> = sql(format!("SELECT {COLUMNS} FROM call WHERE id = $1")).bind(id.uuid()).one(conn).await?;
    row.map(Call::try_from).transpose()
}

/// Several calls by id, for lists.
pub(super) async fn by_ids(conn: &impl Conn, ids: &[CallId]) -> Result<Vec<Call>, Fault> {
    let rows: Vec<Row> = sql(format!("SELECT {COLUMNS} FROM call WHERE id IN ("))
        .push_list(ids.iter().map(|id| id.uuid()))
        .push(") ORDER BY id LIMIT 500")
        .all(conn)
        .await?;
    rows.into_iter().map(Call::try_from).collect()
}

/// The open calls, those that close first before the others, and how many there are.
pub(super) async fn open(
    conn: &impl Conn,
    today: NaiveDate,
    territory: Option<Territory>,
    limit: i64,
    skip: i64,
) -> Result<(Vec<Call>, i64), Fault> {
    const OPEN: &str = "FROM call WHERE state = 'published' AND opens_on <= $1 AND closes_on >= $1 \
                        AND ($2 = '' OR territory = $2)";
    let territory = territory.map_or("", Territory::code);
    let rows: Vec<Row> = sql(format!("SELECT {COLUMNS} {OPEN} ORDER BY closes_on, id LIMIT $3 OFFSET $4"))
        .bind(today)
        .bind(territory)
        .bind(limit)
        .bind(skip)
        .all(conn)
        .await?;
    let count: Option<i64> =
        sql(format!("SELECT CAST(COUNT(*) AS BIGINT) {OPEN}")).bind(today).bind(territory).value(conn).await?;
    Ok((rows.into_iter().map(Call::try_from).collect::<Result<_, _>>()?, count.unwrap_or(0)))
}

/// The calls of an organisation, the latest first, and how many there are.
pub(super) async fn of_organisation(
    conn: &impl Conn,
    organisation: OrganisationId,
    limit: i64,
    skip: i64,
) -> Result<(Vec<Call>, i64), Fault> {
    let rows: Vec<Row> = sql(format!(
        "SELECT {COLUMNS} FROM call WHERE organisation = $1 ORDER BY created_at DESC, id DESC LIMIT $2 OFFSET $3"
    ))
    .bind(organisation.uuid())
    .bind(limit)
    .bind(skip)
    .all(conn)
    .await?;
    let count: Option<i64> = sql("SELECT CAST(COUNT(*) AS BIGINT) FROM call WHERE organisation = $1")
        .bind(organisation.uuid())
        .value(conn)
        .await?;
    Ok((rows.into_iter().map(Call::try_from).collect::<Result<_, _>>()?, count.unwrap_or(0)))
}
