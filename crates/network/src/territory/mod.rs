//! The 21 territories: how far the figure of the expert is present in each.

pub(crate) mod model;
pub(crate) mod rules;
pub(crate) mod store;

pub(crate) use model::Province;
pub use model::{Counts, Presence};
pub(crate) use store::migrations;
