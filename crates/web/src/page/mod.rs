//! The layout that every page stands in, and errors as pages.

use crate::{Ctx, Error, Result, T, ui::LoopStep};
use askama::Template;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use kernel::Lang;

/// What stands above the body of a page.
#[derive(Debug, Clone, Default)]
pub struct Head {
    title: String,
    lead: Option<String>,
    trail: Vec<(String, String)>,
    step: Option<LoopStep>,
    hidden: bool,
    bare: bool,
}

impl Head {
    /// A page with a title that says what it lets one do.
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }
    /// One or two sentences below the title.
    #[must_use]
    pub fn lead(mut self, lead: impl Into<String>) -> Self {
        self.lead = Some(lead.into());
        self
    }
    /// The pages above this one: address and name, from the top down.
    #[must_use]
    pub fn trail(mut self, trail: Vec<(String, String)>) -> Self {
        self.trail = trail;
        self
    }
    /// Where in the loop the page stands.
    #[must_use]
    pub fn loop_at(mut self, step: LoopStep) -> Self {
        self.step = Some(step);
        self
    }
    /// Not for search engines.
    #[must_use]
    pub fn no_index(mut self) -> Self {
        self.hidden = true;
        self
    }
    /// The body prints its own `h1`: the home page.
    #[must_use]
    pub fn bare(mut self) -> Self {
        self.bare = true;
        self
    }
}

struct NavItem {
    href: &'static str,
    label: String,
    here: bool,
}

#[derive(Template)]
#[template(path = "page/layout.html")]
struct Layout<'a> {
    t: &'a T,
    head: &'a Head,
    body: &'a str,
    nav: Vec<NavItem>,
    name: Option<&'a str>,
    message: Option<&'a str>,
    demo: bool,
    helpline: Option<&'a str>,
    other: Lang,
    /// None on the answer to a form: its address may have no page.
    other_href: Option<String>,
    here: String,
    picture: Option<String>,
    css: &'static str,
    icon: &'static str,
}

const NAV: [(&str, &str); 9] = [
    ("/realta", "nav-organisations"),
    ("/esperti", "nav-experts"),
    ("/avvisi", "nav-calls"),
    ("/corsi", "nav-courses"),
    ("/documento", "nav-document"),
    ("/carta", "nav-charter"),
    ("/carta/verifica", "nav-findings"),
    ("/calendario", "nav-calendar"),
    ("/annunci", "nav-announcements"),
];

/// The body in the layout.
pub(crate) fn wrap(ctx: &Ctx, head: &Head, body: &str) -> Result<String> {
    let (t, site) = (ctx.t(), ctx.app().site());
    // The longest match wins, so that `/carta/verifica` is not also `/carta`.
    let under =
        |href: &&str| ctx.path() == *href || ctx.path().strip_prefix(href).is_some_and(|rest| rest.starts_with('/'));
    let here = NAV.iter().map(|(href, _)| *href).filter(under).max_by_key(|href| href.len());
    let nav = NAV.iter().map(|(href, key)| NavItem { href, label: t.get(key), here: here == Some(*href) }).collect();
    let layout = Layout {
        nav,
        name: ctx.actor().signed_in().map(|s| s.name.as_str()),
        message: ctx.message(),
        demo: site.demo,
        helpline: site.helpline.as_deref(),
        other: t.lang().other(),
        other_href: (!ctx.writes()).then(|| in_other_language(ctx)),
        here: ctx.path_to_tell(),
        picture: head.step.map(|step| step.small(t)),
        css: crate::assets::url("allapari.css"),
        icon: crate::assets::url("favicon.svg"),
        t,
        head,
        body,
    };
    Ok(layout.render()?)
}

/// The address of this page in the other language.
fn in_other_language(ctx: &Ctx) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    for (key, value) in url::form_urlencoded::parse(ctx.query().unwrap_or_default().as_bytes()) {
        if key != "lang" {
            query.append_pair(&key, &value);
        }
    }
    query.append_pair("lang", ctx.lang().other().tag());
    format!("{}?{}", ctx.path(), query.finish())
}

#[derive(Template)]
#[template(path = "page/error.html")]
struct ErrorPage {
    text: String,
    why: Option<String>,
    ask: Option<String>,
    sign_in: bool,
    t: T,
}

/// An error as a page: what happened, that nothing is lost, what to do.
pub(crate) fn error(ctx: &Ctx, error: &Error) -> Response {
    let t = ctx.t();
    let refusal = match error {
        Error::Refused(refusal) => Some(refusal),
        _ => None,
    };
    let text = match error {
        Error::TooMany { retry_after } => t.arg("error-too-many-text", "minutes", retry_after.div_ceil(60).max(1)),
        Error::Bad(key) => t.get(key),
        other => t.get(&format!("{}-text", other.key())),
    };
    let page = ErrorPage {
        text,
        why: refusal.map(|r| t.get(r.why_key())),
        ask: refusal.map(|r| t.get(r.ask_key())),
        sign_in: ctx.actor().person().is_none(),
        t: t.clone(),
    };
    ctx.page_with(error.status(), Head::new(t.get(error.key())).no_index(), page)
        .unwrap_or_else(|_| (error.status(), Html(t.get(error.key()))).into_response())
}

/// What is wrong with a request, as a program reads it: RFC 9457.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub struct Problem {
    /// Always `about:blank`: the status says what kind it is.
    r#type: &'static str,
    /// What happened, in the language asked for.
    title: String,
    /// The status of the answer.
    #[schema(minimum = 400, maximum = 599)]
    status: u16,
    /// Why, and what to do.
    detail: String,
}

/// An error as a program reads it.
pub(crate) fn problem(ctx: &Ctx, error: &Error) -> Response {
    let t = ctx.t();
    let detail = match error {
        Error::Refused(refusal) => format!("{} {}", t.get(refusal.why_key()), t.get(refusal.ask_key())),
        Error::TooMany { retry_after } => t.arg("error-too-many-text", "minutes", retry_after.div_ceil(60).max(1)),
        Error::Bad(key) => t.get(key),
        other => t.get(&format!("{}-text", other.key())),
    };
    let status = error.status();
    let body = Problem { r#type: "about:blank", title: t.get(error.key()), status: status.as_u16(), detail };
    let mut response = (status, axum::Json(body)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    if status == StatusCode::UNAUTHORIZED {
        let wanted = if matches!(error, Error::Token) { "Bearer error=\"invalid_token\"" } else { "Bearer" };
        headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static(wanted));
    }
    response
}
