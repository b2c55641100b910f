//! The home page: the system in one screen, with the live loop, for each kind of visitor.

mod pages;

pub(crate) use pages::routes;
