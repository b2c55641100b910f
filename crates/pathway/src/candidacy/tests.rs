//! Stories of candidacies, from a phone without JavaScript to a closed door that stays open.

mod turns;

use super::*;
use crate::call::tests::{House, begin, put_on_record};
use access::{Role, Scope};
use axum::http::StatusCode;
use kernel::Lang;
use testkit::{Page, Who};

const BEGIN: [(&str, &str); 2] = [("name", "Nina"), ("email", "nina@example.org")];
const WORDS: [(&str, &str); 5] = [
    ("motives", "support"),
    ("motives", "gratitude"),
    ("motivation", "Ho ricevuto tanto."),
    ("recovery", "Il gruppo mi ha rimessa in piedi."),
    ("belonging", "wish"),
];

/// What stands in a field of a page's form.
pub(crate) fn field(page: &Page, name: &str) -> String {
    let text = page.text();
    let place = text.find(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("no {name} in {text}"));
    let rest = &text[place..];
    rest.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

impl House {
    /// Begins as a visitor and says where the draft is.
    pub(crate) async fn draft(&self, name: &str, email: &str) -> String {
        let path = format!("{}/candidati", self.avviso());
        let key = field(&self.app.as_visitor().get(&path).await, "key");
        let typed = [("name", name), ("email", email), ("key", key.as_str())];
        let begun = self.app.as_visitor().post(&path, &typed).await;
        begun.leads_to("/candidature/");
        begun.location()
    }
    /// A candidacy that was sent, and its secret address.
    pub(crate) async fn sent(&self, name: &str, email: &str) -> (String, Candidacy) {
        let at = self.draft(name, email).await;
        let version = field(&self.app.as_visitor().get(&at).await, "version");
        let mut typed = WORDS.to_vec();
        typed.extend([("version", version.as_str()), ("share", "1"), ("do", "send")]);
        self.app.as_visitor().post(&at, &typed).await.leads_to(&at);
        let secret = at.rsplit('/').next().unwrap();
        let candidacy = store::by_secret(self.app.db.db.reader(), secret).await.unwrap().unwrap();
        (at, candidacy)
    }
}

#[tokio::test]
async fn somebody_applies_from_a_phone_without_an_account() {
    let house = House::new().await;
    let visitor = || house.app.as_visitor();
    let path = format!("{}/candidati", house.avviso());
    let form = visitor().get(&path).await;
    form.ok().says("meno di cinque minuti");
    visitor().in_lang(Lang::En).get(&path).await.ok().says("less than five minutes");
    let key = field(&form, "key");
    visitor().post(&path, &[("name", "Nina"), ("key", &key)]).await.invalid().says("Scrivi la mail, oppure");
    // Sent twice in a hurry, it makes one.
    let typed = [BEGIN[0], BEGIN[1], ("key", key.as_str())];
    let (one, two) =
        tokio::join!(async { visitor().post(&path, &typed).await }, async { visitor().post(&path, &typed).await });
    assert_eq!(one.location(), two.location());
    assert_eq!((house.count("candidacy").await, house.count("person WHERE display_name = 'Nina'").await), (1, 1));
    let at = one.location();
    assert_eq!(at, format!("/candidature/{key}"));

    // The letter has the link, and not a word on what it is about.
    let letter: String = ::store::sql("SELECT body FROM mail").value(house.app.db.db.reader()).await.unwrap().unwrap();
    assert!(letter.contains(&format!("/candidatura/{key}")), "{letter}");
    let letter = letter.replace(&format!("/candidatura/{key}"), "").to_lowercase();
    for word in ["salute", "candida", "espert", "nina"] {
        assert!(!letter.contains(word), "{letter}");
    }
    visitor().get(&format!("/candidatura/{key}")).await.leads_to(&at);

    // Saved, resumed, sent.
    let page = visitor().get(&at).await;
    page.ok().says("Che cosa ti muove").says("Salva e continua dopo");
    visitor().in_lang(Lang::En).get(&at).await.ok().says("What moves you");
    let version = field(&page, "version");
    let save = [("motivation", "Ho ricevuto tanto."), ("version", version.as_str()), ("do", "save")];
    visitor().post(&at, &save).await.leads_to(&at);
    let resumed = visitor().get(&at).await;
    resumed.ok().says("Ho ricevuto tanto.");
    // In passing, a script saves too; the answer is the new version alone.
    let version = field(&resumed, "version");
    let quiet = [("motivation", "Ho ricevuto molto."), ("version", version.as_str()), ("quiet", "1")];
    let answer = visitor().post(&at, &quiet).await;
    assert_eq!(answer.text(), (version.parse::<i64>().unwrap() + 1).to_string());
    let version = answer.text();
    let lacking = visitor().post(&at, &[("version", version.as_str()), ("do", "send")]).await;
    lacking.invalid().says("Scrivi qualche parola sul tuo percorso");
    let mut typed = WORDS.to_vec();
    typed.extend([("version", version.as_str()), ("do", "send")]);
    visitor().post(&at, &typed).await.leads_to(&at);
    let page = visitor().get(&at).await;
    page.ok().says("ti propone un colloquio").says("Entro il 15 marzo 2026").says("Nessuno ha ancora letto");
    page.says("Il gruppo mi ha rimessa in piedi.");
    visitor().in_lang(Lang::En).get(&at).await.ok().says("By 15 March 2026").says("Nobody has read anything yet");

    // Not a word lies readable in the database.
    let sealed: Vec<u8> =
        ::store::sql("SELECT sealed FROM candidacy").value(house.app.db.db.reader()).await.unwrap().unwrap();
    assert!(!String::from_utf8_lossy(&sealed).contains("gruppo"));
    // Nobody else finds it: neither by its id, nor signed in.
    let id: kernel::Uuid =
        ::store::sql("SELECT id FROM candidacy").value(house.app.db.db.reader()).await.unwrap().unwrap();
    house.app.as_person(&house.manager).get(&format!("/candidature/{id}")).await.is(StatusCode::NOT_FOUND);
    visitor().get(&format!("/candidature/{}", "0".repeat(64))).await.is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_panel_reads_what_is_shared_and_nothing_once_it_is_taken_back() {
    let house = House::new().await;
    let (at, candidacy) = house.sent("Nina", "nina@example.org").await;
    let (conn, app) = (house.app.db.db.reader(), &house.app.app);
    let words = shared_texts(conn, app, &candidacy).await.unwrap().unwrap();
    assert_eq!(words.motives, [Motive::Support, Motive::Gratitude]);
    assert_eq!(
        (words.recovery.as_str(), words.belonging),
        ("Il gruppo mi ha rimessa in piedi.", Some(Belonging::Wish))
    );
    // Read twice on a day, it stands there once, with who it was.
    for _ in 0..2 {
        let mut tx = begin(&house.app, Act::SitInPanel).await;
        seen(&mut tx, candidacy.id, house.professional.id(), "candidacy-seen-texts").await.unwrap();
        tx.commit().await.unwrap();
    }
    let page = house.app.as_visitor().get(&at).await;
    page.ok().says("Paolo Prof ha letto: quello che hai scritto");
    assert_eq!(page.text().matches("Paolo Prof").count(), 1);
    house.app.as_visitor().post(&format!("{at}/non-condividere"), &[]).await.leads_to(&at);
    assert!(candidacy.shared);
    assert_eq!(shared_texts(conn, app, &candidacy).await.unwrap(), None);
    house.app.as_visitor().get(&at).await.ok().says("Adesso non le legge nessuno");
    house.app.as_visitor().post(&format!("{at}/condividi"), &[]).await.leads_to(&at);
    assert!(shared_texts(conn, app, &candidacy).await.unwrap().is_some());
}

#[tokio::test]
async fn a_no_to_a_proposal_leaves_nothing_of_the_person() {
    let house = House::new().await;
    let link = async || {
        let path = format!("{}/segnala", house.avviso());
        let page = house.app.as_person(&house.professional).post(&path, &[("source", "professional")]).await;
        let text = page.text();
        let at = text.find("/invito-candidatura/").unwrap();
        text[at..at + "/invito-candidatura/".len() + 64].to_owned()
    };
    let at = link().await;
    let tables = ["person", "candidacy", "mail", "candidacy_told", "person_key"];
    let mut before = Vec::new();
    for table in tables {
        before.push(house.count(table).await);
    }
    let page = house.app.as_visitor().get(&at).await;
    page.ok().says("Paolo Prof pensa che potresti candidarti").says("No, grazie");
    house.app.as_visitor().in_lang(Lang::En).get(&at).await.ok().says("No, thank you");
    house.app.as_visitor().post(&at, &[("answer", "no")]).await.ok().says("Di te non è rimasto niente");
    for (table, count) in tables.into_iter().zip(before) {
        assert_eq!(house.count(table).await, count, "{table}");
    }
    // The link is over, and nothing says what was answered.
    house.app.as_visitor().get(&at).await.is(StatusCode::GONE).says("non è più aperto");
    assert_eq!(house.count("nomination WHERE used_at IS NOT NULL").await, 1);

    let at = link().await;
    let key = field(&house.app.as_visitor().get(&at).await, "key");
    let yes = [BEGIN[0], BEGIN[1], ("key", key.as_str()), ("answer", "yes")];
    let begun = house.app.as_visitor().post(&at, &yes).await;
    begun.leads_to("/candidature/");
    assert_eq!(house.app.as_visitor().post(&at, &yes).await.location(), begun.location());
    assert_eq!(house.count("candidacy WHERE source = 'professional'").await, 1);
}

#[tokio::test]
async fn somebody_with_an_account_finds_the_candidacy_in_the_profile() {
    let house = House::new().await;
    let nina = house.app.person("Nina");
    put_on_record(&house.app, &nina, "Nina", Some("nina@example.org")).await;
    let asks = || house.app.as_person(&nina);
    asks().get("/le-mie-candidature").await.ok().says("Non hai ancora candidature");
    let path = format!("{}/candidati", house.avviso());
    asks().get(&path).await.ok().hides("name=\"email\"");
    // A double click makes one.
    let (one, two) = tokio::join!(async { asks().post(&path, &[]).await }, async { asks().post(&path, &[]).await });
    assert_eq!((one.location(), house.count("candidacy").await), (two.location(), 1));
    asks().get(&path).await.leads_to(&one.location());
    asks().get(&house.avviso()).await.ok().says("Vai alla tua candidatura").hides("Scrivi la tua candidatura");
    asks().get("/le-mie-candidature").await.ok().says("Tre persone esperte").says("quando te la senti");
    asks().in_lang(Lang::En).get("/le-mie-candidature").await.ok().says("My candidacies");
    // Not signed in, its address leads to nothing.
    house.app.as_visitor().get(&one.location()).await.is(StatusCode::SEE_OTHER);
    // A draft given up leaves nothing; the person stays, who was there before.
    let gone = format!("{}/ritira", one.location());
    asks().post(&gone, &[]).await.invalid().says("voglio cancellarla").says("Spunta la casella");
    asks().post(&gone, &[("sure", "1")]).await.leads_to(&house.avviso());
    assert_eq!((house.count("candidacy").await, house.count("candidacy_told").await), (0, 0));
    assert_eq!(house.count("person WHERE display_name = 'Nina'").await, 1);
}

#[tokio::test]
async fn an_address_on_record_is_neither_told_nor_taken() {
    let house = House::new().await;
    let marta = house.draft("Marta finta", "marta@example.org").await;
    let nobody = house.draft("Nina", "nina@example.org").await;
    let (one, two) = (house.app.as_visitor().get(&marta).await, house.app.as_visitor().get(&nobody).await);
    assert_eq!((one.status, two.status), (StatusCode::OK, StatusCode::OK));
    // The manager's record is as it was.
    assert_eq!(house.count("person WHERE email = 'marta@example.org'").await, 1);
    house.app.as_person(&house.manager).get("/le-mie-candidature").await.ok().says("Non hai ancora candidature");
    // A draft given up takes the person along whom it put on record.
    house.app.as_visitor().post(&format!("{marta}/ritira"), &[("sure", "1")]).await.leads_to(&house.avviso());
    assert_eq!(house.count("person WHERE display_name = 'Marta finta'").await, 0);
    assert_eq!(house.count("person WHERE email = 'marta@example.org'").await, 1);
}

#[tokio::test]
async fn a_lost_link_is_sent_again_and_the_old_one_ends_once_it_is_opened() {
    let house = House::new().await;
    let (at, _) = house.sent("Nina", "nina@example.org").await;
    let visitor = || house.app.as_visitor();
    visitor().get("/candidatura").await.ok().says("Riprendi da dove eri");
    visitor().in_lang(Lang::En).get("/candidatura").await.ok().says("Go on where you left off");
    let before = house.count("mail").await;
    let known = visitor().post("/candidatura", &[("email", "nina@example.org")]).await;
    let unknown = visitor().post("/candidatura", &[("email", "nessuno@example.org")]).await;
    assert_eq!((known.status, known.location()), (unknown.status, unknown.location()));
    assert_eq!(house.count("mail").await, before + 1);
    // Asked again at once, no other letter goes out.
    visitor().post("/candidatura", &[("email", "nina@example.org")]).await.leads_to("/candidatura");
    assert_eq!(house.count("mail").await, before + 1);
    // Whoever knows her address can ask, again and again: what she is writing is not lost by it.
    visitor().get(&at).await.ok();
    house.app.clock.advance(Duration::hours(2));
    visitor().post("/candidatura", &[("email", "nina@example.org")]).await.leads_to("/candidatura");
    visitor().get(&at).await.ok();
    let letters = "SELECT body FROM mail WHERE body LIKE '%/candidatura/%' ORDER BY created_at DESC LIMIT 1";
    let letter: String = ::store::sql(letters).value(house.app.db.db.reader()).await.unwrap().unwrap();
    let secret = letter.split("/candidatura/").nth(1).unwrap().split_whitespace().next().unwrap();
    visitor().get(&format!("/candidatura/{secret}")).await.leads_to(&format!("/candidature/{secret}"));
    visitor().get(&at).await.is(StatusCode::NOT_FOUND);
    visitor().get(&format!("/candidature/{secret}")).await.ok();
}

#[tokio::test]
async fn a_link_is_renewed_and_leads_to_an_account() {
    let house = House::new().await;
    let (at, candidacy) = house.sent("Nina", "nina@example.org").await;
    let renewed = house.app.as_visitor().post(&format!("{at}/link"), &[]).await;
    renewed.leads_to("/candidature/");
    house.app.as_visitor().get(&at).await.is(StatusCode::NOT_FOUND);
    let at = renewed.location();
    house.app.as_visitor().get(&at).await.ok().says("Crea un profilo");
    house.app.as_visitor().post(&format!("{at}/profilo"), &[]).await.leads_to(&at);
    assert_eq!(house.count("invitation WHERE email = 'nina@example.org'").await, 1);
    // With an account it is found there, whoever began it by link.
    let nina = Who::new(candidacy.person.unwrap(), "Nina");
    let mine = house.app.as_person(&nina).get("/le-mie-candidature").await;
    mine.ok().says("Tre persone esperte").says("ap-badge--kind").hides("ap-badge--done");
    house.app.as_person(&nina).get(&candidacy.href()).await.ok().says("Hai inviato la candidatura");
}

#[tokio::test]
async fn who_withdraws_may_apply_again_with_the_words_of_before() {
    let house = House::new().await;
    let (at, candidacy) = house.sent("Nina", "nina@example.org").await;
    let visitor = || house.app.as_visitor();
    visitor().post(&format!("{at}/ritira"), &[]).await.invalid().says("Spunta la casella");
    visitor().post(&format!("{at}/ritira"), &[("sure", "1")]).await.leads_to(&at);
    visitor().post(&format!("{at}/ritira"), &[("sure", "1")]).await.leads_to(&at);
    visitor().get(&at).await.ok().says("Candidati di nuovo").says("Puoi candidarti di nuovo quando vuoi");
    house.app.clock.advance(Duration::minutes(5));
    let again = visitor().post(&format!("{at}/di-nuovo"), &[]).await;
    again.leads_to("/candidature/");
    visitor().get(&again.location()).await.ok().says("Il gruppo mi ha rimessa in piedi.");
    let all = of_person(house.app.db.db.reader(), candidacy.person.unwrap()).await.unwrap();
    assert_eq!((all.len(), all[0].previous), (2, Some(candidacy.id)));
}

#[tokio::test]
async fn two_windows_do_not_overwrite_each_other() {
    let house = House::new().await;
    let at = house.draft("Nina", "nina@example.org").await;
    let version = field(&house.app.as_visitor().get(&at).await, "version");
    let one = [("motivation", "Dalla prima."), ("version", version.as_str()), ("do", "save")];
    let two = [("motivation", "Dalla seconda."), ("version", version.as_str()), ("do", "save")];
    house.app.as_visitor().post(&at, &one).await.leads_to(&at);
    let clash = house.app.as_visitor().post(&at, &two).await;
    clash.is(StatusCode::CONFLICT).says("Dalla prima.").says("Dalla seconda.");
}

#[tokio::test]
async fn a_candidacy_that_waits_tells_the_panel_and_then_the_coordinator() {
    let circle = panel::tests::Circle::seated().await;
    let house = &circle.house;
    // The coordinator holds the role on record: letters go to who stands there.
    let mut tx = begin(&house.app, Act::ManageAccounts).await;
    let since = kernel::Period::since(tx.env().today());
    let scope = Scope::Organisation(house.organisation);
    people::facade::give_role(&mut tx, house.manager.id(), Role::OrganisationManager, scope, since).await.unwrap();
    tx.commit().await.unwrap();
    let (at, candidacy) = house.sent("Nina", "nina@example.org").await;
    let (app, waits) = (&house.app.app, "mail WHERE subject LIKE '%aspetta%'");
    house.app.clock.advance(Duration::days(13));
    assert_eq!(tend(app).await.unwrap(), 0);
    house.app.clock.advance(Duration::days(1));
    let all = waiting(house.app.db.db.reader(), app.env().now()).await.unwrap();
    assert_eq!((all.len(), all[0].candidacy.id, all[0].days), (1, candidacy.id, 14));
    assert_eq!((tend(app).await.unwrap(), tend(app).await.unwrap()), (1, 0));
    assert_eq!(house.count(waits).await, 2, "the two who sit in the panel");
    house.app.clock.advance(Duration::days(14));
    assert_eq!((tend(app).await.unwrap(), tend(app).await.unwrap()), (1, 0));
    assert_eq!(house.count(waits).await, 3);
    house.app.as_visitor().get(&at).await.ok().says("Lo abbiamo detto a chi coordina");
    let steps = next_steps(&house.app.db.db, &house.manager.actor()).await.unwrap();
    assert_eq!((steps.len(), steps[0].key, steps[0].urgent), (1, "candidacy-todo-waits", true));
    // Whoever coordinates sees dates and stages, and no name.
    let list = format!("{}/avvisi/{}/candidature", house.href, house.call);
    house.app.as_person(&house.manager).get(&list).await.ok().says("Ferma da 28 giorni").hides("Nina");
    house.app.as_person(&house.manager).in_lang(Lang::En).get(&list).await.ok().says("Still for 28 days");
    // A step forward, and the counting begins anew.
    let mut tx = begin(&house.app, Act::SitInPanel).await;
    advance(&mut tx, &candidacy, Stage::Interview).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(tend(app).await.unwrap(), 0);
}

#[tokio::test]
async fn nobody_is_told_that_a_candidacy_waits_while_it_is_the_candidates_turn() {
    let circle = panel::tests::Circle::seated().await;
    let (house, app) = (&circle.house, &circle.house.app.app);
    let (own, of) = house.sent("Nina", "nina@example.org").await;
    circle.met(&own, &of).await;
    let note = [("version", "0"), ("free", "Una nota")];
    house.app.as_person(&circle.ada).post(&format!("/selezione/{}/note", of.id), &note).await.leads_to("/selezione");
    // Nina has not read the note yet: that is hers to do, and nobody presses.
    house.app.clock.advance(Duration::days(29));
    assert_eq!(tend(app).await.unwrap(), 0);
    assert!(waiting(circle.conn(), app.env().now()).await.unwrap().is_empty());
    assert!(next_steps(&house.app.db.db, &house.manager.actor()).await.unwrap().is_empty());
    let list = format!("{}/avvisi/{}/candidature", house.href, house.call);
    house.app.as_person(&house.manager).get(&list).await.ok().hides("Ferma da");
    house.app.as_visitor().post(&format!("{own}/note"), &[("version", "1"), ("remark", "")]).await.leads_to(&own);
    assert_eq!(tend(app).await.unwrap(), 1);
    assert_eq!(house.count("mail WHERE subject LIKE '%aspetta%'").await, 2);
    house.app.as_person(&house.manager).get(&list).await.ok().says("Ferma da 29 giorni");
}

#[tokio::test]
async fn the_panel_hears_once_that_a_candidacy_arrived_and_not_whose() {
    let circle = panel::tests::Circle::seated().await;
    let house = &circle.house;
    let arrived = "mail WHERE subject LIKE '%per il tuo gruppo'";
    let draft = house.draft("Bozza", "bozza@example.org").await;
    assert_eq!(house.count(arrived).await, 0, "a draft is read by nobody else");
    let (at, candidacy) = house.sent("Nina", "nina@example.org").await;
    // Ada and Paolo sit; Eva and Piero could, and do not.
    assert_eq!(house.count(arrived).await, 2);
    let bodies: Vec<String> =
        ::store::sql(format!("SELECT body FROM {arrived} ORDER BY body LIMIT 9")).values(circle.conn()).await.unwrap();
    for body in &bodies {
        assert!(body.contains("Tre persone esperte") && body.contains("15 marzo 2026"), "{body}");
        assert!(body.contains(&format!("/selezione/{}", candidacy.id)), "{body}");
        assert!(!body.contains("Nina") && !body.contains("rimessa in piedi"), "{body}");
    }
    // Changed afterwards, nobody is written to again.
    let version = field(&house.app.as_visitor().get(&format!("{at}/parole")).await, "version");
    let typed = [("motivation", "Ho ricevuto molto."), ("version", version.as_str()), ("do", "send")];
    house.app.as_visitor().post(&at, &typed).await.leads_to(&at);
    assert_eq!(house.count(arrived).await, 2);
    house.app.as_visitor().get(&draft).await.ok();
}

#[tokio::test]
async fn who_sits_without_a_role_any_more_is_not_written_to() {
    let house = House::new().await;
    // Both sit, and neither holds a role on record.
    house.seat(house.call).await;
    house.sent("Nina", "nina@example.org").await;
    assert_eq!(house.count("mail WHERE subject LIKE '%per il tuo gruppo'").await, 0);
    house.app.clock.advance(Duration::days(14));
    assert_eq!(tend(&house.app.app).await.unwrap(), 1);
    assert_eq!(house.count("mail WHERE subject LIKE '%aspetta%'").await, 0);
}

#[tokio::test]
async fn who_sits_in_the_panel_reads_before_they_begin_that_they_step_aside() {
    let circle = panel::tests::Circle::seated().await;
    let (app, path) = (&circle.house.app, format!("{}/candidati", circle.house.avviso()));
    app.as_person(&circle.ada).get(&path).await.ok().says("Sei nel gruppo di selezione").says("fai un passo indietro");
    app.as_person(&circle.ada).in_lang(Lang::En).get(&path).await.ok().says("You sit in the panel of this call");
    // Eva does not sit, and a visitor is nobody here.
    app.as_person(&circle.eva).get(&path).await.ok().hides("Sei nel gruppo di selezione");
    app.as_visitor().get(&path).await.ok().hides("Sei nel gruppo di selezione");
}

#[tokio::test]
async fn two_who_pass_a_candidacy_on_one_wins() {
    let house = House::new().await;
    let (_, candidacy) = house.sent("Nina", "nina@example.org").await;
    let mut tx = begin(&house.app, Act::SitInPanel).await;
    advance(&mut tx, &candidacy, Stage::Talked).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = begin(&house.app, Act::SitInPanel).await;
    assert!(matches!(close(&mut tx, &candidacy, OutcomeKind::NoPlace).await, Err(Fault::Stale)));
    tx.rollback().await.unwrap();
    // Nobody begins a training without a conversation, and a draft is closed by nobody.
    assert!(!rules::may_close(Stage::Sent, OutcomeKind::Training));
    assert!(OutcomeKind::ALL.iter().all(|how| !rules::may_close(Stage::Draft, *how)));
}

#[tokio::test]
async fn everything_is_handed_over_and_erased_without_an_account() {
    let house = House::new().await;
    let (at, candidacy) = house.sent("Nina", "nina@example.org").await;
    let data = house.app.as_visitor().get(&format!("{at}/dati")).await;
    assert_eq!(data.status, StatusCode::OK);
    assert!(data.text().contains("Il gruppo mi ha rimessa in piedi."), "{}", data.text());
    house.app.as_visitor().post(&format!("{at}/cancella"), &[]).await.invalid().says("Spunta la casella");
    house.app.as_visitor().post(&format!("{at}/cancella"), &[("sure", "1")]).await.leads_to("/avvisi");
    house.app.as_visitor().get(&at).await.is(StatusCode::NOT_FOUND);
    assert_eq!(house.count("person WHERE display_name = 'Nina'").await, 0);
    let left = by_id(house.app.db.db.reader(), candidacy.id).await.unwrap().unwrap();
    assert_eq!((left.person, left.email, left.outcome), (None, None, Some(OutcomeKind::Withdrawn)));
    assert_eq!(house.count("candidacy WHERE sealed IS NOT NULL").await, 0);
}

#[tokio::test]
async fn what_is_kept_no_longer_goes_with_its_person() {
    let house = House::new().await;
    house.draft("Bozza", "bozza@example.org").await;
    let (at, _) = house.sent("Nina", "nina@example.org").await;
    house.app.as_visitor().post(&format!("{at}/ritira"), &[("sure", "1")]).await.leads_to(&at);
    house.app.clock.advance(Duration::days(61));
    assert_eq!(tend(&house.app.app).await.unwrap(), 1);
    assert_eq!(house.count("person WHERE display_name = 'Bozza'").await, 0);
    assert_eq!(house.count("person WHERE display_name = 'Nina'").await, 1);
    house.app.clock.advance(Duration::days(304));
    assert_eq!(tend(&house.app.app).await.unwrap(), 1);
    assert_eq!((house.count("person WHERE display_name = 'Nina'").await, house.count("candidacy").await), (0, 0));
}

#[tokio::test]
async fn made_up_candidacies_read_like_true_ones() {
    let house = House::new().await;
    let nina = house.app.person("Nina");
    put_on_record(&house.app, &nina, "Nina", None).await;
    let mut tx = begin(&house.app, Act::Apply).await;
    let begun_at = tx.env().now() - Duration::days(40);
    let made = MadeCandidacy {
        call: house.call,
        organisation: house.organisation,
        person: nina.id(),
        source: Source::Own,
        stage: Stage::Closed,
        outcome: Some(OutcomeKind::Training),
        previous: None,
        words: Some(Words { motivation: "Imparare".to_owned(), ..Words::default() }),
        shared: true,
        begun_at,
        moved_at: begun_at + Duration::days(20),
    };
    let ids = create_candidacies(&mut tx, &house.app.app, &[made]).await.unwrap();
    tx.commit().await.unwrap();
    let page = house.app.as_person(&nina).get(&format!("/candidature/{}", ids[0])).await;
    page.ok().says("Comincia la formazione").says("Imparare").says("Più sotto leggi come");
}
