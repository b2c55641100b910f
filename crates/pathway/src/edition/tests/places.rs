//! Stories of places: given while others write, and to who had asked before.

use super::*;

#[tokio::test]
async fn a_place_given_while_places_are_taken_away_stays() {
    let run = Run::with(2).await;
    let (ada, bruno) = (run.somebody("Ada").await, run.somebody("Bruno").await);
    let (first, second) = (run.asks(&ada, "belongs").await, run.asks(&bruno, "belongs").await);
    run.admits(first).await;
    let one = enrolment(run.school.app.db.db.reader(), second).await.unwrap().unwrap();
    let mut tx = begin(&run.school.app, Act::ManageCourses).await;
    store::turn(&mut tx, &one, one.version, Turn::Admitted).await.unwrap();
    // Whoever takes a place away begins before the second one is seen to be given.
    let fewer = [
        ("title", "Primavera 2026"),
        ("starts", "2026-04-01"),
        ("ends", "2026-06-30"),
        ("venue", "Trento"),
        ("open", "1"),
        ("places", "1"),
        ("version", "1"),
    ];
    let edit = format!("{}/modifica", run.base);
    let trainer = run.school.app.as_person(&run.school.trainer);
    let (page, ()) = tokio::join!(trainer.post(&edit, &fewer), async {
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        tx.commit().await.unwrap();
    });
    page.invalid().says("2 posti sono già occupati");
    let edition = by_id(run.school.app.db.db.reader(), run.edition.id).await.unwrap().unwrap();
    assert_eq!((edition.places, run.state(second).await), (2, EnrolmentState::Admitted));
}

#[tokio::test]
async fn who_had_asked_before_is_answered_when_a_candidacy_leads_here() {
    let run = Run::with(1).await;
    let (ada, bruno) = (run.somebody("Ada").await, run.somebody("Bruno").await);
    let ids = [run.asks(&ada, "belongs").await, run.asks(&bruno, "belongs").await];
    let candidacy = Some(run.school.app.db.db.env().id());
    for who in [&ada, &bruno, &ada] {
        let mut tx = begin(&run.school.app, Act::SitInPanel).await;
        enrol(&mut tx, run.edition.id, who.id(), candidacy).await.unwrap();
        tx.commit().await.unwrap();
    }
    assert_eq!(run.state(ids[0]).await, EnrolmentState::Admitted);
    assert_eq!(run.state(ids[1]).await, EnrolmentState::Waiting);
    let place = enrolment(run.school.app.db.db.reader(), ids[0]).await.unwrap().unwrap();
    assert_eq!(place.candidacy, candidacy);
    // What was written when asking stays.
    let page = run.school.app.as_person(&run.school.trainer).get(&run.person(ids[0])).await;
    page.ok().says("Arriva da una candidatura").says("Anni di gruppo.");
}
