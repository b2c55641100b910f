//! Pure rules on conversations: who may do what, where it leads, and when somebody is reminded.

use super::model::{State, Step, Whose};
use kernel::{DateTime, Duration, Utc, rome_date};

/// Where a step leads, when whoever takes it may take it now.
pub fn taken(state: State, whose: Whose, step: Step) -> Option<State> {
    match (state, whose, step) {
        (State::Proposed | State::Accepted | State::Moved, Whose::Panel, Step::Propose) => Some(State::Proposed),
        (State::Proposed | State::Accepted | State::Moved, Whose::Panel, Step::CallOff) => Some(State::CalledOff),
        (State::Proposed | State::Accepted, Whose::Panel, Step::Hold) => Some(State::Held),
        (State::Proposed, Whose::Candidate, Step::Accept) => Some(State::Accepted),
        (State::Proposed | State::Accepted, Whose::Candidate, Step::Move) => Some(State::Moved),
        _ => None,
    }
}

/// What may be done now.
pub fn steps(state: State, whose: Whose) -> Vec<Step> {
    Step::ALL.iter().copied().filter(|step| taken(state, whose, *step).is_some()).collect()
}

/// Whether it still lies ahead, as far as the two agreed or are about to.
pub const fn stands(state: State) -> bool {
    matches!(state, State::Proposed | State::Accepted | State::Moved)
}

/// Whether both are reminded now: it is agreed, and is tomorrow. Who agrees on the day itself needs
/// no letter that says "tomorrow".
pub fn reminds(state: State, starts: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    state == State::Accepted && rome_date(starts) == rome_date(now) + Duration::days(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn one_of<T: Copy + std::fmt::Debug>(all: &'static [T]) -> impl Strategy<Value = T> {
        (0..all.len()).prop_map(|n| all[n])
    }

    proptest! {
        #[test]
        fn nothing_is_agreed_without_the_candidate(
            walk in proptest::collection::vec((one_of(Whose::ALL), one_of(Step::ALL)), 0..20),
        ) {
            let (mut state, mut last) = (State::Proposed, None);
            for (whose, step) in walk {
                if let Some(next) = taken(state, whose, step) {
                    state = next;
                    last = Some((whose, step));
                }
                if state == State::Accepted {
                    prop_assert_eq!(last, Some((Whose::Candidate, Step::Accept)));
                }
                // As long as it stands, somebody can go on with it.
                let next_steps: usize = Whose::ALL.iter().map(|whose| steps(state, *whose).len()).sum();
                prop_assert_eq!(stands(state), next_steps > 0);
            }
        }
    }

    #[test]
    fn one_is_reminded_the_day_before() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let starts = at("2026-03-09T14:30:00Z");
        assert!(!reminds(State::Accepted, starts, at("2026-03-07T22:59:00Z")));
        assert!(reminds(State::Accepted, starts, at("2026-03-07T23:01:00Z")));
        assert!(!reminds(State::Proposed, starts, at("2026-03-08T10:00:00Z")));
        assert!(!reminds(State::Accepted, starts, at("2026-03-09T14:31:00Z")));
    }
}
