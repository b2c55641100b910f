//! What later slices may use of the Document and the Charter.
