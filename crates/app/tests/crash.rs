//! Killed at any moment, the program loses nothing that it acknowledged, and does nothing by half.

#![allow(clippy::unwrap_used, reason = "a test may be blunt")]

mod support;

use std::{collections::BTreeSet, fmt::Write, process::Stdio, sync::mpsc, thread, time::Duration};
use store::{DatabaseUrl, Db, Options, sql};
use support::{House, Served};

const ROUNDS: usize = 20;
const WRITERS: usize = 4;
const WRITES_EACH: usize = 50;
const IMPORTED: i64 = 120;

/// Reports that a visitor sends until the program is gone; those that were acknowledged.
fn write(served: &Served, round: usize, writer: usize) -> thread::JoinHandle<Vec<String>> {
    let mut visitor = served.visitor();
    thread::spawn(move || {
        let mut acknowledged = Vec::new();
        for n in 0..WRITES_EACH {
            let words = format!("caduta-{round}-{writer}-{n}");
            // Each report from somewhere else: so many from one place would be refused.
            visitor.forwarded = format!("{}.{writer}.{n}.1", round + 1);
            match visitor.post("/segnala", &[("text", &words), ("page", "/"), ("email", "")]) {
                Some(answer) if answer.status == 303 => acknowledged.push(words),
                Some(_) => {}
                None => break,
            }
        }
        acknowledged
    })
}

/// A register that no other round has.
fn register(house: &House, round: usize) -> String {
    let mut csv = String::from("name,kind,town,province\n");
    for n in 0..IMPORTED {
        writeln!(csv, "Caduta {round} numero {n},association,Terni,TR").unwrap();
    }
    let path = house.path(&format!("register-{round}.csv"));
    std::fs::write(&path, csv).unwrap();
    path.display().to_string()
}

async fn open(house: &House) -> Db {
    let url: DatabaseUrl = house.database.parse().unwrap();
    Db::connect(&url, kernel::Env::system(), Options::default()).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_twenty_times_it_keeps_what_it_acknowledged() {
    let house = House::new();
    let (mut kept, mut whole) = (0, 0);
    for round in 0..ROUNDS {
        let served = house.serve_behind_proxy();
        let file = register(&house, round);
        let writers: Vec<_> = (0..WRITERS).map(|writer| write(&served, round, writer)).collect();
        let mut import = house.command(&["import", "organisations", &file, "--confirm"]);
        let mut import = import.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        // A different moment each time, from the first write to the last.
        tokio::time::sleep(Duration::from_millis(60 + (round as u64 * 97) % 900)).await;
        served.kill();
        import.kill().unwrap();
        import.wait().unwrap();
        let acknowledged: BTreeSet<String> = writers.into_iter().flat_map(|w| w.join().unwrap()).collect();

        let db = open(&house).await;
        let verdict = access::audit::verify(db.reader()).await.unwrap();
        assert!(verdict.breaks.is_empty(), "{:?}", verdict.breaks);
        let there: Vec<String> = sql("SELECT words FROM feedback").values(db.reader()).await.unwrap();
        let there: BTreeSet<String> = there.into_iter().collect();
        let lost: Vec<&String> = acknowledged.difference(&there).collect();
        assert!(lost.is_empty(), "round {round}: acknowledged, and lost: {lost:?}");
        let imported: i64 = sql("SELECT CAST(COUNT(*) AS BIGINT) FROM organisation WHERE substr(name_key, 1, $1) = $2")
            .bind(i64::try_from(format!("caduta {round} numero").len()).unwrap())
            .bind(format!("caduta {round} numero"))
            .value(db.reader())
            .await
            .unwrap()
            .unwrap();
        assert!(imported == 0 || imported == IMPORTED, "round {round}: half an import: {imported}");
        db.close().await;
        kept += acknowledged.len();
        whole += usize::from(imported == IMPORTED);
    }
    // The test would show nothing if nothing had been going on.
    assert!(kept > ROUNDS, "only {kept} writes were acknowledged");
    eprintln!("{kept} acknowledged writes kept, {whole} imports whole, none half");
}

#[test]
fn told_to_stop_it_ends_what_it_is_doing() {
    let house = House::new();
    let served = house.serve();
    let (sender, answers) = mpsc::channel();
    let mut visitor = served.visitor();
    thread::spawn(move || {
        for n in 0..20 {
            let words = format!("fermata-{n}");
            let Some(answer) = visitor.post("/segnala", &[("text", &words), ("page", ""), ("email", "")]) else {
                break;
            };
            let _ = sender.send(answer.status);
        }
    });
    assert_eq!(answers.recv().unwrap(), 303);
    assert_eq!(served.stop(), 0);
    // What was answered was answered whole.
    assert!(answers.iter().all(|status| status == 303));
}
