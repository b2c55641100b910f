//! The SQL of the calendar.

use super::model::{Entry, Kept};
use crate::announcement::Audience;
use access::Tx;
use kernel::{CalendarEntryId, DateTime, OrganisationId, PersonId, Utc, Uuid};
use sea_orm::FromQueryResult;
use sha2::{Digest, Sha256};
use store::{Conn, Fault, Migrations, migration, sql};

pub(super) fn migrations() -> Migrations {
    vec![migration(
        "m0336_network_calendar",
        "CREATE TABLE calendar_entry (
            id {uuid} PRIMARY KEY,
            organisation {uuid} REFERENCES organisation (id),
            audience text NOT NULL,
            title text NOT NULL,
            about text,
            place text,
            link text,
            starts_at {instant} NOT NULL,
            ends_at {instant} NOT NULL,
            called_off {bool} NOT NULL,
            posted_by {uuid},
            changed_at {instant} NOT NULL,
            version {int} NOT NULL
         );
         CREATE INDEX calendar_entry_starts ON calendar_entry (starts_at);
         CREATE INDEX calendar_entry_organisation ON calendar_entry (organisation, starts_at);
         CREATE INDEX calendar_entry_posted_by ON calendar_entry (posted_by);
         CREATE TABLE calendar_feed (
            person {uuid} PRIMARY KEY,
            secret_hash text NOT NULL UNIQUE,
            made_at {instant} NOT NULL
         );",
    )]
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    organisation: Option<Uuid>,
    audience: String,
    title: String,
    about: Option<String>,
    place: Option<String>,
    link: Option<String>,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    called_off: bool,
    changed_at: DateTime<Utc>,
    version: i64,
}

impl TryFrom<Row> for Kept {
    type Error = Fault;
    fn try_from(row: Row) -> Result<Self, Fault> {
        Ok(Kept {
            id: CalendarEntryId::from_uuid(row.id),
            entry: Entry {
                from: row.organisation.map(OrganisationId::from_uuid),
                audience: Audience::stored(&row.audience)?,
                title: row.title,
                about: row.about,
                place: row.place,
                link: row.link,
                starts: row.starts_at,
                ends: row.ends_at,
            },
            called_off: row.called_off,
            changed_at: row.changed_at,
            version: row.version,
        })
    }
}

const COLUMNS: &str =
    "id, organisation, audience, title, about, place, link, starts_at, ends_at, called_off, changed_at, version";

/// Which entries are asked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    /// Those that end after this.
    pub from: DateTime<Utc>,
    /// Those that begin before this.
    pub until: DateTime<Utc>,
    /// Those for members as well.
    pub members: bool,
    /// Only those of one organisation.
    pub organisation: Option<OrganisationId>,
    /// At most so many.
    pub limit: i64,
}

/// The entries asked for, in the order of time.
pub(super) async fn entries(conn: &impl Conn, wanted: Wanted) -> Result<Vec<Kept>, Fault> {
    let mut query = sql(format!(
        "SELECT {COLUMNS} FROM calendar_entry WHERE ends_at > $1 AND starts_at < $2 \
         AND (audience = 'everyone' OR $3 = TRUE)"
    ))
    .bind(wanted.from)
    .bind(wanted.until)
    .bind(wanted.members)
    .bind(wanted.limit);
    if let Some(organisation) = wanted.organisation {
        query = query.bind(organisation.uuid()).push(" AND organisation = $5");
    }
    let rows: Vec<Row> = query.push(" ORDER BY starts_at, id LIMIT $4").all(conn).await?;
    rows.into_iter().map(Kept::try_from).collect()
}

/// One entry.
pub(super) async fn entry(conn: &impl Conn, id: CalendarEntryId) -> Result<Option<Kept>, Fault> {
    let row: Option<Row> =
        sql(format!("SELECT {COLUMNS} FROM calendar_entry WHERE id = $1")).bind(id.uuid()).one(conn).await?;
    row.map(Kept::try_from).transpose()
}

/// Puts an entry into the calendar under an id that is still free.
pub(super) async fn add(tx: &mut Tx, id: CalendarEntryId, new: &Entry) -> Result<(), Fault> {
    sql("INSERT INTO calendar_entry (id, organisation, audience, title, about, place, link, starts_at, ends_at, \
         called_off, posted_by, changed_at, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, FALSE, $10, $11, 1)")
    .bind(id.uuid())
    .bind(new.from.map(|o| o.uuid()))
    .bind(new.audience.code())
    .bind(new.title.as_str())
    .bind(new.about.clone())
    .bind(new.place.clone())
    .bind(new.link.clone())
    .bind(new.starts)
    .bind(new.ends)
    .bind(tx.actor_person().map(|p| p.uuid()))
    .bind(tx.env().now())
    .run(tx.conn())
    .await?;
    tx.note("calendar_entry", id.to_string());
    Ok(())
}

/// Changes an entry, over the version that was read.
pub(super) async fn change(tx: &mut Tx, id: CalendarEntryId, new: &Entry, version: i64) -> Result<(), Fault> {
    sql("UPDATE calendar_entry SET audience = $3, title = $4, about = $5, place = $6, link = $7, starts_at = $8, \
         ends_at = $9, changed_at = $10, version = version + 1 WHERE id = $1 AND version = $2")
    .bind(id.uuid())
    .bind(version)
    .bind(new.audience.code())
    .bind(new.title.as_str())
    .bind(new.about.clone())
    .bind(new.place.clone())
    .bind(new.link.clone())
    .bind(new.starts)
    .bind(new.ends)
    .bind(tx.env().now())
    .run_once(tx.conn())
    .await?;
    tx.note("calendar_entry", id.to_string());
    Ok(())
}

/// Calls an entry off: it stays in the calendar and says so.
pub(super) async fn call_off(tx: &mut Tx, id: CalendarEntryId, version: i64) -> Result<(), Fault> {
    sql("UPDATE calendar_entry SET called_off = TRUE, changed_at = $3, version = version + 1 \
         WHERE id = $1 AND version = $2")
    .bind(id.uuid())
    .bind(version)
    .bind(tx.env().now())
    .run_once(tx.conn())
    .await?;
    tx.note("calendar_entry", id.to_string());
    tx.note("called_off", true);
    Ok(())
}

/// When a person's private feed was made, where they have one.
pub(super) async fn feed_since(conn: &impl Conn, person: PersonId) -> Result<Option<DateTime<Utc>>, Fault> {
    sql("SELECT made_at FROM calendar_feed WHERE person = $1").bind(person.uuid()).value(conn).await
}

/// Gives a person's feed a new secret; the old link stops working.
pub(super) async fn renew_feed(tx: &mut Tx, person: PersonId, secret_hash: &str) -> Result<(), Fault> {
    sql("INSERT INTO calendar_feed (person, secret_hash, made_at) VALUES ($1, $2, $3) \
         ON CONFLICT (person) DO UPDATE SET secret_hash = excluded.secret_hash, made_at = excluded.made_at")
    .bind(person.uuid())
    .bind(secret_hash)
    .bind(tx.env().now())
    .run(tx.conn())
    .await?;
    tx.note("calendar_feed", "renewed");
    Ok(())
}

/// Ends a person's feed.
pub(super) async fn end_feed(tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
    sql("DELETE FROM calendar_feed WHERE person = $1").bind(person.uuid()).run(tx.conn()).await?;
    tx.note("calendar_feed", "ended");
    Ok(())
}

/// Whose feed a secret opens.
pub(super) async fn feed_of(conn: &impl Conn, secret_hash: &str) -> Result<Option<PersonId>, Fault> {
    let id: Option<Uuid> =
        sql("SELECT person FROM calendar_feed WHERE secret_hash = $1").bind(secret_hash).value(conn).await?;
    Ok(id.map(PersonId::from_uuid))
}

/// What a person put into the calendar.
pub(super) async fn posted_by(conn: &impl Conn, person: PersonId) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> =
        sql(format!("SELECT {COLUMNS} FROM calendar_entry WHERE posted_by = $1 ORDER BY starts_at, id LIMIT 1000"))
            .bind(person.uuid())
            .all(conn)
            .await?;
    rows.into_iter().map(Kept::try_from).collect()
}

/// Entries stay; who put them there is forgotten, and the person's feed ends.
pub(super) async fn forget_person(tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
    end_feed(tx, person).await?;
    sql("UPDATE calendar_entry SET posted_by = NULL WHERE posted_by = $1").bind(person.uuid()).run(tx.conn()).await?;
    Ok(())
}

/// The hash under which the secret of a feed is kept. The secret has 256 bits of chance in it, so
/// that a plain hash is enough.
pub(super) fn secret_hash(secret: &str) -> String {
    hex::encode(Sha256::digest(secret.as_bytes()))
}
