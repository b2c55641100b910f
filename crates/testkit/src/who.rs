//! Who asks, and asking.

use crate::Page;
use access::{Actor, HeldRole, Role, Scope, SignedIn};
use async_trait::async_trait;
use axum::{
    Router,
    body::Body,
    http::{Method, Request, header},
};
use kernel::{Lang, NaiveDate, Period, PersonId};
use store::Fault;
use tower::ServiceExt;
use web::{App, Identify};

/// A person under test with the roles held.
#[derive(Debug, Clone)]
pub struct Who(SignedIn);

impl Who {
    /// A person without roles.
    pub fn new(person: PersonId, name: &str) -> Self {
        let name = name.to_owned();
        Self(SignedIn { person, name, roles: Vec::new(), second_factor: true, session: None, token: None })
    }
    /// The same person with one more role, held since 2020.
    #[must_use]
    pub fn role(mut self, role: Role, scope: Scope) -> Self {
        let period = Period::since(NaiveDate::from_ymd_opt(2020, 1, 1).unwrap_or_default());
        self.0.roles.push(HeldRole { role, scope, period });
        self
    }
    /// The same person before the second step of a sign-in is set up.
    #[must_use]
    pub fn without_second_step(mut self) -> Self {
        self.0.second_factor = false;
        self
    }
    /// The person's id.
    pub fn id(&self) -> PersonId {
        self.0.person
    }
    /// As the policy sees the person.
    pub fn actor(&self) -> Actor {
        Actor::Person(self.0.clone())
    }
}

/// Takes the one who asks from the bearer token, which holds it as JSON in hexadecimal.
pub(crate) struct ByHeader;

#[async_trait]
impl Identify for ByHeader {
    async fn identify(&self, _: &App, _: Option<&str>, bearer: Option<&str>) -> Result<Actor, Fault> {
        let Some(bearer) = bearer else { return Ok(Actor::Visitor) };
        let bytes: Vec<u8> =
            (0..bearer.len() / 2).filter_map(|i| u8::from_str_radix(bearer.get(2 * i..2 * i + 2)?, 16).ok()).collect();
        serde_json::from_slice(&bytes).map(Actor::Person).map_err(Fault::unreadable)
    }
}

/// Asking, as somebody, in a language.
#[derive(Debug, Clone)]
pub struct Asks<'a> {
    router: &'a Router,
    who: Option<Who>,
    lang: Lang,
    from: Option<&'a str>,
}

impl<'a> Asks<'a> {
    pub(crate) fn new(router: &'a Router, who: Option<Who>) -> Self {
        Self { router, who, lang: Lang::It, from: None }
    }
    /// In this language from here on.
    #[must_use]
    pub fn in_lang(mut self, lang: Lang) -> Self {
        self.lang = lang;
        self
    }
    /// From this page of the program, as a browser says.
    #[must_use]
    pub fn from_page(mut self, path: &'a str) -> Self {
        self.from = Some(path);
        self
    }
    /// Opens an address.
    pub async fn get(&self, path: &str) -> Page {
        self.ask(Method::GET, path, "", Body::empty()).await
    }
    /// Sends a form.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.ask(Method::POST, path, "application/x-www-form-urlencoded", Body::from(body)).await
    }
    /// Sends a form with a file.
    pub async fn upload(&self, path: &str, fields: &[(&str, &str)], file: (&str, &str, &[u8])) -> Page {
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
        }
        let (name, file_name, bytes) = file;
        body.extend(
            format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file_name}\"\r\n\r\n").bytes(),
        );
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--x--\r\n");
        self.ask(Method::POST, path, "multipart/form-data; boundary=x", Body::from(body)).await
    }
    async fn ask(&self, method: Method, path: &str, kind: &str, body: Body) -> Page {
        let mut request =
            Request::builder().method(method).uri(path).header(header::COOKIE, format!("lang={}", self.lang));
        if !kind.is_empty() {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        if let Some(page) = self.from {
            request = request
                .header("sec-fetch-site", "same-origin")
                .header(header::REFERER, format!("http://localhost:8080{page}"));
        }
        if let Some(who) = &self.who {
            let json = serde_json::to_vec(&who.0).unwrap_or_default();
            let hex: String = json.iter().map(|byte| format!("{byte:02x}")).collect();
            request = request.header(header::AUTHORIZATION, format!("Bearer {hex}"));
        }
        let request = request.body(body).expect("a well-formed request");
        let response = self.router.clone().oneshot(request).await.expect("the router always answers");
        Page::read(path, self.lang, response).await
    }
}
