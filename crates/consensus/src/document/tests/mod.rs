//! The Document on the real source, on generated texts, and on record.

mod compared;
mod generated;
mod real;
mod recorded;

/// The source as extracted from its PDF; none where it is not at hand: the test is then skipped
/// with a word, except in continuous integration, where it fails.
fn source() -> Option<String> {
    testkit::shared_file("seed/000_c599531839a8c28c.txt").map(|path| std::fs::read_to_string(path).unwrap())
}
