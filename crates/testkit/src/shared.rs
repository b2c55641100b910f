//! Real inputs that lie beside the repository.

use std::path::{Path, PathBuf};

/// A file of `../shared`, beside the repository. Where it is absent the test is skipped, with a
/// word; on a CI machine (`CI` is set) it must be there.
///
/// # Panics
/// On a CI machine, when the file is absent.
#[allow(clippy::disallowed_methods, reason = "whether a missing input is a failure depends on the machine alone")]
pub fn shared_file(name: &str) -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let path = root.join("../shared").join(name);
    if path.exists() {
        return Some(path);
    }
    assert!(std::env::var_os("CI").is_none(), "{} is missing", path.display());
    eprintln!("skipped: {} is not there", path.display());
    None
}
