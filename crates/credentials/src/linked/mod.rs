//! What the words of a credential mean: from JSON-LD to the canonical statements that are signed.
//!
//! A closed reader of JSON-LD 1.1. It knows the contexts that came with the program (npm packages
//! by lock file, see `contexts/README.md`) and asks nobody for another. It is stricter than a
//! reader of open data may be: a word without a meaning, an address that is none, a part of
//! JSON-LD that credentials do not use, all are refused rather than left out, because what is left
//! out would not be signed. The canonical form (RDFC-1.0) is that of `oxrdf`. Both are compared
//! with `jsonld.js` by the step `credentials` of `.ci/run`.

mod model;
mod rules;
#[cfg(test)]
mod tests;

pub(crate) use model::Unread;
pub(crate) use rules::canonical;
