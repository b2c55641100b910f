//! The installation's settings: a default, overlaid by the file, the environment and the flags.
//!
//! Every setting has one line in [`known`]; what each is worth and where that comes from is shown
//! by `allapari doctor`. All that is wrong is found at once, each with its mend.

pub mod known;
mod nearest;
mod read;
pub mod secret;
pub mod smtp;
#[cfg(test)]
mod tests;

pub use known::{KNOWN, Known};
pub use read::{Reading, Sources, read};

use lettre::message::Mailbox;
use serde::Serialize;
use smtp::SmtpUrl;
use std::{fmt, net::SocketAddr, path::PathBuf};
use store::DatabaseUrl;
use url::Url;

/// The installation's settings, all well formed.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where the data are.
    pub database: DatabaseUrl,
    /// Where the program listens.
    pub listen: SocketAddr,
    /// Where the program is reached from outside; ends in a slash.
    pub base_url: Url,
    /// Whether a proxy in front names the visitor's address.
    pub behind_proxy: bool,
    /// The mail server; without one, mail waits in the outbox.
    pub smtp: Option<SmtpUrl>,
    /// From whom the program's mail comes.
    pub mail_from: Mailbox,
    /// The file with the installation's own key.
    pub secret_file: PathBuf,
    /// The quiet line in the footer for somebody who needs help now.
    pub helpline: Option<String>,
    /// What the program writes to its log, as `tracing` reads it: `info`, `warn,web=debug` …
    pub log: String,
    /// How: lines for people or JSON for machines.
    pub log_format: LogFormat,
}

/// How the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// Lines for people.
    Text,
    /// One JSON object for each line.
    Json,
}

/// Where the value of a setting comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "from", content = "name")]
pub enum Origin {
    /// Nobody set it.
    Default,
    /// A line of the settings file.
    File(PathBuf),
    /// A variable of the environment.
    Environment(String),
    /// A flag of the command line.
    Flag(String),
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Origin::Default => f.write_str("–"),
            Origin::File(path) => write!(f, "{}", path.display()),
            Origin::Environment(name) | Origin::Flag(name) => f.write_str(name),
        }
    }
}

/// A setting as it is shown: its secret parts hidden.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Shown {
    /// The name in the file.
    pub name: &'static str,
    /// The value, secrets hidden; empty when it has none.
    pub value: String,
    /// Where the value comes from.
    pub origin: Origin,
}
