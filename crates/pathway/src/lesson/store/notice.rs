//! The SQL of what a trainee is told ahead of a meeting, and of who said that they cannot come.

use access::Tx;
use kernel::{DateTime, EnrolmentId, LessonId, PersonId, Utc, Uuid};
use sea_orm::FromQueryResult;
use std::collections::HashSet;
use store::{Conn, Fault, sql};

#[derive(FromQueryResult)]
struct DueRow {
    lesson: Uuid,
    enrolment: Uuid,
}

/// Who is to be reminded of what begins in a stretch of time: those who have a place and take no
/// break, who were not reminded yet and did not say that they cannot come.
pub(in crate::lesson) async fn due(
    conn: &impl Conn,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<Vec<(LessonId, EnrolmentId)>, Fault> {
    let rows: Vec<DueRow> = sql("SELECT l.id AS lesson, e.id AS enrolment FROM lesson l \
         JOIN enrolment e ON e.edition = l.edition WHERE l.called_off = FALSE AND l.starts_at >= $1 \
         AND l.starts_at < $2 AND e.state = 'admitted' AND e.person IS NOT NULL AND NOT EXISTS \
         (SELECT 1 FROM lesson_notice n WHERE n.lesson = l.id AND n.enrolment = e.id \
         AND (n.reminded_at IS NOT NULL OR n.away = TRUE)) ORDER BY l.starts_at, l.id, e.id LIMIT 500")
    .bind(from)
    .bind(until)
    .all(conn)
    .await?;
    let pair = |row: DueRow| (LessonId::from_uuid(row.lesson), EnrolmentId::from_uuid(row.enrolment));
    Ok(rows.into_iter().map(pair).collect())
}

/// Notes that somebody was reminded of a meeting; [`Fault::Stale`] when another node did so first.
pub(in crate::lesson) async fn reminded(tx: &Tx, lesson: LessonId, enrolment: EnrolmentId) -> Result<(), Fault> {
    sql("INSERT INTO lesson_notice (lesson, enrolment, away, reminded_at) VALUES ($1, $2, FALSE, $3) \
         ON CONFLICT (lesson, enrolment) DO UPDATE SET reminded_at = excluded.reminded_at \
         WHERE lesson_notice.reminded_at IS NULL AND lesson_notice.away = FALSE")
    .bind(lesson.uuid())
    .bind(enrolment.uuid())
    .bind(tx.env().now())
    .run_once(tx.conn())
    .await
}

/// Keeps what a trainee says of a meeting to come: whether they cannot be there.
pub(in crate::lesson) async fn say(
    tx: &mut Tx,
    lesson: LessonId,
    enrolment: EnrolmentId,
    away: bool,
) -> Result<(), Fault> {
    sql("INSERT INTO lesson_notice (lesson, enrolment, away) VALUES ($1, $2, $3) \
         ON CONFLICT (lesson, enrolment) DO UPDATE SET away = excluded.away")
    .bind(lesson.uuid())
    .bind(enrolment.uuid())
    .bind(away)
    .run(tx.conn())
    .await?;
    tx.note("lesson", lesson.to_string());
    tx.note("away", away);
    Ok(())
}

/// Forgets what was said of a meeting that moves: another moment is another reminder.
pub(in crate::lesson) async fn forget_when_moved(
    tx: &Tx,
    lesson: LessonId,
    starts: DateTime<Utc>,
) -> Result<(), Fault> {
    sql("DELETE FROM lesson_notice WHERE lesson = $1 AND EXISTS \
         (SELECT 1 FROM lesson l WHERE l.id = $1 AND l.starts_at <> $2)")
    .bind(lesson.uuid())
    .bind(starts)
    .run(tx.conn())
    .await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct ToldRow {
    enrolment: Uuid,
    person: Uuid,
}

/// Who was reminded of a meeting and means to come: who has to hear that it is not as they read.
pub(in crate::lesson) async fn told(conn: &impl Conn, lesson: LessonId) -> Result<Vec<(EnrolmentId, PersonId)>, Fault> {
    let rows: Vec<ToldRow> = sql("SELECT e.id AS enrolment, e.person FROM lesson_notice n \
         JOIN enrolment e ON e.id = n.enrolment WHERE n.lesson = $1 AND n.reminded_at IS NOT NULL \
         AND n.away = FALSE AND e.state = 'admitted' AND e.person IS NOT NULL ORDER BY e.id LIMIT 1000")
    .bind(lesson.uuid())
    .all(conn)
    .await?;
    let pair = |row: ToldRow| (EnrolmentId::from_uuid(row.enrolment), PersonId::from_uuid(row.person));
    Ok(rows.into_iter().map(pair).collect())
}

/// Who said that they cannot come to a meeting.
pub(in crate::lesson) async fn away(conn: &impl Conn, lesson: LessonId) -> Result<HashSet<EnrolmentId>, Fault> {
    let ids: Vec<Uuid> = sql("SELECT enrolment FROM lesson_notice WHERE lesson = $1 AND away = TRUE LIMIT 1000")
        .bind(lesson.uuid())
        .values(conn)
        .await?;
    Ok(ids.into_iter().map(EnrolmentId::from_uuid).collect())
}

/// To which meetings a trainee said that they cannot come.
pub(in crate::lesson) async fn away_from(conn: &impl Conn, enrolment: EnrolmentId) -> Result<HashSet<LessonId>, Fault> {
    let ids: Vec<Uuid> = sql("SELECT lesson FROM lesson_notice WHERE enrolment = $1 AND away = TRUE LIMIT 1000")
        .bind(enrolment.uuid())
        .values(conn)
        .await?;
    Ok(ids.into_iter().map(LessonId::from_uuid).collect())
}

/// The next meeting of a person, with the place in the course that it belongs to.
#[derive(FromQueryResult)]
pub(in crate::lesson) struct Next {
    pub enrolment: Uuid,
    pub starts_at: DateTime<Utc>,
    pub place: Option<String>,
}

/// The next meeting to which a person may come: one statement. Who takes a break is asked nothing.
pub(in crate::lesson) async fn next(
    conn: &impl Conn,
    person: PersonId,
    from: DateTime<Utc>,
) -> Result<Option<Next>, Fault> {
    sql("SELECT e.id AS enrolment, l.starts_at, l.place FROM lesson l JOIN enrolment e ON e.edition = l.edition \
         WHERE e.person = $1 AND e.state = 'admitted' AND l.called_off = FALSE AND l.starts_at >= $2 AND NOT EXISTS \
         (SELECT 1 FROM lesson_notice n WHERE n.lesson = l.id AND n.enrolment = e.id AND n.away = TRUE) \
         ORDER BY l.starts_at, l.id LIMIT 1")
    .bind(person.uuid())
    .bind(from)
    .one(conn)
    .await
}

#[derive(FromQueryResult)]
struct HeldRow {
    title: String,
    starts_at: DateTime<Utc>,
    away: bool,
    reminded_at: Option<DateTime<Utc>>,
}

/// What a person was told of meetings ahead, and what they said.
pub(in crate::lesson) async fn held(conn: &impl Conn, person: PersonId) -> Result<Vec<serde_json::Value>, Fault> {
    let rows: Vec<HeldRow> = sql("SELECT l.title, l.starts_at, n.away, n.reminded_at FROM lesson_notice n \
         JOIN lesson l ON l.id = n.lesson JOIN enrolment e ON e.id = n.enrolment WHERE e.person = $1 \
         ORDER BY l.starts_at, l.id LIMIT 5000")
    .bind(person.uuid())
    .all(conn)
    .await?;
    let line = |row: HeldRow| {
        serde_json::json!({
            "lesson": row.title, "starts": row.starts_at, "cannot_come": row.away, "reminded_at": row.reminded_at,
        })
    };
    Ok(rows.into_iter().map(line).collect())
}
