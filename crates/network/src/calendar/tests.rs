//! Stories of the calendar and its feeds.

use super::*;
use crate::{
    expert::tests::{Network, begin},
    facade::community_steps,
};
use ::store::sql;
use kernel::Lang;

fn written<'a>(from: &'a str, audience: &'a str, name: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("from", from),
        ("audience", audience),
        ("name", name),
        ("starts", "2026-03-12T18:30"),
        ("ends", "2026-03-12T20:00"),
        ("place", "Trento, via Roma 1; secondo piano"),
        ("link", "https://video.example.org/stanza"),
        ("about", "Porta un’idea, anche piccola.\r\nTi aspettiamo."),
    ]
}

async fn the_first(network: &Network) -> Kept {
    let db = &network.app.db.db;
    coming_entries(db.reader(), db.env().now(), true, 1).await.unwrap().remove(0)
}

#[tokio::test]
async fn an_organisation_invites_and_everyone_sees_it_in_its_month() {
    let network = Network::new().await;
    let from = network.organisation.to_string();
    let asks = || network.app.as_person(&network.manager);
    network.app.as_visitor().get("/calendario").await.ok().says("marzo 2026").says("non c’è niente in calendario");
    asks().get("/calendario/nuovo").await.ok().says("Casa dei Pari");
    asks().post("/calendario/nuovo", &written(&from, "everyone", "Incontro della rete")).await.leads_to("/calendario/");
    let kept = the_first(&network).await;
    assert_eq!(kept.entry.starts.to_rfc3339(), "2026-03-12T17:30:00+00:00");
    network
        .app
        .as_visitor()
        .get("/calendario")
        .await
        .ok()
        .says("Incontro della rete")
        .says("12 marzo 2026, 18:30 – 20:00");
    network.app.as_visitor().get("/calendario?mese=2026-04").await.ok().hides("Incontro della rete");
    network.app.clock.advance(Duration::days(-20));
    network.app.as_visitor().get("/calendario").await.ok().says("febbraio 2026").says("Più avanti");
    network.app.clock.advance(Duration::days(20));
    network.app.as_visitor().get("/calendario?mese=domani").await.is(axum::http::StatusCode::NOT_FOUND);
    let page = format!("/calendario/{}", kept.id);
    network.app.as_visitor().in_lang(Lang::En).get(&page).await.ok().says("By video").says("12 March 2026");
    network.app.as_visitor().get(&page).await.ok().hides("Già passato");
    network.app.clock.advance(Duration::days(30));
    network.app.as_visitor().get(&page).await.ok().says("Già passato");
    network.app.clock.advance(Duration::days(-30));
    let steps = community_steps(&network.app.db.db, &network.secretariat.actor()).await.unwrap();
    assert!(steps.iter().any(|step| step.key == "calendar-step-coming"));

    let edit = format!("{page}/modifica");
    asks().get(&edit).await.ok().says("2026-03-12T18:30");
    let mut changed = written("", "everyone", "Cena insieme");
    changed.push(("version", "1"));
    asks().post(&edit, &changed).await.leads_to(&page);
    asks().post(&edit, &changed).await.is(axum::http::StatusCode::CONFLICT).says("Cena insieme");
    asks().post(&format!("{page}/annulla"), &[("version", "2")]).await.leads_to(&page);
    network.app.as_visitor().get("/calendario").await.ok().says("Cena insieme").says("Annullato");
    network.app.as_visitor().get("/calendario.ics").await.ok().says("STATUS:CANCELLED").says("SEQUENCE:2");
}

#[tokio::test]
async fn a_shared_title_says_nothing_of_health() {
    let network = Network::new().await;
    let from = network.organisation.to_string();
    let fields = written(&from, "everyone", "Gruppo sulla depressione");
    let page = network.app.as_person(&network.manager).post("/calendario/nuovo", &fields).await;
    page.invalid().says("Questo titolo parla di salute").says("Porta un’idea");
    let wrong =
        [("from", from.as_str()), ("name", "Cena"), ("starts", "2026-03-12T18:30"), ("ends", "2026-03-12T17:00")];
    let page = network.app.as_person(&network.manager).post("/calendario/nuovo", &wrong).await;
    page.invalid().says("Scrivi un luogo").says("La fine deve venire dopo").says("Scegli una delle voci");
}

#[tokio::test]
async fn a_feed_is_a_calendar_that_others_can_read() {
    let network = Network::new().await;
    let from = network.organisation.to_string();
    let asks = || network.app.as_person(&network.manager);
    asks().post("/calendario/nuovo", &written(&from, "everyone", "Incontro, con cena")).await.leads_to("/calendario/");
    asks().post("/calendario/nuovo", &written(&from, "members", "Riunione riservata")).await.leads_to("/calendario/");
    let feed = network.app.as_visitor().get("/calendario.ics").await;
    assert!(feed.headers["content-type"].to_str().unwrap().starts_with("text/calendar"));
    let text = feed.text();
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 1);
    assert!(text.lines().all(|line| line.len() <= 75), "{text}");
    assert!(text.split_inclusive('\n').all(|line| line.ends_with("\r\n")), "{text}");
    for line in ["DTSTART:20260312T173000Z", "DTEND:20260312T190000Z", "SUMMARY:Incontro\\, con cena", "SEQUENCE:0"] {
        feed.says(line);
    }
    assert!(!text.contains("Riunione riservata"));
    let again = network.app.as_visitor().get("/calendario.ics").await.text();
    assert_eq!(again, text, "the same entries make the same feed");
    network.app.as_visitor().get(&format!("{}/calendario.ics", network.href)).await.ok().says("NAME:Casa dei Pari");
    let (_, href, _) = network.another("Altra Casa").await;
    network.app.as_visitor().get(&format!("{href}/calendario.ics")).await.ok().hides("BEGIN:VEVENT");
}

#[tokio::test]
async fn a_members_own_feed_opens_with_its_secret_until_it_is_renewed() {
    let network = Network::new().await;
    let from = network.organisation.to_string();
    network
        .app
        .as_person(&network.manager)
        .post("/calendario/nuovo", &written(&from, "members", "Riunione riservata"))
        .await
        .leads_to("/calendario/");
    let ada = network.expert("Ada").await;
    let mut tx = begin(&network.app, Act::ManageAccounts).await;
    people::facade::open_accounts(&mut tx, &[ada.id()]).await.unwrap();
    tx.commit().await.unwrap();
    let page = "/calendario/abbonati";
    let link_in = |text: &str| {
        let start = text.find("/calendario/mio/").unwrap();
        text[start..].split(['"', '<']).next().unwrap().to_owned()
    };
    network.app.as_person(&ada).get(page).await.ok().says("Crea il mio indirizzo segreto").hides("/calendario/mio/");
    let first = network.app.as_person(&ada).post(page, &[]).await;
    first.ok().says("lo vedi solo questa volta");
    let first = link_in(&first.text());
    network.app.as_visitor().get(&first).await.ok().says("Riunione riservata");
    network.app.as_person(&ada).get(page).await.ok().hides("/calendario/mio/").says("Rinnova");
    let second = link_in(&network.app.as_person(&ada).in_lang(Lang::En).post(page, &[]).await.text());
    assert_ne!(first, second);
    network.app.as_visitor().get(&first).await.is(axum::http::StatusCode::NOT_FOUND);
    network.app.as_visitor().get(&second).await.ok();
    network.app.as_person(&ada).post("/calendario/abbonati/togli", &[]).await.leads_to(page);
    network.app.as_visitor().get(&second).await.is(axum::http::StatusCode::NOT_FOUND);

    let third = link_in(&network.app.as_person(&ada).post(page, &[]).await.text());
    network.app.as_visitor().get(&third).await.ok();
    let tx = begin(&network.app, Act::ManageAccounts).await;
    sql("DELETE FROM account WHERE person = $1").bind(ada.id().uuid()).run(tx.conn()).await.unwrap();
    tx.commit().await.unwrap();
    network.app.as_visitor().get(&third).await.is(axum::http::StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn erasing_a_person_ends_their_feed_and_leaves_their_entries() {
    let network = Network::new().await;
    let from = network.organisation.to_string();
    let asks = || network.app.as_person(&network.manager);
    asks().post("/calendario/nuovo", &written(&from, "everyone", "Cena")).await.leads_to("/calendario/");
    asks().post("/calendario/abbonati", &[]).await.ok();
    let held = Held.export(&network.app.db.db, network.manager.id()).await.unwrap();
    assert_eq!((held["entries"][0]["title"].as_str(), held["private_feed_since"].is_null()), (Some("Cena"), false));
    let mut tx = begin(&network.app, Act::ManageAccounts).await;
    Held.erase(&mut tx, network.manager.id()).await.unwrap();
    tx.commit().await.unwrap();
    let held = Held.export(&network.app.db.db, network.manager.id()).await.unwrap();
    assert_eq!((held["entries"].as_array().unwrap().len(), held["private_feed_since"].is_null()), (0, true));
    network.app.as_visitor().get("/calendario").await.ok().says("Cena");
}
