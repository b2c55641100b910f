//! Keys: the installation's own, and what is derived from it.

mod rules;

pub(crate) use rules::{Key, MasterKey, digest, open, seal};
