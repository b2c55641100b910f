//! Facts in, findings out: who reads them, who publishes them, what a check writes.

use super::{Declarations, Reported, all_findings, declare, findings_of, react, recheck_all, report_facts};
use crate::facade::{NewOrganisation, OrganisationKind, create_organisations};
use access::{Act, Actor, Permit, Role, Scope, Target, Technical, Tx};
use charter::{
    RuleId, State,
    facts::{Belonging, Conference, Conferences, Inclusion},
};
use kernel::{Event, Lang, OrganisationId};
use store::{events_after, sql};
use testkit::{TestApp, Who};

async fn begin(app: &TestApp, act: Act) -> Tx {
    let permit = Permit::ask(&Actor::cli(), act, Target::Network).unwrap();
    permit.begin(app.app.db()).await.unwrap()
}

/// A department, an association and a network, with the first Charter in force and checked.
struct Given {
    app: TestApp,
    department: OrganisationId,
    association: OrganisationId,
    network: OrganisationId,
}

async fn given() -> Given {
    let app = TestApp::new(|| vec![people::slice(), consensus::slice(), crate::slice()]).await;
    let mut tx = begin(&app, Act::ManageCharter).await;
    consensus::facade::install_first_charter(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = begin(&app, Act::RegisterOrganisation).await;
    let new = vec![
        NewOrganisation::new("Dipartimento di prova", OrganisationKind::Department, "Perugia", "PG"),
        NewOrganisation::new("Associazione Aurora", OrganisationKind::Association, "Terni", "TR"),
        NewOrganisation::new("Rete di prova", OrganisationKind::Network, "Roma", "RM"),
    ];
    let ids = create_organisations(&mut tx, new).await.unwrap();
    tx.commit().await.unwrap();
    recheck_all(app.app.db()).await.unwrap();
    Given { app, department: ids[0], association: ids[1], network: ids[2] }
}

impl Given {
    fn manager(&self) -> Who {
        self.app.person("Ada").role(Role::OrganisationManager, Scope::Organisation(self.department))
    }
    fn secretary(&self) -> Who {
        self.app.person("Bruna").role(Role::Secretariat, Scope::Network)
    }
    async fn state(&self, organisation: OrganisationId, rule: RuleId) -> State {
        let findings = findings_of(self.app.app.db().reader(), organisation).await.unwrap();
        findings.iter().find(|finding| finding.rule == rule).unwrap().state
    }
    async fn declare(&self, organisation: OrganisationId, free: bool) {
        self.say(organisation, free).await;
        react(self.app.app.db(), &Event::OrganisationChanged { organisation }).await.unwrap();
    }
    /// Declares, and leaves the check for later.
    async fn say(&self, organisation: OrganisationId, free: bool) {
        let mut tx = begin(&self.app, Act::EditOrganisation).await;
        declare(&mut tx, organisation, &said(free)).await.unwrap();
        tx.commit().await.unwrap();
    }
}

fn said(free: bool) -> Declarations {
    Declarations {
        belonging: Belonging { free: Some(free), time: Some(true), hours_a_month: None },
        inclusion: Inclusion::default(),
        on: "2026-02-01".parse().unwrap(),
    }
}

const DEPARTMENT: &str = "/realta/dipartimento-di-prova";

#[tokio::test]
async fn what_no_record_shows_is_declared_and_checked_at_once() {
    let given = given().await;
    assert_eq!(given.state(given.department, RuleId::I12).await, State::NotKnown);
    let manager = given.manager();
    let ask = given.app.as_person(&manager);
    ask.get(&format!("{DEPARTMENT}/verifica")).await.ok().says("Ancora da sapere").says("Compila le dichiarazioni");
    let href = format!("{DEPARTMENT}/dichiarazioni");
    ask.get(&href).await.ok().says("Aree chiuse");
    ask.post(&href, &[("version", "0"), ("on", "2030-01-01"), ("trained", "molti")]).await.invalid().says("nel futuro");
    let said = [
        ("version", "0"),
        ("free", "yes"),
        ("time", "yes"),
        ("hours", "4"),
        ("professionals", "2"),
        ("trained", "10"),
        ("closed_areas", "1"),
        ("on", "2026-02-20"),
    ];
    ask.post(&href, &said).await.leads_to(&format!("{DEPARTMENT}/verifica"));
    let mut other = said.to_vec();
    other[3] = ("hours", "6");
    let page = ask.post(&href, &other).await;
    page.is(axum::http::StatusCode::CONFLICT).says("Qualcun altro ha appena salvato").says("Salvato ora");
    other[0] = ("version", "1");
    other[3] = ("hours", "4");
    ask.post(&href, &other).await.leads_to(&format!("{DEPARTMENT}/verifica"));
    assert_eq!(given.state(given.department, RuleId::I12).await, State::Met);
    assert_eq!(given.state(given.department, RuleId::I14).await, State::NotMet);
    ask.get(&format!("{DEPARTMENT}/verifica")).await.ok().says("Apri insieme le aree").says("4 ore al mese");
    ask.in_lang(Lang::En).get(&format!("{DEPARTMENT}/verifica")).await.ok().says("To improve");
    given.app.as_person(&manager).in_lang(Lang::En).get(&href).await.ok();
}

#[tokio::test]
async fn the_start_page_asks_once_for_all_that_somebody_manages() {
    let given = given().await;
    given.declare(given.department, false).await;
    let db = given.app.app.db();
    let one = given.manager();
    let all = given.manager().role(Role::OrganisationManager, Scope::Organisation(given.association));
    let all = all.role(Role::OrganisationManager, Scope::Organisation(given.network));
    let mut counted = Vec::new();
    for who in [&one, &all] {
        let before = db.statements();
        let steps = super::finding_steps(db, &who.actor()).await.unwrap();
        counted.push(db.statements() - before);
        let to_declare = steps.iter().filter(|step| step.key == "findings-step-declare").count();
        // The department declared already; the two others did not.
        assert_eq!(to_declare, if who.actor().roles().len() == 1 { 0 } else { 2 });
        let findings = findings_of(db.reader(), given.department).await.unwrap();
        let unmet = findings.iter().filter(|finding| finding.state == State::NotMet).count();
        let href = format!("{DEPARTMENT}/verifica");
        let said = steps.iter().find(|step| step.href == href).map(|step| step.args[1].1.clone());
        assert_eq!(said, (unmet > 0).then(|| unmet.to_string()));
    }
    assert_eq!(counted, [1, 1]);
}

#[tokio::test]
async fn findings_belong_to_the_organisation() {
    let given = given().await;
    let other = given.app.person("Carla").role(Role::Expert, Scope::Organisation(given.association));
    let page = format!("{DEPARTMENT}/verifica");
    given.app.as_visitor().get(&page).await.leads_to("/accedi");
    assert_eq!(given.app.as_person(&other).get(&page).await.status.as_u16(), 403);
    given
        .app
        .as_person(&other)
        .get("/realta/associazione-aurora/verifica")
        .await
        .ok()
        .hides("<form method=\"post\" action=\"/realta");
    given.app.as_person(&given.secretary()).get(&page).await.ok();
    given
        .app
        .as_person(&given.manager())
        .get("/carta/verifica")
        .await
        .ok()
        .says("Le tue realtà")
        .says("Dipartimento di prova");
}

#[tokio::test]
async fn the_public_reads_sums_and_what_was_published() {
    let given = given().await;
    given.declare(given.department, true).await;
    let visitor = given.app.as_visitor();
    visitor
        .get("/carta/verifica")
        .await
        .ok()
        .says("Qui compaiono le risposte pubblicate")
        .hides("Dipartimento di prova");
    let manager = given.manager();
    let ask = given.app.as_person(&manager);
    let publish = format!("{DEPARTMENT}/verifica/I12");
    // What they saw has changed meanwhile: nothing is published unseen.
    ask.post(&publish, &[("state", "not_met"), ("published", "1")]).await.is(axum::http::StatusCode::CONFLICT);
    ask.post(&publish, &[("state", "met"), ("published", "1")]).await.leads_to(DEPARTMENT);
    visitor.get("/carta/verifica").await.ok().says("Dipartimento di prova").says("sono libere");
    visitor.get("/carta/verifica?regola=I12&stato=met&territorio=umbria").await.ok().says("Dipartimento di prova:");
    visitor.get("/carta/verifica?regola=I13").await.ok().hides("Dipartimento di prova:");
    visitor.get("/carta/verifica?regola=strana&pagina=7").await.ok();
    let json = visitor.get("/api/v1/findings/organisations").await.json();
    assert_eq!((json["total"].as_u64(), json["findings"][0]["rule"].as_str()), (Some(1), Some("I12")));
    for wrong in ["rule=I17", "state=perhaps", "page=0", "territory=atlantis", "lang=de"] {
        visitor.get(&format!("/api/v1/findings/organisations?{wrong}")).await.is(axum::http::StatusCode::BAD_REQUEST);
    }
    // A change of state makes it private again.
    given.declare(given.department, false).await;
    visitor.get("/carta/verifica").await.ok().hides("Dipartimento di prova:");
    assert_eq!(given.state(given.department, RuleId::I12).await, State::NotMet);
}

#[tokio::test]
async fn the_secretariat_reads_all_in_the_order_of_the_alphabet() {
    let given = given().await;
    let secretary = given.secretary();
    let ask = given.app.as_person(&secretary);
    ask.get("/carta/verifica").await.ok().says("Nessuna risposta con questi criteri");
    let page = ask.get("/carta/verifica?stato=").await;
    page.ok().says("Le risposte di tutte le realtà").says("Pagina 1 di 3");
    let text = page.text();
    assert!(text.find("Associazione Aurora") < text.find("Dipartimento di prova"));
    ask.get("/carta/verifica?stato=&pagina=2").await.ok();
    ask.in_lang(Lang::En).get("/carta/verifica?regola=I14&stato=not_applicable").await.ok().says("Associazione Aurora");
    let json = given.app.as_person(&secretary).get("/api/v1/findings/organisations?rule=I16").await.json();
    assert_eq!(json["total"], 3);
    let sums = given.app.as_visitor().get("/api/v1/findings").await.json();
    assert_eq!(
        (sums["rules"][13]["not_known"].as_u64(), sums["rules"][13]["not_applicable"].as_u64()),
        (Some(1), Some(2))
    );
}

#[tokio::test]
async fn a_slice_that_reports_changes_what_the_charter_says() {
    let given = given().await;
    let conference = Conference { label: "2021".into(), delegates: vec![3; 40], experts: 89, professionals: 31 };
    let mut tx = begin(&given.app, Act::EditOrganisation).await;
    let facts = Reported::new().with(&Conferences(vec![conference]));
    report_facts(&mut tx, given.network, "deliberation", facts).await.unwrap();
    tx.commit().await.unwrap();
    let waiting = events_after(given.app.app.db().reader(), None, 50).await.unwrap();
    let event = waiting
        .iter()
        .filter_map(|waiting| waiting.event.as_ref().ok())
        .find(|event| **event == Event::OrganisationChanged { organisation: given.network });
    react(given.app.app.db(), event.unwrap()).await.unwrap();
    assert_eq!(given.state(given.network, RuleId::I16).await, State::Met);
}

#[tokio::test]
async fn a_check_writes_only_what_changed() {
    let given = given().await;
    assert_eq!(recheck_all(given.app.app.db()).await.unwrap().changed, 0);
    given.declare(given.association, true).await;
    assert_eq!(all_findings(given.app.app.db().reader()).await.unwrap().len(), 48);
    let tx = Technical::Reaction.begin(given.app.app.db()).await.unwrap();
    sql("UPDATE organisation SET closed_on = $1, listed = FALSE WHERE id = $2")
        .bind(given.app.app.env().today())
        .bind(given.association.uuid())
        .run(tx.conn())
        .await
        .unwrap();
    tx.commit().await.unwrap();
    recheck_all(given.app.app.db()).await.unwrap();
    assert_eq!(all_findings(given.app.app.db().reader()).await.unwrap().len(), 32);
}

#[tokio::test]
async fn a_check_of_all_never_writes_what_was_true_before_another_change() {
    let given = given().await;
    let db = given.app.app.db();
    given.say(given.department, false).await;
    let mut other = begin(&given.app, Act::EditOrganisation).await;
    declare(&mut other, given.department, &said(true)).await.unwrap();
    super::recheck(&mut other, given.department, db.env().today()).await.unwrap();
    let commit = async {
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        other.commit().await.unwrap();
    };
    let (checked, ()) = tokio::join!(recheck_all(db), commit);
    checked.unwrap();
    assert_eq!(given.state(given.department, RuleId::I12).await, State::Met);
}

#[tokio::test]
async fn before_a_version_is_adopted_everyone_sees_for_how_many_and_each_for_themselves() {
    let given = given().await;
    let conference = Conference { label: "2021".into(), delegates: vec![3; 40], experts: 89, professionals: 31 };
    let mut tx = begin(&given.app, Act::EditOrganisation).await;
    report_facts(&mut tx, given.network, "deliberation", Reported::new().with(&Conferences(vec![conference])))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let secretary = given.secretary();
    let ask = given.app.as_person(&secretary);
    let href = ask.post("/carta/versioni", &[]).await.location();
    let fields: Vec<(String, String)> = charter::Charter::first()
        .rules()
        .iter()
        .flat_map(|rule| {
            rule.parameters.iter().map(move |p| {
                let value = if p.name.code() == "ratio" { 5 } else { p.value };
                (format!("{}_{}", rule.id.slug(), p.name.code().replace('-', "_")), value.to_string())
            })
        })
        .chain([("label".to_owned(), "2".to_owned()), ("version".to_owned(), "1".to_owned())])
        .collect();
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    ask.post(&href, &fields).await.leads_to("/carta");
    let compare = ask.get("/carta/confronto").await;
    let impact = compare.links().into_iter().find(|link| link.starts_with("/carta/impatto")).unwrap();
    ask.get(&impact).await.ok().says("per 1 realtà su 3").says("Rete di prova");
    // The draft is not everybody's to read.
    assert_eq!(given.app.as_visitor().get(&impact).await.status.as_u16(), 404);
    given.app.as_visitor().get("/carta/impatto").await.leads_to("/carta/versioni");
}

#[tokio::test]
async fn what_a_version_changes_is_said_with_as_few_statements_of_many_as_of_few() {
    let given = given().await;
    let db = given.app.app.db();
    let first = consensus::facade::charter_in_force(db.reader()).await.unwrap().unwrap().id();
    let href = format!("/carta/impatto?da={first}&a={first}");
    let mut counted = Vec::new();
    for more in [0, 120] {
        let name = |number: usize| format!("Associazione {number}");
        let made = |number| NewOrganisation::new(name(number), OrganisationKind::Association, "Terni", "TR");
        let mut tx = begin(&given.app, Act::RegisterOrganisation).await;
        create_organisations(&mut tx, (0..more).map(made).collect()).await.unwrap();
        tx.commit().await.unwrap();
        let before = db.statements();
        given.app.as_visitor().get(&href).await.ok();
        counted.push(db.statements() - before);
    }
    assert_eq!(counted[0], counted[1]);
}
