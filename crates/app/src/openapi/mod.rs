//! The description of the API, put together from the slices' parts.

use access::Act;
use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use std::sync::OnceLock;
use utoipa::openapi::{
    ContentBuilder, Info, License, OpenApi, OpenApiBuilder, Paths, Ref, Response as Answer, ResponseBuilder,
    path::{Operation, PathItem},
    security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme},
    tag::TagBuilder,
};
use web::Routes;

#[cfg(test)]
mod tests;

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
    let tag = |(name, about)| TagBuilder::new().name(name).description(Some(about)).build();
    whole.tags = Some(TAGS.map(tag).into());
    let about = "A token that a person makes in the profile. It reaches what its owner reaches and its scopes allow.";
    let token = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some(about)).build();
    whole.components.get_or_insert_default().add_security_scheme(TOKEN, SecurityScheme::Http(token));
    whole.paths.paths.values_mut().flat_map(operations).for_each(takes_a_token);
    whole
}

/// The name of the way to say who asks.
const TOKEN: &str = "token";

/// The parts of the API.
const TAGS: [(&str, &str); 4] = [
    ("register", "The organisations of the public register, and the territories."),
    ("document", "The Consensus Document: its versions, sections, statements and notes."),
    ("charter", "The Charter: its versions, articles and rules."),
    ("findings", "What the Charter says of the records."),
];

fn operations(path: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [&mut path.get, &mut path.put, &mut path.post, &mut path.delete].into_iter().flatten()
}

/// Every operation takes a token, and says so when it is not valid. What names no requirement of
/// its own is open to everyone; a token then shows what its owner may see besides.
fn takes_a_token(operation: &mut Operation) {
    let token = SecurityRequirement::new(TOKEN, [""; 0]);
    operation.security.get_or_insert_with(|| vec![SecurityRequirement::default(), token]);
    let answers = &mut operation.responses.responses;
    answers.entry("401".to_owned()).or_insert_with(|| problem("The token is not valid").into());
}

/// What is wrong, as every operation says it.
fn problem(about: &str) -> Answer {
    let body = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
    ResponseBuilder::new().description(about).content("application/problem+json", body).build()
}

async fn show() -> Response {
    static JSON: OnceLock<String> = OnceLock::new();
    let json = JSON.get_or_init(|| description().to_json().unwrap_or_default());
    ([(header::CONTENT_TYPE, "application/json")], json.as_str()).into_response()
}
