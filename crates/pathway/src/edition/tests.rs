//! Stories of editions: asking, the last place, waiting, a break, leaving.

mod places;

use super::*;
use crate::{
    call::tests::{begin, put_on_record},
    course::tests::School,
};
use access::Scope;
use axum::http::StatusCode;
use kernel::Lang;
use testkit::Who;

/// A school with an edition that runs from April to June.
struct Run {
    school: School,
    edition: Edition,
    base: String,
}

impl Run {
    async fn with(places: u32) -> Run {
        let school = School::new().await;
        let course = school.course().await;
        let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
        let new = NewEdition {
            title: "Primavera 2026".to_owned(),
            starts: day(4, 1),
            ends: day(6, 30),
            places,
            venue: "Casa dei Pari, Trento".to_owned(),
            pace: "Il mercoledì mattina.".to_owned(),
            open: true,
        };
        let mut tx = begin(&school.app, Act::ManageCourses).await;
        let ids = create_editions(&mut tx, &[(course, school.organisation, new)]).await.unwrap();
        tx.commit().await.unwrap();
        let edition = by_id(school.app.db.db.reader(), ids[0]).await.unwrap().unwrap();
        let base = format!("{}/corsi/{course}/edizioni/{}", school.href, edition.id);
        Run { school, edition, base }
    }
    async fn somebody(&self, name: &str) -> Who {
        let who = self.school.app.person(name);
        let email = format!("{}@example.org", name.to_lowercase());
        put_on_record(&self.school.app, &who, name, Some(&email)).await;
        who
    }
    /// Asks to take part; says which place that is.
    async fn asks(&self, who: &Who, belonging: &str) -> EnrolmentId {
        let fields = [("own_path", "1"), ("path", "Anni di gruppo."), ("belonging", belonging), ("wish", "Poche ore.")];
        let path = format!("/corsi/{}/edizioni/{}", self.edition.course, self.edition.id);
        let page = self.school.app.as_person(who).post(&path, &fields).await;
        page.leads_to("/i-miei-corsi/");
        page.location().rsplit('/').next().unwrap().parse().unwrap()
    }
    fn person(&self, enrolment: EnrolmentId) -> String {
        format!("{}/persone/{enrolment}", self.base)
    }
    async fn admits(&self, enrolment: EnrolmentId) {
        let page = self.person(enrolment);
        let form = [("version", "1"), ("turn", "admitted")];
        self.school.app.as_person(&self.school.trainer).post(&page, &form).await.leads_to(&page);
    }
    async fn state(&self, id: EnrolmentId) -> EnrolmentState {
        enrolment(self.school.app.db.db.reader(), id).await.unwrap().unwrap().state
    }
    async fn mails(&self) -> Vec<String> {
        let (lines, _) = people::facade::outbox(self.school.app.db.db.reader(), 1).await.unwrap();
        lines.into_iter().map(|line| line.subject).collect()
    }
}

#[tokio::test]
async fn one_asks_with_their_own_word_and_is_admitted() {
    let run = Run::with(2).await;
    let ada = run.somebody("Ada").await;
    let asks = || run.school.app.as_person(&ada);
    let path = format!("/corsi/{}/edizioni/{}", run.edition.course, run.edition.id);
    run.school.app.as_visitor().get(&path).await.leads_to("/accedi");
    run.school
        .app
        .as_visitor()
        .get(&format!("/corsi/{}", run.edition.course))
        .await
        .ok()
        .says("Ci sono 2 posti liberi");
    asks().get(&path).await.ok().says("Basta la tua parola").says("nessuno chiede diagnosi");
    asks().in_lang(Lang::En).get(&path).await.ok().says("Your word is enough");
    let page = asks().post(&path, &[("path", "Un pezzo di strada.")]).await;
    page.invalid().says("serve un tuo percorso").says("Un pezzo di strada.");
    let id = run.asks(&ada, "would-like").await;
    assert_eq!(run.asks(&ada, "would-like").await, id, "a double click asks once");
    let own = format!("/i-miei-corsi/{id}");
    asks().get(&path).await.leads_to(&own);
    asks().get(&own).await.ok().says("Anni di gruppo.").says("Richiesta ricevuta").says("La risposta arriva qui");
    asks().in_lang(Lang::En).get(&own).await.ok().says("Request received");
    asks().get("/i-miei-corsi").await.ok().says("Accanto a chi sa").says("Casa dei Pari");
    asks().in_lang(Lang::En).get("/i-miei-corsi").await.ok().says("My courses");
    // The words are sealed.
    let sealed: Vec<Vec<u8>> =
        ::store::sql("SELECT own_path FROM enrolment").values(run.school.app.db.db.reader()).await.unwrap();
    assert!(!String::from_utf8_lossy(&sealed[0]).contains("gruppo"));

    let trainer = || run.school.app.as_person(&run.school.trainer);
    trainer().get("/formazione").await.ok().says("Una persona aspetta una risposta");
    trainer().in_lang(Lang::En).get("/formazione").await.ok().says("One person waits for an answer");
    trainer().get(&run.base).await.ok().says("Ada").says("Richiesta ricevuta").hides("Anni di gruppo.");
    trainer().in_lang(Lang::En).get(&run.base).await.ok().says("People who asked to take part");
    trainer().get(&run.person(id)).await.ok().says("Anni di gruppo.").says("non chiedere altro").says("Poche ore.");
    trainer().get(&run.person(id)).await.ok().says("Non ha un gruppo e vorrebbe trovarne uno").hides("Non ne ho uno");
    // Who runs the course reads of the person, not what is said to them.
    trainer().get(&run.person(id)).await.ok().says("La persona aspetta una risposta").hides("La risposta arriva qui");
    trainer().in_lang(Lang::En).get(&run.person(id)).await.ok().says("Their word is enough");
    run.admits(id).await;
    assert_eq!(run.state(id).await, EnrolmentState::Admitted);
    assert_eq!(run.mails().await, ["C’è una novità per te"]);
    let again = trainer().post(&run.person(id), &[("version", "1"), ("turn", "admitted")]).await;
    again.is(StatusCode::CONFLICT);

    // No group yet: it is offered, and was never in the way.
    trainer().get(&run.base).await.ok().says("Gruppo da proporre");
    let known = admissions(run.school.app.db.db.reader(), &[run.edition.course]).await.unwrap();
    let admission = known[&run.edition.course];
    assert_eq!((admission.without_group, admission.offered_group, admission.asks_more), (1, 0, false));
    let offer = format!("{}/gruppo", run.person(id));
    trainer().post(&offer, &[("group", "")]).await.invalid();
    trainer().post(&offer, &[("version", "2"), ("group", "Il gruppo del lunedì")]).await.leads_to(&run.person(id));
    asks().get(&own).await.ok().says("Ti hanno proposto: Il gruppo del lunedì");
    let known = admissions(run.school.app.db.db.reader(), &[run.edition.course]).await.unwrap();
    assert_eq!(known[&run.edition.course].offered_group, 1);

    // Pace and form are agreed, and read by the person.
    let agree = format!("{}/passo", run.person(id));
    trainer().post(&agree, &[("version", "3"), ("agreed", "Mezze giornate.")]).await.leads_to(&run.person(id));
    // Who saves second is told, and what they typed is still there.
    let late = trainer().post(&agree, &[("version", "3"), ("agreed", "Solo al mattino.")]).await;
    late.is(StatusCode::CONFLICT).says("Qualcun altro ha salvato").says("Solo al mattino.");
    let late = trainer().post(&offer, &[("version", "2"), ("group", "Il gruppo del sabato")]).await;
    late.is(StatusCode::CONFLICT).says("Il gruppo del sabato");
    let late = asks().post(&format!("{own}/parole"), &[("version", "2"), ("path", "Parole nuove.")]).await;
    late.is(StatusCode::CONFLICT).says("Parole nuove.");
    asks().get(&own).await.ok().says("Mezze giornate.");
    // Nobody else opens the page of a place.
    let bruno = run.somebody("Bruno").await;
    run.school.app.as_person(&bruno).get(&own).await.is(StatusCode::NOT_FOUND);
    let stranger = run.school.app.person("Sara").role(Role::Secretariat, Scope::Network);
    run.school.app.as_person(&stranger).get(&run.base).await.is(StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn two_coordinators_admit_to_the_last_place_and_one_wins() {
    let run = Run::with(1).await;
    let (ada, bruno) = (run.somebody("Ada").await, run.somebody("Bruno").await);
    let (first, second) = (run.asks(&ada, "belongs").await, run.asks(&bruno, "belongs").await);
    let manager =
        run.school.app.person("Marta").role(Role::OrganisationManager, Scope::Organisation(run.school.organisation));
    let form = [("version", "1"), ("turn", "admitted")];
    let (one, other) = (run.person(first), run.person(second));
    let (by_trainer, by_manager) = (run.school.app.as_person(&run.school.trainer), run.school.app.as_person(&manager));
    let (left, right) = tokio::join!(by_trainer.post(&one, &form), by_manager.post(&other, &form));
    left.leads_to(&one);
    right.leads_to(&other);
    let mut states = [run.state(first).await, run.state(second).await];
    states.sort_unstable();
    assert_eq!(states, [EnrolmentState::Waiting, EnrolmentState::Admitted]);
    // Who came second is told, and so is the person.
    let told = [&left, &right].iter().filter(|page| cookie(page).contains("no%2Dplace%2Dleft")).count();
    assert_eq!(told, 1, "{} {}", cookie(&left), cookie(&right));
    assert_eq!(run.mails().await.len(), 2);
    let heads = heads(run.school.app.db.db.reader(), &[run.edition.id]).await.unwrap()[&run.edition.id];
    assert_eq!((heads.placed, heads.waiting), (1, 1));
}

fn cookie(page: &testkit::Page) -> String {
    let all = page.headers.get_all("set-cookie").iter().filter_map(|value| value.to_str().ok());
    all.collect::<Vec<_>>().join("; ")
}

#[tokio::test]
async fn a_freed_place_goes_to_whoever_waits_longest() {
    let run = Run::with(1).await;
    let mut ids = Vec::new();
    for name in ["Ada", "Bruno", "Carla"] {
        let who = run.somebody(name).await;
        ids.push((run.asks(&who, "belongs").await, who));
        run.school.app.clock.advance(Duration::minutes(5));
    }
    for (id, _) in &ids {
        run.admits(*id).await;
    }
    assert_eq!(run.state(ids[1].0).await, EnrolmentState::Waiting);
    let waiting = run.school.app.as_person(&ids[1].1).get(&format!("/i-miei-corsi/{}", ids[1].0)).await;
    waiting.ok().says("In lista d’attesa").says("va a chi aspetta da più tempo");

    let ada = || run.school.app.as_person(&ids[0].1);
    let own = format!("/i-miei-corsi/{}", ids[0].0);
    ada().post(&format!("{own}/lascia"), &[("version", "2")]).await.invalid().says("spunta la casella");
    ada().post(&format!("{own}/lascia"), &[("version", "2"), ("sure", "1")]).await.leads_to("/i-miei-corsi");
    ada().get("/i-miei-corsi").await.ok().says("Non più nel corso");
    assert_eq!(run.state(ids[1].0).await, EnrolmentState::Admitted);
    assert_eq!(run.state(ids[2].0).await, EnrolmentState::Waiting);

    // More places are passed on at once; places that are taken stay.
    let edit = format!("{}/modifica", run.base);
    let typed = |places: &'static str, version: &'static str| {
        vec![
            ("title", "Primavera 2026"),
            ("starts", "2026-04-01"),
            ("ends", "2026-06-30"),
            ("venue", "Trento"),
            ("open", "1"),
            ("places", places),
            ("version", version),
        ]
    };
    let trainer = || run.school.app.as_person(&run.school.trainer);
    trainer().get(&edit).await.ok().says("Il mercoledì mattina.");
    trainer().in_lang(Lang::En).get(&edit).await.ok().says("First day");
    trainer().post(&edit, &typed("2", "1")).await.leads_to(&run.base);
    assert_eq!(run.state(ids[2].0).await, EnrolmentState::Admitted);
    trainer().post(&edit, &typed("1", "2")).await.invalid().says("2 posti sono già occupati");
    trainer().post(&edit, &typed("3", "1")).await.is(StatusCode::CONFLICT).says("Qualcun altro ha salvato");
    // Who left may ask again.
    let again = run.asks(&ids[0].1, "belongs").await;
    assert_ne!(again, ids[0].0);
}

#[tokio::test]
async fn who_gets_a_freed_place_does_not_read_who_left() {
    let run = Run::with(1).await;
    let (ada, bruno) = (run.somebody("Ada").await, run.somebody("Bruno").await);
    let (first, second) = (run.asks(&ada, "belongs").await, run.asks(&bruno, "belongs").await);
    run.admits(first).await;
    run.admits(second).await;
    let leave = format!("/i-miei-corsi/{first}/lascia");
    let typed = [("version", "2"), ("sure", "1")];
    run.school.app.as_person(&ada).post(&leave, &typed).await.leads_to("/i-miei-corsi");
    assert_eq!(run.state(second).await, EnrolmentState::Admitted);
    let trace = access::audit::concerning(run.school.app.db.db.reader(), bruno.id(), 100, 0).await.unwrap();
    assert!(!trace.is_empty());
    assert!(trace.iter().all(|row| row.actor_person != Some(ada.id().uuid())), "{trace:?}");
    let held = people::facade::export_person(&run.school.app.app, bruno.id()).await.unwrap().unwrap().to_string();
    assert!(!held.contains("Ada") && !held.contains(&first.to_string()), "{held}");
}

#[tokio::test]
async fn a_break_keeps_the_place_and_one_comes_back() {
    let run = Run::with(1).await;
    let ada = run.somebody("Ada").await;
    let id = run.asks(&ada, "not-now").await;
    run.admits(id).await;
    let (own, asks) = (format!("/i-miei-corsi/{id}"), || run.school.app.as_person(&ada));
    asks().post(&format!("{own}/pausa"), &[("version", "2"), ("back_on", "presto")]).await.invalid();
    asks().post(&format!("{own}/pausa"), &[("version", "2"), ("back_on", "2026-05-01")]).await.leads_to(&own);
    asks().get(&own).await.ok().says("In pausa").says("restano tuoi").says("Torno dalla pausa");
    let page = run.school.app.as_person(&run.school.trainer).get(&run.base).await;
    page.ok().says("In pausa").says("Pensa di tornare il 1 maggio 2026").says("Posti occupati: 1 su 1");
    asks().post(&format!("{own}/ritorno"), &[("version", "3")]).await.leads_to(&own);
    assert_eq!(run.state(id).await, EnrolmentState::Admitted);
    asks().get(&own).await.ok().says("Inizio di una pausa").says("Ritorno dalla pausa");
    let fields = [("version", "4"), ("path", "Altre parole."), ("wish", ""), ("belonging", "belongs")];
    asks().post(&format!("{own}/parole"), &fields).await.leads_to(&own);
    asks().get(&own).await.ok().says("Altre parole.").hides("Poche ore.");

    let person = run.person(id);
    let done = [("version", "5"), ("turn", "completed")];
    run.school.app.as_person(&run.school.trainer).post(&person, &done).await.leads_to(&person);
    assert_eq!(run.state(id).await, EnrolmentState::Completed);
    let page = asks().get(&own).await;
    page.ok().says("Corso completato").says("L’attestato").says("href=\"/attestati\"").hides("Comincia la pausa");
    asks().in_lang(Lang::En).get(&own).await.ok().says("The certificate");
}

#[tokio::test]
async fn a_candidacy_leads_to_a_place_or_to_the_waiting_list_once() {
    let run = Run::with(1).await;
    let (ada, bruno) = (run.somebody("Ada").await, run.somebody("Bruno").await);
    let candidacy = Some(run.school.app.db.db.env().id());
    let mut ids = Vec::new();
    for who in [&ada, &bruno, &ada] {
        let mut tx = begin(&run.school.app, Act::SitInPanel).await;
        ids.push(enrol(&mut tx, run.edition.id, who.id(), candidacy).await.unwrap());
        tx.commit().await.unwrap();
    }
    assert_eq!(ids[0], ids[2]);
    assert_eq!(run.state(ids[0]).await, EnrolmentState::Admitted);
    assert_eq!(run.state(ids[1]).await, EnrolmentState::Waiting);
    let page = run.school.app.as_person(&run.school.trainer).get(&run.person(ids[0])).await;
    page.ok().says("Arriva da una candidatura");
}

#[tokio::test]
async fn who_begins_the_training_is_led_to_an_edition_with_a_free_place() {
    let run = Run::with(1).await;
    let (ada, bruno) = (run.somebody("Ada").await, run.somebody("Bruno").await);
    let (course, db) = (run.edition.course, &run.school.app.db.db);
    let led = async |who: &Who| {
        let mut tx = begin(&run.school.app, Act::SitInPanel).await;
        let id = welcome(&mut tx, course, who.id(), db.env().id()).await.unwrap();
        tx.commit().await.unwrap();
        id
    };
    let first = led(&ada).await.unwrap();
    assert_eq!(run.state(first).await, EnrolmentState::Admitted);
    // The first is full: the second edition takes the next person.
    let edition = &run.edition;
    let later = NewEdition {
        title: "Autunno 2026".to_owned(),
        starts: edition.starts + Duration::days(150),
        ends: edition.ends + Duration::days(150),
        places: 1,
        venue: edition.venue.clone(),
        pace: String::new(),
        open: true,
    };
    let mut tx = begin(&run.school.app, Act::ManageCourses).await;
    let ids = create_editions(&mut tx, &[(course, run.school.organisation, later)]).await.unwrap();
    tx.commit().await.unwrap();
    let second = enrolment(db.reader(), led(&bruno).await.unwrap()).await.unwrap().unwrap();
    assert_eq!((second.edition, second.state), (ids[0], EnrolmentState::Admitted));
    // All over: nobody is led anywhere, and nothing breaks.
    run.school.app.clock.advance(Duration::days(700));
    assert_eq!(led(&run.somebody("Carla").await).await, None);
}

#[tokio::test]
async fn the_start_pages_ask_the_same_however_much_there_is() {
    let run = Run::with(3).await;
    let ada = run.somebody("Ada").await;
    let id = run.asks(&ada, "belongs").await;
    run.admits(id).await;
    let db = &run.school.app.db.db;
    let statements = async |path: &str, who: &Who| {
        let before = db.statements();
        run.school.app.as_person(who).get(path).await.ok();
        db.statements() - before
    };
    let few = (statements("/formazione", &run.school.trainer).await, statements("/i-miei-corsi", &ada).await);
    let mut tx = begin(&run.school.app, Act::ManageCourses).await;
    let whole = run.school.whole();
    let courses = crate::course::create_courses(&mut tx, &vec![whole; 12]).await.unwrap();
    let new = |course: &CourseId| {
        let edition = &run.edition;
        let new = NewEdition {
            title: "Un’altra".to_owned(),
            starts: edition.starts,
            ends: edition.ends,
            places: 5,
            venue: "Trento".to_owned(),
            pace: String::new(),
            open: true,
        };
        (*course, run.school.organisation, new)
    };
    let editions = create_editions(&mut tx, &courses.iter().map(new).collect::<Vec<_>>()).await.unwrap();
    let enrolment = |edition: &EditionId| NewEnrolment {
        edition: *edition,
        person: ada.id(),
        candidacy: None,
        state: EnrolmentState::Admitted,
        asked_at: db.env().now(),
        belonging: None,
        group_offered_on: None,
    };
    create_enrolments(&mut tx, &editions.iter().map(enrolment).collect::<Vec<_>>()).await.unwrap();
    tx.commit().await.unwrap();
    let many = (statements("/formazione", &run.school.trainer).await, statements("/i-miei-corsi", &ada).await);
    assert_eq!(few, many);
    run.school.app.as_person(&ada).get("/i-miei-corsi").await.ok().says("Con un posto");
}

#[tokio::test]
async fn who_erases_their_data_leaves_a_number_and_frees_the_place() {
    let run = Run::with(1).await;
    let (ada, bruno) = (run.somebody("Ada").await, run.somebody("Bruno").await);
    let (first, second) = (run.asks(&ada, "would-like").await, run.asks(&bruno, "belongs").await);
    run.admits(first).await;
    run.admits(second).await;
    let app = &run.school.app.app;
    let all = people::facade::export_person(app, ada.id()).await.unwrap().unwrap().to_string();
    assert!(all.contains("Anni di gruppo.") && all.contains("would-like"), "{all}");
    let mut tx = begin(&run.school.app, Act::ManageAccounts).await;
    Held.erase(&mut tx, ada.id()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(run.state(first).await, EnrolmentState::Left);
    assert_eq!(run.state(second).await, EnrolmentState::Admitted);
    // Bruno is told that the place is his, once.
    let before = run.mails().await.len();
    assert_eq!(tend(app).await.unwrap(), 1);
    assert_eq!(tend(app).await.unwrap(), 0);
    assert_eq!(run.mails().await.len(), before + 1);
    let page = run.school.app.as_person(&run.school.trainer).get(&run.base).await;
    page.ok().hides("Ada").says("cancellato i suoi dati").says("Bruno");
}

#[tokio::test]
async fn who_leaves_takes_their_words_along_and_saw_who_read_them() {
    let run = Run::with(2).await;
    let (ada, bruno) = (run.somebody("Ada").await, run.somebody("Bruno").await);
    let (first, second) = (run.asks(&ada, "belongs").await, run.asks(&bruno, "belongs").await);
    let (own, asks) = (format!("/i-miei-corsi/{first}"), || run.school.app.as_person(&ada));
    asks().get(&own).await.ok().says("Non le ha ancora lette nessuno");
    let trainer = || run.school.app.as_person(&run.school.trainer);
    for _ in 0..2 {
        trainer().get(&run.person(first)).await.ok().says("Anni di gruppo.");
    }
    asks().get(&own).await.ok().says("Chi le ha lette").says("Tina");
    asks().in_lang(Lang::En).get(&own).await.ok().says("Who read them");
    let conn = run.school.app.db.db.reader();
    let seen = async || {
        let all = "SELECT CAST(COUNT(*) AS BIGINT) FROM enrolment_seen";
        ::store::sql(all).value::<i64>(conn).await.unwrap().unwrap()
    };
    assert_eq!(seen().await, 1, "once a day");
    // After a mistake in a form the page says the same words: that is read as well.
    let page = trainer().post(&format!("{}/gruppo", run.person(second)), &[("version", "1"), ("group", "")]).await;
    page.invalid().says("Anni di gruppo.");
    assert_eq!(seen().await, 2);
    let kept = async || {
        let all = "SELECT CAST(COUNT(*) AS BIGINT) FROM enrolment WHERE own_path IS NOT NULL OR wish IS NOT NULL";
        ::store::sql(all).value::<i64>(conn).await.unwrap().unwrap()
    };
    assert_eq!(kept().await, 2);
    asks().post(&format!("{own}/lascia"), &[("version", "1"), ("sure", "1")]).await.leads_to("/i-miei-corsi");
    assert_eq!(kept().await, 1);
    // Bruno was given no place: once the edition is over, his words go as well.
    assert_eq!(tend(&run.school.app.app).await.unwrap(), 0);
    run.school.app.clock.advance(Duration::days(200));
    assert_eq!(tend(&run.school.app.app).await.unwrap(), 1);
    assert_eq!(kept().await, 0);
    assert_eq!(run.state(second).await, EnrolmentState::Asked);
    // What would be taken away again at once cannot be typed any more.
    let words = format!("/i-miei-corsi/{second}/parole");
    let asks = || run.school.app.as_person(&bruno);
    asks().get(&format!("/i-miei-corsi/{second}")).await.ok().hides(&words);
    let fields = [("version", "2"), ("path", "Altre parole."), ("wish", ""), ("belonging", "belongs")];
    asks().post(&words, &fields).await.is(StatusCode::CONFLICT);
    assert_eq!(kept().await, 0);
}

#[tokio::test]
async fn two_who_open_the_page_of_a_place_at_one_moment_both_read_it() {
    let run = Run::with(2).await;
    let ada = run.somebody("Ada").await;
    let at = run.person(run.asks(&ada, "belongs").await);
    let here = Scope::Organisation(run.school.organisation);
    let manager = run.somebody("Marta").await.role(Role::OrganisationManager, here);
    let reads = async |who: &Who| {
        run.school.app.as_person(who).get(&at).await.ok().says("Anni di gruppo.");
    };
    // Once a day it is written down who read: every day they meet again.
    for _ in 0..4 {
        tokio::join!(reads(&run.school.trainer), reads(&manager));
        run.school.app.clock.advance(Duration::days(1));
    }
    let all = "SELECT CAST(COUNT(*) AS BIGINT) FROM enrolment_seen";
    assert_eq!(::store::sql(all).value::<i64>(run.school.app.db.db.reader()).await.unwrap(), Some(8));
}

#[tokio::test]
async fn what_was_typed_while_an_edition_closed_is_not_lost() {
    let run = Run::with(2).await;
    let ada = run.somebody("Ada").await;
    let path = format!("/corsi/{}/edizioni/{}", run.edition.course, run.edition.id);
    run.school.app.as_person(&ada).get(&path).await.ok().says("Invia la richiesta");
    let closing = [
        ("title", "Primavera 2026"),
        ("starts", "2026-04-01"),
        ("ends", "2026-06-30"),
        ("venue", "Trento"),
        ("places", "2"),
        ("version", "1"),
    ];
    let edit = format!("{}/modifica", run.base);
    run.school.app.as_person(&run.school.trainer).post(&edit, &closing).await.leads_to(&run.base);
    let typed = [("own_path", "1"), ("path", "Anni di gruppo."), ("wish", "Poche ore.")];
    let page = run.school.app.as_person(&ada).post(&path, &typed).await;
    page.invalid().says("Mentre scrivevi").says("Anni di gruppo.").says("Poche ore.").hides("Invia la richiesta");
    let page = run.school.app.as_person(&ada).in_lang(Lang::En).post(&path, &typed).await;
    page.invalid().says("While you were writing");
    run.school.app.as_person(&ada).get(&path).await.ok().says("ora non si può chiedere").hides("Mentre scrivevi");
}
