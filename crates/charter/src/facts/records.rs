//! The entries that rules I1 to I16 read.

use super::Fact;
use kernel::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

macro_rules! facts {
    ($($name:ident = $key:literal;)*) => { $(impl Fact for $name { const KEY: &'static str = $key; })* };
}

facts! {
    Panels = "panels";
    Calls = "calls";
    Candidacies = "candidacies";
    Courses = "courses";
    Curricula = "curricula";
    ContinuingTraining = "continuing_training";
    Teams = "teams";
    Assignments = "assignments";
    Experts = "experts";
    Belonging = "belonging";
    Roles = "roles";
    Inclusion = "inclusion";
    Bodies = "bodies";
    Conferences = "conferences";
}

/// A panel of a selection (I1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Panel {
    /// The name of the selection it sits in.
    pub label: String,
    /// How many experts sit in it.
    pub experts: u32,
    /// How many professionals of the organisation sit in it.
    pub professionals: u32,
}

/// The organisation's panels (I1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Panels(pub Vec<Panel>);

/// The form in which candidates are met (I3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// A conversation.
    Interview,
    /// A written exam.
    Written,
    /// A test.
    Test,
    /// Marks given to candidates.
    Marks,
}

/// A call (I2, I3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// Its name.
    pub label: String,
    /// Whether it asks for an educational qualification.
    pub asks_qualification: bool,
    /// The forms used; none where they are not decided.
    #[serde(default)]
    pub forms: Option<BTreeSet<Form>>,
}

/// The organisation's calls (I2, I3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calls(pub Vec<Call>);

/// A candidacy that was closed, without whose it was (I4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// The day it was closed.
    pub on: NaiveDate,
    /// The day its reasons could be read.
    pub reasons_on: Option<NaiveDate>,
    /// The day a conversation was offered.
    pub conversation_on: Option<NaiveDate>,
}

/// The candidacies that the organisation closed (I4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidacies(pub Vec<Closed>);

/// How a course admits (I5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Admission {
    /// Whether an own recovery path with active part in it is asked for.
    pub asks_recovery_path: bool,
    /// Whether anything else is made a condition.
    pub asks_more: bool,
    /// How many of those admitted had no group or association.
    pub without_group: u32,
    /// To how many of them one was offered.
    pub offered_group: u32,
}

/// Who teaches in a course (I7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Teaching {
    /// Minutes taught by experts.
    pub expert_minutes: u32,
    /// Minutes taught by professionals.
    pub professional_minutes: u32,
    /// How many professionals teach.
    pub professionals: u32,
    /// How many of them worked with experts in co-production or are trained in recovery.
    pub prepared: u32,
}

/// Trainees in the field (I8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// How many trainees are in the field.
    pub trainees: u32,
    /// How many of them shadow an active expert.
    pub shadowing: u32,
}

/// A course (I5, I7, I8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    /// Its name.
    pub label: String,
    /// How it admits; none where it did not yet.
    #[serde(default)]
    pub admission: Option<Admission>,
    /// Who teaches; none where it is not planned.
    #[serde(default)]
    pub teaching: Option<Teaching>,
    /// Who is in the field; none where it did not begin.
    #[serde(default)]
    pub field: Option<Field>,
}

/// The organisation's courses (I5, I7, I8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Courses(pub Vec<Course>);

/// The eight objectives of training in the source. Each has a text `charter-objective-…`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Objective {
    /// To value recovery and explore what it is made of.
    Recovery,
    /// To deepen the rights of the person.
    Rights,
    /// To further working together with professionals.
    Collaboration,
    /// To give a frame: where experts work and why.
    Frame,
    /// To inform on territory, services, laws, privacy, safety.
    Information,
    /// To further the taking up and the recognition of the role.
    Role,
    /// To further access to work.
    Work,
    /// To develop belonging to a working group.
    Belonging,
}

impl Objective {
    /// All eight.
    pub const ALL: [Objective; 8] = [
        Objective::Recovery,
        Objective::Rights,
        Objective::Collaboration,
        Objective::Frame,
        Objective::Information,
        Objective::Role,
        Objective::Work,
        Objective::Belonging,
    ];
    /// The key of its text.
    pub const fn key(self) -> &'static str {
        match self {
            Objective::Recovery => "charter-objective-recovery",
            Objective::Rights => "charter-objective-rights",
            Objective::Collaboration => "charter-objective-collaboration",
            Objective::Frame => "charter-objective-frame",
            Objective::Information => "charter-objective-information",
            Objective::Role => "charter-objective-role",
            Objective::Work => "charter-objective-work",
            Objective::Belonging => "charter-objective-belonging",
        }
    }
}

/// The five content areas of training in the source. Each has a text `charter-area-…`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContentArea {
    /// To use one's own experience to help: listening, empathy, telling one's story.
    OwnExperience,
    /// To lead groups of peers and creative activities.
    Groups,
    /// To meet critical situations.
    CriticalSituations,
    /// To guard one's own well-being and limits.
    OwnWellbeing,
    /// To know institutions, rights, duties, privacy and safety.
    Institutions,
}

impl ContentArea {
    /// All five.
    pub const ALL: [ContentArea; 5] = [
        ContentArea::OwnExperience,
        ContentArea::Groups,
        ContentArea::CriticalSituations,
        ContentArea::OwnWellbeing,
        ContentArea::Institutions,
    ];
    /// The key of its text.
    pub const fn key(self) -> &'static str {
        match self {
            ContentArea::OwnExperience => "charter-area-own-experience",
            ContentArea::Groups => "charter-area-groups",
            ContentArea::CriticalSituations => "charter-area-critical-situations",
            ContentArea::OwnWellbeing => "charter-area-own-wellbeing",
            ContentArea::Institutions => "charter-area-institutions",
        }
    }
}

/// A curriculum (I6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Curriculum {
    /// Its name.
    pub label: String,
    /// The objectives that its modules pursue.
    pub objectives: BTreeSet<Objective>,
    /// The content areas that its modules cover.
    pub areas: BTreeSet<ContentArea>,
    /// Whether experts wrote it.
    pub by_experts: bool,
    /// Whether professionals wrote it.
    pub by_professionals: bool,
    /// Whether it has theory.
    pub theory: bool,
    /// Whether it has practice.
    pub practice: bool,
    /// Whether it has shadowing.
    pub shadowing: bool,
}

/// The organisation's curricula (I6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Curricula(pub Vec<Curriculum>);

/// What was offered to one active expert, without who it is (I9). What counts is the offer: an
/// absence is nobody's fault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offered {
    /// Since when the expert is active here.
    pub since: NaiveDate,
    /// The days and the minutes offered.
    pub sessions: Vec<(NaiveDate, u32)>,
}

/// Continuing training: one entry for each active expert (I9).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContinuingTraining(pub Vec<Offered>);

/// A team (I10).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Team {
    /// Its name.
    pub label: String,
    /// How many experts work in it.
    pub experts: u32,
    /// The longest that one of its experts has been without an invitation: the day of that last
    /// invitation, or the day of joining.
    pub longest_uninvited_since: Option<NaiveDate>,
    /// Whether a single expert has a shared team or another team's group.
    pub remedy: bool,
}

/// The organisation's teams (I10).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Teams(pub Vec<Team>);

/// An assignment, without whose it is (I11).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    /// The day it began.
    pub since: NaiveDate,
    /// Whether it has a tutor.
    pub tutor: bool,
    /// Whether the role is described.
    pub role_description: bool,
    /// Whether the area was agreed on by both sides.
    pub agreed_area: bool,
    /// Whether it has supervision.
    pub supervision: bool,
    /// The day a review was last offered.
    pub review_on: Option<NaiveDate>,
    /// The day intervision was last offered.
    pub intervision_on: Option<NaiveDate>,
}

/// The organisation's assignments (I11).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignments(pub Vec<Assignment>);

/// How many experts are active in the organisation (I12, I14).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Experts {
    /// How many are active.
    pub active: u32,
    /// How many of them are on record as belonging to a group.
    #[serde(default)]
    pub in_a_group: Option<u32>,
}

/// What the organisation declares on belonging to a group of experts (I12).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Belonging {
    /// Whether its experts are free to belong to a group or association.
    #[serde(default)]
    pub free: Option<bool>,
    /// Whether it gives them time for it.
    #[serde(default)]
    pub time: Option<bool>,
    /// How many hours a month, where it says so.
    #[serde(default)]
    pub hours_a_month: Option<u32>,
}

/// The organisation's roles of experts (I13).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roles {
    /// How many are paid.
    pub paid: u32,
    /// How many of these rest on a contract, a grant, an agreement or the like.
    pub paid_with_instrument: u32,
    /// How many are volunteer roles.
    pub volunteer: u32,
    /// How many of these carry the duties of a paid one.
    pub volunteer_with_duties: u32,
}

/// How ready a department is for experts (I14).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Inclusion {
    /// How many professionals are in charge of the experts' inclusion.
    #[serde(default)]
    pub professionals: Option<u32>,
    /// How many of the staff are trained in recovery.
    #[serde(default)]
    pub trained_in_recovery: Option<u32>,
    /// How many areas are closed to experts.
    #[serde(default)]
    pub closed_areas: Option<u32>,
}

/// A body (I15).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// Its name.
    pub label: String,
    /// Whether it decides on mental health.
    pub decides: bool,
    /// How many places it has for experts.
    pub places: u32,
    /// How many of them are filled.
    pub filled: u32,
}

/// The organisation's bodies (I15).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bodies(pub Vec<Body>);

/// A conference (I16).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conference {
    /// Its name.
    pub label: String,
    /// How many delegates each organisation sent.
    pub delegates: Vec<u32>,
    /// How many delegates were experts, user and family together.
    pub experts: u32,
    /// How many were professionals.
    pub professionals: u32,
}

/// The conferences that the organisation holds (I16).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conferences(pub Vec<Conference>);
