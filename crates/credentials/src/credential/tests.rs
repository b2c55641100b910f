//! Stories of credentials: issued once in all forms, shown as their holder wants, revoked for an
//! error.

use super::*;
use crate::{
    issuer::tests::compromise,
    verify::{Checked, check},
};
use access::{Permit, Role, Scope, Target};
use kernel::{Lang, NaiveDate};
use network::facade::{NewOrganisation, OrganisationKind, create_organisation};
use people::facade::{NewPerson, new_people};
use testkit::{TestApp, Who};

/// An organisation that issues, its manager, and somebody who finished a course.
pub(crate) struct School {
    pub app: TestApp,
    pub organisation: OrganisationId,
    pub href: String,
    pub manager: Who,
    pub ada: Who,
}

impl School {
    pub(crate) async fn new() -> School {
        let app = TestApp::new(|| vec![people::slice(), consensus::slice(), network::slice(), crate::slice()]).await;
        let mut tx = begin(&app, Act::RegisterOrganisation).await;
        let new = NewOrganisation::new("Casa dei Pari", OrganisationKind::Association, "Trento", "TN");
        let organisation = create_organisation(&mut tx, new).await.unwrap();
        let manager = app.person("Marta").role(Role::OrganisationManager, Scope::Organisation(organisation));
        let ada = app.person("Ada");
        let person =
            |who: &Who, name: &str| (who.id(), NewPerson { display_name: name.into(), email: None, lang: Lang::It });
        new_people(&mut tx, vec![person(&manager, "Marta Verdi"), person(&ada, "Ada Rossi")]).await.unwrap();
        tx.commit().await.unwrap();
        let found = network::facade::organisation(app.db.db.reader(), organisation).await.unwrap().unwrap();
        School { organisation, href: found.href(), manager, ada, app }
    }
    pub(crate) fn certificate(&self) -> NewCredential {
        sample(self.organisation, self.ada.id())
    }
    /// Issues, as the manager of the organisation may.
    pub(crate) async fn issue(&self, new: Vec<NewCredential>) -> Vec<CredentialId> {
        let mut tx = self.begin().await;
        let ids = issue(&mut tx, &self.app.app, new).await.unwrap();
        tx.commit().await.unwrap();
        ids
    }
    pub(crate) async fn begin(&self) -> Tx {
        let target = Target::organisation(self.organisation, kernel::Territory::Trento);
        let permit = Permit::ask(&self.manager.actor(), Act::ManageCertificates, target).unwrap();
        permit.begin(&self.app.db.db).await.unwrap()
    }
    pub(crate) async fn one(&self) -> Issued {
        let ids = self.issue(vec![self.certificate()]).await;
        credential(self.app.db.db.reader(), ids[0]).await.unwrap().unwrap()
    }
    pub(crate) async fn file(&self, issued: &Issued, form: Form) -> String {
        file(self.app.db.db.reader(), issued.id, form).await.unwrap().unwrap()
    }
    /// Signs a portion of what waits again, as the job does.
    pub(crate) async fn sign_again(&self, limit: i64) -> Again {
        let conn = self.app.db.db.reader();
        let Some(waiting) = to_sign_again(conn).await.unwrap() else { return Again::default() };
        let mut tx = self.begin().await;
        let again = sign_again(&mut tx, &self.app.app, waiting, limit).await.unwrap();
        tx.commit().await.unwrap();
        again
    }
    pub(crate) async fn check(&self, shown: &str) -> Option<Checked> {
        check(self.app.db.db.reader(), &self.app.app, shown.as_bytes(), None).await.unwrap()
    }
}

async fn begin(app: &TestApp, act: Act) -> Tx {
    let permit = Permit::ask(&access::Actor::Program("test".into()), act, Target::Network).unwrap();
    permit.begin(&app.db.db).await.unwrap()
}

/// A course of 330 hours, finished.
pub(crate) fn sample(issuer: OrganisationId, holder: PersonId) -> NewCredential {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    NewCredential {
        issuer,
        issuer_name: "Casa dei Pari".into(),
        holder,
        holder_name: "Ada Rossi".into(),
        title: "Esperta in supporto tra pari".into(),
        description: "Mettere la propria esperienza al servizio di altre persone.".into(),
        criteria: "Almeno l’80 per cento degli incontri e tutto il tirocinio.".into(),
        minutes: vec![("theory".into(), 12_000), ("internship".into(), 7_800)],
        from: day("2025-09-15"),
        to: day("2026-02-20"),
        issued_on: day("2026-03-01"),
        signed_by: vec![("Bruno Neri".into(), "expert".into()), ("Carla Bianchi".into(), "professional".into())],
        alignments: vec![Alignment {
            framework: "SAMHSA".into(),
            code: "I".into(),
            name: "Engages peers in collaborative and caring relationships".into(),
            url: "https://www.samhsa.gov/brss-tacs".into(),
        }],
        lang: Lang::It,
    }
}

#[tokio::test]
async fn one_record_is_signed_in_three_forms_and_all_are_valid_here() {
    let school = School::new().await;
    let issued = school.one().await;
    assert_eq!(issued.record, Some(school.certificate()));
    for form in Form::ALL {
        let text = school.file(&issued, *form).await;
        let said = school.check(&text).await.unwrap();
        assert_eq!(said.verdict, "valid", "{form:?}: {said:?}");
        assert_eq!(said.checks[1], ("issuer", "here"));
    }
    let badge: serde_json::Value = serde_json::from_str(&school.file(&issued, Form::OpenBadge).await).unwrap();
    assert_eq!(badge["proof"]["cryptosuite"], "eddsa-rdfc-2022");
    assert_eq!(badge["credentialSubject"]["identifier"][0]["identityHash"], "Ada Rossi");
    let narrative = badge["credentialSubject"]["narrative"].as_str().unwrap();
    assert!(narrative.starts_with("In tutto 330 ore: teoria 200 ore, tirocinio 130 ore."), "{narrative}");
}

#[tokio::test]
async fn many_are_issued_at_once_and_each_has_its_own_code_and_bit() {
    let school = School::new().await;
    let ids = school.issue(vec![school.certificate(); 120]).await;
    let found = credentials(school.app.db.db.reader(), &ids).await.unwrap();
    let codes: std::collections::HashSet<&str> = found.values().map(|issued| issued.code.as_str()).collect();
    assert_eq!((found.len(), codes.len()), (120, 120));
    assert_eq!(credentials_of(school.app.db.db.reader(), school.ada.id()).await.unwrap().len(), 120);
}

#[tokio::test]
async fn a_revoked_credential_keeps_its_bit_and_nothing_else() {
    let school = School::new().await;
    let (issued, other) = (school.one().await, school.one().await);
    let text = school.file(&issued, Form::OpenBadge).await;
    let mut tx = school.begin().await;
    revoke(&mut tx, issued.id, IssuingError::WrongHours).await.unwrap();
    assert!(matches!(revoke(&mut tx, issued.id, IssuingError::Twice).await, Err(Fault::Stale)));
    tx.commit().await.unwrap();

    let conn = school.app.db.db.reader();
    let gone = credential(conn, issued.id).await.unwrap().unwrap();
    assert_eq!((gone.record, gone.revoked.unwrap().error), (None, IssuingError::WrongHours));
    for form in Form::ALL {
        assert_eq!(file(conn, issued.id, *form).await.unwrap(), None);
    }
    assert_eq!(credentials_of(conn, school.ada.id()).await.unwrap().len(), 1);
    let said = school.check(&text).await.unwrap();
    assert_eq!((said.verdict, said.checks[3]), ("not-valid", ("status", "revoked")));
    let still = school.check(&school.file(&other, Form::SdJwt).await).await.unwrap();
    assert_eq!(still.verdict, "valid");

    // The published list says the same.
    let badge: serde_json::Value = serde_json::from_str(&text).unwrap();
    let list = badge["credentialStatus"]["statusListCredential"].as_str().unwrap();
    let path = list.strip_prefix("http://localhost:8080").unwrap();
    let published = school.app.as_visitor().get(path).await.ok().text();
    assert_eq!(school.check(&published).await.unwrap().verdict, "valid");
    let token = school.app.as_visitor().get(&format!("{path}/token")).await.ok().text();
    assert_eq!(school.check(&token).await.unwrap().verdict, "valid");
}

#[tokio::test]
async fn who_erases_their_data_takes_them_out_of_here_and_keeps_a_valid_file() {
    let school = School::new().await;
    let issued = school.one().await;
    let text = school.file(&issued, Form::OpenBadge).await;
    let mut tx = school.begin().await;
    let exported = Held.export(&school.app.db.db, school.ada.id()).await.unwrap();
    assert_eq!(exported[0]["says"]["holder_name"], "Ada Rossi");
    Held.erase(&mut tx, school.ada.id()).await.unwrap();
    tx.commit().await.unwrap();
    let left = by_code(school.app.db.db.reader(), &issued.code).await.unwrap().unwrap();
    assert_eq!((left.record, left.revoked), (None, None));
    assert_eq!(school.check(&text).await.unwrap().verdict, "valid");
    let page = school.app.as_visitor().get(&issued.path()).await;
    page.ok().says("la persona ha tolto i suoi dati").hides("Ada");
}

#[tokio::test]
async fn two_who_issue_at_once_share_one_key_and_no_bit() {
    let school = School::new().await;
    let env = school.app.db.db.env();
    let issue_some = || async {
        let mut tx = school.begin().await;
        let ids = issue(&mut tx, &school.app.app, vec![school.certificate(); 5]).await?;
        tx.commit().await?;
        Ok(ids)
    };
    let (one, other) = tokio::join!(::store::retrying(env, issue_some), ::store::retrying(env, issue_some));
    let ids = [one.unwrap(), other.unwrap()].concat();
    let conn = school.app.db.db.reader();
    let issued = credentials(conn, &ids).await.unwrap();
    let keys: std::collections::HashSet<_> = issued.values().map(|issued| issued.key).collect();
    assert_eq!((issued.len(), keys.len()), (10, 1));
    for id in ids {
        let text = file(conn, id, Form::OpenBadge).await.unwrap().unwrap();
        assert_eq!(school.check(&text).await.unwrap().verdict, "valid");
    }
}

#[tokio::test]
async fn what_a_compromised_key_signed_is_signed_again_and_its_code_goes_on_working() {
    let school = School::new().await;
    let conn = school.app.db.db.reader();
    let (issued, gone) = (school.one().await, school.one().await);
    let mut before = Vec::new();
    for form in Form::ALL {
        before.push(school.file(&issued, *form).await);
    }
    let mut tx = school.begin().await;
    show(&mut tx, issued.id, &Shown::of(&[Part::Holder])).await.unwrap();
    revoke(&mut tx, gone.id, IssuingError::Twice).await.unwrap();
    tx.commit().await.unwrap();
    // Nothing is signed again as long as all is well.
    assert_eq!(school.sign_again(40).await, Again::default());
    compromise(&school, &issued).await;
    let keys = format!("{}/emittente", school.href);
    let manager = || school.app.as_person(&school.manager);
    manager().get(&keys).await.ok().says("Un attestato aspetta ancora la firma nuova");
    manager().in_lang(Lang::En).get(&keys).await.ok().says("One certificate still waits");
    assert_eq!(school.sign_again(40).await, Again { count: 1, holders: vec![school.ada.id()] });
    assert_eq!(school.sign_again(40).await, Again::default());
    manager().get(&keys).await.ok().hides("aspetta ancora");

    let now = credential(conn, issued.id).await.unwrap().unwrap();
    assert_ne!(now.key, issued.key);
    assert!(now.signed_again_at.is_some());
    assert_eq!((&now.code, &now.record, now.issued_at), (&issued.code, &issued.record, issued.issued_at));
    for (form, before) in Form::ALL.iter().zip(&before) {
        let said = school.check(&school.file(&now, *form).await).await.unwrap();
        assert_eq!(said.verdict, "valid", "{form:?}: {said:?}");
        assert_eq!(school.check(before).await.unwrap().verdict, "not-valid", "{form:?}");
    }
    let page = school.app.as_visitor().get(&issued.path()).await;
    page.ok().says("L’attestato è valido.").says("Ada Rossi");
    let exported = Held.export(&school.app.db.db, school.ada.id()).await.unwrap();
    assert!(exported[0]["signed_again_at"].is_string());
    // What was revoked stays revoked, under the key of before.
    let gone = credential(conn, gone.id).await.unwrap().unwrap();
    assert_eq!((gone.key, gone.signed_again_at, gone.revoked.is_some()), (issued.key, None, true));
}

#[tokio::test]
async fn many_are_signed_again_in_portions_and_a_person_is_named_once() {
    let school = School::new().await;
    let mut tx = school.begin().await;
    let eva = school.app.person("Eva");
    let new = NewPerson { display_name: "Eva Blu".into(), email: None, lang: Lang::It };
    new_people(&mut tx, vec![(eva.id(), new)]).await.unwrap();
    tx.commit().await.unwrap();
    let ids = school.issue(vec![school.certificate(); 5]).await;
    school.issue(vec![sample(school.organisation, eva.id())]).await;
    let first = credential(school.app.db.db.reader(), ids[0]).await.unwrap().unwrap();
    compromise(&school, &first).await;
    let (mut count, mut told) = (0, Vec::new());
    loop {
        let again = school.sign_again(2).await;
        if again.count == 0 {
            break;
        }
        assert!(again.count <= 2);
        count += again.count;
        told.extend(again.holders);
    }
    told.sort_unstable();
    let mut both = vec![school.ada.id(), eva.id()];
    both.sort_unstable();
    assert_eq!((count, told), (6, both));
}
