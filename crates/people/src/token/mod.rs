//! Tokens of the API: shown once, kept as a hash, ended at any time.

pub(crate) mod model;
pub(crate) mod pages;
pub(crate) mod store;
#[cfg(test)]
mod tests;
