//! How long it takes to issue a thousand certificates: signed in all forms, set on paper, written to
//! each person, by the work that a button of the page begins and a job goes on with.
//!
//! `cargo bench --package pathway --bench certificates`; of another number: `… -- 100`. With
//! `ALLAPARI_TEST_DATABASE` on PostgreSQL, whose own processor time is not counted.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement that cannot begin has failed")]

use access::{Act, Actor, Permit, Role, Scope, Target};
use kernel::{EditionId, EmailAddress, Env, Lang, NaiveDate, OrganisationId, Period};
use network::facade::{NewOrganisation, OrganisationKind, create_organisation};
use pathway::facade::{
    CertificateRules, CourseKind, EnrolmentState, NewCourse, NewCurriculum, NewEdition, NewEnrolment, Side, Signatory,
    create_courses, create_editions, create_enrolments, issue_waiting, name_signatories, sign_ready,
};
use people::facade::NewPerson;
use rustix::time::{ClockId, clock_gettime};
use std::time::{Duration, Instant};
use store::{Db, Options};
use testkit::{TestApp, Who};
use web::{App, Site, Slice};

/// What two cores have to keep up, in a second.
const BOUND: f64 = 25.0;

fn slices() -> Vec<Slice> {
    vec![people::slice(), consensus::slice(), network::slice(), credentials::slice(), pathway::slice()]
}

async fn begin(app: &App, act: Act) -> access::Tx {
    Permit::ask(&Actor::cli(), act, Target::Network).unwrap().begin(app.db()).await.unwrap()
}

/// An edition that is over, whose certificates two people signed.
struct House {
    pages: TestApp,
    /// The node that does the work: it writes as durably as in service.
    node: App,
    expert: Who,
    /// Where the certificates of the edition are kept.
    page: String,
}

impl House {
    async fn with(trainees: usize) -> House {
        let pages = TestApp::new(slices).await;
        let db = Db::connect(&pages.db.url, Env::system(), Options::default()).await.unwrap();
        let identity = Box::new(people::facade::Identity);
        let node = web::assemble(db, Site::for_tests(), identity, slices()).unwrap().app;
        let mut tx = begin(&node, Act::RegisterOrganisation).await;
        let new = NewOrganisation::new("Casa dei Pari", OrganisationKind::Association, "Trento", "TN");
        let organisation = create_organisation(&mut tx, new).await.unwrap();
        tx.commit().await.unwrap();
        let found = network::facade::organisation(node.db().reader(), organisation).await.unwrap().unwrap();
        let scope = Scope::Organisation(organisation);
        let expert = pages.person("Elio Esposito").role(Role::Expert, scope);
        let professional = pages.person("Olga Orsi").role(Role::Professional, scope);
        let trainees: Vec<Who> = (0..trainees).map(|n| pages.person(&format!("Tina {n:04}"))).collect();
        put_on_record(&node, scope, [&expert, &professional], &trainees).await;
        let edition = taught(&node, organisation, &trainees).await;
        let (first, second) = (
            Signatory { person: expert.id(), side: Side::Expert },
            Signatory { person: professional.id(), side: Side::Professional },
        );
        let mut tx = begin(&node, Act::SignCertificate).await;
        name_signatories(&mut tx, organisation, edition, &[first, second]).await.unwrap();
        let signed = sign_ready(&mut tx, edition, first, Some(second)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(signed.len(), trainees.len());
        let page = format!("{}/attestati/edizioni/{edition}", found.href());
        House { pages, node, expert, page }
    }
    /// Presses the button, and says where one sees how far the work is.
    async fn press(&self) -> String {
        let asks = self.pages.as_person(&self.expert);
        asks.post(&format!("{}/rilascia", self.page), &[("all", "1")]).await.leads_to("/realta/").location()
    }
    /// What that page says.
    async fn progress(&self, page: &str) -> String {
        let text = self.pages.as_person(&self.expert).get(page).await.text();
        let said = text.split("id=\"avanzamento\">").nth(1).and_then(|rest| rest.split('<').next());
        said.unwrap_or("?").to_owned()
    }
}

async fn put_on_record(app: &App, scope: Scope, signing: [&Who; 2], trainees: &[Who]) {
    let person = |(n, who): (usize, &Who)| {
        let display_name = who.actor().signed_in().unwrap().name.clone();
        let email = EmailAddress::parse("email", &format!("p{n}@example.org")).ok();
        (who.id(), NewPerson { display_name, email, lang: Lang::It })
    };
    let people = signing.into_iter().chain(trainees).enumerate().map(person).collect();
    let mut tx = begin(app, Act::ManageAccounts).await;
    people::facade::new_people(&mut tx, people).await.unwrap();
    let since = Period::since(day("2020-01-01"));
    for (who, role) in signing.into_iter().zip([Role::Expert, Role::Professional]) {
        people::facade::give_role(&mut tx, who.id(), role, scope, since).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn taught(app: &App, organisation: OrganisationId, trainees: &[Who]) -> EditionId {
    let mut tx = begin(app, Act::ManageCourses).await;
    let course = create_courses(&mut tx, &[course(organisation)]).await.unwrap()[0];
    let edition = create_editions(&mut tx, &[(course, organisation, edition(trainees.len()))]).await.unwrap()[0];
    let place = |who: &Who| NewEnrolment {
        edition,
        person: who.id(),
        candidacy: None,
        state: EnrolmentState::Admitted,
        asked_at: "2025-02-01T10:00:00Z".parse().unwrap(),
        belonging: None,
        group_offered_on: None,
    };
    create_enrolments(&mut tx, &trainees.iter().map(place).collect::<Vec<_>>()).await.unwrap();
    tx.commit().await.unwrap();
    edition
}

fn course(organisation: OrganisationId) -> NewCurriculum {
    NewCurriculum {
        organisation,
        course: NewCourse {
            kind: CourseKind::Structured,
            title: "Formazione di base".to_owned(),
            summary: "Ascolto, gruppi, diritti.".to_owned(),
            for_whom: String::new(),
            pace: String::new(),
            certificate: Some(CertificateRules { attendance_percent: 80, fieldwork_minutes: 0, shadowing_minutes: 0 }),
        },
        published: true,
        modules: Vec::new(),
        authors: Vec::new(),
        teachers: Vec::new(),
        teaching: Vec::new(),
        alignments: Vec::new(),
    }
}

fn edition(places: usize) -> NewEdition {
    NewEdition {
        title: "Primavera".to_owned(),
        starts: day("2025-03-01"),
        ends: day("2026-02-20"),
        places: u32::try_from(places).unwrap(),
        venue: "Trento".to_owned(),
        pace: String::new(),
        open: false,
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// What all threads of this process have worked so far.
fn processor_time() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(u64::try_from(time.tv_sec).unwrap(), u32::try_from(time.tv_nsec).unwrap())
}

#[tokio::main]
async fn main() {
    let count = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(1000);
    let house = House::with(count).await;
    let page = house.press().await;
    let (begun, worked) = (Instant::now(), processor_time());
    let mut tenth = 0;
    let mut done = 0;
    loop {
        let portion = issue_waiting(&house.node).await.unwrap();
        if portion == 0 {
            break;
        }
        done += portion;
        if done * 10 / count > tenth {
            tenth = done * 10 / count;
            println!("{:6.1} s  {}", begun.elapsed().as_secs_f64(), house.progress(&page).await);
        }
    }
    let (took, worked) = (begun.elapsed().as_secs_f64(), (processor_time() - worked).as_secs_f64());
    let said = house.progress(&page).await;
    assert!(said.starts_with(&format!("Finito: rilasciati {count} attestati su {count}")), "{said}");
    let rate = count as f64 / took;
    let kept = if rate >= BOUND { "kept" } else { "not kept" };
    println!("{count} certificates in {took:.1} s, all forms and PDF, on {:?}", house.node.db().engine());
    println!("{rate:.1} certificates a second (bound for a release build on two cores: {BOUND}, {kept})");
    println!("{:.1} ms of processor time each", 1000.0 * worked / count as f64);
}
