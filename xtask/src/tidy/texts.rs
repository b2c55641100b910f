//! The texts: complete in both languages, and each of them used.

use super::{File, Finding, Tree, pattern};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Resource};
use std::collections::{BTreeMap, BTreeSet};

/// A message or term as it stands in a file.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// The line it begins on.
    pub line: usize,
    /// The words themselves; each variable stands as one word.
    pub words: String,
    /// The variables it needs.
    pub variables: BTreeSet<String>,
}

/// The messages of a file by key, and what cannot be read in it.
#[derive(Debug, Default)]
pub struct Messages {
    /// By key; a term's key begins with a hyphen.
    pub all: BTreeMap<String, Message>,
    wrong: Vec<(usize, String)>,
}

/// Reads a Fluent file.
pub fn read(file: &File) -> Messages {
    let mut messages = Messages::default();
    let resource: Resource<&str> = match fluent_syntax::parser::parse(file.text.as_str()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            messages
                .wrong
                .extend(errors.iter().map(|e| (file.line_at(e.pos.start), format!("cannot be read: {}", e.kind))));
            resource
        }
    };
    for entry in &resource.body {
        let (key, value) = match entry {
            Entry::Message(message) => (message.id.name.to_owned(), message.value.as_ref()),
            Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value)),
            _ => continue,
        };
        let line = file
            .lines()
            .find(|(_, l)| l.strip_prefix(key.as_str()).is_some_and(|rest| rest.trim_start().starts_with('=')));
        let mut message = Message { line: line.map_or(0, |(n, _)| n), ..Message::default() };
        if let Some(value) = value {
            gather(value, &mut message);
        }
        let line = message.line;
        if messages.all.insert(key.clone(), message).is_some() {
            messages.wrong.push((line, format!("`{key}` stands twice")));
        }
    }
    messages
}

fn gather(pattern: &Pattern<&str>, message: &mut Message) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => message.words.push_str(value),
            PatternElement::Placeable { expression } => gather_expression(expression, message),
        }
    }
}

fn gather_expression(expression: &Expression<&str>, message: &mut Message) {
    match expression {
        Expression::Inline(inline) => gather_inline(inline, message),
        Expression::Select { selector, variants } => {
            let mut asked = Message::default();
            gather_inline(selector, &mut asked);
            message.variables.append(&mut asked.variables);
            // Each variant is a way to end the sentence; the longest stands for all.
            let mut longest = String::new();
            for variant in variants {
                let mut one = Message::default();
                gather(&variant.value, &mut one);
                message.variables.append(&mut one.variables);
                if one.words.len() > longest.len() {
                    longest = one.words;
                }
            }
            message.words.push_str(&longest);
        }
    }
}

fn gather_inline(inline: &InlineExpression<&str>, message: &mut Message) {
    match inline {
        InlineExpression::VariableReference { id } => {
            message.variables.insert(id.name.to_owned());
            message.words.push_str("valore");
        }
        InlineExpression::StringLiteral { value } => message.words.push_str(value),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| gather_inline(argument, message));
        }
        InlineExpression::Placeable { expression } => gather_expression(expression, message),
        _ => message.words.push_str("valore"),
    }
}

/// The files of texts in a language.
pub fn files<'a>(tree: &'a Tree, language: &'a str) -> impl Iterator<Item = &'a File> {
    tree.files().iter().filter(move |f| f.path.contains("/texts/") && f.path.ends_with(&format!("{language}.ftl")))
}

/// Italian and English have the same messages with the same variables, none of them empty, and
/// no key stands in two files.
pub fn languages_agree(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut known: BTreeMap<String, String> = BTreeMap::new();
    for file in files(tree, "it") {
        let other = format!("{}en.ftl", &file.path[..file.path.len() - "it.ftl".len()]);
        let (italian, english) = (read(file), tree.file(&other).map(read));
        complain_about_one(file, &italian, &mut findings);
        for (key, message) in &italian.all {
            if let Some(first) = known.insert(key.clone(), file.path.clone()) {
                let what = format!("`{key}` stands in {first} as well");
                findings.push(Finding::error(
                    &file.path,
                    message.line,
                    what,
                    "keys begin with the feature's name: rename it",
                ));
            }
        }
        match (english, tree.file(&other)) {
            (Some(english), Some(other)) => {
                complain_about_one(other, &english, &mut findings);
                compare(file, &italian, other, &english, &mut findings);
            }
            _ => {
                findings.push(Finding::error(&file.path, 0, "there is no English beside it", format!("write {other}")))
            }
        }
    }
    for file in files(tree, "en") {
        let other = format!("{}it.ftl", &file.path[..file.path.len() - "en.ftl".len()]);
        if tree.file(&other).is_none() {
            findings.push(Finding::error(&file.path, 0, "there is no Italian beside it", format!("write {other}")));
        }
    }
    findings
}

fn complain_about_one(file: &File, messages: &Messages, findings: &mut Vec<Finding>) {
    for (line, what) in &messages.wrong {
        findings.push(Finding::error(&file.path, *line, what, "see projectfluent.org for the syntax"));
    }
    for (key, message) in &messages.all {
        if message.words.trim().is_empty() {
            findings.push(Finding::error(
                &file.path,
                message.line,
                format!("`{key}` is empty"),
                "write the text, or remove the key",
            ));
        }
    }
}

fn compare(it: &File, italian: &Messages, en: &File, english: &Messages, findings: &mut Vec<Finding>) {
    for (key, message) in &italian.all {
        match english.all.get(key) {
            None => {
                let what = format!("`{key}` has no English");
                findings.push(Finding::error(&it.path, message.line, what, format!("add it to {}", en.path)));
            }
            Some(other) if other.variables != message.variables => {
                let list = |m: &Message| m.variables.iter().map(|v| format!("${v}")).collect::<Vec<_>>().join(", ");
                let what = format!("`{key}` uses [{}] here and [{}] in Italian", list(other), list(message));
                findings.push(Finding::error(&en.path, other.line, what, "use the same variables in both"));
            }
            Some(_) => {}
        }
    }
    for (key, message) in english.all.iter().filter(|(key, _)| !italian.all.contains_key(*key)) {
        let what = format!("`{key}` has no Italian");
        findings.push(Finding::error(&en.path, message.line, what, format!("add it to {}", it.path)));
    }
}

fn known_keys(tree: &Tree) -> BTreeSet<String> {
    files(tree, "it").flat_map(|file| read(file).all.into_keys()).filter(|key| !key.starts_with('-')).collect()
}

/// Templates and handlers ask only for texts that exist.
pub fn asked_for(tree: &Tree) -> Vec<Finding> {
    let known = known_keys(tree);
    if known.is_empty() {
        return Vec::new();
    }
    let asked = pattern(concat!(
        r#"(?:\bt(?:\(\))?\s*\.\s*(?:get|arg|args)\(\s*"([a-z0-9][a-z0-9-]*)"\s*[,)])"#,
        r#"|(?:\b(?:ctx|self)\.done\(\s*"([a-z0-9][a-z0-9-]*)")"#,
        r#"|(?:\bInvalid::new\([^,()]+,\s*"([a-z0-9][a-z0-9-]*)"\))"#,
    ));
    let mut findings = Vec::new();
    for file in tree.under("crates/", ".rs").chain(tree.under("crates/", ".html")).filter(|f| !f.is_test()) {
        let program = file.text.split("#[cfg(test)]").next().unwrap_or_default();
        for found in asked.captures_iter(program) {
            let Some(key) = (1..=3).find_map(|group| found.get(group)) else { continue };
            let line = file.line_at(key.start());
            let comment = file.text.lines().nth(line - 1).is_some_and(|l| l.trim_start().starts_with("//"));
            if !comment && !known.contains(key.as_str()) {
                let what = format!("no text has the key `{}`", key.as_str());
                findings.push(Finding::error(&file.path, line, what, "add it to the feature's .it.ftl and .en.ftl"));
            }
        }
    }
    findings
}

/// The literals of the program that may be keys of texts, or parts of such keys.
#[derive(Default)]
struct Literals {
    whole: BTreeSet<String>,
    /// `"role-"`, `"role-{code}"`: the rest is worked out.
    beginnings: BTreeSet<String>,
    /// `"-why"`, `"{key}-subject"`: added to a key.
    endings: BTreeSet<String>,
}

impl Literals {
    fn of(tree: &Tree) -> Self {
        let literal = pattern(r#""(\{[a-z_.()]*\})?(-?[a-z0-9_-]*)(\{|")"#);
        let mut literals = Self::default();
        for file in tree.under("crates/", ".rs").chain(tree.under("crates/", ".html")) {
            for found in literal.captures_iter(&file.text) {
                let (words, open) = (found[2].to_owned(), &found[3] == "{");
                if words.starts_with('-') && !open {
                    literals.endings.insert(words);
                } else if words.ends_with('-') {
                    literals.beginnings.insert(words);
                } else if found.get(1).is_none() && !open && !words.is_empty() {
                    literals.whole.insert(words);
                }
            }
        }
        literals
    }
    fn ask_for(&self, key: &str) -> bool {
        self.whole.contains(key)
            || self.beginnings.iter().any(|beginning| key.starts_with(beginning.as_str()))
            || self.endings.iter().filter_map(|ending| key.strip_suffix(ending.as_str())).any(|base| {
                self.whole.contains(base)
                    || self.beginnings.iter().any(|beginning| base.starts_with(beginning.as_str()))
            })
            || self.of_a_control(key)
    }
    /// A form's control `name` in a form `organisation` has the label `organisation-name` and the
    /// hint `organisation-name-hint`.
    fn of_a_control(&self, key: &str) -> bool {
        let base = key.strip_suffix("-hint").unwrap_or(key);
        self.whole.contains(base)
            || base.match_indices('-').any(|(at, _)| {
                let (form, control) = (&base[..at], &base[at + 1..]);
                let named = |name: &str| {
                    self.whole.contains(name) || self.beginnings.iter().any(|start| name.starts_with(start.as_str()))
                };
                self.whole.contains(form) && (named(control) || named(&control.replace('-', "_")))
            })
    }
}

/// Every text is asked for somewhere: by its key, by a part of its key where the rest is worked
/// out, as the label or hint of a form's control, or by another text.
pub fn unused(tree: &Tree) -> Vec<Finding> {
    let literals = Literals::of(tree);
    let mut findings = Vec::new();
    for file in files(tree, "it") {
        for (key, message) in read(file).all.iter().filter(|(key, _)| !key.starts_with('-')) {
            if !literals.ask_for(key) && !file.text.contains(&format!("{{ {key} }}")) {
                let mend = "remove it, or use it";
                findings.push(Finding::warning(&file.path, message.line, format!("nothing asks for `{key}`"), mend));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    const IT: &str = "crates/network/texts/organisation.it.ftl";
    const EN: &str = "crates/network/texts/organisation.en.ftl";

    fn agree(italian: &str, english: &str) -> Vec<String> {
        languages_agree(&Tree::of(&[(IT, italian), (EN, english)])).into_iter().map(|f| f.what).collect()
    }

    #[test]
    fn both_languages_have_the_same_messages_and_variables() {
        assert!(agree("a = Ciao { $name }\n", "a = Hello { $name }\n").is_empty());
        assert_eq!(agree("a = Ciao\nb = Due\n", "a = Hello\n"), ["`b` has no English"]);
        assert_eq!(agree("a = Ciao\n", "a = Hello\nb = Two\n"), ["`b` has no Italian"]);
        assert_eq!(agree("a = Ciao { $name }\n", "a = Hello\n"), ["`a` uses [] here and [$name] in Italian"]);
        assert_eq!(agree("a = { \"\" }\n", "a = x\n"), ["`a` is empty"]);
        assert_eq!(agree("a = Ciao\na = Di nuovo\n", "a = Hello\n"), ["`a` stands twice"]);
        assert!(agree("a = { $n\n", "a = x\n").iter().any(|what| what.starts_with("cannot be read")));
        assert_eq!(languages_agree(&Tree::of(&[(IT, "a = A\n")])).len(), 1);
        assert_eq!(languages_agree(&Tree::of(&[(EN, "a = A\n")])).len(), 1);
    }

    #[test]
    fn variables_are_found_wherever_they_stand() {
        let plural = "a = { $n ->\n    [one] una di { $all }\n   *[other] { NUMBER($n) } di { $all }\n }\n";
        let messages = read(&File { path: IT.into(), text: plural.into() });
        assert_eq!(messages.all["a"].variables.iter().collect::<Vec<_>>(), ["all", "n"]);
    }

    #[test]
    fn a_key_belongs_to_one_file() {
        let other = "crates/people/texts/account.it.ftl";
        let tree = Tree::of(&[
            (IT, "a = A\n"),
            (EN, "a = A\n"),
            (other, "a = A\n"),
            ("crates/people/texts/account.en.ftl", "a = A\n"),
        ]);
        assert_eq!(languages_agree(&tree).len(), 1);
    }

    #[test]
    fn a_text_that_is_asked_for_must_exist() {
        let page = "<h2>{{ t.get(\"organisation-title\") }}</h2>\n<p>{{ t.arg(\"organisation-gone\", \"n\", n) }}</p>";
        let code = "ctx.done(\"organisation-saved\", \"/\");\nInvalid::new(\"name\", \"organisation-odd\");\nfields.get(\"name\");\n";
        let tree = Tree::of(&[
            (IT, "organisation-title = T\n"),
            ("crates/network/src/organisation/page.html", page),
            ("crates/network/src/organisation/pages.rs", code),
        ]);
        let findings = asked_for(&tree);
        let found: Vec<_> = findings.iter().map(|f| (f.line, f.what.as_str())).collect();
        let gone = |key: &str| format!("no text has the key `{key}`");
        assert_eq!(
            found,
            [(1, gone("organisation-saved").as_str()), (2, &gone("organisation-odd")), (2, &gone("organisation-gone"))]
        );
    }

    #[test]
    fn a_text_nobody_asks_for_is_named() {
        let code = r#"Form::new(ctx.t(), "organisation", &f, &i); form.text("name"); format!("role-{code}"); t.get("a"); format!("{key}-why")"#;
        let texts = "organisation-name = N\norganisation-name-hint = H\nrole-expert = E\na = A\na-why = W\nb = B\n";
        let tree = Tree::of(&[(IT, texts), ("crates/network/src/organisation/pages.rs", code)]);
        let findings = unused(&tree);
        assert_eq!((findings.len(), findings[0].line), (1, 6));
    }
}
