//! Parts of pages that look and read the same everywhere. Each prints itself in a template.

use crate::{Arg, T, picture::Icon};
use askama::Template;
use kernel::{DateTime, Territory, Utc};

macro_rules! prints_itself {
    ($($part:ty),*) => {$( impl askama::filters::HtmlSafe for $part {} )*};
}
prints_itself!(Badge, FindingCard, Empty, Pager, Path, Note, Steps);

/// How something stands: never by colour alone, always with a mark and a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// The Charter's rule is met.
    Met,
    /// It is not met.
    NotMet,
    /// The records do not say.
    NotKnown,
    /// The rule does not concern this record.
    NotApplicable,
    /// Done, confirmed, active.
    Done,
    /// Waiting for somebody.
    Waiting,
    /// Ended, withdrawn, past.
    Ended,
    /// No state at all, only a word: of what kind something is.
    Kind,
}

impl State {
    /// The word in class names and in keys of texts (`state-…`).
    pub const fn code(self) -> &'static str {
        match self {
            State::Met => "met",
            State::NotMet => "not-met",
            State::NotKnown => "not-known",
            State::NotApplicable => "not-applicable",
            State::Done => "done",
            State::Waiting => "waiting",
            State::Ended => "ended",
            State::Kind => "kind",
        }
    }
    /// The mark before the word; a clock is drawn, since few typefaces have one.
    const fn mark(self) -> &'static str {
        match self {
            State::Met | State::Done => "✓",
            State::NotMet => "!",
            State::NotKnown => "?",
            State::NotApplicable | State::Ended | State::Waiting => "–",
            State::Kind => "",
        }
    }
}

/// A state as mark and word.
#[derive(Debug, Clone, Template)]
#[template(
    source = r#"<span class="ap-badge ap-badge--{{ state.code() }}">{% if state != State::Kind %}<span class="ap-badge__mark" aria-hidden="true">{% if state == State::Waiting %}{{ Icon::Clock }}{% else %}{{ state.mark() }}{% endif %}</span> {% endif %}{{ word }}</span>"#,
    ext = "html"
)]
pub struct Badge {
    state: State,
    word: String,
}

impl Badge {
    /// With the usual word for the state.
    pub fn state(t: &T, state: State) -> Self {
        Self { word: t.get(&format!("state-{}", state.code())), state }
    }
    /// With a word of its own.
    pub fn word(state: State, word: impl Into<String>) -> Self {
        Self { state, word: word.into() }
    }
}

/// What the Charter says of a record: sentence, state, evidence, next step, article.
#[derive(Debug, Clone, Template)]
#[template(path = "ui/finding.html")]
pub struct FindingCard {
    /// The texts.
    pub t: T,
    /// An id that is unique on the page.
    pub id: String,
    /// The rule's name, or what the finding is about.
    pub sentence: String,
    /// What the Charter asks.
    pub asks: Option<String>,
    /// How it stands.
    pub state: State,
    /// What the records show.
    pub evidence: Vec<String>,
    /// What to do next, and where.
    pub next: Option<(String, Option<String>)>,
    /// Address and name of the article.
    pub article: Option<(String, String)>,
}

impl FindingCard {
    fn badge(&self) -> Badge {
        Badge::state(&self.t, self.state)
    }
}

/// A list that is still empty: what will be here, why it matters, the one thing to do first.
#[derive(Debug, Clone, Template)]
#[template(path = "ui/empty.html")]
pub struct Empty {
    title: String,
    text: String,
    action: Option<(String, String)>,
}

impl Empty {
    /// What will be here and why it matters.
    pub fn new(title: impl Into<String>, text: impl Into<String>) -> Self {
        Self { title: title.into(), text: text.into(), action: None }
    }
    /// The one thing to do first.
    #[must_use]
    pub fn action(mut self, href: impl Into<String>, label: impl Into<String>) -> Self {
        self.action = Some((href.into(), label.into()));
        self
    }
}

/// The way through a long list.
#[derive(Debug, Clone, Template)]
#[template(path = "ui/pager.html")]
pub struct Pager {
    t: T,
    base: String,
    page: u64,
    pages: u64,
    total: u64,
}

impl Pager {
    /// The page `page` (from 1) of a list of `total` with `per_page` on a page. `href` is the
    /// address with the filters and without the page; the page is added as `pagina`.
    pub fn new(t: &T, href: &str, page: u64, total: u64, per_page: u64) -> Self {
        let base = format!("{href}{}", if href.contains('?') { '&' } else { '?' });
        let pages = total.div_ceil(per_page.max(1)).max(1);
        // From a page far behind the last, "previous" leads to the last.
        Self { t: t.clone(), base, page: page.clamp(1, pages + 1), pages, total }
    }
    /// The page that a query asks for, from 1; the first where it asks for none.
    pub fn asked(page: Option<u64>) -> u64 {
        page.unwrap_or(1).clamp(1, 100_000)
    }
    fn place(&self) -> String {
        let args = [("page", self.page.into()), ("pages", self.pages.into()), ("total", self.total.into())];
        self.t.args("pager-place", &args)
    }
    fn href(&self, page: u64) -> String {
        format!("{}pagina={page}", self.base)
    }
}

/// Where a step of a path stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Behind.
    Done,
    /// Here.
    Now,
    /// Ahead.
    Next,
}

impl Place {
    const fn code(self) -> &'static str {
        match self {
            Place::Done => "done",
            Place::Now => "now",
            Place::Next => "next",
        }
    }
}

/// A step of a path.
#[derive(Debug, Clone)]
pub struct PathStep {
    /// Where it stands.
    pub place: Place,
    /// What it is.
    pub title: String,
    /// When, by whom, what comes of it.
    pub text: String,
}

/// A line of steps: done, now, next. An ordered list to a screen reader.
#[derive(Debug, Clone, Template)]
#[template(path = "ui/path.html")]
pub struct Path {
    /// The texts.
    pub t: T,
    /// The steps, first to last.
    pub steps: Vec<PathStep>,
}

/// Something said in passing, in a frame.
#[derive(Debug, Clone, Template)]
#[template(
    source = r#"<div class="ap-note ap-note--{{ kind }}"{% if urgent %} role="alert"{% endif %}><p>{{ text }}</p></div>"#,
    ext = "html"
)]
pub struct Note {
    kind: &'static str,
    text: String,
    urgent: bool,
}

impl Note {
    /// Good to know.
    pub fn info(text: impl Into<String>) -> Self {
        Self { kind: "info", text: text.into(), urgent: false }
    }
    /// Better to know before going on.
    pub fn warning(text: impl Into<String>) -> Self {
        Self { kind: "warning", text: text.into(), urgent: false }
    }
    /// Something went wrong just now.
    pub fn alert(text: impl Into<String>) -> Self {
        Self { kind: "alert", text: text.into(), urgent: true }
    }
    /// It went well.
    pub fn success(text: impl Into<String>) -> Self {
        Self { kind: "success", text: text.into(), urgent: false }
    }
}

/// Something that a person may want to do next. Slices offer them; the start page lists them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextStep {
    /// The key of the sentence; why it matters has the same key with `-why`, where there is one.
    pub key: &'static str,
    /// What fills the sentence in, said in the reader's language: `number` is a number, `when` an instant
    /// as RFC 3339 has it, `territory` the code of one; the rest stands as it is.
    pub args: Vec<(&'static str, String)>,
    /// Where it is done.
    pub href: String,
    /// Whether somebody waits for it.
    pub urgent: bool,
}

/// The list of what one may do next.
#[derive(Debug, Clone, Template)]
#[template(path = "ui/steps.html")]
pub struct Steps {
    t: T,
    steps: Vec<(String, Option<String>, String, bool)>,
}

impl Steps {
    /// The steps, those that somebody waits for first.
    pub fn new(t: &T, mut steps: Vec<NextStep>) -> Self {
        steps.sort_by_key(|step| !step.urgent);
        let line = |step: NextStep| {
            let args: Vec<(&str, Arg)> =
                step.args.iter().map(|(name, value)| (*name, filled(t, name, value))).collect();
            let why = format!("{}-why", step.key);
            (t.args(step.key, &args), t.has(&why).then(|| t.args(&why, &args)), step.href, step.urgent)
        };
        Self { steps: steps.into_iter().map(line).collect(), t: t.clone() }
    }
}

/// What fills a step's sentence in. A number is one, since it decides between one and many.
fn filled(t: &T, name: &str, value: &str) -> Arg {
    let said: Option<Arg> = match name {
        "number" => value.parse::<u32>().ok().map(Arg::from),
        "when" => value.parse::<DateTime<Utc>>().ok().map(|at| t.instant(at).into()),
        "territory" => value.parse::<Territory>().ok().map(|territory| territory.name(t.lang()).into()),
        _ => None,
    };
    said.unwrap_or_else(|| value.into())
}

/// A station of the loop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoopStep {
    /// The conference.
    Conference,
    /// The Document.
    Document,
    /// The Charter.
    Charter,
    /// The records of the network.
    Records,
    /// What the Charter says of them.
    Findings,
    /// The working tables.
    Tables,
}

impl LoopStep {
    /// All stations, in the order of the loop.
    pub const ALL: [LoopStep; 6] = [
        LoopStep::Conference,
        LoopStep::Document,
        LoopStep::Charter,
        LoopStep::Records,
        LoopStep::Findings,
        LoopStep::Tables,
    ];
    /// The word in keys of texts (`loop-…`).
    pub const fn code(self) -> &'static str {
        match self {
            LoopStep::Conference => "conference",
            LoopStep::Document => "document",
            LoopStep::Charter => "charter",
            LoopStep::Records => "records",
            LoopStep::Findings => "findings",
            LoopStep::Tables => "tables",
        }
    }
    /// The name of the station.
    pub fn label(self, t: &T) -> String {
        t.get(&format!("loop-{}", self.code()))
    }
    /// The small picture in a page's head: you are here.
    pub fn small(self, t: &T) -> String {
        let labels = LoopStep::ALL.map(|step| step.label(t));
        crate::picture::small_loop(&labels, self as usize, &t.arg("loop-here", "step", self.label(t)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{TEXTS, Texts};
    use kernel::Lang;
    use std::sync::Arc;

    fn t() -> T {
        T::new(Arc::new(Texts::new(TEXTS).unwrap()), Lang::En)
    }

    #[test]
    fn a_state_has_a_mark_and_a_word() {
        let badge = Badge::state(&t(), State::NotMet).render().unwrap();
        assert!(badge.contains("ap-badge--not-met") && badge.contains("Not met"), "{badge}");
    }

    #[test]
    fn a_long_list_has_a_way_through() {
        let first = Pager::new(&t(), "/realta?q=x", 1, 45, 20).render().unwrap();
        assert!(first.contains("/realta?q=x&#38;pagina=2") && !first.contains("pagina=0"), "{first}");
        assert!(Pager::new(&t(), "/realta", 1, 5, 20).render().unwrap().trim().is_empty());
    }

    #[test]
    fn what_a_step_names_is_said_as_the_reader_speaks() {
        let said = |name: &str, value: &str| filled(&t(), name, value);
        assert_eq!(said("when", "2026-03-10T08:30:00+00:00"), Arg::from("10 March 2026, 09:30"));
        assert_eq!(said("territory", Territory::Piemonte.code()), Arg::from("Piedmont"));
        assert_eq!(said("number", "3"), Arg::from(3_u32));
        assert_eq!(said("place", "3"), Arg::from("3"));
    }

    #[test]
    fn what_somebody_waits_for_comes_first() {
        let step = |urgent, href: &str| NextStep { key: "page-menu", args: vec![], href: href.into(), urgent };
        let list = Steps::new(&t(), vec![step(false, "/a"), step(true, "/b")]).render().unwrap();
        assert!(list.find("/b") < list.find("/a"));
    }
}
