//! The shared calendar, as pages and as iCalendar feeds.
//!
//! Titles carry no word about health: they are seen on telephones and shared screens. The private
//! feed of a member is opened by a secret link, of which only a hash is kept.

mod api;
mod model;
mod pages;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use model::{Entry, Kept};

use crate::announcement::write;
use ::store::{Conn, Db, Fault};
use access::{Act, Holding, Retention, Tx};
use kernel::{CalendarEntryId, DateTime, Duration, PersonId, Utc};
use serde_json::json;

pub(crate) fn migrations() -> ::store::Migrations {
    store::migrations()
}

pub(crate) fn routes() -> web::Routes {
    web::Routes::new()
        .get("/calendario", Act::ReadPublic, pages::month)
        .file("/calendario.ics", Act::ReadPublic, api::everyone)
        .file("/realta/{id}/calendario.ics", Act::ReadPublic, api::organisation)
        .get("/calendario/abbonati", Act::UseOwnAccount, pages::feed::show)
        .post("/calendario/abbonati", Act::UseOwnAccount, pages::feed::renew)
        .post("/calendario/abbonati/togli", Act::UseOwnAccount, pages::feed::end)
        .file("/calendario/mio/{secret}", Act::ReadPublic, api::own)
        .get("/calendario/nuovo", Act::Announce, write::new::<Entry>)
        .post("/calendario/nuovo", Act::Announce, write::add::<Entry>)
        .get("/calendario/{id}", Act::ReadPublic, pages::show)
        .get("/calendario/{id}/modifica", Act::Announce, write::edit::<Entry>)
        .post("/calendario/{id}/modifica", Act::Announce, write::change::<Entry>)
        .post("/calendario/{id}/annulla", Act::Announce, write::end::<Entry>)
}

/// Puts an entry into the calendar.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn add_calendar_entry(tx: &mut Tx, entry: &Entry) -> Result<CalendarEntryId, Fault> {
    let id = tx.env().id();
    store::add(tx, id, entry).await?;
    Ok(id)
}

/// What comes next after an instant: for everyone, and for members where `members`.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn coming_entries(
    conn: &impl Conn,
    after: DateTime<Utc>,
    members: bool,
    limit: i64,
) -> Result<Vec<Kept>, Fault> {
    let until = after + Duration::days(366);
    let limit = limit.clamp(0, 50);
    store::entries(conn, store::Wanted { from: after, until, members, organisation: None, limit }).await
}

/// What this feature holds on persons.
pub(crate) struct Held;

#[async_trait::async_trait]
impl Holding for Held {
    fn name(&self) -> &'static str {
        "calendar"
    }
    fn retention(&self) -> &'static [Retention] {
        const ALL: &[Retention] = &[
            Retention {
                table: "calendar_entry",
                person_column: "posted_by",
                purpose: "retention-calendar-entry",
                days: Some(3 * 366),
                since: "ends_at",
            },
            Retention {
                table: "calendar_feed",
                person_column: "person",
                purpose: "retention-calendar-feed",
                days: None,
                since: "",
            },
        ];
        ALL
    }
    async fn export(&self, db: &Db, person: PersonId) -> Result<serde_json::Value, Fault> {
        let posted = store::posted_by(db.reader(), person).await?;
        let line =
            |kept: Kept| json!({"title": kept.entry.title, "starts": kept.entry.starts, "ends": kept.entry.ends});
        Ok(json!({
            "entries": posted.into_iter().map(line).collect::<Vec<_>>(),
            "private_feed_since": store::feed_since(db.reader(), person).await?,
        }))
    }
    async fn erase(&self, tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
        store::forget_person(tx, person).await
    }
}
