//! What is limited, and how.

use crate::keys::MasterKey;
use kernel::{DateTime, Duration, EmailAddress, PersonId, Utc};
use std::net::IpAddr;

/// Something that may be tried so many times in a window of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Limit {
    /// Signing in with a password to one account.
    SignIn,
    /// Signing in with a password from one part of the network.
    SignInFrom,
    /// The code of the second step of one person.
    Code,
    /// Mail with a link to one address.
    MailTo,
    /// Asking for mail from one part of the network.
    MailFrom,
    /// Reporting a problem from one part of the network.
    Feedback,
    /// Beginning to sign in with a passkey from one part of the network.
    Ceremony,
}

impl Limit {
    /// The word in the table.
    const fn code(self) -> &'static str {
        match self {
            Limit::SignIn => "sign-in",
            Limit::SignInFrom => "sign-in-from",
            Limit::Code => "code",
            Limit::MailTo => "mail-to",
            Limit::MailFrom => "mail-from",
            Limit::Feedback => "feedback",
            Limit::Ceremony => "ceremony",
        }
    }
    /// How many times.
    pub(crate) const fn times(self) -> i64 {
        match self {
            Limit::SignIn => 8,
            // A whole office or a mobile network may stand behind one address.
            Limit::SignInFrom => 100,
            Limit::Code => 6,
            Limit::MailTo => 4,
            Limit::MailFrom | Limit::Feedback => 40,
            // Where a browser offers passkeys by itself, each look at the sign-in page begins one.
            Limit::Ceremony => 300,
        }
    }
    /// In how long a window.
    pub(crate) const fn window(self) -> Duration {
        match self {
            Limit::SignIn | Limit::SignInFrom | Limit::Code | Limit::Ceremony => Duration::minutes(15),
            Limit::MailTo | Limit::MailFrom | Limit::Feedback => Duration::hours(1),
        }
    }
    /// When the window began that an instant lies in.
    pub(crate) fn window_start(self, at: DateTime<Utc>) -> DateTime<Utc> {
        let length = self.window().num_seconds();
        DateTime::from_timestamp(at.timestamp().div_euclid(length) * length, 0).unwrap_or(at)
    }
}

/// Who or what is limited, as a keyed hash: the table says nothing about anybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Subject {
    pub(crate) limit: Limit,
    pub(crate) key: String,
}

impl Subject {
    fn new(master: &MasterKey, limit: Limit, who: &str) -> Self {
        let key = format!("{}/{}", limit.code(), master.fingerprint("throttle", who));
        Self { limit, key }
    }
    /// An account by its address, whether it exists or not.
    pub(crate) fn mail(master: &MasterKey, limit: Limit, email: &EmailAddress) -> Self {
        Self::new(master, limit, email.as_str())
    }
    /// A person.
    pub(crate) fn person(master: &MasterKey, limit: Limit, person: PersonId) -> Self {
        Self::new(master, limit, &person.to_string())
    }
    /// The part of the network that asks.
    pub(crate) fn network(master: &MasterKey, limit: Limit, address: Option<IpAddr>) -> Self {
        Self::new(master, limit, &prefix(address))
    }
}

/// The part of the network that an address lies in: the first three of four bytes (IPv4), the
/// first seven of sixteen (IPv6), which is about what one household or office gets.
fn prefix(address: Option<IpAddr>) -> String {
    match address.map(|a| a.to_canonical()) {
        None => "unknown".to_owned(),
        Some(IpAddr::V4(v4)) => format!("{:?}", &v4.octets()[..3]),
        Some(IpAddr::V6(v6)) => format!("{:?}", &v6.octets()[..7]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_share_a_prefix() {
        let of = |text: &str| prefix(Some(text.parse().unwrap()));
        assert_eq!(of("192.0.2.1"), of("::ffff:192.0.2.200"));
        assert_ne!(of("192.0.2.1"), of("192.0.3.1"));
        assert_eq!(of("2001:db8:1:2::1"), of("2001:db8:1:2f::9"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:2::1"));
    }

    #[test]
    fn windows_follow_one_another() {
        let at: DateTime<Utc> = "2026-03-01T10:07:00Z".parse().unwrap();
        assert_eq!(Limit::SignIn.window_start(at).to_rfc3339(), "2026-03-01T10:00:00+00:00");
    }
}
