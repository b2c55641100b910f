//! Every page, for everybody, in both languages: reached by its links, well made, and known to
//! the route table.

#![allow(clippy::unwrap_used, reason = "a test may be blunt")]

use access::{Role, Scope};
use app::{
    Persona,
    made_up::{self, Size},
};
use axum::http::StatusCode;
use kernel::Lang;
use std::collections::{BTreeSet, HashSet, VecDeque};
use testkit::{Asks, TestApp, Who};
use web::{Kind, Site};

async fn made_up_network() -> TestApp {
    let app = TestApp::with_site(app::slices, Site { demo: true, ..Site::for_tests() }).await;
    made_up::fill(&app.app, Size { organisations: 24, experts: 40, candidacies: 50, editions: 6 }, |_, _, _| {})
        .await
        .unwrap();
    app
}

/// Somebody whom a visitor of the demonstration may be, with all roles held.
async fn somebody(app: &TestApp, persona: Persona) -> Who {
    let db = &app.db.db;
    let person = persona.find(db.reader(), db.env().today()).await.unwrap().unwrap();
    let held = people::facade::roles_of(db.reader(), person).await.unwrap();
    held.iter().fold(Who::new(person, "Ada"), |who, record| who.role(record.held.role, record.held.scope))
}

/// Follows all links from some addresses, at most a few of each shape, and looks at each page.
/// What is wrong is gathered, so that one run shows all there is to mend.
async fn crawl(asks: &Asks<'_>, from: &[&str], seen: &mut BTreeSet<String>) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut waiting: VecDeque<String> = from.iter().map(|path| (*path).to_owned()).collect();
    let mut known: HashSet<String> = waiting.iter().cloned().collect();
    let mut shapes: std::collections::HashMap<String, u32> = std::collections::HashMap::new();
    while let Some(path) = waiting.pop_front() {
        let page = asks.get(&path).await;
        seen.insert(path.split('?').next().unwrap_or_default().to_owned());
        match page.status {
            StatusCode::OK => wrong.extend(page.flaws()),
            StatusCode::SEE_OTHER => continue,
            // A link that leads to a refusal is a link that should not have been shown.
            other => wrong.push(format!("a link leads to {path}, which answers {other}")),
        };
        for link in page.links() {
            // The way to the other language is taken by the other crawl.
            if link.contains("lang=") {
                continue;
            }
            let shape = shape(&link);
            let count = shapes.entry(shape).or_default();
            if *count < 3 && !link.starts_with("/assets/") && known.insert(link.clone()) {
                *count += 1;
                waiting.push_back(link);
            }
        }
    }
    wrong
}

/// An address without what tells one record from another.
fn shape(link: &str) -> String {
    let (path, query) = link.split_once('?').unwrap_or((link, ""));
    let part = |part: &str| {
        let varies = part.len() > 20 || part.chars().any(|c| c.is_ascii_digit()) || part.matches('-').count() > 1;
        if varies { "*".to_owned() } else { part.to_owned() }
    };
    let path = path.split('/').map(part).collect::<Vec<_>>().join("/");
    let keys: Vec<&str> = query.split('&').map(|pair| pair.split('=').next().unwrap_or_default()).collect();
    format!("{path}?{}", keys.join("&"))
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_is_well_made_for_everybody_in_both_languages() {
    let app = made_up_network().await;
    let (mut seen, mut wrong) = (BTreeSet::new(), Vec::new());
    for lang in Lang::ALL {
        wrong.extend(crawl(&app.as_visitor().in_lang(lang), &["/"], &mut seen).await);
        for persona in Persona::all() {
            let who = somebody(&app, persona).await;
            let found =
                crawl(&app.as_person(&who).in_lang(lang), &["/inizio", "/realta?stato=attesa"], &mut seen).await;
            wrong.extend(found.into_iter().map(|what| format!("{} in {lang}: {what}", persona.code())));
        }
    }
    wrong.sort();
    assert!(wrong.is_empty(), "{} flaws: {wrong:#?}", wrong.len());
    let never = app.app.routes().iter().filter(|route| route.method == "GET" && route.kind == Kind::Page);
    let never: Vec<&str> = never
        .map(|route| route.path)
        .filter(|path| !visited(path, &seen) && !LED_TO_OTHERWISE.contains(path))
        .collect();
    assert!(never.is_empty(), "pages that no link leads to: {never:#?}");
}

/// Pages that no link of a fresh network leads to: a letter does, or a second version, or a form
/// that was sent. Stories of their own slices look at them.
const LED_TO_OTHERWISE: [&str; 22] = [
    // by a letter
    "/accedi/link/{secret}",
    "/accedi/password/{secret}",
    "/invito/{secret}",
    "/profilo/posta/{secret}",
    "/candidatura/{secret}",
    "/invito-candidatura/{secret}",
    // by a code to point a phone at, or to type
    "/presenza/{secret}",
    "/verifica/{code}",
    // after a form
    "/avvisi/{id}/prova/{key}",
    "/accedi/codice",
    "/profilo/condivisi/{grant}",
    "/realta/importa/{id}",
    "/realta/{id}/attestati/lavori/{task}",
    // beside a certificate that was issued, beyond the first few editions
    "/realta/{id}/attestati/{certificate}/revoca",
    // beside a meeting of a course, on its day
    "/realta/{id}/corsi/{course}/edizioni/{edition}/lezioni/{lesson}/codice",
    // once there are two versions
    "/documento/confronto",
    "/carta/confronto",
    "/carta/impatto",
    "/carta/versioni/{id}",
    "/carta/versioni/{id}/modifica",
    "/carta/versioni/{id}/articoli/{slug}",
    // by the demonstration's command line
    "/prova/{who}",
];

fn visited(pattern: &str, seen: &BTreeSet<String>) -> bool {
    let pattern: Vec<&str> = pattern.split('/').collect();
    seen.iter().any(|path| {
        let path: Vec<&str> = path.split('/').collect();
        path.len() == pattern.len() && pattern.iter().zip(&path).all(|(p, s)| p.starts_with('{') || p == s)
    })
}

/// An address of a route's shape, with something in place of each parameter.
fn address(pattern: &str) -> String {
    let part = |part: &str| {
        if part.starts_with('{') { "00000000-0000-7000-8000-000000000000".to_owned() } else { part.to_owned() }
    };
    pattern.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// Whether the route table has a page or a file of this shape.
fn has_route(app: &TestApp, link: &str) -> bool {
    let path = BTreeSet::from([link.split('?').next().unwrap_or_default().to_owned()]);
    app.app.routes().iter().any(|route| route.method == "GET" && visited(route.path, &path))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_start_page_leads_to_pages_that_exist_before_the_second_step_is_set_up_too() {
    let app = made_up_network().await;
    for persona in Persona::all() {
        let who = somebody(&app, persona).await.without_second_step();
        let start = app.as_person(&who).get("/inizio").await;
        let far = matches!(persona, Persona::Holder(role) if role.needs_second_factor());
        let links = start.ok().links();
        assert!(!far || links.iter().any(|link| link == "/profilo/secondo-passo"), "{}", persona.code());
        let lost: Vec<_> =
            links.iter().filter(|link| !link.starts_with("/assets/") && !has_route(&app, link)).collect();
        assert!(lost.is_empty(), "{} is led to {lost:?}", persona.code());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_route_refuses_a_stranger() {
    let app = TestApp::new(app::slices).await;
    let mut closed = 0;
    for route in app.app.routes() {
        if access::policy::anywhere(&access::Actor::Visitor, route.act).is_ok() {
            continue;
        }
        closed += 1;
        let (asks, address) = (app.as_visitor(), address(route.path));
        let page = match route.method {
            "GET" => asks.get(&address).await,
            "POST" => asks.post(&address, &[]).await,
            other => panic!("teach this test to ask with {other}"),
        };
        match route.kind {
            Kind::Api => drop(page.is(StatusCode::UNAUTHORIZED)),
            // Whoever sent a form reads how to go on; nothing of it was done.
            _ if route.method == "POST" => drop(page.is(StatusCode::UNAUTHORIZED).says("/accedi?poi=%2Finizio")),
            _ => drop(page.leads_to("/accedi?poi=")),
        }
    }
    assert!(closed > 30, "only {closed} routes are closed to strangers");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_holds_a_role_elsewhere_changes_nothing_here() {
    let app = made_up_network().await;
    let elsewhere = app.person("Eva").role(Role::OrganisationManager, Scope::Organisation(app.db.db.env().id()));
    let here = network::facade::open_organisations(app.db.db.reader()).await.unwrap()[0].id.to_string();
    for route in app.app.routes().iter().filter(|route| route.path.starts_with("/realta/{") && route.method == "POST") {
        let address = route.path.replacen(route.path.split('/').nth(2).unwrap_or_default(), &here, 1);
        let page = app.as_person(&elsewhere).post(&self::address(&address), &[]).await;
        let refused = [StatusCode::FORBIDDEN, StatusCode::NOT_FOUND, StatusCode::UNPROCESSABLE_ENTITY];
        assert!(refused.contains(&page.status), "{} answers {}: {}", route.path, page.status, page.text());
    }
}
