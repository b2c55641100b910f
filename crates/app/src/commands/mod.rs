//! The command line: what `allapari …` does and ends.
//!
//! Exit codes: 0 all is well, 1 something is wrong with what was looked at or handed in, 2 the
//! command could not run. What is said is said in the person's language, for people first.

mod arguments;
mod backup;
mod charter;
mod console;
mod demo;
mod failure;
mod import;
mod person;
mod serve;
mod show;

pub use arguments::{DemoArguments, SeedArguments};
pub use console::Console;
pub use failure::Failure;
pub use serve::{assembled, run as serve_until, site, told_to_stop};

use crate::settings::{LogFormat, Origin, Reading, Sources, read};
use arguments::{Audit, Charter, Cli, Command, Import, Person, User};
use clap::FromArgMatches;
use kernel::{Env, Invalid, Lang};
use std::{collections::BTreeMap, ffi::OsString, io::Write};
use web::{Arg, T};

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All is well.
    Fine,
    /// It ran, and something is wrong with what it looked at or was handed.
    Problems,
    /// It could not run.
    CouldNotRun,
}

impl Outcome {
    /// The exit code.
    pub fn code(self) -> u8 {
        match self {
            Outcome::Fine => 0,
            Outcome::Problems => 1,
            Outcome::CouldNotRun => 2,
        }
    }
}

/// `allapari help import` asks what `allapari import --help` asks, in the person's language.
fn asked_for_help(mut arguments: Vec<OsString>) -> Vec<OsString> {
    if arguments.get(1).is_some_and(|first| first == "help") {
        arguments.remove(1);
        arguments.push("--help".into());
    }
    arguments
}

/// Reads the arguments of the process, does what they say, and gives the exit code.
pub async fn main(arguments: Vec<OsString>) -> u8 {
    let arguments = asked_for_help(arguments);
    let sources = Sources::of_process(None, BTreeMap::new());
    let lang = language(&arguments, &sources.environment);
    let Some(t) = texts(lang) else { return Outcome::CouldNotRun.code() };
    let matches = match arguments::localised(&t).try_get_matches_from(&arguments) {
        Ok(matches) => matches,
        Err(asked) => {
            let _ = asked.print();
            // Help and version are answers; the rest is a slip of the fingers.
            return if asked.use_stderr() { Outcome::CouldNotRun.code() } else { Outcome::Fine.code() };
        }
    };
    let cli = match Cli::from_arg_matches(&matches) {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            return Outcome::CouldNotRun.code();
        }
    };
    let reading = read(&Sources::of_process(cli.config.clone(), cli.flags()));
    start_log(&reading, &cli.command);
    let mut out = std::io::stdout();
    let mut console = Console::new(&mut out, t.clone());
    match run(cli.command, &reading, &Env::system(), &mut console).await {
        Ok(outcome) => outcome.code(),
        // Whoever reads the output stopped reading: nothing is wrong.
        Err(Failure::Other(error)) if is_broken_pipe(&error) => Outcome::Fine.code(),
        Err(failure) => {
            let _ = writeln!(std::io::stderr(), "{}", failure.words(&t));
            Outcome::CouldNotRun.code()
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<std::io::Error>().is_some_and(|io| io.kind() == std::io::ErrorKind::BrokenPipe)
}

/// Does what a command says.
///
/// # Errors
/// [`Failure`] when it could not run.
async fn run(command: Command, reading: &Reading, env: &Env, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    // What needs no settings, or shows what is wrong with them.
    match &command {
        Command::Doctor { format } => return crate::doctor::run(reading, env, console, format.is_json()).await,
        Command::Policy => return show::policy(console),
        Command::Routes => return show::routes(console),
        Command::Openapi => return show::openapi(console),
        Command::Demo(arguments) => return demo::demo(reading, arguments, console).await,
        _ => {}
    }
    let Some(settings) = &reading.settings else { return Err(wrong_settings(reading, console)?) };
    match command {
        Command::Serve => serve::serve(settings, console).await,
        Command::Migrate => show::migrate(settings, env, console).await,
        Command::Backup { file } => backup::save(settings, env, console, &file).await,
        Command::Restore { file, replace } => backup::load(settings, env, console, &file, replace).await,
        Command::Audit(Audit::Verify) => show::verify(settings, env, console).await,
        Command::Charter(Charter::Check { format }) => charter::check(settings, console, format.is_json()).await,
        Command::Import(Import::Organisations { file, confirm, format }) => {
            import::organisations(settings, console, &file, confirm, format.is_json()).await
        }
        Command::Import(Import::Document { file, label }) => import::document(settings, console, &file, label).await,
        Command::User(User::Add(add)) => person::add(settings, console, add).await,
        Command::Person(Person::Export { email, person }) => {
            person::export(settings, console, email.as_deref(), person).await
        }
        Command::Person(Person::Erase { email, person, yes }) => {
            person::erase(settings, console, email.as_deref(), person, yes).await
        }
        Command::Seed(arguments) => demo::seed(settings, &arguments, console).await,
        Command::Doctor { .. } | Command::Policy | Command::Routes | Command::Openapi | Command::Demo(_) => {
            Ok(Outcome::Fine)
        }
    }
}

/// Names everything that is wrong with the settings, each with its mend.
fn wrong_settings(reading: &Reading, console: &mut Console<'_>) -> Result<Failure, Failure> {
    let t = console.t().clone();
    for problem in &reading.problems.0 {
        console.line(format!("{}: {}", problem.field, invalid(&t, problem)))?;
    }
    Ok(Failure::said("settings-problems"))
}

/// A complaint in words.
pub(crate) fn invalid(t: &T, invalid: &Invalid) -> String {
    let args: Vec<(&str, Arg)> = invalid.args.iter().map(|(name, value)| (name.as_str(), Arg::from(value))).collect();
    t.args(&invalid.key, &args)
}

/// The language: `--lang`, or what the environment says, or Italian.
fn language(arguments: &[OsString], environment: &BTreeMap<String, String>) -> Lang {
    let words: Vec<&str> = arguments.iter().filter_map(|word| word.to_str()).collect();
    let after = words.windows(2).find(|pair| pair[0] == "--lang").map(|pair| pair[1]);
    let joined = words.iter().find_map(|word| word.strip_prefix("--lang="));
    let chosen = after.or(joined).and_then(|tag| tag.parse().ok());
    let spoken = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| environment.get(*name)).and_then(|locale| {
        let tag = locale.split(['_', '.', '@']).next().unwrap_or_default();
        tag.parse().ok()
    });
    chosen.or(spoken).unwrap_or_default()
}

/// All texts of the program in a language.
pub(crate) fn texts(lang: Lang) -> Option<T> {
    match crate::texts() {
        Ok(texts) => Some(T::new(texts, lang)),
        Err(fault) => {
            let _ = writeln!(std::io::stderr(), "{fault}");
            None
        }
    }
}

/// What is logged. A command that ends by itself says in words what went wrong, so that only
/// warnings are; `seed` also how far it is. The demonstration is quiet, unless a log was asked for:
/// whoever tries it reads where to go, and nothing else.
fn log_filter<'r>(reading: &'r Reading, command: &Command) -> &'r str {
    let asked = reading.shown.iter().any(|shown| shown.name == "log" && shown.origin != Origin::Default);
    let wanted = reading.settings.as_ref().map_or("warn", |settings| settings.log.as_str());
    match command {
        Command::Serve => wanted,
        Command::Demo(_) if asked => wanted,
        Command::Seed(_) => "warn,app::commands::demo=info",
        _ => "warn",
    }
}

/// The log goes to the error stream.
fn start_log(reading: &Reading, command: &Command) {
    use tracing_subscriber::{EnvFilter, fmt};
    let filter = EnvFilter::new(log_filter(reading, command));
    let coloured = std::io::IsTerminal::is_terminal(&std::io::stderr());
    let log = fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(coloured);
    let started = match reading.settings.as_ref().map(|settings| settings.log_format) {
        Some(LogFormat::Json) => log.json().try_init(),
        _ => log.with_target(false).try_init(),
    };
    // A second start in one process (tests) keeps the first log.
    drop(started);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_demonstration_is_quiet_unless_a_log_is_asked_for() {
        let t = texts(Lang::En).unwrap();
        let filter = |command: &[&str], environment: &[(&str, &str)]| {
            let words = [&["allapari"][..], command].concat();
            let matches = arguments::localised(&t).try_get_matches_from(words).unwrap();
            let command = Cli::from_arg_matches(&matches).unwrap().command;
            let environment = environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
            let (environment, flags) = (environment.collect(), BTreeMap::new());
            log_filter(&read(&Sources { file: None, environment, flags }), &command).to_owned()
        };
        assert_eq!(filter(&["demo"], &[]), "warn");
        assert_eq!(filter(&["demo"], &[("ALLAPARI_LOG", "debug")]), "debug");
        assert_eq!(filter(&["serve"], &[]), store::LOG);
        assert_eq!(filter(&["serve"], &[("ALLAPARI_LOG", "info")]), "info");
        assert_eq!(filter(&["seed"], &[]), "warn,app::commands::demo=info");
        assert_eq!(filter(&["migrate"], &[("ALLAPARI_LOG", "debug")]), "warn");
    }

    #[test]
    fn the_language_is_asked_for_or_the_machine_s_or_italian() {
        let words = |words: &[&str]| words.iter().map(OsString::from).collect::<Vec<_>>();
        let speaks = |locale: &str| BTreeMap::from([("LANG".to_owned(), locale.to_owned())]);
        assert_eq!(language(&words(&["allapari"]), &BTreeMap::new()), Lang::It);
        assert_eq!(language(&words(&["allapari"]), &speaks("en_GB.UTF-8")), Lang::En);
        assert_eq!(language(&words(&["allapari"]), &speaks("C.UTF-8")), Lang::It);
        assert_eq!(language(&words(&["allapari", "--lang", "it"]), &speaks("en_GB.UTF-8")), Lang::It);
        assert_eq!(language(&words(&["allapari", "--lang=en"]), &BTreeMap::new()), Lang::En);
    }
}
