//! Stories of outcomes: whatever the way, it goes on.

use super::*;
use crate::{
    candidacy::{Stage, tests::field},
    course,
    edition::{EnrolmentState, NewEdition, NewEnrolment},
    panel::tests::Circle,
};
use axum::http::StatusCode;
use charter::{
    RuleId, State, evaluate,
    facts::{Facts, Kind},
};
use kernel::{CourseId, EnrolmentId, Lang};

const TRAINING: [(&str, &str); 4] = [
    ("kind", "training"),
    ("reasons", "Sai stare accanto alle persone."),
    ("conversation", "2026-03-20T10:00"),
    ("conversation_at", "In sede"),
];

/// What the Charter says of a rule, from what selection reports.
async fn says(circle: &Circle, rule: RuleId) -> State {
    let of: OrganisationId = circle.house.organisation;
    let today = circle.house.app.app.env().today();
    let (panels, calls, candidacies) = facts(circle.conn(), &[of], today).await.unwrap().remove(&of).unwrap();
    let facts = Facts::about(Kind::Association).with(&panels).with(&calls).with(&candidacies);
    let charter = consensus::facade::charter_in_force(circle.conn()).await.unwrap().unwrap().charter;
    let findings = evaluate(&charter, &facts, today);
    findings.into_iter().find(|finding| finding.rule == rule).unwrap().state
}

impl Circle {
    /// Closes as Ada does, with these fields over the usual ones.
    pub(crate) async fn closes(&self, of: &Candidacy, more: &[(&str, &str)]) -> testkit::Page {
        let at = format!("/selezione/{}/esito", of.id);
        let asks = self.house.app.as_person(&self.ada);
        let version = field(&asks.get(&at).await, "version");
        let mut typed: Vec<(&str, &str)> = TRAINING.to_vec();
        typed.retain(|(name, _)| !more.iter().any(|(other, _)| other == name));
        typed.extend(more);
        typed.push(("version", &version));
        asks.post(&at, &typed).await
    }
    /// Opens an edition of a course to which the call now leads.
    async fn opens_a_course(&self) -> CourseId {
        let house = &self.house;
        let mut tx = crate::call::tests::begin(&house.app, Act::ManageCourses).await;
        let course = course::create_courses(&mut tx, &[course::tests::bare(house.organisation)]).await.unwrap()[0];
        let today = tx.env().today();
        let run = NewEdition {
            title: "Primavera".to_owned(),
            starts: today + Duration::days(10),
            ends: today + Duration::days(90),
            places: 10,
            venue: "Trento".to_owned(),
            pace: String::new(),
            open: true,
        };
        edition::create_editions(&mut tx, &[(course, house.organisation, run)]).await.unwrap();
        ::store::sql("UPDATE call SET leads_to = $1 WHERE id = $2")
            .bind(course.uuid())
            .bind(house.call.uuid())
            .run(tx.conn())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        course
    }
    /// Somebody had a place in the course, and left it.
    async fn had_a_place(&self, course: CourseId, person: PersonId) -> EnrolmentId {
        let mut tx = crate::call::tests::begin(&self.house.app, Act::ManageCourses).await;
        let run = edition::of_course(tx.conn(), course).await.unwrap().remove(0);
        let left = NewEnrolment {
            edition: run.id,
            person,
            candidacy: None,
            state: EnrolmentState::Left,
            asked_at: tx.env().now(),
            belonging: None,
            group_offered_on: None,
        };
        let places = edition::create_enrolments(&mut tx, &[left]).await.unwrap();
        tx.commit().await.unwrap();
        places[0]
    }
}

#[tokio::test]
async fn a_closing_has_reasons_a_conversation_and_a_way_to_apply_again() {
    let circle = Circle::seated().await;
    let house = &circle.house;
    let (own, of) = house.sent("Nina", "nina@example.org").await;
    assert_eq!(says(&circle, RuleId::I1).await, State::Met);
    assert_eq!(says(&circle, RuleId::I2).await, State::Met);
    assert_eq!(says(&circle, RuleId::I4).await, State::NotApplicable);
    // Without a meeting one can only say that there are no places.
    let at = format!("/selezione/{}/esito", of.id);
    house.app.as_person(&circle.ada).get(&at).await.ok().says("Non vi siete ancora incontrati");
    circle.closes(&of, &[]).await.invalid().says("Prima incontratevi").says("Sai stare accanto alle persone.");
    circle.met(&own, &of).await;
    house.app.as_person(&circle.ada).in_lang(Lang::En).get(&at).await.ok().says("Tell Nina what happens next");
    circle.closes(&of, &[("reasons", " "), ("conversation", "")]).await.invalid().says("Scrivi qualcosa");
    circle.closes(&of, &[]).await.leads_to("/selezione");
    assert_eq!(circle.now(&of).await.outcome, Some(OutcomeKind::Training));
    let sealed: Vec<u8> = ::store::sql("SELECT reasons FROM outcome").value(circle.conn()).await.unwrap().unwrap();
    assert!(!String::from_utf8_lossy(&sealed).contains("accanto"));

    let nina = || house.app.as_visitor();
    let page = nina().get(&own).await;
    page.ok()
        .says("Inizia la formazione")
        .says("Sai stare accanto alle persone.")
        .says("20 marzo 2026, 10:00, In sede");
    nina().in_lang(Lang::En).get(&own).await.ok().says("The training begins").says("Yes, I will come");
    nina().post(&format!("{own}/colloquio"), &[("version", "1"), ("answer", "yes")]).await.leads_to(&own);
    nina().get(&own).await.ok().says("Hai detto di sì");
    let theirs = format!("/selezione/{}", of.id);
    house.app.as_person(&circle.paolo).get(&theirs).await.ok().says("La persona viene volentieri");
    house.app.as_person(&circle.paolo).in_lang(Lang::En).get(&theirs).await.ok().says("The person will come");
    assert_eq!(says(&circle, RuleId::I4).await, State::Met);
    // A second answer is not given.
    house.app.as_person(&circle.paolo).post(&at, &TRAINING).await.invalid().says("ha già una risposta");
}

#[tokio::test]
async fn in_a_panel_at_work_those_count_who_still_work_there() {
    let circle = Circle::seated().await;
    let house = &circle.house;
    let (own, of) = house.sent("Nina", "nina@example.org").await;
    circle.met(&own, &of).await;
    assert_eq!(says(&circle, RuleId::I1).await, State::Met);
    circle.leaves(&circle.ada).await;
    assert_eq!(says(&circle, RuleId::I1).await, State::NotMet);
    // Nobody answers alone, and the page of the group says what is missing.
    let at = format!("/selezione/{}/esito", of.id);
    let paolo = || house.app.as_person(&circle.paolo);
    paolo().get(&at).await.invalid().says("Nel gruppo manca una persona esperta");
    paolo().post(&at, &TRAINING).await.invalid().says("Nel gruppo manca una persona esperta");
    paolo().get("/selezione").await.ok().says("manca una delle due parti");
    let group = house.app.as_person(&house.manager).get(&circle.group()).await;
    group.ok().says("Ora nel gruppo: 0 per esperienza, 1 per studio e lavoro").says("Non rispettato");
    circle.seat(&[&circle.eva, &circle.paolo]).await;
    assert_eq!(says(&circle, RuleId::I1).await, State::Met);
    paolo().get(&at).await.ok();
}

#[tokio::test]
async fn what_a_joint_panel_answered_stays_so_when_a_member_leaves() {
    let circle = Circle::seated().await;
    let house = &circle.house;
    let (own, of) = house.sent("Nina", "nina@example.org").await;
    circle.met(&own, &of).await;
    circle.closes(&of, &[]).await.leads_to("/selezione");
    // The call is over and nobody waits: the work of this panel is done.
    house.app.clock.advance(Duration::days(40));
    circle.leaves(&circle.ada).await;
    assert_eq!(says(&circle, RuleId::I1).await, State::Met);
    let page = house.app.as_person(&circle.paolo).get(&format!("/selezione/{}", of.id)).await;
    page.ok().says("Ada");
}

#[tokio::test]
async fn a_candidacy_that_led_to_training_goes_a_year_after_the_training() {
    let circle = Circle::seated().await;
    let house = &circle.house;
    let (own, of) = house.sent("Nina", "nina@example.org").await;
    circle.met(&own, &of).await;
    circle.opens_a_course().await;
    circle.closes(&of, &[]).await.leads_to("/selezione");
    let counted = "candidacy WHERE kept_from IS NOT NULL";
    // While she trains, nothing is counted.
    house.app.clock.advance(Duration::days(200));
    candidacy::tend(&house.app.app).await.unwrap();
    assert_eq!((house.count("candidacy").await, house.count(counted).await), (1, 0));
    let place = edition::of_person(circle.conn(), of.person.unwrap()).await.unwrap().remove(0).enrolment;
    let mut tx = crate::call::tests::begin(&house.app, Act::ManageCourses).await;
    edition::complete(&mut tx, &place).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(house.count(counted).await, 1);
    house.app.clock.advance(Duration::days(300));
    candidacy::tend(&house.app.app).await.unwrap();
    assert_eq!(house.count("candidacy").await, 1);
    house.app.clock.advance(Duration::days(65));
    candidacy::tend(&house.app.app).await.unwrap();
    assert_eq!(house.count("candidacy").await, 0);
    // She came to the end of a course: she stays on record with it.
    assert_eq!(house.count("person WHERE display_name = 'Nina'").await, 1);
}

#[tokio::test]
async fn a_candidacy_whose_training_never_began_goes_a_year_after_its_closing() {
    let circle = Circle::seated().await;
    let house = &circle.house;
    let (own, of) = house.sent("Nina", "nina@example.org").await;
    circle.met(&own, &of).await;
    circle.closes(&of, &[]).await.leads_to("/selezione");
    house.app.clock.advance(Duration::days(181));
    candidacy::tend(&house.app.app).await.unwrap();
    assert_eq!(house.count("candidacy WHERE kept_from = closed_at").await, 1);
    house.app.clock.advance(Duration::days(184));
    candidacy::tend(&house.app.app).await.unwrap();
    assert_eq!((house.count("candidacy").await, house.count("person WHERE display_name = 'Nina'").await), (0, 0));
}

#[tokio::test]
async fn a_candidacy_that_led_to_a_waiting_list_goes_a_year_after_that_led_nowhere() {
    let circle = Circle::seated().await;
    let house = &circle.house;
    let (own, of) = house.sent("Nina", "nina@example.org").await;
    circle.met(&own, &of).await;
    circle.opens_a_course().await;
    circle.closes(&of, &[]).await.leads_to("/selezione");
    let tx = crate::call::tests::begin(&house.app, Act::ManageCourses).await;
    ::store::sql("UPDATE enrolment SET state = 'waiting'").run(tx.conn()).await.unwrap();
    tx.commit().await.unwrap();
    let counted = "candidacy WHERE kept_from IS NOT NULL";
    // The edition ends after 90 days; half a year later she waits for nothing any more.
    house.app.clock.advance(Duration::days(270));
    candidacy::tend(&house.app.app).await.unwrap();
    assert_eq!((house.count("candidacy").await, house.count(counted).await), (1, 0));
    house.app.clock.advance(Duration::days(1));
    candidacy::tend(&house.app.app).await.unwrap();
    assert_eq!(house.count(counted).await, 1);
    house.app.clock.advance(Duration::days(365));
    candidacy::tend(&house.app.app).await.unwrap();
    assert_eq!((house.count("candidacy").await, house.count("person WHERE display_name = 'Nina'").await), (0, 0));
}

#[tokio::test]
async fn where_no_edition_is_open_the_coordinator_is_told_and_the_candidate_reads_whom_to_ask() {
    let circle = Circle::seated().await;
    let house = &circle.house;
    // The coordinator holds the role on record: letters go to who stands there.
    let mut tx = crate::call::tests::begin(&house.app, Act::ManageAccounts).await;
    let since = kernel::Period::since(tx.env().today());
    let scope = access::Scope::Organisation(house.organisation);
    let role = access::Role::OrganisationManager;
    people::facade::give_role(&mut tx, house.manager.id(), role, scope, since).await.unwrap();
    tx.commit().await.unwrap();
    let (own, of) = house.sent("Nina", "nina@example.org").await;
    circle.met(&own, &of).await;
    circle.closes(&of, &[]).await.leads_to("/selezione");
    let told = "mail WHERE subject = 'Alla pari: una persona aspetta un corso'";
    assert_eq!(house.count(told).await, 1);
    let body: String = ::store::sql(format!("SELECT body FROM {told}")).value(circle.conn()).await.unwrap().unwrap();
    assert!(body.contains("20 marzo 2026, 10:00") && !body.contains("Nina"), "{body}");
    let nina = || house.app.as_visitor();
    let page = nina().get(&own).await;
    page.ok()
        .says("Ora nessun corso è aperto")
        .says("Il 20 marzo 2026, 10:00 potete parlarne")
        .hides("lo sa e ti scrive");
    page.says("i contatti di Casa dei Pari").says("Lo abbiamo detto a chi coordina");
    nina().in_lang(Lang::En).get(&own).await.ok().says("No course is open now");
    // Once that day is over there is still whom to ask.
    house.app.clock.advance(Duration::days(20));
    nina().get(&own).await.ok().says("puoi chiederlo qui").says(&house.href);
    // Once an edition is open, they read where to ask for a place.
    let course = circle.opens_a_course().await;
    nina()
        .get(&own)
        .await
        .ok()
        .says("Ora puoi chiedere un posto")
        .says(&format!("/corsi/{course}"))
        .hides("puoi chiederlo qui");
    nina().in_lang(Lang::En).get(&own).await.ok().says("You can ask for a place now").says("Go to the course");
    let old = circle.had_a_place(course, of.person.unwrap()).await;
    assert!(edition::enrolment(circle.conn(), old).await.unwrap().is_some());
    nina().get(&own).await.ok().says("Ora puoi chiedere un posto");
}

#[tokio::test]
async fn a_step_of_preparation_has_a_companion_and_a_day() {
    let circle = Circle::seated().await;
    let house = &circle.house;
    let (own, of) = house.sent("Nina", "nina@example.org").await;
    circle.met(&own, &of).await;
    circle.closes(&of, &[("kind", "preparation")]).await.invalid().says("Scegli una delle voci");
    let eva = circle.eva.id().to_string();
    let more = [
        ("kind", "preparation"),
        ("companion", eva.as_str()),
        ("meet_again_on", "2026-05-04"),
        ("steps", "Il gruppo del lunedì, insieme"),
    ];
    circle.closes(&of, &more).await.leads_to("/selezione");
    let page = house.app.as_visitor().get(&own).await;
    page.ok().says("Eva ti accompagna. Vi rivedete il 4 maggio 2026").says("Il gruppo del lunedì, insieme");
    let eva = || house.app.as_person(&circle.eva);
    eva().get("/selezione/accompagno").await.ok().says("Nina").says("4 maggio 2026").hides("Sai stare accanto");
    eva().in_lang(Lang::En).get("/selezione/accompagno").await.ok().says("4 May 2026");
    // Who accompanies reads nothing of the candidacy itself.
    eva().get(&format!("/selezione/{}", of.id)).await.is(StatusCode::NOT_FOUND);
    house.app.clock.advance(Duration::days(50));
    assert_eq!(tend(&house.app.app).await.unwrap(), 1);
    assert_eq!(tend(&house.app.app).await.unwrap(), 0);
    // Nina and Eva.
    assert_eq!(house.count("mail WHERE subject LIKE 'Tra poco%'").await, 2);
}

#[tokio::test]
async fn the_start_page_says_that_an_answer_is_to_be_written_and_then_to_be_read() {
    let circle = Circle::seated().await;
    let house = &circle.house;
    let (own, of) = house.sent("Nina", "nina@example.org").await;
    circle.met(&own, &of).await;
    let db = &house.app.db.db;
    let ada = circle.ada.actor();
    let keys = |steps: Vec<NextStep>| steps.into_iter().map(|step| (step.key, step.href)).collect::<Vec<_>>();
    let work = ("panel-step-work", "/selezione".to_owned());
    assert_eq!(keys(panel::next_steps(db, &ada).await.unwrap()), [work]);
    let note = [("version", "0"), ("free", "Una nota")];
    house.app.as_person(&circle.ada).post(&format!("/selezione/{}/note", of.id), &note).await.leads_to("/selezione");
    let read = [("version", "1"), ("remark", "")];
    house.app.as_visitor().post(&format!("{own}/note"), &read).await.leads_to(&own);
    let answer = ("panel-step-answer", format!("/selezione/{}/esito", of.id));
    assert_eq!(keys(panel::next_steps(db, &ada).await.unwrap()), [answer]);

    let nina = testkit::Who::new(of.person.unwrap(), "Nina");
    assert!(next_steps(db, &nina.actor()).await.unwrap().is_empty());
    circle.closes(&of, &[]).await.leads_to("/selezione");
    assert!(panel::next_steps(db, &ada).await.unwrap().is_empty());
    let to_read = ("outcome-step-read", format!("/candidature/{}", of.id));
    assert_eq!(keys(next_steps(db, &nina.actor()).await.unwrap()), [to_read]);
    let said = [("version", "1"), ("answer", "no")];
    house.app.as_visitor().post(&format!("{own}/colloquio"), &said).await.leads_to(&own);
    assert!(next_steps(db, &nina.actor()).await.unwrap().is_empty());
}

#[tokio::test]
async fn two_members_close_at_once_and_one_answer_is_given() {
    let circle = Circle::seated().await;
    let (own, of) = circle.house.sent("Nina", "nina@example.org").await;
    circle.met(&own, &of).await;
    let (one, two) = tokio::join!(circle.closes(&of, &[]), circle.closes(&of, &[("kind", "no-place")]));
    let won = [&one, &two].iter().filter(|page| page.status == StatusCode::SEE_OTHER).count();
    assert_eq!((won, circle.house.count("outcome").await), (1, 1));
    assert_eq!(circle.now(&of).await.stage, Stage::Closed);
}

#[tokio::test]
async fn an_erased_person_leaves_the_days_and_not_a_word() {
    let circle = Circle::seated().await;
    let house = &circle.house;
    let (own, of) = house.sent("Nina", "nina@example.org").await;
    circle.met(&own, &of).await;
    let note = [("version", "0"), ("free", "Una nota")];
    house.app.as_person(&circle.ada).post(&format!("/selezione/{}/note", of.id), &note).await.leads_to("/selezione");
    circle.closes(&of, &[]).await.leads_to("/selezione");
    let mut tx = crate::call::tests::begin(&house.app, Act::UseOwnAccount).await;
    people::facade::erase_person(&mut tx, house.app.app.holdings(), of.person.unwrap()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!((house.count("interview").await, house.count("note").await), (0, 0));
    assert_eq!(house.count("outcome WHERE person IS NULL AND reasons IS NULL AND closed_on IS NOT NULL").await, 1);
    assert_eq!(says(&circle, RuleId::I4).await, State::Met);
}
