//! Candidacies: a person's own way through a selection.
//!
//! A candidacy is its person's. With an account it is entered at `/candidature/ID`; without one, by
//! a personal link whose secret stands in the address and whose digest alone is kept. A draft is
//! read by nobody else. What the person writes is sealed under their own key; the panel reads it
//! while the person lets it ([`shared_texts`]). The person reads what happened ([`tell`]) and who
//! read what ([`seen`]).

pub(crate) mod model;
pub(crate) mod pages;
pub(crate) mod rules;
mod store;
#[cfg(test)]
pub(crate) mod tests;

pub(crate) use pages::{
    access::{Access, access},
    letters::{coordinators, write_to},
};

pub use model::{
    Belonging, Candidacy, MadeCandidacy, Motive, NewCandidacy, OutcomeKind, Source, Stage, Waiting, Words,
};

use crate::{
    edition::{self, EnrolmentState},
    panel,
};
use ::access::{Act, Actor, Holding, Retention, Role, Technical, Tx};
use ::store::{Conn, Db, Fault};
use kernel::{CallId, CandidacyId, DateTime, Duration, Event, NaiveDate, OrganisationId, PersonId, Utc, rome_date};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};
use web::{App, ui::NextStep};

/// How many candidacies stand on a page of a list.
pub(crate) const PER_PAGE: i64 = 30;

pub(crate) fn migrations() -> ::store::Migrations {
    store::migrations()
}

pub(crate) fn routes() -> web::Routes {
    use pages::{begin, link, own};
    web::Routes::new()
        .get("/avvisi/{id}/candidati", Act::Apply, begin::form)
        .post("/avvisi/{id}/candidati", Act::Apply, begin::begin)
        .get("/invito-candidatura/{secret}", Act::Apply, begin::invited)
        .post("/invito-candidatura/{secret}", Act::Apply, begin::answer)
        .get("/candidatura", Act::Apply, link::lost)
        .post("/candidatura", Act::Apply, link::send)
        .get("/candidatura/{secret}", Act::Apply, link::open)
        .get("/le-mie-candidature", Act::UseOwnAccount, own::mine)
        .get("/candidature/{key}", Act::Apply, own::show)
        .post("/candidature/{key}", Act::Apply, own::save)
        .get("/candidature/{key}/parole", Act::Apply, own::write_form)
        .post("/candidature/{key}/condividi", Act::Apply, own::share)
        .post("/candidature/{key}/non-condividere", Act::Apply, own::unshare)
        .post("/candidature/{key}/ritira", Act::Apply, own::withdraw)
        .post("/candidature/{key}/di-nuovo", Act::Apply, own::again)
        .post("/candidature/{key}/link", Act::Apply, link::renew)
        .post("/candidature/{key}/profilo", Act::Apply, link::account)
        .file("/candidature/{key}/dati", Act::Apply, own::export)
        .post("/candidature/{key}/cancella", Act::Apply, own::erase)
}

pub(crate) fn holdings() -> Vec<Box<dyn Holding>> {
    vec![Box::new(Held)]
}

/// What is kept of the secret of a link. It has 256 bits of chance in it: a plain digest is enough.
pub(crate) fn digest(secret: &str) -> String {
    hex::encode(Sha256::digest(secret.as_bytes()))
}

/// A candidacy on record.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn by_id(conn: &impl Conn, id: CandidacyId) -> Result<Option<Candidacy>, Fault> {
    store::by_id(conn, id).await
}

/// Several candidacies, for lists: one statement.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn by_ids(conn: &impl Conn, ids: &[CandidacyId]) -> Result<Vec<Candidacy>, Fault> {
    if ids.is_empty() { Ok(Vec::new()) } else { store::by_ids(conn, ids).await }
}

/// A page (from 1) of the candidacies that were sent for a call, by the day they were sent, and how
/// many there are.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn of_call(conn: &impl Conn, call: CallId, page: u64) -> Result<(Vec<Candidacy>, i64), Fault> {
    store::of_call(conn, call, PER_PAGE, crate::call::skip(page, PER_PAGE)).await
}

/// The open candidacies that were sent for several calls, the one that waits longest first, at most
/// 200: one statement, for the start page of the panel.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn open_of_calls(conn: &impl Conn, calls: &[CallId]) -> Result<Vec<Candidacy>, Fault> {
    if calls.is_empty() { Ok(Vec::new()) } else { store::open_of_calls(conn, calls, 200).await }
}

/// The candidacies of a person, the latest first.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn of_person(conn: &impl Conn, person: PersonId) -> Result<Vec<Candidacy>, Fault> {
    store::of_person(conn, person).await
}

/// A candidacy as it stands inside a transaction: read there, a change that came meanwhile shows by
/// its version.
///
/// # Errors
/// [`Fault::Stale`] when it is not there any more.
pub(crate) async fn lock(tx: &Tx, id: CandidacyId) -> Result<Candidacy, Fault> {
    store::by_id(tx.conn(), id).await?.ok_or(Fault::Stale)
}

/// Holds an open candidacy while something is written that stands on it, and says how it stands. One
/// statement asks and holds: who closes it at the same moment comes before or after, never between.
///
/// # Errors
/// [`Fault::Stale`] when it is closed.
pub(crate) async fn hold(tx: &Tx, id: CandidacyId) -> Result<Candidacy, Fault> {
    store::hold(tx, id).await?;
    lock(tx, id).await
}

/// Passes a candidacy on to another stage, over the version that was read, and says how it stands
/// then. The person reads of it.
///
/// # Errors
/// [`Fault::Stale`] when it was changed since it was read, or does not pass on this way.
pub(crate) async fn advance(tx: &mut Tx, candidacy: &Candidacy, to: Stage) -> Result<Candidacy, Fault> {
    if !rules::may_move(candidacy.stage, to) {
        return Err(Fault::Stale);
    }
    store::advance(tx, candidacy, to).await?;
    noted(tx, candidacy);
    tx.note("stage", to.code());
    // What happens around a conversation is told by who proposes and moves it, with its day.
    match to {
        Stage::Sent if candidacy.stage == Stage::Draft => {
            tell(tx, candidacy.id, "candidacy-told-sent", None, "").await?
        }
        Stage::Talked => tell(tx, candidacy.id, "candidacy-told-talked", None, "").await?,
        _ => {}
    }
    lock(tx, candidacy.id).await
}

/// Closes a candidacy in one of the ways, over the version that was read, and says how it stands
/// then. The person reads of it.
///
/// # Errors
/// [`Fault::Stale`] when it was changed since it was read, or cannot be closed in this way.
pub(crate) async fn close(tx: &mut Tx, candidacy: &Candidacy, outcome: OutcomeKind) -> Result<Candidacy, Fault> {
    if !rules::may_close(candidacy.stage, outcome) {
        return Err(Fault::Stale);
    }
    // What led to training is kept until the training ends: see [`training_ended`].
    let kept_from = (outcome != OutcomeKind::Training).then(|| tx.env().now());
    store::close(tx, candidacy, outcome, kept_from).await?;
    noted(tx, candidacy);
    tx.note("outcome", outcome.code());
    let told = match outcome {
        OutcomeKind::Withdrawn => "candidacy-told-withdrawn",
        _ => "candidacy-told-closed",
    };
    tell(tx, candidacy.id, told, None, "").await?;
    tx.emit(Event::OrganisationChanged { organisation: candidacy.organisation });
    lock(tx, candidacy.id).await
}

/// The training to which a candidacy led is over, be it to its end or not: from now on the days count
/// after which the candidacy is removed.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn training_ended(tx: &Tx, id: CandidacyId) -> Result<(), Fault> {
    store::kept::training_ended(tx, id).await
}

fn noted(tx: &mut Tx, candidacy: &Candidacy) {
    tx.note("candidacy", candidacy.id.to_string());
    if let Some(person) = candidacy.person {
        tx.about(person);
    }
}

/// Adds a line to what the person reads of their candidacy: the key of a text with `$name` (who did
/// it) and `$detail` (a day, never a word on the person).
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn tell(
    tx: &mut Tx,
    id: CandidacyId,
    what_key: &str,
    by: Option<PersonId>,
    detail: &str,
) -> Result<(), Fault> {
    store::told::tell(tx, id, what_key, by, detail).await
}

/// Notes that somebody read something of a candidacy, once a day for each thing. `what_key` is the
/// key of the text that names it ("candidacy-seen-texts").
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn seen(tx: &mut Tx, id: CandidacyId, reader: PersonId, what_key: &str) -> Result<(), Fault> {
    store::told::see(tx, id, reader, what_key).await
}

/// The person's own words, opened: for the person.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn words_of(conn: &impl Conn, app: &App, candidacy: &Candidacy) -> Result<Words, Fault> {
    let Some(person) = candidacy.person else { return Ok(Words::default()) };
    let Some(sealed) = store::words::sealed(conn, candidacy.id).await? else { return Ok(Words::default()) };
    let opened = people::facade::open_for_person(conn, app, person, &candidacy.place("words"), &sealed).await?;
    opened.map_or(Ok(Words::default()), |text| Words::read(&text))
}

/// The person's words as the panel may read them now; `None` while the person does not share them.
/// The grant is looked up at this moment, whatever the caller read before. The caller has made sure
/// that whoever asks sits in the panel, and notes that it was read ([`seen`]).
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn shared_texts(conn: &impl Conn, app: &App, candidacy: &Candidacy) -> Result<Option<Words>, Fault> {
    let now = store::by_id(conn, candidacy.id).await?;
    match now.filter(|now| now.shared && now.stage != Stage::Draft) {
        Some(now) => words_of(conn, app, &now).await.map(Some),
        None => Ok(None),
    }
}

/// The candidacies for which the panel's turn stands still for 14 days and more, the longest first.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn waiting(conn: &impl Conn, now: DateTime<Utc>) -> Result<Vec<Waiting>, Fault> {
    waiting_in(conn, None, now).await
}

/// The same for some organisations.
async fn waiting_in(
    conn: &impl Conn,
    organisations: Option<&[OrganisationId]>,
    now: DateTime<Utc>,
) -> Result<Vec<Waiting>, Fault> {
    let since = now - Duration::days(rules::PANEL_DAYS - 1);
    let days = |one: &Candidacy| (rome_date(now) - rome_date(one.still_since)).num_days();
    let (mut waiting, mut next) = (Vec::new(), Some(store::Behind::NOBODY));
    while let Some(behind) = next {
        let still = store::still_since(conn, organisations, since, (behind, WAITING)).await?;
        next = store::Behind::portion(&still, WAITING);
        let waits = waits(conn, &still, now).await?;
        let of_panel = still.into_iter().filter(|one| waits.contains_key(&one.id));
        waiting.extend(of_panel.map(|candidacy| Waiting { days: days(&candidacy), candidacy }));
    }
    Ok(waiting)
}

/// Whom each of these candidacies tells that it waits, where it is the panel's turn: a candidate who
/// has to answer or to read waits for nobody. Two statements.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn waits(
    conn: &impl Conn,
    of: &[Candidacy],
    now: DateTime<Utc>,
) -> Result<HashMap<CandidacyId, rules::Tell>, Fault> {
    let turn = panel::on_turn(conn, of, now).await?;
    let tells = |one: &Candidacy| {
        let tell = rules::waits(one.stage, rome_date(one.still_since), rome_date(now))?;
        Some((one.id, tell))
    };
    Ok(of.iter().filter(|one| turn.contains(&one.id)).filter_map(tells).collect())
}

/// What candidacies ask of somebody: of a candidate, to finish a draft, to answer a meeting that was
/// proposed, to read a note; of who keeps the selection, not to let people wait. A fixed number of statements for each.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn next_steps(db: &Db, actor: &Actor) -> Result<Vec<NextStep>, Fault> {
    let Some(me) = actor.person() else { return Ok(Vec::new()) };
    let conn = db.reader();
    let step = |key, args, href, urgent| NextStep { key, args, href, urgent };
    let mine = of_person(conn, me).await?;
    let drafts = mine.iter().filter(|candidacy| candidacy.stage == Stage::Draft).take(3);
    let mut steps: Vec<NextStep> =
        drafts.map(|draft| step("candidacy-todo-draft", vec![], draft.href(), false)).collect();
    steps.extend(pages::asked::steps(conn, &mine, db.env().now()).await?);
    let managed = actor.organisations(Role::OrganisationManager);
    if managed.is_empty() {
        return Ok(steps);
    }
    let mut by_call: BTreeMap<(OrganisationId, CallId), usize> = BTreeMap::new();
    for one in waiting_in(conn, Some(&managed), db.env().now()).await? {
        if one.days >= rules::COORDINATOR_DAYS {
            *by_call.entry((one.candidacy.organisation, one.candidacy.call)).or_default() += 1;
        }
    }
    for ((organisation, call), number) in by_call.into_iter().take(20) {
        let href = format!("/realta/{organisation}/avvisi/{call}/candidature");
        steps.push(step("candidacy-todo-waits", vec![("number", number.to_string())], href, true));
    }
    Ok(steps)
}

/// What comes next for a candidacy, as its person reads it.
pub(crate) fn next(candidacy: &Candidacy, call_closes: NaiveDate, now: DateTime<Utc>) -> rules::Next {
    let since = rome_date(candidacy.still_since);
    // What lies ahead is a day that both agreed on.
    let meets = (candidacy.still_since > now).then_some(since);
    rules::next_step((candidacy.stage, candidacy.outcome), since, meets, call_closes)
}

/// Begins a candidacy for a person on record, from any source.
///
/// # Errors
/// [`Fault::Duplicate`] when the person has an open one for this call already.
pub(crate) async fn begin(tx: &mut Tx, new: &NewCandidacy, made_person: bool) -> Result<CandidacyId, Fault> {
    let id = store::begin(tx, new, made_person).await?;
    tx.note("candidacy", id.to_string());
    tell(tx, id, "candidacy-told-begun", None, "").await?;
    Ok(id)
}

/// Gives a draft up: nothing is left of it, and nothing of its person where nobody but this draft
/// put them on record.
///
/// # Errors
/// [`Fault::Stale`] when it is not a draft any more.
pub(crate) async fn give_up(tx: &mut Tx, app: &App, candidacy: &Candidacy) -> Result<(), Fault> {
    if lock(tx, candidacy.id).await?.stage != Stage::Draft {
        return Err(Fault::Stale);
    }
    let made = store::words::made_person(tx.conn(), candidacy.id).await?;
    noted(tx, candidacy);
    end(tx, app, candidacy.id, candidacy.person.filter(|_| made)).await
}

/// Removes a candidacy whose time is over, and its person where nothing else is on record of them.
async fn end(tx: &mut Tx, app: &App, id: CandidacyId, made: Option<PersonId>) -> Result<(), Fault> {
    let alone = match made {
        Some(person) => {
            !store::words::has_another(tx.conn(), person, id).await?
                && !people::facade::has_account(tx.conn(), person).await?
                && people::facade::roles_of(tx.conn(), person).await?.is_empty()
                && !trains(tx.conn(), person, tx.env().today()).await?
        }
        None => false,
    };
    crate::outcome::forget_candidacy(tx, id).await?;
    store::words::remove(tx, id).await?;
    match made.filter(|_| alone) {
        Some(person) => people::facade::erase_person(tx, app.holdings(), person).await,
        None => Ok(()),
    }
}

/// Whether a person has a place in a course that is not long over, or came to the end of one: the
/// candidacy that led there goes, and they stay.
async fn trains(conn: &impl Conn, person: PersonId, today: NaiveDate) -> Result<bool, Fault> {
    let since = today - Duration::days(rules::NO_PLACE_DAYS);
    let places = edition::of_person(conn, person).await?;
    Ok(places.iter().any(|place| match place.enrolment.state {
        EnrolmentState::Completed => true,
        EnrolmentState::Left => false,
        _ => place.edition.ends >= since,
    }))
}

/// How many candidacies one turn of the job looks at.
const PORTION: i64 = 200;
/// How many that may wait are read at once.
const WAITING: i64 = 500;

/// What goes on by itself: candidacies that wait tell the panel and then the coordinator; drafts that
/// nobody touches and candidacies closed a year ago, or whose training ended a year ago, go, with a
/// person who was put on record by them alone. Returns how many things were done. May be broken off
/// and done again.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn tend(app: &App) -> Result<i64, Fault> {
    let now = app.env().now();
    let mut done = pages::letters::tell_waiting(app, WAITING).await?;
    let mut old = store::words::old_drafts(app.db().reader(), now - Duration::days(rules::DRAFT_DAYS), PORTION).await?;
    done += ::store::retrying(app.env(), || count_from_closing(app)).await?;
    // A day before the rows would go by themselves: with them goes the person.
    let closed_before = now - Duration::days(i64::from(rules::CLOSED_DAYS) - 1);
    old.extend(store::words::old_closed(app.db().reader(), closed_before, PORTION).await?);
    for one in old {
        ::store::retrying(app.env(), || async {
            let mut tx = Technical::Retention.begin(app.db()).await?;
            end(&mut tx, app, one.id, one.made).await?;
            tx.commit().await
        })
        .await?;
        done += 1;
    }
    Ok(done)
}

/// Counts the days of those that led to training, and whose person has no place.
async fn count_from_closing(app: &App) -> Result<i64, Fault> {
    let tx = Technical::Retention.begin(app.db()).await?;
    let counted = store::kept::training_not_begun(&tx, tx.env().now() - Duration::days(rules::NO_PLACE_DAYS)).await?;
    tx.commit().await?;
    Ok(i64::try_from(counted).unwrap_or(i64::MAX))
}

/// Records candidacies at once, for made-up networks; in the order given.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn create_candidacies(tx: &mut Tx, app: &App, all: &[MadeCandidacy]) -> Result<Vec<CandidacyId>, Fault> {
    let ids = store::made::create(tx, all).await?;
    for (made, id) in all.iter().zip(&ids) {
        if let Some(words) = &made.words {
            let place = model::place(*id, "words");
            let sealed = people::facade::seal_for_person(tx, app, made.person, &place, &words.written()).await?;
            store::made::seal(tx, *id, sealed).await?;
        }
    }
    Ok(ids)
}

/// What this feature holds on persons.
struct Held;

#[async_trait::async_trait]
impl Holding for Held {
    fn name(&self) -> &'static str {
        "candidacies"
    }
    fn retention(&self) -> &'static [Retention] {
        const fn of(table: &'static str, person_column: &'static str, purpose: &'static str) -> Retention {
            Retention { table, person_column, purpose, days: None, since: "" }
        }
        const ALL: &[Retention] = &[
            Retention {
                table: "candidacy",
                person_column: "person",
                purpose: "retention-candidacy",
                days: Some(rules::CLOSED_DAYS),
                since: "kept_from",
            },
            of("candidacy_grant", "-", "retention-candidacy"),
            of("candidacy_told", "told_by", "retention-candidacy-told"),
            of("candidacy_seen", "reader", "retention-candidacy-seen"),
        ];
        ALL
    }
    async fn export(&self, db: &Db, person: PersonId) -> Result<serde_json::Value, Fault> {
        store::made::export(db.reader(), person).await
    }
    async fn erase(&self, tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
        for organisation in store::made::organisations_of(tx.conn(), person).await? {
            tx.emit(Event::OrganisationChanged { organisation });
        }
        store::words::erase(tx, person).await
    }
}
