//! Identifiers as types. All are UUIDs of version 7, so that they sort by the time they were made.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

/// What all identifiers share.
pub trait Id: Copy + Eq + fmt::Display + Send + Sync + 'static {
    /// The word for the thing named, as it stands in the audit log (`"organisation"`).
    const KIND: &'static str;
    /// Takes a raw UUID, from a row of the database.
    fn from_uuid(raw: Uuid) -> Self;
    /// The raw UUID, for a row of the database.
    fn uuid(self) -> Uuid;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $kind:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl Id for $name {
            const KIND: &'static str = $kind;
            fn from_uuid(raw: Uuid) -> Self { Self(raw) }
            fn uuid(self) -> Uuid { self.0 }
        }
        impl $name {
            /// Takes a raw UUID, from a row of the database.
            pub const fn from_uuid(raw: Uuid) -> Self { Self(raw) }
            /// The raw UUID, for a row of the database.
            pub const fn uuid(self) -> Uuid { self.0 }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
        }
        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(s: &str) -> Result<Self, Self::Err> { Ok(Self(s.parse()?)) }
        }
    )*};
}

ids! {
    /// A person on record. An account, where there is one, has the same id.
    PersonId = "person";
    /// A reality: a service, cooperative, association or group active in peer support.
    OrganisationId = "organisation";
    /// A dated profile sheet of a reality.
    ProfileSheetId = "profile_sheet";
    /// What makes a person an expert on record.
    ExpertId = "expert";
    /// A volunteer or paid role of an expert in a reality over time.
    ExpertRoleId = "expert_role";
    /// A role that a person holds in the program, in a scope and for a time.
    RoleId = "role";
    /// A signed-in browser.
    SessionId = "session";
    /// An invitation sent by mail.
    InvitationId = "invitation";
    /// A passkey.
    PasskeyId = "passkey";
    /// A token of the API.
    TokenId = "token";
    /// A text that belongs to a person, kept encrypted.
    PersonalTextId = "personal_text";
    /// A consent, given or withdrawn.
    ConsentId = "consent";
    /// An immutable version of the Consensus Document.
    DocumentVersionId = "document_version";
    /// An immutable version of the Charter.
    CharterVersionId = "charter_version";
    /// The endorsement of a version by a reality.
    EndorsementId = "endorsement";
    /// A reference group or association of experts.
    ReferenceGroupId = "reference_group";
    /// The twinning of two realities.
    TwinningId = "twinning";
    /// An announcement.
    AnnouncementId = "announcement";
    /// An entry of the shared calendar.
    CalendarEntryId = "calendar_entry";
    /// An import, from its dry run to its confirmation.
    ImportId = "import";
    /// A message on its way by mail.
    MailId = "mail";
    /// A published invitation to apply.
    CallId = "call";
    /// A wish to try a day first.
    TrialDayId = "trial_day";
    /// A single-use link by which a person may begin a candidacy.
    NominationId = "nomination";
    /// A person's candidacy for a call.
    CandidacyId = "candidacy";
    /// A seat in the panel of a call.
    PanelSeatId = "panel_seat";
    /// A conversation between a candidate and a panel.
    InterviewId = "interview";
    /// A note written with a candidate.
    NoteId = "note";
    /// A course: a curriculum with its modules.
    CourseId = "course";
    /// A module of a curriculum.
    ModuleId = "module";
    /// Somebody who teaches in a course.
    TeacherId = "teacher";
    /// One run of a course, with dates and places.
    EditionId = "edition";
    /// A person's place in an edition.
    EnrolmentId = "enrolment";
    /// A meeting of an edition.
    LessonId = "lesson";
    /// A stretch of internship or shadowing.
    FieldworkId = "fieldwork";
    /// An entry of a trainee's diary.
    DiaryEntryId = "diary_entry";
    /// Continuing training that an organisation offers.
    TrainingOfferId = "training_offer";
    /// A certificate, from its proposal on.
    CertificateId = "certificate";
    /// A signed credential, in all its forms.
    CredentialId = "credential";
    /// A key with which an issuer signs.
    IssuerKeyId = "issuer_key";
    /// Another qualification that a person holds.
    QualificationId = "qualification";
    /// An entry of a person's booklet.
    BookletEntryId = "booklet_entry";
    /// A stretch of long work that shows its progress.
    TaskId = "task";
    /// An entry of the audit log.
    AuditId = "audit";
    /// An event on its way between slices.
    EventId = "event";
}
