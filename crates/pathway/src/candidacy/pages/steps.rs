//! What a person reads of where their candidacy stands: the path, what comes next, who read what.

use crate::candidacy::model::{Candidacy, OutcomeKind, Seen, Stage, Told};
use kernel::{DateTime, PersonId, Utc, rome_date};
use std::collections::HashMap;
use web::{
    T,
    ui::{Path, PathStep, Place},
};

/// The steps of a selection, as the person goes through them.
const STEPS: [Stage; 5] = [Stage::Draft, Stage::Sent, Stage::Interview, Stage::Talked, Stage::Closed];

/// The path: behind, here, ahead.
pub(super) fn path(t: &T, candidacy: &Candidacy, next: &str) -> Path {
    let here = STEPS.iter().position(|stage| *stage == candidacy.stage).unwrap_or(0);
    let closed = candidacy.stage == Stage::Closed;
    let withdrawn = candidacy.outcome == Some(OutcomeKind::Withdrawn);
    let step = |(at, stage): (usize, &Stage)| {
        // Who withdrew did not pass the steps between.
        if withdrawn && matches!(stage, Stage::Interview | Stage::Talked) {
            return None;
        }
        let place = match at.cmp(&here) {
            std::cmp::Ordering::Less => Place::Done,
            std::cmp::Ordering::Equal if !closed => Place::Now,
            std::cmp::Ordering::Equal => Place::Done,
            std::cmp::Ordering::Greater => Place::Next,
        };
        let when = match stage {
            Stage::Draft => Some(candidacy.begun_at),
            Stage::Sent => candidacy.sent_at,
            Stage::Closed => candidacy.closed_at,
            Stage::Interview | Stage::Talked => None,
        };
        let text = match place {
            Place::Now => next.to_owned(),
            _ => when.map(|at| t.date(rome_date(at))).unwrap_or_default(),
        };
        let title = match (stage, candidacy.outcome) {
            (Stage::Closed, Some(outcome)) => t.get(&format!("candidacy-outcome-{}", outcome.code())),
            _ => t.get(&format!("candidacy-step-{}", stage.code())),
        };
        Some(PathStep { place, title, text })
    };
    let mut steps: Vec<PathStep> = STEPS.iter().enumerate().filter_map(step).collect();
    if closed {
        // The way goes on.
        steps.push(PathStep { place: Place::Now, title: t.get("candidacy-step-then"), text: next.to_owned() });
    }
    Path { t: t.clone(), steps }
}

/// A line of what happened, or of who read what.
pub(super) struct Line {
    pub(super) when: String,
    pub(super) what: String,
}

fn name(t: &T, names: &HashMap<PersonId, String>, person: Option<PersonId>) -> String {
    person.and_then(|person| names.get(&person).cloned()).unwrap_or_else(|| t.get("candidacy-somebody"))
}

/// What happened, in words.
pub(super) fn told(t: &T, names: &HashMap<PersonId, String>, all: &[Told]) -> Vec<Line> {
    let line = |told: &Told| Line {
        when: t.instant(told.at),
        what: t.args(&told.what, &[("name", name(t, names, told.by).into()), ("detail", told.detail.clone().into())]),
    };
    all.iter().map(line).collect()
}

/// Who read what, in words.
pub(super) fn seen(t: &T, names: &HashMap<PersonId, String>, all: &[Seen]) -> Vec<Line> {
    let line = |seen: &Seen| Line {
        when: t.instant(seen.at),
        what: t.args(
            "candidacy-seen-line",
            &[("name", name(t, names, seen.reader).into()), ("what", t.get(&seen.what).into())],
        ),
    };
    all.iter().map(line).collect()
}

/// The day of an instant, in words.
pub(super) fn day(t: &T, at: DateTime<Utc>) -> String {
    t.date(rome_date(at))
}
