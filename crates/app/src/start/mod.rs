//! The start page: what one may do next, and where to go, for each role.

mod pages;
#[cfg(test)]
mod tests;

pub(crate) use pages::routes;
