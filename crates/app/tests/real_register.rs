//! On the real register of 2021, the managers of two organisations enter through the pages what the
//! demonstration enters for its own: a call with its panel, a year of the EX-IN kind, a course of 330
//! hours.

#![allow(clippy::unwrap_used, reason = "a test may be blunt")]

mod support;

use access::{Act, Actor, Permit, Role, Scope, Target};
use app::{
    Unmade,
    entering::{self, Answer, Desk, Typed},
    words,
};
use async_trait::async_trait;
use kernel::{Duration, EmailAddress, Lang, NaiveDate, OrganisationId, Period};
use pathway::facade::{Curriculum, Module, NewCurriculum, NewModule, Side, curriculum};
use people::facade::NewPerson;
use support::House;
use testkit::{Asks, Page, TestApp, Who, shared_file};

/// The program beside a database into which `allapari import` read the register.
struct Network(TestApp);

/// A real organisation, with made-up people in it.
struct Reality {
    name: &'static str,
    id: OrganisationId,
    href: String,
    manager: Who,
    expert: Who,
    professional: Who,
}

impl Network {
    /// None where the register is not at hand.
    async fn loaded() -> Option<Network> {
        let register = shared_file("facts/realta-2021.csv")?;
        let app = TestApp::new(app::slices).await;
        let house = House::on(&app.db.url.to_string());
        let ran = house.run(&["import", "organisations", register.to_str()?, "--confirm"]).fine();
        assert!(ran.out.contains("28"), "{}", ran.out);
        Some(Network(app))
    }
    async fn reality(&self, name: &'static str) -> Reality {
        let found = network::facade::find_organisation(self.0.db.db.reader(), &kernel::slug(name)).await.unwrap();
        let found = found.expect(name);
        assert!(found.listed, "{name} is in the public register");
        Reality {
            name,
            id: found.id,
            href: found.href(),
            manager: self.person("Marta Manzi", Role::OrganisationManager, found.id).await,
            expert: self.person("Elio Esposito", Role::Expert, found.id).await,
            professional: self.person("Olga Orsi", Role::Professional, found.id).await,
        }
    }
    async fn person(&self, name: &str, role: Role, organisation: OrganisationId) -> Who {
        let scope = Scope::Organisation(organisation);
        let who = self.0.person(name).role(role, scope);
        let address = format!("{}@example.org", who.id());
        let email = EmailAddress::parse("email", &address).ok();
        let new = NewPerson { display_name: name.to_owned(), email, lang: Lang::It };
        let permit = Permit::ask(&Actor::cli(), Act::ManageAccounts, Target::Network).unwrap();
        let mut tx = permit.begin(&self.0.db.db).await.unwrap();
        people::facade::new_people(&mut tx, vec![(who.id(), new)]).await.unwrap();
        let since = Period::since(self.today() - Duration::days(30));
        people::facade::give_role(&mut tx, who.id(), role, scope, since).await.unwrap();
        tx.commit().await.unwrap();
        who
    }
    fn today(&self) -> NaiveDate {
        self.0.db.db.env().today()
    }
    async fn record(&self, course: &str) -> Curriculum {
        curriculum(self.0.db.db.reader(), entering::number(course).unwrap()).await.unwrap().unwrap()
    }
    fn visitor(&self) -> Asks<'_> {
        self.0.as_visitor()
    }
    fn manager(&self, reality: &Reality) -> Manager<'_> {
        Manager(self.0.as_person(&reality.manager))
    }
    async fn enter(&self, reality: &Reality, new: &NewCurriculum) -> String {
        entering::course(&self.manager(reality), self.0.db.db.reader(), &reality.href, new).await.unwrap()
    }
}

/// A manager at the pages, each of which must be well made.
struct Manager<'a>(Asks<'a>);

fn answer(path: &str, page: &Page) -> Answer {
    let flaws = page.flaws();
    assert!(flaws.is_empty(), "{flaws:#?}");
    Answer { path: path.to_owned(), status: page.status, location: page.location(), text: page.text() }
}

#[async_trait]
impl Desk for Manager<'_> {
    async fn open(&self, path: &str) -> Result<Answer, Unmade> {
        Ok(answer(path, &self.0.get(path).await))
    }
    async fn send(&self, path: &str, typed: &Typed) -> Result<Answer, Unmade> {
        let fields: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        Ok(answer(path, &self.0.post(path, &fields).await))
    }
}

/// What stands beside a heading in a table.
fn row(page: &Page, heading: &str) -> String {
    let text = page.text();
    let rest = text.split(&format!("<th scope=\"row\">{heading}</th>")).nth(1).expect(heading);
    rest.split('>').nth(1).unwrap().split('<').next().unwrap().to_owned()
}

/// Nothing was lost or changed on the way through the forms.
fn same(record: &Curriculum, new: &NewCurriculum) {
    let module = |one: &Module| NewModule {
        title: one.title.clone(),
        words: one.words.clone(),
        minutes: one.minutes.clone(),
        aims: one.aims.clone(),
    };
    assert_eq!(record.modules.iter().map(module).collect::<Vec<_>>(), new.modules);
    assert!(record.course.published);
    assert_eq!((&record.course.title, record.course.certificate), (&new.course.title, new.course.certificate));
    assert_eq!((&record.course.for_whom, &record.course.pace), (&new.course.for_whom, &new.course.pace));
    assert_eq!((record.authors.len(), record.teachers.len()), (new.authors.len(), new.teachers.len()));
    assert_eq!(record.alignments.len(), new.alignments.len());
    let taught = |side: Side| -> u32 {
        let ours = record
            .teaching
            .iter()
            .filter(|(_, id, _)| record.teachers.iter().any(|teacher| teacher.id == *id && teacher.side == side));
        ours.map(|(.., minutes)| minutes).sum()
    };
    let planned = |side: Side| -> u32 {
        let ours = new.teaching.iter().filter(|(_, hand, _)| new.teachers[*hand].side == side);
        ours.map(|(.., minutes)| minutes).sum()
    };
    for side in [Side::Expert, Side::Professional] {
        assert_eq!(taught(side), planned(side), "{side:?}");
    }
}

#[tokio::test]
async fn a_course_of_330_hours_is_entered_by_a_real_organisation() {
    let Some(network) = Network::loaded().await else { return };
    let ovile = network.reality("Cooperativa L’Ovile").await;
    let new = words::regional(ovile.id);
    let course = network.enter(&ovile, &new).await;
    same(&network.record(&course).await, &new);
    let manager = || network.0.as_person(&ovile.manager);
    let page = manager().get(&course).await;
    page.ok().says("In tutto 330 ore").says("Nives Altapiana – ").says("Oreste Biancospino – ");
    assert_eq!((row(&page, "Teoria"), row(&page, "Tirocinio")), ("200 ore".to_owned(), "130 ore".to_owned()));
    page.says("Il corso copre tutti gli obiettivi, i contenuti e le competenze del Documento.");
    page.says("tengono il 35 per cento").says("La Carta chiede almeno il 30 per cento");
    // All its hours are theory and internship: the Charter (I6) asks for two parts more, and says which.
    page.says("Non rispettato").says("aggiungi la pratica, l’affiancamento");
    page.says("Presenza ad almeno l’80 per cento").says("Almeno 130 ore sul campo");
    manager().in_lang(Lang::En).get(&course).await.ok().says("330 hours in all").says("Experts hold 35 per cent");

    let starts = network.today() + Duration::days(30);
    let autumn = words::edition("Autunno", starts, starts + Duration::days(270), 20, true);
    let edition = entering::edition(&network.manager(&ovile), &course, &autumn).await.unwrap();
    manager().get(&edition).await.ok().says("Posti occupati: 0 su 20");

    // Everyone reads it, and nobody is named.
    let public = format!("/corsi/{}", network.record(&course).await.course.id);
    let page = network.visitor().get(&public).await;
    page.ok().says(&new.course.title).says(ovile.name).says("In tutto 330 ore");
    assert_eq!((row(&page, "Teoria"), row(&page, "Tirocinio")), ("200 ore".to_owned(), "130 ore".to_owned()));
    page.says("Non serve nessun titolo di studio.").says("Ci sono 20 posti liberi").hides("Nives Altapiana");
    for module in &new.modules {
        page.says(&module.title).says(&module.words);
    }
    network.visitor().in_lang(Lang::En).get(&public).await.ok().says("330 hours in all");
    network.visitor().get("/corsi").await.ok().says(&new.course.title).says("330 ore").says(ovile.name);
    // Another organisation's manager has no business there.
    let other = network.reality("Associazione Idee In Circolo").await;
    assert_eq!(network.0.as_person(&other.manager).get(&course).await.status.as_u16(), 403);
}

#[tokio::test]
async fn a_year_of_the_ex_in_kind_and_the_call_that_leads_to_it_are_entered_by_a_real_department() {
    let Some(network) = Network::loaded().await else { return };
    let department = network.reality("Dipartimento di Salute Mentale - AUSL Reggio Emilia").await;
    let both = vec![
        words::hand(department.expert.id(), Side::Expert),
        words::hand(department.professional.id(), Side::Professional),
    ];
    let new = words::year(department.id, both.clone(), both);
    let course = network.enter(&department, &new).await;
    same(&network.record(&course).await, &new);
    let manager = || network.0.as_person(&department.manager);
    let page = manager().get(&course).await;
    page.ok().says("Primo tirocinio").says("Secondo tirocinio e lavoro finale").says("EX-IN");
    page.says("Il corso copre tutti gli obiettivi, i contenuti e le competenze del Documento.");
    page.says("tengono il 50 per cento").hides("Non rispettato").says("Elio Esposito – ").says("Olga Orsi – ");
    page.says("Almeno 100 ore sul campo").says("almeno 20 ore accanto a una persona esperta");

    let starts = network.today() + Duration::days(60);
    let year = words::edition("Primo anno", starts, starts + Duration::days(365), words::PLACES, true);
    let edition = entering::edition(&network.manager(&department), &course, &year).await.unwrap();
    manager().get(&edition).await.ok().says("Posti occupati: 0 su 22");
    let id = network.record(&course).await.course.id;
    let page = network.visitor().get(&format!("/corsi/{id}")).await;
    page.ok().says(department.name).says("Ci sono 22 posti liberi").says("Primo tirocinio").hides("Elio Esposito");

    // The call that leads there, with a panel of both kinds: the page says so before it is broken.
    let (desk, today) = (network.manager(&department), network.today());
    let title = "Cerchiamo persone esperte in supporto tra pari";
    let mut words = words::call(title, today, today + Duration::days(40));
    words.leads_to = Some(id);
    let call = entering::draft(&desk, &department.href, &words).await.unwrap();
    let page = manager().get(&call).await;
    page.ok().says(title).hides("Non rispettato");
    let refused = entering::publish(&desk, &call).await.unwrap_err().to_string();
    assert!(refused.contains("422") && refused.contains("Prima serve il gruppo di selezione"), "{refused}");
    let page = manager().get(&format!("{call}/gruppo")).await;
    page.ok().says("I1 – ").says("Elio Esposito").says("Olga Orsi");
    let (expert, professional) = (department.expert.id(), department.professional.id());
    let refused = entering::seat(&desk, &call, &[professional]).await.unwrap_err().to_string();
    assert!(refused.contains("422"), "{refused}");
    entering::seat(&desk, &call, &[professional, expert]).await.unwrap();
    entering::publish(&desk, &call).await.unwrap();
    let public = format!("/avvisi/{}", call.rsplit('/').next().unwrap());
    let page = network.visitor().get(&public).await;
    page.ok().says(title).says(department.name).says("Ci sono 12 posti").says(&new.course.title);
    for step in &words.steps {
        page.says(step);
    }
    network.visitor().get("/avvisi").await.ok().says(title).says(department.name);
}
