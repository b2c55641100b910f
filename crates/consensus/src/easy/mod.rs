//! The Document in easy words: short sentences for whoever is tired or reads with effort, written
//! by the secretariat beside a version of the Document, which goes on to be what counts.

mod model;
mod pages;
mod rules;
mod store;
#[cfg(test)]
mod tests;

use crate::document::document_version;
use ::store::Fault;
use access::Tx;
use kernel::DocumentVersionId;

pub(crate) use pages::routes;
pub(crate) use store::{exists, migrations};

/// Writes the easy version that the program proposes beside a version of the Document: only where
/// it fits that version, and where nobody wrote one. Says whether it did.
///
/// # Errors
/// [`Fault`] as the engine says.
pub async fn write_proposal(tx: &mut Tx, id: DocumentVersionId) -> Result<bool, Fault> {
    let Some(version) = document_version(tx.conn(), id).await? else { return Ok(false) };
    let Some(written) = rules::proposal_for(&version.document) else { return Ok(false) };
    if store::of(tx.conn(), id).await?.is_some() {
        return Ok(false);
    }
    store::save(tx, id, 0, &written).await?;
    Ok(true)
}
