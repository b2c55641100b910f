//! The command line as an administrator meets it.

mod support;

use support::House;

#[test]
fn a_new_installation_is_looked_at_served_saved_and_put_back() {
    let house = House::new();
    let before = house.run(&["doctor"]).fine();
    assert!(before.out.contains("made at the first start"), "{}", before.out);
    assert!(!house.path("allapari.db").exists(), "looking makes nothing");

    let served = house.serve();
    let saved = house.path("copia.zst");
    let saved = saved.to_str().unwrap();
    house.run(&["backup", saved]).fine();
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
}
