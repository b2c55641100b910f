//! The store on the engine that the suite runs on.

#![allow(clippy::unwrap_used, reason = "a test may be blunt")]

use kernel::{Duration, Env, Event, OrganisationId};
use store::{Fault, events_after, forget_handled, handled, lease, migration, pending_migrations, sql, testing::TestDb};

fn note_table() -> store::Migrations {
    vec![migration(
        "m9999_note",
        "CREATE TABLE note (id {uuid} PRIMARY KEY, at {instant} NOT NULL, day {date} NOT NULL, more {json} NOT NULL,
         raw {bytes} NOT NULL, size {int} NOT NULL, done {bool} NOT NULL, share {real}, word text NOT NULL UNIQUE)",
    )]
}

async fn fresh() -> (TestDb, std::sync::Arc<kernel::FakeClock>) {
    let (env, clock) = Env::still("2026-03-01T10:00:00.123456Z".parse().unwrap(), 3);
    (TestDb::new(env, note_table).await.unwrap(), clock)
}

#[derive(sea_orm::FromQueryResult, Debug, PartialEq)]
struct Note {
    id: kernel::Uuid,
    at: kernel::DateTime<kernel::Utc>,
    day: kernel::NaiveDate,
    more: serde_json::Value,
    raw: Vec<u8>,
    size: i64,
    done: bool,
    share: Option<f64>,
    word: String,
}

async fn write(t: &TestDb, word: &str) -> Result<(), Fault> {
    let env = t.db.env().clone();
    let tx = t.db.begin_write().await?;
    sql("INSERT INTO note VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
        .bind(env.uuid())
        .bind(env.now())
        .bind(env.today())
        .bind(serde_json::json!({"a": [1, "è"]}))
        .bind(vec![0_u8, 255])
        .bind(42_i64)
        .bind(true)
        .bind(None::<f64>)
        .bind(word)
        .run(tx.conn())
        .await?;
    tx.commit().await
}

#[tokio::test]
async fn what_is_written_comes_back_the_same() {
    let (t, _) = fresh().await;
    write(&t, "uno").await.unwrap();
    let note: Note = sql("SELECT * FROM note WHERE word = $1").bind("uno").one(t.db.reader()).await.unwrap().unwrap();
    assert_eq!(note.at, t.db.env().now());
    assert_eq!(note.more["a"][1], "è");
    assert_eq!((note.raw, note.size, note.done, note.share), (vec![0, 255], 42, true, None));
}

#[tokio::test]
async fn a_second_of_the_same_is_told_apart_and_nothing_half_is_written() {
    let (t, _) = fresh().await;
    write(&t, "uno").await.unwrap();
    assert!(matches!(write(&t, "uno").await, Err(Fault::Duplicate(_))));
    let tx = t.db.begin_write().await.unwrap();
    sql("DELETE FROM note").run(tx.conn()).await.unwrap();
    drop(tx);
    let left: i64 = sql("SELECT COUNT(*) FROM note").value(t.db.reader()).await.unwrap().unwrap();
    assert_eq!(left, 1);
}

#[tokio::test]
async fn events_wait_until_they_are_handled() {
    let (t, clock) = fresh().await;
    let event = Event::OrganisationChanged { organisation: t.db.env().id::<OrganisationId>() };
    let mut tx = t.db.begin_write().await.unwrap();
    tx.emit(event.clone());
    tx.emit(event.clone());
    tx.commit().await.unwrap();
    let waiting = events_after(t.db.reader(), None, 10).await.unwrap();
    assert_eq!(waiting.iter().map(|one| one.event.as_ref().unwrap()).collect::<Vec<_>>(), [&event]);

    let tx = t.db.begin_write().await.unwrap();
    handled(tx.conn(), t.db.env(), &[waiting[0].id]).await.unwrap();
    tx.commit().await.unwrap();
    assert!(events_after(t.db.reader(), None, 10).await.unwrap().is_empty());
    clock.advance(Duration::days(8));
    let tx = t.db.begin_write().await.unwrap();
    assert_eq!(forget_handled(tx.conn(), t.db.env().now() - Duration::days(7)).await.unwrap(), 1);
}

#[tokio::test]
async fn a_lease_has_one_holder_until_it_runs_out() {
    let (t, clock) = fresh().await;
    let (one, two) = (t.db.env().uuid(), t.db.env().uuid());
    let minute = Duration::minutes(1);
    assert!(lease(&t.db, "mail", one, minute).await.unwrap());
    assert!(!lease(&t.db, "mail", two, minute).await.unwrap());
    assert!(lease(&t.db, "mail", one, minute).await.unwrap());
    clock.advance(Duration::minutes(2));
    assert!(lease(&t.db, "mail", two, minute).await.unwrap());
    assert!(!lease(&t.db, "mail", one, minute).await.unwrap());
}

#[tokio::test]
async fn a_migrated_database_has_nothing_left_to_migrate() {
    let (t, _) = fresh().await;
    assert!(pending_migrations(&t.db, note_table).await.unwrap().is_empty());
    store::migrate(&t.db, note_table).await.unwrap();
}

#[tokio::test]
async fn writers_that_cross_are_told_to_try_again_or_wait() {
    let (t, _) = fresh().await;
    write(&t, "uno").await.unwrap();
    let add = || async {
        let tx = t.db.begin_write().await?;
        let size: i64 = sql("SELECT size FROM note").value(tx.conn()).await?.unwrap_or(0);
        tokio::task::yield_now().await;
        sql("UPDATE note SET size = $1").bind(size + 1).run(tx.conn()).await?;
        tx.commit().await
    };
    let env = t.db.env().clone();
    let all = futures::future::join_all((0..6).map(|_| store::retrying(&env, add))).await;
    assert!(all.iter().all(Result::is_ok), "{all:?}");
    let size: i64 = sql("SELECT size FROM note").value(t.db.reader()).await.unwrap().unwrap();
    assert_eq!(size, 48);
}
