//! Who can begin the training and has no edition to ask a place in.

use kernel::{CourseId, DateTime, NaiveDate, OrganisationId, Utc, Uuid};
use sea_orm::FromQueryResult;
use store::{Conn, Fault, sql};

#[derive(FromQueryResult)]
struct Row {
    organisation: Uuid,
    course: Option<Uuid>,
    waiting: i64,
}

/// How many people wait for an edition, by organisation and by the course that their call leads to, if
/// it leads to one: those answered since an instant, who asked for no place since. Where an edition is
/// open they read for themselves where to ask. One statement.
pub(in crate::edition) async fn wanted(
    conn: &impl Conn,
    organisations: &[OrganisationId],
    since: DateTime<Utc>,
    today: NaiveDate,
) -> Result<Vec<(OrganisationId, Option<CourseId>, i64)>, Fault> {
    let rows: Vec<Row> = sql("SELECT o.organisation, c.leads_to AS course, CAST(COUNT(*) AS BIGINT) AS waiting \
         FROM outcome o JOIN candidacy a ON a.id = o.candidacy JOIN call c ON c.id = a.call \
         WHERE o.kind = 'training' AND o.person IS NOT NULL AND o.closed_at >= $1 \
         AND NOT EXISTS (SELECT 1 FROM edition e WHERE e.course = c.leads_to AND e.open = TRUE AND e.ends >= $2) \
         AND NOT EXISTS (SELECT 1 FROM enrolment n JOIN edition e ON e.id = n.edition WHERE n.person = o.person \
         AND (n.candidacy = o.candidacy OR (e.organisation = o.organisation AND n.asked_at >= o.closed_at))) \
         AND o.organisation IN (")
    .bind(since)
    .bind(today)
    .push_list(organisations.iter().map(|id| id.uuid()))
    .push(") GROUP BY o.organisation, c.leads_to ORDER BY o.organisation, c.leads_to LIMIT 3")
    .all(conn)
    .await?;
    let line =
        |row: Row| (OrganisationId::from_uuid(row.organisation), row.course.map(CourseId::from_uuid), row.waiting);
    Ok(rows.into_iter().map(line).collect())
}
