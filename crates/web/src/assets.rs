//! What the pages are dressed in: style sheet, fonts, pictures and small scripts, built by
//! `build.rs` from the npm packages of `assets/package-lock.json` and embedded in the program.
//!
//! A file's address carries a hash of its content, so that a browser may keep it for ever.

use axum::{
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

struct File {
    name: &'static str,
    url: &'static str,
    kind: &'static str,
    bytes: &'static [u8],
    gzip: Option<&'static [u8]>,
}

static FILES: &[File] = include!(concat!(env!("OUT_DIR"), "/assets/files.rs"));

/// The route that [`serve`] answers.
pub const ROUTE: &str = "/assets/{name}";

/// The address of an asset by its name in `assets/`, as `allapari.css` or `logo.svg`.
pub fn url(name: &str) -> &'static str {
    if let Some(file) = FILES.iter().find(|file| file.name == name) {
        return file.url;
    }
    tracing::error!(name, "an asset is missing");
    "/assets/missing"
}

/// Answers with an asset, zipped where the browser takes that.
pub async fn serve(Path(name): Path<String>, asked: HeaderMap) -> Response {
    let Some(file) = FILES.iter().find(|file| file.url.strip_prefix("/assets/") == Some(name.as_str())) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let tag = format!("\"{name}\"");
    let holds = |header: header::HeaderName, value: &str| {
        asked.get(header).and_then(|held| held.to_str().ok()).is_some_and(|held| held.contains(value))
    };
    let mut answer = match file.gzip {
        _ if holds(header::IF_NONE_MATCH, &tag) => StatusCode::NOT_MODIFIED.into_response(),
        Some(zipped) if holds(header::ACCEPT_ENCODING, "gzip") => {
            ([(header::CONTENT_ENCODING, "gzip")], zipped).into_response()
        }
        _ => file.bytes.into_response(),
    };
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn ask(name: &str, headers: &[(header::HeaderName, &'static str)]) -> Response {
        let asked = headers.iter().map(|(name, value)| (name.clone(), HeaderValue::from_static(value))).collect();
        serve(Path(name.to_owned()), asked).await
    }

    fn hashed(name: &str) -> &'static str {
        url(name).strip_prefix("/assets/").unwrap()
    }

    #[tokio::test]
    async fn a_style_sheet_is_kept_for_ever_and_zipped_on_request() {
        let plain = ask(hashed("allapari.css"), &[]).await;
        assert_eq!(plain.status(), StatusCode::OK);
        assert_eq!(plain.headers()[header::CONTENT_TYPE], "text/css; charset=utf-8");
        assert!(plain.headers()[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
        assert!(plain.headers().get(header::CONTENT_ENCODING).is_none());
        let zipped = ask(hashed("allapari.css"), &[(header::ACCEPT_ENCODING, "br, gzip")]).await;
        assert_eq!(zipped.headers()[header::CONTENT_ENCODING], "gzip");
    }

    #[tokio::test]
    async fn what_the_browser_holds_is_not_sent_again() {
        let first = ask(hashed("favicon.svg"), &[]).await;
        let tag = first.headers()[header::ETAG].clone();
        let asked = HeaderMap::from_iter([(header::IF_NONE_MATCH, tag)]);
        let again = serve(Path(hashed("favicon.svg").to_owned()), asked).await;
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
    }

    #[tokio::test]
    async fn what_is_not_there_is_not_found() {
        assert_eq!(ask("allapari.css", &[]).await.status(), StatusCode::NOT_FOUND);
        assert_eq!(url("nothing.css"), "/assets/missing");
    }

    #[test]
    fn the_style_sheet_is_light_and_asks_for_nothing_from_elsewhere() {
        let sheet = FILES.iter().find(|file| file.name == "allapari.css").unwrap();
        assert!(sheet.gzip.unwrap().len() < 30_000, "{} bytes zipped", sheet.gzip.unwrap().len());
        let text = std::str::from_utf8(sheet.bytes).unwrap();
        assert!(!text.contains("url(http") && !text.contains("url(\"http"));
        for file in FILES.iter().filter(|file| file.name.ends_with(".woff2")) {
            assert!(text.contains(file.url.strip_prefix("/assets/").unwrap()), "{} is not used", file.name);
        }
    }

    const PALETTE: &str = include_str!("../assets/scss/_palette.scss");

    /// The colour a name has in one scheme of the palette.
    fn colour(scheme: &str, name: &str) -> [f64; 3] {
        let block = PALETTE.split(&format!("@mixin {scheme} {{")).nth(1).unwrap().split('}').next().unwrap();
        let hex = block.split(&format!("--ap-{name}: #")).nth(1).unwrap().get(..6).unwrap();
        [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0)
    }

    /// Contrast as WCAG 2.2 defines it: from 1 to 21.
    fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
        let luminance = |rgb: [f64; 3]| {
            let linear = |c: f64| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) };
            0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2])
        };
        let (a, b) = (luminance(one), luminance(other));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn words_and_edges_stand_out_in_both_schemes() {
        const WORDS: [(&str, &[&str]); 10] = [
            ("text", &["paper", "sheet", "sand"]),
            ("warm", &["paper", "sheet"]),
            ("quiet", &["paper", "sheet"]),
            ("heading", &["paper", "sheet", "sand"]),
            ("primary", &["paper", "sheet", "sand", "soft"]),
            ("on-primary", &["primary", "primary-strong"]),
            ("on-soft", &["soft"]),
            ("met", &["met-soft", "paper", "sheet"]),
            ("due", &["due-soft", "paper", "sheet"]),
            ("not", &["not-soft", "paper", "sheet"]),
        ];
        const EDGES: [(&str, &[&str]); 2] =
            [("edge", &["paper", "sheet", "sand"]), ("focus", &["paper", "sheet", "sand"])];
        for scheme in ["light", "dark"] {
            for (pairs, least) in [(&WORDS[..], 4.5), (&EDGES[..], 3.0)] {
                for (front, grounds) in pairs {
                    for ground in *grounds {
                        let found = contrast(colour(scheme, front), colour(scheme, ground));
                        assert!(found >= least, "{scheme}: {front} on {ground} has only {found:.1}");
                    }
                }
            }
        }
    }
}
