//! What later slices may use of the Document, its easy version and the Charter.

pub use crate::charter::{
    CharterLine, CharterVersion, Standing, charter_in_force, charter_version, charter_versions, install_first_charter,
    rule_sentence, rule_title, say,
};
pub use crate::document::{
    DocumentLine, DocumentStatement, DocumentVersion, Doubt, Imported, Loading, Reading, Unfit, current_document,
    document_statements, document_version, document_versions, import_document,
};
pub use crate::easy::write_proposal as write_proposed_easy_version;
