//! The rows of the profile sheets.

use crate::organisation::model::{ByStanding, Figures, Lead, OrganisationKind, Sheet, SheetState, Stage, StoredSheet};
use kernel::{DateTime, EmailAddress, NaiveDate, OrganisationId, ProfileSheetId, Utc, Uuid};
use sea_orm::{FromQueryResult, Value};
use store::{Conn, Fault, sql};

/// The columns of a sheet.
pub(crate) const SHEET: &str = "id, organisation_id, number, state, name, kind, town, province, territory, address, email, phone, \
                     website, led_by, stage, activities, user_volunteer, user_part_time, user_full_time, \
                     family_volunteer, family_part_time, family_full_time, figures_on, written_at, settled_at, note";

/// A row with these columns.
#[derive(FromQueryResult)]
pub(crate) struct SheetRow {
    id: Uuid,
    pub(crate) organisation_id: Uuid,
    number: i64,
    state: String,
    name: String,
    kind: String,
    town: String,
    province: String,
    territory: String,
    address: Option<String>,
    email: Option<String>,
    phone: Option<String>,
    website: Option<String>,
    led_by: String,
    stage: String,
    activities: Option<String>,
    user_volunteer: Option<i64>,
    user_part_time: Option<i64>,
    user_full_time: Option<i64>,
    family_volunteer: Option<i64>,
    family_part_time: Option<i64>,
    family_full_time: Option<i64>,
    figures_on: Option<NaiveDate>,
    written_at: DateTime<Utc>,
    settled_at: Option<DateTime<Utc>>,
    note: Option<String>,
}

/// A stored code as the value it stands for.
pub(crate) fn known<T>(code: &str, value: Option<T>) -> Result<T, Fault> {
    value.ok_or_else(|| Fault::unreadable(code))
}

impl SheetRow {
    /// The row as what it stands for.
    pub(crate) fn read(self) -> Result<StoredSheet, Fault> {
        let email = self.email.map(|text| EmailAddress::try_from(text).map_err(Fault::unreadable)).transpose()?;
        let user = ByStanding {
            volunteer: self.user_volunteer,
            part_time: self.user_part_time,
            full_time: self.user_full_time,
        };
        let family = ByStanding {
            volunteer: self.family_volunteer,
            part_time: self.family_part_time,
            full_time: self.family_full_time,
        };
        let sheet = Sheet {
            kind: known(&self.kind, OrganisationKind::from_code(&self.kind))?,
            territory: self.territory.parse().map_err(Fault::unreadable)?,
            lead: known(&self.led_by, Lead::from_code(&self.led_by))?,
            stage: known(&self.stage, Stage::from_code(&self.stage))?,
            figures: Figures { user, family, on: self.figures_on },
            name: self.name,
            town: self.town,
            province: self.province,
            address: self.address,
            email,
            phone: self.phone,
            website: self.website,
            activities: self.activities,
        };
        Ok(StoredSheet {
            id: ProfileSheetId::from_uuid(self.id),
            number: self.number,
            state: known(&self.state, SheetState::from_code(&self.state))?,
            sheet,
            written_at: self.written_at,
            settled_at: self.settled_at,
            note: self.note,
        })
    }
}

/// The values of a new row, in the order of the columns.
pub(crate) fn sheet_values(
    id: ProfileSheetId,
    organisation: OrganisationId,
    number: i64,
    state: SheetState,
    sheet: &Sheet,
    now: DateTime<Utc>,
) -> Vec<Value> {
    let Figures { user, family, on } = sheet.figures;
    vec![
        id.uuid().into(),
        organisation.uuid().into(),
        number.into(),
        state.code().into(),
        sheet.name.as_str().into(),
        sheet.kind.code().into(),
        sheet.town.as_str().into(),
        sheet.province.as_str().into(),
        sheet.territory.code().into(),
        sheet.address.clone().into(),
        sheet.email.as_ref().map(|email| email.as_str().to_owned()).into(),
        sheet.phone.clone().into(),
        sheet.website.clone().into(),
        sheet.lead.code().into(),
        sheet.stage.code().into(),
        sheet.activities.clone().into(),
        user.volunteer.into(),
        user.part_time.into(),
        user.full_time.into(),
        family.volunteer.into(),
        family.part_time.into(),
        family.full_time.into(),
        on.into(),
        now.into(),
        (state == SheetState::Confirmed).then_some(now).into(),
        None::<String>.into(),
    ]
}

/// All sheets of an organisation, the newest first.
pub(crate) async fn sheets(
    conn: &impl Conn,
    id: OrganisationId,
    limit: i64,
    skip: i64,
) -> Result<Vec<StoredSheet>, Fault> {
    let text =
        format!("SELECT {SHEET} FROM profile_sheet WHERE organisation_id = $1 ORDER BY number DESC LIMIT $2 OFFSET $3");
    let rows: Vec<SheetRow> = sql(text).bind(id.uuid()).bind(limit).bind(skip).all(conn).await?;
    rows.into_iter().map(SheetRow::read).collect()
}

/// How many sheets an organisation has had.
pub(crate) async fn sheet_count(conn: &impl Conn, id: OrganisationId) -> Result<i64, Fault> {
    let text = "SELECT CAST(COUNT(*) AS BIGINT) FROM profile_sheet WHERE organisation_id = $1";
    Ok(sql(text).bind(id.uuid()).value(conn).await?.unwrap_or(0))
}

/// An organisation that somebody keeps, as far as its next step needs it.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Kept {
    slug: String,
    name: String,
    confirmed_on: Option<NaiveDate>,
    state: Option<String>,
}

impl Kept {
    /// What its manager may do next: mend what was returned, wait, or renew an old sheet.
    pub(crate) fn step(self, old_before: NaiveDate) -> Option<web::ui::NextStep> {
        let (key, page, urgent) = match self.state.as_deref() {
            Some("returned") => ("organisation-step-mend", "scheda", true),
            Some(_) => ("organisation-step-wait", "scheda", false),
            None if self.confirmed_on.is_none_or(|day| day < old_before) => {
                ("organisation-step-renew", "scheda", false)
            }
            None => return None,
        };
        let href = format!("/realta/{}/{page}", self.slug);
        Some(web::ui::NextStep { key, args: vec![("name", self.name)], href, urgent })
    }
}

/// The organisations that somebody keeps, of those that are open; at most fifty.
pub(crate) async fn kept(conn: &impl Conn, ids: &[OrganisationId]) -> Result<Vec<Kept>, Fault> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    sql("SELECT o.slug, o.name, o.confirmed_on, s.state FROM organisation o \
         LEFT JOIN profile_sheet s ON s.id = o.pending_sheet WHERE o.closed_on IS NULL AND o.id IN (")
    .push_list(ids.iter().take(50).map(|id| id.uuid()))
    .push(") ORDER BY o.name_key, o.id")
    .all(conn)
    .await
}

/// How many sheets wait for the secretariat.
pub(crate) async fn waiting(conn: &impl Conn) -> Result<i64, Fault> {
    let text = "SELECT CAST(COUNT(*) AS BIGINT) FROM organisation o JOIN profile_sheet s ON s.id = o.pending_sheet \
                WHERE o.pending_sheet IS NOT NULL AND o.closed_on IS NULL AND s.state = 'waiting'";
    Ok(sql(text).value(conn).await?.unwrap_or(0))
}
