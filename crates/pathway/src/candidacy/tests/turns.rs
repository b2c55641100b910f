//! Stories of whose turn it is, and of who is told that a candidacy waits.

use super::*;

#[tokio::test]
async fn those_who_were_told_make_room_for_those_who_were_not() {
    let house = House::new().await;
    let (_, nina) = house.sent("Nina", "nina@example.org").await;
    house.app.clock.advance(Duration::days(1));
    let (_, bruno) = house.sent("Bruno", "bruno@example.org").await;
    house.app.clock.advance(Duration::days(14));
    let now = house.app.app.env().now();
    let (panel, coordinator) = (now - Duration::days(13), now - Duration::days(27));
    let (conn, one) = (house.app.db.db.reader(), (store::Behind::NOBODY, 1));
    // Of one at a time, the longest.
    let first = store::untold(conn, panel, coordinator, one).await.unwrap();
    assert_eq!(first.iter().map(|found| found.id).collect::<Vec<_>>(), [nina.id]);
    let tx = begin(&house.app, Act::SitInPanel).await;
    store::words::note_told(&tx, nina.id, false).await.unwrap();
    tx.commit().await.unwrap();
    let then = store::untold(conn, panel, coordinator, one).await.unwrap();
    assert_eq!(then.iter().map(|found| found.id).collect::<Vec<_>>(), [bruno.id]);
    // After four weeks there is again somebody to tell of the first: the coordinator.
    house.app.clock.advance(Duration::days(14));
    let coordinator = house.app.app.env().now() - Duration::days(27);
    let later = store::untold(conn, panel, coordinator, one).await.unwrap();
    assert_eq!(later.iter().map(|found| found.id).collect::<Vec<_>>(), [nina.id]);
}

#[tokio::test]
async fn who_waits_for_the_candidate_hides_nobody_who_waits_for_the_panel() {
    let circle = panel::tests::Circle::seated().await;
    let (house, app) = (&circle.house, &circle.house.app.app);
    let (own, nina) = house.sent("Nina", "nina@example.org").await;
    circle.met(&own, &nina).await;
    let note = [("version", "0"), ("free", "Una nota")];
    house.app.as_person(&circle.ada).post(&format!("/selezione/{}/note", nina.id), &note).await.leads_to("/selezione");
    house.app.clock.advance(Duration::days(1));
    let (_, bruno) = house.sent("Bruno", "bruno@example.org").await;
    house.app.clock.advance(Duration::days(14));
    // Read one at a time: Nina, who has a note to read, stands still longer than Bruno.
    let since = app.env().now() - Duration::days(13);
    let first = store::untold(circle.conn(), since, since, (store::Behind::NOBODY, 1)).await.unwrap();
    assert_eq!(first.iter().map(|found| found.id).collect::<Vec<_>>(), [nina.id]);
    assert_eq!(pages::letters::tell_waiting(app, 1).await.unwrap(), 1);
    let told = store::words::told_of(circle.conn(), &[nina.id, bruno.id]).await.unwrap();
    assert_eq!((told[&nina.id].panel, told[&bruno.id].panel), (false, true));
    assert_eq!(pages::letters::tell_waiting(app, 1).await.unwrap(), 0);
}
