//! Stories of continuing training.

use super::*;
use crate::lesson::tests::{School, begin};
use kernel::Lang;

const HERE: &str = "/formazione-continua";

async fn offer(school: &School, topic: &str, starts: &str, more: &[(&str, &str)]) -> Offer {
    let page = format!("{}/formazione-continua", school.href);
    let mut form = vec![("topic", topic), ("starts", starts), ("minutes", "3:00"), ("place", "Sala blu")];
    form.extend_from_slice(more);
    if more.iter().all(|(name, _)| *name != "audience") {
        form.push(("audience", "everyone"));
    }
    school.app.as_person(&school.keeper).post(&format!("{page}/nuova"), &form).await.leads_to(&page);
    let (all, _) = store::of_organisation(school.app.db.db.reader(), school.organisation, 50, 0).await.unwrap();
    all.into_iter().find(|offer| offer.plan.topic == topic).unwrap()
}

#[tokio::test]
async fn an_offer_reaches_the_experts_and_they_answer() {
    let school = School::new().await;
    let (emma, olga) = (school.expert("Emma", "2025-01-01").await, school.expert("Olga", "2025-01-01").await);
    let page = format!("{}/formazione-continua", school.href);
    let keeper = || school.app.as_person(&school.keeper);
    keeper().get(&page).await.ok().says("Non c’è ancora una proposta").says("0 su 2");
    keeper().in_lang(Lang::En).get(&format!("{page}/nuova")).await.ok().says("Send the offer").says("Emma");
    let nobody = [
        ("topic", "Confini"),
        ("audience", "some"),
        ("starts", "2026-03-10T10:00"),
        ("minutes", "1"),
        ("place", "Qui"),
    ];
    keeper().post(&format!("{page}/nuova"), &nobody).await.invalid().says("Confini").says("Scegli almeno una persona");
    // Minutes typed as hours are refused.
    let half = [("topic", "Confini"), ("audience", "everyone"), nobody[2], ("minutes", "30"), ("place", "Qui")];
    keeper().post(&format!("{page}/nuova"), &half).await.invalid().says("al massimo 12.");
    let all = offer(&school, "Prendersi cura di sé", "2026-03-10T10:00", &[]).await;
    let guest = emma.id().to_string();
    offer(&school, "Solo per una", "2026-03-12T10:00", &[("audience", "some"), ("invited", guest.as_str())]).await;
    // What is planned does not count yet, and the page says when it does.
    keeper().get(&page).await.ok().says("0 su 2").says("contano dal loro giorno").hides("aggiungi una proposta");

    school.app.as_person(&emma).get(HERE).await.ok().says("Prendersi cura di sé").says("Solo per una");
    school.app.as_person(&olga).get(HERE).await.ok().says("Prendersi cura di sé").hides("Solo per una");
    let steps = steps(&school.app.db.db, &emma.actor()).await.unwrap();
    assert_eq!(steps[0].args, [("number", "2".to_owned())]);
    let one = format!("{HERE}/{}", all.id);
    school.app.as_person(&emma).post(&one, &[("answer", "yes")]).await.leads_to(HERE);
    school.app.as_person(&olga).post(&one, &[("answer", "no")]).await.leads_to(HERE);
    keeper().get(&page).await.ok().says("Vengono: Emma").hides("Olga");
    let file = school.app.as_person(&emma).get(&format!("{one}/calendario.ics")).await.text();
    assert!(file.contains("SUMMARY:Incontro") && !file.contains("cura"), "{file}");
    // Who is no expert here is offered nothing, and cannot answer.
    assert_eq!(school.app.as_person(&school.ada).post(&one, &[("answer", "yes")]).await.status.as_u16(), 404);
    school.app.as_person(&school.ada).in_lang(Lang::En).get(HERE).await.ok().says("nothing offered to you");
}

#[tokio::test]
async fn who_comes_is_reminded_once_without_a_word_on_what_it_is_about() {
    let school = School::new().await;
    let emma = school.expert("Emma", "2025-01-01").await;
    let soon = offer(&school, "Recovery e diritti", "2026-03-02T10:00", &[]).await;
    school.app.as_person(&emma).post(&format!("{HERE}/{}", soon.id), &[("answer", "yes")]).await.leads_to(HERE);
    assert_eq!(tend(&school.app.app).await.unwrap(), 1);
    assert_eq!(tend(&school.app.app).await.unwrap(), 0);
    let now = school.app.db.db.env().now();
    let mail = people::facade::mail_to_send(school.app.db.db.reader(), now, 10).await.unwrap();
    assert_eq!(mail.len(), 1);
    let letter = &mail[0].mail;
    assert!(letter.body.contains("Sala blu") && !letter.body.contains("Recovery"), "{}", letter.body);
    assert_eq!(letter.subject, "Domani c’è un incontro");
}

#[tokio::test]
async fn who_comes_is_not_reminded_of_what_is_no_more_as_it_was() {
    let school = School::new().await;
    let emma = school.expert("Emma", "2025-01-01").await;
    let soon = offer(&school, "Recovery e diritti", "2026-03-02T10:00", &[]).await;
    let at = format!("{HERE}/{}", soon.id);
    let (app, tomorrow) = (&school.app.app, soon.plan.day());
    let says = async |answer: &str| {
        school.app.as_person(&emma).post(&at, &[("answer", answer)]).await.leads_to(HERE);
    };
    // It was read as due, and changes before the letter is written.
    says("no").await;
    assert!(matches!(remind(app, soon.id, emma.id(), tomorrow).await, Err(Fault::Stale)));
    says("yes").await;
    assert!(matches!(remind(app, soon.id, emma.id(), tomorrow + Duration::days(1)).await, Err(Fault::Stale)));
    let off = format!("{}/formazione-continua/{}/annulla", school.href, soon.id);
    let why = [("version", "1"), ("why", "La sala è chiusa")];
    school.app.as_person(&school.keeper).post(&off, &why).await.leads_to(&school.href);
    assert!(matches!(remind(app, soon.id, emma.id(), tomorrow).await, Err(Fault::Stale)));
    let (letters, _) = people::facade::outbox(school.app.db.db.reader(), 1).await.unwrap();
    assert!(letters.iter().all(|letter| letter.subject != "Domani c’è un incontro"), "{letters:?}");
}

#[tokio::test]
async fn who_said_that_they_come_hears_of_another_moment_or_place() {
    let school = School::new().await;
    let (emma, olga) = (school.expert("Emma", "2025-01-01").await, school.expert("Olga", "2025-01-01").await);
    let one = offer(&school, "Recovery e diritti", "2026-03-10T10:00", &[]).await;
    let at = format!("{HERE}/{}", one.id);
    school.app.as_person(&emma).post(&at, &[("answer", "yes")]).await.leads_to(HERE);
    school.app.as_person(&olga).post(&at, &[("answer", "no")]).await.leads_to(HERE);
    let edit = format!("{}/formazione-continua/{}/modifica", school.href, one.id);
    let change = async |version: &str, topic: &str, starts: &str, place: &str| {
        let form = [
            ("version", version),
            ("topic", topic),
            ("starts", starts),
            ("minutes", "3:00"),
            ("place", place),
            ("audience", "everyone"),
        ];
        school.app.as_person(&school.keeper).post(&edit, &form).await.leads_to(&school.href);
        let now = school.app.db.db.env().now();
        let all = people::facade::mail_to_send(school.app.db.db.reader(), now, 10).await.unwrap();
        all.into_iter().map(|one| one.mail).collect::<Vec<_>>()
    };
    // Other words on what it is about change nothing for who comes.
    assert!(change("1", "Diritti", "2026-03-10T10:00", "Sala blu").await.is_empty());
    let letters = change("2", "Diritti", "2026-03-12T10:00", "Sala blu").await;
    assert_eq!(letters.len(), 1, "Olga does not come");
    let letter = &letters[0];
    assert_eq!(letter.subject, "Un incontro cambia");
    assert!(letter.body.contains("Ciao Emma") && !letter.body.contains("Diritti"), "{}", letter.body);
    assert!(letter.body.contains("10 marzo 2026") && letter.body.contains("12 marzo 2026"), "{}", letter.body);
    let letters = change("3", "Diritti", "2026-03-12T10:00", "Sala verde").await;
    assert!(letters.iter().any(|letter| letter.body.contains("Sala verde")), "{letters:?}");
}

#[tokio::test]
async fn an_expert_gathers_hours_from_any_source_and_they_are_theirs() {
    let school = School::new().await;
    let emma = school.expert("Emma", "2025-01-01").await;
    let past = offer(&school, "Ascolto", "2026-02-20T10:00", &[]).await;
    let asks = || school.app.as_person(&emma);
    asks().get(HERE).await.ok().says("C’ero");
    let done = format!("{HERE}/{}/fatto", past.id);
    asks().post(&done, &[]).await.leads_to(HERE);
    asks().post(&done, &[]).await.leads_to(HERE);
    asks().post(&format!("{HERE}/ore"), &[("what", "Un convegno")]).await.invalid().says("Un convegno");
    let hours = [("day", "2026-02-21"), ("minutes", "1:30"), ("what", "Un convegno a Verona"), ("source", "La rete")];
    asks().post(&format!("{HERE}/ore"), &hours).await.leads_to(HERE);
    asks().get(HERE).await.ok().says("4 ore e 30 minuti").says("Un convegno a Verona – La rete");
    let own = own_hours(school.app.db.db.reader(), &school.app.app, emma.id()).await.unwrap();
    assert_eq!(own.len(), 2);
    let sealed: Vec<Vec<u8>> =
        ::store::sql("SELECT sealed FROM own_training").values(school.app.db.db.reader()).await.unwrap();
    assert!(sealed.iter().all(|bytes| !String::from_utf8_lossy(bytes).contains("Verona")));
    // The organisation sees none of it.
    let page = school.app.as_person(&school.keeper).get(&format!("{}/formazione-continua", school.href)).await;
    page.ok().hides("Verona").hides("Emma");
    asks().post(&format!("{HERE}/ore/{}/togli", own[0].id), &[]).await.leads_to(HERE);
    let held = people::facade::export_person(&school.app.app, emma.id()).await.unwrap().unwrap();
    assert!(held["continuing_training"]["own_hours"][0]["words"].as_str().unwrap().contains("Ascolto"));
}

#[tokio::test]
async fn what_counts_for_the_organisation_is_the_offer() {
    let school = School::new().await;
    school.expert("Emma", "2024-01-01").await;
    let olga = school.expert("Olga", "2026-02-25").await;
    let conn = school.app.db.db.reader();
    let organisations = [school.organisation];
    let today = school.app.db.db.env().today();
    assert!(facts(conn, &organisations, today).await.unwrap().is_empty());
    offer(&school, "Uno", "2026-02-20T10:00", &[]).await;
    let two = offer(&school, "Due", "2026-02-27T10:00", &[]).await;
    let known = |all: HashMap<OrganisationId, ContinuingTraining>| {
        let mut sums: Vec<u32> =
            all[&school.organisation].0.iter().map(|one| one.sessions.iter().map(|s| s.1).sum()).collect();
        sums.sort_unstable();
        sums
    };
    // Olga came after the first: it was not offered to her.
    assert_eq!(known(facts(conn, &organisations, today).await.unwrap()), [180, 360]);
    // Saying no changes nothing; calling off does.
    school.app.as_person(&olga).post(&format!("{HERE}/{}", two.id), &[("answer", "no")]).await;
    assert_eq!(known(facts(conn, &organisations, today).await.unwrap()), [180, 360]);
    let off = format!("{}/formazione-continua/{}/annulla", school.href, two.id);
    school
        .app
        .as_person(&school.keeper)
        .post(&off, &[("version", "1"), ("why", "La sala è chiusa")])
        .await
        .leads_to(&school.href);
    assert_eq!(known(facts(conn, &organisations, today).await.unwrap()), [0, 180]);
    let second = school.app.as_person(&school.keeper).post(&off, &[("version", "1"), ("why", "Di nuovo")]).await;
    assert_eq!(second.status.as_u16(), 409);
}

#[tokio::test]
async fn two_who_change_an_offer_do_not_overwrite_one_another() {
    let school = School::new().await;
    let one = offer(&school, "Uno", "2026-03-20T10:00", &[]).await;
    let edit = format!("{}/formazione-continua/{}/modifica", school.href, one.id);
    let keeper = || school.app.as_person(&school.keeper);
    keeper().get(&edit).await.ok().says("Uno");
    let form = |topic: &'static str| {
        [
            ("version", "1"),
            ("topic", topic),
            ("starts", "2026-03-21T10:00"),
            ("minutes", "1"),
            ("place", "Qui"),
            ("audience", "everyone"),
        ]
    };
    keeper().post(&edit, &form("Prima")).await.leads_to(&school.href);
    let second = keeper().post(&edit, &form("Seconda")).await;
    assert_eq!(second.status.as_u16(), 409);
    second.says("Seconda");
    // A person's data go, the offer stays.
    let emma = school.expert("Emma", "2025-01-01").await;
    school.app.as_person(&emma).post(&format!("{HERE}/{}", one.id), &[("answer", "yes")]).await.leads_to(HERE);
    let mut tx = begin(&school.app, Act::ManageAccounts).await;
    people::facade::erase_person(&mut tx, school.app.app.holdings(), emma.id()).await.unwrap();
    tx.commit().await.unwrap();
    keeper().get(&format!("{}/formazione-continua", school.href)).await.ok().says("Prima").hides("Emma");
}

#[tokio::test]
async fn who_said_that_they_come_hears_that_it_is_called_off_and_why() {
    let school = School::new().await;
    let (emma, olga) = (school.expert("Emma", "2025-01-01").await, school.expert("Olga", "2025-01-01").await);
    let one = offer(&school, "Recovery e diritti", "2026-03-10T10:00", &[]).await;
    let at = format!("{HERE}/{}", one.id);
    school.app.as_person(&emma).post(&at, &[("answer", "yes")]).await.leads_to(HERE);
    let off = format!("{}/formazione-continua/{}/annulla", school.href, one.id);
    let keeper = || school.app.as_person(&school.keeper);
    keeper().get(&off).await.ok().says("Annulla: Recovery e diritti");
    keeper().in_lang(Lang::En).get(&off).await.ok().says("Why it does not take place");
    keeper().post(&off, &[("version", "1")]).await.invalid();
    keeper().post(&off, &[("version", "1"), ("why", "La sala è chiusa")]).await.leads_to(&school.href);

    let now = school.app.db.db.env().now();
    let mail = people::facade::mail_to_send(school.app.db.db.reader(), now, 10).await.unwrap();
    assert_eq!(mail.len(), 1, "Olga had said nothing");
    let letter = &mail[0].mail;
    assert_eq!(letter.subject, "Un incontro è annullato");
    assert!(!letter.body.contains("Recovery") && letter.body.contains(HERE), "{}", letter.body);
    let page = school.app.as_person(&emma).get(HERE).await;
    page.ok().says("Recovery e diritti").says("Annullato").says("La sala è chiusa").hides("Vengo");
    school.app.as_person(&emma).in_lang(Lang::En).get(HERE).await.ok().says("It does not take place");
    school.app.as_person(&olga).get(HERE).await.ok().hides("Recovery e diritti");
    // So does who is no expert any more, and had said that they come.
    let no_expert = testkit::Who::new(emma.id(), "Emma");
    school.app.as_person(&no_expert).get(HERE).await.ok().says("La sala è chiusa");
    let file = school.app.as_person(&emma).get(&format!("{at}/calendario.ics")).await.text();
    assert!(file.contains("STATUS:CANCELLED") && file.contains("SEQUENCE:1"), "{file}");
    assert_eq!(school.app.as_person(&emma).post(&at, &[("answer", "no")]).await.status.as_u16(), 404);
    keeper().get(&format!("{}/formazione-continua", school.href)).await.ok().says("Motivo: La sala è chiusa");
}
