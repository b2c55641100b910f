//! A conversation between a candidate and the panel.

use kernel::{CallId, CandidacyId, Checks, DateTime, Duration, InterviewId, Invalid, Invalids, PersonId, Utc};
use web::Fields;

store::coded! {
    /// Where a conversation stands.
    State {
        /// The panel proposes a time; the candidate has not answered.
        Proposed = "proposed",
        /// The candidate said yes.
        Accepted = "accepted",
        /// The candidate asks for another time.
        Moved = "moved",
        /// It took place.
        Held = "held",
        /// It does not take place.
        CalledOff = "called-off",
    }
}

store::coded! {
    /// What may be done with a conversation.
    Step {
        /// The panel proposes another time or place.
        Propose = "propose",
        /// The candidate says yes.
        Accept = "accept",
        /// The candidate asks for another time.
        Move = "move",
        /// The panel says that it took place.
        Hold = "hold",
        /// The panel calls it off.
        CallOff = "call-off",
    }
}

store::coded! {
    /// Whose step it is.
    Whose {
        /// The panel's.
        Panel = "panel",
        /// The candidate's.
        Candidate = "candidate",
    }
}

/// A conversation on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interview {
    /// Which.
    pub id: InterviewId,
    /// Of which candidacy.
    pub candidacy: CandidacyId,
    /// For which call.
    pub call: CallId,
    /// The candidate; none after erasure.
    pub person: Option<PersonId>,
    /// When, and where.
    pub meeting: Meeting,
    /// Where it stands.
    pub state: State,
    /// The candidate's words on other times, sealed.
    pub wish: Option<Vec<u8>>,
    /// The version that was read.
    pub version: i64,
    /// When it was changed last.
    pub changed_at: DateTime<Utc>,
}

/// When and where people meet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// When it begins.
    pub starts: DateTime<Utc>,
    /// How long it lasts, in minutes.
    pub minutes: i64,
    /// Where, in words.
    pub place: Option<String>,
    /// The address of a video room.
    pub link: Option<String>,
}

/// How far ahead a conversation may be proposed.
const AHEAD: Duration = Duration::days(180);

impl Meeting {
    /// When it ends.
    pub fn ends(&self) -> DateTime<Utc> {
        self.starts + Duration::minutes(self.minutes)
    }
    /// Where, for a line: the place, or else the address of the room.
    pub fn at(&self) -> &str {
        self.place.as_deref().or(self.link.as_deref()).unwrap_or_default()
    }
    /// Parses the panel's form. Fields: `starts`, `minutes`, `place`, `link`.
    ///
    /// # Errors
    /// [`Invalids`] with all that is wrong.
    pub fn parse(fields: &Fields, now: DateTime<Utc>) -> Result<Meeting, Invalids> {
        let mut checks = Checks::new();
        let starts = checks.take(instant("starts", fields.get("starts")));
        if let Some(starts) = starts {
            checks.need(starts > now && starts < now + AHEAD, "starts", "interview-invalid-starts");
        }
        let minutes = fields.get("minutes").trim().parse::<i64>().ok().filter(|n| (10..=240).contains(n));
        checks.need(minutes.is_some(), "minutes", "interview-invalid-minutes");
        let place = checks.optional("place", fields.get("place"), 200);
        let link = checks.optional("link", fields.get("link"), 500);
        if let Some(link) = &link {
            checks.need(web_address(link), "link", "invalid-url");
        }
        checks.need(place.is_some() || link.is_some(), "place", "interview-invalid-where");
        checks.finish(|| Some(Meeting { starts: starts?, minutes: minutes?, place, link }))
    }
    /// As the form shows it.
    pub fn fields(&self) -> Fields {
        let mut fields = Fields::new();
        fields.set("starts", kernel::rome_time(self.starts).format("%Y-%m-%dT%H:%M"));
        fields.set("minutes", self.minutes);
        fields.set("place", self.place.as_deref().unwrap_or_default());
        fields.set("link", self.link.as_deref().unwrap_or_default());
        fields
    }
}

/// Whether a text is the address of a page that is safe to open.
fn web_address(text: &str) -> bool {
    text.strip_prefix("https://").is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        host.contains('.') && !text.contains(char::is_whitespace)
    })
}

/// A day and a time as a browser sends them, as clocks in Italy show them.
pub(crate) fn instant(field: &str, text: &str) -> Result<DateTime<Utc>, Invalid> {
    let text = text.trim();
    let wrong = || Invalid::new(field, if text.is_empty() { "invalid-required" } else { "interview-invalid-instant" });
    let parsed = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%d/%m/%Y %H:%M"]
        .iter()
        .find_map(|format| kernel::NaiveDateTime::parse_from_str(text, format).ok());
    parsed.map(kernel::from_rome).ok_or_else(wrong)
}

/// How long the candidate's words on other times may be, in characters.
pub const WISH_LENGTH: usize = 500;

/// Reads the candidate's words on other times. Field: `wish`.
///
/// # Errors
/// [`Invalids`] when they are missing or too long.
pub fn parse_wish(fields: &Fields) -> Result<String, Invalids> {
    let mut checks = Checks::new();
    let wish = checks.text("wish", fields.get("wish"), WISH_LENGTH);
    checks.finish(|| wish)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meeting_needs_a_time_to_come_and_somewhere_to_be() {
        let now = "2026-03-01T08:00:00Z".parse().unwrap();
        let parse = |starts, place, link| {
            Meeting::parse(
                &Fields::from([("starts", starts), ("minutes", "45"), ("place", place), ("link", link)]),
                now,
            )
        };
        let right = parse("2026-03-09T15:30", "In biblioteca", "").unwrap();
        assert_eq!(right.starts.to_rfc3339(), "2026-03-09T14:30:00+00:00");
        assert_eq!(Meeting::parse(&right.fields(), now).unwrap(), right);
        assert!(parse("2026-02-28T15:30", "Qui", "").unwrap_err().of("starts").is_some());
        assert!(parse("2026-03-09T15:30", "", "").unwrap_err().of("place").is_some());
        assert!(parse("2026-03-09T15:30", "", "javascript:alert(1)").unwrap_err().of("link").is_some());
        assert!(parse("2026-03-09T15:30", "", "https://meet.example.org/x").is_ok());
    }
}
