//! The SQL of meetings and of who was there; what is said ahead of them stands in `notice`,
//! what is handed over of a person in `export`.

pub(super) mod export;
pub(super) mod notice;

use super::model::{How, Lesson, MakeUp, NewLesson, Presence};
use crate::course::{Part, insert_many, insert_many_or};
use access::Tx;
use kernel::{DateTime, EditionId, EnrolmentId, LessonId, ModuleId, NaiveDate, PersonId, TeacherId, Utc, Uuid};
use sea_orm::FromQueryResult;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::{Conn, Fault, Migrations, migration, sql};

pub(super) fn migrations() -> Migrations {
    let meetings = migration(
        "m0440_pathway_lesson",
        "CREATE TABLE lesson (
            id {uuid} PRIMARY KEY,
            edition {uuid} NOT NULL REFERENCES edition (id),
            module {uuid},
            part text NOT NULL,
            title text NOT NULL,
            starts_at {instant} NOT NULL,
            minutes {int} NOT NULL,
            place text,
            link text,
            team text,
            called_off {bool} NOT NULL,
            code_hash text,
            code_sealed {bytes},
            version {int} NOT NULL
         );
         CREATE INDEX lesson_edition ON lesson (edition, starts_at);
         CREATE UNIQUE INDEX lesson_code ON lesson (code_hash) WHERE code_hash IS NOT NULL;
         CREATE TABLE lesson_teacher (
            lesson {uuid} NOT NULL REFERENCES lesson (id) ON DELETE CASCADE,
            teacher {uuid} NOT NULL,
            PRIMARY KEY (lesson, teacher)
         );
         CREATE TABLE lesson_presence (
            lesson {uuid} NOT NULL REFERENCES lesson (id) ON DELETE CASCADE,
            enrolment {uuid} NOT NULL REFERENCES enrolment (id) ON DELETE CASCADE,
            minutes {int} NOT NULL,
            how text NOT NULL,
            happened_on {date} NOT NULL,
            marked_by {uuid},
            marked_at {instant} NOT NULL,
            PRIMARY KEY (lesson, enrolment)
         );
         CREATE INDEX lesson_presence_enrolment ON lesson_presence (enrolment);
         CREATE INDEX lesson_presence_marked_by ON lesson_presence (marked_by);",
    );
    let notices = migration(
        "m0441_pathway_lesson_notice",
        "CREATE TABLE lesson_notice (
            lesson {uuid} NOT NULL REFERENCES lesson (id) ON DELETE CASCADE,
            enrolment {uuid} NOT NULL REFERENCES enrolment (id) ON DELETE CASCADE,
            away {bool} NOT NULL,
            reminded_at {instant},
            PRIMARY KEY (lesson, enrolment)
         );
         CREATE INDEX lesson_notice_enrolment ON lesson_notice (enrolment);
         CREATE INDEX lesson_starts ON lesson (starts_at);",
    );
    vec![meetings, notices]
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    edition: Uuid,
    module: Option<Uuid>,
    part: String,
    title: String,
    starts_at: DateTime<Utc>,
    minutes: i64,
    place: Option<String>,
    link: Option<String>,
    team: Option<String>,
    called_off: bool,
    version: i64,
}

impl TryFrom<Row> for Lesson {
    type Error = Fault;
    fn try_from(row: Row) -> Result<Self, Fault> {
        Ok(Lesson {
            id: LessonId::from_uuid(row.id),
            edition: EditionId::from_uuid(row.edition),
            plan: NewLesson {
                title: row.title,
                module: row.module.map(ModuleId::from_uuid),
                part: Part::stored(&row.part)?,
                starts: row.starts_at,
                minutes: whole(row.minutes),
                place: row.place,
                link: row.link,
                team: row.team,
                teachers: Vec::new(),
            },
            called_off: row.called_off,
            version: row.version,
        })
    }
}

fn whole(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(0)
}

const COLUMNS: &str = "id, edition, module, part, title, starts_at, minutes, place, link, team, called_off, version";

/// Puts meetings on record, many rows at a time.
pub(super) async fn add(tx: &mut Tx, all: &[(EditionId, NewLesson)]) -> Result<Vec<LessonId>, Fault> {
    let mut ids = Vec::with_capacity(all.len());
    for portion in all.chunks(500) {
        let (mut rows, mut teachers) = (Vec::new(), Vec::new());
        for (edition, plan) in portion {
            let id = tx.env().id::<LessonId>();
            ids.push(id);
            rows.push(vec![
                id.uuid().into(),
                edition.uuid().into(),
                plan.module.map(|id| id.uuid()).into(),
                plan.part.code().into(),
                plan.title.clone().into(),
                plan.starts.into(),
                i64::from(plan.minutes).into(),
                plan.place.clone().into(),
                plan.link.clone().into(),
                plan.team.clone().into(),
                false.into(),
                1_i64.into(),
            ]);
            teachers.extend(plan.teachers.iter().map(|teacher| vec![id.uuid().into(), teacher.uuid().into()]));
        }
        insert_many(tx.conn(), &format!("lesson ({COLUMNS})"), rows).await?;
        insert_many(tx.conn(), "lesson_teacher (lesson, teacher)", teachers).await?;
    }
    Ok(ids)
}

/// Writes a plan over the version that was read.
pub(super) async fn change(tx: &mut Tx, id: LessonId, version: i64, plan: &NewLesson) -> Result<(), Fault> {
    notice::forget_when_moved(tx, id, plan.starts).await?;
    sql("UPDATE lesson SET module = $3, part = $4, title = $5, starts_at = $6, minutes = $7, place = $8, link = $9, \
         team = $10, version = version + 1 WHERE id = $1 AND version = $2 AND called_off = FALSE")
    .bind(id.uuid())
    .bind(version)
    .bind(plan.module.map(|id| id.uuid()))
    .bind(plan.part.code())
    .bind(plan.title.as_str())
    .bind(plan.starts)
    .bind(i64::from(plan.minutes))
    .bind(plan.place.clone())
    .bind(plan.link.clone())
    .bind(plan.team.clone())
    .run_once(tx.conn())
    .await?;
    // Who was there was there as long as it lasted; who made hours up did not do more than that.
    sql("UPDATE lesson_presence SET minutes = $2 WHERE lesson = $1 AND (how <> 'made-up' OR minutes > $2)")
        .bind(id.uuid())
        .bind(i64::from(plan.minutes))
        .run(tx.conn())
        .await?;
    sql("DELETE FROM lesson_teacher WHERE lesson = $1").bind(id.uuid()).run(tx.conn()).await?;
    let teachers = plan.teachers.iter().map(|teacher| vec![id.uuid().into(), teacher.uuid().into()]).collect();
    insert_many(tx.conn(), "lesson_teacher (lesson, teacher)", teachers).await?;
    tx.note("lesson", id.to_string());
    Ok(())
}

/// Calls a meeting off, over the version that was read. Who was there stays on record and counts no
/// more.
pub(super) async fn call_off(tx: &mut Tx, id: LessonId, version: i64) -> Result<(), Fault> {
    sql("UPDATE lesson SET called_off = TRUE, code_hash = NULL, code_sealed = NULL, version = version + 1 \
         WHERE id = $1 AND version = $2 AND called_off = FALSE")
    .bind(id.uuid())
    .bind(version)
    .run_once(tx.conn())
    .await?;
    let there: Vec<EnrolmentId> = present(tx.conn(), id).await?.into_keys().collect();
    about(tx, &there).await?;
    tx.note("lesson", id.to_string());
    tx.note("called_off", true);
    Ok(())
}

/// One meeting, with who teaches.
pub(super) async fn one(conn: &impl Conn, id: LessonId) -> Result<Option<Lesson>, Fault> {
    let row: Option<Row> = sql(format!("SELECT {COLUMNS} FROM lesson WHERE id = $1")).bind(id.uuid()).one(conn).await?;
    let Some(row) = row else { return Ok(None) };
    let mut lesson = Lesson::try_from(row)?;
    let teachers: Vec<Uuid> = sql("SELECT teacher FROM lesson_teacher WHERE lesson = $1 ORDER BY teacher LIMIT 100")
        .bind(id.uuid())
        .values(conn)
        .await?;
    lesson.plan.teachers = teachers.into_iter().map(TeacherId::from_uuid).collect();
    Ok(Some(lesson))
}

/// The most meetings of an edition.
pub(super) const MOST: i64 = 500;

/// The meetings of an edition, by date.
pub(super) async fn of_edition(conn: &impl Conn, edition: EditionId) -> Result<Vec<Lesson>, Fault> {
    let rows: Vec<Row> =
        sql(format!("SELECT {COLUMNS} FROM lesson WHERE edition = $1 ORDER BY starts_at, id LIMIT {MOST}"))
            .bind(edition.uuid())
            .all(conn)
            .await?;
    rows.into_iter().map(Lesson::try_from).collect()
}

/// The meetings of several editions from an instant on, by date: for start pages.
pub(super) async fn coming(
    conn: &impl Conn,
    editions: &[EditionId],
    from: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<Lesson>, Fault> {
    let rows: Vec<Row> =
        sql(format!("SELECT {COLUMNS} FROM lesson WHERE starts_at >= $1 AND called_off = FALSE AND edition IN ("))
            .bind(from)
            .push_list(editions.iter().map(|id| id.uuid()))
            .push(&format!(") ORDER BY starts_at, id LIMIT {}", limit.clamp(0, 100)))
            .all(conn)
            .await?;
    rows.into_iter().map(Lesson::try_from).collect()
}

#[derive(FromQueryResult)]
struct PresenceRow {
    lesson: Uuid,
    enrolment: Uuid,
    minutes: i64,
    how: String,
    happened_on: NaiveDate,
}

impl TryFrom<PresenceRow> for Presence {
    type Error = Fault;
    fn try_from(row: PresenceRow) -> Result<Self, Fault> {
        Ok(Presence {
            lesson: LessonId::from_uuid(row.lesson),
            enrolment: EnrolmentId::from_uuid(row.enrolment),
            minutes: whole(row.minutes),
            how: How::stored(&row.how)?,
            on: row.happened_on,
        })
    }
}

/// Who was at a meeting.
pub(super) async fn present(conn: &impl Conn, lesson: LessonId) -> Result<HashMap<EnrolmentId, Presence>, Fault> {
    let rows: Vec<PresenceRow> = sql("SELECT lesson, enrolment, minutes, how, happened_on FROM lesson_presence \
         WHERE lesson = $1 LIMIT 1000")
    .bind(lesson.uuid())
    .all(conn)
    .await?;
    rows.into_iter().map(|row| Presence::try_from(row).map(|p| (p.enrolment, p))).collect()
}

/// At which meetings a trainee was.
pub(super) async fn attended(conn: &impl Conn, enrolment: EnrolmentId) -> Result<HashMap<LessonId, Presence>, Fault> {
    let rows: Vec<PresenceRow> = sql(format!(
        "SELECT lesson, enrolment, minutes, how, happened_on FROM lesson_presence WHERE enrolment = $1 LIMIT {MOST}"
    ))
    .bind(enrolment.uuid())
    .all(conn)
    .await?;
    rows.into_iter().map(|row| Presence::try_from(row).map(|p| (p.lesson, p))).collect()
}

const PRESENCE: &str = "lesson_presence (lesson, enrolment, minutes, how, happened_on, marked_by, marked_at)";

/// Marks that trainees were at a meeting for as long as it lasts. Whoever is marked stays so;
/// whoever made some hours up and was there after all was there.
pub(super) async fn mark(tx: &mut Tx, lesson: &Lesson, who: &[EnrolmentId], how: How) -> Result<(), Fault> {
    let mut each = who.to_vec();
    each.sort_unstable();
    each.dedup();
    let (by, now) = (tx.actor_person().map(|person| person.uuid()), tx.env().now());
    let row = |enrolment: &EnrolmentId| {
        vec![
            lesson.id.uuid().into(),
            enrolment.uuid().into(),
            i64::from(lesson.plan.minutes).into(),
            how.code().into(),
            lesson.day().into(),
            by.into(),
            now.into(),
        ]
    };
    let there_after_all = " ON CONFLICT (lesson, enrolment) DO UPDATE SET minutes = excluded.minutes, \
        how = excluded.how, happened_on = excluded.happened_on, marked_by = excluded.marked_by, \
        marked_at = excluded.marked_at WHERE lesson_presence.how = 'made-up'";
    insert_many_or(tx.conn(), PRESENCE, each.iter().map(row).collect(), there_after_all).await?;
    about(tx, who).await?;
    tx.note("lesson", lesson.id.to_string());
    Ok(())
}

/// Lets trainees find what was done with their hours in their own trace.
pub(crate) async fn about(tx: &mut Tx, who: &[EnrolmentId]) -> Result<(), Fault> {
    if who.is_empty() {
        return Ok(());
    }
    let people: Vec<Uuid> = sql("SELECT person FROM enrolment WHERE person IS NOT NULL AND id IN (")
        .push_list(who.iter().map(|id| id.uuid()))
        .push(") ORDER BY person")
        .values(tx.conn())
        .await?;
    people.into_iter().map(PersonId::from_uuid).for_each(|person| tx.about(person));
    Ok(())
}

/// Takes marks of a meeting away.
pub(super) async fn unmark(tx: &mut Tx, lesson: LessonId, who: &[EnrolmentId]) -> Result<(), Fault> {
    if who.is_empty() {
        return Ok(());
    }
    sql("DELETE FROM lesson_presence WHERE lesson = $1 AND enrolment IN (")
        .bind(lesson.uuid())
        .push_list(who.iter().map(|id| id.uuid()))
        .push(")")
        .run(tx.conn())
        .await?;
    about(tx, who).await
}

/// Writes hours down that were made up for; over hours made up before. [`Fault::Stale`] where the
/// trainee is marked as having been there meanwhile.
pub(super) async fn make_up(tx: &mut Tx, lesson: LessonId, made: MakeUp) -> Result<(), Fault> {
    sql("INSERT INTO lesson_presence (lesson, enrolment, minutes, how, happened_on, marked_by, marked_at) \
         VALUES ($1, $2, $3, 'made-up', $4, $5, $6) ON CONFLICT (lesson, enrolment) DO UPDATE \
         SET minutes = excluded.minutes, happened_on = excluded.happened_on, marked_by = excluded.marked_by, \
         marked_at = excluded.marked_at WHERE lesson_presence.how = 'made-up'")
    .bind(lesson.uuid())
    .bind(made.enrolment.uuid())
    .bind(i64::from(made.minutes))
    .bind(made.on)
    .bind(tx.actor_person().map(|person| person.uuid()))
    .bind(tx.env().now())
    .run_once(tx.conn())
    .await?;
    tx.note("lesson", lesson.to_string());
    tx.note("made_up", i64::from(made.minutes));
    about(tx, &[made.enrolment]).await
}

/// Many marks at once, for made-up networks.
pub(super) async fn mark_many(tx: &mut Tx, all: &[Presence]) -> Result<(), Fault> {
    let now = tx.env().now();
    let row = |p: &Presence| {
        vec![
            p.lesson.uuid().into(),
            p.enrolment.uuid().into(),
            i64::from(p.minutes).into(),
            p.how.code().into(),
            p.on.into(),
            None::<Uuid>.into(),
            now.into(),
        ]
    };
    insert_many(tx.conn(), PRESENCE, all.iter().map(row).collect()).await
}

// The code shown in the room.

/// Keeps a new code: its hash to find the meeting by, and the code itself sealed, to show it again.
pub(super) async fn keep_code(tx: &mut Tx, lesson: LessonId, hash: &str, sealed: Vec<u8>) -> Result<(), Fault> {
    sql("UPDATE lesson SET code_hash = $2, code_sealed = $3 WHERE id = $1 AND called_off = FALSE")
        .bind(lesson.uuid())
        .bind(hash)
        .bind(sealed)
        .run_once(tx.conn())
        .await?;
    tx.note("lesson", lesson.to_string());
    Ok(())
}

/// The sealed code of a meeting, where there is one.
pub(super) async fn code(conn: &impl Conn, lesson: LessonId) -> Result<Option<Vec<u8>>, Fault> {
    sql("SELECT code_sealed FROM lesson WHERE id = $1 AND code_sealed IS NOT NULL")
        .bind(lesson.uuid())
        .value(conn)
        .await
}

/// The meeting that a code belongs to.
pub(super) async fn by_code(conn: &impl Conn, hash: &str) -> Result<Option<Lesson>, Fault> {
    let row: Option<Row> =
        sql(format!("SELECT {COLUMNS} FROM lesson WHERE code_hash = $1")).bind(hash).one(conn).await?;
    row.map(Lesson::try_from).transpose()
}

// Progress.

#[derive(FromQueryResult)]
struct SumRow {
    whose: Uuid,
    part: String,
    minutes: i64,
}

fn by_part(rows: Vec<SumRow>) -> Result<HashMap<Uuid, BTreeMap<Part, u32>>, Fault> {
    let mut all: HashMap<Uuid, BTreeMap<Part, u32>> = HashMap::new();
    for row in rows {
        all.entry(row.whose).or_default().insert(Part::stored(&row.part)?, whole(row.minutes));
    }
    Ok(all)
}

/// The minutes that meetings of editions offer, by edition and part.
pub(super) async fn offered(
    conn: &impl Conn,
    editions: &BTreeSet<EditionId>,
) -> Result<HashMap<Uuid, BTreeMap<Part, u32>>, Fault> {
    let rows: Vec<SumRow> = sql("SELECT edition AS whose, part, CAST(SUM(minutes) AS BIGINT) AS minutes FROM lesson \
         WHERE called_off = FALSE AND edition IN (")
    .push_list(editions.iter().map(|id| id.uuid()))
    .push(") GROUP BY edition, part")
    .all(conn)
    .await?;
    by_part(rows)
}

/// The minutes that trainees attended, by enrolment and part.
pub(super) async fn attended_by_part(
    conn: &impl Conn,
    enrolments: &[EnrolmentId],
) -> Result<HashMap<Uuid, BTreeMap<Part, u32>>, Fault> {
    let rows: Vec<SumRow> =
        sql("SELECT p.enrolment AS whose, l.part, CAST(SUM(p.minutes) AS BIGINT) AS minutes FROM lesson_presence p \
             JOIN lesson l ON l.id = p.lesson WHERE l.called_off = FALSE AND p.enrolment IN (")
        .push_list(enrolments.iter().map(|id| id.uuid()))
        .push(") GROUP BY p.enrolment, l.part")
        .all(conn)
        .await?;
    by_part(rows)
}

#[derive(FromQueryResult)]
struct EditionRow {
    id: Uuid,
    edition: Uuid,
}

/// The edition of each enrolment.
pub(super) async fn editions_of(
    conn: &impl Conn,
    enrolments: &[EnrolmentId],
) -> Result<HashMap<EnrolmentId, EditionId>, Fault> {
    let rows: Vec<EditionRow> = sql("SELECT id, edition FROM enrolment WHERE id IN (")
        .push_list(enrolments.iter().map(|id| id.uuid()))
        .push(")")
        .all(conn)
        .await?;
    let pair = |row: EditionRow| (EnrolmentId::from_uuid(row.id), EditionId::from_uuid(row.edition));
    Ok(rows.into_iter().map(pair).collect())
}

/// Takes a person's name off what they marked. Where they were goes with the enrolment.
pub(super) async fn erase(tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
    sql("UPDATE lesson_presence SET marked_by = NULL WHERE marked_by = $1").bind(person.uuid()).run(tx.conn()).await?;
    for table in ["lesson_presence", "lesson_notice"] {
        sql(format!("DELETE FROM {table} WHERE enrolment IN (SELECT id FROM enrolment WHERE person = $1)"))
            .bind(person.uuid())
            .run(tx.conn())
            .await?;
    }
    Ok(())
}
