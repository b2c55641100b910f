//! A call: an invitation to apply, in plain words.

use super::rules;
use charter::facts::Form;
use kernel::{
    CallId, Checks, CourseId, DateTime, Duration, Invalid, Invalids, NaiveDate, OrganisationId, Territory, Utc,
    typed_day,
};
use std::collections::BTreeSet;
use web::Fields;

store::coded! {
    /// Where a call stands.
    CallState {
        /// Being written; nobody outside reads it.
        Draft = "draft",
        /// Open to read, and to answer between its days.
        Published = "published",
        /// Takes no candidacies any more.
        Closed = "closed",
    }
}

/// All forms in which candidates may be met, in the order in which they are offered.
pub(crate) const FORMS: [Form; 4] = [Form::Interview, Form::Written, Form::Test, Form::Marks];

/// The word for a form in tables, forms and keys of texts.
pub(crate) const fn form_code(form: Form) -> &'static str {
    match form {
        Form::Interview => "interview",
        Form::Written => "written",
        Form::Test => "test",
        Form::Marks => "marks",
    }
}

/// The form that has this word.
pub(crate) fn form_of(code: &str) -> Option<Form> {
    FORMS.into_iter().find(|form| form_code(*form) == code)
}

/// How long notes may be kept after a candidacy was closed, in days. The project's own choice.
pub const NOTES_DAYS_MOST: i64 = 90;
/// How long they are kept where nobody says otherwise.
const NOTES_DAYS: i64 = 30;
/// How long a title may be, in characters.
const TITLE_LENGTH: usize = 120;
/// How long each text may be.
const TEXT_LENGTH: usize = 4000;

/// A call on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// Which.
    pub id: CallId,
    /// Whose.
    pub organisation: OrganisationId,
    /// Where the organisation lies.
    pub territory: Territory,
    /// What it says.
    pub words: CallWords,
    /// Where it stands.
    pub state: CallState,
    /// When it was published.
    pub published_at: Option<DateTime<Utc>>,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// Rises with each change.
    pub version: i64,
}

/// What a call says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallWords {
    /// What it is called.
    pub title: String,
    /// What for.
    pub purpose: String,
    /// What is valued in who applies.
    pub valued: String,
    /// What happens, step by step.
    pub steps: Vec<String>,
    /// The first day on which one may apply.
    pub opens_on: NaiveDate,
    /// The last day.
    pub closes_on: NaiveDate,
    /// How many places there are, where it is known.
    pub places: Option<i64>,
    /// The forms in which candidates are met.
    pub forms: BTreeSet<Form>,
    /// How long notes are kept after a candidacy was closed.
    pub notes_days: i64,
    /// Whether one may try a day first.
    pub trial: bool,
    /// The course it leads to.
    pub leads_to: Option<CourseId>,
}

impl Call {
    /// What it is called.
    pub fn title(&self) -> &str {
        &self.words.title
    }
    /// Whether everyone may read it.
    pub const fn public(&self) -> bool {
        matches!(self.state, CallState::Published | CallState::Closed)
    }
    /// Whether one may apply on a day.
    pub fn open_on(&self, day: NaiveDate) -> bool {
        self.state == CallState::Published && (self.words.opens_on..=self.words.closes_on).contains(&day)
    }
    /// The day on which notes of a candidacy closed on `day` are deleted.
    pub fn notes_until(&self, day: NaiveDate) -> NaiveDate {
        day.checked_add_signed(Duration::days(self.words.notes_days)).unwrap_or(day)
    }
    /// The address of its public page.
    pub fn href(&self) -> String {
        format!("/avvisi/{}", self.id)
    }
}

impl CallWords {
    /// Reads the form.
    ///
    /// # Errors
    /// [`Invalids`]: a text that asks for an educational qualification is one of them (I2).
    pub fn parse(fields: &Fields) -> Result<Self, Invalids> {
        let mut checks = Checks::new();
        let mut words = |field: &str, most| {
            let text = checks.text(field, fields.get(field), most)?;
            let asks = rules::asks_for_a_qualification(&text);
            let wrong = asks.map(|part| Invalid::new(field, "call-invalid-qualification").with("part", part));
            checks.take(wrong.map_or(Ok(text), Err))
        };
        let title = words("title", TITLE_LENGTH);
        let purpose = words("purpose", TEXT_LENGTH);
        let valued = words("valued", TEXT_LENGTH);
        let steps = words("steps", TEXT_LENGTH);
        let opens_on = day(&mut checks, fields, "opens_on");
        let closes_on = day(&mut checks, fields, "closes_on");
        if let (Some(opens), Some(closes)) = (opens_on, closes_on) {
            checks.need(opens <= closes, "closes_on", "call-invalid-closes");
        }
        let places = number(&mut checks, fields, "places", 1..=1000);
        let notes_days = number(&mut checks, fields, "notes_days", 1..=NOTES_DAYS_MOST);
        let forms: BTreeSet<Form> = fields.all("forms").into_iter().filter_map(form_of).collect();
        checks.need(!forms.is_empty(), "forms", "invalid-choice");
        let leads_to = fields.get("leads_to").parse().ok();
        checks.finish(|| {
            Some(Self {
                title: title?,
                purpose: purpose?,
                valued: valued?,
                steps: steps?.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect(),
                opens_on: opens_on?,
                closes_on: closes_on?,
                places: places?,
                forms,
                notes_days: notes_days?.unwrap_or(NOTES_DAYS),
                trial: fields.checked("trial"),
                leads_to,
            })
        })
    }
    /// As a form shows it.
    pub(crate) fn fields(&self) -> Fields {
        let mut fields = Fields::new();
        fields.set("title", &self.title);
        fields.set("purpose", &self.purpose);
        fields.set("valued", &self.valued);
        fields.set("steps", self.steps.join("\n"));
        fields.set("opens_on", self.opens_on);
        fields.set("closes_on", self.closes_on);
        fields.set("places", self.places.map(|n| n.to_string()).unwrap_or_default());
        fields.set("notes_days", self.notes_days);
        if self.trial {
            fields.set("trial", "1");
        }
        for form in &self.forms {
            fields.add("forms", form_code(*form));
        }
        fields.set("leads_to", self.leads_to.map(|id| id.to_string()).unwrap_or_default());
        fields
    }
    /// An empty form: the interview is what is proposed.
    pub(crate) fn blank(today: NaiveDate) -> Fields {
        let mut fields = Fields::new();
        fields.set("opens_on", today);
        fields.set("forms", form_code(Form::Interview));
        fields.set("notes_days", NOTES_DAYS);
        fields
    }
}

fn day(checks: &mut Checks, fields: &Fields, field: &str) -> Option<NaiveDate> {
    checks.take(typed_day(field, fields.get(field)))
}

/// A number that may be left empty.
fn number(
    checks: &mut Checks,
    fields: &Fields,
    field: &str,
    within: std::ops::RangeInclusive<i64>,
) -> Option<Option<i64>> {
    let typed = fields.get(field).trim();
    if typed.is_empty() {
        return Some(None);
    }
    let wrong = || {
        let (least, most) = (within.start(), within.end());
        Invalid::new(field, "call-invalid-number").with("least", least).with("most", most)
    };
    let read = typed.parse().ok().filter(|n| within.contains(n));
    checks.take(read.ok_or_else(wrong)).map(Some)
}

/// A wish to try a day first: as little as can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTrial {
    /// How the person wants to be called.
    pub name: String,
    /// A telephone number or a mail address.
    pub contact: String,
    /// The wished day.
    pub on: NaiveDate,
}

/// How far ahead a day may be wished, in days: until then the name is kept.
const TRIAL_AHEAD: i64 = 120;

impl NewTrial {
    /// Reads the form.
    ///
    /// # Errors
    /// [`Invalids`] as the fields say.
    pub fn parse(fields: &Fields, today: NaiveDate) -> Result<Self, Invalids> {
        let mut checks = Checks::new();
        let name = checks.text("name", fields.get("name"), 120);
        let contact = checks.text("contact", fields.get("contact"), 200);
        let on = day(&mut checks, fields, "on");
        if let Some(on) = on {
            checks.need(on >= today && on <= today + Duration::days(TRIAL_AHEAD), "on", "call-invalid-trial-day");
        }
        checks.finish(|| Some(Self { name: name?, contact: contact?, on: on? }))
    }
}

/// A wish to try a day, as the panel reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trial {
    /// Which.
    pub id: kernel::TrialDayId,
    /// How the person wants to be called.
    pub name: String,
    /// A telephone number or a mail address.
    pub contact: String,
    /// The wished day; nothing is kept after it.
    pub on: NaiveDate,
}
