//! Two nodes on one PostgreSQL serve the same people.

#![allow(clippy::unwrap_used, reason = "a test may be blunt")]

mod support;

use kernel::Env;
use store::testing::TestDb;
use support::House;

const EMAIL: &str = "ada@example.org";
const PASSWORD: &str = "una frase lunga da ricordare";

#[tokio::test(flavor = "multi_thread")]
async fn sign_in_on_one_go_on_at_the_other_sign_out_everywhere() {
    let Some(server) = support::postgres() else {
        eprintln!("skipped: set ALLAPARI_TEST_DATABASE to a PostgreSQL server");
        return;
    };
    // A database of its own, with nothing in it yet.
    let test = TestDb::new(Env::system(), app::migrations).await.unwrap();
    let name: String = store::sql("SELECT current_database()::text").value(test.db.reader()).await.unwrap().unwrap();
    let (base, query) = server.split_once('?').unwrap_or((&server, ""));
    let base = base.rsplit_once('/').unwrap().0;
    let house = House::on(&format!("{base}/{name}?{query}"));
    let add = ["user", "add", "--email", EMAIL, "--name", "Ada", "--role", "administrator", "--password-stdin"];
    house.run_with(&add, PASSWORD).fine();

    let (one, two) = (house.serve(), house.serve());
    let mut at_one = one.visitor();
    let answer = at_one.post("/accedi", &[("email", EMAIL), ("password", PASSWORD)]).unwrap();
    assert_eq!(answer.status, 303, "{}", answer.body);

    let mut at_two = at_one.at(&two);
    let sessions = at_two.get("/profilo/sessioni").unwrap();
    assert_eq!(sessions.status, 200, "{}", sessions.body);

    // The second browser signs in at the other node, and ends all sessions there.
    let mut other = two.visitor();
    assert_eq!(other.post("/accedi", &[("email", EMAIL), ("password", PASSWORD)]).unwrap().status, 303);
    let ended = other.post("/profilo/sessioni/esci-ovunque", &[]).unwrap();
    assert_eq!(ended.status, 303, "{}", ended.body);
    let gone = at_one.get("/profilo/sessioni").unwrap();
    assert_ne!(gone.status, 200, "signed out everywhere, and still in at the first node");
}
