//! Editions: one run of a course, with its places and the people in them.
//!
//! The one thing asked for at admission is an own recovery path, and the person's word is enough.
//! A group is offered to who has none and never stands in the way. Places go to those who wait by
//! the time of asking; the last place is given once. A break keeps the place and all that was done.

mod model;
mod pages;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use model::{Asking, Belonging, Edition, Enrolment, EnrolmentState, Headcount, NewEdition, Turn};
pub(crate) use pages::{free_places, places, when};
pub use store::{Mine, NewEnrolment, Running};

use ::store::{Conn, Db, Fault};
use access::{Act, Actor, Holding, Retention, Role, Technical, Tx};
use charter::facts::Admission;
use kernel::{CandidacyId, CourseId, Duration, EditionId, EnrolmentId, NaiveDate, OrganisationId, PersonId};
use serde_json::json;
use std::collections::HashMap;
use web::{App, ui::NextStep};

pub(crate) fn migrations() -> ::store::Migrations {
    store::migrations()
}

pub(crate) fn routes() -> web::Routes {
    use pages::{ask, edit, mine, person, show, start};
    web::Routes::new()
        .get("/formazione", Act::Teach, start::show)
        .get("/i-miei-corsi", Act::UseOwnAccount, mine::list)
        .get("/i-miei-corsi/{enrolment}", Act::UseOwnAccount, mine::show)
        .post("/i-miei-corsi/{enrolment}/parole", Act::UseOwnAccount, mine::words)
        .post("/i-miei-corsi/{enrolment}/pausa", Act::UseOwnAccount, mine::pause)
        .post("/i-miei-corsi/{enrolment}/ritorno", Act::UseOwnAccount, mine::come_back)
        .post("/i-miei-corsi/{enrolment}/lascia", Act::UseOwnAccount, mine::leave)
        .get("/corsi/{course}/edizioni/{edition}", Act::UseOwnAccount, ask::form)
        .post("/corsi/{course}/edizioni/{edition}", Act::UseOwnAccount, ask::ask)
        .get("/realta/{id}/corsi/{course}/edizioni", Act::ManageCourses, show::list)
        .get("/realta/{id}/corsi/{course}/edizioni/nuova", Act::ManageCourses, edit::new)
        .post("/realta/{id}/corsi/{course}/edizioni/nuova", Act::ManageCourses, edit::add)
        .get("/realta/{id}/corsi/{course}/edizioni/{edition}", Act::ManageCourses, show::show)
        .get("/realta/{id}/corsi/{course}/edizioni/{edition}/modifica", Act::ManageCourses, edit::edit)
        .post("/realta/{id}/corsi/{course}/edizioni/{edition}/modifica", Act::ManageCourses, edit::change)
        .post("/realta/{id}/corsi/{course}/edizioni/{edition}/invita", Act::ManageCourses, person::invite)
        .get("/realta/{id}/corsi/{course}/edizioni/{edition}/persone/{enrolment}", Act::ManageCourses, person::show)
        .post("/realta/{id}/corsi/{course}/edizioni/{edition}/persone/{enrolment}", Act::ManageCourses, person::turn)
        .post(
            "/realta/{id}/corsi/{course}/edizioni/{edition}/persone/{enrolment}/gruppo",
            Act::ManageCourses,
            person::offer,
        )
        .post(
            "/realta/{id}/corsi/{course}/edizioni/{edition}/persone/{enrolment}/passo",
            Act::ManageCourses,
            person::agree,
        )
}

pub(crate) fn holdings() -> Vec<Box<dyn Holding>> {
    vec![Box::new(Held)]
}

/// An edition on record.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn by_id(conn: &impl Conn, id: EditionId) -> Result<Option<Edition>, Fault> {
    store::by_id(conn, id).await
}

/// Several editions on record, by their ids, in one statement.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn by_ids(conn: &impl Conn, ids: &[EditionId]) -> Result<HashMap<EditionId, Edition>, Fault> {
    store::by_ids(conn, ids).await
}

/// The editions of a course, the latest first.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn of_course(conn: &impl Conn, course: CourseId) -> Result<Vec<Edition>, Fault> {
    store::of_course(conn, course).await
}

/// The editions of a course for which one can ask today, the next first: where an outcome of a
/// selection leads.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn open_of_course(conn: &impl Conn, course: CourseId, today: NaiveDate) -> Result<Vec<Edition>, Fault> {
    store::open_of(conn, &[course], today).await
}

/// The editions of some organisations, or of some courses, that were not over on a day, the next first.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn running(
    conn: &impl Conn,
    organisations: &[OrganisationId],
    courses: &[CourseId],
    since: NaiveDate,
) -> Result<Vec<Running>, Fault> {
    store::running(conn, organisations, courses, since, 200).await
}

/// A person's place in an edition.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn enrolment(conn: &impl Conn, id: EnrolmentId) -> Result<Option<Enrolment>, Fault> {
    store::enrolment(conn, id).await
}

/// Whose the editions of these places are: one statement.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn organisations_of(
    conn: &impl Conn,
    places: &[EnrolmentId],
) -> Result<HashMap<EnrolmentId, OrganisationId>, Fault> {
    if places.is_empty() { Ok(HashMap::new()) } else { store::organisations_of(conn, places).await }
}

/// On which day the editions of these places end.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn ends_of(
    conn: &impl Conn,
    places: &[EnrolmentId],
) -> Result<HashMap<EnrolmentId, NaiveDate>, Fault> {
    if places.is_empty() { Ok(HashMap::new()) } else { store::ends_of(conn, places).await }
}

/// All places of an edition, in the order of asking.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn enrolments(conn: &impl Conn, edition: EditionId) -> Result<Vec<Enrolment>, Fault> {
    store::enrolments(conn, edition).await
}

/// The places of a person with their edition and course, the latest first.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn of_person(conn: &impl Conn, person: PersonId) -> Result<Vec<Mine>, Fault> {
    store::of_person(conn, person).await
}

/// Gives a person a place in an edition, or puts them on its waiting list where none is free. Who
/// has a place there already keeps it, and this changes nothing.
///
/// # Errors
/// [`Fault::Stale`] when there is no such edition.
pub async fn enrol(
    tx: &mut Tx,
    edition: EditionId,
    person: PersonId,
    candidacy: Option<CandidacyId>,
) -> Result<EnrolmentId, Fault> {
    let (id, _) = store::enrol(tx, edition, person, candidacy, None, true).await?;
    Ok(id)
}

/// Leads a person from a candidacy on to a course: to the next edition with a free place, or else
/// to the waiting list of the next one. None where no edition is open yet.
pub(crate) async fn welcome(
    tx: &mut Tx,
    course: CourseId,
    person: PersonId,
    candidacy: CandidacyId,
) -> Result<Option<EnrolmentId>, Fault> {
    let open = store::open_of(tx.conn(), &[course], tx.env().today()).await?;
    let ids: Vec<EditionId> = open.iter().map(|edition| edition.id).collect();
    let heads = store::heads(tx.conn(), &ids).await?;
    let free = |edition: &&Edition| heads.get(&edition.id).copied().unwrap_or_default().free(edition) > 0;
    match open.iter().find(free).or_else(|| open.first()) {
        Some(edition) => enrol(tx, edition.id, person, Some(candidacy)).await.map(Some),
        None => Ok(None),
    }
}

/// Writes down that a person came to the end of an edition.
///
/// # Errors
/// [`Fault::Stale`] when the place is not held any more.
pub async fn complete(tx: &mut Tx, enrolment: &Enrolment) -> Result<(), Fault> {
    store::turn(tx, enrolment, enrolment.version, Turn::Completed).await?;
    Ok(())
}

/// Adds many editions at once, for made-up networks: of which course, whose it is, what.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn create_editions(
    tx: &mut Tx,
    all: &[(CourseId, OrganisationId, NewEdition)],
) -> Result<Vec<EditionId>, Fault> {
    store::create(tx, all).await
}

/// Writes many places down as they are given, for made-up networks.
///
/// # Errors
/// [`Fault::Duplicate`] when a person stands in an edition already.
pub async fn create_enrolments(tx: &mut Tx, all: &[NewEnrolment]) -> Result<Vec<EnrolmentId>, Fault> {
    store::create_enrolments(tx, all).await
}

/// How several courses admit, those that have an edition.
pub(crate) async fn admissions(conn: &impl Conn, courses: &[CourseId]) -> Result<HashMap<CourseId, Admission>, Fault> {
    store::admissions(conn, courses).await
}

/// How many people stand where in several editions: one statement.
pub(crate) async fn heads(conn: &impl Conn, ids: &[EditionId]) -> Result<HashMap<EditionId, Headcount>, Fault> {
    store::heads(conn, ids).await
}

/// The editions of several courses for which one can ask on a day: one statement.
pub(crate) async fn open_of(conn: &impl Conn, courses: &[CourseId], today: NaiveDate) -> Result<Vec<Edition>, Fault> {
    store::open_of(conn, courses, today).await
}

/// The organisations whose courses somebody runs.
fn run_by(actor: &Actor) -> Vec<OrganisationId> {
    let roles = [Role::Trainer, Role::OrganisationManager];
    let mut all: Vec<OrganisationId> = roles.into_iter().flat_map(|role| actor.organisations(role)).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// For how many days after its answer the start page says that somebody waits for an edition.
const WANTED_DAYS: i64 = 365;

/// What training asks of somebody: of who runs courses, to answer those who asked; of who coordinates,
/// to open an edition that somebody waits for; of a trainee, to look at their course. A fixed number
/// of statements.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn next_steps(db: &Db, actor: &Actor) -> Result<Vec<NextStep>, Fault> {
    let Some(person) = actor.person() else { return Ok(Vec::new()) };
    let (conn, today) = (db.reader(), db.env().today());
    let mut steps = Vec::new();
    let step = |key, args, href, urgent| NextStep { key, args, href, urgent };
    let organisations = run_by(actor);
    if !organisations.is_empty() {
        let all = store::running(conn, &organisations, &[], today - Duration::days(60), 200).await?;
        let ids: Vec<EditionId> = all.iter().map(|one| one.edition.id).collect();
        let heads = store::heads(conn, &ids).await?;
        let asked: u32 = heads.values().map(|heads| heads.asked).sum();
        if asked > 0 {
            let args = vec![("number", asked.to_string())];
            steps.push(step("edition-step-asked", args, "/formazione".to_owned(), true));
        }
    }
    let kept: Vec<OrganisationId> = actor.organisations(Role::OrganisationManager);
    if !kept.is_empty() {
        let since = db.env().now() - Duration::days(WANTED_DAYS);
        for (organisation, course, waiting) in store::wanted(conn, &kept, since, today).await? {
            let href = match course {
                Some(course) => format!("/realta/{organisation}/corsi/{course}/edizioni"),
                None => format!("/realta/{organisation}/avvisi"),
            };
            steps.push(step("edition-step-wanted", vec![("number", waiting.to_string())], href, true));
        }
    }
    let mine = store::of_person(conn, person).await?;
    let going = mine.iter().filter(|one| one.enrolment.state.takes_a_place());
    for one in going.take(3) {
        let args = vec![("name", one.course.clone())];
        steps.push(step("edition-step-mine", args, format!("/i-miei-corsi/{}", one.enrolment.id), false));
    }
    Ok(steps)
}

/// Tells those who got a place while nobody was at a page: the place of somebody whose data were
/// erased. Takes away the words of those who had no place when an edition ended. Says how many things
/// were done; each letter is a transaction of its own.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn tend(app: &App) -> Result<i64, Fault> {
    let mut done = ::store::retrying(app.env(), || forget_unneeded(app)).await?;
    for id in store::to_tell(app.db().reader()).await? {
        match ::store::retrying(app.env(), || tell_place(app, id)).await {
            Ok(()) => done += 1,
            // Another node did it.
            Err(Fault::Stale) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(done)
}

async fn forget_unneeded(app: &App) -> Result<i64, Fault> {
    let tx = Technical::Retention.begin(app.db()).await?;
    let gone = store::forget_unneeded(&tx, app.env().today()).await?;
    tx.commit().await?;
    Ok(i64::try_from(gone).unwrap_or(i64::MAX))
}

async fn tell_place(app: &App, id: EnrolmentId) -> Result<(), Fault> {
    let mut tx = Technical::Mail.begin(app.db()).await?;
    store::told(&tx, id).await?;
    // Who left meanwhile has nothing to read of a place.
    let one = store::enrolment(tx.conn(), id).await?.filter(|one| one.state.takes_a_place());
    let lucky: Vec<Enrolment> = one.into_iter().collect();
    pages::tell_places(&mut tx, app, &lucky).await?;
    tx.commit().await
}

/// What this feature holds on persons.
struct Held;

#[async_trait::async_trait]
impl Holding for Held {
    fn name(&self) -> &'static str {
        "editions"
    }
    fn retention(&self) -> &'static [Retention] {
        const ALL: &[Retention] = &[
            Retention {
                table: "enrolment",
                person_column: "person",
                purpose: "retention-enrolment",
                days: None,
                since: "",
            },
            Retention {
                table: "enrolment_turn",
                person_column: "-",
                purpose: "retention-enrolment",
                days: None,
                since: "",
            },
            Retention {
                table: "enrolment_untold",
                person_column: "-",
                purpose: "retention-enrolment",
                days: None,
                since: "",
            },
            Retention {
                table: "enrolment_seen",
                person_column: "reader",
                purpose: "retention-enrolment-seen",
                days: None,
                since: "",
            },
        ];
        ALL
    }
    async fn export(&self, db: &Db, person: PersonId) -> Result<serde_json::Value, Fault> {
        let conn = db.reader();
        let mut all = Vec::new();
        for one in store::of_person(conn, person).await? {
            let turns = store::turns(conn, one.enrolment.id).await?;
            let turns: Vec<_> = turns.iter().map(|(turn, on)| json!({"what": turn.code(), "on": on})).collect();
            let mut words = serde_json::Map::new();
            for (field, place, sealed) in store::sealed_of(conn, one.enrolment.id).await? {
                words.insert(field.to_owned(), people::facade::sealed_in_export(&place, &sealed));
            }
            let read: Vec<_> = store::seen(conn, one.enrolment.id).await?.into_iter().map(|(_, at)| at).collect();
            all.push(json!({
                "course": one.course, "edition": one.edition.title, "state": one.enrolment.state.code(),
                "asked_at": one.enrolment.asked_at, "group": one.enrolment.belonging.map(Belonging::code),
                "group_offered_on": one.enrolment.group_offered_on, "group_offer": one.enrolment.group_offer,
                "back_on": one.enrolment.back_on, "steps": turns, "words": words, "read": read,
            }));
        }
        Ok(all.into())
    }
    async fn erase(&self, tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
        store::erase(tx, person).await
    }
}
