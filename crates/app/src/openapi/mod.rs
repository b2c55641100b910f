//! The description of the API, put together from the slices' parts.

use access::Act;
use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use std::sync::OnceLock;
use utoipa::openapi::{
    Info, License, OpenApi, OpenApiBuilder, Paths,
    security::{Http, HttpAuthScheme, SecurityScheme},
};
use web::Routes;

/// The routes of this feature.
pub(crate) fn routes() -> Routes {
    Routes::new().api_get("/api/v1/openapi.json", Act::ReadPublic, show)
}

/// The whole description: OpenAPI 3.1.
pub fn description() -> OpenApi {
    let mut licence = License::new("EUPL-1.2");
    licence.identifier = Some("EUPL-1.2".to_owned());
    let mut info = Info::new("Alla pari", env!("CARGO_PKG_VERSION"));
    info.description =
        Some("The register, the Document, the Charter and what it says of the network’s records.".to_owned());
    info.license = Some(licence);
    let mut whole = OpenApiBuilder::new().info(info).paths(Paths::new()).build();
    for part in crate::slices().into_iter().filter_map(|slice| slice.api) {
        whole.merge(part);
    }
    let token = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
    whole.components.get_or_insert_default().add_security_scheme("token", token);
    whole
}

async fn show() -> Response {
    static JSON: OnceLock<String> = OnceLock::new();
    let json = JSON.get_or_init(|| description().to_json().unwrap_or_default());
    ([(header::CONTENT_TYPE, "application/json")], json.as_str()).into_response()
}
