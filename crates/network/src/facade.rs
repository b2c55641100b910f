//! What later slices may use of the network: these functions and read types, nothing else.

mod register;

pub use register::*;
