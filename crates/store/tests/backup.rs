//! Backups: faithful, whole or refused, and made while others write.

#![allow(clippy::unwrap_used, reason = "a test may be blunt")]

use kernel::{DateTime, Env, Utc, Uuid};
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};
use store::{
    DatabaseUrl, Db, Fault, Options,
    backup::{BackupFault, Summary, backup, restore},
    migration, sql,
    testing::TestDb,
};

/// Two tables that link to each other and one to itself, and a column of every type.
fn schema() -> store::Migrations {
    vec![migration(
        "m9001_backup",
        "CREATE TABLE aspen (id {uuid} PRIMARY KEY, at {instant} NOT NULL, day {date}, more {json}, raw {bytes},
            size {int}, done {bool}, share {real}, word text, parent {uuid} REFERENCES aspen (id),
            birch {uuid} NOT NULL);
         CREATE TABLE birch (id {uuid} PRIMARY KEY, aspen {uuid} NOT NULL REFERENCES aspen (id));
         CREATE TABLE maple (id {uuid} PRIMARY KEY, word text NOT NULL UNIQUE)",
    )]
}

fn env() -> Env {
    Env::still("2026-03-01T10:00:00.123456Z".parse().unwrap(), 3).0
}

async fn fresh() -> TestDb {
    TestDb::new(env(), schema).await.unwrap()
}

async fn sqlite() -> (Db, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let url = DatabaseUrl::file(&folder.path().join("other.db"));
    let db = Db::connect(&url, env(), Options { readers: 2, writers: 1, durable: false }).await.unwrap();
    store::migrate(&db, schema).await.unwrap();
    (db, folder)
}

/// A child before its parent, every type at its edges, and what is not there.
async fn fill(db: &Db, rows: usize) {
    let tx = db.begin_write().await.unwrap();
    let env = db.env();
    let root: Uuid = env.uuid();
    let insert = |id: Uuid, parent: Option<Uuid>, n: i64, empty: bool| {
        sql("INSERT INTO aspen VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)")
            .bind(id)
            .bind(env.now() + kernel::Duration::microseconds(n))
            .bind((!empty).then(|| env.today()))
            .bind((!empty).then(|| serde_json::json!({"è": [1, 2.5, null], "a": "«»\n\"'", "n": n})))
            .bind((!empty).then(|| vec![0_u8, 255, 10, 13]))
            .bind((!empty).then_some(i64::MIN + n))
            .bind((!empty).then_some(n % 2 == 0))
            .bind((!empty).then(|| 0.1 + n as f64 / 3.0))
            .bind((!empty).then(|| format!("riga {n}: «più» [1]\n{{}} 🌱")))
            .bind(parent)
            .bind(root)
    };
    insert(root, None, 0, true).run(tx.conn()).await.unwrap();
    for n in 1..rows as i64 {
        insert(env.uuid(), Some(root), n, n % 5 == 0).run(tx.conn()).await.unwrap();
    }
    sql("INSERT INTO birch VALUES ($1, $2)").bind(env.uuid()).bind(root).run(tx.conn()).await.unwrap();
    tx.commit().await.unwrap();
}

async fn dump(db: &Db) -> Vec<u8> {
    let mut file = Vec::new();
    backup(db, "0.0.0", &mut file).await.unwrap();
    file
}

async fn put(db: &Db, file: &[u8], replace: bool) -> Result<Summary, BackupFault> {
    let tx = db.begin_write().await?;
    let summary = restore(db, tx.conn(), file, replace).await?;
    tx.commit().await?;
    Ok(summary)
}

fn lines(file: &[u8]) -> Vec<String> {
    let text = String::from_utf8(zstd::decode_all(file).unwrap()).unwrap();
    text.lines().map(str::to_owned).collect()
}

/// The rows of a backup, in an order of their own, with JSON made comparable across engines.
fn rows(file: &[u8]) -> Vec<String> {
    let plain = |line: &String| {
        let mut row: Vec<serde_json::Value> = serde_json::from_str(line).unwrap();
        if let Some(serde_json::Value::String(text)) = row.get(3)
            && let Ok(json) = serde_json::from_str(text)
        {
            row[3] = json;
        }
        serde_json::to_string(&row).unwrap()
    };
    let mut rows: Vec<String> = lines(file).iter().filter(|l| l.starts_with('[')).map(plain).collect();
    rows.sort();
    rows
}

fn pack(lines: &[String]) -> Vec<u8> {
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    zstd::encode_all(text.as_bytes(), 1).unwrap()
}

#[tokio::test]
async fn everything_comes_back_as_it_was() {
    let from = fresh().await;
    fill(&from.db, 2500).await;
    let file = dump(&from.db).await;
    let to = fresh().await;
    let summary = put(&to.db, &file, false).await.unwrap();
    assert_eq!(summary.tables["aspen"], 2500);
    assert_eq!(summary.rows(), 2501);
    assert_eq!(rows(&dump(&to.db).await), rows(&file));
    let at: DateTime<Utc> =
        sql("SELECT at FROM aspen WHERE parent IS NULL").value(to.db.reader()).await.unwrap().unwrap();
    assert_eq!(at, to.db.env().now());
}

/// On PostgreSQL this goes from one engine to the other and back.
#[tokio::test]
async fn a_backup_moves_from_one_engine_to_the_other_and_back() {
    let (first, _folder) = sqlite().await;
    fill(&first, 300).await;
    let file = dump(&first).await;
    let second = fresh().await;
    put(&second.db, &file, false).await.unwrap();
    let again = dump(&second.db).await;
    let (third, _folder) = sqlite().await;
    put(&third, &again, false).await.unwrap();
    assert_eq!(rows(&dump(&third).await), rows(&file));
    // What the program reads with its own types is there as well.
    let more: serde_json::Value =
        sql("SELECT more FROM aspen WHERE size = $1").bind(i64::MIN + 7).value(third.reader()).await.unwrap().unwrap();
    assert_eq!(more["è"][1], 2.5);
    // Links hold again afterwards.
    let tx = second.db.begin_write().await.unwrap();
    let lost = sql("INSERT INTO birch VALUES ($1, $1)").bind(Uuid::from_u128(7)).run(tx.conn()).await;
    assert!(matches!(lost, Err(Fault::Link(_))), "{lost:?}");
}

#[tokio::test]
async fn a_filled_database_is_replaced_only_on_request() {
    let from = fresh().await;
    fill(&from.db, 10).await;
    let file = dump(&from.db).await;
    let to = fresh().await;
    fill(&to.db, 30).await;
    assert!(matches!(put(&to.db, &file, false).await, Err(BackupFault::NotEmpty(_))));
    put(&to.db, &file, true).await.unwrap();
    assert_eq!(rows(&dump(&to.db).await), rows(&file));
}

#[tokio::test]
async fn a_file_that_was_cut_off_or_changed_is_refused_and_nothing_is_lost() {
    let from = fresh().await;
    fill(&from.db, 200).await;
    let file = dump(&from.db).await;
    let whole = lines(&file);
    let to = fresh().await;
    fill(&to.db, 3).await;
    let before = rows(&dump(&to.db).await);

    let cut = put(&to.db, &file[..file.len() / 2], true).await;
    assert!(matches!(cut, Err(BackupFault::CutOff)), "{cut:?}");
    let footless = put(&to.db, &pack(&whole[..whole.len() - 1]), true).await;
    assert!(matches!(footless, Err(BackupFault::CutOff)), "{footless:?}");

    let mut changed = whole.clone();
    let row = changed.iter().position(|line| line.contains("riga 1:")).unwrap();
    changed[row] = changed[row].replace("riga 1:", "riga 2:");
    let mut shorter = whole.clone();
    shorter.remove(row);
    let mut flipped = file.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 0x40;
    let mut longer = whole.clone();
    longer.push(whole[0].clone());
    for damaged in [pack(&changed), pack(&shorter), flipped, pack(&longer)] {
        let refused = put(&to.db, &damaged, true).await;
        assert!(matches!(refused, Err(BackupFault::Damaged(_))), "{refused:?}");
    }
    assert!(matches!(put(&to.db, b"PK\x03\x04 a spreadsheet", true).await, Err(BackupFault::NotABackup)));
    assert_eq!(rows(&dump(&to.db).await), before);
}

#[tokio::test]
async fn a_file_of_a_newer_program_is_refused_by_name() {
    let t = fresh().await;
    let mut whole = lines(&dump(&t.db).await);
    whole[0] = whole[0].replace("\"m9001_backup\"", "\"m9001_backup\",\"m9777_later\"");
    let refused = put(&t.db, &pack(&whole), false).await.unwrap_err();
    assert!(refused.to_string().contains("m9777_later"), "{refused}");
}

#[tokio::test]
async fn a_backup_shows_one_moment_while_others_write() {
    let t = Arc::new(fresh().await);
    fill(&t.db, 500).await;
    let done = Arc::new(AtomicBool::new(false));
    let writer = tokio::spawn({
        let (t, done) = (Arc::clone(&t), Arc::clone(&done));
        async move {
            let mut pairs = 0;
            while !done.load(Ordering::Relaxed) {
                let tx = t.db.begin_write().await.unwrap();
                let id = t.db.env().uuid();
                sql("INSERT INTO aspen (id, at, birch) VALUES ($1, $2, $1)")
                    .bind(id)
                    .bind(t.db.env().now())
                    .run(tx.conn())
                    .await
                    .unwrap();
                sql("INSERT INTO maple VALUES ($1, $2)").bind(id).bind(id.to_string()).run(tx.conn()).await.unwrap();
                tx.commit().await.unwrap();
                pairs += 1;
                tokio::task::yield_now().await;
            }
            pairs
        }
    });
    let mut seen = Vec::new();
    for _ in 0..5 {
        let mut file = Vec::new();
        let summary = backup(&t.db, "0.0.0", &mut file).await.unwrap();
        assert_eq!(summary.tables["aspen"], summary.tables["maple"] + 500);
        seen.push(file);
    }
    done.store(true, Ordering::Relaxed);
    assert!(writer.await.unwrap() > 0);
    let to = fresh().await;
    put(&to.db, seen.last().unwrap(), false).await.unwrap();
}

#[tokio::test]
async fn the_schema_is_read_from_the_catalogue_whatever_it_is() {
    let (db, _folder) = sqlite().await;
    let summary = backup(&db, "0.0.0", std::io::sink()).await.unwrap();
    let tables: Vec<&str> = summary.tables.keys().map(String::as_str).collect();
    assert_eq!(tables, ["aspen", "birch", "event", "maple"]);
}
