//! Persons on record: a name to greet with, an address, a language.

pub(crate) mod model;
pub(crate) mod pages;
pub(crate) mod store;
