//! A form that arrives when nobody is signed in any more: what was typed is not lost.
//!
//! The answer holds the fields, to be sent again to the same address once the person signed in. It
//! is made of nothing but a form that the browser itself says to come from a page of this site:
//! else a stranger's page could have its own fields sent with one click of somebody's.

use crate::{App, Ctx, Fields, Head, T, middleware::text, page};
use askama::Template;
use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::Response,
};
use url::{Position, Url};

/// The largest form that is held, in bytes: far more than anybody types.
const MOST: usize = 1024 * 1024;

#[derive(Template)]
#[template(path = "page/signed_out.html")]
struct SignedOut {
    /// What was typed; none where it cannot be held.
    fields: Option<Vec<(String, String)>>,
    /// Whether a file may have come with the form, which is to be chosen again.
    file: bool,
    /// The way to sign in, and from there to where the form stood.
    sign_in: String,
    t: T,
}

/// The page for somebody whose form came when they were signed out; `own` says whether it came
/// from a page of this site.
pub(crate) fn page(ctx: &Ctx, headers: &HeaderMap, body: &[u8], own: bool) -> Response {
    let t = ctx.t();
    let kind = text(headers, header::CONTENT_TYPE);
    let typed = own && body.len() <= MOST && kind.starts_with("application/x-www-form-urlencoded");
    let before = page_before(ctx.app(), headers).unwrap_or_else(|| "/inizio".to_owned());
    let before: String = url::form_urlencoded::byte_serialize(before.as_bytes()).collect();
    let shown = SignedOut {
        fields: typed.then(|| held(Fields::parse_urlencoded(body))),
        file: kind.starts_with("multipart/form-data"),
        sign_in: format!("/accedi?poi={before}"),
        t: t.clone(),
    };
    let status = StatusCode::UNAUTHORIZED;
    let head = Head::new(t.get("signed-out-title")).no_index();
    let mut response = ctx.page_with(status, head, shown).unwrap_or_else(|error| page::error(ctx, &error));
    // What was typed is for nobody else's eyes.
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The fields that a page may hold: passwords and codes are typed again.
fn held(fields: Fields) -> Vec<(String, String)> {
    let secret = |name: &str| name.contains("password") || name == "code";
    fields.into_typed().into_iter().filter(|(name, _)| !secret(name)).collect()
}

/// The page on which a form stood, where it is one of this site that can be opened again.
fn page_before(app: &App, headers: &HeaderMap) -> Option<String> {
    let from = Url::parse(&text(headers, header::REFERER)).ok()?;
    let own = from.origin() == app.site().base_url.origin() || from.authority() == text(headers, header::HOST);
    (own && opens(app, from.path())).then(|| from[Position::BeforePath..Position::AfterQuery].to_owned())
}

/// Whether there is a page at a path, rather than only something that takes a form.
fn opens(app: &App, path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    app.routes().iter().filter(|route| route.method == "GET").any(|route| {
        let known: Vec<&str> = route.path.split('/').collect();
        known.len() == parts.len()
            && known
                .iter()
                .zip(&parts)
                .all(|(known, part)| known == part || (known.starts_with('{') && !part.is_empty()))
    })
}
