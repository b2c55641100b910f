//! Why a made-up network could not be made.

use store::Fault;
use web::TextFault;

/// Why a made-up network could not be made.
#[derive(Debug, thiserror::Error)]
pub enum Unmade {
    /// As the store says.
    #[error(transparent)]
    Store(#[from] Fault),
    /// A text of the program is broken.
    #[error(transparent)]
    Text(#[from] TextFault),
    /// A page did not take what was typed, or is not there.
    #[error("{path}: {said}")]
    Page {
        /// The address of the page.
        path: String,
        /// What it said.
        said: String,
    },
}

impl Unmade {
    /// A page that is not as it should be.
    pub(super) fn page(path: impl ToString, said: impl ToString) -> Self {
        Unmade::Page { path: path.to_string(), said: said.to_string() }
    }
}
