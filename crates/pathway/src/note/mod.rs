//! Notes in words, written with a candidate and read by them.
//!
//! There is one note for a candidacy. The panel that meets the candidate writes in it, and sees it;
//! the candidate sees it from the first word, adds their own, and it counts only once they have
//! read these very words. It has a last day from the start: after it nobody reads it, and it is
//! removed.

pub(crate) mod model;
mod pages;
mod store;
#[cfg(test)]
mod tests;

pub use model::{Answer, Prompt, Words};
pub(crate) use pages::candidate::{Part, for_candidate};
pub(crate) use pages::panel::{Standing, standing_for};
pub(crate) use store::standing;

use crate::{call::Call, candidacy::Candidacy};
use ::store::{Conn, Db, Fault};
use access::{Act, Holding, Retention, Technical, Tx};
use kernel::{CandidacyId, NaiveDate, NoteId, PersonId};
use model::Note;
use serde_json::json;
use web::App;

pub(crate) fn migrations() -> ::store::Migrations {
    store::migrations()
}

pub(crate) fn routes() -> web::Routes {
    web::Routes::new()
        .get("/selezione/{candidacy}/note", Act::SitInPanel, pages::panel::show)
        .post("/selezione/{candidacy}/note", Act::SitInPanel, pages::panel::save)
        .get("/candidature/{key}/note", Act::Apply, pages::candidate::show)
        .post("/candidature/{key}/note", Act::Apply, pages::candidate::read)
}

/// What notes hold on persons.
pub(crate) fn holdings() -> Vec<Box<dyn Holding>> {
    vec![Box::new(Held)]
}

/// Where the panel's words are sealed for.
fn words_place(note: NoteId) -> String {
    format!("note/{note}/words")
}

/// Where the candidate's words are sealed for.
fn answer_place(note: NoteId) -> String {
    format!("note/{note}/answer")
}

/// A note, opened.
#[derive(Debug, Clone)]
pub(crate) struct Opened {
    pub note: Note,
    pub words: Words,
    pub answer: Answer,
}

/// The note of a candidacy, opened, as long as its day is not over and the candidate's key is
/// there. Who may read it is the caller's to have asked: those who meet the candidate, and the
/// candidate.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn opened(conn: &impl Conn, app: &App, candidacy: &Candidacy) -> Result<Option<Opened>, Fault> {
    let Some(note) = store::of_candidacy(conn, candidacy.id, app.env().today()).await? else { return Ok(None) };
    let (person, id) = (note.person, note.id);
    let open = |place: String, sealed: Vec<u8>| async move {
        people::facade::open_for_person(conn, app, person, &place, &sealed).await
    };
    let Some(words) = open(words_place(id), note.sealed.clone()).await? else { return Ok(None) };
    let answer = match &note.answer {
        Some(sealed) => open(answer_place(id), sealed.clone()).await?,
        None => None,
    };
    let answer = answer.map_or(Ok(Answer::default()), |text| Answer::read(&text))?;
    Ok(Some(Opened { words: Words::read(&words)?, answer, note }))
}

/// Saves the panel's words: the first ones with version 0, or over the version that was read.
///
/// # Errors
/// [`Fault::Stale`] when somebody else saved first, or nobody is left to whom the note belongs.
pub(crate) async fn save(
    tx: &mut Tx,
    app: &App,
    of: (&Candidacy, &Call),
    author: (PersonId, crate::panel::Side),
    words: &Words,
    version: i64,
) -> Result<NoteId, Fault> {
    let (candidacy, call) = of;
    let (person, today) = (candidacy.person.ok_or(Fault::Stale)?, tx.env().today());
    let id = if version == 0 {
        let id = tx.env().id::<NoteId>();
        let sealed = people::facade::seal_for_person(tx, app, person, &words_place(id), &words.written()).await?;
        let delete_on = model::delete_on(call.words.closes_on, today, call.words.notes_days);
        let new = store::New { id, candidacy: candidacy.id, call: call.id, person, sealed, delete_on };
        store::begin(tx, &new).await?;
        id
    } else {
        let note = store::of_candidacy(tx.conn(), candidacy.id, today).await?.ok_or(Fault::Stale)?;
        let sealed = people::facade::seal_for_person(tx, app, person, &words_place(note.id), &words.written()).await?;
        store::change(tx, &note, sealed, version).await?;
        note.id
    };
    store::signed(tx, id, author.0, author.1.code()).await?;
    Ok(id)
}

/// Writes down that the candidate has read the words of a version, with what they add.
///
/// # Errors
/// [`Fault::Stale`] when the panel changed its words meanwhile.
pub(crate) async fn answer(tx: &mut Tx, app: &App, note: &Note, said: &Answer, version: i64) -> Result<(), Fault> {
    let sealed = if said.is_empty() {
        None
    } else {
        let place = answer_place(note.id);
        Some(people::facade::seal_for_person(tx, app, note.person, &place, &said.written()).await?)
    };
    store::read(tx, note, sealed, version).await
}

/// Brings the last day of a candidacy's note nearer, now that the candidacy is closed.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn delete_sooner(tx: &mut Tx, candidacy: &Candidacy, call: &Call) -> Result<(), Fault> {
    let today = tx.env().today();
    let Some(note) = store::of_candidacy(tx.conn(), candidacy.id, today).await? else { return Ok(()) };
    let day = model::delete_after_closing(note.delete_on, today, call.words.notes_days);
    store::delete_sooner(tx, note.id, day).await
}

/// Removes notes whose day is over; says how many.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn tend(app: &App) -> Result<i64, Fault> {
    let tx = Technical::Retention.begin(app.db()).await?;
    let removed = store::remove_over(&tx).await?;
    tx.commit().await?;
    Ok(i64::try_from(removed).unwrap_or(i64::MAX))
}

/// Writes a note down for made-up networks, read by the candidate or not.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn create_note(
    tx: &mut Tx,
    app: &App,
    of: (&Candidacy, &Call),
    author: (PersonId, crate::panel::Side),
    words: &Words,
    read: Option<&Answer>,
) -> Result<NoteId, Fault> {
    let id = save(tx, app, of, author, words, 0).await?;
    let today: NaiveDate = tx.env().today();
    if let Some(said) = read
        && let Some(note) = store::of_candidacy(tx.conn(), of.0.id, today).await?
    {
        answer(tx, app, &note, said, 1).await?;
    }
    Ok(id)
}

/// Removes what is kept of a candidacy whose time is over.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn forget(tx: &mut Tx, candidacy: CandidacyId) -> Result<(), Fault> {
    store::forget(tx, candidacy).await
}

struct Held;

#[async_trait::async_trait]
impl Holding for Held {
    fn name(&self) -> &'static str {
        "notes"
    }
    fn retention(&self) -> &'static [Retention] {
        const ALL: &[Retention] = &[
            // The column holds the end of the last day itself: no day more is added.
            Retention {
                table: "note",
                person_column: "person",
                purpose: "retention-note",
                days: Some(0),
                since: "delete_at",
            },
            Retention {
                table: "note_author",
                person_column: "person",
                purpose: "retention-note-author",
                days: None,
                since: "",
            },
        ];
        ALL
    }
    /// What was written with the person, what they added, and until when it is kept; of what they
    /// wrote of others, that they did and when: the words are the candidate's.
    async fn export(&self, db: &Db, person: PersonId) -> Result<serde_json::Value, Fault> {
        let all = store::of_person(db.reader(), person).await?;
        let today = db.env().today();
        let line = |note: &Note| {
            let sealed = people::facade::sealed_in_export;
            json!({
                "candidacy": note.candidacy, "changed_at": note.changed_at, "read_at": note.read_at,
                "deleted_after": note.delete_on, "words": sealed(&words_place(note.id), &note.sealed),
                "answer": note.answer.as_ref().map(|answer| sealed(&answer_place(note.id), answer)),
            })
        };
        let own: Vec<_> = all.iter().filter(|note| note.kept_on(today)).map(line).collect();
        Ok(json!({"own": own, "written_by_you": store::written_by(db.reader(), person).await?}))
    }
    async fn erase(&self, tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
        store::erase(tx, person).await
    }
}
