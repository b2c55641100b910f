//! The register: organisations, what they say of themselves, and the directory that the public reads.

mod api;
pub(crate) mod model;
pub(crate) mod pages;
pub(crate) mod rules;
pub(crate) mod store;
#[cfg(test)]
pub(crate) mod tests;

pub(crate) use store::{directory::sums_by_territory, migrations};

/// The routes of this feature.
pub(crate) fn routes() -> web::Routes {
    pages::routes().merge(api::routes())
}

pub(crate) use api::{description, number, parameter};
