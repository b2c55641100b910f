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
        let flaws = self.flaws();
        assert!(flaws.is_empty(), "{flaws:#?}");
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
    /// What the page lacks of what every page owes to everyone: its language, one title, headings
    /// in order, unique ids, a label for each control, no missing text, no script or style inside.
    pub fn flaws(&self) -> Vec<String> {
        let text = self.text();
        if !self.headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
            return Vec::new();
        }
        let html = Html::parse_document(&text);
        let mut flaws: Vec<String> =
            missing(&text).into_iter().map(|key| format!("the text {key} is missing")).collect();
        if all(&html, "html").first().and_then(|root| root.attr("lang")) != Some(self.lang.tag()) {
            flaws.push("another language".to_owned());
        }
        if all(&html, "h1").len() != 1 {
            flaws.push("not one h1".to_owned());
        }
        let inline = all(&html, "style, [style], script:not([src]), [onclick]");
        flaws.extend(inline.iter().map(|element| format!("style or script inside: {}", short(element))));
        flaws.extend(id_flaws(&html));
        flaws.extend(heading_flaws(&html));
        flaws.extend(control_flaws(&html));
        flaws.into_iter().map(|flaw| format!("{}: {flaw}", self.path)).collect()
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

fn missing(text: &str) -> Vec<String> {
    text.split('⟦').skip(1).filter_map(|rest| rest.split('⟧').next().map(str::to_owned)).collect()
}

/// The beginning of an element, for a message.
fn short(element: &ElementRef<'_>) -> String {
    element.html().chars().take(160).collect()
}

/// Ids that stand twice, and names of ids that do not exist.
fn id_flaws(html: &Html) -> Vec<String> {
    let mut ids = HashSet::new();
    let twice = all(html, "[id]").into_iter().filter_map(|element| element.attr("id")).filter(|id| !ids.insert(*id));
    let mut flaws: Vec<String> = twice.map(|id| format!("the id {id} stands twice")).collect();
    for attribute in ["aria-describedby", "aria-labelledby", "for"] {
        for element in all(html, &format!("[{attribute}]")) {
            let named = element.attr(attribute).unwrap_or_default();
            let lost = named.split_whitespace().filter(|id| !ids.contains(id));
            flaws.extend(lost.map(|id| format!("{attribute} names {id}, which does not exist")));
        }
    }
    flaws
}

/// Headings without words, and levels that are left out.
fn heading_flaws(html: &Html) -> Vec<String> {
    let (mut flaws, mut level) = (Vec::new(), 0);
    for heading in all(html, "h1, h2, h3, h4, h5, h6") {
        let this = heading.value().name()[1..].parse::<i32>().unwrap_or(0);
        if this > level + 1 {
            flaws.push(format!("a level is left out before {}", short(&heading)));
        }
        if words(&heading).is_empty() {
            flaws.push("an empty heading".to_owned());
        }
        level = this;
    }
    flaws
}

/// Controls without a label, and links and buttons without words.
fn control_flaws(html: &Html) -> Vec<String> {
    let mut flaws = Vec::new();
    for control in all(html, "input:not([type=hidden]), select, textarea") {
        let label = control.attr("id").map(|id| all(html, &format!("label[for='{id}']")).len()).unwrap_or(0);
        if label == 0 && control.attr("aria-label").is_none() && control.attr("aria-labelledby").is_none() {
            flaws.push(format!("no label for {}", short(&control)));
        }
    }
    for link in all(html, "a, button") {
        if words(&link).is_empty() && link.attr("aria-label").is_none() {
            flaws.push(format!("no words in {}", short(&link)));
        }
    }
    flaws
}
