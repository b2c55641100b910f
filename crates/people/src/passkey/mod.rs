//! Passkeys: signing in with a device's lock instead of a password.

pub(crate) mod api;
pub(crate) mod model;
pub(crate) mod pages;
pub(crate) mod store;
#[cfg(test)]
mod tests;
