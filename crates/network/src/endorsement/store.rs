//! The SQL of endorsements and of membership of the network.

use super::{
    model::{Belonging, Endorsement, NewEndorsement, Version, Work},
    rules::Change,
};
use access::Tx;
use kernel::{EndorsementId, Event, NaiveDate, OrganisationId, PersonId, Uuid};
use sea_orm::FromQueryResult;
use std::collections::{BTreeMap, HashMap};
use store::{Conn, Fault, Migrations, migration, sql};

pub(super) fn migrations() -> Migrations {
    vec![migration(
        "m0333_network_endorsement",
        "CREATE TABLE endorsement (
            id {uuid} PRIMARY KEY,
            organisation {uuid} NOT NULL REFERENCES organisation (id),
            work text NOT NULL,
            work_version {uuid} NOT NULL,
            signed_by {uuid},
            capacity text NOT NULL,
            signed_on {date} NOT NULL,
            withdrawn_by {uuid},
            withdrawn_on {date}
         );
         CREATE UNIQUE INDEX endorsement_standing ON endorsement (organisation, work_version) WHERE withdrawn_on IS NULL;
         CREATE INDEX endorsement_version ON endorsement (work_version, signed_on);
         CREATE INDEX endorsement_signed_by ON endorsement (signed_by);
         CREATE TABLE network_member (
            id {uuid} PRIMARY KEY,
            organisation {uuid} NOT NULL REFERENCES organisation (id),
            joined_on {date} NOT NULL,
            joined_by {uuid},
            left_on {date},
            left_by {uuid}
         );
         CREATE UNIQUE INDEX network_member_now ON network_member (organisation) WHERE left_on IS NULL;",
    )]
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    organisation: Uuid,
    work: String,
    work_version: Uuid,
    signed_by: Option<Uuid>,
    capacity: String,
    signed_on: NaiveDate,
    withdrawn_on: Option<NaiveDate>,
}

impl TryFrom<Row> for Endorsement {
    type Error = Fault;
    fn try_from(row: Row) -> Result<Self, Fault> {
        Ok(Endorsement {
            id: EndorsementId::from_uuid(row.id),
            organisation: OrganisationId::from_uuid(row.organisation),
            version: Version::new(Work::stored(&row.work)?, row.work_version),
            by: row.signed_by.map(PersonId::from_uuid),
            capacity: row.capacity,
            on: row.signed_on,
            withdrawn_on: row.withdrawn_on,
        })
    }
}

const COLUMNS: &str = "id, organisation, work, work_version, signed_by, capacity, signed_on, withdrawn_on";

/// Writes the assent down. [`Fault::Duplicate`] when it stands already.
pub(super) async fn sign(
    tx: &mut Tx,
    organisation: OrganisationId,
    new: &NewEndorsement,
) -> Result<EndorsementId, Fault> {
    let id = tx.env().id::<EndorsementId>();
    sql("INSERT INTO endorsement (id, organisation, work, work_version, signed_by, capacity, signed_on) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)")
    .bind(id.uuid())
    .bind(organisation.uuid())
    .bind(new.version.work().code())
    .bind(new.version.uuid())
    .bind(tx.actor_person().map(|p| p.uuid()))
    .bind(new.capacity.as_str())
    .bind(tx.env().today())
    .run(tx.conn())
    .await?;
    tx.note("endorsed", new.version.typed());
    tx.emit(Event::OrganisationChanged { organisation });
    Ok(id)
}

/// Withdraws an assent that stands; [`Fault::Stale`] when it was withdrawn meanwhile.
pub(super) async fn withdraw(tx: &mut Tx, organisation: OrganisationId, id: EndorsementId) -> Result<(), Fault> {
    sql("UPDATE endorsement SET withdrawn_on = $3, withdrawn_by = $4 \
         WHERE id = $1 AND organisation = $2 AND withdrawn_on IS NULL")
    .bind(id.uuid())
    .bind(organisation.uuid())
    .bind(tx.env().today())
    .bind(tx.actor_person().map(|p| p.uuid()))
    .run_once(tx.conn())
    .await?;
    tx.note("withdrawn", id.to_string());
    tx.emit(Event::OrganisationChanged { organisation });
    Ok(())
}

/// All endorsements of an organisation, the latest first.
pub(super) async fn of_organisation(conn: &impl Conn, organisation: OrganisationId) -> Result<Vec<Endorsement>, Fault> {
    let rows: Vec<Row> = sql(format!(
        "SELECT {COLUMNS} FROM endorsement WHERE organisation = $1 ORDER BY signed_on DESC, id DESC LIMIT 200"
    ))
    .bind(organisation.uuid())
    .all(conn)
    .await?;
    rows.into_iter().map(Endorsement::try_from).collect()
}

/// Of an organisation in the public register: the public reads of no other.
const PUBLIC: &str = "EXISTS (SELECT 1 FROM organisation o WHERE o.id = endorsement.organisation AND o.listed = TRUE)";

/// The endorsements of a version that stand, by the organisation's name.
pub(super) async fn of_version(
    conn: &impl Conn,
    version: Version,
    limit: i64,
    skip: i64,
) -> Result<Vec<Endorsement>, Fault> {
    let rows: Vec<Row> = sql(format!(
        "SELECT {COLUMNS} FROM endorsement WHERE work_version = $1 AND withdrawn_on IS NULL AND {PUBLIC} \
         ORDER BY (SELECT o.name_key FROM organisation o WHERE o.id = endorsement.organisation), id LIMIT $2 OFFSET $3"
    ))
    .bind(version.uuid())
    .bind(limit)
    .bind(skip)
    .all(conn)
    .await?;
    rows.into_iter().map(Endorsement::try_from).collect()
}

#[derive(FromQueryResult)]
struct CountRow {
    work_version: Uuid,
    count: i64,
}

/// How many endorsements of each version stand.
pub(super) async fn counts(conn: &impl Conn) -> Result<HashMap<Uuid, i64>, Fault> {
    let rows: Vec<CountRow> = sql(format!(
        "SELECT work_version, CAST(COUNT(*) AS BIGINT) AS count FROM endorsement \
         WHERE withdrawn_on IS NULL AND {PUBLIC} GROUP BY work_version"
    ))
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(|row| (row.work_version, row.count)).collect())
}

#[derive(FromQueryResult)]
struct ChangeRow {
    on_day: NaiveDate,
    by_count: i64,
}

/// What changed on each day for a version.
pub(super) async fn changes(conn: &impl Conn, version: Version) -> Result<Vec<Change>, Fault> {
    let rows: Vec<ChangeRow> = sql(format!(
        "SELECT signed_on AS on_day, CAST(COUNT(*) AS BIGINT) AS by_count FROM endorsement \
         WHERE work_version = $1 AND {PUBLIC} GROUP BY signed_on \
         UNION ALL SELECT withdrawn_on AS on_day, CAST(0 - COUNT(*) AS BIGINT) AS by_count FROM endorsement \
         WHERE work_version = $1 AND withdrawn_on IS NOT NULL AND {PUBLIC} GROUP BY withdrawn_on"
    ))
    .bind(version.uuid())
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(|row| Change { on: row.on_day, by: row.by_count }).collect())
}

#[derive(FromQueryResult)]
struct StandRow {
    organisation: Uuid,
    work: String,
    work_version: Uuid,
}

/// What each organisation endorses: of all, or of some. For the Charter's rules.
pub(super) async fn standing(
    conn: &impl Conn,
    some: Option<&[OrganisationId]>,
) -> Result<HashMap<OrganisationId, Vec<Version>>, Fault> {
    let mut query = sql("SELECT organisation, work, work_version FROM endorsement WHERE withdrawn_on IS NULL");
    if let Some(some) = some {
        query = query.push(" AND organisation IN (").push_list(some.iter().map(|id| id.uuid())).push(")");
    }
    let rows: Vec<StandRow> = query.push(" ORDER BY organisation, signed_on").all(conn).await?;
    let mut all: HashMap<OrganisationId, Vec<Version>> = HashMap::new();
    for row in rows {
        let version = Version::new(Work::stored(&row.work)?, row.work_version);
        all.entry(OrganisationId::from_uuid(row.organisation)).or_default().push(version);
    }
    Ok(all)
}

#[derive(FromQueryResult)]
struct MemberRow {
    joined_on: NaiveDate,
    left_on: Option<NaiveDate>,
}

/// When an organisation belonged to the network, the latest first.
pub(super) async fn belongings(conn: &impl Conn, organisation: OrganisationId) -> Result<Vec<Belonging>, Fault> {
    let rows: Vec<MemberRow> = sql("SELECT joined_on, left_on FROM network_member WHERE organisation = $1 \
         ORDER BY joined_on DESC, id DESC LIMIT 50")
    .bind(organisation.uuid())
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(|row| Belonging { joined_on: row.joined_on, left_on: row.left_on }).collect())
}

/// Joins the network. [`Fault::Duplicate`] when the organisation belongs already.
pub(super) async fn join(tx: &mut Tx, organisation: OrganisationId) -> Result<(), Fault> {
    sql("INSERT INTO network_member (id, organisation, joined_on, joined_by) VALUES ($1, $2, $3, $4)")
        .bind(tx.env().uuid())
        .bind(organisation.uuid())
        .bind(tx.env().today())
        .bind(tx.actor_person().map(|p| p.uuid()))
        .run(tx.conn())
        .await?;
    tx.note("network", "joined");
    tx.emit(Event::OrganisationChanged { organisation });
    Ok(())
}

/// Leaves the network; [`Fault::Stale`] when it does not belong.
pub(super) async fn leave(tx: &mut Tx, organisation: OrganisationId) -> Result<(), Fault> {
    sql("UPDATE network_member SET left_on = $2, left_by = $3 WHERE organisation = $1 AND left_on IS NULL")
        .bind(organisation.uuid())
        .bind(tx.env().today())
        .bind(tx.actor_person().map(|p| p.uuid()))
        .run_once(tx.conn())
        .await?;
    tx.note("network", "left");
    tx.emit(Event::OrganisationChanged { organisation });
    Ok(())
}

/// How many organisations of the public register belong to the network: one that was closed does
/// not any more.
pub(super) async fn members(conn: &impl Conn) -> Result<i64, Fault> {
    let count = sql("SELECT CAST(COUNT(*) AS BIGINT) FROM network_member WHERE left_on IS NULL AND EXISTS \
         (SELECT 1 FROM organisation o WHERE o.id = network_member.organisation AND o.listed = TRUE)")
    .value(conn)
    .await?;
    Ok(count.unwrap_or(0))
}

/// Records many endorsements at once, for made-up networks; all join the network as well.
pub(super) async fn sign_many(tx: &mut Tx, all: &[(OrganisationId, Version, NaiveDate)]) -> Result<(), Fault> {
    for portion in all.chunks(1000) {
        let env = tx.env();
        let row = |(organisation, version, on): &(OrganisationId, Version, NaiveDate)| -> [sea_orm::Value; 6] {
            [
                env.uuid().into(),
                organisation.uuid().into(),
                version.work().code().into(),
                version.uuid().into(),
                "".into(),
                (*on).into(),
            ]
        };
        sql("INSERT INTO endorsement (id, organisation, work, work_version, capacity, signed_on) VALUES ")
            .push_rows(portion.iter().map(row))
            .run(tx.conn())
            .await?;
    }
    join_many(tx, all).await?;
    tx.emit(Event::NetworkChanged);
    Ok(())
}

async fn join_many(tx: &Tx, all: &[(OrganisationId, Version, NaiveDate)]) -> Result<(), Fault> {
    let mut first: BTreeMap<OrganisationId, NaiveDate> = BTreeMap::new();
    for (organisation, _, on) in all {
        let since = first.entry(*organisation).or_insert(*on);
        *since = (*since).min(*on);
    }
    let first: Vec<_> = first.into_iter().collect();
    for portion in first.chunks(2000) {
        let env = tx.env();
        let row = |(organisation, on): &(OrganisationId, NaiveDate)| -> [sea_orm::Value; 3] {
            [env.uuid().into(), organisation.uuid().into(), (*on).into()]
        };
        sql("INSERT INTO network_member (id, organisation, joined_on) VALUES ")
            .push_rows(portion.iter().map(row))
            .push(" ON CONFLICT DO NOTHING")
            .run(tx.conn())
            .await?;
    }
    Ok(())
}

/// What a person signed.
pub(super) async fn signed_by(conn: &impl Conn, person: PersonId) -> Result<Vec<Endorsement>, Fault> {
    let rows: Vec<Row> = sql(format!(
        "SELECT {COLUMNS} FROM endorsement WHERE signed_by = $1 OR withdrawn_by = $1 ORDER BY signed_on, id LIMIT 1000"
    ))
    .bind(person.uuid())
    .all(conn)
    .await?;
    rows.into_iter().map(Endorsement::try_from).collect()
}

/// Endorsements stay the organisation's; who signed is forgotten.
pub(super) async fn forget_signer(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    for statement in [
        "UPDATE endorsement SET signed_by = NULL, capacity = '' WHERE signed_by = $1",
        "UPDATE endorsement SET withdrawn_by = NULL WHERE withdrawn_by = $1",
        "UPDATE network_member SET joined_by = NULL WHERE joined_by = $1",
        "UPDATE network_member SET left_by = NULL WHERE left_by = $1",
    ] {
        sql(statement).bind(person.uuid()).run(tx.conn()).await?;
    }
    Ok(())
}
