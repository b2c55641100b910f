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
async fn for_how_long_something_is_kept_is_said_in_years_and_no_purpose_stands_twice() {
    let app = TestApp::new(crate::slices).await;
    let ways = [
        (
            Lang::It,
            "Finché non cancelli i tuoi dati",
            ["3 anni", "2 anni", "Un anno", "Fino al giorno detto"],
            "giorni",
        ),
        (Lang::En, "Until you erase your data", ["3 years", "2 years", "One year", "Until the day named"], "days"),
    ];
    for (lang, always, said, days) in ways {
        let page = app.as_visitor().in_lang(lang).get("/privacy").await;
        let text = page.ok().text();
        // What stays longest comes first, and each term once.
        let terms = [always].into_iter().chain(said).map(|long| text.find(&format!("<h3>{long}</h3>")).unwrap());
        assert!(terms.is_sorted());
        for never in ["0", "365", "730", "1098"] {
            assert!(!text.contains(&format!(">{never} {days}<")), "{never}");
        }
        let terms = text.split("<h3>").skip(1).filter_map(|term| term.split("</ul>").next());
        let kept = terms.flat_map(|term| term.split("<li>").skip(1));
        let purposes: Vec<&str> = kept.filter_map(|line| line.split("</li>").next()).collect();
        let once: HashSet<&str> = purposes.iter().copied().collect();
        assert!(purposes.len() > 10 && purposes.len() == once.len(), "{purposes:#?}");
    }
}

#[tokio::test]
async fn what_is_to_be_corrected_is_where_the_page_begins() {
    let app = TestApp::new(crate::slices).await;
    let page = app.as_visitor().post("/segnala", &[("text", ""), ("page", "/"), ("email", "")]).await;
    page.invalid().says("role=\"alert\" tabindex=\"-1\" autofocus");
    app.as_visitor().get("/segnala").await.ok().hides("autofocus");
}

#[tokio::test]
async fn the_title_of_the_home_page_says_its_name_once() {
    let app = TestApp::new(crate::slices).await;
    app.as_visitor().get("/").await.ok().says("<title>Alla pari – rete").hides("<title>Alla pari – Alla pari");
    app.as_visitor().get("/realta").await.ok().says(" – Alla pari – rete");
}
