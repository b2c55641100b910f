//! Signatures: the specification's own example, and what they refuse.

use super::*;
use kernel::Env;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// The example of the specification of `eddsa-rdfc-2022` (VC Data Integrity EdDSA 1.0, B.1).
fn example() -> Map<String, Value> {
    let key = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
    let document = json!({
        "@context": ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"],
        "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
        "type": ["VerifiableCredential", "AlumniCredential"],
        "name": "Alumni Credential",
        "description": "A minimum viable example of an Alumni Credential.",
        "issuer": "https://vc.example/issuers/5678",
        "validFrom": "2023-01-01T00:00:00Z",
        "credentialSubject": {"id": "did:example:abcdefgh", "alumniOf": "The School of Examples"},
        "proof": {
            "type": "DataIntegrityProof",
            "cryptosuite": "eddsa-rdfc-2022",
            "created": "2023-02-24T23:36:38Z",
            "verificationMethod": format!("did:key:{key}#{key}"),
            "proofPurpose": "assertionMethod",
            "proofValue":
                "z2YwC8z3ap7yx1nZYCg4L3j3ApHsF8kgPdSb5xoS1VR7vPG3F561B52hYnQF9iseabecm3ijx4K1FBTQsCZahKZme",
        },
    });
    document.as_object().cloned().unwrap_or_default()
}

#[test]
fn the_example_of_the_specification_is_proven() {
    let secured = integrity::Secured::parse(&example()).unwrap();
    let key = PublicKey::from_did_key(&secured.method).unwrap();
    assert_eq!(secured.check(&key), Ok(()));
}

#[test]
fn whatever_is_changed_in_it_breaks_the_proof() {
    let key = PublicKey::from_did_key("did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2").unwrap();
    let changes: [(&str, Value); 7] = [
        ("/name", json!("Another Credential")),
        ("/issuer", json!("https://vc.example/issuers/5679")),
        ("/validFrom", json!("2022-01-01T00:00:00Z")),
        ("/credentialSubject/id", json!("did:example:zzzz")),
        ("/credentialSubject", json!({"id": "did:example:abcdefgh", "alumniOf": "x", "more": true})),
        ("/proof/created", json!("2024-02-24T23:36:38Z")),
        ("/type", json!(["VerifiableCredential"])),
    ];
    for (place, value) in changes {
        let mut changed = Value::Object(example());
        *changed.pointer_mut(place).unwrap() = value;
        let secured = integrity::Secured::parse(changed.as_object().unwrap()).unwrap();
        assert!(secured.check(&key).is_err(), "{place}");
    }
}

fn key() -> SigningKey {
    SigningKey::from_seed(&[7; 32]).unwrap()
}

#[test]
fn a_key_is_the_same_in_all_its_forms() {
    let public = PublicKey::Ed25519(key().public());
    assert_eq!(PublicKey::from_multibase(&multibase(&key().public())), Some(public.clone()));
    assert_eq!(PublicKey::from_jwk(&jwk(&key().public(), "a")), Some(public));
    assert_eq!(PublicKey::from_multibase("z6Mk"), None);
    assert_eq!(PublicKey::from_jwk(&json!({"kty": "oct", "k": "AAAA"})), None);
}

#[test]
fn a_token_is_checked_with_the_algorithm_of_its_key() {
    let public = PublicKey::Ed25519(key().public());
    let token = jws::sign(&json!({"alg": "EdDSA"}), &json!({"iss": "a"}), &key());
    assert_eq!(jws::Token::parse(&token).unwrap().check(&public), Ok(()));
    let other = jws::sign(&json!({"alg": "ES256"}), &json!({"iss": "a"}), &key());
    assert_eq!(jws::Token::parse(&other).unwrap().check(&public), Err(Unproven::Broken));
    let none = jws::sign(&json!({"alg": "none"}), &json!({"iss": "a"}), &key());
    assert_eq!(jws::Token::parse(&none).unwrap_err(), Unproven::Unknown("none".into()));
}

#[test]
fn the_holder_leaves_out_what_they_want_and_adds_nothing() {
    let (env, _) = Env::still(kernel::DateTime::UNIX_EPOCH, 3);
    let open = json!({"iss": "a"}).as_object().cloned().unwrap();
    let hidden = [("name", json!("Ada")), ("hours", json!({"theory": 3}))];
    let whole = sd_jwt::sign(&json!({"alg": "EdDSA"}), open, &hidden, &key(), &env);
    let all = sd_jwt::Disclosed::parse(&whole).unwrap();
    assert_eq!(Value::Object(all.claims), json!({"iss": "a", "name": "Ada", "hours": {"theory": 3}}));

    let mut parts: Vec<&str> = whole.split('~').collect();
    parts.remove(1);
    let less = sd_jwt::Disclosed::parse(&parts.join("~")).unwrap();
    assert_eq!(Value::Object(less.claims), json!({"iss": "a", "hours": {"theory": 3}}));
    assert_eq!(less.token.check(&PublicKey::Ed25519(key().public())), Ok(()));

    let twice = format!("{whole}{}~", whole.split('~').nth(1).unwrap());
    assert!(sd_jwt::Disclosed::parse(&twice).is_err());
    // ["AAAA","admin",true], which nobody signed.
    assert_eq!(
        sd_jwt::Disclosed::parse(&format!("{whole}WyJBQUFBIiwiYWRtaW4iLHRydWVd~")).unwrap_err(),
        Unproven::Broken
    );
}

proptest! {
    #[test]
    fn a_changed_token_is_refused(at in 0usize..400, with in "[A-Za-z0-9_-]") {
        let token = jws::sign(&json!({"alg": "EdDSA", "typ": "JWT"}), &json!({"iss": "a", "name": "Ada"}), &key());
        let mut changed: Vec<char> = token.chars().collect();
        let at = at % changed.len();
        changed[at] = with.chars().next().unwrap();
        let changed: String = changed.into_iter().collect();
        if changed != token {
            let proven = jws::Token::parse(&changed).and_then(|t| t.check(&PublicKey::Ed25519(key().public())));
            prop_assert!(proven.is_err());
        }
    }
}
