//! The slices put together into one service.

use crate::{
    App, Error, Identify, RouteInfo, Site, Slice, TEXTS, Text, Texts, assets,
    middleware::{LARGEST_FORM, context, safe_headers},
};
use access::Holding;
use axum::{
    Router,
    extract::{DefaultBodyLimit, State},
    http::StatusCode,
    middleware::{from_fn, from_fn_with_state},
    routing::get,
};
use std::sync::Arc;
use store::Db;
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer};

/// The program, ready to serve.
pub struct Assembled {
    /// The state of the handlers.
    pub app: App,
    /// The service.
    pub router: Router,
    /// What the slices hold on persons.
    pub holdings: Arc<[Box<dyn Holding>]>,
}

impl std::fmt::Debug for Assembled {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Assembled").field("app", &self.app).finish_non_exhaustive()
    }
}

/// All texts of the slices and of this crate.
///
/// # Errors
/// [`crate::TextFault`] when a text cannot be read or stands twice.
pub fn texts_of(slices: &[Slice]) -> Result<Arc<Texts>, crate::TextFault> {
    let all: Vec<Text> = TEXTS.iter().chain(slices.iter().flat_map(|slice| slice.texts)).copied().collect();
    Ok(Arc::new(Texts::new(&all)?))
}

/// Puts the slices together.
///
/// # Errors
/// [`crate::TextFault`] when a text cannot be read or stands twice.
pub fn assemble(
    db: Db,
    site: Site,
    identify: Box<dyn Identify>,
    slices: Vec<Slice>,
) -> Result<Assembled, crate::TextFault> {
    let texts = texts_of(&slices)?;
    Ok(assemble_with(texts, db, site, identify, slices))
}

/// The same with texts that were read before: they are large, and one process holds them once.
pub fn assemble_with(
    texts: Arc<Texts>,
    db: Db,
    site: Site,
    identify: Box<dyn Identify>,
    slices: Vec<Slice>,
) -> Assembled {
    let (mut routes, mut router, mut holdings): (Vec<RouteInfo>, Router<App>, Vec<Box<dyn Holding>>) =
        (Vec::new(), Router::new(), Vec::new());
    for slice in slices {
        let (table, part) = slice.routes.into_parts();
        routes.extend(table);
        router = router.merge(part);
        holdings.extend(slice.holdings);
    }
    let holdings: Arc<[Box<dyn Holding>]> = holdings.into();
    let app = App::new(db, site, texts, identify, routes, Arc::clone(&holdings));
    let router = router
        .fallback(async || Error::NotFound)
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
        .layer(CatchPanicLayer::new())
        .layer(from_fn_with_state(app.clone(), context))
        // Outside the context: what must not depend on who asks.
        .route("/healthz", get(health))
        .route("/assets/{name}", get(assets::serve))
        .layer(CompressionLayer::new())
        .layer(from_fn(safe_headers))
        .with_state(app.clone());
    Assembled { app, router, holdings }
}

/// Whether the program and its database answer.
async fn health(State(app): State<App>) -> (StatusCode, &'static str) {
    match app.db().ping().await {
        Ok(()) => (StatusCode::OK, "ok\n"),
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
        }
    }
}
