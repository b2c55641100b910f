//! The SQL that gathers facts: of one organisation, or of all with as few statements.

use crate::{
    expert,
    findings::{
        model::Declarations,
        rules::{self, Reported},
    },
    group,
    organisation::model::OrganisationKind,
};
use access::Tx;
use charter::{
    Facts,
    facts::{Belonging, Inclusion},
};
use kernel::{NaiveDate, OrganisationId, Uuid};
use sea_orm::{FromQueryResult, Value};
use std::collections::HashMap;
use store::{Conn, Fault, sql};

/// Writes what a slice knows of an organisation over what it said before.
pub(in crate::findings) async fn report(
    tx: &mut Tx,
    organisation: OrganisationId,
    slice: &str,
    facts: &Reported,
) -> Result<(), Fault> {
    sql("INSERT INTO organisation_fact (organisation, slice, facts, reported_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (organisation, slice) DO UPDATE SET facts = excluded.facts, reported_at = excluded.reported_at")
    .bind(organisation.uuid())
    .bind(slice)
    .bind(serde_json::Value::Object(facts.0.clone()))
    .bind(tx.env().now())
    .run(tx.conn())
    .await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct DeclarationRow {
    organisation: Uuid,
    free: Option<bool>,
    time_given: Option<bool>,
    hours_a_month: Option<i64>,
    professionals: Option<i64>,
    trained: Option<i64>,
    closed_areas: Option<i64>,
    declared_on: NaiveDate,
    version: i64,
}

const DECLARATION: &str = "organisation, free, time_given, hours_a_month, professionals, trained, closed_areas, \
     declared_on, version";

impl From<DeclarationRow> for (Declarations, i64) {
    fn from(row: DeclarationRow) -> Self {
        let whole = |number: Option<i64>| number.and_then(|number| u32::try_from(number).ok());
        let declarations = Declarations {
            belonging: Belonging { free: row.free, time: row.time_given, hours_a_month: whole(row.hours_a_month) },
            inclusion: Inclusion {
                professionals: whole(row.professionals),
                trained_in_recovery: whole(row.trained),
                closed_areas: whole(row.closed_areas),
            },
            on: row.declared_on,
        };
        (declarations, row.version)
    }
}

fn values(organisation: OrganisationId, said: &Declarations, version: i64) -> [Value; 9] {
    let number = |n: Option<u32>| n.map(i64::from).into();
    [
        organisation.uuid().into(),
        said.belonging.free.into(),
        said.belonging.time.into(),
        number(said.belonging.hours_a_month),
        number(said.inclusion.professionals),
        number(said.inclusion.trained_in_recovery),
        number(said.inclusion.closed_areas),
        said.on.into(),
        version.into(),
    ]
}

/// What an organisation declares, and the version of it.
pub(in crate::findings) async fn declared(
    conn: &impl Conn,
    organisation: OrganisationId,
) -> Result<Option<(Declarations, i64)>, Fault> {
    let query = format!("SELECT {DECLARATION} FROM organisation_declaration WHERE organisation = $1");
    let row: Option<DeclarationRow> = sql(query).bind(organisation.uuid()).one(conn).await?;
    Ok(row.map(Into::into))
}

/// Writes what an organisation declares over the version that was read (0: nothing yet).
pub(in crate::findings) async fn declare(
    tx: &mut Tx,
    organisation: OrganisationId,
    version: i64,
    said: &Declarations,
) -> Result<(), Fault> {
    tx.note("declared_on", said.on.to_string());
    if version == 0 {
        return match declare_many(tx, &[(organisation, *said)]).await {
            Err(Fault::Duplicate(_)) => Err(Fault::Stale),
            done => done,
        };
    }
    let mut update = sql("UPDATE organisation_declaration SET free = $2, time_given = $3, hours_a_month = $4, \
         professionals = $5, trained = $6, closed_areas = $7, declared_on = $8, version = $9 + 1 \
         WHERE organisation = $1 AND version = $9");
    for value in values(organisation, said, version) {
        update = update.bind(value);
    }
    update.run_once(tx.conn()).await
}

/// Writes what organisations declare for the first time.
pub(in crate::findings) async fn declare_many(
    tx: &mut Tx,
    all: &[(OrganisationId, Declarations)],
) -> Result<(), Fault> {
    for some in all.chunks(500) {
        sql(format!("INSERT INTO organisation_declaration ({DECLARATION}) VALUES "))
            .push_rows(some.iter().map(|(organisation, said)| values(*organisation, said, 1)))
            .run(tx.conn())
            .await?;
    }
    Ok(())
}

#[derive(FromQueryResult)]
struct OrganisationRow {
    id: Uuid,
    kind: String,
    user_experts: Option<i64>,
    family_experts: Option<i64>,
}

impl OrganisationRow {
    fn on_sheet(&self) -> Option<i64> {
        match (self.user_experts, self.family_experts) {
            (None, None) => None,
            (user, family) => Some(user.unwrap_or(0) + family.unwrap_or(0)),
        }
    }
}

#[derive(FromQueryResult)]
struct FactRow {
    organisation: Uuid,
    facts: serde_json::Value,
}

const OPEN: &str = "SELECT id, kind, user_experts, family_experts FROM organisation WHERE closed_on IS NULL";

/// What is known of an organisation; none where there is none, or where it was closed.
pub(in crate::findings) async fn one(
    conn: &impl Conn,
    id: OrganisationId,
    today: NaiveDate,
) -> Result<Option<Facts>, Fault> {
    let row: Option<OrganisationRow> = sql(format!("{OPEN} AND id = $1")).bind(id.uuid()).one(conn).await?;
    let Some(row) = row else { return Ok(None) };
    let active = expert::expert_counts(conn, id, today).await?.total();
    let in_a_group = group::belonging_count(conn, id, today).await?;
    let reported: Vec<FactRow> =
        sql("SELECT organisation, facts FROM organisation_fact WHERE organisation = $1 ORDER BY slice")
            .bind(id.uuid())
            .all(conn)
            .await?;
    let declared = declared(conn, id).await?;
    let experts = rules::experts(active, row.on_sheet(), in_a_group);
    let reported = reported.into_iter().flat_map(|row| entries(row.facts));
    Ok(Some(rules::facts(kind(&row), reported, declared.as_ref().map(|(said, _)| said), experts)))
}

/// What is known of the next organisations that were not closed, in the order of their ids: few
/// enough at once to hold in memory.
pub(in crate::findings) async fn portion(
    conn: &impl Conn,
    after: Option<OrganisationId>,
    limit: i64,
    today: NaiveDate,
) -> Result<Vec<(OrganisationId, Facts)>, Fault> {
    let after = after.map_or(Uuid::nil(), OrganisationId::uuid);
    let rows: Vec<OrganisationRow> =
        sql(format!("{OPEN} AND id > $1 ORDER BY id LIMIT $2")).bind(after).bind(limit).all(conn).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let organisations: Vec<OrganisationId> = rows.iter().map(|row| OrganisationId::from_uuid(row.id)).collect();
    let active = expert::expert_counts_of(conn, &organisations, today).await?;
    let in_a_group = group::belonging_counts_of(conn, &organisations, today).await?;
    let ids = || rows.iter().map(|row| row.id);
    let facts: Vec<FactRow> = sql("SELECT organisation, facts FROM organisation_fact WHERE organisation IN (")
        .push_list(ids())
        .push(") ORDER BY organisation, slice")
        .all(conn)
        .await?;
    let declared: Vec<DeclarationRow> =
        sql(format!("SELECT {DECLARATION} FROM organisation_declaration WHERE organisation IN ("))
            .push_list(ids())
            .push(")")
            .all(conn)
            .await?;
    let mut reported: HashMap<Uuid, Vec<(String, serde_json::Value)>> = HashMap::new();
    for row in facts {
        reported.entry(row.organisation).or_default().extend(entries(row.facts));
    }
    let declared: HashMap<Uuid, Declarations> =
        declared.into_iter().map(|row| (row.organisation, <(Declarations, i64)>::from(row).0)).collect();
    let together = |row: OrganisationRow| {
        let id = OrganisationId::from_uuid(row.id);
        let active = active.get(&id).map_or(0, |counts| counts.total());
        let in_a_group = in_a_group.get(&id).copied().unwrap_or(0);
        let experts = rules::experts(active, row.on_sheet(), in_a_group);
        let reported = reported.remove(&row.id).unwrap_or_default();
        (id, rules::facts(kind(&row), reported, declared.get(&row.id), experts))
    };
    Ok(rows.into_iter().map(together).collect())
}

/// The kind of an organisation; one that is not known here is like any other.
fn kind(row: &OrganisationRow) -> charter::Kind {
    rules::kind(OrganisationKind::from_code(&row.kind).unwrap_or(OrganisationKind::Other))
}

fn entries(facts: serde_json::Value) -> serde_json::Map<String, serde_json::Value> {
    match facts {
        serde_json::Value::Object(entries) => entries,
        _ => serde_json::Map::new(),
    }
}
