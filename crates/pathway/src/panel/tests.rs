//! Stories of panels: always both kinds, and nobody with a tie.

use super::*;
use crate::{
    call::tests::{House, begin, put_on_record},
    candidacy::{Candidacy, tests::field},
};
use ::store::sql;
use access::Role;
use axum::http::StatusCode;
use kernel::{Duration, Lang, Period};
use testkit::Who;

/// A house with a panel that is of both kinds: Ada and Eva by experience, Paolo and Piero by work.
pub(crate) struct Circle {
    pub house: House,
    pub ada: Who,
    pub eva: Who,
    pub paolo: Who,
    pub piero: Who,
}

impl Circle {
    /// The people, with their roles on record; nobody sits yet.
    pub(crate) async fn gathered() -> Circle {
        let house = House::new().await;
        let mut tx = begin(&house.app, Act::ManageCharter).await;
        consensus::facade::install_first_charter(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let scope = Scope::Organisation(house.organisation);
        let who = |name: &str, role| house.app.person(name).role(role, scope);
        let (ada, eva) = (who("Ada", Role::Expert), who("Eva", Role::Expert));
        let piero = who("Piero", Role::Professional);
        let paolo = house.professional.clone();
        for (one, name) in [(&ada, "Ada"), (&eva, "Eva"), (&piero, "Piero")] {
            let mail = format!("{}@example.org", name.to_lowercase());
            put_on_record(&house.app, one, name, Some(&mail)).await;
        }
        let mut tx = begin(&house.app, Act::ManageAccounts).await;
        let since = Period::since(tx.env().today() - Duration::days(30));
        for (one, role) in
            [(&ada, Role::Expert), (&eva, Role::Expert), (&paolo, Role::Professional), (&piero, Role::Professional)]
        {
            people::facade::give_role(&mut tx, one.id(), role, scope, since).await.unwrap();
        }
        tx.commit().await.unwrap();
        Circle { house, ada, eva, paolo, piero }
    }
    /// With Ada and Paolo in the panel.
    pub(crate) async fn seated() -> Circle {
        let circle = Circle::gathered().await;
        circle.seat(&[&circle.ada, &circle.paolo]).await;
        circle
    }
    /// Saves who sits, as the manager does.
    pub(crate) async fn seat(&self, who: &[&Who]) {
        let at = self.group();
        let version = field(&self.house.app.as_person(&self.house.manager).get(&at).await, "version");
        let ids: Vec<String> = who.iter().map(|one| one.id().to_string()).collect();
        let mut typed: Vec<(&str, &str)> = ids.iter().map(|id| ("member", id.as_str())).collect();
        typed.push(("version", &version));
        self.house.app.as_person(&self.house.manager).post(&at, &typed).await.leads_to(&self.house.href);
    }
    /// Ends somebody's roles on record: yesterday was their last day.
    pub(crate) async fn leaves(&self, who: &Who) {
        let mut tx = begin(&self.house.app, Act::ManageAccounts).await;
        let last = tx.env().today() - Duration::days(1);
        for record in people::facade::roles_of(tx.conn(), who.id()).await.unwrap() {
            people::facade::end_role(&mut tx, record.id, last).await.unwrap();
        }
        tx.commit().await.unwrap();
    }
    pub(crate) fn group(&self) -> String {
        format!("{}/avvisi/{}/gruppo", self.house.href, self.house.call)
    }
    async fn is_joint(&self) -> bool {
        let today = self.house.app.app.env().today();
        is_joint(self.conn(), self.house.call, self.house.organisation, today).await.unwrap()
    }
    pub(crate) fn conn(&self) -> &impl Conn {
        self.house.app.db.db.reader()
    }
    /// A candidacy as it stands now.
    pub(crate) async fn now(&self, of: &Candidacy) -> Candidacy {
        crate::candidacy::by_id(self.conn(), of.id).await.unwrap().unwrap()
    }
}

#[tokio::test]
async fn a_panel_is_saved_with_both_kinds_or_not_at_all() {
    let circle = Circle::gathered().await;
    let (house, at) = (&circle.house, circle.group());
    let asks = || house.app.as_person(&house.manager);
    // The page says what the Charter asks before anything is chosen.
    asks().get(&at).await.ok().says("I1 –").says("Serve almeno una persona esperta").says("Non rispettato");
    asks().in_lang(Lang::En).get(&at).await.ok().says("At least one expert of this reality is needed");
    let (ada, paolo) = (circle.ada.id().to_string(), circle.paolo.id().to_string());
    let alone = [("version", "0"), ("member", ada.as_str())];
    asks().post(&at, &alone).await.invalid().says("Mancano operatori o operatrici").says("checked");
    asks().post(&at, &[("version", "0"), ("member", paolo.as_str())]).await.invalid().says("Mancano persone esperte");
    asks().post(&at, &[("version", "0")]).await.invalid().says("servono persone esperte e operatori");
    let manager = house.manager.id().to_string();
    let stranger = [("version", "0"), ("member", ada.as_str()), ("member", manager.as_str())];
    asks().post(&at, &stranger).await.invalid().says("non ha più un ruolo qui");
    assert_eq!(house.count("panel_seat").await, 0);

    let both = [("version", "0"), ("member", ada.as_str()), ("member", paolo.as_str())];
    asks().post(&at, &both).await.leads_to(&house.href);
    asks().get(&at).await.ok().says("Ora nel gruppo: 1 per esperienza, 1 per studio e lavoro").says("Rispettato");
    assert!(circle.is_joint().await);
    assert_eq!(store::members(circle.conn(), house.call).await.unwrap()[0].side, Side::Expert);
    // Somebody else saved first: told, and nothing typed is lost.
    let eva = circle.eva.id().to_string();
    let late = [("version", "0"), ("member", eva.as_str()), ("member", paolo.as_str())];
    asks().post(&at, &late).await.is(StatusCode::CONFLICT).says("ha appena cambiato il gruppo");
    // Nobody but who keeps the selection of this reality.
    house.app.as_person(&circle.ada).get(&at).await.is(StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_larger_panel_is_saved_with_as_many_statements() {
    let circle = Circle::gathered().await;
    let db = &circle.house.app.db.db;
    let (two, four) = ([&circle.ada, &circle.paolo], [&circle.ada, &circle.eva, &circle.paolo, &circle.piero]);
    let mut counted = Vec::new();
    for (version, who) in [(0, &two[..]), (1, &four[..]), (2, &two[..])] {
        let experts = [circle.ada.id(), circle.eva.id()];
        let side = |person| if experts.contains(&person) { Side::Expert } else { Side::Professional };
        let chosen: Members = who.iter().map(|one| (one.id(), side(one.id()))).collect();
        let mut tx = begin(&circle.house.app, Act::ManageSelection).await;
        let before = db.statements();
        store::save(&mut tx, circle.house.organisation, circle.house.call, &chosen, version).await.unwrap();
        counted.push(db.statements() - before);
        tx.commit().await.unwrap();
        assert_eq!(members(circle.conn(), circle.house.call).await.unwrap().len(), who.len());
    }
    assert!(counted.iter().all(|count| *count == counted[0]), "{counted:?}");
}

#[tokio::test]
async fn who_has_a_tie_steps_aside_and_the_panel_still_has_both() {
    let circle = Circle::seated().await;
    let house = &circle.house;
    let (own, of) = house.sent("Nina", "nina@example.org").await;
    let at = format!("/selezione/{}", of.id);
    let ada = || house.app.as_person(&circle.ada);
    ada().get("/selezione").await.ok().says("Nina").says("Proponete un incontro");
    ada().in_lang(Lang::En).get("/selezione").await.ok().says("Propose a meeting");
    ada().get(&at).await.ok().says("Il gruppo mi ha rimessa in piedi.");
    ada().in_lang(Lang::En).get(&at).await.ok().says("In their own words");
    house.app.as_visitor().get(&own).await.ok().says("Ada");
    // For all others there is nothing here, the manager and who could sit included.
    for other in [&circle.eva, &house.manager] {
        house.app.as_person(other).get(&at).await.is(StatusCode::NOT_FOUND);
    }

    let aside = format!("{at}/passo-indietro");
    ada().get(&aside).await.ok().says("Senza di te mancherebbe una persona esperta").says("Eva").hides("Piero");
    ada().in_lang(Lang::En).get(&aside).await.ok().says("Without you an expert would be missing");
    let tie = "È mia cugina";
    ada().post(&aside, &[("tie", tie)]).await.invalid().says("Scegli una persona").hides("Lì mancherebbe").says(tie);
    let eva = circle.eva.id().to_string();
    ada().post(&aside, &[("tie", tie), ("substitute", &eva)]).await.leads_to("/selezione");
    ada().get(&at).await.is(StatusCode::NOT_FOUND);
    ada().get("/selezione").await.ok().hides("Nina");
    ada()
        .get(&format!("/selezione/avvisi/{}", house.call))
        .await
        .ok()
        .hides("Nina")
        .says("hai fatto un passo indietro");
    house.app.as_person(&circle.eva).get(&at).await.ok().says("Il gruppo mi ha rimessa in piedi.");
    house.app.as_person(&circle.eva).get("/selezione").await.ok().says("Nina").says("Al posto di un’altra persona");
    // The candidate reads that she steps aside, and nothing more; the words lie sealed.
    house.app.as_visitor().get(&own).await.ok().says("Ada fa un passo indietro").hides("cugina");
    house.app.as_visitor().in_lang(Lang::En).get(&own).await.ok().says("Ada steps aside").says("Eva joins the panel");
    let sealed: Vec<u8> = sql("SELECT tie FROM panel_recusal").value(circle.conn()).await.unwrap().unwrap();
    assert!(!String::from_utf8_lossy(&sealed).contains("cugina"));

    // The manager cannot take away whom this candidacy needs: Eva stands in, so Ada may go; Paolo may not.
    let meets = meeting(circle.conn(), of.id, of.call, of.person).await.unwrap();
    assert_eq!(meets, Members::from([(circle.eva.id(), Side::Expert), (circle.paolo.id(), Side::Professional)]));
    let (ada, piero) = (circle.ada.id().to_string(), circle.piero.id().to_string());
    let asks = house.app.as_person(&house.manager);
    let version = field(&asks.get(&circle.group()).await, "version");
    let typed = [("version", version.as_str()), ("member", ada.as_str()), ("member", piero.as_str())];
    asks.post(&circle.group(), &typed).await.leads_to(&house.href);
    house.app.as_person(&circle.paolo).get(&at).await.is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn who_works_there_no_longer_is_not_counted_when_the_last_one_steps_aside() {
    let circle = Circle::seated().await;
    circle.seat(&[&circle.ada, &circle.eva, &circle.paolo]).await;
    let (_, of) = circle.house.sent("Nina", "nina@example.org").await;
    circle.leaves(&circle.eva).await;
    let ada = || circle.house.app.as_person(&circle.ada);
    let aside = format!("/selezione/{}/passo-indietro", of.id);
    ada().get(&aside).await.ok().says("Senza di te mancherebbe una persona esperta");
    ada().post(&aside, &[]).await.invalid().says("Chi prende il tuo posto: Scegli");
    assert_eq!(circle.house.count("panel_recusal").await, 0);
}

#[tokio::test]
async fn members_who_open_a_candidacy_at_one_moment_all_read_it() {
    let circle = Circle::seated().await;
    circle.seat(&[&circle.ada, &circle.eva, &circle.paolo]).await;
    let (_, of) = circle.house.sent("Nina", "nina@example.org").await;
    let at = format!("/selezione/{}", of.id);
    let reads = async |who: &Who| {
        circle.house.app.as_person(who).get(&at).await.ok().says("Il gruppo mi ha rimessa in piedi.");
    };
    // Once a day it is written down who read: every day they meet again.
    for _ in 0..4 {
        tokio::join!(reads(&circle.ada), reads(&circle.eva), reads(&circle.paolo));
        circle.house.app.clock.advance(Duration::days(1));
    }
    assert_eq!(circle.house.count("candidacy_seen").await, 12);
}

#[tokio::test]
async fn who_works_there_no_longer_reads_no_names_and_is_written_to_no_more() {
    let circle = Circle::seated().await;
    circle.seat(&[&circle.ada, &circle.eva, &circle.paolo]).await;
    let (own, of) = circle.house.sent("Nina", "nina@example.org").await;
    let app = &circle.house.app;
    app.as_person(&circle.ada).get("/selezione").await.ok().says("Nina");
    assert!(!next_steps(&app.db.db, &circle.ada.actor()).await.unwrap().is_empty());
    // She works in another house now; her seat here is still on record.
    let gone = Who::new(circle.ada.id(), "Ada").role(Role::Expert, Scope::Organisation(app.db.db.env().id()));
    circle.leaves(&circle.ada).await;
    app.as_person(&gone).get("/selezione").await.ok().hides("Nina").hides("Tre persone esperte");
    assert!(next_steps(&app.db.db, &gone.actor()).await.unwrap().is_empty());
    let one = circle.proposed(&of).await;
    let answer = [("version", "1"), ("step", "accept")];
    app.as_visitor().post(&format!("{own}/incontri/{}", one.id), &answer).await.leads_to(&own);
    let answered = async |name: &str| {
        let to = format!("to_address = '{name}@example.org' AND subject = 'Un incontro è confermato'");
        circle.house.count(&format!("mail WHERE {to}")).await
    };
    assert_eq!((answered("ada").await, answered("eva").await, answered("paolo").await), (0, 1, 1));
}

#[tokio::test]
async fn a_panel_that_lost_a_side_does_nothing_until_it_is_filled() {
    let circle = Circle::seated().await;
    let (_, of) = circle.house.sent("Nina", "nina@example.org").await;
    let app = &circle.house.app;
    let mut tx = begin(app, Act::UseOwnAccount).await;
    people::facade::erase_person(&mut tx, app.app.holdings(), circle.ada.id()).await.unwrap();
    tx.commit().await.unwrap();
    assert!(!circle.is_joint().await);
    let paolo = || app.as_person(&circle.paolo);
    paolo().get("/selezione").await.ok().says("manca una delle due parti");
    let propose = format!("/selezione/{}/incontro", of.id);
    paolo().get(&propose).await.invalid().says("Nel gruppo manca una persona esperta");
    let typed = [("starts", "2026-03-09T15:30"), ("minutes", "45"), ("place", "In sede"), ("version", "0")];
    paolo().post(&propose, &typed).await.invalid().says("Nel gruppo manca una persona esperta");
    assert_eq!(circle.house.count("interview").await, 0);
    circle.seat(&[&circle.eva, &circle.paolo]).await;
    paolo().post(&propose, &typed).await.leads_to("/selezione");
}

#[tokio::test]
async fn the_start_page_asks_the_database_as_often_for_many_as_for_one() {
    let circle = Circle::seated().await;
    let db = &circle.house.app.db.db;
    let seats = [&circle.ada, &circle.paolo];
    let mut counted = Vec::new();
    for n in 0..4 {
        circle.house.sent(&format!("Nina {n}"), &format!("nina{n}@example.org")).await;
        for who in seats {
            let before = db.statements();
            circle.house.app.as_person(who).get("/selezione").await.ok().says(&format!("Nina {n}"));
            counted.push(db.statements() - before);
        }
    }
    assert!(counted.iter().all(|count| *count == counted[0] && *count <= 16), "{counted:?}");
    circle.house.app.as_person(&circle.ada).get("/selezione").await.ok().says("Nina 0").says("Nina 3");
}

#[tokio::test]
async fn a_call_that_is_over_says_so_to_its_panel() {
    let circle = Circle::seated().await;
    let ada = || circle.house.app.as_person(&circle.ada);
    ada().get("/selezione").await.ok().says("Candidature fino al").hides("Candidature chiuse");
    circle.house.app.clock.advance(Duration::days(60));
    ada().get("/selezione").await.ok().says("Candidature chiuse");
}
