//! A trainee's own diary. Nobody else reads it: every entry is sealed under the trainee's key.

mod model;
mod pages;
mod store;
#[cfg(test)]
mod tests;

use ::store::{Db, Fault};
use access::{Act, Holding, Retention, Tx};
use kernel::{DiaryEntryId, EnrolmentId, NaiveDate, PersonId};
use serde_json::json;
use web::App;

pub(crate) fn migrations() -> ::store::Migrations {
    store::migrations()
}

pub(crate) fn routes() -> web::Routes {
    web::Routes::new()
        .get("/i-miei-corsi/{enrolment}/diario", Act::UseOwnAccount, pages::show)
        .post("/i-miei-corsi/{enrolment}/diario", Act::UseOwnAccount, pages::add)
        .file("/i-miei-corsi/{enrolment}/diario.txt", Act::UseOwnAccount, pages::whole)
        .get("/i-miei-corsi/{enrolment}/diario/{entry}", Act::UseOwnAccount, pages::edit)
        .post("/i-miei-corsi/{enrolment}/diario/{entry}", Act::UseOwnAccount, pages::change)
        .post("/i-miei-corsi/{enrolment}/diario/{entry}/elimina", Act::UseOwnAccount, pages::remove)
}

pub(crate) fn holdings() -> Vec<Box<dyn Holding>> {
    vec![Box::new(Held)]
}

/// Writes an entry into a trainee's diary, for the demo.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn write_diary(
    tx: &mut Tx,
    app: &App,
    (person, enrolment): (PersonId, EnrolmentId),
    day: NaiveDate,
    words: &str,
) -> Result<DiaryEntryId, Fault> {
    let id = tx.env().id::<DiaryEntryId>();
    let sealed = people::facade::seal_for_person(tx, app, person, &model::place(id), words).await?;
    store::add(tx, (person, enrolment), id, day, sealed).await?;
    Ok(id)
}

/// What this feature holds on persons.
struct Held;

#[async_trait::async_trait]
impl Holding for Held {
    fn name(&self) -> &'static str {
        "diary"
    }
    fn retention(&self) -> &'static [Retention] {
        const ALL: &[Retention] = &[Retention {
            table: "diary_entry",
            person_column: "person",
            purpose: "retention-diary",
            days: None,
            since: "",
        }];
        ALL
    }
    async fn export(&self, db: &Db, person: PersonId) -> Result<serde_json::Value, Fault> {
        Ok(json!({ "entries": store::held(db.reader(), person).await? }))
    }
    async fn erase(&self, tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
        store::erase(tx, person).await
    }
}
