//! Cookies: the session, the language, a message for the next page.

use axum::{
    http::{HeaderMap, HeaderValue, header},
    response::Response,
};
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// The session.
pub const SESSION: &str = "allapari";
/// The language chosen.
pub const LANG: &str = "lang";
/// A message for the next page.
pub(crate) const MESSAGE: &str = "ap-message";

/// The value of a cookie of the request.
pub fn get(headers: &HeaderMap, name: &str) -> Option<String> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    all.flat_map(|line| line.split(';')).find_map(|pair| {
        let (key, value) = pair.trim().split_once('=')?;
        (key == name).then(|| percent_decode_str(value).decode_utf8_lossy().into_owned())
    })
}

/// Sets a cookie that scripts cannot read, for so many seconds, or until the browser closes.
pub fn set(response: &mut Response, name: &str, value: &str, seconds: Option<i64>, secure: bool) {
    let value = utf8_percent_encode(value, NON_ALPHANUMERIC);
    let age = seconds.map(|s| format!("; Max-Age={s}")).unwrap_or_default();
    let secure = if secure { "; Secure" } else { "" };
    let line = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{age}{secure}");
    if let Ok(line) = HeaderValue::from_str(&line) {
        response.headers_mut().append(header::SET_COOKIE, line);
    }
}

/// Removes a cookie.
pub fn clear(response: &mut Response, name: &str, secure: bool) {
    set(response, name, "", Some(0), secure);
}
