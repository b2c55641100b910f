//! Stories of certificates: who signs, who issues, whose they are.

mod together;
mod whole;

use super::*;
use crate::{
    course::{CertificateRules, CourseKind, NewAlignment, NewCourse, NewCurriculum},
    edition::{EnrolmentState, NewEdition, NewEnrolment},
    panel::Side,
};
use access::{Permit, Role, Scope, Target};
use credentials::facade::{Form, credentials_of};
use kernel::{Lang, NaiveDate, Period};
use network::facade::{NewOrganisation, OrganisationKind, create_organisation};
use people::facade::NewPerson;
use testkit::{TestApp, Who};

/// An organisation with a course that is over, and the people of a story.
pub(crate) struct House {
    pub app: TestApp,
    pub organisation: OrganisationId,
    pub href: String,
    pub manager: Who,
    pub expert: Who,
    pub professional: Who,
    pub edition: EditionId,
    pub trainees: Vec<Who>,
}

pub(crate) async fn begin(app: &TestApp, act: Act) -> Tx {
    Permit::ask(&Actor::cli(), act, Target::Network).unwrap().begin(&app.db.db).await.unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// What the course of the story asks.
fn rules_of(shadowing_minutes: u32) -> CertificateRules {
    CertificateRules { attendance_percent: 80, fieldwork_minutes: shadowing_minutes, shadowing_minutes }
}

impl House {
    /// A course that asks for `shadowing` minutes at the side of an expert, with `trainees` in it.
    pub(crate) async fn with(trainees: usize, shadowing: u32) -> House {
        let app = TestApp::new(|| {
            vec![people::slice(), consensus::slice(), network::slice(), credentials::slice(), crate::slice()]
        })
        .await;
        let mut tx = begin(&app, Act::RegisterOrganisation).await;
        let new = NewOrganisation::new("Casa dei Pari", OrganisationKind::Association, "Trento", "TN");
        let organisation = create_organisation(&mut tx, new).await.unwrap();
        tx.commit().await.unwrap();
        let found = network::facade::organisation(app.db.db.reader(), organisation).await.unwrap().unwrap();
        let scope = Scope::Organisation(organisation);
        let one = |name: &str, role: Role| app.person(name).role(role, scope);
        let manager = one("Marta Manzi", Role::OrganisationManager);
        let expert = one("Elio Esposito", Role::Expert);
        let professional = one("Olga Orsi", Role::Professional);
        let trainees: Vec<Who> = (0..trainees).map(|n| app.person(&format!("Tina {n:04}"))).collect();
        let (course, edition) = (course(organisation, shadowing), edition());
        let mut tx = begin(&app, Act::ManageAccounts).await;
        let all = [&manager, &expert, &professional].into_iter().chain(&trainees);
        let people = all.enumerate().map(|(n, who)| (who.id(), person(n, who))).collect();
        people::facade::new_people(&mut tx, people).await.unwrap();
        let since = Period::since(day("2020-01-01"));
        for (who, role) in [(&expert, Role::Expert), (&professional, Role::Professional)] {
            people::facade::give_role(&mut tx, who.id(), role, scope, since).await.unwrap();
        }
        let course = crate::course::create_courses(&mut tx, &[course]).await.unwrap()[0];
        let edition = crate::edition::create_editions(&mut tx, &[(course, organisation, edition)]).await.unwrap()[0];
        let places: Vec<NewEnrolment> = trainees.iter().map(|who| place(edition, who)).collect();
        crate::edition::create_enrolments(&mut tx, &places).await.unwrap();
        tx.commit().await.unwrap();
        House { organisation, href: found.href(), manager, expert, professional, edition, trainees, app }
    }
    pub(crate) fn page(&self) -> String {
        format!("{}/attestati/edizioni/{}", self.href, self.edition)
    }
    fn signatories(&self) -> [Signatory; 2] {
        [
            Signatory { person: self.expert.id(), side: Side::Expert },
            Signatory { person: self.professional.id(), side: Side::Professional },
        ]
    }
    async fn name_signatories(&self) {
        let mut tx = begin(&self.app, Act::ManageCourses).await;
        name_signatories(&mut tx, self.organisation, self.edition, &self.signatories()).await.unwrap();
        tx.commit().await.unwrap();
    }
    async fn all(&self) -> Vec<Certificate> {
        store::of_edition(self.app.db.db.reader(), self.edition).await.unwrap()
    }
    /// Everybody's certificate, signed twice.
    async fn sign_all(&self) -> Vec<Certificate> {
        self.name_signatories().await;
        let [first, second] = self.signatories();
        let mut tx = begin(&self.app, Act::SignCertificate).await;
        let signed = sign_ready(&mut tx, self.edition, first, Some(second)).await.unwrap();
        tx.commit().await.unwrap();
        signed
    }
    /// Everybody's certificate, issued.
    pub(crate) async fn issue_all(&self) -> Vec<Certificate> {
        self.sign_all().await;
        let post = self.app.as_person(&self.expert).post(&format!("{}/rilascia", self.page()), &[("all", "1")]).await;
        post.leads_to(&self.href);
        while issue_waiting(&self.app.app).await.unwrap() > 0 {}
        self.all().await
    }
    async fn issued_credentials(&self, who: &Who) -> usize {
        credentials_of(self.app.db.db.reader(), who.id()).await.unwrap().len()
    }
}

fn person(n: usize, who: &Who) -> NewPerson {
    let name = who.actor().signed_in().unwrap().name.clone();
    let email = kernel::EmailAddress::parse("email", &format!("p{n}@example.org")).ok();
    NewPerson { display_name: name, email, lang: Lang::It }
}

fn course(organisation: OrganisationId, shadowing: u32) -> NewCurriculum {
    NewCurriculum {
        organisation,
        course: NewCourse {
            kind: CourseKind::Structured,
            title: "Formazione di base".to_owned(),
            summary: "Ascolto, gruppi, diritti.".to_owned(),
            for_whom: String::new(),
            pace: String::new(),
            certificate: Some(rules_of(shadowing)),
        },
        published: true,
        modules: Vec::new(),
        authors: Vec::new(),
        teachers: Vec::new(),
        teaching: Vec::new(),
        alignments: vec![NewAlignment {
            framework: "SAMHSA".to_owned(),
            code: "II".to_owned(),
            name: "Dare sostegno".to_owned(),
            url: "https://example.org/samhsa".to_owned(),
        }],
    }
}

fn edition() -> NewEdition {
    NewEdition {
        title: "Primavera".to_owned(),
        starts: day("2025-03-01"),
        ends: day("2026-02-20"),
        places: 500,
        venue: "Trento".to_owned(),
        pace: String::new(),
        open: false,
    }
}

fn place(edition: EditionId, who: &Who) -> NewEnrolment {
    NewEnrolment {
        edition,
        person: who.id(),
        candidacy: None,
        state: EnrolmentState::Admitted,
        asked_at: "2025-02-01T10:00:00Z".parse().unwrap(),
        belonging: None,
        group_offered_on: None,
    }
}

#[tokio::test]
async fn two_people_of_both_kinds_sign_and_it_is_issued_once() {
    let house = House::with(1, 0).await;
    let tina = &house.trainees[0];
    let page = house.page();
    let as_of = |who: &'static str| match who {
        "manager" => house.app.as_person(&house.manager),
        "expert" => house.app.as_person(&house.expert),
        _ => house.app.as_person(&house.professional),
    };
    // Who signs is chosen first, and the page says that somebody of each kind is needed.
    as_of("manager").get(&page).await.ok().says("almeno una persona esperta e una");
    as_of("expert").get(&page).await.is(axum::http::StatusCode::NOT_FOUND);
    let (expert, professional) = (house.expert.id().to_string(), house.professional.id().to_string());
    let form = format!("{page}/firme");
    as_of("manager").get(&form).await.ok().says("Elio Esposito").says("Olga Orsi").says("Prima chiedi se va bene");
    as_of("manager").post(&form, &[("expert", &expert)]).await.invalid().says("Scegli almeno una persona");
    as_of("manager").post(&form, &[("expert", &expert), ("professional", &professional)]).await.leads_to(&page);
    // The expert proposes, and cannot be the second as well.
    as_of("expert")
        .get(&page)
        .await
        .ok()
        .says("Tina 0000")
        .says("Proponi e firma")
        .says("e che sei una persona esperta");
    as_of("expert").post(&format!("{page}/proponi"), &[]).await.invalid().says("Scegli almeno una persona");
    as_of("expert").post(&format!("{page}/proponi"), &[("all", "1")]).await.leads_to(&page);
    as_of("expert").post(&format!("{page}/proponi"), &[("all", "1")]).await.leads_to(&page);
    let certificate = house.all().await.remove(0);
    let id = certificate.id.to_string();
    as_of("expert").post(&format!("{page}/firma"), &[("who", &id)]).await.invalid().says("hai già firmato");
    as_of("manager").post(&format!("{page}/firma"), &[("who", &id)]).await.invalid();
    as_of("expert").post(&format!("{page}/rilascia"), &[("who", &id)]).await.leads_to(&page);
    assert_eq!(house.all().await[0].stage, Stage::Proposed);
    // The professional finds it among what waits, signs, and issues.
    let steps = steps(&house.app.db.db, &house.professional.actor()).await.unwrap();
    assert!(steps.iter().any(|step| step.key == "certificate-step-sign" && step.href == page));
    let said = web::ui::Steps::new(&house.app.app.t(Lang::It), steps).to_string();
    assert!(said.contains("Un attestato aspetta la tua firma: Casa dei Pari"), "{said}");
    as_of("professional").get(&page).await.ok().says("Aspettano la tua firma");
    as_of("professional").in_lang(Lang::En).get(&page).await.ok().says("They wait for your signature");
    as_of("professional").post(&format!("{page}/firma"), &[("who", &id)]).await.leads_to(&page);
    as_of("professional").post(&format!("{page}/rilascia"), &[("who", &id)]).await.leads_to(&page);
    as_of("professional").post(&format!("{page}/rilascia"), &[("who", &id)]).await.leads_to(&page);
    assert_eq!((house.all().await.len(), house.issued_credentials(tina).await), (1, 1));
    // Whose it is finds it on the start page for a while, and it is nothing that presses.
    let offered = async || super::steps(&house.app.db.db, &tina.actor()).await.unwrap();
    let here = format!("/attestati/{}", certificate.id);
    let is_told = |step: &NextStep| step.key == "certificate-step-new" && step.href == here && !step.urgent;
    assert!(offered().await.iter().any(is_told));
    house.app.clock.advance(Duration::days(31));
    assert!(offered().await.is_empty());
    as_of("manager").get(&page).await.ok().says("Rilasciato").says("Revoca");
    as_of("manager").get(&format!("{}/attestati", house.href)).await.ok().says("Un attestato rilasciato");
}

#[tokio::test]
async fn the_person_keeps_shows_and_downloads_what_is_theirs() {
    let house = House::with(2, 0).await;
    let all = house.issue_all().await;
    let tina = &house.trainees[0];
    let own = all.iter().find(|one| one.holder == tina.id()).unwrap();
    let here = format!("/attestati/{}", own.id);
    let asks = || house.app.as_person(tina);
    asks().get("/attestati").await.ok().says("Formazione di base").says("Casa dei Pari");
    asks().in_lang(Lang::En).get("/attestati").await.ok().says("Your certificates");
    asks().get(&here).await.ok().says("Che cosa vede chi verifica").says("/verifica/").says("Elio Esposito");
    asks().in_lang(Lang::En).get(&here).await.ok().says("What a check shows");
    for lang in Lang::ALL {
        let paper = asks().in_lang(lang).get(&format!("{here}/attestato.pdf")).await;
        assert!(paper.bytes.starts_with(b"%PDF-1.7"), "{lang}");
    }
    for form in Form::ALL {
        let file = asks().get(&format!("{here}/forme/{}", form.code())).await;
        assert!(file.status.is_success() && !file.bytes.is_empty(), "{}", form.code());
    }
    asks().post(&format!("{here}/mostra"), &[("shown", "holder"), ("shown", "hours")]).await.leads_to(&here);
    let issued = &credentials_of(house.app.db.db.reader(), tina.id()).await.unwrap()[0];
    assert_eq!(issued.shown.parts().len(), 2);
    // Nobody else comes here, whoever they are.
    for other in [&house.trainees[1], &house.manager, &house.expert] {
        house.app.as_person(other).get(&here).await.is(axum::http::StatusCode::NOT_FOUND);
        let path = format!("{here}/attestato.pdf");
        assert_eq!(house.app.as_person(other).get(&path).await.status.as_u16(), 404);
    }
    house.app.as_visitor().get(&here).await.leads_to("/accedi");
    let secretariat = house.app.person("Sara").role(Role::Secretariat, Scope::Network);
    assert_eq!(house.app.as_person(&secretariat).get(&house.page()).await.status.as_u16(), 403);
    // The mail says nothing of it.
    let (mails, _) = people::facade::outbox(house.app.db.db.reader(), 1).await.unwrap();
    let said: Vec<String> = mails.iter().map(|line| format!("{line:?}").to_lowercase()).collect();
    assert!(said.iter().any(|mail| mail.contains("c’è qualcosa di nuovo per te")), "{said:?}");
    assert!(said.iter().all(|mail| !mail.contains("attestato di") && !mail.contains("espert")), "{said:?}");
}

#[tokio::test]
async fn nobody_signs_a_certificate_of_their_own() {
    let house = House::with(1, 0).await;
    let tina = house.trainees[0].clone().role(Role::Expert, Scope::Organisation(house.organisation));
    let mut tx = begin(&house.app, Act::ManageCourses).await;
    let all = [Signatory { person: tina.id(), side: Side::Expert }, house.signatories()[1]];
    name_signatories(&mut tx, house.organisation, house.edition, &all).await.unwrap();
    tx.commit().await.unwrap();
    let page = house.page();
    let asks = house.app.as_person(&tina);
    asks.get(&page).await.ok().says("è il tuo attestato: lo firma un’altra persona");
    asks.post(&format!("{page}/proponi"), &[("all", "1")]).await.leads_to(&page);
    assert!(house.all().await.is_empty());
    house.app.as_person(&house.professional).post(&format!("{page}/proponi"), &[("all", "1")]).await.leads_to(&page);
    let id = house.all().await[0].id.to_string();
    asks.post(&format!("{page}/firma"), &[("who", &id)]).await.invalid().says("lo firma un’altra persona");
    assert_eq!(house.all().await[0].stage, Stage::Proposed);
    // The table says so too, whatever the program does.
    let mut tx = begin(&house.app, Act::SignCertificate).await;
    let new = NewCertificate {
        organisation: house.organisation,
        edition: house.edition,
        enrolment: kernel::EnrolmentId::from_uuid(house.edition.uuid()),
        holder: tina.id(),
    };
    assert!(many::propose(&mut tx, &[new], tina.id(), Side::Expert).await.is_err());
}

#[tokio::test]
async fn what_the_course_asks_comes_first() {
    let house = House::with(1, 90).await;
    house.name_signatories().await;
    let page = house.page();
    let asks = house.app.as_person(&house.expert);
    asks.get(&page).await.ok().says("In affiancamento: 0 ore, ne servono 1 ora e 30 minuti").hides("Proponi e firma");
    let places = crate::edition::enrolments(house.app.db.db.reader(), house.edition).await.unwrap();
    let id = places[0].id.to_string();
    asks.post(&format!("{page}/proponi"), &[("who", &id)]).await.leads_to(&page);
    assert!(house.all().await.is_empty());
    let [first, second] = house.signatories();
    let mut tx = begin(&house.app, Act::SignCertificate).await;
    assert_eq!(certify_ready(&mut tx, &house.app.app, house.edition, first, second).await.unwrap(), 0);
}

#[tokio::test]
async fn it_is_revoked_for_an_error_in_issuing_and_issued_anew() {
    let house = House::with(1, 0).await;
    let own = house.issue_all().await.remove(0);
    let tina = &house.trainees[0];
    let form = format!("{}/attestati/{}/revoca", house.href, own.id);
    let asks = || house.app.as_person(&house.manager);
    let version = own.version.to_string();
    asks().get(&form).await.ok().says("solo se qualcosa è andato storto nel rilasciarlo");
    asks().in_lang(Lang::En).get(&form).await.ok().says("only when something went wrong in issuing it");
    let refused = asks().post(&form, &[("version", &version), ("error", "relapse")]).await;
    refused.invalid().says("Scegli che cosa è andato storto").says("conferma qui");
    let right = [("version", version.as_str()), ("error", "wrong-name"), ("sure", "1")];
    assert_eq!(house.app.as_person(&house.expert).post(&form, &right).await.status.as_u16(), 403);
    asks().post(&form, &right).await.leads_to(&house.page());
    assert_eq!(asks().post(&form, &right).await.status.as_u16(), 404);
    let here = format!("/attestati/{}", own.id);
    house.app.as_person(tina).get(&here).await.ok().says("Il nome non è scritto bene").says("Non riguarda te");
    assert_eq!(house.app.as_person(tina).get(&format!("{here}/attestato.pdf")).await.status.as_u16(), 404);
    let papers: Option<i64> = ::store::sql("SELECT CAST(COUNT(*) AS BIGINT) FROM certificate_paper")
        .value(house.app.db.db.reader())
        .await
        .unwrap();
    assert_eq!(papers, Some(0));
    // The right one can follow.
    let [first, second] = house.signatories();
    let mut tx = begin(&house.app, Act::SignCertificate).await;
    assert_eq!(certify_ready(&mut tx, &house.app.app, house.edition, first, second).await.unwrap(), 1);
    tx.commit().await.unwrap();
    house.app.as_person(tina).get("/attestati").await.ok().says("Rilasciato").says("Revocato");
}

#[tokio::test]
async fn what_cannot_be_set_on_paper_is_not_issued_and_the_signatures_stay() {
    let house = House::with(1, 0).await;
    house.sign_all().await;
    // A sign that no typeface of the house has.
    let tx = begin(&house.app, Act::Operate).await;
    ::store::sql("UPDATE person SET display_name = 'Tina 李' WHERE id = $1")
        .bind(house.trainees[0].id().uuid())
        .run(tx.conn())
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let (page, issue) = (house.page(), format!("{}/rilascia", house.page()));
    let asks = house.app.as_person(&house.expert);
    asks.post(&issue, &[("all", "1")]).await.invalid().says("Non è stato rilasciato niente");
    asks.get(&page).await.ok().says("Rilascia gli attestati scelti");
    assert_eq!(house.all().await[0].stage, Stage::Signed);
    assert_eq!(house.issued_credentials(&house.trainees[0]).await, 0);
    let (mails, _) = people::facade::outbox(house.app.db.db.reader(), 1).await.unwrap();
    assert!(mails.is_empty(), "{mails:?}");
}

#[tokio::test]
async fn a_double_click_issues_once_and_the_second_is_told() {
    let house = House::with(3, 0).await;
    let signed = house.sign_all().await;
    let issue = format!("{}/rilascia", house.page());
    let ids: Vec<String> = signed.iter().map(|one| one.id.to_string()).collect();
    let fields: Vec<(&str, &str)> = ids.iter().map(|id| ("who", id.as_str())).collect();
    let (expert, professional) = (house.app.as_person(&house.expert), house.app.as_person(&house.professional));
    let (one, two, three) =
        tokio::join!(expert.post(&issue, &fields), expert.post(&issue, &fields), professional.post(&issue, &fields));
    for answer in [one, two, three] {
        assert!(matches!(answer.status.as_u16(), 303 | 409), "{}", answer.text());
    }
    for who in &house.trainees {
        assert_eq!(house.issued_credentials(who).await, 1);
    }
    assert!(house.all().await.iter().all(|one| one.stage == Stage::Issued));
}

#[tokio::test]
async fn many_are_issued_as_work_that_shows_how_far_it_is() {
    let house = House::with(6, 0).await;
    house.sign_all().await;
    let asks = || house.app.as_person(&house.expert);
    let issue = format!("{}/rilascia", house.page());
    let first = asks().post(&issue, &[("all", "1")]).await;
    let page = first.leads_to(&format!("{}/attestati/lavori/", house.href)).location();
    // Pressed twice, it is the same work.
    assert_eq!(asks().post(&issue, &[("all", "1")]).await.location(), page);
    asks().get(&page).await.ok().says("Rilasciati 0 attestati su 6").says("Guarda a che punto è");
    assert!(issuing_waits(house.app.db.db.reader()).await.unwrap());
    while issue_waiting(&house.app.app).await.unwrap() > 0 {}
    asks().get(&page).await.ok().says("Finito: rilasciati 6 attestati su 6");
    asks().in_lang(Lang::En).get(&page).await.ok().says("Done: 6 certificates of 6");
    assert!(!issuing_waits(house.app.db.db.reader()).await.unwrap());
    for who in &house.trainees {
        assert_eq!(house.issued_credentials(who).await, 1);
    }
    assert_eq!(house.app.as_person(&house.trainees[0]).get(&page).await.status.as_u16(), 403);
}

#[tokio::test]
async fn work_that_was_broken_off_goes_on_where_it_was_and_doubles_nothing() {
    let house = House::with(5, 0).await;
    house.sign_all().await;
    let mut tx = begin(&house.app, Act::SignCertificate).await;
    begin_issuing(&mut tx, house.edition).await.unwrap();
    tx.commit().await.unwrap();
    // Two nodes at once, which a lease would keep apart.
    let (one, two) = tokio::join!(issue_waiting(&house.app.app), issue_waiting(&house.app.app));
    assert!(one.is_ok() || two.is_ok());
    // The papers were lost on the way.
    let tx = begin(&house.app, Act::Operate).await;
    ::store::sql("DELETE FROM certificate_paper").run(tx.conn()).await.unwrap();
    tx.commit().await.unwrap();
    while issue_waiting(&house.app.app).await.unwrap() > 0 {}
    for who in &house.trainees {
        assert_eq!(house.issued_credentials(who).await, 1);
    }
    let papers: Option<i64> = ::store::sql("SELECT CAST(COUNT(*) AS BIGINT) FROM certificate_paper")
        .value(house.app.db.db.reader())
        .await
        .unwrap();
    assert_eq!(papers, Some(5));
}

#[tokio::test]
async fn whose_certificate_is_signed_again_reads_once_why_and_what_to_do() {
    let house = House::with(2, 0).await;
    house.issue_all().await;
    let (db, tina) = (&house.app.db.db, &house.trainees[0]);
    let before = credentials_of(db.reader(), tina.id()).await.unwrap().remove(0);
    let form = format!("{}/emittente/chiavi/{}/compromessa", house.href, before.key);
    let typed = [("since", "2026-03-01"), ("why", "Un computer rubato."), ("sure", "1")];
    house.app.as_person(&house.manager).post(&form, &typed).await.leads_to(&house.href);
    let here = format!("/attestati/{}", house.all().await.iter().find(|one| one.holder == tina.id()).unwrap().id);
    house.app.as_person(tina).get(&here).await.ok().hides("firma nuova");
    assert!(signing_again_waits(db.reader()).await.unwrap());
    // Two nodes at once, which a lease would keep apart.
    let (one, two) = tokio::join!(sign_again_waiting(&house.app.app), sign_again_waiting(&house.app.app));
    assert!(one.is_ok() || two.is_ok());
    while sign_again_waiting(&house.app.app).await.unwrap() > 0 {}
    assert!(!signing_again_waits(db.reader()).await.unwrap());

    let after = credentials_of(db.reader(), tina.id()).await.unwrap().remove(0);
    assert_eq!((after.id, &after.code, &after.record), (before.id, &before.code, &before.record));
    let (letters, _) = people::facade::outbox(db.reader(), 1).await.unwrap();
    let again = letters.iter().filter(|letter| letter.subject == "Un tuo documento ha una firma nuova");
    let mut to: Vec<String> = again.map(|letter| letter.to.clone()).collect();
    to.sort();
    assert_eq!(to, ["p3@example.org", "p4@example.org"]);
    house.app.as_person(tina).get(&here).await.ok().says("questo attestato ha una firma nuova");
    house.app.as_person(tina).in_lang(Lang::En).get(&here).await.ok().says("has a new signature");
    house.app.as_visitor().get(&before.path()).await.ok().says("L’attestato è valido.");
}

#[tokio::test]
async fn what_is_held_is_handed_over_and_erased() {
    let house = House::with(2, 0).await;
    house.issue_all().await;
    let db = &house.app.db.db;
    let tina = house.trainees[0].id();
    let held = Held.export(db, tina).await.unwrap();
    assert_eq!(held["own"][0]["stage"], "issued");
    let held = Held.export(db, house.expert.id()).await.unwrap();
    assert_eq!((&held["named_to_sign"][0]["as"], &held["signed"][0]["as"]), (&json!("expert"), &json!("expert")));
    let mut tx = begin(&house.app, Act::ManageAccounts).await;
    Held.erase(&mut tx, tina).await.unwrap();
    Held.erase(&mut tx, house.expert.id()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(Held.export(db, tina).await.unwrap()["own"].as_array().unwrap().len(), 0);
    let left = house.all().await;
    assert_eq!((left.len(), left[0].first.by, left[0].stage), (1, None, Stage::Issued));
}
