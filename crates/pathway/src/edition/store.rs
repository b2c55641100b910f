//! The SQL of editions: reading them. What writes stands in `write`, what is sealed in `words`.

mod wanted;
mod words;
mod write;

pub(super) use wanted::wanted;
pub(super) use words::{forget_unneeded, open, seal_agreed, seal_own, sealed_of, see, seen};
pub use write::NewEnrolment;
pub(super) use write::{
    Given, add, answer_belonging, change, create, create_enrolments, enrol, erase, offer_group, pass_on, read_as,
    set_back_on, to_tell, told, turn,
};

use super::model::{Belonging, Edition, Enrolment, EnrolmentState, Headcount, Turn};
use crate::course::{CourseKind, small};
use charter::facts::Admission;
use kernel::{CandidacyId, CourseId, DateTime, EditionId, EnrolmentId, NaiveDate, OrganisationId, PersonId, Utc, Uuid};
use sea_orm::FromQueryResult;
use std::collections::HashMap;
use store::{Conn, Fault, Migrations, migration, sql};

pub(super) fn migrations() -> Migrations {
    let editions = migration(
        "m0435_pathway_edition",
        "CREATE TABLE edition (
            id {uuid} PRIMARY KEY,
            course {uuid} NOT NULL REFERENCES course (id),
            organisation {uuid} NOT NULL,
            title text NOT NULL,
            starts {date} NOT NULL,
            ends {date} NOT NULL,
            places {int} NOT NULL CHECK (places > 0),
            venue text NOT NULL,
            pace text NOT NULL,
            open {bool} NOT NULL,
            turns {int} NOT NULL,
            changed_at {instant} NOT NULL,
            version {int} NOT NULL,
            CHECK (starts <= ends)
         );
         CREATE INDEX edition_course ON edition (course, starts);
         CREATE INDEX edition_organisation ON edition (organisation, ends);
         CREATE TABLE enrolment (
            id {uuid} PRIMARY KEY,
            edition {uuid} NOT NULL REFERENCES edition (id),
            person {uuid},
            candidacy {uuid},
            state text NOT NULL,
            asked_at {instant} NOT NULL,
            belonging text,
            group_offered_on {date},
            group_offer text NOT NULL,
            admitted_on {date},
            back_on {date},
            ended_on {date},
            own_path {bytes},
            wish {bytes},
            agreed {bytes},
            version {int} NOT NULL
         );
         CREATE UNIQUE INDEX enrolment_once ON enrolment (edition, person)
            WHERE person IS NOT NULL AND state <> 'left';
         CREATE INDEX enrolment_edition ON enrolment (edition, state, asked_at);
         CREATE INDEX enrolment_person ON enrolment (person);
         CREATE TABLE enrolment_turn (
            id {uuid} PRIMARY KEY,
            enrolment {uuid} NOT NULL REFERENCES enrolment (id),
            turn text NOT NULL,
            on_day {date} NOT NULL
         );
         CREATE INDEX enrolment_turn_enrolment ON enrolment_turn (enrolment, id);",
    );
    let untold = migration(
        "m0436_pathway_enrolment_untold",
        "CREATE TABLE enrolment_untold (
            enrolment {uuid} PRIMARY KEY REFERENCES enrolment (id) ON DELETE CASCADE
         );",
    );
    let seen = migration(
        "m0437_pathway_enrolment_seen",
        "CREATE TABLE enrolment_seen (
            id {uuid} PRIMARY KEY,
            enrolment {uuid} NOT NULL REFERENCES enrolment (id) ON DELETE CASCADE,
            reader {uuid},
            seen_on {date} NOT NULL,
            seen_at {instant} NOT NULL,
            UNIQUE (enrolment, reader, seen_on)
         );
         CREATE INDEX enrolment_seen_reader ON enrolment_seen (reader);
         UPDATE enrolment SET own_path = NULL, wish = NULL, agreed = NULL WHERE state = 'left';",
    );
    let candidacy =
        migration("m0438_pathway_enrolment_candidacy", "CREATE INDEX enrolment_candidacy ON enrolment (candidacy);");
    vec![editions, untold, seen, candidacy]
}

#[derive(FromQueryResult)]
struct EditionRow {
    id: Uuid,
    course: Uuid,
    organisation: Uuid,
    title: String,
    starts: NaiveDate,
    ends: NaiveDate,
    places: i64,
    venue: String,
    pace: String,
    open: bool,
    version: i64,
}

impl TryFrom<EditionRow> for Edition {
    type Error = Fault;
    fn try_from(row: EditionRow) -> Result<Self, Fault> {
        Ok(Edition {
            id: EditionId::from_uuid(row.id),
            course: CourseId::from_uuid(row.course),
            organisation: OrganisationId::from_uuid(row.organisation),
            title: row.title,
            starts: row.starts,
            ends: row.ends,
            places: small(row.places)?,
            venue: row.venue,
            pace: row.pace,
            open: row.open,
            version: row.version,
        })
    }
}

const EDITION: &str = "e.id, e.course, e.organisation, e.title, e.starts, e.ends, e.places, e.venue, e.pace, e.open, \
     e.version";

fn editions(rows: Vec<EditionRow>) -> Result<Vec<Edition>, Fault> {
    rows.into_iter().map(Edition::try_from).collect()
}

/// One edition.
pub(super) async fn by_id(conn: &impl Conn, id: EditionId) -> Result<Option<Edition>, Fault> {
    let row: Option<EditionRow> =
        sql(format!("SELECT {EDITION} FROM edition e WHERE e.id = $1")).bind(id.uuid()).one(conn).await?;
    row.map(Edition::try_from).transpose()
}

/// Several editions by their ids.
pub(super) async fn by_ids(conn: &impl Conn, ids: &[EditionId]) -> Result<HashMap<EditionId, Edition>, Fault> {
    let rows = sql(format!("SELECT {EDITION} FROM edition e WHERE e.id IN ("))
        .push_list(ids.iter().map(|id| id.uuid()))
        .push(") LIMIT 10000")
        .all(conn)
        .await?;
    Ok(editions(rows)?.into_iter().map(|edition| (edition.id, edition)).collect())
}

/// The editions of a course, the latest first. At most 200.
pub(super) async fn of_course(conn: &impl Conn, course: CourseId) -> Result<Vec<Edition>, Fault> {
    let rows =
        sql(format!("SELECT {EDITION} FROM edition e WHERE e.course = $1 ORDER BY e.starts DESC, e.id LIMIT 200"))
            .bind(course.uuid())
            .all(conn)
            .await?;
    editions(rows)
}

/// The editions of several courses for which one can ask on a day, the next first.
pub(super) async fn open_of(conn: &impl Conn, courses: &[CourseId], today: NaiveDate) -> Result<Vec<Edition>, Fault> {
    let rows = sql(format!("SELECT {EDITION} FROM edition e WHERE e.open = TRUE AND e.ends >= $1 AND e.course IN ("))
        .bind(today)
        .push_list(courses.iter().map(|id| id.uuid()))
        .push(") ORDER BY e.starts, e.id LIMIT 500")
        .all(conn)
        .await?;
    editions(rows)
}

/// An edition with the name of its course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Running {
    /// The edition.
    pub edition: Edition,
    /// The name of its course.
    pub course: String,
}

#[derive(FromQueryResult)]
struct TitleRow {
    id: Uuid,
    course_title: String,
}

/// The editions of some organisations, or of some courses, that are not long over, the next
/// first: two statements.
pub(super) async fn running(
    conn: &impl Conn,
    organisations: &[OrganisationId],
    courses: &[CourseId],
    since: NaiveDate,
    limit: i64,
) -> Result<Vec<Running>, Fault> {
    let rows = sql(format!("SELECT {EDITION} FROM edition e WHERE e.ends >= $1 AND (e.organisation IN ("))
        .bind(since)
        .push_list(organisations.iter().map(|id| id.uuid()))
        .push(") OR e.course IN (")
        .push_list(courses.iter().map(|id| id.uuid()));
    let next = rows.bound() + 1;
    let rows = rows.bind(limit).push(&format!(")) ORDER BY e.starts, e.id LIMIT ${next}")).all(conn).await?;
    let all = editions(rows)?;
    let titles: Vec<TitleRow> = sql("SELECT c.id, c.title AS course_title FROM course c WHERE c.id IN (")
        .push_list(all.iter().map(|edition| edition.course.uuid()))
        .push(") LIMIT 10000")
        .all(conn)
        .await?;
    let titles: HashMap<Uuid, String> = titles.into_iter().map(|row| (row.id, row.course_title)).collect();
    let named = |edition: Edition| {
        let course = titles.get(&edition.course.uuid()).cloned().unwrap_or_default();
        Running { edition, course }
    };
    Ok(all.into_iter().map(named).collect())
}

#[derive(FromQueryResult)]
struct HeadRow {
    edition: Uuid,
    state: String,
    heads: i64,
    without_offer: i64,
}

/// How many people stand where in several editions: one statement.
pub(super) async fn heads(conn: &impl Conn, ids: &[EditionId]) -> Result<HashMap<EditionId, Headcount>, Fault> {
    let rows: Vec<HeadRow> = sql("SELECT edition, state, CAST(COUNT(*) AS BIGINT) AS heads, \
         CAST(SUM(CASE WHEN belonging IN ('would-like', 'not-now') AND group_offered_on IS NULL THEN 1 ELSE 0 END) \
         AS BIGINT) AS without_offer FROM enrolment WHERE edition IN (")
    .push_list(ids.iter().map(|id| id.uuid()))
    .push(") GROUP BY edition, state")
    .all(conn)
    .await?;
    let mut all: HashMap<EditionId, Headcount> = HashMap::new();
    for row in rows {
        let heads = all.entry(EditionId::from_uuid(row.edition)).or_default();
        let (number, state) = (small(row.heads)?, EnrolmentState::stored(&row.state)?);
        match state {
            EnrolmentState::Asked => heads.asked = number,
            EnrolmentState::Waiting => heads.waiting = number,
            EnrolmentState::Admitted => heads.placed += number,
            EnrolmentState::Paused => {
                heads.placed += number;
                heads.paused = number;
            }
            EnrolmentState::Completed => heads.completed = number,
            EnrolmentState::Left => {}
        }
        if state.takes_a_place() {
            heads.without_offer += small(row.without_offer)?;
        }
    }
    Ok(all)
}

#[derive(FromQueryResult)]
struct EnrolmentRow {
    id: Uuid,
    edition: Uuid,
    person: Option<Uuid>,
    candidacy: Option<Uuid>,
    state: String,
    asked_at: DateTime<Utc>,
    belonging: Option<String>,
    group_offered_on: Option<NaiveDate>,
    group_offer: String,
    admitted_on: Option<NaiveDate>,
    back_on: Option<NaiveDate>,
    ended_on: Option<NaiveDate>,
    version: i64,
}

impl TryFrom<EnrolmentRow> for Enrolment {
    type Error = Fault;
    fn try_from(row: EnrolmentRow) -> Result<Self, Fault> {
        Ok(Enrolment {
            id: EnrolmentId::from_uuid(row.id),
            edition: EditionId::from_uuid(row.edition),
            person: row.person.map(PersonId::from_uuid),
            candidacy: row.candidacy.map(CandidacyId::from_uuid),
            state: EnrolmentState::stored(&row.state)?,
            asked_at: row.asked_at,
            belonging: row.belonging.as_deref().map(Belonging::stored).transpose()?,
            group_offered_on: row.group_offered_on,
            group_offer: row.group_offer,
            admitted_on: row.admitted_on,
            back_on: row.back_on,
            ended_on: row.ended_on,
            version: row.version,
        })
    }
}

const ENROLMENT: &str = "n.id, n.edition, n.person, n.candidacy, n.state, n.asked_at, n.belonging, \
     n.group_offered_on, n.group_offer, n.admitted_on, n.back_on, n.ended_on, n.version";

/// One enrolment.
pub(super) async fn enrolment(conn: &impl Conn, id: EnrolmentId) -> Result<Option<Enrolment>, Fault> {
    let row: Option<EnrolmentRow> =
        sql(format!("SELECT {ENROLMENT} FROM enrolment n WHERE n.id = $1")).bind(id.uuid()).one(conn).await?;
    row.map(Enrolment::try_from).transpose()
}

#[derive(FromQueryResult)]
struct WhoseRow {
    id: Uuid,
    organisation: Uuid,
}

#[derive(FromQueryResult)]
struct EndsRow {
    id: Uuid,
    ends: NaiveDate,
}

/// Whose the editions of these places are: one statement.
pub(super) async fn organisations_of(
    conn: &impl Conn,
    places: &[EnrolmentId],
) -> Result<HashMap<EnrolmentId, OrganisationId>, Fault> {
    let rows: Vec<WhoseRow> =
        sql("SELECT n.id, e.organisation FROM enrolment n JOIN edition e ON e.id = n.edition WHERE n.id IN (")
            .push_list(places.iter().map(|id| id.uuid()))
            .push(") LIMIT 1000")
            .all(conn)
            .await?;
    let pair = |row: WhoseRow| (EnrolmentId::from_uuid(row.id), OrganisationId::from_uuid(row.organisation));
    Ok(rows.into_iter().map(pair).collect())
}

/// On which day the editions of these places end: one statement.
pub(super) async fn ends_of(
    conn: &impl Conn,
    places: &[EnrolmentId],
) -> Result<HashMap<EnrolmentId, NaiveDate>, Fault> {
    let rows: Vec<EndsRow> =
        sql("SELECT n.id, e.ends FROM enrolment n JOIN edition e ON e.id = n.edition WHERE n.id IN (")
            .push_list(places.iter().map(|id| id.uuid()))
            .push(") LIMIT 1000")
            .all(conn)
            .await?;
    Ok(rows.into_iter().map(|row| (EnrolmentId::from_uuid(row.id), row.ends)).collect())
}

/// The enrolment of a person in an edition that was not left.
pub(super) async fn standing(
    conn: &impl Conn,
    edition: EditionId,
    person: PersonId,
) -> Result<Option<Enrolment>, Fault> {
    let row: Option<EnrolmentRow> = sql(format!(
        "SELECT {ENROLMENT} FROM enrolment n WHERE n.edition = $1 AND n.person = $2 AND n.state <> 'left'"
    ))
    .bind(edition.uuid())
    .bind(person.uuid())
    .one(conn)
    .await?;
    row.map(Enrolment::try_from).transpose()
}

/// All enrolments of an edition in the order of asking. At most 2000.
pub(super) async fn enrolments(conn: &impl Conn, edition: EditionId) -> Result<Vec<Enrolment>, Fault> {
    let rows: Vec<EnrolmentRow> =
        sql(format!("SELECT {ENROLMENT} FROM enrolment n WHERE n.edition = $1 ORDER BY n.asked_at, n.id LIMIT 2000"))
            .bind(edition.uuid())
            .all(conn)
            .await?;
    rows.into_iter().map(Enrolment::try_from).collect()
}

/// A person's place with what it is a place in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mine {
    /// The place.
    pub enrolment: Enrolment,
    /// The edition.
    pub edition: Edition,
    /// The course's name.
    pub course: String,
    /// The course's kind.
    pub kind: CourseKind,
}

#[derive(FromQueryResult)]
struct CourseRow {
    id: Uuid,
    title: String,
    kind: String,
}

/// The places of a person, the latest first: three statements. At most 200.
pub(super) async fn of_person(conn: &impl Conn, person: PersonId) -> Result<Vec<Mine>, Fault> {
    let rows: Vec<EnrolmentRow> = sql(format!(
        "SELECT {ENROLMENT} FROM enrolment n WHERE n.person = $1 ORDER BY n.asked_at DESC, n.id LIMIT 200"
    ))
    .bind(person.uuid())
    .all(conn)
    .await?;
    let mine: Vec<Enrolment> = rows.into_iter().map(Enrolment::try_from).collect::<Result<_, _>>()?;
    let ids: Vec<EditionId> = mine.iter().map(|one| one.edition).collect();
    let editions = by_ids(conn, &ids).await?;
    let courses: Vec<CourseRow> = sql("SELECT id, title, kind FROM course WHERE id IN (")
        .push_list(editions.values().map(|edition| edition.course.uuid()))
        .push(") LIMIT 1000")
        .all(conn)
        .await?;
    let courses: HashMap<Uuid, CourseRow> = courses.into_iter().map(|row| (row.id, row)).collect();
    let mut all = Vec::with_capacity(mine.len());
    for enrolment in mine {
        let Some(edition) = editions.get(&enrolment.edition).cloned() else { continue };
        let Some(course) = courses.get(&edition.course.uuid()) else { continue };
        let kind = CourseKind::stored(&course.kind)?;
        all.push(Mine { enrolment, course: course.title.clone(), kind, edition });
    }
    Ok(all)
}

#[derive(FromQueryResult)]
struct TurnRow {
    id: Uuid,
    turn: String,
    on_day: NaiveDate,
}

/// What happened to a place, from the beginning.
pub(super) async fn turns(conn: &impl Conn, enrolment: EnrolmentId) -> Result<Vec<(Turn, NaiveDate)>, Fault> {
    let mut rows: Vec<TurnRow> =
        sql("SELECT id, turn, on_day FROM enrolment_turn WHERE enrolment = $1 ORDER BY on_day, id LIMIT 500")
            .bind(enrolment.uuid())
            .all(conn)
            .await?;
    // An id begins with its millisecond; what was written in one and the same began with asking.
    rows.sort_by_key(|row| (row.on_day, row.id.as_u128() >> 80, row.turn != Turn::Asked.code()));
    rows.into_iter().map(|row| Ok((Turn::stored(&row.turn)?, row.on_day))).collect()
}

#[derive(FromQueryResult)]
struct AdmissionRow {
    course: Uuid,
    without_group: i64,
    offered_group: i64,
}

/// How several courses admit, those that have an edition: one statement. Numbers, and nobody.
pub(super) async fn admissions(conn: &impl Conn, courses: &[CourseId]) -> Result<HashMap<CourseId, Admission>, Fault> {
    const WITHOUT: &str =
        "n.admitted_on IS NOT NULL AND n.state <> 'left' AND n.belonging IN ('would-like', 'not-now')";
    let rows: Vec<AdmissionRow> = sql(format!(
        "SELECT e.course, CAST(SUM(CASE WHEN {WITHOUT} THEN 1 ELSE 0 END) AS BIGINT) AS without_group, \
         CAST(SUM(CASE WHEN {WITHOUT} AND n.group_offered_on IS NOT NULL THEN 1 ELSE 0 END) AS BIGINT) AS offered_group \
         FROM edition e LEFT JOIN enrolment n ON n.edition = e.id WHERE e.course IN ("
    ))
    .push_list(courses.iter().map(|id| id.uuid()))
    .push(") GROUP BY e.course")
    .all(conn)
    .await?;
    let admission = |row: AdmissionRow| {
        // What the program asks at admission is the own path, and there is no way to ask more.
        let admission = Admission {
            asks_recovery_path: true,
            asks_more: false,
            without_group: small(row.without_group)?,
            offered_group: small(row.offered_group)?,
        };
        Ok((CourseId::from_uuid(row.course), admission))
    };
    rows.into_iter().map(admission).collect()
}
