//! The address of the mail server.

use std::fmt;
use url::{Host, Url};

/// How the way to the mail server is kept private.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Privacy {
    /// TLS from the first byte (`smtps://`).
    Tls,
    /// STARTTLS, or no mail (`smtp://`, when the server is another machine).
    StartTls,
    /// STARTTLS when the server offers it (`?tls=opportunistic`).
    StartTlsIfOffered,
    /// None (`smtp://` on this machine, or `?tls=none`).
    None,
}

/// The mail server: `smtps://USER:PASSWORD@HOST:PORT` or `smtp://…`.
#[derive(Clone, PartialEq, Eq)]
pub struct SmtpUrl {
    url: Url,
    privacy: Privacy,
}

impl SmtpUrl {
    /// Parses the address.
    ///
    /// # Errors
    /// The key of the text that says what is wrong.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        let url = Url::parse(text.trim()).map_err(|_| "settings-smtp-not-an-address")?;
        if url.host_str().unwrap_or_default().is_empty() {
            return Err("settings-smtp-not-an-address");
        }
        let tls = url.query_pairs().find(|(name, _)| name == "tls").map(|(_, value)| value.into_owned());
        let privacy = match (url.scheme(), tls.as_deref()) {
            ("smtps", _) => Privacy::Tls,
            ("smtp", Some("required")) => Privacy::StartTls,
            ("smtp", Some("opportunistic")) => Privacy::StartTlsIfOffered,
            ("smtp", Some("none")) => Privacy::None,
            ("smtp", None) if is_loopback(&url) => Privacy::None,
            ("smtp", None) => Privacy::StartTls,
            ("smtp", Some(_)) => return Err("settings-smtp-tls"),
            _ => return Err("settings-smtp-not-an-address"),
        };
        let bare = matches!(privacy, Privacy::None | Privacy::StartTlsIfOffered);
        if bare && url.password().is_some() && !is_loopback(&url) {
            return Err("settings-smtp-password-in-the-open");
        }
        Ok(Self { url, privacy })
    }
    /// How the way is kept private.
    pub fn privacy(&self) -> Privacy {
        self.privacy
    }
    /// The server's name, for the connection and its certificate.
    pub fn host(&self) -> String {
        self.url.host_str().unwrap_or_default().trim_matches(['[', ']']).to_owned()
    }
    /// The port, where none is given the one that the way asks for.
    pub fn port(&self) -> u16 {
        let usual = match self.privacy {
            Privacy::Tls => 465,
            Privacy::StartTls | Privacy::StartTlsIfOffered => 587,
            Privacy::None => 25,
        };
        self.url.port().unwrap_or(usual)
    }
    /// The user and the password, where the server asks for them.
    pub fn credentials(&self) -> Option<(String, String)> {
        let password = self.url.password()?;
        Some((decoded(self.url.username()), decoded(password)))
    }
}

/// Whether an address names this machine.
pub fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        // `url` leaves hosts of schemes it does not know as plain words.
        Some(Host::Domain(name)) => {
            name == "localhost" || name.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
        }
        None => false,
    }
}

/// What stands behind the percent signs of an address.
fn decoded(text: &str) -> String {
    let pair = format!("x={}", text.replace('+', "%2B"));
    url::form_urlencoded::parse(pair.as_bytes()).next().map(|(_, value)| value.into_owned()).unwrap_or_default()
}

/// Hides the password.
impl fmt::Display for SmtpUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut url = self.url.clone();
        if url.password().is_some() {
            let _ = url.set_password(Some("…"));
        }
        f.write_str(&url.to_string().replace("%E2%80%A6", "…"))
    }
}

impl fmt::Debug for SmtpUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SmtpUrl({self})")
    }
}
