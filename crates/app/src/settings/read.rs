//! Reading the settings from all their sources.

use super::{
    KNOWN, LogFormat, Origin, Settings, Shown,
    known::{OTHER_VARIABLES, PREFIX},
    nearest::nearest,
    smtp::SmtpUrl,
};
use figment::{
    Figment, Metadata, Profile, Provider,
    providers::{Format, Toml},
    value::{Dict, Map, Value},
};
use kernel::{Invalid, Invalids};
use std::{collections::BTreeMap, net::SocketAddr, path::PathBuf};
use store::{DatabaseUrl, Engine};
use url::Url;

/// The file that is read when it is there and no other is named.
const USUAL_FILE: &str = "allapari.toml";

/// Where settings may come from, the weaker first.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// The settings file, when one is named.
    pub file: Option<PathBuf>,
    /// The environment: all of it; only `ALLAPARI_…` counts.
    pub environment: BTreeMap<String, String>,
    /// The flags, by the names of their settings.
    pub flags: BTreeMap<String, String>,
}

impl Sources {
    /// The environment of the process, and these flags.
    #[allow(clippy::disallowed_methods, reason = "the one door through which settings come in")]
    pub fn of_process(file: Option<PathBuf>, flags: BTreeMap<String, String>) -> Self {
        let environment: BTreeMap<String, String> = std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
            .collect();
        let file = file.or_else(|| environment.get("ALLAPARI_CONFIG").map(PathBuf::from));
        Self { file, environment, flags }
    }
}

/// What the sources say.
#[derive(Debug)]
pub struct Reading {
    /// The settings, unless something is wrong.
    pub settings: Option<Settings>,
    /// Each setting as it is shown.
    pub shown: Vec<Shown>,
    /// All that is wrong: the setting's name, the key of a text, what fills it in.
    pub problems: Invalids,
}

/// One source, by the names of the settings.
struct Layer(&'static str, Dict);

const DEFAULTS: &str = "defaults";
const ENVIRONMENT: &str = "environment";
const FLAGS: &str = "flags";

impl Provider for Layer {
    fn metadata(&self) -> Metadata {
        Metadata::named(self.0)
    }
    fn data(&self) -> Result<Map<Profile, Dict>, figment::Error> {
        Ok(Map::from([(Profile::Default, self.1.clone())]))
    }
}

/// Reads all sources and checks every setting.
pub fn read(sources: &Sources) -> Reading {
    let mut problems = Vec::new();
    let file = settings_file(sources, &mut problems);
    let defaults = KNOWN.iter().filter(|known| !known.default.is_empty());
    let mut figment = Figment::from(Layer(DEFAULTS, dict(defaults.map(|known| (known.name, known.default)))));
    if let Some(path) = &file {
        figment = figment.merge(Toml::file_exact(path));
    }
    let environment = environment(sources, &mut problems);
    figment = figment.merge(Layer(ENVIRONMENT, environment));
    figment =
        figment.merge(Layer(FLAGS, dict(sources.flags.iter().map(|(name, value)| (name.as_str(), value.as_str())))));
    let values: Dict = figment.extract().unwrap_or_else(|error| {
        let what = error.to_string();
        problems.push(
            Invalid::new("config", "settings-file-unreadable").with("path", shown_path(&file)).with("what", what),
        );
        dict(KNOWN.iter().filter(|known| !known.default.is_empty()).map(|known| (known.name, known.default)))
    });
    unknown_in_file(&values, &file, &mut problems);
    let raw = Raw { values: values.iter().map(|(name, value)| (name.clone(), plain(value))).collect() };
    let mut checks = Checked { raw: &raw, problems };
    let settings = settings(&mut checks);
    let problems = Invalids(checks.problems);
    let shown = KNOWN.iter().map(|known| show(known.name, &raw, settings.as_ref(), &figment, &file)).collect();
    Reading { settings: settings.filter(|_| problems.is_empty()), shown, problems }
}

fn dict<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> Dict {
    pairs.map(|(name, value)| (name.to_owned(), Value::from(value))).collect()
}

fn shown_path(file: &Option<PathBuf>) -> String {
    file.as_ref().map(|path| path.display().to_string()).unwrap_or_default()
}

/// The settings file: the one that is named, which must be there, or the usual one, if it is there.
fn settings_file(sources: &Sources, problems: &mut Vec<Invalid>) -> Option<PathBuf> {
    match &sources.file {
        Some(path) if path.is_file() => Some(path.clone()),
        Some(path) => {
            problems.push(Invalid::new("config", "settings-file-missing").with("path", path.display()));
            None
        }
        None => Some(PathBuf::from(USUAL_FILE)).filter(|path| path.is_file()),
    }
}

/// The variables that are settings; complains of those that look like one and are none.
fn environment(sources: &Sources, problems: &mut Vec<Invalid>) -> Dict {
    let mut found = Dict::new();
    for (name, value) in &sources.environment {
        if !name.starts_with(PREFIX) || OTHER_VARIABLES.iter().any(|other| name.starts_with(other)) {
            continue;
        }
        match KNOWN.iter().find(|known| known.variable() == *name) {
            // An empty variable is one that nobody set.
            Some(_) if value.is_empty() => {}
            Some(known) => {
                found.insert(known.name.to_owned(), Value::from(value.as_str()));
            }
            None => {
                let variables: Vec<String> = KNOWN.iter().map(super::Known::variable).collect();
                let near = nearest(name, variables.iter().map(String::as_str)).to_owned();
                problems.push(Invalid::new(name, "settings-unknown-variable").with("near", near));
            }
        }
    }
    found
}

fn unknown_in_file(values: &Dict, file: &Option<PathBuf>, problems: &mut Vec<Invalid>) {
    for name in values.keys().filter(|name| KNOWN.iter().all(|known| known.name != name.as_str())) {
        let near = nearest(name, KNOWN.iter().map(|known| known.name));
        let unknown = Invalid::new(name, "settings-unknown-name").with("near", near).with("path", shown_path(file));
        problems.push(unknown);
    }
}

/// A value as text, however the file writes it.
fn plain(value: &Value) -> String {
    if let Some(text) = value.as_str() {
        return text.to_owned();
    }
    serde_json::to_value(value).map(|json| json.to_string()).unwrap_or_default()
}

/// The values as they were given.
struct Raw {
    values: BTreeMap<String, String>,
}

impl Raw {
    fn get(&self, name: &str) -> Option<&str> {
        self.values.get(name).map(|text| text.trim()).filter(|text| !text.is_empty())
    }
}

/// The values, and what is found wrong with them.
struct Checked<'r> {
    raw: &'r Raw,
    problems: Vec<Invalid>,
}

impl Checked<'_> {
    /// The value of a setting that always has one; what is wrong with it is noted.
    fn need<T>(&mut self, name: &'static str, parse: impl FnOnce(&str) -> Result<T, &'static str>) -> Option<T> {
        let value = self.raw.get(name).unwrap_or_default();
        match parse(value) {
            Ok(parsed) => Some(parsed),
            Err(key) => {
                // A value that may hold a password is not repeated.
                let secret = matches!(name, "database" | "smtp_url");
                let value = if secret { "…" } else { value };
                self.problems.push(Invalid::new(name, key).with("value", value));
                None
            }
        }
    }
    /// The value of a setting that may have none.
    fn may<T>(&mut self, name: &'static str, parse: impl FnOnce(&str) -> Result<T, &'static str>) -> Option<Option<T>> {
        if self.raw.get(name).is_none() { Some(None) } else { self.need(name, parse).map(Some) }
    }
}

fn settings(checks: &mut Checked<'_>) -> Option<Settings> {
    let database = checks.need("database", |text| text.parse::<DatabaseUrl>().map_err(|_| "settings-database-wrong"));
    let listen = checks.need("listen", |text| text.parse::<SocketAddr>().map_err(|_| "settings-listen-wrong"));
    let base_url = checks.may("base_url", base_url);
    let behind_proxy = checks.need("behind_proxy", |text| match text {
        "true" | "yes" | "1" => Ok(true),
        "false" | "no" | "0" => Ok(false),
        _ => Err("settings-behind-proxy-wrong"),
    });
    let smtp = checks.may("smtp_url", SmtpUrl::parse);
    let mail_from = checks.need("mail_from", |text| text.parse().map_err(|_| "settings-mail-from-wrong"));
    let secret_file = checks.may("secret_file", |text| Ok(PathBuf::from(text)));
    let helpline = checks.may("helpline", |text| Ok(text.to_owned()));
    let log = checks.need("log", |text| {
        let filter = text.parse::<tracing_subscriber::EnvFilter>();
        filter.map(|_| text.to_owned()).map_err(|_| "settings-log-wrong")
    });
    let log_format = checks.need("log_format", |text| match text {
        "text" => Ok(LogFormat::Text),
        "json" => Ok(LogFormat::Json),
        _ => Err("settings-log-format-wrong"),
    });
    let (database, listen) = (database?, listen?);
    Some(Settings {
        base_url: base_url?.or_else(|| own_address(listen))?,
        behind_proxy: behind_proxy?,
        smtp: smtp?,
        mail_from: mail_from?,
        secret_file: secret_file?.unwrap_or_else(|| beside(&database)),
        helpline: helpline?,
        log: log?,
        log_format: log_format?,
        database,
        listen,
    })
}

fn base_url(text: &str) -> Result<Url, &'static str> {
    let wrong = "settings-base-url-wrong";
    let url = Url::parse(text).map_err(|_| wrong)?;
    let plain = matches!(url.scheme(), "http" | "https") && url.host_str().is_some();
    if !plain || url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
        return Err(wrong);
    }
    Ok(url)
}

/// Where the program is reached on this machine.
fn own_address(listen: SocketAddr) -> Option<Url> {
    let host = if listen.ip().is_unspecified() { "localhost".to_owned() } else { listen.to_string() };
    let address = if listen.ip().is_unspecified() { format!("{host}:{}", listen.port()) } else { host };
    Url::parse(&format!("http://{address}/")).ok()
}

/// The key's usual place: beside the database's file, or in the folder where the program runs.
fn beside(database: &DatabaseUrl) -> PathBuf {
    match (database.engine(), database.path()) {
        (Engine::Sqlite, Some(path)) => path.with_extension("key"),
        _ => PathBuf::from("allapari.key"),
    }
}

fn show(
    name: &'static str,
    raw: &Raw,
    settings: Option<&Settings>,
    figment: &Figment,
    file: &Option<PathBuf>,
) -> Shown {
    let given = raw.get(name).unwrap_or_default().to_owned();
    // What is not well formed may hold a secret anywhere.
    let hidden = |text: String| if text.is_empty() { text } else { "…".to_owned() };
    let value = match (name, settings) {
        ("database", Some(settings)) => settings.database.to_string(),
        ("database", None) => {
            raw.get(name).and_then(|t| t.parse::<DatabaseUrl>().ok()).map_or_else(|| hidden(given), |u| u.to_string())
        }
        ("smtp_url", _) => {
            raw.get(name).and_then(|t| SmtpUrl::parse(t).ok()).map_or_else(|| hidden(given), |u| u.to_string())
        }
        ("base_url", Some(settings)) => settings.base_url.to_string(),
        ("secret_file", Some(settings)) => settings.secret_file.display().to_string(),
        _ => given,
    };
    let origin = match figment.find_metadata(name).map(|metadata| metadata.name.as_ref()) {
        Some(FLAGS) => Origin::Flag(format!("--{}", name.replace('_', "-"))),
        Some(ENVIRONMENT) => Origin::Environment(format!("{PREFIX}{}", name.to_uppercase())),
        Some(DEFAULTS) | None => Origin::Default,
        Some(_) => file.clone().map_or(Origin::Default, Origin::File),
    };
    Shown { name, value, origin }
}
