//! The public register for programs.

use super::{
    model::{ByStanding, Figures, Filter, Lead, Listed, Organisation, OrganisationKind, Stage, StoredSheet},
    store,
};
use crate::territory::TerritoryCode;
use access::Act;
use axum::{Json, extract::Path};
use kernel::{NaiveDate, Territory};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};
use web::{Ctx, Error, Fields, Problem, Routes};

/// The routes of this feature's API.
pub(crate) fn routes() -> Routes {
    Routes::new().api_get("/api/v1/organisations", Act::ReadPublic, list).api_get(
        "/api/v1/organisations/{id}",
        Act::ReadPublic,
        one,
    )
}

/// How many organisations an answer has, at most.
const MOST: u64 = 100;
/// How many it has where nothing is asked.
const USUAL: u64 = 50;

/// An organisation of the public register, as a list has it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OrganisationSummary)]
struct Summary {
    /// Its identifier.
    #[schema(value_type = String, format = Uuid)]
    id: kernel::OrganisationId,
    /// The address of its page within the site.
    page: String,
    /// Its name.
    name: String,
    /// Its kind.
    kind: OrganisationKind,
    /// Its town.
    town: String,
    /// The province's two letters.
    province: String,
    /// The code of its territory.
    #[schema(value_type = TerritoryCode)]
    territory: Territory,
    /// How far along it says it is.
    stage: Stage,
    /// What part experts have in it.
    led_by: Lead,
    /// Active user experts that it reports; null where it does not.
    user_experts: Option<i64>,
    /// Active family experts that it reports; null where it does not.
    family_experts: Option<i64>,
}

impl From<Listed> for Summary {
    fn from(listed: Listed) -> Self {
        Summary {
            id: listed.id,
            page: listed.href(),
            name: listed.name,
            kind: listed.kind,
            town: listed.town,
            province: listed.province,
            territory: listed.territory,
            stage: listed.stage,
            led_by: listed.lead,
            user_experts: listed.user_experts,
            family_experts: listed.family_experts,
        }
    }
}

/// A page of the register.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OrganisationPage)]
struct List {
    /// The organisations.
    items: Vec<Summary>,
    /// Which page this is, from 1.
    page: u64,
    /// How many organisations a page has.
    per_page: u64,
    /// How many there are in all.
    total: u64,
}

/// An organisation of the public register with its profile sheet.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OrganisationProfile)]
struct Profile {
    /// Its identifier.
    #[schema(value_type = String, format = Uuid)]
    id: kernel::OrganisationId,
    /// The address of its page within the site.
    page: String,
    /// Its name.
    name: String,
    /// Its kind.
    kind: OrganisationKind,
    /// Its town.
    town: String,
    /// The province's two letters.
    province: String,
    /// The code of its territory.
    #[schema(value_type = TerritoryCode)]
    territory: Territory,
    /// How far along it says it is.
    stage: Stage,
    /// What part experts have in it.
    led_by: Lead,
    /// What it does, in its own words.
    activities: Option<String>,
    /// Street and number; null once it was closed, as are the ways to reach it.
    address: Option<String>,
    /// The address for mail.
    email: Option<String>,
    /// The telephone.
    phone: Option<String>,
    /// The site.
    website: Option<String>,
    /// Its figures and their day.
    figures: Figures,
    /// The day on which the secretariat confirmed the sheet.
    confirmed_on: Option<NaiveDate>,
    /// The day on which it was closed.
    closed_on: Option<NaiveDate>,
}

impl Profile {
    fn new(organisation: &Organisation, stored: &StoredSheet) -> Profile {
        let sheet = &stored.sheet;
        let reach = |text: Option<String>| text.filter(|_| organisation.closed_on.is_none());
        Profile {
            id: organisation.id,
            page: organisation.href(),
            name: sheet.name.clone(),
            kind: sheet.kind,
            town: sheet.town.clone(),
            province: sheet.province.clone(),
            territory: sheet.territory,
            stage: sheet.stage,
            led_by: sheet.lead,
            activities: sheet.activities.clone(),
            address: reach(sheet.address.clone()),
            email: reach(sheet.email.as_ref().map(|email| email.as_str().to_owned())),
            phone: reach(sheet.phone.clone()),
            website: reach(sheet.website.clone()),
            figures: sheet.figures,
            confirmed_on: stored.settled_at.map(kernel::rome_date),
            closed_on: organisation.closed_on,
        }
    }
}

/// Reads a parameter: none where it is absent, an error where it is not what it should be.
pub(crate) fn parameter<V>(asked: &Fields, name: &str, read: impl Fn(&str) -> Option<V>) -> web::Result<Option<V>> {
    let given = asked.all(name);
    match given.as_slice() {
        [] => Ok(None),
        [one] => read(one).map(Some).ok_or(Error::Bad("organisation-api-parameter")),
        _ => Err(Error::Bad("organisation-api-parameter")),
    }
}

/// A whole number within bounds.
pub(crate) fn number(text: &str, least: u64, most: u64) -> Option<u64> {
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|number| digits && (least..=most).contains(number))
}

/// A list of the public register, by name; with `q`, the likest first.
#[utoipa::path(
    get,
    operation_id = "listOrganisations",
    path = "/api/v1/organisations",
    tag = "register",
    params(
        ("q" = Option<String>, Query, description = "words of name, town or province; accents and typing errors are forgiven", max_length = 100),
        ("territory" = Option<TerritoryCode>, Query, description = "code of a territory"),
        ("kind" = Option<OrganisationKind>, Query, description = "kind of reality"),
        ("stage" = Option<Stage>, Query, description = "how far along it says it is"),
        ("led_by_experts" = Option<bool>, Query, description = "whether made up of or led by experts"),
        ("page" = Option<u64>, Query, description = "page, from 1", minimum = 1, maximum = 100_000),
        ("per_page" = Option<u64>, Query, description = "organisations on a page", minimum = 1, maximum = 100),
    ),
    responses(
        (status = 200, description = "a page of the register", body = List),
        (status = 400, description = "a parameter is not what it should be", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn list(ctx: Ctx) -> web::Result<Json<List>> {
    let asked = Fields::parse_urlencoded(ctx.query().unwrap_or_default().as_bytes());
    let text = parameter(&asked, "q", |text| (text.chars().count() <= 100).then(|| text.to_owned()))?;
    let truth = |text: &str| match text {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    };
    let filter = Filter {
        text: text.unwrap_or_default(),
        territory: parameter(&asked, "territory", |code| code.parse().ok())?,
        kind: parameter(&asked, "kind", OrganisationKind::from_code)?,
        stage: parameter(&asked, "stage", Stage::from_code)?,
        led: parameter(&asked, "led_by_experts", truth)?,
        ..Filter::default()
    };
    let page = parameter(&asked, "page", |text| number(text, 1, 100_000))?.unwrap_or(1);
    let per_page = parameter(&asked, "per_page", |text| number(text, 1, MOST))?.unwrap_or(USUAL);
    let found = store::directory::page(ctx.db().reader(), &filter, per_page, (page - 1) * per_page).await?;
    let items = found.lines.into_iter().map(Summary::from).collect();
    Ok(Json(List { items, page, per_page, total: found.total }))
}

/// An organisation by its identifier or by the last part of its page's address.
#[utoipa::path(
    get,
    operation_id = "getOrganisation",
    path = "/api/v1/organisations/{id}",
    tag = "register",
    params(("id" = String, Path, description = "identifier, or last part of the page's address")),
    responses(
        (status = 200, description = "the organisation with its public sheet", body = Profile),
        (status = 400, description = "the address cannot be read", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "there is no such organisation in the public register", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn one(ctx: Ctx, Path(id): Path<String>) -> web::Result<Json<Profile>> {
    let organisation = store::by_address(ctx.db().reader(), &id).await?.ok_or(Error::NotFound)?;
    let stored = organisation.confirmed.as_ref().ok_or(Error::NotFound)?;
    Ok(Json(Profile::new(&organisation, stored)))
}

#[derive(OpenApi)]
#[openapi(
    paths(list, one),
    components(schemas(
        Summary,
        List,
        Profile,
        Problem,
        OrganisationKind,
        Stage,
        Lead,
        Figures,
        ByStanding,
        TerritoryCode
    ))
)]
struct Description;

/// The description of this feature's API.
pub(crate) fn description() -> utoipa::openapi::OpenApi {
    Description::openapi()
}
