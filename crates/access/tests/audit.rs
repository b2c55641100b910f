//! The trace: written with the change, chained, read by whom it concerns.

#![allow(clippy::unwrap_used, reason = "a test may be blunt")]

use access::{Act, Actor, Permit, Target, Technical, audit};
use kernel::{Env, OrganisationId, PersonId, Territory};
use store::{Db, Fault, sql, testing::TestDb};

async fn fresh() -> TestDb {
    let (env, _) = Env::still("2026-03-01T10:00:00Z".parse().unwrap(), 5);
    TestDb::new(env, access::migrations).await.unwrap()
}

async fn act(t: &TestDb, target: Target, about: &[PersonId]) {
    let permit = Permit::ask(&Actor::cli(), Act::EditOrganisation, target).unwrap();
    let mut tx = permit.begin(&t.db).await.unwrap();
    tx.note("field", "town");
    about.iter().for_each(|person| tx.about(*person));
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_person_reads_what_concerns_them_and_nothing_else() {
    let t = fresh().await;
    let (ada, ben) = (t.db.env().id::<PersonId>(), t.db.env().id::<PersonId>());
    let target = Target::organisation(t.db.env().id::<OrganisationId>(), Territory::Umbria);
    act(&t, target, &[ada]).await;
    act(&t, target, &[ada, ben]).await;
    act(&t, Target::Person(ben), &[]).await;
    let read = |person| audit::concerning(t.db.reader(), person, 50, 0);
    assert_eq!(read(ada).await.unwrap().len(), 2);
    assert_eq!(read(ben).await.unwrap().len(), 2);
    let verdict = audit::verify(t.db.reader()).await.unwrap();
    assert_eq!((verdict.streams, verdict.entries, verdict.breaks.len()), (2, 4, 0));
}

async fn one_more(db: &Db) -> Result<(), Fault> {
    let permit = Permit::ask(&Actor::cli(), Act::EditOrganisation, Target::Network).unwrap();
    let mut tx = permit.begin(db).await?;
    tx.note("field", "town");
    tx.commit().await
}

#[tokio::test]
async fn changes_of_one_stream_at_the_same_moment_are_all_made_and_the_chain_holds() {
    let t = fresh().await;
    let begin = || {
        let db = t.db.clone();
        tokio::spawn(async move { store::retrying(db.env(), || one_more(&db)).await })
    };
    let all: Vec<_> = (0..8).map(|_| begin()).collect();
    for change in all {
        change.await.unwrap().unwrap();
    }
    let verdict = audit::verify(t.db.reader()).await.unwrap();
    assert_eq!((verdict.streams, verdict.entries, verdict.breaks), (1, 8, Vec::new()));
}

#[tokio::test]
async fn a_change_that_is_given_up_leaves_no_trace() {
    let t = fresh().await;
    let permit = Permit::ask(&Actor::cli(), Act::EditOrganisation, Target::Network).unwrap();
    drop(permit.begin(&t.db).await.unwrap());
    assert_eq!(audit::verify(t.db.reader()).await.unwrap().entries, 0);
}

#[tokio::test]
async fn a_tampered_log_shows() {
    for (tamper, what) in [
        ("UPDATE audit_entry SET actor = 'somebody else' WHERE seq = 2", "changed"),
        ("DELETE FROM audit_entry WHERE seq = 2", "missing"),
        ("DELETE FROM audit_entry WHERE seq = 3", "cut off"),
        ("DELETE FROM audit_entry", "missing"),
        ("DELETE FROM audit_stream", "no head"),
    ] {
        let t = fresh().await;
        for _ in 0..3 {
            act(&t, Target::Network, &[]).await;
        }
        let tx = Technical::Retention.begin(&t.db).await.unwrap();
        sql(tamper).run(tx.conn()).await.unwrap();
        tx.commit().await.unwrap();
        let verdict = audit::verify(t.db.reader()).await.unwrap();
        assert_eq!(verdict.breaks.first().map(|b| b.what), Some(what), "{tamper}");
    }
}
