//! Reading a text: `# ` opens a part, `> ` names the section of the Document that says it in full,
//! `- ` makes an item, an empty line ends a paragraph. Everything else is words.

use crate::easy::model::{Block, EasyText, Flaw, Part, Problem};

/// Takes a text apart and says what is wrong with it. `has_section` knows the Document's anchors.
/// No word is lost of a text with which nothing is wrong.
pub(in crate::easy) fn read(text: &str, has_section: &dyn Fn(&str) -> bool) -> (EasyText, Vec<Problem>) {
    let mut reader = Reader { parts: Vec::new(), open: false, problems: Vec::new() };
    for (index, line) in text.lines().enumerate() {
        reader.line(index + 1, line.trim(), has_section);
    }
    reader.finish()
}

struct Reader {
    /// Each with the line that opened it.
    parts: Vec<(usize, Part)>,
    /// Whether the next line of words goes on with the last block.
    open: bool,
    problems: Vec<Problem>,
}

/// What follows a sign at the beginning of a line.
fn after(line: &str, sign: char) -> Option<&str> {
    let rest = line.strip_prefix(sign)?;
    (rest.is_empty() || rest.starts_with(char::is_whitespace)).then(|| rest.trim_start())
}

impl Reader {
    fn line(&mut self, number: usize, line: &str, has_section: &dyn Fn(&str) -> bool) {
        if line.is_empty() {
            self.open = false;
        } else if let Some(heading) = after(line, '#') {
            self.heading(number, heading);
        } else if let Some(anchor) = after(line, '>') {
            self.in_full(number, anchor, has_section);
        } else if let Some(item) = after(line, '-') {
            self.item(number, item);
        } else {
            self.words(number, line);
        }
    }
    fn wrong(&mut self, line: usize, flaw: Flaw) {
        self.problems.push(Problem { line, flaw });
    }
    fn heading(&mut self, number: usize, heading: &str) {
        if heading.is_empty() {
            self.wrong(number, Flaw::NoHeading);
        }
        self.parts.push((number, Part { heading: heading.to_owned(), ..Part::default() }));
        self.open = false;
    }
    /// The part that a line belongs to. Words before the first heading have one without a name.
    fn part(&mut self, number: usize) -> &mut Part {
        if self.parts.is_empty() {
            self.wrong(number, Flaw::OutsideParts);
            self.parts.push((number, Part::default()));
        }
        let last = self.parts.len() - 1;
        &mut self.parts[last].1
    }
    fn in_full(&mut self, number: usize, anchor: &str, has_section: &dyn Fn(&str) -> bool) {
        let before = self.part(number).in_full.replace(anchor.to_owned());
        if before.is_some() {
            self.wrong(number, Flaw::TwoSections);
        }
        if !has_section(anchor) {
            self.wrong(number, Flaw::NoSuchSection(anchor.to_owned()));
        }
        self.open = false;
    }
    fn item(&mut self, number: usize, item: &str) {
        let blocks = &mut self.part(number).blocks;
        match blocks.last_mut() {
            Some(Block::List(items)) => items.push(item.to_owned()),
            _ => blocks.push(Block::List(vec![item.to_owned()])),
        }
        self.open = true;
    }
    fn words(&mut self, number: usize, words: &str) {
        let open = self.open;
        let blocks = &mut self.part(number).blocks;
        let begun = blocks.last_mut().filter(|_| open).and_then(|block| match block {
            Block::Paragraph(begun) => Some(begun),
            Block::List(items) => items.last_mut(),
        });
        match begun {
            Some(begun) => {
                begun.push(' ');
                begun.push_str(words);
            }
            None => blocks.push(Block::Paragraph(words.to_owned())),
        }
        self.open = true;
    }
    fn finish(mut self) -> (EasyText, Vec<Problem>) {
        let bare = self.parts.iter().filter(|(_, part)| part.blocks.is_empty()).map(|(line, _)| *line);
        let bare: Vec<usize> = bare.collect();
        for line in bare {
            self.wrong(line, Flaw::NothingUnder);
        }
        self.problems.sort_by_key(|problem| problem.line);
        (EasyText { parts: self.parts.into_iter().map(|(_, part)| part).collect() }, self.problems)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn flaws(text: &str) -> Vec<(usize, Flaw)> {
        read(text, &|anchor| anchor == "la-selezione").1.into_iter().map(|p| (p.line, p.flaw)).collect()
    }

    #[test]
    fn headings_sections_items_and_paragraphs_are_told_apart() {
        let text = "# Chi è\n> la-selezione\nUna riga\ne un’altra.\n\nPoi:\n- uno,\n  che va a capo;\n- due.\n\nFine.";
        let (read, problems) = read(text, &|_| true);
        assert!(problems.is_empty());
        let [part] = read.parts.as_slice() else { panic!("{read:?}") };
        assert_eq!((part.heading.as_str(), part.in_full.as_deref()), ("Chi è", Some("la-selezione")));
        let words = |words: &str| Block::Paragraph(words.to_owned());
        let list = Block::List(vec!["uno, che va a capo;".to_owned(), "due.".to_owned()]);
        assert_eq!(part.blocks, [words("Una riga e un’altra."), words("Poi:"), list, words("Fine.")]);
    }

    #[test]
    fn each_problem_is_named_with_its_line() {
        let text = "Senza titolo.\n\n# Vuota\n\n#\nParole.\n> la-selezione\n> la-musica";
        let found = [
            (1, Flaw::OutsideParts),
            (3, Flaw::NothingUnder),
            (5, Flaw::NoHeading),
            (8, Flaw::TwoSections),
            (8, Flaw::NoSuchSection("la-musica".to_owned())),
        ];
        assert_eq!(flaws(text), found);
        assert!(flaws("").is_empty());
    }

    fn words() -> impl Strategy<Value = String> {
        prop::collection::vec("[a-zà-ù]{1,8}[.,;:]?", 1..12).prop_map(|words| words.join(" "))
    }

    fn part() -> impl Strategy<Value = Part> {
        let block = prop_oneof![
            words().prop_map(Block::Paragraph),
            prop::collection::vec(words(), 1..5).prop_map(Block::List),
        ];
        // Two lists that follow each other are read as one.
        let apart =
            |blocks: &Vec<Block>| blocks.windows(2).all(|pair| !matches!(pair, [Block::List(_), Block::List(_)]));
        let blocks = prop::collection::vec(block, 1..5).prop_filter("lists stand apart", apart);
        (words(), prop::option::of("[a-z-]{3,9}"), blocks).prop_map(|(heading, in_full, blocks)| Part {
            heading,
            in_full,
            blocks,
        })
    }

    fn written(parts: &[Part]) -> String {
        let mut lines = Vec::new();
        for part in parts {
            lines.push(format!("# {}", part.heading));
            lines.extend(part.in_full.iter().map(|anchor| format!("> {anchor}")));
            for block in &part.blocks {
                match block {
                    Block::Paragraph(words) => lines.push(words.clone()),
                    Block::List(items) => lines.extend(items.iter().map(|item| format!("- {item}"))),
                }
                lines.push(String::new());
            }
        }
        lines.join("\n")
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_and_nothing_is_lost(parts in prop::collection::vec(part(), 1..6)) {
            let (read, problems) = read(&written(&parts), &|_| true);
            prop_assert!(problems.is_empty());
            prop_assert_eq!(read.parts, parts);
        }
        #[test]
        fn no_word_of_any_text_is_lost(text in "([a-z#>\\- ]{0,12}\n){0,12}") {
            let (read, problems) = read(&text, &|_| true);
            let once = problems.iter().all(|problem| problem.flaw != Flaw::TwoSections);
            let letters = |text: &str| text.chars().filter(char::is_ascii_lowercase).count();
            let kept: usize = read.parts.iter().map(|part| {
                letters(&part.heading) + part.in_full.as_deref().map_or(0, letters)
            }).sum();
            let said: usize = read.said().into_iter().map(letters).sum();
            prop_assert!(!once || kept + said == letters(&text));
        }
    }
}
