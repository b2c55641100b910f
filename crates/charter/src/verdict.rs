//! How a rule comes to its finding: evidence is gathered, the state follows from it.

use crate::{Finding, Phrase, Rule, State};

/// Gathers what a rule sees. One failure makes it not met; else one gap makes it not known;
/// else it is met.
#[derive(Debug, Default)]
pub(crate) struct Verdict {
    evidence: Vec<Phrase>,
    missing: Vec<Phrase>,
    next_steps: Vec<Phrase>,
    failed: bool,
    aside: bool,
}

impl Verdict {
    pub(crate) fn new() -> Self {
        Self::default()
    }
    /// The rule has nothing to speak of here.
    pub(crate) fn not_applicable(why: Phrase) -> Self {
        Self { evidence: vec![why], aside: true, ..Self::default() }
    }
    /// The records do not say.
    pub(crate) fn not_known(missing: Phrase, next_step: Phrase) -> Self {
        Self { missing: vec![missing], next_steps: vec![next_step], ..Self::default() }
    }
    /// Something that is worth telling and decides nothing.
    pub(crate) fn tell(&mut self, evidence: Phrase) {
        self.evidence.push(evidence);
    }
    /// A part of the rule that holds or not, with what to do where it does not.
    pub(crate) fn check(&mut self, holds: bool, evidence: Phrase, next_step: Phrase) {
        self.evidence.push(evidence);
        if !holds {
            self.failed = true;
            self.next_steps.push(next_step);
        }
    }
    /// A part of the rule that the records do not speak of.
    pub(crate) fn unknown(&mut self, missing: Phrase, next_step: Phrase) {
        self.missing.push(missing);
        self.next_steps.push(next_step);
    }
    fn state(&self) -> State {
        match (self.aside, self.failed, self.missing.is_empty()) {
            (true, _, _) => State::NotApplicable,
            (_, true, _) => State::NotMet,
            (_, _, false) => State::NotKnown,
            _ => State::Met,
        }
    }
    pub(crate) fn finding(self, rule: &Rule) -> Finding {
        let state = self.state();
        let mut next_steps = self.next_steps;
        next_steps.dedup();
        Finding {
            rule: rule.id,
            state,
            evidence: self.evidence,
            missing: self.missing,
            next_steps,
            article: rule.article.clone(),
        }
    }
}
