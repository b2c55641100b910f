//! A token as it is asked for and shown.

use access::TokenScope;
use kernel::{Checks, DateTime, Invalids, TokenId, Utc};
use serde::Serialize;
use web::Fields;

/// What tokens begin with, so that one that was left lying around is recognised.
pub(crate) const PREFIX: &str = "allapari_";

/// How long a token works, in days.
pub(crate) const DAYS: [i64; 3] = [30, 90, 365];

/// A token that is asked for.
#[derive(Debug)]
pub(crate) struct NewToken {
    pub(crate) name: String,
    pub(crate) scopes: Vec<TokenScope>,
    pub(crate) days: i64,
}

impl NewToken {
    /// Reads the form.
    pub(crate) fn parse(fields: &Fields) -> Result<Self, Invalids> {
        let mut checks = Checks::new();
        let name = checks.text("name", fields.get("name"), 80);
        let scopes: Vec<_> = fields.all("scopes").into_iter().filter_map(scope_of).collect();
        checks.need(!scopes.is_empty(), "scopes", "invalid-required");
        let days = fields.get("days").parse().ok().filter(|days| DAYS.contains(days));
        checks.need(days.is_some(), "days", "invalid-required");
        checks.finish(|| Some(Self { name: name?, scopes, days: days? }))
    }
}

/// A token as its owner sees it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct TokenLine {
    #[serde(skip)]
    pub(crate) id: TokenId,
    pub(crate) name: String,
    pub(crate) scopes: Vec<TokenScope>,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) expires_at: DateTime<Utc>,
    pub(crate) used_at: Option<DateTime<Utc>>,
}

/// The word for a scope, in tables and forms.
pub(crate) const fn scope_code(scope: TokenScope) -> &'static str {
    match scope {
        TokenScope::Read => "read",
        TokenScope::Write => "write",
    }
}

/// The scope that a word stands for.
pub(crate) fn scope_of(code: &str) -> Option<TokenScope> {
    [TokenScope::Read, TokenScope::Write].into_iter().find(|scope| scope_code(*scope) == code)
}

/// Scopes as one word: `read write`.
pub(crate) fn scope_words(scopes: &[TokenScope]) -> String {
    scopes.iter().map(|scope| scope_code(*scope)).collect::<Vec<_>>().join(" ")
}

/// The scopes that a word stands for.
pub(crate) fn scopes_of(words: &str) -> Vec<TokenScope> {
    words.split(' ').filter_map(scope_of).collect()
}
