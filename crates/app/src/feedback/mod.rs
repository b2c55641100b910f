//! What everyone is owed at the foot of each page: the accessibility statement, what is kept on
//! people, and a way to say what does not work.

mod pages;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use pages::routes;
pub(crate) use store::{Reports, migrations};
