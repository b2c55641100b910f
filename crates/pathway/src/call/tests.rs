//! Stories of calls, of a day to try, and of links handed over.

use super::*;
use crate::panel::{Side, create_panels};
use access::{Actor, Permit, Role, Scope, Target};
use kernel::{Duration, Lang};
use network::facade::{NewOrganisation, OrganisationKind, create_organisation};
use people::facade::NewPerson;
use std::collections::BTreeSet;
use testkit::{TestApp, Who};

/// An organisation with its manager, a professional and an open call.
pub(crate) struct House {
    pub app: TestApp,
    pub organisation: OrganisationId,
    pub href: String,
    pub manager: Who,
    pub professional: Who,
    pub call: CallId,
}

pub(crate) fn words(today: NaiveDate) -> CallWords {
    CallWords {
        title: "Tre persone esperte per il centro diurno".to_owned(),
        purpose: "Accogliere chi arriva.\nTenere il gruppo del giovedì.".to_owned(),
        valued: "Ascolto, empatia, voglia di mettersi in gioco.".to_owned(),
        steps: vec!["Scrivi poche righe".to_owned(), "Ci incontriamo".to_owned()],
        opens_on: today,
        closes_on: today + Duration::days(30),
        places: Some(3),
        forms: BTreeSet::from([charter::facts::Form::Interview]),
        notes_days: 30,
        trial: true,
        leads_to: None,
    }
}

pub(crate) async fn begin(app: &TestApp, act: Act) -> Tx {
    Permit::ask(&Actor::cli(), act, Target::Network).unwrap().begin(&app.db.db).await.unwrap()
}

pub(crate) async fn put_on_record(app: &TestApp, who: &Who, name: &str, email: Option<&str>) {
    let mut tx = begin(app, Act::ManageAccounts).await;
    let email = email.map(|email| kernel::EmailAddress::parse("email", email).unwrap());
    let new = NewPerson { display_name: name.to_owned(), email, lang: Lang::It };
    people::facade::new_people(&mut tx, vec![(who.id(), new)]).await.unwrap();
    tx.commit().await.unwrap();
}

impl House {
    pub(crate) async fn new() -> House {
        let slices =
            || vec![people::slice(), consensus::slice(), network::slice(), credentials::slice(), crate::slice()];
        let app = TestApp::new(slices).await;
        let mut tx = begin(&app, Act::RegisterOrganisation).await;
        let new = NewOrganisation::new("Casa dei Pari", OrganisationKind::Association, "Trento", "TN");
        let organisation = create_organisation(&mut tx, new).await.unwrap();
        let today = tx.env().today();
        let now = tx.env().now();
        let call = create_call(&mut tx, organisation, Territory::Trento, &words(today), CallState::Published, now)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let href = network::facade::organisation(app.db.db.reader(), organisation).await.unwrap().unwrap().href();
        let scope = Scope::Organisation(organisation);
        let manager = app.person("Marta").role(Role::OrganisationManager, scope);
        let professional = app.person("Paolo").role(Role::Professional, scope);
        put_on_record(&app, &manager, "Marta", Some("marta@example.org")).await;
        put_on_record(&app, &professional, "Paolo Prof", Some("paolo@example.org")).await;
        House { app, organisation, href, manager, professional, call }
    }
    pub(crate) fn avviso(&self) -> String {
        format!("/avvisi/{}", self.call)
    }
    /// Puts a role here on record.
    async fn works_here(&self, who: &Who, role: Role) {
        let mut tx = begin(&self.app, Act::ManageAccounts).await;
        let (scope, since) = (Scope::Organisation(self.organisation), kernel::Period::since(tx.env().today()));
        people::facade::give_role(&mut tx, who.id(), role, scope, since).await.unwrap();
        tx.commit().await.unwrap();
    }
    /// Seats the professional and an expert in the panel of a call; neither holds a role on record.
    /// Says who the expert is.
    pub(crate) async fn seat(&self, call: CallId) -> Who {
        let expert = self.app.person("Elena");
        put_on_record(&self.app, &expert, "Elena", Some("elena@example.org")).await;
        let members = [(self.professional.id(), Side::Professional), (expert.id(), Side::Expert)];
        let mut tx = begin(&self.app, Act::ManageSelection).await;
        create_panels(&mut tx, &[(self.organisation, call, members.into())]).await.unwrap();
        tx.commit().await.unwrap();
        expert
    }
    /// How many rows a statement counts.
    pub(crate) async fn count(&self, statement: &str) -> i64 {
        ::store::sql(format!("SELECT CAST(COUNT(*) AS BIGINT) FROM {statement}"))
            .value(self.app.db.db.reader())
            .await
            .unwrap()
            .unwrap_or(0)
    }
}

#[tokio::test]
async fn everyone_reads_an_open_call_in_plain_words() {
    let house = House::new().await;
    let visitor = || house.app.as_visitor();
    visitor().get("/avvisi").await.ok().says("Tre persone esperte").says("Casa dei Pari").says("provare un giorno");
    visitor().get("/avvisi").await.ok().says("Come si diventa una persona esperta").says("Non sai se fa per te?");
    visitor().in_lang(Lang::En).get("/avvisi").await.ok().says("Not sure whether this is for you?");
    visitor().get("/avvisi?territorio=puglia").await.ok().hides("Tre persone esperte").says("Nessun avviso aperto");
    let page = visitor().get(&house.avviso()).await;
    page.ok()
        .says("Scrivi la tua candidatura")
        .says("Prova un giorno")
        .says("Non si chiede un titolo di studio")
        .says("30 giorni");
    page.hides("Gestisci questo avviso").says("al più tardi 30 giorni dopo la chiusura dell’avviso");
    visitor()
        .in_lang(Lang::En)
        .get(&house.avviso())
        .await
        .ok()
        .says("No educational qualification")
        .says("Write your candidacy");
    let page = visitor().in_lang(Lang::En).get(&house.avviso()).await;
    page.ok().says("at the latest 30 days after the call closes");
    visitor().in_lang(Lang::En).get("/avvisi").await.ok().says("Open calls");
    visitor().get(&format!("/avvisi/{}", house.organisation)).await.is(axum::http::StatusCode::NOT_FOUND);
}

const TYPED: [(&str, &str); 8] = [
    ("title", "Due persone esperte"),
    ("purpose", "Aprire lo sportello."),
    ("valued", "Ascolto. Non serve un titolo di studio."),
    ("steps", "Scrivi\nCi vediamo"),
    ("opens_on", "2026-03-01"),
    ("closes_on", "2026-04-01"),
    ("forms", "interview"),
    ("notes_days", "20"),
];

fn with<'a>(field: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    TYPED.iter().map(|(name, typed)| (*name, if *name == field { value } else { *typed })).collect()
}

#[tokio::test]
async fn a_call_that_asks_for_a_qualification_is_refused_at_its_field() {
    let house = House::new().await;
    let new = format!("{}/avvisi/nuovo", house.href);
    let asks = || house.app.as_person(&house.manager);
    asks().get(&new).await.ok().says("Scrivi un avviso");
    asks().in_lang(Lang::En).get(&new).await.ok().says("Write a call");
    let refused = asks().post(&new, &with("valued", "È richiesta la laurea.")).await;
    refused.invalid().says("regola I2").says("È richiesta la laurea").says("Aprire lo sportello.");
    asks().post(&new, &with("notes_days", "91")).await.invalid().says("da 1 a 90");
    asks().post(&new, &with("closes_on", "2026-02-01")).await.invalid().says("non può venire prima");
    asks().post(&new, &with("closes_on", "1/2/2026")).await.invalid().says("non può venire prima");
    asks().post(&new, &with("closes_on", "domani")).await.invalid().says("24/11/2026");
    // Another form than the interview may be used; the Charter says so beforehand.
    let made = asks().post(&new, &with("forms", "test")).await;
    made.leads_to(&format!("{}/avvisi/", house.href));
    asks().get(&made.location()).await.ok().says("Usate anche altro: Un test");
    // Nobody but the manager writes calls.
    house.app.as_person(&house.professional).get(&new).await.is(axum::http::StatusCode::FORBIDDEN);
    house.app.as_visitor().get(&new).await.is(axum::http::StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_draft_is_kept_by_its_organisation_and_needs_a_joint_panel_to_be_published() {
    let house = House::new().await;
    let asks = || house.app.as_person(&house.manager);
    let made = asks().post(&format!("{}/avvisi/nuovo", house.href), &TYPED).await.location();
    let id = made.rsplit('/').next().unwrap().to_owned();
    house.app.as_visitor().get(&format!("/avvisi/{id}")).await.is(axum::http::StatusCode::NOT_FOUND);
    asks().get(&format!("/avvisi/{id}")).await.ok().says("bozza");
    let refused = asks().post(&format!("{made}/pubblica"), &[("version", "1")]).await;
    refused.invalid().says("persone esperte e operatori insieme");
    house.app.as_visitor().get(&format!("/avvisi/{id}")).await.is(axum::http::StatusCode::NOT_FOUND);
    asks().get(&format!("{}/avvisi", house.href)).await.ok().says("Due persone esperte").says("Bozza");
    // With both kinds it is open to everyone, who reads how many of each select, and no names.
    let elena = house.seat(id.parse().unwrap()).await;
    house.works_here(&house.professional, Role::Professional).await;
    // Who sits and works here no longer makes no panel joint.
    let alone = asks().post(&format!("{made}/pubblica"), &[("version", "1")]).await;
    alone.invalid().says("persone esperte e operatori insieme");
    house.works_here(&elena, Role::Expert).await;
    asks().post(&format!("{made}/pubblica"), &[("version", "1")]).await.leads_to(&made);
    let page = house.app.as_visitor().get(&format!("/avvisi/{id}")).await;
    page.ok().says("Scrivi la tua candidatura").says("una persona esperta in supporto tra pari").hides("Paolo");
}

#[tokio::test]
async fn two_who_change_a_call_do_not_overwrite_each_other() {
    let house = House::new().await;
    let asks = || house.app.as_person(&house.manager);
    let path = format!("{}/avvisi/{}", house.href, house.call);
    let mut first = with("title", "Il titolo della prima");
    first.push(("version", "1"));
    asks().post(&path, &first).await.leads_to(&path);
    let mut second = with("title", "Il titolo del secondo");
    second.push(("version", "1"));
    let clash = asks().post(&path, &second).await;
    clash.is(axum::http::StatusCode::CONFLICT).says("Il titolo del secondo").says("Il titolo della prima");
    // Who applied read how long notes are kept: never longer.
    let mut longer = with("notes_days", "60");
    longer.push(("version", "2"));
    asks().post(&path, &longer).await.invalid().says("potete tenere gli appunti più a lungo");
    // What the call says comes first, and the end of it last, with a way to it from above.
    let page = asks().get(&path).await;
    let text = page.ok().says("href=\"#chiudi\"").text();
    assert!(text.find("id=\"parole\"") < text.find("id=\"chiudi\""), "{text}");
    // Closed twice, it is closed.
    for _ in 0..2 {
        asks().post(&format!("{path}/chiudi"), &[("version", "2")]).await.leads_to(&path);
    }
    house.app.as_visitor().get(&house.avviso()).await.ok().says("è chiuso").hides("/candidati\"");
}

#[tokio::test]
async fn a_day_to_try_leaves_nothing_when_it_is_over() {
    let house = House::new().await;
    let path = format!("{}/prova", house.avviso());
    let visitor = || house.app.as_visitor();
    visitor().get(&path).await.ok().says("senza impegno");
    visitor().in_lang(Lang::En).get(&path).await.ok().says("no obligation");
    let asked = [("name", "Nina"), ("contact", "333 1234567"), ("on", "2026-03-05")];
    visitor().post(&path, &[asked[0], asked[1], ("on", "2025-03-05")]).await.invalid().says("Scegli un giorno");
    visitor().post(&path, &asked).await.leads_to(&house.avviso());
    let conn = house.app.db.db.reader();
    let wishes = trials(conn, &house.app.app, house.call).await.unwrap();
    assert_eq!((wishes[0].name.as_str(), wishes[0].contact.as_str()), ("Nina", "333 1234567"));
    // Not readable in the database, and nobody was put on record.
    let sealed: Vec<u8> = ::store::sql("SELECT sealed FROM trial_day").value(conn).await.unwrap().unwrap();
    assert!(!String::from_utf8_lossy(&sealed).contains("Nina"));
    assert_eq!(house.count("person WHERE display_name = 'Nina'").await, 0);
    house.app.clock.advance(Duration::days(4));
    assert_eq!(tend(&house.app.app).await.unwrap(), 0);
    house.app.clock.advance(Duration::days(1));
    assert_eq!(tend(&house.app.app).await.unwrap(), 1);
    assert_eq!(house.count("trial_day").await, 0);
}

#[tokio::test]
async fn a_day_to_try_is_taken_back_by_its_link() {
    let house = House::new().await;
    let elena = house.seat(house.call).await;
    // Whoever coordinates or sits holds a role on record: letters go to who stands there.
    house.works_here(&house.manager, Role::OrganisationManager).await;
    house.works_here(&house.professional, Role::Professional).await;
    house.works_here(&elena, Role::Expert).await;
    // Zoe sits, and works there no longer.
    let zoe = house.app.person("Zoe");
    put_on_record(&house.app, &zoe, "Zoe", Some("zoe@example.org")).await;
    let tx = begin(&house.app, Act::ManageSelection).await;
    ::store::sql("INSERT INTO panel_seat (id, call, person, side, since) VALUES ($1, $2, $3, 'expert', $4)")
        .bind(tx.env().uuid())
        .bind(house.call.uuid())
        .bind(zoe.id().uuid())
        .bind(tx.env().today())
        .run(tx.conn())
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let visitor = || house.app.as_visitor();
    let asked = [("name", "Nina"), ("contact", "333 1234567"), ("on", "2026-03-05")];
    let own = visitor().post(&format!("{}/prova", house.avviso()), &asked).await.location();
    let page = visitor().get(&own).await;
    page.ok().says("5 marzo 2026").says("Conserva questo link").says(&own).says("Non posso venire").hides("Nina");
    visitor().in_lang(Lang::En).get(&own).await.ok().says("I cannot come");
    // Another link leads nowhere, and another call does not know this one.
    visitor().get(&format!("{}/prova/niente", house.avviso())).await.is(axum::http::StatusCode::NOT_FOUND);

    // Pressed twice, it is taken back once: nothing stays, and each who would wait gets one letter.
    for _ in 0..2 {
        visitor().post(&own, &[]).await.leads_to(&house.avviso());
    }
    assert_eq!(house.count("trial_day").await, 0);
    visitor().get(&own).await.is(axum::http::StatusCode::NOT_FOUND);
    assert_eq!(house.count("mail WHERE subject = 'Un giorno di prova è annullato'").await, 3);
    assert_eq!(house.count("mail WHERE to_address = 'zoe@example.org'").await, 0);
    let body = ::store::sql("SELECT body FROM mail ORDER BY id LIMIT 1").value::<String>(house.app.db.db.reader());
    let body = body.await.unwrap().unwrap();
    assert!(body.contains("5 marzo 2026") && !body.contains("Nina"), "{body}");
}

#[tokio::test]
async fn a_link_is_handed_over_and_says_nothing_of_who_gets_it() {
    let house = House::new().await;
    let path = format!("{}/segnala", house.avviso());
    house.app.as_visitor().get(&path).await.is(axum::http::StatusCode::SEE_OTHER);
    let asks = || house.app.as_person(&house.professional);
    asks().get(&path).await.ok().says("non resta niente");
    asks().in_lang(Lang::En).get(&path).await.ok().says("nothing is left");
    let page = asks().post(&path, &[("source", "organisation")]).await;
    page.ok().says("/invito-candidatura/").says("<svg");
    // Only whoever manages the selection invites on behalf of the organisation.
    assert_eq!(house.count("nomination WHERE source = 'professional'").await, 1);
    house.app.as_person(&house.manager).post(&path, &[("source", "organisation")]).await.ok();
    assert_eq!(house.count("nomination WHERE source = 'organisation'").await, 1);
}
