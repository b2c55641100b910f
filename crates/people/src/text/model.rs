//! What texts there are, and with whom they are shared.

use kernel::{Checks, DateTime, EmailAddress, Invalids, PersonId, Utc, Uuid};
use serde::Serialize;
use web::Fields;

/// How long a text may be, in characters.
const LONGEST: usize = 50_000;

/// A text that belongs to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TextKind {
    /// The person's own story.
    Story,
    /// What the person expects and what moves them.
    Expectations,
    /// How the person is, in their own words.
    WellBeing,
    /// What an expert says of their traits and values, as JSON; written in the profile of the
    /// expert, not among the texts.
    Experience,
}

impl TextKind {
    /// All kinds that are written and shared as texts.
    pub const ALL: [TextKind; 3] = [TextKind::Story, TextKind::Expectations, TextKind::WellBeing];

    /// The word in tables, addresses and keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            TextKind::Story => "story",
            TextKind::Expectations => "expectations",
            TextKind::WellBeing => "well-being",
            TextKind::Experience => "experience",
        }
    }
    /// The kind whose word stands in a row.
    pub(crate) fn stored(code: &str) -> Option<Self> {
        if code == TextKind::Experience.code() { Some(TextKind::Experience) } else { Self::from_code(code) }
    }
    /// The kind that a word stands for.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A text as its owner reads it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct OwnText {
    pub(crate) kind: TextKind,
    pub(crate) text: String,
    pub(crate) changed_at: DateTime<Utc>,
    #[serde(skip)]
    pub(crate) version: i64,
}

/// A text as it was typed.
#[derive(Debug)]
pub(crate) struct TypedText {
    pub(crate) text: String,
    /// The version that was read; 0 for a text not yet begun.
    pub(crate) version: i64,
}

impl TypedText {
    /// Reads the form.
    pub(crate) fn parse(fields: &Fields) -> Result<Self, Invalids> {
        let mut checks = Checks::new();
        let text = checks.text("text", fields.get("text"), LONGEST);
        let version = fields.get("version").parse().ok();
        checks.finish(|| Some(Self { text: text?, version: version? }))
    }
}

/// The address of the person with whom a text is to be shared. The program does not say whether
/// somebody here has it.
#[derive(Debug)]
pub(crate) struct ShareWith(pub(crate) EmailAddress);

impl ShareWith {
    /// Reads the form.
    pub(crate) fn parse(fields: &Fields) -> Result<Self, Invalids> {
        Ok(Self(EmailAddress::parse("email", fields.get("email"))?))
    }
}

/// A text shared with somebody.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Grant {
    #[serde(skip)]
    pub(crate) id: Uuid,
    pub(crate) kind: TextKind,
    pub(crate) reader_email: String,
    pub(crate) given_at: DateTime<Utc>,
    pub(crate) withdrawn_at: Option<DateTime<Utc>>,
}

/// A text that somebody shares with the person who asks.
#[derive(Debug, Clone)]
pub(crate) struct SharedWithMe {
    pub(crate) id: Uuid,
    pub(crate) owner: PersonId,
    pub(crate) owner_name: String,
    pub(crate) kind: TextKind,
    pub(crate) given_at: DateTime<Utc>,
}

/// Why somebody reads a text that another shares: it stands in the owner's trace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// To prepare a conversation with the person.
    Conversation,
    /// To go along with the person's path.
    Path,
    /// To prepare a testimony together.
    Testimony,
}

impl Purpose {
    pub(crate) const ALL: [Purpose; 3] = [Purpose::Conversation, Purpose::Path, Purpose::Testimony];

    pub(crate) const fn code(self) -> &'static str {
        match self {
            Purpose::Conversation => "conversation",
            Purpose::Path => "path",
            Purpose::Testimony => "testimony",
        }
    }
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.code() == code)
    }
}
