//! What later slices may use of credentials: these functions and read types, nothing else.
