//! Internship and shadowing: where a trainee is in the field, beside whom, and the hours that both
//! confirm.

use crate::lesson::minutes;
use kernel::{Checks, EnrolmentId, FieldworkId, Id, Invalids, NaiveDate, PersonId, Uuid, typed_day};
use web::Fields;

store::coded! {
    /// What is done in the field.
    Kind {
        /// At the side of an active expert, in what the expert does.
        Shadowing = "shadowing",
        /// In a place of work, beside its professionals and with an expert at one's side.
        Internship = "internship",
    }
}

store::coded! {
    /// Which of the two confirms.
    Hand {
        /// The trainee.
        Trainee = "trainee",
        /// The expert at the trainee's side.
        Expert = "expert",
    }
}

impl Hand {
    /// The other of the two.
    #[must_use]
    pub const fn other(self) -> Hand {
        match self {
            Hand::Trainee => Hand::Expert,
            Hand::Expert => Hand::Trainee,
        }
    }
}

/// A stay of a trainee in the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlacementId(Uuid);

impl Id for PlacementId {
    const KIND: &'static str = "field_placement";
    fn from_uuid(raw: Uuid) -> Self {
        Self(raw)
    }
    fn uuid(self) -> Uuid {
        self.0
    }
}

impl std::fmt::Display for PlacementId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::str::FromStr for PlacementId {
    type Err = <Uuid as std::str::FromStr>::Err;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(text.parse()?))
    }
}

/// A stay in the field as it is agreed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPlacement {
    /// Whose.
    pub enrolment: EnrolmentId,
    /// What it is.
    pub kind: Kind,
    /// Where: a service, a group, a home, an association.
    pub context: String,
    /// Beside which professions.
    pub beside: Option<String>,
    /// The active expert at the trainee's side; none while one is looked for.
    pub expert: Option<PersonId>,
    /// From when.
    pub starts: NaiveDate,
    /// Until when.
    pub ends: Option<NaiveDate>,
}

impl NewPlacement {
    /// Parses the form. Fields: `trainee`, `kind`, `context`, `beside`, `expert`, `starts`, `ends`.
    ///
    /// # Errors
    /// [`Invalids`] with all that is wrong.
    pub fn parse(fields: &Fields) -> Result<Self, Invalids> {
        let mut checks = Checks::new();
        let enrolment = fields.get("trainee").parse().ok();
        checks.need(enrolment.is_some(), "trainee", "invalid-choice");
        let kind = Kind::from_code(fields.get("kind"));
        checks.need(kind.is_some(), "kind", "invalid-choice");
        let context = checks.text("context", fields.get("context"), 200);
        let beside = checks.optional("beside", fields.get("beside"), 200);
        let typed = fields.get("expert");
        let expert = typed.parse().ok();
        checks.need(typed.is_empty() || expert.is_some(), "expert", "invalid-choice");
        let starts = checks.take(typed_day("starts", fields.get("starts")));
        let ends = match fields.get("ends").trim() {
            "" => None,
            typed => checks.take(typed_day("ends", typed)),
        };
        let in_order = starts.zip(ends).is_none_or(|(starts, ends)| starts <= ends);
        checks.need(in_order, "ends", "fieldwork-invalid-ends");
        checks.finish(|| {
            Some(Self { enrolment: enrolment?, kind: kind?, context: context?, beside, expert, starts: starts?, ends })
        })
    }
    /// The form as it stands before anything is changed.
    pub fn fields(&self) -> Fields {
        let mut fields = Fields::new();
        fields.set("trainee", self.enrolment);
        fields.set("kind", self.kind.code());
        fields.set("context", &self.context);
        fields.set("beside", self.beside.as_deref().unwrap_or_default());
        fields.set("expert", self.expert.map(|id| id.to_string()).unwrap_or_default());
        fields.set("starts", self.starts);
        fields.set("ends", self.ends.map(|day| day.to_string()).unwrap_or_default());
        fields
    }
}

/// A stay on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placement {
    /// Which.
    pub id: PlacementId,
    /// What was agreed.
    pub agreed: NewPlacement,
    /// The version that was read.
    pub version: i64,
}

/// A stretch of hours as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewStretch {
    /// On which day.
    pub day: NaiveDate,
    /// How long.
    pub minutes: u32,
    /// What was done, in a few words that name nobody.
    pub what: Option<String>,
}

/// The most hours of a day in the field.
const LONGEST: u32 = 720;

impl NewStretch {
    /// Parses the form. Fields: `day`, `minutes`, `what`.
    ///
    /// # Errors
    /// [`Invalids`] with all that is wrong.
    pub fn parse(fields: &Fields, agreed: &NewPlacement, today: NaiveDate) -> Result<Self, Invalids> {
        let mut checks = Checks::new();
        let day = checks.take(typed_day("day", fields.get("day")));
        checks.need(day.is_none_or(|day| day <= today), "day", "fieldwork-invalid-future");
        let within = |day: NaiveDate| agreed.starts <= day && agreed.ends.is_none_or(|ends| day <= ends);
        checks.need(day.is_none_or(within), "day", "fieldwork-invalid-outside");
        let minutes = checks.take(minutes("minutes", fields.get("minutes"), LONGEST));
        let what = checks.optional("what", fields.get("what"), 300);
        checks.finish(|| Some(Self { day: day?, minutes: minutes?, what }))
    }
}

/// A stretch of hours on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// Which.
    pub id: FieldworkId,
    /// In which stay.
    pub placement: PlacementId,
    /// Whose.
    pub enrolment: EnrolmentId,
    /// What was done, when and for how long.
    pub said: NewStretch,
    /// Whether the trainee confirmed it.
    pub by_trainee: bool,
    /// Whether the expert did.
    pub by_expert: bool,
    /// The version that was read.
    pub version: i64,
}

impl Stretch {
    /// Whether somebody confirmed it.
    pub fn confirmed_by(&self, hand: Hand) -> bool {
        match hand {
            Hand::Trainee => self.by_trainee,
            Hand::Expert => self.by_expert,
        }
    }
}
