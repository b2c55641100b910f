//! What a rule says of an organisation.

use crate::{Phrase, RuleId};
use serde::{Deserialize, Serialize};

/// How a rule and the records of an organisation stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// The records show that the rule is kept.
    Met,
    /// The records show that it is not, or not yet.
    NotMet,
    /// The records do not say.
    NotKnown,
    /// The rule does not speak of this organisation, or it has nothing the rule speaks of.
    NotApplicable,
}

impl State {
    /// All states, in the order in which they are shown.
    pub const ALL: [State; 4] = [State::Met, State::NotMet, State::NotKnown, State::NotApplicable];

    /// The word in addresses and files.
    pub const fn code(self) -> &'static str {
        match self {
            State::Met => "met",
            State::NotMet => "not_met",
            State::NotKnown => "not_known",
            State::NotApplicable => "not_applicable",
        }
    }
    /// The state that has this code.
    pub fn from_code(code: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// What a rule says of an organisation, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The rule.
    pub rule: RuleId,
    /// What it comes to.
    pub state: State,
    /// What the records show.
    pub evidence: Vec<Phrase>,
    /// What the records do not say.
    pub missing: Vec<Phrase>,
    /// What the organisation can do next; empty when nothing is due.
    pub next_steps: Vec<Phrase>,
    /// The slug of the article that the rule carries out.
    pub article: String,
}

/// Whether a finding only waits for records that are not kept yet.
pub fn awaits_records(state: State, next_steps: &[Phrase]) -> bool {
    state == State::NotKnown && next_steps.iter().all(|step| step.key.ends_with("-next-record"))
}
