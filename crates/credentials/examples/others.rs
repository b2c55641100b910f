//! What the programs of others check, and what they made to be checked here: see `.ci/credentials`.
//!
//! `others write FOLDER` issues credentials with every sign that text may hold and writes down the
//! three forms, the documents that a verifier asks for, by their addresses, and the status lists
//! before and after a revocation. `others read FILE…` prints what a check here says of
//! files that other programs made; `others read-with KEY FILE…` does so with the issuer's key.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a tool for the checks, not the program")]

use access::{Act, Actor, Permit, Target, Tx};
use credentials::facade::{Alignment, Form, IssuingError, NewCredential, check, credential, file, issue, revoke};
use kernel::{CredentialId, DateTime, Duration, Lang, OrganisationId, PersonId, Utc};
use network::facade::{NewOrganisation, OrganisationKind, create_organisation};
use people::facade::{NewPerson, new_people};
use serde_json::Value;
use std::{fs, path::Path, time::SystemTime};
use testkit::TestApp;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["write", folder] => write(Path::new(folder)).await,
        ["read", files @ ..] => read(files, None).await,
        ["read-with", key, files @ ..] => read(files, Some(key)).await,
        _ => println!("others write FOLDER | others read FILE… | others read-with KEY FILE…"),
    }
}

/// The program on a database of its own, on this day: others look at the clock.
#[allow(clippy::disallowed_methods, reason = "what others check must be valid on the day they check it")]
async fn app() -> TestApp {
    let app = TestApp::new(|| vec![people::slice(), consensus::slice(), network::slice(), credentials::slice()]).await;
    let now = DateTime::<Utc>::from(SystemTime::now());
    app.clock.advance((now - app.db.db.env().now()).max(Duration::zero()));
    app
}

async fn begin(app: &TestApp, act: Act) -> Tx {
    let permit = Permit::ask(&Actor::Program("others".into()), act, Target::Network).unwrap();
    permit.begin(&app.db.db).await.unwrap()
}

fn certificate(issuer: OrganisationId, holder: PersonId, title: &str) -> NewCredential {
    NewCredential {
        issuer,
        issuer_name: "Casa dei Pari".into(),
        holder,
        holder_name: "Nicolò D’Àngelo-Müller".into(),
        title: title.into(),
        description: "Mettere la propria esperienza\nal servizio di «altre» persone \\ \"in gruppo\"\t🌱.".into(),
        criteria: "Almeno l’80 per cento degli incontri.".into(),
        minutes: vec![("theory".into(), 12_000), ("internship".into(), 7_815)],
        from: "2025-09-15".parse().unwrap(),
        to: "2026-02-20".parse().unwrap(),
        issued_on: "2026-03-01".parse().unwrap(),
        signed_by: vec![("Bruno Neri".into(), "expert".into()), ("Carla Bianchi".into(), "professional".into())],
        alignments: (1..=3)
            .map(|n| Alignment {
                framework: "Core competencies".into(),
                code: if n == 2 { String::new() } else { n.to_string() },
                name: format!("Competence {n}"),
                url: format!("https://example.org/competences#{n}"),
            })
            .collect(),
        lang: Lang::It,
    }
}

async fn write(folder: &Path) {
    let app = app().await;
    let mut tx = begin(&app, Act::ManageCertificates).await;
    let new = NewOrganisation::new("Casa dei Pari", OrganisationKind::Association, "Trento", "TN");
    let organisation = create_organisation(&mut tx, new).await.unwrap();
    let holder: PersonId = tx.env().id();
    let person = NewPerson { display_name: "Nicolò".into(), email: None, lang: Lang::It };
    new_people(&mut tx, vec![(holder, person)]).await.unwrap();
    let titles = ["Persona esperta in supporto tra pari", "Corso revocato"];
    let new = titles.map(|title| certificate(organisation, holder, title)).to_vec();
    let ids = issue(&mut tx, &app.app, new).await.unwrap();
    tx.commit().await.unwrap();

    let mut badges = Vec::new();
    for (id, name) in ids.iter().zip(["good", "revoked"]) {
        badges.push(forms(&app, folder, *id, name).await);
    }
    let mut tx = begin(&app, Act::ManageCertificates).await;
    revoke(&mut tx, ids[1], IssuingError::WrongCourse).await.unwrap();
    tx.commit().await.unwrap();

    // What a verifier would ask for, under its address.
    let base = app.app.site().link("/");
    let mut documents = serde_json::Map::new();
    let badge = &badges[0];
    let member = |pointer: &str| badge.pointer(pointer).and_then(Value::as_str).unwrap().to_owned();
    let (issuer, key) = (member("/issuer/id"), member("/proof/verificationMethod"));
    let list = member("/credentialStatus/statusListCredential");
    let asked = [
        (issuer.clone(), format!("{issuer}/profilo")),
        (key.clone(), key.clone()),
        (format!("{key}/jwk"), format!("{key}/jwk")),
        (list.clone(), list.clone()),
    ];
    for (address, asked) in asked {
        let path = format!("/{}", asked.strip_prefix(&base).unwrap());
        documents.insert(address, app.as_visitor().get(&path).await.ok().json());
    }
    save(folder, "documents.json", &Value::Object(documents).to_string());
    let path = format!("/{}/token", list.strip_prefix(&base).unwrap());
    save(folder, "status-list.jwt", &app.as_visitor().get(&path).await.ok().text());
}

async fn forms(app: &TestApp, folder: &Path, id: CredentialId, name: &str) -> Value {
    let conn = app.db.db.reader();
    assert!(credential(conn, id).await.unwrap().is_some());
    for form in Form::ALL {
        let text = file(conn, id, *form).await.unwrap().unwrap();
        save(folder, &format!("{name}.{}", form.ending()), &text);
    }
    serde_json::from_str(&file(conn, id, Form::OpenBadge).await.unwrap().unwrap()).unwrap()
}

fn save(folder: &Path, name: &str, text: &str) {
    fs::create_dir_all(folder).unwrap();
    fs::write(folder.join(name), text).unwrap();
}

async fn read(files: &[&str], key: Option<&str>) {
    let app = app().await;
    let key = key.map(|key| fs::read_to_string(key).unwrap());
    for file in files {
        let shown = fs::read(file).unwrap();
        let said = check(app.db.db.reader(), &app.app, &shown, key.as_deref()).await.unwrap();
        let line = match said {
            None => "unread".to_owned(),
            Some(said) => {
                let checks: Vec<String> = said.checks.iter().map(|(check, found)| format!("{check}={found}")).collect();
                format!("{} {}", said.verdict, checks.join(" "))
            }
        };
        println!("{line} {}", Path::new(file).file_name().unwrap().to_string_lossy());
    }
}
