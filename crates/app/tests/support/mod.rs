//! The real program in a folder of its own, and a visitor who speaks plain HTTP to it.

#![allow(dead_code, reason = "each test uses its part")]
#![allow(clippy::disallowed_methods, reason = "a test reads its environment and waits for another process")]

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    path::PathBuf,
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};

/// A folder with an installation.
pub struct House {
    pub folder: tempfile::TempDir,
    pub database: String,
}

impl House {
    /// An installation on an SQLite file.
    pub fn new() -> House {
        let folder = tempfile::tempdir().unwrap();
        let database = format!("sqlite:{}", folder.path().join("allapari.db").display());
        House { folder, database }
    }
    /// An installation on another database.
    pub fn on(database: &str) -> House {
        House { folder: tempfile::tempdir().unwrap(), database: database.to_owned() }
    }
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
    /// The program with these arguments, in English so that a test may read what it says.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_allapari"));
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("ALLAPARI_")) {
            command.env_remove(name);
        }
        command
            .args(arguments)
            .args(["--lang", "en"])
            .env("ALLAPARI_DATABASE", &self.database)
            .env("ALLAPARI_SECRET_FILE", self.path("allapari.key"))
            .current_dir(self.folder.path())
            .stdin(Stdio::null());
        command
    }
    pub fn run(&self, arguments: &[&str]) -> Ran {
        Ran::from(self.command(arguments).output().unwrap())
    }
    /// With something on its input.
    pub fn run_with(&self, arguments: &[&str], input: &str) -> Ran {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        Ran::from(child.wait_with_output().unwrap())
    }
    /// Starts the program and waits until it answers.
    pub fn serve(&self) -> Served {
        self.start(&["serve"])
    }
    /// Starts the program as it stands behind a proxy, which names the addresses of visitors.
    pub fn serve_behind_proxy(&self) -> Served {
        self.start_with(&["serve"], &[("ALLAPARI_BEHIND_PROXY", "true")])
    }
    /// Starts `serve` or `demo …` and waits until it answers.
    pub fn start(&self, arguments: &[&str]) -> Served {
        self.start_with(arguments, &[])
    }
    fn start_with(&self, arguments: &[&str], settings: &[(&str, &str)]) -> Served {
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let mut command = self.command(&[arguments, &["--listen", &address.to_string()]].concat());
        let log = std::fs::File::create(self.path(&format!("log-{}", address.port()))).unwrap();
        let child = command.envs(settings.iter().copied()).stdout(Stdio::null()).stderr(log).spawn().unwrap();
        let served = Served { child, address };
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(60) {
            if served.visitor().get("/healthz").is_some_and(|answer| answer.status == 200) {
                return served;
            }
            std::thread::sleep(Duration::from_millis(15));
        }
        panic!("the program does not answer: {}", self.log(address));
    }
    pub fn log(&self, address: SocketAddr) -> String {
        std::fs::read_to_string(self.path(&format!("log-{}", address.port()))).unwrap_or_default()
    }
}

/// What a command said, and how it ended.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Ran {
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        Ran { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
    }
}

impl Ran {
    /// It went well.
    pub fn fine(self) -> Ran {
        assert_eq!(self.code, 0, "{self:?}");
        self
    }
}

/// The program while it serves. It is killed when this goes.
pub struct Served {
    child: Child,
    pub address: SocketAddr,
}

impl Served {
    pub fn visitor(&self) -> Visitor {
        Visitor { address: self.address, cookies: Vec::new(), forwarded: String::new() }
    }
    /// `kill -9`.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
    /// `kill -TERM`, and how it ended.
    pub fn stop(mut self) -> i32 {
        let pid = self.child.id().to_string();
        Command::new("kill").args(["-TERM", &pid]).status().unwrap();
        self.child.wait().unwrap().code().unwrap_or(-1)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A browser, as far as it matters: it keeps cookies and says where it comes from.
#[derive(Debug, Clone)]
pub struct Visitor {
    address: SocketAddr,
    pub cookies: Vec<(String, String)>,
    /// The address that a proxy says it sees; empty where there is none.
    pub forwarded: String,
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub location: String,
    pub body: String,
}

impl Visitor {
    /// The same browser at another node.
    pub fn at(&self, other: &Served) -> Visitor {
        Visitor { address: other.address, cookies: self.cookies.clone(), forwarded: self.forwarded.clone() }
    }
    pub fn get(&mut self, path: &str) -> Option<Answer> {
        self.ask("GET", path, "")
    }
    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Option<Answer> {
        let encode = |text: &str| text.bytes().map(|b| format!("%{b:02X}")).collect::<String>();
        let form: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
        self.ask("POST", path, &form.join("&"))
    }
    /// None when the program is gone before the answer is whole.
    fn ask(&mut self, method: &str, path: &str, body: &str) -> Option<Answer> {
        let mut stream = TcpStream::connect(self.address).ok()?;
        stream.set_read_timeout(Some(Duration::from_secs(30))).ok()?;
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let host = self.address;
        let forwarded = match self.forwarded.as_str() {
            "" => String::new(),
            address => format!("X-Forwarded-For: {address}\r\n"),
        };
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nSec-Fetch-Site: same-origin\r\n\
             Cookie: {}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\
             {forwarded}Connection: close\r\n\r\n{body}",
            cookies.join("; "),
            body.len()
        )
        .ok()?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).ok()?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n")?;
        let status = head.split(' ').nth(1)?.parse().ok()?;
        let mut location = String::new();
        for line in head.lines().skip(1) {
            let Some((name, value)) = line.split_once(": ") else { continue };
            match name.to_lowercase().as_str() {
                "location" => location = value.to_owned(),
                "set-cookie" => self.keep(value),
                _ => {}
            }
        }
        Some(Answer { status, location, body: body.to_owned() })
    }
    fn keep(&mut self, cookie: &str) {
        let pair = cookie.split(';').next().unwrap_or_default();
        let Some((name, value)) = pair.split_once('=') else { return };
        self.cookies.retain(|(known, _)| known != name);
        if !value.is_empty() {
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
    }
}

/// The server that `ALLAPARI_TEST_DATABASE` names, if it names one.
pub fn postgres() -> Option<String> {
    std::env::var("ALLAPARI_TEST_DATABASE").ok().filter(|url| !url.is_empty())
}
