//! What the start pages of the path ask of the database, and how long they take: on a small network
//! and on one of national size, as the busiest person of each kind. Ends with an error when a page
//! makes more statements on one of them than on the other.
//!
//! `cargo bench --package app --bench starts`; `… -- quick` compares with a network that is only a
//! little larger, to try it. With `ALLAPARI_TEST_DATABASE` on PostgreSQL.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement that cannot begin has failed")]

use access::{Act, Actor, Permit, Role, Scope, Target};
use app::made_up::{Size, fill};
use kernel::{OrganisationId, PersonId, Uuid};
use std::{
    process::ExitCode,
    time::{Duration, Instant},
};
use store::{Conn, sql};
use testkit::{TestApp, Who};

const SMALL: Size = Size { organisations: 60, experts: 300, candidacies: 150, editions: 30 };
const NATIONAL: Size = Size { organisations: 2000, experts: 30_000, candidacies: 5000, editions: 1000 };
const QUICK: Size = Size { organisations: 120, experts: 600, candidacies: 300, editions: 60 };

/// How often each page is asked for.
const TIMES: usize = 40;

/// Whose start page it is, where it is, and who is busiest there. Only those count who walk the path
/// by the hundred: around the personas of the demonstration everything happens to the same few. A
/// trainee waits for no panel's answer besides, which would ask two statements more on either network.
const KINDS: [(&str, &[&str], &str); 4] = [
    (
        "panel",
        &["/selezione", "/inizio"],
        "SELECT s.person FROM panel_seat s JOIN candidacy c ON c.call = s.call \
         WHERE s.side = 'expert' AND c.stage IN ('sent', 'interview', 'talked') AND c.organisation <> $1 \
         GROUP BY s.person ORDER BY COUNT(*) DESC, s.person LIMIT 1",
    ),
    (
        "candidate",
        &["/le-mie-candidature", "/inizio"],
        "SELECT c.person FROM candidacy c JOIN enrolment e ON e.person = c.person \
         WHERE c.stage <> 'closed' AND c.organisation <> $1 \
         GROUP BY c.person ORDER BY COUNT(*) DESC, c.person LIMIT 1",
    ),
    (
        "trainee",
        &["/i-miei-corsi", "/inizio"],
        "SELECT e.person FROM enrolment e JOIN edition d ON d.id = e.edition \
         WHERE e.state = 'admitted' AND d.organisation <> $1 AND NOT EXISTS (SELECT 1 FROM candidacy c \
           WHERE c.person = e.person AND c.stage NOT IN ('draft', 'closed')) \
         GROUP BY e.person ORDER BY COUNT(*) DESC, e.person LIMIT 1",
    ),
    (
        "trainer",
        &["/formazione", "/inizio"],
        "SELECT t.person FROM course_teacher t JOIN edition d ON d.course = t.course \
         WHERE t.person IS NOT NULL AND d.organisation <> $1 \
         GROUP BY t.person ORDER BY COUNT(*) DESC, t.person LIMIT 1",
    ),
];

/// A made-up network, and the pages.
async fn network(size: Size) -> TestApp {
    let app = TestApp::new(app::slices).await;
    let permit = Permit::ask(&Actor::cli(), Act::ManageCharter, Target::Network).unwrap();
    let mut tx = permit.begin(&app.db.db).await.unwrap();
    consensus::facade::install_first_charter(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    fill(&app.app, size, |_, _, _| {}).await.unwrap();
    app
}

/// The department of the personas.
async fn home(app: &TestApp) -> OrganisationId {
    let (conn, today) = (app.db.db.reader(), app.db.db.env().today());
    let manager = app::Persona::Holder(Role::OrganisationManager).find(conn, today).await.unwrap().unwrap();
    let roles = people::facade::roles_of(conn, manager).await.unwrap();
    let own = roles.iter().find_map(|record| match record.held.scope {
        Scope::Organisation(id) => Some(id),
        _ => None,
    });
    own.unwrap()
}

/// The busiest, with the roles they hold. Who teaches is made to run as many courses as the network
/// lets one person run: those of up to fifty organisations.
async fn busiest(app: &TestApp, home: OrganisationId, kind: &str, query: &str) -> Who {
    let conn = app.db.db.reader();
    let found: Option<Uuid> = sql(query).bind(home.uuid()).value(conn).await.unwrap();
    let person = PersonId::from_uuid(found.unwrap());
    let name = people::facade::person(conn, person).await.unwrap().unwrap().display_name;
    let roles = people::facade::roles_of(conn, person).await.unwrap();
    let who = roles.iter().fold(Who::new(person, &name), |who, record| who.role(record.held.role, record.held.scope));
    if kind != "trainer" {
        return who;
    }
    let run = organisations_with_courses(conn, home).await;
    run.into_iter().fold(who, |who, organisation| who.role(Role::Trainer, Scope::Organisation(organisation)))
}

async fn organisations_with_courses(conn: &impl Conn, home: OrganisationId) -> Vec<OrganisationId> {
    let query = "SELECT organisation FROM edition WHERE organisation <> $1 \
         GROUP BY organisation ORDER BY COUNT(*) DESC, organisation LIMIT 50";
    let ids: Vec<Uuid> = sql(query).bind(home.uuid()).values(conn).await.unwrap();
    ids.into_iter().map(OrganisationId::from_uuid).collect()
}

/// What one page costs.
struct Cost {
    whose: &'static str,
    path: &'static str,
    /// Statements; more than one number where they differed from time to time.
    statements: Vec<u64>,
    middle: Duration,
    bytes: usize,
}

async fn costs(app: &TestApp) -> Vec<Cost> {
    let home = home(app).await;
    let mut costs = Vec::new();
    for (whose, paths, query) in KINDS {
        let who = busiest(app, home, whose, query).await;
        for path in paths {
            costs.push(cost(app, whose, path, &who).await);
        }
    }
    costs
}

async fn cost(app: &TestApp, whose: &'static str, path: &'static str, who: &Who) -> Cost {
    let db = &app.db.db;
    let (mut statements, mut times, mut bytes) = (Vec::new(), Vec::new(), 0);
    for _ in 0..TIMES {
        let (before, begun) = (db.statements(), Instant::now());
        let page = app.as_person(who).get(path).await;
        times.push(begun.elapsed());
        statements.push(db.statements() - before);
        assert!(page.status.is_success(), "{path}: {}", page.status);
        bytes = page.bytes.len();
    }
    statements.sort_unstable();
    statements.dedup();
    times.sort_unstable();
    Cost { whose, path, statements, middle: times[TIMES / 2], bytes }
}

#[tokio::main]
async fn main() -> ExitCode {
    let quick = std::env::args().any(|argument| argument == "quick");
    let small = costs(&network(SMALL).await).await;
    let begun = Instant::now();
    let large = network(if quick { QUICK } else { NATIONAL }).await;
    println!("the large network was made in {:.0} s, on {:?}", begun.elapsed().as_secs_f64(), large.db.db.engine());
    let large = costs(&large).await;
    println!("{:10} {:20} {:>12} {:>12} {:>18} {:>16}", "who", "page", "statements", "", "milliseconds", "kilobytes");
    let mut same = true;
    for (small, large) in small.iter().zip(&large) {
        same &= small.statements == large.statements && small.statements.len() == 1;
        let milliseconds = [small, large].map(|cost| format!("{:.1}", cost.middle.as_secs_f64() * 1000.0));
        let kilobytes = [small, large].map(|cost| (cost.bytes / 1000).to_string());
        println!(
            "{:10} {:20} {:>12} → {:>10} {:>18} {:>16}",
            small.whose,
            small.path,
            format!("{:?}", small.statements),
            format!("{:?}", large.statements),
            milliseconds.join(" → "),
            kilobytes.join(" → "),
        );
    }
    if same {
        println!("Every page makes the same number of statements on both.");
        ExitCode::SUCCESS
    } else {
        println!("A page makes more statements on one of them than on the other.");
        ExitCode::FAILURE
    }
}
