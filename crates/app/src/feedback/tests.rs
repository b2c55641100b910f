//! The pages behind the links of the footer, and reports that anybody may send.

use axum::http::StatusCode;
use kernel::{Duration, Lang};
use std::collections::HashSet;
use testkit::TestApp;

#[tokio::test]
async fn reports_from_one_part_of_the_network_are_taken_up_to_so_many_in_an_hour() {
    let app = TestApp::new(crate::slices).await;
    let report = [("text", "Il menu non si apre."), ("page", "/realta"), ("email", "")];
    for _ in 0..40 {
        app.as_visitor().post("/segnala", &report).await.leads_to("/segnala");
    }
    app.as_visitor().post("/segnala", &report).await.is(StatusCode::TOO_MANY_REQUESTS);
    app.clock.advance(Duration::hours(1));
    app.as_visitor().post("/segnala", &report).await.leads_to("/segnala");
}

#[tokio::test]
async fn what_is_kept_on_people_is_said_once_for_each_purpose() {
    let app = TestApp::new(crate::slices).await;
    for lang in Lang::ALL {
        let page = app.as_visitor().in_lang(lang).get("/privacy").await;
        let text = page.ok().text();
        // Past the row with the heads of the columns.
        let rows: Vec<&str> = text.split("<tr>").skip(2).filter_map(|row| row.split("</tr>").next()).collect();
        let once: HashSet<&str> = rows.iter().copied().collect();
        assert!(rows.len() > 10 && rows.len() == once.len(), "{rows:#?}");
    }
}
