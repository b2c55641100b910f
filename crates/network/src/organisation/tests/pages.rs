//! The register's pages, as those who open them see them.

use super::{association, with};
use crate::{
    facade::{self, ByStanding, Figures, NewOrganisation},
    organisation::model::Field,
};
use access::{Role, Scope};
use kernel::{Lang, OrganisationId, Territory};
use testkit::{TestApp, Who};

/// The network, with the slices that it stands on.
pub(crate) fn register() -> Vec<web::Slice> {
    vec![people::slice(), consensus::slice(), crate::slice()]
}

async fn app() -> TestApp {
    TestApp::new(register).await
}

/// The secretariat.
pub(crate) fn secretariat(app: &TestApp) -> Who {
    app.person("Segreteria").role(Role::Secretariat, Scope::Network)
}

fn manager(app: &TestApp, id: OrganisationId) -> Who {
    app.person("Ada").role(Role::OrganisationManager, Scope::Organisation(id))
}

/// A form that says this much and nothing more.
fn form<'a>(name: &'a str, version: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        (Field::Name.code(), name),
        (Field::Kind.code(), "association"),
        (Field::Town.code(), "Bolzano"),
        (Field::Province.code(), "BZ"),
        ("version", version),
    ]
}

#[tokio::test]
async fn everyone_finds_a_reality_and_reads_its_sheet() {
    let app = app().await;
    app.as_visitor().get("/realta").await.ok().says("Qui troverai le realtà della rete");
    let figures = Figures {
        user: ByStanding { volunteer: Some(4), part_time: Some(1), full_time: None },
        on: Some(super::today()),
        ..Figures::default()
    };
    let ovile = NewOrganisation {
        figures,
        activities: Some("Accoglie.\n\nAscolta.".into()),
        email: Some("ovile@example.org".into()),
        phone: Some("+39 0522 000000".into()),
        website: Some("www.example.org".into()),
        ..association("Cooperativa L’Ovile", "Reggio Emilia", "RE")
    };
    with(&app.db, vec![ovile, association("Il Portico", "Rho", "MI")]).await;
    for lang in Lang::ALL {
        let visitor = app.as_visitor().in_lang(lang);
        visitor.get("/realta?q=lovile+regio").await.ok().says("L’Ovile").hides("Portico");
        visitor
            .get("/realta?territorio=lombardia&tipo=association&fase=x&pagina=1")
            .await
            .ok()
            .says("Portico")
            .hides("L’Ovile");
        visitor.get("/realta?q=zzzzyx").await.ok();
        let profile = visitor.get("/realta/cooperativa-l-ovile").await;
        profile.ok().says("Accoglie.").says("mailto:ovile@example.org").says("tel:+390522000000").hides("/scheda");
    }
    app.as_visitor().get("/realta/cooperativa-l-ovile").await.says("1 marzo 2026");
    app.as_visitor().get("/realta/nessuna").await.is(axum::http::StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_visitor_reads_a_kept_directory_until_the_public_register_changes() {
    let app = app().await;
    with(&app.db, vec![association("Il Portico", "Rho", "MI")]).await;
    app.as_visitor().get("/realta").await.ok().says("Il Portico");
    let before = app.db.db.statements();
    app.as_visitor().get("/realta").await.ok().says("Il Portico");
    assert_eq!(app.db.db.statements() - before, 1, "only the stamp is asked for");
    // Another language, another page, and somebody who signed in read their own.
    app.as_visitor().in_lang(Lang::En).get("/realta").await.ok().says("Go to the content");
    app.as_visitor().get("/realta?q=nessuno").await.ok().hides("Il Portico");
    app.as_person(&secretariat(&app)).get("/realta").await.ok().says("Segreteria");
    with(&app.db, vec![association("La Lanterna", "Rho", "MI")]).await;
    app.as_visitor().get("/realta").await.ok().says("La Lanterna").hides("Segreteria");
    app.as_visitor().in_lang(Lang::En).get("/realta").await.ok().says("La Lanterna");
}

#[tokio::test]
async fn a_manager_writes_the_secretariat_confirms_and_everyone_reads() {
    let app = app().await;
    let id = with(&app.db, vec![association("Ariadne", "Bolzano", "BZ")]).await[0];
    let (ada, office) = (manager(&app, id), secretariat(&app));
    app.as_person(&ada).get("/realta/ariadne/scheda").await.ok().says("Ariadne").hides("at_once");
    let mut wrong = form("", "1");
    wrong.push(("website", "non un sito"));
    app.as_person(&ada)
        .post("/realta/ariadne/scheda", &wrong)
        .await
        .invalid()
        .says("non un sito")
        .says("Controlla l’indirizzo del sito");
    app.as_person(&ada).post("/realta/ariadne/scheda", &form("Ariadne Nuova", "1")).await.leads_to("/realta/ariadne");

    app.as_visitor().get("/realta/ariadne").await.ok().hides("Nuova");
    app.as_person(&ada)
        .get("/realta/ariadne")
        .await
        .ok()
        .says("aspetta la segreteria")
        .says("/realta/ariadne/verifica");
    app.as_person(&office).get("/realta?stato=attesa").await.ok().says("Ariadne");
    // Who settles it finds the way beside the note; who wrote it is not led there.
    let page = app.as_person(&office).get("/realta/ariadne").await;
    page.ok().says("class=\"btn btn-primary\" href=\"/realta/ariadne/conferma\"");
    app.as_person(&ada).get("/realta/ariadne").await.ok().hides("/realta/ariadne/conferma");
    let look = app.as_person(&office).get("/realta/ariadne/conferma").await;
    look.ok().says("Ariadne Nuova").says("Che cosa cambia").says("resta pubblica quella di prima");
    app.as_person(&office).post("/realta/ariadne/restituisci", &[("version", "2"), ("note", "")]).await.invalid();
    app.as_person(&office).post("/realta/ariadne/conferma", &[("version", "2")]).await.leads_to("/realta/ariadne");
    app.as_visitor().get("/realta/ariadne").await.ok().says("Ariadne Nuova");
    app.as_person(&office).get("/realta/ariadne/conferma").await.ok().says("Nessuna scheda aspetta");
    let history = app.as_person(&ada).get("/realta/ariadne/storia").await;
    history.ok().says("Scheda 2").says("Superata").says("Ariadne Nuova");
    app.as_visitor().get("/realta/ariadne/storia").await.leads_to("/accedi");
}

#[tokio::test]
async fn a_sheet_sent_back_shows_the_request_to_its_manager_alone() {
    let app = app().await;
    let waits = NewOrganisation { confirmed: false, ..association("Ariadne", "Bolzano", "BZ") };
    let id = with(&app.db, vec![waits]).await[0];
    let (ada, office) = (manager(&app, id), secretariat(&app));
    app.as_visitor().get("/realta/ariadne").await.is(axum::http::StatusCode::NOT_FOUND);
    // Nothing of it was public yet: there is nothing to compare, and nothing that stays.
    let look = app.as_person(&office).get("/realta/ariadne/conferma").await;
    look.ok().says("È la prima scheda").says("non compare nell’elenco").hides("quella di prima");
    let asked = [("version", "1"), ("note", "Manca il telefono.")];
    app.as_person(&office).post("/realta/ariadne/restituisci", &asked).await.leads_to("/realta?stato=attesa");
    app.as_person(&ada).get("/realta/ariadne").await.ok().says("Manca il telefono.");
    app.as_person(&ada).get("/realta/ariadne/scheda").await.ok().says("Manca il telefono.");
}

#[tokio::test]
async fn a_sheet_that_changed_while_it_was_looked_at_is_shown_anew_with_what_was_typed() {
    let app = app().await;
    let id = with(&app.db, vec![association("Ariadne", "Bolzano", "BZ")]).await[0];
    let (ada, office) = (manager(&app, id), secretariat(&app));
    for (name, version) in [("Ariadne Uno", "1"), ("Ariadne Due", "2")] {
        app.as_person(&ada).post("/realta/ariadne/scheda", &form(name, version)).await.leads_to("/realta/ariadne");
    }
    let asks = app.as_person(&office);
    let late = asks.post("/realta/ariadne/conferma", &[("version", "2")]).await;
    late.is(axum::http::StatusCode::CONFLICT).says("la scheda è cambiata").says("Ariadne Due");
    let note = |version| [("version", version), ("note", "Manca il telefono.")];
    let late = asks.post("/realta/ariadne/restituisci", &note("2")).await;
    late.is(axum::http::StatusCode::CONFLICT).says("la scheda è cambiata").says("Manca il telefono.");
    asks.post("/realta/ariadne/restituisci", &note("3")).await.leads_to("/realta?stato=attesa");
}

#[tokio::test]
async fn the_second_editor_sees_both_versions_and_can_choose() {
    let app = app().await;
    let id = with(&app.db, vec![association("Ariadne", "Bolzano", "BZ")]).await[0];
    let ada = manager(&app, id);
    app.as_person(&ada).post("/realta/ariadne/scheda", &form("Di una", "1")).await.leads_to("/realta/ariadne");
    let lost = app.as_person(&ada).post("/realta/ariadne/scheda", &form("Dell’altra", "1")).await;
    lost.is(axum::http::StatusCode::CONFLICT).says("Di una").says("Dell’altra").says("Niente è perduto");
    app.as_person(&ada).post("/realta/ariadne/scheda", &form("Dell’altra", "2")).await.leads_to("/realta/ariadne");
    let now = facade::organisation(app.db.db.reader(), id).await.unwrap().unwrap();
    assert_eq!(now.pending.unwrap().sheet.name, "Dell’altra");
}

#[tokio::test]
async fn the_secretariat_registers_closes_and_opens_again() {
    let app = app().await;
    let office = secretariat(&app);
    let asks = app.as_person(&office);
    asks.get("/realta/nuova").await.ok();
    asks.post("/realta/nuova", &form("Ariadne", "0")).await.leads_to("/realta/");
    asks.post("/realta/nuova", &form("ARIADNE", "0")).await.invalid().says("c’è già una realtà");
    asks.get("/realta/ariadne").await.ok().says("Chiudi questa realtà");
    asks.get("/realta/ariadne/chiudi").await.ok();
    asks.post("/realta/ariadne/chiudi", &[("version", "1"), ("closed_on", "2031-01-01")]).await.invalid();
    asks.post("/realta/ariadne/chiudi", &[("version", "1"), ("closed_on", "1/2/2026")])
        .await
        .leads_to("/realta/ariadne");
    app.as_visitor()
        .get("/realta/ariadne")
        .await
        .ok()
        .says("chiusa dal 1 febbraio 2026")
        .hides("/realta/ariadne/esperti");
    asks.get("/realta/ariadne").await.ok().says("/realta/ariadne/esperti");
    asks.get("/realta?stato=chiuse").await.ok().says("Ariadne");
    asks.get("/realta/ariadne/chiudi").await.ok().says("Riapri la realtà");
    asks.post("/realta/ariadne/riapri", &[("version", "2")]).await.leads_to("/realta/ariadne");
    app.as_visitor().get("/realta").await.ok().says("Ariadne");
}

#[tokio::test]
async fn a_manager_of_another_reality_is_refused() {
    let app = app().await;
    let ids = with(&app.db, vec![association("Ariadne", "Bolzano", "BZ"), association("Itaca", "Parma", "PR")]).await;
    let other = manager(&app, ids[1]);
    for (path, post) in [("scheda", true), ("storia", false), ("conferma", true), ("chiudi", true)] {
        let path = format!("/realta/ariadne/{path}");
        app.as_person(&other).get(&path).await.is(axum::http::StatusCode::FORBIDDEN);
        if post {
            app.as_person(&other).post(&path, &form("X", "1")).await.is(axum::http::StatusCode::FORBIDDEN);
        }
    }
}

#[tokio::test]
async fn the_map_shows_all_territories_and_the_region_adds_its_words() {
    let app = app().await;
    with(&app.db, vec![association("La Crisalide", "Città di Castello", "PG")]).await;
    for lang in Lang::ALL {
        let map = app.as_visitor().in_lang(lang).get("/realta/mappa").await;
        map.ok();
        for territory in Territory::ALL {
            map.says(&format!("/realta/territori/{territory}"));
        }
        app.as_visitor()
            .in_lang(lang)
            .get("/realta/territori/umbria")
            .await
            .ok()
            .says("La Crisalide")
            .hides("/modifica");
    }
    app.as_visitor().get("/realta/territori/atlantide").await.is(axum::http::StatusCode::NOT_FOUND);
    let region = app.person("Regione").role(Role::Region, Scope::Territory(Territory::Umbria));
    let asks = app.as_person(&region);
    asks.get("/realta/territori/umbria/modifica").await.ok().says("Sta nascendo: c’è una realtà").says("le tue parole");
    asks.get("/realta/territori/lazio/modifica").await.is(axum::http::StatusCode::FORBIDDEN);
    let path = "/realta/territori/umbria/modifica";
    asks.post(path, &[("version", "0"), ("presence", "no"), ("note", "")]).await.invalid();
    let said = [("version", "0"), ("presence", "present"), ("note", "Una legge del 2025.")];
    asks.post(path, &said).await.leads_to("/realta/territori/umbria");
    app.as_visitor().get("/realta/territori/umbria").await.ok().says("Una legge del 2025.").says("Presente");
    asks.get(path).await.ok().says("Una legge del 2025.");
    let late = |version| [("version", version), ("presence", "emerging"), ("note", "Un gruppo sta nascendo.")];
    let lost = asks.post(path, &late("0")).await;
    lost.is(axum::http::StatusCode::CONFLICT).says("Qualcun altro ha appena pubblicato");
    lost.says("Una legge del 2025.").says("Un gruppo sta nascendo.");
    asks.post(path, &late("1")).await.leads_to("/realta/territori/umbria");
}

#[tokio::test]
async fn programs_read_the_register_and_are_told_what_is_wrong() {
    let app = app().await;
    let new = vec![association("Ariadne", "Bolzano", "BZ"), association("Itaca", "Parma", "PR")];
    let ids = with(&app.db, new).await;
    let visitor = app.as_visitor();
    let list = visitor.get("/api/v1/organisations?per_page=1&page=2").await.ok().json();
    assert_eq!((list["total"].as_u64(), list["items"][0]["name"].as_str()), (Some(2), Some("Itaca")));
    let narrowed = visitor.get("/api/v1/organisations?territory=bolzano&q=ariadn&kind=association").await.ok().json();
    assert_eq!(narrowed["items"][0]["province"], "BZ");
    let one = visitor.get(&format!("/api/v1/organisations/{}", ids[0])).await.ok().json();
    assert_eq!((one["kind"].as_str(), one["figures"]["user"]["volunteer"].is_null()), (Some("association"), true));
    let territories = visitor.get("/api/v1/territories").await.ok().json();
    assert_eq!(territories["items"].as_array().unwrap().len(), 21);
    for wrong in [
        "page=0",
        "page=-1",
        "page=x",
        "per_page=101",
        "kind=bank",
        "stage=",
        "territory=atlantide",
        "led_by_experts=1",
        "page=1&page=2",
    ] {
        let answer = visitor.get(&format!("/api/v1/organisations?{wrong}")).await;
        assert_eq!(answer.status, 400, "{wrong}");
        assert!(answer.headers["content-type"].to_str().unwrap().contains("problem+json"), "{wrong}");
    }
    for nowhere in ["x", "%00", "%F0%9F%98%80", "00000000-0000-0000-0000-000000000000"] {
        assert_eq!(visitor.get(&format!("/api/v1/organisations/{nowhere}")).await.status, 404, "{nowhere}");
    }
    visitor.get("/realta/%00").await.is(axum::http::StatusCode::NOT_FOUND);
    visitor.get("/realta?q=%00&pagina=99999999999999999999").await.ok();
}
