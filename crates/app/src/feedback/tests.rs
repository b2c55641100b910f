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
        // A purpose has one term, however many tables there are for it.
        let what: HashSet<&str> = rows.iter().filter_map(|row| row.split("</td>").next()).collect();
        assert_eq!(rows.len(), what.len(), "{rows:#?}");
        page.says(if lang == Lang::It { "3 anni" } else { "3 years" }).hides("1098");
    }
}

#[tokio::test]
async fn for_how_long_something_is_kept_is_said_in_years_and_no_purpose_stands_twice() {
    let app = TestApp::new(crate::slices).await;
    let ways = [
        (Lang::It, "finché non cancelli i tuoi dati", ["un anno", "2 anni", "3 anni", "fino a quel giorno"], "giorni"),
        (Lang::En, "until you erase your data", ["one year", "2 years", "3 years", "until that day"], "days"),
    ];
    for (lang, always, said, days) in ways {
        let page = app.as_visitor().in_lang(lang).get("/privacy").await;
        let text = page.ok().text();
        for long in said.into_iter().chain([always]) {
            assert!(text.contains(&format!(">{long}</td>")), "{long}");
        }
        for never in ["0", "365", "730", "1098"] {
            assert!(!text.contains(&format!(">{never} {days}</td>")), "{never}");
        }
        let purposes: Vec<&str> = text.split("<tr>").skip(2).filter_map(|row| row.split("</td>").next()).collect();
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
