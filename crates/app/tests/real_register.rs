//! On the real register of 2021, the managers of two organisations enter through the pages what the
//! demonstration shows: a call with its panel, a year of the EX-IN kind, a course of 330 hours.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may be blunt")]

mod support;

use access::{Act, Actor, Permit, Role, Scope, Target};
use app::words;
use kernel::{CourseId, Duration, EmailAddress, Lang, NaiveDate, OrganisationId, Period, TeacherId};
use pathway::facade::{
    CallWords, Curriculum, Module, NewAlignment, NewCourse, NewCurriculum, NewEdition, NewHand, NewModule, Side,
    Teacher, Whom, curriculum,
};
use people::facade::NewPerson;
use support::House;
use testkit::{Asks, Page, TestApp, Who, shared_file};

/// What is typed into a form.
type Typed = Vec<(String, String)>;

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
        let id: CourseId = course.rsplit('/').next().unwrap().parse().unwrap();
        curriculum(self.0.db.db.reader(), id).await.unwrap().unwrap()
    }
    fn visitor(&self) -> Asks<'_> {
        self.0.as_visitor()
    }
}

async fn send(asks: &Asks<'_>, path: &str, typed: &Typed) -> Page {
    let fields: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    asks.post(path, &fields).await
}

/// What a hidden field of a page holds.
fn hidden(page: &Page, name: &str) -> String {
    let text = page.text();
    let rest = text.split(&format!("name=\"{name}\" value=\"")).nth(1).expect(name);
    rest.split('"').next().unwrap().to_owned()
}

/// What stands beside a heading in a table.
fn row(page: &Page, heading: &str) -> String {
    let text = page.text();
    let rest = text.split(&format!("<th scope=\"row\">{heading}</th>")).nth(1).expect(heading);
    rest.split('>').nth(1).unwrap().split('<').next().unwrap().to_owned()
}

fn typed(pairs: &[(&str, &str)]) -> Typed {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// Boxes that are ticked.
fn ticked(boxes: &[(&str, &str, bool)]) -> Typed {
    boxes.iter().filter(|(.., on)| *on).flat_map(|(name, value, _)| typed(&[(name, value)])).collect()
}

fn hours(minutes: u32) -> String {
    assert_eq!(minutes % 60, 0);
    (minutes / 60).to_string()
}

// --- Forms, filled from what the demonstration says ----------------------------------------------

fn of_course(course: &NewCourse) -> Typed {
    let mut all = typed(&[
        ("kind", course.kind.code()),
        ("title", &course.title),
        ("summary", &course.summary),
        ("for_whom", &course.for_whom),
        ("pace", &course.pace),
    ]);
    if let Some(rules) = course.certificate {
        all.extend(typed(&[
            ("certificate", "1"),
            ("attendance", &rules.attendance_percent.to_string()),
            ("fieldwork", &hours(rules.fieldwork_minutes)),
            ("shadowing", &hours(rules.shadowing_minutes)),
        ]));
    }
    all
}

fn of_hand(hand: &NewHand) -> Typed {
    let who = match &hand.whom {
        Whom::Person(person) => typed(&[("person", &person.to_string())]),
        Whom::Guest(name) => typed(&[("person", ""), ("name", name), ("side", hand.side.code()), ("agreed", "1")]),
    };
    let prepared = [("prepared", "coproduced", hand.coproduced), ("prepared", "trained", hand.trained)];
    [who, ticked(&prepared)].concat()
}

fn of_module(module: &NewModule, teaching: &[(TeacherId, u32)]) -> Typed {
    let mut all = typed(&[("title", &module.title), ("words", &module.words)]);
    all.extend(module.minutes.parts().map(|(part, minutes)| (format!("minutes-{}", part.code()), hours(minutes))));
    all.extend(module.aims.iter().map(|aim| ("aims".to_owned(), aim.code())));
    all.extend(teaching.iter().map(|(teacher, minutes)| (format!("teaches-{teacher}"), hours(*minutes))));
    all
}

fn of_alignment(new: &NewAlignment) -> Typed {
    typed(&[("framework", &new.framework), ("code", &new.code), ("name", &new.name), ("url", &new.url)])
}

fn of_edition(new: &NewEdition) -> Typed {
    let days = [new.starts.to_string(), new.ends.to_string()];
    let mut all = typed(&[
        ("title", &new.title),
        ("starts", &days[0]),
        ("ends", &days[1]),
        ("places", &new.places.to_string()),
        ("venue", &new.venue),
        ("pace", &new.pace),
    ]);
    all.extend(ticked(&[("open", "1", new.open)]));
    all
}

/// The demonstration's calls meet people in a conversation, and in no other form.
fn of_call(call: &CallWords) -> Typed {
    let mut all = typed(&[
        ("title", &call.title),
        ("purpose", &call.purpose),
        ("valued", &call.valued),
        ("steps", &call.steps.join("\n")),
        ("opens_on", &call.opens_on.to_string()),
        ("closes_on", &call.closes_on.to_string()),
        ("places", &call.places.map(|places| places.to_string()).unwrap_or_default()),
        ("notes_days", &call.notes_days.to_string()),
        ("forms", "interview"),
        ("leads_to", &call.leads_to.map(|course| course.to_string()).unwrap_or_default()),
    ]);
    all.extend(ticked(&[("trial", "1", call.trial)]));
    all
}

// --- Entering --------------------------------------------------------------------------------

/// Enters a whole course, page by page, and publishes it. Says where it is kept.
async fn enter(network: &Network, reality: &Reality, new: &NewCurriculum) -> String {
    let asks = network.0.as_person(&reality.manager);
    let list = format!("{}/corsi", reality.href);
    let begun = send(&asks, &format!("{list}/nuovo"), &of_course(&new.course)).await;
    let course = begun.leads_to(&list).location();
    for (place, hands) in [("autori", &new.authors), ("docenti", &new.teachers)] {
        for hand in hands {
            send(&asks, &format!("{course}/{place}"), &of_hand(hand)).await.leads_to(&format!("{course}/persone"));
        }
    }
    let teachers = network.record(&course).await.teachers;
    for (place, module) in new.modules.iter().enumerate() {
        let of_this = new.teaching.iter().filter(|(module, ..)| *module == place);
        let teaching: Vec<_> =
            of_this.map(|(_, hand, minutes)| (known(&teachers, &new.teachers[*hand]), *minutes)).collect();
        send(&asks, &format!("{course}/moduli/nuovo"), &of_module(module, &teaching)).await.leads_to(&course);
    }
    for alignment in &new.alignments {
        send(&asks, &format!("{course}/competenze"), &of_alignment(alignment)).await.leads_to(&course);
    }
    let page = asks.get(&course).await;
    page.ok().says("Il corso è pronto");
    let publish = typed(&[("version", &hidden(&page, "version")), ("published", "1")]);
    send(&asks, &format!("{course}/pubblica"), &publish).await.leads_to(&course);
    course
}

fn known(teachers: &[Teacher], hand: &NewHand) -> TeacherId {
    let same = |one: &&Teacher| one.person == hand.whom.person() && one.name == hand.whom.name();
    teachers.iter().find(same).unwrap().id
}

async fn enter_edition(network: &Network, reality: &Reality, course: &str, new: &NewEdition) -> String {
    let asks = network.0.as_person(&reality.manager);
    let added = send(&asks, &format!("{course}/edizioni/nuova"), &of_edition(new)).await;
    added.leads_to(&format!("{course}/edizioni/")).location()
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
    let course = enter(&network, &ovile, &new).await;
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
    let edition = enter_edition(&network, &ovile, &course, &autumn).await;
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
    let course = enter(&network, &department, &new).await;
    same(&network.record(&course).await, &new);
    let manager = || network.0.as_person(&department.manager);
    let page = manager().get(&course).await;
    page.ok().says("Primo tirocinio").says("Secondo tirocinio e lavoro finale").says("EX-IN");
    page.says("Il corso copre tutti gli obiettivi, i contenuti e le competenze del Documento.");
    page.says("tengono il 50 per cento").hides("Non rispettato").says("Elio Esposito – ").says("Olga Orsi – ");
    page.says("Almeno 100 ore sul campo").says("almeno 20 ore accanto a una persona esperta");

    let starts = network.today() + Duration::days(60);
    let year = words::edition("Primo anno", starts, starts + Duration::days(365), words::PLACES, true);
    let edition = enter_edition(&network, &department, &course, &year).await;
    manager().get(&edition).await.ok().says("Posti occupati: 0 su 22");
    let id = network.record(&course).await.course.id;
    let page = network.visitor().get(&format!("/corsi/{id}")).await;
    page.ok().says(department.name).says("Ci sono 22 posti liberi").says("Primo tirocinio").hides("Elio Esposito");

    // The call that leads there, with a panel of both kinds: the page says so before it is broken.
    let list = format!("{}/avvisi", department.href);
    let today = network.today();
    let title = "Cerchiamo persone esperte in supporto tra pari";
    let mut words = words::call(title, today, today + Duration::days(40));
    words.leads_to = Some(id);
    let call = send(&manager(), &format!("{list}/nuovo"), &of_call(&words)).await.leads_to(&list).location();
    let page = manager().get(&call).await;
    page.ok().says(title).hides("Non rispettato");
    let publish = typed(&[("version", &hidden(&page, "version"))]);
    send(&manager(), &format!("{call}/pubblica"), &publish).await.invalid();
    let group = format!("{call}/gruppo");
    let page = manager().get(&group).await;
    page.ok().says("I1 – ").says("Elio Esposito").says("Olga Orsi");
    let (expert, professional) = (department.expert.id().to_string(), department.professional.id().to_string());
    let version = hidden(&page, "version");
    let one = typed(&[("version", &version), ("member", &professional)]);
    send(&manager(), &group, &one).await.invalid();
    let whole = typed(&[("version", &version), ("member", &professional), ("member", &expert)]);
    send(&manager(), &group, &whole).await.leads_to(&department.href);
    let publish = typed(&[("version", &hidden(&manager().get(&call).await, "version"))]);
    send(&manager(), &format!("{call}/pubblica"), &publish).await.leads_to(&call);
    let public = format!("/avvisi/{}", call.rsplit('/').next().unwrap());
    let page = network.visitor().get(&public).await;
    page.ok().says(title).says(department.name).says("Ci sono 12 posti").says(&new.course.title);
    for step in &words.steps {
        page.says(step);
    }
    network.visitor().get("/avvisi").await.ok().says(title).says(department.name);
}
