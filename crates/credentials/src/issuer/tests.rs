//! Stories of issuers: keys that change, certificates that stay valid.

use super::{Compromise, distrust, store};
use crate::credential::{Form, Issued, tests::School};
use kernel::Lang;

/// Says that others may have signed with the key of a credential.
pub(crate) async fn compromise(school: &School, issued: &Issued) {
    let key = store::by_id(school.app.db.db.reader(), issued.key).await.unwrap().unwrap();
    let said = Compromise { since: "2026-02-28T23:00:00Z".parse().unwrap(), why: "Un computer rubato.".into() };
    let mut tx = school.begin().await;
    distrust(&mut tx, &school.app.app, &key, &said).await.unwrap();
    tx.commit().await.unwrap();
}

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
async fn who_keeps_a_key_says_that_it_is_no_longer_safe_and_signs_with_another() {
    let school = School::new().await;
    let keys = format!("{}/emittente", school.href);
    let manager = || school.app.as_person(&school.manager);
    let old = school.one().await;
    let form = format!("{keys}/chiavi/{}/compromessa", old.key);
    manager().get(&keys).await.ok().says("Questa chiave non è più sicura?");
    manager().get(&form).await.ok().says("Non si può tornare indietro");
    manager().in_lang(Lang::En).get(&form).await.ok().says("There is no way back");
    // It asks for a day that can be, for a reason, and whether it is meant.
    let refused = manager().post(&form, &[("since", "2026-03-02"), ("why", " ")]).await;
    refused.invalid().says("tra quello in cui la chiave è nata e oggi").says("conferma qui").hides("sicura.</a>:");
    let typed = [("since", "2026-03-01"), ("why", "Un computer rubato."), ("sure", "1")];
    manager().post(&form, &typed).await.leads_to(&keys);
    // Said twice, it is said once.
    manager().post(&form, &typed).await.leads_to(&keys);
    manager().get(&form).await.leads_to(&keys);
    manager().get(&keys).await.ok().says("Non più sicura").says("Un computer rubato.").says("In uso");
    assert_ne!(school.one().await.key, old.key);

    // Everybody reads since when; what happened is for those who keep the keys.
    let public = format!("/emittenti/{}", school.organisation);
    let visitor = || school.app.as_visitor();
    visitor().get(&public).await.ok().says("Dal 1 marzo 2026 può averla usata qualcun altro").hides("computer");
    visitor().in_lang(Lang::En).get(&public).await.ok().says("No longer safe");
    // Programs find it named, and nothing that tells them to trust it.
    let here = format!("{public}/chiavi/{}", old.key);
    let profile = visitor().get(&format!("{public}/profilo")).await.ok().json();
    let methods = profile["verificationMethod"].as_array().unwrap();
    let revoked: Vec<_> = methods.iter().filter(|method| !method["revoked"].is_null()).collect();
    assert_eq!((methods.len(), revoked.len()), (2, 1));
    assert_eq!(revoked[0]["revoked"], "2026-02-28T23:00:00Z");
    let named = profile["assertionMethod"].as_array().unwrap();
    assert_eq!((named.len(), named.contains(&revoked[0]["id"])), (1, false));
    assert_eq!(visitor().get(&here).await.ok().json()["revoked"], "2026-02-28T23:00:00Z");
    assert_eq!(visitor().get(&format!("{here}/jwk")).await.status.as_u16(), 404);
    let wallet = visitor().get(&format!("/.well-known/jwt-vc-issuer{public}")).await.ok().json();
    assert_eq!(wallet["jwks"]["keys"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn an_old_key_that_is_no_longer_safe_leaves_the_one_in_use_alone() {
    let school = School::new().await;
    let keys = format!("{}/emittente", school.href);
    let manager = || school.app.as_person(&school.manager);
    let old = school.one().await;
    manager().post(&format!("{keys}/chiavi"), &[]).await.leads_to(&keys);
    let new = school.one().await;
    let form = format!("{keys}/chiavi/{}/compromessa", old.key);
    let typed = [("since", "2026-03-01"), ("why", "Una copia persa."), ("sure", "1")];
    manager().post(&form, &typed).await.leads_to(&keys);
    assert_eq!(school.one().await.key, new.key);
}

#[tokio::test]
async fn who_keeps_no_certificates_has_no_say_over_keys() {
    let school = School::new().await;
    let keys = format!("{}/emittente", school.href);
    assert_eq!(school.app.as_person(&school.ada).get(&keys).await.status.as_u16(), 403);
    let post = school.app.as_person(&school.ada).post(&format!("{keys}/chiavi"), &[]).await;
    assert_eq!(post.status.as_u16(), 403);
    let form = format!("{keys}/chiavi/{}/compromessa", kernel::IssuerKeyId::from_uuid(school.organisation.uuid()));
    assert_eq!(school.app.as_person(&school.ada).get(&form).await.status.as_u16(), 403);
    assert_eq!(school.app.as_person(&school.ada).post(&form, &[("sure", "1")]).await.status.as_u16(), 403);
    assert_eq!(school.app.as_person(&school.manager).get(&form).await.status.as_u16(), 404);
    let unknown = school.app.as_visitor().get(&format!("/emittenti/{}", school.organisation)).await;
    assert_eq!(unknown.status.as_u16(), 404);
}
