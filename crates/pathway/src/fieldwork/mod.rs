//! Internship and shadowing, confirmed hour by hour by both.
//!
//! Who keeps a course agrees on a stay: where, beside whom, from when. The hours are written down
//! by the trainee or by the expert and confirmed by the other; what one corrects, the other is
//! asked about again. Only what both confirmed counts. Nothing says who was supported.

mod model;
mod pages;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use model::{Hand, Kind, NewPlacement, NewStretch, PlacementId};

use crate::edition;
use ::store::{Conn, Db, Fault};
use access::{Act, Actor, Holding, Retention, Tx};
use charter::facts::Field;
use kernel::{CourseId, EnrolmentId, NaiveDate, OrganisationId, PersonId};
use model::Placement;
use network::facade::organisations_reached;
use std::collections::{BTreeMap, HashMap, HashSet};
use web::ui::NextStep;

pub(crate) fn migrations() -> ::store::Migrations {
    store::migrations()
}

pub(crate) fn routes() -> web::Routes {
    web::Routes::new()
        .get("/affiancamenti", Act::GuideTrainee, pages::expert::show)
        .post("/affiancamenti/{placement}/ore", Act::GuideTrainee, pages::expert::write)
        .post("/affiancamenti/ore/{stretch}/conferma", Act::GuideTrainee, pages::expert::confirm)
        .get("/affiancamenti/ore/{stretch}", Act::GuideTrainee, pages::expert::edit)
        .post("/affiancamenti/ore/{stretch}", Act::GuideTrainee, pages::expert::correct)
        .post("/affiancamenti/ore/{stretch}/togli", Act::GuideTrainee, pages::expert::remove)
        .get("/i-miei-corsi/{enrolment}/tirocinio", Act::UseOwnAccount, pages::trainee::show)
        .post("/i-miei-corsi/{enrolment}/tirocinio/{placement}/ore", Act::UseOwnAccount, pages::trainee::write)
        .post("/i-miei-corsi/{enrolment}/tirocinio/ore/{stretch}/conferma", Act::UseOwnAccount, pages::trainee::confirm)
        .get("/i-miei-corsi/{enrolment}/tirocinio/ore/{stretch}", Act::UseOwnAccount, pages::trainee::edit)
        .post("/i-miei-corsi/{enrolment}/tirocinio/ore/{stretch}", Act::UseOwnAccount, pages::trainee::correct)
        .post("/i-miei-corsi/{enrolment}/tirocinio/ore/{stretch}/togli", Act::UseOwnAccount, pages::trainee::remove)
        .get("/realta/{id}/corsi/{course}/edizioni/{edition}/affiancamenti", Act::ManageCourses, pages::edition::show)
        .post("/realta/{id}/corsi/{course}/edizioni/{edition}/affiancamenti", Act::ManageCourses, pages::edition::add)
        .get(
            "/realta/{id}/corsi/{course}/edizioni/{edition}/affiancamenti/{placement}",
            Act::ManageCourses,
            pages::edition::edit,
        )
        .post(
            "/realta/{id}/corsi/{course}/edizioni/{edition}/affiancamenti/{placement}",
            Act::ManageCourses,
            pages::edition::change,
        )
}

pub(crate) fn holdings() -> Vec<Box<dyn Holding>> {
    vec![Box::new(Held)]
}

/// The minutes that both confirmed, by enrolment: all in the field, and those of shadowing among them.
pub(crate) async fn confirmed_minutes(
    conn: &impl Conn,
    enrolments: &[EnrolmentId],
) -> Result<HashMap<EnrolmentId, (u32, u32)>, Fault> {
    store::confirmed_minutes(conn, enrolments).await
}

/// Of each course of several organisations: how many trainees are in the field today, and how
/// many of them have an active expert at their side. Two statements.
pub(crate) async fn facts(
    conn: &impl Conn,
    organisations: &[OrganisationId],
    today: NaiveDate,
) -> Result<HashMap<OrganisationId, BTreeMap<CourseId, Field>>, Fault> {
    let stays = store::counted(conn, organisations, today).await?;
    let mut experts: Vec<PersonId> = stays.iter().filter_map(|stay| stay.expert.map(PersonId::from_uuid)).collect();
    experts.sort_unstable();
    experts.dedup();
    let mut active = HashSet::new();
    for portion in experts.chunks(5000) {
        active.extend(network::facade::active_among(conn, portion, today).await?);
    }
    // A trainee may be in several places: one active expert at their side is what is asked.
    let mut trainees: BTreeMap<(OrganisationId, CourseId, EnrolmentId), bool> = BTreeMap::new();
    for stay in stays {
        let (organisation, course) = (OrganisationId::from_uuid(stay.organisation), CourseId::from_uuid(stay.course));
        let beside = stay.expert.is_some_and(|expert| active.contains(&PersonId::from_uuid(expert)));
        *trainees.entry((organisation, course, EnrolmentId::from_uuid(stay.enrolment))).or_default() |= beside;
    }
    let mut all: HashMap<OrganisationId, BTreeMap<CourseId, Field>> = HashMap::new();
    for ((organisation, course, _), beside) in trainees {
        let by_course = all.entry(organisation).or_default();
        let field = by_course.entry(course).or_insert(Field { trainees: 0, shadowing: 0 });
        field.trainees += 1;
        field.shadowing += u32::from(beside);
    }
    Ok(all)
}

/// The stays at an expert's side, in the organisations where they may still guide a trainee. A stay
/// outlives a role: who works there no longer reads no names of those who train there.
async fn guided(conn: &impl Conn, actor: &Actor, expert: PersonId) -> Result<Vec<Placement>, Fault> {
    let mut all = store::of_expert(conn, expert).await?;
    let ids: Vec<EnrolmentId> = all.iter().map(|stay| stay.agreed.enrolment).collect();
    let whose = edition::organisations_of(conn, &ids).await?;
    let reached = organisations_reached(conn, actor, Act::GuideTrainee, whose.values().copied().collect()).await?;
    all.retain(|stay| whose.get(&stay.agreed.enrolment).is_some_and(|one| reached.contains(one)));
    Ok(all)
}

/// How many stretches wait for an expert to confirm them, in the stays that they may still guide.
async fn to_confirm(conn: &impl Conn, actor: &Actor, expert: PersonId) -> Result<usize, Fault> {
    let stays: HashSet<PlacementId> = guided(conn, actor, expert).await?.into_iter().map(|stay| stay.id).collect();
    let all = store::beside(conn, expert).await?;
    Ok(all.iter().filter(|one| !one.confirmed_by(Hand::Expert) && stays.contains(&one.placement)).count())
}

/// What the field asks of somebody: to confirm hours.
pub(crate) async fn steps(db: &Db, actor: &Actor) -> Result<Vec<NextStep>, Fault> {
    let Some(person) = actor.person() else { return Ok(Vec::new()) };
    let (as_expert, as_trainee) = store::waiting(db.reader(), person).await?;
    let as_expert = if as_expert > 0 { to_confirm(db.reader(), actor, person).await? } else { 0 };
    let as_trainee = usize::try_from(as_trainee).unwrap_or(0);
    let step = |key, number: usize, href: &str| NextStep {
        key,
        args: vec![("number", number.to_string())],
        href: href.to_owned(),
        urgent: true,
    };
    let mut steps = Vec::new();
    if as_expert > 0 {
        steps.push(step("fieldwork-step-expert", as_expert, "/affiancamenti"));
    }
    if as_trainee > 0 {
        steps.push(step("fieldwork-step-trainee", as_trainee, "/i-miei-corsi"));
    }
    Ok(steps)
}

/// Puts stays on record: for the demo and made-up networks, many at a time.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn add_placements(tx: &mut Tx, all: &[NewPlacement]) -> Result<Vec<PlacementId>, Fault> {
    store::add(tx, all).await
}

/// Puts hours on record that both confirmed: for the demo and made-up networks, many at a time.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn add_confirmed_hours(tx: &mut Tx, all: &[(PlacementId, NewStretch)]) -> Result<(), Fault> {
    store::add_confirmed(tx, all).await
}

/// Writes a stretch down that the other has still to confirm.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn write_hours(tx: &mut Tx, placement: PlacementId, hand: Hand, said: &NewStretch) -> Result<(), Fault> {
    store::write(tx, placement, hand, said).await
}

/// What this feature holds on persons.
struct Held;

#[async_trait::async_trait]
impl Holding for Held {
    fn name(&self) -> &'static str {
        "fieldwork"
    }
    fn retention(&self) -> &'static [Retention] {
        const ALL: &[Retention] = &[
            Retention {
                table: "field_placement",
                person_column: "expert",
                purpose: "retention-fieldwork",
                days: None,
                since: "",
            },
            Retention { table: "fieldwork", person_column: "-", purpose: "retention-fieldwork", days: None, since: "" },
        ];
        ALL
    }
    async fn export(&self, db: &Db, person: PersonId) -> Result<serde_json::Value, Fault> {
        store::held(db.reader(), person).await
    }
    async fn erase(&self, tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
        store::erase(tx, person).await
    }
}
