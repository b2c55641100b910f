//! A demonstration: a made-up network, and one click to look at it from each side.

mod community;
pub mod made_up;
mod many;
mod names;
mod pages;
mod path;
mod personas;
mod unmade;

pub(crate) use pages::routes;
pub use path::{entering, words};
pub use personas::Persona;
pub use unmade::Unmade;
