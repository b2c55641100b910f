//! The ceremonies as far as they go without a device: their states are kept, count once and run
//! out.

use super::{model::Ceremony, store};
use crate::session::tests::{House, PASSWORD};
use ::store::sql;
use access::Technical;
use axum::http::StatusCode;
use kernel::{Duration, Uuid};
use serde_json::{Value, json};

#[tokio::test]
async fn a_question_begun_on_one_node_is_known_on_the_other_and_counts_once() {
    let house = House::new().await;
    let (one, two) = (house.node().await, house.node().await);
    let id = house.account(&one, "Ada", &[]).await;
    let mut browser = one.browser();
    browser.sign_in("Ada", PASSWORD).await;
    let asked = browser.json("/profilo/passkey/inizio", &json!({})).await;
    let asked: Value = serde_json::from_str(&asked.ok().text).unwrap();
    assert_eq!(asked["options"]["publicKey"]["user"]["name"], "ada@example.org");
    assert_eq!(asked["options"]["publicKey"]["authenticatorSelection"]["residentKey"], "preferred");
    let ceremony: Uuid = asked["ceremony"].as_str().unwrap().parse().unwrap();
    let take = async |person| {
        let tx = Technical::SignIn.begin(two.app.db()).await.unwrap();
        let state = store::take(&tx, ceremony, Ceremony::Register, person).await.unwrap();
        tx.commit().await.unwrap();
        state.is_some()
    };
    assert!(take(Some(id)).await);
    assert!(!take(Some(id)).await);
}

#[tokio::test]
async fn an_answer_that_comes_too_late_or_makes_no_sense_is_told_so() {
    let house = House::new().await;
    let node = house.node().await;
    let mut browser = node.browser();
    let asked = browser.json("/accedi/passkey/inizio", &json!({})).await;
    let asked: Value = serde_json::from_str(&asked.ok().text).unwrap();
    assert!(asked["options"]["publicKey"]["challenge"].is_string());
    let answer = json!({"ceremony": asked["ceremony"], "credential": {"id": "x"}});
    house.pass(Duration::minutes(6));
    browser.json("/accedi/passkey/fine", &answer).await.is(StatusCode::BAD_REQUEST).says("troppo tempo");
    let asked = browser.json("/accedi/passkey/inizio", &json!({})).await;
    let asked: Value = serde_json::from_str(&asked.text).unwrap();
    let answer = json!({"ceremony": asked["ceremony"], "credential": {"id": "x"}});
    // Only a sign-in uses the question up: what is tried again as a whole still finds it.
    for _ in 0..2 {
        browser.json("/accedi/passkey/fine", &answer).await.is(StatusCode::BAD_REQUEST).says("non ha funzionato");
    }
    browser.json("/profilo/passkey/inizio", &json!({})).await.is(StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn looking_at_the_sign_in_page_over_and_over_writes_no_more_than_so_much() {
    let house = House::new().await;
    let node = house.node().await;
    let mut browser = node.browser();
    for _ in 0..300 {
        browser.json("/accedi/passkey/inizio", &json!({})).await.ok();
    }
    browser.json("/accedi/passkey/inizio", &json!({})).await.is(StatusCode::TOO_MANY_REQUESTS);
    let count = sql("SELECT CAST(COUNT(*) AS BIGINT) FROM passkey_ceremony");
    let kept: Option<i64> = count.value(house.t.db.reader()).await.unwrap();
    assert_eq!(kept, Some(300));
    house.pass(Duration::minutes(15));
    browser.json("/accedi/passkey/inizio", &json!({})).await.ok();
}
