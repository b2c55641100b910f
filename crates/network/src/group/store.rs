//! The SQL of reference groups and of who belongs to them.

use super::model::{Group, GroupKind, GroupOnRecord, Membership, NewMembership};
use access::Tx;
use kernel::{EmailAddress, Event, NaiveDate, OrganisationId, PersonId, ReferenceGroupId, Uuid, fold};
use sea_orm::FromQueryResult;
use std::collections::HashMap;
use store::{Conn, Fault, Migrations, migration, sql};

pub(super) fn migrations() -> Migrations {
    vec![migration(
        "m0332_network_group",
        "CREATE TABLE reference_group (
            id {uuid} PRIMARY KEY,
            name text NOT NULL,
            name_key text NOT NULL UNIQUE,
            kind text NOT NULL,
            territory text,
            about text NOT NULL,
            website text,
            email text,
            closed_on {date},
            version {int} NOT NULL
         );
         CREATE TABLE reference_group_member (
            reference_group {uuid} NOT NULL REFERENCES reference_group (id),
            person {uuid} NOT NULL,
            shown {bool} NOT NULL,
            joined_at {instant} NOT NULL,
            PRIMARY KEY (person, reference_group)
         );
         CREATE INDEX reference_group_member_group ON reference_group_member (reference_group);",
    )]
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    name: String,
    kind: String,
    territory: Option<String>,
    about: String,
    website: Option<String>,
    email: Option<String>,
    closed_on: Option<NaiveDate>,
    version: i64,
}

impl TryFrom<Row> for GroupOnRecord {
    type Error = Fault;
    fn try_from(row: Row) -> Result<Self, Fault> {
        let territory = row.territory.map(|code| code.parse().map_err(Fault::unreadable)).transpose()?;
        let email = row.email.map(EmailAddress::try_from).transpose().map_err(Fault::unreadable)?;
        Ok(GroupOnRecord {
            id: ReferenceGroupId::from_uuid(row.id),
            group: Group {
                name: row.name,
                kind: GroupKind::stored(&row.kind)?,
                territory,
                about: row.about,
                website: row.website,
                email,
            },
            closed: row.closed_on.is_some(),
            version: row.version,
        })
    }
}

const COLUMNS: &str = "id, name, kind, territory, about, website, email, closed_on, version";

/// The groups on the list, by name. Those off the list only where they are asked for.
pub(super) async fn list(
    conn: &impl Conn,
    closed_too: bool,
    limit: i64,
    skip: i64,
) -> Result<Vec<GroupOnRecord>, Fault> {
    let only = if closed_too { "" } else { "WHERE closed_on IS NULL" };
    let rows: Vec<Row> =
        sql(format!("SELECT {COLUMNS} FROM reference_group {only} ORDER BY name_key LIMIT $1 OFFSET $2"))
            .bind(limit)
            .bind(skip)
            .all(conn)
            .await?;
    rows.into_iter().map(GroupOnRecord::try_from).collect()
}

/// How many groups the list has.
pub(super) async fn count(conn: &impl Conn, closed_too: bool) -> Result<i64, Fault> {
    let only = if closed_too { "" } else { " WHERE closed_on IS NULL" };
    let count = sql(format!("SELECT CAST(COUNT(*) AS BIGINT) FROM reference_group{only}")).value(conn).await?;
    Ok(count.unwrap_or(0))
}

/// One group.
pub(super) async fn group(conn: &impl Conn, id: ReferenceGroupId) -> Result<Option<GroupOnRecord>, Fault> {
    let row: Option<Row> =
        sql(format!("SELECT {COLUMNS} FROM reference_group WHERE id = $1")).bind(id.uuid()).one(conn).await?;
    row.map(GroupOnRecord::try_from).transpose()
}

/// Puts a group on the list.
pub(super) async fn add(tx: &mut Tx, group: &Group) -> Result<ReferenceGroupId, Fault> {
    let id = tx.env().id::<ReferenceGroupId>();
    sql("INSERT INTO reference_group (id, name, name_key, kind, territory, about, website, email, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1)")
    .bind(id.uuid())
    .bind(group.name.as_str())
    .bind(fold(&group.name))
    .bind(group.kind.code())
    .bind(group.territory.map(|t| t.code().to_owned()))
    .bind(group.about.as_str())
    .bind(group.website.clone())
    .bind(group.email.as_ref().map(|e| e.as_str().to_owned()))
    .run(tx.conn())
    .await?;
    tx.note("reference_group", id.to_string());
    Ok(id)
}

/// Changes what is said of a group, over the version that was read.
pub(super) async fn change(tx: &mut Tx, id: ReferenceGroupId, group: &Group, version: i64) -> Result<(), Fault> {
    sql("UPDATE reference_group SET name = $3, name_key = $4, kind = $5, territory = $6, about = $7, \
         website = $8, email = $9, version = version + 1 WHERE id = $1 AND version = $2")
    .bind(id.uuid())
    .bind(version)
    .bind(group.name.as_str())
    .bind(fold(&group.name))
    .bind(group.kind.code())
    .bind(group.territory.map(|t| t.code().to_owned()))
    .bind(group.about.as_str())
    .bind(group.website.clone())
    .bind(group.email.as_ref().map(|e| e.as_str().to_owned()))
    .run_once(tx.conn())
    .await?;
    tx.note("reference_group", id.to_string());
    Ok(())
}

/// Takes a group off the list, or puts it back; members stay members.
pub(super) async fn set_closed(tx: &mut Tx, id: ReferenceGroupId, version: i64, closed: bool) -> Result<(), Fault> {
    let on = closed.then(|| tx.env().today());
    sql("UPDATE reference_group SET closed_on = $3, version = version + 1 WHERE id = $1 AND version = $2")
        .bind(id.uuid())
        .bind(version)
        .bind(on)
        .run_once(tx.conn())
        .await?;
    tx.note("reference_group", id.to_string());
    tx.note("closed", closed);
    Ok(())
}

#[derive(FromQueryResult)]
struct MemberRow {
    reference_group: Uuid,
    shown: bool,
}

/// The groups that a person belongs to.
pub(super) async fn memberships(conn: &impl Conn, person: PersonId) -> Result<Vec<Membership>, Fault> {
    let rows: Vec<MemberRow> = sql("SELECT reference_group, shown FROM reference_group_member \
         WHERE person = $1 ORDER BY joined_at LIMIT 100")
    .bind(person.uuid())
    .all(conn)
    .await?;
    let membership =
        |row: MemberRow| Membership { group: ReferenceGroupId::from_uuid(row.reference_group), shown: row.shown };
    Ok(rows.into_iter().map(membership).collect())
}

#[derive(FromQueryResult)]
struct ShownRow {
    person: Uuid,
    name: String,
}

/// The names of the groups that these people want shown beside their names.
pub(super) async fn shown(conn: &impl Conn, people: &[PersonId]) -> Result<HashMap<PersonId, Vec<String>>, Fault> {
    let rows: Vec<ShownRow> = sql("SELECT m.person, g.name FROM reference_group_member m \
         JOIN reference_group g ON g.id = m.reference_group \
         WHERE m.shown = TRUE AND g.closed_on IS NULL AND m.person IN (")
    .push_list(people.iter().map(|p| p.uuid()))
    .push(") ORDER BY g.name_key LIMIT 1000")
    .all(conn)
    .await?;
    let mut all: HashMap<PersonId, Vec<String>> = HashMap::new();
    for row in rows {
        all.entry(PersonId::from_uuid(row.person)).or_default().push(row.name);
    }
    Ok(all)
}

/// Joins a group, or changes whether it is shown.
pub(super) async fn join(tx: &mut Tx, person: PersonId, group: ReferenceGroupId, shown: bool) -> Result<(), Fault> {
    sql("INSERT INTO reference_group_member (reference_group, person, shown, joined_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (person, reference_group) DO UPDATE SET shown = excluded.shown")
    .bind(group.uuid())
    .bind(person.uuid())
    .bind(shown)
    .bind(tx.env().now())
    .run(tx.conn())
    .await?;
    tell_organisations(tx, person).await
}

/// Leaves a group.
pub(super) async fn leave(tx: &mut Tx, person: PersonId, group: ReferenceGroupId) -> Result<(), Fault> {
    sql("DELETE FROM reference_group_member WHERE person = $1 AND reference_group = $2")
        .bind(person.uuid())
        .bind(group.uuid())
        .run(tx.conn())
        .await?;
    tell_organisations(tx, person).await
}

/// Leaves all groups: what is left of a person who is erased.
pub(super) async fn leave_all(tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
    sql("DELETE FROM reference_group_member WHERE person = $1").bind(person.uuid()).run(tx.conn()).await?;
    tell_organisations(tx, person).await
}

async fn tell_organisations(tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
    for organisation in crate::expert::organisations_of(tx.conn(), person).await? {
        tx.emit(Event::OrganisationChanged { organisation });
    }
    Ok(())
}

/// Records many memberships at once.
pub(super) async fn join_many(tx: &mut Tx, all: &[NewMembership]) -> Result<(), Fault> {
    let now = tx.env().now();
    for portion in all.chunks(2000) {
        let rows = portion.iter().map(|new| -> [sea_orm::Value; 4] {
            [new.group.uuid().into(), new.person.uuid().into(), new.shown.into(), now.into()]
        });
        sql("INSERT INTO reference_group_member (reference_group, person, shown, joined_at) VALUES ")
            .push_rows(rows)
            .run(tx.conn())
            .await?;
    }
    tx.emit(Event::NetworkChanged);
    Ok(())
}

#[derive(FromQueryResult)]
struct BelongRow {
    organisation: Uuid,
    people: i64,
}

/// How many of the experts active on a day belong to a group, by organisation: of all, or of one.
pub(super) async fn belonging(
    conn: &impl Conn,
    on: NaiveDate,
    some: &[OrganisationId],
) -> Result<HashMap<OrganisationId, i64>, Fault> {
    let rows: Vec<BelongRow> =
        sql("SELECT r.organisation, CAST(COUNT(DISTINCT r.person) AS BIGINT) AS people FROM expert_role r \
         WHERE r.starts <= $1 AND (r.ends IS NULL OR r.ends >= $1) \
         AND EXISTS (SELECT 1 FROM reference_group_member m WHERE m.person = r.person) AND r.organisation IN (")
        .bind(on)
        .push_list(some.iter().map(|id| id.uuid()))
        .push(") GROUP BY r.organisation")
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|row| (OrganisationId::from_uuid(row.organisation), row.people)).collect())
}
