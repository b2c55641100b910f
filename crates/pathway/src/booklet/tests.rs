//! Stories of the booklet: the person's own, chosen, handed over.

use super::*;
use crate::certificate::tests::{House, begin};
use kernel::Lang;

const ENTRY: [(&str, &str); 4] =
    [("title", "Il giorno del teatro"), ("from", "2019"), ("place", "Trento"), ("text", "Ho parlato davanti a tutti.")];

#[tokio::test]
async fn what_is_known_is_gathered_and_what_is_not_is_written() {
    let house = House::with(2, 0).await;
    house.issue_all().await;
    let tina = &house.trainees[0];
    let asks = || house.app.as_person(tina);
    asks().get("/libretto").await.ok().says("Formazione di base").says("SAMHSA").says("Dare sostegno");
    asks().in_lang(Lang::En).get("/libretto").await.ok().says("Your booklet");
    let new = "/libretto/nuova?parte=turning-point";
    asks().get(new).await.ok().says("Aggiungi un punto di svolta");
    let wrong = asks().post(new, &[("title", ""), ("from", "19"), ("text", "Resta qui")]).await;
    wrong.invalid().says("Scrivi qualcosa").says("quattro cifre").says("Resta qui");
    asks().post(new, &ENTRY).await.leads_to("/libretto");
    asks().get("/libretto").await.ok().says("Il giorno del teatro").says("Solo per te");
    house.app.as_person(&house.trainees[1]).get("/libretto").await.ok().hides("Il giorno del teatro");
    house.app.as_visitor().get("/libretto").await.leads_to("/accedi");
    // The words are sealed: no column holds them.
    let sealed: Vec<Vec<u8>> =
        ::store::sql("SELECT sealed FROM booklet_entry").values(house.app.db.db.reader()).await.unwrap();
    assert!(!String::from_utf8_lossy(&sealed[0]).contains("teatro"));
}

#[tokio::test]
async fn only_what_was_chosen_is_handed_over() {
    let house = House::with(1, 0).await;
    let certificate = house.issue_all().await.remove(0);
    let asks = || house.app.as_person(&house.trainees[0]);
    asks().post("/libretto/nuova?parte=turning-point", &ENTRY).await.leads_to("/libretto");
    let data = asks().get("/libretto/libretto.json").await.json();
    assert_eq!(data["certificates"][0]["name"], "Formazione di base");
    assert_eq!(data["allapari"]["crosswalk"]["SAMHSA"][0]["code"], "II");
    assert_eq!(data["allapari"]["turning_points"].as_array().unwrap().len(), 0);
    asks().get("/libretto/scelta").await.ok().says("Il giorno del teatro").says("Formazione di base");
    let entries = store::entries(house.app.db.db.reader(), &house.app.app, house.trainees[0].id()).await.unwrap();
    let key = format!("entry/{}", entries[0].id);
    asks().post("/libretto/scelta", &[("choose-turning-point", &key)]).await.leads_to("/libretto");
    let data = asks().get("/libretto/libretto.json").await.json();
    assert_eq!(data["allapari"]["turning_points"][0]["title"], "Il giorno del teatro");
    assert_eq!(
        (data["certificates"].as_array().unwrap().len(), data["allapari"]["crosswalk"].to_string()),
        (0, "{}".into())
    );
    let both =
        [("choose-turning-point", key.as_str()), ("choose-training", &format!("certificate/{}", certificate.id))];
    asks().post("/libretto/scelta", &both).await.leads_to("/libretto");
    for lang in Lang::ALL {
        let paper = asks().in_lang(lang).get("/libretto/libretto.pdf").await;
        assert!(paper.bytes.starts_with(b"%PDF-1.7"), "{lang}");
    }
}

#[tokio::test]
async fn hours_of_continuing_training_stand_in_it_year_by_year() {
    let house = House::with(1, 0).await;
    let asks = || house.app.as_person(&house.trainees[0]);
    let mut tx = begin(&house.app, Act::ManageAccounts).await;
    for (day, minutes) in [("2024-05-01", 60), ("2025-02-01", 90), ("2025-11-01", 60)] {
        let said = crate::continuing::NewOwnHours {
            day: day.parse().unwrap(),
            minutes,
            what: "Un convegno a Verona".to_owned(),
            source: None,
        };
        let person = house.trainees[0].id();
        crate::continuing::keep_own_hours(&mut tx, &house.app.app, person, &said, None).await.unwrap();
    }
    tx.commit().await.unwrap();
    asks()
        .get("/libretto")
        .await
        .ok()
        .says("Formazione continua, 2025")
        .says("2,5 ore")
        .says("Formazione continua, 2024");
    // They are handed over when the person chooses them, and not before.
    let data = asks().get("/libretto/libretto.json").await.json();
    assert_eq!(data["allapari"]["continuing_training"].as_array().unwrap().len(), 0);
    let both = [("choose-training", "continuing/2024"), ("choose-training", "continuing/2025")];
    asks().post("/libretto/scelta", &both).await.leads_to("/libretto");
    let data = asks().get("/libretto/libretto.json").await.json();
    assert_eq!(data["allapari"]["continuing_training"][0]["text"], "2,5 ore");
    assert!(!data.to_string().contains("Verona"));
    // What the person takes out is not handed over.
    asks().post("/libretto/scelta", &[("choose-training", "continuing/2024")]).await.leads_to("/libretto");
    let data = asks().get("/libretto/libretto.json").await.json();
    assert_eq!(data["allapari"]["continuing_training"].as_array().unwrap().len(), 1);
    assert!(asks().get("/libretto/libretto.pdf").await.bytes.starts_with(b"%PDF-1.7"));
}

#[tokio::test]
async fn a_year_sums_every_hour_however_many_there_are() {
    let house = House::with(1, 0).await;
    let tina = house.trainees[0].id();
    let mut tx = begin(&house.app, Act::ManageAccounts).await;
    let said = crate::continuing::NewOwnHours {
        day: "2025-02-01".parse().unwrap(),
        minutes: 60,
        what: "Un’ora".to_owned(),
        source: None,
    };
    for _ in 0..203 {
        crate::continuing::keep_own_hours(&mut tx, &house.app.app, tina, &said, None).await.unwrap();
    }
    tx.commit().await.unwrap();
    house.app.as_person(&house.trainees[0]).get("/libretto").await.ok().says("203 ore");
}

#[tokio::test]
async fn an_entry_changed_in_two_windows_keeps_what_was_typed() {
    let house = House::with(1, 0).await;
    let asks = || house.app.as_person(&house.trainees[0]);
    asks().post("/libretto/nuova?parte=qualification", &ENTRY).await.invalid().says("Scegli una delle voci");
    let oss = [ENTRY[0], ENTRY[1], ("qualification", "care-worker")];
    asks().post("/libretto/nuova?parte=qualification", &oss).await.leads_to("/libretto");
    asks().get("/libretto").await.ok().says("Operatore socio-sanitario (OSS)");
    let entries = store::entries(house.app.db.db.reader(), &house.app.app, house.trainees[0].id()).await.unwrap();
    let page = format!("/libretto/voci/{}", entries[0].id);
    asks().get(&page).await.ok().says("Il giorno del teatro");
    let change = |text: &'static str| [("version", "1"), ENTRY[0], ("text", text), ("qualification", "guide")];
    asks().post(&page, &change("Prima finestra")).await.leads_to("/libretto");
    let second = asks().post(&page, &change("Seconda finestra")).await;
    second.is(axum::http::StatusCode::CONFLICT).says("Seconda finestra").says("in un’altra finestra");
    asks().post(&format!("{page}/elimina"), &[]).await.invalid().says("conferma qui");
    asks().post(&format!("{page}/elimina"), &[("sure", "1")]).await.leads_to("/libretto");
    asks().get(&page).await.is(axum::http::StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn how_one_presents_oneself_is_sealed_exported_and_erased() {
    let house = House::with(1, 0).await;
    let tina = house.trainees[0].id();
    let asks = || house.app.as_person(&house.trainees[0]);
    let about = [("version", "0"), ("name", "Tina Zanìn"), ("about", "Facilito un gruppo."), ("contact", "Trento")];
    asks().post("/libretto/presentazione", &about).await.leads_to("/libretto");
    asks()
        .post("/libretto/presentazione", &about)
        .await
        .is(axum::http::StatusCode::CONFLICT)
        .says("Facilito un gruppo");
    asks().get("/libretto/presentazione").await.ok().says("Tina Zanìn");
    asks().post("/libretto/nuova?parte=testimony", &ENTRY).await.leads_to("/libretto");
    let all = people::facade::export_person(&house.app.app, tina).await.unwrap().unwrap();
    let said = all["booklet"].to_string();
    assert!(said.contains("Facilito un gruppo") && said.contains("Il giorno del teatro"), "{said}");
    let mut tx = begin(&house.app, Act::ManageAccounts).await;
    Held.erase(&mut tx, tina).await.unwrap();
    tx.commit().await.unwrap();
    asks().get("/libretto").await.ok().hides("Facilito un gruppo").hides("Il giorno del teatro");
}
