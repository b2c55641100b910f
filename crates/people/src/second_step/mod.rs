//! The second step at sign-in: codes by the clock, and recovery codes.

pub(crate) mod model;
pub(crate) mod pages;
pub(crate) mod rules;
pub(crate) mod store;
#[cfg(test)]
mod tests;
