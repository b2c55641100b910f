//! Courses: curricula with modules, authors and teachers of both kinds.
//!
//! A course belongs to an organisation. What it covers, who wrote it and who teaches how long is
//! kept as records, so that the Charter (I6, I7) can be read on the very page where it is
//! written. The Charter binds the courses that lead to becoming an expert and are public; a
//! Recovery College open to all, or training of professionals, uses the same parts without being
//! forced into its rules.

mod model;
mod pages;
mod rules;
mod store;
#[cfg(test)]
pub(crate) mod tests;

pub use model::{
    Aim, Alignment, Author, CertificateRules, Competence, Course, CourseKind, Curriculum, Module, NewAlignment,
    NewCourse, NewHand, NewModule, Part, PartMinutes, Teacher, Whom,
};
pub(crate) use model::{minutes as read_hours, typed_hours};
pub(crate) use pages::{clash_apart, hours, paragraphs, shown_course, sides_of, trail_of};
pub(crate) use rules::teaching;
pub use store::NewCurriculum;
pub(crate) use store::{insert_many, insert_many_or, small};

use ::store::{Conn, Db, Fault};
use access::{Act, Holding, Retention, Tx};
use charter::facts;
use kernel::{CourseId, OrganisationId, PersonId};
use serde_json::json;
use std::collections::HashMap;

pub(crate) fn migrations() -> ::store::Migrations {
    store::migrations()
}

pub(crate) fn routes() -> web::Routes {
    use pages::{alignments, edit, hands, modules, public, show};
    web::Routes::new()
        .get("/corsi", Act::ReadPublic, public::list)
        .get("/corsi/{course}", Act::ReadPublic, public::show)
        .get("/realta/{id}/corsi", Act::ReadPublic, show::list)
        .get("/realta/{id}/corsi/nuovo", Act::ManageCourses, edit::new)
        .post("/realta/{id}/corsi/nuovo", Act::ManageCourses, edit::add)
        .get("/realta/{id}/corsi/{course}", Act::ManageCourses, show::show)
        .get("/realta/{id}/corsi/{course}/modifica", Act::ManageCourses, edit::edit)
        .post("/realta/{id}/corsi/{course}/modifica", Act::ManageCourses, edit::change)
        .post("/realta/{id}/corsi/{course}/pubblica", Act::ManageCourses, edit::publish)
        .get("/realta/{id}/corsi/{course}/moduli/nuovo", Act::ManageCourses, modules::new)
        .post("/realta/{id}/corsi/{course}/moduli/nuovo", Act::ManageCourses, modules::add)
        .get("/realta/{id}/corsi/{course}/moduli/{module}", Act::ManageCourses, modules::edit)
        .post("/realta/{id}/corsi/{course}/moduli/{module}", Act::ManageCourses, modules::change)
        .post("/realta/{id}/corsi/{course}/moduli/{module}/togli", Act::ManageCourses, modules::remove)
        .post("/realta/{id}/corsi/{course}/moduli/{module}/su", Act::ManageCourses, modules::up)
        .get("/realta/{id}/corsi/{course}/persone", Act::ManageCourses, hands::show)
        .post("/realta/{id}/corsi/{course}/autori", Act::ManageCourses, hands::add_author)
        .post("/realta/{id}/corsi/{course}/autori/{hand}/togli", Act::ManageCourses, hands::remove_author)
        .post("/realta/{id}/corsi/{course}/docenti", Act::ManageCourses, hands::add_teacher)
        .post("/realta/{id}/corsi/{course}/docenti/{hand}/togli", Act::ManageCourses, hands::remove_teacher)
        .get("/realta/{id}/corsi/{course}/competenze", Act::ManageCourses, alignments::show)
        .post("/realta/{id}/corsi/{course}/competenze", Act::ManageCourses, alignments::add)
        .post("/realta/{id}/corsi/{course}/competenze/{line}/togli", Act::ManageCourses, alignments::remove)
}

pub(crate) fn holdings() -> Vec<Box<dyn Holding>> {
    vec![Box::new(Held)]
}

/// A course on record.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn by_id(conn: &impl Conn, id: CourseId) -> Result<Option<Course>, Fault> {
    store::by_id(conn, id).await
}

/// Several courses on record, by their ids, in one statement.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn by_ids(conn: &impl Conn, ids: &[CourseId]) -> Result<HashMap<CourseId, Course>, Fault> {
    store::by_ids(conn, ids).await
}

/// The courses of an organisation by name, those in the making as well.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn of_organisation(conn: &impl Conn, organisation: OrganisationId) -> Result<Vec<Course>, Fault> {
    store::of_organisation(conn, organisation, true).await
}

/// The modules of a course, in order.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn modules(conn: &impl Conn, course: CourseId) -> Result<Vec<Module>, Fault> {
    Ok(store::modules(conn, &[course]).await?.remove(&course).unwrap_or_default())
}

/// Everything of a course: modules, authors, teachers, hours, alignments.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn curriculum(conn: &impl Conn, course: CourseId) -> Result<Option<Curriculum>, Fault> {
    let Some(course) = store::by_id(conn, course).await? else { return Ok(None) };
    Ok(store::whole(conn, vec![course]).await?.pop())
}

/// The courses in which a person teaches.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn taught_by(conn: &impl Conn, person: PersonId) -> Result<Vec<CourseId>, Fault> {
    store::taught_by(conn, person).await
}

/// Whether a person teaches in a course.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn teaches(conn: &impl Conn, course: CourseId, person: PersonId) -> Result<bool, Fault> {
    Ok(store::taught_by(conn, person).await?.contains(&course))
}

/// Writes whole curricula down, for made-up networks, in the order given.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn create_courses(tx: &mut Tx, all: &[NewCurriculum]) -> Result<Vec<CourseId>, Fault> {
    store::create(tx, all).await
}

/// What the Charter reads of an organisation's courses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Taught {
    /// Courses with admission (I5) and teaching (I7); who is in the field (I8) is filled in by who
    /// knows it, course by course.
    pub courses: Vec<(CourseId, facts::Course)>,
    /// The curricula (I6).
    pub curricula: facts::Curricula,
}

/// What the Charter reads of the courses of several organisations: a fixed number of statements.
/// Each organisation has its entry, also one without courses.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn facts(
    conn: &impl Conn,
    organisations: &[OrganisationId],
) -> Result<HashMap<OrganisationId, Taught>, Fault> {
    let nothing = || Taught { courses: Vec::new(), curricula: facts::Curricula(Vec::new()) };
    let mut all: HashMap<_, _> = organisations.iter().map(|organisation| (*organisation, nothing())).collect();
    let courses = store::bound(conn, organisations).await?;
    let ids: Vec<CourseId> = courses.iter().map(|course| course.id).collect();
    let admissions = crate::edition::admissions(conn, &ids).await?;
    for whole in store::whole(conn, courses).await? {
        let Some(taught) = all.get_mut(&whole.course.organisation) else { continue };
        taught.curricula.0.push(rules::curriculum(&whole));
        let course = facts::Course {
            label: whole.course.title.clone(),
            admission: admissions.get(&whole.course.id).copied(),
            teaching: teaching(&whole.teachers, &whole.teaching),
            field: None,
        };
        taught.courses.push((whole.course.id, course));
    }
    Ok(all)
}

/// What this feature holds on persons.
struct Held;

#[async_trait::async_trait]
impl Holding for Held {
    fn name(&self) -> &'static str {
        "courses"
    }
    fn retention(&self) -> &'static [Retention] {
        const fn line(table: &'static str) -> Retention {
            Retention { table, person_column: "person", purpose: "retention-course", days: None, since: "" }
        }
        // A guest is a name that somebody of the course wrote down, and that they take away again.
        const fn guest(table: &'static str) -> Retention {
            Retention { table, person_column: "-", purpose: "retention-course-guest", days: None, since: "" }
        }
        const ALL: &[Retention] =
            &[line("course_author"), line("course_teacher"), guest("course_author"), guest("course_teacher")];
        ALL
    }
    async fn export(&self, db: &Db, person: PersonId) -> Result<serde_json::Value, Fault> {
        let all = store::hands_of(db.reader(), person).await?;
        let line = |(course, part, side): &(String, &str, String)| json!({"course": course, "as": part, "side": side});
        Ok(all.iter().map(line).collect())
    }
    async fn erase(&self, tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
        store::erase(tx, person).await
    }
}
