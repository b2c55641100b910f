//! Codes by the clock and recovery codes, as their owner and as somebody else would use them.

use super::{model::SharedSecret, store};
use crate::{
    facade,
    keys::MasterKey,
    passkey, session,
    session::tests::{Browser, House, Node, PASSWORD, permit},
};
use ::store::sql;
use access::{Role, Scope};
use axum::http::StatusCode;
use kernel::{Duration, PersonId};

/// Sets codes up through the page; hands back the secret and the recovery codes.
async fn set_up(
    house: &House,
    node: &Node,
    browser: &mut Browser<'_>,
    person: PersonId,
) -> (SharedSecret, Vec<String>) {
    let page = browser.get("/profilo/secondo-passo/codici").await;
    page.ok();
    let sealed = page.text.split("name=\"sealed\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let env = house.t.db.env();
    let secret = SharedSecret::open_from_form(env, &MasterKey::of(&node.app), person, sealed).unwrap();
    let wrong = browser.post("/profilo/secondo-passo/codici", &[("sealed", sealed), ("code", "abcdef")]).await;
    wrong.is(StatusCode::UNPROCESSABLE_ENTITY);
    let code = secret.code_at(env.now());
    let done = browser.post("/profilo/secondo-passo/codici", &[("sealed", sealed), ("code", &code)]).await;
    done.ok();
    (secret, codes_in(&done.text))
}

/// The recovery codes that a page shows.
fn codes_in(text: &str) -> Vec<String> {
    text.split("<li><code>").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned()).collect()
}

/// Puts a passkey on record: no device is here to make one, and nothing here looks into it.
async fn passkey_of(house: &House, person: PersonId) {
    let mut tx = permit().begin(&house.t.db).await.unwrap();
    tx.about(person);
    sql("INSERT INTO passkey (id, person, credential, name, passkey, created_at) VALUES ($1, $2, $3, $4, $5, $6)")
        .bind(tx.env().uuid())
        .bind(person.uuid())
        .bind("00ff")
        .bind("telefono")
        .bind(serde_json::json!({}))
        .bind(tx.env().now())
        .run(tx.conn())
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn with_codes_set_up_the_password_alone_does_not_let_anybody_in() {
    let house = House::new().await;
    let node = house.node().await;
    let id = house.account(&node, "Ada", &[(Role::Secretariat, Scope::Network)]).await;
    let mut desk = node.browser();
    desk.sign_in("Ada", PASSWORD).await;
    let (secret, recovery) = set_up(&house, &node, &mut desk, id).await;
    assert_eq!(recovery.len(), 10);
    desk.get("/persone").await.ok();

    house.pass(Duration::minutes(1));
    let mut phone = node.browser();
    phone.sign_in("Ada", PASSWORD).await.leads_to("/accedi/codice");
    phone.get("/profilo").await.leads_to("/accedi");
    phone.post("/accedi/codice", &[("code", "000000")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    let code = secret.code_at(house.t.db.env().now());
    phone.post("/accedi/codice", &[("code", &code)]).await.leads_to("/inizio");
    phone.get("/persone").await.ok();
}

#[tokio::test]
async fn a_code_that_was_seen_over_a_shoulder_does_not_work_again() {
    let house = House::new().await;
    let (one, two) = (house.node().await, house.node().await);
    let id = house.account(&one, "Ada", &[]).await;
    let mut desk = one.browser();
    desk.sign_in("Ada", PASSWORD).await;
    let (secret, _) = set_up(&house, &one, &mut desk, id).await;
    // The code that proved the set-up has counted already.
    let code = secret.code_at(house.t.db.env().now());
    let mut thief = two.browser();
    thief.sign_in("Ada", PASSWORD).await.leads_to("/accedi/codice");
    thief.post("/accedi/codice", &[("code", &code)]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    house.pass(Duration::seconds(30));
    let code = secret.code_at(house.t.db.env().now());
    let mut owner = one.browser();
    owner.sign_in("Ada", PASSWORD).await;
    owner.post("/accedi/codice", &[("code", &code)]).await.leads_to("/inizio");
    thief.post("/accedi/codice", &[("code", &code)]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_recovery_code_works_once_however_it_is_typed() {
    let house = House::new().await;
    let node = house.node().await;
    let id = house.account(&node, "Ada", &[]).await;
    let mut desk = node.browser();
    desk.sign_in("Ada", PASSWORD).await;
    let (_, codes) = set_up(&house, &node, &mut desk, id).await;
    let typed = codes[3].to_uppercase().replace('-', " ");
    let mut phone = node.browser();
    phone.sign_in("Ada", PASSWORD).await;
    phone.post("/accedi/codice", &[("code", &typed)]).await.leads_to("/inizio");
    let mut other = node.browser();
    other.sign_in("Ada", PASSWORD).await;
    other.post("/accedi/codice", &[("code", &typed)]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(store::steps(house.t.db.reader(), id).await.unwrap().recovery_left, 9);
    // New ones end all the old.
    desk.post("/profilo/secondo-passo/nuovi-codici", &[]).await.ok();
    other.post("/accedi/codice", &[("code", &codes[4])]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn guessing_codes_is_stopped_and_the_wait_for_a_code_ends() {
    let house = House::new().await;
    let (one, two) = (house.node().await, house.node().await);
    let id = house.account(&one, "Ada", &[]).await;
    let mut desk = one.browser();
    desk.sign_in("Ada", PASSWORD).await;
    let (secret, _) = set_up(&house, &one, &mut desk, id).await;
    let mut thief = one.browser();
    thief.sign_in("Ada", PASSWORD).await;
    for _ in 0..6 {
        thief.post("/accedi/codice", &[("code", "123456")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    }
    let mut thief = thief.at(&two);
    house.pass(Duration::seconds(60));
    let code = secret.code_at(house.t.db.env().now());
    thief.post("/accedi/codice", &[("code", &code)]).await.is(StatusCode::TOO_MANY_REQUESTS);
    house.pass(Duration::minutes(16));
    thief.post("/accedi/codice", &[("code", "123456")]).await.leads_to("/accedi");
}

#[tokio::test]
async fn a_stolen_password_does_not_put_another_second_step_in_place() {
    let house = House::new().await;
    let node = house.node().await;
    let id = house.account(&node, "Ada", &[]).await;
    let mut tx = permit().begin(&house.t.db).await.unwrap();
    tx.about(id);
    let secret = SharedSecret::new(house.t.db.env());
    store::set_up(&tx, &MasterKey::of(&node.app), id, &secret, 0).await.unwrap();
    tx.commit().await.unwrap();
    // A session from before the codes were set up elsewhere has not taken the step.
    let mut tx = permit().begin(&house.t.db).await.unwrap();
    tx.about(id);
    let new = session::model::NewSession { person: id, second_factor: false, awaits_code: false, device: "" };
    let cookie = session::store::open(&tx, &new).await.unwrap();
    tx.commit().await.unwrap();
    let who = web::Identify::identify(&facade::Identity, &node.app, Some(&cookie), None).await.unwrap();
    assert_eq!(who.person(), Some(id));
    let open = session::store::has_second_factor(house.t.db.reader(), who.signed_in().unwrap().session.unwrap());
    assert!(!open.await.unwrap());
}

#[tokio::test]
async fn with_a_passkey_the_password_alone_does_not_let_anybody_in() {
    let house = House::new().await;
    let node = house.node().await;
    let id = house.account(&node, "Ada", &[]).await;
    let conn = house.t.db.reader();
    let mut desk = node.browser();
    desk.sign_in("Ada", PASSWORD).await.leads_to("/inizio");
    passkey_of(&house, id).await;
    // A browser that came in without the step changes nothing that reaches far.
    desk.post("/profilo/posta", &[("email", "ada.nuova@example.org")]).await.leads_to("/profilo/secondo-passo");
    assert!(node.last_mail("Ada.Nuova").await.is_empty());
    desk.post("/profilo/cancella", &[("sure", "1")]).await.leads_to("/profilo/secondo-passo");
    desk.post("/profilo/secondo-passo/nuovi-codici", &[]).await.leads_to("/profilo/secondo-passo");
    let here = session::store::of_person(conn, id, house.t.db.env().now()).await.unwrap()[0].id;
    let tx = permit().begin(&house.t.db).await.unwrap();
    session::store::took_second_step(&tx, here).await.unwrap();
    tx.commit().await.unwrap();
    desk.get("/profilo/secondo-passo").await.ok().says("Non hai codici di riserva");
    // The start page says so as well, until there are some.
    let steps = async || {
        let steps = facade::own_steps(&house.t.db, id).await.unwrap();
        steps.into_iter().map(|step| (step.key, step.href)).collect::<Vec<_>>()
    };
    assert_eq!(steps().await, [("second-step-todo-recovery", "/profilo/secondo-passo".to_owned())]);
    let made = desk.post("/profilo/secondo-passo/nuovi-codici", &[]).await;
    let codes = codes_in(&made.ok().text);
    assert_eq!(codes.len(), 10);
    assert!(steps().await.is_empty());

    let mut phone = node.browser();
    phone.sign_in("Ada", PASSWORD).await.leads_to("/accedi/codice");
    phone.get("/profilo").await.leads_to("/accedi");
    let page = phone.get("/accedi/codice?poi=/profilo").await;
    page.ok()
        .says("data-passkey=\"sign-in\" data-next=\"/profilo\"")
        .says("Codice di riserva")
        .says("serve JavaScript");
    phone.post("/accedi/codice", &[("code", "abcde-fghjk")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    phone.post("/accedi/codice", &[("code", &codes[0])]).await.leads_to("/inizio");
    phone.get("/profilo/secondo-passo").await.ok().says("9 codici di riserva");

    // Recovery codes go with the last thing that they stand in for; the password is enough again.
    let kept = passkey::store::of_person(conn, id).await.unwrap()[0].id;
    phone.post(&format!("/profilo/passkey/{kept}/togli"), &[]).await.leads_to("/profilo/passkey");
    assert_eq!(store::steps(conn, id).await.unwrap().recovery_left, 0);
    node.browser().sign_in("Ada", PASSWORD).await.leads_to("/inizio");
}

#[tokio::test]
async fn recovery_codes_stay_while_a_passkey_needs_them() {
    let house = House::new().await;
    let node = house.node().await;
    let id = house.account(&node, "Ada", &[]).await;
    let mut desk = node.browser();
    desk.sign_in("Ada", PASSWORD).await;
    set_up(&house, &node, &mut desk, id).await;
    passkey_of(&house, id).await;
    desk.post("/profilo/secondo-passo/togli", &[]).await.leads_to("/profilo/secondo-passo");
    let steps = store::steps(house.t.db.reader(), id).await.unwrap();
    assert_eq!((steps.codes, steps.recovery_left, steps.passkeys), (false, 10, 1));
    node.browser().sign_in("Ada", PASSWORD).await.leads_to("/accedi/codice");
}
