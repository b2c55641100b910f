//! The Document on the real source, on generated texts, and on record.

mod compared;
mod generated;
mod real;

use std::path::Path;

/// The source as extracted from its PDF; none where it is not at hand.
///
/// # Panics
/// In continuous integration, where it must be at hand.
#[allow(clippy::disallowed_methods, reason = "whether a missing source may be skipped is the machine's affair")]
pub(crate) fn source() -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/seed/000_c599531839a8c28c.txt");
    match std::fs::read_to_string(&path) {
        Ok(text) => Some(text),
        Err(_) if std::env::var("CI").is_ok() => panic!("the source is missing: {}", path.display()),
        Err(_) => {
            println!("skipped: the source is not at hand ({})", path.display());
            None
        }
    }
}
