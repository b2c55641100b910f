//! A whole network saved and put back, from one engine to the other.

#![allow(clippy::unwrap_used, reason = "a test may be blunt")]

use access::{Act, Actor, Holding, Permit, Target, Tx};
use app::{
    installation::put_back,
    made_up::{Size, fill},
};
use kernel::{EmailAddress, Env, Lang, PersonId, Uuid};
use people::facade::{self, Mail, NewPerson};
use store::{
    DatabaseUrl, Db, Options,
    backup::{backup, restore},
    sql,
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

async fn begin(db: &Db) -> Tx {
    Permit::ask(&Actor::cli(), Act::ManageAccounts, Target::Network).unwrap().begin(db).await.unwrap()
}

async fn on_record(db: &Db, name: &str) -> PersonId {
    let email = EmailAddress::parse("email", &format!("{name}@example.org")).unwrap();
    let mut tx = begin(db).await;
    let new = NewPerson { display_name: name.to_owned(), email: Some(email), lang: Lang::It };
    let person = facade::new_person(&mut tx, new).await.unwrap();
    tx.commit().await.unwrap();
    person
}

/// An open session, a link by mail, a key for a program, an invitation and a letter that waits.
async fn at_work(db: &Db, person: PersonId) {
    let mut tx = begin(db).await;
    let soon = db.env().now() + kernel::Duration::hours(1);
    sql("INSERT INTO session (id, person, token_hash, started_at, seen_at, expires_at, second_factor, awaits_code, \
         device) VALUES ($1, $2, 'a', $3, $3, $3, FALSE, FALSE, '')")
    .bind(db.env().id::<PersonId>().uuid())
    .bind(person.uuid())
    .bind(soon)
    .run(tx.conn())
    .await
    .unwrap();
    sql("INSERT INTO mail_link (token_hash, person, purpose, expires_at) VALUES ('b', $1, 'sign-in', $2)")
        .bind(person.uuid())
        .bind(soon)
        .run(tx.conn())
        .await
        .unwrap();
    sql("INSERT INTO api_token (id, person, name, scopes, token_hash, second_factor, created_at, expires_at) \
         VALUES ($1, $2, 'Registro', 'read', 'c', FALSE, $3, $3)")
    .bind(db.env().uuid())
    .bind(person.uuid())
    .bind(soon)
    .run(tx.conn())
    .await
    .unwrap();
    sql("INSERT INTO invitation (id, email, display_name, lang, scope, place, token_hash, created_at, expires_at) \
         VALUES ($1, 'dora@example.org', 'Dora', 'it', '', '', 'd', $2, $2)")
    .bind(db.env().uuid())
    .bind(soon)
    .run(tx.conn())
    .await
    .unwrap();
    let to = EmailAddress::parse("email", "bea@example.org").unwrap();
    let mail = Mail { to, lang: Lang::It, subject: "Ciao".into(), body: "Un link.".into() };
    facade::queue_mail(&mut tx, &mail).await.unwrap();
    tx.commit().await.unwrap();
}

async fn erase(db: &Db, person: PersonId) {
    let holdings: Vec<Box<dyn Holding>> = app::slices().into_iter().flat_map(|slice| slice.holdings).collect();
    let mut tx = begin(db).await;
    facade::erase_person(&mut tx, &holdings, person).await.unwrap();
    tx.commit().await.unwrap();
}

async fn on(db: &Db) -> Vec<PersonId> {
    let ids: Vec<Uuid> = sql("SELECT id FROM person ORDER BY id LIMIT 10").values(db.reader()).await.unwrap();
    ids.into_iter().map(PersonId::from_uuid).collect()
}

#[tokio::test]
async fn whoever_was_erased_after_a_backup_is_erased_again_and_nothing_goes_on_by_itself() {
    let first = TestDb::new(Env::system(), app::migrations).await.unwrap();
    let (ada, bea) = (on_record(&first.db, "ada").await, on_record(&first.db, "bea").await);
    at_work(&first.db, bea).await;
    let (file, _) = save(&first.db).await;
    erase(&first.db, ada).await;

    // Put back twice: the first time must not make the second forget.
    for _ in 0..2 {
        let done = put_back(&first.db, file.as_slice(), true).await.unwrap();
        assert!(done.erased_again == 1 && done.erasures_known, "{done:?}");
        assert_eq!(on(&first.db).await, [bea]);
        for table in ["session", "mail_link", "api_token", "invitation WHERE withdrawn_at IS NULL"] {
            let count = format!("SELECT CAST(COUNT(*) AS BIGINT) FROM {table}");
            assert_eq!(sql(count).value::<i64>(first.db.reader()).await.unwrap(), Some(0), "{table}");
        }
        assert_eq!(facade::mail_counts(first.db.reader()).await.unwrap(), (0, 1));
        let verdict = access::audit::verify(first.db.reader()).await.unwrap();
        assert!(verdict.breaks.is_empty(), "{:?}", verdict.breaks);
    }

    // Where nothing is known of the erasure, that is said.
    let second = TestDb::new(Env::system(), app::migrations).await.unwrap();
    let done = put_back(&second.db, file.as_slice(), false).await.unwrap();
    assert!(done.erased_again == 0 && !done.erasures_known, "{done:?}");
    assert_eq!(on(&second.db).await.len(), 2);
    assert_eq!(facade::mail_counts(second.db.reader()).await.unwrap(), (0, 1));

    // Nor does a database know it that was begun anew in place of the lost one, with the same key.
    let third = TestDb::new(Env::system(), app::migrations).await.unwrap();
    on_record(&third.db, "cleo").await;
    let done = put_back(&third.db, file.as_slice(), true).await.unwrap();
    assert!(done.erased_again == 0 && !done.erasures_known, "{done:?}");
    assert_eq!(on(&third.db).await.len(), 2);
}
