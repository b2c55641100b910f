//! The program under measure, and the database it is given.

use super::client::Connection;
use crate::run::output;
use anyhow::{Context, Result, bail};
use std::{
    net::{SocketAddr, TcpListener},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// Which engine keeps the data.
#[derive(Debug, Clone)]
pub enum Engine {
    /// A file in the temporary folder.
    Sqlite,
    /// A database made on this server and dropped afterwards.
    Postgres(String),
}

impl Engine {
    /// The name in the table.
    pub fn name(&self) -> &'static str {
        match self {
            Engine::Sqlite => "SQLite",
            Engine::Postgres(_) => "PostgreSQL",
        }
    }
}

/// A database of its own.
pub struct Database {
    engine: Engine,
    folder: PathBuf,
    name: String,
}

impl Database {
    /// Names it; nothing is made yet.
    pub fn new(engine: &Engine, folder: &Path, size: &str) -> Self {
        let name = format!("allapari_bench_{size}_{}", std::process::id());
        Self { engine: engine.clone(), folder: folder.to_owned(), name }
    }
    /// Makes it, empty.
    pub fn make(&self) -> Result<()> {
        self.remove()?;
        self.tell_server("CREATE DATABASE")
    }
    /// Removes it with all that is in it.
    pub fn remove(&self) -> Result<()> {
        self.tell_server("DROP DATABASE IF EXISTS")
    }
    fn tell_server(&self, what: &str) -> Result<()> {
        if let Engine::Postgres(server) = &self.engine {
            output(Command::new("psql").args([
                server.as_str(),
                "--quiet",
                "--command",
                &format!("{what} {}", self.name),
            ]))?;
        }
        Ok(())
    }
    fn url(&self) -> String {
        match &self.engine {
            Engine::Sqlite => format!("sqlite:{}", self.folder.join(&self.name).with_extension("db").display()),
            Engine::Postgres(server) => {
                let (base, query) = server.split_once('?').unwrap_or((server, ""));
                let host = base.rsplit_once('/').map_or(base, |(host, _)| host);
                format!("{host}/{}?{query}", self.name)
            }
        }
    }
}

/// The program with its database.
pub struct Program<'a> {
    binary: &'a Path,
    database: &'a Database,
}

impl<'a> Program<'a> {
    /// Nothing runs yet.
    pub fn new(binary: &'a Path, database: &'a Database) -> Self {
        Self { binary, database }
    }
    fn command_line(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(self.binary);
        command.args(arguments).env("ALLAPARI_DATABASE", self.database.url()).current_dir(&self.database.folder);
        command
    }
    /// Runs a command to its end.
    pub fn command(&self, arguments: &[&str]) -> Result<String> {
        output(&mut self.command_line(arguments)).with_context(|| format!("allapari {}", arguments.join(" ")))
    }
    /// Starts serving, waits for the first page, and says how long it took from the start.
    pub fn serve(&self) -> Result<(Served, Duration)> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let started = Instant::now();
        let mut command = self.command_line(&["serve", "--listen", &address.to_string()]);
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        let served = Served { child, address };
        while started.elapsed() < Duration::from_secs(30) {
            let answer = Connection::open(address).and_then(|mut open| open.get("/"));
            if answer.is_ok_and(|answer| answer.status == 200) {
                return Ok((served, started.elapsed()));
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        bail!("the program did not serve its first page within 30 s")
    }
}

/// The program while it serves; it ends when this is dropped.
pub struct Served {
    child: Child,
    address: SocketAddr,
}

impl Served {
    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }
    /// Waits until what begins with a start is done: until it asks nothing of the processor for two
    /// seconds.
    pub fn wait_for_rest(&self) -> Result<()> {
        let mut before = self.ticks()?;
        for _ in 0..60 {
            std::thread::sleep(Duration::from_secs(2));
            let now = self.ticks()?;
            if now <= before + 1 {
                return Ok(());
            }
            before = now;
        }
        bail!("the program does not come to rest")
    }
    /// How much it asked of the processor, in hundredths of a second.
    fn ticks(&self) -> Result<u64> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        // After the name, which stands in brackets, the time of its own and that of the system are
        // the twelfth and the thirteenth.
        let after_name = stat.rsplit(')').next().unwrap_or_default();
        let spent = after_name.split_whitespace().skip(11).take(2).map(str::parse::<u64>);
        Ok(spent.collect::<Result<Vec<_>, _>>()?.iter().sum())
    }
    /// How much memory it holds, as Linux counts it.
    pub fn memory_mib(&self) -> Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("no VmRSS")?;
        let kib: u64 = resident.trim().trim_end_matches("kB").trim().parse()?;
        Ok(kib / 1024)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_network_has_a_database_of_its_own() {
        let engine = Engine::Postgres("postgres://u@h/postgres?sslmode=disable".to_owned());
        let url = Database::new(&engine, Path::new("/tmp"), "small").url();
        assert!(url.starts_with("postgres://u@h/allapari_bench_small_") && url.ends_with("?sslmode=disable"), "{url}");
        assert!(
            Database::new(&Engine::Sqlite, Path::new("/x"), "national")
                .url()
                .starts_with("sqlite:/x/allapari_bench_national_")
        );
    }
}
