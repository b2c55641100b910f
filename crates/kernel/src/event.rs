//! What a slice tells the rest of the house, in the transaction of the change itself.

use crate::{CharterVersionId, DocumentVersionId, OrganisationId, PersonId};
use serde::{Deserialize, Serialize};

/// Something that happened and that another slice may react to. Reactions are bound in `app`
/// and are idempotent: an event may be handled more than once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// A record that the Charter speaks of changed in an organisation: it is checked again.
    OrganisationChanged {
        /// The organisation.
        organisation: OrganisationId,
    },
    /// Many records changed at once (an import, a seed): everything is checked again.
    NetworkChanged,
    /// A version of the Charter came into force: everything is checked again.
    CharterAdopted {
        /// The version.
        version: CharterVersionId,
    },
    /// A version of the Document was loaded.
    DocumentPublished {
        /// The version.
        version: DocumentVersionId,
    },
    /// A person's data were erased: every slice forgets what it still holds.
    PersonErased {
        /// The person.
        person: PersonId,
    },
}
