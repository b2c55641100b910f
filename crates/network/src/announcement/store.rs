//! The SQL of announcements.

use super::model::{Announcement, Audience, Posted};
use access::Tx;
use kernel::{AnnouncementId, DateTime, NaiveDate, OrganisationId, PersonId, Utc, Uuid};
use sea_orm::FromQueryResult;
use store::{Conn, Fault, Migrations, migration, sql};

pub(super) fn migrations() -> Migrations {
    vec![migration(
        "m0335_network_announcement",
        "CREATE TABLE announcement (
            id {uuid} PRIMARY KEY,
            organisation {uuid} REFERENCES organisation (id),
            audience text NOT NULL,
            title text NOT NULL,
            body text NOT NULL,
            shown_until {date} NOT NULL,
            posted_at {instant} NOT NULL,
            posted_by {uuid},
            taken_down {bool} NOT NULL,
            version {int} NOT NULL
         );
         CREATE INDEX announcement_until ON announcement (shown_until);
         CREATE INDEX announcement_organisation ON announcement (organisation, posted_at);
         CREATE INDEX announcement_posted_by ON announcement (posted_by);",
    )]
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    organisation: Option<Uuid>,
    audience: String,
    title: String,
    body: String,
    shown_until: NaiveDate,
    posted_at: DateTime<Utc>,
    taken_down: bool,
    version: i64,
}

impl TryFrom<Row> for Posted {
    type Error = Fault;
    fn try_from(row: Row) -> Result<Self, Fault> {
        Ok(Posted {
            id: AnnouncementId::from_uuid(row.id),
            announcement: Announcement {
                from: row.organisation.map(OrganisationId::from_uuid),
                audience: Audience::stored(&row.audience)?,
                title: row.title,
                body: row.body,
                until: row.shown_until,
            },
            at: row.posted_at,
            taken_down: row.taken_down,
            version: row.version,
        })
    }
}

const COLUMNS: &str = "id, organisation, audience, title, body, shown_until, posted_at, taken_down, version";

/// What stands on a day, the latest first: for everyone, and for members where `members`.
pub(super) async fn standing(
    conn: &impl Conn,
    on: NaiveDate,
    members: bool,
    limit: i64,
    skip: i64,
) -> Result<Vec<Posted>, Fault> {
    let rows: Vec<Row> = sql(format!(
        "SELECT {COLUMNS} FROM announcement WHERE shown_until >= $1 AND taken_down = FALSE \
         AND (audience = 'everyone' OR $2 = TRUE) ORDER BY posted_at DESC, id DESC LIMIT $3 OFFSET $4"
    ))
    .bind(on)
    .bind(members)
    .bind(limit)
    .bind(skip)
    .all(conn)
    .await?;
    rows.into_iter().map(Posted::try_from).collect()
}

/// How many stand on a day.
pub(super) async fn count_standing(conn: &impl Conn, on: NaiveDate, members: bool) -> Result<i64, Fault> {
    let count = sql("SELECT CAST(COUNT(*) AS BIGINT) FROM announcement WHERE shown_until >= $1 \
         AND taken_down = FALSE AND (audience = 'everyone' OR $2 = TRUE)")
    .bind(on)
    .bind(members)
    .value(conn)
    .await?;
    Ok(count.unwrap_or(0))
}

/// One announcement.
pub(super) async fn posted(conn: &impl Conn, id: AnnouncementId) -> Result<Option<Posted>, Fault> {
    let row: Option<Row> =
        sql(format!("SELECT {COLUMNS} FROM announcement WHERE id = $1")).bind(id.uuid()).one(conn).await?;
    row.map(Posted::try_from).transpose()
}

/// Posts an announcement under an id that is still free.
pub(super) async fn post(tx: &mut Tx, id: AnnouncementId, new: &Announcement) -> Result<(), Fault> {
    sql("INSERT INTO announcement (id, organisation, audience, title, body, shown_until, posted_at, posted_by, taken_down, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, FALSE, 1)")
    .bind(id.uuid())
    .bind(new.from.map(|o| o.uuid()))
    .bind(new.audience.code())
    .bind(new.title.as_str())
    .bind(new.body.as_str())
    .bind(new.until)
    .bind(tx.env().now())
    .bind(tx.actor_person().map(|p| p.uuid()))
    .run(tx.conn())
    .await?;
    tx.note("announcement", id.to_string());
    Ok(())
}

/// Changes an announcement, over the version that was read.
pub(super) async fn change(tx: &mut Tx, id: AnnouncementId, new: &Announcement, version: i64) -> Result<(), Fault> {
    sql("UPDATE announcement SET audience = $3, title = $4, body = $5, shown_until = $6, version = version + 1 \
         WHERE id = $1 AND version = $2")
    .bind(id.uuid())
    .bind(version)
    .bind(new.audience.code())
    .bind(new.title.as_str())
    .bind(new.body.as_str())
    .bind(new.until)
    .run_once(tx.conn())
    .await?;
    tx.note("announcement", id.to_string());
    Ok(())
}

/// Takes an announcement down before its time.
pub(super) async fn take_down(tx: &mut Tx, id: AnnouncementId, version: i64) -> Result<(), Fault> {
    sql("UPDATE announcement SET taken_down = TRUE, version = version + 1 WHERE id = $1 AND version = $2")
        .bind(id.uuid())
        .bind(version)
        .run_once(tx.conn())
        .await?;
    tx.note("announcement", id.to_string());
    tx.note("taken_down", true);
    Ok(())
}

/// What a person posted.
pub(super) async fn posted_by(conn: &impl Conn, person: PersonId) -> Result<Vec<Posted>, Fault> {
    let rows: Vec<Row> =
        sql(format!("SELECT {COLUMNS} FROM announcement WHERE posted_by = $1 ORDER BY posted_at, id LIMIT 1000"))
            .bind(person.uuid())
            .all(conn)
            .await?;
    rows.into_iter().map(Posted::try_from).collect()
}

/// Announcements stay; who posted them is forgotten.
pub(super) async fn forget_author(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    sql("UPDATE announcement SET posted_by = NULL WHERE posted_by = $1").bind(person.uuid()).run(tx.conn()).await?;
    Ok(())
}
