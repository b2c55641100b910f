//! Mail on its way: written with the change it follows from, sent afterwards.

pub(crate) mod model;
pub(crate) mod pages;
pub(crate) mod rules;
pub(crate) mod store;
