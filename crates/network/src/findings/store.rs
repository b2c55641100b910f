//! The SQL of facts and findings.

pub(super) mod gather;
pub(super) mod list;

use super::rules::{Known, Row};
use access::Tx;
use kernel::{CharterVersionId, DateTime, OrganisationId, Utc, Uuid};
use sea_orm::FromQueryResult;
use store::{Conn, Fault, Migrations, migration, sql};

// The detail of a finding is text, not JSON: a check compares it as it was written, and rows that
// did not change are not written again.
pub(crate) fn migrations() -> Migrations {
    vec![migration(
        "m0360_network_findings",
        "CREATE TABLE organisation_fact (
            organisation {uuid} NOT NULL,
            slice text NOT NULL,
            facts {json} NOT NULL,
            reported_at {instant} NOT NULL,
            PRIMARY KEY (organisation, slice)
         );
         CREATE TABLE organisation_declaration (
            organisation {uuid} PRIMARY KEY,
            free {bool},
            time_given {bool},
            hours_a_month {int},
            professionals {int},
            trained {int},
            closed_areas {int},
            declared_on {date} NOT NULL,
            version {int} NOT NULL
         );
         CREATE TABLE finding (
            organisation {uuid} NOT NULL,
            rule {int} NOT NULL,
            state text NOT NULL,
            detail text NOT NULL,
            since {instant} NOT NULL,
            published {bool} NOT NULL,
            PRIMARY KEY (organisation, rule)
         );
         CREATE INDEX finding_rule ON finding (rule, state);
         CREATE INDEX finding_published ON finding (organisation, rule) WHERE published = TRUE;
         CREATE TABLE finding_check (
            organisation {uuid} PRIMARY KEY,
            checked_at {instant} NOT NULL,
            charter_version {uuid} NOT NULL
         );",
    )]
}

#[derive(FromQueryResult)]
struct KnownRow {
    organisation: Uuid,
    rule: i64,
    state: String,
    detail: String,
}

/// What is stored of some organisations.
pub(super) async fn known(conn: &impl Conn, of: &[OrganisationId]) -> Result<Known, Fault> {
    let rows: Vec<KnownRow> = sql("SELECT organisation, rule, state, detail FROM finding WHERE organisation IN (")
        .push_list(of.iter().map(|id| id.uuid()))
        .push(")")
        .all(conn)
        .await?;
    let entry = |row: KnownRow| ((OrganisationId::from_uuid(row.organisation), row.rule), (row.state, row.detail));
    Ok(rows.into_iter().map(entry).collect())
}

/// How many findings one statement writes.
const AT_ONCE: usize = 1000;

/// Writes findings over those that stand. One that changes its state is private again.
pub(super) async fn write(tx: &mut Tx, rows: &[Row]) -> Result<(), Fault> {
    let now = tx.env().now();
    for some in rows.chunks(AT_ONCE) {
        let values = |row: &Row| -> [sea_orm::Value; 6] {
            [
                row.organisation.uuid().into(),
                row.rule.into(),
                row.state.code().into(),
                row.detail.as_str().into(),
                now.into(),
                false.into(),
            ]
        };
        sql("INSERT INTO finding (organisation, rule, state, detail, since, published) VALUES ")
            .push_rows(some.iter().map(values))
            .push(
                " ON CONFLICT (organisation, rule) DO UPDATE SET detail = excluded.detail, \
                 since = CASE WHEN finding.state = excluded.state THEN finding.since ELSE excluded.since END, \
                 published = CASE WHEN finding.state = excluded.state THEN finding.published ELSE FALSE END, \
                 state = excluded.state",
            )
            .run(tx.conn())
            .await?;
    }
    Ok(())
}

/// Notes that one organisation, or every one that is not closed, was checked just now.
pub(super) async fn note_check(
    tx: &mut Tx,
    one: Option<OrganisationId>,
    version: CharterVersionId,
) -> Result<(), Fault> {
    let now = tx.env().now();
    let mut insert = sql("INSERT INTO finding_check (organisation, checked_at, charter_version) \
         SELECT o.id, $1, $2 FROM organisation o WHERE o.closed_on IS NULL")
    .bind(now)
    .bind(version.uuid());
    if let Some(organisation) = one {
        insert = insert.push(" AND o.id = $3").bind(organisation.uuid());
    }
    insert
        .push(
            " ON CONFLICT (organisation) DO UPDATE SET checked_at = excluded.checked_at, \
             charter_version = excluded.charter_version",
        )
        .run(tx.conn())
        .await?;
    Ok(())
}

/// When an organisation was last checked, or any was.
pub(super) async fn checked_at(conn: &impl Conn, one: Option<OrganisationId>) -> Result<Option<DateTime<Utc>>, Fault> {
    let mut query = sql("SELECT checked_at FROM finding_check");
    if let Some(organisation) = one {
        query = query.push(" WHERE organisation = $1").bind(organisation.uuid());
    }
    query.push(" ORDER BY checked_at DESC LIMIT 1").value(conn).await
}

/// Removes the findings of an organisation that was closed.
pub(super) async fn forget(tx: &mut Tx, organisation: OrganisationId) -> Result<(), Fault> {
    for table in ["finding", "finding_check"] {
        sql(format!("DELETE FROM {table} WHERE organisation = $1")).bind(organisation.uuid()).run(tx.conn()).await?;
    }
    Ok(())
}

/// Removes the findings of all organisations that were closed.
pub(super) async fn forget_closed(tx: &mut Tx) -> Result<(), Fault> {
    for table in ["finding", "finding_check"] {
        let closed = "organisation IN (SELECT id FROM organisation WHERE closed_on IS NOT NULL)";
        sql(format!("DELETE FROM {table} WHERE {closed}")).run(tx.conn()).await?;
    }
    Ok(())
}

/// Publishes a finding, or takes it back.
pub(super) async fn publish(
    tx: &mut Tx,
    organisation: OrganisationId,
    rule: i64,
    state: &str,
    published: bool,
) -> Result<(), Fault> {
    tx.note("rule", rule);
    tx.note("published", published);
    // The state is named, so that nobody publishes what they have not seen.
    sql("UPDATE finding SET published = $4 WHERE organisation = $1 AND rule = $2 AND state = $3")
        .bind(organisation.uuid())
        .bind(rule)
        .bind(state)
        .bind(published)
        .run_once(tx.conn())
        .await
}
