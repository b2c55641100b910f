//! The forms of a signature.

pub(crate) mod bits;
pub(crate) mod integrity;
pub(crate) mod jws;
pub(crate) mod sd_jwt;
