//! Recovery codes, and when a code is taken.

use crate::keys::MasterKey;
use kernel::{Env, PersonId};

/// How many recovery codes a person gets.
pub(crate) const RECOVERY_CODES: usize = 10;
/// Letters and digits that are not taken for one another: 31 of them.
const SIGNS: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";
/// The length of a recovery code: 10 signs, 49 bits, tried at most some hundred times a day.
const LENGTH: usize = 10;

/// New recovery codes, as they are shown: two groups of five.
pub(crate) fn recovery_codes(env: &Env) -> Vec<String> {
    let sign = || char::from(SIGNS[env.below(SIGNS.len())]);
    let group = || (0..LENGTH / 2).map(|_| sign()).collect::<String>();
    (0..RECOVERY_CODES).map(|_| format!("{}-{}", group(), group())).collect()
}

/// How a recovery code is kept: as a keyed hash that belongs to the person.
pub(crate) fn recovery_hash(master: &MasterKey, person: PersonId, typed: &str) -> String {
    let plain: String = typed.to_lowercase().chars().filter(|c| c.is_ascii_alphanumeric()).collect();
    master.fingerprint("recovery code", &format!("{person}/{plain}"))
}

/// A code by the clock counts once: its time step must lie after the last one that was taken.
pub(crate) fn is_new(step: i64, last_taken: i64) -> bool {
    step > last_taken
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn codes_can_be_read_out_and_differ() {
        let (env, _) = Env::still(kernel::DateTime::UNIX_EPOCH, 3);
        let mut codes = recovery_codes(&env);
        assert!(codes.iter().all(|c| c.len() == 11 && !c.contains(['0', 'o', '1', 'l', 'i'])));
        codes.sort();
        codes.dedup();
        assert_eq!(codes.len(), RECOVERY_CODES);
    }

    proptest! {
        /// Whatever the order in which codes are shown, none is taken twice.
        #[test]
        fn no_step_is_taken_twice(shown in prop::collection::vec(0i64..6, 1..30)) {
            let (mut last, mut taken) = (-1, Vec::new());
            for step in shown {
                if is_new(step, last) {
                    last = step;
                    taken.push(step);
                }
            }
            let mut once = taken.clone();
            once.dedup();
            prop_assert_eq!(taken, once);
        }
    }
}
