//! Stories of announcements.

use super::*;
use crate::{
    expert::tests::{Network, begin},
    facade::community_steps,
};
use kernel::{Duration, Lang};

async fn the_one(network: &Network) -> Posted {
    store::standing(network.app.db.db.reader(), network.app.db.db.env().today(), true, 1, 0).await.unwrap().remove(0)
}

fn written<'a>(from: &'a str, audience: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("from", from),
        ("audience", audience),
        ("name", "Festa di primavera"),
        ("body", "Vi aspettiamo.\r\n\r\nPorta un dolce."),
        ("until", "2026-03-20"),
    ]
}

#[tokio::test]
async fn an_organisation_tells_everyone_until_a_day() {
    let network = Network::new().await;
    let from = network.organisation.to_string();
    let asks = || network.app.as_person(&network.manager);
    asks().get("/annunci/nuovo").await.ok().says("Casa dei Pari").hides("Segreteria della rete");
    let mut late = written(&from, "everyone");
    late[4] = ("until", "2025-01-01");
    asks().post("/annunci/nuovo", &late).await.invalid().says("entro un anno").says("Porta un dolce.");
    asks().post("/annunci/nuovo", &written(&from, "everyone")).await.leads_to("/annunci/");
    let id = the_one(&network).await.id;
    network.app.as_visitor().get("/annunci").await.ok().says("Festa di primavera").says("Casa dei Pari");
    network.app.as_visitor().get(&format!("/annunci/{id}")).await.ok().says("Porta un dolce.").hides("Modifica");
    network.app.clock.advance(Duration::days(20));
    network.app.as_visitor().get("/annunci").await.ok().hides("Festa di primavera").says("Non ci sono annunci");
    network.app.as_visitor().get(&format!("/annunci/{id}")).await.is(axum::http::StatusCode::NOT_FOUND);
    asks().get(&format!("/annunci/{id}")).await.ok().says("Non più in elenco");
}

#[tokio::test]
async fn what_is_for_members_is_not_for_visitors() {
    let network = Network::new().await;
    network
        .app
        .as_person(&network.secretariat)
        .post("/annunci/nuovo", &written("", "members"))
        .await
        .leads_to("/annunci/");
    let id = the_one(&network).await.id;
    network.app.as_visitor().get("/annunci").await.ok().hides("Festa di primavera");
    network.app.as_visitor().get(&format!("/annunci/{id}")).await.is(axum::http::StatusCode::NOT_FOUND);
    let member = network.app.person("Ada");
    network.app.as_person(&member).in_lang(Lang::En).get("/annunci").await.ok().says("For members of the network");
    network.app.as_person(&member).get(&format!("/annunci/{id}")).await.ok().says("Segreteria della rete");
    let steps = community_steps(&network.app.db.db, &member.actor()).await.unwrap();
    assert_eq!(steps[0].key, "announcement-step-read");
}

#[tokio::test]
async fn an_announcement_is_changed_by_one_at_a_time_and_taken_down() {
    let network = Network::new().await;
    let from = network.organisation.to_string();
    let asks = || network.app.as_person(&network.manager);
    asks().post("/annunci/nuovo", &written(&from, "everyone")).await.leads_to("/annunci/");
    let id = the_one(&network).await.id;
    let edit = format!("/annunci/{id}/modifica");
    asks().get(&edit).await.ok().says("Festa di primavera");
    let mut changed = written("", "everyone");
    changed[2] = ("name", "Festa d’estate");
    changed.push(("version", "1"));
    asks().post(&edit, &changed).await.leads_to("/annunci/");
    let page = asks().post(&edit, &changed).await;
    page.is(axum::http::StatusCode::CONFLICT).says("Festa d’estate").says("Qualcun altro ha appena cambiato");
    let (_, _, other) = network.another("Altra Casa").await;
    assert_eq!(network.app.as_person(&other).post(&edit, &changed).await.status.as_u16(), 403);
    assert_eq!(
        network.app.as_person(&other).post("/annunci/nuovo", &written(&from, "everyone")).await.status.as_u16(),
        403
    );
    asks().post(&format!("/annunci/{id}/togli"), &[("version", "2")]).await.leads_to("/annunci");
    network.app.as_visitor().get("/annunci").await.ok().hides("Festa d’estate");
}

#[tokio::test]
async fn a_form_sent_twice_is_one_announcement() {
    let network = Network::new().await;
    let from = network.organisation.to_string();
    let asks = || network.app.as_person(&network.manager);
    let blank = asks().get("/annunci/nuovo").await.ok().text();
    let after = blank.split("name=\"new\"").nth(1).unwrap().split("value=\"").nth(1).unwrap();
    let once = after.split('"').next().unwrap().to_owned();
    let mut fields = written(&from, "everyone");
    fields.push(("new", &once));
    for _ in 0..2 {
        asks().post("/annunci/nuovo", &fields).await.leads_to(&format!("/annunci/{once}"));
    }
    let conn = network.app.db.db.reader();
    assert_eq!(store::count_standing(conn, network.app.db.db.env().today(), true).await.unwrap(), 1);
}

#[tokio::test]
async fn erasing_who_wrote_leaves_the_announcement() {
    let network = Network::new().await;
    let from = network.organisation.to_string();
    network
        .app
        .as_person(&network.manager)
        .post("/annunci/nuovo", &written(&from, "everyone"))
        .await
        .leads_to("/annunci/");
    let held = Held.export(&network.app.db.db, network.manager.id()).await.unwrap();
    assert_eq!(held[0]["title"], "Festa di primavera");
    let mut tx = begin(&network.app, Act::ManageAccounts).await;
    Held.erase(&mut tx, network.manager.id()).await.unwrap();
    tx.commit().await.unwrap();
    let held = Held.export(&network.app.db.db, network.manager.id()).await.unwrap();
    assert_eq!(held.as_array().unwrap().len(), 0);
    network.app.as_visitor().get("/annunci").await.ok().says("Festa di primavera");
}
