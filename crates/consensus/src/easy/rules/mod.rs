//! The rules of easy versions: reading a text, how easily it reads, what the program proposes.

mod ease;
mod plain;
mod proposal;
mod read;

pub(super) use ease::{ease, minutes, who_reads};
pub(super) use plain::plain_text;
pub(super) use proposal::proposal_for;
pub(super) use read::read;
