//! The route table: each route names its act, and the gate asks the policy before the handler runs.

use crate::{App, Ctx, Error, Text};
use access::{Act, Holding, policy};
use axum::{
    Router,
    extract::Request,
    handler::Handler,
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::{MethodFilter, on},
};
use std::{pin::Pin, sync::Arc};
use store::Migrations;

/// Who reads the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A person, in a browser.
    Page,
    /// A program, in JSON.
    Api,
    /// A program or a person, as a file.
    File,
}

/// A line of the route table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteInfo {
    /// `GET`, `POST` or `DELETE`.
    pub method: &'static str,
    /// The path, with parameters in braces.
    pub path: &'static str,
    /// What must be allowed somewhere for the handler to run.
    pub act: Act,
    /// Who reads the answer.
    pub kind: Kind,
}

const GET: (&str, MethodFilter) = ("GET", MethodFilter::GET);
const POST: (&str, MethodFilter) = ("POST", MethodFilter::POST);

type Answer = Pin<Box<dyn Future<Output = Response> + Send>>;

/// A handler whose type is forgotten. What axum builds around a handler (services, layers, boxes) is
/// then compiled once and not for every route.
#[derive(Clone)]
struct AnyHandler(Arc<dyn Fn(Request, App) -> Answer + Send + Sync>);

impl AnyHandler {
    fn new<H: Handler<K, App>, K: 'static>(handler: H) -> Self {
        Self(Arc::new(move |request, app| -> Answer { Box::pin(handler.clone().call(request, app)) }))
    }
}

impl std::fmt::Debug for AnyHandler {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AnyHandler")
    }
}

impl Handler<(), App> for AnyHandler {
    type Future = Answer;
    fn call(self, request: Request, app: App) -> Answer {
        (self.0)(request, app)
    }
}

/// The routes of a slice.
#[derive(Debug, Default)]
pub struct Routes {
    table: Vec<(RouteInfo, MethodFilter, AnyHandler)>,
}

impl Routes {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }
    /// A page.
    #[must_use]
    pub fn get<H: Handler<K, App>, K: 'static>(self, path: &'static str, act: Act, handler: H) -> Self {
        self.add(GET, path, act, Kind::Page, AnyHandler::new(handler))
    }
    /// What a form of a page is sent to.
    #[must_use]
    pub fn post<H: Handler<K, App>, K: 'static>(self, path: &'static str, act: Act, handler: H) -> Self {
        self.add(POST, path, act, Kind::Page, AnyHandler::new(handler))
    }
    /// A file: PDF, CSV, calendar feed, plain text.
    #[must_use]
    pub fn file<H: Handler<K, App>, K: 'static>(self, path: &'static str, act: Act, handler: H) -> Self {
        self.add(GET, path, act, Kind::File, AnyHandler::new(handler))
    }
    /// JSON for programs, read.
    #[must_use]
    pub fn api_get<H: Handler<K, App>, K: 'static>(self, path: &'static str, act: Act, handler: H) -> Self {
        self.add(GET, path, act, Kind::Api, AnyHandler::new(handler))
    }
    /// JSON for programs, written.
    #[must_use]
    pub fn api_post<H: Handler<K, App>, K: 'static>(self, path: &'static str, act: Act, handler: H) -> Self {
        self.add(POST, path, act, Kind::Api, AnyHandler::new(handler))
    }
    fn add(
        mut self,
        (method, filter): (&'static str, MethodFilter),
        path: &'static str,
        act: Act,
        kind: Kind,
        handler: AnyHandler,
    ) -> Self {
        self.table.push((RouteInfo { method, path, act, kind }, filter, handler));
        self
    }
    /// The routes of several features as one.
    #[must_use]
    pub fn merge(mut self, other: Routes) -> Self {
        self.table.extend(other.table);
        self
    }
    /// The route table.
    pub fn table(&self) -> impl Iterator<Item = &RouteInfo> {
        self.table.iter().map(|(line, ..)| line)
    }
    pub(crate) fn into_parts(self) -> (Vec<RouteInfo>, Router<App>) {
        let mut info = Vec::new();
        let mut router = Router::new();
        for (line, filter, handler) in self.table {
            let act = line.act;
            let gated = move |request: Request, next: Next| gate(act, request, next);
            router = router.route(line.path, on(filter, handler).layer(middleware::from_fn(gated)));
            info.push(line);
        }
        (info, router)
    }
}

/// Asks whether the act is allowed to anything at all; the handler asks about what it touches.
async fn gate(act: Act, request: Request, next: Next) -> Response {
    let Some(ctx) = request.extensions().get::<Ctx>() else {
        return Error::Inside("a route without context".to_owned()).into_response();
    };
    match policy::anywhere(ctx.actor(), act) {
        Ok(()) => next.run(request).await,
        Err(refusal) => Error::Refused(refusal).into_response(),
    }
}

/// What a slice hands over to be assembled.
pub struct Slice {
    /// Its name.
    pub name: &'static str,
    /// Its routes.
    pub routes: Routes,
    /// Its texts.
    pub texts: &'static [Text],
    /// Its tables.
    pub migrations: fn() -> Migrations,
    /// What it holds on persons.
    pub holdings: Vec<Box<dyn Holding>>,
    /// The description of its part of the API.
    pub api: Option<utoipa::openapi::OpenApi>,
}

impl std::fmt::Debug for Slice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Slice").field("name", &self.name).finish_non_exhaustive()
    }
}
