//! What the path reports reaches the Charter.

use super::*;
use crate::lesson::tests::{School, begin};
use access::Act;
use charter::{RuleId, State};
use continuing::{Audience, NewOffer};
use fieldwork::{Kind, NewPlacement};

async fn state(school: &School, rule: RuleId) -> State {
    report_all(&school.app.db.db).await.unwrap();
    says(school, rule).await
}

/// What the Charter says of what was reported last.
async fn says(school: &School, rule: RuleId) -> State {
    let db = &school.app.db.db;
    let mut tx = begin(&school.app, Act::ManageCharter).await;
    network::facade::recheck(&mut tx, school.organisation, db.env().today()).await.unwrap();
    tx.commit().await.unwrap();
    let findings = network::facade::findings_of(db.reader(), school.organisation).await.unwrap();
    findings.iter().find(|finding| finding.rule == rule).unwrap().state
}

fn offer(minutes: u32) -> NewOffer {
    NewOffer {
        topic: "Ascolto".to_owned(),
        about: None,
        starts: "2026-02-10T09:00:00Z".parse().unwrap(),
        minutes,
        place: Some("Qui".to_owned()),
        link: None,
        team: None,
        audience: Audience::Everyone,
        invited: Vec::new(),
    }
}

#[tokio::test]
async fn records_of_the_path_are_what_the_charter_reads() {
    let school = School::new().await;
    let mut tx = begin(&school.app, Act::ManageCharter).await;
    consensus::facade::install_first_charter(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let emma = school.expert("Emma", "2024-01-01").await;
    assert_eq!(state(&school, RuleId::I9).await, State::NotKnown);
    let mut tx = begin(&school.app, Act::ManageCourses).await;
    continuing::add_offers(&mut tx, &[(school.organisation, offer(360))]).await.unwrap();
    let stay = NewPlacement {
        enrolment: school.ada_in,
        kind: Kind::Shadowing,
        context: "Gruppo".to_owned(),
        beside: None,
        expert: None,
        starts: "2026-02-01".parse().unwrap(),
        ends: None,
    };
    fieldwork::add_placements(&mut tx, std::slice::from_ref(&stay)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(state(&school, RuleId::I9).await, State::NotMet);
    assert_eq!(state(&school, RuleId::I8).await, State::NotMet);
    let mut tx = begin(&school.app, Act::ManageCourses).await;
    continuing::add_offers(&mut tx, &[(school.organisation, offer(360))]).await.unwrap();
    fieldwork::add_placements(&mut tx, &[NewPlacement { expert: Some(emma.id()), ..stay }]).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(state(&school, RuleId::I9).await, State::Met);
    assert_eq!(state(&school, RuleId::I8).await, State::Met);
}

#[tokio::test]
async fn a_report_never_writes_what_was_true_before_another_change() {
    let school = School::new().await;
    let mut tx = begin(&school.app, Act::ManageCharter).await;
    consensus::facade::install_first_charter(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    school.expert("Emma", "2024-01-01").await;
    let (db, ids) = (&school.app.db.db, [school.organisation]);
    report(db, &ids).await.unwrap();
    let mut other = begin(&school.app, Act::ManageCourses).await;
    continuing::add_offers(&mut other, &[(school.organisation, offer(720))]).await.unwrap();
    let known = gathered(other.conn(), &ids, db.env().today()).await.unwrap();
    keep_facts(&mut other, "pathway", &known).await.unwrap();
    let commit = async {
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        other.commit().await.unwrap();
    };
    let (reported, ()) = tokio::join!(report(db, &ids), commit);
    reported.unwrap();
    assert_eq!(says(&school, RuleId::I9).await, State::Met);
}
