//! The pages behind the links of the footer, and reports that anybody may send.

use axum::http::StatusCode;
use kernel::Duration;
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
