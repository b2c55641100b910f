//! Settings as an administrator meets them.

use super::*;
use kernel::Env;
use std::collections::BTreeMap;

fn pairs(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn file(text: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("allapari.toml");
    std::fs::write(&path, text).unwrap();
    (folder, path)
}

fn shown<'a>(reading: &'a Reading, name: &str) -> &'a Shown {
    reading.shown.iter().find(|shown| shown.name == name).unwrap()
}

#[test]
fn with_nothing_set_the_program_runs_on_this_machine() {
    let reading = read(&Sources::default());
    let settings = reading.settings.unwrap();
    assert_eq!(settings.base_url.as_str(), "http://127.0.0.1:8080/");
    assert_eq!(settings.secret_file, PathBuf::from("allapari.key"));
    assert!(reading.shown.iter().all(|shown| shown.origin == Origin::Default));
}

#[test]
fn a_flag_beats_the_environment_which_beats_the_file() {
    let (_folder, path) = file("database = 'sqlite:file.db'\nlisten = '127.0.0.1:1'\nhelpline = 'Telefono amico'\n");
    let reading = read(&Sources {
        file: Some(path.clone()),
        environment: pairs(&[
            ("ALLAPARI_DATABASE", "sqlite:data/env.db"),
            ("ALLAPARI_LISTEN", "0.0.0.0:2"),
            ("HOME", "/"),
        ]),
        flags: pairs(&[("listen", "0.0.0.0:3")]),
    });
    assert_eq!(shown(&reading, "helpline").origin, Origin::File(path));
    assert_eq!(shown(&reading, "database").origin, Origin::Environment("ALLAPARI_DATABASE".into()));
    assert_eq!(shown(&reading, "listen").origin, Origin::Flag("--listen".into()));
    let settings = reading.settings.unwrap();
    assert_eq!(settings.listen.port(), 3);
    assert_eq!(settings.base_url.as_str(), "http://localhost:3/");
    assert_eq!(settings.secret_file, PathBuf::from("data/env.key"));
}

#[test]
fn all_that_is_wrong_is_named_at_once_with_the_nearest_right_word() {
    let (_folder, path) = file("databse = 'x'\nbehind_proxy = 'perhaps'\n");
    let reading = read(&Sources {
        file: Some(path),
        environment: pairs(&[
            ("ALLAPARI_SMPT_URL", "smtp://h"),
            ("ALLAPARI_BASE_URL", "example.org"),
            ("ALLAPARI_TEST_DATABASE", "postgres://x/y"),
            ("ALLAPARI_LOG", "web=loudly"),
        ]),
        flags: pairs(&[("database", "mysql://root:hush@h/d"), ("listen", "everywhere")]),
    });
    assert!(reading.settings.is_none());
    let wrong: BTreeMap<&str, &str> = reading.problems.0.iter().map(|p| (p.field.as_str(), p.key.as_str())).collect();
    assert_eq!(wrong["databse"], "settings-unknown-name");
    assert_eq!(wrong["ALLAPARI_SMPT_URL"], "settings-unknown-variable");
    assert_eq!(wrong["database"], "settings-database-wrong");
    for name in ["listen", "base_url", "behind_proxy", "log"] {
        assert!(wrong.contains_key(name), "{name}");
    }
    assert_eq!(reading.problems.0.len(), 7, "{:?}", reading.problems);
    assert_eq!(reading.problems.of("databse").unwrap().args["near"], "database");
    assert_eq!(reading.problems.of("ALLAPARI_SMPT_URL").unwrap().args["near"], "ALLAPARI_SMTP_URL");
    assert!(!format!("{reading:?}").contains("hush"));
}

#[test]
fn a_file_that_is_named_must_be_there_and_readable() {
    let missing = read(&Sources { file: Some("/nowhere/a.toml".into()), ..Sources::default() });
    assert_eq!(missing.problems.0[0].key, "settings-file-missing");
    let (_folder, path) = file("database = sqlite");
    let unreadable = read(&Sources { file: Some(path), ..Sources::default() });
    assert_eq!(unreadable.problems.0[0].key, "settings-file-unreadable");
}

#[test]
fn secrets_are_hidden_and_a_password_never_travels_in_the_open() {
    let smtp = |url: &str| read(&Sources { flags: pairs(&[("smtp_url", url)]), ..Sources::default() });
    let reading = smtp("smtps://ada:h%40sh@mail.example.it");
    assert!(!format!("{reading:?}").contains("h%40sh"));
    assert_eq!(shown(&reading, "smtp_url").value, "smtps://ada:…@mail.example.it");
    let url = reading.settings.unwrap().smtp.unwrap();
    assert_eq!((url.port(), url.credentials()), (465, Some(("ada".into(), "h@sh".into()))));

    let open = smtp("smtp://ada:hush@mail.example.it?tls=none");
    assert_eq!(open.problems.0[0].key, "settings-smtp-password-in-the-open");
    let privacy = |url: &str| smtp(url).settings.unwrap().smtp.unwrap().privacy();
    assert_eq!(privacy("smtp://mail.example.it"), smtp::Privacy::StartTls);
    assert_eq!(privacy("smtp://127.0.0.1:2525"), smtp::Privacy::None);
    assert_eq!(privacy("smtp://mail.example.it?tls=opportunistic"), smtp::Privacy::StartTlsIfOffered);
}

#[test]
fn the_key_is_made_once_for_its_owner_alone_and_never_made_anew_for_old_data() {
    use secrecy::ExposeSecret;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data/allapari.key");
    let env = Env::system();
    assert!(matches!(secret::master_key(&path, &env, false), Err(secret::SecretFault::Lost(_))));
    let made = secret::master_key(&path, &env, true).unwrap();
    let again = secret::master_key(&path, &env, true).unwrap();
    assert_eq!(made.expose_secret(), again.expose_secret());
    assert!(!secret::is_open_to_others(&path));
    assert_eq!(std::fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
    std::fs::write(&path, "not a key").unwrap();
    assert!(matches!(secret::master_key(&path, &env, false), Err(secret::SecretFault::Malformed(_))));
}

#[test]
fn every_setting_has_its_words_in_both_languages() {
    for text in [include_str!("../../texts/settings.it.ftl"), include_str!("../../texts/settings.en.ftl")] {
        for known in KNOWN {
            assert!(text.contains(&format!("{} = ", known.key())), "{}", known.name);
        }
    }
}
