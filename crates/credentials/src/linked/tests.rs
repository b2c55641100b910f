//! What is read, what is refused, and the canonical form.

use super::*;
use proptest::prelude::*;
use serde_json::{Value, json};

fn badge() -> Value {
    json!({
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": "https://example.org/1",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": "https://example.org/issuer", "type": ["Profile"], "name": "Casa"},
        "validFrom": "2026-03-01T00:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "achievement": {
                "id": "urn:uuid:0190163e-8694-739b-aea5-966c26f8ad91",
                "type": ["Achievement"],
                "name": "Corso",
                "description": "Un corso \"vero\"\ncon due righe",
                "criteria": {"narrative": "Esserci"},
            },
        },
    })
}

fn extend(badge: &mut Value, context: Value) {
    badge["@context"].as_array_mut().unwrap().push(context);
}

#[test]
fn words_become_statements_in_one_order() {
    let quads = canonical(&badge()).unwrap();
    let lines: Vec<&str> = quads.lines().collect();
    assert!(lines.is_sorted(), "{quads}");
    assert!(lines.contains(
        &"<https://example.org/1> <https://www.w3.org/2018/credentials#issuer> <https://example.org/issuer> ."
    ));
    assert!(lines.contains(
        &"<https://example.org/1> <https://www.w3.org/2018/credentials#validFrom> \"2026-03-01T00:00:00Z\"^^<http://www.w3.org/2001/XMLSchema#dateTime> ."
    ));
    assert!(quads.contains(r#""Un corso \"vero\"\ncon due righe""#), "{quads}");
    assert!(quads.contains("_:c14n0"));
}

#[test]
fn a_word_without_meaning_is_refused_wherever_it_stands() {
    for place in ["", "/issuer", "/credentialSubject", "/credentialSubject/achievement"] {
        let mut changed = badge();
        changed.pointer_mut(place).unwrap()["secret"] = json!("not signed");
        assert_eq!(canonical(&changed), Err(Unread::Word("secret".into())), "{place}");
    }
    let mut changed = badge();
    changed["credentialSubject"]["type"] = json!(["AchievementSubject", "Unheard"]);
    assert_eq!(canonical(&changed), Err(Unread::Word("Unheard".into())));
    let mut changed = badge();
    changed["issuer"]["id"] = json!("relative");
    assert_eq!(canonical(&changed), Err(Unread::Word("relative".into())));
}

#[test]
fn a_context_that_is_not_here_is_named() {
    let mut changed = badge();
    extend(&mut changed, json!("https://example.org/context"));
    assert_eq!(canonical(&changed), Err(Unread::Context("https://example.org/context".into())));
    let mut changed = badge();
    extend(&mut changed, json!({"name": "https://example.org/other"}));
    assert!(matches!(canonical(&changed), Err(Unread::Wrong(_))), "a protected word keeps its meaning");
    let mut changed = badge();
    extend(&mut changed, json!({"mood": "https://example.org/mood"}));
    changed["mood"] = json!("glad");
    assert!(canonical(&changed).unwrap().contains("<https://example.org/mood> \"glad\""));
}

#[test]
fn what_would_take_too_long_is_refused() {
    let mut deep = json!({"type": "Profile", "name": "x"});
    for _ in 0..40 {
        deep = json!({"type": "Profile", "parentOrg": deep});
    }
    let mut changed = badge();
    changed["issuer"] = deep;
    assert_eq!(canonical(&changed), Err(Unread::TooMuch));
    let mut changed = badge();
    let twins = json!([{}, {}, {}, {}, {}, {}, {}, {}, {}]);
    changed["credentialSubject"] = json!([
        {"type": ["AchievementSubject"], "result": twins}, {"type": ["AchievementSubject"], "result": twins},
    ]);
    assert_eq!(canonical(&changed), Err(Unread::TooMuch));
}

proptest! {
    #[test]
    fn every_change_of_a_text_changes_the_statements(name in "\\PC{1,40}", other in "\\PC{1,40}") {
        let with = |text: &str| {
            let mut changed = badge();
            changed["credentialSubject"]["achievement"]["name"] = json!(text);
            canonical(&changed).unwrap()
        };
        prop_assert_eq!(name == other, with(&name) == with(&other));
    }

    #[test]
    fn whatever_is_sent_is_answered(json in "\\PC{0,200}") {
        if let Ok(value) = serde_json::from_str::<Value>(&json) {
            let _ = canonical(&value);
        }
    }
}
