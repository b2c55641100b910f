//! The organisations, their sheets and the pieces that the search looks through.

pub(crate) mod directory;
pub(crate) mod sheet;

use self::sheet::{SHEET, SheetRow, sheet_values};
use super::{
    model::{Organisation, Sheet, SheetState, StoredSheet},
    rules::slugs,
};
use access::Tx;
use kernel::{Event, NaiveDate, OrganisationId, ProfileSheetId, Territory, Uuid, fold, trigrams};
use sea_orm::{FromQueryResult, Value};
use std::collections::HashSet;
use store::{Conn, Fault, migration, sql};

/// The tables of this feature.
pub(crate) fn migrations() -> store::Migrations {
    vec![migration(
        "m0301_network_organisation",
        "CREATE TABLE organisation (
            id {uuid} PRIMARY KEY,
            slug text NOT NULL UNIQUE,
            name text NOT NULL,
            name_key text NOT NULL,
            kind text NOT NULL,
            town text NOT NULL,
            town_key text NOT NULL,
            province text NOT NULL,
            territory text NOT NULL,
            stage text NOT NULL,
            led_by text NOT NULL,
            user_experts {int},
            family_experts {int},
            listed {bool} NOT NULL,
            confirmed_sheet {uuid},
            pending_sheet {uuid},
            confirmed_on {date},
            closed_on {date},
            created_at {instant} NOT NULL,
            version {int} NOT NULL
         );
         CREATE INDEX organisation_listed ON organisation (listed, name_key, id);
         CREATE INDEX organisation_territory ON organisation (territory, listed, name_key, id);
         CREATE INDEX organisation_kind ON organisation (kind, listed, name_key, id);
         CREATE INDEX organisation_identity ON organisation (name_key, town_key);
         CREATE INDEX organisation_pending ON organisation (pending_sheet) WHERE pending_sheet IS NOT NULL;
         CREATE TABLE profile_sheet (
            id {uuid} PRIMARY KEY,
            organisation_id {uuid} NOT NULL REFERENCES organisation (id),
            number {int} NOT NULL,
            state text NOT NULL,
            name text NOT NULL,
            kind text NOT NULL,
            town text NOT NULL,
            province text NOT NULL,
            territory text NOT NULL,
            address text,
            email text,
            phone text,
            website text,
            led_by text NOT NULL,
            stage text NOT NULL,
            activities text,
            user_volunteer {int},
            user_part_time {int},
            user_full_time {int},
            family_volunteer {int},
            family_part_time {int},
            family_full_time {int},
            figures_on {date},
            written_at {instant} NOT NULL,
            settled_at {instant},
            note text
         );
         CREATE UNIQUE INDEX profile_sheet_number ON profile_sheet (organisation_id, number);
         CREATE TABLE organisation_trigram (
            trigram text NOT NULL,
            organisation_id {uuid} NOT NULL REFERENCES organisation (id),
            PRIMARY KEY (trigram, organisation_id)
         );
         CREATE INDEX organisation_trigram_organisation ON organisation_trigram (organisation_id);
         CREATE TABLE register_stamp (
            id {int} PRIMARY KEY,
            stamp text NOT NULL
         );",
    )]
}

/// Changes whenever what the public reads of the register does: a page that was made under it
/// still holds. Empty for a register that never changed.
pub(crate) async fn stamp(conn: &impl Conn) -> Result<String, Fault> {
    Ok(sql("SELECT stamp FROM register_stamp WHERE id = 1").value(conn).await?.unwrap_or_default())
}

/// Marks that what the public reads of the register changed.
async fn changed_in_public(tx: &Tx) -> Result<(), Fault> {
    sql("INSERT INTO register_stamp (id, stamp) VALUES (1, $1) \
         ON CONFLICT (id) DO UPDATE SET stamp = excluded.stamp")
    .bind(tx.env().uuid().to_string())
    .run(tx.conn())
    .await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct OrganisationRow {
    id: Uuid,
    slug: String,
    name: String,
    territory: String,
    listed: bool,
    closed_on: Option<NaiveDate>,
    version: i64,
}

/// The organisation that an address names, by its id or its slug.
pub(crate) async fn by_address(conn: &impl Conn, address: &str) -> Result<Option<Organisation>, Fault> {
    match address.parse::<Uuid>() {
        // No slug has such signs, and PostgreSQL cannot even look for the NUL among them.
        _ if address.chars().any(char::is_control) => Ok(None),
        Ok(id) => by_id(conn, OrganisationId::from_uuid(id)).await,
        Err(_) => one(conn, "slug = $1", address.into()).await,
    }
}

/// The organisation that has this id.
pub(crate) async fn by_id(conn: &impl Conn, id: OrganisationId) -> Result<Option<Organisation>, Fault> {
    one(conn, "id = $1", id.uuid().into()).await
}

async fn one(conn: &impl Conn, condition: &str, value: Value) -> Result<Option<Organisation>, Fault> {
    let text =
        format!("SELECT id, slug, name, territory, listed, closed_on, version FROM organisation WHERE {condition}");
    let Some(row) = sql(text).bind(value).one::<OrganisationRow>(conn).await? else { return Ok(None) };
    Ok(with_sheets(conn, vec![row]).await?.pop())
}

/// The organisations that have these ids, in no order.
pub(crate) async fn by_ids(conn: &impl Conn, ids: &[OrganisationId]) -> Result<Vec<Organisation>, Fault> {
    let mut found = Vec::with_capacity(ids.len());
    for some in ids.chunks(500) {
        let text = "SELECT id, slug, name, territory, listed, closed_on, version FROM organisation WHERE id IN (";
        let rows: Vec<OrganisationRow> =
            sql(text).push_list(some.iter().map(|id| id.uuid())).push(")").all(conn).await?;
        found.extend(with_sheets(conn, rows).await?);
    }
    Ok(found)
}

/// The organisations of which name and town, folded, are among these, with their sheets.
pub(crate) async fn by_identity(conn: &impl Conn, names: &[String]) -> Result<Vec<(String, Organisation)>, Fault> {
    let mut found = Vec::new();
    for some in names.chunks(400) {
        let text = "SELECT id, slug, name, territory, listed, closed_on, version FROM organisation WHERE name_key IN (";
        let rows: Vec<OrganisationRow> =
            sql(text).push_list(some.iter().map(String::as_str)).push(")").all(conn).await?;
        found.extend(with_sheets(conn, rows).await?);
    }
    let identity = |o: Organisation| {
        let sheet =
            o.confirmed.as_ref().or(o.pending.as_ref()).map(|stored| identity(&stored.sheet.name, &stored.sheet.town));
        sheet.map(|identity| (identity, o))
    };
    Ok(found.into_iter().filter_map(identity).collect())
}

/// What makes two lines speak of one organisation: the same name in the same town, however accented.
pub(crate) fn identity(name: &str, town: &str) -> String {
    format!("{}|{}", fold(name), fold(town))
}

async fn with_sheets(conn: &impl Conn, rows: Vec<OrganisationRow>) -> Result<Vec<Organisation>, Fault> {
    let text = format!(
        "SELECT {SHEET} FROM profile_sheet WHERE state IN ('confirmed', 'waiting', 'returned') AND organisation_id IN ("
    );
    let sheets: Vec<SheetRow> = sql(text).push_list(rows.iter().map(|row| row.id)).push(")").all(conn).await?;
    let mut organisations = Vec::with_capacity(rows.len());
    for row in rows {
        organisations.push(Organisation {
            id: OrganisationId::from_uuid(row.id),
            slug: row.slug,
            name: row.name,
            territory: row.territory.parse().map_err(Fault::unreadable)?,
            listed: row.listed,
            closed_on: row.closed_on,
            version: row.version,
            confirmed: None,
            pending: None,
        });
    }
    let mut places: std::collections::HashMap<Uuid, usize> =
        organisations.iter().enumerate().map(|(place, o)| (o.id.uuid(), place)).collect();
    for row in sheets {
        let Some(organisation) = places.get_mut(&row.organisation_id).and_then(|place| organisations.get_mut(*place))
        else {
            continue;
        };
        let stored = row.read()?;
        match stored.state {
            SheetState::Confirmed => organisation.confirmed = Some(stored),
            _ => organisation.pending = Some(stored),
        }
    }
    Ok(organisations)
}

/// Adds organisations, each with its first sheet; those `confirmed` are public at once. They are
/// written many rows at a time.
pub(crate) async fn add(tx: &mut Tx, new: Vec<(Sheet, bool)>) -> Result<Vec<OrganisationId>, Fault> {
    changed_in_public(tx).await?;
    let env = tx.env().clone();
    let ids: Vec<OrganisationId> = new.iter().map(|_| env.id()).collect();
    for (ids, new) in ids.chunks(150).zip(new.chunks(150)) {
        let addresses = free_slugs(tx.conn(), ids, new).await?;
        let (mut organisations, mut sheets) = (Vec::with_capacity(new.len()), Vec::with_capacity(new.len()));
        for ((id, (sheet, confirmed)), slug) in ids.iter().zip(new).zip(addresses) {
            let sheet_id: ProfileSheetId = env.id();
            let (public, waiting) = if *confirmed { (Some(sheet_id), None) } else { (None, Some(sheet_id)) };
            let mut row: Vec<Value> = vec![id.uuid().into(), slug.into()];
            row.extend(published(sheet));
            row.extend::<[Value; 6]>([
                (*confirmed).into(),
                public.map(ProfileSheetId::uuid).into(),
                waiting.map(ProfileSheetId::uuid).into(),
                confirmed.then(|| env.today()).into(),
                env.now().into(),
                1_i64.into(),
            ]);
            organisations.push(row);
            let state = if *confirmed { SheetState::Confirmed } else { SheetState::Waiting };
            sheets.push(sheet_values(sheet_id, *id, 1, state, sheet, env.now()));
        }
        sql("INSERT INTO organisation (id, slug, name, name_key, kind, town, town_key, province, territory, stage, \
             led_by, user_experts, family_experts, listed, confirmed_sheet, pending_sheet, confirmed_on, created_at, \
             version) VALUES ")
        .push_rows(organisations)
        .run(tx.conn())
        .await?;
        insert_sheets(tx.conn(), sheets).await?;
        index(tx.conn(), ids.iter().zip(new).map(|(id, (sheet, _))| (*id, sheet))).await?;
    }
    match ids.as_slice() {
        [] => {}
        [organisation] => tx.emit(Event::OrganisationChanged { organisation: *organisation }),
        _ => tx.emit(Event::NetworkChanged),
    }
    Ok(ids)
}

/// Writes sheets down, of which there is at least one.
async fn insert_sheets(conn: &impl Conn, sheets: Vec<Vec<Value>>) -> Result<(), Fault> {
    sql(format!("INSERT INTO profile_sheet ({SHEET}) VALUES ")).push_rows(sheets).run(conn).await?;
    Ok(())
}

/// What the organisation's own row repeats of its public sheet, for lists and search: name,
/// name_key, kind, town, town_key, province, territory, stage, led_by, user_experts, family_experts.
fn published(sheet: &Sheet) -> [Value; 11] {
    [
        sheet.name.as_str().into(),
        fold(&sheet.name).into(),
        sheet.kind.code().into(),
        sheet.town.as_str().into(),
        fold(&sheet.town).into(),
        sheet.province.as_str().into(),
        sheet.territory.code().into(),
        sheet.stage.code().into(),
        sheet.lead.code().into(),
        sheet.figures.user.total().into(),
        sheet.figures.family.total().into(),
    ]
}

/// An address for each new organisation that no other has, here or on record.
async fn free_slugs(conn: &impl Conn, ids: &[OrganisationId], new: &[(Sheet, bool)]) -> Result<Vec<String>, Fault> {
    let wanted: Vec<[String; 3]> =
        ids.iter().zip(new).map(|(id, (sheet, _))| slugs(&sheet.name, &sheet.town, id.uuid())).collect();
    let asked = wanted.iter().flatten().map(String::as_str);
    let text = "SELECT slug FROM organisation WHERE slug IN (";
    let mut taken: HashSet<String> = sql(text).push_list(asked).push(")").values(conn).await?.into_iter().collect();
    let mut free = Vec::with_capacity(new.len());
    for options in wanted {
        let last = options[2].clone();
        let slug = options.into_iter().find(|slug| !taken.contains(slug)).unwrap_or(last);
        taken.insert(slug.clone());
        free.push(slug);
    }
    Ok(free)
}

async fn index<'a>(conn: &impl Conn, sheets: impl Iterator<Item = (OrganisationId, &'a Sheet)>) -> Result<(), Fault> {
    let pieces: Vec<(OrganisationId, String)> = sheets
        .flat_map(|(id, sheet)| trigrams(&sheet.search_text()).into_iter().map(move |piece| (id, piece)))
        .collect();
    for some in pieces.chunks(1000) {
        let rows = some.iter().map(|(id, piece)| -> [Value; 2] { [piece.as_str().into(), id.uuid().into()] });
        sql("INSERT INTO organisation_trigram (trigram, organisation_id) VALUES ").push_rows(rows).run(conn).await?;
    }
    Ok(())
}

/// Writes a new sheet that waits; one that waited before is replaced. With `confirmed`, the sheet
/// is public at once and the one that was public is past.
///
/// # Errors
/// [`Fault::Stale`] when the organisation changed since `version` was read.
pub(crate) async fn save_sheet(
    tx: &mut Tx,
    id: OrganisationId,
    version: i64,
    sheet: &Sheet,
    confirmed: bool,
) -> Result<ProfileSheetId, Fault> {
    let env = tx.env().clone();
    let sheet_id: ProfileSheetId = env.id();
    sql("UPDATE organisation SET version = version + 1, pending_sheet = $1 WHERE id = $2 AND version = $3")
        .bind(sheet_id.uuid())
        .bind(id.uuid())
        .bind(version)
        .run_once(tx.conn())
        .await?;
    sql("UPDATE profile_sheet SET state = 'replaced' WHERE organisation_id = $1 AND state IN ('waiting', 'returned')")
        .bind(id.uuid())
        .run(tx.conn())
        .await?;
    let number: i64 =
        sql("SELECT CAST(COALESCE(MAX(number), 0) + 1 AS BIGINT) FROM profile_sheet WHERE organisation_id = $1")
            .bind(id.uuid())
            .value(tx.conn())
            .await?
            .unwrap_or(1);
    insert_sheets(tx.conn(), vec![sheet_values(sheet_id, id, number, SheetState::Waiting, sheet, env.now())]).await?;
    tx.note("sheet", number);
    if confirmed {
        publish(tx, id, sheet_id, sheet).await?;
    } else {
        tx.emit(Event::OrganisationChanged { organisation: id });
    }
    Ok(sheet_id)
}

/// Confirms the sheet that waits.
///
/// # Errors
/// [`Fault::Stale`] when the organisation changed since `version` was read.
pub(crate) async fn confirm(tx: &mut Tx, id: OrganisationId, version: i64, stored: &StoredSheet) -> Result<(), Fault> {
    raise(tx, id, version).await?;
    tx.note("sheet", stored.number);
    publish(tx, id, stored.id, &stored.sheet).await
}

/// Makes a sheet the public one.
async fn publish(tx: &mut Tx, id: OrganisationId, sheet_id: ProfileSheetId, sheet: &Sheet) -> Result<(), Fault> {
    let env = tx.env().clone();
    sql("UPDATE profile_sheet SET state = 'past' WHERE organisation_id = $1 AND state = 'confirmed'")
        .bind(id.uuid())
        .run(tx.conn())
        .await?;
    sql("UPDATE profile_sheet SET state = 'confirmed', settled_at = $1, note = NULL WHERE id = $2")
        .bind(env.now())
        .bind(sheet_id.uuid())
        .run_once(tx.conn())
        .await?;
    let mut update =
        sql("UPDATE organisation SET name = $1, name_key = $2, kind = $3, town = $4, town_key = $5, province = $6, \
         territory = $7, stage = $8, led_by = $9, user_experts = $10, family_experts = $11, confirmed_sheet = $12, \
         confirmed_on = $13, pending_sheet = NULL, listed = (closed_on IS NULL) WHERE id = $14");
    for value in published(sheet) {
        update = update.bind(value);
    }
    update.bind(sheet_id.uuid()).bind(env.today()).bind(id.uuid()).run_once(tx.conn()).await?;
    sql("DELETE FROM organisation_trigram WHERE organisation_id = $1").bind(id.uuid()).run(tx.conn()).await?;
    index(tx.conn(), [(id, sheet)].into_iter()).await?;
    changed_in_public(tx).await?;
    tx.emit(Event::OrganisationChanged { organisation: id });
    Ok(())
}

/// Sends the sheet that waits back with what the secretariat asks to change.
///
/// # Errors
/// [`Fault::Stale`] when the organisation changed since `version` was read.
pub(crate) async fn send_back(
    tx: &mut Tx,
    id: OrganisationId,
    version: i64,
    stored: &StoredSheet,
    note: &str,
) -> Result<(), Fault> {
    raise(tx, id, version).await?;
    tx.note("sheet", stored.number);
    sql("UPDATE profile_sheet SET state = 'returned', settled_at = $1, note = $2 WHERE id = $3")
        .bind(tx.env().now())
        .bind(note)
        .bind(stored.id.uuid())
        .run_once(tx.conn())
        .await
}

/// Closes an organisation from a day on, or opens it again (`None`). Nothing is deleted.
///
/// # Errors
/// [`Fault::Stale`] when the organisation changed since `version` was read.
pub(crate) async fn close(tx: &mut Tx, id: OrganisationId, version: i64, on: Option<NaiveDate>) -> Result<(), Fault> {
    raise(tx, id, version).await?;
    let listed = if on.is_some() { "FALSE" } else { "(confirmed_sheet IS NOT NULL)" };
    sql(format!("UPDATE organisation SET closed_on = $1, listed = {listed} WHERE id = $2"))
        .bind(on)
        .bind(id.uuid())
        .run_once(tx.conn())
        .await?;
    changed_in_public(tx).await?;
    tx.note("closed_on", on.map(|day| day.to_string()));
    tx.emit(Event::OrganisationChanged { organisation: id });
    Ok(())
}

async fn raise(tx: &Tx, id: OrganisationId, version: i64) -> Result<(), Fault> {
    sql("UPDATE organisation SET version = version + 1 WHERE id = $1 AND version = $2")
        .bind(id.uuid())
        .bind(version)
        .run_once(tx.conn())
        .await
}

/// The territory of an organisation.
pub(crate) async fn territory_of(conn: &impl Conn, id: OrganisationId) -> Result<Option<Territory>, Fault> {
    let code: Option<String> =
        sql("SELECT territory FROM organisation WHERE id = $1").bind(id.uuid()).value(conn).await?;
    code.map(|code| code.parse().map_err(Fault::unreadable)).transpose()
}
