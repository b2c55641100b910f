//! The booklet (libretto): a person's own record of the path, to keep and to take along.
//!
//! What the program knows is gathered for the person: certificates, courses, roles, what they say
//! they can do. What it does not know they write: turning points, testimonies, training elsewhere.
//! Their words are sealed under their own key. Nothing is handed over that they did not choose; what
//! is more their own than a CV waits for their yes. Other qualifications are listed as such: nothing
//! counts them.

mod model;
mod pages;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use model::{About, Part, QualificationKind, Words};

use ::store::{Db, Fault};
use access::{Act, Holding, Retention, Tx};
use kernel::{BookletEntryId, PersonId};
use web::App;

pub(crate) fn migrations() -> ::store::Migrations {
    store::migrations()
}

pub(crate) fn routes() -> web::Routes {
    const ACT: Act = Act::UseOwnAccount;
    web::Routes::new()
        .get("/libretto", ACT, pages::show)
        .get("/libretto/presentazione", ACT, pages::write::about)
        .post("/libretto/presentazione", ACT, pages::write::present)
        .get("/libretto/nuova", ACT, pages::write::new)
        .post("/libretto/nuova", ACT, pages::write::add)
        .get("/libretto/voci/{entry}", ACT, pages::write::edit)
        .post("/libretto/voci/{entry}", ACT, pages::write::change)
        .post("/libretto/voci/{entry}/elimina", ACT, pages::write::remove)
        .get("/libretto/scelta", ACT, pages::choose::form)
        .post("/libretto/scelta", ACT, pages::choose::save)
        .file("/libretto/libretto.pdf", ACT, pages::choose::paper)
        .file("/libretto/libretto.json", ACT, pages::choose::data)
}

pub(crate) fn holdings() -> Vec<Box<dyn Holding>> {
    vec![Box::new(Held)]
}

/// Writes entries into a person's booklet, for made-up people.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn write_entries(
    tx: &mut Tx,
    app: &App,
    person: PersonId,
    entries: &[(Part, Words)],
) -> Result<Vec<BookletEntryId>, Fault> {
    let mut ids = Vec::with_capacity(entries.len());
    for (part, words) in entries {
        ids.push(store::add(tx, app, person, *part, words).await?);
    }
    Ok(ids)
}

/// Writes how a person presents themselves in their booklet, for made-up people who have not.
///
/// # Errors
/// [`Fault::Stale`] when they have.
pub async fn write_about(tx: &mut Tx, app: &App, person: PersonId, about: &About) -> Result<(), Fault> {
    store::present(tx, app, person, about, 0).await
}

/// What this feature holds on persons.
struct Held;

const fn kept(table: &'static str) -> Retention {
    Retention { table, person_column: "person", purpose: "retention-booklet", days: None, since: "" }
}

#[async_trait::async_trait]
impl Holding for Held {
    fn name(&self) -> &'static str {
        "booklet"
    }
    fn retention(&self) -> &'static [Retention] {
        const ALL: &[Retention] = &[kept("booklet_entry"), kept("booklet_about"), kept("booklet_choice")];
        ALL
    }
    async fn export(&self, db: &Db, person: PersonId) -> Result<serde_json::Value, Fault> {
        store::held(db.reader(), person).await
    }
    async fn erase(&self, tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
        store::erase(tx, person).await
    }
}
