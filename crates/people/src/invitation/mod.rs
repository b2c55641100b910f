//! Invitations by mail, with a link that works once and for two weeks.

pub(crate) mod model;
pub(crate) mod pages;
pub(crate) mod store;
#[cfg(test)]
mod tests;
