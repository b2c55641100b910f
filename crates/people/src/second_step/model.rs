//! The secret that a person's device shares with the program.

use crate::keys::{self, MasterKey};
use kernel::{DateTime, Duration, Env, PersonId, Utc};
use store::Fault;
use totp_rs::{Builder, Secret, Totp};
use zeroize::Zeroizing;

/// How long a secret that is being set up may wait for its first code.
const SET_UP_TIME: Duration = Duration::minutes(30);
/// The length of a secret in bytes, as RFC 4226 recommends.
const LENGTH: usize = 20;

/// A shared secret of 160 bits.
#[derive(Clone)]
pub(crate) struct SharedSecret(Zeroizing<[u8; LENGTH]>);

impl SharedSecret {
    /// A new one.
    pub(crate) fn new(env: &Env) -> Self {
        Self(Zeroizing::new(env.bytes()))
    }
    /// Six digits, half a minute each, one step early or late: what every authenticator knows.
    fn totp(&self, account: &str) -> Result<Totp, Fault> {
        Builder::new()
            .with_secret(Secret::from(*self.0))
            .with_account_name(account.to_owned())
            .with_issuer(Some("Alla pari"))
            .build()
            .map_err(Fault::unreadable)
    }
    /// The time step that a code belongs to, if it is right now, one step before or one after.
    pub(crate) fn step_of(&self, code: &str, at: DateTime<Utc>) -> Result<Option<i64>, Fault> {
        let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
        let seconds = u64::try_from(at.timestamp()).unwrap_or(0);
        Ok(self.totp("")?.check(&digits, seconds).and_then(|step| i64::try_from(step).ok()))
    }
    /// The code at an instant.
    #[cfg(test)]
    pub(crate) fn code_at(&self, at: DateTime<Utc>) -> String {
        self.totp("").unwrap().generate(u64::try_from(at.timestamp()).unwrap()).to_string()
    }
    /// The secret in letters, in groups of four, for who types it.
    pub(crate) fn letters(&self) -> String {
        let plain = Secret::from(*self.0).to_base32();
        plain.as_bytes().chunks(4).map(|c| String::from_utf8_lossy(c).into_owned()).collect::<Vec<_>>().join(" ")
    }
    /// The picture that an authenticator reads, as SVG.
    pub(crate) fn picture(&self, account: &str) -> Result<String, Fault> {
        use fast_qr::convert::svg::SvgBuilder;
        let url = self.totp(account)?.to_url().map_err(Fault::unreadable)?;
        let code = fast_qr::QRBuilder::new(url).build().map_err(|e| Fault::unreadable(format!("{e:?}")))?;
        Ok(SvgBuilder::default().to_str(&code))
    }
    /// Sealed for the database.
    pub(crate) fn seal(&self, env: &Env, master: &MasterKey, person: PersonId) -> Result<Vec<u8>, Fault> {
        keys::seal(env, &master.derived("second step"), &person.to_string(), self.0.as_slice())
    }
    /// From the database.
    pub(crate) fn open(master: &MasterKey, person: PersonId, sealed: &[u8]) -> Result<Self, Fault> {
        let plain = keys::open(&master.derived("second step"), &person.to_string(), sealed)?;
        Self::from_slice(&plain)
    }
    fn from_slice(plain: &[u8]) -> Result<Self, Fault> {
        let bytes = plain.try_into().map_err(|_| Fault::unreadable("a shared secret of another length"))?;
        Ok(Self(Zeroizing::new(bytes)))
    }
    /// Sealed for the form in which it is set up, so that nothing is on record before the first
    /// code was right.
    pub(crate) fn seal_for_form(&self, env: &Env, master: &MasterKey, person: PersonId) -> Result<String, Fault> {
        let until = env.now() + SET_UP_TIME;
        let mut plain = Zeroizing::new(until.timestamp().to_be_bytes().to_vec());
        plain.extend_from_slice(self.0.as_slice());
        Ok(hex::encode(keys::seal(env, &master.derived("second step form"), &person.to_string(), &plain)?))
    }
    /// From the form; `None` when it waited too long or is not what was sent.
    pub(crate) fn open_from_form(env: &Env, master: &MasterKey, person: PersonId, sealed: &str) -> Option<Self> {
        let sealed = hex::decode(sealed).ok()?;
        let plain = keys::open(&master.derived("second step form"), &person.to_string(), &sealed).ok()?;
        let (until, secret) = plain.split_at_checked(8)?;
        let until = i64::from_be_bytes(until.try_into().ok()?);
        (until > env.now().timestamp()).then(|| Self::from_slice(secret).ok())?
    }
}

/// What a person has of second steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Steps {
    /// Whether codes by the clock are set up.
    pub(crate) codes: bool,
    /// How many recovery codes are left.
    pub(crate) recovery_left: i64,
    /// How many passkeys there are.
    pub(crate) passkeys: i64,
}

impl Steps {
    /// Whether there is any.
    pub(crate) fn any(self) -> bool {
        self.codes || self.passkeys > 0
    }
}
