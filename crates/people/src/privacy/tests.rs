//! What is yours: every page of the profile in both languages, consents, export, erasure.

use crate::{
    facade::{self, ConsentKind, NewPerson},
    session::tests::{House, PASSWORD, mail_of, on_record, permit},
    slice,
};
use ::store::sql;
use access::{HeldRole, Role, Scope};
use kernel::{Lang, Period, PersonId};
use testkit::{TestApp, Who};
use web::Site;

async fn app() -> (TestApp, Who) {
    let app = TestApp::new(|| vec![slice()]).await;
    let ada = Who::new(on_record(&app.db.db, "Ada").await, "Ada");
    (app, ada)
}

#[tokio::test]
async fn every_page_of_the_profile_is_well_made_in_both_languages() {
    let (app, ada) = app().await;
    for lang in Lang::ALL {
        let asks = app.as_person(&ada).in_lang(lang);
        for path in [
            "/profilo",
            "/profilo/dettagli",
            "/profilo/password",
            "/profilo/secondo-passo",
            "/profilo/secondo-passo/codici",
            "/profilo/passkey",
            "/profilo/sessioni",
            "/profilo/consensi",
            "/profilo/testi",
            "/profilo/testi/story",
            "/profilo/testi/expectations",
            "/profilo/testi/well-being",
            "/profilo/condivisi",
            "/profilo/token",
            "/profilo/traccia",
            "/profilo/dati",
            "/profilo/cancella",
        ] {
            asks.get(path).await.ok();
        }
        for path in ["/accedi", "/accedi/aiuto", "/accedi?poi=/profilo"] {
            app.as_visitor().in_lang(lang).get(path).await.ok();
        }
        app.as_visitor().in_lang(lang).get("/invito/x").await.is(axum::http::StatusCode::GONE);
        app.as_visitor().in_lang(lang).get("/accedi/link/x").await.is(axum::http::StatusCode::GONE);
        // What is wrong is where one goes on: a long page does not open at its top.
        let wrong = asks.post("/profilo/dettagli", &[("name", ""), ("lang", "it"), ("version", "1")]).await;
        wrong.invalid().says("autofocus id=\"errori\"");
        asks.post("/profilo/testi/story", &[("text", ""), ("version", "0")]).await.invalid();
        asks.post("/profilo/cancella", &[]).await.invalid();
    }
}

#[tokio::test]
async fn a_consent_keeps_the_words_that_were_read_and_goes_in_one_click() {
    let (app, ada) = app().await;
    let (asks, conn) = (app.as_person(&ada), app.db.db.reader());
    let listed = async || facade::listed_people(conn, "", 1).await.unwrap().1;
    assert_eq!(listed().await, 0);
    for _ in 0..2 {
        asks.post("/profilo/consensi/public-listing/dai", &[]).await.leads_to("/profilo/consensi");
    }
    assert_eq!(listed().await, 1);
    assert_eq!(facade::listed_people(conn, "ADÀ", 1).await.unwrap().0, [(ada.id(), "Ada".to_owned())]);
    assert_eq!(facade::listed_people(conn, "Eva", 1).await.unwrap().1, 0);
    asks.get("/profilo/consensi").await.ok().says("Hai detto di sì").says("Tolgo il consenso");
    let kept: String = sql("SELECT wording FROM consent").value(conn).await.unwrap().unwrap();
    assert!(kept.contains("dice qualcosa anche di lei"));
    asks.post("/profilo/consensi/public-listing/togli", &[]).await.leads_to("/profilo/consensi");
    assert_eq!(listed().await, 0);
    assert!(facade::listing_consents(conn, &[ada.id()]).await.unwrap().is_empty());
    app.as_person(&ada).in_lang(Lang::En).get("/profilo/consensi").await.ok().says("Withdrawn");
}

#[tokio::test]
async fn the_export_holds_everything_and_after_erasure_there_is_nothing() {
    let house = House::new().await;
    let node = house.node().await;
    let id = house.account(&node, "Ada", &[(Role::Tutor, organisation())]).await;
    let mut browser = node.browser();
    browser.sign_in("Ada", PASSWORD).await;
    browser.post("/profilo/testi/story", &[("text", "La mia storia vera."), ("version", "0")]).await;
    browser.post("/profilo/consensi/testimony/dai", &[]).await;
    browser.post("/profilo/token", &[("name", "foglio"), ("scopes", "read"), ("days", "30")]).await.ok();
    browser.post("/accedi/aiuto", &[("email", "ada@example.org"), ("wish", "password")]).await;
    let file = browser.get("/profilo/dati.json").await;
    for words in ["ada@example.org", "La mia storia vera.", "testimony", "foglio", "tutor", "Scegli una password nuova"]
    {
        file.ok().says(words);
    }
    assert!(!file.text.contains("argon2"));
    browser.get("/profilo/dati").await.ok().says("La mia storia vera.").says("Un anno").says("href=\"#tutto\"");

    browser.post("/profilo/cancella", &[("sure", "1")]).await.leads_to("/");
    browser.get("/profilo").await.leads_to("/accedi");
    assert!(facade::export_person(&node.app, id).await.unwrap().is_none());
    let conn = house.t.db.reader();
    for held in slice().holdings.iter().flat_map(|holding| holding.retention()) {
        if held.person_column != "-" {
            let left: Option<i64> =
                sql(format!("SELECT CAST(COUNT(*) AS BIGINT) FROM {}", held.table)).value(conn).await.unwrap();
            assert_eq!(left, Some(0), "{}", held.table);
        }
    }
    assert!(node.last_mail("Ada").await.is_empty());
    // What was done stays told, by a number, and the chain holds.
    assert!(access::audit::verify(conn).await.unwrap().breaks.is_empty());
}

fn organisation() -> Scope {
    Scope::Organisation(kernel::OrganisationId::from_uuid(kernel::Uuid::from_u128(5)))
}

#[tokio::test]
async fn the_last_administrator_stays_until_another_is_named() {
    let (app, _) = app().await;
    let eva = on_record(&app.db.db, "Eva").await;
    let give = async |id: PersonId| {
        let mut tx = permit().begin(&app.db.db).await.unwrap();
        let period = Period::since(app.db.db.env().today());
        let held = HeldRole { role: Role::Administrator, scope: Scope::Network, period };
        facade::give_roles(&mut tx, &[(id, held)]).await.unwrap();
        tx.commit().await.unwrap();
    };
    give(eva).await;
    let who = Who::new(eva, "Eva").role(Role::Administrator, Scope::Network);
    app.as_person(&who).get("/profilo/cancella").await.ok().says("unica persona");
    app.as_person(&who).post("/profilo/cancella", &[("sure", "1")]).await.invalid();
    give(on_record(&app.db.db, "Ugo").await).await;
    app.as_person(&who).post("/profilo/cancella", &[("sure", "1")]).await.leads_to("/");
}

#[tokio::test]
async fn many_persons_roles_and_consents_are_made_in_few_statements() {
    let (app, _) = app().await;
    let env = app.db.db.env();
    let people: Vec<(PersonId, NewPerson)> = (0..2500)
        .map(|n| (env.id(), NewPerson { display_name: format!("Persona {n}"), email: None, lang: Lang::It }))
        .collect();
    let ids: Vec<PersonId> = people.iter().map(|(id, _)| *id).collect();
    let held = HeldRole { role: Role::Expert, scope: organisation(), period: Period::since(env.today()) };
    let roles: Vec<_> = ids.iter().map(|id| (*id, held)).collect();
    let before = app.db.db.statements();
    let mut tx = permit().begin(&app.db.db).await.unwrap();
    facade::new_people(&mut tx, people).await.unwrap();
    facade::give_roles(&mut tx, &roles).await.unwrap();
    facade::give_consents(&mut tx, &ids[..1200], ConsentKind::PublicListing, "Acconsento.", Lang::It).await.unwrap();
    facade::open_accounts(&mut tx, &ids[..3]).await.unwrap();
    tx.commit().await.unwrap();
    assert!(app.db.db.statements() - before < 25);
    let conn = app.db.db.reader();
    assert_eq!(facade::listed_people(conn, "", 2).await.unwrap().1, 1200);
    assert_eq!(facade::person_names(conn, &ids).await.unwrap().len(), 2500);
    assert_eq!(facade::consents(conn, ConsentKind::PublicListing, &ids).await.unwrap().len(), 1200);
    let first = facade::first_with_role(conn, Role::Expert, env.today()).await.unwrap().unwrap();
    assert!(ids.contains(&first));
}

#[tokio::test]
async fn the_outbox_shows_letters_in_the_demo_only() {
    let house = House::new().await;
    let node = house.node().await;
    house.account(&node, "Ada", &[]).await;
    node.browser().post("/accedi/aiuto", &[("email", "ada@example.org"), ("wish", "sign-in")]).await;
    node.browser().get("/posta").await.leads_to("/accedi");
    let demo = Site { demo: true, ..Site::for_tests() };
    let demo = House::serve(house.t.db.clone(), demo);
    demo.browser().get("/posta").await.ok().says("/accedi/link/").says("<p>A ada@example.org</p>");
    let app = TestApp::new(|| vec![slice()]).await;
    let mut tx = permit().begin(&app.db.db).await.unwrap();
    let letter =
        facade::Mail { to: mail_of("Eva"), lang: Lang::It, subject: "Oggetto".to_owned(), body: "Segreto".to_owned() };
    let id = facade::queue_mail(&mut tx, &letter).await.unwrap();
    facade::mail_failed(&mut tx, id, "connection refused").await.unwrap();
    tx.commit().await.unwrap();
    let operator = app.person("Ugo").role(Role::Administrator, Scope::Network);
    app.as_person(&operator).get("/posta").await.ok().says("Oggetto").says("connection refused").hides("Segreto");
    assert!(facade::mail_to_send(app.db.db.reader(), app.db.db.env().now(), 10).await.unwrap().is_empty());
    app.clock.advance(kernel::Duration::minutes(2));
    assert_eq!(facade::mail_to_send(app.db.db.reader(), app.db.db.env().now(), 10).await.unwrap().len(), 1);
}

#[tokio::test]
async fn what_a_stranger_did_with_an_address_is_not_called_its_owners_doing() {
    let house = House::new().await;
    let node = house.node().await;
    house.account(&node, "Ada", &[]).await;
    node.browser().post("/accedi/aiuto", &[("email", "ada@example.org"), ("wish", "password")]).await;
    let mut browser = node.browser();
    browser.sign_in("Ada", PASSWORD).await;
    let trace = browser.get("/profilo/traccia").await;
    trace.ok().says("Invio di un link per posta").says("Qualcuno che non aveva ancora fatto l’accesso");
    assert!(!trace.text.contains(">Tu<"), "{}", trace.text);
}

#[tokio::test]
async fn every_act_that_may_stand_in_a_trace_has_plain_words() {
    let (app, _) = app().await;
    for lang in Lang::ALL {
        let t = app.app.t(lang);
        for act in access::Act::ALL {
            let key = format!("privacy-act-{}", act.code().replace(' ', "-"));
            assert!(t.has(&key), "{key} in {lang}");
        }
    }
}

#[tokio::test]
async fn what_is_kept_names_tables_that_exist_and_purposes_in_words() {
    let (app, _) = app().await;
    for kept in app.app.holdings().iter().flat_map(|holding| holding.retention()) {
        let column = if kept.since.is_empty() { "1" } else { kept.since };
        let person = if kept.person_column == "-" { "1" } else { kept.person_column };
        sql(format!("SELECT {column}, {person} FROM {} LIMIT 1", kept.table)).run(app.db.db.reader()).await.unwrap();
        assert!(Lang::ALL.iter().all(|lang| app.app.t(*lang).has(kept.purpose)), "{}", kept.purpose);
    }
}
