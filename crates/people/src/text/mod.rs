//! Texts that belong to a person: story, expectations, well-being. Sealed under the person's own
//! key; read by others only while the person shares them; gone for good with the key.

pub(crate) mod model;
pub(crate) mod pages;
pub(crate) mod store;
#[cfg(test)]
mod tests;
