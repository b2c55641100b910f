//! The Document on record: loaded by the secretariat, read by everyone.

use super::source;
use crate::document::{
    DocumentVersion, Imported, Loading, current_document, document_statements, document_version, document_versions,
    import_document,
};
use access::{Act, Actor, Permit, Role, Scope, Target};
use kernel::{DocumentVersionId, Event, Lang};
use testkit::{Page, TestApp, Who};

const FIRST: &str = "Documento di Consenso della conferenza di prova\n\nHanno partecipato tre realtà.\n\n\
    LA SELEZIONE\n\nLa selezione va fatta congiuntamente da esperti e operatori.1\n\n\
    Si guarda a tre cose:\n• l’ascolto;\n• la motivazione:\n- la propria;\n- quella degli altri;\n• la fiducia.\n\n\
    LA FORMAZIONE\n\nLa riunione online tenutasi il 3 febbraio 2025 ha concordato due tipi di corso:\n\
    a) corsi con teoria e pratica;\nb) corsi sul campo.\n\n 7 \n\n                              \n1 https://esempio.it/nota\n";

async fn app() -> TestApp {
    TestApp::new(|| vec![crate::slice()]).await
}

fn secretary(app: &TestApp) -> Who {
    app.person("Ada").role(Role::Secretariat, Scope::Network)
}

/// Loads a text as the command line does.
async fn load(app: &TestApp, text: &str, label: &str) -> Imported {
    let day = app.app.env().today();
    let loading = Loading::new(text, "prova.txt", Some(label), None, day).unwrap();
    let pdf = loading.pdf().unwrap();
    let permit = Permit::ask(&Actor::cli(), Act::ImportDocument, Target::Network).unwrap();
    let mut tx = permit.begin(app.app.db()).await.unwrap();
    let imported = import_document(&mut tx, &loading, pdf).await.unwrap();
    tx.commit().await.unwrap();
    imported
}

async fn version(app: &TestApp, id: DocumentVersionId) -> DocumentVersion {
    document_version(app.app.db().reader(), id).await.unwrap().unwrap()
}

fn is_pdf(page: &Page) -> bool {
    page.text().starts_with("%PDF-1.7")
}

#[tokio::test]
async fn before_the_first_version_the_page_says_what_will_be_here() {
    let app = app().await;
    app.as_visitor().get("/documento").await.ok().says("Qui leggerai il Documento").hides("/documento/carica");
    app.as_person(&secretary(&app)).get("/documento").await.ok().says("Carica il Documento");
    app.as_visitor().in_lang(Lang::En).get("/documento/versioni").await.ok().says("Here you will read");
    for missing in ["/documento/testo", "/documento/pdf", "/api/v1/document"] {
        assert_eq!(app.as_visitor().get(missing).await.status.as_u16(), 404, "{missing}");
    }
    app.as_visitor().get("/documento/confronto").await.ok().says("Serve una seconda versione");
}

#[tokio::test]
async fn a_loaded_version_comes_back_whole_and_tells_the_house() {
    let app = app().await;
    let Imported::New(id) = load(&app, FIRST, "prova").await else { panic!("it is new") };
    let kept = version(&app, id).await;
    assert_eq!(kept.document, crate::document::read(FIRST).document);
    assert_eq!((kept.line.counts.statements, kept.line.counts.notes, kept.line.current), (10, 1, true));
    assert_eq!(kept.line.adopted_on.to_string(), "2025-02-03");
    let waiting = store::events_after(app.app.db().reader(), None, 10).await.unwrap();
    let told = Event::DocumentPublished { version: id };
    assert!(waiting.iter().any(|one| one.event.as_ref().is_ok_and(|event| *event == told)));
}

#[tokio::test]
async fn the_same_text_twice_changes_nothing_however_it_is_wrapped() {
    let app = app().await;
    let first = load(&app, FIRST, "prova").await;
    let again = load(&app, &FIRST.replace(" 7 \n\n", "").replace('\n', "\r\n"), "un altro nome").await;
    assert_eq!(again, Imported::Known(first.id()));
    assert_eq!(document_versions(app.app.db().reader()).await.unwrap().len(), 1);
}

#[tokio::test]
async fn the_version_adopted_last_is_the_current_one_whatever_was_loaded_last() {
    let app = app().await;
    let newer = load(&app, &FIRST.replace("3 febbraio 2025", "3 febbraio 2026"), "nuova").await;
    let older = load(&app, FIRST, "vecchia").await;
    let conn = app.app.db().reader();
    assert_eq!(current_document(conn).await.unwrap().unwrap().id, newer.id());
    let all = document_versions(conn).await.unwrap();
    assert_eq!(
        all.iter().map(|line| (line.id, line.current)).collect::<Vec<_>>(),
        [(newer.id(), true), (older.id(), false)]
    );
    app.as_visitor()
        .get("/documento/versioni")
        .await
        .ok()
        .says("Ultima")
        .says("Precedente")
        .says("Confronta due versioni");
}

#[tokio::test]
async fn statements_are_found_by_their_addresses() {
    let app = app().await;
    let id = load(&app, FIRST, "prova").await.id();
    let anchors = ["la-formazione.corsi-sul-campo", "la-selezione.la-selezione-va-fatta-congiuntamente", "non.c-e"];
    let anchors: Vec<String> = anchors.iter().map(|a| (*a).to_owned()).collect();
    let found = document_statements(app.app.db().reader(), id, &anchors).await.unwrap();
    let words: Vec<_> = found.iter().map(|s| (s.heading.as_str(), s.words.as_str())).collect();
    let first = "La selezione va fatta congiuntamente da esperti e operatori.";
    assert_eq!(words, [("La selezione", first), ("La formazione", "corsi sul campo.")]);
}

#[tokio::test]
async fn everyone_reads_it_as_a_page_as_text_on_paper_and_as_data() {
    let app = app().await;
    let id = load(&app, FIRST, "prova").await.id();
    for lang in Lang::ALL {
        let page = app.as_visitor().in_lang(lang).get("/documento").await;
        page.ok().says("Documento di Consenso della conferenza di prova").says("Hanno partecipato tre realtà.");
        let html = page.text();
        for piece in [
            "id=\"la-selezione.la-selezione-va-fatta-congiuntamente\"",
            "href=\"#la-selezione.la-selezione-va-fatta-congiuntamente\"",
            "id=\"nota-1\"",
            "href=\"#nota-1\"",
            "href=\"#rif-1\"",
            "href=\"#la-formazione\"",
        ] {
            assert!(html.contains(piece), "{piece}");
        }
    }
    app.as_visitor().get(&format!("/documento/versioni/{id}")).await.ok().says("Versione prova");
    let text = app.as_visitor().get("/documento/testo").await.text();
    assert!(
        text.contains("• la motivazione:\n\n  - la propria;") && text.contains("[1] https://esempio.it/nota"),
        "{text}"
    );
    assert!(is_pdf(&app.as_visitor().get("/documento/pdf").await));
    assert!(is_pdf(&app.as_visitor().get(&format!("/documento/versioni/{id}/pdf")).await));
    let data = app.as_visitor().get("/api/v1/document").await.json();
    assert_eq!(data["sections"][0]["anchor"], "la-selezione");
    assert_eq!(data["version"]["label"], "prova");
    let list = app.as_visitor().get("/api/v1/document/versions").await.json();
    assert_eq!(list["versions"][0]["id"], id.to_string());
    assert_eq!(app.as_visitor().get(&format!("/api/v1/document/versions/{id}")).await.json(), data);
    assert_eq!(app.as_visitor().get("/documento/versioni/non-un-id").await.status.as_u16(), 404);
}

#[tokio::test]
async fn two_versions_are_compared_in_words() {
    let app = app().await;
    let old = load(&app, FIRST, "prima").await.id();
    let new = FIRST
        .replace("• l’ascolto;", "• l’ascolto attento;")
        .replace("• la fiducia.", "• la fiducia reciproca tra chi lavora insieme.");
    let new = load(&app, &new, "seconda").await.id();
    let page = app.as_visitor().get(&format!("/documento/confronto?da={old}&a={new}")).await;
    page.ok().says("Cambiato").says("aggiunto: attento fine").says("tolto: la fiducia. fine");
    let page = app.as_visitor().in_lang(Lang::En).get(&format!("/documento/confronto?da={old}&a={old}")).await;
    page.ok().says("Both versions say the same things");
}

#[tokio::test]
async fn the_secretariat_tries_a_text_then_loads_it() {
    let app = app().await;
    let ada = secretary(&app);
    let asks = || app.as_person(&ada);
    asks().get("/documento/carica").await.ok().says("Non cambia ancora niente");
    let tried = asks().upload("/documento/carica", &[("label", "")], ("file", "doc.txt", FIRST.as_bytes())).await;
    tried.ok().says("non è cambiato ancora niente").says("10 passi").says("Versione 2025, adottata il 3 febbraio 2025");
    tried.says("il numero di pagina 7").says("Nessuno: tutto è stato riconosciuto.");
    assert!(current_document(app.app.db().reader()).await.unwrap().is_none());

    let fields = [
        ("text", FIRST),
        ("label", "2025"),
        ("adopted_on", "2025-02-03"),
        ("source_name", "doc.txt"),
        ("step", "confirm"),
    ];
    let done = asks().post("/documento/carica", &fields).await;
    done.leads_to("/documento/versioni/");
    asks().get(&done.location()).await.ok().says("doc.txt");
    let again = asks().post("/documento/carica", &fields).await;
    assert_eq!(again.location(), done.location());
    asks().post("/documento/carica", &[("text", FIRST)]).await.ok().says("Questo stesso testo è già caricato");
}

#[tokio::test]
async fn what_cannot_be_loaded_comes_back_with_what_was_typed() {
    let app = app().await;
    let ada = secretary(&app);
    load(&app, FIRST, "prova").await;
    let asks = || app.as_person(&ada);
    asks().post("/documento/carica", &[("label", "mia")]).await.invalid().says("Qui non c’è testo").says("mia");
    let pdf = asks().upload("/documento/carica", &[], ("file", "a.pdf", b"%PDF-1.7 \xff")).await;
    pdf.invalid().says("non è testo semplice");
    let endless = "Una frase che si ripete.\n\n".repeat(3001);
    asks().post("/documento/carica", &[("text", &endless)]).await.invalid().says("troppo lungo");
    let taken = [("text", "UNA PARTE\n\nUn altro testo del tutto.\n"), ("label", "prova")];
    asks().post("/documento/carica", &taken).await.invalid().says("ha già questo nome").says("Un altro testo");
    asks().post("/documento/carica", &[("text", FIRST), ("adopted_on", "ieri")]).await.invalid().says("24/11/2026");
    let written = asks().post("/documento/carica", &[("text", FIRST), ("adopted_on", "28/2/2026")]).await;
    written.ok().says("28 febbraio 2026");
    let later = asks().post("/documento/carica", &[("text", FIRST), ("adopted_on", "2026-03-02")]).await;
    later.invalid().says("nel futuro").says("La selezione va fatta");
    let text = FIRST.replace("3 febbraio 2025", "2 marzo 2026");
    let said = asks().post("/documento/carica", &[("text", &text)]).await;
    said.invalid().says("nel futuro");
    assert!(said.text().contains("document-load-adopted-on-error"), "it stands at the day: {}", said.text());
}

#[tokio::test]
async fn nobody_else_loads_a_version() {
    let app = app().await;
    app.as_visitor().get("/documento/carica").await.leads_to("/accedi");
    let expert = app.person("Bea").role(Role::Region, Scope::Territory(kernel::Territory::Umbria));
    assert_eq!(app.as_person(&expert).post("/documento/carica", &[("text", FIRST)]).await.status.as_u16(), 403);
}

#[tokio::test]
async fn the_real_document_is_loaded_and_read() {
    let Some(text) = source() else { return };
    let app = app().await;
    let loading = Loading::new(&text, "documento.txt", None, None, app.app.env().today()).unwrap();
    assert_eq!((loading.label(), loading.adopted_on().to_string().as_str()), ("2021", "2021-11-10"));
    let id = load(&app, &text, "2021").await.id();
    assert_eq!(version(&app, id).await.document, loading.reading().document);
    app.as_visitor().get("/documento").await.ok().says("Una guida della WHO").says("30.000 lavoratori");
    app.as_visitor().in_lang(Lang::En).get("/documento").await.ok().says("(heading added)");
    let changed = text.replace("volontari riconosciuti", "volontari riconosciuti e ascoltati");
    let other = load(&app, &changed, "2021 bis").await.id();
    let page = app.as_visitor().get(&format!("/documento/confronto?da={id}&a={other}")).await;
    page.ok().says("Un passo cambiato").says("aggiunto: e ascoltati");
}
