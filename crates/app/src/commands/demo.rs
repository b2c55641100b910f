//! `allapari demo` and `allapari seed`: a made-up network, to look around in or to measure with.

use super::{Console, DemoArguments, Failure, Outcome, SeedArguments, serve};
use crate::{
    Persona, installation,
    made_up::{Size, fill},
    settings::{Origin, Reading, Settings, Sources, read},
};
use std::{
    collections::BTreeMap,
    io::ErrorKind,
    net::SocketAddr,
    path::{Path, PathBuf},
};
use tokio::net::TcpListener;
use url::Url;
use web::{App, Arg};

/// The address of the visitor's entry; the others bear the codes of their roles.
const VISITOR: &str = "visitor";

pub(super) async fn demo(
    reading: &Reading,
    arguments: &DemoArguments,
    console: &mut Console<'_>,
) -> Result<Outcome, Failure> {
    // Kept until the end: a temporary folder goes with it.
    let temporary = match &arguments.data {
        Some(_) => None,
        None => Some(tempfile::Builder::new().prefix("allapari-demo-").tempdir()?),
    };
    let folder: PathBuf = match (&arguments.data, &temporary) {
        (Some(folder), _) => folder.clone(),
        (None, Some(temporary)) => temporary.path().to_owned(),
        (None, None) => PathBuf::from("."),
    };
    let mut settings = settings(reading, &folder)?;
    let listener = listener(reading, settings.listen).await?;
    let address = listener.local_addr()?;
    if let Ok(url) = Url::parse(&format!("http://{address}/")) {
        settings.base_url = url;
    }
    let is_new = settings.database.path().is_none_or(|path| !path.exists());
    let db = installation::open(&settings, true).await?;
    let secret = installation::key(&settings, &db).await?;
    let mut site = serve::site(&settings, secret);
    site.demo = true;
    let assembled = crate::assembly::assemble(db.clone(), site)?;
    if is_new {
        console.say("command-demo-filling")?;
        make_up(&assembled.app, Size::DEMO, console).await?;
    }
    entries(console, &settings.base_url, &folder, temporary.is_some())?;
    serve::run(db, assembled, None, listener, serve::told_to_stop()).await?;
    console.say("command-stopped")?;
    Ok(Outcome::Fine)
}

/// The demonstration keeps to its folder, whatever else is set.
fn settings(reading: &Reading, folder: &Path) -> Result<Settings, Failure> {
    let shown = |name: &str| reading.shown.iter().find(|shown| shown.name == name);
    let mut flags = BTreeMap::from([
        ("database".to_owned(), format!("sqlite:{}", folder.join("allapari.db").display())),
        ("secret_file".to_owned(), folder.join("allapari.key").display().to_string()),
    ]);
    for name in ["listen", "log", "log_format", "helpline"] {
        if let Some(given) = shown(name).filter(|shown| !shown.value.is_empty()) {
            flags.insert(name.to_owned(), given.value.clone());
        }
    }
    let own = read(&Sources { file: None, environment: BTreeMap::new(), flags });
    own.settings.ok_or_else(|| Failure::said("settings-problems"))
}

/// The address asked for; when nobody asked and the usual one is taken, any other.
async fn listener(reading: &Reading, listen: SocketAddr) -> Result<TcpListener, Failure> {
    let asked = reading.shown.iter().any(|shown| shown.name == "listen" && shown.origin != Origin::Default);
    match TcpListener::bind(listen).await {
        Err(error) if error.kind() == ErrorKind::AddrInUse && !asked => Ok(TcpListener::bind((listen.ip(), 0)).await?),
        Err(error) => {
            let args = vec![("listen", listen.to_string()), ("what", error.to_string())];
            Err(Failure::Said("command-listen-failed", args))
        }
        Ok(listener) => Ok(listener),
    }
}

/// Prints where to go, and a way in for each part that somebody may play.
fn entries(console: &mut Console<'_>, base: &Url, folder: &Path, temporary: bool) -> Result<(), Failure> {
    console.say_with("command-demo-ready", &[("address", base.as_str().into())])?;
    let rows: Vec<Vec<String>> = std::iter::once(VISITOR)
        .chain(Persona::all().map(Persona::code))
        .map(|code| vec![console.t().get(&format!("demo-{code}")), format!("{base}prova/{code}")])
        .collect();
    console.table(&["command-demo-who", "command-demo-entry"], &rows)?;
    if !temporary {
        console.say_with("command-demo-kept", &[("path", folder.display().to_string().into())])?;
    } else {
        console.say("command-demo-temporary")?;
    }
    console.say("command-demo-stop")?;
    Ok(())
}

pub(super) async fn seed(
    settings: &Settings,
    arguments: &SeedArguments,
    console: &mut Console<'_>,
) -> Result<Outcome, Failure> {
    let db = installation::open(settings, true).await?;
    let secret = installation::key(settings, &db).await?;
    let assembled = crate::assembly::assemble(db.clone(), serve::site(settings, secret))?;
    let size = Size {
        organisations: arguments.organisations,
        experts: arguments.experts,
        candidacies: arguments.candidacies,
        editions: arguments.editions,
    };
    make_up(&assembled.app, size, console).await?;
    db.close().await;
    Ok(Outcome::Fine)
}

async fn make_up(app: &App, size: Size, console: &mut Console<'_>) -> Result<(), Failure> {
    let begun = app.env().now();
    let mut told = Vec::new();
    // One line for each tenth.
    let progress = |what: &str, done: usize, of: usize| {
        let tenth = (what.to_owned(), done * 10 / of.max(1));
        if told.last() != Some(&tenth) {
            tracing::info!(what, done, of, "making up");
            told.push(tenth);
        }
    };
    fill(app, size, progress).await?;
    let seconds = (app.env().now() - begun).num_seconds();
    console.say_with(
        "command-seed-done",
        &[
            ("organisations", Arg::from(size.organisations)),
            ("experts", Arg::from(size.experts)),
            ("seconds", Arg::from(seconds)),
        ],
    )?;
    Ok(())
}
