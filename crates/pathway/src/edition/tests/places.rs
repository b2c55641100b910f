//! Stories of places: given while others write, and to who had asked before.

use super::*;
use crate::{course, panel::tests::Circle};

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

#[tokio::test]
async fn who_coordinates_reads_that_somebody_waits_until_an_edition_is_open() {
    let circle = Circle::seated().await;
    let house = &circle.house;
    let wanted = async || {
        let mut all = next_steps(&house.app.db.db, &house.manager.actor()).await.unwrap();
        all.retain(|step| step.key == "edition-step-wanted");
        all.into_iter().map(|step| (step.args, step.href)).collect::<Vec<_>>()
    };
    let one = vec![("number", "1".to_owned())];
    assert!(wanted().await.is_empty());
    let (own, of) = house.sent("Nina", "nina@example.org").await;
    circle.met(&own, &of).await;
    circle.closes(&of, &[]).await.leads_to("/selezione");
    let room = format!("/realta/{}", house.organisation);
    assert_eq!(wanted().await, [(one.clone(), format!("{room}/avvisi"))]);
    let steps = next_steps(&house.app.db.db, &house.manager.actor()).await.unwrap();
    let said = web::ui::Steps::new(&house.app.app.t(Lang::It), steps).to_string();
    assert!(said.contains("Una persona aspetta un corso"), "{said}");
    // The step leads to the editions of the course that the call leads to.
    let mut tx = begin(&house.app, Act::ManageCourses).await;
    let course = course::create_courses(&mut tx, &[course::tests::bare(house.organisation)]).await.unwrap()[0];
    let leads = ::store::sql("UPDATE call SET leads_to = $1").bind(course.uuid());
    leads.run(tx.conn()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(wanted().await, [(one, format!("{room}/corsi/{course}/edizioni"))]);
    // Once one is open, whoever waits reads where to ask.
    let new = NewEdition {
        title: "Primavera".to_owned(),
        starts: "2026-05-01".parse().unwrap(),
        ends: "2026-06-30".parse().unwrap(),
        places: 5,
        venue: "Trento".to_owned(),
        pace: String::new(),
        open: true,
    };
    let mut tx = begin(&house.app, Act::ManageCourses).await;
    create_editions(&mut tx, &[(course, house.organisation, new)]).await.unwrap();
    tx.commit().await.unwrap();
    assert!(wanted().await.is_empty());
}
