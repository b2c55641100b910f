//! Stories of what is told of meetings: reminders, changes, the next one on the start page.

use super::*;

#[tokio::test]
async fn who_has_a_place_is_reminded_once_and_can_say_that_they_cannot_come() {
    let school = School::new().await;
    let lesson = school.lesson("La mia recovery", "2026-03-02T09:30", "3:00").await;
    // Bruno takes a break: he is left in peace.
    let pause = format!("/i-miei-corsi/{}/pausa", school.bruno_in);
    school.app.as_person(&school.bruno).post(&pause, &[("version", "1")]).await.leads_to("/i-miei-corsi/");
    assert_eq!(tend(&school.app.app).await.unwrap(), 1);
    assert_eq!(tend(&school.app.app).await.unwrap(), 0);
    let now = school.app.db.db.env().now();
    let mail = people::facade::mail_to_send(school.app.db.db.reader(), now, 10).await.unwrap();
    assert_eq!(mail.len(), 1);
    let letter = &mail[0].mail;
    let own = format!("/i-miei-corsi/{}/lezioni", school.ada_in);
    assert_eq!(letter.subject, "Domani c’è un incontro");
    assert!(letter.body.contains("Aula grande") && letter.body.contains(&own), "{}", letter.body);
    assert!(!letter.body.contains("recovery"), "{}", letter.body);

    let ada = || school.app.as_person(&school.ada);
    ada().get(&own).await.ok().says("Non posso venire").hides("ap-badge--waiting");
    ada().post(&format!("{own}/{}", lesson.id), &[("away", "1")]).await.leads_to(&own);
    ada().in_lang(Lang::En).get(&own).await.ok().says("You said that you cannot come");
    let stranger = format!("/i-miei-corsi/{}/lezioni/{}", school.bruno_in, lesson.id);
    assert_eq!(ada().post(&stranger, &[("away", "1")]).await.status.as_u16(), 404);
    // Who runs the course reads it before the day, and on the day.
    let one = format!("{}/lezioni/{}", school.room, lesson.id);
    let page = school.app.as_person(&school.keeper).get(&one).await;
    page.ok().says("da un’ora prima dell’inizio").says("ha detto che non può venire");
    school.app.clock.advance(Duration::days(1));
    school.app.as_person(&school.keeper).get(&one).await.ok().says("ha detto che non può venire");
}

#[tokio::test]
async fn another_day_is_another_reminder_and_who_cannot_come_gets_none() {
    let school = School::new().await;
    let lesson = school.lesson("Ascoltare", "2026-03-02T09:30", "3:00").await;
    let away = format!("/i-miei-corsi/{}/lezioni/{}", school.bruno_in, lesson.id);
    school.app.as_person(&school.bruno).post(&away, &[("away", "1")]).await.leads_to("/i-miei-corsi/");
    assert_eq!(tend(&school.app.app).await.unwrap(), 1);
    let form = [
        ("version", "1"),
        ("title", "Ascoltare"),
        ("part", "theory"),
        ("starts", "2026-03-04T09:30"),
        ("minutes", "3:00"),
        ("place", "Aula grande"),
    ];
    let edit = format!("{}/lezioni/{}/modifica", school.room, lesson.id);
    school.app.as_person(&school.keeper).post(&edit, &form).await.leads_to(&school.room);
    assert_eq!(tend(&school.app.app).await.unwrap(), 0);
    school.app.clock.advance(Duration::days(2));
    assert_eq!(tend(&school.app.app).await.unwrap(), 2);
}

#[tokio::test]
async fn who_was_reminded_hears_that_a_meeting_moves_or_is_called_off() {
    let school = School::new().await;
    let off = school.lesson("La mia recovery", "2026-03-02T09:30", "3:00").await;
    let moves = school.lesson("Ascoltare", "2026-03-02T15:30", "2").await;
    assert_eq!(tend(&school.app.app).await.unwrap(), 4);
    // Bruno said meanwhile that he cannot come: the letters are for Ada alone.
    for lesson in [&off, &moves] {
        let away = format!("/i-miei-corsi/{}/lezioni/{}", school.bruno_in, lesson.id);
        school.app.as_person(&school.bruno).post(&away, &[("away", "1")]).await.leads_to("/i-miei-corsi/");
    }
    let keeper = || school.app.as_person(&school.keeper);
    let list = format!("{}/lezioni", school.room);
    let version = off.version.to_string();
    let sure = [("version", version.as_str()), ("sure", "1")];
    keeper().post(&format!("{list}/{}/annulla", off.id), &sure).await.leads_to(&list);
    let version = moves.version.to_string();
    let form = [
        ("version", version.as_str()),
        ("title", "Ascoltare"),
        ("part", "theory"),
        ("starts", "2026-03-05T15:30"),
        ("minutes", "2"),
        ("place", "Aula grande"),
    ];
    let edit = format!("{list}/{}/modifica", moves.id);
    keeper().post(&edit, &form).await.leads_to(&list);
    let now = school.app.db.db.env().now();
    let all = people::facade::mail_to_send(school.app.db.db.reader(), now, 20).await.unwrap();
    let letters = |subject: &str| {
        let of = all.iter().filter(|one| one.mail.subject == subject);
        of.map(|one| one.mail.body.clone()).collect::<Vec<_>>()
    };
    let (off, moved) = (letters("Un incontro è annullato"), letters("Un incontro cambia giorno o ora"));
    assert_eq!((off.len(), moved.len()), (1, 1));
    assert!(
        off[0].contains("Ciao Ada") && off[0].contains("2 marzo 2026") && !off[0].contains("recovery"),
        "{}",
        off[0]
    );
    assert!(moved[0].contains("2 marzo 2026") && moved[0].contains("5 marzo 2026"), "{}", moved[0]);
}

#[tokio::test]
async fn a_trainee_reads_at_the_start_when_and_where_the_next_meeting_is() {
    let school = School::new().await;
    let db = &school.app.db.db;
    assert!(steps(db, &school.ada.actor()).await.unwrap().is_empty());
    school.lesson("Più tardi", "2026-04-01T09:30", "3:00").await;
    let next = school.lesson("Prima", "2026-03-10T09:30", "3:00").await;
    let all = steps(db, &school.ada.actor()).await.unwrap();
    let said = [("when", "2026-03-10T08:30:00+00:00".to_owned()), ("place", "Aula grande".to_owned())];
    assert_eq!((all.len(), all[0].key, &all[0].args[..]), (1, "lesson-step-next", &said[..]));
    // Who cannot come to it reads of the one after.
    let own = format!("/i-miei-corsi/{}/lezioni/{}", school.ada_in, next.id);
    school.app.as_person(&school.ada).post(&own, &[("away", "1")]).await.leads_to("/i-miei-corsi/");
    assert_eq!(steps(db, &school.ada.actor()).await.unwrap()[0].args[0].1, "2026-04-01T07:30:00+00:00");
}
