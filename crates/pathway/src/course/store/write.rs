//! Writing courses down. Every writer tells the house: the Charter reads what stands here.

use super::{Course, PartMinutes, insert_many};
use crate::course::model::{NewAlignment, NewCourse, NewHand, NewModule, Part};
use access::Tx;
use kernel::{CourseId, Event, ModuleId, OrganisationId, PersonId, TeacherId, Uuid};
use sea_orm::Value;
use store::{Fault, sql};

/// A curriculum with everything at once: for made-up networks and tests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCurriculum {
    /// Whose.
    pub organisation: OrganisationId,
    /// The course.
    pub course: NewCourse,
    /// Whether everyone may read of it at once.
    pub published: bool,
    /// Its modules, in order.
    pub modules: Vec<NewModule>,
    /// Who wrote it.
    pub authors: Vec<NewHand>,
    /// Who teaches.
    pub teachers: Vec<NewHand>,
    /// Which module, which teacher (their places in the lists, from 0) and how many minutes.
    pub teaching: Vec<(usize, usize, u32)>,
    /// How it answers to other programmes.
    pub alignments: Vec<NewAlignment>,
}

const COURSE: &str = "course (id, organisation, kind, title, summary, for_whom, pace, attendance_percent, \
     fieldwork_minutes, shadowing_minutes, published, changed_at, version)";
const MODULE: &str =
    "course_module (id, course, place, title, words, theory, practice, shadowing, internship, group_work, version)";
const AIM: &str = "course_aim (module, aim)";
const AUTHOR: &str = "course_author (id, course, person, name, side)";
const TEACHER: &str = "course_teacher (id, course, person, name, side, coproduced, trained)";
const TEACHING: &str = "course_teaching (module, teacher, minutes)";
const ALIGNMENT: &str = "course_alignment (id, course, framework, code, name, url)";

fn certificate(new: &NewCourse) -> [Option<i64>; 3] {
    let of = |number: fn(&crate::course::model::CertificateRules) -> u32| {
        new.certificate.as_ref().map(|rules| i64::from(number(rules)))
    };
    [of(|r| r.attendance_percent), of(|r| r.fieldwork_minutes), of(|r| r.shadowing_minutes)]
}

fn minutes(all: &PartMinutes) -> [i64; 5] {
    [Part::Theory, Part::Practice, Part::Shadowing, Part::Internship, Part::GroupWork]
        .map(|part| i64::from(all.of(part)))
}

/// The rows of several curricula, table by table.
#[derive(Default)]
struct Rows {
    courses: Vec<Vec<Value>>,
    modules: Vec<Vec<Value>>,
    aims: Vec<Vec<Value>>,
    authors: Vec<Vec<Value>>,
    teachers: Vec<Vec<Value>>,
    teaching: Vec<Vec<Value>>,
    alignments: Vec<Vec<Value>>,
}

impl Rows {
    fn add(&mut self, tx: &Tx, new: &NewCurriculum) -> CourseId {
        let (env, course) = (tx.env(), tx.env().id::<CourseId>());
        let [attendance, fieldwork, shadowing] = certificate(&new.course);
        self.courses.push(vec![
            course.uuid().into(),
            new.organisation.uuid().into(),
            new.course.kind.code().into(),
            new.course.title.clone().into(),
            new.course.summary.clone().into(),
            new.course.for_whom.clone().into(),
            new.course.pace.clone().into(),
            attendance.into(),
            fieldwork.into(),
            shadowing.into(),
            new.published.into(),
            env.now().into(),
            1_i64.into(),
        ]);
        let modules: Vec<Uuid> = new.modules.iter().map(|_| env.id::<ModuleId>().uuid()).collect();
        for (place, (id, module)) in (1_i64..).zip(modules.iter().zip(&new.modules)) {
            self.modules.push(module_row(*id, course, place, module));
            self.aims.extend(module.aims.iter().map(|aim| vec![(*id).into(), aim.code().into()]));
        }
        self.authors.extend(new.authors.iter().map(|author| author_row(env.id::<TeacherId>().uuid(), course, author)));
        let teachers: Vec<Uuid> = new.teachers.iter().map(|_| env.id::<TeacherId>().uuid()).collect();
        self.teachers.extend(teachers.iter().zip(&new.teachers).map(|(id, hand)| teacher_row(*id, course, hand)));
        for (module, teacher, minutes) in &new.teaching {
            if let (Some(module), Some(teacher)) = (modules.get(*module), teachers.get(*teacher)) {
                self.teaching.push(vec![(*module).into(), (*teacher).into(), i64::from(*minutes).into()]);
            }
        }
        let line = |alignment: &NewAlignment| alignment_row(env.id::<TeacherId>().uuid(), course, alignment);
        self.alignments.extend(new.alignments.iter().map(line));
        course
    }
    async fn insert(self, tx: &Tx) -> Result<(), Fault> {
        insert_many(tx.conn(), COURSE, self.courses).await?;
        insert_many(tx.conn(), MODULE, self.modules).await?;
        insert_many(tx.conn(), AIM, self.aims).await?;
        insert_many(tx.conn(), AUTHOR, self.authors).await?;
        insert_many(tx.conn(), TEACHER, self.teachers).await?;
        insert_many(tx.conn(), TEACHING, self.teaching).await?;
        insert_many(tx.conn(), ALIGNMENT, self.alignments).await
    }
}

fn module_row(id: Uuid, course: CourseId, place: i64, module: &NewModule) -> Vec<Value> {
    let head =
        [id.into(), course.uuid().into(), place.into(), module.title.clone().into(), module.words.clone().into()];
    head.into_iter().chain(minutes(&module.minutes).map(Value::from)).chain([1_i64.into()]).collect()
}

fn author_row(id: Uuid, course: CourseId, hand: &NewHand) -> Vec<Value> {
    let person = hand.whom.person().map(PersonId::uuid);
    vec![id.into(), course.uuid().into(), person.into(), hand.whom.name().into(), hand.side.code().into()]
}

fn teacher_row(id: Uuid, course: CourseId, hand: &NewHand) -> Vec<Value> {
    let mut row = author_row(id, course, hand);
    row.extend([hand.coproduced.into(), hand.trained.into()]);
    row
}

fn alignment_row(id: Uuid, course: CourseId, new: &NewAlignment) -> Vec<Value> {
    let words = [&new.framework, &new.code, &new.name, &new.url].map(|word| Value::from(word.clone()));
    [id.into(), course.uuid().into()].into_iter().chain(words).collect()
}

/// Writes whole curricula down, with a handful of statements for each few hundred of them.
pub(crate) async fn create(tx: &mut Tx, all: &[NewCurriculum]) -> Result<Vec<CourseId>, Fault> {
    let mut ids = Vec::with_capacity(all.len());
    for portion in all.chunks(300) {
        let mut rows = Rows::default();
        ids.extend(portion.iter().map(|new| rows.add(tx, new)));
        rows.insert(tx).await?;
    }
    if let [one] = ids.as_slice() {
        tx.note("course", one.to_string());
    }
    for new in all.iter().take(50) {
        tx.emit(Event::OrganisationChanged { organisation: new.organisation });
    }
    if all.len() > 50 {
        tx.emit(Event::NetworkChanged);
    }
    Ok(ids)
}

fn changed(tx: &mut Tx, course: &Course, what: &str) {
    tx.note("course", course.id.to_string());
    tx.note("what", what);
    tx.emit(Event::OrganisationChanged { organisation: course.organisation });
}

/// Changes a course over the version that was read.
pub(crate) async fn change(tx: &mut Tx, course: &Course, version: i64, new: &NewCourse) -> Result<(), Fault> {
    let [attendance, fieldwork, shadowing] = certificate(new);
    sql("UPDATE course SET kind = $3, title = $4, summary = $5, for_whom = $6, pace = $7, attendance_percent = $8, \
         fieldwork_minutes = $9, shadowing_minutes = $10, changed_at = $11, version = version + 1 \
         WHERE id = $1 AND version = $2")
    .bind(course.id.uuid())
    .bind(version)
    .bind(new.kind.code())
    .bind(new.title.as_str())
    .bind(new.summary.as_str())
    .bind(new.for_whom.as_str())
    .bind(new.pace.as_str())
    .bind(attendance)
    .bind(fieldwork)
    .bind(shadowing)
    .bind(tx.env().now())
    .run_once(tx.conn())
    .await?;
    changed(tx, course, "course-changed");
    Ok(())
}

/// Lets everyone read of a course, or no longer.
pub(crate) async fn publish(tx: &mut Tx, course: &Course, version: i64, published: bool) -> Result<(), Fault> {
    sql("UPDATE course SET published = $3, changed_at = $4, version = version + 1 WHERE id = $1 AND version = $2")
        .bind(course.id.uuid())
        .bind(version)
        .bind(published)
        .bind(tx.env().now())
        .run_once(tx.conn())
        .await?;
    changed(tx, course, if published { "course-published" } else { "course-withdrawn" });
    Ok(())
}

/// Writes who teaches how long in a module, in place of what stood there.
async fn teach(tx: &Tx, module: ModuleId, teaching: &[(TeacherId, u32)]) -> Result<(), Fault> {
    sql("DELETE FROM course_teaching WHERE module = $1").bind(module.uuid()).run(tx.conn()).await?;
    let some = teaching.iter().filter(|(_, minutes)| *minutes > 0);
    let rows = some.map(|(t, minutes)| vec![module.uuid().into(), t.uuid().into(), i64::from(*minutes).into()]);
    insert_many(tx.conn(), TEACHING, rows.collect()).await
}

async fn aim(tx: &Tx, module: ModuleId, new: &NewModule) -> Result<(), Fault> {
    sql("DELETE FROM course_aim WHERE module = $1").bind(module.uuid()).run(tx.conn()).await?;
    let rows = new.aims.iter().map(|aim| vec![module.uuid().into(), aim.code().into()]).collect();
    insert_many(tx.conn(), AIM, rows).await
}

/// Adds a module behind the others.
pub(crate) async fn add_module(
    tx: &mut Tx,
    course: &Course,
    new: &NewModule,
    teaching: &[(TeacherId, u32)],
) -> Result<ModuleId, Fault> {
    let last: Option<i64> = sql("SELECT COALESCE(MAX(place), 0) FROM course_module WHERE course = $1")
        .bind(course.id.uuid())
        .value(tx.conn())
        .await?;
    let id = tx.env().id::<ModuleId>();
    insert_many(tx.conn(), MODULE, vec![module_row(id.uuid(), course.id, last.unwrap_or(0) + 1, new)]).await?;
    aim(tx, id, new).await?;
    teach(tx, id, teaching).await?;
    changed(tx, course, "module-added");
    Ok(id)
}

/// Changes a module over the version that was read.
pub(crate) async fn change_module(
    tx: &mut Tx,
    course: &Course,
    module: ModuleId,
    version: i64,
    new: &NewModule,
    teaching: &[(TeacherId, u32)],
) -> Result<(), Fault> {
    let mut update =
        sql("UPDATE course_module SET title = $4, words = $5, theory = $6, practice = $7, shadowing = $8, \
         internship = $9, group_work = $10, version = version + 1 WHERE id = $1 AND version = $2 AND course = $3")
        .bind(module.uuid())
        .bind(version)
        .bind(course.id.uuid())
        .bind(new.title.as_str())
        .bind(new.words.as_str());
    for part in minutes(&new.minutes) {
        update = update.bind(part);
    }
    update.run_once(tx.conn()).await?;
    aim(tx, module, new).await?;
    teach(tx, module, teaching).await?;
    changed(tx, course, "module-changed");
    Ok(())
}

/// Takes a module out, over the version that was read. [`Fault::Link`] when meetings stand under it.
pub(crate) async fn remove_module(tx: &mut Tx, course: &Course, module: ModuleId, version: i64) -> Result<(), Fault> {
    let meetings: Option<i64> = sql("SELECT CAST(COUNT(*) AS BIGINT) FROM lesson WHERE module = $1")
        .bind(module.uuid())
        .value(tx.conn())
        .await?;
    if meetings.unwrap_or(0) > 0 {
        return Err(Fault::Link("lesson".into()));
    }
    sql("DELETE FROM course_module WHERE id = $1 AND version = $2 AND course = $3")
        .bind(module.uuid())
        .bind(version)
        .bind(course.id.uuid())
        .run_once(tx.conn())
        .await?;
    changed(tx, course, "module-removed");
    Ok(())
}

/// Lets a module change places with the one before it.
pub(crate) async fn move_up(tx: &mut Tx, course: &Course, module: ModuleId, before: ModuleId) -> Result<(), Fault> {
    let place = async |id: ModuleId| -> Result<i64, Fault> {
        let place = sql("SELECT place FROM course_module WHERE id = $1 AND course = $2")
            .bind(id.uuid())
            .bind(course.id.uuid())
            .value(tx.conn())
            .await?;
        place.ok_or(Fault::Stale)
    };
    let (mine, theirs) = (place(module).await?, place(before).await?);
    for (id, place) in [(module, theirs), (before, mine)] {
        sql("UPDATE course_module SET place = $2 WHERE id = $1").bind(id.uuid()).bind(place).run(tx.conn()).await?;
    }
    changed(tx, course, "module-moved");
    Ok(())
}

/// Adds an author. [`Fault::Duplicate`] when the person is one already.
pub(crate) async fn add_author(tx: &mut Tx, course: &Course, hand: &NewHand) -> Result<(), Fault> {
    let id = tx.env().id::<TeacherId>().uuid();
    insert_many(tx.conn(), AUTHOR, vec![author_row(id, course.id, hand)]).await?;
    if let Some(person) = hand.whom.person() {
        tx.about(person);
    }
    changed(tx, course, "author-added");
    Ok(())
}

/// Adds a teacher. [`Fault::Duplicate`] when the person is one already.
pub(crate) async fn add_teacher(tx: &mut Tx, course: &Course, hand: &NewHand) -> Result<TeacherId, Fault> {
    let id = tx.env().id::<TeacherId>();
    insert_many(tx.conn(), TEACHER, vec![teacher_row(id.uuid(), course.id, hand)]).await?;
    if let Some(person) = hand.whom.person() {
        tx.about(person);
    }
    changed(tx, course, "teacher-added");
    Ok(id)
}

/// Adds how the course answers to another programme.
pub(crate) async fn add_alignment(tx: &mut Tx, course: &Course, new: &NewAlignment) -> Result<(), Fault> {
    let id = tx.env().id::<TeacherId>().uuid();
    insert_many(tx.conn(), ALIGNMENT, vec![alignment_row(id, course.id, new)]).await?;
    changed(tx, course, "alignment-added");
    Ok(())
}

async fn remove(tx: &mut Tx, course: &Course, table: &str, id: Uuid, what: &str) -> Result<(), Fault> {
    sql(format!("DELETE FROM {table} WHERE id = $1 AND course = $2"))
        .bind(id)
        .bind(course.id.uuid())
        .run_once(tx.conn())
        .await?;
    changed(tx, course, what);
    Ok(())
}

/// Takes an author out.
pub(crate) async fn remove_author(tx: &mut Tx, course: &Course, id: Uuid) -> Result<(), Fault> {
    remove(tx, course, "course_author", id, "author-removed").await
}

/// Takes a teacher out, with the hours.
pub(crate) async fn remove_teacher(tx: &mut Tx, course: &Course, id: TeacherId) -> Result<(), Fault> {
    remove(tx, course, "course_teacher", id.uuid(), "teacher-removed").await
}

/// Takes an alignment out.
pub(crate) async fn remove_alignment(tx: &mut Tx, course: &Course, id: Uuid) -> Result<(), Fault> {
    remove(tx, course, "course_alignment", id, "alignment-removed").await
}

/// Forgets a person: what they wrote and taught stays as hours of one of the two kinds.
pub(crate) async fn erase(tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
    for table in ["course_author", "course_teacher"] {
        sql(format!("UPDATE {table} SET person = NULL, name = '' WHERE person = $1"))
            .bind(person.uuid())
            .run(tx.conn())
            .await?;
    }
    Ok(())
}
