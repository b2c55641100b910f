//! `allapari doctor`: every setting with its origin, and whether the installation is well. Every
//! problem comes with its mend.

use crate::{
    commands::{Console, Failure, Outcome},
    installation,
    mail::Mailer,
    settings::{KNOWN, Origin, Reading, Settings, Shown, secret, smtp::is_loopback},
};
use access::audit;
use kernel::{DateTime, Duration, Env, Utc};
use serde::Serialize;
use std::{path::Path, time::Duration as Wait};
use store::{Db, Engine, Options};
use web::{Arg, T};

/// How long a check of something outside may take.
const PATIENCE: Wait = Wait::from_secs(10);
/// How many bytes ought to be free where the data are.
const ROOM: u64 = 1 << 30;

/// How a check went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// All is well.
    Fine,
    /// Something is to be mended.
    Problem,
    /// Nothing was there to be checked.
    Nothing,
}

/// A check: its key (`doctor-NAME`), how it went, and the key of the text with the mend.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Check {
    /// What was checked.
    pub name: &'static str,
    /// How it went.
    pub state: State,
    /// The key of the text that says what was found and, for a problem, how to mend it.
    pub says: &'static str,
    /// What fills the text in.
    pub args: Vec<(&'static str, String)>,
}

impl Check {
    fn new(name: &'static str, state: State, says: &'static str) -> Self {
        Self { name, state, says, args: Vec::new() }
    }
    fn fine(name: &'static str, says: &'static str) -> Self {
        Self::new(name, State::Fine, says)
    }
    fn problem(name: &'static str, says: &'static str) -> Self {
        Self::new(name, State::Problem, says)
    }
    fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
    fn words(&self, t: &T) -> String {
        let args: Vec<(&str, Arg)> = self.args.iter().map(|(name, value)| (*name, Arg::from(value))).collect();
        t.args(self.says, &args)
    }
}

/// Runs all checks. Settings that are wrong are problems too; the rest is then not looked at.
pub async fn examine(reading: &Reading, env: &Env) -> Vec<Check> {
    let Some(settings) = &reading.settings else { return Vec::new() };
    let mut checks = vec![clock(env.now())];
    checks.extend(database(settings, env).await);
    checks.push(disk(settings));
    checks.push(key_file(settings));
    checks.push(base_url(settings));
    checks.push(mail(settings).await);
    checks.push(paper().await);
    checks
}

/// Whether a page can be set: the typefaces are there and the PDF comes out.
async fn paper() -> Check {
    let article = typeset::Article { title: "Alla pari".to_owned(), ..typeset::Article::default() };
    match tokio::task::spawn_blocking(move || typeset::pdf(&article)).await {
        Ok(Ok(_)) => Check::fine("paper", "doctor-paper-fine"),
        Ok(Err(fault)) => Check::problem("paper", "doctor-paper-not").with("what", fault),
        Err(fault) => Check::problem("paper", "doctor-paper-not").with("what", fault),
    }
}

/// No program runs before it was written.
fn clock(now: DateTime<Utc>) -> Check {
    let written = DateTime::from_timestamp(1_767_225_600, 0).unwrap_or_default();
    if now < written {
        return Check::problem("clock", "doctor-clock-behind").with("now", now.to_rfc3339());
    }
    Check::fine("clock", "doctor-clock-fine").with("now", now.to_rfc3339_opts(chrono::SecondsFormat::Secs, true))
}

async fn database(settings: &Settings, env: &Env) -> Vec<Check> {
    if let (Engine::Sqlite, Some(path)) = (settings.database.engine(), settings.database.path())
        && !path.exists()
    {
        return vec![Check::new("database", State::Nothing, "doctor-database-none").with("path", path.display())];
    }
    let options = Options { readers: 2, writers: 2, durable: true };
    let connecting = Db::connect(&settings.database, env.clone(), options);
    let db = match tokio::time::timeout(PATIENCE, connecting).await {
        Ok(Ok(db)) => db,
        Ok(Err(fault)) => return vec![Check::problem("database", "doctor-database-unreachable").with("what", fault)],
        Err(_) => return vec![Check::problem("database", "doctor-database-silent")],
    };
    let engine = if db.engine() == Engine::Postgres { "PostgreSQL" } else { "SQLite" };
    let mut checks = vec![Check::fine("database", "doctor-database-fine").with("engine", engine)];
    let pending = store::pending_migrations(&db, crate::migrations).await;
    checks.push(match &pending {
        Ok(pending) if pending.is_empty() => Check::fine("migrations", "doctor-migrations-fine"),
        Ok(pending) => Check::problem("migrations", "doctor-migrations-pending").with("names", pending.join(", ")),
        Err(fault) => Check::problem("migrations", "doctor-database-unreachable").with("what", fault),
    });
    if pending.is_ok_and(|pending| pending.is_empty()) {
        checks.push(writable(&db).await);
        checks.push(heads(&db).await);
        checks.push(right_key(settings, &db).await);
    }
    db.close().await;
    checks
}

/// Whether something can be written: a lease that runs out at once.
async fn writable(db: &Db) -> Check {
    match store::lease(db, "doctor", db.env().uuid(), Duration::zero()).await {
        Ok(_) => Check::fine("writable", "doctor-writable-fine"),
        Err(fault) => Check::problem("writable", "doctor-writable-not").with("what", fault),
    }
}

/// What the audit log holds, and whether its last entry lies in the future.
async fn heads(db: &Db) -> Check {
    match audit::heads(db.reader()).await {
        Ok(heads) if heads.newest.is_some_and(|at| at > db.env().now() + Duration::minutes(5)) => {
            Check::problem("audit", "doctor-audit-from-the-future")
                .with("newest", heads.newest.map(|at| at.to_rfc3339()).unwrap_or_default())
        }
        Ok(heads) => {
            Check::fine("audit", "doctor-audit-fine").with("streams", heads.streams).with("entries", heads.entries)
        }
        Err(fault) => Check::problem("audit", "doctor-database-unreachable").with("what", fault),
    }
}

/// Whether the key is the one that the database was used with.
async fn right_key(settings: &Settings, db: &Db) -> Check {
    if !settings.secret_file.exists() && installation::is_new(db).await.unwrap_or(false) {
        return Check::new("key", State::Nothing, "doctor-key-none").with("path", settings.secret_file.display());
    }
    match installation::check_key(settings, db).await {
        Ok(()) => Check::fine("key", "doctor-key-fine"),
        Err(fault) => {
            let failure = Failure::from(fault);
            match failure {
                Failure::Said(key, args) => Check { name: "key", state: State::Problem, says: key, args },
                Failure::Other(error) => Check::problem("key", "command-failed").with("what", error),
            }
        }
    }
}

/// Whether there is room where the data are.
fn disk(settings: &Settings) -> Check {
    let Some(path) = settings.database.path() else {
        return Check::new("disk", State::Nothing, "doctor-disk-elsewhere");
    };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match free_bytes(folder) {
        Some(free) if free < ROOM => {
            Check::problem("disk", "doctor-disk-full").with("free", free >> 20).with("path", folder.display())
        }
        Some(free) => Check::fine("disk", "doctor-disk-fine").with("free", free >> 30),
        None => Check::new("disk", State::Nothing, "doctor-disk-unknown").with("path", folder.display()),
    }
}

#[cfg(unix)]
fn free_bytes(folder: &Path) -> Option<u64> {
    let found = rustix::fs::statvfs(folder).ok()?;
    Some(found.f_bavail.saturating_mul(found.f_frsize))
}

#[cfg(not(unix))]
fn free_bytes(_: &Path) -> Option<u64> {
    None
}

fn key_file(settings: &Settings) -> Check {
    let path = settings.secret_file.display();
    if secret::is_open_to_others(&settings.secret_file) {
        return Check::problem("key-file", "doctor-key-file-open").with("path", path);
    }
    if !settings.secret_file.exists() {
        return Check::new("key-file", State::Nothing, "doctor-key-none").with("path", path);
    }
    Check::fine("key-file", "doctor-key-file-fine").with("path", path)
}

fn base_url(settings: &Settings) -> Check {
    let url = &settings.base_url;
    if url.scheme() == "https" || is_loopback(url) {
        return Check::fine("base-url", "doctor-base-url-fine").with("url", url);
    }
    Check::problem("base-url", "doctor-base-url-open").with("url", url)
}

async fn mail(settings: &Settings) -> Check {
    let Some(server) = &settings.smtp else { return Check::new("mail", State::Nothing, "doctor-mail-none") };
    let greeting = async {
        let mailer = Mailer::new(server, settings.mail_from.clone())?;
        mailer.greet().await
    };
    match tokio::time::timeout(PATIENCE, greeting).await {
        Ok(Ok(true)) => Check::fine("mail", "doctor-mail-fine").with("server", server.host()),
        Ok(Ok(false)) => Check::problem("mail", "doctor-mail-silent").with("server", server.host()),
        Ok(Err(fault)) => {
            Check::problem("mail", "doctor-mail-failed").with("server", server.host()).with("what", fault)
        }
        Err(_) => Check::problem("mail", "doctor-mail-silent").with("server", server.host()),
    }
}

#[derive(Serialize)]
struct Report<'r> {
    version: &'static str,
    fine: bool,
    settings: &'r [Shown],
    wrong_settings: &'r kernel::Invalids,
    checks: Vec<Said<'r>>,
}

/// A check with its words.
#[derive(Serialize)]
struct Said<'r> {
    #[serde(flatten)]
    check: &'r Check,
    words: String,
}

/// Examines and shows, for people or for machines.
///
/// # Errors
/// [`Failure`] when nothing can be written.
pub(crate) async fn run(
    reading: &Reading,
    env: &Env,
    console: &mut Console<'_>,
    as_json: bool,
) -> Result<Outcome, Failure> {
    let checks = examine(reading, env).await;
    let fine = reading.problems.is_empty() && checks.iter().all(|check| check.state != State::Problem);
    let outcome = if fine { Outcome::Fine } else { Outcome::Problems };
    if as_json {
        let report = Report {
            version: env!("CARGO_PKG_VERSION"),
            fine,
            settings: &reading.shown,
            wrong_settings: &reading.problems,
            checks: checks.iter().map(|check| Said { check, words: check.words(console.t()) }).collect(),
        };
        console.json(&report)?;
        return Ok(outcome);
    }
    show_settings(reading, console)?;
    for check in &checks {
        let mark = match check.state {
            State::Fine => "✓",
            State::Problem => "✗",
            State::Nothing => "·",
        };
        let line =
            format!("{mark} {}: {}", console.t().get(&format!("doctor-{}", check.name)), check.words(console.t()));
        console.line(line)?;
    }
    console.line("")?;
    console.say(if fine { "doctor-all-fine" } else { "doctor-something-wrong" })?;
    Ok(outcome)
}

fn show_settings(reading: &Reading, console: &mut Console<'_>) -> Result<(), Failure> {
    let t = console.t().clone();
    let rows: Vec<Vec<String>> = reading
        .shown
        .iter()
        .zip(KNOWN)
        .map(|(shown, known)| {
            let origin = match &shown.origin {
                Origin::Default => t.get("doctor-default"),
                given => given.to_string(),
            };
            let value = if shown.value.is_empty() { t.get("doctor-not-set") } else { shown.value.clone() };
            vec![shown.name.to_owned(), value, origin, t.get(&known.key())]
        })
        .collect();
    console.table(&["doctor-setting", "doctor-value", "doctor-origin", "doctor-meaning"], &rows)?;
    console.line("")?;
    for problem in &reading.problems.0 {
        console.line(format!("✗ {}: {}", problem.field, crate::commands::invalid(&t, problem)))?;
    }
    Ok(())
}
