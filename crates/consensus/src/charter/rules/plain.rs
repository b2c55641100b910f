//! The Charter as plain text.

use super::{parameter_label, parameter_value, rule_sentence, rule_title};
use charter::Charter;
use std::fmt::Write;
use web::T;

/// How many characters a line has at most.
const WIDTH: usize = 78;

/// The whole Charter as plain text in the reader's language.
pub(in crate::charter) fn plain_text(t: &T, heading: &str, charter: &Charter) -> String {
    let mut text = String::new();
    paragraph(&mut text, "", &t.get("charter-name"));
    paragraph(&mut text, "", heading);
    for article in charter.articles() {
        let _ = writeln!(text);
        let args = [("number", article.number.into()), ("title", article.title.get(t.lang()).into())];
        paragraph(&mut text, "", &t.args("charter-article-heading", &args));
        paragraph(&mut text, "   ", article.text.get(t.lang()));
        for rule in charter.rules_of(&article.slug) {
            let name = t.arg("charter-rule-name", "code", rule.id.code());
            paragraph(&mut text, "   ", &format!("{name} – {}. {}", rule_title(t, rule.id), rule_sentence(t, rule)));
            for parameter in &rule.parameters {
                let origin = t.get(&format!("charter-origin-{}", parameter.origin.code()));
                let line = format!(
                    "- {}: {}. {origin}.",
                    parameter_label(t, rule.id, parameter),
                    parameter_value(t, parameter)
                );
                paragraph(&mut text, "     ", &line);
            }
        }
        paragraph(&mut text, "   ", &format!("{}:", t.get("charter-rests-on")));
        for anchor in &article.rests_on {
            let _ = writeln!(text, "     /documento#{anchor}");
        }
    }
    text
}

/// Adds a paragraph, wrapped and indented.
fn paragraph(text: &mut String, indent: &str, words: &str) {
    let mut line = String::from(indent);
    for word in words.split_whitespace() {
        let begun = line.len() > indent.len();
        if begun && line.chars().count() + 1 + word.chars().count() > WIDTH {
            let _ = writeln!(text, "{line}");
            line = String::from(indent);
        } else if begun {
            line.push(' ');
        }
        line.push_str(word);
    }
    let _ = writeln!(text, "{line}");
}
