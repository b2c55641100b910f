//! Consents: given and withdrawn by the person, with the very words that were shown.

pub(crate) mod model;
pub(crate) mod pages;
pub(crate) mod store;
