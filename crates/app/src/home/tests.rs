//! The home page leads everyone on.

use kernel::Lang;
use testkit::TestApp;

#[tokio::test]
async fn the_home_page_leads_to_how_one_becomes_an_expert_and_says_its_name_once() {
    let app = TestApp::new(crate::slices).await;
    let ways = [(Lang::It, "Scopri come si diventa una persona esperta"), (Lang::En, "See how one becomes an expert")];
    for (lang, words) in ways {
        let page = app.as_visitor().in_lang(lang).get("/").await;
        page.ok().says(words).says("href=\"/avvisi#come-si-diventa\"").says("href=\"#home-doors\"");
        assert!(page.text().contains("<title>Alla pari – "), "the name of the site");
        assert!(!page.text().contains("<title>Alla pari – Alla pari"), "its name twice");
        app.as_visitor().in_lang(lang).get("/avvisi").await.ok().says("id=\"come-si-diventa\"");
    }
}
