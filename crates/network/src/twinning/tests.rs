//! Stories of twinnings.

use super::*;
use crate::{expert::tests::Network, facade::community_steps};
use kernel::Lang;

#[tokio::test]
async fn one_proposes_the_other_accepts_and_either_ends_it() {
    let network = Network::new().await;
    let (other, href, bruno) = network.another("Casa del Mare").await;
    let new = format!("{}/gemellaggi/nuovo", network.href);
    let asks = || network.app.as_person(&network.manager);
    asks().get(&new).await.ok().says("Cerca l’altra realtà");
    asks().get(&format!("{new}?q=casa+del+mare")).await.ok().says("Casa del Mare – Bari");
    let id = other.to_string();
    let proposal = [("q", "mare"), ("other", id.as_str()), ("side", "mature"), ("purpose", "Un corso insieme")];
    asks().post(&new, &proposal[..3]).await.invalid().says("Scrivi qualcosa");
    asks().post(&new, &proposal).await.leads_to(&network.href);
    asks().post(&new, &proposal).await.invalid().says("c’è già un gemellaggio").says("Un corso insieme");

    // Nobody else knows of it, and the one who proposed cannot accept.
    let public = || network.app.as_visitor();
    public().get(&format!("{href}/gemellaggi")).await.ok().hides("Un corso insieme");
    public().get("/gemellaggi").await.ok().hides("Un corso insieme");
    let twinning = store::of_organisation(network.app.db.db.reader(), other).await.unwrap().remove(0);
    let answer = [("version", "1"), ("answer", "accept")];
    let mine = format!("{}/gemellaggi/{}", network.href, twinning.id);
    assert_eq!(asks().post(&mine, &answer).await.status.as_u16(), 409);
    let steps = community_steps(&network.app.db.db, &bruno.actor()).await.unwrap();
    assert!(steps.iter().any(|step| step.key == "twinning-step-answer" && step.urgent));
    let theirs = format!("{href}/gemellaggi");
    network.app.as_person(&bruno).get(&theirs).await.ok().says("Accetta").says("Questa realtà comincia.");
    network.app.as_person(&bruno).post(&format!("{theirs}/{}", twinning.id), &answer).await.leads_to(&theirs);

    public().get("/gemellaggi").await.ok().says("Un corso insieme").says("Casa del Mare");
    public().in_lang(Lang::En).get(&theirs).await.ok().says("Active since 1 March 2026").hides("End the twinning");
    assert_eq!(active_twinnings(network.app.db.db.reader(), other).await.unwrap().len(), 1);
    asks().post(&mine, &[("version", "2"), ("answer", "end")]).await.leads_to(&network.href);
    public().get("/gemellaggi").await.ok().hides("Un corso insieme");
    asks().get(&format!("{}/gemellaggi", network.href)).await.ok().says("Concluso");
}

#[tokio::test]
async fn a_third_has_no_say() {
    let network = Network::new().await;
    let (other, _, _) = network.another("Casa del Mare").await;
    let (_, third, carla) = network.another("Casa del Lago").await;
    let id = other.to_string();
    let proposal = [("other", id.as_str()), ("side", "starting"), ("purpose", "Un corso insieme")];
    let new = format!("{}/gemellaggi/nuovo", network.href);
    network.app.as_person(&network.manager).post(&new, &proposal).await.leads_to(&network.href);
    let twinning = store::of_organisation(network.app.db.db.reader(), other).await.unwrap().remove(0);
    let path = format!("{third}/gemellaggi/{}", twinning.id);
    let said = network.app.as_person(&carla).post(&path, &[("version", "1"), ("answer", "accept")]).await;
    assert_eq!(said.status.as_u16(), 404);
    assert_eq!(network.app.as_person(&carla).get(&new).await.status.as_u16(), 403);
}
