//! What a course is made of: modules with hours, people of both kinds, what a certificate asks.

use crate::{call::asks_for_a_qualification, panel::Side};
use charter::facts::{ContentArea, Objective};
use kernel::{Checks, CourseId, Invalid, Invalids, ModuleId, OrganisationId, PersonId, TeacherId, Uuid};
use std::collections::{BTreeMap, BTreeSet};
use web::Fields;

store::coded! {
    /// The two types of the source, what fits neither, and courses for those who work with experts.
    CourseKind {
        /// Theory and practice of medium or long length, with shadowing or internship.
        Structured = "structured",
        /// In the field, beside active experts, with modules on how things work.
        InTheField = "in-the-field",
        /// Another model, as a Recovery College open to all.
        Other = "other",
        /// For professionals: recovery, experiential knowledge, welcoming an expert.
        ForProfessionals = "for-professionals",
    }
}

impl CourseKind {
    /// Whether it leads to becoming an expert: then the Charter speaks of it.
    pub const fn makes_experts(self) -> bool {
        matches!(self, CourseKind::Structured | CourseKind::InTheField)
    }
    /// Whether it is entered on an own recovery path.
    pub const fn asks_recovery_path(self) -> bool {
        self.makes_experts()
    }
    /// The key of its name.
    pub fn key(self) -> String {
        format!("course-kind-{}", self.code())
    }
}

store::coded! {
    /// In what form the hours of a module are spent.
    Part {
        /// In a room, listening and talking.
        Theory = "theory",
        /// Trying out what was learned.
        Practice = "practice",
        /// Beside an active expert.
        Shadowing = "shadowing",
        /// In a place of work.
        Internship = "internship",
        /// In a group that learns together.
        GroupWork = "group-work",
    }
}

impl Part {
    /// The key of its name.
    pub fn key(self) -> String {
        format!("course-part-{}", self.code())
    }
    /// Whether its hours are spent in the field, and not in meetings of the edition.
    pub const fn in_the_field(self) -> bool {
        matches!(self, Part::Shadowing | Part::Internship)
    }
}

store::coded! {
    /// Competences that the source names beside objectives and content areas.
    Competence {
        /// A relationship that helps, based on reciprocity.
        Reciprocity = "reciprocity",
        /// Working with professionals as a bridge between them and those who use the services.
        Bridging = "bridging",
    }
}

/// What a module is for: an objective, a content area or a competence of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aim {
    /// One of the eight objectives.
    Objective(Objective),
    /// One of the five content areas.
    Area(ContentArea),
    /// One of the two competences.
    Competence(Competence),
}

impl Aim {
    /// All of them, as the source has them.
    pub fn all() -> impl Iterator<Item = Aim> {
        let objectives = Objective::ALL.into_iter().map(Aim::Objective);
        let areas = ContentArea::ALL.into_iter().map(Aim::Area);
        objectives.chain(areas).chain(Competence::ALL.iter().copied().map(Aim::Competence))
    }
    /// The key of its text.
    pub fn key(self) -> String {
        match self {
            Aim::Objective(objective) => objective.key().to_owned(),
            Aim::Area(area) => area.key().to_owned(),
            Aim::Competence(competence) => format!("course-competence-{}", competence.code()),
        }
    }
    /// The word in forms and tables: its key, without what all of them begin with.
    pub fn code(self) -> String {
        self.key().trim_start_matches("charter-").trim_start_matches("course-").to_owned()
    }
    /// The one that has this word.
    pub fn from_code(code: &str) -> Option<Aim> {
        Aim::all().find(|aim| aim.code() == code)
    }
}

/// The minutes of each part. None of them is negative, none is kept where it is nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PartMinutes(BTreeMap<Part, u32>);

impl PartMinutes {
    /// The minutes of one part.
    pub fn of(&self, part: Part) -> u32 {
        self.0.get(&part).copied().unwrap_or(0)
    }
    /// The same with these minutes of a part.
    #[must_use]
    pub fn with(mut self, part: Part, minutes: u32) -> PartMinutes {
        if minutes == 0 {
            self.0.remove(&part);
        } else {
            self.0.insert(part, minutes);
        }
        self
    }
    /// All minutes together.
    pub fn total(&self) -> u32 {
        self.0.values().sum()
    }
    /// The parts that have some, in order.
    pub fn parts(&self) -> impl Iterator<Item = (Part, u32)> + '_ {
        self.0.iter().map(|(part, minutes)| (*part, *minutes))
    }
}

/// What a certificate of the course asks: nothing but having been there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CertificateRules {
    /// Of the minutes offered, how many hundredths were attended.
    pub attendance_percent: u32,
    /// Minutes of internship and shadowing together, confirmed by both.
    pub fieldwork_minutes: u32,
    /// Minutes beside an active expert, among them.
    pub shadowing_minutes: u32,
}

/// A course on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// Which.
    pub id: CourseId,
    /// Whose.
    pub organisation: OrganisationId,
    /// What kind.
    pub kind: CourseKind,
    /// Its name.
    pub title: String,
    /// What one learns, in plain words.
    pub summary: String,
    /// For whom it is, in plain words.
    pub for_whom: String,
    /// In what rhythm and form, and how they bend to a person.
    pub pace: String,
    /// What a certificate asks; none where the course gives none.
    pub certificate: Option<CertificateRules>,
    /// Whether everyone may read of it.
    pub published: bool,
    /// The version that was read.
    pub version: i64,
}

/// A module of a curriculum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Module {
    /// Which.
    pub id: ModuleId,
    /// Where it stands among the others, from 1.
    pub place: u32,
    /// Its name.
    pub title: String,
    /// What happens in it.
    pub words: String,
    /// Its minutes.
    pub minutes: PartMinutes,
    /// What it is for.
    pub aims: BTreeSet<Aim>,
    /// The version that was read.
    pub version: i64,
}

/// Somebody who wrote the curriculum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// Which line.
    pub id: Uuid,
    /// Who, where the person is on record here.
    pub person: Option<PersonId>,
    /// The name, where the person is not.
    pub name: String,
    /// Of which kind.
    pub side: Side,
}

/// Somebody who teaches in a course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Teacher {
    /// Which.
    pub id: TeacherId,
    /// Who, where the person is on record here.
    pub person: Option<PersonId>,
    /// The name, where the person is not.
    pub name: String,
    /// Of which kind.
    pub side: Side,
    /// For a professional: has worked with experts in co-production.
    pub coproduced: bool,
    /// For a professional: is trained in recovery.
    pub trained: bool,
}

impl Teacher {
    /// Whether the source would have them teach: an expert by experience, a professional when
    /// prepared for it.
    pub const fn prepared(&self) -> bool {
        matches!(self.side, Side::Expert) || self.coproduced || self.trained
    }
}

/// How a competence of the course answers to one of another programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alignment {
    /// Which line.
    pub id: Uuid,
    /// The programme or framework.
    pub framework: String,
    /// Its own sign for the competence.
    pub code: String,
    /// What it calls it.
    pub name: String,
    /// Where it says so.
    pub url: String,
}

/// A curriculum whole: what the editor shows and the rules read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Curriculum {
    /// The course.
    pub course: Course,
    /// Its modules, in order.
    pub modules: Vec<Module>,
    /// Who wrote it.
    pub authors: Vec<Author>,
    /// Who teaches.
    pub teachers: Vec<Teacher>,
    /// The minutes that each teaches in each module.
    pub teaching: Vec<(ModuleId, TeacherId, u32)>,
    /// How it answers to other programmes.
    pub alignments: Vec<Alignment>,
}

/// A course as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCourse {
    /// What kind.
    pub kind: CourseKind,
    /// Its name.
    pub title: String,
    /// What one learns.
    pub summary: String,
    /// For whom.
    pub for_whom: String,
    /// Rhythm and form.
    pub pace: String,
    /// What a certificate asks; none where the course gives none.
    pub certificate: Option<CertificateRules>,
}

impl NewCourse {
    /// Parses the form. Fields: `kind`, `title`, `summary`, `for_whom`, `pace`, `certificate`,
    /// `attendance`, `fieldwork`, `shadowing`.
    ///
    /// # Errors
    /// [`Invalids`] with all that is wrong.
    pub fn parse(fields: &Fields) -> Result<NewCourse, Invalids> {
        let mut checks = Checks::new();
        let kind = CourseKind::from_code(fields.get("kind"));
        checks.need(kind.is_some(), "kind", "invalid-choice");
        let title = checks.text("title", fields.get("title"), 150);
        let summary = checks.text("summary", fields.get("summary"), 3000);
        let for_whom = checks.optional("for_whom", fields.get("for_whom"), 1500).unwrap_or_default();
        // Who may learn to be an expert does not depend on what they studied.
        checks.need(asks_for_a_qualification(&for_whom).is_none(), "for_whom", "course-invalid-title-of-study");
        let pace = checks.optional("pace", fields.get("pace"), 1500).unwrap_or_default();
        let certificate = fields.checked("certificate");
        let percent = fields.get("attendance").trim().trim_end_matches('%').trim().parse::<u32>();
        let percent = percent.ok().filter(|percent| (1..=100).contains(percent));
        checks.need(!certificate || percent.is_some(), "attendance", "course-invalid-percent");
        let fieldwork = checks.take(minutes("fieldwork", fields.get("fieldwork")));
        let shadowing = checks.take(minutes("shadowing", fields.get("shadowing")));
        let within = shadowing.unwrap_or(0) <= fieldwork.unwrap_or(0);
        checks.need(!certificate || within, "shadowing", "course-invalid-shadowing");
        checks.finish(|| {
            let rules = CertificateRules {
                attendance_percent: percent.unwrap_or(0),
                fieldwork_minutes: fieldwork?,
                shadowing_minutes: shadowing?,
            };
            let certificate = certificate.then_some(rules);
            Some(NewCourse { kind: kind?, title: title?, summary: summary?, for_whom, pace, certificate })
        })
    }
}

/// A module as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewModule {
    /// Its name.
    pub title: String,
    /// What happens in it.
    pub words: String,
    /// Its minutes.
    pub minutes: PartMinutes,
    /// What it is for.
    pub aims: BTreeSet<Aim>,
}

impl NewModule {
    /// Parses the form. Fields: `title`, `words`, `minutes-PART`, `aims` (several).
    ///
    /// # Errors
    /// [`Invalids`] with all that is wrong.
    pub fn parse(fields: &Fields) -> Result<NewModule, Invalids> {
        let mut checks = Checks::new();
        let title = checks.text("title", fields.get("title"), 150);
        let words = checks.optional("words", fields.get("words"), 2000).unwrap_or_default();
        let mut all = PartMinutes::default();
        for part in Part::ALL {
            let field = format!("minutes-{}", part.code());
            all = all.with(*part, checks.take(minutes(&field, fields.get(&field))).unwrap_or(0));
        }
        let aims = fields.all("aims").into_iter().filter_map(Aim::from_code).collect();
        checks.finish(|| Some(NewModule { title: title?, words, minutes: all, aims }))
    }
}

/// Somebody of whom a curriculum says that they wrote it or teach in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whom {
    /// A person with a role in the organisation.
    Person(PersonId),
    /// A guest, by name; the person agreed to be named here.
    Guest(String),
}

impl Whom {
    /// The person, where there is one on record.
    pub const fn person(&self) -> Option<PersonId> {
        match self {
            Whom::Person(person) => Some(*person),
            Whom::Guest(_) => None,
        }
    }
    /// The name of a guest.
    pub fn name(&self) -> &str {
        match self {
            Whom::Person(_) => "",
            Whom::Guest(name) => name,
        }
    }
}

/// An author or a teacher as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewHand {
    /// Who.
    pub whom: Whom,
    /// Of which kind.
    pub side: Side,
    /// For a professional who teaches: has worked with experts in co-production.
    pub coproduced: bool,
    /// For a professional who teaches: is trained in recovery.
    pub trained: bool,
}

impl NewHand {
    /// Parses the form. Fields: `person` (empty for a guest), and for a guest `name`, `side`,
    /// `agreed`; `prepared` (several of `coproduced`, `trained`). `known` are those of the
    /// organisation, each with the side that their role stands for.
    ///
    /// # Errors
    /// [`Invalids`] with all that is wrong.
    pub fn parse(fields: &Fields, known: &[(PersonId, Side)]) -> Result<NewHand, Invalids> {
        let mut checks = Checks::new();
        let prepared = fields.all("prepared");
        let (coproduced, trained) = (prepared.contains(&"coproduced"), prepared.contains(&"trained"));
        if let Ok(person) = fields.get("person").parse::<PersonId>() {
            let side = known.iter().find(|(id, _)| *id == person).map(|(_, side)| *side);
            checks.need(side.is_some(), "person", "course-invalid-person");
            return checks.finish(|| Some(NewHand { whom: Whom::Person(person), side: side?, coproduced, trained }));
        }
        let name = checks.text("name", fields.get("name"), 120);
        let side = Side::from_code(fields.get("side"));
        checks.need(side.is_some(), "side", "invalid-choice");
        checks.need(fields.checked("agreed"), "agreed", "course-invalid-agreed");
        checks.finish(|| Some(NewHand { whom: Whom::Guest(name?), side: side?, coproduced, trained }))
    }
}

/// An alignment as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAlignment {
    /// The programme or framework.
    pub framework: String,
    /// Its own sign for the competence.
    pub code: String,
    /// What it calls it.
    pub name: String,
    /// Where it says so.
    pub url: String,
}

impl NewAlignment {
    /// Parses the form. Fields: `framework`, `competence_code` (a `code` alone is a secret, which no
    /// page shows again), `name`, `url`.
    ///
    /// # Errors
    /// [`Invalids`] with all that is wrong.
    pub fn parse(fields: &Fields) -> Result<NewAlignment, Invalids> {
        let mut checks = Checks::new();
        let framework = checks.text("framework", fields.get("framework"), 150);
        let code = checks.optional("competence_code", fields.get("competence_code"), 60).unwrap_or_default();
        let name = checks.text("name", fields.get("name"), 200);
        let url = checks.optional("url", fields.get("url"), 300).unwrap_or_default();
        let good =
            url.is_empty() || (url.starts_with("https://") && url.len() > 10 && !url.contains(char::is_whitespace));
        checks.need(good, "url", "invalid-url");
        checks.finish(|| Some(NewAlignment { framework: framework?, code, name: name?, url }))
    }
}

/// The longest that a part or a stretch of hours may be.
const MOST_MINUTES: u32 = 5000 * 60;

/// Hours as people write them: `2`, `2,5`, `2.5`, `2:30`; nothing is none.
///
/// # Errors
/// [`Invalid`] at the field when it is none of these, or too long.
pub(crate) fn minutes(field: &str, text: &str) -> Result<u32, Invalid> {
    let wrong = || Invalid::new(field, "course-invalid-hours");
    let text = text.trim().trim_end_matches(['h', 'H']).trim();
    if text.is_empty() {
        return Ok(0);
    }
    let plain = |digits: &str| !digits.is_empty() && digits.len() < 6 && digits.bytes().all(|b| b.is_ascii_digit());
    let number = |digits: &str| if plain(digits) { digits.parse::<u32>().map_err(|_| wrong()) } else { Err(wrong()) };
    let all = if let Some((hours, minutes)) = text.split_once(':') {
        let minutes = number(minutes)?;
        if minutes > 59 {
            return Err(wrong());
        }
        number(hours)? * 60 + minutes
    } else if let Some((hours, tenths)) = text.split_once([',', '.']) {
        let part = number(tenths)? * 60;
        let shift = 10_u32.pow(u32::try_from(tenths.len()).unwrap_or(1).min(5));
        number(hours)? * 60 + (part + shift / 2) / shift
    } else {
        number(text)? * 60
    };
    if all > MOST_MINUTES { Err(wrong()) } else { Ok(all) }
}

/// Minutes as they stand in a field again: `2`, `2:30`; nothing where there are none.
pub(crate) fn typed_hours(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, 0) => String::new(),
        (hours, 0) => hours.to_string(),
        (hours, rest) => format!("{hours}:{rest:02}"),
    }
}
