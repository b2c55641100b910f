//! Counting over two nodes.

use super::{
    model::{Limit, Subject},
    store,
};
use crate::{
    keys::MasterKey,
    session::tests::{House, mail_of},
};
use kernel::Duration;

#[tokio::test]
async fn tries_made_at_once_on_two_nodes_are_all_counted() {
    let house = House::new().await;
    let (one, two) = (house.node().await, house.node().await);
    let subject = Subject::mail(&MasterKey::of(&one.app), Limit::SignIn, &mail_of("Ada"));
    let other = Subject::mail(&MasterKey::of(&one.app), Limit::SignIn, &mail_of("Ben"));
    let mut tries = Vec::new();
    for _ in 0..6 {
        let (a, b) = tokio::join!(
            store::count(one.app.db(), std::slice::from_ref(&subject)),
            store::count(two.app.db(), std::slice::from_ref(&subject))
        );
        tries.extend([a.unwrap(), b.unwrap()]);
    }
    assert_eq!(tries.iter().filter(|until| until.is_none()).count(), 8);
    assert!(store::count(two.app.db(), &[other]).await.unwrap().is_none());
    house.pass(Duration::minutes(15));
    assert!(store::count(two.app.db(), &[subject]).await.unwrap().is_none());
}
