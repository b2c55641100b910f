//! Files in and out, on the engine that the suite runs on.

mod pages;

use super::rules;
use crate::{
    facade::{self, DryRun, Fate, Format, ImportRefused, NewOrganisation, Outcome},
    organisation::{
        model::OrganisationKind,
        store as register,
        tests::{self as sheets, association, draft, fresh, somebody, tx, with},
    },
};
use ::store::testing::TestDb;
use access::{Act, Actor, Role, Scope};
use kernel::Territory;

const HEAD: &str = "name,kind,town,province,region\n";

async fn read(t: &TestDb, bytes: &[u8]) -> DryRun {
    facade::import_dry_run(&t.db, bytes, "realta.csv").await.unwrap()
}

async fn confirm(t: &TestDb, run: &DryRun) -> Result<Outcome, ImportRefused> {
    let mut tx = tx(t, Act::ImportRegister).await;
    let outcome = facade::import_confirm(&mut tx, run).await?;
    tx.commit().await?;
    Ok(outcome)
}

async fn count(t: &TestDb) -> i64 {
    facade::network_figures(t.db.reader()).await.unwrap().organisations
}

/// The problems as `row column key`.
fn problems(run: &DryRun) -> Vec<String> {
    let word = |p: &facade::Problem| {
        let row = p.row.map(|row| format!("{row} ")).unwrap_or_default();
        format!("{row}{} {}", p.column.clone().unwrap_or_default(), p.what.key)
    };
    run.problems.iter().map(word).collect()
}

/// The real register of 2021; none where it does not stand beside the repository.
fn the_real_register() -> Option<Vec<u8>> {
    testkit::shared_file("facts/realta-2021.csv").map(|path| std::fs::read(path).unwrap())
}

#[tokio::test]
async fn the_real_register_is_read_confirmed_and_read_again_without_a_change() {
    let Some(bytes) = the_real_register() else { return };
    let (t, _) = fresh().await;
    let run = read(&t, &bytes).await;
    assert_eq!(problems(&run), Vec::<String>::new());
    assert_eq!(run.outcome(), Outcome { added: 28, changed: 0, unchanged: 0 });
    assert_eq!(count(&t).await, 0, "a dry run changes nothing");
    assert_eq!(confirm(&t, &run).await.unwrap().added, 28);
    assert_eq!(count(&t).await, 28);
    assert_eq!(read(&t, &bytes).await.outcome(), Outcome { added: 0, changed: 0, unchanged: 28 });
    let ovile = facade::find_organisation(t.db.reader(), "cooperativa-l-ovile").await.unwrap().unwrap();
    assert_eq!((ovile.name.as_str(), ovile.territory), ("Cooperativa L’Ovile", Territory::EmiliaRomagna));
    assert!(matches!(confirm(&t, &run).await, Err(ImportRefused::Done)));
}

#[tokio::test]
async fn the_same_register_comes_in_every_dress() {
    let Some(bytes) = the_real_register() else { return };
    let text = String::from_utf8(bytes).unwrap();
    let table = rules::table(text.as_bytes()).unwrap();
    let mut semicolon = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    let rows = std::iter::once(&table.header).chain(table.rows.iter().map(|(_, cells)| cells));
    for (row, cells) in (0_u32..).zip(rows) {
        semicolon.write_record(cells).unwrap();
        for (column, cell) in (0_u16..).zip(cells) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
    let semicolon = semicolon.into_inner().unwrap();
    let old = encoding_rs::WINDOWS_1252.encode(std::str::from_utf8(&semicolon).unwrap()).0.into_owned();
    let marked = [b"\xEF\xBB\xBF".as_slice(), text.as_bytes()].concat();
    let dresses = [semicolon, old, marked, workbook.save_to_buffer().unwrap()];
    let (t, _) = fresh().await;
    confirm(&t, &read(&t, text.as_bytes()).await).await.unwrap();
    for dress in dresses {
        let run = read(&t, &dress).await;
        assert_eq!((problems(&run), run.outcome().unchanged), (vec![], 28));
    }
}

#[tokio::test]
async fn every_bad_row_is_named_with_its_column_and_nothing_is_loaded() {
    let (t, _) = fresh().await;
    let head = "Nome;Tipo;Comune;Prov;Regione;E-mail;Telefono;Sito;Fase;Utenti esperti volontari;Data dei numeri;Guidata da esperti\n";
    let rows = [
        "Buona;associazione;Roma;RM;Lazio;;;;;;;",
        ";associazione;Roma;RM;Lazio;;;;;;;",
        "Tipo;banca;Roma;RM;Lazio;;;;;;;",
        "Senza;associazione;;RM;Lazio;;;;;;;",
        "Prov;associazione;Roma;XX;Lazio;;;;;;;",
        "Altrove;associazione;Roma;RM;Umbria;;;;;;;",
        "Regione;associazione;Roma;RM;Atlantide;;;;;;;",
        "Mail;associazione;Roma;RM;Lazio;chiocciola;;;;;;",
        "Tel;associazione;Roma;RM;Lazio;;chiama;;;;;",
        "Sito;associazione;Roma;RM;Lazio;;;il sito;;;;",
        "Fase;associazione;Roma;RM;Lazio;;;;boh;;;",
        "Numero;associazione;Roma;RM;Lazio;;;;;tre;2025-01-01;",
        "Senza data;associazione;Roma;RM;Lazio;;;;;3;;",
        "Domani;associazione;Roma;RM;Lazio;;;;;3;2031-01-01;",
        "Guida;associazione;Roma;RM;Lazio;;;;;;;forse",
        "BUÒNA;associazione;roma;RM;Lazio;;;;;;;",
        "Lunga;associazione;Roma;RM;Lazio;;;;;;;;troppo",
    ];
    let run = read(&t, format!("{head}{}\n", rows.join("\n")).as_bytes()).await;
    assert_eq!(
        problems(&run),
        [
            "3 Nome invalid-required",
            "4 Tipo organisation-invalid-kind",
            "5 Comune invalid-required",
            "6 Prov organisation-invalid-province",
            "7 Regione organisation-invalid-province-elsewhere",
            "8 Regione organisation-invalid-territory",
            "9 E-mail invalid-email",
            "10 Telefono organisation-invalid-phone",
            "11 Sito organisation-invalid-website",
            "12 Fase organisation-invalid-choice",
            "13 Utenti esperti volontari organisation-invalid-count",
            "14 Data dei numeri organisation-invalid-undated",
            "15 Data dei numeri organisation-invalid-future",
            "16 Guidata da esperti organisation-invalid-choice",
            "17  transfer-row-twice",
            "18  transfer-row-long",
        ]
    );
    assert!(matches!(confirm(&t, &run).await, Err(ImportRefused::Problems)));
    assert_eq!(count(&t).await, 0);
}

#[tokio::test]
async fn wrong_columns_are_named() {
    let (t, _) = fresh().await;
    let run = read(&t, b"Nome,Provincia,Note\nA,RM,x\n").await;
    assert_eq!(problems(&run), ["1  transfer-column-missing", "1  transfer-column-missing"]);
    let run = read(&t, b"name,nome,kind,town,province\nA,B,association,Roma,RM\n").await;
    assert_eq!(problems(&run), ["1 nome transfer-column-twice"]);
    let run = read(&t, HEAD.as_bytes()).await;
    assert_eq!(problems(&run), [" transfer-no-rows"]);
    let run = read(&t, b"name,kind,town,province,colour\nA,association,Roma,RM,blue\n").await;
    assert_eq!((run.problems.len(), run.notices[0].what.key.as_str()), (0, "transfer-column-unknown"));
}

#[tokio::test]
async fn a_change_is_shown_before_it_is_made_and_empty_cells_take_nothing_away() {
    let (t, _) = fresh().await;
    let site =
        NewOrganisation { website: Some("https://example.org".into()), ..association("Il Portico", "Rho", "MI") };
    let id = with(&t, vec![site]).await[0];
    let run = read(&t, "name,kind,town,province,website\nIl pòrtico,cooperativa,RHO,MI,\n".as_bytes()).await;
    let Fate::Changed { organisation, differences, .. } = &run.lines[0].fate else { panic!("{run:?}") };
    let fields: Vec<_> = differences.iter().map(|d| (d.field.as_str(), d.before.as_str(), d.after.as_str())).collect();
    assert_eq!(*organisation, id);
    assert_eq!(
        fields,
        [("name", "Il Portico", "Il pòrtico"), ("kind", "association", "cooperative"), ("town", "Rho", "RHO")]
    );
    assert_eq!(confirm(&t, &run).await.unwrap().changed, 1);
    let now = facade::organisation(t.db.reader(), id).await.unwrap().unwrap();
    assert_eq!((now.name.as_str(), now.kind()), ("Il pòrtico", Some(OrganisationKind::Cooperative)));
    assert_eq!(now.confirmed.unwrap().sheet.website.as_deref(), Some("https://example.org"));
}

#[tokio::test]
async fn a_sheet_that_waits_is_settled_before_a_file_changes_the_same_reality() {
    let (t, _) = fresh().await;
    let id = with(&t, vec![association("Il Portico", "Rho", "MI")]).await[0];
    let other = format!("{HEAD}Il Portico,cooperative,Rho,MI,Lombardia\n");
    let same = format!("{HEAD}Il Portico,association,Rho,MI,Lombardia\n");
    let before = read(&t, other.as_bytes()).await;
    let known = sheets::read(&t, id).await;
    sheets::save(&t, &known, &draft("Il Portico Nuovo", "Rho", "MI"), false).await.unwrap();

    let run = read(&t, other.as_bytes()).await;
    assert_eq!(problems(&run), ["2  transfer-row-waiting"]);
    assert!(matches!(confirm(&t, &before).await, Err(ImportRefused::Moved)));
    assert_eq!(sheets::read(&t, id).await.pending.unwrap().sheet.name, "Il Portico Nuovo");
    assert_eq!(read(&t, same.as_bytes()).await.outcome(), Outcome { added: 0, changed: 0, unchanged: 1 });

    let known = sheets::read(&t, id).await;
    let mut tx = tx(&t, Act::ConfirmOrganisation).await;
    register::send_back(&mut tx, id, known.version, known.pending.as_ref().unwrap(), "Manca il tipo.").await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(read(&t, other.as_bytes()).await.outcome().changed, 1, "what was sent back is written anew");
}

#[tokio::test]
async fn figures_that_change_need_a_day_of_their_own() {
    let (t, _) = fresh().await;
    let user = facade::ByStanding { volunteer: Some(3), ..Default::default() };
    let figures = facade::Figures { user, on: "2024-05-01".parse().ok(), ..Default::default() };
    with(&t, vec![NewOrganisation { figures, ..association("A", "Roma", "RM") }]).await;
    let head = "Nome;Tipo;Comune;Prov;Utenti esperti volontari";
    let row = "A;associazione;Roma;RM";
    let run = read(&t, format!("{head};Data dei numeri\n{row};7;\n").as_bytes()).await;
    assert_eq!(problems(&run), ["2 Data dei numeri organisation-invalid-undated"]);
    let run = read(&t, format!("{head}\n{row};7\n").as_bytes()).await;
    assert_eq!(problems(&run), ["2 figures_on organisation-invalid-undated"]);
    let run = read(&t, format!("{head};Data dei numeri\n{row};7;2026-02-01\n").as_bytes()).await;
    assert_eq!((problems(&run), run.outcome().changed), (vec![], 1));
    let run = read(&t, format!("{head}\n{row};3\n").as_bytes()).await;
    assert_eq!((problems(&run), run.outcome().unchanged), (vec![], 1), "the same figures keep their day");
}

#[tokio::test]
async fn a_register_that_moved_since_the_dry_run_refuses_it_whole() {
    let (t, _) = fresh().await;
    let file = format!("{HEAD}A,association,Roma,RM,Lazio\nB,association,Roma,RM,Lazio\n");
    let run = read(&t, file.as_bytes()).await;
    with(&t, vec![association("B", "Roma", "RM")]).await;
    assert!(matches!(confirm(&t, &run).await, Err(ImportRefused::Moved)));
    assert_eq!(count(&t).await, 1);
}

#[tokio::test]
async fn a_dry_run_is_kept_and_confirmed_later() {
    let (t, clock) = fresh().await;
    let run = read(&t, format!("{HEAD}A,association,Roma,RM,Lazio\n").as_bytes()).await;
    let mut keeping = tx(&t, Act::ImportRegister).await;
    facade::import_keep(&mut keeping, &run).await.unwrap();
    keeping.commit().await.unwrap();
    let kept = facade::import_load(t.db.reader(), run.id).await.unwrap().unwrap();
    assert_eq!((&kept.run, kept.confirmed), (&run, None));
    clock.advance(kernel::Duration::days(2));
    confirm(&t, &kept.run).await.unwrap();
    assert!(facade::import_load(t.db.reader(), run.id).await.unwrap().unwrap().confirmed.is_some());
}

#[tokio::test]
async fn what_is_saved_is_read_back_unchanged() {
    let (t, _) = fresh().await;
    let on = Some(crate::organisation::tests::today());
    let tricky = NewOrganisation {
        phone: Some("+39 051 000000".into()),
        activities: Some("=1+1\nAccoglie, ascolta; «insieme» \"sempre\"".into()),
        figures: facade::Figures {
            user: facade::ByStanding { volunteer: Some(3), ..Default::default() },
            on,
            ..Default::default()
        },
        ..association("@rcobaleno", "Roma", "RM")
    };
    with(&t, vec![tricky, association("L’Ovile", "Reggio Emilia", "RE")]).await;
    for format in [Format::Csv, Format::Xlsx] {
        let saved = facade::export(&t.db, &Actor::cli(), format).await.unwrap();
        let run = read(&t, &saved).await;
        assert_eq!((problems(&run), run.notices.len(), run.outcome().unchanged), (vec![], 0, 2), "{format:?}");
    }
    let csv = String::from_utf8(facade::export(&t.db, &Actor::Visitor, Format::Csv).await.unwrap()).unwrap();
    assert!(csv.contains("'@rcobaleno") && csv.contains("'+39 051") && csv.contains("\"'=1+1"), "{csv}");
}

#[tokio::test]
async fn each_saves_what_they_may_see() {
    let (t, _) = fresh().await;
    let waits = |name: &str, town: &str, province: &str| NewOrganisation {
        confirmed: false,
        ..association(name, town, province)
    };
    let new = vec![
        association("Aperta", "Roma", "RM"),
        waits("Attesa Lazio", "Roma", "RM"),
        waits("Attesa Umbria", "Gubbio", "PG"),
    ];
    let ids = with(&t, new).await;
    let lines = async |actor: Actor| {
        let csv = facade::export(&t.db, &actor, Format::Csv).await.unwrap();
        rules::table(&csv).unwrap().rows.into_iter().map(|(_, cells)| cells[0].clone()).collect::<Vec<_>>()
    };
    assert_eq!(lines(Actor::Visitor).await, ["Aperta"]);
    assert_eq!(lines(somebody(Role::Region, Scope::Territory(Territory::Umbria))).await, ["Attesa Umbria", "Aperta"]);
    assert_eq!(
        lines(somebody(Role::OrganisationManager, Scope::Organisation(ids[1]))).await,
        ["Attesa Lazio", "Aperta"]
    );
    assert_eq!(lines(somebody(Role::Secretariat, Scope::Network)).await, ["Aperta", "Attesa Lazio", "Attesa Umbria"]);
}
