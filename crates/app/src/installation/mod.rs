//! The installation as its settings make it: the open database, brought up to the present, and
//! the key that belongs to it.

mod put_back;
pub mod store;

pub use put_back::{PutBack, put_back};

use crate::settings::{
    Settings,
    secret::{SecretFault, master_key},
};
use ::store::{DatabaseUrl, Db, Engine, Fault, Options};
use access::{Act, Actor, Permit, Target};
use kernel::Env;
use secrecy::{ExposeSecret, SecretBox};
use sha2::{Digest, Sha256};
use std::path::PathBuf;

/// Why the installation cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenFault {
    /// There is no database where the settings say.
    #[error("there is no database at {0}")]
    NoDatabase(PathBuf),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Fault),
    /// It could not be brought up to the present.
    #[error("{0:#}")]
    Opening(#[from] anyhow::Error),
    /// The key cannot be had.
    #[error(transparent)]
    Secret(#[from] SecretFault),
    /// The key is not the one under which the data were encrypted.
    #[error("the key in {0} is not the one that this database was used with")]
    WrongKey(PathBuf),
}

/// Opens the database as it is: for what must not change it.
///
/// # Errors
/// [`OpenFault::NoDatabase`] and [`OpenFault::Store`].
pub async fn connect(settings: &Settings, env: &Env) -> Result<Db, OpenFault> {
    prepare(&settings.database, false)?;
    Ok(Db::connect(&settings.database, env.clone(), Options::default()).await?)
}

/// Opens the database, makes it where there is none, and brings its tables up to the present.
///
/// # Errors
/// [`OpenFault::Store`].
pub async fn migrated(settings: &Settings, env: &Env) -> Result<Db, OpenFault> {
    prepare(&settings.database, true)?;
    let db = Db::connect(&settings.database, env.clone(), Options::default()).await?;
    ::store::migrate(&db, crate::migrations).await?;
    Ok(db)
}

/// Opens the database with all that the program needs to run; makes it when `make` says so.
///
/// # Errors
/// [`OpenFault`].
pub async fn open(settings: &Settings, make: bool) -> Result<Db, OpenFault> {
    prepare(&settings.database, make)?;
    Ok(crate::assembly::open(&settings.database).await?)
}

/// Makes an SQLite file that only its owner reads, with its folder; or says that it is not there.
fn prepare(url: &DatabaseUrl, make: bool) -> Result<(), OpenFault> {
    let (Engine::Sqlite, Some(path)) = (url.engine(), url.path()) else { return Ok(()) };
    if path.exists() {
        return Ok(());
    }
    if !make {
        return Err(OpenFault::NoDatabase(path));
    }
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(Fault::unreadable)?;
    }
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(&path).map_err(|error| Fault::unreadable(format!("{}: {error}", path.display())))?;
    Ok(())
}

/// The key of the installation: made at the first start, and from then on the one that the
/// database was first used with.
///
/// # Errors
/// [`OpenFault`].
pub async fn key(settings: &Settings, db: &Db) -> Result<SecretBox<[u8; 32]>, OpenFault> {
    let known = store::read(db.reader(), store::KEY_CHECK).await?;
    let key = master_key(&settings.secret_file, db.env(), known.is_none())?;
    let check = key_check(&key);
    match known {
        Some(known) if known != check => Err(OpenFault::WrongKey(settings.secret_file.clone())),
        Some(_) => Ok(key),
        None => {
            ::store::retrying(db.env(), || remember(db, &check)).await?;
            Ok(key)
        }
    }
}

/// Whether no key was ever used with this database.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn is_new(db: &Db) -> Result<bool, Fault> {
    Ok(store::read(db.reader(), store::KEY_CHECK).await?.is_none())
}

/// Whether the key in its file is the one that the database was used with; changes nothing.
///
/// # Errors
/// [`OpenFault`].
pub async fn check_key(settings: &Settings, db: &Db) -> Result<(), OpenFault> {
    let known = store::read(db.reader(), store::KEY_CHECK).await?;
    let key = master_key(&settings.secret_file, db.env(), false)?;
    match known {
        Some(known) if known != key_check(&key) => Err(OpenFault::WrongKey(settings.secret_file.clone())),
        _ => Ok(()),
    }
}

/// A mark by which a key is known again, from which nothing of it can be learnt.
fn key_check(key: &SecretBox<[u8; 32]>) -> String {
    let digest = Sha256::new().chain_update(b"allapari: which key is this?\n").chain_update(key.expose_secret());
    hex::encode(digest.finalize())[..32].to_owned()
}

async fn remember(db: &Db, check: &str) -> Result<(), Fault> {
    let permit = Permit::ask(&Actor::Program("start".to_owned()), Act::Operate, Target::Network);
    let mut tx = permit.map_err(|refusal| Fault::unreadable(refusal.why_key()))?.begin(db).await?;
    tx.note("installation", "first start");
    store::write(&tx, store::KEY_CHECK, check).await?;
    tx.commit().await
}
