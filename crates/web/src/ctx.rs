//! The context of a request: who asks, in which language, for what.

use crate::{App, Error, Head, Result, T, cookie, page};
use access::{Act, Actor, Permit, Target, policy};
use axum::{
    extract::FromRequestParts,
    http::{HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use kernel::{Env, Lang};
use std::{net::IpAddr, sync::Arc};
use store::Db;

/// Who asks, in which language, for what. The middleware makes it once per request.
#[derive(Debug, Clone)]
pub struct Ctx(Arc<Inner>);

#[derive(Debug)]
pub(crate) struct Inner {
    pub app: App,
    pub actor: Actor,
    pub t: T,
    /// Whether it is a form that was sent, rather than a page that was asked for.
    pub writes: bool,
    /// Path and query, as asked for.
    pub path: String,
    pub query: Option<String>,
    pub address: Option<IpAddr>,
    /// The session cookie's value, for the slice that ends sessions.
    pub session: Option<String>,
    pub user_agent: String,
    /// A message left by the page before, ready to show.
    pub message: Option<String>,
}

impl Ctx {
    pub(crate) fn new(inner: Inner) -> Self {
        Self(Arc::new(inner))
    }
    /// The program's state.
    pub fn app(&self) -> &App {
        &self.0.app
    }
    /// The database.
    pub fn db(&self) -> &Db {
        self.0.app.db()
    }
    /// Time and chance.
    pub fn env(&self) -> &Env {
        self.0.app.env()
    }
    /// The language of the answer.
    pub fn lang(&self) -> Lang {
        self.0.t.lang()
    }
    /// The texts in that language.
    pub fn t(&self) -> &T {
        &self.0.t
    }
    /// Who asks.
    pub fn actor(&self) -> &Actor {
        &self.0.actor
    }
    /// Whether a form was sent, rather than a page asked for.
    pub(crate) fn writes(&self) -> bool {
        self.0.writes
    }
    /// The path asked for, without its query.
    pub fn path(&self) -> &str {
        &self.0.path
    }
    /// The path as it may be written down or passed on: the secret of a link left out.
    pub fn path_to_tell(&self) -> String {
        without_secrets(self.path())
    }
    /// The query asked with, without its question mark.
    pub fn query(&self) -> Option<&str> {
        self.0.query.as_deref()
    }
    /// The network address that asks, where it is known.
    pub fn address(&self) -> Option<IpAddr> {
        self.0.address
    }
    /// The session cookie's value, where there is one.
    pub fn session_cookie(&self) -> Option<&str> {
        self.0.session.as_deref()
    }
    /// What the browser says of itself; empty when it says nothing.
    pub fn user_agent(&self) -> &str {
        &self.0.user_agent
    }
    pub(crate) fn message(&self) -> Option<&str> {
        self.0.message.as_deref()
    }

    /// Asks the policy.
    ///
    /// # Errors
    /// [`Error::Refused`] with the reason and whom to ask.
    pub fn permit(&self, act: Act, target: Target) -> Result<Permit> {
        Ok(Permit::ask(self.actor(), act, target)?)
    }
    /// Whether the policy would say yes: to show or hide a button.
    pub fn may(&self, act: Act, target: Target) -> bool {
        policy::decide(self.actor(), act, target).is_ok()
    }
    /// The person who asks, for pages that need one.
    ///
    /// # Errors
    /// [`Error::Refused`] when nobody is signed in.
    pub fn person(&self) -> Result<kernel::PersonId> {
        self.actor().person().ok_or(Error::Refused(kernel::Refusal::new(kernel::Why::NotSignedIn, kernel::Ask::SignIn)))
    }
    /// The person who asks, with the permit to use their own account.
    ///
    /// # Errors
    /// [`Error::Refused`] when nobody is signed in, or the policy says no.
    pub fn own(&self) -> Result<(kernel::PersonId, Permit)> {
        let person = self.person()?;
        Ok((person, self.permit(Act::UseOwnAccount, Target::Person(person))?))
    }

    /// A page: the body in the layout.
    ///
    /// # Errors
    /// [`Error::Inside`] when the template cannot be written.
    pub fn page(&self, head: Head, body: impl askama::Template) -> Result<Response> {
        self.page_with(StatusCode::OK, head, body)
    }
    /// The page of a form that could not be taken, with what was typed: status 422.
    ///
    /// # Errors
    /// [`Error::Inside`] when the template cannot be written.
    pub fn invalid(&self, head: Head, body: impl askama::Template) -> Result<Response> {
        self.page_with(StatusCode::UNPROCESSABLE_ENTITY, head, body)
    }
    /// The page of a form that somebody else changed meanwhile, with what was typed: status 409.
    ///
    /// # Errors
    /// [`Error::Inside`] when the template cannot be written.
    pub fn stale(&self, head: Head, body: impl askama::Template) -> Result<Response> {
        self.page_with(StatusCode::CONFLICT, head, body)
    }
    /// A page with a status.
    ///
    /// # Errors
    /// [`Error::Inside`] when the template cannot be written.
    pub fn page_with(&self, status: StatusCode, head: Head, body: impl askama::Template) -> Result<Response> {
        let html = page::wrap(self, &head, &body.render()?)?;
        let mut response = (status, axum::response::Html(html)).into_response();
        if self.message().is_some() {
            cookie::clear(&mut response, cookie::MESSAGE, self.app().site().secure());
        }
        Ok(response)
    }
    /// The page at this address as it was made for a visitor under `stamp`, where it was: see
    /// [`Ctx::page_kept`].
    pub fn kept_page(&self, stamp: &str) -> Option<Response> {
        let page = self.keepable().then(|| self.app().kept().get(&self.address_of_page(), stamp))??;
        Some(([(header::CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response())
    }
    /// A page that reads the same for every visitor until `stamp` changes. The stamp is read from
    /// the database before the page is made, so that a page is at most newer than its stamp.
    ///
    /// # Errors
    /// [`Error::Inside`] when the template cannot be written.
    pub fn page_kept(&self, stamp: String, head: Head, body: impl askama::Template) -> Result<Response> {
        if !self.keepable() {
            return self.page(head, body);
        }
        let html = bytes::Bytes::from(page::wrap(self, &head, &body.render()?)?);
        self.app().kept().keep(self.address_of_page(), stamp, html.clone());
        Ok(([(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response())
    }
    /// Whether nothing on the page is meant for one person.
    fn keepable(&self) -> bool {
        matches!(self.actor(), Actor::Visitor) && self.message().is_none()
    }
    fn address_of_page(&self) -> String {
        format!("{} {}?{}", self.lang().tag(), self.path(), self.query().unwrap_or_default())
    }
    /// Goes on to another page of the program.
    ///
    /// # Errors
    /// None; the type fits the end of a handler.
    pub fn goto(&self, to: &str) -> Result<Response> {
        let to = if is_own(to) { to } else { "/" };
        let value = HeaderValue::from_str(to).unwrap_or_else(|_| HeaderValue::from_static("/"));
        Ok((StatusCode::SEE_OTHER, [(header::LOCATION, value)]).into_response())
    }
    /// Goes on to another page, which shows the text with this key.
    ///
    /// # Errors
    /// None; the type fits the end of a handler.
    pub fn done(&self, text_key: &str, to: &str) -> Result<Response> {
        self.done_with(text_key, "", "", to)
    }
    /// Goes on to another page, which shows the text with this key and one thing filled in.
    ///
    /// # Errors
    /// None; the type fits the end of a handler.
    pub fn done_with(&self, text_key: &str, name: &str, value: &str, to: &str) -> Result<Response> {
        let mut response = self.goto(to)?;
        let message = format!("{text_key}~{name}~{value}");
        cookie::set(&mut response, cookie::MESSAGE, &message, Some(120), self.app().site().secure());
        Ok(response)
    }
}

/// A path with what is long and hexadecimal left out, the name of a file's kind with it.
fn without_secrets(path: &str) -> String {
    let is_secret = |part: &str| part.len() >= 32 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    let part = |part: &str| match part.split('.').next() {
        Some(name) if is_secret(name) => "…".to_owned(),
        _ => part.to_owned(),
    };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// Whether an address stays within the program. One that starts with two slashes, or a slash and a
/// backslash, leads to another site; browsers leave tabs and ends of lines out before they look.
fn is_own(to: &str) -> bool {
    let control = to.chars().any(|sign| sign.is_ascii_control());
    to.strip_prefix('/').is_some_and(|rest| !control && !rest.starts_with(['/', '\\']))
}

impl FromRequestParts<App> for Ctx {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self> {
        parts.extensions.get::<Ctx>().cloned().ok_or_else(|| Error::Inside("a route without context".to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_secret_of_a_link_is_not_written_down_whatever_file_it_opens() {
        let secret = "0123456789abcdef".repeat(4);
        assert_eq!(without_secrets(&format!("/calendario/mio/{secret}.ics")), "/calendario/mio/…");
        assert_eq!(without_secrets(&format!("/accedi/link/{secret}")), "/accedi/link/…");
        assert_eq!(without_secrets(&format!("/candidatura/{secret}/testi")), "/candidatura/…/testi");
        assert_eq!(without_secrets("/calendario/abbonati.ics"), "/calendario/abbonati.ics");
    }

    #[test]
    fn what_leads_to_another_site_is_told_from_the_own_pages() {
        for own in ["/", "/profilo", "/realta?q=a//b", "/a\\b"] {
            assert!(is_own(own), "{own}");
        }
        for foreign in [
            "",
            "profilo",
            "https://evil.example/",
            "//evil.example",
            "/\\evil.example",
            "/\t/evil.example/x",
            "/\n/evil.example",
            "/a\r\n/b",
        ] {
            assert!(!is_own(foreign), "{foreign:?}");
        }
    }
}
