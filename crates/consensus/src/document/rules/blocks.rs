//! The second pass: lines become sections, paragraphs and lists.

use super::{
    furniture::Furniture,
    known,
    lines::Line,
    markers::{Marker, marker},
    words::{ends, in_capitals, join, sentence_case},
};
use crate::document::model::{Block, Document, Item, List, Section, Statement};
use kernel::fold;
use std::collections::BTreeSet;

/// How long a heading in small letters may be, in characters.
const HEADING: usize = 90;

/// Builds the document, without notes and addresses, and gathers the titles that run along the pages.
pub(super) fn assemble(lines: &[Line]) -> (Document, Vec<Furniture>) {
    let mut builder = Builder {
        lines,
        width: width(lines),
        hyphenated: hyphenated(lines),
        document: Document::default(),
        furniture: Vec::new(),
        open: None,
        markers: Vec::new(),
        last: "",
    };
    let mut at = 0;
    while at < lines.len() {
        at += builder.take(at);
    }
    builder.close();
    (builder.document, builder.furniture)
}

/// The width of the page in characters: four lines in five are no longer. (Letters differ in width,
/// so that no line tells it exactly.)
fn width(lines: &[Line]) -> usize {
    let mut lengths: Vec<usize> = lines.iter().map(|line| line.text.chars().count()).collect();
    lengths.sort_unstable();
    lengths.get(lengths.len() * 4 / 5).copied().unwrap_or(0)
}

/// The words that stand with a hyphen within a line.
fn hyphenated(lines: &[Line]) -> BTreeSet<String> {
    let words = lines.iter().flat_map(|line| line.text.split(|c: char| !(c.is_alphabetic() || c == '-')));
    words.filter(|word| word.trim_matches('-').contains('-')).map(str::to_owned).collect()
}

/// A paragraph or an item whose lines are still being gathered.
struct Open {
    item: Option<(Marker, Option<String>)>,
    text: String,
    line: usize,
}

struct Builder<'a> {
    lines: &'a [Line],
    width: usize,
    hyphenated: BTreeSet<String>,
    document: Document,
    furniture: Vec<Furniture>,
    open: Option<Open>,
    /// The markers of the list that is open and of those within it.
    markers: Vec<Marker>,
    /// The line before.
    last: &'a str,
}

impl<'a> Builder<'a> {
    /// Takes the lines from `at` on that belong together; says how many they are.
    fn take(&mut self, at: usize) -> usize {
        let lines = self.lines;
        let Some(line) = lines.get(at) else { return 1 };
        let used = self.title(at).or_else(|| self.heading(at)).unwrap_or_else(|| {
            self.text_line(line);
            1
        });
        self.last = lines.get(at + used - 1).map_or("", |line| &line.text);
        used
    }

    /// Whether what came before is complete, so that something new may begin.
    fn complete(&self) -> bool {
        self.open.is_none() || ends(self.last)
    }

    /// The title: its first occurrence, or a later one that runs along the pages.
    fn title(&mut self, at: usize) -> Option<usize> {
        let first = self.lines.get(at)?;
        let stands_apart = first.blank_before || first.page_start;
        if !stands_apart || !fold(&first.text).starts_with(known::TITLE) {
            return None;
        }
        if !self.document.title.is_empty() {
            return self.running_title(at);
        }
        if !self.complete() {
            return None;
        }
        let count = 1 + self.lines[at..].iter().position(|line| line.blank_after)?;
        let title = self.joined(&self.lines[at..at + count]);
        if ends(&title) {
            return None;
        }
        self.close();
        self.document.title = title;
        Some(count)
    }

    /// The title once more, however it is wrapped and spaced.
    fn running_title(&mut self, at: usize) -> Option<usize> {
        let title = fold(&self.document.title);
        for count in 1..=self.lines.len() - at {
            let text = self.joined(&self.lines[at..at + count]);
            let folded = fold(&text);
            if folded == title {
                self.close();
                self.furniture.push(Furniture::running_title(text, self.lines[at].number));
                return Some(count);
            }
            if !title.starts_with(&folded) {
                return None;
            }
        }
        None
    }

    fn joined(&self, lines: &[Line]) -> String {
        lines.iter().fold(String::new(), |text, line| join(&text, &line.text, &|w| self.hyphenated.contains(w)))
    }

    /// A heading: lines in capitals, or a short line that stands alone and ends no sentence.
    fn heading(&mut self, at: usize) -> Option<usize> {
        let line = self.lines.get(at)?;
        let may_begin = (line.blank_before || line.page_start || ends(self.last)) && self.complete();
        if !may_begin || marker(&line.text).is_some() || ends(&line.text) || line.text.ends_with(',') {
            return None;
        }
        let count = if in_capitals(&line.text) { self.capitals(at)? } else { self.short_line(at)? };
        let heading = sentence_case(&self.joined(&self.lines[at..at + count]));
        let capitals = in_capitals(&line.text);
        self.close();
        self.section(heading, capitals);
        Some(count)
    }

    /// How many lines in capitals stand together, when a blank line or a page's end follows.
    fn capitals(&self, at: usize) -> Option<usize> {
        let rest = &self.lines[at..];
        let more = rest.iter().skip(1).take_while(|line| in_capitals(&line.text) && !line.blank_before).count();
        let last = rest.get(more)?;
        let page_ends = rest.get(more + 1).is_none_or(|next| next.page_start);
        (last.blank_after || page_ends).then_some(more + 1)
    }

    fn short_line(&self, at: usize) -> Option<usize> {
        let line = self.lines.get(at)?;
        let alone = (line.blank_before || line.page_start) && line.blank_after;
        let next = self.lines.get(at + 1)?;
        let fits = line.text.chars().count() <= HEADING && line.text.starts_with(char::is_uppercase);
        (alone && fits && !next.text.starts_with(char::is_lowercase)).then_some(1)
    }

    fn section(&mut self, heading: String, capitals: bool) {
        let folded = fold(&heading);
        let known = known::LEVELS.iter().find(|(begins, _)| folded.starts_with(begins)).map(|(_, level)| *level);
        let level = known.unwrap_or(if capitals { 1 } else { 2 });
        self.push_section(heading, level, false);
    }

    /// Begins a section. No level is skipped: a screen reader would announce something missing.
    fn push_section(&mut self, heading: String, level: u8, supplied: bool) {
        self.markers.clear();
        let level = level.clamp(1, self.document.sections.last().map_or(1, |above| above.level + 1));
        let blocks = Vec::new();
        self.document.sections.push(Section { anchor: String::new(), heading, level, supplied, blocks });
    }

    /// A line of a paragraph or an item.
    fn text_line(&mut self, line: &Line) {
        if let Some((marker, label, rest)) = marker(&line.text)
            && self.may_mark(line, marker)
        {
            self.close();
            let item = Some((marker, label));
            self.open = Some(Open { item, text: rest.to_owned(), line: line.number });
            return;
        }
        if !self.goes_on(line) {
            self.close();
        }
        let text = self.open.take();
        self.open = Some(match text {
            Some(open) => {
                let text = join(&open.text, &line.text, &|word| self.hyphenated.contains(word));
                Open { text, ..open }
            }
            None => Open { item: None, text: line.text.clone(), line: line.number },
        });
    }

    /// A bullet is a bullet. A dash or a letter also stands within sentences: there it begins a
    /// line only by chance.
    fn may_mark(&self, line: &Line, found: Marker) -> bool {
        let in_same_list = self.markers.contains(&found)
            || self.open.as_ref().and_then(|open| open.item.as_ref()).is_some_and(|(marker, _)| *marker == found);
        found == Marker::Bullet || line.blank_before || line.page_start || self.complete() || in_same_list
    }

    /// Whether a line goes on with what is open.
    fn goes_on(&self, line: &Line) -> bool {
        if self.open.is_none() {
            return false;
        }
        if line.blank_before {
            return !ends(self.last) && !line.text.starts_with(char::is_uppercase);
        }
        if line.page_start {
            return !ends(self.last);
        }
        let first_word = line.text.split(' ').next().unwrap_or_default();
        let would_fit = self.last.chars().count() + 1 + first_word.chars().count() <= self.width;
        !(ends(self.last) && would_fit)
    }

    /// Puts what is open where it belongs.
    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        match open.item {
            Some((marker, label)) => self.push_item(marker, label, open.text),
            None => self.push_paragraph(open.text, open.line),
        }
    }

    fn push_paragraph(&mut self, text: String, line: usize) {
        self.markers.clear();
        let folded = fold(&text);
        if self.document.participation.iter().any(|known| fold(known) == folded) {
            self.furniture.push(Furniture::running_title(text, line));
            return;
        }
        if self.says_who_took_part(&folded) {
            self.document.participation.push(text);
            return;
        }
        if let Some((_, heading, level)) = known::SUPPLIED.iter().find(|(begins, ..)| folded.starts_with(begins)) {
            self.push_section((*heading).to_owned(), *level, true);
        }
        self.blocks().push(Block::Paragraph(Statement::unnamed(text)));
    }

    /// The line under the title, or the caption of the map ("43 realtà di 11 regioni …").
    fn says_who_took_part(&self, folded: &str) -> bool {
        let titled = !self.document.title.is_empty() && self.document.statements().is_empty();
        let under_title = titled && known::PARTICIPATION.iter().any(|begins| folded.starts_with(begins));
        let words: Vec<&str> = folded.split(' ').collect();
        let number = |word: &str| word.chars().all(|c| c.is_ascii_digit());
        let caption = matches!(words.as_slice(), [n, "realta", "di", m, "regioni", ..] if number(n) && number(m));
        under_title || caption
    }

    /// A marker that is new within a list opens a list in the last item; one that was there before
    /// goes on with its list.
    fn push_item(&mut self, marker: Marker, label: Option<String>, text: String) {
        let item = Item { label, statement: Statement::unnamed(text), nested: List::default() };
        let depth = self.markers.iter().position(|known| *known == marker).unwrap_or(self.markers.len());
        if self.markers.is_empty() {
            self.blocks().push(Block::List(List::default()));
        }
        self.markers.truncate(depth);
        self.markers.push(marker);
        if let Some(Block::List(list)) = self.blocks().last_mut() {
            innermost(list, depth).items.push(item);
        }
    }

    fn blocks(&mut self) -> &mut Vec<Block> {
        if self.document.sections.is_empty() {
            self.push_section("Testo".to_owned(), 1, true);
        }
        let last = self.document.sections.len() - 1;
        &mut self.document.sections[last].blocks
    }
}

fn innermost(list: &mut List, depth: usize) -> &mut List {
    if depth == 0 || list.items.is_empty() {
        return list;
    }
    let last = list.items.len() - 1;
    innermost(&mut list.items[last].nested, depth - 1)
}
