//! Roles that persons hold: in an organisation, a territory or the network, and when.

pub(crate) mod model;
pub(crate) mod pages;
pub(crate) mod rules;
pub(crate) mod store;
#[cfg(test)]
mod tests;
