//! Findings on record, and what an organisation declares.

use charter::{
    Finding, Phrase, RuleId, State,
    facts::{Belonging, Inclusion},
};
use kernel::{Checks, DateTime, Invalid, Invalids, NaiveDate, OrganisationId, Territory, Utc, typed_day};
use serde::{Deserialize, Serialize};
use web::Fields;

/// What a check of all organisations did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Checked {
    /// How many organisations were checked.
    pub organisations: usize,
    /// How many findings changed.
    pub changed: usize,
}

/// What an organisation declares on itself: numbers of the whole, never of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Declarations {
    /// Whether its experts are free to belong to a group, and have time for it.
    pub belonging: Belonging,
    /// How ready it is for experts; of a department.
    pub inclusion: Inclusion,
    /// The day of which this is true.
    pub on: NaiveDate,
}

/// The largest number that a declaration takes.
const MOST: u32 = 100_000;
/// The most hours a month.
const MOST_HOURS: u32 = 200;

impl Declarations {
    /// Reads the form. What is left open stays not known.
    ///
    /// # Errors
    /// [`Invalids`] when a number or the day cannot be taken.
    pub(super) fn parse(fields: &Fields, today: NaiveDate) -> Result<Self, Invalids> {
        let mut checks = Checks::new();
        let free = checks.take(yes_or_no(fields, "free"));
        let time = checks.take(yes_or_no(fields, "time"));
        let hours_a_month = checks.take(number(fields, "hours", MOST_HOURS));
        let professionals = checks.take(number(fields, "professionals", MOST));
        let trained_in_recovery = checks.take(number(fields, "trained", MOST));
        let closed_areas = checks.take(number(fields, "closed_areas", MOST));
        let on = checks.take(day(fields, today));
        checks.finish(|| {
            Some(Self {
                belonging: Belonging { free: free?, time: time?, hours_a_month: hours_a_month? },
                inclusion: Inclusion {
                    professionals: professionals?,
                    trained_in_recovery: trained_in_recovery?,
                    closed_areas: closed_areas?,
                },
                on: on?,
            })
        })
    }
    /// The form as stored.
    pub(super) fn prefill(&self) -> Fields {
        let mut fields = Fields::new();
        let answer = |said: Option<bool>| match said {
            Some(true) => "yes",
            Some(false) => "no",
            None => "",
        };
        let typed = |number: Option<u32>| number.map(|n| n.to_string()).unwrap_or_default();
        fields.set("free", answer(self.belonging.free));
        fields.set("time", answer(self.belonging.time));
        fields.set("hours", typed(self.belonging.hours_a_month));
        fields.set("professionals", typed(self.inclusion.professionals));
        fields.set("trained", typed(self.inclusion.trained_in_recovery));
        fields.set("closed_areas", typed(self.inclusion.closed_areas));
        fields.set("on", self.on);
        fields
    }
}

fn yes_or_no(fields: &Fields, name: &str) -> Result<Option<bool>, Invalid> {
    match fields.get(name) {
        "" => Ok(None),
        "yes" => Ok(Some(true)),
        "no" => Ok(Some(false)),
        _ => Err(Invalid::new(name, "invalid-choice")),
    }
}

fn number(fields: &Fields, name: &str, most: u32) -> Result<Option<u32>, Invalid> {
    match fields.get(name).trim() {
        "" => Ok(None),
        typed => match typed.parse() {
            Ok(number) if number <= most => Ok(Some(number)),
            _ => Err(Invalid::new(name, "invalid-number")),
        },
    }
}

fn day(fields: &Fields, today: NaiveDate) -> Result<NaiveDate, Invalid> {
    let day = typed_day("on", fields.get("on"))?;
    if day > today { Err(Invalid::new("on", "findings-invalid-future")) } else { Ok(day) }
}

/// What a finding says beside its state, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Detail {
    pub article: String,
    pub evidence: Vec<Phrase>,
    pub missing: Vec<Phrase>,
    pub next_steps: Vec<Phrase>,
}

impl From<Finding> for Detail {
    fn from(finding: Finding) -> Self {
        let Finding { article, evidence, missing, next_steps, .. } = finding;
        Self { article, evidence, missing, next_steps }
    }
}

/// A finding on record, with the organisation that it belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FindingOnRecord {
    /// Whose.
    pub organisation: OrganisationId,
    /// The organisation's name.
    pub name: String,
    /// The organisation's part of the address.
    pub slug: String,
    /// Where the organisation lies.
    pub territory: Territory,
    /// The rule.
    pub rule: RuleId,
    /// What it comes to.
    pub state: State,
    /// What the records show.
    pub evidence: Vec<Phrase>,
    /// What the records do not say.
    pub missing: Vec<Phrase>,
    /// What can be done next.
    pub next_steps: Vec<Phrase>,
    /// The article that the rule carries out.
    pub article: String,
    /// Since when it is so.
    pub since: DateTime<Utc>,
    /// Whether the organisation published it.
    pub published: bool,
}

impl FindingOnRecord {
    /// The address of the organisation's page.
    pub fn href(&self) -> String {
        format!("/realta/{}", self.slug)
    }
}

/// How many organisations stand how to a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct RuleCounts {
    /// The rule.
    pub rule: RuleId,
    /// For how many it is met.
    pub met: u64,
    /// For how many it is not.
    pub not_met: u64,
    /// Of how many it is not known.
    pub not_known: u64,
    /// To how many it does not apply.
    pub not_applicable: u64,
}

impl RuleCounts {
    /// None counted yet.
    pub(super) fn none(rule: RuleId) -> Self {
        Self { rule, met: 0, not_met: 0, not_known: 0, not_applicable: 0 }
    }
    /// How many organisations stand so.
    pub fn of(&self, state: State) -> u64 {
        match state {
            State::Met => self.met,
            State::NotMet => self.not_met,
            State::NotKnown => self.not_known,
            State::NotApplicable => self.not_applicable,
        }
    }
    pub(super) fn add(&mut self, state: State, number: u64) {
        match state {
            State::Met => self.met += number,
            State::NotMet => self.not_met += number,
            State::NotKnown => self.not_known += number,
            State::NotApplicable => self.not_applicable += number,
        }
    }
}

/// Which findings a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Filter {
    pub rule: Option<RuleId>,
    pub state: Option<State>,
    pub territory: Option<Territory>,
}

/// Whose findings a list shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Whose {
    /// Everybody's, for the secretariat.
    All,
    /// What organisations in the public register published.
    Published,
    /// What was published, and everything of these.
    PublishedOrOf(Vec<OrganisationId>),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_open_stays_not_known() {
        let today = "2026-03-01".parse().unwrap();
        let said = Declarations::parse(&Fields::from([("free", "yes"), ("on", "1/2/2026")]), today).unwrap();
        assert_eq!((said.belonging.free, said.belonging.time), (Some(true), None));
        assert_eq!(Declarations::parse(&said.prefill(), today), Ok(said));
        let wrong = Fields::from([("free", "perhaps"), ("trained", "-1"), ("on", "2026-03-02")]);
        let wrong = Declarations::parse(&wrong, today).unwrap_err();
        assert!(wrong.of("free").is_some() && wrong.of("trained").is_some());
        assert_eq!(wrong.of("on").unwrap().key, "findings-invalid-future");
    }
}
