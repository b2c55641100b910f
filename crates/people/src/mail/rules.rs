//! When a message that failed is tried again.

use kernel::Duration;

/// How often a message is tried before it is given up: with the waits below, for about two days.
pub(crate) const TRIES: i64 = 12;

/// How long to wait after a number of tries: one minute, two, four … at most six hours.
pub(crate) fn wait_after(tries: i64) -> Duration {
    let doublings = u32::try_from(tries.saturating_sub(1).clamp(0, 10)).unwrap_or(0);
    Duration::minutes(i64::from(1_u32 << doublings)).min(Duration::hours(6))
}

/// A text cut where links begin and end; `true` marks a link.
pub(crate) fn pieces(text: &str) -> Vec<(&str, bool)> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find("http://").into_iter().chain(rest.find("https://")).min() {
        let (before, from) = rest.split_at(start);
        let end = from.find(char::is_whitespace).unwrap_or(from.len());
        let (link, after) = from.split_at(end);
        pieces.extend([(before, false), (link, true)]);
        rest = after;
    }
    pieces.push((rest, false));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_found_in_a_text() {
        assert_eq!(
            pieces("Apri http://a.it/x\n\nCiao"),
            [("Apri ", false), ("http://a.it/x", true), ("\n\nCiao", false)]
        );
        assert_eq!(pieces("Ciao"), [("Ciao", false)]);
    }

    #[test]
    fn waits_grow_and_end() {
        let minutes: Vec<i64> = (1..=TRIES).map(|n| wait_after(n).num_minutes()).collect();
        assert_eq!(minutes[..4], [1, 2, 4, 8]);
        assert!(minutes.is_sorted() && minutes.iter().all(|m| *m <= 360));
    }
}
