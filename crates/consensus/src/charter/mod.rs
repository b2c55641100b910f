//! The Charter: its versions, how they are read, drafted, compared and adopted.

mod api;
mod model;
mod pages;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use api::document as api;
pub use model::{CharterLine, CharterVersion, Standing};
pub(crate) use pages::routes;
pub use rules::{rule_sentence, rule_title, say};
pub(crate) use store::migrations;
pub use store::{
    adopted as charter_versions, by_id as charter_version, in_force as charter_in_force,
    install_first as install_first_charter,
};
