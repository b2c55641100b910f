//! The pages of those who manage accounts, and how far they reach.

use crate::{
    facade,
    session::tests::{on_record, permit},
    slice,
};
use access::{Role, Scope};
use axum::http::StatusCode;
use kernel::{Event, Lang, Period};
use testkit::TestApp;

async fn app() -> TestApp {
    TestApp::new(|| vec![slice()]).await
}

#[tokio::test]
async fn the_secretariat_finds_people_however_their_names_are_written() {
    let app = app().await;
    for name in ["Ada", "Niccolò", "Eva"] {
        on_record(&app.db.db, name).await;
    }
    let secretary = app.person("Sara").role(Role::Secretariat, Scope::Network);
    for lang in Lang::ALL {
        let asks = app.as_person(&secretary).in_lang(lang);
        asks.get("/persone").await.ok().says("Ada");
        asks.get("/persone?q=NICCOLO").await.ok().says("Niccolò").hides("ada@example.org");
        asks.get("/persone?q=eva@example.org").await.ok().says("Eva").hides("ada@example.org");
        asks.get("/persone?q=zzz").await.ok();
        asks.get("/persone/invita").await.ok();
        asks.get("/persone/inviti").await.ok();
    }
    let nobody = app.person("Ben");
    app.as_person(&nobody).get("/persone").await.is(StatusCode::FORBIDDEN);
    app.as_visitor().get("/persone").await.leads_to("/accedi");
}

#[tokio::test]
async fn roles_are_given_and_ended_and_the_person_reads_it() {
    let app = app().await;
    let ada = on_record(&app.db.db, "Ada").await;
    let secretary = app.person("Sara").role(Role::Secretariat, Scope::Network);
    let asks = app.as_person(&secretary);
    let page = format!("/persone/{ada}");
    asks.get(&page).await.ok().says("Non ha ruoli");
    let roles = format!("{page}/ruoli");
    asks.post(&roles, &[("role", "x"), ("from", "2026-03-01")]).await.invalid();
    let back = [("role", "region@territory/umbria"), ("from", "2026-03-01"), ("until", "2026-02-01")];
    asks.post(&roles, &back).await.invalid().says("La fine viene prima");
    asks.post(&roles, &[("role", "region@territory/umbria"), ("from", "2026-02-01")]).await.leads_to(&page);
    asks.get(&page).await.ok().says("Regione – Umbria");
    let held = facade::roles_of(app.db.db.reader(), ada).await.unwrap();
    asks.post(&format!("{roles}/{}/chiudi", held[0].id), &[]).await.leads_to(&page);
    let held = facade::roles_of(app.db.db.reader(), ada).await.unwrap();
    assert!(!held[0].held.period.contains(app.db.db.env().today()));
    let own = testkit::Who::new(ada, "Ada");
    app.as_person(&own).get("/profilo/traccia").await.ok().says("Ruolo dato").says("Ruolo chiuso");
}

#[tokio::test]
async fn an_organisation_is_checked_again_when_somebody_comes_to_it_or_leaves_it() {
    let app = app().await;
    let ada = on_record(&app.db.db, "Ada").await;
    let organisation = app.db.db.env().id();
    let told = async || {
        let waiting = ::store::events_after(app.db.db.reader(), None, 10).await.unwrap();
        waiting.iter().filter(|waiting| matches!(waiting.event, Ok(Event::OrganisationChanged { organisation: of }) if of == organisation)).count()
    };
    let (scope, since) = (Scope::Organisation(organisation), Period::since(app.db.db.env().today()));
    let mut tx = permit().begin(&app.db.db).await.unwrap();
    let role = facade::give_role(&mut tx, ada, Role::Expert, scope, since).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(told().await, 1);
    let secretary = app.person("Sara").role(Role::Secretariat, Scope::Network);
    let page = format!("/persone/{ada}");
    app.as_person(&secretary).post(&format!("{page}/ruoli/{role}/chiudi"), &[]).await.leads_to(&page);
    assert_eq!(told().await, 2);
}

#[tokio::test]
async fn the_secretariat_does_not_make_administrators_nor_touch_them() {
    let app = app().await;
    let (ada, eva) = (on_record(&app.db.db, "Ada").await, on_record(&app.db.db, "Eva").await);
    let mut tx = permit().begin(&app.db.db).await.unwrap();
    let since = Period::since(app.db.db.env().today());
    let role = facade::give_role(&mut tx, eva, Role::Administrator, Scope::Network, since).await.unwrap();
    tx.commit().await.unwrap();
    let secretary = app.person("Sara").role(Role::Secretariat, Scope::Network);
    let asks = app.as_person(&secretary);
    let give = [("role", "administrator@network"), ("from", "2026-03-01")];
    asks.post(&format!("/persone/{ada}/ruoli"), &give).await.invalid();
    asks.post(&format!("/persone/{eva}/ruoli/{role}/chiudi"), &[]).await.is(StatusCode::FORBIDDEN);
    asks.post(&format!("/persone/{eva}/chiudi"), &[]).await.is(StatusCode::FORBIDDEN);
    let fields = [("name", "Ugo"), ("email", "ugo@example.org"), ("role", "administrator@network")];
    asks.post("/persone/invita", &fields).await.invalid();
    let administrator = app.person("Ugo").role(Role::Administrator, Scope::Network);
    app.as_person(&administrator).post(&format!("/persone/{ada}/ruoli"), &give).await.leads_to("/persone");
}

#[tokio::test]
async fn inviting_shows_what_is_wrong_and_then_where_the_invitation_stands() {
    let app = app().await;
    let secretary = app.person("Sara").role(Role::Secretariat, Scope::Network);
    let asks = app.as_person(&secretary);
    asks.post("/persone/invita", &[("name", "Ugo"), ("email", "ugo")]).await.invalid().says("Controlla l’indirizzo");
    let fields = [("name", "Ugo"), ("email", "ugo@example.org"), ("role", "region@territory/lazio"), ("lang", "it")];
    asks.post("/persone/invita", &fields).await.leads_to("/persone/inviti");
    asks.get("/persone/inviti").await.ok().says("Ugo").says("Regione – Lazio").says("In attesa");
    let (sent, _) =
        facade::invitations_in(app.db.db.reader(), Scope::Territory(kernel::Territory::Lazio), 1).await.unwrap();
    asks.post(&format!("/persone/inviti/{}/di-nuovo", sent[0].id), &[]).await.leads_to("/persone/inviti");
    asks.post(&format!("/persone/inviti/{}/ritira", sent[0].id), &[]).await.leads_to("/persone/inviti");
    asks.get("/persone/inviti").await.ok().says("Ritirato");
}

#[tokio::test]
async fn an_account_is_closed_and_its_sessions_and_links_with_it() {
    use crate::session::tests::{House, PASSWORD, link_in};
    let house = House::new().await;
    let node = house.node().await;
    let ada = house.account(&node, "Ada", &[]).await;
    house.account(&node, "Eva", &[]).await;
    let mut browser = node.browser();
    browser.sign_in("Ada", PASSWORD).await;
    browser.get("/profilo").await.ok();
    node.browser().post("/accedi/aiuto", &[("email", "ada@example.org"), ("wish", "sign-in")]).await;
    let link = link_in(&node.last_mail("Ada").await);
    node.browser().get(&link).await.ok();
    let tx = permit().begin(&house.t.db).await.unwrap();
    crate::account::store::close(&tx, ada).await.unwrap();
    tx.commit().await.unwrap();
    browser.get("/profilo").await.leads_to("/accedi");
    node.browser().get(&link).await.is(StatusCode::GONE);
    node.browser().post(&link, &[]).await.is(StatusCode::GONE);
    node.browser().sign_in("Ada", PASSWORD).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    node.browser().sign_in("Eva", PASSWORD).await.leads_to("/inizio");
}

#[tokio::test]
async fn who_is_the_last_of_many_still_holds_the_role() {
    let app = app().await;
    let ada = on_record(&app.db.db, "Ada").await;
    let today = app.db.db.env().today();
    let (one, other) = (Scope::Organisation(app.db.db.env().id()), Scope::Organisation(app.db.db.env().id()));
    let held = |scope| (ada, access::HeldRole { role: Role::Expert, scope, period: Period::since(today) });
    let mut all = vec![held(one); 700];
    all.push(held(other));
    let mut tx = permit().begin(&app.db.db).await.unwrap();
    facade::give_roles(&mut tx, &all).await.unwrap();
    tx.commit().await.unwrap();
    let conn = app.db.db.reader();
    assert_eq!(facade::all_roles_in(conn, &[one], today).await.unwrap().len(), 700);
    assert_eq!(facade::all_roles_in(conn, &[one, other], today).await.unwrap().len(), 701);
    assert!(facade::all_roles_in(conn, &[one], today - kernel::Duration::days(1)).await.unwrap().is_empty());
    assert!(facade::all_roles_in(conn, &[], today).await.unwrap().is_empty());
}
