//! When a message that failed is tried again.

use kernel::Duration;

/// How often a message is tried before it is given up: with the waits below, for about two days.
pub(crate) const TRIES: i64 = 12;

/// How long to wait after a number of tries: one minute, two, four … at most six hours.
pub(crate) fn wait_after(tries: i64) -> Duration {
    let doublings = u32::try_from(tries.saturating_sub(1).clamp(0, 10)).unwrap_or(0);
    Duration::minutes(i64::from(1_u32 << doublings)).min(Duration::hours(6))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_end() {
        let minutes: Vec<i64> = (1..=TRIES).map(|n| wait_after(n).num_minutes()).collect();
        assert_eq!(minutes[..4], [1, 2, 4, 8]);
        assert!(minutes.is_sorted() && minutes.iter().all(|m| *m <= 360));
    }
}
