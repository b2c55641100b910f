//! How a candidacy goes on: never a judgement, always a way.

use crate::{candidacy::OutcomeKind, interview::model::instant};
use kernel::{CandidacyId, Checks, DateTime, Duration, Invalids, NaiveDate, OrganisationId, PersonId, Utc, typed_day};
use web::Fields;

store::coded! {
    /// What the candidate says to the conversation that is offered.
    Answer {
        /// Would like to talk.
        Yes = "yes",
        /// Would rather not.
        No = "no",
    }
}

/// The ways in which a panel closes. Only the candidate withdraws.
pub const OF_PANEL: [OutcomeKind; 4] =
    [OutcomeKind::Training, OutcomeKind::Preparation, OutcomeKind::OtherWay, OutcomeKind::NoPlace];

/// How long each text may be, in characters.
pub const LENGTH: usize = 3000;

/// A closing as the panel writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// In which way.
    pub kind: OutcomeKind,
    /// Why, in words that the candidate reads.
    pub reasons: String,
    /// When the candidate is offered to talk about it.
    pub conversation: DateTime<Utc>,
    /// Where, or by what.
    pub conversation_at: String,
    /// What accompanies: by the way it goes on.
    pub way: Way,
}

/// What comes with a way of going on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// Nothing more.
    Plain,
    /// Somebody at the person's side, and the day to meet again.
    Prepare {
        /// Who.
        companion: PersonId,
        /// When they meet again.
        meet_again_on: NaiveDate,
        /// What they do until then.
        steps: String,
    },
    /// What was chosen together.
    Other {
        /// In words.
        chosen: String,
    },
}

/// How far ahead people meet again at most.
const AGAIN_WITHIN: Duration = Duration::days(366);
/// How soon the conversation is offered at the latest: the time that I4 gives at the start.
const TALK_WITHIN: Duration = Duration::days(30);

impl Closing {
    /// Parses the form. Fields: `kind`, `reasons`, `conversation`, `conversation_at`, `companion`,
    /// `meet_again_on`, `steps`, `chosen`. A companion is one of `companions`.
    ///
    /// # Errors
    /// [`Invalids`] with all that is wrong.
    pub fn parse(fields: &Fields, now: DateTime<Utc>, companions: &[PersonId]) -> Result<Closing, Invalids> {
        let mut checks = Checks::new();
        let kind = OutcomeKind::from_code(fields.get("kind")).filter(|kind| OF_PANEL.contains(kind));
        checks.need(kind.is_some(), "kind", "invalid-choice");
        let reasons = checks.text("reasons", fields.get("reasons"), LENGTH);
        let conversation = checks.take(instant("conversation", fields.get("conversation")));
        if let Some(at) = conversation {
            checks.need(at > now && at <= now + TALK_WITHIN, "conversation", "outcome-invalid-conversation");
        }
        let conversation_at = checks.text("conversation_at", fields.get("conversation_at"), 300);
        let way = match kind {
            Some(OutcomeKind::Preparation) => prepare(&mut checks, fields, now, companions),
            Some(OutcomeKind::OtherWay) => {
                checks.text("chosen", fields.get("chosen"), LENGTH).map(|chosen| Way::Other { chosen })
            }
            _ => Some(Way::Plain),
        };
        checks.finish(|| {
            Some(Closing {
                kind: kind?,
                reasons: reasons?,
                conversation: conversation?,
                conversation_at: conversation_at?,
                way: way?,
            })
        })
    }
}

fn prepare(checks: &mut Checks, fields: &Fields, now: DateTime<Utc>, companions: &[PersonId]) -> Option<Way> {
    let companion = fields.get("companion").parse::<PersonId>().ok().filter(|person| companions.contains(person));
    checks.need(companion.is_some(), "companion", "invalid-choice");
    let meet_again_on = checks.take(typed_day("meet_again_on", fields.get("meet_again_on")));
    if let Some(day) = meet_again_on {
        let today = kernel::rome_date(now);
        checks.need(day > today && day <= today + AGAIN_WITHIN, "meet_again_on", "outcome-invalid-again");
    }
    let steps = checks.text("steps", fields.get("steps"), LENGTH);
    Some(Way::Prepare { companion: companion?, meet_again_on: meet_again_on?, steps: steps? })
}

/// A closing on record. Its words are sealed under the candidate's key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Of which candidacy.
    pub candidacy: CandidacyId,
    /// Of which organisation the call is.
    pub organisation: OrganisationId,
    /// The candidate; none once their data were erased.
    pub person: Option<PersonId>,
    /// In which way.
    pub kind: OutcomeKind,
    /// The reasons, sealed.
    pub reasons: Option<Vec<u8>>,
    /// What was chosen or is done until they meet again, sealed.
    pub way: Option<Vec<u8>>,
    /// When the candidate is offered to talk.
    pub conversation: DateTime<Utc>,
    /// Where, or by what.
    pub conversation_at: String,
    /// What the candidate says to it.
    pub answer: Option<Answer>,
    /// Who is at the person's side.
    pub companion: Option<PersonId>,
    /// When they meet again.
    pub meet_again_on: Option<NaiveDate>,
    /// The day it was closed.
    pub closed_on: NaiveDate,
    /// Rises with each change.
    pub version: i64,
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Uuid;

    fn form<'a>(kind: &'a str, more: &[(&'a str, &'a str)]) -> Fields {
        let mut fields = Fields::from([
            ("kind", kind),
            ("reasons", "Ci piace il tuo modo di ascoltare."),
            ("conversation", "2026-03-10T10:00"),
            ("conversation_at", "In sede, o al telefono"),
        ]);
        for (name, value) in more {
            fields.set(name, value);
        }
        fields
    }

    #[test]
    fn every_closing_has_reasons_and_a_conversation_and_each_way_what_accompanies_it() {
        let now = "2026-03-01T08:00:00Z".parse().unwrap();
        let companion = PersonId::from_uuid(Uuid::from_u128(1));
        let parse = |fields: &Fields| Closing::parse(fields, now, &[companion]);
        assert_eq!(parse(&form("training", &[])).unwrap().way, Way::Plain);
        assert!(parse(&form("withdrawn", &[])).unwrap_err().of("kind").is_some());
        assert!(parse(&form("training", &[("reasons", " ")])).unwrap_err().of("reasons").is_some());
        assert!(parse(&form("no-place", &[("conversation", "")])).unwrap_err().of("conversation").is_some());
        assert!(parse(&form("no-place", &[("conversation", "2026-06-10T10:00")])).is_err());
        let wrong = parse(&form("preparation", &[])).unwrap_err();
        assert!(["companion", "meet_again_on", "steps"].iter().all(|field| wrong.of(field).is_some()));
        let id = companion.to_string();
        let right = [("companion", id.as_str()), ("meet_again_on", "2026-09-01"), ("steps", "Il gruppo del lunedì")];
        assert!(matches!(parse(&form("preparation", &right)).unwrap().way, Way::Prepare { .. }));
        assert!(parse(&form("other-way", &[])).unwrap_err().of("chosen").is_some());
    }
}
