//! Passwords and links.

use kernel::{Checks, EmailAddress, Invalid, Invalids, PersonId};
use secrecy::{ExposeSecret, SecretString};
use web::Fields;

/// The shortest password, in characters. Length alone is asked for: no signs, no capital letters.
const SHORTEST: usize = 12;
/// The longest password, in characters: a guard against a very long one that keeps the machine busy.
const LONGEST: usize = 200;

/// A password that is long enough and not the first one to guess.
#[derive(Debug, Clone)]
pub struct Password(SecretString);

impl Password {
    /// Takes a password for a person with this address.
    ///
    /// # Errors
    /// [`Invalid`] when it is too short, too long, made of one piece over and over, or the address.
    pub fn parse(field: &str, typed: &str, email: &str) -> Result<Self, Invalid> {
        let length = typed.chars().count();
        if length < SHORTEST {
            return Err(Invalid::new(field, "invalid-password-short").with("min", SHORTEST));
        }
        if length > LONGEST {
            return Err(Invalid::new(field, "invalid-too-long").with("max", LONGEST));
        }
        let lower = typed.to_lowercase();
        let (mailbox, _) = email.split_once('@').unwrap_or((email, ""));
        let known = ["password", "allapari", "1234", "qwerty", mailbox];
        let bare = known.iter().filter(|k| k.len() > 3).fold(lower.clone(), |rest, word| rest.replace(word, ""));
        let mut different: Vec<char> = lower.chars().collect();
        different.sort_unstable();
        different.dedup();
        if bare.chars().count() < SHORTEST / 2 || different.len() < 5 {
            return Err(Invalid::new(field, "invalid-password-easy"));
        }
        Ok(Self(SecretString::from(typed.to_owned())))
    }
    /// The password itself, to be hashed.
    pub(crate) fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

/// A new password, typed once where it can be shown, with the old one where there was one.
#[derive(Debug)]
pub(crate) struct NewPassword(pub(crate) Password);

impl NewPassword {
    /// Reads the form; `email` is the person's address.
    pub(crate) fn parse(fields: &Fields, email: &str) -> Result<Self, Invalids> {
        Ok(Self(Password::parse("password", fields.get("password"), email)?))
    }
}

/// What is typed to sign in.
#[derive(Debug)]
pub(crate) struct SignIn {
    pub(crate) email: EmailAddress,
    pub(crate) password: SecretString,
}

impl SignIn {
    /// Reads the form.
    pub(crate) fn parse(fields: &Fields) -> Result<Self, Invalids> {
        let mut checks = Checks::new();
        let email = checks.take(EmailAddress::parse("email", fields.get("email")));
        let typed = fields.get("password");
        checks.need(!typed.is_empty(), "password", "invalid-required");
        // What nobody can have as a password is not worth hashing.
        checks.need(typed.chars().count() <= LONGEST, "password", "account-invalid-sign-in");
        checks.finish(|| Some(Self { email: email?, password: SecretString::from(typed.to_owned()) }))
    }
}

/// What a link in a mail is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LinkPurpose {
    /// To set a new password.
    Password,
    /// To sign in without one.
    SignIn,
    /// To confirm a new address.
    Email,
}

impl LinkPurpose {
    pub(crate) const fn code(self) -> &'static str {
        match self {
            LinkPurpose::Password => "password",
            LinkPurpose::SignIn => "sign-in",
            LinkPurpose::Email => "email",
        }
    }
}

/// What a valid link says.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    pub(crate) person: PersonId,
    /// The new address, where one is to be confirmed.
    pub(crate) email: Option<EmailAddress>,
}

/// What is needed to check a sign-in.
#[derive(Debug, Clone)]
pub(crate) struct Account {
    pub(crate) person: PersonId,
    pub(crate) password_hash: Option<String>,
}
