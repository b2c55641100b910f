//! What makes a person an expert on record, and the roles they hold over time.

use kernel::{Checks, Invalids, OrganisationId, Period, PersonId, typed_day};

store::coded! {
    /// Whose experience the expert puts at the service of peers.
    LivedExperience {
        /// An own experience of distress.
        User = "user",
        /// That of a relative.
        Family = "family",
    }
}

store::coded! {
    /// The ten traits of the source that can be shown in more than one way. With the first, the
    /// lived experience itself ([`Claim::Lived`]), they are the eleven of the Document.
    Quality {
        /// Has done or is doing a path of recovery and personal change.
        Recovery = "recovery",
        /// Has made knowledge of the experience, gaining self-esteem and awareness.
        Knowledge = "knowledge",
        /// Puts that knowledge at the service of peers who can benefit.
        Offering = "offering",
        /// Gains, in doing so, skill in welcoming, listening and empathic relation.
        Skill = "skill",
        /// Became aware of that knowledge by sharing the own story in groups, in and out of services.
        Sharing = "sharing",
        /// Took part in structured courses or training in the field.
        Training = "training",
        /// Is a professional, expert by experience.
        Profession = "profession",
        /// Gives services in a structured and continuous way where mental health is worked for.
        Continuity = "continuity",
        /// Engages in doing together, co-planning and co-production.
        Together = "together",
        /// Is recognised by the organisation and by the mental-health system.
        Recognised = "recognised",
    }
}

store::coded! {
    /// How a trait is shown.
    Evidence {
        /// The person says so.
        OwnWord = "own-word",
        /// A structured course.
        Course = "course",
        /// Training in the field, beside active experts.
        Field = "field",
        /// A group, such as a self-help group.
        Group = "group",
        /// An activity carried out.
        Activity = "activity",
        /// A talk, a seminar, an initiative in which the story was told.
        Testimony = "testimony",
        /// A peer who knows the person.
        Peer = "peer",
        /// The organisation's recognition.
        Recognition = "recognition",
    }
}

store::coded! {
    /// The values that go with experiential knowledge. They are prompts for the person's own
    /// words; nothing measures them.
    Value {
        /// Empathy.
        Empathy = "empathy",
        /// Listening.
        Listening = "listening",
        /// Responsibility.
        Responsibility = "responsibility",
        /// Competence.
        Competence = "competence",
        /// Reliability.
        Reliability = "reliability",
    }
}

store::coded! {
    /// In what standing a role is held. Both kinds are of value, and they are told apart.
    Standing {
        /// As a volunteer.
        Volunteer = "volunteer",
        /// Paid, part time.
        PartTime = "part-time",
        /// Paid, full time.
        FullTime = "full-time",
    }
}

impl Standing {
    /// Whether the role is paid.
    pub const fn paid(self) -> bool {
        !matches!(self, Standing::Volunteer)
    }
}

/// One trait that a person says is theirs.
///
/// Lived experience carries neither evidence nor note: the person's word is all there is, and no
/// diagnosis or document has a place to stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claim {
    /// Has lived, directly or as a relative, an experience of distress.
    Lived,
    /// One of the other ten, and how it is shown.
    Shown {
        /// Which.
        quality: Quality,
        /// How it is shown.
        by: Evidence,
        /// A few words of the person on it.
        note: Option<String>,
    },
}

/// The word for the trait of lived experience.
pub const LIVED: &str = "lived";
/// How long a note on a trait may be, in characters.
pub const NOTE_LENGTH: usize = 300;
/// How long the words on a value may be, in characters.
pub const WORDS_LENGTH: usize = 1000;

impl Claim {
    /// The word for the trait.
    pub fn code(&self) -> &'static str {
        match self {
            Claim::Lived => LIVED,
            Claim::Shown { quality, .. } => quality.code(),
        }
    }
    /// How it is shown: the person's own word for lived experience.
    pub fn evidence(&self) -> Evidence {
        match self {
            Claim::Lived => Evidence::OwnWord,
            Claim::Shown { by, .. } => *by,
        }
    }
    /// The person's note; lived experience has none.
    pub fn note(&self) -> Option<&str> {
        match self {
            Claim::Lived => None,
            Claim::Shown { note, .. } => note.as_deref(),
        }
    }
    /// The claim that a row holds.
    pub(crate) fn stored(code: &str, evidence: &str, note: Option<String>) -> Result<Claim, store::Fault> {
        if code == LIVED {
            return Ok(Claim::Lived);
        }
        Ok(Claim::Shown { quality: Quality::stored(code)?, by: Evidence::stored(evidence)?, note })
    }
}

/// A person's profile as an expert: their own words, kept by them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profile {
    /// Own experience or that of a relative.
    pub lived: Option<LivedExperience>,
    /// The traits that the person says are theirs.
    pub claims: Vec<Claim>,
    /// What the person says of the values.
    pub words: Vec<(Value, String)>,
}

impl Profile {
    /// Parses the form. Field names: `lived`, `trait-CODE`, `evidence-CODE`, `note-CODE`, `value-CODE`.
    ///
    /// # Errors
    /// [`Invalids`] with all that is wrong.
    pub fn parse(fields: &web::Fields) -> Result<Profile, Invalids> {
        let mut checks = Checks::new();
        let lived = LivedExperience::from_code(fields.get("lived"));
        checks.need(lived.is_some(), "lived", "invalid-choice");
        let mut claims = Vec::new();
        if fields.checked(&format!("trait-{LIVED}")) {
            claims.push(Claim::Lived);
        }
        for quality in Quality::ALL {
            let code = quality.code();
            let note_field = format!("note-{code}");
            if !fields.checked(&format!("trait-{code}")) {
                // Words that would be dropped are given back, for the person to choose.
                checks.need(fields.get(&note_field).trim().is_empty(), &note_field, "expert-invalid-note");
                continue;
            }
            let by = Evidence::from_code(fields.get(&format!("evidence-{code}")));
            let note = checks.optional(&note_field, fields.get(&note_field), NOTE_LENGTH);
            claims.push(Claim::Shown { quality: *quality, by: by.unwrap_or(Evidence::OwnWord), note });
        }
        let mut words = Vec::new();
        for value in Value::ALL {
            let field = format!("value-{}", value.code());
            if let Some(said) = checks.optional(&field, fields.get(&field), WORDS_LENGTH) {
                words.push((*value, said));
            }
        }
        checks.finish(|| Some(Profile { lived, claims, words }))
    }
    /// The form as it stands before anything is changed.
    pub fn fields(&self) -> web::Fields {
        let mut fields = web::Fields::new();
        if let Some(lived) = self.lived {
            fields.set("lived", lived.code());
        }
        for claim in &self.claims {
            fields.set(&format!("trait-{}", claim.code()), "on");
            if let Claim::Shown { quality, by, note } = claim {
                fields.set(&format!("evidence-{}", quality.code()), by.code());
                fields.set(&format!("note-{}", quality.code()), note.as_deref().unwrap_or_default());
            }
        }
        for (value, said) in &self.words {
            fields.set(&format!("value-{}", value.code()), said);
        }
        fields
    }
}

/// A role to be recorded in an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRole {
    /// Where.
    pub organisation: OrganisationId,
    /// Volunteer or paid.
    pub standing: Standing,
    /// What the role is called there.
    pub title: String,
    /// From when, and until when where that is known.
    pub period: Period,
}

impl NewRole {
    /// Parses the form of an organisation. Fields: `standing`, `title`, `from`, `until`.
    ///
    /// # Errors
    /// [`Invalids`] with all that is wrong.
    pub fn parse(organisation: OrganisationId, fields: &web::Fields) -> Result<NewRole, Invalids> {
        let mut checks = Checks::new();
        let standing = Standing::from_code(fields.get("standing"));
        checks.need(standing.is_some(), "standing", "invalid-choice");
        let title = checks.text("title", fields.get("title"), 120);
        let from = checks.take(typed_day("from", fields.get("from")));
        let until = match fields.get("until").trim() {
            "" => None,
            text => checks.take(typed_day("until", text)),
        };
        let period = from.and_then(|from| Period::new(from, until));
        checks.need(from.is_none() || period.is_some(), "until", "expert-invalid-until");
        checks.finish(|| Some(NewRole { organisation, standing: standing?, title: title?, period: period? }))
    }
}

/// An expert to be recorded with everything at once: for made-up networks and tests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewExpert {
    /// Who.
    pub person: PersonId,
    /// Own experience or that of a relative.
    pub lived: LivedExperience,
    /// The traits.
    pub claims: Vec<Claim>,
    /// The roles.
    pub roles: Vec<NewRole>,
}
