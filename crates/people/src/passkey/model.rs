//! A passkey, and the ceremony by which one is made or used.

use kernel::{DateTime, Duration, PasskeyId, PersonId, Utc};
use serde::Serialize;
use store::Fault;
use webauthn_rs::{Webauthn, WebauthnBuilder, prelude::Passkey};

/// How long the browser has to answer.
pub(crate) const ANSWER_TIME: Duration = Duration::minutes(5);

/// A passkey on record.
#[derive(Debug, Clone)]
pub(crate) struct KeptPasskey {
    pub(crate) id: PasskeyId,
    pub(crate) person: PersonId,
    pub(crate) passkey: Passkey,
}

/// A passkey as the person sees it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct PasskeyLine {
    #[serde(skip)]
    pub(crate) id: PasskeyId,
    /// The name the person gave it.
    pub(crate) name: String,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) used_at: Option<DateTime<Utc>>,
}

/// What a kept state belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ceremony {
    /// A passkey is made.
    Register,
    /// A passkey is used to sign in.
    SignIn,
}

impl Ceremony {
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Ceremony::Register => "register",
            Ceremony::SignIn => "sign-in",
        }
    }
}

/// The installation as browsers know it; `None` where its address is a number, for which
/// browsers make no passkeys.
///
/// # Errors
/// [`Fault::Unreadable`] when the address cannot be one of a website.
pub(crate) fn relying_party(base_url: &url::Url) -> Result<Option<Webauthn>, Fault> {
    let Some(domain) = base_url.domain() else { return Ok(None) };
    let webauthn = WebauthnBuilder::new(domain, base_url)
        .and_then(|builder| builder.rp_name("Alla pari").build())
        .map_err(Fault::unreadable)?;
    Ok(Some(webauthn))
}
