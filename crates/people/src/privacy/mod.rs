//! What is a person's own: the profile, the trace, all that is held, and erasure.

pub(crate) mod pages;
pub(crate) mod rules;
pub(crate) mod store;
#[cfg(test)]
mod tests;
