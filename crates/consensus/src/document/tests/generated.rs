//! Made documents, set on pages of any width with furniture between, are read back.

use crate::document::{Block, Document, read};
use proptest::prelude::*;

/// A block of a made document.
#[derive(Debug, Clone)]
enum Made {
    Paragraph(Vec<Vec<String>>),
    List(Vec<(Vec<String>, Vec<Vec<String>>)>),
}

#[derive(Debug, Clone)]
struct Book {
    sections: Vec<(Vec<String>, Vec<Made>)>,
    width: usize,
    page: usize,
    bullet: char,
    spread: bool,
    noted: usize,
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![8 => "[a-z]{2,9}", 1 => "[a-z]{1,5}[àèìòù]", 1 => "l’[a-z]{3,8}", 1 => "[a-z]{3,6}-[a-z]{3,6}"]
}

fn words(most: usize) -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(word(), 3..most)
}

fn made() -> impl Strategy<Value = Made> {
    let item = (words(20), prop::collection::vec(words(12), 0..3));
    prop_oneof![
        2 => prop::collection::vec(words(18), 1..5).prop_map(Made::Paragraph),
        1 => prop::collection::vec(item, 1..5).prop_map(Made::List),
    ]
}

fn book() -> impl Strategy<Value = Book> {
    let section = (prop::collection::vec("[a-z]{4,9}", 2..8), prop::collection::vec(made(), 1..5));
    let bullet = prop::sample::select(vec!['•', '\u{f0a7}', '\u{f0b7}', '▪']);
    (prop::collection::vec(section, 1..5), 40_usize..110, 5_usize..40, bullet, any::<bool>(), 0_usize..6).prop_map(
        |(sections, width, page, bullet, spread, noted)| Book { sections, width, page, bullet, spread, noted },
    )
}

fn sentence(words: &[String]) -> String {
    let text = words.join(" ");
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect::<String>() + ".")
}

/// The statements that are to be found, section by section, and the text they are set as.
struct Setter {
    book: Book,
    out: String,
    lines: usize,
    page: usize,
    expected: Vec<(String, Vec<String>)>,
    notes: Vec<String>,
    waiting: Vec<String>,
}

impl Setter {
    fn set(book: &Book) -> Setter {
        let mut setter = Setter {
            book: book.clone(),
            out: String::new(),
            lines: 0,
            page: 1,
            expected: Vec::new(),
            notes: Vec::new(),
            waiting: Vec::new(),
        };
        setter.text("Documento di Consenso di una conferenza mai tenuta in nessun luogo", "");
        setter.blank();
        for (heading, blocks) in &book.sections {
            let heading = heading.join(" ");
            setter.text(&heading.to_uppercase(), "");
            setter.blank();
            let mut capital = heading.chars();
            let first = capital.next().map(|c| c.to_uppercase().collect::<String>()).unwrap_or_default();
            setter.expected.push((first + capital.as_str(), Vec::new()));
            for block in blocks {
                setter.block(block);
            }
        }
        setter.foot();
        setter
    }
    fn block(&mut self, block: &Made) {
        match block {
            Made::Paragraph(sentences) => {
                let text = sentences.iter().map(|s| sentence(s)).collect::<Vec<_>>().join(" ");
                self.expect(&text);
                let mark = self.note();
                self.text(&format!("{text}{mark}"), "");
                self.blank();
            }
            Made::List(items) => {
                // A paragraph leads in, so that two lists never touch.
                self.expect("Segue un elenco:");
                self.text("Segue un elenco:", "");
                for (item, nested) in items {
                    let end = if nested.is_empty() { ";" } else { ":" };
                    let text = item.join(" ") + end;
                    self.expect(&text);
                    self.text(&text, &format!("{} ", self.book.bullet));
                    for item in nested {
                        let text = item.join(" ") + ";";
                        self.expect(&text);
                        self.text(&text, "− ");
                    }
                }
                self.blank();
            }
        }
    }
    fn expect(&mut self, text: &str) {
        if let Some((_, statements)) = self.expected.last_mut() {
            statements.push(text.to_owned());
        }
    }
    fn note(&mut self) -> String {
        if self.notes.len() >= self.book.noted {
            return String::new();
        }
        let text = format!("https://esempio.it/nota/{}", "a".repeat(self.notes.len() + 1));
        self.notes.push(text.clone());
        self.waiting.push(format!("{} {text}", self.notes.len()));
        self.notes.len().to_string()
    }
    fn blank(&mut self) {
        self.out.push_str(" \n");
        if self.lines > self.book.page {
            self.foot();
        }
    }
    /// The foot of the page: its notes below a rule, its number, and a new page.
    fn foot(&mut self) {
        self.out.push_str(&format!(" \n \n{} \n \n", self.page));
        if !self.waiting.is_empty() {
            self.out.push_str(&format!("{}\n{}\n", " ".repeat(50), self.waiting.join(" \n")));
            self.waiting.clear();
        }
        self.page += 1;
        self.lines = 0;
        self.out.push('\u{c}');
    }
    /// Text in lines of the book's width, as many words in each as it holds. Where the book is
    /// spread, blank lines come between the lines of an item, as this kind of extraction leaves them.
    fn text(&mut self, text: &str, marker: &str) {
        let mut line = marker.to_owned();
        let mut empty = true;
        for word in text.split(' ') {
            if !empty && line.chars().count() + 1 + word.chars().count() > self.book.width {
                self.out.push_str(&format!("{line} \n"));
                self.lines += 1;
                let open = line.ends_with(|c: char| c.is_alphabetic()) && word.starts_with(char::is_lowercase);
                if self.book.spread && !marker.is_empty() && open {
                    self.out.push('\n');
                }
                if self.lines > self.book.page && open && self.waiting.is_empty() {
                    self.foot();
                }
                line.clear();
                empty = true;
            }
            if !empty {
                line.push(' ');
            }
            line.push_str(word);
            empty = false;
        }
        self.out.push_str(&format!("{line} \n"));
        self.lines += 1;
    }
}

fn found(document: &Document) -> Vec<(String, Vec<String>)> {
    let statements = |section: &crate::document::Section| section.statements().iter().map(|s| s.words()).collect();
    document.sections.iter().map(|section| (section.heading.clone(), statements(section))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]
    #[test]
    fn what_was_set_is_read(book in book()) {
        let set = Setter::set(&book);
        let reading = read(&set.out);
        prop_assert_eq!(found(&reading.document), set.expected, "{}", set.out);
        let notes: Vec<String> = reading.document.notes.iter().map(|note| note.text.clone()).collect();
        prop_assert_eq!(&notes, &set.notes, "{}", set.out);
        let marks: usize = reading.document.statements().iter().map(|s| s.marks().count()).sum();
        prop_assert_eq!(marks, notes.len(), "{}", set.out);
    }

    #[test]
    fn items_stay_in_their_lists(book in book()) {
        let reading = read(&Setter::set(&book).out);
        let lists = |made: &Made| match made { Made::Paragraph(_) => None, Made::List(items) => Some(items.iter().map(|(_, nested)| nested.len()).collect::<Vec<_>>()) };
        let given: Vec<Vec<usize>> = book.sections.iter().flat_map(|(_, blocks)| blocks).filter_map(lists).collect();
        let found: Vec<Vec<usize>> = reading.document.sections.iter().flat_map(|s| &s.blocks).filter_map(|block| match block {
            Block::Paragraph(_) => None,
            Block::List(list) => Some(list.items.iter().map(|item| item.nested.items.len()).collect()),
        }).collect();
        prop_assert_eq!(found, given, "{}", Setter::set(&book).out);
    }

    #[test]
    fn any_text_can_be_read(text in "\\PC{0,400}", lines in prop::collection::vec("[ -~•\u{f0a7}\\f]{0,40}", 0..30)) {
        let reading = read(&format!("{text}\n{}", lines.join("\n")));
        let anchors: Vec<_> = reading.document.statements().iter().map(|s| s.anchor.clone()).collect();
        let mut unique = anchors.clone();
        unique.sort();
        unique.dedup();
        prop_assert_eq!(unique.len(), anchors.len());
    }
}
