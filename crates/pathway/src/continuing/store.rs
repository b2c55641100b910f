//! The SQL of continuing training.

use super::model::{Answer, Audience, NewOffer, NewOwnHours, Offer, OwnHoursId, place};
use crate::course::insert_many;
use access::Tx;
use kernel::{DateTime, Id, NaiveDate, OrganisationId, PersonId, TrainingOfferId, Utc, Uuid};
use sea_orm::FromQueryResult;
use serde_json::{Value, json};
use std::collections::HashMap;
use store::{Conn, Fault, Migrations, migration, sql};

pub(super) fn migrations() -> Migrations {
    let offers = migration(
        "m0455_pathway_continuing",
        "CREATE TABLE training_offer (
            id {uuid} PRIMARY KEY,
            organisation {uuid} NOT NULL REFERENCES organisation (id),
            topic text NOT NULL,
            about text,
            starts_at {instant} NOT NULL,
            minutes {int} NOT NULL,
            place text,
            link text,
            team text,
            audience text NOT NULL,
            called_off {bool} NOT NULL,
            version {int} NOT NULL
         );
         CREATE INDEX training_offer_organisation ON training_offer (organisation, starts_at);
         CREATE INDEX training_offer_starts ON training_offer (starts_at);
         CREATE TABLE training_invited (
            offer {uuid} NOT NULL REFERENCES training_offer (id) ON DELETE CASCADE,
            person {uuid} NOT NULL,
            PRIMARY KEY (offer, person)
         );
         CREATE INDEX training_invited_person ON training_invited (person);
         CREATE TABLE training_answer (
            offer {uuid} NOT NULL REFERENCES training_offer (id) ON DELETE CASCADE,
            person {uuid} NOT NULL,
            answer text NOT NULL,
            answered_at {instant} NOT NULL,
            reminded_at {instant},
            PRIMARY KEY (offer, person)
         );
         CREATE INDEX training_answer_person ON training_answer (person);
         CREATE TABLE own_training (
            id {uuid} PRIMARY KEY,
            person {uuid} NOT NULL,
            day {date} NOT NULL,
            minutes {int} NOT NULL,
            sealed {bytes} NOT NULL,
            offer {uuid},
            kept_at {instant} NOT NULL
         );
         CREATE INDEX own_training_person ON own_training (person, day);
         CREATE UNIQUE INDEX own_training_offer ON own_training (person, offer) WHERE offer IS NOT NULL;",
    );
    let why = migration("m0456_pathway_continuing_why", "ALTER TABLE training_offer ADD COLUMN why text;");
    vec![offers, why]
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    organisation: Uuid,
    topic: String,
    about: Option<String>,
    starts_at: DateTime<Utc>,
    minutes: i64,
    place: Option<String>,
    link: Option<String>,
    team: Option<String>,
    audience: String,
    called_off: bool,
    version: i64,
    why: Option<String>,
}

impl TryFrom<Row> for Offer {
    type Error = Fault;
    fn try_from(row: Row) -> Result<Self, Fault> {
        Ok(Offer {
            id: TrainingOfferId::from_uuid(row.id),
            organisation: OrganisationId::from_uuid(row.organisation),
            plan: NewOffer {
                topic: row.topic,
                about: row.about,
                starts: row.starts_at,
                minutes: whole(row.minutes),
                place: row.place,
                link: row.link,
                team: row.team,
                audience: Audience::stored(&row.audience)?,
                invited: Vec::new(),
            },
            called_off: row.called_off,
            why: row.why,
            version: row.version,
        })
    }
}

fn whole(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(0)
}

const COLUMNS: &str =
    "id, organisation, topic, about, starts_at, minutes, place, link, team, audience, called_off, version";

/// Puts offers on record, many rows at a time.
pub(super) async fn add(tx: &mut Tx, all: &[(OrganisationId, NewOffer)]) -> Result<Vec<TrainingOfferId>, Fault> {
    let (mut ids, mut rows, mut invited) = (Vec::new(), Vec::new(), Vec::new());
    for (organisation, plan) in all {
        let id = tx.env().id::<TrainingOfferId>();
        ids.push(id);
        rows.push(vec![
            id.uuid().into(),
            organisation.uuid().into(),
            plan.topic.clone().into(),
            plan.about.clone().into(),
            plan.starts.into(),
            i64::from(plan.minutes).into(),
            plan.place.clone().into(),
            plan.link.clone().into(),
            plan.team.clone().into(),
            plan.audience.code().into(),
            false.into(),
            1_i64.into(),
        ]);
        invited.extend(plan.invited.iter().map(|person| vec![id.uuid().into(), person.uuid().into()]));
    }
    insert_many(tx.conn(), &format!("training_offer ({COLUMNS})"), rows).await?;
    insert_many(tx.conn(), "training_invited (offer, person)", invited).await?;
    Ok(ids)
}

/// Writes a plan over the version that was read.
pub(super) async fn change(tx: &mut Tx, id: TrainingOfferId, version: i64, plan: &NewOffer) -> Result<(), Fault> {
    // Another day is another reminder.
    sql("UPDATE training_answer SET reminded_at = NULL WHERE offer = $1 AND EXISTS \
         (SELECT 1 FROM training_offer o WHERE o.id = $1 AND o.starts_at <> $2)")
    .bind(id.uuid())
    .bind(plan.starts)
    .run(tx.conn())
    .await?;
    sql("UPDATE training_offer SET topic = $3, about = $4, starts_at = $5, minutes = $6, place = $7, link = $8, \
         team = $9, audience = $10, version = version + 1 WHERE id = $1 AND version = $2 AND called_off = FALSE")
    .bind(id.uuid())
    .bind(version)
    .bind(plan.topic.as_str())
    .bind(plan.about.clone())
    .bind(plan.starts)
    .bind(i64::from(plan.minutes))
    .bind(plan.place.clone())
    .bind(plan.link.clone())
    .bind(plan.team.clone())
    .bind(plan.audience.code())
    .run_once(tx.conn())
    .await?;
    sql("DELETE FROM training_invited WHERE offer = $1").bind(id.uuid()).run(tx.conn()).await?;
    let invited = plan.invited.iter().map(|person| vec![id.uuid().into(), person.uuid().into()]).collect();
    insert_many(tx.conn(), "training_invited (offer, person)", invited).await?;
    tx.note("offer", id.to_string());
    Ok(())
}

/// Calls an offer off and says why, over the version that was read.
pub(super) async fn call_off(tx: &mut Tx, id: TrainingOfferId, version: i64, why: &str) -> Result<(), Fault> {
    sql("UPDATE training_offer SET called_off = TRUE, why = $3, version = version + 1 \
         WHERE id = $1 AND version = $2 AND called_off = FALSE")
    .bind(id.uuid())
    .bind(version)
    .bind(why)
    .run_once(tx.conn())
    .await?;
    tx.note("offer", id.to_string());
    Ok(())
}

#[derive(FromQueryResult)]
struct InvitedRow {
    offer: Uuid,
    person: Uuid,
}

/// Offers with who is invited: one statement more for all of them.
async fn whole_offers(conn: &impl Conn, rows: Vec<Row>) -> Result<Vec<Offer>, Fault> {
    let mut offers = rows.into_iter().map(Offer::try_from).collect::<Result<Vec<_>, _>>()?;
    let some: Vec<Uuid> =
        offers.iter().filter(|offer| offer.plan.audience == Audience::Some).map(|offer| offer.id.uuid()).collect();
    let mut by_offer: HashMap<Uuid, Vec<PersonId>> = HashMap::new();
    for portion in some.chunks(5000) {
        let rows: Vec<InvitedRow> = sql("SELECT offer, person FROM training_invited WHERE offer IN (")
            .push_list(portion.iter().copied())
            .push(") ORDER BY offer, person")
            .all(conn)
            .await?;
        for row in rows {
            by_offer.entry(row.offer).or_default().push(PersonId::from_uuid(row.person));
        }
    }
    for offer in &mut offers {
        offer.plan.invited = by_offer.remove(&offer.id.uuid()).unwrap_or_default();
    }
    Ok(offers)
}

/// One offer.
pub(super) async fn one(conn: &impl Conn, id: TrainingOfferId) -> Result<Option<Offer>, Fault> {
    let row: Option<Row> =
        sql(format!("SELECT {COLUMNS}, why FROM training_offer WHERE id = $1")).bind(id.uuid()).one(conn).await?;
    Ok(whole_offers(conn, row.into_iter().collect()).await?.pop())
}

/// A page of an organisation's offers, the latest first, and how many there are.
pub(super) async fn of_organisation(
    conn: &impl Conn,
    organisation: OrganisationId,
    limit: i64,
    skip: i64,
) -> Result<(Vec<Offer>, i64), Fault> {
    let rows: Vec<Row> = sql(format!(
        "SELECT {COLUMNS}, why FROM training_offer WHERE organisation = $1 ORDER BY starts_at DESC, id DESC LIMIT $2 OFFSET $3"
    ))
    .bind(organisation.uuid())
    .bind(limit)
    .bind(skip)
    .all(conn)
    .await?;
    let total = sql("SELECT CAST(COUNT(*) AS BIGINT) FROM training_offer WHERE organisation = $1")
        .bind(organisation.uuid())
        .value(conn)
        .await?;
    Ok((whole_offers(conn, rows).await?, total.unwrap_or(0)))
}

/// The offers of several organisations from an instant on, by date: called off ones too.
pub(super) async fn since(
    conn: &impl Conn,
    organisations: &[OrganisationId],
    from: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<Offer>, Fault> {
    let rows: Vec<Row> =
        sql(format!("SELECT {COLUMNS}, why FROM training_offer WHERE starts_at >= $1 AND organisation IN ("))
            .bind(from)
            .push_list(organisations.iter().map(|id| id.uuid()))
            .push(&format!(") ORDER BY starts_at, id LIMIT {limit}"))
            .all(conn)
            .await?;
    whole_offers(conn, rows).await
}

/// What was called off, from an instant on, of that to which a person had said that they come: they
/// read why, even where they are no expert any more.
pub(super) async fn missed(conn: &impl Conn, person: PersonId, from: DateTime<Utc>) -> Result<Vec<Offer>, Fault> {
    let rows: Vec<Row> = sql(format!(
        "SELECT {COLUMNS}, why FROM training_offer WHERE starts_at >= $1 AND called_off = TRUE AND id IN \
         (SELECT offer FROM training_answer WHERE person = $2 AND answer = 'yes') ORDER BY starts_at, id LIMIT 100"
    ))
    .bind(from)
    .bind(person.uuid())
    .all(conn)
    .await?;
    whole_offers(conn, rows).await
}

/// Which of several organisations keep or kept offers here.
pub(super) async fn keeping(conn: &impl Conn, organisations: &[OrganisationId]) -> Result<Vec<OrganisationId>, Fault> {
    let ids: Vec<Uuid> = sql("SELECT DISTINCT organisation FROM training_offer WHERE organisation IN (")
        .push_list(organisations.iter().map(|id| id.uuid()))
        .push(")")
        .values(conn)
        .await?;
    Ok(ids.into_iter().map(OrganisationId::from_uuid).collect())
}

// Answers.

/// Keeps what an expert answers, in place of what they answered before.
pub(super) async fn answer(tx: &mut Tx, offer: TrainingOfferId, person: PersonId, answer: Answer) -> Result<(), Fault> {
    sql("INSERT INTO training_answer (offer, person, answer, answered_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (offer, person) DO UPDATE SET answer = excluded.answer, answered_at = excluded.answered_at")
    .bind(offer.uuid())
    .bind(person.uuid())
    .bind(answer.code())
    .bind(tx.env().now())
    .run(tx.conn())
    .await?;
    tx.note("offer", offer.to_string());
    tx.note("answer", answer.code());
    Ok(())
}

#[derive(FromQueryResult)]
struct AnswerRow {
    offer: Uuid,
    person: Uuid,
    answer: String,
}

/// What a person answered to offers.
pub(super) async fn answers_of(conn: &impl Conn, person: PersonId) -> Result<HashMap<TrainingOfferId, Answer>, Fault> {
    let rows: Vec<AnswerRow> = sql("SELECT offer, person, answer FROM training_answer WHERE person = $1 \
         ORDER BY answered_at DESC LIMIT 1000")
    .bind(person.uuid())
    .all(conn)
    .await?;
    rows.into_iter().map(|row| Ok((TrainingOfferId::from_uuid(row.offer), Answer::stored(&row.answer)?))).collect()
}

/// Who comes, for the room to be large enough: by offer.
pub(super) async fn coming(
    conn: &impl Conn,
    offers: &[TrainingOfferId],
) -> Result<HashMap<TrainingOfferId, Vec<PersonId>>, Fault> {
    let rows: Vec<AnswerRow> =
        sql("SELECT offer, person, answer FROM training_answer WHERE answer = 'yes' AND offer IN (")
            .push_list(offers.iter().map(|id| id.uuid()))
            .push(") ORDER BY offer, person LIMIT 5000")
            .all(conn)
            .await?;
    let mut all: HashMap<_, Vec<_>> = HashMap::new();
    for row in rows {
        all.entry(TrainingOfferId::from_uuid(row.offer)).or_default().push(PersonId::from_uuid(row.person));
    }
    Ok(all)
}

/// Who comes to what begins in a stretch of time and was not reminded yet.
pub(super) async fn to_remind(
    conn: &impl Conn,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<Vec<(TrainingOfferId, PersonId)>, Fault> {
    let rows: Vec<AnswerRow> = sql("SELECT a.offer, a.person, a.answer FROM training_answer a \
         JOIN training_offer o ON o.id = a.offer WHERE a.answer = 'yes' AND a.reminded_at IS NULL \
         AND o.called_off = FALSE AND o.starts_at >= $1 AND o.starts_at < $2 ORDER BY a.offer, a.person LIMIT 500")
    .bind(from)
    .bind(until)
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(|row| (TrainingOfferId::from_uuid(row.offer), PersonId::from_uuid(row.person))).collect())
}

/// Notes that somebody who comes was reminded.
pub(super) async fn reminded(tx: &Tx, offer: TrainingOfferId, person: PersonId) -> Result<(), Fault> {
    sql("UPDATE training_answer SET reminded_at = $3 WHERE offer = $1 AND person = $2 AND answer = 'yes' \
         AND reminded_at IS NULL")
    .bind(offer.uuid())
    .bind(person.uuid())
    .bind(tx.env().now())
    .run_once(tx.conn())
    .await
}

// Hours of one's own.

/// Hours as they lie in the database.
#[derive(Debug, FromQueryResult)]
pub(super) struct Sealed {
    pub id: Uuid,
    pub day: NaiveDate,
    pub minutes: i64,
    pub sealed: Vec<u8>,
    pub offer: Option<Uuid>,
}

/// Keeps hours, whose words were sealed for their place. [`Fault::Duplicate`] where the hours of
/// this offer are kept already.
pub(super) async fn keep(
    tx: &mut Tx,
    person: PersonId,
    id: OwnHoursId,
    said: &NewOwnHours,
    sealed: Vec<u8>,
    offer: Option<TrainingOfferId>,
) -> Result<(), Fault> {
    sql("INSERT INTO own_training (id, person, day, minutes, sealed, offer, kept_at) VALUES ($1, $2, $3, $4, $5, $6, $7)")
        .bind(id.uuid())
        .bind(person.uuid())
        .bind(said.day)
        .bind(i64::from(said.minutes))
        .bind(sealed)
        .bind(offer.map(|id| id.uuid()))
        .bind(tx.env().now())
        .run(tx.conn())
        .await?;
    Ok(())
}

/// The hours of a person, the latest first.
pub(super) async fn own(conn: &impl Conn, person: PersonId, limit: i64) -> Result<Vec<Sealed>, Fault> {
    sql("SELECT id, day, minutes, sealed, offer FROM own_training WHERE person = $1 \
         ORDER BY day DESC, id DESC LIMIT $2")
    .bind(person.uuid())
    .bind(limit)
    .all(conn)
    .await
}

#[derive(FromQueryResult)]
struct DayRow {
    day: NaiveDate,
    minutes: i64,
}

/// The days of a person and how long each was, without a word of what it was: the latest first.
pub(super) async fn own_days(conn: &impl Conn, person: PersonId) -> Result<Vec<(NaiveDate, u32)>, Fault> {
    let rows: Vec<DayRow> =
        sql("SELECT day, minutes FROM own_training WHERE person = $1 ORDER BY day DESC, id LIMIT 5000")
            .bind(person.uuid())
            .all(conn)
            .await?;
    Ok(rows.into_iter().map(|row| (row.day, whole(row.minutes))).collect())
}

/// The minutes of a person between two days, both included.
pub(super) async fn own_minutes(
    conn: &impl Conn,
    person: PersonId,
    from: NaiveDate,
    until: NaiveDate,
) -> Result<u32, Fault> {
    let sum = sql("SELECT CAST(COALESCE(SUM(minutes), 0) AS BIGINT) FROM own_training \
         WHERE person = $1 AND day >= $2 AND day <= $3")
    .bind(person.uuid())
    .bind(from)
    .bind(until)
    .value(conn)
    .await?;
    Ok(whole(sum.unwrap_or(0)))
}

/// Takes hours away.
pub(super) async fn remove(tx: &mut Tx, person: PersonId, id: OwnHoursId) -> Result<(), Fault> {
    sql("DELETE FROM own_training WHERE id = $1 AND person = $2")
        .bind(id.uuid())
        .bind(person.uuid())
        .run(tx.conn())
        .await?;
    Ok(())
}

// What is held on a person.

#[derive(FromQueryResult)]
struct HeldAnswer {
    topic: String,
    starts_at: DateTime<Utc>,
    answer: String,
}

/// All that is held on a person, to be opened by the export.
pub(super) async fn held(conn: &impl Conn, person: PersonId) -> Result<Value, Fault> {
    let answers: Vec<HeldAnswer> = sql("SELECT o.topic, o.starts_at, a.answer FROM training_answer a \
         JOIN training_offer o ON o.id = a.offer WHERE a.person = $1 ORDER BY o.starts_at, o.id LIMIT 5000")
    .bind(person.uuid())
    .all(conn)
    .await?;
    let answers = answers.iter().map(|a| json!({"topic": a.topic, "starts": a.starts_at, "answer": a.answer}));
    let own = own(conn, person, 5000).await?;
    let own = own.iter().map(|row| {
        let words = people::facade::sealed_in_export(&place(OwnHoursId::from_uuid(row.id)), &row.sealed);
        json!({"on": row.day, "minutes": row.minutes, "words": words})
    });
    let invited: Option<i64> = sql("SELECT CAST(COUNT(*) AS BIGINT) FROM training_invited WHERE person = $1")
        .bind(person.uuid())
        .value(conn)
        .await?;
    Ok(json!({
        "answers": answers.collect::<Vec<_>>(),
        "own_hours": own.collect::<Vec<_>>(),
        "invited_by_name": invited.unwrap_or(0),
    }))
}

/// Erases what is held on a person.
pub(super) async fn erase(tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
    for statement in [
        "DELETE FROM own_training WHERE person = $1",
        "DELETE FROM training_answer WHERE person = $1",
        "DELETE FROM training_invited WHERE person = $1",
    ] {
        sql(statement).bind(person.uuid()).run(tx.conn()).await?;
    }
    Ok(())
}
