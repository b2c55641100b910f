//! The SQL of experts: what they say of themselves, the roles they hold, and who is found in public.

use super::{
    model::{Claim, LivedExperience, NewExpert, NewRole, Standing},
    rules::{self, ExpertCounts},
};
use access::Tx;
use kernel::{Event, ExpertId, ExpertRoleId, NaiveDate, OrganisationId, Period, PersonId, Uuid};
use sea_orm::{FromQueryResult, Value};
use std::collections::{HashMap, HashSet};
use store::{Conn, Fault, Migrations, migration, sql};

pub(super) fn migrations() -> Migrations {
    vec![migration(
        "m0331_network_expert",
        "CREATE TABLE expert (
            id {uuid} PRIMARY KEY,
            person {uuid} NOT NULL UNIQUE,
            lived text NOT NULL CHECK (lived IN ('user', 'family')),
            updated_at {instant} NOT NULL,
            version {int} NOT NULL
         );
         CREATE TABLE expert_trait (
            expert {uuid} NOT NULL REFERENCES expert (id) ON DELETE CASCADE,
            trait text NOT NULL,
            evidence text NOT NULL,
            PRIMARY KEY (expert, trait),
            CHECK (trait <> 'lived' OR evidence = 'own-word')
         );
         CREATE TABLE expert_role (
            id {uuid} PRIMARY KEY,
            organisation {uuid} NOT NULL REFERENCES organisation (id),
            person {uuid},
            standing text NOT NULL,
            title text NOT NULL,
            starts {date} NOT NULL,
            ends {date},
            recorded_at {instant} NOT NULL,
            version {int} NOT NULL,
            CHECK (ends IS NULL OR ends >= starts)
         );
         CREATE INDEX expert_role_organisation ON expert_role (organisation, starts);
         CREATE INDEX expert_role_person ON expert_role (person);",
    )]
}

/// What a person said of themselves, as far as it is not in their own encrypted words.
#[derive(Debug, Clone, Default)]
pub(super) struct OnRecord {
    pub lived: Option<LivedExperience>,
    pub claims: Vec<Claim>,
    pub version: i64,
}

#[derive(FromQueryResult)]
struct ExpertRow {
    id: Uuid,
    lived: String,
    version: i64,
}

#[derive(FromQueryResult)]
struct TraitRow {
    #[sea_orm(from_alias = "trait")]
    what: String,
    evidence: String,
}

async fn expert_row(conn: &impl Conn, person: PersonId) -> Result<Option<ExpertRow>, Fault> {
    sql("SELECT id, lived, version FROM expert WHERE person = $1").bind(person.uuid()).one(conn).await
}

/// What is on record; version 0 where the person has said nothing yet.
pub(super) async fn on_record(conn: &impl Conn, person: PersonId) -> Result<OnRecord, Fault> {
    let Some(row) = expert_row(conn, person).await? else { return Ok(OnRecord::default()) };
    let traits: Vec<TraitRow> =
        sql("SELECT trait, evidence FROM expert_trait WHERE expert = $1 ORDER BY trait LIMIT 20")
            .bind(row.id)
            .all(conn)
            .await?;
    let claims: Result<_, _> = traits.iter().map(|t| Claim::stored(&t.what, &t.evidence, None)).collect();
    Ok(OnRecord { lived: Some(LivedExperience::stored(&row.lived)?), claims: claims?, version: row.version })
}

/// Writes what the person says, over the version that they read (0: nothing yet).
pub(super) async fn save(
    tx: &mut Tx,
    person: PersonId,
    lived: LivedExperience,
    claims: &[Claim],
    version: i64,
) -> Result<(), Fault> {
    let now = tx.env().now();
    let id = match expert_row(tx.conn(), person).await? {
        None if version == 0 => {
            let id = tx.env().id::<ExpertId>().uuid();
            sql("INSERT INTO expert (id, person, lived, updated_at, version) VALUES ($1, $2, $3, $4, 1)")
                .bind(id)
                .bind(person.uuid())
                .bind(lived.code())
                .bind(now)
                .run(tx.conn())
                .await?;
            id
        }
        None => return Err(Fault::Stale),
        Some(row) => {
            sql("UPDATE expert SET lived = $3, updated_at = $4, version = version + 1 WHERE id = $1 AND version = $2")
                .bind(row.id)
                .bind(version)
                .bind(lived.code())
                .bind(now)
                .run_once(tx.conn())
                .await?;
            sql("DELETE FROM expert_trait WHERE expert = $1").bind(row.id).run(tx.conn()).await?;
            row.id
        }
    };
    let rows = claims.iter().map(|claim| trait_row(id, claim)).collect();
    insert_many(tx.conn(), "expert_trait (expert, trait, evidence)", rows).await?;
    tx.about(person);
    for organisation in organisations_of(tx.conn(), person).await? {
        tx.emit(Event::OrganisationChanged { organisation });
    }
    Ok(())
}

fn trait_row(expert: Uuid, claim: &Claim) -> Vec<Value> {
    vec![expert.into(), claim.code().into(), claim.evidence().code().into()]
}

/// The organisations in which a person holds or held a role.
pub(crate) async fn organisations_of(conn: &impl Conn, person: PersonId) -> Result<Vec<OrganisationId>, Fault> {
    let ids: Vec<Uuid> =
        sql("SELECT DISTINCT organisation FROM expert_role WHERE person = $1 ORDER BY organisation LIMIT 200")
            .bind(person.uuid())
            .values(conn)
            .await?;
    Ok(ids.into_iter().map(OrganisationId::from_uuid).collect())
}

/// A role as it stands on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RoleOnRecord {
    pub id: ExpertRoleId,
    pub organisation: OrganisationId,
    /// None once the person's data were erased.
    pub person: Option<PersonId>,
    pub standing: Standing,
    pub title: String,
    pub period: Period,
    pub version: i64,
}

#[derive(FromQueryResult)]
struct RoleRow {
    id: Uuid,
    organisation: Uuid,
    person: Option<Uuid>,
    standing: String,
    title: String,
    starts: NaiveDate,
    ends: Option<NaiveDate>,
    version: i64,
}

impl TryFrom<RoleRow> for RoleOnRecord {
    type Error = Fault;
    fn try_from(row: RoleRow) -> Result<Self, Fault> {
        Ok(RoleOnRecord {
            id: ExpertRoleId::from_uuid(row.id),
            organisation: OrganisationId::from_uuid(row.organisation),
            person: row.person.map(PersonId::from_uuid),
            standing: Standing::stored(&row.standing)?,
            title: row.title,
            period: Period::new(row.starts, row.ends)
                .ok_or_else(|| Fault::unreadable("a role that ends before it begins"))?,
            version: row.version,
        })
    }
}

const ROLE: &str = "id, organisation, person, standing, title, starts, ends, version";

/// Records a role of a person.
pub(super) async fn add_role(tx: &mut Tx, person: PersonId, role: &NewRole) -> Result<ExpertRoleId, Fault> {
    let id = tx.env().id::<ExpertRoleId>();
    let row = role_row(id, person, role, tx.env().now());
    insert_many(tx.conn(), ROLE_COLUMNS, vec![row]).await?;
    tx.about(person);
    tx.note("role", id.to_string());
    tx.note("standing", role.standing.code());
    tx.emit(Event::OrganisationChanged { organisation: role.organisation });
    Ok(id)
}

const ROLE_COLUMNS: &str =
    "expert_role (id, organisation, person, standing, title, starts, ends, recorded_at, version)";

fn role_row(id: ExpertRoleId, person: PersonId, role: &NewRole, at: kernel::DateTime<kernel::Utc>) -> Vec<Value> {
    vec![
        id.uuid().into(),
        role.organisation.uuid().into(),
        person.uuid().into(),
        role.standing.code().into(),
        role.title.clone().into(),
        role.period.from().into(),
        role.period.until().into(),
        at.into(),
        1_i64.into(),
    ]
}

/// One role.
pub(super) async fn role(conn: &impl Conn, id: ExpertRoleId) -> Result<Option<RoleOnRecord>, Fault> {
    let row: Option<RoleRow> =
        sql(format!("SELECT {ROLE} FROM expert_role WHERE id = $1")).bind(id.uuid()).one(conn).await?;
    row.map(RoleOnRecord::try_from).transpose()
}

/// Ends a role on a day, over the version that was read.
pub(super) async fn end_role(tx: &mut Tx, role: &RoleOnRecord, version: i64, on: NaiveDate) -> Result<(), Fault> {
    let period = rules::ended(role.period, on);
    sql("UPDATE expert_role SET ends = $3, version = version + 1 WHERE id = $1 AND version = $2")
        .bind(role.id.uuid())
        .bind(version)
        .bind(period.until())
        .run_once(tx.conn())
        .await?;
    if let Some(person) = role.person {
        tx.about(person);
    }
    tx.note("role", role.id.to_string());
    tx.emit(Event::OrganisationChanged { organisation: role.organisation });
    Ok(())
}

/// The roles in an organisation, those held first, then the latest.
pub(super) async fn roles_in(
    conn: &impl Conn,
    organisation: OrganisationId,
    on: NaiveDate,
    limit: i64,
    skip: i64,
) -> Result<Vec<RoleOnRecord>, Fault> {
    let rows: Vec<RoleRow> = sql(format!(
        "SELECT {ROLE} FROM expert_role WHERE organisation = $1 \
         ORDER BY CASE WHEN ends IS NULL OR ends >= $2 THEN 0 ELSE 1 END, starts DESC, id LIMIT $3 OFFSET $4"
    ))
    .bind(organisation.uuid())
    .bind(on)
    .bind(limit)
    .bind(skip)
    .all(conn)
    .await?;
    rows.into_iter().map(RoleOnRecord::try_from).collect()
}

/// How many roles an organisation has on record.
pub(super) async fn count_roles(conn: &impl Conn, organisation: OrganisationId) -> Result<i64, Fault> {
    let count = sql("SELECT CAST(COUNT(*) AS BIGINT) FROM expert_role WHERE organisation = $1")
        .bind(organisation.uuid())
        .value(conn)
        .await?;
    Ok(count.unwrap_or(0))
}

/// The roles of a person, the latest first.
pub(super) async fn roles_of(conn: &impl Conn, person: PersonId) -> Result<Vec<RoleOnRecord>, Fault> {
    let rows: Vec<RoleRow> =
        sql(format!("SELECT {ROLE} FROM expert_role WHERE person = $1 ORDER BY starts DESC, id LIMIT 200"))
            .bind(person.uuid())
            .all(conn)
            .await?;
    rows.into_iter().map(RoleOnRecord::try_from).collect()
}

/// The active roles of several people in organisations of the public register, for a page of the
/// directory.
pub(super) async fn active_roles(
    conn: &impl Conn,
    people: &[PersonId],
    on: NaiveDate,
) -> Result<Vec<RoleOnRecord>, Fault> {
    let rows: Vec<RoleRow> = sql(format!(
        "SELECT {ROLE} FROM expert_role WHERE starts <= $1 AND (ends IS NULL OR ends >= $1) \
         AND EXISTS (SELECT 1 FROM organisation o WHERE o.id = expert_role.organisation AND o.listed = TRUE) \
         AND person IN ("
    ))
    .bind(on)
    .push_list(people.iter().map(|p| p.uuid()))
    .push(") ORDER BY starts, id LIMIT 1000")
    .all(conn)
    .await?;
    rows.into_iter().map(RoleOnRecord::try_from).collect()
}

/// The people who are active in an organisation on a day. Whether they may be shown is asked of
/// `people` before anybody is.
pub(super) async fn active_in(
    conn: &impl Conn,
    organisation: OrganisationId,
    on: NaiveDate,
    limit: i64,
) -> Result<Vec<RoleOnRecord>, Fault> {
    let rows: Vec<RoleRow> = sql(format!(
        "SELECT {ROLE} FROM expert_role WHERE organisation = $1 AND person IS NOT NULL AND starts <= $2 \
         AND (ends IS NULL OR ends >= $2) ORDER BY starts, id LIMIT $3"
    ))
    .bind(organisation.uuid())
    .bind(on)
    .bind(limit)
    .all(conn)
    .await?;
    rows.into_iter().map(RoleOnRecord::try_from).collect()
}

#[derive(FromQueryResult)]
struct ActiveRow {
    organisation: Uuid,
    person: Uuid,
    since: NaiveDate,
}

/// Who is active on a day in several organisations, and since when without looking at gaps: the
/// first day of the oldest of the roles that last. One statement.
pub(super) async fn active_experts(
    conn: &impl Conn,
    organisations: &[OrganisationId],
    on: NaiveDate,
) -> Result<HashMap<OrganisationId, Vec<(PersonId, NaiveDate)>>, Fault> {
    let rows: Vec<ActiveRow> = sql("SELECT organisation, person, MIN(starts) AS since FROM expert_role \
         WHERE person IS NOT NULL AND starts <= $1 AND (ends IS NULL OR ends >= $1) AND organisation IN (")
    .bind(on)
    .push_list(organisations.iter().map(|id| id.uuid()))
    .push(") GROUP BY organisation, person ORDER BY organisation, person LIMIT 100000")
    .all(conn)
    .await?;
    let mut all: HashMap<_, Vec<_>> = HashMap::new();
    for row in rows {
        let who = (PersonId::from_uuid(row.person), row.since);
        all.entry(OrganisationId::from_uuid(row.organisation)).or_default().push(who);
    }
    Ok(all)
}

/// Which of several people are active as experts somewhere on a day.
pub(super) async fn active_among(
    conn: &impl Conn,
    people: &[PersonId],
    on: NaiveDate,
) -> Result<HashSet<PersonId>, Fault> {
    let ids: Vec<Uuid> = sql("SELECT DISTINCT person FROM expert_role WHERE starts <= $1 \
         AND (ends IS NULL OR ends >= $1) AND person IN (")
    .bind(on)
    .push_list(people.iter().map(|person| person.uuid()))
    .push(")")
    .values(conn)
    .await?;
    Ok(ids.into_iter().map(PersonId::from_uuid).collect())
}

#[derive(FromQueryResult)]
struct CountRow {
    organisation: Uuid,
    lived: Option<String>,
    fullest: i64,
    people: i64,
}

/// How many experts are active on a day, by organisation: of all, or of one. One statement; a
/// person counts once in an organisation, under the fullest of their roles there.
pub(super) async fn counts(
    conn: &impl Conn,
    on: NaiveDate,
    some: &[OrganisationId],
) -> Result<HashMap<OrganisationId, ExpertCounts>, Fault> {
    let rows: Vec<CountRow> = sql("SELECT a.organisation, e.lived, a.fullest, CAST(COUNT(*) AS BIGINT) AS people FROM \
         (SELECT organisation, person, CAST(MAX(CASE standing WHEN 'full-time' THEN 3 WHEN 'part-time' THEN 2 ELSE 1 END) AS BIGINT) \
          AS fullest FROM expert_role WHERE person IS NOT NULL AND starts <= $1 AND (ends IS NULL OR ends >= $1) \
          AND organisation IN (")
    .bind(on)
    .push_list(some.iter().map(|id| id.uuid()))
    .push(
        ") GROUP BY organisation, person) a LEFT JOIN expert e ON e.person = a.person \
         GROUP BY a.organisation, e.lived, a.fullest",
    )
    .all(conn)
    .await?;
    let mut all: HashMap<OrganisationId, ExpertCounts> = HashMap::new();
    for row in rows {
        let counts = all.entry(OrganisationId::from_uuid(row.organisation)).or_default();
        let kind = match row.lived.as_deref().map(LivedExperience::stored).transpose()? {
            Some(LivedExperience::User) => &mut counts.user,
            Some(LivedExperience::Family) => &mut counts.family,
            None => &mut counts.unsaid,
        };
        let standing = match row.fullest {
            3 => Standing::FullTime,
            2 => Standing::PartTime,
            _ => Standing::Volunteer,
        };
        kind.add(standing, row.people);
    }
    Ok(all)
}

/// Records many experts at once, with a handful of statements for each few hundred of them.
pub(super) async fn create(tx: &mut Tx, experts: &[NewExpert]) -> Result<(), Fault> {
    let now = tx.env().now();
    for portion in experts.chunks(500) {
        let (mut heads, mut traits, mut roles) = (Vec::new(), Vec::new(), Vec::new());
        for expert in portion {
            let id = tx.env().id::<ExpertId>().uuid();
            heads.push(vec![
                id.into(),
                expert.person.uuid().into(),
                expert.lived.code().into(),
                now.into(),
                1_i64.into(),
            ]);
            traits.extend(expert.claims.iter().map(|claim| trait_row(id, claim)));
            let new_role = |role| role_row(tx.env().id(), expert.person, role, now);
            roles.extend(expert.roles.iter().map(new_role));
        }
        insert_many(tx.conn(), "expert (id, person, lived, updated_at, version)", heads).await?;
        insert_many(tx.conn(), "expert_trait (expert, trait, evidence)", traits).await?;
        insert_many(tx.conn(), ROLE_COLUMNS, roles).await?;
    }
    tx.emit(Event::NetworkChanged);
    Ok(())
}

/// Inserts rows with as few statements as the engines' limit on placeholders allows.
async fn insert_many(conn: &impl Conn, into: &str, rows: Vec<Vec<Value>>) -> Result<(), Fault> {
    let width = rows.first().map_or(1, Vec::len).max(1);
    for portion in rows.chunks(9000 / width) {
        sql(format!("INSERT INTO {into} VALUES ")).push_rows(portion.iter().cloned()).run(conn).await?;
    }
    Ok(())
}

/// Erases what a person said. Roles stay as numbers, without the person and without a title.
pub(super) async fn erase(tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
    let today = tx.env().today();
    for organisation in organisations_of(tx.conn(), person).await? {
        tx.emit(Event::OrganisationChanged { organisation });
    }
    sql("DELETE FROM expert WHERE person = $1").bind(person.uuid()).run(tx.conn()).await?;
    sql("UPDATE expert_role SET person = NULL, title = '', version = version + 1, \
         ends = CASE WHEN ends IS NOT NULL AND ends < $2 THEN ends WHEN starts > $2 THEN starts ELSE $2 END \
         WHERE person = $1")
    .bind(person.uuid())
    .bind(today)
    .run(tx.conn())
    .await?;
    Ok(())
}
