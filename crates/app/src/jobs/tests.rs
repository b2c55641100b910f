//! The jobs as they run: with a real mail server on this machine, and on two nodes.

use super::*;
use crate::settings::smtp::SmtpUrl;
use ::store::testing::TestDb;
use kernel::{EmailAddress, Env, Event, FakeClock, Lang};
use people::facade::{Mail, mail_counts, queue_mail};
use std::sync::Mutex;
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

/// A mail server of a few words, which keeps what it is handed and may be told to refuse.
#[derive(Default)]
struct Post {
    letters: Mutex<Vec<String>>,
    refuses: Mutex<bool>,
}

impl Post {
    async fn open() -> (Arc<Post>, SmtpUrl) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let post = Arc::new(Post::default());
        let office = Arc::clone(&post);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let office = Arc::clone(&office);
                tokio::spawn(async move { office.serve(stream).await });
            }
        });
        (post, SmtpUrl::parse(&url).unwrap())
    }
    async fn serve(&self, stream: TcpStream) -> Option<()> {
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read).lines();
        write.write_all(b"220 post ready\r\n").await.ok()?;
        while let Some(line) = lines.next_line().await.ok()? {
            let refuses = *self.refuses.lock().unwrap();
            let word = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
            let answer = match word.as_str() {
                "EHLO" => "250-post\r\n250 8BITMIME\r\n",
                "RCPT" if refuses => "451 4.3.0 come back later\r\n",
                "DATA" => "354 go on\r\n",
                "QUIT" => "221 bye\r\n",
                _ => "250 ok\r\n",
            };
            write.write_all(answer.as_bytes()).await.ok()?;
            if word == "DATA" {
                let mut letter = String::new();
                while let Some(line) = lines.next_line().await.ok()?.filter(|line| line != ".") {
                    letter.push_str(&line);
                    letter.push('\n');
                }
                self.letters.lock().unwrap().push(letter);
                write.write_all(b"250 taken\r\n").await.ok()?;
            }
        }
        Some(())
    }
    fn letters(&self) -> Vec<String> {
        self.letters.lock().unwrap().clone()
    }
}

async fn fresh() -> (TestDb, Arc<FakeClock>) {
    let (env, clock) = Env::still("2026-03-01T10:00:00Z".parse().unwrap(), 11);
    (TestDb::new(env, crate::migrations).await.unwrap(), clock)
}

fn house(t: &TestDb, server: &SmtpUrl) -> House {
    let mailer = Mailer::new(server, "Alla pari <noreply@example.it>".parse().unwrap()).unwrap();
    let assembled = crate::assembly::assemble(t.db.clone(), web::Site::for_tests()).unwrap();
    House { db: t.db.clone(), app: assembled.app, holdings: Arc::from([]), mailer: Some(mailer) }
}

async fn write(t: &TestDb, to: &str) {
    let mail = Mail {
        to: EmailAddress::parse("email", to).unwrap(),
        lang: Lang::It,
        subject: "È arrivato un invito".into(),
        body: "Ciao!\n\n.Una riga con il punto davanti.\nhttps://example.it/invito/1\n".into(),
    };
    let mut tx = Technical::Mail.begin(&t.db).await.unwrap();
    queue_mail(&mut tx, &mail).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn mail_leaves_once_with_words_and_headers_whole() {
    let (t, _) = fresh().await;
    let (post, server) = Post::open().await;
    write(&t, "ada@example.org").await;
    let house = house(&t, &server);
    run_once(&house).await.unwrap();
    run_once(&house).await.unwrap();
    let letters = post.letters();
    assert_eq!(letters.len(), 1);
    for part in ["To: ada@example.org", "Auto-Submitted: auto-generated", "Content-Language: it", "@example.it>"] {
        assert!(letters[0].contains(part), "{part} is not in {}", letters[0]);
    }
    assert!(letters[0].contains("https://example.it/invito/1"), "{}", letters[0]);
    let last = store::last_runs(t.db.reader()).await.unwrap();
    let mail = last.iter().find(|run| run.name == "mail").unwrap();
    assert!(mail.ok && mail.done == 1);
}

#[tokio::test]
async fn mail_that_is_refused_waits_and_is_tried_again_later() {
    let (t, clock) = fresh().await;
    let (post, server) = Post::open().await;
    *post.refuses.lock().unwrap() = true;
    write(&t, "ada@example.org").await;
    let house = house(&t, &server);
    assert!(run_once(&house).await.is_err());
    assert_eq!(mail_counts(t.db.reader()).await.unwrap(), (1, 0));
    let last = store::last_runs(t.db.reader()).await.unwrap();
    assert!(last.iter().any(|run| run.name == "mail" && !run.ok && run.detail.contains("later")), "{last:?}");
    *post.refuses.lock().unwrap() = false;
    // Not at once, but when its time has come.
    run_once(&house).await.unwrap();
    assert!(post.letters().is_empty());
    clock.advance(Duration::minutes(5));
    run_once(&house).await.unwrap();
    assert_eq!(post.letters().len(), 1);
    assert_eq!(mail_counts(t.db.reader()).await.unwrap(), (0, 0));
}

#[tokio::test]
async fn two_nodes_send_each_message_once() {
    let (t, _) = fresh().await;
    let (post, server) = Post::open().await;
    for n in 0..12 {
        write(&t, &format!("p{n}@example.org")).await;
    }
    let (one, two) = (house(&t, &server), house(&t, &server));
    let (a, b) = tokio::join!(run_once(&one), run_once(&two));
    a.and(b).unwrap();
    run_once(&one).await.unwrap();
    let mut to: Vec<String> =
        post.letters().iter().flat_map(|l| l.lines().find(|line| line.starts_with("To:")).map(str::to_owned)).collect();
    to.sort();
    to.dedup();
    assert_eq!((to.len(), post.letters().len()), (12, 12));
}

#[tokio::test]
async fn events_are_handled_and_forgotten_after_a_week() {
    let (t, clock) = fresh().await;
    let (_, server) = Post::open().await;
    let house = house(&t, &server);
    let mut tx = Technical::Reaction.begin(&t.db).await.unwrap();
    tx.emit(Event::NetworkChanged);
    tx.commit().await.unwrap();
    run_once(&house).await.unwrap();
    assert_eq!(waiting(&t).await, 0);
    clock.advance(Duration::days(9));
    run_once(&house).await.unwrap();
    let last = store::last_runs(t.db.reader()).await.unwrap();
    assert!(last.iter().any(|run| run.name == "retention" && run.ok && run.done >= 1), "{last:?}");
}

#[tokio::test]
async fn jobs_stop_when_they_are_told() {
    let (t, _) = fresh().await;
    let (post, server) = Post::open().await;
    let running = start(Arc::new(house(&t, &server)));
    write(&t, "ada@example.org").await;
    for _ in 0..200 {
        if !post.letters().is_empty() {
            break;
        }
        // The event wakes the loop at once instead of after its pause.
        let mut tx = Technical::Reaction.begin(&t.db).await.unwrap();
        tx.emit(Event::NetworkChanged);
        tx.commit().await.unwrap();
        tokio::time::sleep(Wait::from_millis(20)).await;
    }
    running.stop().await;
    assert_eq!(post.letters().len(), 1);
}

/// A job that breaks off each time.
struct Breaks;

#[async_trait]
impl Job for Breaks {
    fn name(&self) -> &'static str {
        "breaks"
    }
    async fn is_due(&self, _: &House) -> Result<bool, Fault> {
        Ok(true)
    }
    async fn run(&self, _: &House, _: &Turn) -> anyhow::Result<i64> {
        panic!("no such thing")
    }
}

#[tokio::test]
async fn a_job_that_breaks_off_is_noted_as_failed_and_may_be_done_again() {
    let (t, clock) = fresh().await;
    let (_, server) = Post::open().await;
    let house = house(&t, &server);
    let (_stop, stop) = watch::channel(false);
    let turn = Turn { db: t.db.clone(), lease: "job/breaks".to_owned(), node: t.db.env().uuid(), stop };
    for _ in 0..2 {
        let began = t.db.env().now();
        let error = attempt(&Breaks, &house, &turn).await.unwrap_err();
        assert!(error.to_string().contains("no such thing"), "{error}");
        let runs = store::last_runs(t.db.reader()).await.unwrap();
        let last = runs.iter().find(|run| run.name == "breaks").unwrap();
        assert!(!last.ok && last.started_at == began && last.detail.contains("no such thing"), "{last:?}");
        clock.advance(Duration::seconds(5));
    }
}

async fn tell(t: &TestDb) {
    let mut tx = Technical::Reaction.begin(&t.db).await.unwrap();
    tx.emit(Event::NetworkChanged);
    tx.commit().await.unwrap();
}

/// How many events wait, those that cannot be read included.
async fn waiting(t: &TestDb) -> usize {
    ::store::events_after(t.db.reader(), None, 500).await.unwrap().len()
}

#[tokio::test]
async fn what_follows_from_one_event_does_not_wait_for_another_that_fails() {
    let (t, clock) = fresh().await;
    let (_, server) = Post::open().await;
    let house = house(&t, &server);
    // More of them than are read at once.
    let strange = serde_json::json!({"kind": "not_thought_of_yet"});
    let tx = Technical::Reaction.begin(&t.db).await.unwrap();
    for _ in 0..201 {
        ::store::sql("INSERT INTO event (id, at, payload) VALUES ($1, $2, $3)")
            .bind(t.db.env().uuid())
            .bind(t.db.env().now())
            .bind(strange.clone())
            .run(tx.conn())
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
    clock.advance(Duration::seconds(1));
    tell(&t).await;
    assert_eq!(waiting(&t).await, 202);
    clock.advance(Duration::seconds(1));
    assert!(run_once(&house).await.is_err());
    assert_eq!(waiting(&t).await, 201);
    // Not again at once; what is new is not held up; and after a while once more.
    run_once(&house).await.unwrap();
    clock.advance(Duration::seconds(1));
    tell(&t).await;
    assert!(run_once(&house).await.is_err());
    assert_eq!(waiting(&t).await, 201);
    clock.advance(Duration::minutes(1));
    assert!(run_once(&house).await.is_err());
}

#[tokio::test]
async fn a_mail_server_that_says_nothing_holds_a_letter_up_for_a_while_only() {
    let (t, _) = fresh().await;
    // Whoever calls is put through, and nobody ever speaks.
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let server = SmtpUrl::parse(&format!("smtp://{}", listener.local_addr().unwrap())).unwrap();
    let mailer = Mailer::new(&server, "Alla pari <noreply@example.it>".parse().unwrap()).unwrap();
    write(&t, "ada@example.org").await;
    let now = t.db.env().now();
    let waiting = people::facade::mail_to_send(t.db.reader(), now, 1).await.unwrap();
    let failed = mail::send(&mailer, &waiting[0], now, Wait::from_secs(1)).await.unwrap_err();
    assert!(failed.contains("within 1 seconds"), "{failed}");
}
