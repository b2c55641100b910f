//! `cargo xtask crash`: the program is killed (`kill -9`) while it takes many changes at once and
//! while the register is being imported, again and again. Each time the database must open, the
//! audit chains must verify, every change that was acknowledged must be there, and an import must
//! be there whole or not at all.

use crate::{http::Connection, run::output};
use anyhow::{Context, Result, bail, ensure};
use std::{
    collections::BTreeSet,
    fmt::Write,
    net::{SocketAddr, TcpListener},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// How to crash it.
#[derive(clap::Args)]
pub struct Options {
    /// The program; the one built for tests when none is named.
    #[arg(long)]
    binary: Option<PathBuf>,
    /// How often it is killed.
    #[arg(long, default_value_t = 20)]
    times: u32,
}

/// How many changes are under way in each round, and from how many connections.
const CHANGES: usize = 200;
const WRITERS: usize = 4;
/// How many organisations each import would add.
const IMPORTED: usize = 300;

/// Kills the program again and again. Says whether nothing was lost.
pub fn run(root: &Path, options: &Options) -> Result<bool> {
    let built = || {
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from).join("debug/allapari")
    };
    let binary = options.binary.clone().unwrap_or_else(built);
    let folder = std::env::temp_dir().join(format!("allapari-crash-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let house = House { binary, data: folder.clone() };
    let (mut acknowledged, mut imports) = (0, 0);
    let outcome = (0..options.times).try_for_each(|round| {
        let (kept, whole) = house.round(round).with_context(|| format!("round {}", round + 1))?;
        println!(
            "{:>2}: killed; {kept} of {CHANGES} changes were acknowledged and are there; import {}",
            round + 1,
            if whole { "there, whole" } else { "not there" }
        );
        acknowledged += kept;
        imports += usize::from(whole);
        anyhow::Ok(())
    });
    std::fs::remove_dir_all(&folder)?;
    outcome?;
    println!(
        "Killed {} times: {acknowledged} acknowledged changes are there, {imports} imports whole, none half.",
        options.times
    );
    Ok(true)
}

struct House {
    binary: PathBuf,
    data: PathBuf,
}

impl House {
    fn round(&self, round: u32) -> Result<(usize, bool)> {
        let register = self.register(round)?;
        let mut served = self.serve()?;
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let address = served.address;
                std::thread::spawn(move || write(address, round, writer))
            })
            .collect();
        let mut import = self
            .command(&["import", "organisations", &register, "--confirm"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        // A different moment each time, from the first changes to the last.
        std::thread::sleep(Duration::from_millis(u64::from(40 + round * 61 % 700)));
        served.child.kill()?;
        import.kill()?;
        served.child.wait()?;
        import.wait()?;
        let acknowledged: BTreeSet<String> = writers.into_iter().flat_map(|w| w.join().unwrap_or_default()).collect();
        output(&mut self.command(&["audit", "verify"])).context("the audit chains")?;
        let served = self.serve()?;
        let there = reports(served.address, round)?;
        let lost: Vec<_> = acknowledged.difference(&there).collect();
        ensure!(lost.is_empty(), "acknowledged, and lost: {lost:?}");
        let found = count(served.address, round)?;
        ensure!(found == 0 || found == IMPORTED, "an import is there by half: {found} of {IMPORTED}");
        Ok((acknowledged.len(), found == IMPORTED))
    }
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.binary);
        let database = format!("sqlite:{}", self.data.join("allapari.db").display());
        command.args(arguments).env("ALLAPARI_DATABASE", database).current_dir(&self.data).stdin(Stdio::null());
        command
    }
    /// Starts the demo on the data and waits until it answers.
    fn serve(&self) -> Result<Served> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let data = self.data.display().to_string();
        let mut command = self.command(&["demo", "--data", &data, "--listen", &address.to_string()]);
        let served = Served { child: command.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?, address };
        let started = Instant::now();
        while started.elapsed() < Duration::from_secs(90) {
            let answer = Connection::open(address).and_then(|mut open| open.get("/healthz", ""));
            if answer.is_ok_and(|answer| answer.status == 200) {
                return Ok(served);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        bail!("the program does not start again")
    }
    /// A register of made-up organisations that no other round has.
    fn register(&self, round: u32) -> Result<String> {
        let mut csv = String::from("name,kind,town,province,territory\n");
        for row in 0..IMPORTED {
            writeln!(csv, "Caduta{round} realtà {row},association,Terni,TR,umbria")?;
        }
        let path = self.data.join(format!("register-{round}.csv"));
        std::fs::write(&path, csv)?;
        Ok(path.display().to_string())
    }
}

/// The program while it serves; it ends when this is dropped.
struct Served {
    child: Child,
    address: SocketAddr,
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have been killed already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Sends reports until the program is gone; hands back those that were acknowledged.
fn write(address: SocketAddr, round: u32, writer: usize) -> Vec<String> {
    let mut acknowledged = Vec::new();
    let Ok(mut connection) = Connection::open(address) else { return acknowledged };
    for change in 0..CHANGES / WRITERS {
        let words = format!("caduta-{round}-{writer}-{change}-fine");
        match connection.post("/segnala", &format!("text={words}&page=&email=")) {
            Ok(answer) if answer.status == 303 => acknowledged.push(words),
            _ => break,
        }
    }
    acknowledged
}

/// The reports of a round that the administrator reads, newest first.
fn reports(address: SocketAddr, round: u32) -> Result<BTreeSet<String>> {
    let mut connection = Connection::open(address)?;
    let cookie = connection.post("/prova/administrator", "")?.cookies.join("; ");
    let sought = regex::Regex::new(&format!("caduta-{round}-[0-9]+-[0-9]+-fine"))?;
    let mut found = BTreeSet::new();
    for page in 1..=1 + CHANGES {
        let answer = connection.get(&format!("/gestione/segnalazioni?pagina={page}"), &cookie)?;
        ensure!(answer.status == 200, "the reports answer {}", answer.status);
        let text = String::from_utf8_lossy(&answer.body).into_owned();
        let before = found.len();
        found.extend(sought.find_iter(&text).map(|m| m.as_str().to_owned()));
        if found.len() == before {
            break;
        }
    }
    Ok(found)
}

/// How many organisations of a round's import the directory finds.
fn count(address: SocketAddr, round: u32) -> Result<usize> {
    let answer = Connection::open(address)?.get(&format!("/api/v1/organisations?q=Caduta{round}&per_page=1"), "")?;
    ensure!(answer.status == 200, "the directory answers {}", answer.status);
    let json: serde_json::Value = serde_json::from_slice(&answer.body)?;
    json["total"].as_u64().and_then(|n| usize::try_from(n).ok()).context("the directory gives no total")
}
