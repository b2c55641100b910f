//! The start page, by what one holds.

use access::{Role, Scope};
use kernel::OrganisationId;
use testkit::TestApp;

#[tokio::test]
async fn the_pages_of_an_organisation_stand_under_its_name_each_once() {
    let app = TestApp::new(crate::slices).await;
    let id: OrganisationId = app.db.db.env().id();
    let here = Scope::Organisation(id);
    let dina = app.person("Dina").role(Role::OrganisationManager, here).role(Role::Trainer, here);
    let page = app.as_person(&dina).get("/inizio").await;
    let text = page.ok().text();
    let of_it = text.split_once("<h3>La tua realtà</h3>").and_then(|(_, rest)| rest.split_once("</ul>"));
    let list = of_it.map(|(list, _)| list).unwrap_or_default();
    for part in ["", "/avvisi", "/corsi", "/attestati", "/emittente", "/formazione-continua", "/esperti", "/verifica"] {
        assert_eq!(list.matches(&format!("\"/realta/{id}{part}\"")).count(), 1, "{part} in {list}");
    }
    // Who teaches there, and manages nothing, is not led to what only a manager may open.
    let tea = app.person("Tea").role(Role::Trainer, here);
    let page = app.as_person(&tea).get("/inizio").await;
    page.ok().says(&format!("/realta/{id}/corsi")).hides(&format!("/realta/{id}/avvisi"));
}
