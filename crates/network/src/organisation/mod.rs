//! The register: organisations, what they say of themselves, and the directory that the public reads.

pub(crate) mod model;
pub(crate) mod rules;
pub(crate) mod store;
#[cfg(test)]
pub(crate) mod tests;

pub(crate) use store::{directory::sums_by_territory, migrations};
