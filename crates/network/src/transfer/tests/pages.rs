//! Loading and saving by page.

use crate::organisation::tests::pages::{register, secretariat};
use testkit::TestApp;

const GOOD: &[u8] = "Nome;Tipo;Città;Provincia\nIl Fiore;cooperativa;Magenta;MI\n".as_bytes();
const BAD: &[u8] = "Nome;Tipo;Città;Provincia;Colore\nIl Fiore;banca;Magenta;XX;blu\n".as_bytes();
const BARE: &[u8] = b"Nome;Prov\nA;MI\n";

#[tokio::test]
async fn a_file_is_read_looked_at_and_confirmed() {
    let app = TestApp::new(register).await;
    let office = secretariat(&app);
    let asks = app.as_person(&office);
    asks.get("/realta/importa").await.ok().says("La prima riga ha i nomi delle colonne");
    asks.post("/realta/importa", &[]).await.invalid().says("Scegli un file");

    let bad = asks.upload("/realta/importa", &[], ("file", "realta.csv", BAD)).await;
    let look = asks.get(&bad.leads_to("/realta/importa/").location()).await;
    look.ok()
        .says("Riga")
        .says("“banca” non è un tipo conosciuto")
        .says("“XX” non è una provincia")
        .says("Colore")
        .hides("/conferma");
    let refused = asks.post(&format!("{}/conferma", bad.location()), &[]).await;
    refused.is(axum::http::StatusCode::CONFLICT).says("Il file ha ancora problemi");

    // Columns are named in the language of who reads, and a file that cannot be read has no rows.
    let bare = asks.upload("/realta/importa", &[], ("file", "realta.csv", BARE)).await.location();
    asks.get(&bare).await.ok().says("Manca la colonna “città”").says("Manca la colonna “tipo”").hides("/ citta");
    let empty = asks.upload("/realta/importa", &[], ("file", "realta.csv", "".as_bytes())).await.location();
    asks.get(&empty).await.ok().says("Il file è vuoto").says("tutto il file").hides("tutta la riga");

    let good = asks.upload("/realta/importa", &[], ("file", "realta.csv", GOOD)).await.location();
    asks.get(&good).await.ok().says("Il Fiore").says("Nuova").says("niente è ancora cambiato");
    app.as_visitor().get("/realta").await.ok().hides("Il Fiore");
    asks.post(&format!("{good}/conferma"), &[]).await.leads_to(&good);
    asks.get(&good).await.ok().says("Confermato il").hides("/conferma\"");
    app.as_visitor().get("/realta").await.ok().says("Il Fiore");
    asks.post(&format!("{good}/conferma"), &[]).await.is(axum::http::StatusCode::CONFLICT).says("già stato caricato");
    asks.get("/realta/importa/nessuno").await.is(axum::http::StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_change_is_shown_field_by_field() {
    let app = TestApp::new(register).await;
    let office = secretariat(&app);
    let asks = app.as_person(&office).in_lang(kernel::Lang::En);
    let good = asks.upload("/realta/importa", &[], ("file", "a.csv", GOOD)).await.location();
    asks.post(&format!("{good}/conferma"), &[]).await.leads_to(&good);
    let other = "name,kind,town,province\nIl Fiore,association,Magenta,MI\n";
    let change = asks.upload("/realta/importa", &[], ("file", "b.csv", other.as_bytes())).await.location();
    asks.get(&change).await.ok().says("Cooperative").says("Association").says("What changes in Il Fiore");
    let same = asks.upload("/realta/importa", &[], ("file", "c.csv", GOOD)).await.location();
    asks.get(&same).await.ok().says("Stays the same").hides("/conferma");
}

#[tokio::test]
async fn the_register_is_saved_as_csv_and_as_a_workbook() {
    let app = TestApp::new(register).await;
    let csv = app.as_visitor().get("/realta/esporta?formato=csv").await;
    csv.ok().says("name,kind,town,province,region");
    assert!(csv.headers["content-disposition"].to_str().unwrap().contains("realta-2026-03-01.csv"));
    let workbook = app.as_visitor().get("/realta/esporta?formato=xlsx").await;
    assert!(workbook.ok().bytes.starts_with(b"PK"));
    app.as_visitor().get("/realta/esporta?formato=doc").await.is(axum::http::StatusCode::BAD_REQUEST);
    app.as_visitor().get("/realta/importa").await.leads_to("/accedi");
}
