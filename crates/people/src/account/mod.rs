//! Accounts: signing in with mail and password, links by mail, leaving.

pub(crate) mod model;
pub(crate) mod pages;
pub(crate) mod rules;
pub(crate) mod store;
#[cfg(test)]
mod tests;
