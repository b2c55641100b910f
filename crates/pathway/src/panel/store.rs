//! The SQL of panels, of who steps aside, and of who stands in.

use super::{
    model::{Members, Panel, Seat, SeatOf, Side},
    rules::Apart,
};
use access::Tx;
use kernel::{CallId, CandidacyId, DateTime, Event, NaiveDate, OrganisationId, PanelSeatId, PersonId, Utc, Uuid};
use sea_orm::FromQueryResult;
use std::collections::BTreeMap;
use store::{Conn, Fault, Migrations, migration, sql};

/// How many members a panel has at most: a list on a page, and never a crowd before one person.
pub(super) const MOST: usize = 20;

pub(super) fn migrations() -> Migrations {
    vec![migration(
        "m0410_pathway_panel",
        "CREATE TABLE panel (
            call {uuid} PRIMARY KEY,
            organisation {uuid} NOT NULL REFERENCES organisation (id),
            changed_at {instant} NOT NULL,
            version {int} NOT NULL
         );
         CREATE INDEX panel_organisation ON panel (organisation);
         CREATE TABLE panel_seat (
            id {uuid} PRIMARY KEY,
            call {uuid} NOT NULL REFERENCES panel (call) ON DELETE CASCADE,
            person {uuid} NOT NULL,
            side text NOT NULL CHECK (side IN ('expert', 'professional')),
            since {date} NOT NULL,
            UNIQUE (call, person)
         );
         CREATE INDEX panel_seat_person ON panel_seat (person);
         CREATE TABLE panel_recusal (
            id {uuid} PRIMARY KEY,
            call {uuid} NOT NULL,
            candidacy {uuid} NOT NULL,
            person {uuid} NOT NULL,
            side text NOT NULL,
            tie {bytes},
            at {instant} NOT NULL,
            UNIQUE (candidacy, person)
         );
         CREATE INDEX panel_recusal_call ON panel_recusal (call);
         CREATE INDEX panel_recusal_person ON panel_recusal (person);
         CREATE TABLE panel_stand_in (
            candidacy {uuid} NOT NULL,
            call {uuid} NOT NULL,
            person {uuid} NOT NULL,
            side text NOT NULL CHECK (side IN ('expert', 'professional')),
            at {instant} NOT NULL,
            PRIMARY KEY (candidacy, person)
         );
         CREATE INDEX panel_stand_in_call ON panel_stand_in (call);
         CREATE INDEX panel_stand_in_person ON panel_stand_in (person);",
    )]
}

#[derive(FromQueryResult)]
struct SeatRow {
    person: Uuid,
    side: String,
    since: NaiveDate,
}

/// The members of a call's panel, experts first.
pub(super) async fn members(conn: &impl Conn, call: CallId) -> Result<Vec<Seat>, Fault> {
    let rows: Vec<SeatRow> =
        sql("SELECT person, side, since FROM panel_seat WHERE call = $1 ORDER BY side, since, id LIMIT 50")
            .bind(call.uuid())
            .all(conn)
            .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Seat { person: PersonId::from_uuid(row.person), side: Side::stored(&row.side)?, since: row.since })
        })
        .collect()
}

/// The panel of a call.
pub(super) async fn panel(conn: &impl Conn, call: CallId) -> Result<Panel, Fault> {
    let version: Option<i64> = sql("SELECT version FROM panel WHERE call = $1").bind(call.uuid()).value(conn).await?;
    Ok(Panel { call, members: members(conn, call).await?, version: version.unwrap_or(0) })
}

#[derive(FromQueryResult)]
struct SideRow {
    call: Uuid,
    person: Uuid,
    side: String,
}

/// Who sits on which side in the panels of these calls, in one statement.
pub(super) async fn seats_in(conn: &impl Conn, calls: &[CallId]) -> Result<Vec<(CallId, PersonId, Side)>, Fault> {
    if calls.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<SideRow> = sql("SELECT call, person, side FROM panel_seat WHERE call IN (")
        .push_list(calls.iter().map(|call| call.uuid()))
        .push(") ORDER BY call, id LIMIT 20000")
        .all(conn)
        .await?;
    let seat =
        |row: SideRow| Ok((CallId::from_uuid(row.call), PersonId::from_uuid(row.person), Side::stored(&row.side)?));
    rows.into_iter().map(seat).collect()
}

/// Saves who sits, over the version that was read. The caller has asked the rules.
pub(super) async fn save(
    tx: &mut Tx,
    organisation: OrganisationId,
    call: CallId,
    chosen: &Members,
    version: i64,
) -> Result<(), Fault> {
    let (now, today) = (tx.env().now(), tx.env().today());
    if version == 0 {
        let made = sql("INSERT INTO panel (call, organisation, changed_at, version) VALUES ($1, $2, $3, 1)")
            .bind(call.uuid())
            .bind(organisation.uuid())
            .bind(now)
            .run(tx.conn())
            .await;
        match made {
            Err(Fault::Duplicate(_)) => return Err(Fault::Stale),
            other => other?,
        };
    } else {
        sql("UPDATE panel SET changed_at = $3, version = version + 1 WHERE call = $1 AND version = $2")
            .bind(call.uuid())
            .bind(version)
            .bind(now)
            .run_once(tx.conn())
            .await?;
    }
    let before = members(tx.conn(), call).await?;
    let gone: Vec<Uuid> = before
        .iter()
        .filter(|seat| chosen.get(&seat.person) != Some(&seat.side))
        .map(|seat| seat.person.uuid())
        .collect();
    if !gone.is_empty() {
        sql("DELETE FROM panel_seat WHERE call = $1 AND person IN (")
            .bind(call.uuid())
            .push_list(gone)
            .push(")")
            .run(tx.conn())
            .await?;
    }
    let sat = |person: PersonId, side: Side| before.iter().any(|seat| seat.person == person && seat.side == side);
    let come =
        chosen.iter().filter(|(person, side)| !sat(**person, **side)).map(|(person, side)| (call, *person, *side));
    seat(tx, come.collect(), today).await?;
    tx.note("call", call.to_string());
    tx.note("members", chosen.len());
    tx.emit(Event::OrganisationChanged { organisation });
    Ok(())
}

/// Seats people in panels, in one statement.
async fn seat(tx: &Tx, all: Vec<(CallId, PersonId, Side)>, since: NaiveDate) -> Result<(), Fault> {
    if all.is_empty() {
        return Ok(());
    }
    let rows = all.into_iter().map(|(call, person, side)| -> [sea_orm::Value; 5] {
        let id = tx.env().id::<PanelSeatId>().uuid();
        [id.into(), call.uuid().into(), person.uuid().into(), side.code().into(), since.into()]
    });
    sql("INSERT INTO panel_seat (id, call, person, side, since) VALUES ").push_rows(rows).run(tx.conn()).await?;
    Ok(())
}

/// Saves many panels at once, for made-up networks.
pub(super) async fn create(tx: &mut Tx, all: &[(OrganisationId, CallId, Members)]) -> Result<(), Fault> {
    let (now, today) = (tx.env().now(), tx.env().today());
    for portion in all.chunks(200) {
        let rows = portion.iter().map(|(organisation, call, _)| -> [sea_orm::Value; 4] {
            [call.uuid().into(), organisation.uuid().into(), now.into(), 1_i64.into()]
        });
        sql("INSERT INTO panel (call, organisation, changed_at, version) VALUES ")
            .push_rows(rows)
            .run(tx.conn())
            .await?;
        let lines =
            portion.iter().flat_map(|(_, call, members)| members.iter().map(move |one| (*call, *one.0, *one.1)));
        seat(tx, lines.collect(), today).await?;
    }
    Ok(())
}

#[derive(FromQueryResult)]
struct CallSideRow {
    call: Uuid,
    side: String,
}

/// The seats of a person.
pub(crate) async fn seats_of(conn: &impl Conn, person: PersonId) -> Result<Vec<SeatOf>, Fault> {
    let rows: Vec<CallSideRow> =
        sql("SELECT call, side FROM panel_seat WHERE person = $1 ORDER BY since DESC, id DESC LIMIT 200")
            .bind(person.uuid())
            .all(conn)
            .await?;
    rows.into_iter()
        .map(|row| Ok(SeatOf { call: CallId::from_uuid(row.call), side: Side::stored(&row.side)? }))
        .collect()
}

#[derive(FromQueryResult)]
struct StandInRow {
    candidacy: Uuid,
    call: Uuid,
}

/// The candidacies for which a person stands in, with their calls.
pub(super) async fn stands_in(conn: &impl Conn, person: PersonId) -> Result<Vec<(CandidacyId, CallId)>, Fault> {
    let rows: Vec<StandInRow> =
        sql("SELECT candidacy, call FROM panel_stand_in WHERE person = $1 ORDER BY at DESC, candidacy LIMIT 200")
            .bind(person.uuid())
            .all(conn)
            .await?;
    Ok(rows.into_iter().map(|row| (CandidacyId::from_uuid(row.candidacy), CallId::from_uuid(row.call))).collect())
}

#[derive(FromQueryResult)]
struct ApartRow {
    candidacy: Uuid,
    person: Uuid,
    side: String,
    stands_in: bool,
}

fn gather(rows: Vec<ApartRow>) -> Result<BTreeMap<CandidacyId, Apart>, Fault> {
    let mut all: BTreeMap<CandidacyId, Apart> = BTreeMap::new();
    for row in rows {
        let apart = all.entry(CandidacyId::from_uuid(row.candidacy)).or_default();
        let person = PersonId::from_uuid(row.person);
        if row.stands_in {
            apart.stand_ins.insert(person, Side::stored(&row.side)?);
        } else {
            apart.aside.insert(person);
        }
    }
    Ok(all)
}

/// What is different for each open candidacy of a call. A candidate never sits for themselves.
pub(super) async fn apart_in(conn: &impl Conn, call: CallId) -> Result<BTreeMap<CandidacyId, Apart>, Fault> {
    let rows: Vec<ApartRow> = sql("SELECT r.candidacy, r.person, r.side, FALSE AS stands_in FROM panel_recusal r \
             JOIN candidacy c ON c.id = r.candidacy WHERE r.call = $1 AND c.stage <> 'closed' \
         UNION ALL SELECT s.candidacy, s.person, s.side, TRUE FROM panel_stand_in s \
             JOIN candidacy c ON c.id = s.candidacy WHERE s.call = $1 AND c.stage <> 'closed' \
         UNION ALL SELECT c.id, c.person, '', FALSE FROM candidacy c \
             JOIN panel_seat s ON s.call = c.call AND s.person = c.person \
             WHERE c.call = $1 AND c.stage <> 'closed' LIMIT 5000")
    .bind(call.uuid())
    .all(conn)
    .await?;
    gather(rows)
}

/// What is different for one candidacy. A candidate never sits for themselves.
pub(super) async fn apart(
    conn: &impl Conn,
    candidacy: CandidacyId,
    candidate: Option<PersonId>,
) -> Result<Apart, Fault> {
    let rows: Vec<ApartRow> =
        sql("SELECT candidacy, person, side, FALSE AS stands_in FROM panel_recusal WHERE candidacy = $1 \
         UNION ALL SELECT candidacy, person, side, TRUE FROM panel_stand_in WHERE candidacy = $1 LIMIT 100")
        .bind(candidacy.uuid())
        .all(conn)
        .await?;
    let mut apart = gather(rows)?.remove(&candidacy).unwrap_or_default();
    apart.aside.extend(candidate);
    Ok(apart)
}

/// Which of these candidacies a person stepped aside from.
pub(super) async fn aside_of(
    conn: &impl Conn,
    person: PersonId,
    of: &[CandidacyId],
) -> Result<Vec<CandidacyId>, Fault> {
    if of.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Uuid> = sql("SELECT candidacy FROM panel_recusal WHERE person = $1 AND candidacy IN (")
        .bind(person.uuid())
        .push_list(of.iter().map(|id| id.uuid()))
        .push(") LIMIT 1000")
        .values(conn)
        .await?;
    Ok(ids.into_iter().map(CandidacyId::from_uuid).collect())
}

/// Writes down that a member steps aside, with the words on the tie where there are some.
pub(super) async fn step_aside(
    tx: &mut Tx,
    call: CallId,
    candidacy: CandidacyId,
    member: (PersonId, Side),
    tie: Option<Vec<u8>>,
) -> Result<(), Fault> {
    sql("INSERT INTO panel_recusal (id, call, candidacy, person, side, tie, at) VALUES ($1, $2, $3, $4, $5, $6, $7)")
        .bind(tx.env().uuid())
        .bind(call.uuid())
        .bind(candidacy.uuid())
        .bind(member.0.uuid())
        .bind(member.1.code())
        .bind(tie)
        .bind(tx.env().now())
        .run(tx.conn())
        .await?;
    tx.note("what", "steps-aside");
    tx.note("candidacy", candidacy.to_string());
    Ok(())
}

/// Writes down that somebody stands in for one candidacy.
pub(super) async fn stand_in(
    tx: &mut Tx,
    call: CallId,
    candidacy: CandidacyId,
    person: (PersonId, Side),
) -> Result<(), Fault> {
    sql("INSERT INTO panel_stand_in (candidacy, call, person, side, at) VALUES ($1, $2, $3, $4, $5)")
        .bind(candidacy.uuid())
        .bind(call.uuid())
        .bind(person.0.uuid())
        .bind(person.1.code())
        .bind(tx.env().now())
        .run(tx.conn())
        .await?;
    tx.note("stands_in", person.0.to_string());
    Ok(())
}

/// A recusal, as its own member may read it.
#[derive(FromQueryResult)]
pub(super) struct OwnRecusal {
    pub candidacy: Uuid,
    pub tie: Option<Vec<u8>>,
    pub at: DateTime<Utc>,
}

/// Where a person stepped aside.
pub(super) async fn recusals_of(conn: &impl Conn, person: PersonId) -> Result<Vec<OwnRecusal>, Fault> {
    sql("SELECT candidacy, tie, at FROM panel_recusal WHERE person = $1 ORDER BY at, id LIMIT 1000")
        .bind(person.uuid())
        .all(conn)
        .await
}

/// Takes a person out of every panel. What is left may lack a side: no such panel can do anything
/// until the organisation has filled it.
pub(super) async fn erase(tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
    let touched: Vec<Uuid> = sql("SELECT DISTINCT p.organisation FROM panel p JOIN panel_seat s ON s.call = p.call \
         WHERE s.person = $1 LIMIT 500")
    .bind(person.uuid())
    .values(tx.conn())
    .await?;
    for statement in [
        "UPDATE panel SET version = version + 1 WHERE call IN (SELECT call FROM panel_seat WHERE person = $1)",
        "DELETE FROM panel_seat WHERE person = $1",
        "DELETE FROM panel_recusal WHERE person = $1",
        "DELETE FROM panel_stand_in WHERE person = $1",
    ] {
        sql(statement).bind(person.uuid()).run(tx.conn()).await?;
    }
    for organisation in touched {
        tx.emit(Event::OrganisationChanged { organisation: OrganisationId::from_uuid(organisation) });
    }
    Ok(())
}

/// Removes what is kept of a candidacy whose time is over.
pub(super) async fn forget(tx: &Tx, candidacy: CandidacyId) -> Result<(), Fault> {
    for statement in
        ["DELETE FROM panel_recusal WHERE candidacy = $1", "DELETE FROM panel_stand_in WHERE candidacy = $1"]
    {
        sql(statement).bind(candidacy.uuid()).run(tx.conn()).await?;
    }
    Ok(())
}
