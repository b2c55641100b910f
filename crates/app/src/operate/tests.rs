//! The page for who runs the installation.

use super::pages::{line, megabytes};
use crate::jobs;
use access::{Role, Scope};
use kernel::Lang;
use testkit::TestApp;

#[tokio::test]
async fn the_page_is_named_after_what_is_run() {
    let app = TestApp::new(crate::slices).await;
    let heidi = app.person("Heidi").role(Role::Administrator, Scope::Network);
    app.as_person(&heidi).get("/gestione").await.ok().says("<h1>Gestione dell’installazione</h1>");
    let page = app.as_person(&heidi).in_lang(Lang::En).get("/gestione").await;
    page.ok().says("Running the installation").hides("col-sm-");
}

#[test]
fn a_size_is_said_as_people_say_it() {
    assert_eq!(megabytes(0, Lang::It), "0,0 MB");
    assert_eq!(megabytes(5 * 1_048_576 + 600_000, Lang::It), "5,5 MB");
    assert_eq!(megabytes(1_048_576_000, Lang::En), "1000.0 MB");
}

#[test]
fn every_job_has_a_name_in_both_languages() {
    for lang in Lang::ALL {
        let t = crate::commands::texts(lang).unwrap();
        for job in jobs::all() {
            assert!(t.has(&format!("operate-job-{}", job.name())), "{}", job.name());
            assert!(line(&t, job.name(), &[]).last.is_none());
        }
    }
}
