//! The SQL of the field: stays, and stretches of hours.

use super::model::{Hand, Kind, NewPlacement, NewStretch, Placement, PlacementId, Stretch};
use super::rules;
use crate::{course::insert_many, lesson};
use access::Tx;
use kernel::{DateTime, EditionId, EnrolmentId, FieldworkId, Id, NaiveDate, OrganisationId, PersonId, Utc, Uuid};
use sea_orm::FromQueryResult;
use std::collections::HashMap;
use store::{Conn, Fault, Migrations, migration, sql};

pub(super) fn migrations() -> Migrations {
    vec![migration(
        "m0445_pathway_fieldwork",
        "CREATE TABLE field_placement (
            id {uuid} PRIMARY KEY,
            enrolment {uuid} NOT NULL REFERENCES enrolment (id) ON DELETE CASCADE,
            kind text NOT NULL,
            context text NOT NULL,
            beside text,
            expert {uuid},
            starts {date} NOT NULL,
            ends {date},
            version {int} NOT NULL,
            CHECK (ends IS NULL OR ends >= starts)
         );
         CREATE INDEX field_placement_enrolment ON field_placement (enrolment);
         CREATE INDEX field_placement_expert ON field_placement (expert);
         CREATE TABLE fieldwork (
            id {uuid} PRIMARY KEY,
            placement {uuid} NOT NULL REFERENCES field_placement (id) ON DELETE CASCADE,
            day {date} NOT NULL,
            minutes {int} NOT NULL,
            what text,
            confirmed_by_trainee_at {instant},
            confirmed_by_expert_at {instant},
            version {int} NOT NULL,
            CHECK (confirmed_by_trainee_at IS NOT NULL OR confirmed_by_expert_at IS NOT NULL)
         );
         CREATE INDEX fieldwork_placement ON fieldwork (placement, day);",
    )]
}

#[derive(FromQueryResult)]
struct PlacementRow {
    id: Uuid,
    enrolment: Uuid,
    kind: String,
    context: String,
    beside: Option<String>,
    expert: Option<Uuid>,
    starts: NaiveDate,
    ends: Option<NaiveDate>,
    version: i64,
}

impl TryFrom<PlacementRow> for Placement {
    type Error = Fault;
    fn try_from(row: PlacementRow) -> Result<Self, Fault> {
        Ok(Placement {
            id: PlacementId::from_uuid(row.id),
            agreed: NewPlacement {
                enrolment: EnrolmentId::from_uuid(row.enrolment),
                kind: Kind::stored(&row.kind)?,
                context: row.context,
                beside: row.beside,
                expert: row.expert.map(PersonId::from_uuid),
                starts: row.starts,
                ends: row.ends,
            },
            version: row.version,
        })
    }
}

const PLACEMENT: &str =
    "p.id, p.enrolment, p.kind, p.context, p.beside, p.expert, p.starts, p.ends, p.version FROM field_placement p";

/// Puts stays on record, many rows at a time.
pub(super) async fn add(tx: &mut Tx, all: &[NewPlacement]) -> Result<Vec<PlacementId>, Fault> {
    let mut ids = Vec::with_capacity(all.len());
    let mut rows = Vec::with_capacity(all.len());
    for agreed in all {
        let id = PlacementId::from_uuid(tx.env().uuid());
        ids.push(id);
        rows.push(vec![
            id.uuid().into(),
            agreed.enrolment.uuid().into(),
            agreed.kind.code().into(),
            agreed.context.clone().into(),
            agreed.beside.clone().into(),
            agreed.expert.map(|person| person.uuid()).into(),
            agreed.starts.into(),
            agreed.ends.into(),
            1_i64.into(),
        ]);
    }
    let into = "field_placement (id, enrolment, kind, context, beside, expert, starts, ends, version)";
    insert_many(tx.conn(), into, rows).await?;
    if let [one] = all {
        tell_whom(tx, one).await?;
    }
    Ok(ids)
}

/// Lets the trainee and the expert find what was agreed in their own trace.
async fn tell_whom(tx: &mut Tx, agreed: &NewPlacement) -> Result<(), Fault> {
    lesson::about(tx, &[agreed.enrolment]).await?;
    if let Some(expert) = agreed.expert {
        tx.about(expert);
    }
    Ok(())
}

/// Lets the trainee find what was done with a stretch in their own trace.
async fn tell_whose(tx: &mut Tx, stretch: FieldworkId) -> Result<(), Fault> {
    let enrolment: Option<Uuid> = sql("SELECT p.enrolment FROM fieldwork f \
         JOIN field_placement p ON p.id = f.placement WHERE f.id = $1")
    .bind(stretch.uuid())
    .value(tx.conn())
    .await?;
    let enrolments: Vec<EnrolmentId> = enrolment.into_iter().map(EnrolmentId::from_uuid).collect();
    lesson::about(tx, &enrolments).await
}

/// Writes what was agreed over the version that was read. Whose it is does not change.
pub(super) async fn change(tx: &mut Tx, id: PlacementId, version: i64, agreed: &NewPlacement) -> Result<(), Fault> {
    sql("UPDATE field_placement SET kind = $3, context = $4, beside = $5, expert = $6, starts = $7, ends = $8, \
         version = version + 1 WHERE id = $1 AND version = $2 AND enrolment = $9")
    .bind(id.uuid())
    .bind(version)
    .bind(agreed.kind.code())
    .bind(agreed.context.as_str())
    .bind(agreed.beside.clone())
    .bind(agreed.expert.map(|person| person.uuid()))
    .bind(agreed.starts)
    .bind(agreed.ends)
    .bind(agreed.enrolment.uuid())
    .run_once(tx.conn())
    .await?;
    tx.note("placement", id.to_string());
    tell_whom(tx, agreed).await
}

/// One stay.
pub(super) async fn one(conn: &impl Conn, id: PlacementId) -> Result<Option<Placement>, Fault> {
    let row: Option<PlacementRow> =
        sql(format!("SELECT {PLACEMENT} WHERE p.id = $1")).bind(id.uuid()).one(conn).await?;
    row.map(Placement::try_from).transpose()
}

/// The stays of an edition's trainees, by date.
pub(super) async fn of_edition(conn: &impl Conn, edition: EditionId) -> Result<Vec<Placement>, Fault> {
    let rows: Vec<PlacementRow> = sql(format!(
        "SELECT {PLACEMENT} JOIN enrolment e ON e.id = p.enrolment WHERE e.edition = $1 ORDER BY p.starts, p.id LIMIT 500"
    ))
    .bind(edition.uuid())
    .all(conn)
    .await?;
    rows.into_iter().map(Placement::try_from).collect()
}

/// The stays of a trainee, by date.
pub(super) async fn of_enrolment(conn: &impl Conn, enrolment: EnrolmentId) -> Result<Vec<Placement>, Fault> {
    let rows: Vec<PlacementRow> =
        sql(format!("SELECT {PLACEMENT} WHERE p.enrolment = $1 ORDER BY p.starts, p.id LIMIT 100"))
            .bind(enrolment.uuid())
            .all(conn)
            .await?;
    rows.into_iter().map(Placement::try_from).collect()
}

/// The stays at an expert's side, the latest first.
pub(super) async fn of_expert(conn: &impl Conn, expert: PersonId) -> Result<Vec<Placement>, Fault> {
    let rows: Vec<PlacementRow> =
        sql(format!("SELECT {PLACEMENT} WHERE p.expert = $1 ORDER BY p.starts DESC, p.id LIMIT 100"))
            .bind(expert.uuid())
            .all(conn)
            .await?;
    rows.into_iter().map(Placement::try_from).collect()
}

#[derive(FromQueryResult)]
struct StretchRow {
    id: Uuid,
    placement: Uuid,
    enrolment: Uuid,
    kind: String,
    day: NaiveDate,
    minutes: i64,
    what: Option<String>,
    confirmed_by_trainee_at: Option<DateTime<Utc>>,
    confirmed_by_expert_at: Option<DateTime<Utc>>,
    version: i64,
}

impl TryFrom<StretchRow> for Stretch {
    type Error = Fault;
    fn try_from(row: StretchRow) -> Result<Self, Fault> {
        let minutes = u32::try_from(row.minutes).unwrap_or(0);
        Ok(Stretch {
            id: FieldworkId::from_uuid(row.id),
            placement: PlacementId::from_uuid(row.placement),
            enrolment: EnrolmentId::from_uuid(row.enrolment),
            said: NewStretch { day: row.day, minutes, what: row.what },
            by_trainee: row.confirmed_by_trainee_at.is_some(),
            by_expert: row.confirmed_by_expert_at.is_some(),
            version: row.version,
        })
    }
}

const STRETCH: &str = "f.id, f.placement, p.enrolment, p.kind, f.day, f.minutes, f.what, f.confirmed_by_trainee_at, \
     f.confirmed_by_expert_at, f.version FROM fieldwork f JOIN field_placement p ON p.id = f.placement";

/// Writes a stretch down, confirmed by the one who writes it.
pub(super) async fn write(tx: &mut Tx, placement: PlacementId, hand: Hand, said: &NewStretch) -> Result<(), Fault> {
    let id = tx.env().id::<FieldworkId>();
    let (trainee, expert) = confirmed(tx, rules::confirmed_after(hand));
    sql("INSERT INTO fieldwork (id, placement, day, minutes, what, confirmed_by_trainee_at, confirmed_by_expert_at, \
         version) VALUES ($1, $2, $3, $4, $5, $6, $7, 1)")
    .bind(id.uuid())
    .bind(placement.uuid())
    .bind(said.day)
    .bind(i64::from(said.minutes))
    .bind(said.what.clone())
    .bind(trainee)
    .bind(expert)
    .run(tx.conn())
    .await?;
    tx.note("fieldwork", id.to_string());
    tell_whose(tx, id).await
}

type At = Option<DateTime<Utc>>;

fn confirmed(tx: &Tx, (trainee, expert): (bool, bool)) -> (At, At) {
    let now = tx.env().now();
    (trainee.then_some(now), expert.then_some(now))
}

/// Corrects a stretch over the version that was read: who corrects confirms, the other is asked again.
pub(super) async fn correct(
    tx: &mut Tx,
    id: FieldworkId,
    version: i64,
    hand: Hand,
    said: &NewStretch,
) -> Result<(), Fault> {
    let (trainee, expert) = confirmed(tx, rules::confirmed_after(hand));
    sql("UPDATE fieldwork SET day = $3, minutes = $4, what = $5, confirmed_by_trainee_at = $6, \
         confirmed_by_expert_at = $7, version = version + 1 WHERE id = $1 AND version = $2 \
         AND (confirmed_by_trainee_at IS NULL OR confirmed_by_expert_at IS NULL)")
    .bind(id.uuid())
    .bind(version)
    .bind(said.day)
    .bind(i64::from(said.minutes))
    .bind(said.what.clone())
    .bind(trainee)
    .bind(expert)
    .run_once(tx.conn())
    .await?;
    tx.note("fieldwork", id.to_string());
    tell_whose(tx, id).await
}

/// Confirms a stretch as it was read.
pub(super) async fn confirm(tx: &mut Tx, id: FieldworkId, version: i64, hand: Hand) -> Result<(), Fault> {
    let column = match hand {
        Hand::Trainee => "confirmed_by_trainee_at",
        Hand::Expert => "confirmed_by_expert_at",
    };
    sql(format!("UPDATE fieldwork SET {column} = $3, version = version + 1 WHERE id = $1 AND version = $2"))
        .bind(id.uuid())
        .bind(version)
        .bind(tx.env().now())
        .run_once(tx.conn())
        .await?;
    tx.note("fieldwork", id.to_string());
    tell_whose(tx, id).await
}

/// Takes a stretch away that not both confirmed.
pub(super) async fn remove(tx: &mut Tx, id: FieldworkId, version: i64) -> Result<(), Fault> {
    tell_whose(tx, id).await?;
    sql("DELETE FROM fieldwork WHERE id = $1 AND version = $2 \
         AND (confirmed_by_trainee_at IS NULL OR confirmed_by_expert_at IS NULL)")
    .bind(id.uuid())
    .bind(version)
    .run_once(tx.conn())
    .await?;
    tx.note("fieldwork", id.to_string());
    Ok(())
}

/// Many stretches that both confirmed, for made-up networks.
pub(super) async fn add_confirmed(tx: &mut Tx, all: &[(PlacementId, NewStretch)]) -> Result<(), Fault> {
    let now = tx.env().now();
    let row = |(placement, said): &(PlacementId, NewStretch)| {
        vec![
            tx.env().id::<FieldworkId>().uuid().into(),
            placement.uuid().into(),
            said.day.into(),
            i64::from(said.minutes).into(),
            said.what.clone().into(),
            now.into(),
            now.into(),
            1_i64.into(),
        ]
    };
    let into =
        "fieldwork (id, placement, day, minutes, what, confirmed_by_trainee_at, confirmed_by_expert_at, version)";
    insert_many(tx.conn(), into, all.iter().map(row).collect()).await
}

/// One stretch.
pub(super) async fn stretch(conn: &impl Conn, id: FieldworkId) -> Result<Option<Stretch>, Fault> {
    let row: Option<StretchRow> = sql(format!("SELECT {STRETCH} WHERE f.id = $1")).bind(id.uuid()).one(conn).await?;
    row.map(Stretch::try_from).transpose()
}

/// The stretches of a trainee, the latest first.
pub(super) async fn stretches(conn: &impl Conn, enrolment: EnrolmentId) -> Result<Vec<Stretch>, Fault> {
    let rows: Vec<StretchRow> =
        sql(format!("SELECT {STRETCH} WHERE p.enrolment = $1 ORDER BY f.day DESC, f.id DESC LIMIT 500"))
            .bind(enrolment.uuid())
            .all(conn)
            .await?;
    rows.into_iter().map(Stretch::try_from).collect()
}

/// The stretches at an expert's side, those that wait first, then the latest.
pub(super) async fn beside(conn: &impl Conn, expert: PersonId) -> Result<Vec<Stretch>, Fault> {
    let rows: Vec<StretchRow> = sql(format!(
        "SELECT {STRETCH} WHERE p.expert = $1 \
         ORDER BY CASE WHEN f.confirmed_by_expert_at IS NULL THEN 0 ELSE 1 END, f.day DESC, f.id DESC LIMIT 200"
    ))
    .bind(expert.uuid())
    .all(conn)
    .await?;
    rows.into_iter().map(Stretch::try_from).collect()
}

/// How many stretches wait for an expert to confirm them, and how many for a trainee.
pub(super) async fn waiting(conn: &impl Conn, person: PersonId) -> Result<(i64, i64), Fault> {
    let expert = sql("SELECT CAST(COUNT(*) AS BIGINT) FROM fieldwork f JOIN field_placement p ON p.id = f.placement \
         WHERE p.expert = $1 AND f.confirmed_by_expert_at IS NULL")
    .bind(person.uuid())
    .value(conn)
    .await?;
    let trainee = sql("SELECT CAST(COUNT(*) AS BIGINT) FROM fieldwork f JOIN field_placement p ON p.id = f.placement \
         JOIN enrolment e ON e.id = p.enrolment WHERE e.person = $1 AND f.confirmed_by_trainee_at IS NULL")
    .bind(person.uuid())
    .value(conn)
    .await?;
    Ok((expert.unwrap_or(0), trainee.unwrap_or(0)))
}

#[derive(FromQueryResult)]
struct WhoRow {
    id: Uuid,
    person: Uuid,
}

/// Whose each enrolment is, for the expert at the side.
pub(super) async fn people_of(
    conn: &impl Conn,
    enrolments: &[EnrolmentId],
) -> Result<HashMap<EnrolmentId, PersonId>, Fault> {
    let rows: Vec<WhoRow> = sql("SELECT id, person FROM enrolment WHERE person IS NOT NULL AND id IN (")
        .push_list(enrolments.iter().map(|id| id.uuid()))
        .push(")")
        .all(conn)
        .await?;
    let pair = |row: WhoRow| (EnrolmentId::from_uuid(row.id), PersonId::from_uuid(row.person));
    Ok(rows.into_iter().map(pair).collect())
}

#[derive(FromQueryResult)]
struct SumRow {
    enrolment: Uuid,
    kind: String,
    minutes: i64,
}

/// The minutes that both confirmed, by enrolment: all, and those of shadowing. One statement.
pub(super) async fn confirmed_minutes(
    conn: &impl Conn,
    enrolments: &[EnrolmentId],
) -> Result<HashMap<EnrolmentId, (u32, u32)>, Fault> {
    let rows: Vec<SumRow> = sql("SELECT p.enrolment, p.kind, CAST(SUM(f.minutes) AS BIGINT) AS minutes \
         FROM fieldwork f JOIN field_placement p ON p.id = f.placement \
         WHERE f.confirmed_by_trainee_at IS NOT NULL AND f.confirmed_by_expert_at IS NOT NULL AND p.enrolment IN (")
    .push_list(enrolments.iter().map(|id| id.uuid()))
    .push(") GROUP BY p.enrolment, p.kind")
    .all(conn)
    .await?;
    let mut all: HashMap<EnrolmentId, (u32, u32)> = HashMap::new();
    for row in rows {
        let minutes = u32::try_from(row.minutes).unwrap_or(0);
        let (field, beside) = all.entry(EnrolmentId::from_uuid(row.enrolment)).or_default();
        *field += minutes;
        if Kind::stored(&row.kind)? == Kind::Shadowing {
            *beside += minutes;
        }
    }
    Ok(all)
}

#[derive(FromQueryResult)]
struct PlacementSum {
    placement: Uuid,
    minutes: i64,
}

/// The minutes that both confirmed, of several stays. One statement.
pub(super) async fn confirmed_by_placement(
    conn: &impl Conn,
    stays: &[Placement],
) -> Result<HashMap<PlacementId, u32>, Fault> {
    let rows: Vec<PlacementSum> = sql("SELECT placement, CAST(SUM(minutes) AS BIGINT) AS minutes FROM fieldwork \
         WHERE confirmed_by_trainee_at IS NOT NULL AND confirmed_by_expert_at IS NOT NULL AND placement IN (")
    .push_list(stays.iter().map(|stay| stay.id.uuid()))
    .push(") GROUP BY placement")
    .all(conn)
    .await?;
    let pair = |row: PlacementSum| (PlacementId::from_uuid(row.placement), u32::try_from(row.minutes).unwrap_or(0));
    Ok(rows.into_iter().map(pair).collect())
}

/// A stay, as the facts of an organisation count it.
#[derive(FromQueryResult)]
pub(super) struct Counted {
    pub organisation: Uuid,
    pub course: Uuid,
    pub enrolment: Uuid,
    pub expert: Option<Uuid>,
}

/// The stays that last on a day, of trainees who are in the courses of several organisations.
pub(super) async fn counted(
    conn: &impl Conn,
    organisations: &[OrganisationId],
    on: NaiveDate,
) -> Result<Vec<Counted>, Fault> {
    sql("SELECT c.organisation, c.id AS course, p.enrolment, p.expert FROM field_placement p \
         JOIN enrolment e ON e.id = p.enrolment JOIN edition d ON d.id = e.edition JOIN course c ON c.id = d.course \
         WHERE e.state = 'admitted' AND p.starts <= $1 AND (p.ends IS NULL OR p.ends >= $1) AND c.organisation IN (")
    .bind(on)
    .push_list(organisations.iter().map(|id| id.uuid()))
    .push(") ORDER BY c.organisation, c.id, p.enrolment LIMIT 100000")
    .all(conn)
    .await
}

/// The stays and stretches of a person as a trainee, and the stays at their side as an expert.
pub(super) async fn held(conn: &impl Conn, person: PersonId) -> Result<serde_json::Value, Fault> {
    let rows: Vec<StretchRow> = sql(format!(
        "SELECT {STRETCH} JOIN enrolment e ON e.id = p.enrolment WHERE e.person = $1 ORDER BY f.day, f.id LIMIT 5000"
    ))
    .bind(person.uuid())
    .all(conn)
    .await?;
    let line = |row: StretchRow| {
        serde_json::json!({
            "kind": row.kind, "on": row.day, "minutes": row.minutes, "what": row.what,
            "confirmed_by_trainee": row.confirmed_by_trainee_at, "confirmed_by_expert": row.confirmed_by_expert_at,
        })
    };
    let own: Vec<PlacementRow> = sql(format!(
        "SELECT {PLACEMENT} JOIN enrolment e ON e.id = p.enrolment WHERE e.person = $1 ORDER BY p.starts, p.id LIMIT 1000"
    ))
    .bind(person.uuid())
    .all(conn)
    .await?;
    let own = own.into_iter().map(Placement::try_from).collect::<Result<Vec<_>, Fault>>()?;
    let beside = of_expert(conn, person).await?;
    let stay = |p: &Placement| serde_json::json!({"kind": p.agreed.kind.code(), "context": p.agreed.context, "from": p.agreed.starts, "until": p.agreed.ends});
    Ok(serde_json::json!({
        "as_trainee": rows.into_iter().map(line).collect::<Vec<_>>(),
        "stays": own.iter().map(stay).collect::<Vec<_>>(),
        "at_my_side": beside.iter().map(stay).collect::<Vec<_>>(),
    }))
}

/// Erases a trainee's stays; of an expert who was at somebody's side, only the name goes: the
/// hours are the trainee's.
pub(super) async fn erase(tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
    for statement in [
        "UPDATE field_placement SET expert = NULL, version = version + 1 WHERE expert = $1",
        "DELETE FROM field_placement WHERE enrolment IN (SELECT id FROM enrolment WHERE person = $1)",
    ] {
        sql(statement).bind(person.uuid()).run(tx.conn()).await?;
    }
    Ok(())
}
