//! The 21 territories: how far the figure of the expert is present in each.

mod api;
pub(crate) mod model;
mod pages;
pub(crate) mod rules;
pub(crate) mod store;

pub(crate) use api::{TerritoryCode, description};
pub(crate) use model::Province;
pub use model::{Counts, Presence};
pub(crate) use store::migrations;

/// The routes of this feature.
pub(crate) fn routes() -> web::Routes {
    pages::routes().merge(api::routes())
}
