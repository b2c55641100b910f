//! Sessions: signed-in browsers, kept in the database so that every node knows them.

pub(crate) mod model;
pub(crate) mod pages;
pub(crate) mod rules;
pub(crate) mod store;
#[cfg(test)]
pub(crate) mod tests;
