//! What is found when a credential is looked at: pure, from what was shown and what is known.

use super::model::{Check, Found, Presented, Report};
use crate::proof::{PublicKey, Unproven};
use kernel::{DateTime, Utc};

/// What is known of the key that a credential names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Known {
    /// It is one of this installation, of the issuer at this address.
    Here(PublicKey, String),
    /// It should be one of this installation, and there is none.
    Missing,
    /// Whoever asks brought it along.
    Given(PublicKey),
    /// The credential itself names or carries it.
    Carried(PublicKey),
    /// Nothing.
    Nothing,
}

/// The word for a key with which others may have signed.
pub(super) const NOT_TRUSTED: &str = "key-not-trusted";

/// What is known of the status bit that a credential names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bit {
    /// It is one of this installation: whether it is set.
    Here(bool),
    /// It should be one of this installation, and was never given out.
    Missing,
    /// It stands in a list of another issuer.
    Elsewhere,
    /// The credential names none.
    None,
}

/// Makes all checks. Beside the key stands since when it is trusted no more: whatever day a credential
/// bears, others may have signed it.
pub(super) fn looked_at(
    presented: &Presented,
    (known, not_trusted): (&Known, Option<DateTime<Utc>>),
    bit: Bit,
    now: DateTime<Utc>,
) -> Report {
    let trusted = not_trusted.is_none();
    let checks = vec![
        (Check::Signature, signature(presented, known, trusted)),
        (Check::Issuer, issuer(presented, known, trusted)),
        (Check::Days, days(presented, now)),
        (Check::Status, status(bit)),
    ];
    Report { checks, issuer: presented.issuer().map(super::model::short), not_trusted }
}

fn signature(presented: &Presented, known: &Known, trusted: bool) -> Found {
    let key = match known {
        Known::Here(key, _) | Known::Given(key) | Known::Carried(key) => key,
        Known::Missing => return Found::Bad("no-such-key"),
        Known::Nothing => return Found::Unknown("no-key"),
    };
    // What this house signs has the words of the house. Whoever brings others shows something else.
    let other_words = matches!(known, Known::Here(..)) && presented.has_own_words();
    match presented.check(key) {
        Ok(()) if other_words => Found::Bad("unsigned-words"),
        Ok(()) if !trusted => Found::Bad(NOT_TRUSTED),
        Ok(()) => Found::Good("intact"),
        Err(Unproven::Broken) => Found::Bad("changed"),
        Err(Unproven::Malformed(_)) => Found::Bad("malformed"),
        Err(Unproven::Unknown(_)) => Found::Unknown("other-kind"),
        Err(Unproven::Unread(unread)) => unread_found(&unread),
    }
}

fn unread_found(unread: &crate::linked::Unread) -> Found {
    use crate::linked::Unread;
    match unread {
        // A word that nobody signed: it may have been added afterwards.
        Unread::Word(_) | Unread::Wrong(_) => Found::Bad("unsigned-words"),
        Unread::Context(_) | Unread::Unusual(_) | Unread::TooMuch => Found::Unknown("unread"),
    }
}

/// A key of this installation signs for its own organisation only. With one that is trusted no more,
/// anybody may have.
fn issuer(presented: &Presented, known: &Known, trusted: bool) -> Found {
    let says = presented.says();
    let claimed = says.get("iss").and_then(serde_json::Value::as_str);
    let agrees = claimed.is_none() || claimed == presented.issuer();
    match known {
        _ if !agrees => Found::Bad("two-issuers"),
        Known::Here(_, address) if presented.issuer() == Some(address) => match trusted {
            true => Found::Good("here"),
            false => Found::Unknown(NOT_TRUSTED),
        },
        Known::Here(..) => Found::Bad("other-issuer"),
        Known::Missing => Found::Bad("no-such-key"),
        Known::Given(_) => Found::Unknown("key-given"),
        Known::Carried(_) => Found::Unknown("key-carried"),
        Known::Nothing => Found::Unknown("elsewhere"),
    }
}

fn days(presented: &Presented, now: DateTime<Utc>) -> Found {
    let Some(holds) = presented.holds() else { return Found::Bad("unreadable") };
    match holds {
        (Some(from), _) if from > now => Found::Bad("not-yet"),
        (_, Some(until)) if until < now => Found::Bad("over"),
        (_, None) => Found::Good("no-end"),
        _ => Found::Good("within"),
    }
}

fn status(bit: Bit) -> Found {
    match bit {
        Bit::Here(false) => Found::Good("stands"),
        Bit::Here(true) => Found::Bad("revoked"),
        Bit::Missing => Found::Bad("never-given"),
        Bit::Elsewhere => Found::Unknown("list-elsewhere"),
        Bit::None => Found::Good("cannot-be-revoked"),
    }
}
