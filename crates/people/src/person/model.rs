//! What is known of a person, and no more.

use kernel::{Checks, EmailAddress, Invalids, Lang, PersonId};
use web::Fields;

/// How long a name may be, in characters.
const NAME_LENGTH: usize = 120;

/// A person to put on record.
#[derive(Debug, Clone)]
pub struct NewPerson {
    /// The name the person wants to be called by.
    pub display_name: String,
    /// Where mail reaches the person.
    pub email: Option<EmailAddress>,
    /// The language the person is spoken to in.
    pub lang: Lang,
}

/// A person on record.
#[derive(Debug, Clone)]
pub struct Person {
    /// Who.
    pub id: PersonId,
    /// The name the person wants to be called by.
    pub display_name: String,
    /// Where mail reaches the person.
    pub email: Option<EmailAddress>,
    /// The language the person is spoken to in.
    pub lang: Lang,
    /// The version of the record, to notice that somebody else changed it.
    pub version: i64,
}

/// A line of a list of persons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonLine {
    /// Who.
    pub id: PersonId,
    /// The name the person wants to be called by.
    pub name: String,
    /// The address; empty where none is on record.
    pub email: String,
    /// Whether there is an account to sign in with.
    pub account: bool,
}

/// What a person changes of the own record.
#[derive(Debug)]
pub(crate) struct Details {
    pub(crate) display_name: String,
    pub(crate) lang: Lang,
    pub(crate) version: i64,
}

impl Details {
    /// Reads the form.
    pub(crate) fn parse(fields: &Fields) -> Result<Self, Invalids> {
        let mut checks = Checks::new();
        let display_name = name(&mut checks, fields.get("name"));
        let lang = fields.get("lang").parse().unwrap_or_default();
        let version = fields.get("version").parse().ok();
        checks.finish(|| Some(Self { display_name: display_name?, lang, version: version? }))
    }
}

/// A name as typed: not empty, not endless.
pub(crate) fn name(checks: &mut Checks, typed: &str) -> Option<String> {
    checks.text("name", typed, NAME_LENGTH)
}
