//! Two versions side by side: what changes, and for whom.

use crate::{Anchor, Article, Charter, Facts, Parameter, RuleId, State, Words, evaluate};
use kernel::NaiveDate;
use serde::{Deserialize, Serialize};

/// One thing that is different between two versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Change {
    /// An article is new.
    ArticleAdded {
        /// Its name.
        slug: String,
        /// Its title.
        title: Words,
    },
    /// An article is gone.
    ArticleRemoved {
        /// Its name.
        slug: String,
        /// Its title.
        title: Words,
    },
    /// The words of an article changed.
    ArticleReworded {
        /// Its name.
        slug: String,
        /// Its title before.
        title_before: Words,
        /// Its title now.
        title_after: Words,
        /// What it said before.
        text_before: Words,
        /// What it says now.
        text_after: Words,
    },
    /// An article rests on other statements.
    GroundChanged {
        /// The article's name.
        slug: String,
        /// Statements it rests on now and did not before.
        added: Vec<Anchor>,
        /// Statements it rested on and no longer does.
        removed: Vec<Anchor>,
    },
    /// A rule carries out another article.
    RuleMoved {
        /// The rule.
        rule: RuleId,
        /// The article's name before.
        before: String,
        /// The article's name now.
        after: String,
    },
    /// A parameter has another value, or its value another origin.
    ParameterChanged {
        /// The rule.
        rule: RuleId,
        /// The parameter before.
        before: Parameter,
        /// The parameter now.
        after: Parameter,
    },
}

/// What changes from one version to another, articles first; nothing where they are the same.
pub fn compare(old: &Charter, new: &Charter) -> Vec<Change> {
    let mut changes = Vec::new();
    for article in old.articles() {
        match new.article(&article.slug) {
            None => changes.push(Change::ArticleRemoved { slug: article.slug.clone(), title: article.title.clone() }),
            Some(after) => article_changes(&mut changes, article, after),
        }
    }
    for article in new.articles().iter().filter(|article| old.article(&article.slug).is_none()) {
        changes.push(Change::ArticleAdded { slug: article.slug.clone(), title: article.title.clone() });
    }
    for (before, after) in old.rules().iter().zip(new.rules()) {
        if before.article != after.article {
            changes.push(Change::RuleMoved {
                rule: before.id,
                before: before.article.clone(),
                after: after.article.clone(),
            });
        }
        for (before_parameter, after_parameter) in before.parameters.iter().zip(&after.parameters) {
            if before_parameter != after_parameter {
                changes.push(Change::ParameterChanged {
                    rule: before.id,
                    before: *before_parameter,
                    after: *after_parameter,
                });
            }
        }
    }
    changes
}

fn article_changes(changes: &mut Vec<Change>, before: &Article, after: &Article) {
    if before.title != after.title || before.text != after.text {
        changes.push(Change::ArticleReworded {
            slug: before.slug.clone(),
            title_before: before.title.clone(),
            title_after: after.title.clone(),
            text_before: before.text.clone(),
            text_after: after.text.clone(),
        });
    }
    let without = |these: &[Anchor], those: &[Anchor]| -> Vec<Anchor> {
        these.iter().filter(|anchor| !those.contains(anchor)).cloned().collect()
    };
    let added = without(&after.rests_on, &before.rests_on);
    let removed = without(&before.rests_on, &after.rests_on);
    if !added.is_empty() || !removed.is_empty() {
        changes.push(Change::GroundChanged { slug: before.slug.clone(), added, removed });
    }
}

/// A finding that would change its state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shift {
    /// The rule.
    pub rule: RuleId,
    /// The state under the old version.
    pub before: State,
    /// The state under the new one.
    pub after: State,
}

/// What a new version would change for one organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Impact<K> {
    /// Whose facts they are.
    pub of: K,
    /// The findings that change.
    pub shifts: Vec<Shift>,
}

/// For whom a new version changes something: those whose findings would, in the order given.
pub fn impact<'a, K>(
    old: &Charter,
    new: &Charter,
    facts: impl IntoIterator<Item = (K, &'a Facts)>,
    today: NaiveDate,
) -> Vec<Impact<K>> {
    let shifts = |facts: &Facts| -> Vec<Shift> {
        let (before, after) = (evaluate(old, facts, today), evaluate(new, facts, today));
        let both = before.into_iter().zip(after).filter(|(before, after)| before.state != after.state);
        both.map(|(before, after)| Shift { rule: before.rule, before: before.state, after: after.state }).collect()
    };
    facts
        .into_iter()
        .map(|(of, facts)| Impact { of, shifts: shifts(facts) })
        .filter(|impact| !impact.shifts.is_empty())
        .collect()
}
