//! The share of the teaching that experts hold, beside what the Charter asks: as it is saved, and
//! as it moves while hours are typed.

use super::{hours, percent};
use crate::course::rules;
use web::{
    T,
    ui::{Badge, State},
};

/// Who teaches how much of the course, beside what the Charter asks.
pub(super) struct ShareLine {
    pub sentence: String,
    pub asks: Option<String>,
    pub badge: Badge,
    pub width: String,
    pub expert: String,
    pub professional: String,
}

fn asks(t: &T, asked: Option<i64>) -> Option<String> {
    asked.map(|asked| t.arg("course-share-asked", "share", asked))
}

fn is_enough(share: u32, asked: Option<i64>) -> bool {
    asked.is_none_or(|asked| i64::from(share) >= asked)
}

/// The share of experts in the minutes taught, experts' first; none where nothing is planned.
pub(super) fn share_line(t: &T, taught: (u32, u32), asked: Option<i64>) -> Option<ShareLine> {
    let (share, (expert, professional)) = (rules::share(taught)?, taught);
    Some(ShareLine {
        sentence: t.arg("course-share", "share", share),
        asks: asks(t, asked),
        badge: Badge::state(t, if is_enough(share, asked) { State::Met } else { State::NotMet }),
        width: percent(expert, expert.saturating_add(professional)),
        expert: hours(t, expert),
        professional: hours(t, professional),
    })
}

/// The share on a page where hours are typed. As served it says what the fields hold; the script
/// `share.js` says it anew from the minutes taught elsewhere and the fields.
pub(super) struct LiveShare {
    pub sentence: String,
    pub planned: bool,
    pub enough: bool,
    pub met: Badge,
    pub not_met: Badge,
    pub asks: Option<String>,
    pub asked: Option<i64>,
    pub width: String,
    /// Minutes taught in the other modules: by experts, by professionals.
    pub elsewhere: (u32, u32),
    /// The sentence with `#` for the number; and as Italian says it before 8 and 11.
    pub says: String,
    pub says_elided: String,
    pub none: String,
    pub script: &'static str,
}

impl LiveShare {
    /// With the minutes taught elsewhere and those of the fields, experts' first.
    pub fn new(t: &T, elsewhere: (u32, u32), here: (u32, u32), asked: Option<i64>) -> Self {
        let (expert, professional) = (elsewhere.0.saturating_add(here.0), elsewhere.1.saturating_add(here.1));
        let share = rules::share((expert, professional));
        let says = |example: u32| t.arg("course-share", "share", example).replace(&example.to_string(), "#");
        let none = t.get("course-share-none");
        Self {
            sentence: share.map_or_else(|| none.clone(), |share| t.arg("course-share", "share", share)),
            planned: share.is_some(),
            enough: share.is_some_and(|share| is_enough(share, asked)),
            met: Badge::state(t, State::Met),
            not_met: Badge::state(t, State::NotMet),
            asks: asks(t, asked),
            asked,
            width: percent(expert, expert.saturating_add(professional)),
            elsewhere,
            says: says(30),
            says_elided: says(8),
            none,
            script: web::assets::url("share.js"),
        }
    }
}
