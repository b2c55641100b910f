//! Stories of checks: by code, by link, by file, from elsewhere.

use super::*;
use crate::{
    credential::{Form, IssuingError, Part, Shown, revoke, show, tests::School},
    issuer::tests::compromise,
};
use kernel::Lang;
use serde_json::{Value, json};

async fn reveal(school: &School, issued: &credential::Issued, parts: &[Part]) {
    let mut tx = school.begin().await;
    show(&mut tx, issued.id, &Shown::of(parts)).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_code_shows_only_what_the_person_chose() {
    let school = School::new().await;
    let issued = school.one().await;
    let visitor = || school.app.as_visitor();
    let page = visitor().get(&issued.path()).await;
    page.ok()
        .says("L’attestato è valido.")
        .says("Casa dei Pari")
        .says("1 marzo 2026")
        .hides("Ada Rossi")
        .hides("Bruno");
    reveal(&school, &issued, &[Part::Holder, Part::Hours, Part::Signatories, Part::Period, Part::Learning]).await;
    let page = visitor().in_lang(Lang::En).get(&issued.path()).await;
    page.ok().says("Ada Rossi").says("330 ore").says("15 September 2025").says("SAMHSA: Engages peers");
    // Those who signed chose nothing: it says of which kind they are, and names nobody.
    page.says("Firme: una persona esperta, una persona che lavora nei servizi.").hides("Bruno").hides("Carla");

    // However the code is typed, by hand or as a link.
    let typed = issued.code.to_lowercase().replace('-', " ");
    visitor().post("/verifica", &[("what", &typed)]).await.leads_to(&issued.path());
    let link = format!("https://example.org{}?da=carta", issued.path());
    visitor().post("/verifica", &[("what", &link)]).await.leads_to(&issued.path());
    visitor().get(&format!("/verifica?codice={}", issued.code)).await.leads_to(&issued.path());
    let unknown = visitor().get("/verifica/ABCD-EFGH-JKMN-PQRS").await;
    assert_eq!(unknown.status.as_u16(), 404);
    unknown.says("Nessun attestato ha questo codice");
}

#[tokio::test]
async fn a_revoked_certificate_says_so_and_nothing_more() {
    let school = School::new().await;
    let issued = school.one().await;
    reveal(&school, &issued, &[Part::Holder]).await;
    let mut tx = school.begin().await;
    revoke(&mut tx, issued.id, IssuingError::WrongName).await.unwrap();
    tx.commit().await.unwrap();
    let page = school.app.as_visitor().get(&issued.path()).await;
    page.ok().says("revocato il 1 marzo 2026 per un errore nell’emissione").hides("Ada").hides("Esperta in supporto");
}

#[tokio::test]
async fn a_file_is_checked_and_a_changed_one_is_told_apart() {
    let school = School::new().await;
    let issued = school.one().await;
    let text = school.file(&issued, Form::OpenBadge).await;
    let drop = async |text: &str| {
        let visitor = school.app.as_visitor();
        visitor.upload("/verifica", &[("what", ""), ("issuer", "")], ("file", "a.json", text.as_bytes())).await
    };
    drop(&text).await.ok().says("L’attestato è valido.").says("Ada Rossi").says("La firma è intatta");
    let changed = text.replace("Ada Rossi", "Eva Rossi");
    drop(&changed).await.ok().says("L’attestato non è valido.").says("La firma non corrisponde");
    let mut added: Value = serde_json::from_str(&text).unwrap();
    added["credentialSubject"]["licensed"] = json!("yes");
    drop(&added.to_string()).await.ok().says("parole che la firma non copre");
    drop("ciao").await.invalid().says("Non riusciamo a leggerlo come attestato");
    drop(&text.replacen("\"name\"", "\"name\":\"x\",\"name\"", 1)).await.invalid();
    school.app.as_visitor().post("/verifica", &[("what", "")]).await.invalid().says("Scrivi un codice");
    school.app.as_visitor().get("/verifica").await.ok().says("Controlla un attestato");
    school.app.as_visitor().in_lang(Lang::En).get("/verifica").await.ok().says("Check a certificate");
}

#[tokio::test]
async fn a_key_of_this_house_signs_for_its_own_organisation_only() {
    let school = School::new().await;
    let issued = school.one().await;
    let mut badge: Value = serde_json::from_str(&school.file(&issued, Form::OpenBadge).await).unwrap();
    badge["issuer"]["id"] = json!("http://localhost:8080/emittenti/00000000-0000-0000-0000-000000000000");
    let said = school.check(&badge.to_string()).await.unwrap();
    assert_eq!(said.checks[..2], [("signature", "changed"), ("issuer", "other-issuer")]);
    let method = badge["proof"]["verificationMethod"].as_str().unwrap();
    badge["proof"]["verificationMethod"] = json!(format!("{}0", &method[..method.len() - 1]));
    let said = school.check(&badge.to_string()).await.unwrap();
    assert_eq!((said.verdict, said.checks[0]), ("not-valid", ("signature", "no-such-key")));
}

#[tokio::test]
async fn a_credential_from_elsewhere_is_checked_as_far_as_it_goes() {
    // Issued by another installation: the same program, at another address.
    let there = School::new().await;
    let issued = there.one().await;
    let profile = there.app.as_visitor().get(&format!("/emittenti/{}/profilo", there.organisation)).await.ok().text();
    let away = |text: String| text.replace("http://localhost:8080", "https://altrarete.example");
    let here = School::new().await;
    let moved = away(there.file(&issued, Form::OpenBadge).await);
    let said = here.check(&moved).await.unwrap();
    assert_eq!((said.verdict, said.checks[0]), ("partly", ("signature", "no-key")));
    // With the issuer's profile the signature can be checked: this one was signed at another address.
    let reader = here.app.db.db.reader();
    let said = check(reader, &here.app.app, moved.as_bytes(), Some(&away(profile.clone()))).await.unwrap().unwrap();
    assert_eq!(said.checks[..2], [("signature", "changed"), ("issuer", "key-given")]);
    // A token does not name its own address in what is signed twice.
    let token = there.file(&issued, Form::Jwt).await;
    let fields = [("what", token.as_str()), ("issuer", profile.as_str())];
    let page = here.app.as_visitor().post("/verifica", &fields).await;
    page.ok().says("non esiste");
    let page = here.app.as_visitor().post("/verifica", &[("what", moved.as_str()), ("issuer", "niente")]).await;
    page.invalid().says("Qui non c’è la chiave che serve");
}

#[tokio::test]
async fn programs_read_the_same_as_data() {
    let school = School::new().await;
    let issued = school.one().await;
    let conn = school.app.db.db.reader();
    let said = check(conn, &school.app.app, school.file(&issued, Form::SdJwt).await.as_bytes(), None).await.unwrap();
    assert_eq!(said.unwrap().verdict, "valid");
    assert_eq!(check(conn, &school.app.app, b"\xff\xfe", None).await.unwrap(), None);
    let svg = school.file(&issued, Form::Jwt).await;
    let svg = format!("<svg><openbadges:credential verify=\"{svg}\"></openbadges:credential></svg>");
    assert_eq!(school.check(&svg).await.unwrap().verdict, "valid");
}

#[tokio::test]
async fn a_revocation_cannot_be_hidden_under_another_name() {
    let school = School::new().await;
    let issued = school.one().await;
    let badge: Value = serde_json::from_str(&school.file(&issued, Form::OpenBadge).await).unwrap();
    let mut tx = school.begin().await;
    revoke(&mut tx, issued.id, IssuingError::Twice).await.unwrap();
    tx.commit().await.unwrap();
    // What is signed stays the same in each of these; how it is written does not.
    let status = badge["credentialStatus"].clone();
    let address = "https://www.w3.org/2018/credentials#credentialStatus";
    let renamed = |name: &str| {
        let mut changed = badge.as_object().cloned().unwrap();
        changed.remove("credentialStatus");
        changed.insert(name.to_owned(), status.clone());
        Value::Object(changed)
    };
    let mut aliased = renamed("other");
    aliased["@context"].as_array_mut().unwrap().push(json!({"other": {"@id": address, "@type": "@id"}}));
    let mut twice = badge.clone();
    twice["credentialStatus"] = json!([status["id"], status]);
    let mut in_parts = badge.clone();
    in_parts["credentialStatus"] = json!({"id": status["id"]});
    for hidden in [renamed(address), aliased, twice, in_parts] {
        let said = school.check(&hidden.to_string()).await.unwrap();
        assert_eq!(said.verdict, "not-valid", "{said:?}");
    }
}

#[tokio::test]
async fn nobody_reads_another_name_off_a_certificate_under_words_of_ones_own() {
    let school = School::new().await;
    let issued = school.one().await;
    let mut badge: Value = serde_json::from_str(&school.file(&issued, Form::OpenBadge).await).unwrap();
    // The same statements, so that the signature holds; by their names the members say another name.
    let words = |name: &str| format!("https://purl.imsglobal.org/spec/vc/ob/vocab.html#{name}");
    badge["credentialSubject"]["identifier"] = json!([{
        "@context": {
            "real": words("identityHash"),
            "kind": words("identityType"),
            "plain": {"@id": words("hashed"), "@type": "https://www.w3.org/2001/XMLSchema#boolean"},
            "identityHash": "@type",
            "Eva Bianchi": words("IdentityObject"),
        },
        "type": words("IdentityObject"),
        "plain": false,
        "real": "Ada Rossi",
        "kind": "name",
        "identityHash": "Eva Bianchi",
    }]);
    let said = school.check(&badge.to_string()).await.unwrap();
    assert_eq!((said.verdict, said.checks[0]), ("not-valid", ("signature", "unsigned-words")));
    let visitor = school.app.as_visitor();
    visitor.post("/verifica", &[("what", &badge.to_string())]).await.ok().hides("L’attestato è valido.");
}

#[tokio::test]
async fn nobody_signs_for_this_house_with_a_key_of_their_own() {
    let school = School::new().await;
    let own = crate::proof::SigningKey::from_seed(&[9; 32]).unwrap();
    let key = crate::proof::multibase(&own.public());
    let issuer = format!("http://localhost:8080/emittenti/{}", school.organisation);
    let mut forged = json!({
        "@context": [credential::rules::CREDENTIALS],
        "type": ["VerifiableCredential"],
        "issuer": issuer,
        "credentialSubject": {"name": "Falso"},
    });
    crate::proof::integrity::sign(&mut forged, &own, &format!("did:key:{key}#{key}"), "2026-01-01T00:00:00Z").unwrap();
    let said = school.check(&forged.to_string()).await.unwrap();
    assert_eq!((said.verdict, said.checks[1]), ("not-valid", ("issuer", "no-such-key")));
    let jwk = crate::proof::jwk(&own.public(), "mine");
    let token = crate::proof::jws::sign(&json!({"alg": "EdDSA", "jwk": jwk}), &json!({"iss": issuer}), &own);
    assert_eq!(school.check(&token).await.unwrap().verdict, "not-valid");
}

#[tokio::test]
async fn nothing_is_valid_that_is_signed_with_a_key_of_others_as_well() {
    let school = School::new().await;
    let issued = school.one().await;
    let mut files = Vec::new();
    for form in Form::ALL {
        files.push(school.file(&issued, *form).await);
    }
    compromise(&school, &issued).await;
    for file in &files {
        let said = school.check(file).await.unwrap();
        let found = [("signature", "key-not-trusted"), ("issuer", "key-not-trusted")];
        assert_eq!((said.verdict, &said.checks[..2]), ("not-valid", &found[..]), "{said:?}");
    }
    // A text that was changed is told apart from a key that is not trusted.
    let changed = files[0].replace("Ada Rossi", "Eva Rossi");
    assert_eq!(school.check(&changed).await.unwrap().checks[0], ("signature", "changed"));
    let visitor = || school.app.as_visitor();
    let page = visitor().post("/verifica", &[("what", files[1].as_str())]).await;
    page.ok().says("L’attestato non è valido.").says("da una chiave che dal 1 marzo 2026 non è più sicura");
    let page = visitor().in_lang(Lang::En).post("/verifica", &[("what", files[1].as_str())]).await;
    page.ok().says("no longer safe since 1 March 2026").hides("computer");
    visitor().get(&issued.path()).await.ok().says("L’attestato non è valido.").says("non è più sicura");
    // What is issued from then on is valid.
    let next = school.one().await;
    assert_eq!(school.check(&school.file(&next, Form::Jwt).await).await.unwrap().verdict, "valid");
}

#[tokio::test]
async fn who_erased_their_data_is_not_told_that_their_file_is_good() {
    let school = School::new().await;
    let issued = school.one().await;
    let mut tx = school.begin().await;
    for holding in credential::holdings() {
        holding.erase(&mut tx, school.ada.id()).await.unwrap();
    }
    tx.commit().await.unwrap();
    school.app.as_visitor().get(&issued.path()).await.ok().hides("non è più sicura");
    compromise(&school, &issued).await;
    let page = school.app.as_visitor().get(&issued.path()).await;
    page.ok().says("la persona ha tolto i suoi dati").says("non è più sicura");
}

#[tokio::test]
async fn a_key_that_another_network_took_back_is_believed_to_be_so() {
    let school = School::new().await;
    let own = crate::proof::SigningKey::from_seed(&[7; 32]).unwrap();
    let method = "https://altrarete.example/chiavi/1";
    let claims = json!({"iss": "https://altrarete.example", "vct": "x", "iat": 1_767_225_600});
    let token = crate::proof::jws::sign(&json!({"alg": "EdDSA", "kid": method}), &claims, &own);
    let key = crate::proof::multibase(&own.public());
    let profile = |revoked: Value| {
        let method = json!({"id": method, "type": "Multikey", "publicKeyMultibase": key, "revoked": revoked});
        json!({"id": "https://altrarete.example", "verificationMethod": [method]}).to_string()
    };
    let reader = school.app.db.db.reader();
    for (revoked, found) in [
        (Value::Null, "intact"),
        (json!("2027-01-01T00:00:00Z"), "intact"),
        (json!("2026-01-01T00:00:00Z"), "key-not-trusted"),
        (json!("ieri"), "key-not-trusted"),
    ] {
        let profile = profile(revoked);
        let said = check(reader, &school.app.app, token.as_bytes(), Some(&profile)).await.unwrap().unwrap();
        assert_eq!(said.checks[0], ("signature", found), "{profile}");
    }
}
