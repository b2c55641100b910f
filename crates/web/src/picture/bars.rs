//! Stacked bars: how many are met, not met, not known, not applicable – drawn and written.

use crate::T;
use askama::{Template, filters::HtmlSafe};

/// What a part of a bar means. Each has a colour and a pattern of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Kept: a full surface.
    Met,
    /// Not kept: slanting lines.
    NotMet,
    /// Not known: dots.
    NotKnown,
    /// Does not apply: an empty surface with an edge.
    NotApplicable,
}

impl Tone {
    /// The ending of the classes that dress this tone.
    pub const fn class(self) -> &'static str {
        match self {
            Tone::Met => "met",
            Tone::NotMet => "not-met",
            Tone::NotKnown => "not-known",
            Tone::NotApplicable => "not-applicable",
        }
    }
}

/// One bar: its name and its parts, each with the words that name it and how many there are.
#[derive(Debug, Clone)]
pub struct Bar {
    /// What the bar is about.
    pub name: String,
    /// Where more is said about it.
    pub href: Option<String>,
    /// The parts from left to right.
    pub parts: Vec<(Tone, String, u64)>,
}

/// Several bars under a title.
#[derive(Debug, Template)]
#[template(path = "picture/bars.html")]
pub struct Bars {
    id: String,
    title: String,
    bars: Vec<Drawn>,
}

#[derive(Debug)]
struct Drawn {
    name: String,
    href: Option<String>,
    parts: Vec<Part>,
}

#[derive(Debug)]
struct Part {
    tone: Tone,
    words: String,
    count: String,
    x: String,
    width: String,
}

impl Bars {
    /// Draws the bars. The id is this picture's own on its page.
    pub fn new(id: impl Into<String>, title: impl Into<String>, bars: &[Bar]) -> Self {
        let bars = bars.iter().map(|bar| draw(bar, |count| count.to_string())).collect();
        Self { id: id.into(), title: title.into(), bars }
    }
    /// Draws bars of time: what is counted are minutes, and they are written as a length.
    pub fn of_minutes(t: &T, id: impl Into<String>, title: impl Into<String>, bars: &[Bar]) -> Self {
        let length = |minutes: u64| t.length(u32::try_from(minutes).unwrap_or(u32::MAX));
        Self { id: id.into(), title: title.into(), bars: bars.iter().map(|bar| draw(bar, length)).collect() }
    }
}

impl HtmlSafe for Bars {}

/// Lays the parts out in hundredths of the bar's width; parts of nothing are left out.
fn draw(bar: &Bar, written: impl Fn(u64) -> String) -> Drawn {
    let total: u64 = bar.parts.iter().map(|(_, _, count)| count).sum();
    let mut before = 0;
    let parts = bar.parts.iter().filter(|(_, _, count)| *count > 0).map(|(tone, words, count)| {
        let (x, width) = (share(before, total), share(*count, total));
        before += count;
        Part { tone: *tone, words: words.clone(), count: written(*count), x, width }
    });
    Drawn { name: bar.name.clone(), href: bar.href.clone(), parts: parts.collect() }
}

/// A share as a percentage with two decimal places.
fn share(part: u64, total: u64) -> String {
    let hundredths = u128::from(part) * 10_000 / u128::from(total.max(1));
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}
