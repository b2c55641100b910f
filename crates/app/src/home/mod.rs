//! The home page: the system in one screen, with the live loop, for each kind of visitor.

mod pages;
#[cfg(test)]
mod tests;

pub(crate) use pages::routes;
