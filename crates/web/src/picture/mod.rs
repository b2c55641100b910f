//! Pictures drawn on the server: icons, the loop, bars. Each prints itself in a template.
//!
//! **Invariants.** Colour never speaks alone: a mark, a pattern or a word says the same. What a
//! picture shows, its texts say as well. All words are handed in, in the reader's language.

mod bars;
mod icon;
mod ring;

pub use bars::{Bar, Bars, Tone};
pub use icon::Icon;
pub use ring::{Live, Station, small_loop};

#[cfg(test)]
mod tests;
