//! An invitation and where it stands.

use access::{Role, Scope};
use kernel::{DateTime, Duration, EmailAddress, InvitationId, Lang, Utc};

/// How long an invitation waits to be accepted.
pub(crate) const VALID: Duration = Duration::days(14);

/// An invitation to write.
#[derive(Debug, Clone)]
pub struct NewInvitation {
    /// To whom.
    pub email: EmailAddress,
    /// How the person is called; the person may change it.
    pub display_name: String,
    /// In which language the mail is written.
    pub lang: Lang,
    /// The role that comes with it; none for an account alone.
    pub role: Option<(Role, Scope)>,
    /// The name of the organisation or territory, for the mail; empty where there is none.
    pub place: String,
}

/// An invitation on record.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// Which.
    pub id: InvitationId,
    /// To whom.
    pub email: EmailAddress,
    /// How the person is called.
    pub display_name: String,
    /// In which language.
    pub lang: Lang,
    /// The role that comes with it.
    pub role: Option<(Role, Scope)>,
    /// The name of the organisation or territory; empty where there is none.
    pub place: String,
    /// When it was written first.
    pub created_at: DateTime<Utc>,
    /// Until when its link works.
    pub expires_at: DateTime<Utc>,
    /// When it was accepted, if it was.
    pub accepted_at: Option<DateTime<Utc>>,
    /// When it was withdrawn, if it was.
    pub withdrawn_at: Option<DateTime<Utc>>,
}

/// Where an invitation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvitationState {
    /// It waits to be accepted.
    Waiting,
    /// It was accepted.
    Accepted,
    /// It was withdrawn.
    Withdrawn,
    /// Its time is over; it can be sent again.
    Expired,
}

impl InvitationState {
    /// The word in keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            InvitationState::Waiting => "waiting",
            InvitationState::Accepted => "accepted",
            InvitationState::Withdrawn => "withdrawn",
            InvitationState::Expired => "expired",
        }
    }
}

impl Invitation {
    /// Where it stands at an instant.
    pub fn state(&self, now: DateTime<Utc>) -> InvitationState {
        match () {
            () if self.accepted_at.is_some() => InvitationState::Accepted,
            () if self.withdrawn_at.is_some() => InvitationState::Withdrawn,
            () if self.expires_at <= now => InvitationState::Expired,
            () => InvitationState::Waiting,
        }
    }
}
