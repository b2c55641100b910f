//! One run of a course, and a person's place in it.

use kernel::{CandidacyId, Checks, CourseId, DateTime, EditionId, EnrolmentId, Invalid, Invalids, NaiveDate};
use kernel::{OrganisationId, PersonId, Utc};
use web::Fields;

store::coded! {
    /// Where a person stands with an edition. Each of them has a next step.
    EnrolmentState {
        /// The person asked; nobody has answered.
        Asked = "asked",
        /// Welcome, and waiting for a place.
        Waiting = "waiting",
        /// Has a place.
        Admitted = "admitted",
        /// Takes a break, and keeps the place and everything done.
        Paused = "paused",
        /// Came to the end.
        Completed = "completed",
        /// Left, or took the question back.
        Left = "left",
    }
}

impl EnrolmentState {
    /// Whether it takes one of the places.
    pub const fn takes_a_place(self) -> bool {
        matches!(self, EnrolmentState::Admitted | EnrolmentState::Paused)
    }
    /// The key of its name.
    pub fn key(self) -> String {
        format!("edition-state-{}", self.code())
    }
}

store::coded! {
    /// Whether somebody is part of a self-help group or an association.
    Belonging {
        /// Is part of one.
        Belongs = "belongs",
        /// Is not, and would like to be.
        WouldLike = "would-like",
        /// Is not, and does not want to be now.
        NotNow = "not-now",
    }
}

store::coded! {
    /// Something that happened to a place in an edition, as its line of steps tells it.
    Turn {
        /// The person asked, or a candidacy led here.
        Asked = "asked",
        /// Welcome, but all places are taken.
        Waited = "waited",
        /// Got a place.
        Admitted = "admitted",
        /// Began a break.
        Paused = "paused",
        /// Came back.
        Returned = "returned",
        /// Came to the end.
        Completed = "completed",
        /// Left.
        Left = "left",
        /// A group was offered.
        GroupOffered = "group-offered",
    }
}

/// An edition on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// Which.
    pub id: EditionId,
    /// Of which course.
    pub course: CourseId,
    /// Whose course that is.
    pub organisation: OrganisationId,
    /// Its name.
    pub title: String,
    /// The first day.
    pub starts: NaiveDate,
    /// The last day.
    pub ends: NaiveDate,
    /// How many people it takes.
    pub places: u32,
    /// Where it is held, or how one takes part from afar.
    pub venue: String,
    /// Days and hours, in plain words.
    pub pace: String,
    /// Whether one can ask to take part.
    pub open: bool,
    /// The version that was read.
    pub version: i64,
}

impl Edition {
    /// Whether the day lies between its first and its last.
    pub fn runs_on(&self, day: NaiveDate) -> bool {
        self.starts <= day && day <= self.ends
    }
}

/// How many people stand where in an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Headcount {
    /// Asked, and nobody answered.
    pub asked: u32,
    /// On the waiting list.
    pub waiting: u32,
    /// With a place, on a break or not.
    pub placed: u32,
    /// Those of them on a break.
    pub paused: u32,
    /// Came to the end.
    pub completed: u32,
    /// Have a place and no group, and none was offered.
    pub without_offer: u32,
}

impl Headcount {
    /// How many places are free.
    pub const fn free(self, edition: &Edition) -> u32 {
        edition.places.saturating_sub(self.placed + self.completed)
    }
}

/// A person's place in an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enrolment {
    /// Which.
    pub id: EnrolmentId,
    /// In which edition.
    pub edition: EditionId,
    /// Who; none once the person's data were erased.
    pub person: Option<PersonId>,
    /// The candidacy that led here, where one did.
    pub candidacy: Option<CandidacyId>,
    /// Where the person stands.
    pub state: EnrolmentState,
    /// When the person asked: the order of the waiting list.
    pub asked_at: DateTime<Utc>,
    /// Whether the person is part of a group; none where nothing was said.
    pub belonging: Option<Belonging>,
    /// The day a group was offered.
    pub group_offered_on: Option<NaiveDate>,
    /// The group that was offered, in words.
    pub group_offer: String,
    /// The day the person got a place.
    pub admitted_on: Option<NaiveDate>,
    /// When a break ends, as far as the person knows.
    pub back_on: Option<NaiveDate>,
    /// The day the person came to the end, or left.
    pub ended_on: Option<NaiveDate>,
    /// The version that was read.
    pub version: i64,
}

/// What a person wrote for an enrolment, opened.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// On the own recovery path.
    pub path: Option<String>,
    /// On the pace and form that help.
    pub wish: Option<String>,
    /// What was agreed on it.
    pub agreed: Option<String>,
}

/// An edition as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEdition {
    /// Its name.
    pub title: String,
    /// The first day.
    pub starts: NaiveDate,
    /// The last day.
    pub ends: NaiveDate,
    /// How many people it takes.
    pub places: u32,
    /// Where.
    pub venue: String,
    /// Days and hours.
    pub pace: String,
    /// Whether one can ask to take part.
    pub open: bool,
}

impl NewEdition {
    /// Parses the form. Fields: `title`, `starts`, `ends`, `places`, `venue`, `pace`, `open`.
    ///
    /// # Errors
    /// [`Invalids`] with all that is wrong.
    pub fn parse(fields: &Fields) -> Result<NewEdition, Invalids> {
        let mut checks = Checks::new();
        let title = checks.text("title", fields.get("title"), 120);
        let starts = checks.take(day("starts", fields.get("starts")));
        let ends = checks.take(day("ends", fields.get("ends")));
        let in_order = starts.zip(ends).is_none_or(|(starts, ends)| starts <= ends);
        checks.need(in_order, "ends", "edition-invalid-ends");
        let places = fields.get("places").trim().parse::<u32>().ok().filter(|places| (1..=500).contains(places));
        checks.need(places.is_some(), "places", "edition-invalid-places");
        let venue = checks.text("venue", fields.get("venue"), 300);
        let pace = checks.optional("pace", fields.get("pace"), 1500).unwrap_or_default();
        let open = fields.checked("open");
        checks.finish(|| {
            Some(NewEdition { title: title?, starts: starts?, ends: ends?, places: places?, venue: venue?, pace, open })
        })
    }
}

/// A question to take part, as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asking {
    /// The own path, in own words; it may stay empty: the word of the person is enough.
    pub path: Option<String>,
    /// Pace and form that help.
    pub wish: Option<String>,
    /// Whether the person is part of a group.
    pub belonging: Option<Belonging>,
}

impl Asking {
    /// Parses the form. Fields: `own_path` (ticked, where the course asks for it), `path`, `wish`,
    /// `belonging`.
    ///
    /// # Errors
    /// [`Invalids`] with all that is wrong.
    pub fn parse(fields: &Fields, asks_path: bool) -> Result<Asking, Invalids> {
        let mut checks = Checks::new();
        checks.need(!asks_path || fields.checked("own_path"), "own_path", "edition-invalid-own-path");
        let path = checks.optional("path", fields.get("path"), 5000);
        let wish = checks.optional("wish", fields.get("wish"), 2000);
        let belonging = Belonging::from_code(fields.get("belonging"));
        checks.finish(|| Some(Asking { path, wish, belonging }))
    }
}

/// A day as people write it.
///
/// # Errors
/// [`Invalid`] at the field when it is none.
pub(crate) fn day(field: &str, text: &str) -> Result<NaiveDate, Invalid> {
    let text = text.trim();
    let wrong = || Invalid::new(field, if text.is_empty() { "invalid-required" } else { "invalid-date" });
    let parsed = ["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y"].iter().find_map(|f| NaiveDate::parse_from_str(text, f).ok());
    let sensible = |day: &NaiveDate| (1900..2200).contains(&kernel::Datelike::year(day));
    parsed.filter(sensible).ok_or_else(wrong)
}

/// A day that need not be said.
///
/// # Errors
/// [`Invalid`] at the field when something is there that is no day.
pub(crate) fn some_day(field: &str, text: &str) -> Result<Option<NaiveDate>, Invalid> {
    if text.trim().is_empty() { Ok(None) } else { day(field, text).map(Some) }
}
