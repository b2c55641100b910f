//! Stories of experts, of those who keep their roles, and of who is shown in public.

use super::{
    model::{Claim, Evidence, LivedExperience, NewExpert, NewRole, Quality, Standing},
    *,
};
use crate::facade::{NewOrganisation, OrganisationKind, create_organisation};
use ::store::sql;
use access::{Actor, Permit, Role, Scope, Target};
use kernel::{Duration, Event, Lang, Period};
use people::facade::{ConsentKind, NewPerson};
use proptest::prelude::*;
use testkit::{TestApp, Who};

/// A small network: one organisation with its manager, and the secretariat.
pub(crate) struct Network {
    pub app: TestApp,
    pub organisation: OrganisationId,
    pub href: String,
    pub manager: Who,
    pub secretariat: Who,
}

impl Network {
    pub(crate) async fn new() -> Network {
        let app = TestApp::new(|| vec![people::slice(), consensus::slice(), crate::slice()]).await;
        let mut tx = begin(&app, Act::RegisterOrganisation).await;
        let new = NewOrganisation::new("Casa dei Pari", OrganisationKind::Association, "Trento", "TN");
        let organisation = create_organisation(&mut tx, new).await.unwrap();
        tx.commit().await.unwrap();
        let found = crate::facade::organisation(app.db.db.reader(), organisation).await.unwrap().unwrap();
        let manager = app.person("Marta").role(Role::OrganisationManager, Scope::Organisation(organisation));
        let secretariat = app.person("Sara").role(Role::Secretariat, Scope::Network);
        for who in [&manager, &secretariat] {
            put_on_record(&app, who.id(), "Una persona").await;
        }
        Network { app, organisation, href: found.href(), manager, secretariat }
    }
    /// Another organisation with its manager.
    pub(crate) async fn another(&self, name: &str) -> (OrganisationId, String, Who) {
        let mut tx = begin(&self.app, Act::RegisterOrganisation).await;
        let new = NewOrganisation::new(name, OrganisationKind::Cooperative, "Bari", "BA");
        let id = create_organisation(&mut tx, new).await.unwrap();
        tx.commit().await.unwrap();
        let href = crate::facade::organisation(self.app.db.db.reader(), id).await.unwrap().unwrap().href();
        let manager = self.app.person("Bruno").role(Role::OrganisationManager, Scope::Organisation(id));
        put_on_record(&self.app, manager.id(), "Bruno").await;
        (id, href, manager)
    }
    /// A person on record who accepted an invitation to be an expert of the organisation.
    pub(crate) async fn expert(&self, name: &str) -> Who {
        let who = self.app.person(name).role(Role::Expert, Scope::Organisation(self.organisation));
        put_on_record(&self.app, who.id(), name).await;
        let mut tx = begin(&self.app, Act::ManageAccounts).await;
        let scope = Scope::Organisation(self.organisation);
        let period = Period::since(self.app.db.db.env().today());
        people::facade::give_role(&mut tx, who.id(), Role::Expert, scope, period).await.unwrap();
        tx.commit().await.unwrap();
        who
    }
    /// Such a person with a role on record.
    pub(crate) async fn active_expert(&self, name: &str) -> Who {
        let who = self.expert(name).await;
        let person = who.id().to_string();
        let role = [
            ("person", person.as_str()),
            ("standing", "volunteer"),
            ("title", "Facilita il gruppo"),
            ("from", "2026-01-07"),
        ];
        self.app.as_person(&self.manager).post(&format!("{}/esperti", self.href), &role).await.leads_to(&self.href);
        who
    }
    pub(crate) async fn counts(&self) -> ExpertCounts {
        let db = &self.app.db.db;
        expert_counts(db.reader(), self.organisation, db.env().today()).await.unwrap()
    }
}

pub(crate) async fn begin(app: &TestApp, act: Act) -> Tx {
    Permit::ask(&Actor::cli(), act, Target::Network).unwrap().begin(&app.db.db).await.unwrap()
}

pub(crate) async fn put_on_record(app: &TestApp, person: PersonId, name: &str) {
    let mut tx = begin(app, Act::ManageAccounts).await;
    let new = NewPerson { display_name: name.to_owned(), email: None, lang: Lang::It };
    people::facade::new_people(&mut tx, vec![(person, new)]).await.unwrap();
    tx.commit().await.unwrap();
}

const PROFILE: &str = "/profilo/esperienza";

fn profile<'a>(version: &'a str, note: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("version", version),
        ("lived", "family"),
        ("trait-lived", "1"),
        ("trait-recovery", "1"),
        ("evidence-recovery", "group"),
        ("note-recovery", note),
        ("value-listening", "Ascolto in silenzio"),
    ]
}

#[tokio::test]
async fn a_person_keeps_their_own_profile_and_nobody_else_reads_it() {
    let network = Network::new().await;
    let ada = network.active_expert("Ada").await;
    let asks = || network.app.as_person(&ada);
    asks()
        .get(PROFILE)
        .await
        .ok()
        .says("Ho fatto, o sto facendo, un percorso di recovery")
        .hides("Ascolto in silenzio");
    asks().post(PROFILE, &profile("0", "Il gruppo del lunedì")).await.leads_to(PROFILE);
    asks().get(PROFILE).await.ok().says("Il gruppo del lunedì").says("Ascolto in silenzio");
    asks().in_lang(Lang::En).get(PROFILE).await.ok().says("I have done, or am doing, a path of recovery");
    let page = network.app.as_person(&network.manager).get(&format!("{}/esperti", network.href)).await;
    page.ok().says("Ada").says("Facilita il gruppo").hides("Il gruppo del lunedì").hides("percorso di recovery");
    // The words are sealed: no table of this slice holds them.
    let traits: Vec<String> =
        sql("SELECT evidence FROM expert_trait ORDER BY evidence").values(network.app.db.db.reader()).await.unwrap();
    assert_eq!(traits, ["group", "own-word"]);
    network.app.as_visitor().get(PROFILE).await.leads_to("/accedi");
}

#[tokio::test]
async fn a_profile_without_the_one_thing_that_is_needed_comes_back_as_it_was_typed() {
    let network = Network::new().await;
    let ada = network.expert("Ada").await;
    let fields = [("version", "0"), ("trait-training", "1"), ("note-training", "Un corso a Verona")];
    let page = network.app.as_person(&ada).post(PROFILE, &fields).await;
    page.invalid().says("Scegli una delle voci").says("Un corso a Verona");
}

#[tokio::test]
async fn words_beside_a_trait_that_is_not_ticked_are_given_back_and_not_dropped() {
    let network = Network::new().await;
    let ada = network.expert("Ada").await;
    let fields = [("version", "0"), ("lived", "family"), ("note-training", "Un corso a Verona")];
    let page = network.app.as_person(&ada).post(PROFILE, &fields).await;
    page.invalid().says("non hai segnato il tratto").says("Un corso a Verona");
}

#[tokio::test]
async fn a_profile_changed_in_two_windows_shows_what_was_typed_last() {
    let network = Network::new().await;
    let ada = network.expert("Ada").await;
    let asks = || network.app.as_person(&ada);
    asks().post(PROFILE, &profile("0", "prima")).await.leads_to(PROFILE);
    let page = asks().post(PROFILE, &profile("0", "seconda")).await;
    page.is(axum::http::StatusCode::CONFLICT).says("seconda").says("Hai cambiato il profilo anche altrove");
    asks().post(PROFILE, &profile("1", "seconda")).await.leads_to(PROFILE);
    asks().get(PROFILE).await.ok().says("seconda").hides("prima,");
}

#[tokio::test]
async fn the_database_takes_no_evidence_of_lived_experience_but_the_own_word() {
    let network = Network::new().await;
    let ada = network.expert("Ada").await;
    network.app.as_person(&ada).post(PROFILE, &profile("0", "")).await.leads_to(PROFILE);
    let tx = begin(&network.app, Act::ManageAccounts).await;
    let forced = sql("UPDATE expert_trait SET evidence = 'course' WHERE trait = 'lived'").run(tx.conn()).await;
    assert!(forced.is_err());
    assert_eq!((Claim::Lived.evidence(), Claim::Lived.note()), (Evidence::OwnWord, None));
}

#[tokio::test]
async fn a_manager_records_a_role_and_ends_it() {
    let network = Network::new().await;
    let ada = network.active_expert("Ada").await;
    let page = format!("{}/esperti", network.href);
    let asks = || network.app.as_person(&network.manager);
    assert_eq!(network.counts().await.unsaid.volunteer, 1);
    network.app.as_person(&ada).post(PROFILE, &profile("0", "")).await.leads_to(PROFILE);
    assert_eq!(network.counts().await.family.volunteer, 1);
    // A second, paid role: the person counts once, under the fuller one.
    let person = ada.id().to_string();
    let paid = [
        ("person", person.as_str()),
        ("standing", "part-time"),
        ("title", "Accoglienza"),
        ("from", "1/2/2026"),
        ("until", "31/3/2026"),
    ];
    asks().post(&page, &paid).await.leads_to(&page);
    assert_eq!((network.counts().await.total(), network.counts().await.paid()), (1, 1));
    asks()
        .in_lang(Lang::En)
        .get(&page)
        .await
        .ok()
        .says("Paid, part time")
        .says("from 1 February 2026 to 31 March 2026");
    network.app.clock.advance(Duration::days(31));
    assert_eq!((network.counts().await.total(), network.counts().await.paid()), (1, 0));
    let waiting = ::store::events_after(network.app.db.db.reader(), None, 100).await.unwrap();
    let changed = Event::OrganisationChanged { organisation: network.organisation };
    assert!(waiting.iter().filter(|one| one.event.as_ref().is_ok_and(|event| *event == changed)).count() >= 3);

    let role = store::roles_of(network.app.db.db.reader(), ada.id()).await.unwrap().pop().unwrap();
    let end = format!("{page}/{}/fine", role.id);
    asks().post(&end, &[("version", "1")]).await.leads_to(&page);
    let again = asks().post(&end, &[("version", "1")]).await;
    assert_eq!(again.status.as_u16(), 409);
    network.app.clock.advance(Duration::days(1));
    assert_eq!(network.counts().await.total(), 0);
}

#[tokio::test]
async fn nobody_is_made_an_expert_without_having_accepted_an_invitation() {
    let network = Network::new().await;
    let stranger = network.app.person("Zoe");
    put_on_record(&network.app, stranger.id(), "Zoe").await;
    let (person, page) = (stranger.id().to_string(), format!("{}/esperti", network.href));
    let role =
        [("person", person.as_str()), ("standing", "volunteer"), ("title", "Accoglienza"), ("from", "2026-02-01")];
    let asks = || network.app.as_person(&network.manager);
    asks().post(&page, &role).await.invalid().hides("Zoe");
    assert_eq!(network.counts().await.total(), 0);
    let invite = format!("{page}/invita");
    asks().post(&invite, &[("name", "Zoe"), ("email", "zoe")]).await.invalid().says("Controlla l’indirizzo");
    asks().post(&invite, &[("name", "Zoe"), ("email", "zoe@example.org")]).await.leads_to(&page);
    asks().get(&page).await.ok().says("Zoe").says("In attesa di risposta");
}

#[tokio::test]
async fn a_role_is_the_organisations_to_keep_and_the_persons_to_end() {
    let network = Network::new().await;
    let (_, _, other) = network.another("Altra Casa").await;
    let ada = network.active_expert("Ada").await;
    let page = format!("{}/esperti", network.href);
    network.app.as_person(&other).get(&page).await.ok().hides("Facilita il gruppo");
    let role = store::roles_of(network.app.db.db.reader(), ada.id()).await.unwrap().pop().unwrap();
    let refused = network.app.as_person(&other).post(&format!("{page}/{}/fine", role.id), &[("version", "1")]).await;
    assert_eq!(refused.status.as_u16(), 403);
    let bea = network.expert("Bea").await;
    let own = format!("{PROFILE}/ruoli/{}/fine", role.id);
    assert_eq!(network.app.as_person(&bea).post(&own, &[("version", "1")]).await.status.as_u16(), 404);
    network.app.as_person(&ada).post(&own, &[("version", "1")]).await.leads_to(PROFILE);
    // Who no longer works there no longer reads what stays among those who do.
    let db = &network.app.db.db;
    let held = people::facade::roles_of(db.reader(), ada.id()).await.unwrap();
    assert!(held.iter().all(|record| record.held.period.until() == Some(db.env().today())), "{held:?}");
    // Who comes back reads it again.
    let person = ada.id().to_string();
    let back = [("person", person.as_str()), ("standing", "volunteer"), ("title", "Guida"), ("from", "2026-01-07")];
    network.app.as_person(&network.manager).post(&page, &back).await.leads_to(&page);
    let held = people::facade::roles_of(db.reader(), ada.id()).await.unwrap();
    assert!(held.iter().any(|record| record.held.period.until().is_none()), "{held:?}");
}

#[tokio::test]
async fn a_person_is_listed_with_their_consent_and_goes_in_one_click() {
    let network = Network::new().await;
    let ada = network.active_expert("Ada Zanìn").await;
    let page = format!("{}/esperti", network.href);
    let seen = async |path: &str| network.app.as_visitor().get(path).await;
    seen(&page).await.ok().hides("Zanìn");
    seen("/esperti").await.ok().hides("Zanìn").says("Ancora nessuna persona");
    network.app.as_person(&ada).get(PROFILE).await.ok().says("Sì, mostra il mio nome");
    network.app.as_person(&ada).post("/profilo/esperienza/elenco", &[]).await.leads_to(PROFILE);
    network.app.as_person(&ada).post("/profilo/esperienza/elenco", &[]).await.leads_to(PROFILE);
    network.app.as_person(&ada).get(PROFILE).await.ok().says("Guarda l’elenco delle persone esperte");
    seen(&page).await.ok().says("Zanìn").says("Facilita il gruppo");
    seen("/esperti?q=zanin").await.ok().says("Zanìn").says("Casa dei Pari");
    seen("/esperti?q=Zanini+Aida").await.ok().says("Zanìn");
    seen("/esperti?q=Nessuno").await.ok().hides("Ada Zanìn").says("Nessun nome somiglia");
    network.app.as_visitor().in_lang(Lang::En).get("/esperti").await.ok().says("Find experts");
    // An organisation that left the public register is named no more, nor who is active there alone.
    let close = async |listed: bool| {
        let tx = begin(&network.app, Act::RegisterOrganisation).await;
        sql("UPDATE organisation SET listed = $1").bind(listed).run(tx.conn()).await.unwrap();
        tx.commit().await.unwrap();
    };
    close(false).await;
    seen("/esperti").await.ok().hides("Zanìn").hides("Casa dei Pari");
    close(true).await;
    network.app.as_person(&ada).post("/profilo/esperienza/elenco/togli", &[]).await.leads_to(PROFILE);
    seen(&page).await.ok().hides("Zanìn");
    seen("/esperti").await.ok().hides("Zanìn");
}

#[tokio::test]
async fn erasing_a_person_leaves_numbers_and_no_name() {
    let network = Network::new().await;
    let ada = network.active_expert("Ada").await;
    network.app.as_person(&ada).post(PROFILE, &profile("0", "privato")).await.leads_to(PROFILE);
    let held = Held.export(&network.app.db.db, ada.id()).await.unwrap();
    assert_eq!(held["traits"].as_array().unwrap().len(), 2);
    assert_eq!(held["roles"][0]["title"], "Facilita il gruppo");
    let mut tx = begin(&network.app, Act::ManageAccounts).await;
    Held.erase(&mut tx, ada.id()).await.unwrap();
    tx.commit().await.unwrap();
    let held = Held.export(&network.app.db.db, ada.id()).await.unwrap();
    assert_eq!((held["lived_experience"].is_null(), held["roles"].as_array().unwrap().len()), (true, 0));
    let left =
        store::roles_in(network.app.db.db.reader(), network.organisation, network.app.db.db.env().today(), 10, 0).await;
    let left = left.unwrap();
    assert_eq!((left.len(), left[0].person, left[0].title.as_str()), (1, None, ""));
    let page = network.app.as_person(&network.manager).get(&format!("{}/esperti", network.href)).await;
    page.ok().says("Persona che ha cancellato i suoi dati");
}

#[tokio::test]
async fn thousands_are_recorded_in_few_statements_and_counted_in_one() {
    let network = Network::new().await;
    let db = &network.app.db.db;
    let experts: Vec<NewExpert> = (0..1200)
        .map(|n| NewExpert {
            person: db.env().id(),
            lived: LivedExperience::ALL[n % 2],
            claims: vec![Claim::Lived, Claim::Shown { quality: Quality::Training, by: Evidence::Course, note: None }],
            roles: vec![NewRole {
                organisation: network.organisation,
                standing: Standing::ALL[n % 3],
                title: "Accoglienza".to_owned(),
                period: Period::since(db.env().today()),
            }],
        })
        .collect();
    let before = db.statements();
    let mut tx = begin(&network.app, Act::ManageAccounts).await;
    create_experts(&mut tx, experts).await.unwrap();
    tx.commit().await.unwrap();
    assert!(db.statements() - before < 30, "{}", db.statements() - before);
    let before = db.statements();
    let all = expert_counts_of(db.reader(), &[network.organisation], db.env().today()).await.unwrap();
    assert_eq!(db.statements() - before, 1);
    let counts = all[&network.organisation];
    assert_eq!((counts.total(), counts.user.total(), counts.family.full_time), (1200, 600, 200));
}

/// What may happen to a person in the story of listings.
#[derive(Debug, Clone, Copy)]
enum Step {
    Consent(usize),
    Withdraw(usize),
    Begin(usize),
    End(usize),
    Erase(usize),
    Night,
}

fn step() -> impl Strategy<Value = Step> {
    let who = 0_usize..3;
    prop_oneof![
        who.clone().prop_map(Step::Consent),
        who.clone().prop_map(Step::Withdraw),
        who.clone().prop_map(Step::Begin),
        who.clone().prop_map(Step::End),
        who.prop_map(Step::Erase),
        Just(Step::Night),
    ]
}

/// Takes the step in the program.
async fn take(network: &Network, people: &[Who], step: Step) {
    let db = &network.app.db.db;
    let today = db.env().today();
    let mut tx = begin(&network.app, Act::ManageAccounts).await;
    match step {
        Step::Consent(n) => {
            let person = people[n].id();
            let given = people::facade::listing_consents(db.reader(), &[person]).await.unwrap();
            if given.is_empty() {
                let kind = ConsentKind::PublicListing;
                people::facade::give_consents(&mut tx, &[person], kind, "sì", Lang::It).await.unwrap();
            }
        }
        Step::Withdraw(n) => {
            let kind = ConsentKind::PublicListing;
            people::facade::withdraw_consent(&mut tx, people[n].id(), kind).await.unwrap();
        }
        Step::Begin(n) => {
            let role = NewRole {
                organisation: network.organisation,
                standing: Standing::Volunteer,
                title: "Accoglienza".to_owned(),
                period: Period::since(today),
            };
            store::add_role(&mut tx, people[n].id(), &role).await.unwrap();
        }
        Step::End(n) => {
            for role in store::roles_of(db.reader(), people[n].id()).await.unwrap() {
                store::end_role(&mut tx, &role, role.version, today).await.unwrap();
            }
        }
        Step::Erase(n) => store::erase(&mut tx, people[n].id()).await.unwrap(),
        Step::Night => {
            network.app.clock.advance(Duration::days(1));
        }
    }
    tx.commit().await.unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    #[test]
    fn nobody_is_listed_without_consent_whatever_happens(steps in proptest::collection::vec(step(), 1..16)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let network = Network::new().await;
            let mut people = Vec::new();
            for name in ["Ada", "Bea", "Ciro"] {
                people.push(network.expert(name).await);
            }
            let (mut consents, mut until) = ([false; 3], [None::<NaiveDate>; 3]);
            for step in steps {
                take(&network, &people, step).await;
                let today = network.app.db.db.env().today();
                match step {
                    Step::Consent(n) => consents[n] = true,
                    Step::Withdraw(n) => consents[n] = false,
                    Step::Begin(n) => until[n] = Some(NaiveDate::MAX),
                    Step::End(n) => until[n] = until[n].map(|end| end.min(today)),
                    Step::Erase(n) => until[n] = None,
                    Step::Night => {}
                }
                let listed = listed_experts(network.app.db.db.reader(), network.organisation, today).await.unwrap();
                for (n, who) in people.iter().enumerate() {
                    let active = until[n].is_some_and(|end| end >= today);
                    let shown = listed.iter().any(|expert| expert.person == who.id());
                    assert_eq!(shown, consents[n] && active, "{step:?}");
                }
            }
        });
    }
}
