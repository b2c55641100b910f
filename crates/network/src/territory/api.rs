//! The territories for programs.

use super::{Presence, rules::presence, store};
use access::Act;
use axum::Json;
use kernel::{Lang, Territory};
use serde::Serialize;
use utoipa::{
    OpenApi, ToSchema,
    openapi::{
        RefOr,
        schema::{ObjectBuilder, Schema, Type},
    },
};
use web::{Ctx, Routes};

/// The route of this feature's API.
pub(crate) fn routes() -> Routes {
    Routes::new().api_get("/api/v1/territories", Act::ReadPublic, list)
}

/// The code of a territory, as the API's description lists it.
pub(crate) struct TerritoryCode;

impl utoipa::PartialSchema for TerritoryCode {
    fn schema() -> RefOr<Schema> {
        let codes = Territory::ALL.map(Territory::code);
        ObjectBuilder::new().schema_type(Type::String).enum_values(Some(codes)).into()
    }
}

impl ToSchema for TerritoryCode {}

/// One of Italy's 21 territories: 19 regions, and Trento and Bolzano apart.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Territory)]
struct Line {
    /// Its code.
    #[schema(value_type = TerritoryCode)]
    code: &'static str,
    /// ISTAT's code.
    #[schema(example = "022")]
    istat: &'static str,
    /// Its Italian name.
    name_it: &'static str,
    /// Its English name.
    name_en: &'static str,
    /// How far the figure of the expert is present.
    presence: Presence,
    /// Organisations in the public register.
    organisations: i64,
    /// Active user experts that they report; null where none gives figures.
    user_experts: Option<i64>,
    /// Active family experts that they report; null where none gives figures.
    family_experts: Option<i64>,
}

/// All territories.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Territories)]
struct List {
    /// The 21, from north to south.
    items: Vec<Line>,
}

/// The 21 territories, from north to south.
#[utoipa::path(
    get,
    operation_id = "listTerritories",
    path = "/api/v1/territories",
    tag = "register",
    responses((status = 200, description = "all 21", body = List))
)]
async fn list(ctx: Ctx) -> web::Result<Json<List>> {
    let pictures = store::pictures(ctx.db().reader()).await?;
    let line = |picture: &super::model::Picture| Line {
        code: picture.territory.code(),
        istat: picture.territory.istat(),
        name_it: picture.territory.name(Lang::It),
        name_en: picture.territory.name(Lang::En),
        presence: presence(picture),
        organisations: picture.counts.organisations,
        user_experts: Some(picture.counts.user_experts).filter(|_| picture.counts.reporting > 0),
        family_experts: Some(picture.counts.family_experts).filter(|_| picture.counts.reporting > 0),
    };
    Ok(Json(List { items: pictures.iter().map(line).collect() }))
}

#[derive(OpenApi)]
#[openapi(paths(list), components(schemas(Line, List, Presence, TerritoryCode)))]
struct Description;

/// The description of this feature's API.
pub(crate) fn description() -> utoipa::openapi::OpenApi {
    Description::openapi()
}
