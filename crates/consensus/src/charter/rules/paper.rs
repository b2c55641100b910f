//! The Charter on paper.

use super::{parameter_label, parameter_value, rule_sentence, rule_title};
use charter::{Anchor, Article, Charter, Rule};
use typeset::{Block, Inline, Item};
use web::T;

/// The whole Charter, to be set as a tagged PDF. `ground` gives the address and the first words of
/// a statement.
pub(in crate::charter) fn paper(
    t: &T,
    subtitle: Vec<String>,
    charter: &Charter,
    ground: &dyn Fn(&Anchor) -> (String, String),
) -> typeset::Article {
    let mut blocks = Vec::new();
    for article in charter.articles() {
        let args = [("number", article.number.into()), ("title", article.title.get(t.lang()).into())];
        let text = t.args("charter-article-heading", &args);
        blocks.push(Block::Heading { level: 1, text, anchor: article.slug.clone() });
        blocks.push(Block::Paragraph(vec![Inline::Text(article.text.get(t.lang()).to_owned())]));
        charter.rules_of(&article.slug).for_each(|rule| blocks.extend(of_rule(t, rule)));
        blocks.push(Block::Paragraph(vec![Inline::Emphasis(t.get("charter-rests-on"))]));
        blocks.push(Block::List(grounds(article, ground)));
    }
    typeset::Article {
        title: t.get("charter-name"),
        running: t.get("charter-name"),
        lang: t.lang(),
        subtitle,
        contents: Some(t.get("charter-contents")),
        blocks,
    }
}

fn of_rule(t: &T, rule: &Rule) -> Vec<Block> {
    let name = format!("{} – {}. ", t.arg("charter-rule-name", "code", rule.id.code()), rule_title(t, rule.id));
    let mut blocks = vec![Block::Callout(vec![Inline::Strong(name), Inline::Text(rule_sentence(t, rule))])];
    if !rule.parameters.is_empty() {
        let row = |parameter: &charter::Parameter| {
            let origin = t.get(&format!("charter-origin-{}", parameter.origin.code()));
            vec![parameter_label(t, rule.id, parameter), parameter_value(t, parameter), origin]
        };
        blocks.push(Block::Table {
            caption: String::new(),
            header: ["charter-parameter-column", "charter-value-column", "charter-origin-column"]
                .map(|key| t.get(key))
                .to_vec(),
            rows: rule.parameters.iter().map(row).collect(),
        });
    }
    blocks
}

fn grounds(article: &Article, ground: &dyn Fn(&Anchor) -> (String, String)) -> Vec<Item> {
    let item = |anchor: &Anchor| {
        let (href, text) = ground(anchor);
        Item { label: None, text: vec![Inline::Link { text, href }], nested: Vec::new() }
    };
    article.rests_on.iter().map(item).collect()
}
