//! The address of a database.

use crate::Engine;
use std::{fmt, path::PathBuf, str::FromStr};

/// Where the data are: `sqlite:PATH` or `postgres://user:secret@host/name`.
#[derive(Clone, PartialEq, Eq)]
pub struct DatabaseUrl(String);

/// What is wrong with a database address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UrlProblem {
    /// Neither engine is meant.
    #[error("“{0}” is not a database address: write sqlite:PATH or postgres://user:password@host/name")]
    UnknownEngine(String),
    /// No file is named.
    #[error("the address of an SQLite database needs a file: sqlite:PATH")]
    NoFile,
}

impl DatabaseUrl {
    /// The SQLite database in a file.
    pub fn file(path: &std::path::Path) -> Self {
        Self(format!("sqlite:{}", path.display()))
    }
    /// Which engine is meant.
    pub fn engine(&self) -> Engine {
        if self.0.starts_with("sqlite:") { Engine::Sqlite } else { Engine::Postgres }
    }
    /// The file, for SQLite.
    pub fn path(&self) -> Option<PathBuf> {
        let rest = self.0.strip_prefix("sqlite:")?;
        let rest = rest.strip_prefix("//").unwrap_or(rest);
        Some(PathBuf::from(rest.split('?').next().unwrap_or(rest)))
    }
    /// The whole address with its secret, for the driver alone.
    pub(crate) fn secret(&self) -> &str {
        &self.0
    }
    /// The same server with another database name (PostgreSQL).
    pub(crate) fn with_database(&self, name: &str) -> Self {
        let (base, query) = self.0.split_once('?').unwrap_or((&self.0, ""));
        let server = base.rsplit_once('/').map_or(base, |(server, _)| server);
        let query = if query.is_empty() { String::new() } else { format!("?{query}") };
        Self(format!("{server}/{name}{query}"))
    }
}

impl FromStr for DatabaseUrl {
    type Err = UrlProblem;
    fn from_str(text: &str) -> Result<Self, UrlProblem> {
        let text = text.trim();
        if let Some(path) = text.strip_prefix("sqlite:") {
            let file = path.trim_start_matches('/');
            return if file.is_empty() || file.starts_with('?') {
                Err(UrlProblem::NoFile)
            } else {
                Ok(Self(text.to_owned()))
            };
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self(text.to_owned()));
        }
        Err(UrlProblem::UnknownEngine(text.to_owned()))
    }
}

/// Hides the password.
impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match ::url::Url::parse(&self.0) {
            Ok(mut url) if url.password().is_some() => {
                let _ = url.set_password(Some("…"));
                f.write_str(&url.to_string().replace("%E2%80%A6", "…"))
            }
            _ => f.write_str(&self.0),
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DatabaseUrl({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_of_two_engines() {
        let file: DatabaseUrl = "sqlite:data/allapari.db".parse().unwrap();
        assert_eq!((file.engine(), file.path()), (Engine::Sqlite, Some("data/allapari.db".into())));
        let absolute: DatabaseUrl = "sqlite:///var/a.db?mode=rwc".parse().unwrap();
        assert_eq!(absolute.path(), Some("/var/a.db".into()));
        let server: DatabaseUrl = "postgres://u:secret@h/db".parse().unwrap();
        assert_eq!((server.engine(), server.path()), (Engine::Postgres, None));
        assert!(matches!("mysql://x".parse::<DatabaseUrl>(), Err(UrlProblem::UnknownEngine(_))));
        assert_eq!("sqlite:".parse::<DatabaseUrl>(), Err(UrlProblem::NoFile));
    }

    #[test]
    fn a_password_is_never_shown() {
        let server: DatabaseUrl = "postgres://u:hush@h:5432/db".parse().unwrap();
        assert!(!format!("{server} {server:?}").contains("hush"));
        assert_eq!(server.with_database("x").secret(), "postgres://u:hush@h:5432/x");
    }
}
