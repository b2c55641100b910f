//! The executable Charter: articles, rules with parameters, and what they say of an organisation.
//!
//! **Vocabulary.** A [`Charter`] is one version: its [`Article`]s, each in both languages and each
//! naming the statements of the Document it rests on, and its [`Rule`]s I1–I16, each with
//! [`Parameter`]s that say whether the source gives the value or this project chose it as a
//! start. [`Facts`] are what the slices know of one organisation: an open map, so that a later
//! slice supplies more without any change here. A [`Finding`] is what a rule says: met, not met,
//! not applicable or not known, with the evidence, what is missing and the next step.
//!
//! **Invariants.** Pure: no clock, no chance, no IO. Every rule binds an organisation, course, call,
//! conference or body: no type here holds a person's name or id, nor a number that rates anybody.
//! A `Charter` that exists is whole: all sixteen rules with all their parameters, each under an
//! article that exists. Evaluation is total: facts that cannot be read count as missing. What the
//! records do not say is *not known*, never *not met*.
//!
//! **Walkthrough: what a department is told.**
//!
//! ```
//! use charter::{Charter, Facts, Kind, RuleId, State, evaluate, facts::{Experts, Inclusion}};
//! use kernel::NaiveDate;
//!
//! let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
//! let charter = Charter::first();
//!
//! // One slice knows how many experts there are, another what the manager declared.
//! let facts = Facts::about(Kind::Department)
//!     .with(&Experts { active: 4, in_a_group: Some(3) })
//!     .with(&Inclusion { professionals: Some(2), trained_in_recovery: Some(11), closed_areas: Some(1) });
//!
//! let findings = evaluate(&charter, &facts, today);
//! let presence = findings.iter().find(|f| f.rule == RuleId::I14).unwrap();
//! assert_eq!(presence.state, State::NotMet);
//! assert_eq!(presence.next_steps[0].key, "charter-i14-next-areas");
//!
//! // Nobody has reported on courses yet: the rule says so instead of guessing.
//! let curriculum = findings.iter().find(|f| f.rule == RuleId::I6).unwrap();
//! assert_eq!(curriculum.state, State::NotKnown);
//! assert_eq!(curriculum.missing[0].key, "charter-i6-missing");
//! ```

mod article;
mod carry;
mod compare;
pub mod facts;
mod finding;
mod first;
mod phrase;
mod rule;
mod rules;
mod verdict;
mod version;

pub use article::{Anchor, Article, Words};
pub use carry::carry;
pub use compare::{Change, Impact, Shift, compare, impact};
pub use facts::{Facts, Kind};
pub use finding::{Finding, State, awaits_records};
pub use phrase::{Phrase, Value};
pub use rule::{Origin, Parameter, ParameterName, Rule, RuleId, Unit};
pub use rules::evaluate;
pub use version::{Charter, Problem};
