//! The thin kernel of allapari: what every crate needs and nothing that touches the world.
//!
//! **Vocabulary.** [`ids`] are types, so that a person's id never stands where an organisation's
//! is meant. [`Env`] hands in the time and chance that the program runs on, so that tests can
//! hold both still. [`Territory`] is one of Italy's 21. [`Invalid`] says what is wrong with one
//! field of a form. [`Refusal`] says why somebody may not do something and whom to ask.
//! [`Event`] is what a slice tells the rest of the house.
//!
//! **Invariants.** No IO. No clock or random source is read here except behind [`Clock`] and
//! [`Entropy`]. No text that a person reads: only keys of texts.

mod chance;
mod env;
mod event;
pub mod ids;
mod invalid;
mod lang;
mod mail;
mod refusal;
mod territory;
mod text;
mod time;

pub use chance::{Entropy, SeededEntropy, SystemEntropy};
pub use env::Env;
pub use event::Event;
pub use ids::*;
pub use invalid::{Checks, Invalid, Invalids, typed_day};
pub use lang::Lang;
pub use mail::EmailAddress;
pub use refusal::{Ask, Refusal, Why};
pub use territory::Territory;
pub use text::{fold, gulpease, sentences, slug, trigrams, word_count};
pub use time::{Clock, FakeClock, Hours, Period, SystemClock, from_rome, rome_date, rome_time};

pub use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, Utc};
pub use uuid::Uuid;
