//! Endorsements: a reality's formal assent to a version of the Document or of the Charter.

use kernel::{
    CharterVersionId, Checks, DocumentVersionId, EndorsementId, Invalids, NaiveDate, OrganisationId, PersonId, Uuid,
};

store::coded! {
    /// Which of the two texts.
    Work {
        /// The Consensus Document.
        Document = "document",
        /// The Charter.
        Charter = "charter",
    }
}

/// An exact version of one of the two texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Version {
    /// Of the Document.
    Document(DocumentVersionId),
    /// Of the Charter.
    Charter(CharterVersionId),
}

impl Version {
    /// Which of the two texts.
    pub const fn work(self) -> Work {
        match self {
            Version::Document(_) => Work::Document,
            Version::Charter(_) => Work::Charter,
        }
    }
    /// Its raw id.
    pub const fn uuid(self) -> Uuid {
        match self {
            Version::Document(id) => id.uuid(),
            Version::Charter(id) => id.uuid(),
        }
    }
    /// The version of a text with a raw id.
    pub const fn new(work: Work, id: Uuid) -> Version {
        match work {
            Work::Document => Version::Document(DocumentVersionId::from_uuid(id)),
            Work::Charter => Version::Charter(CharterVersionId::from_uuid(id)),
        }
    }
    /// As it stands in a form: `charter/0198…`.
    pub fn typed(self) -> String {
        format!("{}/{}", self.work().code(), self.uuid())
    }
    /// Reads what [`Version::typed`] wrote.
    pub fn read(text: &str) -> Option<Version> {
        let (work, id) = text.split_once('/')?;
        Some(Version::new(Work::from_code(work)?, id.parse().ok()?))
    }
}

/// An endorsement on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endorsement {
    /// Which.
    pub id: EndorsementId,
    /// Who assents.
    pub organisation: OrganisationId,
    /// To what.
    pub version: Version,
    /// The representative; none once their data were erased.
    pub by: Option<PersonId>,
    /// In what capacity the representative signed.
    pub capacity: String,
    /// When.
    pub on: NaiveDate,
    /// When it was withdrawn, where it was.
    pub withdrawn_on: Option<NaiveDate>,
}

/// What a representative sends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEndorsement {
    /// To what the organisation assents.
    pub version: Version,
    /// In what capacity the representative signs.
    pub capacity: String,
}

impl NewEndorsement {
    /// Parses the form. Fields: `version`, `capacity`, `sure`.
    ///
    /// # Errors
    /// [`Invalids`] with all that is wrong.
    pub fn parse(fields: &web::Fields, known: &[Version]) -> Result<NewEndorsement, Invalids> {
        let mut checks = Checks::new();
        let version = Version::read(fields.get("version")).filter(|version| known.contains(version));
        checks.need(version.is_some(), "version", "invalid-choice");
        let capacity = checks.text("capacity", fields.get("capacity"), 120);
        checks.need(fields.checked("sure"), "sure", "endorsement-invalid-sure");
        checks.finish(|| Some(NewEndorsement { version: version?, capacity: capacity? }))
    }
}

/// A stretch of membership of the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Belonging {
    /// Since when.
    pub joined_on: NaiveDate,
    /// Until when, where it is over.
    pub left_on: Option<NaiveDate>,
}
