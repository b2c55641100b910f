//! What the demonstration shows was entered by the managers of its organisations, through the pages.

#![allow(clippy::unwrap_used, reason = "a test may be blunt")]

use access::{Act, Role};
use app::{
    Persona,
    made_up::{self, Size},
};
use kernel::Lang;
use store::sql;
use testkit::TestApp;
use web::Site;

async fn made_up_network() -> TestApp {
    let app = TestApp::with_site(app::slices, Site { demo: true, ..Site::for_tests() }).await;
    let size = Size { organisations: 8, experts: 16, candidacies: 0, editions: 0 };
    made_up::fill(&app.app, size, |_, _, _| {}).await.unwrap();
    app
}

/// How many lines of the trace this statement counts.
async fn counted(app: &TestApp, statement: store::Sql) -> i64 {
    let number: Option<i64> = statement.value(app.db.db.reader()).await.unwrap();
    number.unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn courses_editions_and_calls_are_entered_by_those_who_manage() {
    let app = made_up_network().await;
    let db = &app.db.db;
    let manager = Persona::Holder(Role::OrganisationManager).find(db.reader(), db.env().today()).await.unwrap();
    let manager = manager.expect("a manager of the department");
    // A course with its seven modules and five hands, two alignments, four editions; three calls with
    // their panels.
    for (act, least) in [(Act::ManageCourses, 20), (Act::ManageSelection, 8)] {
        let own = "SELECT CAST(COUNT(*) AS BIGINT) FROM audit_entry WHERE actor_person = $1 AND act = $2";
        let entered = counted(&app, sql(own).bind(manager.uuid()).bind(act.code())).await;
        assert!(entered >= least, "{} was done {entered} times", act.code());
    }
    let all = "SELECT CAST(COUNT(DISTINCT actor_person) AS BIGINT) FROM audit_entry WHERE act = $1";
    assert_eq!(counted(&app, sql(all).bind(Act::ManageCourses.code())).await, 3, "each organisation enters its own");
    // Nobody stays signed in whom no visitor signed in.
    assert_eq!(counted(&app, sql("SELECT CAST(COUNT(*) AS BIGINT) FROM session")).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn everyone_reads_what_was_entered() {
    let app = made_up_network().await;
    let courses = app.as_visitor().get("/corsi").await;
    courses.ok().says("Percorso regionale di 330 ore").says("330 ore");
    courses.says("Esperti per esperienza: un anno insieme").says("Imparare sul campo");
    let in_english = app.as_visitor().in_lang(Lang::En).get("/corsi").await;
    in_english.ok().says("330 hours");
    let calls = app.as_visitor().get("/avvisi").await;
    calls.ok().says("Cerchiamo persone esperte in supporto tra pari").says("Voci per la radio di quartiere");
    calls.hides("Persone esperte per il centro diurno").hides("l’avviso dello scorso anno");
    // The demonstration's Document has every passage that the Charter rests on, and so an easy version.
    app.as_visitor().get("/documento").await.ok().says("Versione facile da leggere");
    app.as_visitor().get("/documento/facile").await.ok().says("Quali tutele ha");
}
