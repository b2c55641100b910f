//! Stories of meetings and of who was there.

use super::*;
use crate::{
    course::{self, CertificateRules, NewHand, Whom},
    edition::{self, EnrolmentState, NewEdition, NewEnrolment},
    panel::Side,
};
use access::{Actor, Permit, Role, Scope, Target};
use kernel::{CourseId, Duration, Lang, NaiveDate, OrganisationId, Period};
use network::facade::{NewOrganisation, OrganisationKind, create_organisation};
use people::facade::NewPerson;
use testkit::{TestApp, Who};

mod notices;

/// A course that runs: who keeps it, who teaches in it, who learns.
pub(crate) struct School {
    pub app: TestApp,
    pub organisation: OrganisationId,
    pub href: String,
    pub course: CourseId,
    pub edition: EditionId,
    /// The address of the edition's pages.
    pub room: String,
    pub keeper: Who,
    pub teacher: Who,
    pub ada: Who,
    pub bruno: Who,
    pub ada_in: EnrolmentId,
    pub bruno_in: EnrolmentId,
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) async fn begin(app: &TestApp, act: Act) -> Tx {
    Permit::ask(&Actor::cli(), act, Target::Network).unwrap().begin(&app.db.db).await.unwrap()
}

pub(crate) async fn on_record(app: &TestApp, who: &Who, name: &str) {
    let mut tx = begin(app, Act::ManageAccounts).await;
    let email = kernel::EmailAddress::parse("email", &format!("{}@example.org", name.to_lowercase())).ok();
    let new = NewPerson { display_name: name.to_owned(), email, lang: Lang::It };
    people::facade::new_people(&mut tx, vec![(who.id(), new)]).await.unwrap();
    tx.commit().await.unwrap();
}

impl School {
    pub(crate) async fn new() -> School {
        let app = TestApp::new(|| vec![people::slice(), consensus::slice(), network::slice(), crate::slice()]).await;
        let mut tx = begin(&app, Act::RegisterOrganisation).await;
        let new = NewOrganisation::new("Casa dei Pari", OrganisationKind::Association, "Trento", "TN");
        let organisation = create_organisation(&mut tx, new).await.unwrap();
        tx.commit().await.unwrap();
        let href = network::facade::organisation(app.db.db.reader(), organisation).await.unwrap().unwrap().href();
        let scope = Scope::Organisation(organisation);
        let keeper = app.person("Marta").role(Role::OrganisationManager, scope);
        let teacher = app.person("Elena").role(Role::Expert, scope);
        let (ada, bruno) = (app.person("Ada"), app.person("Bruno"));
        for (who, name) in [(&keeper, "Marta"), (&teacher, "Elena"), (&ada, "Ada"), (&bruno, "Bruno")] {
            on_record(&app, who, name).await;
        }
        let mut tx = begin(&app, Act::ManageCourses).await;
        let hand = NewHand { whom: Whom::Person(teacher.id()), side: Side::Expert, coproduced: false, trained: false };
        let certificate = CertificateRules { attendance_percent: 80, fieldwork_minutes: 1200, shadowing_minutes: 600 };
        let mut whole = course::tests::bare(organisation);
        whole.course.certificate = Some(certificate);
        whole.teachers.push(hand);
        let course = course::create_courses(&mut tx, &[whole]).await.unwrap()[0];
        let run = NewEdition {
            title: "Primavera".to_owned(),
            starts: day("2026-02-01"),
            ends: day("2026-06-30"),
            places: 10,
            venue: "Trento".to_owned(),
            pace: String::new(),
            open: true,
        };
        let edition = edition::create_editions(&mut tx, &[(course, organisation, run)]).await.unwrap()[0];
        let enrolled = |person| NewEnrolment {
            edition,
            person,
            candidacy: None,
            state: EnrolmentState::Admitted,
            asked_at: app.db.db.env().now(),
            belonging: None,
            group_offered_on: None,
        };
        let places = edition::create_enrolments(&mut tx, &[enrolled(ada.id()), enrolled(bruno.id())]).await.unwrap();
        tx.commit().await.unwrap();
        let room = format!("{href}/corsi/{course}/edizioni/{edition}");
        let (ada_in, bruno_in) = (places[0], places[1]);
        School { app, organisation, href, course, edition, room, keeper, teacher, ada, bruno, ada_in, bruno_in }
    }
    /// A person who is an active expert of the organisation, on record since a day.
    pub(crate) async fn expert(&self, name: &str, since: &str) -> Who {
        let who = self.app.person(name).role(Role::Expert, Scope::Organisation(self.organisation));
        on_record(&self.app, &who, name).await;
        self.active(&who, since).await;
        who
    }
    /// Puts somebody on record as an active expert since a day.
    pub(crate) async fn active(&self, who: &Who, since: &str) {
        let mut tx = begin(&self.app, Act::ManageExperts).await;
        let role = network::facade::NewRole {
            organisation: self.organisation,
            standing: network::facade::Standing::Volunteer,
            title: "Facilita".to_owned(),
            period: Period::since(day(since)),
        };
        let expert = network::facade::NewExpert {
            person: who.id(),
            lived: network::facade::LivedExperience::User,
            claims: vec![network::facade::Claim::Lived],
            roles: vec![role],
        };
        network::facade::create_experts(&mut tx, vec![expert]).await.unwrap();
        tx.commit().await.unwrap();
    }
    /// Plans a meeting through the page, and finds it.
    async fn lesson(&self, title: &str, starts: &str, minutes: &str) -> Lesson {
        let form =
            [("title", title), ("part", "theory"), ("starts", starts), ("minutes", minutes), ("place", "Aula grande")];
        let new = format!("{}/lezioni/nuova", self.room);
        self.app.as_person(&self.keeper).post(&new, &form).await.leads_to(&self.room);
        let all = store::of_edition(self.app.db.db.reader(), self.edition).await.unwrap();
        all.into_iter().find(|lesson| lesson.plan.title == title).unwrap()
    }
    async fn progress(&self, enrolment: EnrolmentId) -> Progress {
        progress(self.app.db.db.reader(), &[enrolment]).await.unwrap().remove(&enrolment).unwrap()
    }
}

#[tokio::test]
async fn a_meeting_is_planned_tapped_and_made_up_for() {
    let school = School::new().await;
    let keeper = || school.app.as_person(&school.keeper);
    let list = format!("{}/lezioni", school.room);
    keeper().get(&list).await.ok().says("Non c’è ancora un incontro").says("Ada");
    keeper().in_lang(Lang::En).get(&format!("{list}/nuova")).await.ok().says("Add the meeting");
    keeper().post(&format!("{list}/nuova"), &[("title", "Ascoltare")]).await.invalid().says("Ascoltare");
    let lesson = school.lesson("Ascoltare", "2026-03-01T09:30", "3:00").await;
    let later = school.lesson("Raccontarsi", "2026-04-01T09:30", "2").await;
    let one = format!("{list}/{}", lesson.id);
    keeper().get(&list).await.ok().says("3 ore").says("Ascoltare");
    keeper().get(&format!("{list}/{}", later.id)).await.ok().says("da un’ora prima dell’inizio");

    let ada = school.ada_in.to_string();
    keeper().get(&one).await.ok().says("Ada").says("Bruno").says("Mostra il codice da inquadrare");
    keeper().post(&format!("{one}/presenze"), &[("present", ada.as_str())]).await.leads_to(&one);
    let place = format!("/i-miei-corsi/{}", school.ada_in);
    school.app.as_person(&school.ada).get(&place).await.ok().says("La strada fatta");
    let own = format!("/i-miei-corsi/{}/lezioni", school.ada_in);
    school
        .app
        .as_person(&school.ada)
        .get(&own)
        .await
        .ok()
        .says("Raccontarsi")
        .says("almeno l’80 per cento delle ore di incontro");
    assert_eq!(school.progress(school.ada_in).await.attended_minutes, 180);
    assert_eq!(school.progress(school.ada_in).await.offered_minutes, 300);

    // Bruno makes two of the three hours up on another day.
    school.app.clock.advance(Duration::days(2));
    let bruno = school.bruno_in.to_string();
    let made = [("who", bruno.as_str()), ("made_up", "4:00"), ("on", "2026-03-02")];
    keeper().post(&format!("{one}/recupero"), &made).await.invalid().says("al massimo 3.");
    let made = [("who", bruno.as_str()), ("made_up", "2:00"), ("on", "2026-03-02")];
    keeper().post(&format!("{one}/recupero"), &made).await.leads_to(&one);
    keeper().get(&one).await.ok().says("ha recuperato 2 ore");
    assert_eq!(school.progress(school.bruno_in).await.attended_minutes, 120);
    let own = format!("/i-miei-corsi/{}/lezioni", school.bruno_in);
    let page = school.app.as_person(&school.bruno).in_lang(Lang::En).get(&own).await;
    page.ok().says("You made 2 hours up");
    // Ada is taken off the list again.
    keeper().post(&format!("{one}/presenze"), &[("shown", ada.as_str())]).await.leads_to(&one);
    assert_eq!(school.progress(school.ada_in).await.attended_minutes, 0);
    // A meeting that is called off counts for nobody.
    let version = lesson.version.to_string();
    let off = format!("{one}/annulla");
    keeper().post(&off, &[("version", version.as_str())]).await.invalid().says("spunta la casella");
    assert_eq!(school.progress(school.bruno_in).await.attended_minutes, 120);
    keeper().post(&off, &[("version", version.as_str()), ("sure", "1")]).await.leads_to(&list);
    assert_eq!(school.progress(school.bruno_in).await.attended_minutes, 0);
    keeper().get(&one).await.ok().says("Le sue ore non contano");
}

#[tokio::test]
async fn what_is_still_missing_is_never_rounded_away() {
    let school = School::new().await;
    let first = school.lesson("Ascoltare", "2026-03-01T09:30", "1:50").await;
    school.lesson("Salutarsi", "2026-04-01T09:30", "0:10").await;
    let list = format!("{}/lezioni", school.room);
    let (one, ada) = (format!("{list}/{}", first.id), school.ada_in.to_string());
    let keeper = || school.app.as_person(&school.keeper);
    keeper().post(&format!("{one}/presenze"), &[("present", ada.as_str())]).await.leads_to(&one);
    let place = format!("/i-miei-corsi/{}", school.ada_in);
    let asks = || school.app.as_person(&school.ada);
    let (done, open) = ("fatto: <strong>1 ora e 50 minuti</strong>", "resta: <strong>10 minuti</strong>");
    asks().get(&place).await.ok().says(done).says(open);
    let page = asks().in_lang(Lang::En).get(&place).await;
    page.ok().says("1 hour and 50 minutes").says("to come: <strong>10 minutes</strong>");
    school.app.clock.advance(Duration::days(2));
    let page = keeper().get(&list).await;
    let text = page.ok().says("tenuto: <strong>1 ora e 50 minuti</strong>").says(open).text();
    // What is to come is read first.
    assert!(text.find(">Salutarsi<").unwrap() < text.find(">Ascoltare<").unwrap());
    page.says("Da oggi in poi").says("Già passati, dal più recente");
}

#[tokio::test]
async fn of_hours_in_the_field_that_are_not_asked_for_nothing_is_said() {
    let school = School::new().await;
    school.lesson("Ascoltare", "2026-03-01T09:30", "3:00").await;
    let own = format!("/i-miei-corsi/{}/lezioni", school.ada_in);
    let asks = || school.app.as_person(&school.ada);
    asks().get(&own).await.ok().says("sul campo 20 ore, di cui in affiancamento 10 ore");
    for (field, shadowing, hidden) in [(600, 0, "in affiancamento"), (0, 0, "Chiede poi")] {
        let tx = begin(&school.app, Act::Operate).await;
        let change = ::store::sql("UPDATE course SET fieldwork_minutes = $1, shadowing_minutes = $2");
        change.bind(i64::from(field)).bind(i64::from(shadowing)).run(tx.conn()).await.unwrap();
        tx.commit().await.unwrap();
        asks().get(&own).await.ok().says("almeno l’80 per cento delle ore di incontro").hides(hidden);
    }
}

#[tokio::test]
async fn a_list_and_a_code_never_undo_one_another() {
    let school = School::new().await;
    let lesson = school.lesson("Ascoltare", "2026-03-01T09:30", "3:00").await;
    let one = format!("{}/lezioni/{}", school.room, lesson.id);
    let teacher = || school.app.as_person(&school.teacher);
    teacher().get(&format!("{one}/codice")).await.ok().says("Crea il codice");
    teacher().post(&format!("{one}/codice"), &[]).await.leads_to(&one);
    let page = teacher().get(&format!("{one}/codice")).await;
    let link = page.ok().text().split("/presenza/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let tap = format!("/presenza/{link}");
    // The list lies open on the teacher's table while Ada scans the code.
    school.app.as_person(&school.ada).get(&tap).await.ok().says("Sono qui");
    school.app.as_person(&school.ada).post(&tap, &[]).await.leads_to("/i-miei-corsi/");
    school.app.as_person(&school.ada).post(&tap, &[]).await.leads_to("/i-miei-corsi/");
    school.app.as_person(&school.ada).in_lang(Lang::En).get(&tap).await.ok().says("already marked");
    let bruno = school.bruno_in.to_string();
    teacher().post(&format!("{one}/presenze"), &[("present", bruno.as_str())]).await.leads_to(&one);
    assert_eq!(school.progress(school.ada_in).await.attended_minutes, 180);
    assert_eq!(school.progress(school.bruno_in).await.attended_minutes, 180);
    // Only a digest of the code can be searched for.
    let conn = school.app.db.db.reader();
    let hash: String = ::store::sql("SELECT code_hash FROM lesson").value(conn).await.unwrap().unwrap();
    assert!(!link.contains(&hash) && !hash.contains(&link));
}

#[tokio::test]
async fn a_whole_class_is_marked_at_once_and_nobody_twice() {
    let school = School::new().await;
    let lesson = school.lesson("Ascoltare", "2026-03-01T09:30", "1").await;
    let (ada, bruno) = (school.ada_in, school.bruno_in);
    let mut tx = begin(&school.app, Act::ManageCourses).await;
    let made = model::MakeUp { enrolment: bruno, minutes: 30, on: day("2026-03-01") };
    store::make_up(&mut tx, lesson.id, made).await.unwrap();
    // One stands twice in what is marked; the other made hours up and was there after all.
    store::mark(&mut tx, &lesson, &[ada, bruno, ada], How::List).await.unwrap();
    // Whoever is marked stays so.
    store::mark(&mut tx, &lesson, &[bruno, ada], How::Code).await.unwrap();
    store::mark(&mut tx, &lesson, &[], How::List).await.unwrap();
    tx.commit().await.unwrap();
    let present = store::present(school.app.db.db.reader(), lesson.id).await.unwrap();
    assert_eq!(present.len(), 2);
    for one in [ada, bruno] {
        assert_eq!((present[&one].how, present[&one].minutes), (How::List, lesson.plan.minutes));
    }
}

#[tokio::test]
async fn a_code_is_valid_on_its_day_alone_and_for_trainees_alone() {
    let school = School::new().await;
    let lesson = school.lesson("Ascoltare", "2026-03-01T15:00", "1").await;
    let one = format!("{}/lezioni/{}", school.room, lesson.id);
    school.app.as_person(&school.keeper).post(&format!("{one}/codice"), &[]).await.leads_to(&one);
    let page = school.app.as_person(&school.keeper).get(&format!("{one}/codice")).await;
    let secret = page.text().split("/presenza/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let tap = format!("/presenza/{secret}");
    school.app.as_visitor().get(&tap).await.leads_to("/accedi");
    let stranger = school.app.person("Zeno");
    assert_eq!(school.app.as_person(&stranger).get(&tap).await.status.as_u16(), 410);
    school.app.as_person(&stranger).post(&tap, &[]).await.leads_to("/presenza/");
    assert_eq!(school.app.as_person(&school.ada).get("/presenza/altro").await.status.as_u16(), 404);
    school.app.clock.advance(Duration::days(1));
    assert_eq!(school.app.as_person(&school.ada).get(&tap).await.status.as_u16(), 410);
    school.app.as_person(&school.ada).post(&tap, &[]).await.leads_to("/presenza/");
    assert_eq!(school.progress(school.ada_in).await.attended_minutes, 0);
    // On another day no way leads to it, and it says on which it counts.
    school.app.as_person(&school.keeper).get(&one).await.ok().says("Ada").hides("/codice");
    school.app.as_person(&school.keeper).get(&format!("{one}/codice")).await.ok().says("1 marzo 2026");
}

#[tokio::test]
async fn who_neither_keeps_nor_teaches_finds_nothing() {
    let school = School::new().await;
    let lesson = school.lesson("Ascoltare", "2026-03-01T09:30", "1").await;
    let one = format!("{}/lezioni/{}", school.room, lesson.id);
    let scope = Scope::Organisation(school.organisation);
    let other = school.app.person("Olga").role(Role::Expert, scope);
    assert_eq!(school.app.as_person(&other).get(&one).await.status.as_u16(), 404);
    let secretariat = school.app.person("Sara").role(Role::Secretariat, Scope::Network);
    assert_eq!(school.app.as_person(&secretariat).get(&one).await.status.as_u16(), 403);
    school.app.as_visitor().get(&one).await.leads_to("/accedi");
    // Who teaches marks the list, and does not change the programme.
    school.app.as_person(&school.teacher).get(&one).await.ok().hides("Annulla l’incontro");
    let change = school.app.as_person(&school.teacher).get(&format!("{one}/modifica")).await;
    assert_eq!(change.status.as_u16(), 403);
    // A trainee reads only the own page.
    let others = format!("/i-miei-corsi/{}/lezioni", school.bruno_in);
    assert_eq!(school.app.as_person(&school.ada).get(&others).await.status.as_u16(), 404);
}

#[tokio::test]
async fn two_who_change_a_meeting_do_not_overwrite_one_another() {
    let school = School::new().await;
    let lesson = school.lesson("Ascoltare", "2026-03-10T09:30", "1").await;
    let edit = format!("{}/lezioni/{}/modifica", school.room, lesson.id);
    let keeper = || school.app.as_person(&school.keeper);
    keeper().get(&edit).await.ok().says("Ascoltare");
    let form = |title: &'static str| {
        [
            ("version", "1"),
            ("title", title),
            ("part", "practice"),
            ("starts", "10/03/2026 15:00"),
            ("minutes", "1:30"),
            ("place", "Qui"),
        ]
    };
    keeper().post(&edit, &form("Prima")).await.leads_to(&school.room);
    let second = keeper().post(&edit, &form("Seconda")).await;
    assert_eq!(second.status.as_u16(), 409);
    second.says("Seconda").says("Qualcun altro");
}

#[tokio::test]
async fn the_calendar_says_nothing_of_what_a_meeting_is_about() {
    let school = School::new().await;
    school.lesson("La mia recovery", "2026-03-10T09:30", "1:30").await;
    let file = format!("/i-miei-corsi/{}/lezioni.ics", school.ada_in);
    let text = school.app.as_person(&school.ada).get(&file).await.text();
    assert!(text.contains("SUMMARY:Incontro") && text.contains("DTSTART:20260310T083000Z"), "{text}");
    assert!(text.contains("DTEND:20260310T100000Z") && !text.contains("recovery"), "{text}");
    let others = school.app.as_person(&school.bruno).get(&file).await;
    assert_eq!(others.status.as_u16(), 404);
}

#[tokio::test]
async fn where_somebody_was_goes_with_their_data() {
    let school = School::new().await;
    let lesson = school.lesson("Ascoltare", "2026-03-01T09:30", "1").await;
    let one = format!("{}/lezioni/{}", school.room, lesson.id);
    let ada = school.ada_in.to_string();
    school.app.as_person(&school.keeper).post(&format!("{one}/presenze"), &[("present", ada.as_str())]).await;
    let app = &school.app.app;
    let held = people::facade::export_person(app, school.ada.id()).await.unwrap().unwrap();
    assert_eq!(held["lessons"]["attended"][0]["lesson"], "Ascoltare");
    let mut tx = begin(&school.app, Act::ManageAccounts).await;
    people::facade::erase_person(&mut tx, app.holdings(), school.ada.id()).await.unwrap();
    people::facade::erase_person(&mut tx, app.holdings(), school.keeper.id()).await.unwrap();
    tx.commit().await.unwrap();
    let left: i64 = ::store::sql("SELECT CAST(COUNT(*) AS BIGINT) FROM lesson_presence")
        .value(school.app.db.db.reader())
        .await
        .unwrap()
        .unwrap();
    assert_eq!(left, 0);
}
