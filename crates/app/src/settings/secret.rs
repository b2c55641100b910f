//! The installation's own key, in a file that only its owner reads.

use kernel::Env;
use secrecy::SecretBox;
use std::{
    fs::{self, OpenOptions},
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
};

/// Why the key cannot be had. Each has a text.
#[derive(Debug, thiserror::Error)]
pub enum SecretFault {
    /// The data were encrypted under a key that is not here.
    #[error("the key file {0} is missing, and the database has been used with one")]
    Lost(PathBuf),
    /// The file holds something else.
    #[error("the key file {0} does not hold 64 hexadecimal digits")]
    Malformed(PathBuf),
    /// The file cannot be read or written.
    #[error("the key file {0}: {1}")]
    File(PathBuf, std::io::Error),
}

impl SecretFault {
    /// The key of the text that says what is wrong and how to mend it; it takes `path` and `what`.
    pub fn key(&self) -> &'static str {
        match self {
            SecretFault::Lost(_) => "settings-secret-lost",
            SecretFault::Malformed(_) => "settings-secret-malformed",
            SecretFault::File(..) => "settings-secret-file-failed",
        }
    }
    /// The file.
    pub fn path(&self) -> &Path {
        match self {
            SecretFault::Lost(path) | SecretFault::Malformed(path) | SecretFault::File(path, _) => path,
        }
    }
}

/// Reads the key; makes it when there is none and the database is `fresh`. Without the key, what
/// a used database holds encrypted could never be read again, so a new one is not made for it.
///
/// # Errors
/// [`SecretFault`].
pub fn master_key(path: &Path, env: &Env, fresh: bool) -> Result<SecretBox<[u8; 32]>, SecretFault> {
    match fs::read_to_string(path) {
        Ok(text) => parse(path, &text),
        Err(error) if error.kind() == ErrorKind::NotFound && fresh => make(path, env),
        Err(error) if error.kind() == ErrorKind::NotFound => Err(SecretFault::Lost(path.to_owned())),
        Err(error) => Err(SecretFault::File(path.to_owned(), error)),
    }
}

fn parse(path: &Path, text: &str) -> Result<SecretBox<[u8; 32]>, SecretFault> {
    let mut key = Box::new([0; 32]);
    hex::decode_to_slice(text.trim(), key.as_mut_slice()).map_err(|_| SecretFault::Malformed(path.to_owned()))?;
    Ok(SecretBox::new(key))
}

/// Written whole under another name first, so that no second start ever reads half a key.
fn make(path: &Path, env: &Env) -> Result<SecretBox<[u8; 32]>, SecretFault> {
    let fault = |error| SecretFault::File(path.to_owned(), error);
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(fault)?;
    }
    let whole = path.with_extension(format!("new-{}", env.uuid()));
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&whole).map_err(fault)?;
    let written = writeln!(file, "{}", env.secret()).and_then(|()| file.sync_all());
    // A link fails when another start was first; its key then counts.
    let placed = written.and_then(|()| match fs::hard_link(&whole, path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    });
    let _ = fs::remove_file(&whole);
    placed.map_err(fault)?;
    let text = fs::read_to_string(path).map_err(fault)?;
    parse(path, &text)
}

/// Whether others than the owner may read the file.
#[cfg(unix)]
pub fn is_open_to_others(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).is_ok_and(|meta| meta.permissions().mode() & 0o077 != 0)
}

/// Whether others than the owner may read the file: not told on this system.
#[cfg(not(unix))]
pub fn is_open_to_others(_: &Path) -> bool {
    false
}
