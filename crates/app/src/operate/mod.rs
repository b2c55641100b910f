//! Running the installation: what works in the background, what waits, whether the trace is whole.

mod pages;
#[cfg(test)]
mod tests;

pub(crate) use pages::routes;
