//! What every handler can reach: the database, the texts, the installation's settings.

use crate::{RouteInfo, T, Texts, kept::Kept};
use access::{Actor, Holding};
use async_trait::async_trait;
use kernel::{Env, Lang};
use secrecy::SecretBox;
use std::{fmt, sync::Arc};
use store::{Db, Fault};
use url::Url;

/// The installation, as its settings make it.
pub struct Site {
    /// Where the program is reached from outside.
    pub base_url: Url,
    /// Whether all that is shown is made up: a banner says so, and anybody may look in from any side.
    pub demo: bool,
    /// One quiet line in the footer for somebody who needs help now.
    pub helpline: Option<String>,
    /// Whether a proxy in front names the visitor's address in `X-Forwarded-For`.
    pub behind_proxy: bool,
    /// From whom the program's mail comes.
    pub mail_from: String,
    /// The installation's own key, under which the keys of persons are wrapped.
    pub secret: SecretBox<[u8; 32]>,
}

impl Site {
    /// An installation for tests, on loopback.
    pub fn for_tests() -> Self {
        Self {
            base_url: Url::parse("http://localhost:8080/").unwrap_or_else(|_| unreachable!("a constant address")),
            demo: false,
            helpline: None,
            behind_proxy: false,
            mail_from: "Alla pari <noreply@example.org>".to_owned(),
            secret: SecretBox::new(Box::new([7; 32])),
        }
    }
    /// Whether cookies travel over HTTPS only.
    pub fn secure(&self) -> bool {
        self.base_url.scheme() == "https"
    }
    /// The full address of a path of the program, for mail and feeds.
    pub fn link(&self, path: &str) -> String {
        self.base_url.join(path).map_or_else(|_| path.to_owned(), |url| url.to_string())
    }
}

impl fmt::Debug for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Site")
            .field("base_url", &self.base_url.as_str())
            .field("demo", &self.demo)
            .finish_non_exhaustive()
    }
}

/// Turns what a browser or a program shows into who asks. The slice `people` knows how.
#[async_trait]
pub trait Identify: Send + Sync {
    /// Who asks, from the session cookie or from a token of the API; [`Actor::Visitor`] when neither is valid.
    async fn identify(&self, app: &App, cookie: Option<&str>, bearer: Option<&str>) -> Result<Actor, Fault>;
}

/// Nobody is ever signed in: for tests of pages that are open to all.
#[derive(Debug, Clone, Copy)]
pub struct NobodySignsIn;

#[async_trait]
impl Identify for NobodySignsIn {
    async fn identify(&self, _: &App, _: Option<&str>, _: Option<&str>) -> Result<Actor, Fault> {
        Ok(Actor::Visitor)
    }
}

/// The state of all handlers: cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    db: Db,
    site: Site,
    texts: Arc<Texts>,
    identify: Box<dyn Identify>,
    routes: Vec<RouteInfo>,
    holdings: Arc<[Box<dyn Holding>]>,
    kept: Kept,
}

impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("App").field("site", &self.0.site).finish_non_exhaustive()
    }
}

impl App {
    pub(crate) fn new(
        db: Db,
        site: Site,
        texts: Arc<Texts>,
        identify: Box<dyn Identify>,
        routes: Vec<RouteInfo>,
        holdings: Arc<[Box<dyn Holding>]>,
    ) -> Self {
        Self(Arc::new(Inner { db, site, texts, identify, routes, holdings, kept: Kept::default() }))
    }
    /// The database.
    pub fn db(&self) -> &Db {
        &self.0.db
    }
    pub(crate) fn kept(&self) -> &Kept {
        &self.0.kept
    }
    /// Time and chance.
    pub fn env(&self) -> &Env {
        self.0.db.env()
    }
    /// The installation.
    pub fn site(&self) -> &Site {
        &self.0.site
    }
    /// The texts in a language.
    pub fn t(&self, lang: Lang) -> T {
        T::new(Arc::clone(&self.0.texts), lang)
    }
    /// The route table, with the act of each route.
    pub fn routes(&self) -> &[RouteInfo] {
        &self.0.routes
    }
    /// What the slices hold on persons.
    pub fn holdings(&self) -> &[Box<dyn Holding>] {
        &self.0.holdings
    }
    pub(crate) fn identify(&self) -> &dyn Identify {
        &*self.0.identify
    }
}
