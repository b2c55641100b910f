//! What a booklet is made of: the person's own entries, and what is gathered for them.

use kernel::{BookletEntryId, Checks, Invalids};
use serde::{Deserialize, Serialize};
use web::Fields;

store::coded! {
    /// A part of the booklet, in the order in which it is read.
    Part {
        /// Moments at which something turned, in the person's own words.
        TurningPoint = "turning-point",
        /// Courses, certificates, continuing training.
        Training = "training",
        /// What the person can do.
        Competence = "competence",
        /// Roles held, paid and volunteer.
        Role = "role",
        /// Where the person told their story.
        Testimony = "testimony",
        /// Other qualifications. They are listed as such: nothing here makes somebody an expert.
        Qualification = "qualification",
    }
}

store::coded! {
    /// Which other qualification it is.
    QualificationKind {
        /// A health and social care worker (operatore socio-sanitario).
        CareWorker = "care-worker",
        /// A guide to the services (orientatore).
        Guide = "guide",
        /// Another qualification given by a region.
        Regional = "regional",
        /// Anything else.
        Other = "other",
    }
}

impl Part {
    /// Whether its items are handed over unless the person says otherwise: what one puts into a CV.
    /// What is more the person's own waits for their yes.
    pub const fn handed_over_at_first(self) -> bool {
        matches!(self, Part::Training | Part::Role | Part::Qualification)
    }
}

/// The words of an entry, as they are sealed under the person's own key.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// What.
    pub title: String,
    /// Where, or with whom.
    #[serde(default)]
    pub place: Option<String>,
    /// Some words on it.
    #[serde(default)]
    pub text: Option<String>,
    /// The year it began, where the person says so.
    #[serde(default)]
    pub from: Option<i32>,
    /// The year it ended.
    #[serde(default)]
    pub until: Option<i32>,
    /// Which other qualification it is.
    #[serde(default)]
    pub qualification: Option<String>,
}

/// An entry that the person wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Which.
    pub id: BookletEntryId,
    /// In which part.
    pub part: Part,
    /// The words.
    pub words: Words,
    /// The version that was read.
    pub version: i64,
}

/// How long the title of an entry may be, in characters.
const TITLE: usize = 160;
/// How long its text may be, in characters.
const TEXT: usize = 4000;

impl Words {
    /// Parses the form of an entry. Fields: `title`, `place`, `text`, `from`, `until`, and for other
    /// qualifications `qualification`.
    ///
    /// # Errors
    /// [`Invalids`] with all that is wrong.
    pub fn parse(part: Part, fields: &Fields) -> Result<Words, Invalids> {
        let mut checks = Checks::new();
        let title = checks.text("title", fields.get("title"), TITLE);
        let place = checks.optional("place", fields.get("place"), TITLE);
        let text = checks.optional("text", fields.get("text"), TEXT);
        let from = year(&mut checks, "from", fields);
        let until = year(&mut checks, "until", fields);
        if let (Some(from), Some(until)) = (from, until) {
            checks.need(from <= until, "until", "booklet-invalid-until");
        }
        let kind = QualificationKind::from_code(fields.get("qualification"));
        let asked = part == Part::Qualification;
        checks.need(!asked || kind.is_some(), "qualification", "invalid-choice");
        let qualification = kind.filter(|_| asked).map(|kind| kind.code().to_owned());
        checks.finish(|| Some(Words { title: title?, place, text, from, until, qualification }))
    }
    /// The form as it stands before anything is changed.
    pub fn fields(&self) -> Fields {
        let mut fields = Fields::new();
        let number = |year: Option<i32>| year.map(|year| year.to_string()).unwrap_or_default();
        fields.set("title", &self.title);
        fields.set("place", self.place.as_deref().unwrap_or_default());
        fields.set("text", self.text.as_deref().unwrap_or_default());
        fields.set("from", number(self.from));
        fields.set("until", number(self.until));
        fields.set("qualification", self.qualification.as_deref().unwrap_or_default());
        fields
    }
    /// Which other qualification it is.
    pub fn kind(&self) -> Option<QualificationKind> {
        QualificationKind::from_code(self.qualification.as_deref()?)
    }
}

fn year(checks: &mut Checks, field: &str, fields: &Fields) -> Option<i32> {
    let typed = fields.get(field).trim();
    if typed.is_empty() {
        return None;
    }
    let year = typed.parse::<i32>().ok().filter(|year| (1900..2200).contains(year));
    checks.need(year.is_some(), field, "booklet-invalid-year");
    year
}

/// How the person presents themselves at the top of what they hand over.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The name as it is to be read.
    #[serde(default)]
    pub name: Option<String>,
    /// How to be reached.
    #[serde(default)]
    pub contact: Option<String>,
    /// A few words on oneself.
    #[serde(default)]
    pub text: Option<String>,
}

impl About {
    /// Parses the form. Fields: `name`, `contact`, `about`; all may stay empty.
    ///
    /// # Errors
    /// [`Invalids`] with all that is wrong.
    pub fn parse(fields: &Fields) -> Result<About, Invalids> {
        let mut checks = Checks::new();
        let name = checks.optional("name", fields.get("name"), 120);
        let contact = checks.optional("contact", fields.get("contact"), 300);
        let text = checks.optional("about", fields.get("about"), 2000);
        checks.finish(|| Some(About { name, contact, text }))
    }
    /// The form as it stands before anything is changed.
    pub fn fields(&self) -> Fields {
        let mut fields = Fields::new();
        fields.set("name", self.name.as_deref().unwrap_or_default());
        fields.set("contact", self.contact.as_deref().unwrap_or_default());
        fields.set("about", self.text.as_deref().unwrap_or_default());
        fields
    }
}

/// Something that stands in a booklet, wherever it comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item {
    /// Its word among the person's choices: `entry/…`, `certificate/…`, `continuing/…`, `role/…`.
    pub key: String,
    /// When, in words; may be empty.
    pub when: String,
    /// The years, for the order and for the data.
    pub years: (Option<i32>, Option<i32>),
    /// What.
    pub title: String,
    /// Where, or with whom; may be empty.
    pub place: String,
    /// Some words on it; may be empty.
    pub text: String,
    /// Where more is read: an address of the program.
    pub href: Option<String>,
    /// Where anybody checks it: a full address.
    pub check: Option<String>,
    /// Where the person changes it, if it is their own entry.
    pub edit: Option<String>,
    /// Whether it is handed over.
    pub chosen: bool,
    /// Whether it is paid, for a role.
    pub paid: Option<bool>,
}

/// A competence of a programme that a certificate covers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Covered {
    /// Its code in the programme.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Where it is described.
    pub url: String,
    /// The certificates that cover it, by title.
    pub by: Vec<String>,
}

/// A booklet, gathered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Booklet {
    /// The name at the top.
    pub name: String,
    /// How the person presents themselves.
    pub about: About,
    /// The items, part by part, in the order in which they are read.
    pub parts: Vec<(Part, Vec<Item>)>,
    /// What the certificates cover of other programmes, programme by programme.
    pub crosswalk: Vec<(String, Vec<Covered>)>,
}
