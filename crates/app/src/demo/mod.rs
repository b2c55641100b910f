//! A demonstration: a made-up network, and one click to look at it from each side.

mod community;
pub mod made_up;
mod names;
mod pages;

pub(crate) use pages::routes;
