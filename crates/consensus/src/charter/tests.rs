//! The Charter on record: read by everyone, prepared and adopted by the secretariat.

use super::{charter_in_force, charter_versions, install_first_charter};
use crate::document::{Loading, import_document};
use access::{Act, Actor, Permit, Role, Scope, Target};
use charter::{Charter, Facts, Kind, Origin, ParameterName, RuleId, evaluate, facts::*};
use kernel::Lang;
use testkit::{TestApp, Who};

async fn app() -> TestApp {
    TestApp::new(|| vec![crate::slice()]).await
}

async fn started() -> TestApp {
    let app = app().await;
    for _ in 0..2 {
        let permit = Permit::ask(&Actor::cli(), Act::ManageCharter, Target::Network).unwrap();
        let mut tx = permit.begin(app.app.db()).await.unwrap();
        install_first_charter(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
    }
    app
}

fn secretary(app: &TestApp) -> Who {
    app.person("Ada").role(Role::Secretariat, Scope::Network)
}

/// The address of the draft that a secretary made.
async fn draft(app: &TestApp) -> String {
    let made = app.as_person(&secretary(app)).post("/carta/versioni", &[]).await;
    made.leads_to("/carta/versioni/");
    made.location().trim_end_matches("/modifica").to_owned()
}

/// The draft's form as stored, with some fields typed anew.
async fn typed<'a>(app: &TestApp, href: &str, anew: &[(&'a str, &'a str)]) -> Vec<(String, String)> {
    let id = href.rsplit('/').next().unwrap().parse().unwrap();
    let draft = super::charter_version(app.app.db().reader(), id).await.unwrap().unwrap();
    let mut fields =
        vec![("label".to_owned(), draft.line.label.clone()), ("version".to_owned(), draft.version.to_string())];
    for rule in draft.charter.rules() {
        for parameter in &rule.parameters {
            fields.push((super::rules::field(rule.id, parameter.name), parameter.value.to_string()));
        }
    }
    for (name, value) in anew {
        fields.retain(|(known, _)| known != name);
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    fields
}

fn pairs(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

#[tokio::test]
async fn before_the_first_start_the_page_says_what_will_be_here() {
    let app = app().await;
    app.as_visitor().get("/carta").await.ok().says("Qui leggerai la Carta");
    assert_eq!(app.as_visitor().get("/api/v1/charter").await.status.as_u16(), 404);
    assert_eq!(app.as_visitor().get("/carta/confronto").await.status.as_u16(), 404);
}

#[tokio::test]
async fn everyone_reads_the_first_version_which_is_put_in_force_once() {
    let app = started().await;
    assert_eq!(charter_versions(app.app.db().reader()).await.unwrap().len(), 1);
    for lang in Lang::ALL {
        let visitor = app.as_visitor().in_lang(lang);
        for path in ["/carta", "/carta/versioni"] {
            visitor.get(path).await.ok();
        }
    }
    let page = app.as_visitor().get("/carta").await;
    page.says("Una selezione fatta insieme").says("30 giorni").says("valore di partenza scelto da questo progetto");
    assert!(page.text().contains("/documento#la-selezione.la-selezione-va-fatta-congiuntamente"));
    let text = app.as_visitor().get("/carta/testo").await.text();
    assert!(
        text.contains("16. Nell’équipe, alla pari")
            && text.lines().all(|line| line.contains("/documento#") || line.chars().count() <= 78)
    );
    for lang in Lang::ALL {
        let made = app.as_visitor().in_lang(lang).get("/carta/pdf").await;
        assert!(made.ok().bytes.starts_with(b"%PDF-"));
        // The second time it is the one that was kept.
        assert_eq!(app.as_visitor().in_lang(lang).get("/carta/pdf").await.bytes, made.bytes);
    }
    let json = app.as_visitor().get("/api/v1/charter").await.json();
    assert_eq!(json["rules"].as_array().unwrap().len(), 16);
    assert_eq!(json["rules"][15]["parameters"][2]["origin"], "from-source");
    let versions = app.as_visitor().get("/api/v1/charter/versions").await.json();
    assert_eq!(versions["versions"][0]["standing"], "in-force");
    let one = format!("/api/v1/charter/versions/{}", versions["versions"][0]["id"].as_str().unwrap());
    assert_eq!(app.as_visitor().get(&one).await.json(), json);
    assert_eq!(app.as_visitor().get("/api/v1/charter/versions/prima").await.status.as_u16(), 404);
}

/// Loads a Document as the command line does.
async fn load(app: &TestApp, text: &str) -> kernel::DocumentVersionId {
    let loading = Loading::new(text, "prova.txt", Some("prova"), None, app.app.env().today()).unwrap();
    let permit = Permit::ask(&Actor::cli(), Act::ImportDocument, Target::Network).unwrap();
    let mut tx = permit.begin(app.app.db()).await.unwrap();
    let id = import_document(&mut tx, &loading, loading.pdf().unwrap()).await.unwrap().id();
    tx.commit().await.unwrap();
    id
}

const SELECTION: &str = "Documento di Consenso della prova\n\nLA SELEZIONE\n\n\
    La selezione va fatta congiuntamente da esperti e operatori.\n";

#[tokio::test]
async fn the_charter_on_paper_has_the_words_of_the_document_once_it_is_there() {
    let app = started().await;
    let without = app.as_visitor().get("/carta/pdf").await;
    let document = load(&app, SELECTION).await;
    let id = charter_in_force(app.app.db().reader()).await.unwrap().unwrap().id();
    let kept = || super::store::kept_paper(app.app.db().reader(), id, Lang::It, document);
    assert!(kept().await.unwrap().is_none(), "what was set before is not taken for it");
    let with = app.as_visitor().get("/carta/pdf").await;
    assert!(with.ok().bytes != without.ok().bytes);
    assert_eq!(kept().await.unwrap().as_deref(), Some(with.bytes.as_slice()));
    assert_eq!(app.as_visitor().get("/carta/pdf").await.bytes, with.bytes);
}

#[tokio::test]
async fn a_new_version_is_drafted_compared_and_adopted() {
    let app = started().await;
    let ada = secretary(&app);
    let href = draft(&app).await;
    assert_eq!(draft(&app).await, href, "pressed twice, it is one draft");
    let ask = app.as_person(&ada);
    ask.get(&format!("{href}/modifica")).await.ok().says("Prepara la versione 2");
    let fields = typed(&app, &href, &[("i7_share", "50")]).await;
    ask.post(&format!("{href}/modifica"), &pairs(&fields)).await.leads_to(&href);
    ask.get(&format!("{href}/articoli/rete")).await.ok();
    let words = [
        ("version", "2"),
        ("title_it", "Una rete viva"),
        ("title_en", "A living network"),
        ("text_it", "Uno."),
        ("text_en", "One."),
        ("grounds", "proposte-e-conclusioni.la-conferenza-ha-gettato-le"),
    ];
    ask.post(&format!("{href}/articoli/rete"), &words).await.leads_to(&href);
    ask.get("/carta/confronto")
        .await
        .ok()
        .says("50 per cento")
        .says("Una rete viva")
        .says("tolto: che resta")
        .says("fine di ciò che è tolto")
        .says("Passo tolto: «l organizzazione si impegna a…»")
        .says("Mostra per chi cambia");
    let english = ask.in_lang(Lang::En);
    english.get("/carta/confronto").await.ok().says("50 per cent").says("<span lang=\"it\">«");
    english.get("/carta").await.ok().says("Passage of the Document: <span lang=\"it\">«");

    let ask = app.as_person(&ada);
    ask.post(&format!("{href}/adotta"), &[("version", "3")]).await.invalid().says("conferma di aver letto");
    for _ in 0..2 {
        // The second time it says that it is adopted already.
        ask.post(&format!("{href}/adotta"), &[("version", "3"), ("confirm", "1")]).await.leads_to("/carta");
    }
    let now = charter_in_force(app.app.db().reader()).await.unwrap().unwrap();
    let share = now.charter.rule(RuleId::I7).unwrap().parameters[0];
    assert_eq!((share.name, share.value, share.origin), (ParameterName::Share, 50, Origin::SetByNetwork));
    app.as_visitor().get("/carta/versioni").await.ok().says("Superata");
    // What was adopted is no draft any more.
    assert_eq!(ask.get(&format!("{href}/modifica")).await.status.as_u16(), 404);
    let events = ::store::events_after(app.app.db().reader(), None, 10).await.unwrap();
    assert_eq!(events.len(), 2, "one for each adoption");
}

/// A draft of the version in force with some values typed anew.
async fn changed(app: &TestApp, anew: &[(&str, &str)]) -> String {
    let href = draft(app).await;
    let fields = typed(app, &href, anew).await;
    app.as_person(&secretary(app)).post(&format!("{href}/modifica"), &pairs(&fields)).await.leads_to(&href);
    href
}

#[tokio::test]
async fn a_draft_of_a_version_that_no_longer_holds_undoes_nothing() {
    let app = started().await;
    let (a, b) = (changed(&app, &[("i7_share", "50")]).await, changed(&app, &[("i4_days", "20")]).await);
    let crossed = changed(&app, &[("i16_fewest_delegates", "5")]).await;
    let ada = secretary(&app);
    let ask = app.as_person(&ada);
    let adopt = |version| [("version", version), ("confirm", "1")];
    ask.post(&format!("{a}/adotta"), &adopt("2")).await.leads_to("/carta");
    // What it would undo is seen, and it is not adopted like that.
    let id = b.rsplit('/').next().unwrap();
    let page = ask.get(&format!("{b}/modifica")).await;
    page.ok().says("nasce da una versione che non vale più").says("Porta i cambiamenti sulla versione 2");
    assert!(page.links().contains(&format!("/carta/confronto?a={id}")));
    ask.get(&format!("/carta/confronto?a={id}")).await.ok().says("20 giorni").says("50 per cento");
    let refused = ask.post(&format!("{b}/adotta"), &adopt("2")).await;
    refused.is(axum::http::StatusCode::CONFLICT).says("La bozza non è adottata");
    // Carried over, both changes hold.
    ask.post(&format!("{b}/riporta"), &[("version", "1")]).await.is(axum::http::StatusCode::CONFLICT);
    ask.post(&format!("{b}/riporta"), &[("version", "2")]).await.leads_to(&b);
    ask.post(&format!("{b}/riporta"), &[("version", "2")]).await.leads_to(&b);
    ask.get(&format!("/carta/confronto?a={id}")).await.ok().says("20 giorni").hides("50 per cento");
    let other = changed(&app, &[("i16_most_delegates", "4")]).await;
    ask.post(&format!("{b}/adotta"), &adopt("3")).await.leads_to("/carta");
    let now = charter_in_force(app.app.db().reader()).await.unwrap().unwrap();
    let value = |rule, name| now.charter.rule(rule).unwrap().value(name);
    assert_eq!(value(RuleId::I7, ParameterName::Share), 50);
    assert_eq!(value(RuleId::I4, ParameterName::Days), 20);
    // What cannot stand together is said, and the draft stays as it is.
    ask.post(&format!("{other}/riporta"), &[("version", "2")]).await.leads_to(&other);
    ask.post(&format!("{other}/adotta"), &adopt("3")).await.leads_to("/carta");
    ask.post(&format!("{crossed}/riporta"), &[("version", "2")]).await.invalid().says("non stanno insieme");
    ask.in_lang(Lang::En).get(&format!("{crossed}/modifica")).await.ok().says("Carry the changes over to version");
}

#[tokio::test]
async fn a_draft_is_seen_by_those_who_prepare_it_only() {
    let app = started().await;
    let href = draft(&app).await;
    assert_eq!(app.as_visitor().get(&href).await.status.as_u16(), 404);
    app.as_visitor().get("/carta/versioni").await.ok().hides(&href);
    app.as_person(&secretary(&app)).get(&href).await.ok().says("Bozza");
    app.as_person(&secretary(&app))
        .post(&format!("{href}/elimina"), &[("version", "1")])
        .await
        .leads_to("/carta/versioni");
    assert_eq!(app.as_person(&secretary(&app)).get(&href).await.status.as_u16(), 404);
}

#[tokio::test]
async fn what_is_wrong_is_named_and_what_somebody_else_changed_is_kept() {
    let app = started().await;
    let href = draft(&app).await;
    let ask = app.as_person(&secretary(&app));
    let wrong = typed(&app, &href, &[("i4_days", "0"), ("label", "1")]).await;
    ask.post(&format!("{href}/modifica"), &pairs(&wrong)).await.invalid().says("da 1 a 730");
    let taken = typed(&app, &href, &[("label", "1")]).await;
    ask.post(&format!("{href}/modifica"), &pairs(&taken)).await.invalid().says("già una versione");
    let old = typed(&app, &href, &[]).await;
    ask.post(&format!("{href}/modifica"), &pairs(&old)).await.leads_to(&href);
    let late = typed(&app, &href, &[("version", "1"), ("i7_share", "45")]).await;
    let page = ask.post(&format!("{href}/modifica"), &pairs(&late)).await;
    page.is(axum::http::StatusCode::CONFLICT).says("Qualcun altro ha appena cambiato questa bozza");
    assert!(page.text().contains("value=\"45\""), "what was typed is still there");
    // Sent again as the page has it, it is saved.
    let again = typed(&app, &href, &[("i7_share", "45")]).await;
    assert!(page.text().contains("name=\"version\" value=\"2\""), "{}", page.text());
    ask.post(&format!("{href}/modifica"), &pairs(&again)).await.leads_to(&href);
    let mut words = vec![
        ("version", "1"),
        ("title_it", "Una rete viva"),
        ("title_en", "A living network"),
        ("text_it", "Uno."),
        ("text_en", "One."),
        ("grounds", "proposte-e-conclusioni.la-conferenza-ha-gettato-le"),
    ];
    let page = ask.post(&format!("{href}/articoli/rete"), &words).await;
    page.is(axum::http::StatusCode::CONFLICT).says("Qualcun altro ha appena cambiato questa bozza");
    assert!(page.text().contains("name=\"version\" value=\"3\""), "{}", page.text());
    words[0] = ("version", "3");
    ask.post(&format!("{href}/articoli/rete"), &words).await.leads_to(&href);
    ask.post(&format!("{href}/articoli/rete"), &[("title_it", "")]).await.invalid();
}

/// Facts with something of everything: all well, or all not.
fn told(yes: bool) -> Facts {
    let n = u32::from(yes);
    let day = |text: &str| text.parse().unwrap();
    let x = || "x".to_owned();
    let closed = |on| Closed { on: day(on), reasons_on: None, conversation_on: None };
    let admission = Admission { asks_recovery_path: yes, asks_more: false, without_group: 0, offered_group: 0 };
    let teaching = Teaching { expert_minutes: n, professional_minutes: 1, professionals: 1, prepared: n };
    let field = Field { trainees: 1, shadowing: n };
    let course = Course { label: x(), admission: Some(admission), teaching: Some(teaching), field: Some(field) };
    let planned = Course { label: x(), admission: None, teaching: None, field: None };
    Facts::about(Kind::Department)
        .with(&Panels(vec![Panel { label: x(), experts: n, professionals: n }]))
        .with(&Calls(vec![
            Call { label: x(), asks_qualification: !yes, forms: yes.then(|| [Form::Interview].into()) },
            Call { label: x(), asks_qualification: !yes, forms: Some([Form::Marks].into()) },
        ]))
        .with(&Candidacies(vec![closed("2026-01-01"), closed("2026-02-27")]))
        .with(&Courses(vec![course, planned]))
        .with(&Curricula(vec![Curriculum {
            label: x(),
            objectives: if yes { Objective::ALL.into() } else { [].into() },
            areas: if yes { ContentArea::ALL.into() } else { [].into() },
            by_experts: yes,
            by_professionals: true,
            theory: yes,
            practice: yes,
            shadowing: yes,
        }]))
        .with(&ContinuingTraining(vec![
            Offered { since: day("2020-01-01"), sessions: vec![] },
            Offered { since: day("2026-01-01"), sessions: vec![] },
        ]))
        .with(&Teams(vec![Team { label: x(), experts: 1, longest_uninvited_since: None, remedy: yes }]))
        .with(&Assignments(vec![Assignment {
            since: day("2020-01-01"),
            tutor: yes,
            role_description: yes,
            agreed_area: yes,
            supervision: yes,
            review_on: None,
            intervision_on: None,
        }]))
        .with(&Experts { active: n, in_a_group: Some(n) })
        .with(&Belonging { free: Some(yes), time: Some(yes), hours_a_month: yes.then_some(2) })
        .with(&Roles { paid: 1, paid_with_instrument: n, volunteer: 1, volunteer_with_duties: 1 - n })
        .with(&Inclusion { professionals: Some(n), trained_in_recovery: Some(n), closed_areas: Some(1 - n) })
        .with(&Bodies(vec![Body { label: x(), decides: true, places: 1, filled: n }]))
}

fn conference(yes: bool) -> Facts {
    let experts = if yes { 3 } else { 9 };
    let conference = Conference { label: "x".into(), delegates: vec![3], experts, professionals: 1 };
    Facts::about(Kind::Network).with(&Conferences(vec![conference])).with(&Belonging {
        free: Some(yes),
        time: Some(yes),
        hours_a_month: None,
    })
}

/// Every list reported, and nothing in any.
fn empty(kind: Kind) -> Facts {
    Facts::about(kind)
        .with(&Panels(vec![]))
        .with(&Calls(vec![]))
        .with(&Candidacies(vec![]))
        .with(&Courses(vec![]))
        .with(&Curricula(vec![]))
        .with(&ContinuingTraining(vec![]))
        .with(&Teams(vec![]))
        .with(&Assignments(vec![]))
        .with(&Roles { paid: 0, paid_with_instrument: 0, volunteer: 0, volunteer_with_duties: 0 })
        .with(&Bodies(vec![]))
        .with(&Conferences(vec![]))
        .with(&Experts { active: 0, in_a_group: None })
}

/// Every sentence that the engine can say has its words in both languages.
#[tokio::test]
async fn the_engine_is_never_at_a_loss_for_words() {
    let app = app().await;
    let nothing = [Kind::Network, Kind::Association, Kind::Department].map(Facts::about);
    let all =
        [told(true), told(false), conference(true), conference(false), empty(Kind::Service), empty(Kind::Network)];
    let today = "2026-03-01".parse().unwrap();
    for facts in all.into_iter().chain(nothing) {
        for finding in evaluate(&Charter::first(), &facts, today) {
            let phrases = finding.evidence.iter().chain(&finding.missing).chain(&finding.next_steps);
            for (lang, phrase) in Lang::ALL.into_iter().flat_map(|lang| phrases.clone().map(move |p| (lang, p))) {
                let said = super::say(&app.app.t(lang), phrase);
                assert!(!said.contains('⟦'), "{said}");
            }
        }
    }
}

/// Every statement that an article of the first Charter rests on stands in the real Document.
#[test]
fn the_first_charter_rests_on_the_document() {
    let Some(path) = testkit::shared_file("seed/000_c599531839a8c28c.txt") else { return };
    let reading = crate::document::read(&std::fs::read_to_string(path).unwrap());
    let known: std::collections::HashSet<String> =
        reading.document.statements().iter().map(|statement| statement.anchor.clone()).collect();
    let charter = Charter::first();
    let named = charter.articles().iter().flat_map(|article| &article.rests_on);
    let lost: Vec<&str> = named.map(charter::Anchor::as_str).filter(|anchor| !known.contains(*anchor)).collect();
    assert!(lost.is_empty(), "not in the Document: {lost:?}");
}
