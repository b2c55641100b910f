//! The loop: conference → Document → Charter → records → findings → table, and back.

use askama::{Template, filters::HtmlSafe};

/// A station of the loop with what stands there now.
#[derive(Debug, Clone, Default)]
pub struct Station {
    /// What the station is called.
    pub name: String,
    /// A live number, or a very short text; empty shows the station without one.
    pub value: String,
    /// What the number counts, in a few words.
    pub note: String,
    /// Where the station's page is.
    pub href: Option<String>,
}

/// The loop with live numbers: the home page's picture.
///
/// It is an ordered list on a line that closes: six columns by two where there is room, one below
/// another on a phone. There may be one on a page.
#[derive(Debug, Template)]
#[template(path = "picture/live.html")]
pub struct Live {
    title: String,
    description: String,
    stations: [Station; 6],
}

impl Live {
    /// The loop under a title, with a sentence that tells a screen reader how it runs.
    pub fn new(title: impl Into<String>, description: impl Into<String>, stations: [Station; 6]) -> Self {
        Self { title: title.into(), description: description.into(), stations }
    }
}

impl HtmlSafe for Live {}

/// The loop, small, with one station marked: "you are here".
#[derive(Debug, Template)]
#[template(path = "picture/here.html")]
struct Here<'a> {
    caption: &'a str,
    dots: [Dot<'a>; 6],
}

#[derive(Debug)]
struct Dot<'a> {
    name: &'a str,
    x: u8,
    y: u8,
    here: bool,
}

/// The small loop of a page's head. `here` is the marked station, counted from 0 (conference) to
/// 5 (tables); the caption says in words where that is.
pub fn small_loop(names: &[String; 6], here: usize, caption: &str) -> String {
    let at = [(34, 12), (62, 12), (90, 12), (90, 46), (62, 46), (34, 46)];
    let dot = |place: usize| Dot { name: &names[place], x: at[place].0, y: at[place].1, here: place == here };
    Here { caption, dots: [0, 1, 2, 3, 4, 5].map(dot) }.to_string()
}
