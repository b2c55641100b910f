//! The rules and their parameters, as data of a version.

use crate::Kind;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

macro_rules! rules {
    ($($(#[doc = $doc:literal])* $name:ident: $($parameter:ident),*;)*) => {
        /// A rule of the Charter.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum RuleId { $($(#[doc = $doc])* $name,)* }

        impl RuleId {
            /// All rules, in order.
            pub const ALL: [RuleId; 16] = [$(RuleId::$name,)*];
            /// The rule's name: `I1` … `I16`.
            pub const fn code(self) -> &'static str {
                match self { $(RuleId::$name => stringify!($name),)* }
            }
            /// The parameters that the rule works with.
            pub const fn parameters(self) -> &'static [ParameterName] {
                match self { $(RuleId::$name => &[$(ParameterName::$parameter,)*],)* }
            }
        }
    };
}

rules! {
    /// A panel is joint.
    I1: Experts, Professionals;
    /// A call asks for no educational qualification.
    I2: ;
    /// The interview is the form used.
    I3: ;
    /// A closed candidacy gets reasons and the offer of a conversation.
    I4: Days;
    /// A course admits on the own recovery path, and offers groups.
    I5: ;
    /// A curriculum is whole and was written by both sides.
    I6: ;
    /// Experts teach a share of the hours; professionals who teach are prepared for it.
    I7: Share;
    /// Every trainee in the field shadows an active expert.
    I8: ;
    /// Continuing training is offered to every active expert.
    I9: Hours, Months;
    /// A team invites its experts and leaves none alone.
    I10: Days;
    /// Every assignment in a service has its protections.
    I11: ReviewDays, IntervisionDays;
    /// Experts are free, and have time, to belong to a group.
    I12: ;
    /// A paid role has its instrument, a volunteer role none of its duties.
    I13: ;
    /// A department is ready for experts and open to them.
    I14: ;
    /// A body that decides has a place for experts, and it is filled.
    I15: ;
    /// A conference keeps its proportions.
    I16: FewestDelegates, MostDelegates, Ratio, Tolerance;
}

impl RuleId {
    /// The rule's name as a part of keys and addresses: `i1` … `i16`.
    pub fn slug(self) -> String {
        self.code().to_lowercase()
    }
    /// Whether the rule speaks of organisations of a kind at all.
    pub const fn speaks_of(self, kind: Kind) -> bool {
        match self {
            RuleId::I11 => matches!(kind, Kind::Department | Kind::Service | Kind::Cooperative),
            RuleId::I14 => matches!(kind, Kind::Department),
            RuleId::I16 => matches!(kind, Kind::Network),
            _ => true,
        }
    }
    /// The two parameters of which the first may not be more than the second, where it has such.
    pub const fn range(self) -> Option<(ParameterName, ParameterName)> {
        match self {
            RuleId::I16 => Some((ParameterName::FewestDelegates, ParameterName::MostDelegates)),
            _ => None,
        }
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for RuleId {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let known = RuleId::ALL.into_iter().find(|rule| rule.code().eq_ignore_ascii_case(text.trim()));
        known.ok_or_else(|| format!("no rule is called {text}"))
    }
}

/// What a parameter sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ParameterName {
    /// The fewest experts in a panel.
    Experts,
    /// The fewest professionals in a panel.
    Professionals,
    /// How long something may take.
    Days,
    /// The share that experts have.
    Share,
    /// How many hours are offered.
    Hours,
    /// In how many months.
    Months,
    /// How old the last offer of a review may be.
    ReviewDays,
    /// How old the last offer of intervision may be.
    IntervisionDays,
    /// The fewest delegates of an organisation.
    FewestDelegates,
    /// The most delegates of an organisation.
    MostDelegates,
    /// How many experts there are for each professional.
    Ratio,
    /// How far the proportion may be off.
    Tolerance,
}

impl ParameterName {
    /// The name in forms, keys and files.
    pub const fn code(self) -> &'static str {
        match self {
            ParameterName::Experts => "experts",
            ParameterName::Professionals => "professionals",
            ParameterName::Days => "days",
            ParameterName::Share => "share",
            ParameterName::Hours => "hours",
            ParameterName::Months => "months",
            ParameterName::ReviewDays => "review-days",
            ParameterName::IntervisionDays => "intervision-days",
            ParameterName::FewestDelegates => "fewest-delegates",
            ParameterName::MostDelegates => "most-delegates",
            ParameterName::Ratio => "ratio",
            ParameterName::Tolerance => "tolerance",
        }
    }
    /// What the value is counted in.
    pub const fn unit(self) -> Unit {
        match self {
            ParameterName::Experts | ParameterName::Professionals => Unit::People,
            ParameterName::Days | ParameterName::ReviewDays | ParameterName::IntervisionDays => Unit::Days,
            ParameterName::Share | ParameterName::Tolerance => Unit::Percent,
            ParameterName::Hours => Unit::Hours,
            ParameterName::Months => Unit::Months,
            ParameterName::FewestDelegates | ParameterName::MostDelegates => Unit::Delegates,
            ParameterName::Ratio => Unit::ToOne,
        }
    }
    /// The least and the most that the value may be.
    pub const fn bounds(self) -> (i64, i64) {
        match self.unit() {
            Unit::People => (1, 20),
            Unit::Days => (1, 730),
            Unit::Percent => (0, 100),
            Unit::Hours => (0, 500),
            Unit::Months => (1, 60),
            Unit::Delegates => (1, 100),
            Unit::ToOne => (1, 20),
        }
    }
}

/// What a parameter is counted in. Each has a text `charter-unit-…`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// People.
    People,
    /// Days.
    Days,
    /// Months.
    Months,
    /// Hours.
    Hours,
    /// Hundredths.
    Percent,
    /// Delegates of one organisation.
    Delegates,
    /// So many to one.
    ToOne,
}

impl Unit {
    /// The name in keys.
    pub const fn code(self) -> &'static str {
        match self {
            Unit::People => "people",
            Unit::Days => "days",
            Unit::Months => "months",
            Unit::Hours => "hours",
            Unit::Percent => "percent",
            Unit::Delegates => "delegates",
            Unit::ToOne => "to-one",
        }
    }
}

/// Where a parameter's value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The source gives it.
    FromSource,
    /// The source leaves it open; this project chose a value to start with.
    StartingValue,
    /// A later version of the Charter set it.
    SetByNetwork,
}

impl Origin {
    /// The name in keys.
    pub const fn code(self) -> &'static str {
        match self {
            Origin::FromSource => "from-source",
            Origin::StartingValue => "starting-value",
            Origin::SetByNetwork => "set-by-network",
        }
    }
}

/// A parameter of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parameter {
    /// What it sets.
    pub name: ParameterName,
    /// Its value, in its unit.
    pub value: i64,
    /// Where the value comes from.
    pub origin: Origin,
}

impl Parameter {
    /// What the value is counted in.
    pub const fn unit(&self) -> Unit {
        self.name.unit()
    }
    /// Whether the value is one that the parameter may have.
    pub const fn in_bounds(&self) -> bool {
        let (least, most) = self.name.bounds();
        least <= self.value && self.value <= most
    }
}

/// A rule as a version of the Charter has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Which.
    pub id: RuleId,
    /// The slug of the article that it carries out.
    pub article: String,
    /// Its parameters.
    pub parameters: Vec<Parameter>,
}

impl Rule {
    /// The value of a parameter, in its unit; 0 for one that the rule does not have.
    pub fn value(&self, name: ParameterName) -> i64 {
        self.parameters.iter().find(|p| p.name == name).map_or(0, |p| p.value)
    }
}
