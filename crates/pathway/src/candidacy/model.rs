//! A candidacy: where it stands, where it comes from, and the person's own words.

use kernel::{
    CallId, CandidacyId, Checks, DateTime, EmailAddress, Invalid, Invalids, Lang, OrganisationId, PersonId, Utc,
};
use serde::{Deserialize, Serialize};
use web::Fields;

store::coded! {
    /// Where a candidacy stands.
    Stage {
        /// Being written by the person; nobody else reads it.
        Draft = "draft",
        /// Sent: the panel knows of it.
        Sent = "sent",
        /// A conversation is proposed or agreed.
        Interview = "interview",
        /// They met; notes and outcome follow.
        Talked = "talked",
        /// Closed, in one of the ways of [`OutcomeKind`].
        Closed = "closed",
    }
}

store::coded! {
    /// How a candidacy was closed. Each way goes on somewhere.
    OutcomeKind {
        /// The training begins.
        Training = "training",
        /// A step of preparation first, with somebody at the person's side.
        Preparation = "preparation",
        /// Another way of taking part, chosen together.
        OtherWay = "other-way",
        /// The person withdrew.
        Withdrawn = "withdrawn",
        /// There was no place.
        NoPlace = "no-place",
    }
}

store::coded! {
    /// Where a candidacy comes from: the three of the source.
    Source {
        /// The person alone.
        Own = "own",
        /// An organisation that wants to take experts on.
        Organisation = "organisation",
        /// A professional or expert who knows the person.
        Professional = "professional",
    }
}

store::coded! {
    /// The six motivations of the source.
    Motive {
        /// To grow as a person, among others, in knowledge.
        Growth = "growth",
        /// To make the own recovery firmer.
        Recovery = "recovery",
        /// To have paid work.
        Work = "work",
        /// To accompany and support peers in distress.
        Support = "support",
        /// To take part in the mental-health system and better it.
        System = "system",
        /// To give back what was good on one's own way.
        Gratitude = "gratitude",
    }
}

store::coded! {
    /// Whether the person belongs to a self-help group or an association. Never a barrier.
    Belonging {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
        /// No, and would like to.
        Wish = "wish",
    }
}

/// A candidacy on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidacy {
    /// Which.
    pub id: CandidacyId,
    /// For which call.
    pub call: CallId,
    /// Of which organisation the call is.
    pub organisation: OrganisationId,
    /// Whose; none once the person's data were erased.
    pub person: Option<PersonId>,
    /// Where it comes from.
    pub source: Source,
    /// Where it stands.
    pub stage: Stage,
    /// How it was closed.
    pub outcome: Option<OutcomeKind>,
    /// The candidacy that this one goes on from.
    pub previous: Option<CandidacyId>,
    /// The language the person is written to in.
    pub lang: Lang,
    /// Whether it is entered by a personal link.
    pub by_link: bool,
    /// Where mail reaches a person without an account.
    pub email: Option<EmailAddress>,
    /// Whether the panel may read the person's words: the grant in force.
    pub shared: bool,
    /// When it was begun.
    pub begun_at: DateTime<Utc>,
    /// When it was sent.
    pub sent_at: Option<DateTime<Utc>>,
    /// When it last went on.
    pub moved_at: DateTime<Utc>,
    /// Since when nothing goes on: its last step, or what came later of a conversation. It lies
    /// ahead where a day is agreed.
    pub still_since: DateTime<Utc>,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// Rises with each step and each saving.
    pub version: i64,
}

impl Candidacy {
    /// Where something sealed of this candidacy is tied to.
    pub fn place(&self, field: &str) -> String {
        place(self.id, field)
    }
    /// Whether it is not closed.
    pub const fn open(&self) -> bool {
        !matches!(self.stage, Stage::Closed)
    }
    /// The address of its page for who has an account.
    pub fn href(&self) -> String {
        format!("/candidature/{}", self.id)
    }
}

/// Where something sealed of a candidacy is tied to.
pub(crate) fn place(id: CandidacyId, field: &str) -> String {
    format!("candidacy/{id}/{field}")
}

/// How long each of the person's texts may be, in characters.
const TEXT_LENGTH: usize = 6000;

/// What the person says: boxes and own words, all sealed together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// What moves them.
    pub motives: Vec<Motive>,
    /// The same in their own words.
    pub motivation: String,
    /// What they expect.
    pub expectations: String,
    /// Their path of recovery in their own words: their word is enough.
    pub recovery: String,
    /// Whether they belong to a group or an association.
    pub belonging: Option<Belonging>,
    /// A telephone number, if they want to be called.
    pub phone: String,
}

#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
struct Written {
    motives: Vec<String>,
    motivation: String,
    expectations: String,
    recovery: String,
    belonging: String,
    phone: String,
}

impl Words {
    /// Reads the form. All may stay empty while it is a draft.
    ///
    /// # Errors
    /// [`Invalids`] where a text is too long.
    pub fn parse(fields: &Fields) -> Result<Self, Invalids> {
        let mut checks = Checks::new();
        let mut words = |field: &str, most| {
            let typed = fields.get(field);
            match checks.optional(field, typed, most) {
                Some(text) => Some(text),
                None if typed.trim().is_empty() => Some(String::new()),
                None => None,
            }
        };
        let motivation = words("motivation", TEXT_LENGTH);
        let expectations = words("expectations", TEXT_LENGTH);
        let recovery = words("recovery", TEXT_LENGTH);
        let phone = words("phone", 40);
        let motives = fields.all("motives").into_iter().filter_map(Motive::from_code).collect();
        let belonging = Belonging::from_code(fields.get("belonging"));
        checks.finish(|| {
            Some(Self {
                motives,
                motivation: motivation?,
                expectations: expectations?,
                recovery: recovery?,
                belonging,
                phone: phone?,
            })
        })
    }
    /// What must be said before a candidacy is sent: what moves the person, and their path in a few
    /// words. Nothing else.
    pub fn lacking(&self) -> Invalids {
        let mut lacking = Vec::new();
        if self.motives.is_empty() && self.motivation.is_empty() {
            lacking.push(Invalid::new("motives", "candidacy-invalid-motives"));
        }
        if self.recovery.is_empty() {
            lacking.push(Invalid::new("recovery", "candidacy-invalid-recovery"));
        }
        Invalids(lacking)
    }
    /// As it is sealed.
    pub(crate) fn written(&self) -> String {
        let written = Written {
            motives: self.motives.iter().map(|motive| motive.code().to_owned()).collect(),
            motivation: self.motivation.clone(),
            expectations: self.expectations.clone(),
            recovery: self.recovery.clone(),
            belonging: self.belonging.map_or("", Belonging::code).to_owned(),
            phone: self.phone.clone(),
        };
        serde_json::to_string(&written).unwrap_or_default()
    }
    /// As it was sealed.
    pub(crate) fn read(text: &str) -> Result<Self, store::Fault> {
        let written: Written = serde_json::from_str(text).map_err(store::Fault::unreadable)?;
        Ok(Self {
            motives: written.motives.iter().filter_map(|code| Motive::from_code(code)).collect(),
            motivation: written.motivation,
            expectations: written.expectations,
            recovery: written.recovery,
            belonging: Belonging::from_code(&written.belonging),
            phone: written.phone,
        })
    }
    /// As a form shows it.
    pub(crate) fn fields(&self) -> Fields {
        let mut fields = Fields::new();
        for motive in &self.motives {
            fields.add("motives", motive.code());
        }
        fields.set("motivation", &self.motivation);
        fields.set("expectations", &self.expectations);
        fields.set("recovery", &self.recovery);
        fields.set("belonging", self.belonging.map_or("", Belonging::code));
        fields.set("phone", &self.phone);
        fields
    }
}

/// A candidacy about to begin.
#[derive(Debug, Clone)]
pub struct NewCandidacy {
    /// For which call.
    pub call: CallId,
    /// Of which organisation the call is.
    pub organisation: OrganisationId,
    /// Whose.
    pub person: PersonId,
    /// Where it comes from.
    pub source: Source,
    /// The one that it goes on from.
    pub previous: Option<CandidacyId>,
    /// The secret of the personal link, for who has no account.
    pub secret: Option<String>,
    /// Where mail reaches them, for who has no account.
    pub email: Option<EmailAddress>,
    /// The language the person is written to in.
    pub lang: Lang,
}

/// Who begins a candidacy without an account: how to call them and, if they want, where to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beginner {
    /// How the person wants to be called.
    pub name: String,
    /// Where mail reaches them; without it the link on the page is all there is.
    pub email: Option<EmailAddress>,
}

impl Beginner {
    /// Reads the form. Who wants no mail says so: else a typo would lose the link.
    ///
    /// # Errors
    /// [`Invalids`] as the fields say.
    pub fn parse(fields: &Fields) -> Result<Self, Invalids> {
        let mut checks = Checks::new();
        let name = checks.text("name", fields.get("name"), 120);
        let email = match (fields.get("email").trim(), fields.checked("no_email")) {
            ("", true) => Some(None),
            ("", false) => checks.take(Err(Invalid::new("email", "candidacy-invalid-email-or-none"))),
            (typed, _) => checks.take(EmailAddress::parse("email", typed)).map(Some),
        };
        checks.finish(|| Some(Self { name: name?, email: email? }))
    }
}

/// Something that happened, as the person reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The key of its text.
    pub what: String,
    /// Who did it, where it was somebody of the organisation.
    pub by: Option<PersonId>,
    /// What fills the text in as `$detail`: a day, never a word on a person.
    pub detail: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// Something that somebody read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The key of the text that names it.
    pub what: String,
    /// Who; none once the reader's data were erased.
    pub reader: Option<PersonId>,
    /// When, the first time that day.
    pub at: DateTime<Utc>,
}

/// A candidacy that waits too long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Which.
    pub candidacy: Candidacy,
    /// For how many days.
    pub days: i64,
}

/// A candidacy for made-up networks, at any stage.
#[derive(Debug, Clone)]
pub struct MadeCandidacy {
    /// For which call.
    pub call: CallId,
    /// Of which organisation the call is.
    pub organisation: OrganisationId,
    /// Whose.
    pub person: PersonId,
    /// Where it comes from.
    pub source: Source,
    /// Where it stands.
    pub stage: Stage,
    /// How it was closed, where it was.
    pub outcome: Option<OutcomeKind>,
    /// The one that it goes on from.
    pub previous: Option<CandidacyId>,
    /// What the person says; none for records by the thousand.
    pub words: Option<Words>,
    /// Whether the panel may read it.
    pub shared: bool,
    /// When it was begun; it was sent the day after.
    pub begun_at: DateTime<Utc>,
    /// When it last went on.
    pub moved_at: DateTime<Utc>,
}

impl MadeCandidacy {
    /// When it was sent.
    pub(crate) fn sent_at(&self) -> Option<DateTime<Utc>> {
        let sent = (self.begun_at + kernel::Duration::days(1)).min(self.moved_at);
        (self.stage != Stage::Draft).then_some(sent)
    }
    /// When it was closed.
    pub(crate) fn closed_at(&self) -> Option<DateTime<Utc>> {
        (self.stage == Stage::Closed).then_some(self.moved_at)
    }
    /// From when on its time counts.
    pub(crate) fn kept_from(&self) -> Option<DateTime<Utc>> {
        self.closed_at().filter(|_| self.outcome != Some(OutcomeKind::Training))
    }
}
