//! A whole network saved and put back, from one engine to the other.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may be blunt")]

use app::made_up::{Size, fill};
use kernel::Env;
use store::{
    DatabaseUrl, Db, Options,
    backup::{backup, restore},
    testing::TestDb,
};

async fn sqlite(folder: &tempfile::TempDir, name: &str) -> Db {
    let url = DatabaseUrl::file(&folder.path().join(name));
    let db = Db::connect(&url, Env::system(), Options { readers: 2, writers: 1, durable: false }).await.unwrap();
    store::migrate(&db, app::migrations).await.unwrap();
    db
}

async fn save(db: &Db) -> (Vec<u8>, store::backup::Summary) {
    let mut file = Vec::new();
    let summary = backup(db, "0.0.0", &mut file).await.unwrap();
    (file, summary)
}

async fn put(db: &Db, file: &[u8]) {
    let tx = db.begin_write().await.unwrap();
    restore(db, tx.conn(), file, false).await.unwrap();
    tx.commit().await.unwrap();
}

/// On PostgreSQL: from SQLite there and back.
#[tokio::test]
async fn a_network_moves_to_another_engine_with_its_trace_whole() {
    let folder = tempfile::tempdir().unwrap();
    let url = DatabaseUrl::file(&folder.path().join("first.db"));
    let first = app::assembly::open(&url).await.unwrap();
    let program = app::assembly::assemble(first.clone(), web::Site::for_tests()).unwrap().app;
    let size = Size { organisations: 24, experts: 60, candidacies: 25, editions: 3 };
    fill(&program, size, |_, _, _| {}).await.unwrap();
    let (file, saved) = save(&first).await;
    assert!(saved.tables["organisation"] == 24 && saved.tables["audit_entry"] > 0);

    let second = TestDb::new(Env::system(), app::migrations).await.unwrap();
    put(&second.db, &file).await;
    let verdict = access::audit::verify(second.db.reader()).await.unwrap();
    assert!(verdict.breaks.is_empty() && verdict.entries > 0, "{:?}", verdict.breaks);
    let (again, there) = save(&second.db).await;
    assert_eq!(there.tables, saved.tables);

    let third = sqlite(&folder, "third.db").await;
    put(&third, &again).await;
    let verdict = access::audit::verify(third.reader()).await.unwrap();
    assert!(verdict.breaks.is_empty(), "{:?}", verdict.breaks);
    let (_, back) = save(&third).await;
    assert_eq!(back.tables, saved.tables);
}
