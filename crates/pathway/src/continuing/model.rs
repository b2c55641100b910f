//! Continuing training: what organisations offer, and the hours that an expert gathers.

use crate::{
    course::typed_hours,
    lesson::{minutes, moment},
};
use kernel::{
    Checks, DateTime, Duration, Id, Invalids, NaiveDate, OrganisationId, PersonId, TrainingOfferId, Utc, Uuid,
    rome_time, typed_day,
};
use web::Fields;

store::coded! {
    /// For whom an offer is.
    Audience {
        /// Every expert who is active in the organisation on its day.
        Everyone = "everyone",
        /// Some of them, invited by name.
        Some = "some",
    }
}

store::coded! {
    /// What an expert answers to an offer. No answer and a no are never held against anybody.
    Answer {
        /// Comes.
        Yes = "yes",
        /// Does not come.
        No = "no",
    }
}

/// An offer as it is planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOffer {
    /// What it is about.
    pub topic: String,
    /// More about it.
    pub about: Option<String>,
    /// When it begins.
    pub starts: DateTime<Utc>,
    /// How long it lasts.
    pub minutes: u32,
    /// Where.
    pub place: Option<String>,
    /// The video room.
    pub link: Option<String>,
    /// The team it is held with.
    pub team: Option<String>,
    /// For whom it is.
    pub audience: Audience,
    /// Who is invited, where it is for some.
    pub invited: Vec<PersonId>,
}

/// The longest that an offer lasts: a day of twelve hours, so that minutes typed as hours are refused.
const LONGEST_OFFER: u32 = 720;

/// The longest that one keeps among one's own hours at once: a course of a week.
const LONGEST: u32 = 2400;

impl NewOffer {
    /// Parses the form. Fields: `topic`, `about`, `starts`, `minutes`, `place`, `link`, `team`,
    /// `audience`, `invited`. Who may be invited is the caller's to know.
    ///
    /// # Errors
    /// [`Invalids`] with all that is wrong.
    pub fn parse(fields: &Fields, active: &[PersonId]) -> Result<Self, Invalids> {
        let mut checks = Checks::new();
        let topic = checks.text("topic", fields.get("topic"), 140);
        let about = checks.optional("about", &fields.get("about").replace("\r\n", "\n"), 2000);
        let starts = checks.take(moment("starts", fields.get("starts")));
        let minutes = checks.take(minutes("minutes", fields.get("minutes"), LONGEST_OFFER));
        let place = checks.optional("place", fields.get("place"), 300);
        let link = checks.optional("link", fields.get("link"), 500);
        checks.need(link.as_deref().is_none_or(|link| link.starts_with("https://")), "link", "invalid-url");
        let somewhere = !fields.get("place").trim().is_empty() || !fields.get("link").trim().is_empty();
        checks.need(somewhere, "place", "continuing-invalid-place");
        let team = checks.optional("team", fields.get("team"), 140);
        let audience = Audience::from_code(fields.get("audience"));
        checks.need(audience.is_some(), "audience", "invalid-choice");
        let ids = fields.all("invited").into_iter().filter_map(|id| id.parse().ok());
        let mut invited: Vec<PersonId> = ids.filter(|id| active.contains(id)).take(500).collect();
        if audience == Some(Audience::Everyone) {
            invited.clear();
        }
        let nobody = audience == Some(Audience::Some) && invited.is_empty();
        checks.need(!nobody, "invited", "continuing-invalid-invited");
        checks.finish(|| {
            Some(Self {
                topic: topic?,
                about,
                starts: starts?,
                minutes: minutes?,
                place,
                link,
                team,
                audience: audience?,
                invited,
            })
        })
    }
    /// The form as it stands before anything is changed.
    pub fn fields(&self) -> Fields {
        let mut fields = Fields::new();
        fields.set("topic", &self.topic);
        fields.set("about", self.about.as_deref().unwrap_or_default());
        fields.set("starts", rome_time(self.starts).format("%Y-%m-%dT%H:%M"));
        fields.set("minutes", typed_hours(self.minutes));
        fields.set("place", self.place.as_deref().unwrap_or_default());
        fields.set("link", self.link.as_deref().unwrap_or_default());
        fields.set("team", self.team.as_deref().unwrap_or_default());
        fields.set("audience", self.audience.code());
        for person in &self.invited {
            fields.add("invited", person);
        }
        fields
    }
    /// The day in Italy on which it is held.
    pub fn day(&self) -> NaiveDate {
        kernel::rome_date(self.starts)
    }
    /// When it is over.
    pub fn ends(&self) -> DateTime<Utc> {
        self.starts + Duration::minutes(i64::from(self.minutes))
    }
}

/// An offer on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Which.
    pub id: TrainingOfferId,
    /// Whose.
    pub organisation: OrganisationId,
    /// What is planned.
    pub plan: NewOffer,
    /// Whether it was called off.
    pub called_off: bool,
    /// Why it was called off, for those who had said that they come.
    pub why: Option<String>,
    /// The version that was read.
    pub version: i64,
}

/// Hours of one's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OwnHoursId(Uuid);

impl Id for OwnHoursId {
    const KIND: &'static str = "own_training";
    fn from_uuid(raw: Uuid) -> Self {
        Self(raw)
    }
    fn uuid(self) -> Uuid {
        self.0
    }
}

impl std::fmt::Display for OwnHoursId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::str::FromStr for OwnHoursId {
    type Err = <Uuid as std::str::FromStr>::Err;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(text.parse()?))
    }
}

/// Hours of training from any source, in the person's own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOwnHours {
    /// On which day.
    pub day: NaiveDate,
    /// How long.
    pub minutes: u32,
    /// What it was, in the person's words.
    pub what: String,
    /// With whom or where, in the person's words.
    pub source: Option<String>,
}

impl NewOwnHours {
    /// Parses the form. Fields: `day`, `minutes`, `what`, `source`.
    ///
    /// # Errors
    /// [`Invalids`] with all that is wrong.
    pub fn parse(fields: &Fields, today: NaiveDate) -> Result<Self, Invalids> {
        let mut checks = Checks::new();
        let day = checks.take(typed_day("day", fields.get("day")));
        checks.need(day.is_none_or(|day| day <= today), "day", "continuing-invalid-future");
        let minutes = checks.take(minutes("minutes", fields.get("minutes"), LONGEST));
        let what = checks.text("what", fields.get("what"), 300);
        let source = checks.optional("source", fields.get("source"), 300);
        checks.finish(|| Some(Self { day: day?, minutes: minutes?, what: what?, source }))
    }
}

/// Hours of one's own on record, opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnHours {
    /// Which.
    pub id: OwnHoursId,
    /// What, when, how long.
    pub said: NewOwnHours,
    /// The offer it came from, where it did.
    pub offer: Option<TrainingOfferId>,
}

/// The place that the words on hours are sealed for.
pub(super) fn place(id: OwnHoursId) -> String {
    format!("own_training/{id}/words")
}
