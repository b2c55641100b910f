//! The start page: what one may do next, and where to go, for each role.

mod pages;

pub(crate) use pages::routes;
