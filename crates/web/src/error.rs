//! What can end a request other than well, and how the person is told.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use kernel::Refusal;
use std::sync::Arc;
use store::Fault;

/// What handlers return.
pub type Result<T> = std::result::Result<T, Error>;

/// What ended a request. Rendered by the middleware as a page, or as JSON where a program asks.
#[derive(Debug)]
pub enum Error {
    /// There is nothing at this address, or nothing that this person may know of.
    NotFound,
    /// The policy said no.
    Refused(Refusal),
    /// The store failed, or another change came first.
    Fault(Fault),
    /// Too often: when it may be tried again, in seconds.
    TooMany {
        /// Seconds until the next try.
        retry_after: u64,
    },
    /// The request cannot be read. Carries the key of the text that says what is wrong.
    Bad(&'static str),
    /// Something else went wrong inside. Carries words for the log.
    Inside(String),
    /// An answer of the framework itself, by its status.
    Status(StatusCode),
    /// A request from another site's page.
    Foreign,
    /// A program shows a token that was never made, ran out or was ended.
    Token,
}

impl Error {
    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        match self {
            Error::NotFound => StatusCode::NOT_FOUND,
            Error::Refused(refusal) if refusal.why == kernel::Why::NotSignedIn => StatusCode::UNAUTHORIZED,
            Error::Token => StatusCode::UNAUTHORIZED,
            Error::Refused(_) | Error::Foreign => StatusCode::FORBIDDEN,
            Error::Fault(Fault::Stale | Fault::Duplicate(_) | Fault::Link(_)) => StatusCode::CONFLICT,
            Error::Fault(Fault::Conflict) => StatusCode::SERVICE_UNAVAILABLE,
            Error::Fault(_) | Error::Inside(_) => StatusCode::INTERNAL_SERVER_ERROR,
            Error::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Error::Bad(_) => StatusCode::BAD_REQUEST,
            Error::Status(status) => *status,
        }
    }
    /// The key of the title of the page that says so; its text and way on have the same key with `-text`.
    pub(crate) fn key(&self) -> &'static str {
        match self {
            Error::NotFound => "error-not-found",
            Error::Refused(_) => "error-refused",
            Error::Foreign => "error-foreign",
            Error::Token => "error-token",
            Error::Fault(Fault::Stale) => "error-stale",
            Error::Fault(Fault::Duplicate(_) | Fault::Link(_)) => "error-clash",
            Error::Fault(Fault::Conflict) => "error-busy",
            Error::TooMany { .. } => "error-too-many",
            Error::Bad(_) => "error-bad",
            Error::Fault(_) | Error::Inside(_) => "error-inside",
            Error::Status(status) => match status.as_u16() {
                404 => "error-not-found",
                405 => "error-method",
                413 => "error-too-large",
                400..500 => "error-bad",
                _ => "error-inside",
            },
        }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Error::Refused(refusal)
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        Error::Fault(fault)
    }
}

impl From<askama::Error> for Error {
    fn from(error: askama::Error) -> Self {
        Error::Inside(error.to_string())
    }
}

impl IntoResponse for Error {
    /// A bare answer that carries the error for the middleware to render.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        if let Error::TooMany { retry_after } = self
            && let Ok(value) = HeaderValue::from_str(&retry_after.to_string())
        {
            response.headers_mut().insert(header::RETRY_AFTER, value);
        }
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}
