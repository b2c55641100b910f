//! Stories of notes: written with the candidate, read by them, gone by their day.

use super::*;
use crate::{
    candidacy::{self, tests::field},
    panel::{self, tests::Circle},
};
use ::store::sql;
use axum::http::StatusCode;
use kernel::{Duration, Lang};
use proptest::prelude::*;

const NOTE: [(&str, &str); 3] =
    [("version", "0"), ("said-human", "Ascolta davvero."), ("expectations", "Un lavoro vicino a casa")];

#[tokio::test]
async fn a_note_is_written_together_read_and_counts_only_then() {
    let circle = Circle::seated().await;
    let house = &circle.house;
    let (own, of) = house.sent("Nina", "nina@example.org").await;
    let at = format!("/selezione/{}/note", of.id);
    let ada = || house.app.as_person(&circle.ada);
    // Before they meet there is nothing to write.
    ada().get(&at).await.leads_to("/selezione");
    circle.met(&own, &of).await;
    // The last day is said before a word is written, and what comes first comes first.
    let page = ada().get(&at).await;
    page.ok().says("Questa nota si cancella dopo il 30 aprile 2026").says("Prima di tutto");
    assert!(page.text().find("L’empatia").unwrap() > page.text().find("prendersi responsabilità").unwrap());
    ada().in_lang(Lang::En).get(&at).await.ok().says("Words, never numbers");
    ada().post(&at, &[("version", "0")]).await.invalid().says("Scrivi qualcosa, almeno qui");
    ada().post(&at, &NOTE).await.leads_to("/selezione");
    let sealed: Vec<u8> = sql("SELECT sealed FROM note").value(circle.conn()).await.unwrap().unwrap();
    assert!(!String::from_utf8_lossy(&sealed).contains("Ascolta"));

    let theirs = format!("{own}/note");
    let nina = || house.app.as_visitor();
    nina().get(&own).await.ok().says("Da leggere").says("Ada ha scritto una nota con te");
    nina().in_lang(Lang::En).get(&own).await.ok().says("To read");
    nina().get(&theirs).await.ok().says("Ascolta davvero.").says("Un lavoro vicino a casa");
    nina().in_lang(Lang::En).get(&theirs).await.ok().says("Your words");
    let note = opened(circle.conn(), &house.app.app, &of).await.unwrap().unwrap().note;
    assert!(!note.counts());
    let said = [("version", "1"), ("remark", "Anche paziente"), ("on_expectations", "Va bene anche in città")];
    nina().post(&theirs, &said).await.leads_to(&own);
    assert!(opened(circle.conn(), &house.app.app, &of).await.unwrap().unwrap().note.counts());
    let page = house.app.as_person(&circle.paolo).get(&at).await;
    page.ok().says("Anche paziente").says("Va bene anche in città").says("La persona ha letto queste parole");
    // The candidate reads who read the note.
    nina().get(&own).await.ok().says("la nota scritta con te").says("Paolo Prof");
    // Whoever only sent something wrong has read what stands there as well.
    let ada_read = sql("SELECT CAST(COUNT(*) AS BIGINT) FROM candidacy_seen WHERE what = 'note-seen' AND reader = $1");
    let count = || ada_read.clone().bind(circle.ada.id().uuid()).value::<i64>(circle.conn());
    assert_eq!(count().await.unwrap(), Some(0));
    ada().post(&at, &[("version", "1")]).await.invalid().says("Anche paziente");
    assert_eq!(count().await.unwrap(), Some(1));
    // Changed, it is to be read again.
    ada().post(&at, &[("version", "1"), ("said-human", "Ascolta, e sa tacere.")]).await.leads_to("/selezione");
    assert!(!opened(circle.conn(), &house.app.app, &of).await.unwrap().unwrap().note.counts());
    let late = nina().post(&theirs, &[("version", "1"), ("remark", "Sì")]).await;
    late.is(StatusCode::CONFLICT).says("e sa tacere").says("La nota è appena cambiata");
    // Nobody else: neither who coordinates nor who does not sit.
    for other in [&house.manager, &circle.eva, &circle.piero] {
        house.app.as_person(other).get(&at).await.is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn two_members_save_the_same_note_one_wins_and_the_other_loses_nothing() {
    let circle = Circle::seated().await;
    let house = &circle.house;
    let (own, of) = house.sent("Nina", "nina@example.org").await;
    circle.met(&own, &of).await;
    let at = format!("/selezione/{}/note", of.id);
    let texts = ["Il testo di Ada", "Il testo di Paolo"];
    for version in ["0", "1"] {
        let fields = |text| [("version", version), ("free", text)];
        let (ada, paolo) =
            tokio::join!(async { house.app.as_person(&circle.ada).post(&at, &fields(texts[0])).await }, async {
                house.app.as_person(&circle.paolo).post(&at, &fields(texts[1])).await
            },);
        let (won, lost) = match ada.status {
            StatusCode::SEE_OTHER => (0, &paolo),
            _ => (1, &ada),
        };
        // What was typed and what stands, both in sight.
        lost.is(StatusCode::CONFLICT).says(texts[0]).says(texts[1]).says("Non hai perso niente");
        let stands = opened(circle.conn(), &house.app.app, &of).await.unwrap().unwrap();
        assert_eq!(stands.words.free, texts[won]);
        assert_eq!(house.count("note").await, 1);
        // Saved again with both in sight, it is taken.
        if version == "1" {
            let version = field(lost, "version");
            let both = [("version", version.as_str()), ("free", "Il testo di tutti e due")];
            house.app.as_person(&circle.ada).post(&at, &both).await.leads_to("/selezione");
        }
    }
}

#[tokio::test]
async fn a_note_is_gone_by_its_day_and_nobody_reads_it_before_it_is_removed() {
    let circle = Circle::seated().await;
    let house = &circle.house;
    let (own, of) = house.sent("Nina", "nina@example.org").await;
    circle.met(&own, &of).await;
    let at = format!("/selezione/{}/note", of.id);
    house.app.as_person(&circle.ada).post(&at, &NOTE).await.leads_to("/selezione");
    let day = opened(circle.conn(), &house.app.app, &of).await.unwrap().unwrap().note.delete_on;
    let to_go = (day - house.app.app.env().today()).num_days();
    house.app.clock.advance(Duration::days(to_go));
    house.app.as_visitor().get(&format!("{own}/note")).await.ok().says("Ascolta davvero.");
    assert_eq!(tend(&house.app.app).await.unwrap(), 0);
    house.app.clock.advance(Duration::days(1));
    house.app.as_visitor().get(&format!("{own}/note")).await.is(StatusCode::NOT_FOUND);
    house.app.as_person(&circle.ada).get(&at).await.ok().hides("Ascolta davvero.");
    assert_eq!(tend(&house.app.app).await.unwrap(), 1);
    assert_eq!((house.count("note").await, house.count("note_author").await), (0, 0));
}

/// What may happen to a note and to those around it.
#[derive(Debug, Clone, Copy)]
enum Happens {
    Seat(usize),
    Aside(usize),
    Write(usize),
    Days(i64),
    Tend,
}

fn happens() -> impl Strategy<Value = Happens> {
    prop_oneof![
        (0usize..4).prop_map(Happens::Seat),
        (0usize..4).prop_map(Happens::Aside),
        (0usize..4).prop_map(Happens::Write),
        (1i64..40).prop_map(Happens::Days),
        Just(Happens::Tend),
    ]
}

/// Who sits, in each of the ways that are tried.
const SEATS: [[usize; 2]; 4] = [[0, 2], [1, 2], [0, 3], [1, 3]];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    /// Whatever happened: a note is read by those who meet the candidate now, by the candidate, and
    /// by nobody past its day.
    #[test]
    fn no_note_is_read_by_who_does_not_meet_the_candidate_or_past_its_day(
        all in prop::collection::vec(happens(), 1..10),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let circle = Circle::seated().await;
            let house = &circle.house;
            let (own, of) = house.sent("Nina", "nina@example.org").await;
            circle.met(&own, &of).await;
            let people = [&circle.ada, &circle.eva, &circle.paolo, &circle.piero];
            let at = format!("/selezione/{}/note", of.id);
            for one in all {
                match one {
                    Happens::Seat(n) => {
                        let ids: Vec<String> = SEATS[n].iter().map(|n| people[*n].id().to_string()).collect();
                        let asks = house.app.as_person(&house.manager);
                        let version = field(&asks.get(&circle.group()).await, "version");
                        let mut typed: Vec<_> = ids.iter().map(|id| ("member", id.as_str())).collect();
                        typed.push(("version", &version));
                        asks.post(&circle.group(), &typed).await;
                    }
                    Happens::Aside(n) => {
                        // Whoever may stand in does: the other one of the same kind.
                        let substitute = people[n ^ 1].id().to_string();
                        let path = format!("/selezione/{}/passo-indietro", of.id);
                        house.app.as_person(people[n]).post(&path, &[("substitute", &substitute)]).await;
                    }
                    Happens::Write(n) => {
                        let asks = house.app.as_person(people[n]);
                        let page = asks.get(&at).await;
                        if page.status == StatusCode::OK && page.text().contains("name=\"version\"") {
                            let version = field(&page, "version");
                            asks.post(&at, &[("version", &version), ("free", "parole-segrete")]).await;
                        }
                    }
                    Happens::Days(days) => house.app.clock.advance(Duration::days(days)),
                    Happens::Tend => { tend(&house.app.app).await.unwrap(); }
                }
                let today = house.app.app.env().today();
                let kept: i64 = sql("SELECT CAST(COUNT(*) AS BIGINT) FROM note WHERE delete_on >= $1")
                    .bind(today).value(circle.conn()).await.unwrap().unwrap();
                let meets = panel::meeting(circle.conn(), of.id, of.call, of.person).await.unwrap();
                assert!(panel::rules::is_joint(meets.values().copied(), panel::Needs::LEAST));
                for who in people.into_iter().chain([&house.manager]) {
                    let page = house.app.as_person(who).get(&at).await;
                    let reads = page.text().contains("parole-segrete");
                    assert!(!reads || (kept == 1 && meets.contains_key(&who.id())), "{}", page.text());
                    assert_eq!(page.status == StatusCode::NOT_FOUND, !meets.contains_key(&who.id()));
                }
                let page = house.app.as_visitor().get(&format!("{own}/note")).await;
                assert_eq!(page.status == StatusCode::OK, kept == 1);
                // Whatever happens, the candidate reads what comes next.
                let now = candidacy::by_id(circle.conn(), of.id).await.unwrap().unwrap();
                let next = candidacy::next(&now, today, house.app.app.env().now());
                house.app.as_visitor().get(&own).await.ok().says(&house.app.app.t(Lang::It).get(next.key));
            }
        });
    }
}

#[tokio::test]
async fn the_start_page_of_a_candidate_names_a_meeting_to_answer_and_a_note_to_read() {
    let circle = Circle::seated().await;
    let house = &circle.house;
    let (_, of) = house.sent("Nina", "nina@example.org").await;
    let nina = testkit::Who::new(of.person.unwrap(), "Nina");
    let asked = async || {
        let steps = candidacy::next_steps(&house.app.db.db, &nina.actor()).await.unwrap();
        steps.into_iter().map(|step| (step.key, step.href, step.urgent)).collect::<Vec<_>>()
    };
    let look = ("candidacy-todo-look", "/le-mie-candidature".to_owned(), false);
    assert_eq!(asked().await, std::slice::from_ref(&look));
    circle.proposed(&of).await;
    let meeting = ("candidacy-todo-meeting", format!("/candidature/{}#incontri", of.id), true);
    assert_eq!(asked().await, [meeting, look.clone()]);
    // What was proposed and went by without an answer is no longer asked.
    house.app.clock.advance(Duration::days(30));
    assert_eq!(asked().await, [look]);
}

#[tokio::test]
async fn a_note_that_was_not_read_stands_on_the_start_page_until_it_is() {
    let circle = Circle::seated().await;
    let house = &circle.house;
    let (own, of) = house.sent("Nina", "nina@example.org").await;
    circle.met(&own, &of).await;
    house.app.as_person(&circle.ada).post(&format!("/selezione/{}/note", of.id), &NOTE).await.leads_to("/selezione");
    let nina = testkit::Who::new(of.person.unwrap(), "Nina");
    let asked = async || {
        let steps = candidacy::next_steps(&house.app.db.db, &nina.actor()).await.unwrap();
        steps.into_iter().map(|step| (step.key, step.href)).collect::<Vec<_>>()
    };
    let note = ("candidacy-todo-note", format!("/candidature/{}/note", of.id));
    let look = ("candidacy-todo-look", "/le-mie-candidature".to_owned());
    assert_eq!(asked().await, [note, look.clone()]);
    house.app.as_visitor().post(&format!("{own}/note"), &[("version", "1")]).await.leads_to(&own);
    assert_eq!(asked().await, [look]);
}
