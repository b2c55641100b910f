//! Public pages kept for as long as what they show does not change.
//!
//! A page is kept under a stamp that the database holds and that every change to what the page
//! shows replaces. The stamp is asked for each time, so that two nodes never disagree: what is
//! saved is the work, not the question.

use bytes::Bytes;
use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

/// How many pages are kept; then all are let go.
const MOST: usize = 256;

/// The pages that are kept, each with the stamp under which it was made.
#[derive(Debug, Default)]
pub(crate) struct Kept(Mutex<HashMap<String, (String, Bytes)>>);

impl Kept {
    /// The page at an address, when it was made under this stamp.
    pub(crate) fn get(&self, address: &str, stamp: &str) -> Option<Bytes> {
        let pages = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        pages.get(address).filter(|(made_under, _)| made_under == stamp).map(|(_, page)| page.clone())
    }
    /// Keeps a page that was made after the stamp was read.
    pub(crate) fn keep(&self, address: String, stamp: String, page: Bytes) {
        let mut pages = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if pages.len() >= MOST {
            pages.clear();
        }
        pages.insert(address, (stamp, page));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_kept_until_its_stamp_changes_and_never_too_many() {
        let kept = Kept::default();
        kept.keep("/a".into(), "1".into(), Bytes::from_static(b"one"));
        assert_eq!(kept.get("/a", "1").as_deref(), Some(&b"one"[..]));
        assert!(kept.get("/a", "2").is_none() && kept.get("/b", "1").is_none());
        for n in 0..MOST {
            kept.keep(format!("/{n}"), "1".into(), Bytes::new());
        }
        assert!(kept.get("/a", "1").is_none());
    }
}
