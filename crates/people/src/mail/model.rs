//! A message and where it stands.

use kernel::{DateTime, EmailAddress, Lang, MailId, Utc};

/// A message to send.
#[derive(Debug, Clone)]
pub struct Mail {
    /// To whom.
    pub to: EmailAddress,
    /// In which language it is written.
    pub lang: Lang,
    /// The subject line.
    pub subject: String,
    /// The text, plain.
    pub body: String,
}

/// A message that waits to be sent.
#[derive(Debug, Clone)]
pub struct MailToSend {
    /// Which.
    pub id: MailId,
    /// What.
    pub mail: Mail,
    /// How often it was tried before.
    pub tries: i64,
}

/// Where a message stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailState {
    /// It waits to be sent, for the first time or again.
    Waiting,
    /// It was handed over to the mail server.
    Sent,
    /// It was tried too often and is given up.
    GivenUp,
}

impl MailState {
    /// The word in the table and in keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            MailState::Waiting => "waiting",
            MailState::Sent => "sent",
            MailState::GivenUp => "given-up",
        }
    }
    /// The state that a word stands for.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        [MailState::Waiting, MailState::Sent, MailState::GivenUp].into_iter().find(|state| state.code() == code)
    }
}

/// A line of the outbox.
#[derive(Debug, Clone)]
pub struct OutboxLine {
    /// Which.
    pub id: MailId,
    /// To whom.
    pub to: String,
    /// The subject line.
    pub subject: String,
    /// The text, while it is kept.
    pub body: Option<String>,
    /// Where it stands.
    pub state: MailState,
    /// How often it was tried.
    pub tries: i64,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// What the mail server said last; empty where nothing.
    pub last_error: String,
}
