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
    for _ in 0..2 {
        asks.post(&format!("{page}/inviti/{}/di-nuovo", sent[0].id), &[]).await.leads_to(&page);
    }
    // Nobody is flooded with letters.
    asks.post(&format!("{page}/inviti/{}/di-nuovo", sent[0].id), &[]).await.is(StatusCode::TOO_MANY_REQUESTS);
    asks.post(&page, &fields).await.is(StatusCode::TOO_MANY_REQUESTS);
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

#[tokio::test]
async fn whoever_is_no_expert_here_any_more_has_no_role_on_record_either() {
    let network = crate::expert::tests::Network::new().await;
    let ada = network.active_expert("Ada").await;
    assert_eq!(network.counts().await.total(), 1);
    let roles = facade::roles_of(network.app.db.db.reader(), ada.id()).await.unwrap();
    let held = roles.iter().find(|record| record.held.role == Role::Expert).unwrap();
    let page = format!("{}/persone", network.href);
    network.app.as_person(&network.manager).post(&format!("{page}/{}/fine", held.id), &[]).await.leads_to(&page);
    network.app.clock.advance(kernel::Duration::days(1));
    assert_eq!(network.counts().await.total(), 0);
}
