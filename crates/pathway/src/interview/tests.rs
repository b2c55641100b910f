//! Stories of interviews: the candidate decides when.

use super::*;
use crate::{
    candidacy::{Stage, tests::field},
    panel::tests::Circle,
};
use axum::http::StatusCode;
use kernel::Lang;

const PROPOSAL: [(&str, &str); 4] =
    [("starts", "2026-03-09T15:30"), ("minutes", "45"), ("place", "In biblioteca"), ("version", "0")];

impl Circle {
    /// Proposes a meeting as Paolo, and says which it is.
    pub(crate) async fn proposed(&self, of: &candidacy::Candidacy) -> Interview {
        let at = format!("/selezione/{}/incontro", of.id);
        self.house.app.as_person(&self.paolo).post(&at, &PROPOSAL).await.leads_to("/selezione");
        standing_of(self.conn(), &[of.id]).await.unwrap().remove(0)
    }
    /// They met: proposed, accepted, held.
    pub(crate) async fn met(&self, own: &str, of: &candidacy::Candidacy) {
        let one = self.proposed(of).await;
        let version = one.version.to_string();
        let answer = [("version", version.as_str()), ("step", "accept")];
        self.house.app.as_visitor().post(&format!("{own}/incontri/{}", one.id), &answer).await.leads_to(own);
        self.house.app.clock.advance(Duration::days(9));
        let held = [("version", "2"), ("step", "hold")];
        let at = format!("/selezione/{}/incontri/{}", of.id, one.id);
        self.house.app.as_person(&self.ada).post(&at, &held).await.leads_to("/selezione");
        assert_eq!(self.now(of).await.stage, Stage::Talked);
    }
}

#[tokio::test]
async fn the_panel_proposes_the_candidate_moves_and_then_accepts() {
    let circle = Circle::seated().await;
    let house = &circle.house;
    let (own, of) = house.sent("Nina", "nina@example.org").await;
    let at = format!("/selezione/{}/incontro", of.id);
    let paolo = || house.app.as_person(&circle.paolo);
    paolo().get(&at).await.ok().says("Proponi un incontro a Nina");
    paolo().in_lang(Lang::En).get(&at).await.ok().says("Propose a meeting to Nina");
    paolo().post(&at, &[("minutes", "5")]).await.invalid().says("Scrivi un luogo").says("Scrivi un numero da 10 a 240");
    let one = circle.proposed(&of).await;
    assert_eq!(circle.now(&of).await.stage, Stage::Interview);
    // A second member proposes at the same moment: told, nothing lost, one stands.
    let late = [("starts", "2026-03-10T10:00"), ("minutes", "30"), ("place", "In sede"), ("version", "0")];
    let page = house.app.as_person(&circle.ada).post(&at, &late).await;
    page.is(StatusCode::CONFLICT).says("9 marzo 2026, 15:30").says("2026-03-10T10:00");

    let theirs = format!("{own}/incontri/{}", one.id);
    let nina = || house.app.as_visitor();
    nina().get(&own).await.ok().says("9 marzo 2026, 15:30").says("In biblioteca").says("Va bene, ci sarò");
    nina().in_lang(Lang::En).get(&own).await.ok().says("Fine, I will be there");
    nina().get(&theirs).await.ok().says("non un esame");
    nina().in_lang(Lang::En).get(&theirs).await.ok().says("not an exam");
    nina().post(&theirs, &[("version", "1"), ("step", "move")]).await.invalid().says("Scrivi qualcosa");
    nina().post(&theirs, &[("version", "1"), ("step", "move"), ("wish", "Solo di sera")]).await.leads_to(&own);
    paolo().get("/selezione").await.ok().says("chiede un altro momento");
    paolo().get(&at).await.ok().says("Solo di sera");
    // Ada reads it beside the candidacy. The candidate sees who read their words.
    house.app.as_person(&circle.ada).get(&format!("/selezione/{}", of.id)).await.ok().says("Solo di sera");
    let page = nina().get(&own).await;
    page.ok().says("Paolo Prof ha letto: quando potresti").says("Ada ha letto: quando potresti");
    let sealed: Vec<u8> = ::store::sql("SELECT wish FROM interview").value(circle.conn()).await.unwrap().unwrap();
    assert!(!String::from_utf8_lossy(&sealed).contains("sera"));
    let anew = [("starts", "2026-03-11T19:00"), ("minutes", "45"), ("place", "In sede"), ("version", "2")];
    paolo().post(&at, &anew).await.leads_to("/selezione");
    // An answer to what stood before is told that it changed.
    let stale = nina().post(&theirs, &[("version", "1"), ("step", "accept")]).await;
    stale.is(StatusCode::CONFLICT).says("11 marzo 2026, 19:00");
    nina().post(&theirs, &[("version", "3"), ("step", "accept")]).await.leads_to(&own);
    nina().get(&own).await.ok().says("Hai confermato l’incontro: 11 marzo 2026, 19:00");

    // The file for the calendar says a meeting, and nothing else.
    for file in [
        nina().get(&format!("{theirs}/incontro.ics")).await,
        paolo().get(&format!("/selezione/{}/incontri/{}/incontro.ics", of.id, one.id)).await,
    ] {
        file.ok().says("SUMMARY:Un incontro").says("DTSTART:20260311T180000Z").says("STATUS:CONFIRMED");
        for word in ["Nina", "salute", "Colloquio", "espert", own.rsplit('/').next().unwrap()] {
            file.hides(word);
        }
    }
    // Nobody else opens it.
    house
        .app
        .as_person(&circle.eva)
        .get(&format!("/selezione/{}/incontri/{}/incontro.ics", of.id, one.id))
        .await
        .is(StatusCode::NOT_FOUND);
    nina()
        .post(&format!("/candidature/{}/incontri/{}", "0".repeat(64), one.id), &[("step", "accept")])
        .await
        .is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_proposal_comes_before_a_withdrawal_or_not_at_all() {
    let circle = Circle::seated().await;
    let house = &circle.house;
    let (own, of) = house.sent("Nina", "nina@example.org").await;
    let tx = crate::call::tests::begin(&house.app, Act::SitInPanel).await;
    assert_eq!(candidacy::hold(&tx, of.id).await.unwrap(), of, "held, it stays as it is");
    tx.rollback().await.unwrap();
    let at = format!("/selezione/{}/incontro", of.id);
    let (proposed, withdrawn) =
        tokio::join!(async { house.app.as_person(&circle.paolo).post(&at, &PROPOSAL).await }, async {
            house.app.as_visitor().post(&format!("{own}/ritira"), &[("sure", "1")]).await
        });
    if withdrawn.status != StatusCode::SEE_OTHER {
        // The proposal came between reading and closing: the person presses again.
        house.app.as_visitor().post(&format!("{own}/ritira"), &[("sure", "1")]).await.leads_to(&own);
    }
    assert_eq!(circle.now(&of).await.stage, Stage::Closed);
    assert!(standing_of(circle.conn(), &[of.id]).await.unwrap().is_empty(), "{}", proposed.text());
    // Who comes after the end is told, and nothing is stored.
    let tx = crate::call::tests::begin(&house.app, Act::SitInPanel).await;
    assert!(matches!(candidacy::hold(&tx, of.id).await, Err(Fault::Stale)));
    tx.rollback().await.unwrap();
    let before = house.count("interview").await;
    house.app.as_person(&circle.paolo).post(&at, &PROPOSAL).await.invalid().says("ha ritirato la candidatura");
    assert_eq!(house.count("interview").await, before);
}

#[tokio::test]
async fn a_day_agreed_is_what_the_candidate_reads_and_nobody_waits_until_then() {
    let circle = Circle::seated().await;
    let house = &circle.house;
    let (own, of) = house.sent("Nina", "nina@example.org").await;
    house.app.clock.advance(Duration::days(6));
    let one = circle.proposed(&of).await;
    let nina = || house.app.as_visitor();
    nina().get(&own).await.ok().says("Entro il 21 marzo 2026");
    let theirs = format!("{own}/incontri/{}", one.id);
    nina().post(&theirs, &[("version", "1"), ("step", "accept")]).await.leads_to(&own);
    nina().get(&own).await.ok().says("Vi incontrate il 9 marzo 2026").hides("Entro il 21 marzo");
    nina().in_lang(Lang::En).get(&own).await.ok().says("You meet on 9 March 2026");
    // Fifteen days after the proposal are thirteen after the day agreed.
    let list = format!("{}/avvisi/{}/candidature", house.href, house.call);
    let asks = || house.app.as_person(&house.manager);
    house.app.clock.advance(Duration::days(15));
    assert_eq!(candidacy::tend(&house.app.app).await.unwrap(), 0);
    asks().get(&list).await.ok().hides("Ferma da");
    nina().get(&own).await.ok().says("Entro il 23 marzo 2026");
    house.app.clock.advance(Duration::days(3));
    assert_eq!(candidacy::tend(&house.app.app).await.unwrap(), 1);
    asks().get(&list).await.ok().says("Ferma da 16 giorni");
}

#[tokio::test]
async fn both_are_reminded_once_the_day_before() {
    let circle = Circle::seated().await;
    let house = &circle.house;
    let (own, of) = house.sent("Nina", "nina@example.org").await;
    let one = circle.proposed(&of).await;
    let theirs = format!("{own}/incontri/{}", one.id);
    house.app.as_visitor().post(&theirs, &[("version", "1"), ("step", "accept")]).await.leads_to(&own);
    let reminders = "mail WHERE subject = 'Un incontro domani'";
    assert_eq!(tend(&house.app.app).await.unwrap(), 0);
    house.app.clock.advance(Duration::days(7));
    assert_eq!(tend(&house.app.app).await.unwrap(), 1);
    assert_eq!(tend(&house.app.app).await.unwrap(), 0);
    // Nina, Ada, Paolo.
    assert_eq!(house.count(reminders).await, 3);
    let bodies: Vec<String> = ::store::sql("SELECT body FROM mail WHERE subject = 'Un incontro domani' LIMIT 9")
        .values(circle.conn())
        .await
        .unwrap();
    for body in bodies {
        for word in ["salute", "candida", "selezion", "Nina"] {
            let said = body.replace("/selezione/", "/");
            assert!(!said.replace("/candidatura", "").contains(word), "{body}");
        }
    }
}

#[tokio::test]
async fn a_meeting_called_off_leaves_the_candidacy_where_it_can_go_on() {
    let circle = Circle::seated().await;
    let (own, of) = circle.house.sent("Nina", "nina@example.org").await;
    let one = circle.proposed(&of).await;
    let at = format!("/selezione/{}/incontri/{}", of.id, one.id);
    let paolo = || circle.house.app.as_person(&circle.paolo);
    // It cannot have taken place before its time.
    paolo().post(&at, &[("version", "1"), ("step", "hold")]).await.is(StatusCode::CONFLICT);
    paolo().post(&at, &[("version", "1"), ("step", "call-off")]).await.leads_to("/selezione");
    assert_eq!(circle.now(&of).await.stage, Stage::Sent);
    circle.house.app.as_visitor().get(&own).await.ok().says("Annullato");
    paolo().get("/selezione").await.ok().says("Proponete un incontro");
    let again = circle.proposed(&of).await;
    assert_ne!(again.id, one.id);
    let page = circle.house.app.as_visitor().get(&format!("{own}/incontri/{}", again.id)).await;
    assert_eq!(field(&page, "version"), "1");
}
