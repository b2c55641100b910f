//! The register in and out of files: a dry run that shows what a file would do, its confirmation,
//! and what one may see saved as a file.

pub(crate) mod model;
mod pages;
pub(crate) mod rules;
pub(crate) mod store;
#[cfg(test)]
mod tests;

pub(crate) use pages::routes;
pub(crate) use store::migrations;
