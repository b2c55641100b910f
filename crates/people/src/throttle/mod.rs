//! How often something may be tried: counted in the database, so that it holds over all nodes.

pub(crate) mod model;
pub(crate) mod store;
#[cfg(test)]
mod tests;
