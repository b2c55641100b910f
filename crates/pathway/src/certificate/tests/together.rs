//! Stories of many certificates at once.

use super::*;

#[tokio::test]
async fn many_are_signed_together_or_not_at_all() {
    let house = House::with(3, 0).await;
    house.name_signatories().await;
    let [first, second] = house.signatories();
    let mut tx = begin(&house.app, Act::SignCertificate).await;
    let proposed = sign_ready(&mut tx, house.edition, first, None).await.unwrap();
    store::step(&mut tx, &proposed[1], rules::Step::Withdraw, false).await.unwrap();
    tx.commit().await.unwrap();
    // One was taken back since the three were read.
    let signs = (second.person, second.side);
    let mut tx = begin(&house.app, Act::SignCertificate).await;
    assert!(matches!(many::sign(&mut tx, &proposed, signs, |_| true).await, Err(Fault::Stale)));
    tx.rollback().await.unwrap();
    let mut left = house.all().await;
    assert!(left.iter().all(|one| one.second.is_none()));
    left.retain(|one| one.stage == Stage::Proposed);
    let mut tx = begin(&house.app, Act::SignCertificate).await;
    many::sign(&mut tx, &left, signs, |_| true).await.unwrap();
    tx.commit().await.unwrap();
    let all = house.all().await;
    let signed = all.iter().filter(|one| one.stage == Stage::Signed && one.second.unwrap().by == Some(second.person));
    assert_eq!((all.len(), signed.count()), (3, 2));
}

#[tokio::test]
async fn each_of_many_that_are_issued_together_has_a_record_of_its_own() {
    let house = House::with(5, 0).await;
    house.issue_all().await;
    let all = house.all().await;
    for one in &all {
        let issued = credentials::facade::credential(house.app.db.db.reader(), one.credential.unwrap()).await;
        let record = issued.unwrap().unwrap().record.unwrap();
        assert_eq!((one.stage, record.holder), (Stage::Issued, one.holder));
    }
    assert_eq!(all.len(), 5);
}
