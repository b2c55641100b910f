//! Stories of issuers: keys that change, certificates that stay valid.

use crate::credential::{Form, tests::School};
use kernel::Lang;

#[tokio::test]
async fn a_new_key_leaves_what_the_old_one_signed_valid() {
    let school = School::new().await;
    let keys = format!("{}/emittente", school.href);
    let manager = || school.app.as_person(&school.manager);
    manager().get(&keys).await.ok().says("Non c’è ancora una chiave");
    let old = school.one().await;
    let before = school.file(&old, Form::Jwt).await;
    manager().get(&keys).await.ok().says("Firma dal 1 marzo 2026");
    manager().post(&format!("{keys}/chiavi"), &[]).await.leads_to(&keys);
    let new = school.one().await;
    assert_ne!(old.key, new.key);
    assert_eq!(school.check(&before).await.unwrap().verdict, "valid");
    assert_eq!(school.check(&school.file(&new, Form::OpenBadge).await).await.unwrap().verdict, "valid");
    manager().in_lang(Lang::En).get(&keys).await.ok().says("Signs no more").says("In use");

    // Both keys stand at the issuer's address, for people and for programs.
    let public = format!("/emittenti/{}", school.organisation);
    let visitor = || school.app.as_visitor();
    visitor().get(&public).await.ok().says("Casa dei Pari");
    visitor().in_lang(Lang::En).get(&public).await.ok().says("Who issues: Casa dei Pari");
    let profile = visitor().get(&format!("{public}/profilo")).await.ok().json();
    assert_eq!(profile["assertionMethod"].as_array().unwrap().len(), 2);
    for key in [old.key, new.key] {
        let document = visitor().get(&format!("{public}/chiavi/{key}")).await.ok().json();
        assert_eq!(document["controller"], profile["id"]);
        let jwk = visitor().get(&format!("{public}/chiavi/{key}/jwk")).await.ok().json();
        assert_eq!(jwk["crv"], "Ed25519");
    }
    let wallet = visitor().get(&format!("/.well-known/jwt-vc-issuer{public}")).await.ok().json();
    assert_eq!(wallet["jwks"]["keys"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn who_keeps_no_certificates_has_no_say_over_keys() {
    let school = School::new().await;
    let keys = format!("{}/emittente", school.href);
    assert_eq!(school.app.as_person(&school.ada).get(&keys).await.status.as_u16(), 403);
    let post = school.app.as_person(&school.ada).post(&format!("{keys}/chiavi"), &[]).await;
    assert_eq!(post.status.as_u16(), 403);
    let unknown = school.app.as_visitor().get(&format!("/emittenti/{}", school.organisation)).await;
    assert_eq!(unknown.status.as_u16(), 404);
}
