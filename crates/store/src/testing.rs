//! Databases for tests, in milliseconds: migrated once, then copied.
//!
//! `ALLAPARI_TEST_DATABASE=postgres://…` runs a suite on PostgreSQL; without it, on SQLite.

use crate::{DatabaseUrl, Db, Engine, Fault, Migrations, Options, migrate, sql};
use kernel::Env;
use sea_orm::ConnectionTrait;
use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
};
use tokio::sync::Mutex;

/// A database of its own for one test. Dropped with the test, with all that is in it.
#[derive(Debug)]
pub struct TestDb {
    /// The open database.
    pub db: Db,
    /// Its address, for tests that open it a second time.
    pub url: DatabaseUrl,
    // Kept so that the file goes when the test ends.
    _folder: Option<TempFolder>,
}

#[derive(Debug)]
struct TempFolder(PathBuf);

impl Drop for TempFolder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

static COUNT: AtomicU32 = AtomicU32::new(0);
/// The migrated templates of this process, by the names of their migrations.
static TEMPLATES: Mutex<Vec<(String, DatabaseUrl)>> = Mutex::const_new(Vec::new());

const OPTIONS: Options = Options { readers: 3, writers: 4, durable: false };

impl TestDb {
    /// A fresh database with these migrations applied.
    ///
    /// # Errors
    /// [`Fault`] when the engine cannot be reached.
    pub async fn new(env: Env, slices: impl Fn() -> Migrations + Send + Sync + 'static) -> Result<TestDb, Fault> {
        let slices: Arc<dyn Fn() -> Migrations + Send + Sync> = Arc::new(slices);
        match server()? {
            None => Self::sqlite(env, slices).await,
            Some(server) => Self::postgres(env, slices, server).await,
        }
    }

    /// Whether the suite runs on PostgreSQL.
    pub fn on_postgres(&self) -> bool {
        self.db.engine() == Engine::Postgres
    }

    async fn sqlite(env: Env, slices: Arc<dyn Fn() -> Migrations + Send + Sync>) -> Result<TestDb, Fault> {
        let name = names(&slices);
        let template = {
            let mut templates = TEMPLATES.lock().await;
            match templates.iter().find(|(known, _)| *known == name) {
                Some((_, url)) => url.clone(),
                None => {
                    let url = DatabaseUrl::file(&folder()?.join("template.db"));
                    let db = Db::connect(&url, env.clone(), OPTIONS).await?;
                    let given = Arc::clone(&slices);
                    migrate(&db, move || given()).await?;
                    db.writer().execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await?;
                    db.close().await;
                    templates.push((name, url.clone()));
                    url
                }
            }
        };
        let folder = folder()?;
        let url = DatabaseUrl::file(&folder.join("test.db"));
        let paths = (template.path().unwrap_or_default(), url.path().unwrap_or_default());
        std::fs::copy(&paths.0, &paths.1).map_err(Fault::unreadable)?;
        let db = Db::connect(&url, env, OPTIONS).await?;
        Ok(TestDb { db, url, _folder: Some(TempFolder(folder)) })
    }

    async fn postgres(
        env: Env,
        slices: Arc<dyn Fn() -> Migrations + Send + Sync>,
        server: DatabaseUrl,
    ) -> Result<TestDb, Fault> {
        let admin = Db::connect(&server, env.clone(), Options { readers: 1, writers: 2, durable: false }).await?;
        let name = names(&slices);
        let mut templates = TEMPLATES.lock().await;
        let template = match templates.iter().find(|(known, _)| *known == name) {
            Some((_, url)) => url.clone(),
            None => {
                drop_leftovers(&admin).await?;
                let template = format!("allapari_t{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
                create(&admin, &template, None).await?;
                let url = server.with_database(&template);
                let db = Db::connect(&url, env.clone(), OPTIONS).await?;
                let given = Arc::clone(&slices);
                migrate(&db, move || given()).await?;
                db.close().await;
                templates.push((name, url.clone()));
                url
            }
        };
        let copy = format!("allapari_c{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let source = template.secret().rsplit('/').next().unwrap_or_default().to_owned();
        let source = source.split('?').next().unwrap_or_default().to_owned();
        create(&admin, &copy, Some(&source)).await?;
        drop(templates);
        admin.close().await;
        let url = server.with_database(&copy);
        let db = Db::connect(&url, env, OPTIONS).await?;
        Ok(TestDb { db, url, _folder: None })
    }
}

/// The names of the migrations, as the name of their template.
fn names(slices: &Arc<dyn Fn() -> Migrations + Send + Sync>) -> String {
    slices().iter().map(|m| m.name().to_owned()).collect::<Vec<_>>().join(",")
}

fn folder() -> Result<PathBuf, Fault> {
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("allapari-test-{}-{count}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(Fault::unreadable)?;
    Ok(folder)
}

/// The server that `ALLAPARI_TEST_DATABASE` names, if it names one.
#[allow(clippy::disallowed_methods, reason = "a test chooses its engine by the environment alone")]
fn server() -> Result<Option<DatabaseUrl>, Fault> {
    match std::env::var("ALLAPARI_TEST_DATABASE") {
        Ok(text) if !text.is_empty() => text.parse().map(Some).map_err(Fault::unreadable),
        _ => Ok(None),
    }
}

async fn create(admin: &Db, name: &str, template: Option<&str>) -> Result<(), Fault> {
    let template = template.map(|t| format!(" TEMPLATE {t}")).unwrap_or_default();
    admin.writer().execute_unprepared(&format!("CREATE DATABASE {name}{template}")).await?;
    Ok(())
}

/// Removes the databases of test processes that are gone.
async fn drop_leftovers(admin: &Db) -> Result<(), Fault> {
    let names: Vec<String> =
        sql("SELECT datname::text FROM pg_database d WHERE datname ~ '^allapari_[tc][0-9]+_[0-9]+$' \
         AND NOT EXISTS (SELECT 1 FROM pg_stat_activity a WHERE a.datname = d.datname)")
        .values(admin.reader())
        .await?;
    for name in names {
        let process =
            name.trim_start_matches("allapari_").get(1..).and_then(|rest| rest.split('_').next().map(str::to_owned));
        let alive = process.is_some_and(|pid| std::path::Path::new("/proc").join(pid).exists());
        if !alive {
            // Another test process may be removing the same one.
            let _ = admin.writer().execute_unprepared(&format!("DROP DATABASE IF EXISTS {name}")).await;
        }
    }
    Ok(())
}
