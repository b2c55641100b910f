//! Signing in and out in a real browser's way, on one node and on two.

use crate::{
    facade::{self, NewPerson, Password},
    slice,
};
use access::{Act, Actor, HeldRole, Permit, Role, Scope, Target};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, StatusCode, header},
};
use kernel::{Duration, EmailAddress, Env, FakeClock, Lang, Period, PersonId};
use std::sync::Arc;
use store::{Db, Options, testing::TestDb};
use web::{App, Site};

pub(crate) const PASSWORD: &str = "quattro gatti al sole";

/// A node of the program with its own handle on the database.
pub(crate) struct Node {
    pub(crate) app: App,
    router: Router,
}

/// A database with one node, and a way to start more.
pub(crate) struct House {
    pub(crate) t: TestDb,
    pub(crate) clock: Arc<FakeClock>,
}

/// An answer as a browser sees it.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) to: String,
    pub(crate) text: String,
}

/// A browser that keeps the session's cookie.
pub(crate) struct Browser<'a> {
    node: &'a Node,
    cookie: Option<String>,
    bearer: Option<String>,
}

impl House {
    pub(crate) async fn new() -> Self {
        let (env, clock) = Env::still("2026-03-01T08:00:00Z".parse().unwrap(), 17);
        let migrations = || {
            let mut all = access::migrations();
            all.extend((slice().migrations)());
            all
        };
        Self { t: TestDb::new(env, migrations).await.unwrap(), clock }
    }
    pub(crate) async fn node(&self) -> Node {
        let options = Options { readers: 2, writers: 2, durable: false };
        let db = Db::connect(&self.t.url, self.t.db.env().clone(), options).await.unwrap();
        Self::serve(db, Site::for_tests())
    }
    pub(crate) fn serve(db: Db, site: Site) -> Node {
        let whole = web::assemble(db, site, Box::new(facade::Identity), vec![slice()]).unwrap();
        Node { app: whole.app, router: whole.router }
    }
    /// A person with an account and roles.
    pub(crate) async fn account(&self, node: &Node, name: &str, roles: &[(Role, Scope)]) -> PersonId {
        let mut tx = permit().begin(&self.t.db).await.unwrap();
        let email = mail_of(name);
        let first = facade::FirstSignIn::Password(Password::parse("p", PASSWORD, email.as_str()).unwrap());
        let id = facade::create_account(&mut tx, &node.app, email, name, first, roles).await.unwrap();
        tx.commit().await.unwrap();
        id
    }
    pub(crate) fn pass(&self, time: Duration) {
        self.clock.advance(time);
    }
}

pub(crate) fn permit() -> Permit {
    Permit::ask(&Actor::cli(), Act::ManageAccounts, Target::Network).unwrap()
}

pub(crate) fn mail_of(name: &str) -> EmailAddress {
    EmailAddress::parse("email", &format!("{}@example.org", name.to_lowercase())).unwrap()
}

/// A person on record without an account.
pub(crate) async fn on_record(db: &Db, name: &str) -> PersonId {
    let mut tx = permit().begin(db).await.unwrap();
    let new = NewPerson { display_name: name.to_owned(), email: Some(mail_of(name)), lang: Lang::It };
    let id = facade::new_person(&mut tx, new).await.unwrap();
    tx.commit().await.unwrap();
    id
}

impl Node {
    pub(crate) fn browser(&self) -> Browser<'_> {
        Browser { node: self, cookie: None, bearer: None }
    }
    pub(crate) fn program(&self, token: &str) -> Browser<'_> {
        Browser { node: self, cookie: None, bearer: Some(token.to_owned()) }
    }
    /// The last mail in the queue to somebody.
    pub(crate) async fn last_mail(&self, name: &str) -> String {
        let waiting = facade::mail_to_send(self.app.db().reader(), self.app.env().now(), 100).await.unwrap();
        let to = mail_of(name);
        waiting.into_iter().rev().find(|m| m.mail.to == to).map(|m| m.mail.body).unwrap_or_default()
    }
}

/// The path of the first link in a mail.
pub(crate) fn link_in(body: &str) -> String {
    let link = crate::mail::rules::pieces(body).into_iter().find(|(_, link)| *link).unwrap().0;
    link.strip_prefix("http://localhost:8080").unwrap().to_owned()
}

impl<'a> Browser<'a> {
    /// The same browser, sent to another node.
    pub(crate) fn at(self, node: &'a Node) -> Browser<'a> {
        Browser { node, ..self }
    }
    /// Another browser that holds the same cookie.
    pub(crate) fn copy(&self) -> Browser<'a> {
        Browser { node: self.node, cookie: self.cookie.clone(), bearer: None }
    }
    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        self.ask("GET", path, "", String::new()).await
    }
    pub(crate) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.ask("POST", path, "application/x-www-form-urlencoded", body).await
    }
    pub(crate) async fn json(&mut self, path: &str, body: &serde_json::Value) -> Answer {
        self.ask("POST", path, "application/json", body.to_string()).await
    }
    pub(crate) async fn sign_in(&mut self, name: &str, password: &str) -> Answer {
        self.post("/accedi", &[("email", mail_of(name).as_str()), ("password", password)]).await
    }
    async fn ask(&mut self, method: &str, path: &str, kind: &str, body: String) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        if !kind.is_empty() {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, format!("allapari={cookie}"));
        }
        if let Some(bearer) = &self.bearer {
            request = request.header(header::AUTHORIZATION, format!("Bearer {bearer}"));
        }
        let request = request.body(Body::from(body)).unwrap();
        let response = tower::ServiceExt::oneshot(self.node.router.clone(), request).await.unwrap();
        for set in response.headers().get_all(header::SET_COOKIE) {
            let line = set.to_str().unwrap();
            if let Some(rest) = line.strip_prefix("allapari=") {
                assert!(line.contains("HttpOnly") && line.contains("SameSite=Lax"), "{line}");
                let value = rest.split(';').next().unwrap_or_default().to_owned();
                self.cookie = Some(value).filter(|value| !value.is_empty());
            }
        }
        let to = response.headers().get(header::LOCATION).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
        let status = response.status();
        let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        Answer { status, to, text: String::from_utf8_lossy(&bytes).into_owned() }
    }
}

impl Answer {
    pub(crate) fn is(&self, status: StatusCode) -> &Self {
        assert_eq!(self.status, status, "→ {} {}", self.to, self.text);
        self
    }
    pub(crate) fn ok(&self) -> &Self {
        self.is(StatusCode::OK)
    }
    pub(crate) fn leads_to(&self, to: &str) -> &Self {
        self.is(StatusCode::SEE_OTHER);
        assert!(self.to.starts_with(to), "leads to {}, not {to}", self.to);
        self
    }
    pub(crate) fn says(&self, words: &str) -> &Self {
        assert!(self.text.contains(words), "does not say “{words}”: {}", self.text);
        self
    }
}

#[tokio::test]
async fn a_person_signs_in_goes_on_and_leaves() {
    let house = House::new().await;
    let node = house.node().await;
    house.account(&node, "Ada", &[]).await;
    let mut browser = node.browser();
    browser.get("/profilo").await.leads_to("/accedi?poi=%2Fprofilo");
    let fields = [("email", "ada@example.org"), ("password", PASSWORD), ("poi", "/profilo")];
    browser.post("/accedi", &fields).await.leads_to("/profilo");
    browser.get("/profilo").await.ok().says("Ada");
    // The way back leads to no other site.
    let away = [("email", "ada@example.org"), ("password", PASSWORD), ("poi", "/\t/evil.example/x")];
    assert_eq!(browser.post("/accedi", &away).await.to, "/");
    let mut copy = browser.copy();
    browser.post("/esci", &[]).await.leads_to("/");
    // Leaving ends the session itself, not only the cookie of this browser.
    copy.get("/profilo").await.leads_to("/accedi");
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_get_the_same_answer() {
    let house = House::new().await;
    let node = house.node().await;
    house.account(&node, "Ada", &[]).await;
    let wrong = node.browser().sign_in("Ada", "cinque gatti al sole").await;
    let unknown = node.browser().sign_in("Nessuno", "cinque gatti al sole").await;
    assert_eq!((wrong.status, unknown.status), (StatusCode::UNPROCESSABLE_ENTITY, StatusCode::UNPROCESSABLE_ENTITY));
    assert_eq!(wrong.text.replace("ada@", "x@"), unknown.text.replace("nessuno@", "x@"));
}

#[tokio::test]
async fn a_session_begun_on_one_node_goes_on_at_another_and_ends_on_both() {
    let house = House::new().await;
    let (one, two) = (house.node().await, house.node().await);
    house.account(&one, "Ada", &[]).await;
    let mut phone = one.browser();
    phone.sign_in("Ada", PASSWORD).await.leads_to("/inizio");
    let mut phone = phone.at(&two);
    phone.get("/profilo").await.ok();
    let mut desk = two.browser();
    desk.sign_in("Ada", PASSWORD).await.leads_to("/inizio");
    desk.get("/profilo/sessioni").await.ok().says("(questo)");
    desk.post("/profilo/sessioni/esci-ovunque", &[]).await.leads_to("/accedi");
    phone.at(&one).get("/profilo").await.leads_to("/accedi");
}

#[tokio::test]
async fn a_session_can_be_ended_from_another_and_runs_out_when_it_is_not_used() {
    let house = House::new().await;
    let node = house.node().await;
    let id = house.account(&node, "Ada", &[]).await;
    let (mut desk, mut phone) = (node.browser(), node.browser());
    phone.sign_in("Ada", PASSWORD).await.leads_to("/inizio");
    house.pass(Duration::hours(1));
    desk.sign_in("Ada", PASSWORD).await.leads_to("/inizio");
    let open = super::store::of_person(house.t.db.reader(), id, house.t.db.env().now()).await.unwrap();
    let oldest = open.last().unwrap().id;
    desk.post(&format!("/profilo/sessioni/{oldest}/chiudi"), &[]).await.leads_to("/profilo/sessioni");
    phone.get("/profilo").await.leads_to("/accedi");
    // In use every day it lasts a month; then not.
    for _ in 0..29 {
        house.pass(Duration::days(1));
        desk.get("/profilo").await.ok();
    }
    house.pass(Duration::days(2));
    desk.get("/profilo").await.leads_to("/accedi");
    desk.sign_in("Ada", PASSWORD).await.leads_to("/inizio");
    house.pass(Duration::days(4));
    desk.get("/profilo").await.leads_to("/accedi");
}

#[tokio::test]
async fn who_holds_a_far_reaching_role_sets_up_the_second_step_first() {
    let house = House::new().await;
    let node = house.node().await;
    house.account(&node, "Ada", &[(Role::Secretariat, Scope::Network)]).await;
    let mut browser = node.browser();
    browser.sign_in("Ada", PASSWORD).await.leads_to("/profilo/secondo-passo");
    browser.get("/persone").await.is(StatusCode::FORBIDDEN).says("secondo passo");
    browser.get("/profilo/secondo-passo/codici").await.ok().says("<svg");
    browser.get("/profilo").await.ok();
}

#[tokio::test]
async fn a_role_counts_from_its_first_day_to_its_last() {
    let house = House::new().await;
    let node = house.node().await;
    let id = house.account(&node, "Ada", &[]).await;
    let today = house.t.db.env().today();
    let mut tx = permit().begin(&house.t.db).await.unwrap();
    let period = Period::new(today + Duration::days(1), Some(today + Duration::days(2))).unwrap();
    let held = HeldRole { role: Role::Region, scope: Scope::Territory(kernel::Territory::Umbria), period };
    facade::give_roles(&mut tx, &[(id, held)]).await.unwrap();
    tx.commit().await.unwrap();
    let mut browser = node.browser();
    browser.sign_in("Ada", PASSWORD).await.leads_to("/inizio");
    for (day, roles) in [(0, 0), (1, 1), (2, 1), (3, 0)] {
        let who = facade_identity(&node, &browser).await;
        assert_eq!(who.roles().len(), roles, "day {day}");
        house.pass(Duration::days(1));
    }
}

async fn facade_identity(node: &Node, browser: &Browser<'_>) -> Actor {
    web::Identify::identify(&facade::Identity, &node.app, browser.cookie.as_deref(), None).await.unwrap()
}

#[tokio::test]
async fn who_asks_is_known_by_one_query() {
    let house = House::new().await;
    let node = house.node().await;
    house.account(&node, "Ada", &[(Role::Secretariat, Scope::Network), (Role::Administrator, Scope::Network)]).await;
    let mut browser = node.browser();
    browser.sign_in("Ada", PASSWORD).await;
    let before = node.app.db().statements();
    let who = facade_identity(&node, &browser).await;
    assert_eq!((who.roles().len(), node.app.db().statements() - before), (2, 1));
}
