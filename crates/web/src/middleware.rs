//! What happens around every handler: the context, the language, errors as pages, tries again.

use crate::{App, Ctx, Error, Fields, Kind, Result, cookie, ctx, page, signed_out};
use access::Actor;
use axum::{
    body::Body,
    extract::{ConnectInfo, MatchedPath, Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use http_body_util::{BodyExt, Limited};
use kernel::{Duration, Lang};
use std::{
    net::{IpAddr, SocketAddr},
    sync::Arc,
};
use store::Fault;

/// The largest form with its files that is taken, in bytes.
pub const LARGEST_FORM: usize = 20 * 1024 * 1024;

/// How often a change that lost to another is tried in all.
const TRIES: u32 = 8;

/// Makes the context, runs the handler, tells the person what went wrong.
pub(crate) async fn context(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let kind = kind_of(&app, &request);
    let ctx = match actor(&app, kind, request.headers().clone()).await {
        Ok(actor) => build(&app, &request, actor),
        Err(error) => return show(&build(&app, &request, Actor::Visitor), &kind, &error),
    };
    request.extensions_mut().insert(ctx.clone());
    let form = ctx.writes().then(|| request.headers().clone());
    let (mut response, body) = match &form {
        None => (next.run(request).await, Bytes::new()),
        Some(headers) if foreign(&app, headers) => (Error::Foreign.into_response(), Bytes::new()),
        Some(_) => tried(&app, request, next).await,
    };
    if let Some(error) = response.extensions_mut().remove::<Arc<Error>>() {
        let shown = match &form {
            Some(headers) if kind != Kind::Api && is_signed_out(&error) => {
                signed_out::page(&ctx, headers, &body, from_own_page(&app, headers))
            }
            _ => show(&ctx, &kind, &error),
        };
        response = keep_headers(&response, shown);
    } else if let Some(error) = of_the_framework(&response) {
        response = keep_headers(&response, show(&ctx, &kind, &error));
    }
    finish(&ctx, response)
}

async fn actor(app: &App, kind: Kind, headers: HeaderMap) -> Result<Actor> {
    let session = cookie::get(&headers, cookie::SESSION);
    let authorization = text(&headers, header::AUTHORIZATION);
    let scheme_and_token = authorization.split_once(' ').filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
    let bearer = scheme_and_token.map(|(_, token)| token.trim());
    if session.is_none() && bearer.is_none() {
        return Ok(Actor::Visitor);
    }
    let actor = app.identify().identify(app, session.as_deref(), bearer).await?;
    // A program whose token ran out is told, rather than given what a visitor sees as if it were all.
    if kind == Kind::Api && bearer.is_some() && actor.person().is_none() {
        return Err(Error::Token);
    }
    Ok(actor)
}

fn build(app: &App, request: &Request, actor: Actor) -> Ctx {
    let headers = request.headers();
    let t = app.t(language(request));
    let message = cookie::get(headers, cookie::MESSAGE).and_then(|kept| {
        let mut parts = kept.splitn(3, '~');
        let key = parts.next().filter(|key| t.has(key))?;
        let (name, value) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        Some(if name.is_empty() { t.get(key) } else { t.arg(key, name, value) })
    });
    Ctx::new(ctx::Inner {
        app: app.clone(),
        actor,
        message,
        writes: !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS),
        path: request.uri().path().to_owned(),
        query: request.uri().query().map(str::to_owned),
        address: address(app, request),
        session: cookie::get(headers, cookie::SESSION),
        user_agent: text(headers, header::USER_AGENT).chars().take(300).collect(),
        t,
    })
}

pub(crate) fn text(headers: &HeaderMap, name: header::HeaderName) -> String {
    headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned()
}

/// `?lang=` first, then the choice that was kept, then what the browser prefers, then Italian.
fn language(request: &Request) -> Lang {
    asked_language(request)
        .or_else(|| cookie::get(request.headers(), cookie::LANG)?.parse().ok())
        .or_else(|| Lang::from_accept_language(&text(request.headers(), header::ACCEPT_LANGUAGE)))
        .unwrap_or_default()
}

fn asked_language(request: &Request) -> Option<Lang> {
    Fields::parse_urlencoded(request.uri().query()?.as_bytes()).get("lang").parse().ok()
}

fn address(app: &App, request: &Request) -> Option<IpAddr> {
    if app.site().behind_proxy
        && let Some(address) = forwarded(request.headers())
    {
        return Some(address);
    }
    request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip())
}

/// The address that the proxy saw: the last that was added, in the last line where it adds a line of
/// its own. What stands before came with the request, and anybody may write it.
fn forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    let line = headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    line.rsplit(',').next()?.trim().parse().ok()
}

fn kind_of(app: &App, request: &Request) -> Kind {
    let matched = request.extensions().get::<MatchedPath>().map(|m| m.as_str().to_owned());
    let by_route = matched.and_then(|path| app.routes().iter().find(|r| r.path == path).map(|r| r.kind));
    let by_path = if request.uri().path().starts_with("/api/") { Kind::Api } else { Kind::Page };
    by_route.unwrap_or(by_path)
}

/// Whether a change comes from another site's page. Browsers say where a form was sent from;
/// what says nothing is no browser.
fn foreign(app: &App, headers: &HeaderMap) -> bool {
    match text(headers, header::HeaderName::from_static("sec-fetch-site")).as_str() {
        "same-origin" | "none" => return false,
        "" => {}
        _ => return true,
    }
    let origin = text(headers, header::ORIGIN);
    if origin.is_empty() {
        return false;
    }
    let host = origin.split_once("://").map_or("", |(_, host)| host);
    let own = app.site().base_url.origin().ascii_serialization();
    origin != own && host != text(headers, header::HOST)
}

/// Whether the browser itself says that a change comes from a page of this site.
fn from_own_page(app: &App, headers: &HeaderMap) -> bool {
    let site = text(headers, header::HeaderName::from_static("sec-fetch-site"));
    let says = site == "same-origin" || (site.is_empty() && headers.contains_key(header::ORIGIN));
    says && !foreign(app, headers)
}

/// Runs a change, and runs it again while it loses to another one: nothing was written then. Hands
/// back what was sent as well.
async fn tried(app: &App, request: Request, next: Next) -> (Response, Bytes) {
    let (parts, body) = request.into_parts();
    let Ok(body) = Limited::new(body, LARGEST_FORM).collect().await.map(http_body_util::Collected::to_bytes) else {
        return (Error::Status(StatusCode::PAYLOAD_TOO_LARGE).into_response(), Bytes::new());
    };
    let mut tries = 1;
    loop {
        let request = Request::from_parts(parts.clone(), Body::from(body.clone()));
        let response = next.clone().run(request).await;
        let lost = response
            .extensions()
            .get::<Arc<Error>>()
            .is_some_and(|error| matches!(**error, Error::Fault(Fault::Conflict)));
        if !lost || tries == TRIES {
            return (response, body);
        }
        let wait = app.env().below(5 << tries) as u64;
        tokio::time::sleep(std::time::Duration::from_millis(1 + wait)).await;
        tries += 1;
    }
}

/// An answer that the framework itself gave: no such route, a path or query that cannot be read.
fn of_the_framework(response: &Response) -> Option<Error> {
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) {
        return None;
    }
    let kind = text(response.headers(), header::CONTENT_TYPE);
    (kind.is_empty() || kind.starts_with("text/plain")).then_some(Error::Status(status))
}

fn keep_headers(from: &Response, mut to: Response) -> Response {
    for name in [header::RETRY_AFTER, header::ALLOW, header::SET_COOKIE] {
        for value in from.headers().get_all(&name) {
            to.headers_mut().append(name.clone(), value.clone());
        }
    }
    to
}

/// The error as the one who asks can read it.
fn show(ctx: &Ctx, kind: &Kind, error: &Error) -> Response {
    match error {
        Error::Fault(Fault::Conflict | Fault::Stale) => {
            tracing::info!(path = ctx.path_to_tell(), ?error, "a change came second")
        }
        Error::Fault(_) | Error::Inside(_) => tracing::error!(path = ctx.path_to_tell(), ?error, "a request failed"),
        _ => {}
    }
    if *kind == Kind::Api {
        return page::problem(ctx, error);
    }
    if is_signed_out(error) {
        return to_sign_in(ctx);
    }
    page::error(ctx, error)
}

fn is_signed_out(error: &Error) -> bool {
    matches!(error, Error::Refused(refusal) if refusal.why == kernel::Why::NotSignedIn)
}

/// Leads to the sign-in page and from there back.
fn to_sign_in(ctx: &Ctx) -> Response {
    let query = ctx.query().map(|q| format!("?{q}")).unwrap_or_default();
    let back: String = url::form_urlencoded::byte_serialize(format!("{}{query}", ctx.path()).as_bytes()).collect();
    let to =
        HeaderValue::from_str(&format!("/accedi?poi={back}")).unwrap_or_else(|_| HeaderValue::from_static("/accedi"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response()
}

const CONTENT_SECURITY: &str = "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; \
    object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

fn finish(ctx: &Ctx, mut response: Response) -> Response {
    let asked = ctx.query().map(|q| Fields::parse_urlencoded(q.as_bytes()).get("lang").to_owned());
    if let Some(lang) = asked.and_then(|lang| lang.parse::<Lang>().ok()) {
        let year = Duration::days(365).num_seconds();
        cookie::set(&mut response, cookie::LANG, lang.tag(), Some(year), ctx.app().site().secure());
    }
    let signed_in = ctx.actor().person().is_some();
    let headers = response.headers_mut();
    if !headers.contains_key(header::CACHE_CONTROL) {
        let cache = if signed_in { "no-store" } else { "private, no-cache" };
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    }
    headers.insert(header::VARY, HeaderValue::from_static("Cookie, Accept-Language"));
    response
}

/// Headers that every answer carries, files and assets included.
pub(crate) async fn safe_headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (header::HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
    ] {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_that_the_proxy_saw_is_the_last_of_the_last_line() {
        let seen = |lines: &[&'static str]| {
            let mut headers = HeaderMap::new();
            for line in lines.iter().copied() {
                headers.append("x-forwarded-for", HeaderValue::from_static(line));
            }
            forwarded(&headers).map(|address| address.to_string())
        };
        assert_eq!(seen(&["192.0.2.1"]).as_deref(), Some("192.0.2.1"));
        assert_eq!(seen(&["10.9.9.9, 192.0.2.1"]).as_deref(), Some("192.0.2.1"));
        assert_eq!(seen(&["10.9.9.9", "192.0.2.1"]).as_deref(), Some("192.0.2.1"));
        assert_eq!(seen(&["10.9.9.9", "10.8.8.8, 192.0.2.1"]).as_deref(), Some("192.0.2.1"));
        assert_eq!(seen(&["10.9.9.9", "somebody"]), None);
        assert_eq!(seen(&[]), None);
    }
}
