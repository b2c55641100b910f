//! What later slices may use of the Document and the Charter.

pub use crate::charter::{
    CharterLine, CharterVersion, Standing, charter_in_force, charter_version, charter_versions, install_first_charter,
    rule_sentence, rule_title, say,
};
