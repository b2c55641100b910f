//! Tokens reach as far as their scopes and no longer than their owner wants.

use crate::session::tests::{House, PASSWORD};
use axum::http::StatusCode;
use kernel::Duration;

#[tokio::test]
async fn a_token_is_shown_once_reads_and_ends() {
    let house = House::new().await;
    let node = house.node().await;
    let id = house.account(&node, "Ada", &[]).await;
    let mut browser = node.browser();
    browser.sign_in("Ada", PASSWORD).await;
    browser.post("/profilo/token", &[("name", "foglio")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    let fields = [("name", "foglio"), ("scopes", "read"), ("days", "30")];
    let shown = browser.post("/profilo/token", &fields).await;
    let token = shown.ok().text.split("<code>").nth(1).unwrap().split('<').next().unwrap().to_owned();
    assert!(token.starts_with("allapari_"));
    let list = browser.get("/profilo/token").await;
    assert!(!list.ok().text.contains(&token));
    // The act of the own account writes, so a reading token does not reach it, and says so.
    let mut program = node.program(&token);
    program.get("/profilo").await.is(StatusCode::FORBIDDEN);
    let who = |t: String| {
        let app = node.app.clone();
        async move { web::Identify::identify(&crate::facade::Identity, &app, None, Some(&t)).await.unwrap().person() }
    };
    assert_eq!(who(token.clone()).await, Some(id));
    let line = &super::store::of_person(house.t.db.reader(), id).await.unwrap()[0];
    assert!(line.used_at.is_some());
    browser.post(&format!("/profilo/token/{}/chiudi", line.id), &[]).await.leads_to("/profilo/token");
    assert_eq!(who(token).await, None);
}

#[tokio::test]
async fn a_token_runs_out() {
    let house = House::new().await;
    let node = house.node().await;
    house.account(&node, "Ada", &[]).await;
    let mut browser = node.browser();
    browser.sign_in("Ada", PASSWORD).await;
    let fields = [("name", "prova"), ("scopes", "write"), ("scopes", "read"), ("days", "30")];
    let shown = browser.post("/profilo/token", &fields).await;
    let token = shown.ok().text.split("<code>").nth(1).unwrap().split('<').next().unwrap().to_owned();
    node.program(&token).get("/profilo").await.ok();
    // How its owner signs in, and other tokens, are out of its reach.
    node.program(&token).post("/profilo/token", &fields).await.is(StatusCode::FORBIDDEN);
    node.program(&token).get("/profilo/secondo-passo/codici").await.is(StatusCode::FORBIDDEN);
    node.program(&token).post("/profilo/cancella", &[("sure", "1")]).await.is(StatusCode::FORBIDDEN);
    house.pass(Duration::days(31));
    node.program(&token).get("/profilo").await.leads_to("/accedi");
}

#[tokio::test]
async fn a_token_that_reads_does_not_write_and_one_that_ended_is_told_so() {
    let house = House::new().await;
    let node = house.node().await;
    let id = house.account(&node, "Ada", &[]).await;
    let mut browser = node.browser();
    browser.sign_in("Ada", PASSWORD).await;
    let fields = [("name", "foglio"), ("scopes", "read"), ("days", "30")];
    let shown = browser.post("/profilo/token", &fields).await;
    let token = shown.ok().text.split("<code>").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let mut program = node.program(&token);
    let more = [("name", "altro"), ("scopes", "write"), ("days", "30")];
    program.post("/profilo/token", &more).await.is(StatusCode::FORBIDDEN);
    program.post("/profilo/dettagli", &[("display_name", "Ben")]).await.is(StatusCode::FORBIDDEN);
    let api = "/profilo/passkey/inizio";
    let refused = program.json(api, &serde_json::json!({})).await;
    assert!(refused.is(StatusCode::FORBIDDEN).says("\"status\":403").text.starts_with('{'));
    let tokens = super::store::of_person(house.t.db.reader(), id).await.unwrap();
    assert_eq!(tokens.len(), 1);
    browser.post(&format!("/profilo/token/{}/chiudi", tokens[0].id), &[]).await.leads_to("/profilo/token");
    for token in [token.as_str(), "allapari_mai-esistito", "altro", ""] {
        node.program(token)
            .json(api, &serde_json::json!({}))
            .await
            .is(StatusCode::UNAUTHORIZED)
            .says("Il token non vale");
    }
}
