//! From the invitation to the first page.

use crate::{
    facade::{self, NewInvitation},
    session::tests::{House, Node, PASSWORD, link_in, mail_of, on_record, permit},
};
use access::{Role, Scope};
use axum::http::StatusCode;
use kernel::{Duration, Event, InvitationId, Lang, Territory};

async fn invite(node: &Node, name: &str, role: Option<(Role, Scope)>) -> InvitationId {
    let mut tx = permit().begin(node.app.db()).await.unwrap();
    let new = NewInvitation {
        email: mail_of(name),
        display_name: name.to_owned(),
        lang: Lang::En,
        role,
        place: "Umbria".to_owned(),
    };
    let id = facade::invite(&mut tx, &node.app, new).await.unwrap();
    tx.commit().await.unwrap();
    id
}

const REGION: Option<(Role, Scope)> = Some((Role::Region, Scope::Territory(Territory::Umbria)));

#[tokio::test]
async fn an_invitation_speaks_the_language_of_the_invited_and_works_once() {
    let house = House::new().await;
    let node = house.node().await;
    invite(&node, "Eva", REGION).await;
    let body = node.last_mail("Eva").await;
    assert!(body.contains("Hello Eva") && body.contains("Umbria"), "{body}");
    let link = link_in(&body);
    let mut browser = node.browser();
    browser.get(&link).await.ok().says("Eva");
    let typed = [("name", ""), ("way", "password"), ("password", "breve")];
    browser.post(&link, &typed).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    let typed = [("name", "Eva Bianchi"), ("way", "password"), ("password", PASSWORD)];
    browser.post(&link, &typed).await.leads_to("/profilo/secondo-passo");
    browser.get("/profilo").await.ok().says("Eva Bianchi").says("Regione");
    node.browser().post(&link, &typed).await.is(StatusCode::GONE);
    node.browser().sign_in("Eva", PASSWORD).await.leads_to("/profilo/secondo-passo");
}

#[tokio::test]
async fn who_wants_a_passkey_needs_no_password() {
    let house = House::new().await;
    let node = house.node().await;
    invite(&node, "Eva", None).await;
    let link = link_in(&node.last_mail("Eva").await);
    let mut browser = node.browser();
    browser.post(&link, &[("name", "Eva"), ("way", "passkey")]).await.leads_to("/profilo/passkey");
    browser.get("/profilo/passkey").await.ok();
    node.browser().sign_in("Eva", PASSWORD).await.is(StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_person_on_record_and_an_account_that_exists_are_not_doubled() {
    let house = House::new().await;
    let node = house.node().await;
    let eva = on_record(&house.t.db, "Eva").await;
    let ada = house.account(&node, "Ada", &[]).await;
    invite(&node, "Eva", None).await;
    let link = link_in(&node.last_mail("Eva").await);
    node.browser()
        .post(&link, &[("name", "Eva"), ("way", "password"), ("password", PASSWORD)])
        .await
        .leads_to("/inizio");
    let found = facade::find_person_by_email(house.t.db.reader(), &mail_of("Eva")).await.unwrap();
    assert_eq!(found, Some(eva));
    invite(&node, "Ada", REGION).await;
    let link = link_in(&node.last_mail("Ada").await);
    // The link gives the role and lets nobody in.
    let mut stranger = node.browser();
    stranger.post(&link, &[]).await.leads_to("/accedi");
    stranger.get("/profilo").await.leads_to("/accedi");
    assert_eq!(facade::roles_of(house.t.db.reader(), ada).await.unwrap().len(), 1);
}

#[tokio::test]
async fn an_organisation_is_checked_again_when_an_invitation_to_it_is_accepted() {
    let house = House::new().await;
    let node = house.node().await;
    house.account(&node, "Ada", &[]).await;
    let organisation = house.t.db.env().id();
    invite(&node, "Ada", Some((Role::Professional, Scope::Organisation(organisation)))).await;
    node.browser().post(&link_in(&node.last_mail("Ada").await), &[]).await.leads_to("/accedi");
    let waiting = ::store::events_after(house.t.db.reader(), None, 10).await.unwrap();
    assert!(waiting.iter().any(
        |waiting| matches!(waiting.event, Ok(Event::OrganisationChanged { organisation: of }) if of == organisation)
    ));
}

#[tokio::test]
async fn an_invitation_is_sent_again_withdrawn_and_runs_out() {
    let house = House::new().await;
    let node = house.node().await;
    let id = invite(&node, "Eva", None).await;
    let first = link_in(&node.last_mail("Eva").await);
    house.pass(Duration::days(15));
    node.browser().get(&first).await.is(StatusCode::GONE).says("due settimane");
    let mut tx = permit().begin(node.app.db()).await.unwrap();
    facade::send_invitation_again(&mut tx, &node.app, id).await.unwrap();
    tx.commit().await.unwrap();
    let second = link_in(&node.last_mail("Eva").await);
    node.browser().get(&first).await.is(StatusCode::GONE);
    node.browser().get(&second).await.ok();
    let mut tx = permit().begin(node.app.db()).await.unwrap();
    facade::withdraw_invitation(&mut tx, id).await.unwrap();
    tx.commit().await.unwrap();
    node.browser().get(&second).await.is(StatusCode::GONE).says("ritirato");
}

#[tokio::test]
async fn who_is_invited_twice_to_the_same_role_holds_it_once() {
    let house = House::new().await;
    let node = house.node().await;
    let ada = house.account(&node, "Ada", &[]).await;
    let first = invite(&node, "Ada", REGION).await;
    let link = link_in(&node.last_mail("Ada").await);
    house.pass(Duration::minutes(1));
    assert_eq!(invite(&node, "Ada", REGION).await, first);
    // Only the latest link counts, and no second one stays open behind it.
    node.browser().post(&link, &[]).await.is(StatusCode::GONE);
    node.browser().post(&link_in(&node.last_mail("Ada").await), &[]).await.leads_to("/accedi");
    assert_eq!(facade::roles_of(house.t.db.reader(), ada).await.unwrap().len(), 1);
    house.pass(Duration::minutes(1));
    // A later invitation to what one holds already is accepted, and gives nothing twice.
    invite(&node, "Ada", REGION).await;
    node.browser().post(&link_in(&node.last_mail("Ada").await), &[]).await.leads_to("/accedi");
    assert_eq!(facade::roles_of(house.t.db.reader(), ada).await.unwrap().len(), 1);
}
