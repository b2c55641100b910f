//! What is a person's own: texts, and all that is held.

use crate::{
    account, invitation,
    keys::{self, MasterKey},
    mail, privacy, second_step, session, text,
    text::model::{TextKind, TypedText},
    token,
};
use access::{Holding, Tx};
use kernel::{Duration, PersonId};
use std::collections::HashSet;
use store::{Conn, Db, Fault};
use web::{App, Ctx, ui::NextStep};

// Personal texts.

/// What an expert says of their traits and values, opened; `None` where nothing was said.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn experience_words(conn: &impl Conn, app: &App, person: PersonId) -> Result<Option<String>, Fault> {
    let text = text::store::one(conn, &MasterKey::of(app), person, TextKind::Experience).await?;
    Ok(text.map(|own| own.text))
}

/// Seals what an expert says of their traits and values under the person's own key, in place of
/// what stood there; nothing is left where there is nothing to say.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn keep_experience_words(tx: &mut Tx, app: &App, person: PersonId, words: Option<&str>) -> Result<(), Fault> {
    let kind = TextKind::Experience;
    let Some(words) = words else { return text::store::remove(tx, person, kind).await };
    let master = MasterKey::of(app);
    let version = text::store::one(tx.conn(), &master, person, kind).await?.map_or(0, |own| own.version);
    let typed = TypedText { text: words.to_owned(), version };
    text::store::save(tx, &master, person, kind, &typed).await
}

/// What a person may want to do about what is theirs: make recovery codes where a passkey alone lets
/// them in, and read what others lately shared with them. Two statements.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn own_steps(db: &Db, person: PersonId) -> Result<Vec<NextStep>, Fault> {
    let step = |key, args, href: &str| NextStep { key, args, href: href.to_owned(), urgent: false };
    let mut steps = Vec::new();
    let second = second_step::store::steps(db.reader(), person).await?;
    if second.passkeys > 0 && second.recovery_left == 0 {
        steps.push(step("second-step-todo-recovery", vec![], "/profilo/secondo-passo"));
    }
    let since = db.env().now() - Duration::days(14);
    let number = text::store::shared_since(db.reader(), person, since).await?;
    if number > 0 {
        steps.push(step("text-step-shared", vec![("number", number.to_string())], "/profilo/condivisi"));
    }
    Ok(steps)
}

// What other slices keep sealed.

/// Seals what a person wrote under that person's own key, and ties it to a `place` (which record,
/// which field): it opens nowhere else, and not at all once the person was erased.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn seal_for_person(
    tx: &mut Tx,
    app: &App,
    person: PersonId,
    place: &str,
    plain: &str,
) -> Result<Vec<u8>, Fault> {
    text::store::seal_apart(tx, &MasterKey::of(app), person, place, plain).await
}

/// Opens what [`seal_for_person`] sealed; `None` where the person's key is no more. Who may read
/// it is the caller's to know.
///
/// # Errors
/// [`Fault::Unreadable`] when it was sealed for another person or place.
pub async fn open_for_person(
    conn: &impl Conn,
    app: &App,
    person: PersonId,
    place: &str,
    sealed: &[u8],
) -> Result<Option<String>, Fault> {
    text::store::open_apart(conn, &MasterKey::of(app), person, place, sealed).await
}

/// Opens several that [`seal_for_person`] sealed, each with its place, in the order given: with one
/// statement, for lists. Who may read them is the caller's to know.
///
/// # Errors
/// [`Fault::Unreadable`] when one was sealed for another person or place.
pub async fn open_several_for_person(
    conn: &impl Conn,
    app: &App,
    person: PersonId,
    all: &[(String, &[u8])],
) -> Result<Vec<Option<String>>, Fault> {
    text::store::open_several_apart(conn, &MasterKey::of(app), person, all).await
}

/// A text that [`seal_for_person`] sealed, for a `Holding` to put into the person's export: it
/// has no key at hand, and the export opens it. What cannot be opened any more is null there.
pub fn sealed_in_export(place: &str, sealed: &[u8]) -> serde_json::Value {
    text::store::sealed_value(place, sealed)
}

/// Seals what the installation itself must keep secret (keys to sign with), for one purpose.
///
/// # Errors
/// [`Fault`] as the store says.
pub fn seal_for_house(app: &App, purpose: &str, plain: &[u8]) -> Result<Vec<u8>, Fault> {
    keys::seal(app.env(), &MasterKey::of(app).derived(purpose), purpose, plain)
}

/// Opens what [`seal_for_house`] sealed for the same purpose; wiped from memory when dropped.
///
/// # Errors
/// [`Fault::Unreadable`] when it was sealed for another purpose or by another installation.
pub fn open_for_house(app: &App, purpose: &str, sealed: &[u8]) -> Result<zeroize::Zeroizing<Vec<u8>>, Fault> {
    keys::open(&MasterKey::of(app).derived(purpose), purpose, sealed)
}

// Privacy.

/// What is kept on people, in words: for how long, and the purposes for which it is kept so long; the
/// retention of all slices, each purpose once.
pub fn kept_on_people(ctx: &Ctx) -> Vec<(String, Vec<String>)> {
    privacy::pages::kept(ctx)
}

/// All that is held on a person, by slice, with personal texts opened and the trace, as JSON;
/// `None` where nobody is on record with this id.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn export_person(app: &App, person: PersonId) -> Result<Option<serde_json::Value>, Fault> {
    privacy::store::export(app.db(), app.holdings(), &MasterKey::of(app), person).await
}

/// Erases what is held on a person in every slice. The key of the person's texts is destroyed
/// first; what others need stays, without the person.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn erase_person(tx: &mut Tx, holdings: &[Box<dyn Holding>], person: PersonId) -> Result<(), Fault> {
    tx.about(person);
    privacy::store::erase(tx, holdings, person).await
}

/// Who was erased, as the trace says: to be asked before a backup is put in place of it all.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn erased_people(conn: &impl Conn) -> Result<Vec<PersonId>, Fault> {
    privacy::store::erased(conn).await
}

/// Makes what a backup put back safe to go on with: whoever was erased since it was made is erased
/// again; nobody is signed in, and no link by mail to sign in, no key for a program and no open
/// invitation works, as each may have ended since; no message that waited then leaves twice. Says how
/// many were erased again.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn after_restore(tx: &mut Tx, holdings: &[Box<dyn Holding>], erased: &[PersonId]) -> Result<usize, Fault> {
    session::store::end_everybody(tx).await?;
    account::store::end_all_links(tx).await?;
    token::store::end_everybody(tx).await?;
    invitation::store::withdraw_open(tx).await?;
    mail::store::give_up_waiting(tx).await?;
    let known: HashSet<PersonId> = privacy::store::erased(tx.conn()).await?.into_iter().collect();
    let since: Vec<PersonId> = erased.iter().copied().filter(|person| !known.contains(person)).collect();
    for person in &since {
        erase_person(tx, holdings, *person).await?;
    }
    Ok(since.len())
}
