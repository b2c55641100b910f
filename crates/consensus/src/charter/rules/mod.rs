//! Pure functions of the Charter: what is said in words, what a form changes, the plain text.

mod draft;
mod paper;
mod plain;
mod words;

pub(super) use draft::{Edited, field, free_label, parse_article, parse_values, prefill_article, prefill_values};
pub(super) use paper::paper;
pub(super) use plain::plain_text;
pub(super) use words::parameter_label;
pub use words::{parameter_value, rule_sentence, rule_title, say};
