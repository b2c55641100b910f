//! What happens around every handler, as stories.

#![allow(clippy::unwrap_used, reason = "a test may be blunt")]

use access::{Act, Role, Scope, Target};
use axum::{extract::Path, http::StatusCode, response::Response};
use kernel::{Checks, Lang};
use std::sync::atomic::{AtomicU32, Ordering};
use store::Fault;
use testkit::TestApp;
use web::{Ctx, Error, Fields, Form, Head, Result, Routes, Slice, Text, ui::Empty};

const TEXTS: &[Text] = &[Text {
    name: "note",
    it: "note-title = Note\nnote-word = Parola\nnote-saved = Salvato: { $word }.",
    en: "note-title = Notes\nnote-word = Word\nnote-saved = Saved: { $word }.",
}];

fn slice() -> Slice {
    Slice {
        name: "note",
        routes: Routes::new()
            .get("/note", Act::ReadPublic, list)
            .post("/note", Act::SendFeedback, save)
            .get("/note/{number}", Act::ReadPublic, one)
            .get("/chiuso", Act::Operate, closed)
            .post("/chiuso", Act::Operate, closed)
            .post("/chiuso/solo-invio", Act::Operate, closed)
            .post("/conteso", Act::SendFeedback, contended)
            .api_get("/api/v1/note", Act::ReadFindings, api),
        texts: TEXTS,
        migrations: Vec::new,
        holdings: Vec::new(),
        api: None,
    }
}

async fn app() -> TestApp {
    TestApp::new(|| vec![slice()]).await
}

async fn list(ctx: Ctx) -> Result<Response> {
    ctx.page(Head::new(ctx.t().get("note-title")), Empty::new("–", "–"))
}

async fn one(ctx: Ctx, Path(number): Path<u32>) -> Result<Response> {
    if number > 9 { Err(Error::NotFound) } else { list(ctx).await }
}

async fn closed(ctx: Ctx) -> Result<Response> {
    ctx.permit(Act::Operate, Target::Network)?;
    list(ctx).await
}

async fn api(ctx: Ctx) -> Result<Response> {
    list(ctx).await
}

#[derive(askama::Template)]
#[template(
    source = r#"{{ form.summary() }}<form method="post">{{ form.text("word").required() }}</form>"#,
    ext = "html"
)]
struct Body {
    form: Form,
}

async fn save(ctx: Ctx, fields: Fields) -> Result<Response> {
    let mut checks = Checks::new();
    let word = checks.text("word", fields.get("word"), 5);
    match checks.finish(|| word) {
        Ok(word) => ctx.done_with("note-saved", "word", &word, "/note"),
        Err(invalids) => {
            let form = Form::new(ctx.t(), "note", &fields, &invalids);
            ctx.invalid(Head::new(ctx.t().get("note-title")), Body { form })
        }
    }
}

static TRIES: AtomicU32 = AtomicU32::new(0);

async fn contended(ctx: Ctx) -> Result<Response> {
    if TRIES.fetch_add(1, Ordering::SeqCst) < 2 { Err(Fault::Conflict.into()) } else { ctx.goto("/note") }
}

#[tokio::test]
async fn a_page_speaks_the_language_asked_for_and_keeps_it() {
    let app = app().await;
    app.as_visitor().get("/note").await.ok().says("Vai al contenuto");
    app.as_visitor().in_lang(Lang::En).get("/note").await.ok().says("Go to the content");
    let page = app.as_visitor().in_lang(Lang::En).get("/note?lang=en").await;
    assert!(page.headers["set-cookie"].to_str().unwrap().starts_with("lang=en"));
}

#[tokio::test]
async fn what_was_typed_comes_back_with_what_is_wrong() {
    let app = app().await;
    let page = app.as_visitor().post("/note", &[("word", "troppo <lunga>")]).await;
    page.invalid().says("troppo &#60;lunga&#62;").says("il massimo è 5 caratteri").says("href=\"#note-word\"");
    app.as_visitor().post("/note", &[("word", "ok")]).await.leads_to("/note");
}

#[tokio::test]
async fn a_stranger_is_led_to_sign_in_and_a_program_is_told() {
    let app = app().await;
    app.as_visitor().get("/chiuso?a=b").await.leads_to("/accedi?poi=%2Fchiuso%3Fa%3Db");
    let answer = app.as_visitor().get("/api/v1/note").await;
    assert_eq!(answer.is(StatusCode::UNAUTHORIZED).json()["status"], 401);
    assert_eq!(answer.headers["content-type"], "application/problem+json");
    assert_eq!(answer.headers["www-authenticate"], "Bearer");
}

#[tokio::test]
async fn what_was_typed_is_still_there_when_the_session_is_over() {
    let app = app().await;
    let typed = [("word", "una <parola>"), ("word", "due"), ("password", "segretissima"), ("do", "save")];
    for lang in Lang::ALL {
        let page = app.as_visitor().in_lang(lang).from_page("/chiuso?a=b").post("/chiuso", &typed).await;
        page.is(StatusCode::UNAUTHORIZED).says("href=\"/accedi\" target=\"_blank\"");
        page.says("name=\"word\" value=\"una &#60;parola&#62;\"").says("name=\"word\" value=\"due\"");
        page.says("name=\"do\" value=\"save\"").hides("segretissima").hides("hreflang");
        assert_eq!(page.headers["cache-control"], "no-store");
    }
    // A file is chosen again, on the page where the form stood.
    let page =
        app.as_visitor().from_page("/chiuso?a=b").upload("/chiuso", &typed, ("file", "a.csv", b"x".as_slice())).await;
    page.is(StatusCode::UNAUTHORIZED).hides("&#60;parola").says("scegli di nuovo il file");
    page.says("/accedi?poi=%2Fchiuso%3Fa%3Db");
    // Where no page stands at the address, the way back leads to the start.
    let page = app
        .as_visitor()
        .from_page("/chiuso/solo-invio")
        .upload("/chiuso", &[], ("file", "a.csv", b"x".as_slice()))
        .await;
    page.is(StatusCode::UNAUTHORIZED).says("/accedi?poi=%2Finizio");
}

#[tokio::test]
async fn what_a_stranger_s_page_may_have_sent_is_not_offered_to_be_sent_again() {
    let app = app().await;
    let page = app.as_visitor().post("/chiuso", &[("word", "altrui")]).await;
    page.is(StatusCode::UNAUTHORIZED).hides("altrui").hides("<form").says("/accedi?poi=%2Finizio");
}

#[tokio::test]
async fn a_refusal_says_why_and_whom_to_ask() {
    let app = app().await;
    let secretary = app.person("Ada").role(Role::Secretariat, Scope::Network);
    let page = app.as_person(&secretary).get("/chiuso").await;
    page.is(StatusCode::FORBIDDEN).says("Il tuo ruolo non comprende").says("chi amministra");
    let administrator = app.person("Ben").role(Role::Administrator, Scope::Network);
    app.as_person(&administrator).get("/chiuso").await.ok();
}

#[tokio::test]
async fn what_is_not_there_is_a_page_too() {
    let app = app().await;
    for path in ["/niente", "/note/10", "/note/dieci"] {
        let page = app.as_visitor().get(path).await;
        assert!(page.status.is_client_error());
        page.is(page.status).says("Torna alla pagina iniziale");
    }
}

#[tokio::test]
async fn a_change_that_lost_to_another_is_tried_again() {
    let app = app().await;
    app.as_visitor().post("/conteso", &[]).await.leads_to("/note");
    assert_eq!(TRIES.load(Ordering::SeqCst), 3);
}
