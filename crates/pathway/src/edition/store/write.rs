//! Writing editions and places down. Who gets the last place is decided here, behind a lock.

use super::{ENROLMENT, EnrolmentRow, by_id, enrolment, standing};
use crate::{
    candidacy,
    course::{Course, insert_many},
    edition::{
        model::{Belonging, Edition, Enrolment, EnrolmentState, NewEdition, Turn},
        rules,
    },
};
use access::Tx;
use kernel::{CandidacyId, CourseId, DateTime, EditionId, EnrolmentId, Event, NaiveDate, OrganisationId, PersonId};
use kernel::{Utc, Uuid};
use sea_orm::Value;
use store::{Conn, Fault, sql};

const EDITION_COLUMNS: &str =
    "edition (id, course, organisation, title, starts, ends, places, venue, pace, open, turns, changed_at, version)";
const ENROLMENT_COLUMNS: &str = "enrolment (id, edition, person, candidacy, state, asked_at, belonging, \
     group_offered_on, group_offer, admitted_on, back_on, ended_on, version)";
const TURN_COLUMNS: &str = "enrolment_turn (id, enrolment, turn, on_day)";

fn edition_row(tx: &Tx, id: EditionId, course: CourseId, organisation: OrganisationId, new: &NewEdition) -> Vec<Value> {
    vec![
        id.uuid().into(),
        course.uuid().into(),
        organisation.uuid().into(),
        new.title.clone().into(),
        new.starts.into(),
        new.ends.into(),
        i64::from(new.places).into(),
        new.venue.clone().into(),
        new.pace.clone().into(),
        new.open.into(),
        0_i64.into(),
        tx.env().now().into(),
        1_i64.into(),
    ]
}

/// Adds an edition of a course.
pub(crate) async fn add(tx: &mut Tx, course: &Course, new: &NewEdition) -> Result<EditionId, Fault> {
    let id = tx.env().id::<EditionId>();
    let row = edition_row(tx, id, course.id, course.organisation, new);
    insert_many(tx.conn(), EDITION_COLUMNS, vec![row]).await?;
    tx.note("edition", id.to_string());
    tx.emit(Event::OrganisationChanged { organisation: course.organisation });
    Ok(id)
}

/// Adds many editions at once, for made-up networks: of which course, whose it is, what.
pub(crate) async fn create(
    tx: &mut Tx,
    all: &[(CourseId, OrganisationId, NewEdition)],
) -> Result<Vec<EditionId>, Fault> {
    let ids: Vec<EditionId> = all.iter().map(|_| tx.env().id()).collect();
    let rows = ids.iter().zip(all).map(|(id, (course, whose, new))| edition_row(tx, *id, *course, *whose, new));
    let rows = rows.collect();
    insert_many(tx.conn(), EDITION_COLUMNS, rows).await?;
    tx.emit(Event::NetworkChanged);
    Ok(ids)
}

/// Changes an edition over the version that was read. Places that this frees are not passed on
/// here: see [`pass_on`].
pub(crate) async fn change(tx: &mut Tx, edition: &Edition, version: i64, new: &NewEdition) -> Result<(), Fault> {
    sql("UPDATE edition SET title = $3, starts = $4, ends = $5, places = $6, venue = $7, pace = $8, open = $9, \
         changed_at = $10, version = version + 1 WHERE id = $1 AND version = $2")
    .bind(edition.id.uuid())
    .bind(version)
    .bind(new.title.as_str())
    .bind(new.starts)
    .bind(new.ends)
    .bind(i64::from(new.places))
    .bind(new.venue.as_str())
    .bind(new.pace.as_str())
    .bind(new.open)
    .bind(tx.env().now())
    .run_once(tx.conn())
    .await?;
    tx.note("edition", edition.id.to_string());
    tx.emit(Event::OrganisationChanged { organisation: edition.organisation });
    Ok(())
}

/// Takes the turn at an edition's places and counts those that are free. Whoever comes at the
/// same moment waits, or is run again; nobody counts what another is about to take.
async fn free_places(tx: &Tx, edition: EditionId) -> Result<i64, Fault> {
    sql("UPDATE edition SET turns = turns + 1 WHERE id = $1").bind(edition.uuid()).run_once(tx.conn()).await?;
    let free: Option<i64> = sql("SELECT e.places - (SELECT CAST(COUNT(*) AS BIGINT) FROM enrolment n \
         WHERE n.edition = e.id AND n.state IN ('admitted', 'paused', 'completed')) FROM edition e WHERE e.id = $1")
    .bind(edition.uuid())
    .value(tx.conn())
    .await?;
    Ok(free.unwrap_or(0))
}

async fn tell(tx: &Tx, enrolment: EnrolmentId, turn: Turn) -> Result<(), Fault> {
    let row = turn_row(tx, enrolment, turn, tx.env().today());
    insert_many(tx.conn(), TURN_COLUMNS, vec![row]).await
}

fn turn_row(tx: &Tx, enrolment: EnrolmentId, turn: Turn, on: NaiveDate) -> Vec<Value> {
    vec![tx.env().id::<EnrolmentId>().uuid().into(), enrolment.uuid().into(), turn.code().into(), on.into()]
}

/// What comes of a turn: the state it led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// This state.
    State(EnrolmentState),
    /// No place was free: the person is on the waiting list.
    NoPlace,
}

/// Takes a turn, over the version that was read. [`Fault::Stale`] also where it no longer fits.
/// Admission where no place is free puts the person on the waiting list.
pub(crate) async fn turn(tx: &mut Tx, one: &Enrolment, version: i64, turn: Turn) -> Result<Given, Fault> {
    let free = if turn == Turn::Admitted { free_places(tx, one.edition).await? > 0 } else { false };
    let (turn, given) = match rules::turned(one.state, turn, free) {
        Some(next) => (turn, next),
        None if turn == Turn::Admitted && one.state == EnrolmentState::Waiting && !free => return Ok(Given::NoPlace),
        None if turn == Turn::Admitted => {
            let next = rules::turned(one.state, Turn::Waited, free).ok_or(Fault::Stale)?;
            (Turn::Waited, next)
        }
        None => return Err(Fault::Stale),
    };
    write_state(tx, one, version, given).await?;
    tell(tx, one.id, turn).await?;
    tx.note("enrolment", one.id.to_string());
    tx.note("turn", turn.code());
    if let Some(person) = one.person {
        tx.about(person);
    }
    Ok(if turn == Turn::Waited { Given::NoPlace } else { Given::State(given) })
}

async fn write_state(tx: &mut Tx, one: &Enrolment, version: i64, next: EnrolmentState) -> Result<(), Fault> {
    let today = tx.env().today();
    let admitted = if next == EnrolmentState::Admitted { one.admitted_on.or(Some(today)) } else { one.admitted_on };
    let ended = matches!(next, EnrolmentState::Completed | EnrolmentState::Left).then_some(today);
    sql("UPDATE enrolment SET state = $3, admitted_on = $4, ended_on = $5, back_on = NULL, version = version + 1 \
         WHERE id = $1 AND version = $2")
    .bind(one.id.uuid())
    .bind(version)
    .bind(next.code())
    .bind(admitted)
    .bind(ended)
    .run_once(tx.conn())
    .await?;
    // Who leaves takes their words along: they were there for this edition alone.
    if next == EnrolmentState::Left {
        sql("UPDATE enrolment SET own_path = NULL, wish = NULL, agreed = NULL WHERE id = $1")
            .bind(one.id.uuid())
            .run(tx.conn())
            .await?;
    }
    if let Some(led_here) = one.candidacy.filter(|_| ended.is_some()) {
        candidacy::training_ended(tx, led_here).await?;
    }
    let edition = by_id(tx.conn(), one.edition).await?.ok_or(Fault::Stale)?;
    tx.emit(Event::OrganisationChanged { organisation: edition.organisation });
    Ok(())
}

/// Gives the places that are free to those who wait, by the time of asking; says who got one. It is
/// no part of their trace: that would name whoever left, and that somebody was in training.
pub(crate) async fn pass_on(tx: &mut Tx, edition: EditionId) -> Result<Vec<Enrolment>, Fault> {
    let free = free_places(tx, edition).await?;
    if free <= 0 {
        return Ok(Vec::new());
    }
    let rows: Vec<EnrolmentRow> = sql(format!(
        "SELECT {ENROLMENT} FROM enrolment n WHERE n.edition = $1 AND n.state = 'waiting' \
         ORDER BY n.asked_at, n.id LIMIT $2"
    ))
    .bind(edition.uuid())
    .bind(free)
    .all(tx.conn())
    .await?;
    let mut lucky = Vec::new();
    for row in rows {
        let one = Enrolment::try_from(row)?;
        write_state(tx, &one, one.version, EnrolmentState::Admitted).await?;
        tell(tx, one.id, Turn::Admitted).await?;
        lucky.push(one);
    }
    Ok(lucky)
}

/// An enrolment with everything at once: for made-up networks, and for those that begin here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEnrolment {
    /// In which edition.
    pub edition: EditionId,
    /// Who.
    pub person: PersonId,
    /// The candidacy that led here.
    pub candidacy: Option<CandidacyId>,
    /// Where the person stands.
    pub state: EnrolmentState,
    /// When the person asked.
    pub asked_at: DateTime<Utc>,
    /// Whether the person is part of a group.
    pub belonging: Option<Belonging>,
    /// The day a group was offered.
    pub group_offered_on: Option<NaiveDate>,
}

/// Writes enrolments down as they are given, with what happened so far.
pub(crate) async fn create_enrolments(tx: &mut Tx, all: &[NewEnrolment]) -> Result<Vec<EnrolmentId>, Fault> {
    let (mut ids, mut rows, mut turns) = (Vec::new(), Vec::new(), Vec::new());
    for new in all {
        let id = tx.env().id::<EnrolmentId>();
        let asked = kernel::rome_date(new.asked_at);
        let placed = new.state.takes_a_place() || new.state == EnrolmentState::Completed;
        let ended = matches!(new.state, EnrolmentState::Completed | EnrolmentState::Left).then(|| tx.env().today());
        rows.push(vec![
            id.uuid().into(),
            new.edition.uuid().into(),
            new.person.uuid().into(),
            new.candidacy.map(CandidacyId::uuid).into(),
            new.state.code().into(),
            new.asked_at.into(),
            new.belonging.map(Belonging::code).into(),
            new.group_offered_on.into(),
            "".into(),
            placed.then_some(asked).into(),
            None::<NaiveDate>.into(),
            ended.into(),
            1_i64.into(),
        ]);
        turns.push(turn_row(tx, id, Turn::Asked, asked));
        let last = match new.state {
            EnrolmentState::Asked => None,
            EnrolmentState::Waiting => Some((Turn::Waited, asked)),
            EnrolmentState::Admitted => Some((Turn::Admitted, asked)),
            EnrolmentState::Paused => Some((Turn::Paused, tx.env().today())),
            EnrolmentState::Completed => Some((Turn::Completed, tx.env().today())),
            EnrolmentState::Left => Some((Turn::Left, tx.env().today())),
        };
        turns.extend(last.map(|(turn, on)| turn_row(tx, id, turn, on)));
        ids.push(id);
    }
    insert_many(tx.conn(), ENROLMENT_COLUMNS, rows).await?;
    insert_many(tx.conn(), TURN_COLUMNS, turns).await?;
    Ok(ids)
}

/// Writes down that a person wants to take part. Who stands there already keeps that place: a
/// double click makes one.
///
/// With `welcome` the person is admitted at once where a place is free, and waits where none is; so
/// is who had asked before and was not answered yet.
pub(crate) async fn enrol(
    tx: &mut Tx,
    edition: EditionId,
    person: PersonId,
    candidacy: Option<CandidacyId>,
    belonging: Option<Belonging>,
    welcome: bool,
) -> Result<(EnrolmentId, bool), Fault> {
    let free = free_places(tx, edition).await? > 0;
    if let Some(there) = standing(tx.conn(), edition, person).await? {
        if welcome && there.state == EnrolmentState::Asked {
            came_from(tx, there.id, candidacy).await?;
            answer(tx, &there, free).await?;
            tx.about(person);
            tx.note("enrolment", there.id.to_string());
        }
        return Ok((there.id, false));
    }
    let state = EnrolmentState::Asked;
    let asked_at = tx.env().now();
    let new = NewEnrolment { edition, person, candidacy, state, asked_at, belonging, group_offered_on: None };
    let ids = create_enrolments(tx, &[new]).await?;
    let id = ids.first().copied().ok_or(Fault::Stale)?;
    tx.about(person);
    tx.note("enrolment", id.to_string());
    if welcome {
        let one = enrolment(tx.conn(), id).await?.ok_or(Fault::Stale)?;
        answer(tx, &one, free).await?;
    }
    Ok((id, true))
}

/// Answers who asked: with a place where one is free, else with the waiting list.
async fn answer(tx: &mut Tx, one: &Enrolment, free: bool) -> Result<(), Fault> {
    let turn = if free { Turn::Admitted } else { Turn::Waited };
    let next = rules::turned(one.state, turn, free).ok_or(Fault::Stale)?;
    write_state(tx, one, one.version, next).await?;
    tell(tx, one.id, turn).await
}

/// Writes down that a candidacy led to a place that its person had asked for before.
async fn came_from(tx: &Tx, one: EnrolmentId, candidacy: Option<CandidacyId>) -> Result<(), Fault> {
    sql("UPDATE enrolment SET candidacy = COALESCE($2, candidacy) WHERE id = $1")
        .bind(one.uuid())
        .bind(candidacy.map(CandidacyId::uuid))
        .run_once(tx.conn())
        .await
}

/// Goes on from the version of a place that a form was made from; [`Fault::Stale`] where somebody
/// saved meanwhile.
pub(crate) async fn read_as(tx: &Tx, one: EnrolmentId, version: i64) -> Result<(), Fault> {
    sql("UPDATE enrolment SET version = version + 1 WHERE id = $1 AND version = $2")
        .bind(one.uuid())
        .bind(version)
        .run_once(tx.conn())
        .await
}

/// Writes down when a break ends, as far as the person knows.
pub(crate) async fn set_back_on(tx: &mut Tx, one: EnrolmentId, back_on: Option<NaiveDate>) -> Result<(), Fault> {
    sql("UPDATE enrolment SET back_on = $2 WHERE id = $1").bind(one.uuid()).bind(back_on).run_once(tx.conn()).await
}

/// Writes down that a group was offered, and which.
pub(crate) async fn offer_group(
    tx: &mut Tx,
    one: &Enrolment,
    organisation: OrganisationId,
    which: &str,
) -> Result<(), Fault> {
    sql("UPDATE enrolment SET group_offered_on = $2, group_offer = $3 WHERE id = $1")
        .bind(one.id.uuid())
        .bind(tx.env().today())
        .bind(which)
        .run_once(tx.conn())
        .await?;
    tell(tx, one.id, Turn::GroupOffered).await?;
    if let Some(person) = one.person {
        tx.about(person);
    }
    tx.note("enrolment", one.id.to_string());
    tx.emit(Event::OrganisationChanged { organisation });
    Ok(())
}

/// Writes down whether the person is part of a group.
pub(crate) async fn answer_belonging(
    tx: &mut Tx,
    one: EnrolmentId,
    organisation: OrganisationId,
    belonging: Option<Belonging>,
) -> Result<(), Fault> {
    sql("UPDATE enrolment SET belonging = $2 WHERE id = $1")
        .bind(one.uuid())
        .bind(belonging.map(Belonging::code))
        .run_once(tx.conn())
        .await?;
    tx.emit(Event::OrganisationChanged { organisation });
    Ok(())
}

/// Forgets a person: their words go, a place that was not ended becomes free, the number stays.
pub(crate) async fn erase(tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
    let editions: Vec<Uuid> =
        sql("SELECT DISTINCT edition FROM enrolment WHERE person = $1 AND state IN ('admitted', 'paused') LIMIT 200")
            .bind(person.uuid())
            .values(tx.conn())
            .await?;
    sql("DELETE FROM enrolment_seen WHERE enrolment IN (SELECT id FROM enrolment WHERE person = $1)")
        .bind(person.uuid())
        .run(tx.conn())
        .await?;
    sql("UPDATE enrolment_seen SET reader = NULL WHERE reader = $1").bind(person.uuid()).run(tx.conn()).await?;
    sql("UPDATE enrolment SET person = NULL, candidacy = NULL, belonging = NULL, group_offered_on = NULL, \
         group_offer = '', own_path = NULL, wish = NULL, agreed = NULL, version = version + 1, \
         state = CASE WHEN state = 'completed' THEN state ELSE 'left' END WHERE person = $1")
    .bind(person.uuid())
    .run(tx.conn())
    .await?;
    sql("DELETE FROM enrolment_untold WHERE enrolment IN (SELECT id FROM enrolment WHERE person IS NULL)")
        .run(tx.conn())
        .await?;
    // Nobody is at a page who could write to those who got a place: it is written down that they are
    // still to be told.
    for edition in editions {
        let lucky = pass_on(tx, EditionId::from_uuid(edition)).await?;
        let rows = lucky.iter().map(|one| vec![one.id.uuid().into()]).collect();
        insert_many(tx.conn(), "enrolment_untold (enrolment)", rows).await?;
    }
    Ok(())
}

/// Who got a place and was not told yet.
pub(crate) async fn to_tell(conn: &impl Conn) -> Result<Vec<EnrolmentId>, Fault> {
    let ids: Vec<Uuid> =
        sql("SELECT enrolment FROM enrolment_untold ORDER BY enrolment LIMIT 200").values(conn).await?;
    Ok(ids.into_iter().map(EnrolmentId::from_uuid).collect())
}

/// Notes that somebody was told; [`Fault::Stale`] when another node did so first.
pub(crate) async fn told(tx: &Tx, enrolment: EnrolmentId) -> Result<(), Fault> {
    sql("DELETE FROM enrolment_untold WHERE enrolment = $1").bind(enrolment.uuid()).run_once(tx.conn()).await
}
