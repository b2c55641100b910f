//! The settings that the program knows.

/// A setting that the program knows. Its text `settings-NAME` says what it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// The name in the settings file.
    pub name: &'static str,
    /// What it is worth when nobody sets it; empty when it has no fixed worth then.
    pub default: &'static str,
    /// Whether a flag of the same name exists.
    pub flag: bool,
}

impl Known {
    /// The variable of the environment.
    pub fn variable(&self) -> String {
        format!("{PREFIX}{}", self.name.to_uppercase())
    }
    /// The key of the text that says what it is for.
    pub fn key(&self) -> String {
        format!("settings-{}", self.name.replace('_', "-"))
    }
}

/// What the variables of the environment begin with.
pub(super) const PREFIX: &str = "ALLAPARI_";

/// Variables that belong to the tests and to choosing the settings file.
pub(super) const OTHER_VARIABLES: [&str; 2] = ["ALLAPARI_CONFIG", "ALLAPARI_TEST_"];

const fn known(name: &'static str, default: &'static str) -> Known {
    Known { name, default, flag: false }
}

const fn with_flag(name: &'static str, default: &'static str) -> Known {
    Known { name, default, flag: true }
}

/// All settings, in the order in which they are shown.
pub const KNOWN: [Known; 10] = [
    with_flag("database", "sqlite:allapari.db"),
    with_flag("listen", "127.0.0.1:8080"),
    // Follows from `listen`.
    known("base_url", ""),
    known("behind_proxy", "false"),
    known("smtp_url", ""),
    known("mail_from", "Alla pari <noreply@localhost.localdomain>"),
    // Beside the database.
    known("secret_file", ""),
    known("helpline", ""),
    // What each migration does is of no use to whoever starts the program.
    known("log", store::LOG),
    known("log_format", "text"),
];
