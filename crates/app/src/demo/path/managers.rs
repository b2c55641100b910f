//! Who enters what the demonstration shows: the managers of its organisations, at the program's own
//! pages.

use super::{
    Unmade,
    entering::{Answer, Desk},
    typed::Typed,
};
use ::store::Fault;
use access::{Actor, Role, Scope, SignedIn};
use async_trait::async_trait;
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderValue, Method, Request, header},
};
use kernel::{OrganisationId, PersonId};
use secrecy::{ExposeSecret, SecretBox};
use tower::ServiceExt;
use url::form_urlencoded::Serializer;
use web::{App, Identify, Site, cookie};

/// The program's pages on the database that is being filled. Nobody but the managers made up in it
/// comes here: they are never served.
pub(super) struct Managers {
    app: App,
    router: Router,
}

/// The manager of one organisation, at these pages.
pub(super) struct Manager<'a> {
    router: &'a Router,
    person: PersonId,
    /// The address of the organisation's page.
    pub href: String,
}

impl Managers {
    /// Puts the program together a second time, for the managers alone.
    pub(super) fn of(app: &App) -> Result<Managers, Unmade> {
        let here = app.site();
        let site = Site {
            base_url: here.base_url.clone(),
            demo: here.demo,
            helpline: here.helpline.clone(),
            behind_proxy: here.behind_proxy,
            mail_from: here.mail_from.clone(),
            secret: SecretBox::new(Box::new(*here.secret.expose_secret())),
        };
        let assembled =
            web::assemble_with(crate::texts()?, app.db().clone(), site, Box::new(ByNumber), crate::slices());
        Ok(Managers { app: assembled.app, router: assembled.router })
    }
    /// Who manages an organisation.
    pub(super) async fn at(&self, organisation: OrganisationId) -> Result<Manager<'_>, Unmade> {
        let conn = self.app.db().reader();
        let found = network::facade::organisation(conn, organisation).await?;
        let href = found.map(|found| found.href()).ok_or_else(|| Unmade::page(organisation, "no such organisation"))?;
        match self.who_manages(organisation).await? {
            Some(person) => Ok(Manager { router: &self.router, person, href }),
            None => Err(Unmade::page(href, "nobody manages this organisation")),
        }
    }
    async fn who_manages(&self, organisation: OrganisationId) -> Result<Option<PersonId>, Fault> {
        let (conn, today) = (self.app.db().reader(), self.app.env().today());
        let held = people::facade::all_roles_in(conn, &[Scope::Organisation(organisation)], today).await?;
        let manager = held.into_iter().find(|record| record.held.role == Role::OrganisationManager);
        Ok(manager.map(|record| record.person))
    }
}

impl Manager<'_> {
    async fn ask(&self, method: Method, path: &str, body: String) -> Result<Answer, Unmade> {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::COOKIE, format!("{}={}; {}=it", cookie::SESSION, self.person, cookie::LANG))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body))
            .map_err(|error| Unmade::page(path, error))?;
        let Ok(response) = self.router.clone().oneshot(request).await;
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.map_err(|error| Unmade::page(path, error))?;
        let location = parts.headers.get(header::LOCATION).map(HeaderValue::as_bytes).unwrap_or_default();
        Ok(Answer {
            path: path.to_owned(),
            status: parts.status,
            location: String::from_utf8_lossy(location).into_owned(),
            text: String::from_utf8_lossy(&bytes).into_owned(),
        })
    }
}

#[async_trait]
impl Desk for Manager<'_> {
    async fn open(&self, path: &str) -> Result<Answer, Unmade> {
        self.ask(Method::GET, path, String::new()).await
    }
    async fn send(&self, path: &str, typed: &Typed) -> Result<Answer, Unmade> {
        let body = Serializer::new(String::new()).extend_pairs(typed).finish();
        self.ask(Method::POST, path, body).await
    }
}

/// Takes whoever asks for the person whose number stands where a session's secret stands elsewhere,
/// with the roles on record: most managers of a made-up network have no entry of their own, and a
/// session would stay behind for each.
struct ByNumber;

#[async_trait]
impl Identify for ByNumber {
    async fn identify(&self, app: &App, cookie: Option<&str>, _: Option<&str>) -> Result<Actor, Fault> {
        let (conn, today) = (app.db().reader(), app.env().today());
        let Some(number) = cookie.and_then(|number| number.parse::<PersonId>().ok()) else { return Ok(Actor::Visitor) };
        let Some(known) = people::facade::person(conn, number).await? else { return Ok(Actor::Visitor) };
        let held = people::facade::roles_of(conn, known.id).await?.into_iter().map(|record| record.held);
        Ok(Actor::Person(SignedIn {
            person: known.id,
            name: known.display_name,
            roles: held.filter(|held| held.period.contains(today)).collect(),
            second_factor: true,
            session: None,
            token: None,
        }))
    }
}
