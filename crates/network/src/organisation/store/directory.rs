//! Lists of organisations: three statements at most, however long the register is.

use super::sheet::known;
use crate::organisation::{
    model::{Filter, Lead, Listed, OrganisationKind, Stage, Standing},
    rules::{Find, nearest},
};
use kernel::{OrganisationId, Territory, Uuid, trigrams};
use sea_orm::FromQueryResult;
use std::collections::HashMap;
use store::{Conn, Fault, Sql, sql};

/// How many finds a search looks at, at most: nobody reads further.
const FINDS: i64 = 400;

/// A page of a list, and how long the whole list is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Page {
    /// The lines.
    pub lines: Vec<Listed>,
    /// How many there are in all.
    pub total: u64,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    slug: String,
    name: String,
    kind: String,
    town: String,
    province: String,
    territory: String,
    stage: String,
    led_by: String,
    user_experts: Option<i64>,
    family_experts: Option<i64>,
}

const COLUMNS: &str = "o.id, o.slug, o.name, o.kind, o.town, o.province, o.territory, o.stage, o.led_by, o.user_experts, o.family_experts";

impl Row {
    fn read(self) -> Result<Listed, Fault> {
        Ok(Listed {
            id: OrganisationId::from_uuid(self.id),
            kind: known(&self.kind, OrganisationKind::from_code(&self.kind))?,
            territory: self.territory.parse().map_err(Fault::unreadable)?,
            stage: known(&self.stage, Stage::from_code(&self.stage))?,
            lead: known(&self.led_by, Lead::from_code(&self.led_by))?,
            slug: self.slug,
            name: self.name,
            town: self.town,
            province: self.province,
            user_experts: self.user_experts,
            family_experts: self.family_experts,
        })
    }
}

/// Adds the filter's conditions, all but its text.
fn narrowed(mut statement: Sql, filter: &Filter) -> Sql {
    statement = statement.push(match filter.standing {
        Standing::Public => " WHERE o.listed = TRUE",
        Standing::Waiting => " WHERE o.pending_sheet IS NOT NULL AND o.closed_on IS NULL",
        Standing::Closed => " WHERE o.closed_on IS NOT NULL",
        Standing::All => " WHERE TRUE",
    });
    let equals = |statement: Sql, column: &str, code: &'static str| {
        let place = statement.bound() + 1;
        statement.push(&format!(" AND o.{column} = ${place}")).bind(code)
    };
    if let Some(territory) = filter.territory {
        statement = equals(statement, "territory", territory.code());
    }
    if let Some(kind) = filter.kind {
        statement = equals(statement, "kind", kind.code());
    }
    if let Some(stage) = filter.stage {
        statement = equals(statement, "stage", stage.code());
    }
    match filter.led {
        Some(true) => statement.push(" AND o.led_by IN ('made_up_of_experts', 'led_by_experts')"),
        Some(false) => statement.push(" AND o.led_by = 'not_led_by_experts'"),
        None => statement,
    }
}

/// The organisations that the filter finds: by name where no text is asked for, else those most
/// like the text first.
pub(crate) async fn page(conn: &impl Conn, filter: &Filter, limit: u64, skip: u64) -> Result<Page, Fault> {
    if filter.text.trim().is_empty() {
        return by_name(conn, filter, limit, skip).await;
    }
    let (found, mut lines) = search(conn, filter).await?;
    let total = found.len() as u64;
    let shown = found.into_iter().skip(whole(skip)).take(whole(limit));
    Ok(Page { lines: shown.filter_map(|id| lines.remove(&id)).collect(), total })
}

fn whole(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn bound(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

async fn by_name(conn: &impl Conn, filter: &Filter, limit: u64, skip: u64) -> Result<Page, Fault> {
    let count = narrowed(sql("SELECT CAST(COUNT(*) AS BIGINT) FROM organisation o"), filter);
    let list = narrowed(sql(format!("SELECT {COLUMNS} FROM organisation o")), filter);
    let place = list.bound() + 1;
    let list = list
        .push(&format!(" ORDER BY o.name_key, o.id LIMIT ${place} OFFSET ${}", place + 1))
        .bind(bound(limit))
        .bind(bound(skip));
    // Both at once, on two connections of the pool: the count need not be waited for.
    let (total, rows) = tokio::try_join!(count.value::<i64>(conn), list.all::<Row>(conn))?;
    let total = total.unwrap_or(0);
    let lines = rows.into_iter().map(Row::read).collect::<Result<_, _>>()?;
    Ok(Page { lines, total: u64::try_from(total).unwrap_or(0) })
}

#[derive(FromQueryResult)]
struct Shared {
    organisation_id: Uuid,
    shared: i64,
}

/// The organisations that a text finds, the nearest first, and their lines: two statements.
async fn search(conn: &impl Conn, filter: &Filter) -> Result<(Vec<Uuid>, HashMap<Uuid, Listed>), Fault> {
    let mut pieces = trigrams(&filter.text);
    pieces.truncate(80);
    let number = pieces.len();
    let from = "SELECT p.organisation_id, CAST(COUNT(*) AS BIGINT) AS shared FROM organisation_trigram p \
                JOIN organisation o ON o.id = p.organisation_id";
    let statement = narrowed(sql(from), filter).push(" AND p.trigram IN (").push_list(pieces);
    let place = statement.bound() + 1;
    let shared: Vec<Shared> = statement
        .push(&format!(
            ") GROUP BY p.organisation_id, o.name_key ORDER BY COUNT(*) DESC, o.name_key, p.organisation_id LIMIT ${place}"
        ))
        .bind(FINDS)
        .all(conn)
        .await?;
    let ids: Vec<OrganisationId> = shared.iter().map(|s| OrganisationId::from_uuid(s.organisation_id)).collect();
    let lines: HashMap<Uuid, Listed> =
        names(conn, &ids).await?.into_iter().map(|(id, listed)| (id.uuid(), listed)).collect();
    let find = |shared: Shared| {
        let text = lines.get(&shared.organisation_id)?.search_text();
        Some(Find { organisation: shared.organisation_id, shared: shared.shared, text })
    };
    let found = shared.into_iter().filter_map(find).collect();
    Ok((nearest(&filter.text, found, number), lines))
}

/// A portion of the public register after a name, for files: by name, at most `limit`.
pub(crate) async fn after(
    conn: &impl Conn,
    filter: &Filter,
    last: Option<(&str, OrganisationId)>,
    limit: i64,
) -> Result<Vec<(String, OrganisationId)>, Fault> {
    #[derive(FromQueryResult)]
    struct Key {
        id: Uuid,
        name_key: String,
    }
    let mut statement = narrowed(sql("SELECT o.id, o.name_key FROM organisation o"), filter);
    if let Some((name, id)) = last {
        let place = statement.bound() + 1;
        statement = statement
            .push(&format!(" AND (o.name_key > ${place} OR (o.name_key = ${place} AND o.id > ${}))", place + 1))
            .bind(name)
            .bind(id.uuid());
    }
    let place = statement.bound() + 1;
    let rows: Vec<Key> =
        statement.push(&format!(" ORDER BY o.name_key, o.id LIMIT ${place}")).bind(limit).all(conn).await?;
    Ok(rows.into_iter().map(|row| (row.name_key, OrganisationId::from_uuid(row.id))).collect())
}

/// Names by id, for lists of other slices.
pub(crate) async fn names(conn: &impl Conn, ids: &[OrganisationId]) -> Result<HashMap<OrganisationId, Listed>, Fault> {
    let mut names = HashMap::with_capacity(ids.len());
    for some in ids.chunks(500) {
        let rows: Vec<Row> = sql(format!("SELECT {COLUMNS} FROM organisation o WHERE o.id IN ("))
            .push_list(some.iter().map(|id| id.uuid()))
            .push(")")
            .all(conn)
            .await?;
        for row in rows {
            let listed = row.read()?;
            names.insert(listed.id, listed);
        }
    }
    Ok(names)
}

/// The territories of all organisations that were not closed, for whoever works over all of them.
pub(crate) async fn open(conn: &impl Conn) -> Result<Vec<Listed>, Fault> {
    let rows: Vec<Row> =
        sql(format!("SELECT {COLUMNS} FROM organisation o WHERE o.closed_on IS NULL ORDER BY o.name_key, o.id"))
            .all(conn)
            .await?;
    rows.into_iter().map(Row::read).collect()
}

/// Sums over the public register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, FromQueryResult)]
pub(crate) struct Sums {
    /// Organisations.
    pub organisations: i64,
    /// Territories with at least one.
    pub territories: i64,
    /// User experts reported.
    pub user_experts: i64,
    /// Family experts reported.
    pub family_experts: i64,
}

/// What the public register adds up to.
pub(crate) async fn sums(conn: &impl Conn) -> Result<Sums, Fault> {
    let sums: Option<Sums> = sql(
        "SELECT CAST(COUNT(*) AS BIGINT) AS organisations, CAST(COUNT(DISTINCT territory) AS BIGINT) AS territories, \
         CAST(COALESCE(SUM(user_experts), 0) AS BIGINT) AS user_experts, \
         CAST(COALESCE(SUM(family_experts), 0) AS BIGINT) AS family_experts FROM organisation WHERE listed = TRUE",
    )
    .one(conn)
    .await?;
    Ok(sums.unwrap_or_default())
}

/// Sums by territory, of those territories that have an organisation in the public register.
pub(crate) async fn sums_by_territory(conn: &impl Conn) -> Result<HashMap<Territory, crate::territory::Counts>, Fault> {
    #[derive(FromQueryResult)]
    struct Line {
        territory: String,
        organisations: i64,
        at_work: i64,
        reporting: i64,
        user_experts: i64,
        family_experts: i64,
    }
    let lines: Vec<Line> = sql("SELECT territory, CAST(COUNT(*) AS BIGINT) AS organisations, \
         CAST(SUM(CASE WHEN COALESCE(user_experts, 0) + COALESCE(family_experts, 0) > 0 OR stage = 'advanced' \
         THEN 1 ELSE 0 END) AS BIGINT) AS at_work, \
         CAST(SUM(CASE WHEN user_experts IS NULL AND family_experts IS NULL THEN 0 ELSE 1 END) AS BIGINT) AS reporting, \
         CAST(COALESCE(SUM(user_experts), 0) AS BIGINT) AS user_experts, \
         CAST(COALESCE(SUM(family_experts), 0) AS BIGINT) AS family_experts \
         FROM organisation WHERE listed = TRUE GROUP BY territory")
    .all(conn)
    .await?;
    let read = |line: Line| {
        let territory = line.territory.parse().map_err(Fault::unreadable)?;
        let Line { organisations, at_work, reporting, user_experts, family_experts, .. } = line;
        Ok((territory, crate::territory::Counts { organisations, at_work, reporting, user_experts, family_experts }))
    };
    lines.into_iter().map(read).collect()
}
