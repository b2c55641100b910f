//! A draft that was made of one version, brought to another that holds meanwhile.

use crate::{Article, Charter, Problem, Rule};

/// What `draft` changed of `base`, the version it was made of, carried over to the version `onto`.
/// Whatever the draft left as it was is as in `onto`; where both changed the same thing, the draft's
/// word stands, and a comparison shows it.
///
/// # Errors
/// [`Problem`] when the changes and the version do not make a whole Charter together.
pub fn carry(base: &Charter, draft: &Charter, onto: &Charter) -> Result<Charter, Problem> {
    let mut articles: Vec<Article> = onto.articles().iter().filter_map(|held| article(base, draft, held)).collect();
    let own = |written: &&Article| base.article(&written.slug) != Some(*written);
    let new = draft.articles().iter().filter(|written| onto.article(&written.slug).is_none());
    articles.extend(new.filter(own).cloned());
    let rules = onto.rules().iter().zip(draft.rules()).zip(base.rules());
    Charter::new(articles, rules.map(|((held, written), before)| rule(before, written, held)).collect())
}

/// The draft's word where it is a word of its own, else the one that holds.
fn own<T: PartialEq + Clone>(before: &T, written: &T, held: &T) -> T {
    if written == before { held.clone() } else { written.clone() }
}

/// An article that holds, with what the draft changed of it; none where the draft took it away.
fn article(base: &Charter, draft: &Charter, held: &Article) -> Option<Article> {
    match (base.article(&held.slug), draft.article(&held.slug)) {
        (Some(before), Some(written)) => Some(Article {
            number: held.number,
            slug: held.slug.clone(),
            title: own(&before.title, &written.title, &held.title),
            text: own(&before.text, &written.text, &held.text),
            rests_on: own(&before.rests_on, &written.rests_on, &held.rests_on),
        }),
        (Some(_), None) => None,
        (None, Some(written)) => Some(written.clone()),
        (None, None) => Some(held.clone()),
    }
}

fn rule(before: &Rule, written: &Rule, held: &Rule) -> Rule {
    let parameters = held.parameters.iter().zip(&written.parameters).zip(&before.parameters);
    Rule {
        id: held.id,
        article: own(&before.article, &written.article, &held.article),
        parameters: parameters.map(|((held, written), before)| own(before, written, held)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ParameterName, RuleId};

    fn with(charter: &Charter, rule: RuleId, name: ParameterName, value: i64) -> Charter {
        let (articles, mut rules) = charter.clone().into_parts();
        for parameter in rules.iter_mut().filter(|r| r.id == rule).flat_map(|r| &mut r.parameters) {
            if parameter.name == name {
                parameter.value = value;
            }
        }
        Charter::new(articles, rules).unwrap()
    }

    #[test]
    fn what_two_drafts_of_one_version_changed_stands_together() {
        let first = Charter::first();
        let held = with(&first, RuleId::I7, ParameterName::Share, 50);
        let draft = with(&first, RuleId::I4, ParameterName::Days, 20);
        let (mut articles, rules) = draft.into_parts();
        articles[0].title.it = "Un altro titolo".into();
        let draft = Charter::new(articles, rules).unwrap();
        let carried = carry(&first, &draft, &held).unwrap();
        let value = |rule, name| carried.rule(rule).unwrap().value(name);
        assert_eq!(value(RuleId::I7, ParameterName::Share), 50);
        assert_eq!(value(RuleId::I4, ParameterName::Days), 20);
        assert_eq!(carried.articles()[0].title.it, "Un altro titolo");
        assert_eq!(carried.articles()[1..], first.articles()[1..]);
    }

    #[test]
    fn changes_that_contradict_the_version_in_force_are_not_carried() {
        let first = Charter::first();
        let held = with(&first, RuleId::I16, ParameterName::FewestDelegates, 5);
        let draft = with(&first, RuleId::I16, ParameterName::MostDelegates, 4);
        assert!(matches!(carry(&first, &draft, &held), Err(Problem::Crossed(RuleId::I16, _, _))));
    }
}
