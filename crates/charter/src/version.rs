//! A version of the Charter, whole or not at all.

use crate::{Article, ParameterName, Rule, RuleId};
use serde::{Deserialize, Serialize};

/// A version of the Charter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Parts", into = "Parts")]
pub struct Charter {
    articles: Vec<Article>,
    rules: Vec<Rule>,
}

/// What a version is written down as, before it is known to be whole.
#[derive(Serialize, Deserialize)]
struct Parts {
    articles: Vec<Article>,
    rules: Vec<Rule>,
}

/// Why articles and rules do not make a Charter.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Two articles have the same number or the same name.
    #[error("the article {0} stands twice")]
    ArticleTwice(String),
    /// An article lacks its words in one of the languages.
    #[error("the article {0} is not written in both languages")]
    ArticleIncomplete(String),
    /// An article names no statement it rests on.
    #[error("the article {0} does not say what it rests on")]
    ArticleWithoutGround(String),
    /// The sixteen rules do not stand there, each once and in order.
    #[error("the rules are not I1 to I16, each once and in order")]
    Rules,
    /// A rule stands under an article that does not exist.
    #[error("the rule {0} stands under an article that does not exist: {1}")]
    ArticleUnknown(RuleId, String),
    /// A rule has other parameters than it works with.
    #[error("the rule {0} needs its own parameters, each once and in order")]
    Parameters(RuleId),
    /// A parameter has a value that it may not have.
    #[error("the parameter {1:?} of rule {0} is out of bounds")]
    OutOfBounds(RuleId, ParameterName),
    /// The least that a rule asks for is more than the most.
    #[error("the parameter {1:?} of rule {0} is more than its {2:?}")]
    Crossed(RuleId, ParameterName, ParameterName),
}

impl Charter {
    /// Puts a version together.
    ///
    /// # Errors
    /// [`Problem`] when it is not whole.
    pub fn new(articles: Vec<Article>, rules: Vec<Rule>) -> Result<Self, Problem> {
        let charter = Self::whole(articles, rules)?;
        for rule in &charter.rules {
            if let Some((least, most)) = rule.id.range().filter(|(least, most)| rule.value(*least) > rule.value(*most))
            {
                return Err(Problem::Crossed(rule.id, least, most));
            }
        }
        Ok(charter)
    }
    /// A version with nothing missing. One that was written down is read by this alone: what was
    /// adopted stays readable whatever is asked of new versions.
    fn whole(articles: Vec<Article>, rules: Vec<Rule>) -> Result<Self, Problem> {
        for (i, article) in articles.iter().enumerate() {
            let twin = |other: &Article| other.slug == article.slug || other.number == article.number;
            if articles[..i].iter().any(twin) {
                return Err(Problem::ArticleTwice(article.slug.clone()));
            }
            if article.title.incomplete() || article.text.incomplete() {
                return Err(Problem::ArticleIncomplete(article.slug.clone()));
            }
            if article.rests_on.is_empty() {
                return Err(Problem::ArticleWithoutGround(article.slug.clone()));
            }
        }
        if !rules.iter().map(|rule| rule.id).eq(RuleId::ALL) {
            return Err(Problem::Rules);
        }
        for rule in &rules {
            if !articles.iter().any(|article| article.slug == rule.article) {
                return Err(Problem::ArticleUnknown(rule.id, rule.article.clone()));
            }
            if !rule.parameters.iter().map(|p| p.name).eq(rule.id.parameters().iter().copied()) {
                return Err(Problem::Parameters(rule.id));
            }
            if let Some(wrong) = rule.parameters.iter().find(|p| !p.in_bounds()) {
                return Err(Problem::OutOfBounds(rule.id, wrong.name));
            }
        }
        Ok(Self { articles, rules })
    }
    /// A version that stands in this crate's own data and is known to be whole.
    pub(crate) fn known(articles: Vec<Article>, rules: Vec<Rule>) -> Self {
        Self { articles, rules }
    }
    /// The articles, in order.
    pub fn articles(&self) -> &[Article] {
        &self.articles
    }
    /// The rules, in order: all sixteen.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }
    /// The article of a name.
    pub fn article(&self, slug: &str) -> Option<&Article> {
        self.articles.iter().find(|article| article.slug == slug)
    }
    /// A rule.
    pub fn rule(&self, id: RuleId) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }
    /// The rules that carry out an article.
    pub fn rules_of<'a>(&'a self, slug: &'a str) -> impl Iterator<Item = &'a Rule> {
        self.rules.iter().filter(move |rule| rule.article == slug)
    }
    /// Takes the version apart, to make another of it.
    pub fn into_parts(self) -> (Vec<Article>, Vec<Rule>) {
        (self.articles, self.rules)
    }
}

impl TryFrom<Parts> for Charter {
    type Error = Problem;
    fn try_from(parts: Parts) -> Result<Self, Problem> {
        Self::whole(parts.articles, parts.rules)
    }
}

impl From<Charter> for Parts {
    fn from(charter: Charter) -> Parts {
        Parts { articles: charter.articles, rules: charter.rules }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_charter_is_whole() {
        let first = Charter::first();
        let (articles, rules) = first.clone().into_parts();
        assert_eq!(Charter::new(articles, rules), Ok(first));
    }

    #[test]
    fn what_was_written_down_is_read_whatever_is_asked_now() {
        let mut kept = serde_json::to_value(Charter::first()).unwrap();
        kept["rules"][15]["parameters"][0]["value"] = 7.into();
        assert!(serde_json::from_value::<Charter>(kept).is_ok());
    }

    #[test]
    fn a_charter_with_a_gap_cannot_be_made() {
        let (articles, mut rules) = Charter::first().into_parts();
        rules[3].parameters[0].value = 0;
        let wrong = Charter::new(articles.clone(), rules.clone());
        assert_eq!(wrong, Err(Problem::OutOfBounds(RuleId::I4, ParameterName::Days)));
        rules[3].parameters.clear();
        assert_eq!(Charter::new(articles.clone(), rules.clone()), Err(Problem::Parameters(RuleId::I4)));
        rules.remove(3);
        assert_eq!(Charter::new(articles.clone(), rules), Err(Problem::Rules));
        let (mut twice, rules) = Charter::first().into_parts();
        twice[1].slug = twice[0].slug.clone();
        assert!(matches!(Charter::new(twice, rules.clone()), Err(Problem::ArticleTwice(_))));
        let mut crossed = rules.clone();
        crossed[15].parameters[0].value = 7;
        let (fewest, most) = (ParameterName::FewestDelegates, ParameterName::MostDelegates);
        let wrong = Charter::new(articles.clone(), crossed);
        assert_eq!(wrong, Err(Problem::Crossed(RuleId::I16, fewest, most)));
        let fewer = articles.into_iter().filter(|a| a.slug != rules[0].article).collect();
        assert!(matches!(Charter::new(fewer, rules), Err(Problem::ArticleUnknown(RuleId::I1, _))));
    }
}
