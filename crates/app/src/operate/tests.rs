//! The page for who runs the installation.

use super::pages::{line, megabytes};
use crate::jobs;
use kernel::Lang;

#[test]
fn a_size_is_said_as_people_say_it() {
    assert_eq!(megabytes(0, Lang::It), "0,0 MB");
    assert_eq!(megabytes(5 * 1_048_576 + 600_000, Lang::It), "5,5 MB");
    assert_eq!(megabytes(1_048_576_000, Lang::En), "1000.0 MB");
}

#[test]
fn every_job_has_a_name_in_both_languages() {
    for lang in Lang::ALL {
        let t = crate::commands::texts(lang).unwrap();
        for job in jobs::all() {
            assert!(t.has(&format!("operate-job-{}", job.name())), "{}", job.name());
            assert!(line(&t, job.name(), &[]).last.is_none());
        }
    }
}
