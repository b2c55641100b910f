//! What may be asked for, and what it touches.

use kernel::{Id, OrganisationId, PersonId, Territory, Uuid};
use serde::{Deserialize, Serialize};

macro_rules! acts {
    ($($(#[doc = $doc:literal])* $name:ident = $code:literal, $writes:literal;)*) => {
        /// Something that may be asked for. Each route names one.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Act { $($(#[doc = $doc])* $name,)* }

        impl Act {
            /// All acts, in the order of the house.
            pub const ALL: &'static [Act] = &[$(Act::$name,)*];
            /// The word in the audit log and in the matrix.
            pub const fn code(self) -> &'static str {
                match self { $(Act::$name => $code,)* }
            }
            /// Whether it changes something: a token of the API then needs the scope to write.
            pub const fn writes(self) -> bool {
                match self { $(Act::$name => $writes,)* }
            }
        }
    };
}

acts! {
    /// Read what is open to everyone: home, directory, Document, Charter, aggregates, calendar.
    ReadPublic = "read public pages", false;
    /// Sign in, accept an invitation, ask for help with signing in.
    SignIn = "sign in", true;
    /// Send feedback on the program.
    SendFeedback = "send feedback", true;
    /// Read and change one's own profile, sessions, consents, texts, trace; export and erase.
    UseOwnAccount = "use own account", true;
    /// Read what members of the network share: announcements and calendar for members.
    ReadCommunity = "read community pages", false;
    /// Read an organisation's records that are not public.
    ReadOrganisation = "read organisation records", false;
    /// Change an organisation's profile sheet and what it offers.
    EditOrganisation = "edit organisation", true;
    /// Keep the records of an organisation's experts and roles.
    ManageExperts = "manage experts", true;
    /// Invite somebody to a role in an organisation, or end it.
    InviteToOrganisation = "invite to organisation", true;
    /// Endorse a version of the Document or the Charter for an organisation, or withdraw.
    Endorse = "endorse", true;
    /// Read what the Charter says of an organisation.
    ReadFindings = "read findings", false;
    /// Choose which of an organisation's findings are public.
    PublishFindings = "publish findings", true;
    /// Write announcements and calendar entries for an organisation or the network.
    Announce = "announce", true;
    /// Propose or accept a twinning for an organisation.
    Twin = "twin", true;
    /// Add an organisation to the register, or close one.
    RegisterOrganisation = "register organisation", true;
    /// Confirm an organisation's profile sheet.
    ConfirmOrganisation = "confirm organisation", true;
    /// Keep the list of reference groups and associations of experts.
    ManageGroups = "manage reference groups", true;
    /// Say how far the figure of the expert is present in a territory.
    ManageTerritory = "manage territory", true;
    /// Load the register from a file.
    ImportRegister = "import register", true;
    /// Save the register to a file, with all that one may see.
    ExportRegister = "export register", false;
    /// Load a version of the Document, write the easy one beside it.
    ImportDocument = "import document", true;
    /// Draft, compare and adopt a version of the Charter.
    ManageCharter = "manage charter", true;
    /// Read what the Charter says of every organisation.
    ReadAllFindings = "read all findings", false;
    /// Begin a candidacy, ask to try a day, answer a nomination.
    Apply = "apply", true;
    /// Keep an organisation's calls and panels, and see that no candidacy waits.
    ManageSelection = "manage selection", true;
    /// Nominate somebody for a call of an organisation: hand over a link.
    Nominate = "nominate", true;
    /// Sit in a panel: meet candidates, write notes with them, close candidacies.
    SitInPanel = "sit in a panel", true;
    /// Keep an organisation's courses, editions, admissions and offers of continuing training.
    ManageCourses = "manage courses", true;
    /// Teach: keep the meetings of an edition and who was there.
    Teach = "teach", true;
    /// Be at a trainee's side in the field, and confirm the hours.
    GuideTrainee = "guide a trainee", true;
    /// Sign a certificate, as one of two people of both kinds.
    SignCertificate = "sign a certificate", true;
    /// Revoke a certificate for an error in issuing; keep the keys it is signed with.
    ManageCertificates = "manage certificates", true;
    /// Give and end accounts and roles anywhere.
    ManageAccounts = "manage accounts", true;
    /// Run the installation: mail on its way, audit, backup, health.
    Operate = "operate", true;
}

/// What an act touches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// The network as a whole.
    Network,
    /// A territory.
    Territory(Territory),
    /// An organisation, in its territory.
    Organisation {
        /// Which.
        id: OrganisationId,
        /// Where it lies.
        territory: Territory,
    },
    /// What belongs to a person.
    Person(PersonId),
}

impl Target {
    /// An organisation in its territory.
    pub const fn organisation(id: OrganisationId, territory: Territory) -> Self {
        Target::Organisation { id, territory }
    }
    /// The audit stream that the act is written to: writers of different streams do not wait for
    /// one another.
    pub fn stream(self) -> String {
        match self {
            Target::Network => "network".to_owned(),
            Target::Territory(territory) => format!("territory/{territory}"),
            Target::Organisation { id, .. } => format!("organisation/{id}"),
            Target::Person(id) => format!("person/{id}"),
        }
    }
    /// The kind of the thing touched, and its id, as they stand in the audit log.
    pub fn parts(self) -> (&'static str, Option<Uuid>) {
        match self {
            Target::Network => ("network", None),
            Target::Territory(territory) => (territory.code(), None),
            Target::Organisation { id, .. } => (OrganisationId::KIND, Some(id.uuid())),
            Target::Person(id) => (PersonId::KIND, Some(id.uuid())),
        }
    }
}
