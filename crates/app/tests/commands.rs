//! The command line as an administrator meets it.

#![allow(clippy::unwrap_used, reason = "a test may be blunt")]

mod support;

use support::House;
use testkit::shared_file;

#[test]
fn a_new_installation_is_looked_at_served_saved_and_put_back() {
    let house = House::new();
    let before = house.run(&["doctor"]).fine();
    assert!(before.out.contains("made at the first start"), "{}", before.out);
    assert!(!house.path("allapari.db").exists(), "looking makes nothing");

    let served = house.serve();
    let saved = house.path("copia.zst");
    let saved = saved.to_str().unwrap();
    let mut visitor = served.visitor();
    let mut report = |words: &str| {
        let answer = visitor.post("/segnala", &[("text", words), ("page", "/"), ("email", "")]);
        assert_eq!(answer.unwrap().status, 303);
    };
    report("prima della copia");
    house.run(&["backup", saved]).fine();
    // The program goes on while it is put back, and afterwards.
    report("dopo la copia");
    house.run(&["restore", saved, "--replace"]).fine();
    report("dopo il ripristino");
    assert_eq!(served.stop(), 0);
    house.run(&["audit", "verify"]).fine();
    let doctor = house.run(&["doctor", "--format", "json"]).fine();
    let report: serde_json::Value = serde_json::from_str(&doctor.out).unwrap();
    assert_eq!(report["fine"], true, "{report}");
    let database = report["settings"].as_array().unwrap().iter().find(|s| s["name"] == "database").unwrap();
    assert_eq!(database["origin"]["name"], "ALLAPARI_DATABASE");

    // Not over what is there, unless that is meant.
    let refused = house.run(&["restore", saved]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("--replace"), "{}", refused.err);
    house.run(&["restore", saved, "--replace"]).fine();
    house.run(&["audit", "verify"]).fine();

    // Into another place, where the key is asked for.
    let other = House::new();
    other.run(&["restore", saved]).fine();
    let keyless = other.run(&["serve"]);
    assert_eq!(keyless.code, 2);
    assert!(keyless.err.contains("Put the file back"), "{}", keyless.err);
    std::fs::copy(house.path("allapari.key"), other.path("allapari.key")).unwrap();
    assert_eq!(other.serve().stop(), 0);
}

#[test]
fn what_is_wrong_with_the_settings_is_said_at_once_and_nothing_starts() {
    let house = House::new();
    let mut command = house.command(&["serve", "--listen", "everywhere"]);
    command.env("ALLAPARI_HELPLNE", "1234").env("ALLAPARI_SMTP_URL", "smtp://ada:hush@mail.example.it?tls=none");
    let ran = support::Ran::from(command.output().unwrap());
    assert_eq!(ran.code, 2);
    for word in ["everywhere", "ALLAPARI_HELPLINE", "smtps://"] {
        assert!(ran.out.contains(word), "{word} is not in {}", ran.out);
    }
    assert!(!ran.out.contains("hush") && !ran.err.contains("hush"));
    assert!(!house.path("allapari.db").exists());
}

#[test]
fn commands_that_only_read_make_no_database() {
    let house = House::new();
    for command in [["backup", "x.zst"], ["audit", "verify"]] {
        let ran = house.run(&command);
        assert_eq!(ran.code, 2);
        assert!(ran.err.contains("no database"), "{}", ran.err);
    }
    assert!(house.run(&["policy"]).fine().out.contains("| operate |"));
    assert!(house.run(&["routes"]).fine().out.contains("/gestione"));
    let api: serde_json::Value = serde_json::from_str(&house.run(&["openapi"]).fine().out).unwrap();
    assert_eq!(api["openapi"], "3.1.0");
    assert!(!house.path("allapari.db").exists());
}

#[test]
fn a_slip_of_the_fingers_is_not_a_start() {
    let house = House::new();
    assert_eq!(house.run(&["srve"]).code, 2);
    assert_eq!(house.run(&["restore", "nowhere.zst"]).code, 2);
    let help = house.run(&["--help"]).fine();
    assert!(help.out.contains("Bring the tables of the database up to date"), "{}", help.out);
    let help = house.run(&["help"]).fine();
    assert!(help.out.contains("Bring the tables of the database up to date"), "{}", help.out);
}

#[test]
fn the_real_register_and_document_are_loaded_once_and_checked() {
    let (Some(register), Some(document)) =
        (shared_file("facts/realta-2021.csv"), shared_file("seed/000_c599531839a8c28c.txt"))
    else {
        return;
    };
    let house = House::new();
    let register = register.to_str().unwrap();
    let dry = house.run(&["import", "organisations", register]).fine();
    assert!(dry.out.contains("repeat with --confirm"), "{}", dry.out);
    assert!(!house.path("allapari.db").exists(), "whoever only looks leaves nothing behind");
    let report = |args: &[&str]| -> serde_json::Value { serde_json::from_str(&house.run(args).fine().out).unwrap() };
    let confirmed = report(&["import", "organisations", register, "--confirm", "--format", "json"]);
    assert_eq!(confirmed["confirmed"], true);
    let added = confirmed["added"].as_u64().unwrap();
    assert!(added > 20, "{confirmed}");
    let again = report(&["import", "organisations", register, "--confirm", "--format", "json"]);
    assert_eq!((&again["added"], &again["changed"]), (&0.into(), &0.into()));

    let document = document.to_str().unwrap();
    assert!(house.run(&["import", "document", document]).fine().out.contains("20 notes"));
    assert!(house.run(&["import", "document", document]).fine().out.contains("there already"));

    let findings = report(&["charter", "check", "--format", "json"]);
    assert_eq!(findings["organisations"], added);
    assert_eq!(findings["findings"].as_array().unwrap().len() as u64, added * 16);
    assert!(house.run(&["charter", "check"]).fine().out.contains("Next step"));
    house.run(&["audit", "verify"]).fine();
}

#[test]
fn a_register_with_problems_is_not_loaded_by_half() {
    let house = House::new();
    let file = house.path("bad.csv");
    std::fs::write(&file, "name,kind,town,province\nLa Buona,association,Terni,TR\nLa Cattiva,bogus,Terni,XX\n")
        .unwrap();
    let ran = house.run(&["import", "organisations", file.to_str().unwrap(), "--confirm"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.out.contains("Row") && ran.out.contains("Nothing was loaded"), "{}", ran.out);
    let check = house.run(&["charter", "check", "--format", "json"]).fine();
    let json: serde_json::Value = serde_json::from_str(&check.out).unwrap();
    assert_eq!(json["organisations"], 0);
}

#[test]
fn a_person_is_added_exported_and_erased() {
    let house = House::new();
    let password = "una frase lunga da ricordare";
    let add = ["user", "add", "--email", "ada@example.org", "--name", "Ada Prova", "--role", "administrator"];
    let easy = house.run_with(&[&add[..], &["--password-stdin"]].concat(), "password\n");
    assert_eq!(easy.code, 2, "{easy:?}");
    for _ in 0..2 {
        house.run_with(&[&add[..], &["--password-stdin"]].concat(), password).fine();
    }
    let held = house.run(&["person", "export", "--email", "ada@example.org"]).fine();
    assert!(held.out.contains("Ada Prova"), "{}", held.out);
    let json: serde_json::Value = serde_json::from_str(&held.out).unwrap();
    assert_eq!(json["people"]["roles"].as_array().unwrap().len(), 1, "the role is given once");
    let sure = house.run(&["person", "erase", "--email", "ada@example.org"]);
    assert!(sure.code == 1 && sure.out.contains("--yes"), "{sure:?}");
    house.run(&["person", "erase", "--email", "ada@example.org", "--yes"]).fine();
    assert_eq!(house.run(&["person", "export", "--email", "ada@example.org"]).code, 2);
    let placeless =
        house.run(&["user", "add", "--email", "b@example.org", "--name", "B", "--role", "region", "--invite"]);
    let invite =
        ["user", "add", "--email", "b@example.org", "--name", "B", "--role", "region", "--territory", "umbria"];
    let invited = house.run(&[&invite[..], &["--invite"]].concat()).fine();
    assert!(invited.out.contains("leaves with the mail") && invited.out.contains("smtp_url"), "{}", invited.out);
    assert!(placeless.code == 2 && placeless.err.contains("--territory"), "{placeless:?}");
    house.run(&["audit", "verify"]).fine();
}

#[test]
fn the_demonstration_finds_its_data_again_and_touches_nothing_else() {
    let house = House::new();
    let demo = ["demo", "--data", "prova"];
    let first = house.start(&demo);
    let mut expert = first.visitor();
    assert_eq!(expert.get("/prova/expert").unwrap().location, "/inizio");
    let profile = expert.get("/profilo").unwrap();
    assert!(profile.status == 200 && profile.body.contains("Agnese"), "the same person at each start");
    let listed = |visitor: &mut support::Visitor| visitor.get("/api/v1/organisations?per_page=1").unwrap().body;
    let before = listed(&mut expert);
    let courses = |visitor: &mut support::Visitor| visitor.get("/corsi").unwrap().body.matches("330 ore").count();
    assert!(courses(&mut expert) > 0, "the course of 330 hours was entered");
    let entered = courses(&mut expert);
    assert_eq!(first.stop(), 0);
    let second = house.start(&demo);
    let mut again = expert.at(&second);
    assert_eq!(again.get("/profilo").unwrap().status, 200, "still signed in");
    assert_eq!(listed(&mut again), before);
    assert_eq!(courses(&mut again), entered, "nothing is entered twice");
    assert!(!house.path("allapari.db").exists() && house.path("prova/allapari.db").exists());
}
