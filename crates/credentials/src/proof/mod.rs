//! Signatures: keys, and the forms in which they stand beside or around what they sign.
//!
//! Nothing here knows what a certificate is, and nothing asks another host.

mod model;
mod rules;
#[cfg(test)]
mod tests;

pub(crate) use model::{Algorithm, PublicKey, SigningKey, Unproven, jwk, multibase};
pub(crate) use rules::{bits, integrity, jws, sd_jwt};
