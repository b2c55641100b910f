//! What the Charter costs on a network of national size: the whole check, and one after a change.
//!
//! `cargo bench --package app --bench check`; with `ALLAPARI_TEST_DATABASE` on PostgreSQL.

#![allow(clippy::unwrap_used, missing_docs, reason = "a benchmark that cannot begin has failed")]

use access::{Act, Actor, Permit, Target};
use app::made_up::{Size, fill};
use charter::facts::{Belonging, Inclusion};
use kernel::{Env, Event, OrganisationId};
use network::facade::{Declarations, declare, open_organisations, react, recheck_all};
use std::sync::OnceLock;
use store::{Db, Options, testing::TestDb};
use tokio::runtime::Runtime;

struct National {
    runtime: Runtime,
    db: Db,
    organisations: Vec<OrganisationId>,
    _database: TestDb,
}

/// A made-up network of 2,000 organisations and 30,000 experts, written as durably as in service.
fn national() -> &'static National {
    static NATIONAL: OnceLock<National> = OnceLock::new();
    NATIONAL.get_or_init(|| {
        let runtime = Runtime::new().unwrap();
        let (database, db, organisations) = runtime.block_on(async {
            let database = TestDb::new(Env::system(), app::migrations).await.unwrap();
            let db = Db::connect(&database.url, Env::system(), Options::default()).await.unwrap();
            let permit = Permit::ask(&Actor::cli(), Act::ManageCharter, Target::Network).unwrap();
            let mut tx = permit.begin(&db).await.unwrap();
            consensus::facade::install_first_charter(&mut tx).await.unwrap();
            tx.commit().await.unwrap();
            let program = app::assembly::assemble(db.clone(), web::Site::for_tests()).unwrap().app;
            let size = Size { organisations: 2000, experts: 30_000, candidacies: 5000, editions: 1000 };
            fill(&program, size, |_, _, _| {}).await.unwrap();
            let open = open_organisations(db.reader()).await.unwrap();
            (database, db, open.iter().map(|organisation| organisation.id).collect())
        });
        National { runtime, db, organisations, _database: database }
    })
}

/// One organisation says something else than before.
fn change(national: &National) -> OrganisationId {
    national.runtime.block_on(async {
        let (db, env) = (&national.db, national.db.env());
        let organisation = national.organisations[env.below(national.organisations.len())];
        let said = Declarations {
            belonging: Belonging { free: Some(env.below(2) == 0), time: Some(true), hours_a_month: None },
            inclusion: Inclusion { professionals: Some(1), trained_in_recovery: Some(1), closed_areas: Some(0) },
            on: env.today(),
        };
        let permit = Permit::ask(&Actor::cli(), Act::EditOrganisation, Target::Network).unwrap();
        let mut tx = permit.begin(db).await.unwrap();
        declare(&mut tx, organisation, &said).await.unwrap();
        tx.commit().await.unwrap();
        organisation
    })
}

#[divan::bench(sample_count = 20)]
fn the_whole_check(bencher: divan::Bencher) {
    let national = national();
    bencher.bench_local(|| national.runtime.block_on(recheck_all(&national.db)).unwrap());
}

#[divan::bench(sample_count = 100)]
fn a_check_after_one_change(bencher: divan::Bencher) {
    let national = national();
    bencher.with_inputs(|| change(national)).bench_local_values(|organisation| {
        let event = Event::OrganisationChanged { organisation };
        national.runtime.block_on(react(&national.db, &event)).unwrap();
    });
}

fn main() {
    divan::main();
}
