//! The second half of the path in one story, page by page: from the panel's answer to a certificate
//! that anyone can check.

use super::{begin, day};
use crate::{
    candidacy::{Candidacy, tests::field},
    course::{CertificateRules, CourseKind, NewCourse, NewCurriculum, Part, tests::module},
    edition::NewEdition,
    panel::tests::Circle,
};
use access::Act;
use kernel::{CourseId, Duration, Lang, Period};
use network::facade::{Claim, LivedExperience, NewExpert, NewRole, Standing};
use testkit::{Asks, Page, Who};

/// Seven hours beside Ada, and meetings of six hours of which one may miss a fifth.
fn course(circle: &Circle) -> NewCurriculum {
    NewCurriculum {
        organisation: circle.house.organisation,
        course: NewCourse {
            kind: CourseKind::InTheField,
            title: "Accanto a chi sa".to_owned(),
            summary: "Si impara accanto a esperti già attivi.".to_owned(),
            for_whom: String::new(),
            pace: String::new(),
            certificate: Some(CertificateRules {
                attendance_percent: 80,
                fieldwork_minutes: 420,
                shadowing_minutes: 420,
            }),
        },
        published: true,
        modules: vec![module("Insieme", Part::Theory, 360), module("Al fianco", Part::Shadowing, 420)],
        authors: Vec::new(),
        teachers: Vec::new(),
        teaching: Vec::new(),
        alignments: Vec::new(),
    }
}

/// The pages of a course that runs, and who opens them.
struct Path {
    circle: Circle,
    course: CourseId,
    /// Where the edition is kept.
    room: String,
    /// Where its certificates are signed.
    certificates: String,
}

impl Path {
    async fn new() -> Path {
        let circle = Circle::seated().await;
        let app = &circle.house.app;
        let mut tx = begin(app, Act::ManageCourses).await;
        let course = crate::course::create_courses(&mut tx, &[course(&circle)]).await.unwrap()[0];
        let new = NewEdition {
            title: "Primavera".to_owned(),
            starts: day("2026-04-01"),
            ends: day("2026-06-30"),
            places: 2,
            venue: "Trento".to_owned(),
            pace: String::new(),
            open: true,
        };
        let of = (course, circle.house.organisation, new);
        let edition = crate::edition::create_editions(&mut tx, &[of]).await.unwrap()[0];
        tx.commit().await.unwrap();
        let href = circle.house.href.clone();
        let room = format!("{href}/corsi/{course}/edizioni/{edition}");
        let path = Path { circle, course, room, certificates: format!("{href}/attestati/edizioni/{edition}") };
        path.ada_is_active().await;
        path.the_call_leads_here().await;
        path
    }
    /// Ada has a role as an expert, so that one can be at her side.
    async fn ada_is_active(&self) {
        let mut tx = begin(&self.circle.house.app, Act::ManageExperts).await;
        let role = NewRole {
            organisation: self.circle.house.organisation,
            standing: Standing::PartTime,
            title: "Accoglie".to_owned(),
            period: Period::since(day("2025-01-01")),
        };
        let expert = NewExpert {
            person: self.circle.ada.id(),
            lived: LivedExperience::User,
            claims: vec![Claim::Lived],
            roles: vec![role],
        };
        network::facade::create_experts(&mut tx, vec![expert]).await.unwrap();
        tx.commit().await.unwrap();
    }
    /// Whoever keeps the call says on its page where it leads.
    async fn the_call_leads_here(&self) {
        let house = &self.circle.house;
        let here = format!("{}/avvisi/{}", house.href, house.call);
        let version = field(&self.keeper().get(&here).await, "version");
        let course = self.course.to_string();
        let typed = [
            ("title", "Persone esperte per il centro diurno"),
            ("purpose", "Accogliere chi arriva."),
            ("valued", "Ascolto, empatia."),
            ("steps", "Scrivi poche righe\nCi incontriamo"),
            ("opens_on", "2026-03-01"),
            ("closes_on", "2026-03-31"),
            ("notes_days", "30"),
            ("forms", "interview"),
            ("leads_to", course.as_str()),
            ("version", version.as_str()),
        ];
        self.keeper().post(&here, &typed).await.leads_to(&here);
    }
    fn keeper(&self) -> Asks<'_> {
        self.circle.house.app.as_person(&self.circle.house.manager)
    }
    fn ada(&self) -> Asks<'_> {
        self.circle.house.app.as_person(&self.circle.ada)
    }
    fn paolo(&self) -> Asks<'_> {
        self.circle.house.app.as_person(&self.circle.paolo)
    }
    /// What is missing stands on the page of who signs, and there is nothing to press.
    async fn lacks(&self, what: &str) {
        self.ada().get(&self.certificates).await.ok().says(what).hides("Proponi e firma");
    }
    fn days_go_by(&self, days: i64) {
        self.circle.house.app.clock.advance(Duration::days(days));
    }
    /// Plans a meeting, and says where its list is.
    async fn meeting(&self, title: &str, starts: &str, minutes: &str) -> String {
        let list = format!("{}/lezioni", self.room);
        let form = [("title", title), ("part", "theory"), ("starts", starts), ("minutes", minutes), ("place", "Aula")];
        self.keeper().post(&format!("{list}/nuova"), &form).await.leads_to(&self.room);
        let text = self.keeper().get(&list).await.ok().text();
        let (before, _) = text.split_once(&format!(">{title}</a>")).expect(title);
        before.rsplit("href=\"").next().unwrap().split('"').next().unwrap().to_owned()
    }
    async fn met(&self, name: &str) -> (String, Candidacy) {
        let (own, of) = self.circle.house.sent(name, &format!("{}@example.org", name.to_lowercase())).await;
        self.circle.met(&own, &of).await;
        (own, of)
    }
}

/// Where the form of a page leads that begins and ends so.
fn action(page: &Page, start: &str, end: &str) -> String {
    let text = page.text();
    let mut all = text.split("action=\"").skip(1).filter_map(|rest| rest.split('"').next());
    all.find(|action| action.starts_with(start) && action.ends_with(end)).expect(end).to_owned()
}

/// Nina in the course: what she and those around her open.
struct Learning<'a> {
    path: &'a Path,
    nina: Who,
    /// Her place, as its number and as her own page.
    place: String,
    mine: String,
}

impl Learning<'_> {
    fn asks(&self) -> Asks<'_> {
        self.path.circle.house.app.as_person(&self.nina)
    }
    /// Three meetings: on the first the list is tapped, at the second Nina scans the code.
    async fn attends(&self) {
        let path = self.path;
        let first = path.meeting("Ascoltare", "2026-04-01T09:30", "3:00").await;
        let second = path.meeting("Raccontarsi", "2026-04-08T09:30", "2:00").await;
        path.meeting("Salutarsi", "2026-04-15T09:30", "1:00").await;
        path.days_go_by(22);
        path.keeper().post(&format!("{first}/presenze"), &[("present", &self.place)]).await.leads_to(&first);
        path.days_go_by(7);
        path.keeper().post(&format!("{second}/codice"), &[]).await.leads_to(&second);
        let page = path.keeper().get(&format!("{second}/codice")).await;
        let secret = page.ok().text().split("/presenza/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        self.asks().get(&format!("/presenza/{secret}")).await.ok().says("Sono qui");
        self.asks().post(&format!("/presenza/{secret}"), &[]).await.leads_to("/i-miei-corsi/");
        self.asks().get(&format!("{}/lezioni", self.mine)).await.ok().says("Ascoltare").says("Raccontarsi");
    }
    /// Each writes hours that the other confirms; what one of them wrote alone counts for nothing.
    async fn works_beside_ada(&self) {
        let (path, own) = (self.path, format!("{}/tirocinio", self.mine));
        let (agreed, ada) = (format!("{}/affiancamenti", path.room), path.circle.ada.id().to_string());
        let stay = [
            ("trainee", self.place.as_str()),
            ("kind", "shadowing"),
            ("context", "Centro diurno"),
            ("expert", ada.as_str()),
            ("starts", "2026-04-01"),
        ];
        path.keeper().post(&agreed, &stay).await.leads_to(&agreed);
        let page = self.asks().get(&own).await;
        page.ok().says("Centro diurno").says("Al tuo fianco: Ada");
        let morning = [("day", "2026-04-02"), ("minutes", "4:00"), ("what", "L’accoglienza")];
        self.asks().post(&action(&page, &own, "/ore"), &morning).await.leads_to(&own);
        path.lacks("Sul campo: 0 ore, ne servono 7 ore").await;
        let page = path.ada().get("/affiancamenti").await;
        let confirm = action(page.ok().says("L’accoglienza"), "/affiancamenti/ore/", "/conferma");
        path.ada().post(&confirm, &[("version", "1")]).await.leads_to("/affiancamenti");
        path.lacks("Sul campo: 4 ore, ne servono 7 ore").await;
        let write = action(&page, "/affiancamenti/", "/ore");
        path.ada().post(&write, &[("day", "2026-04-07"), ("minutes", "3:00")]).await.leads_to("/affiancamenti");
        let confirm = action(&self.asks().get(&own).await, &format!("{own}/ore/"), "/conferma");
        self.asks().post(&confirm, &[("version", "1")]).await.leads_to(&own);
    }
    /// It is Nina's: on paper, and checked by anyone she gives the code to.
    async fn keeps_the_certificate(&self) {
        let page = self.asks().get("/attestati").await;
        page.ok().says("Accanto a chi sa").says("Casa dei Pari");
        let certificate = page.links().into_iter().find(|link| link.starts_with("/attestati/")).unwrap();
        let page = self.asks().get(&certificate).await;
        page.ok().says("Ada").says("Paolo Prof");
        let paper = self.asks().get(&format!("{certificate}/attestato.pdf")).await;
        assert!(paper.bytes.starts_with(b"%PDF-1.7"));
        let text = page.text();
        let code = text.split("/verifica/").nth(1).and_then(|rest| rest.split(['"', '<']).next()).unwrap();
        let page = self.path.circle.house.app.as_visitor().get(&format!("/verifica/{code}")).await;
        page.ok().says("L’attestato è valido.").says("Accanto a chi sa").says("Casa dei Pari").hides("Nina");
    }
}

#[tokio::test]
async fn from_the_answer_of_the_panel_to_a_certificate_that_anyone_can_check() {
    let path = Path::new().await;
    let app = &path.circle.house.app;
    let (own, of) = path.met("Nina").await;
    path.circle.closes(&of, &[]).await.leads_to("/selezione");
    app.as_visitor().get(&own).await.ok().says("Inizia la formazione");

    // The answer was a place: nobody had to ask again.
    let nina = Who::new(of.person.unwrap(), "Nina");
    let page = app.as_person(&nina).get("/i-miei-corsi").await;
    page.ok().says("Accanto a chi sa").says("Primavera");
    let mine = page.links().into_iter().find(|link| link.starts_with("/i-miei-corsi/")).unwrap();
    let place = mine.rsplit('/').next().unwrap().to_owned();
    path.keeper().get(&path.room).await.ok().says("Nina").says("Posti occupati: 1 su 2");
    path.keeper().get(&format!("{}/persone/{place}", path.room)).await.ok().says("Arriva da una candidatura");
    let learning = Learning { path: &path, nina, place, mine };

    // Who signs is chosen; nothing can be proposed while something is missing.
    let here = path.certificates.as_str();
    let (ada, paolo) = (path.circle.ada.id().to_string(), path.circle.paolo.id().to_string());
    let signing = [("expert", ada.as_str()), ("professional", paolo.as_str())];
    path.keeper().post(&format!("{here}/firme"), &signing).await.leads_to(here);
    path.lacks("Incontri: 0 ore, ne servono 4 ore e 48 minuti").await;
    learning.attends().await;
    learning.works_beside_ada().await;

    // All that the course asks is there: one of each kind signs, and it is issued once.
    path.ada().get(here).await.ok().says("Hanno fatto tutto quello che il corso chiede").says("Nina");
    path.ada().in_lang(Lang::En).get(here).await.ok().says("Nina");
    path.ada().post(&format!("{here}/proponi"), &[("all", "1")]).await.leads_to(here);
    path.ada().get(here).await.ok().says("Nessun attestato firmato aspetta il rilascio");
    path.paolo().post(&format!("{here}/firma"), &[("all", "1")]).await.leads_to(here);
    for _ in 0..2 {
        path.paolo().post(&format!("{here}/rilascia"), &[("all", "1")]).await.leads_to(here);
    }
    path.keeper().get(here).await.ok().says("Rilasciato").says("Nina");
    learning.keeps_the_certificate().await;
}
