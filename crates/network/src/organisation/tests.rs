//! The register on the engine that the suite runs on.

pub(crate) mod pages;

use super::{
    model::{Field, Filter, Organisation, OrganisationKind, SheetState, Stage, Standing},
    rules::{Draft, check},
    store,
};
use crate::facade::{self, ByStanding, Figures, NewOrganisation};
use ::store::{Fault, testing::TestDb};
use access::{Act, Actor, HeldRole, Permit, Role, Scope, SignedIn, Target, Tx};
use kernel::{Duration, Env, FakeClock, NaiveDate, OrganisationId, Period, PersonId, Territory};
use std::sync::Arc;

/// A draft with the least that a sheet needs.
pub(crate) fn draft(name: &str, town: &str, province: &str) -> Draft {
    Draft::new()
        .with(Field::Name, name)
        .with(Field::Kind, "association")
        .with(Field::Town, town)
        .with(Field::Province, province)
}

/// The day on which the tests are set.
pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 1).unwrap()
}

/// An empty network, and the clock that it lives by.
pub(crate) async fn fresh() -> (TestDb, Arc<FakeClock>) {
    let (env, clock) = Env::still("2026-03-01T10:00:00Z".parse().unwrap(), 11);
    let all = || {
        access::migrations()
            .into_iter()
            .chain(super::migrations())
            .chain(crate::territory::migrations())
            .chain(crate::transfer::migrations())
            .collect()
    };
    (TestDb::new(env, all).await.unwrap(), clock)
}

/// A transaction of the command line.
pub(crate) async fn tx(t: &TestDb, act: Act) -> Tx {
    Permit::ask(&Actor::cli(), act, Target::Network).unwrap().begin(&t.db).await.unwrap()
}

/// Adds organisations that are public at once.
pub(crate) async fn with(t: &TestDb, new: Vec<NewOrganisation>) -> Vec<OrganisationId> {
    let mut tx = tx(t, Act::RegisterOrganisation).await;
    let ids = facade::create_organisations(&mut tx, new).await.unwrap();
    tx.commit().await.unwrap();
    ids
}

/// An association.
pub(crate) fn association(name: &str, town: &str, province: &str) -> NewOrganisation {
    NewOrganisation::new(name, OrganisationKind::Association, town, province)
}

/// A person who holds one role.
pub(crate) fn somebody(role: Role, scope: Scope) -> Actor {
    let period = Period::since(NaiveDate::from_ymd_opt(2020, 1, 1).unwrap());
    Actor::Person(SignedIn {
        person: PersonId::from_uuid(kernel::Uuid::from_u128(5)),
        name: "Ada".into(),
        roles: vec![HeldRole { role, scope, period }],
        second_factor: true,
        session: None,
        token: None,
    })
}

/// An organisation on record.
pub(crate) async fn read(t: &TestDb, id: OrganisationId) -> Organisation {
    facade::organisation(t.db.reader(), id).await.unwrap().unwrap()
}

/// Saves a sheet of an organisation as it was read: it waits, unless it is confirmed at once.
pub(crate) async fn save(t: &TestDb, o: &Organisation, draft: &Draft, confirmed: bool) -> Result<(), Fault> {
    let sheet = check(draft, t.db.env().today()).unwrap();
    let mut tx = tx(t, Act::EditOrganisation).await;
    store::save_sheet(&mut tx, o.id, o.version, &sheet, confirmed).await?;
    tx.commit().await
}

async fn find(t: &TestDb, text: &str) -> Vec<String> {
    let filter = Filter { text: text.into(), ..Filter::default() };
    let page = store::directory::page(t.db.reader(), &filter, 20, 0).await.unwrap();
    page.lines.into_iter().map(|line| line.name).collect()
}

#[tokio::test]
async fn the_public_reads_the_last_sheet_that_was_confirmed() {
    let (t, _) = fresh().await;
    let id = with(&t, vec![association("Sentiero Facile", "Reggio Emilia", "RE")]).await[0];
    let first = read(&t, id).await;
    save(&t, &first, &draft("Sentiero Ripido", "Modena", "MO"), false).await.unwrap();

    let waiting = read(&t, id).await;
    assert_eq!((waiting.name.as_str(), waiting.waits(), waiting.listed), ("Sentiero Facile", true, true));
    assert_eq!(find(&t, "sentiero").await, ["Sentiero Facile"]);
    assert!(find(&t, "modena").await.is_empty());

    let pending = waiting.pending.clone().unwrap();
    let mut tx = tx(&t, Act::ConfirmOrganisation).await;
    store::confirm(&mut tx, id, waiting.version, &pending).await.unwrap();
    tx.commit().await.unwrap();
    let confirmed = read(&t, id).await;
    assert_eq!((confirmed.name.as_str(), confirmed.waits()), ("Sentiero Ripido", false));
    assert_eq!(find(&t, "modena").await, ["Sentiero Ripido"]);
    assert!(find(&t, "reggio").await.is_empty());
    let states: Vec<_> = store::sheet::sheets(t.db.reader(), id, 9, 0).await.unwrap().iter().map(|s| s.state).collect();
    assert_eq!(states, [SheetState::Confirmed, SheetState::Past]);
    assert_eq!(confirmed.slug, "sentiero-facile", "an address stays when a name changes");
}

#[tokio::test]
async fn the_second_editor_is_told_and_nothing_is_written() {
    let (t, _) = fresh().await;
    let id = with(&t, vec![association("Ariadne", "Bolzano", "BZ")]).await[0];
    let (one, two) = (read(&t, id).await, read(&t, id).await);
    save(&t, &one, &draft("Ariadne Uno", "Bolzano", "BZ"), false).await.unwrap();
    let lost = save(&t, &two, &draft("Ariadne Due", "Bolzano", "BZ"), false).await;
    assert!(matches!(lost, Err(Fault::Stale)));
    assert_eq!(read(&t, id).await.pending.unwrap().sheet.name, "Ariadne Uno");
    assert_eq!(store::sheet::sheet_count(t.db.reader(), id).await.unwrap(), 2);
}

#[tokio::test]
async fn a_sheet_sent_back_says_what_to_change_and_is_written_anew() {
    let (t, _) = fresh().await;
    let waits = NewOrganisation { confirmed: false, ..association("La Crisalide", "Città di Castello", "PG") };
    let id = with(&t, vec![waits]).await[0];
    let o = read(&t, id).await;
    assert!(!o.listed && o.confirmed.is_none());
    assert!(find(&t, "crisalide").await.is_empty());
    let mut tx1 = tx(&t, Act::ConfirmOrganisation).await;
    store::send_back(&mut tx1, id, o.version, o.pending.as_ref().unwrap(), "Manca il telefono.").await.unwrap();
    tx1.commit().await.unwrap();

    let returned = read(&t, id).await;
    assert_eq!(returned.pending.as_ref().unwrap().note.as_deref(), Some("Manca il telefono."));
    assert!(!returned.waits());
    let steps =
        facade::register_steps(&t.db, &somebody(Role::OrganisationManager, Scope::Organisation(id))).await.unwrap();
    assert_eq!((steps[0].key, steps[0].urgent), ("organisation-step-mend", true));
    save(&t, &returned, &draft("La Crisalide", "Città di Castello", "PG").with(Field::Phone, "075 000000"), false)
        .await
        .unwrap();
    assert!(read(&t, id).await.waits());
    let secretariat = somebody(Role::Secretariat, Scope::Network);
    assert_eq!(facade::register_steps(&t.db, &secretariat).await.unwrap()[0].key, "organisation-step-confirm");
}

#[tokio::test]
async fn a_closed_organisation_leaves_the_directory_and_can_come_back() {
    let (t, _) = fresh().await;
    let id = with(&t, vec![association("Lettera 27", "Parma", "PR")]).await[0];
    let set = async |day: Option<NaiveDate>| {
        let o = read(&t, id).await;
        let mut tx = tx(&t, Act::RegisterOrganisation).await;
        store::close(&mut tx, id, o.version, day).await.unwrap();
        tx.commit().await.unwrap();
    };
    set(Some(today())).await;
    assert!(find(&t, "lettera").await.is_empty());
    let closed = Filter { standing: Standing::Closed, ..Filter::default() };
    assert_eq!(store::directory::page(t.db.reader(), &closed, 20, 0).await.unwrap().total, 1);
    assert_eq!(facade::network_figures(t.db.reader()).await.unwrap().organisations, 0);
    set(None).await;
    assert_eq!(find(&t, "lettera").await, ["Lettera 27"]);
}

#[tokio::test]
async fn the_directory_is_narrowed_by_place_kind_stage_and_lead() {
    let (t, _) = fresh().await;
    let cooperative = NewOrganisation {
        kind: OrganisationKind::Cooperative,
        stage: Stage::Advanced,
        lead: facade::Lead::Led,
        ..association("Il Fiore", "Magenta", "MI")
    };
    with(&t, vec![cooperative, association("Ariadne", "Bolzano", "BZ"), association("Altra", "Pavia", "PV")]).await;
    let count = async |filter: Filter| store::directory::page(t.db.reader(), &filter, 20, 0).await.unwrap().total;
    let all = Filter::default;
    assert_eq!(count(all()).await, 3);
    assert_eq!(count(Filter { territory: Some(Territory::Lombardia), ..all() }).await, 2);
    assert_eq!(count(Filter { kind: Some(OrganisationKind::Association), ..all() }).await, 2);
    assert_eq!(count(Filter { stage: Some(Stage::Advanced), ..all() }).await, 1);
    assert_eq!(count(Filter { led: Some(true), ..all() }).await, 1);
    assert_eq!(count(Filter { led: Some(false), ..all() }).await, 0);
    let both = Filter { text: "magneta".into(), territory: Some(Territory::Lombardia), ..all() };
    assert_eq!(count(both).await, 1);
}

#[tokio::test]
async fn a_page_of_a_long_list_costs_as_many_statements_as_one_of_a_short_list() {
    let (t, _) = fresh().await;
    let some =
        |from: usize, to: usize| (from..to).map(|i| association(&format!("Realtà {i:04}"), "Roma", "RM")).collect();
    let cost = async || {
        let before = t.db.statements();
        let page = store::directory::page(t.db.reader(), &Filter::default(), 20, 20).await.unwrap();
        let searched = find(&t, "realta 0007").await;
        (page.total, searched.first().cloned(), t.db.statements() - before)
    };
    with(&t, some(0, 30)).await;
    let (few, found, short) = cost().await;
    with(&t, some(30, 400)).await;
    let (many, still, long) = cost().await;
    assert_eq!((few, many, found.as_deref()), (30, 400, Some("Realtà 0007")));
    assert_eq!(found, still);
    assert_eq!((short, long), (4, 4));
}

#[tokio::test]
async fn many_are_added_at_once_and_each_has_an_address_of_its_own() {
    let (t, _) = fresh().await;
    let same = || association("Il Ponte", "Roma", "RM");
    let ids = with(&t, vec![same(), same(), same(), association("Il Ponte", "Lecce", "LE")]).await;
    let names = facade::organisation_names(t.db.reader(), &ids).await.unwrap();
    let mut slugs: Vec<_> = names.values().map(|listed| listed.slug.clone()).collect();
    slugs.sort();
    slugs.dedup();
    assert_eq!((names.len(), slugs.len()), (4, 4));
    let found = facade::find_organisation(t.db.reader(), "il-ponte").await.unwrap().unwrap();
    assert_eq!(found.id, ids[0]);
    assert_eq!(
        facade::find_organisation(t.db.reader(), &ids[3].to_string()).await.unwrap().unwrap().slug,
        "il-ponte-lecce"
    );
    let wrong =
        facade::create_organisation(&mut tx(&t, Act::RegisterOrganisation).await, association("X", "Y", "ZZ")).await;
    assert!(matches!(wrong, Err(Fault::Unreadable(_))));
}

#[tokio::test]
async fn figures_add_up_by_territory_and_for_the_network() {
    let (t, _) = fresh().await;
    let on = Some(today());
    let by = |n| ByStanding { volunteer: Some(n), ..ByStanding::default() };
    let first =
        NewOrganisation { figures: Figures { user: by(3), family: by(1), on }, ..association("A", "Trento", "TN") };
    let second = NewOrganisation {
        figures: Figures { user: by(2), on, ..Figures::default() },
        ..association("B", "Rovereto", "TN")
    };
    with(&t, vec![first, second, association("C", "Gubbio", "PG")]).await;
    let network = facade::network_figures(t.db.reader()).await.unwrap();
    assert_eq!(
        (network.organisations, network.territories, network.user_experts, network.family_experts),
        (3, 2, 5, 1)
    );
    let map = facade::count_by_territory(t.db.reader()).await.unwrap();
    let of = |territory| map.iter().find(|(t, ..)| *t == territory).map(|(_, presence, _)| *presence).unwrap();
    assert_eq!(of(Territory::Trento), facade::Presence::Present);
    assert_eq!(of(Territory::Umbria), facade::Presence::Emerging);
    assert_eq!(of(Territory::Bolzano), facade::Presence::Absent);
}

#[tokio::test]
async fn a_region_says_how_its_territory_stands_and_is_asked_again_after_a_year() {
    let (t, clock) = fresh().await;
    let region = somebody(Role::Region, Scope::Territory(Territory::Molise));
    assert_eq!(facade::register_steps(&t.db, &region).await.unwrap()[0].key, "territory-step-say");
    let say = async |version| {
        let mut tx = tx(&t, Act::ManageTerritory).await;
        let emerging = Some(facade::Presence::Emerging);
        crate::territory::store::state(&mut tx, Territory::Molise, version, emerging, "Un gruppo sta nascendo.")
            .await?;
        tx.commit().await
    };
    say(0).await.unwrap();
    assert!(matches!(say(0).await, Err(Fault::Stale)));
    say(1).await.unwrap();
    assert!(facade::register_steps(&t.db, &region).await.unwrap().is_empty());
    let map = facade::count_by_territory(t.db.reader()).await.unwrap();
    assert!(map.iter().any(|(t, p, _)| *t == Territory::Molise && *p == facade::Presence::Emerging));
    clock.advance(Duration::days(400));
    assert_eq!(facade::register_steps(&t.db, &region).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_sheet_older_than_a_year_is_asked_for_again() {
    let (t, clock) = fresh().await;
    let id = with(&t, vec![association("Itaca", "Parma", "PR")]).await[0];
    let manager = somebody(Role::OrganisationManager, Scope::Organisation(id));
    assert!(facade::register_steps(&t.db, &manager).await.unwrap().is_empty());
    clock.advance(Duration::days(367));
    assert_eq!(facade::register_steps(&t.db, &manager).await.unwrap()[0].key, "organisation-step-renew");
}
