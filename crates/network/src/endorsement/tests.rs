//! Stories of endorsements and of membership of the network.

use super::*;
use crate::{
    expert::tests::{Network, begin},
    facade::community_steps,
};
use kernel::{CharterVersionId, Duration, Lang};

async fn charter(network: &Network) -> CharterVersionId {
    let mut tx = begin(&network.app, Act::ManageCharter).await;
    let id = consensus::facade::install_first_charter(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    id
}

#[tokio::test]
async fn a_representative_endorses_an_exact_version_and_withdraws() {
    let network = Network::new().await;
    let page = format!("{}/adesioni", network.href);
    network.app.as_visitor().get("/adesioni").await.ok().says("Non c’è ancora un testo a cui aderire");
    let version = Version::Charter(charter(&network).await);
    let typed = version.typed();
    let asks = || network.app.as_person(&network.manager);
    asks().get(&page).await.ok().says("Carta, versione 1");
    let unsure = [("version", typed.as_str()), ("capacity", "Presidente")];
    asks().post(&page, &unsure).await.invalid().says("Conferma che puoi firmare").says("Presidente");
    let sure = [("version", typed.as_str()), ("capacity", "Presidente"), ("sure", "1")];
    asks().post(&page, &sure).await.leads_to(&page);
    asks().post(&page, &sure).await.invalid().says("aderisce già");
    asks().get(&page).await.ok().says("Presidente").says("Aderisce");
    // The public reads that the organisation assents, not who signed.
    network
        .app
        .as_visitor()
        .get(&page)
        .await
        .ok()
        .says("Carta, versione 1")
        .hides("Presidente")
        .hides("Ritira l’adesione");
    network.app.as_visitor().get("/adesioni").await.ok().says("Casa dei Pari").says("marzo 2026");
    network
        .app
        .as_visitor()
        .in_lang(Lang::En)
        .get(&format!("/adesioni?versione={typed}"))
        .await
        .ok()
        .says("March 2026");
    let conn = network.app.db.db.reader();
    assert_eq!(endorsed_versions(conn, network.organisation).await.unwrap(), [version]);
    assert_eq!(endorsement_count(conn, version).await.unwrap(), 1);

    network.app.clock.advance(Duration::days(40));
    let id = store::of_organisation(conn, network.organisation).await.unwrap()[0].id;
    let withdraw = format!("{page}/{id}/ritira");
    asks().post(&withdraw, &[]).await.leads_to(&page);
    // Pressed twice, the button has done its work.
    asks().post(&withdraw, &[]).await.leads_to(&page);
    asks().get(&page).await.ok().says("Ritirata il 10 aprile 2026");
    assert!(endorsed_versions(conn, network.organisation).await.unwrap().is_empty());
    network.app.as_visitor().get("/adesioni").await.ok().hides("Casa dei Pari");
}

#[tokio::test]
async fn nobody_endorses_for_another_organisation() {
    let network = Network::new().await;
    let version = Version::Charter(charter(&network).await).typed();
    let (_, _, other) = network.another("Altra Casa").await;
    let fields = [("version", version.as_str()), ("capacity", "Presidente"), ("sure", "1")];
    let page = format!("{}/adesioni", network.href);
    assert_eq!(network.app.as_person(&other).post(&page, &fields).await.status.as_u16(), 403);
    network.app.as_visitor().get("/adesioni?versione=charter/nonsense").await.is(axum::http::StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_organisation_joins_the_network_and_leaves_it() {
    let network = Network::new().await;
    let page = format!("{}/adesioni", network.href);
    let asks = || network.app.as_person(&network.manager);
    let rete = format!("{}/rete", network.href);
    asks().post(&rete, &[]).await.leads_to(&page);
    asks().post(&rete, &[]).await.leads_to(&page);
    assert_eq!(member_count(network.app.db.db.reader()).await.unwrap(), 1);
    network.app.as_visitor().get(&page).await.ok().says("Fa parte della rete dal 1 marzo 2026");
    // Before the button that leaves stands what comes of it.
    asks().get(&page).await.ok().says("le adesioni ai testi restano").says("Esci dalla rete");
    for (closed_on, count) in [(Some(network.app.db.db.env().today()), 0), (None, 1)] {
        let known = crate::facade::organisation(network.app.db.db.reader(), network.organisation).await;
        let version = known.unwrap().unwrap().version;
        let mut tx = begin(&network.app, Act::RegisterOrganisation).await;
        crate::organisation::store::close(&mut tx, network.organisation, version, closed_on).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(member_count(network.app.db.db.reader()).await.unwrap(), count);
    }
    asks().post(&format!("{rete}/lascia"), &[]).await.leads_to(&page);
    assert_eq!(member_count(network.app.db.db.reader()).await.unwrap(), 0);
}

#[tokio::test]
async fn a_manager_is_told_of_the_charter_in_force_until_it_is_endorsed() {
    let network = Network::new().await;
    let version = Version::Charter(charter(&network).await);
    let db = &network.app.db.db;
    let steps = community_steps(db, &network.manager.actor()).await.unwrap();
    assert!(steps.iter().any(|step| step.key == "endorsement-step-sign"), "{steps:?}");
    let mut tx = begin(&network.app, Act::RegisterOrganisation).await;
    create_endorsements(&mut tx, &[(network.organisation, version, db.env().today())]).await.unwrap();
    tx.commit().await.unwrap();
    let steps = community_steps(db, &network.manager.actor()).await.unwrap();
    assert!(steps.is_empty(), "{steps:?}");
    assert_eq!(all_endorsed_versions(db.reader()).await.unwrap()[&network.organisation], [version]);
    let ada = network.expert("Ada").await;
    let steps = community_steps(db, &ada.actor()).await.unwrap();
    assert_eq!(steps[0].key, "expert-step-profile");
}

#[tokio::test]
async fn erasing_who_signed_leaves_the_endorsement() {
    let network = Network::new().await;
    let version = Version::Charter(charter(&network).await);
    let fields = [("version", version.typed()), ("capacity", "Presidente".to_owned()), ("sure", "1".to_owned())];
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let page = format!("{}/adesioni", network.href);
    network.app.as_person(&network.manager).post(&page, &fields).await.leads_to(&page);
    let held = Held.export(&network.app.db.db, network.manager.id()).await.unwrap();
    assert_eq!(held[0]["capacity"], "Presidente");
    let mut tx = begin(&network.app, Act::ManageAccounts).await;
    Held.erase(&mut tx, network.manager.id()).await.unwrap();
    tx.commit().await.unwrap();
    let conn = network.app.db.db.reader();
    assert_eq!(endorsement_count(conn, version).await.unwrap(), 1);
    assert_eq!(store::of_organisation(conn, network.organisation).await.unwrap()[0].by, None);
}
