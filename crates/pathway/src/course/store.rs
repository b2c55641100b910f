//! The SQL of courses: reading them. What writes stands in `write`.

mod write;

pub use write::NewCurriculum;
pub(super) use write::{
    add_alignment, add_author, add_module, add_teacher, change, change_module, create, erase, move_up, publish,
    remove_alignment, remove_author, remove_module, remove_teacher,
};

use super::model::{
    Aim, Alignment, Author, CertificateRules, Course, CourseKind, Curriculum, Module, Part, PartMinutes, Teacher,
};
use crate::panel::Side;
use kernel::{CourseId, ModuleId, OrganisationId, PersonId, TeacherId, Uuid};
use sea_orm::{FromQueryResult, Value};
use std::collections::{BTreeSet, HashMap};
use store::{Conn, Fault, Migrations, migration, sql};

pub(super) fn migrations() -> Migrations {
    vec![migration(
        "m0430_pathway_course",
        "CREATE TABLE course (
            id {uuid} PRIMARY KEY,
            organisation {uuid} NOT NULL,
            kind text NOT NULL,
            title text NOT NULL,
            summary text NOT NULL,
            for_whom text NOT NULL,
            pace text NOT NULL,
            attendance_percent {int},
            fieldwork_minutes {int},
            shadowing_minutes {int},
            published {bool} NOT NULL,
            changed_at {instant} NOT NULL,
            version {int} NOT NULL,
            CHECK (attendance_percent IS NULL OR attendance_percent BETWEEN 1 AND 100)
         );
         CREATE INDEX course_organisation ON course (organisation, title);
         CREATE INDEX course_published ON course (published, title);
         CREATE TABLE course_module (
            id {uuid} PRIMARY KEY,
            course {uuid} NOT NULL REFERENCES course (id),
            place {int} NOT NULL,
            title text NOT NULL,
            words text NOT NULL,
            theory {int} NOT NULL,
            practice {int} NOT NULL,
            shadowing {int} NOT NULL,
            internship {int} NOT NULL,
            group_work {int} NOT NULL,
            version {int} NOT NULL
         );
         CREATE INDEX course_module_course ON course_module (course, place);
         CREATE TABLE course_aim (
            module {uuid} NOT NULL REFERENCES course_module (id) ON DELETE CASCADE,
            aim text NOT NULL,
            PRIMARY KEY (module, aim)
         );
         CREATE TABLE course_author (
            id {uuid} PRIMARY KEY,
            course {uuid} NOT NULL REFERENCES course (id),
            person {uuid},
            name text NOT NULL,
            side text NOT NULL
         );
         CREATE UNIQUE INDEX course_author_once ON course_author (course, person) WHERE person IS NOT NULL;
         CREATE INDEX course_author_person ON course_author (person);
         CREATE INDEX course_author_course ON course_author (course);
         CREATE TABLE course_teacher (
            id {uuid} PRIMARY KEY,
            course {uuid} NOT NULL REFERENCES course (id),
            person {uuid},
            name text NOT NULL,
            side text NOT NULL,
            coproduced {bool} NOT NULL,
            trained {bool} NOT NULL
         );
         CREATE UNIQUE INDEX course_teacher_once ON course_teacher (course, person) WHERE person IS NOT NULL;
         CREATE INDEX course_teacher_person ON course_teacher (person);
         CREATE INDEX course_teacher_course ON course_teacher (course);
         CREATE TABLE course_teaching (
            module {uuid} NOT NULL REFERENCES course_module (id) ON DELETE CASCADE,
            teacher {uuid} NOT NULL REFERENCES course_teacher (id) ON DELETE CASCADE,
            minutes {int} NOT NULL CHECK (minutes > 0),
            PRIMARY KEY (module, teacher)
         );
         CREATE INDEX course_teaching_teacher ON course_teaching (teacher);
         CREATE TABLE course_alignment (
            id {uuid} PRIMARY KEY,
            course {uuid} NOT NULL REFERENCES course (id),
            framework text NOT NULL,
            code text NOT NULL,
            name text NOT NULL,
            url text NOT NULL
         );
         CREATE INDEX course_alignment_course ON course_alignment (course);",
    )]
}

#[derive(FromQueryResult)]
struct CourseRow {
    id: Uuid,
    organisation: Uuid,
    kind: String,
    title: String,
    summary: String,
    for_whom: String,
    pace: String,
    attendance_percent: Option<i64>,
    fieldwork_minutes: Option<i64>,
    shadowing_minutes: Option<i64>,
    published: bool,
    version: i64,
}

/// A whole number of a row as it is meant: none of them is negative.
pub(crate) fn small(number: i64) -> Result<u32, Fault> {
    u32::try_from(number).map_err(|_| Fault::unreadable(format!("the number {number}")))
}

impl TryFrom<CourseRow> for Course {
    type Error = Fault;
    fn try_from(row: CourseRow) -> Result<Self, Fault> {
        let rules = |percent| -> Result<CertificateRules, Fault> {
            Ok(CertificateRules {
                attendance_percent: small(percent)?,
                fieldwork_minutes: small(row.fieldwork_minutes.unwrap_or(0))?,
                shadowing_minutes: small(row.shadowing_minutes.unwrap_or(0))?,
            })
        };
        Ok(Course {
            id: CourseId::from_uuid(row.id),
            organisation: OrganisationId::from_uuid(row.organisation),
            kind: CourseKind::stored(&row.kind)?,
            certificate: row.attendance_percent.map(rules).transpose()?,
            title: row.title,
            summary: row.summary,
            for_whom: row.for_whom,
            pace: row.pace,
            published: row.published,
            version: row.version,
        })
    }
}

const COURSE: &str = "c.id, c.organisation, c.kind, c.title, c.summary, c.for_whom, c.pace, c.attendance_percent, \
     c.fieldwork_minutes, c.shadowing_minutes, c.published, c.version";

/// One course.
pub(super) async fn by_id(conn: &impl Conn, id: CourseId) -> Result<Option<Course>, Fault> {
    let row: Option<CourseRow> =
        sql(format!("SELECT {COURSE} FROM course c WHERE c.id = $1")).bind(id.uuid()).one(conn).await?;
    row.map(Course::try_from).transpose()
}

/// Several courses by their ids.
pub(super) async fn by_ids(conn: &impl Conn, ids: &[CourseId]) -> Result<HashMap<CourseId, Course>, Fault> {
    let rows: Vec<CourseRow> = sql(format!("SELECT {COURSE} FROM course c WHERE c.id IN ("))
        .push_list(ids.iter().map(|id| id.uuid()))
        .push(") LIMIT 10000")
        .all(conn)
        .await?;
    let courses = rows.into_iter().map(Course::try_from);
    courses.map(|course| course.map(|course| (course.id, course))).collect()
}

/// The courses of an organisation by name, or only those that everyone may read of. At most 200.
pub(super) async fn of_organisation(
    conn: &impl Conn,
    organisation: OrganisationId,
    all: bool,
) -> Result<Vec<Course>, Fault> {
    let only = if all { "" } else { " AND c.published = TRUE" };
    let rows: Vec<CourseRow> =
        sql(format!("SELECT {COURSE} FROM course c WHERE c.organisation = $1{only} ORDER BY c.title, c.id LIMIT 200"))
            .bind(organisation.uuid())
            .all(conn)
            .await?;
    rows.into_iter().map(Course::try_from).collect()
}

/// The public courses of several organisations, those that lead to becoming an expert.
pub(super) async fn bound(conn: &impl Conn, organisations: &[OrganisationId]) -> Result<Vec<Course>, Fault> {
    let rows: Vec<CourseRow> = sql(format!(
        "SELECT {COURSE} FROM course c WHERE c.published = TRUE AND c.kind IN ('structured', 'in-the-field') \
         AND c.organisation IN ("
    ))
    .push_list(organisations.iter().map(|id| id.uuid()))
    .push(") ORDER BY c.organisation, c.title, c.id LIMIT 10000")
    .all(conn)
    .await?;
    rows.into_iter().map(Course::try_from).collect()
}

/// A page of the public courses by name, and how many there are: of all kinds or of one.
pub(super) async fn published(
    conn: &impl Conn,
    kind: Option<CourseKind>,
    limit: i64,
    skip: i64,
) -> Result<(Vec<Course>, i64), Fault> {
    let wanted = kind.map_or("", |kind| kind.code());
    let total =
        sql("SELECT CAST(COUNT(*) AS BIGINT) FROM course c WHERE c.published = TRUE AND ($1 = '' OR c.kind = $1)")
            .bind(wanted)
            .value(conn)
            .await?;
    let rows: Vec<CourseRow> = sql(format!(
        "SELECT {COURSE} FROM course c WHERE c.published = TRUE AND ($1 = '' OR c.kind = $1) \
         ORDER BY c.title, c.id LIMIT $2 OFFSET $3"
    ))
    .bind(wanted)
    .bind(limit)
    .bind(skip)
    .all(conn)
    .await?;
    Ok((rows.into_iter().map(Course::try_from).collect::<Result<_, _>>()?, total.unwrap_or(0)))
}

#[derive(FromQueryResult)]
struct ModuleRow {
    id: Uuid,
    course: Uuid,
    place: i64,
    title: String,
    words: String,
    theory: i64,
    practice: i64,
    shadowing: i64,
    internship: i64,
    group_work: i64,
    version: i64,
}

impl ModuleRow {
    fn module(self, aims: BTreeSet<Aim>) -> Result<Module, Fault> {
        let minutes = PartMinutes::default()
            .with(Part::Theory, small(self.theory)?)
            .with(Part::Practice, small(self.practice)?)
            .with(Part::Shadowing, small(self.shadowing)?)
            .with(Part::Internship, small(self.internship)?)
            .with(Part::GroupWork, small(self.group_work)?);
        Ok(Module {
            id: ModuleId::from_uuid(self.id),
            place: small(self.place)?,
            title: self.title,
            words: self.words,
            minutes,
            aims,
            version: self.version,
        })
    }
}

#[derive(FromQueryResult)]
struct AimRow {
    module: Uuid,
    aim: String,
}

/// The modules of several courses, each in its order: two statements.
pub(super) async fn modules(conn: &impl Conn, ids: &[CourseId]) -> Result<HashMap<CourseId, Vec<Module>>, Fault> {
    let rows: Vec<ModuleRow> =
        sql("SELECT id, course, place, title, words, theory, practice, shadowing, internship, group_work, version \
         FROM course_module WHERE course IN (")
        .push_list(ids.iter().map(|id| id.uuid()))
        .push(") ORDER BY course, place, id LIMIT 50000")
        .all(conn)
        .await?;
    let aims: Vec<AimRow> =
        sql("SELECT a.module, a.aim FROM course_aim a JOIN course_module m ON m.id = a.module WHERE m.course IN (")
            .push_list(ids.iter().map(|id| id.uuid()))
            .push(") LIMIT 500000")
            .all(conn)
            .await?;
    let mut of: HashMap<Uuid, BTreeSet<Aim>> = HashMap::new();
    for row in aims {
        of.entry(row.module).or_default().extend(Aim::from_code(&row.aim));
    }
    let mut all: HashMap<CourseId, Vec<Module>> = HashMap::new();
    for row in rows {
        let (course, aims) = (CourseId::from_uuid(row.course), of.remove(&row.id).unwrap_or_default());
        all.entry(course).or_default().push(row.module(aims)?);
    }
    Ok(all)
}

#[derive(FromQueryResult)]
struct AuthorRow {
    id: Uuid,
    course: Uuid,
    person: Option<Uuid>,
    name: String,
    side: String,
}

#[derive(FromQueryResult)]
struct TeacherRow {
    id: Uuid,
    course: Uuid,
    person: Option<Uuid>,
    name: String,
    side: String,
    coproduced: bool,
    trained: bool,
}

#[derive(FromQueryResult)]
struct TeachingRow {
    course: Uuid,
    module: Uuid,
    teacher: Uuid,
    minutes: i64,
}

#[derive(FromQueryResult)]
struct AlignmentRow {
    id: Uuid,
    course: Uuid,
    framework: String,
    code: String,
    name: String,
    url: String,
}

async fn under<R: FromQueryResult>(
    conn: &impl Conn,
    select: &str,
    ids: &[CourseId],
    end: &str,
) -> Result<Vec<R>, Fault> {
    sql(select).push_list(ids.iter().map(|id| id.uuid())).push(end).all(conn).await
}

/// Everything of several courses, in the order given: six statements, however many they are.
pub(super) async fn whole(conn: &impl Conn, courses: Vec<Course>) -> Result<Vec<Curriculum>, Fault> {
    let ids: Vec<CourseId> = courses.iter().map(|course| course.id).collect();
    let mut modules = modules(conn, &ids).await?;
    let select = "SELECT id, course, person, name, side FROM course_author WHERE course IN (";
    let authors: Vec<AuthorRow> = under(conn, select, &ids, ") ORDER BY id LIMIT 50000").await?;
    let select = "SELECT id, course, person, name, side, coproduced, trained FROM course_teacher WHERE course IN (";
    let teachers: Vec<TeacherRow> = under(conn, select, &ids, ") ORDER BY id LIMIT 50000").await?;
    let select = "SELECT m.course, t.module, t.teacher, t.minutes FROM course_teaching t \
         JOIN course_module m ON m.id = t.module WHERE m.course IN (";
    let teaching: Vec<TeachingRow> = under(conn, select, &ids, ") LIMIT 200000").await?;
    let select = "SELECT id, course, framework, code, name, url FROM course_alignment WHERE course IN (";
    let alignments: Vec<AlignmentRow> = under(conn, select, &ids, ") ORDER BY framework, code, id LIMIT 50000").await?;
    let mut all: Vec<Curriculum> = courses
        .into_iter()
        .map(|course| Curriculum {
            modules: modules.remove(&course.id).unwrap_or_default(),
            course,
            authors: Vec::new(),
            teachers: Vec::new(),
            teaching: Vec::new(),
            alignments: Vec::new(),
        })
        .collect();
    let places: HashMap<Uuid, usize> = all.iter().enumerate().map(|(at, one)| (one.course.id.uuid(), at)).collect();
    for row in authors {
        let Some(one) = places.get(&row.course).and_then(|at| all.get_mut(*at)) else { continue };
        let (person, side) = (row.person.map(PersonId::from_uuid), Side::stored(&row.side)?);
        one.authors.push(Author { id: row.id, person, name: row.name, side });
    }
    for row in teachers {
        let Some(one) = places.get(&row.course).and_then(|at| all.get_mut(*at)) else { continue };
        one.teachers.push(teacher(row)?);
    }
    for row in teaching {
        let Some(one) = places.get(&row.course).and_then(|at| all.get_mut(*at)) else { continue };
        let (module, teacher) = (ModuleId::from_uuid(row.module), TeacherId::from_uuid(row.teacher));
        one.teaching.push((module, teacher, small(row.minutes)?));
    }
    for row in alignments {
        let Some(one) = places.get(&row.course).and_then(|at| all.get_mut(*at)) else { continue };
        let AlignmentRow { id, framework, code, name, url, .. } = row;
        one.alignments.push(Alignment { id, framework, code, name, url });
    }
    Ok(all)
}

fn teacher(row: TeacherRow) -> Result<Teacher, Fault> {
    Ok(Teacher {
        id: TeacherId::from_uuid(row.id),
        person: row.person.map(PersonId::from_uuid),
        name: row.name,
        side: Side::stored(&row.side)?,
        coproduced: row.coproduced,
        trained: row.trained,
    })
}

/// The courses in which a person teaches. At most 200.
pub(super) async fn taught_by(conn: &impl Conn, person: PersonId) -> Result<Vec<CourseId>, Fault> {
    let ids: Vec<Uuid> = sql("SELECT course FROM course_teacher WHERE person = $1 ORDER BY course LIMIT 200")
        .bind(person.uuid())
        .values(conn)
        .await?;
    Ok(ids.into_iter().map(CourseId::from_uuid).collect())
}

/// The names of the courses that a person wrote or teaches in, with the part the person has in each.
pub(super) async fn hands_of(conn: &impl Conn, person: PersonId) -> Result<Vec<(String, &'static str, String)>, Fault> {
    #[derive(FromQueryResult)]
    struct Row {
        title: String,
        side: String,
    }
    let mut all = Vec::new();
    for (part, table) in [("author", "course_author"), ("teacher", "course_teacher")] {
        let rows: Vec<Row> = sql(format!(
            "SELECT c.title, h.side FROM {table} h JOIN course c ON c.id = h.course WHERE h.person = $1 \
             ORDER BY c.title, h.id LIMIT 500"
        ))
        .bind(person.uuid())
        .all(conn)
        .await?;
        all.extend(rows.into_iter().map(|row| (row.title, part, row.side)));
    }
    Ok(all)
}

/// Inserts rows with as few statements as the engines' limit on placeholders allows.
pub(crate) async fn insert_many(conn: &impl Conn, into: &str, rows: Vec<Vec<Value>>) -> Result<(), Fault> {
    insert_many_or(conn, into, rows, "").await
}

/// The same, where some of the rows may stand already: `or` is what happens then (`ON CONFLICT …`).
/// No row may stand twice among the new ones: PostgreSQL refuses it.
pub(crate) async fn insert_many_or(conn: &impl Conn, into: &str, rows: Vec<Vec<Value>>, or: &str) -> Result<(), Fault> {
    let width = rows.first().map_or(1, Vec::len).max(1);
    for portion in rows.chunks(9000 / width) {
        let insert = sql(format!("INSERT INTO {into} VALUES ")).push_rows(portion.iter().cloned());
        insert.push(or).run(conn).await?;
    }
    Ok(())
}
