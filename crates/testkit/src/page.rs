//! A page that was asked for, and what a test says of it.

use axum::{
    body::to_bytes,
    http::{HeaderMap, StatusCode, header},
    response::Response,
};
use kernel::Lang;
use scraper::{ElementRef, Html, Selector};
use std::collections::HashSet;

/// An answer, looked at.
#[derive(Debug, Clone)]
pub struct Page {
    path: String,
    lang: Lang,
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl Page {
    #[allow(clippy::expect_used, reason = "a test without an answer has failed")]
    pub(crate) async fn read(path: &str, lang: Lang, response: Response) -> Self {
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.expect("a whole answer").to_vec();
        Self { path: path.to_owned(), lang, status: parts.status, headers: parts.headers, bytes }
    }
    /// What is in it, as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }
    /// What is in it, as JSON.
    ///
    /// # Panics
    /// When it is not JSON.
    #[allow(clippy::expect_used, reason = "part of a test")]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.bytes).expect("JSON")
    }
    /// Where it leads on to.
    pub fn location(&self) -> String {
        self.headers.get(header::LOCATION).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned()
    }
    /// The answer must be a page that came out well.
    ///
    /// # Panics
    /// When it did not.
    pub fn ok(&self) -> &Self {
        self.is(StatusCode::OK)
    }
    /// The form must have come back with what is wrong.
    ///
    /// # Panics
    /// When it did not.
    pub fn invalid(&self) -> &Self {
        self.is(StatusCode::UNPROCESSABLE_ENTITY)
    }
    /// The answer must lead on to an address that begins so.
    ///
    /// # Panics
    /// When it does not.
    pub fn leads_to(&self, start: &str) -> &Self {
        self.is(StatusCode::SEE_OTHER);
        assert!(self.location().starts_with(start), "{} leads to {}, not {start}", self.path, self.location());
        self
    }
    /// The answer must have this status. A page must also be well made.
    ///
    /// # Panics
    /// When it has another one.
    pub fn is(&self, status: StatusCode) -> &Self {
        assert_eq!(self.status, status, "{}: {}", self.path, self.text());
        let html = self.headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
        if html {
            self.well_made();
        }
        self
    }
    /// The page must contain these words.
    ///
    /// # Panics
    /// When it does not.
    pub fn says(&self, words: &str) -> &Self {
        let seen = visible(&Html::parse_document(&self.text()));
        assert!(seen.contains(words) || self.text().contains(words), "{} does not say “{words}”:\n{seen}", self.path);
        self
    }
    /// The page must not contain these words.
    ///
    /// # Panics
    /// When it does.
    pub fn hides(&self, words: &str) -> &Self {
        assert!(!self.text().contains(words), "{} says “{words}”", self.path);
        self
    }
    /// What every page owes to everyone: its language, one title, headings in order, unique ids,
    /// a label for each control, no missing text, no script or style inside.
    fn well_made(&self) {
        let html = Html::parse_document(&self.text());
        let path = &self.path;
        assert!(!self.text().contains('⟦'), "{path}: a text is missing: {}", missing(&self.text()));
        assert_eq!(all(&html, "html")[0].attr("lang"), Some(self.lang.tag()), "{path}: language");
        assert_eq!(all(&html, "h1").len(), 1, "{path}: one h1");
        assert!(
            all(&html, "style, [style], script:not([src]), [onclick]").is_empty(),
            "{path}: inline style or script"
        );
        let mut ids = HashSet::new();
        for element in all(&html, "[id]") {
            assert!(ids.insert(element.attr("id").unwrap_or_default()), "{path}: id {:?} twice", element.attr("id"));
        }
        let mut level = 0;
        for heading in all(&html, "h1, h2, h3, h4, h5, h6") {
            let this = heading.value().name()[1..].parse::<i32>().unwrap_or(0);
            assert!(this <= level + 1, "{path}: a heading is left out before {}", heading.html());
            assert!(!words(&heading).is_empty(), "{path}: an empty heading");
            level = this;
        }
        for control in all(&html, "input:not([type=hidden]), select, textarea") {
            let id = control.attr("id").unwrap_or_default();
            let labelled =
                !all(&html, &format!("label[for='{id}']")).is_empty() || control.attr("aria-label").is_some();
            assert!(labelled, "{path}: no label for {}", control.html());
        }
        for target in all(&html, "[aria-describedby], [aria-labelledby]") {
            let named = target.attr("aria-describedby").or(target.attr("aria-labelledby")).unwrap_or_default();
            for id in named.split(' ') {
                assert!(ids.contains(id), "{path}: {id} is named and does not exist");
            }
        }
        for link in all(&html, "a, button") {
            let name = link.attr("aria-label").map_or_else(|| words(&link), str::to_owned);
            assert!(!name.trim().is_empty(), "{path}: a link or button without words: {}", link.html());
        }
    }
    /// All addresses within the program that the page links to.
    pub fn links(&self) -> Vec<String> {
        let html = Html::parse_document(&self.text());
        let hrefs = all(&html, "a[href]").into_iter().filter_map(|link| link.attr("href").map(str::to_owned));
        hrefs.filter(|href| href.starts_with('/')).map(|href| href.split('#').next().unwrap_or("").to_owned()).collect()
    }
}

#[allow(clippy::unwrap_used, reason = "selectors of this file")]
fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn words(element: &ElementRef<'_>) -> String {
    element.text().collect::<String>().trim().to_owned()
}

fn visible(html: &Html) -> String {
    let text = html.root_element().text().collect::<String>();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn missing(text: &str) -> String {
    text.split('⟦').skip(1).filter_map(|rest| rest.split('⟧').next()).collect::<Vec<_>>().join(", ")
}
