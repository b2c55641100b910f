//! Why a command could not run, in words.

use crate::{Unmade, installation::OpenFault};
use store::{Fault, backup::BackupFault};
use web::{Arg, T};

/// Why a command could not run.
#[derive(Debug)]
pub enum Failure {
    /// Something that has words of its own: the key of a text and what fills it in.
    Said(&'static str, Vec<(&'static str, String)>),
    /// Something else.
    Other(anyhow::Error),
}

impl Failure {
    /// A text that needs nothing filled in.
    pub fn said(key: &'static str) -> Self {
        Failure::Said(key, Vec::new())
    }
    /// A text with one thing filled in.
    pub fn with(key: &'static str, name: &'static str, value: impl ToString) -> Self {
        Failure::Said(key, vec![(name, value.to_string())])
    }
    /// What happened and what to do, in a language.
    pub fn words(&self, t: &T) -> String {
        match self {
            Failure::Said(key, args) => {
                let args: Vec<(&str, Arg)> = args.iter().map(|(name, value)| (*name, Arg::from(value))).collect();
                t.args(key, &args)
            }
            Failure::Other(error) => t.arg("command-failed", "what", format!("{error:#}")),
        }
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        Failure::Other(error)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Failure::Other(error.into())
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Conflict => Failure::said("command-conflict"),
            other => Failure::Other(other.into()),
        }
    }
}

impl From<Unmade> for Failure {
    fn from(unmade: Unmade) -> Self {
        match unmade {
            Unmade::Store(fault) => fault.into(),
            Unmade::Text(fault) => Failure::Other(fault.into()),
            Unmade::Page { path, said } => {
                Failure::Said("command-made-up-refused", vec![("path", path), ("said", said)])
            }
        }
    }
}

impl From<kernel::Refusal> for Failure {
    fn from(refusal: kernel::Refusal) -> Self {
        Failure::said(refusal.why_key())
    }
}

impl From<OpenFault> for Failure {
    fn from(fault: OpenFault) -> Self {
        match fault {
            OpenFault::NoDatabase(path) => Failure::with("command-no-database", "path", path.display()),
            OpenFault::WrongKey(path) => Failure::with("command-wrong-key", "path", path.display()),
            OpenFault::Secret(secret) => Failure::Said(
                secret.key(),
                vec![("path", secret.path().display().to_string()), ("what", secret.to_string())],
            ),
            OpenFault::Opening(error) => Failure::with("command-database-failed", "what", format!("{error:#}")),
            OpenFault::Store(fault) => Failure::with("command-database-failed", "what", fault),
        }
    }
}

impl From<BackupFault> for Failure {
    fn from(fault: BackupFault) -> Self {
        match fault {
            BackupFault::Store(fault) => fault.into(),
            BackupFault::File(error) => Failure::with("command-file-failed", "what", error),
            BackupFault::NotABackup => Failure::said("command-restore-not-a-backup"),
            BackupFault::CutOff => Failure::said("command-restore-cut-off"),
            BackupFault::Damaged(what) => Failure::with("command-restore-damaged", "what", what),
            BackupFault::Newer { program, unknown } => {
                Failure::Said("command-restore-newer", vec![("program", program), ("unknown", unknown.join(", "))])
            }
            BackupFault::Unfit(what) => Failure::with("command-restore-unfit", "what", what),
            BackupFault::NotEmpty(table) => Failure::with("command-restore-not-empty", "table", table),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_refuses_what_is_made_up_is_named_with_its_words() {
        let refused =
            Unmade::Page { path: "/realta/prova/avvisi".to_owned(), said: "422 – Scrivi qualcosa.".to_owned() };
        let Failure::Said(key, args) = Failure::from(refused) else { panic!("it has words of its own") };
        assert_eq!(key, "command-made-up-refused");
        assert_eq!(args.len(), 2);
        assert!(args.contains(&("path", "/realta/prova/avvisi".to_owned())));
        assert!(args.contains(&("said", "422 – Scrivi qualcosa.".to_owned())));
        assert!(matches!(Failure::from(Unmade::Store(Fault::Conflict)), Failure::Said("command-conflict", _)));
    }
}
