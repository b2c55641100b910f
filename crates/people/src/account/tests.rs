//! Help with signing in, and what happens after too many tries.

use crate::session::tests::{House, PASSWORD, link_in};
use axum::http::StatusCode;
use kernel::Duration;

const NEW: &str = "cinque rondini in volo";

#[tokio::test]
async fn a_lockout_holds_over_two_nodes_says_when_to_try_again_and_leaves_the_mail_open() {
    let house = House::new().await;
    let (one, two) = (house.node().await, house.node().await);
    house.account(&one, "Ada", &[]).await;
    for n in 0..8 {
        let node = if n % 2 == 0 { &one } else { &two };
        node.browser().sign_in("Ada", "cinque gatti al sole").await.is(StatusCode::UNPROCESSABLE_ENTITY);
    }
    for node in [&one, &two] {
        let locked = node.browser().sign_in("Ada", PASSWORD).await;
        locked.is(StatusCode::TOO_MANY_REQUESTS).says("1 marzo 2026, 09:15");
    }
    // The same for an address that nobody has.
    for _ in 0..8 {
        one.browser().sign_in("Nessuno", "cinque gatti al sole").await.is(StatusCode::UNPROCESSABLE_ENTITY);
    }
    two.browser().sign_in("Nessuno", "cinque gatti al sole").await.is(StatusCode::TOO_MANY_REQUESTS);
    // A link by mail lets the person in meanwhile.
    let mut browser = two.browser();
    browser.post("/accedi/aiuto", &[("email", "ada@example.org"), ("wish", "sign-in")]).await.leads_to("/accedi");
    let link = link_in(&one.last_mail("Ada").await);
    browser.get(&link).await.ok();
    browser.post(&link, &[]).await.leads_to("/inizio");
    browser.get("/profilo").await.ok();
    house.pass(Duration::minutes(16));
    one.browser().sign_in("Ada", PASSWORD).await.leads_to("/inizio");
}

#[tokio::test]
async fn a_forgotten_password_is_replaced_by_a_link_that_works_once() {
    let house = House::new().await;
    let node = house.node().await;
    house.account(&node, "Ada", &[]).await;
    let mut desk = node.browser();
    desk.sign_in("Ada", PASSWORD).await.leads_to("/inizio");
    let mut browser = node.browser();
    browser.post("/accedi/aiuto", &[("email", "ada@example.org"), ("wish", "password")]).await.leads_to("/accedi");
    let link = link_in(&node.last_mail("Ada").await);
    // Looking at the link, as mail programs do, does not use it up.
    browser.get(&link).await.ok();
    browser.get(&link).await.ok();
    browser.post(&link, &[("password", "corta")]).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("almeno 12");
    browser.post(&link, &[("password", NEW)]).await.leads_to("/inizio");
    desk.get("/profilo").await.leads_to("/accedi");
    node.browser().post(&link, &[("password", NEW)]).await.is(StatusCode::GONE);
    node.browser().sign_in("Ada", PASSWORD).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    node.browser().sign_in("Ada", NEW).await.leads_to("/inizio");
}

#[tokio::test]
async fn asking_for_help_never_says_whether_an_account_exists() {
    let house = House::new().await;
    let node = house.node().await;
    house.account(&node, "Ada", &[]).await;
    for name in ["ada", "nessuno"] {
        let email = format!("{name}@example.org");
        let fields = [("email", email.as_str()), ("wish", "password")];
        for _ in 0..4 {
            node.browser().post("/accedi/aiuto", &fields).await.leads_to("/accedi");
        }
        node.browser().post("/accedi/aiuto", &fields).await.is(StatusCode::TOO_MANY_REQUESTS);
    }
    assert!(node.last_mail("Nessuno").await.is_empty());
}

#[tokio::test]
async fn a_link_does_not_wait_for_ever_and_a_newer_one_ends_it() {
    let house = House::new().await;
    let node = house.node().await;
    house.account(&node, "Ada", &[]).await;
    let fields = [("email", "ada@example.org"), ("wish", "sign-in")];
    node.browser().post("/accedi/aiuto", &fields).await;
    let first = link_in(&node.last_mail("Ada").await);
    house.pass(Duration::seconds(1));
    node.browser().post("/accedi/aiuto", &fields).await;
    let second = link_in(&node.last_mail("Ada").await);
    assert_ne!(first, second);
    node.browser().post(&first, &[]).await.is(StatusCode::GONE);
    house.pass(Duration::minutes(61));
    node.browser().post(&second, &[]).await.is(StatusCode::GONE);
}

#[tokio::test]
async fn a_password_is_changed_with_the_old_one_and_ends_the_other_sessions() {
    let house = House::new().await;
    let node = house.node().await;
    house.account(&node, "Ada", &[]).await;
    let (mut desk, mut phone) = (node.browser(), node.browser());
    desk.sign_in("Ada", PASSWORD).await;
    phone.sign_in("Ada", PASSWORD).await;
    let wrong = desk.post("/profilo/password", &[("old_password", "non la so più"), ("password", NEW)]).await;
    wrong.is(StatusCode::UNPROCESSABLE_ENTITY).says("non è la tua password");
    desk.post("/profilo/password", &[("old_password", PASSWORD), ("password", NEW)]).await.leads_to("/profilo");
    desk.get("/profilo").await.ok();
    phone.get("/profilo").await.leads_to("/accedi");
}

#[tokio::test]
async fn a_new_address_counts_once_it_is_confirmed() {
    let house = House::new().await;
    let node = house.node().await;
    house.account(&node, "Ada", &[]).await;
    house.account(&node, "Ben", &[]).await;
    let mut browser = node.browser();
    browser.sign_in("Ada", PASSWORD).await;
    // An address that somebody has gets no mail, and the answer is the same.
    browser.post("/profilo/posta", &[("email", "ben@example.org")]).await.leads_to("/profilo");
    assert!(node.last_mail("Ben").await.is_empty());
    browser.post("/profilo/posta", &[("email", "ada.nuova@example.org")]).await.leads_to("/profilo");
    let link = link_in(&node.last_mail("Ada.Nuova").await);
    browser.get(&link).await.ok().says("ada.nuova@example.org");
    browser.post(&link, &[]).await.leads_to("/profilo");
    assert!(node.last_mail("Ada").await.contains("ada.nuova@example.org"));
    node.browser().sign_in("Ada", PASSWORD).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    node.browser().sign_in("Ada.Nuova", PASSWORD).await.leads_to("/inizio");
}

#[tokio::test]
async fn a_new_password_and_a_new_address_end_the_links_that_were_sent_before() {
    let house = House::new().await;
    let node = house.node().await;
    house.account(&node, "Ada", &[]).await;
    let ask = [("email", "ada@example.org"), ("wish", "sign-in")];
    let mut browser = node.browser();
    browser.sign_in("Ada", PASSWORD).await;
    node.browser().post("/accedi/aiuto", &ask).await.leads_to("/accedi");
    let link = link_in(&node.last_mail("Ada").await);
    browser.post("/profilo/password", &[("old_password", PASSWORD), ("password", NEW)]).await.leads_to("/profilo");
    node.browser().post(&link, &[]).await.is(StatusCode::GONE);

    house.pass(Duration::seconds(1));
    node.browser().post("/accedi/aiuto", &ask).await.leads_to("/accedi");
    let link = link_in(&node.last_mail("Ada").await);
    node.browser().get(&link).await.ok();
    browser.post("/profilo/posta", &[("email", "ada.nuova@example.org")]).await.leads_to("/profilo");
    browser.post(&link_in(&node.last_mail("Ada.Nuova").await), &[]).await.leads_to("/profilo");
    node.browser().post(&link, &[]).await.is(StatusCode::GONE);
}
