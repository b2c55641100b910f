//! The world as the program sees it: the time and chance it runs on.

use crate::{Clock, Entropy, FakeClock, Id, SeededEntropy, SystemClock, SystemEntropy, rome_date};
use chrono::{DateTime, NaiveDate, Utc};
use std::{fmt, sync::Arc};
use uuid::Uuid;

/// Time and chance, cheap to clone and handed to whoever needs them.
#[derive(Clone)]
pub struct Env {
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
}

impl fmt::Debug for Env {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Env").field("now", &self.now()).finish()
    }
}

impl Env {
    /// The machine's own clock and secure random source.
    pub fn system() -> Self {
        Self::new(Arc::new(SystemClock), Arc::new(SystemEntropy))
    }
    /// A given clock and a given source.
    pub fn new(clock: Arc<dyn Clock>, entropy: Arc<dyn Entropy>) -> Self {
        Self { clock, entropy }
    }
    /// A clock that stands still at `at` and chance that repeats itself: for tests. The clock is
    /// handed back so that the test can move it.
    pub fn still(at: DateTime<Utc>, seed: u64) -> (Self, Arc<FakeClock>) {
        let clock = Arc::new(FakeClock::at(at));
        (Self::new(clock.clone(), Arc::new(SeededEntropy::new(seed))), clock)
    }
    /// The present instant, UTC, cut to microseconds: what both databases can hold.
    pub fn now(&self) -> DateTime<Utc> {
        let now = self.clock.now();
        DateTime::from_timestamp_micros(now.timestamp_micros()).unwrap_or(now)
    }
    /// The calendar day in Italy.
    pub fn today(&self) -> NaiveDate {
        rome_date(self.now())
    }
    /// A new identifier.
    pub fn id<T: Id>(&self) -> T {
        T::from_uuid(self.uuid())
    }
    /// A new UUID of version 7.
    pub fn uuid(&self) -> Uuid {
        let millis = u64::try_from(self.now().timestamp_millis()).unwrap_or(0);
        let mut random = [0; 10];
        self.entropy.fill(&mut random);
        uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }
    /// `N` random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.entropy.fill(&mut bytes);
        bytes
    }
    /// A secret to put in a link or a cookie: 64 hexadecimal digits, 256 bits.
    pub fn secret(&self) -> String {
        self.bytes::<32>().iter().map(|b| format!("{b:02x}")).collect()
    }
    /// A number below `bound` (0 when `bound` is 0). The slight bias of the remainder does not
    /// matter for what it serves: retry delays and made-up data.
    pub fn below(&self, bound: usize) -> usize {
        let raw = u64::from_le_bytes(self.bytes::<8>());
        usize::try_from(raw % (bound.max(1) as u64)).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PersonId;

    #[test]
    fn a_still_world_repeats_itself() {
        let at = "2026-01-01T09:00:00Z".parse().unwrap();
        let (one, clock) = Env::still(at, 7);
        let (two, _) = Env::still(at, 7);
        assert_eq!(one.id::<PersonId>(), two.id::<PersonId>());
        assert_eq!(one.secret(), two.secret());
        clock.advance(chrono::Duration::hours(1));
        assert_ne!(one.now(), two.now());
    }
}
