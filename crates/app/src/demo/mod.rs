//! A demonstration: a made-up network, and one click to look at it from each side.

mod community;
pub mod made_up;
mod many;
mod names;
mod pages;
mod path;
mod personas;

pub(crate) use pages::routes;
pub use path::words;
pub use personas::Persona;
