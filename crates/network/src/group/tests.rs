//! Stories of groups, of who belongs to them, and of what an organisation may know of it.

use super::*;
use crate::expert::tests::{Network, begin};
use ::store::sql;
use kernel::Lang;
use testkit::Who;

const NEW: &[(&str, &str)] = &[
    ("name", "Le Parole Ritrovate"),
    ("kind", "association"),
    ("territory", "trento"),
    ("about", "Ci troviamo ogni mese."),
    ("website", "https://example.org"),
];

async fn group_of(network: &Network) -> ReferenceGroupId {
    network.app.as_person(&network.secretariat).post("/gruppi/nuovo", NEW).await.leads_to("/gruppi");
    store::list(network.app.db.db.reader(), false, 1, 0).await.unwrap()[0].id
}

async fn belonging(network: &Network) -> i64 {
    let db = &network.app.db.db;
    belonging_count(db.reader(), network.organisation, db.env().today()).await.unwrap()
}

async fn join(network: &Network, who: &Who, group: ReferenceGroupId, fields: &[(&str, &str)]) {
    let page = network.app.as_person(who).post(&format!("/profilo/gruppi/{group}"), fields).await;
    page.leads_to("/profilo/gruppi");
}

#[tokio::test]
async fn the_secretariat_keeps_the_list() {
    let network = Network::new().await;
    let asks = || network.app.as_person(&network.secretariat);
    network.app.as_visitor().get("/gruppi").await.ok().says("L’elenco è ancora vuoto").hides("Aggiungi un gruppo");
    asks().post("/gruppi/nuovo", &[("name", "Le Parole"), ("website", "ftp://x")]).await.invalid().says("Le Parole");
    let id = group_of(&network).await;
    asks().post("/gruppi/nuovo", NEW).await.invalid().says("c’è già un gruppo con questo nome");
    network.app.as_visitor().get("/gruppi").await.ok().says("Le Parole Ritrovate").says("Trento");
    let edit = format!("/gruppi/{id}/modifica");
    asks().in_lang(Lang::En).get(&edit).await.ok().says("Ci troviamo ogni mese.");
    let mut changed = NEW.to_vec();
    changed[3] = ("about", "Ci troviamo ogni settimana.");
    changed.push(("version", "1"));
    asks().post(&edit, &changed).await.leads_to("/gruppi");
    let page = asks().post(&edit, &changed).await;
    page.is(axum::http::StatusCode::CONFLICT).says("Qualcun altro ha appena cambiato").says("ogni settimana");
    asks().post(&format!("/gruppi/{id}/elenco"), &[("version", "2")]).await.leads_to("/gruppi");
    network.app.as_visitor().get("/gruppi").await.ok().hides("Le Parole Ritrovate");
    let refused = network.app.as_person(&network.manager).post("/gruppi/nuovo", NEW).await;
    assert_eq!(refused.status.as_u16(), 403);
}

#[tokio::test]
async fn belonging_is_the_persons_affair_and_an_organisation_reads_a_number_at_most() {
    let network = Network::new().await;
    let id = group_of(&network).await;
    let page = format!("{}/esperti", network.href);
    let ada = network.active_expert("Ada").await;
    network.app.as_person(&ada).get("/profilo/gruppi").await.ok().says("Le Parole Ritrovate");
    let untold = "si legge solo quando sono almeno 5 e non tutte";
    network.app.as_person(&network.manager).get(&page).await.ok().says(untold);
    join(&network, &ada, id, &[]).await;
    assert_eq!(belonging(&network).await, 1);
    let seen = network.app.as_person(&network.manager).get(&page).await;
    seen.ok().says(untold).hides("Le Parole Ritrovate");
    for name in ["Bea", "Ciro", "Dario", "Elena"] {
        let who = network.active_expert(name).await;
        join(&network, &who, id, &[]).await;
    }
    network.app.as_person(&network.manager).get(&page).await.ok().says(untold);
    network.active_expert("Fabia").await;
    network.app.as_person(&network.manager).get(&page).await.ok().says("5 persone esperte attive fanno parte");
    network.app.as_person(&ada).in_lang(Lang::En).get("/profilo/gruppi").await.ok().says("You belong to it");
    network.app.as_person(&ada).post(&format!("/profilo/gruppi/{id}/lascia"), &[]).await.leads_to("/profilo/gruppi");
    assert_eq!(belonging(&network).await, 4);
    let db = &network.app.db.db;
    let all = belonging_counts_of(db.reader(), &[network.organisation], db.env().today()).await.unwrap();
    assert_eq!(all[&network.organisation], 4);
}

#[tokio::test]
async fn a_group_stands_beside_a_name_only_where_the_person_wants_both() {
    let network = Network::new().await;
    let id = group_of(&network).await;
    let ada = network.active_expert("Ada").await;
    join(&network, &ada, id, &[("shown", "1")]).await;
    network.app.as_visitor().get("/esperti").await.ok().hides("Le Parole Ritrovate");
    network.app.as_person(&ada).post("/profilo/esperienza/elenco", &[]).await.leads_to("/profilo");
    network.app.as_visitor().get("/esperti").await.ok().says("Le Parole Ritrovate");
    join(&network, &ada, id, &[]).await;
    network.app.as_visitor().get("/esperti").await.ok().says("Ada").hides("Le Parole Ritrovate");
}

#[tokio::test]
async fn erasing_a_person_ends_their_memberships() {
    let network = Network::new().await;
    let id = group_of(&network).await;
    let ada = network.active_expert("Ada").await;
    join(&network, &ada, id, &[]).await;
    let held = Held.export(&network.app.db.db, ada.id()).await.unwrap();
    assert_eq!(held[0]["group"], "Le Parole Ritrovate");
    let mut tx = begin(&network.app, Act::ManageAccounts).await;
    Held.erase(&mut tx, ada.id()).await.unwrap();
    tx.commit().await.unwrap();
    let left: i64 = sql("SELECT CAST(COUNT(*) AS BIGINT) FROM reference_group_member")
        .value(network.app.db.db.reader())
        .await
        .unwrap()
        .unwrap();
    assert_eq!(left, 0);
}
