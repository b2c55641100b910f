//! What the secretariat types into a draft.

use charter::{Anchor, Charter, Origin, Parameter, ParameterName, Problem, RuleId, Words};
use kernel::{Checks, Invalid, Invalids};
use web::Fields;

/// The longest name of a version, in characters.
const LABEL: usize = 20;
/// The longest title of an article.
const TITLE: usize = 120;
/// The longest text of an article.
const TEXT: usize = 4000;

/// A draft as it was typed: its name and what it now says.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::charter) struct Edited {
    pub label: String,
    pub charter: Charter,
}

/// The form's field of a parameter.
pub(in crate::charter) fn field(rule: RuleId, parameter: ParameterName) -> String {
    format!("{}_{}", rule.slug(), parameter.code().replace('-', "_"))
}

/// The form of name and values as stored.
pub(in crate::charter) fn prefill_values(label: &str, charter: &Charter) -> Fields {
    let mut fields = Fields::new();
    fields.set("label", label);
    for rule in charter.rules() {
        for parameter in &rule.parameters {
            fields.set(&field(rule.id, parameter.name), parameter.value);
        }
    }
    fields
}

/// Reads name and values. A value equal to that of the version `base` keeps its origin; another
/// one is the network's own.
///
/// # Errors
/// [`Invalids`] that name each field and its bounds.
pub(in crate::charter) fn parse_values(fields: &Fields, draft: &Charter, base: &Charter) -> Result<Edited, Invalids> {
    let mut checks = Checks::new();
    let label = checks.text("label", fields.get("label"), LABEL);
    let (articles, mut rules) = draft.clone().into_parts();
    for rule in &mut rules {
        let known = base.rule(rule.id).map(|rule| rule.parameters.clone()).unwrap_or_default();
        for parameter in &mut rule.parameters {
            if let Some(value) = checks.take(number(fields, rule.id, parameter)) {
                let before = known.iter().find(|before| before.name == parameter.name && before.value == value);
                parameter.origin = before.map_or(Origin::SetByNetwork, |before| before.origin);
                parameter.value = value;
            }
        }
    }
    let charter = checks.take(whole(Charter::new(articles, rules)));
    checks.finish(|| Some(Edited { label: label?, charter: charter? }))
}

fn number(fields: &Fields, rule: RuleId, parameter: &Parameter) -> Result<i64, Invalid> {
    let name = field(rule, parameter.name);
    let (least, most) = parameter.name.bounds();
    let typed = fields.get(&name).trim().parse().ok();
    typed
        .filter(|value| (least..=most).contains(value))
        .ok_or_else(|| Invalid::new(&name, "charter-invalid-bounds").with("least", least).with("most", most))
}

fn whole(charter: Result<Charter, Problem>) -> Result<Charter, Invalid> {
    charter.map_err(|problem| match problem {
        Problem::Crossed(rule, _, most) => Invalid::new(&field(rule, most), "charter-invalid-crossed"),
        _ => Invalid::new("", "invalid-form"),
    })
}

/// The form of an article as stored.
pub(in crate::charter) fn prefill_article(charter: &Charter, slug: &str) -> Option<Fields> {
    let article = charter.article(slug)?;
    let mut fields = Fields::new();
    fields.set("title_it", &article.title.it);
    fields.set("title_en", &article.title.en);
    fields.set("text_it", &article.text.it);
    fields.set("text_en", &article.text.en);
    let anchors: Vec<&str> = article.rests_on.iter().map(Anchor::as_str).collect();
    fields.set("grounds", anchors.join("\n"));
    Some(fields)
}

/// Reads the statements that an article rests on, one address in a line.
fn grounds(fields: &Fields) -> Result<Vec<Anchor>, Invalid> {
    let wrong = |line: &str| Invalid::new("grounds", "charter-invalid-ground").with("line", line);
    let lines = fields.get("grounds").lines().map(str::trim).filter(|line| !line.is_empty());
    // A pasted link to a statement is taken for its address.
    let anchor = |line: &str| Anchor::parse(line.rsplit('#').next().unwrap_or(line)).ok_or_else(|| wrong(line));
    let mut found: Vec<Anchor> = Vec::new();
    for line in lines {
        let anchor = anchor(line)?;
        if !found.contains(&anchor) {
            found.push(anchor);
        }
    }
    if found.is_empty() { Err(Invalid::new("grounds", "invalid-required")) } else { Ok(found) }
}

/// Reads an article's words in both languages and what it rests on, and puts them into the draft.
///
/// # Errors
/// [`Invalids`] when words are missing or too long.
pub(in crate::charter) fn parse_article(fields: &Fields, draft: &Charter, slug: &str) -> Result<Charter, Invalids> {
    let mut checks = Checks::new();
    let title_it = checks.text("title_it", fields.get("title_it"), TITLE);
    let title_en = checks.text("title_en", fields.get("title_en"), TITLE);
    let text_it = checks.text("text_it", fields.get("text_it"), TEXT);
    let text_en = checks.text("text_en", fields.get("text_en"), TEXT);
    let rests_on = checks.take(grounds(fields));
    checks.finish(|| {
        let (mut articles, rules) = draft.clone().into_parts();
        let article = articles.iter_mut().find(|article| article.slug == slug)?;
        article.title = Words::new(title_it?, title_en?);
        article.text = Words::new(text_it?, text_en?);
        article.rests_on = rests_on?;
        Charter::new(articles, rules).ok()
    })
}

/// The first number that is not yet the name of a version.
pub(in crate::charter) fn free_label(taken: &[String]) -> String {
    let mut number: usize = 1;
    while taken.contains(&number.to_string()) {
        number += 1;
    }
    number.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_value_becomes_the_networks_own_and_an_unchanged_one_keeps_its_origin() {
        let first = Charter::first();
        let mut fields = prefill_values("2", &first);
        fields.set("i7_share", "50");
        let edited = parse_values(&fields, &first, &first).unwrap();
        let origin = |rule, name| {
            let rule = edited.charter.rule(rule).unwrap();
            rule.parameters.iter().find(|p| p.name == name).map(|p| (p.value, p.origin)).unwrap()
        };
        assert_eq!(origin(RuleId::I7, ParameterName::Share), (50, Origin::SetByNetwork));
        assert_eq!(origin(RuleId::I16, ParameterName::Ratio), (3, Origin::FromSource));
        fields.set("i7_share", "30");
        assert_eq!(parse_values(&fields, &edited.charter, &first).unwrap().charter, first);
    }

    #[test]
    fn what_is_out_of_bounds_is_named_with_its_bounds() {
        let mut fields = prefill_values("", &Charter::first());
        fields.set("i4_days", "mille");
        let wrong = parse_values(&fields, &Charter::first(), &Charter::first()).unwrap_err();
        assert!(wrong.of("label").is_some());
        assert_eq!(wrong.of("i4_days").unwrap().args["most"], "730");
    }

    #[test]
    fn the_most_that_is_less_than_the_fewest_is_named() {
        let first = Charter::first();
        let mut fields = prefill_values("2", &first);
        fields.set("i16_fewest_delegates", "10");
        let wrong = parse_values(&fields, &first, &first).unwrap_err();
        assert_eq!(wrong.of("i16_most_delegates").unwrap().key, "charter-invalid-crossed");
        fields.set("i16_most_delegates", "10");
        assert!(parse_values(&fields, &first, &first).is_ok());
    }

    #[test]
    fn an_article_needs_its_words_in_both_languages() {
        let first = Charter::first();
        let mut fields = prefill_article(&first, "rete").unwrap();
        fields.set("title_it", "Una rete viva");
        let changed = parse_article(&fields, &first, "rete").unwrap();
        assert_eq!(changed.article("rete").unwrap().title.it, "Una rete viva");
        fields.set("grounds", "https://esempio.it/documento#la-formazione.che-la-formazione-sia-continua\n\n");
        let moved = parse_article(&fields, &first, "rete").unwrap();
        let rests_on: Vec<&str> = moved.article("rete").unwrap().rests_on.iter().map(Anchor::as_str).collect();
        assert_eq!(rests_on, ["la-formazione.che-la-formazione-sia-continua"]);
        fields.set("grounds", "un passo qualunque");
        fields.set("text_en", " ");
        assert!(parse_article(&fields, &first, "rete").unwrap_err().of("grounds").is_some());
        assert!(parse_article(&fields, &first, "rete").unwrap_err().of("text_en").is_some());
    }

    #[test]
    fn a_new_version_gets_the_next_free_number() {
        assert_eq!(free_label(&["1".into(), "2027".into(), "2".into()]), "3");
    }
}
