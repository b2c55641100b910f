//! Announcements: for everyone or for members, until a day.

mod model;
mod pages;
mod store;
#[cfg(test)]
mod tests;

pub use model::{Announcement, Audience, Posted};

pub(crate) use pages::{
    Author, paths,
    write::{self, OnRecord, Written},
};

use ::store::{Conn, Db, Fault};
use access::{Act, Holding, Retention, Tx};
use kernel::{AnnouncementId, NaiveDate, PersonId};
use serde_json::json;

pub(crate) fn migrations() -> ::store::Migrations {
    store::migrations()
}

pub(crate) fn routes() -> web::Routes {
    web::Routes::new()
        .get("/annunci", Act::ReadPublic, pages::list)
        .get("/annunci/nuovo", Act::Announce, write::new::<Announcement>)
        .post("/annunci/nuovo", Act::Announce, write::add::<Announcement>)
        .get("/annunci/{id}", Act::ReadPublic, pages::show)
        .get("/annunci/{id}/modifica", Act::Announce, write::edit::<Announcement>)
        .post("/annunci/{id}/modifica", Act::Announce, write::change::<Announcement>)
        .post("/annunci/{id}/togli", Act::Announce, write::end::<Announcement>)
}

/// Posts an announcement.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn post_announcement(tx: &mut Tx, announcement: &Announcement) -> Result<AnnouncementId, Fault> {
    let id = tx.env().id();
    store::post(tx, id, announcement).await?;
    Ok(id)
}

/// The latest announcements that stand on a day: for everyone, and for members where `members`.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn latest_announcements(
    conn: &impl Conn,
    on: NaiveDate,
    members: bool,
    limit: i64,
) -> Result<Vec<Posted>, Fault> {
    store::standing(conn, on, members, limit.clamp(0, 20), 0).await
}

/// What this feature holds on persons.
pub(crate) struct Held;

#[async_trait::async_trait]
impl Holding for Held {
    fn name(&self) -> &'static str {
        "announcements"
    }
    fn retention(&self) -> &'static [Retention] {
        const ALL: &[Retention] = &[Retention {
            table: "announcement",
            person_column: "posted_by",
            purpose: "retention-announcement",
            days: Some(3 * 366),
            since: "posted_at",
        }];
        ALL
    }
    async fn export(&self, db: &Db, person: PersonId) -> Result<serde_json::Value, Fault> {
        let posted = store::posted_by(db.reader(), person).await?;
        let line = |one: Posted| json!({"title": one.announcement.title, "posted_at": one.at, "until": one.announcement.until});
        Ok(json!(posted.into_iter().map(line).collect::<Vec<_>>()))
    }
    async fn erase(&self, tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
        store::forget_author(tx, person).await
    }
}
