//! Files to download, with the headers that make them so.

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use bytes::Bytes;

fn download(kind: &'static str, name: &str, bytes: Bytes, inline: bool) -> Response {
    let safe: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || "-_.".contains(c) { c } else { '-' }).collect();
    let how = if inline { "inline" } else { "attachment" };
    let disposition = HeaderValue::from_str(&format!("{how}; filename=\"{safe}\""))
        .unwrap_or_else(|_| HeaderValue::from_static("attachment"));
    ([(header::CONTENT_TYPE, HeaderValue::from_static(kind)), (header::CONTENT_DISPOSITION, disposition)], bytes)
        .into_response()
}

/// A table as comma-separated values.
pub fn csv(name: &str, bytes: impl Into<Bytes>) -> Response {
    download("text/csv; charset=utf-8", name, bytes.into(), false)
}
/// A table as a workbook.
pub fn xlsx(name: &str, bytes: impl Into<Bytes>) -> Response {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    download(kind, name, bytes.into(), false)
}
/// A document on paper, shown in the browser.
pub fn pdf(name: &str, bytes: impl Into<Bytes>) -> Response {
    download("application/pdf", name, bytes.into(), true)
}
/// A calendar.
pub fn ics(name: &str, bytes: impl Into<Bytes>) -> Response {
    download("text/calendar; charset=utf-8", name, bytes.into(), false)
}
/// Plain text, shown in the browser.
pub fn text(name: &str, bytes: impl Into<Bytes>) -> Response {
    download("text/plain; charset=utf-8", name, bytes.into(), true)
}
/// Data, to keep.
pub fn json(name: &str, bytes: impl Into<Bytes>) -> Response {
    download("application/json", name, bytes.into(), false)
}
