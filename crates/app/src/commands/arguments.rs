//! The words of the command line. What each means is said by the texts `command-…`.

use access::Role;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use kernel::{Lang, PersonId, Territory};
use std::{collections::BTreeMap, path::PathBuf};
use web::T;

/// The program `allapari`.
#[derive(Debug, Parser)]
#[command(name = "allapari", version, disable_help_subcommand = true, disable_version_flag = true)]
pub(crate) struct Cli {
    #[arg(long, global = true, value_name = "URL")]
    database: Option<String>,
    #[arg(long, global = true, value_name = "ADDRESS")]
    listen: Option<String>,
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// Read before all others, so that even the help is in it.
    #[arg(long, global = true, value_name = "it|en", value_parser = lang)]
    lang: Option<Lang>,
    #[command(subcommand)]
    pub(super) command: Command,
}

impl Cli {
    /// The flags that are settings.
    pub(super) fn flags(&self) -> BTreeMap<String, String> {
        let flags = [("database", &self.database), ("listen", &self.listen)];
        flags.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value.clone()?))).collect()
    }
}

/// What the program does.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// `allapari serve`.
    Serve,
    /// `allapari demo`.
    Demo(DemoArguments),
    /// `allapari user …`.
    #[command(subcommand)]
    User(User),
    /// `allapari import …`.
    #[command(subcommand)]
    Import(Import),
    /// `allapari charter …`.
    #[command(subcommand)]
    Charter(Charter),
    /// `allapari audit …`.
    #[command(subcommand)]
    Audit(Audit),
    /// `allapari policy`.
    Policy,
    /// `allapari routes`.
    Routes,
    /// `allapari openapi`.
    Openapi,
    /// `allapari backup FILE`.
    Backup {
        /// Where to.
        file: PathBuf,
    },
    /// `allapari restore FILE`.
    Restore {
        /// Where from.
        file: PathBuf,
        /// Whether what is there makes room.
        #[arg(long)]
        replace: bool,
    },
    /// `allapari person …`.
    #[command(subcommand)]
    Person(Person),
    /// `allapari doctor`.
    Doctor {
        /// For people or for machines.
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// `allapari migrate`.
    Migrate,
    /// `allapari seed`.
    Seed(SeedArguments),
}

/// For whom the output is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    #[default]
    Text,
    /// For machines.
    Json,
}

impl Format {
    /// Whether machines read it.
    pub fn is_json(self) -> bool {
        self == Format::Json
    }
}

/// How the demonstration starts.
#[derive(Debug, Clone, Default, Args)]
pub struct DemoArguments {
    /// The folder that keeps its data; without one, a temporary folder.
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
}

/// How large a made-up network is.
#[derive(Debug, Clone, Copy, Args)]
pub struct SeedArguments {
    /// How many organisations.
    #[arg(long, default_value_t = 60)]
    pub organisations: usize,
    /// How many experts.
    #[arg(long, default_value_t = 270)]
    pub experts: usize,
    /// How many candidacies.
    #[arg(long, default_value_t = 75)]
    pub candidacies: usize,
    /// How many editions of courses.
    #[arg(long, default_value_t = 12)]
    pub editions: usize,
}

#[derive(Debug, Subcommand)]
pub(super) enum User {
    Add(AddUser),
}

#[derive(Debug, Args)]
pub(super) struct AddUser {
    #[arg(long)]
    pub(super) email: String,
    #[arg(long)]
    pub(super) name: String,
    #[arg(long, value_parser = role)]
    pub(super) role: Role,
    #[arg(long, value_name = "ID")]
    pub(super) organisation: Option<String>,
    #[arg(long, value_name = "CODE", value_parser = territory)]
    pub(super) territory: Option<Territory>,
    #[arg(long, conflicts_with = "invite", required_unless_present = "invite")]
    pub(super) password_stdin: bool,
    #[arg(long)]
    pub(super) invite: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum Import {
    Organisations {
        file: PathBuf,
        #[arg(long)]
        confirm: bool,
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    Document {
        file: PathBuf,
        #[arg(long)]
        label: Option<String>,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum Charter {
    Check {
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum Audit {
    Verify,
}

#[derive(Debug, Subcommand)]
pub(super) enum Person {
    Export {
        #[arg(long, required_unless_present = "person", conflicts_with = "person")]
        email: Option<String>,
        #[arg(long, value_name = "ID")]
        person: Option<PersonId>,
    },
    Erase {
        #[arg(long, required_unless_present = "person", conflicts_with = "person")]
        email: Option<String>,
        #[arg(long, value_name = "ID")]
        person: Option<PersonId>,
        #[arg(long)]
        yes: bool,
    },
}

fn lang(text: &str) -> Result<Lang, String> {
    text.parse().map_err(|()| "it, en".to_owned())
}

fn role(code: &str) -> Result<Role, String> {
    Role::from_code(code).ok_or_else(|| Role::ALL.map(Role::code).join(", "))
}

fn territory(text: &str) -> Result<Territory, String> {
    Territory::find(text).ok_or_else(|| Territory::ALL.map(Territory::code).join(", "))
}

/// The command line with its help in a language.
pub(super) fn localised(t: &T) -> clap::Command {
    in_words(Cli::command().about(t.get("command-about")), t, "command-help")
}

/// The texts of a command, of its arguments and of the commands under it.
fn in_words(command: clap::Command, t: &T, prefix: &str) -> clap::Command {
    let under: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    let usage = t.get("command-usage");
    let mut command = command
        .help_template(format!("{{about-with-newline}}\n{usage}: {{usage}}\n\n{{all-args}}{{after-help}}"))
        .subcommand_help_heading(t.get("command-commands"))
        .disable_help_flag(true)
        .arg(clap::Arg::new("help").short('h').long("help").action(clap::ArgAction::Help));
    if prefix == "command-help" {
        command = command.arg(clap::Arg::new("version").short('V').long("version").action(clap::ArgAction::Version));
    }
    let arguments: Vec<String> = command.get_arguments().map(|a| a.get_id().to_string()).collect();
    for argument in arguments {
        let key = format!("command-arg-{}", argument.replace('_', "-"));
        command = command.mut_arg(argument, |a| {
            let heading = if a.is_positional() { "command-arguments" } else { "command-options" };
            a.help(t.get(&key)).long_help(None::<&str>).help_heading(t.get(heading))
        });
    }
    for name in under {
        let key = format!("{prefix}-{name}");
        command = command.mut_subcommand(&name, |c| in_words(c.about(t.get(&key)).long_about(None::<&str>), t, &key));
    }
    command
}
