//! Texts are their owner's: read by nobody without a grant, by nobody at all after erasure.

use super::{
    model::{TextKind, TypedText},
    store,
};
use crate::{
    facade,
    keys::MasterKey,
    session::tests::{House, Node, PASSWORD, mail_of, on_record, permit},
};
use ::store::sql;
use axum::http::StatusCode;
use kernel::PersonId;
use proptest::prelude::*;

const STORY: &str = "Quella primavera ho ricominciato a uscire di casa.";

async fn write(node: &Node, owner: PersonId) {
    let tx = permit().begin(node.app.db()).await.unwrap();
    let typed = TypedText { text: STORY.to_owned(), version: 0 };
    store::save(&tx, &MasterKey::of(&node.app), owner, TextKind::Story, &typed).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_story_is_shared_read_with_a_purpose_and_taken_back() {
    let house = House::new().await;
    let node = house.node().await;
    house.account(&node, "Ada", &[]).await;
    house.account(&node, "Ben", &[]).await;
    let (mut ada, mut ben) = (node.browser(), node.browser());
    ada.sign_in("Ada", PASSWORD).await;
    ben.sign_in("Ben", PASSWORD).await;
    ada.post("/profilo/testi/story", &[("text", STORY), ("version", "0")]).await.leads_to("/profilo/testi/story");
    ada.get("/profilo/testi/story").await.ok().says(STORY);
    ben.get("/profilo/condivisi").await.ok().says("Nessun testo condiviso");
    ada.post("/profilo/testi/story/condividi", &[("email", "ben@example.org")]).await.leads_to("/profilo/testi/story");
    // Shared once more, it is not written of again.
    ada.post("/profilo/testi/story/condividi", &[("email", "ben@example.org")]).await.leads_to("/profilo/testi/story");
    let (letters, _) = facade::outbox(house.t.db.reader(), 1).await.unwrap();
    assert_eq!(letters.iter().filter(|letter| letter.subject == "Puoi leggere un testo").count(), 1);
    let ben_id = facade::find_person_by_email(house.t.db.reader(), &mail_of("Ben")).await.unwrap().unwrap();
    assert_eq!(facade::own_steps(&house.t.db, ben_id).await.unwrap()[0].href, "/profilo/condivisi");
    let list = ben.get("/profilo/condivisi").await;
    let path = list.ok().text.split("href=\"").find(|l| l.starts_with("/profilo/condivisi/")).unwrap();
    let path = path.split('"').next().unwrap().to_owned();
    let before = ben.get(&path).await;
    assert!(!before.ok().text.contains(STORY));
    ben.post(&path, &[]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    ben.post(&path, &[("purpose", "conversation")]).await.ok().says(STORY);
    // Ada reads who read, and why.
    let trace = ada.get("/profilo/traccia").await;
    trace.ok().says("Lettura di un testo che condividi").says("Ben").says("Per preparare un colloquio insieme");
    let page = ada.get("/profilo/testi/story").await;
    let undo = page.text.split("action=\"").find(|l| l.contains("/condivisioni/")).unwrap().split('"').next().unwrap();
    ada.post(undo, &[]).await.leads_to("/profilo/testi/story");
    ben.post(&path, &[("purpose", "conversation")]).await.is(StatusCode::NOT_FOUND);
    // What has no way back is asked first.
    ada.post("/profilo/testi/story/elimina", &[]).await.is(StatusCode::UNPROCESSABLE_ENTITY).says(STORY);
    ada.post("/profilo/testi/story/elimina", &[("sure", "1")]).await.leads_to("/profilo/testi");
    assert!(!ada.get("/profilo/testi/story").await.ok().text.contains(STORY));
}

#[tokio::test]
async fn a_text_changed_in_another_window_is_not_lost() {
    let house = House::new().await;
    let node = house.node().await;
    house.account(&node, "Ada", &[]).await;
    let mut ada = node.browser();
    ada.sign_in("Ada", PASSWORD).await;
    ada.post("/profilo/testi/story", &[("text", "Prima versione."), ("version", "0")]).await.leads_to("/profilo");
    for version in ["0", "7"] {
        let second = ada.post("/profilo/testi/story", &[("text", "Altra finestra."), ("version", version)]).await;
        second.is(StatusCode::CONFLICT).says("Altra finestra.").says("in un’altra finestra");
    }
    ada.get("/profilo/testi/story").await.ok().says("Prima versione.");
}

#[tokio::test]
async fn nothing_readable_lies_in_the_database_and_erasure_leaves_nothing_to_read() {
    let house = House::new().await;
    let node = house.node().await;
    let ada = house.account(&node, "Ada", &[]).await;
    write(&node, ada).await;
    let conn = house.t.db.reader();
    let sealed: Vec<u8> = sql("SELECT sealed FROM personal_text").value(conn).await.unwrap().unwrap();
    assert!(!String::from_utf8_lossy(&sealed).contains("primavera"));
    // Somebody kept a copy of the row; without the key it says nothing.
    let master = MasterKey::of(&node.app);
    let mut tx = permit().begin(&house.t.db).await.unwrap();
    facade::erase_person(&mut tx, node.app.holdings(), ada).await.unwrap();
    tx.commit().await.unwrap();
    assert!(store::of_person(conn, &master, ada).await.unwrap().is_empty());
    let again = on_record(&house.t.db, "Ada").await;
    let tx = permit().begin(&house.t.db).await.unwrap();
    let typed = TypedText { text: "altro".to_owned(), version: 0 };
    store::save(&tx, &master, again, TextKind::Story, &typed).await.unwrap();
    sql("UPDATE personal_text SET sealed = $1").bind(sealed).run(tx.conn()).await.unwrap();
    tx.commit().await.unwrap();
    assert!(store::one(conn, &master, again, TextKind::Story).await.is_err());
}

/// What may happen to a grant.
#[derive(Debug, Clone, Copy)]
enum Step {
    Share(usize),
    Unshare(usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![(0usize..2).prop_map(Step::Share), (0usize..2).prop_map(Step::Unshare)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    /// Whatever was shared and taken back, a reader reads exactly what is shared with them now.
    #[test]
    fn no_grant_no_read(steps in prop::collection::vec(step(), 0..8)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let house = House::new().await;
            let node = house.node().await;
            let owner = on_record(&house.t.db, "Ada").await;
            let names = ["Ben", "Eva"];
            let readers = [on_record(&house.t.db, names[0]).await, on_record(&house.t.db, names[1]).await];
            write(&node, owner).await;
            let (mut shared, mut grants) = ([false; 2], Vec::new());
            for step in steps {
                let tx = permit().begin(&house.t.db).await.unwrap();
                match step {
                    Step::Share(n) => {
                        store::share(&tx, owner, TextKind::Story, &mail_of(names[n])).await.unwrap();
                        shared[n] = true;
                    }
                    Step::Unshare(n) => {
                        for grant in store::grants(tx.conn(), owner).await.unwrap() {
                            if grant.reader_email == mail_of(names[n]).as_str() {
                                store::unshare(&tx, owner, grant.id).await.unwrap();
                            }
                        }
                        shared[n] = false;
                    }
                }
                tx.commit().await.unwrap();
                grants = store::grants(house.t.db.reader(), owner).await.unwrap();
            }
            let master = MasterKey::of(&node.app);
            for (n, reader) in readers.into_iter().enumerate() {
                let tx = permit().begin(&house.t.db).await.unwrap();
                let mut read = 0;
                for grant in &grants {
                    let text = store::read_shared(&tx, &master, reader, grant.id).await.unwrap();
                    read += usize::from(text.is_some_and(|(_, text)| text.text == STORY));
                }
                assert_eq!(read, usize::from(shared[n]), "{}", names[n]);
            }
        });
    }
}
