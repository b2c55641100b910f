//! The diary is its writer's: read by nobody else, by nobody at all after erasure.

use crate::lesson::tests::{School, begin};
use access::Act;
use kernel::Lang;

const WORDS: &str = "Oggi ho ascoltato più che parlato.";

#[tokio::test]
async fn a_diary_is_written_changed_taken_along_and_deleted() {
    let school = School::new().await;
    let diary = format!("/i-miei-corsi/{}/diario", school.ada_in);
    let ada = || school.app.as_person(&school.ada);
    ada().get(&diary).await.ok().says("Il diario è ancora vuoto");
    ada().post(&diary, &[("words", WORDS)]).await.invalid().says(WORDS);
    ada().post(&diary, &[("day", "2026-02-28"), ("words", WORDS)]).await.leads_to(&diary);
    let page = ada().get(&diary).await;
    let entry = page.ok().says(WORDS).links().into_iter().find(|l| l.starts_with(&format!("{diary}/"))).unwrap();
    ada().in_lang(Lang::En).get(&entry).await.ok().says(WORDS).says("Delete the page");
    let change = |words: &'static str| [("version", "1"), ("day", "2026-02-28"), ("words", words)];
    ada().post(&entry, &change("Ho ascoltato.")).await.leads_to(&diary);
    let second = ada().post(&entry, &change("Altra finestra.")).await;
    assert_eq!(second.status.as_u16(), 409);
    second.says("Altra finestra.");
    let text = ada().get(&format!("{diary}.txt")).await.text();
    assert!(text.contains("28 febbraio 2026") && text.contains("Ho ascoltato."), "{text}");
    ada().post(&format!("{entry}/elimina"), &[]).await.invalid().says("spunta la casella");
    ada().post(&format!("{entry}/elimina"), &[("sure", "1")]).await.leads_to(&diary);
    ada().get(&diary).await.ok().hides("Ho ascoltato.");
}

#[tokio::test]
async fn nobody_else_reads_it_and_erasure_leaves_nothing() {
    let school = School::new().await;
    let diary = format!("/i-miei-corsi/{}/diario", school.ada_in);
    school.app.as_person(&school.ada).post(&diary, &[("day", "2026-02-28"), ("words", WORDS)]).await.leads_to(&diary);
    for other in [&school.bruno, &school.keeper, &school.teacher] {
        assert_eq!(school.app.as_person(other).get(&diary).await.status.as_u16(), 404);
        assert_eq!(school.app.as_person(other).get(&format!("{diary}.txt")).await.status.as_u16(), 404);
    }
    school.app.as_visitor().get(&diary).await.leads_to("/accedi");
    // Nothing readable lies in the database; the export opens it.
    let conn = school.app.db.db.reader();
    let sealed: Vec<u8> = ::store::sql("SELECT sealed FROM diary_entry").value(conn).await.unwrap().unwrap();
    assert!(!String::from_utf8_lossy(&sealed).contains("ascoltato"));
    let app = &school.app.app;
    let held = people::facade::export_person(app, school.ada.id()).await.unwrap().unwrap();
    assert_eq!(held["diary"]["entries"][0]["words"], WORDS);
    let mut tx = begin(&school.app, Act::ManageAccounts).await;
    people::facade::erase_person(&mut tx, app.holdings(), school.ada.id()).await.unwrap();
    tx.commit().await.unwrap();
    let left: i64 =
        ::store::sql("SELECT CAST(COUNT(*) AS BIGINT) FROM diary_entry").value(conn).await.unwrap().unwrap();
    assert_eq!(left, 0);
}
