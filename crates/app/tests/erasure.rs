//! Everybody who walks the path is handed all that is held on them, in words; and when they go,
//! nothing of them stays but the trace.

#![allow(clippy::unwrap_used, reason = "a test may be blunt")]

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

/// Every column that names a person, with where the export of that person says so: the holding, and
/// its field where it has several.
const NAMES_SOMEBODY: &[(&str, &str)] = &[
    ("account.person", "people/account"),
    ("announcement.posted_by", "announcements"),
    ("api_token.person", "people/tokens"),
    ("booklet_about.person", "booklet"),
    ("booklet_choice.person", "booklet"),
    ("booklet_entry.person", "booklet"),
    ("calendar_entry.posted_by", "calendar"),
    ("calendar_feed.person", "calendar"),
    ("candidacy.person", "candidacies/own"),
    ("candidacy_seen.reader", "candidacies/read_by_you"),
    ("candidacy_told.told_by", "candidacies/told_by_you"),
    ("certificate.first_by", "certificates/signed"),
    ("certificate.holder", "certificates/own"),
    ("certificate.second_by", "certificates/signed"),
    ("certificate_signatory.person", "certificates/named_to_sign"),
    ("certificate_task.asked_by", "certificates/issuing_asked_for"),
    ("consent.person", "people/consents"),
    ("course_author.person", "courses"),
    ("course_teacher.person", "courses"),
    ("credential.holder", "credentials"),
    ("diary_entry.person", "diary"),
    ("endorsement.signed_by", "endorsements"),
    ("endorsement.withdrawn_by", "endorsements"),
    ("enrolment.person", "editions"),
    ("enrolment_seen.reader", "trace"),
    ("expert.person", "experts"),
    ("expert_role.person", "experts"),
    ("feedback.person_id", "feedback"),
    ("field_placement.expert", "fieldwork/at_my_side"),
    ("held_role.given_by", "trace"),
    ("held_role.person", "people/roles"),
    ("interview.person", "interviews"),
    ("interview.proposed_by", "trace"),
    ("invitation.accepted_by", "people/invitations"),
    ("invitation.invited_by", "people/invitations"),
    ("lesson_presence.marked_by", "lessons/marked"),
    ("mail_link.person", "people/mail"),
    ("network_member.joined_by", "trace"),
    ("network_member.left_by", "trace"),
    ("nomination.nominated_by", "calls"),
    ("note.person", "notes/own"),
    ("note_author.person", "notes/written_by_you"),
    ("outcome.closed_by", "outcomes/closed_by_you"),
    ("outcome.companion", "outcomes/companion"),
    ("outcome.person", "outcomes/own"),
    ("own_training.person", "continuing_training"),
    ("panel_recusal.person", "panels/stepped_aside"),
    ("panel_seat.person", "panels/seats"),
    ("panel_stand_in.person", "panels/stands_in"),
    ("passkey.person", "people/passkeys"),
    ("passkey_ceremony.person", "people/passkeys"),
    ("person_key.person", "people/person"),
    ("personal_text.person", "texts"),
    ("recovery_code.person", "people/codes_set_up_at"),
    ("reference_group_member.person", "reference groups"),
    ("second_step.person", "people/codes_set_up_at"),
    ("session.person", "people/sessions"),
    ("text_grant.owner", "people/text_grants"),
    ("training_answer.person", "continuing_training"),
    ("training_invited.person", "continuing_training"),
];

/// Columns with the number of another record than a person, wherever they stand.
const NAMES_A_RECORD: &[&str] = &[
    "id",
    "based_on",
    "call",
    "candidacy",
    "certificate",
    "charter_version",
    "confirmed_sheet",
    "course",
    "credential",
    "document_id",
    "edition",
    "enrolment",
    "issuer_key",
    "leads_to",
    "lesson",
    "mature",
    "module",
    "node",
    "note",
    "offer",
    "organisation",
    "organisation_id",
    "pending_sheet",
    "placement",
    "previous",
    "reference_group",
    "starting",
    "task",
    "teacher",
    "version_id",
    "work_version",
];

/// Columns of which the name alone does not say enough, with why they need no more.
const ELSEWHERE: &[(&str, &str)] = &[
    ("audit_entry.about_person", "the trace stays, and is handed over as it is"),
    ("audit_entry.actor_person", "the trace stays, and is handed over as it is"),
    ("audit_entry.target_id", "the trace stays, and is handed over as it is"),
    ("expert_trait.expert", "the number of an expert, who names the person"),
    ("lease.holder", "a node, not a person"),
];

/// Every column of every table that holds the number of a record, as the catalogue says.
async fn numbers(app: &TestApp) -> Vec<String> {
    let mut file = Vec::new();
    store::backup::backup(&app.db.db, "0.0.0", &mut file).await.unwrap();
    let text = String::from_utf8(zstd::decode_all(file.as_slice()).unwrap()).unwrap();
    let mut all = Vec::new();
    for line in text.lines() {
        let value: Value = serde_json::from_str(line).unwrap();
        let Some(table) = value.get("table").filter(|table| table["name"].is_string()) else { continue };
        let columns = table["columns"].as_array().unwrap().iter().filter(|column| column["kind"] == "uuid");
        let name = |part: &Value| part["name"].as_str().unwrap().to_owned();
        all.extend(columns.map(|column| format!("{}.{}", name(table), name(column))));
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn every_column_that_names_a_person_is_handed_over_and_erased() {
    let app = made_up_network().await;
    let listed = |all: &[(&str, &str)], column: &str| all.iter().any(|(name, _)| *name == column);
    let numbers = numbers(&app).await;
    let record = |column: &str| NAMES_A_RECORD.contains(&column.rsplit('.').next().unwrap_or_default());
    let known = |column: &str| listed(NAMES_SOMEBODY, column) || listed(ELSEWHERE, column) || record(column);
    let strange: Vec<_> = numbers.iter().filter(|column| !known(column)).collect();
    assert!(strange.is_empty(), "say whether these name a person: {strange:?}");
    let gone: Vec<_> = NAMES_SOMEBODY.iter().filter(|(column, _)| !numbers.iter().any(|n| n == column)).collect();
    assert!(gone.is_empty(), "there are no such columns: {gone:?}");

    let kept: Vec<&str> =
        app.app.holdings().iter().flat_map(|holding| holding.retention()).map(|kept| kept.table).collect();
    let people = everybody(&app).await;
    let held = people::facade::export_person(&app.app, people[0]).await.unwrap().unwrap();
    for (column, place) in NAMES_SOMEBODY {
        let table = column.split('.').next().unwrap();
        assert!(kept.contains(&table), "nothing says how long {table} is kept");
        let found = place.split('/').try_fold(&held, |value, field| value.get(field));
        assert!(found.is_some(), "the export has no place {place} for {column}");
    }

    let db = &app.db.db;
    for person in people {
        let permit = Permit::ask(&Actor::cli(), Act::ManageAccounts, Target::Network).unwrap();
        let mut tx = permit.begin(db).await.unwrap();
        people::facade::erase_person(&mut tx, app.app.holdings(), person).await.unwrap();
        tx.commit().await.unwrap();
    }
    for (column, _) in NAMES_SOMEBODY {
        let (table, name) = column.split_once('.').unwrap();
        let count = format!("SELECT CAST(COUNT(*) AS BIGINT) FROM \"{table}\" WHERE \"{name}\" IS NOT NULL");
        let left: Option<i64> = sql(count).value(db.reader()).await.unwrap();
        assert_eq!(left, Some(0), "somebody stays in {column}");
    }
}
