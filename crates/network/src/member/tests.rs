//! A manager invites the people of an organisation and lets roles end; of another, not.

use crate::organisation::{
    model::Organisation,
    store,
    tests::{association, with},
};
use access::{Act, Actor, Permit, Role, Scope, Target};
use axum::http::StatusCode;
use kernel::{EmailAddress, Lang, Period};
use people::facade::{self, NewPerson};
use testkit::TestApp;

async fn app() -> (TestApp, Organisation, Organisation) {
    let app = TestApp::new(|| vec![people::slice(), consensus::slice(), crate::slice()]).await;
    with(&app.db, vec![association("Le Parole", "Trento", "TN"), association("Altrove", "Perugia", "PG")]).await;
    let first = store::by_address(app.db.db.reader(), "le-parole").await.unwrap().unwrap();
    let second = store::by_address(app.db.db.reader(), "altrove").await.unwrap().unwrap();
    (app, first, second)
}

#[tokio::test]
async fn a_manager_invites_sends_again_and_withdraws() {
    let (app, ours, theirs) = app().await;
    let manager = app.person("Ada").role(Role::OrganisationManager, Scope::Organisation(ours.id));
    let page = format!("{}/persone", ours.href());
    for lang in Lang::ALL {
        app.as_person(&manager).in_lang(lang).get(&page).await.ok().says("Le Parole");
    }
    let asks = app.as_person(&manager);
    asks.post(&page, &[("name", ""), ("email", "x"), ("role", "administrator")]).await.invalid();
    let fields = [("name", "Ben Neri"), ("email", "ben@example.org"), ("role", "tutor"), ("lang", "it")];
    asks.post(&page, &fields).await.leads_to(&page);
    asks.get(&page).await.ok().says("Ben Neri").says("In attesa");
    let scope = Scope::Organisation(ours.id);
    let (sent, _) = facade::invitations_in(app.db.db.reader(), scope, 1).await.unwrap();
    assert_eq!((sent[0].role, sent[0].place.as_str()), (Some((Role::Tutor, scope)), "Le Parole"));
    // Not by way of another organisation's page.
    let other = app.person("Eva").role(Role::OrganisationManager, Scope::Organisation(theirs.id));
    let away = format!("{}/persone/inviti/{}/ritira", theirs.href(), sent[0].id);
    app.as_person(&other).post(&away, &[]).await.is(StatusCode::NOT_FOUND);
    app.as_person(&other).get(&page).await.is(StatusCode::FORBIDDEN);
    asks.post(&format!("{page}/inviti/{}/di-nuovo", sent[0].id), &[]).await.leads_to(&page);
    asks.post(&format!("{page}/inviti/{}/ritira", sent[0].id), &[]).await.leads_to(&page);
    asks.get(&page).await.ok().says("Ritirato");
}

#[tokio::test]
async fn a_role_ends_but_nobody_shuts_themselves_out() {
    let (app, ours, _) = app().await;
    let permit = Permit::ask(&Actor::cli(), Act::ManageAccounts, Target::Network).unwrap();
    let mut tx = permit.begin(&app.db.db).await.unwrap();
    let email = EmailAddress::parse("email", "ben@example.org").unwrap();
    let new = NewPerson { display_name: "Ben Neri".to_owned(), email: Some(email), lang: Lang::It };
    let ben = facade::new_person(&mut tx, new).await.unwrap();
    let since = Period::since(app.db.db.env().today());
    let scope = Scope::Organisation(ours.id);
    let tutor = facade::give_role(&mut tx, ben, Role::Tutor, scope, since).await.unwrap();
    let manages = facade::give_role(&mut tx, ben, Role::OrganisationManager, scope, since).await.unwrap();
    tx.commit().await.unwrap();
    let ben = testkit::Who::new(ben, "Ben Neri").role(Role::OrganisationManager, scope);
    let page = format!("{}/persone", ours.href());
    app.as_person(&ben).post(&format!("{page}/{manages}/fine"), &[]).await.is(StatusCode::BAD_REQUEST);
    let manager = app.person("Ada").role(Role::OrganisationManager, scope);
    app.as_person(&manager).get(&page).await.ok().says("Ben Neri").says("Tutor");
    app.as_person(&manager).post(&format!("{page}/{tutor}/fine"), &[]).await.leads_to(&page);
    app.as_person(&manager).get(&page).await.ok().hides("Tutor</td>");
}
