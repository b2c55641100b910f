//! The easy version: written by the secretariat, read by everyone.

use super::{exists, store, write_proposal};
use crate::charter::install_first_charter;
use crate::document::{Loading, import_document};
use access::{Act, Actor, Permit, Role, Scope, Target, Tx};
use axum::http::StatusCode;
use kernel::{DocumentVersionId, Lang};
use testkit::{TestApp, Who};

const DOCUMENT: &str = "Documento di Consenso della prova\n\nLA SELEZIONE\n\n\
    La selezione va fatta congiuntamente da esperti e operatori.\n\nLA FORMAZIONE\n\nLa formazione sarà continua.\n";

const EASY: &str =
    "# La scelta\n> la-selezione\n\nSi sceglie insieme.\nNessuno giudica.\n\n- Si parla.\n- Si ascolta.\n";

async fn app() -> TestApp {
    TestApp::new(|| vec![crate::slice()]).await
}

fn secretary(app: &TestApp) -> Who {
    app.person("Ada").role(Role::Secretariat, Scope::Network)
}

async fn begin(app: &TestApp, act: Act) -> Tx {
    Permit::ask(&Actor::cli(), act, Target::Network).unwrap().begin(app.app.db()).await.unwrap()
}

/// Loads a Document as the command line does.
async fn load(app: &TestApp, text: &str, label: &str, day: &str) -> DocumentVersionId {
    let day = Some(day.parse().unwrap());
    let loading = Loading::new(text, "prova.txt", Some(label), day, app.app.env().today()).unwrap();
    let mut tx = begin(app, Act::ImportDocument).await;
    let id = import_document(&mut tx, &loading, loading.pdf().unwrap()).await.unwrap().id();
    tx.commit().await.unwrap();
    id
}

fn form(id: DocumentVersionId) -> String {
    format!("/documento/versioni/{id}/facile")
}

#[tokio::test]
async fn before_one_is_written_the_page_says_what_it_will_be() {
    let app = app().await;
    app.as_visitor().get("/documento/facile").await.ok().says("Qui leggerai il Documento in parole facili");
    app.as_person(&secretary(&app)).get("/documento/facile").await.ok().hides("Scrivi la versione facile");
    let id = load(&app, DOCUMENT, "prova", "2025-02-03").await;
    let page = app.as_visitor().get("/documento/facile").await;
    page.ok().says("non l’ha ancora scritto").hides(&form(id));
    app.as_visitor().in_lang(Lang::En).get("/documento/facile").await.ok().says("has not written it yet");
    assert_eq!(app.as_visitor().get("/documento/facile/testo").await.status.as_u16(), 404);
    // Nobody is led to a page that is empty still; who may write it finds the way.
    let links = app.as_visitor().get("/documento").await.ok().links();
    assert!(links.iter().all(|link| !link.contains("facile")), "{links:?}");
    let ada = secretary(&app);
    for page in ["/documento/facile", "/documento", "/documento/versioni"] {
        let links = app.as_person(&ada).get(page).await.ok().links();
        assert!(links.contains(&form(id)), "{page}: {links:?}");
    }
}

#[tokio::test]
async fn the_secretariat_tries_a_text_then_everyone_reads_it() {
    let app = app().await;
    let mut tx = begin(&app, Act::ManageCharter).await;
    install_first_charter(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let id = load(&app, DOCUMENT, "prova", "2025-02-03").await;
    let ada = secretary(&app);
    let ask = || app.as_person(&ada);
    ask().get(&form(id)).await.ok().says("> la-selezione").says("Salva e pubblica").hides("Quanto è facile");
    let long = format!("{EASY}\nQuesta frase è {}lunga.\n", "molto ".repeat(20)).replace('\n', "\r\n");
    let tried = ask().post(&form(id), &[("version", "0"), ("text_it", &long), ("do", "check")]).await;
    tried.ok().says("Non è cambiato ancora niente").says("Una frase ha più di 20 parole").says("Indice Gulpease");
    assert!(!exists(app.app.db().reader()).await.unwrap(), "nothing is written by a look");

    ask().post(&form(id), &[("version", "0"), ("text_it", EASY), ("do", "save")]).await.leads_to(&form(id));
    ask().get(&form(id)).await.ok().says("Nessuna frase ha più di 20 parole").says("scuola elementare");
    let page = app.as_visitor().get("/documento/facile").await;
    page.ok().says("La scelta").says("Si sceglie insieme. Nessuno giudica.").says("Versione facile di “prova”");
    assert!(page.text().contains("href=\"/documento#la-selezione\""), "{}", page.text());
    assert!(page.text().contains("<li>Si ascolta.</li>") && !page.text().contains(&form(id)));
    let text = app.as_visitor().get("/documento/facile/testo").await.ok().text();
    assert!(text.contains("La scelta\n=========\n\nSi sceglie insieme. Nessuno giudica.\n\n• Si parla."), "{text}");
    for page in ["/documento", "/carta"] {
        app.as_visitor().get(page).await.ok().says("Versione facile da leggere");
    }

    // English is shown once somebody writes it; before, the Italian with a word on it.
    let english = || app.as_visitor().in_lang(Lang::En);
    english().get("/documento/facile").await.ok().says("in Italian only").says("Nessuno giudica.");
    let both = [("version", "1"), ("text_it", EASY), ("text_en", "# The choice\n\nNobody judges.")];
    ask().post(&form(id), &both).await.leads_to(&form(id));
    english().get("/documento/facile").await.ok().says("Nobody judges.").hides("in Italian only");
    assert!(english().get("/documento/facile/testo").await.text().contains("The choice\n=========="));
    ask().in_lang(Lang::En).get(&form(id)).await.ok().says("No sentence has more than 20 words");
}

#[tokio::test]
async fn what_is_wrong_is_named_with_its_line_and_nothing_typed_is_lost() {
    let app = app().await;
    let id = load(&app, DOCUMENT, "prova", "2025-02-03").await;
    let ada = secretary(&app);
    let ask = || app.as_person(&ada);
    let italian = "\nSenza titolo.\n# Vuota\n#\nParole.\n> la-musica\n> la-selezione";
    for step in ["check", "save"] {
        let page = ask().post(&form(id), &[("version", "0"), ("text_it", italian), ("do", step)]).await;
        page.invalid().says("Riga 2: prima di queste parole").says("Riga 3: sotto questo titolo").says("Parole.");
        page.says("Riga 4: qui c’è un titolo senza parole").says("Riga 6: il Documento non ha una parte «la-musica»");
        page.says("Riga 7: questa parte porta già");
    }
    let missing = ask().post(&form(id), &[("text_it", " "), ("text_en", "No heading.")]).await;
    missing.invalid().says("easy-text-it-error").says("easy-text-en-error").says("No heading.");
    let english = ask().in_lang(Lang::En).post(&form(id), &[("text_it", "# A")]).await;
    english.invalid().says("Line 1: there is no text under this heading");
    let endless = format!("# A\n\n{}", "Una frase. ".repeat(4000));
    ask().post(&form(id), &[("text_it", &endless)]).await.invalid();
    assert!(!exists(app.app.db().reader()).await.unwrap());
    assert_eq!(ask().get("/documento/versioni/non-un-id/facile").await.status.as_u16(), 404);
}

#[tokio::test]
async fn who_saves_second_reads_what_the_other_wrote_and_loses_nothing() {
    let app = app().await;
    let id = load(&app, DOCUMENT, "prova", "2025-02-03").await;
    let (ada, bea) = (secretary(&app), secretary(&app));
    let send = |version, text| [("version", version), ("text_it", text)];
    let other = "# La scelta\n\nLo dice Bea.";
    app.as_person(&ada).post(&form(id), &send("0", EASY)).await.leads_to(&form(id));
    // The same text sent twice is saved once.
    app.as_person(&ada).post(&form(id), &send("0", EASY)).await.leads_to(&form(id));
    let page = app.as_person(&bea).post(&form(id), &send("0", other)).await;
    page.is(StatusCode::CONFLICT).says("Qualcun altro ha appena salvato").says("Lo dice Bea.").says("Nessuno giudica.");
    assert!(page.text().contains("name=\"version\" value=\"1\""), "{}", page.text());
    app.as_person(&bea).post(&form(id), &send("1", other)).await.leads_to(&form(id));
    app.as_person(&ada).post(&form(id), &send("1", EASY)).await.is(StatusCode::CONFLICT).says("Lo dice Bea.");
    let kept = store::of(app.app.db().reader(), id).await.unwrap().unwrap();
    assert_eq!((kept.written.it.as_str(), kept.version), (other, 2));
}

#[tokio::test]
async fn while_a_new_document_has_none_the_earlier_one_is_read_and_says_so() {
    let app = app().await;
    let old = load(&app, DOCUMENT, "prima", "2025-02-03").await;
    let ada = secretary(&app);
    app.as_person(&ada).post(&form(old), &[("version", "0"), ("text_it", EASY)]).await.leads_to(&form(old));
    let new = load(&app, &DOCUMENT.replace("continua", "lunga"), "seconda", "2026-02-03").await;
    let page = app.as_visitor().get("/documento/facile").await;
    page.ok().says("C’è una versione più nuova del Documento: seconda").says("Versione facile di “prima”");
    let led = format!("/documento/versioni/{old}#la-selezione");
    assert!(page.text().contains(&led), "{}", page.text());
    // The new one begins from what there is.
    app.as_person(&ada).get(&form(new)).await.ok().says("Parti da quella di un altro").says("Nessuno giudica.");
    let text = "# La scelta\n\nQuella nuova.";
    app.as_person(&ada).post(&form(new), &[("version", "0"), ("text_it", text)]).await.leads_to(&form(new));
    app.as_visitor().get("/documento/facile").await.ok().says("Quella nuova.").hides("più nuova");
    let kept = store::of(app.app.db().reader(), old).await.unwrap().unwrap();
    assert_eq!(kept.written.it, EASY.trim(), "the earlier one stays as it was");
}

#[tokio::test]
async fn nobody_else_writes_it() {
    let app = app().await;
    let id = load(&app, DOCUMENT, "prova", "2025-02-03").await;
    app.as_visitor().get(&form(id)).await.leads_to("/accedi");
    let region = app.person("Bea").role(Role::Region, Scope::Territory(kernel::Territory::Umbria));
    let page = app.as_person(&region).post(&form(id), &[("version", "0"), ("text_it", EASY)]).await;
    assert_eq!(page.status.as_u16(), 403);
}

#[tokio::test]
async fn the_real_document_has_a_proposal_which_nobody_sees_before_it_is_saved() {
    let Some(path) = testkit::shared_file("seed/000_c599531839a8c28c.txt") else { return };
    let app = app().await;
    let other = load(&app, DOCUMENT, "prova", "2020-02-03").await;
    let real = load(&app, &std::fs::read_to_string(path).unwrap(), "2021", "2021-11-10").await;
    let ada = secretary(&app);
    app.as_person(&ada).get(&form(other)).await.ok().hides("Questa è una proposta");
    let page = app.as_person(&ada).get(&form(real)).await;
    page.ok().says("Questa è una proposta del programma").says("# Quali tutele ha").says("# How they are protected");
    assert!(!exists(app.app.db().reader()).await.unwrap());
    let mut tx = begin(&app, Act::ImportDocument).await;
    assert!(!write_proposal(&mut tx, other).await.unwrap(), "it does not fit");
    assert!(write_proposal(&mut tx, real).await.unwrap());
    assert!(!write_proposal(&mut tx, real).await.unwrap(), "there is one");
    tx.commit().await.unwrap();
    for (lang, words) in [(Lang::It, "Quali tutele ha"), (Lang::En, "How they are protected")] {
        app.as_visitor().in_lang(lang).get("/documento/facile").await.ok().says(words);
    }
}
