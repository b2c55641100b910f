//! Pages of outcomes: the panel closes, the candidate reads and answers.

pub(super) mod candidate;
pub(super) mod companion;
pub(super) mod panel;
