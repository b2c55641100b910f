//! Stories of the field.

use super::*;
use crate::lesson::{progress, tests::School};
use kernel::Lang;

const HERE: &str = "/affiancamenti";

async fn agree(school: &School, trainee: EnrolmentId, expert: &str, kind: &str) -> PlacementId {
    let page = format!("{}/affiancamenti", school.room);
    let id = trainee.to_string();
    let form = [
        ("trainee", id.as_str()),
        ("kind", kind),
        ("context", "Centro diurno"),
        ("beside", "educatrici"),
        ("expert", expert),
        ("starts", "2026-02-01"),
    ];
    school.app.as_person(&school.keeper).post(&page, &form).await.leads_to(&page);
    store::of_enrolment(school.app.db.db.reader(), trainee).await.unwrap().pop().unwrap().id
}

async fn minutes(school: &School) -> (u32, u32) {
    let done = progress(school.app.db.db.reader(), &[school.ada_in]).await.unwrap();
    (done[&school.ada_in].fieldwork_minutes, done[&school.ada_in].shadowing_minutes)
}

#[tokio::test]
async fn hours_count_when_both_confirmed_them() {
    let school = School::new().await;
    let elena = school.expert("Emma", "2025-01-01").await;
    let guide = elena.id().to_string();
    let stay = agree(&school, school.ada_in, &guide, "shadowing").await;
    let own = format!("/i-miei-corsi/{}/tirocinio", school.ada_in);
    let (ada, expert) = (|| school.app.as_person(&school.ada), || school.app.as_person(&elena));
    ada().get(&own).await.ok().says("Al tuo fianco: Emma").says("Centro diurno").says("educatrici");
    expert().in_lang(Lang::En).get(HERE).await.ok().says("Ada").says("Shadowing");

    // What cannot be taken comes back as typed.
    let write = format!("{own}/{stay}/ore");
    let typed = [("day", "2026-01-15"), ("minutes", "4:00"), ("what", "Il gruppo del lunedì")];
    ada().post(&write, &typed).await.invalid().says("fuori dal periodo").says("Il gruppo del lunedì");
    // A day may be written as people write it.
    let typed = [("day", "16/2/2026"), ("minutes", "4:00"), ("what", "Il gruppo del lunedì")];
    ada().post(&write, &typed).await.leads_to(&own);
    assert_eq!(minutes(&school).await, (0, 0));
    ada().get(&own).await.ok().says("Aspettano la persona esperta");
    let steps = steps(&school.app.db.db, &elena.actor()).await.unwrap();
    assert_eq!(steps[0].key, "fieldwork-step-expert");

    // The expert corrects; now the trainee is asked.
    let stretch = store::beside(school.app.db.db.reader(), elena.id()).await.unwrap().remove(0);
    let one = format!("{HERE}/ore/{}", stretch.id);
    expert().get(&one).await.ok().says("Il gruppo del lunedì");
    let corrected = [("version", "1"), ("day", "2026-02-16"), ("minutes", "3:30")];
    expert().post(&one, &corrected).await.leads_to(HERE);
    assert_eq!(minutes(&school).await, (0, 0));
    // Ada confirms what she no longer sees: she is told so, and nothing counts.
    let confirm = format!("{own}/ore/{}/conferma", stretch.id);
    assert_eq!(ada().post(&confirm, &[("version", "1")]).await.status.as_u16(), 409);
    ada().get(&own).await.ok().says("Aspettano te").says("3 ore e 30 minuti");
    ada().post(&confirm, &[("version", "2")]).await.leads_to(&own);
    ada().post(&confirm, &[("version", "2")]).await.leads_to(&own);
    assert_eq!(minutes(&school).await, (210, 210));
    // What both confirmed is not changed by one of them.
    let again = expert().post(&one, &[("version", "3"), ("day", "2026-02-16"), ("minutes", "9:00")]).await;
    assert_eq!(again.status.as_u16(), 409);
    assert_eq!(expert().get(&one).await.status.as_u16(), 409);
    assert_eq!(expert().post(&format!("{one}/togli"), &[("version", "3")]).await.status.as_u16(), 409);
    assert_eq!(minutes(&school).await, (210, 210));
    let page = school.app.as_person(&school.keeper).get(&format!("{}/affiancamenti", school.room)).await;
    page.ok().says("3 ore e 30 minuti").says("Persona esperta attiva").says("Oggi è così").says("Bruno");
}

#[tokio::test]
async fn the_expert_may_write_first_and_an_internship_is_not_shadowing() {
    let school = School::new().await;
    let emma = school.expert("Emma", "2025-01-01").await;
    let stay = agree(&school, school.ada_in, &emma.id().to_string(), "internship").await;
    let typed = [("day", "2026-02-20"), ("minutes", "1:30")];
    school.app.as_person(&emma).post(&format!("{HERE}/{stay}/ore"), &[("minutes", "1:30")]).await.invalid();
    school.app.as_person(&emma).post(&format!("{HERE}/{stay}/ore"), &typed).await.leads_to(HERE);
    let stretch = store::stretches(school.app.db.db.reader(), school.ada_in).await.unwrap().remove(0);
    let own = format!("/i-miei-corsi/{}/tirocinio", school.ada_in);
    let confirm = format!("{own}/ore/{}/conferma", stretch.id);
    school.app.as_person(&school.ada).post(&confirm, &[("version", "1")]).await.leads_to(&own);
    assert_eq!(minutes(&school).await, (90, 0));
}

#[tokio::test]
async fn the_sum_of_a_stay_holds_all_its_hours_however_many_an_expert_has() {
    let school = School::new().await;
    let emma = school.expert("Emma", "2025-01-01").await;
    let guide = emma.id().to_string();
    let first = agree(&school, school.ada_in, &guide, "shadowing").await;
    let second = agree(&school, school.bruno_in, &guide, "internship").await;
    let day = |text: &str| text.parse().unwrap();
    let early = NewStretch { day: day("2026-02-02"), minutes: 90, what: None };
    let late = NewStretch { day: day("2026-02-20"), minutes: 60, what: None };
    let mut tx = crate::lesson::tests::begin(&school.app, Act::ManageCourses).await;
    add_confirmed_hours(&mut tx, &[(first, early)]).await.unwrap();
    add_confirmed_hours(&mut tx, &vec![(second, late); 210]).await.unwrap();
    tx.commit().await.unwrap();
    let sum = |length: &str| format!("Confermate da entrambi: {length}");
    let page = school.app.as_person(&emma).get(HERE).await;
    page.ok().says(&sum("1 ora e 30 minuti")).says(&sum("210 ore"));
}

#[tokio::test]
async fn nobody_else_has_a_hand_in_it() {
    let school = School::new().await;
    let (emma, olga) = (school.expert("Emma", "2025-01-01").await, school.expert("Olga", "2025-01-01").await);
    let stay = agree(&school, school.ada_in, &emma.id().to_string(), "shadowing").await;
    let own = format!("/i-miei-corsi/{}/tirocinio", school.ada_in);
    let typed = [("day", "2026-02-20"), ("minutes", "1:30")];
    school.app.as_person(&school.ada).post(&format!("{own}/{stay}/ore"), &typed).await.leads_to(&own);
    let stretch = store::stretches(school.app.db.db.reader(), school.ada_in).await.unwrap().remove(0);
    let one = format!("{HERE}/ore/{}", stretch.id);
    let olga = || school.app.as_person(&olga);
    assert_eq!(olga().post(&format!("{one}/conferma"), &[("version", "1")]).await.status.as_u16(), 404);
    assert_eq!(olga().post(&format!("{HERE}/{stay}/ore"), &typed).await.status.as_u16(), 404);
    olga().get(HERE).await.ok().says("Ora non affianchi nessuno");
    assert_eq!(school.app.as_person(&school.bruno).get(&own).await.status.as_u16(), 404);
    // A trainee's stay with an expert who is not active here cannot be agreed on.
    let page = format!("{}/affiancamenti", school.room);
    let (trainee, stranger) = (school.bruno_in.to_string(), school.keeper.id().to_string());
    let form = [
        ("trainee", trainee.as_str()),
        ("kind", "shadowing"),
        ("context", "Gruppo"),
        ("expert", stranger.as_str()),
        ("starts", "2026-02-01"),
    ];
    school.app.as_person(&school.keeper).post(&page, &form).await.invalid().says("Gruppo");
}

#[tokio::test]
async fn who_works_there_no_longer_reads_no_names_of_trainees() {
    let school = School::new().await;
    let emma = school.expert("Emma", "2025-01-01").await;
    let stay = agree(&school, school.ada_in, &emma.id().to_string(), "shadowing").await;
    let own = format!("/i-miei-corsi/{}/tirocinio", school.ada_in);
    let typed = [("day", "2026-02-20"), ("minutes", "1:30")];
    school.app.as_person(&school.ada).post(&format!("{own}/{stay}/ore"), &typed).await.leads_to(&own);
    let db = &school.app.db.db;
    school.app.as_person(&emma).get(HERE).await.ok().says("Ada");
    assert_eq!(steps(db, &emma.actor()).await.unwrap()[0].args, [("number", "1".to_owned())]);
    let elsewhere = access::Scope::Organisation(db.env().id());
    let gone = testkit::Who::new(emma.id(), "Emma").role(access::Role::Expert, elsewhere);
    school.app.as_person(&gone).get(HERE).await.ok().says("Ora non affianchi nessuno").hides("Ada");
    assert!(steps(db, &gone.actor()).await.unwrap().is_empty());
}

#[tokio::test]
async fn every_trainee_in_the_field_needs_an_active_expert() {
    let school = School::new().await;
    let emma = school.expert("Emma", "2025-01-01").await;
    let conn = school.app.db.db.reader();
    let organisations = [school.organisation];
    let known = async || {
        let today = school.app.db.db.env().today();
        let all = facts(conn, &organisations, today).await.unwrap();
        all.get(&school.organisation).and_then(|courses| courses.get(&school.course)).copied()
    };
    assert_eq!(known().await, None);
    agree(&school, school.ada_in, &emma.id().to_string(), "shadowing").await;
    let page = format!("{}/affiancamenti", school.room);
    let open = agree(&school, school.bruno_in, "", "internship").await;
    let field = known().await.unwrap();
    assert_eq!((field.trainees, field.shadowing), (2, 1));
    school.app.as_person(&school.keeper).get(&page).await.ok().says("A qualcuno manca ancora");
    let one = format!("{page}/{open}");
    school.app.as_person(&school.keeper).get(&one).await.ok().says("Bruno");
    let guide = emma.id().to_string();
    let form = [
        ("version", "1"),
        ("kind", "internship"),
        ("context", "Gruppo"),
        ("expert", guide.as_str()),
        ("starts", "2026-02-01"),
    ];
    school.app.as_person(&school.keeper).post(&one, &form).await.leads_to(&page);
    let second = school.app.as_person(&school.keeper).post(&one, &form).await;
    assert_eq!(second.status.as_u16(), 409);
    let field = known().await.unwrap();
    assert_eq!((field.trainees, field.shadowing), (2, 2));
}

#[tokio::test]
async fn an_expert_who_leaves_takes_the_name_along_and_the_hours_stay() {
    let school = School::new().await;
    let emma = school.expert("Emma", "2025-01-01").await;
    let stay = agree(&school, school.ada_in, &emma.id().to_string(), "shadowing").await;
    let mut tx = crate::lesson::tests::begin(&school.app, Act::ManageCourses).await;
    let said = NewStretch { day: "2026-02-10".parse().unwrap(), minutes: 120, what: None };
    add_confirmed_hours(&mut tx, &[(stay, said)]).await.unwrap();
    tx.commit().await.unwrap();
    let app = &school.app.app;
    let held = people::facade::export_person(app, school.ada.id()).await.unwrap().unwrap();
    assert_eq!(held["fieldwork"]["as_trainee"][0]["minutes"], 120);
    let mut tx = crate::lesson::tests::begin(&school.app, Act::ManageAccounts).await;
    people::facade::erase_person(&mut tx, app.holdings(), emma.id()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(minutes(&school).await, (120, 120));
    let own = format!("/i-miei-corsi/{}/tirocinio", school.ada_in);
    school.app.as_person(&school.ada).get(&own).await.ok().hides("Emma").says("Stiamo cercando");
}

#[tokio::test]
async fn of_several_stays_the_one_that_waits_stands_open() {
    let school = School::new().await;
    let emma = school.expert("Emma", "2025-01-01").await;
    let guide = emma.id().to_string();
    let stay = agree(&school, school.ada_in, &guide, "shadowing").await;
    let open = async || {
        let page = school.app.as_person(&emma).get(HERE).await;
        (page.ok().text().matches("<details open").count(), page.text().matches("Scrivi delle ore<span").count())
    };
    assert_eq!(open().await, (1, 1), "the only one stands open");
    agree(&school, school.bruno_in, &guide, "internship").await;
    assert_eq!(open().await, (0, 2));
    let write = format!("/i-miei-corsi/{}/tirocinio/{stay}/ore", school.ada_in);
    let typed = [("day", "2026-02-16"), ("minutes", "4")];
    school.app.as_person(&school.ada).post(&write, &typed).await.leads_to("/i-miei-corsi/");
    assert_eq!(open().await, (1, 2));
    let wrong = format!("{HERE}/{stay}/ore");
    let page = school.app.as_person(&emma).post(&wrong, &[("minutes", "90")]).await;
    assert_eq!(page.invalid().text().matches("<details open").count(), 1);
}

#[tokio::test]
async fn stays_that_are_over_are_folded_away_until_something_is_to_do_in_them() {
    let school = School::new().await;
    let emma = school.expert("Emma", "2025-01-01").await;
    let guide = emma.id().to_string();
    let over = agree(&school, school.ada_in, &guide, "shadowing").await;
    agree(&school, school.bruno_in, &guide, "internship").await;
    let list = format!("{}/affiancamenti", school.room);
    let form = [
        ("version", "1"),
        ("kind", "shadowing"),
        ("context", "Centro diurno"),
        ("expert", guide.as_str()),
        ("starts", "2026-02-01"),
        ("ends", "2026-02-20"),
    ];
    school.app.as_person(&school.keeper).post(&format!("{list}/{over}"), &form).await.leads_to(&list);
    let here = async || school.app.as_person(&emma).get(HERE).await;
    let page = here().await;
    let text = page.ok().says("Un periodo concluso").text();
    let at = |words: &str| text.find(words).unwrap();
    assert!(at("Bruno") < at("Un periodo concluso") && at("Un periodo concluso") < at("Affianchi Ada"));
    // Hours that wait for the expert bring it back.
    let write = format!("/i-miei-corsi/{}/tirocinio/{over}/ore", school.ada_in);
    let typed = [("day", "2026-02-16"), ("minutes", "4")];
    school.app.as_person(&school.ada).post(&write, &typed).await.leads_to("/i-miei-corsi/");
    here().await.ok().says("Affianchi Ada").hides("Un periodo concluso");
}
