//! The SQL of lists of findings: by the organisation's name, then in the order of the rules.

use crate::findings::{
    model::{Detail, Filter, FindingOnRecord, RuleCounts, Whose},
    rules::{place, rule_at},
};
use charter::{RuleId, State};
use kernel::{DateTime, OrganisationId, Utc, Uuid};
use sea_orm::FromQueryResult;
use store::{Conn, Fault, Sql, sql};

#[derive(FromQueryResult)]
struct CountRow {
    rule: i64,
    state: String,
    number: i64,
}

fn state(code: &str) -> Result<State, Fault> {
    State::from_code(code).ok_or_else(|| Fault::unreadable(format!("no state is called {code}")))
}

/// How many organisations of the public register stand how to each rule; all sixteen, in order.
pub(in crate::findings) async fn counts(conn: &impl Conn) -> Result<Vec<RuleCounts>, Fault> {
    let rows: Vec<CountRow> = sql("SELECT f.rule, f.state, CAST(COUNT(*) AS BIGINT) AS number FROM finding f \
         JOIN organisation o ON o.id = f.organisation WHERE o.listed = TRUE GROUP BY f.rule, f.state")
    .all(conn)
    .await?;
    let mut counts: Vec<RuleCounts> = RuleId::ALL.into_iter().map(RuleCounts::none).collect();
    for row in rows {
        let state = state(&row.state)?;
        let found = rule_at(row.rule).and_then(|rule| counts.iter_mut().find(|counts| counts.rule == rule));
        if let Some(counts) = found {
            counts.add(state, u64::try_from(row.number).unwrap_or(0));
        }
    }
    Ok(counts)
}

/// How many findings of the public register are not met.
pub(in crate::findings) async fn not_met(conn: &impl Conn) -> Result<i64, Fault> {
    let number = sql("SELECT CAST(COUNT(*) AS BIGINT) FROM finding f JOIN organisation o ON o.id = f.organisation \
         WHERE o.listed = TRUE AND f.state = $1")
    .bind(State::NotMet.code())
    .value(conn)
    .await?;
    Ok(number.unwrap_or(0))
}

#[derive(FromQueryResult)]
struct Row {
    organisation: Uuid,
    name: String,
    slug: String,
    territory: String,
    rule: i64,
    state: String,
    detail: String,
    since: DateTime<Utc>,
    published: bool,
}

impl TryFrom<Row> for FindingOnRecord {
    type Error = Fault;
    fn try_from(row: Row) -> Result<Self, Fault> {
        let Detail { article, evidence, missing, next_steps } =
            serde_json::from_str(&row.detail).map_err(Fault::unreadable)?;
        Ok(FindingOnRecord {
            organisation: OrganisationId::from_uuid(row.organisation),
            territory: row.territory.parse().map_err(Fault::unreadable)?,
            rule: rule_at(row.rule).ok_or_else(|| Fault::unreadable("a rule that does not exist"))?,
            state: state(&row.state)?,
            name: row.name,
            slug: row.slug,
            since: row.since,
            published: row.published,
            article,
            evidence,
            missing,
            next_steps,
        })
    }
}

const COLUMNS: &str = "SELECT f.organisation, o.name, o.slug, o.territory, f.rule, f.state, f.detail, f.since, \
     f.published FROM finding f JOIN organisation o ON o.id = f.organisation";

fn narrowed(mut query: Sql, filter: &Filter, whose: &Whose) -> Sql {
    query = match whose {
        Whose::All => query.push(" WHERE o.closed_on IS NULL"),
        Whose::Published => query.push(" WHERE o.listed = TRUE AND f.published = TRUE"),
        Whose::PublishedOrOf(mine) => query
            .push(" WHERE ((o.listed = TRUE AND f.published = TRUE) OR f.organisation IN (")
            .push_list(mine.iter().map(|id| id.uuid()))
            .push("))"),
    };
    if let Some(rule) = filter.rule {
        let next = query.bound() + 1;
        query = query.push(&format!(" AND f.rule = ${next}")).bind(place(rule));
    }
    if let Some(state) = filter.state {
        let next = query.bound() + 1;
        query = query.push(&format!(" AND f.state = ${next}")).bind(state.code());
    }
    if let Some(territory) = filter.territory {
        let next = query.bound() + 1;
        query = query.push(&format!(" AND o.territory = ${next}")).bind(territory.code());
    }
    query
}

/// How many findings a list has in all.
pub(in crate::findings) async fn total(conn: &impl Conn, filter: &Filter, whose: &Whose) -> Result<u64, Fault> {
    let from = "SELECT CAST(COUNT(*) AS BIGINT) FROM finding f JOIN organisation o ON o.id = f.organisation";
    let number: Option<i64> = narrowed(sql(from), filter, whose).value(conn).await?;
    Ok(u64::try_from(number.unwrap_or(0)).unwrap_or(0))
}

/// A page of findings.
pub(in crate::findings) async fn page(
    conn: &impl Conn,
    filter: &Filter,
    whose: &Whose,
    limit: i64,
    skip: i64,
) -> Result<Vec<FindingOnRecord>, Fault> {
    let query = narrowed(sql(COLUMNS), filter, whose);
    let next = query.bound() + 1;
    let rows: Vec<Row> = query
        .push(&format!(" ORDER BY o.name_key, o.id, f.rule LIMIT ${next} OFFSET ${}", next + 1))
        .bind(limit)
        .bind(skip)
        .all(conn)
        .await?;
    rows.into_iter().map(FindingOnRecord::try_from).collect()
}

/// The findings of an organisation.
pub(in crate::findings) async fn of(
    conn: &impl Conn,
    organisation: OrganisationId,
) -> Result<Vec<FindingOnRecord>, Fault> {
    let rows: Vec<Row> = sql(format!("{COLUMNS} WHERE f.organisation = $1 ORDER BY f.rule LIMIT 16"))
        .bind(organisation.uuid())
        .all(conn)
        .await?;
    rows.into_iter().map(FindingOnRecord::try_from).collect()
}

/// What the Charter asks of an organisation, in short.
#[derive(FromQueryResult)]
pub(in crate::findings) struct Asked {
    /// Its name.
    pub(in crate::findings) name: String,
    /// Its part of the address.
    pub(in crate::findings) slug: String,
    /// Whether it declared what no record shows.
    pub(in crate::findings) declared: bool,
    /// How many findings are not met.
    pub(in crate::findings) unmet: i64,
}

/// What the Charter asks of these organisations, those that were checked; by name, at most twenty.
pub(in crate::findings) async fn asked(conn: &impl Conn, of: &[OrganisationId]) -> Result<Vec<Asked>, Fault> {
    sql("SELECT o.name, o.slug, \
         EXISTS (SELECT 1 FROM organisation_declaration d WHERE d.organisation = o.id) AS declared, \
         (SELECT CAST(COUNT(*) AS BIGINT) FROM finding f WHERE f.organisation = o.id AND f.state = $1) AS unmet \
         FROM organisation o WHERE EXISTS (SELECT 1 FROM finding f WHERE f.organisation = o.id) AND o.id IN (")
    .bind(State::NotMet.code())
    .push_list(of.iter().map(|id| id.uuid()))
    .push(") ORDER BY o.name_key, o.id LIMIT 20")
    .all(conn)
    .await
}
