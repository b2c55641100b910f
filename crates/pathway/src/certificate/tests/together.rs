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

#[tokio::test]
async fn one_that_cannot_be_set_on_paper_is_named_and_the_others_go_on() {
    let house = House::with(6, 0).await;
    house.sign_all().await;
    let strange = house.trainees[2].id();
    let called = async |name: &str| {
        let tx = begin(&house.app, Act::Operate).await;
        let update = ::store::sql("UPDATE person SET display_name = $2 WHERE id = $1").bind(strange.uuid()).bind(name);
        update.run(tx.conn()).await.unwrap();
        tx.commit().await.unwrap();
    };
    // A sign that no typeface of the house has.
    called("Tina 李").await;
    let asks = || house.app.as_person(&house.expert);
    let issue = format!("{}/rilascia", house.page());
    let work = asks().post(&issue, &[("all", "1")]).await.location();
    while issue_waiting(&house.app.app).await.unwrap() > 0 {}
    let page = asks().get(&work).await;
    page.ok().says("Finito: rilasciati 5 attestati su 6").says("Un attestato è rimasto fuori");
    page.says("Tina 李 – il foglio da stampare non è riuscito");
    asks().in_lang(Lang::En).get(&work).await.ok().says("the sheet to print did not come out");
    // It stands as before: nothing of it was issued, and nobody was told that it was.
    let all = house.all().await;
    let left = all.iter().find(|one| one.holder == strange).unwrap();
    assert_eq!((left.stage, left.task, left.credential), (Stage::Signed, None, None));
    assert_eq!(all.iter().filter(|one| one.stage == Stage::Issued).count(), 5);
    assert_eq!(people::facade::outbox(house.app.db.db.reader(), 1).await.unwrap().1, 5);
    // Once the name can be set it is issued like any other.
    called("Tina Li").await;
    asks().post(&issue, &[("all", "1")]).await.leads_to(&house.page());
    assert!(house.all().await.iter().all(|one| one.stage == Stage::Issued));
}

#[tokio::test]
async fn what_changes_while_the_papers_are_set_is_not_certified_as_it_was() {
    let house = House::with(4, 0).await;
    house.sign_all().await;
    let mut tx = begin(&house.app, Act::SignCertificate).await;
    begin_issuing(&mut tx, house.edition).await.unwrap();
    tx.commit().await.unwrap();
    let conn = house.app.db.db.reader();
    let task = store::task::waiting(conn).await.unwrap().unwrap();
    let certificates = house.all().await;
    let portion = issue::set_some(&house.app.app, &task, &certificates).await.unwrap();

    // Meanwhile one leaves the course, and another is called otherwise.
    let (gone, renamed) = (house.trainees[1].id(), house.trainees[2].id());
    let tx = begin(&house.app, Act::Operate).await;
    for (change, person) in [
        ("UPDATE enrolment SET state = 'left' WHERE person = $1", gone),
        ("UPDATE person SET display_name = 'Tina Nuova' WHERE id = $1", renamed),
    ] {
        ::store::sql(change).bind(person.uuid()).run(tx.conn()).await.unwrap();
    }
    tx.commit().await.unwrap();
    issue::write_some(&house.app.app, &task, &portion).await.unwrap();
    let of = async |person: PersonId| house.all().await.into_iter().find(|one| one.holder == person).unwrap();
    let left = of(gone).await;
    assert_eq!((left.stage, left.task, left.credential), (Stage::Signed, None, None));
    assert_eq!(store::task::left(conn, task.id).await.unwrap(), [(gone, model::Left::NotMet)]);
    // Nothing of a paper that says another name is kept; it is set anew with the next portion.
    assert_eq!(of(renamed).await.stage, Stage::Signed);
    assert!(store::paper::of(conn, of(renamed).await.id).await.unwrap().is_none());
    assert_eq!(house.all().await.iter().filter(|one| one.stage == Stage::Issued).count(), 2);

    while issue_waiting(&house.app.app).await.unwrap() > 0 {}
    let credential = of(renamed).await.credential.unwrap();
    let issued = credentials::facade::credential(conn, credential).await.unwrap().unwrap();
    assert_eq!(issued.record.unwrap().holder_name, "Tina Nuova");
    assert_eq!(of(gone).await.stage, Stage::Signed);
    assert_eq!(house.all().await.iter().filter(|one| one.stage == Stage::Issued).count(), 3);
}
