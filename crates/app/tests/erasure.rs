//! Everybody who walks the path is handed all that is held on them, in words; and when they go,
//! nothing of them stays but the trace.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may be blunt")]

use access::{Act, Actor, Permit, Role, Target};
use app::{
    Persona,
    made_up::{self, Size},
};
use kernel::{Lang, PersonId, Uuid};
use serde_json::Value;
use std::collections::BTreeSet;
use store::sql;
use testkit::TestApp;
use web::Site;

const WALKERS: [Persona; 5] = [
    Persona::Candidate,
    Persona::Trainee,
    Persona::Certified,
    Persona::Holder(Role::Expert),
    Persona::Holder(Role::Professional),
];

async fn made_up_network() -> TestApp {
    let app = TestApp::with_site(app::slices, Site { demo: true, ..Site::for_tests() }).await;
    let size = Size { organisations: 8, experts: 16, candidacies: 0, editions: 0 };
    made_up::fill(&app.app, size, |_, _, _| {}).await.unwrap();
    app
}

async fn find(app: &TestApp, persona: Persona) -> PersonId {
    let db = &app.db.db;
    persona.find(db.reader(), db.env().today()).await.unwrap().unwrap()
}

/// All names of fields in an export, and what is still sealed in it.
fn names(value: &Value, all: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| {
            all.insert(name.clone());
            names(value, all);
        }),
        Value::Array(items) => items.iter().for_each(|item| names(item, all)),
        _ => {}
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.iter().all(is_empty),
        Value::Object(fields) => fields.values().all(is_empty),
        _ => false,
    }
}

/// What the demonstration has no records of: a person writes them by hand.
const BY_HAND: [&str; 5] = ["feedback", "announcements", "calendar", "endorsements", "calls"];

/// Everybody on record.
async fn everybody(app: &TestApp) -> Vec<PersonId> {
    let ids: Vec<Uuid> = sql("SELECT id FROM person ORDER BY id LIMIT 1000").values(app.db.db.reader()).await.unwrap();
    ids.into_iter().map(PersonId::from_uuid).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn all_that_is_held_is_handed_over_opened_and_in_words() {
    let app = made_up_network().await;
    let (mut told, mut fields) = (BTreeSet::new(), BTreeSet::new());
    for person in everybody(&app).await {
        let mut all = people::facade::export_person(&app.app, person).await.unwrap().unwrap();
        all.as_object_mut().unwrap().remove("trace");
        names(&all, &mut fields);
        let held = all.as_object().unwrap().iter().filter(|(_, value)| !is_empty(value));
        told.extend(held.map(|(name, _)| name.clone()));
    }
    let silent: Vec<&str> = app.app.holdings().iter().map(|holding| holding.name()).collect();
    let silent: Vec<&str> = silent.into_iter().filter(|n| !told.contains(*n) && !BY_HAND.contains(n)).collect();
    assert!(silent.is_empty(), "nobody has a record of {silent:?}");
    assert!(!fields.iter().any(|name| name.contains("sealed")), "something stays sealed: {fields:?}");
    let key = |name: &str| format!("privacy-field-{}", name.replace(['_', ' '], "-"));
    for lang in Lang::ALL {
        let t = app.app.t(lang);
        let mute: Vec<_> =
            fields.iter().filter(|name| !["id", "version", "open_badge"].contains(&name.as_str())).collect();
        let mute: Vec<_> = mute.into_iter().filter(|name| !t.has(&key(name))).collect();
        assert!(mute.is_empty(), "fields without words in {lang}: {mute:?}");
    }
}

/// Every row of every table that names somebody, with its table: a backup is all there is.
async fn rows_with(app: &TestApp, words: &[String]) -> Vec<(String, String)> {
    let mut file = Vec::new();
    store::backup::backup(&app.db.db, "0.0.0", &mut file).await.unwrap();
    let text = String::from_utf8(zstd::decode_all(file.as_slice()).unwrap()).unwrap();
    let (mut table, mut found) = (String::new(), Vec::new());
    for line in text.lines() {
        let value: Value = serde_json::from_str(line).unwrap();
        if let Some(name) = value.get("table").and_then(|table| table["name"].as_str()) {
            table = name.to_owned();
        } else if words.iter().any(|word| line.contains(word.as_str())) {
            found.push((table.clone(), line.to_owned()));
        }
    }
    found
}

/// Where the number of somebody who went may stand: in the trace, and in what is being told.
fn is_trace(table: &str) -> bool {
    table.starts_with("audit") || table.starts_with("event") || table == "outbox_event"
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_goes_leaves_nothing_but_the_trace() {
    let app = made_up_network().await;
    let db = &app.db.db;
    for persona in WALKERS {
        let id = find(&app, persona).await;
        let person = people::facade::person(db.reader(), id).await.unwrap().unwrap();
        let mut words = vec![id.to_string(), person.display_name];
        words.extend(person.email.map(|email| email.to_string()));
        assert!(!rows_with(&app, &words).await.is_empty());
        let permit = Permit::ask(&Actor::cli(), Act::ManageAccounts, Target::Network).unwrap();
        let mut tx = permit.begin(db).await.unwrap();
        people::facade::erase_person(&mut tx, app.app.holdings(), id).await.unwrap();
        tx.commit().await.unwrap();
        // The certificate that another holds says who signed it, as its signature needs.
        let number = id.to_string();
        let signed = |(table, row): &(String, String)| table == "credential" && !row.contains(&number);
        let mut left = rows_with(&app, &words).await;
        left.retain(|found| !is_trace(&found.0) && !signed(found));
        assert!(left.is_empty(), "{} stays in {left:#?}", persona.code());
    }
}
