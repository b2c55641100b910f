//! For tests: the slices under test as a running application, people who ask, pages that are looked at.
//!
//! ```ignore
//! let app = TestApp::new(|| vec![network::slice()]).await;
//! let manager = app.person("Ada").role(Role::OrganisationManager, Scope::Organisation(id));
//! app.as_visitor().get("/realta").await.ok().says("Realtà");
//! app.as_person(&manager).post("/realta/nuova", &[("name", "")]).await.invalid().says("Scrivi qualcosa");
//! ```
//!
//! Who asks is told by a header that only this crate understands, so that a slice is tested
//! without the sign-in of another.

mod page;
mod shared;
mod who;

pub use page::Page;
pub use shared::shared_file;
pub use who::{Asks, Who};

use axum::Router;
use kernel::{Env, FakeClock};
use std::sync::Arc;
use store::testing::TestDb;
use web::{App, Site, Slice};

/// Slices under test, on a database of their own, at nine o'clock on the first of March 2026.
#[derive(Debug)]
pub struct TestApp {
    /// The database.
    pub db: TestDb,
    /// The clock, which stands still until it is moved.
    pub clock: Arc<FakeClock>,
    /// The state of the handlers.
    pub app: App,
    router: Router,
}

impl TestApp {
    /// Puts the slices together on a fresh database.
    ///
    /// # Panics
    /// When a slice's texts or migrations are broken: the test then fails.
    pub async fn new(slices: impl Fn() -> Vec<Slice> + Send + Sync + Clone + 'static) -> Self {
        Self::with_site(slices, Site::for_tests()).await
    }
    /// The same with settings of its own.
    ///
    /// # Panics
    /// When a slice's texts or migrations are broken: the test then fails.
    pub async fn with_site(slices: impl Fn() -> Vec<Slice> + Send + Sync + Clone + 'static, site: Site) -> Self {
        let at = "2026-03-01T08:00:00Z".parse().expect("a constant instant");
        let (env, clock) = Env::still(at, 11);
        let tables = slices.clone();
        let migrations = move || {
            let mut all = access::migrations();
            all.extend(tables().iter().flat_map(|slice| (slice.migrations)()));
            all
        };
        let db = TestDb::new(env, migrations).await.expect("a fresh database");
        let assembled = web::assemble(db.db.clone(), site, Box::new(who::ByHeader), slices()).expect("texts in order");
        Self { db, clock, app: assembled.app, router: assembled.router }
    }
    /// A person who holds no role yet.
    pub fn person(&self, name: &str) -> Who {
        Who::new(self.db.db.env().id(), name)
    }
    /// Asks as nobody in particular.
    pub fn as_visitor(&self) -> Asks<'_> {
        Asks::new(&self.router, None)
    }
    /// Asks as a person.
    pub fn as_person(&self, who: &Who) -> Asks<'_> {
        Asks::new(&self.router, Some(who.clone()))
    }
}
