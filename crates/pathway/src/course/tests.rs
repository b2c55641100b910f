//! Stories of courses: a curriculum written together, what the Charter says of it, who reads it.

use super::*;
use crate::{
    call::tests::{begin, put_on_record},
    course::rules::{share, taught},
};
use access::{Role, Scope};
use axum::http::StatusCode;
use kernel::{Lang, Period};
use network::facade::{NewOrganisation, OrganisationKind, create_organisation};
use testkit::{TestApp, Who};

/// A course in the field of which nothing but its name is settled.
pub(crate) fn bare(organisation: OrganisationId) -> NewCurriculum {
    NewCurriculum {
        organisation,
        course: NewCourse {
            kind: CourseKind::InTheField,
            title: "Imparare insieme".to_owned(),
            summary: "Sul campo".to_owned(),
            for_whom: String::new(),
            pace: String::new(),
            certificate: None,
        },
        published: true,
        modules: Vec::new(),
        authors: Vec::new(),
        teachers: Vec::new(),
        teaching: Vec::new(),
        alignments: Vec::new(),
    }
}

/// A module of one part that covers every aim.
pub(crate) fn module(title: &str, part: Part, minutes: u32) -> NewModule {
    NewModule {
        title: title.to_owned(),
        words: String::new(),
        minutes: PartMinutes::default().with(part, minutes),
        aims: Aim::all().collect(),
    }
}

/// An organisation with a trainer, an expert and a professional, who hold their roles on record.
pub(crate) struct School {
    pub app: TestApp,
    pub organisation: OrganisationId,
    pub href: String,
    pub trainer: Who,
    pub expert: Who,
    pub professional: Who,
}

impl School {
    pub(crate) async fn new() -> School {
        let slices =
            || vec![people::slice(), consensus::slice(), network::slice(), credentials::slice(), crate::slice()];
        let app = TestApp::new(slices).await;
        let mut tx = begin(&app, Act::RegisterOrganisation).await;
        let new = NewOrganisation::new("Casa dei Pari", OrganisationKind::Association, "Trento", "TN");
        let organisation = create_organisation(&mut tx, new).await.unwrap();
        tx.commit().await.unwrap();
        let href = network::facade::organisation(app.db.db.reader(), organisation).await.unwrap().unwrap().href();
        let scope = Scope::Organisation(organisation);
        let trainer = app.person("Tina").role(Role::Trainer, scope);
        let expert = app.person("Elena").role(Role::Expert, scope);
        let professional = app.person("Paolo").role(Role::Professional, scope);
        put_on_record(&app, &trainer, "Tina", Some("tina@example.org")).await;
        put_on_record(&app, &expert, "Elena", Some("elena@example.org")).await;
        put_on_record(&app, &professional, "Paolo", Some("paolo@example.org")).await;
        let mut tx = begin(&app, Act::ManageAccounts).await;
        let since = Period::since(tx.env().today());
        for (who, role) in [(&expert, Role::Expert), (&professional, Role::Professional)] {
            people::facade::give_role(&mut tx, who.id(), role, scope, since).await.unwrap();
        }
        tx.commit().await.unwrap();
        School { app, organisation, href, trainer, expert, professional }
    }
    /// A public course of the field kind, whole as the Charter wants it.
    pub(crate) async fn course(&self) -> CourseId {
        let mut tx = begin(&self.app, Act::ManageCourses).await;
        let ids = create_courses(&mut tx, &[self.whole()]).await.unwrap();
        tx.commit().await.unwrap();
        ids[0]
    }
    pub(crate) fn whole(&self) -> NewCurriculum {
        let hand = |who: &Who, side| NewHand { whom: Whom::Person(who.id()), side, coproduced: true, trained: false };
        let (expert, professional) = (
            hand(&self.expert, crate::panel::Side::Expert),
            hand(&self.professional, crate::panel::Side::Professional),
        );
        NewCurriculum {
            organisation: self.organisation,
            course: NewCourse {
                kind: CourseKind::InTheField,
                title: "Accanto a chi sa".to_owned(),
                summary: "Si impara accanto a esperti già attivi.".to_owned(),
                for_whom: String::new(),
                pace: "Due mattine a settimana.".to_owned(),
                certificate: Some(CertificateRules {
                    attendance_percent: 80,
                    fieldwork_minutes: 1200,
                    shadowing_minutes: 600,
                }),
            },
            published: true,
            modules: vec![
                module("Come funziona la rete", Part::Theory, 600),
                module("Provare insieme", Part::Practice, 600),
                module("Accanto a un esperto", Part::Shadowing, 1200),
            ],
            authors: vec![expert.clone(), professional.clone()],
            teachers: vec![expert, professional],
            teaching: vec![(0, 0, 240), (0, 1, 360)],
            alignments: Vec::new(),
        }
    }
    pub(crate) async fn install_charter(&self) {
        let mut tx = begin(&self.app, Act::ManageCharter).await;
        consensus::facade::install_first_charter(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
    }
}

const TYPED: [(&str, &str); 7] = [
    ("kind", "structured"),
    ("title", "Corso di 330 ore"),
    ("summary", "Teoria e tirocinio."),
    ("for_whom", "Per chi ha un proprio percorso. Non serve la laurea."),
    ("certificate", "1"),
    ("attendance", "80"),
    ("fieldwork", "100"),
];

fn id_in(location: &str) -> String {
    location.rsplit('/').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_curriculum_is_written_together_and_its_holes_show() {
    let school = School::new().await;
    school.install_charter().await;
    let asks = || school.app.as_person(&school.trainer);
    let list = format!("{}/corsi", school.href);
    asks().get(&list).await.ok().says("Comincia un corso");
    asks().get(&format!("{list}/nuovo")).await.ok().says("Che tipo di corso è");
    let begun = asks().post(&format!("{list}/nuovo"), &TYPED).await;
    begun.leads_to(&list);
    let course = begun.location();
    let page = asks().get(&course).await;
    page.ok().says("Mancano ancora 15 voci").says("Nessun modulo").says("Prima di pubblicare").says("In preparazione");
    asks().in_lang(Lang::En).get(&course).await.ok().says("15 items are still missing").says("Being prepared");

    // People first: two of the house, and a guest who agreed to be named.
    let hands = format!("{course}/persone");
    asks().get(&hands).await.ok().says("Elena").says("Paolo").says("Servono tutte e due le parti");
    asks().in_lang(Lang::En).get(&hands).await.ok().says("Both sides are needed");
    let (expert, professional) = (school.expert.id().to_string(), school.professional.id().to_string());
    asks().post(&format!("{course}/autori"), &[("person", &professional)]).await.leads_to(&hands);
    asks().get(&hands).await.ok().says("Manca una persona esperta");
    asks().post(&format!("{course}/autori"), &[("person", &expert)]).await.leads_to(&hands);
    asks().get(&hands).await.ok().says("Scritto insieme");
    asks().post(&format!("{course}/autori"), &[("person", &expert)]).await.invalid().says("già nell’elenco");
    asks().post(&format!("{course}/docenti"), &[("person", &expert)]).await.leads_to(&hands);
    let guest = [("person", ""), ("name", "Gino di fuori"), ("side", "professional"), ("prepared", "trained")];
    asks().post(&format!("{course}/docenti"), &guest).await.invalid().says("Chiedi prima alla persona");
    let agreed: Vec<_> = guest.into_iter().chain([("agreed", "1")]).collect();
    asks().post(&format!("{course}/docenti"), &agreed).await.leads_to(&hands);
    asks().get(&hands).await.ok().says("Gino di fuori").says("formazione alla recovery");
    // Who keeps the name of a guest, and how it is taken away, is said beside all that is kept.
    assert!(Held.retention().iter().any(|kept| kept.purpose == "retention-course-guest"));

    // A module with hours, aims and who teaches how long.
    let whole = curriculum(school.app.db.db.reader(), id_in(&course).parse().unwrap()).await.unwrap().unwrap();
    let field = |place: usize| format!("teaches-{}", whole.teachers[place].id);
    let new = format!("{course}/moduli/nuovo");
    asks().get(&new).await.ok().says("Quante ore tiene ogni docente").says("Gino di fuori");
    let (elena, gino) = (field(0), field(1));
    let mut module = vec![
        ("title", "La recovery"),
        ("minutes-theory", "200"),
        ("minutes-internship", "90"),
        ("minutes-shadowing", "40:00"),
        ("aims", "objective-recovery"),
        ("aims", "area-own-experience"),
        (elena.as_str(), "50"),
        (gino.as_str(), "molte"),
    ];
    asks().post(&new, &module).await.invalid().says("Scrivi le ore così").says("La recovery");
    module.pop();
    module.push((gino.as_str(), "50"));
    let without_title: Vec<_> =
        module.iter().map(|(name, value)| (*name, if *name == "title" { "" } else { *value })).collect();
    asks().post(&new, &without_title).await.invalid().says("tengono il 50 per cento");
    module.pop();
    module.push((gino.as_str(), "150"));
    asks().post(&new, &module).await.leads_to(&course);
    let page = asks().get(&course).await;
    page.ok().says("In tutto 330 ore").says("Mancano ancora 13 voci").says("tengono il 25 per cento");
    page.says("La Carta chiede almeno il 30 per cento").says("Non rispettato").says("Il corso è pronto");
    asks().get(&new).await.ok().says("tengono il 25 per cento").says("tengono l’# per cento");
    asks().in_lang(Lang::En).get(&course).await.ok().says("330 hours in all").says("Experts hold 25 per cent");

    // The public reads it when it is published, and no name.
    let public = format!("/corsi/{}", id_in(&course));
    school.app.as_visitor().get(&public).await.is(StatusCode::NOT_FOUND);
    asks().post(&format!("{course}/pubblica"), &[("version", "1"), ("published", "1")]).await.leads_to(&course);
    let page = school.app.as_visitor().get(&public).await;
    page.ok().says("Corso di 330 ore").says("Non serve nessun titolo di studio").says("Basta la tua parola");
    page.hides("Elena").hides("Gino").hides("Paolo");
    school.app.as_visitor().in_lang(Lang::En).get(&public).await.ok().says("Your word is enough");
    school.app.as_visitor().get("/corsi").await.ok().says("Corso di 330 ore").says("330 ore").says("Trento");
    school.app.as_visitor().in_lang(Lang::En).get("/corsi?tipo=other").await.ok().hides("Corso di 330 ore");
    school.app.as_visitor().get(&list).await.ok().says("Corso di 330 ore").hides("Comincia un corso");
}

#[tokio::test]
async fn a_course_asks_for_no_qualification_and_a_certificate_can_be_reached() {
    let school = School::new().await;
    let asks = || school.app.as_person(&school.trainer);
    let new = format!("{}/corsi/nuovo", school.href);
    let with = |field: &'static str, value: &'static str| -> Vec<(&str, &str)> {
        TYPED.iter().map(|(name, typed)| (*name, if *name == field { value } else { *typed })).collect()
    };
    asks()
        .post(&new, &with("for_whom", "È richiesto il diploma."))
        .await
        .invalid()
        .says("si chieda un titolo di studio");
    asks().post(&new, &with("attendance", "120")).await.invalid().says("da 1 a 100");
    asks().post(&new, &with("title", "")).await.invalid().says("Teoria e tirocinio");
    let course = asks().post(&new, &TYPED).await.location();
    let module = [("title", "Un pomeriggio"), ("minutes-theory", "3")];
    asks().post(&format!("{course}/moduli/nuovo"), &module).await.leads_to(&course);
    asks().get(&course).await.ok().says("più ore sul campo di quelle che il corso offre");
    asks().post(&format!("{course}/pubblica"), &[("version", "1"), ("published", "1")]).await.leads_to(&course);
    school.app.as_visitor().get(&format!("/corsi/{}", id_in(&course))).await.is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn two_who_change_the_same_module_lose_nothing() {
    let school = School::new().await;
    let course = school.course().await;
    let href = format!("{}/corsi/{course}", school.href);
    let asks = || school.app.as_person(&school.trainer);
    let modules = modules(school.app.db.db.reader(), course).await.unwrap();
    let module = format!("{href}/moduli/{}", modules[0].id);
    asks().get(&module).await.ok().says("Come funziona la rete").says("Togli questo modulo");
    asks().in_lang(Lang::En).get(&module).await.ok().says("Take this module out");
    asks().post(&module, &[("version", "1"), ("title", "La rete"), ("minutes-theory", "9")]).await.leads_to(&href);
    let late = asks().post(&module, &[("version", "1"), ("title", "La rete nuova"), ("minutes-theory", "8")]).await;
    late.is(StatusCode::CONFLICT).says("La rete nuova").says("Qualcun altro ha salvato");
    asks()
        .post(&module, &[("version", "2"), ("title", "La rete nuova"), ("minutes-theory", "8")])
        .await
        .leads_to(&href);
    let edit = format!("{href}/modifica");
    asks().get(&edit).await.ok().says("Accanto a chi sa");
    asks().in_lang(Lang::En).get(&edit).await.ok().says("What one learns");
    let changed: Vec<(&str, &str)> = TYPED.iter().copied().chain([("version", "7")]).collect();
    asks().post(&edit, &changed).await.is(StatusCode::CONFLICT).says("Corso di 330 ore");

    // Moved up and taken out.
    let second = format!("{href}/moduli/{}", modules[1].id);
    asks().post(&format!("{second}/su"), &[]).await.leads_to(&href);
    asks().post(&format!("{module}/togli"), &[("version", "3")]).await.leads_to(&href);
    let left = super::modules(school.app.db.db.reader(), course).await.unwrap();
    let titles: Vec<&str> = left.iter().map(|module| module.title.as_str()).collect();
    assert_eq!(titles, ["Provare insieme", "Accanto a un esperto"]);
}

#[tokio::test]
async fn only_who_runs_the_courses_of_an_organisation_writes_them() {
    let school = School::new().await;
    let course = school.course().await;
    let href = format!("{}/corsi/{course}", school.href);
    let stranger = school.app.person("Ugo");
    for who in [&stranger, &school.expert] {
        school.app.as_person(who).get(&href).await.is(StatusCode::FORBIDDEN);
    }
    school.app.as_visitor().get(&href).await.leads_to("/accedi");
    let mut tx = begin(&school.app, Act::RegisterOrganisation).await;
    let new = NewOrganisation::new("Altrove", OrganisationKind::Cooperative, "Bari", "BA");
    let other = create_organisation(&mut tx, new).await.unwrap();
    tx.commit().await.unwrap();
    let trainer = school.app.person("Ada").role(Role::Trainer, Scope::Organisation(other));
    school.app.as_person(&trainer).get(&href).await.is(StatusCode::FORBIDDEN);
    school.app.as_person(&trainer).get(&format!("/realta/{other}/corsi/{course}")).await.is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn other_programmes_are_named_as_data() {
    let school = School::new().await;
    let course = school.course().await;
    let page = format!("{}/corsi/{course}/competenze", school.href);
    let asks = || school.app.as_person(&school.trainer);
    asks().get(&page).await.ok().says("nessuna corrispondenza");
    asks().in_lang(Lang::En).get(&page).await.ok().says("Competences of other programmes");
    let wrong = [("framework", "SAMHSA 2015"), ("name", "Sharing lived experience"), ("url", "javascript:x")];
    asks().post(&page, &wrong).await.invalid().says("https://");
    let name = ("name", "Sharing lived experience");
    let good = [("framework", "SAMHSA 2015"), ("competence_code", "III"), name, ("url", "")];
    // All that was typed is still there for who was signed out meanwhile.
    let kept = school.app.as_visitor().from_page(&page).post(&page, &good).await;
    kept.is(StatusCode::UNAUTHORIZED).says("name=\"competence_code\" value=\"III\"");
    asks().post(&page, &good).await.leads_to(&page);
    asks().get(&page).await.ok().says("Sharing lived experience");
    school.app.as_visitor().get(&format!("/corsi/{course}")).await.ok().says("SAMHSA 2015: III");
}

#[tokio::test]
async fn the_charter_reads_public_courses_that_make_experts_and_no_others() {
    let school = School::new().await;
    let course = school.course().await;
    let mut open = school.whole();
    open.course.kind = CourseKind::Other;
    let mut draft = school.whole();
    draft.published = false;
    let mut tx = begin(&school.app, Act::ManageCourses).await;
    create_courses(&mut tx, &[open, draft]).await.unwrap();
    tx.commit().await.unwrap();
    let known = facts(school.app.db.db.reader(), &[school.organisation]).await.unwrap();
    let taught = &known[&school.organisation];
    assert_eq!(taught.courses.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [course]);
    let teaching = taught.courses[0].1.teaching.unwrap();
    assert_eq!((teaching.expert_minutes, teaching.professional_minutes), (240, 360));
    assert_eq!((teaching.professionals, teaching.prepared), (1, 1));
    assert_eq!(taught.courses[0].1.admission, None, "no edition yet");
    let curriculum = &taught.curricula.0[0];
    assert_eq!((curriculum.objectives.len(), curriculum.areas.len()), (8, 5));
    assert!(curriculum.by_experts && curriculum.by_professionals && curriculum.practice && curriculum.shadowing);
}

#[tokio::test]
async fn who_erases_their_data_leaves_hours_without_a_name() {
    let school = School::new().await;
    let course = school.course().await;
    let held = Held.export(&school.app.db.db, school.expert.id()).await.unwrap();
    assert_eq!(held.as_array().unwrap().len(), 2);
    let mut tx = begin(&school.app, Act::ManageAccounts).await;
    Held.erase(&mut tx, school.expert.id()).await.unwrap();
    tx.commit().await.unwrap();
    let whole = curriculum(school.app.db.db.reader(), course).await.unwrap().unwrap();
    assert!(whole.teachers.iter().all(|teacher| teacher.person != Some(school.expert.id())));
    assert_eq!(share(taught(&whole, None)), Some(40));
    let page = school.app.as_person(&school.trainer).get(&format!("{}/corsi/{course}", school.href)).await;
    page.ok().says("cancellato i suoi dati").hides("Elena");
}
