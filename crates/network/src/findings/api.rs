//! Findings for programs: sums for everyone, and the findings that the caller may read.

use super::{
    model::{Filter, FindingOnRecord, RuleCounts, Whose},
    pages::own_organisations,
    store,
};
use crate::organisation::{Problem, number, parameter};
use access::{Act, Target};
use axum::Json;
use charter::{Phrase, RuleId, State};
use kernel::{DateTime, Utc, Uuid};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};
use web::{Ctx, Fields, Result};

/// How many organisations stand how to a rule.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RuleSums {
    /// `I1` to `I16`.
    rule: &'static str,
    /// For how many organisations it is met.
    met: u64,
    /// For how many it is not met.
    not_met: u64,
    /// Of how many it is not known.
    not_known: u64,
    /// To how many it does not apply.
    not_applicable: u64,
}

impl From<RuleCounts> for RuleSums {
    fn from(counts: RuleCounts) -> Self {
        let RuleCounts { rule, met, not_met, not_known, not_applicable } = counts;
        Self { rule: rule.code(), met, not_met, not_known, not_applicable }
    }
}

/// What the Charter says of the network.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FindingSums {
    /// The version of the Charter in force.
    charter_version: Option<Uuid>,
    /// When it was last evaluated.
    checked_at: Option<DateTime<Utc>>,
    /// The sums over the organisations of the public register, by rule.
    rules: Vec<RuleSums>,
}

/// What the Charter says of the network, rule by rule.
#[utoipa::path(get, path = "/api/v1/findings", tag = "findings", responses(
    (status = 200, description = "Sums over the organisations of the public register", body = FindingSums),
))]
pub(super) async fn counts(ctx: Ctx) -> Result<Json<FindingSums>> {
    let conn = ctx.db().reader();
    let version = consensus::facade::charter_in_force(conn).await?;
    let counts = store::list::counts(conn).await?;
    Ok(Json(FindingSums {
        charter_version: version.map(|version| version.id().uuid()),
        checked_at: store::checked_at(conn, None).await?,
        rules: counts.into_iter().map(RuleSums::from).collect(),
    }))
}

/// A sentence, with its key.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Said {
    /// The key of the sentence.
    key: String,
    /// The sentence in the language asked for.
    text: String,
}

/// A finding.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OrganisationFinding {
    /// Whose.
    organisation: Uuid,
    /// The organisation's name.
    name: String,
    /// `I1` to `I16`.
    rule: &'static str,
    /// `met`, `not_met`, `not_known` or `not_applicable`.
    state: &'static str,
    /// What the records show.
    evidence: Vec<Said>,
    /// What the records do not say; empty for those who are outside the organisation.
    missing: Vec<Said>,
    /// What can be done next; empty for those who are outside the organisation.
    next_steps: Vec<Said>,
    /// The article that the rule carries out.
    article: String,
    /// Since when it is so.
    since: DateTime<Utc>,
    /// Whether the organisation published it.
    published: bool,
}

/// A page of findings.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FindingPage {
    /// How many there are in all.
    total: u64,
    /// By the organisation's name, then in the order of the rules.
    findings: Vec<OrganisationFinding>,
}

/// How many findings stand on a page.
const PER_PAGE: u64 = 100;

/// The findings that the caller may read: what organisations published, those of the caller's own
/// organisations, and all for the secretariat.
#[utoipa::path(get, path = "/api/v1/findings/organisations", tag = "findings",
    params(
        ("rule" = Option<String>, Query, description = "a rule", pattern = "^I([1-9]|1[0-6])$", example = "I12"),
        ("state" = Option<String>, Query, description = "a state", pattern = "^(met|not_met|not_known|not_applicable)$"),
        ("territory" = Option<String>, Query, description = "code of a territory", pattern = "^[a-z-]+$", example = "umbria"),
        ("page" = Option<u64>, Query, description = "page, from 1, of a hundred findings", minimum = 1, maximum = 100_000),
    ),
    responses(
        (status = 200, description = "A page of findings", body = FindingPage),
        (status = 400, description = "A parameter is not what it should be", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(ctx: Ctx) -> Result<Json<FindingPage>> {
    let conn = ctx.db().reader();
    let asked = Fields::parse_urlencoded(ctx.query().unwrap_or_default().as_bytes());
    let rule = |code: &str| RuleId::ALL.into_iter().find(|rule| rule.code() == code);
    let filter = Filter {
        rule: parameter(&asked, "rule", rule)?,
        state: parameter(&asked, "state", State::from_code)?,
        territory: parameter(&asked, "territory", |code| code.parse().ok())?,
    };
    let page = parameter(&asked, "page", |text| number(text, 1, 100_000))?.unwrap_or(1);
    let mine = own_organisations(ctx.actor());
    let all = ctx.actor().person().is_some() && ctx.may(Act::ReadAllFindings, Target::Network);
    let whose = if all { Whose::All } else { Whose::PublishedOrOf(mine.clone()) };
    let skip = i64::try_from((page - 1) * PER_PAGE).unwrap_or(i64::MAX);
    let found = store::list::page(conn, &filter, &whose, i64::try_from(PER_PAGE).unwrap_or(i64::MAX), skip).await?;
    let said = |phrases: &[Phrase]| -> Vec<Said> {
        let one = |p: &Phrase| Said { key: p.key.clone(), text: consensus::facade::say(ctx.t(), p) };
        phrases.iter().map(one).collect()
    };
    let told = |finding: FindingOnRecord| {
        let inside = all || mine.contains(&finding.organisation);
        let if_inside = |phrases: &[Phrase]| if inside { said(phrases) } else { Vec::new() };
        OrganisationFinding {
            organisation: finding.organisation.uuid(),
            rule: finding.rule.code(),
            state: finding.state.code(),
            evidence: said(&finding.evidence),
            missing: if_inside(&finding.missing),
            next_steps: if_inside(&finding.next_steps),
            name: finding.name,
            article: finding.article,
            since: finding.since,
            published: finding.published,
        }
    };
    let total = store::list::total(conn, &filter, &whose).await?;
    Ok(Json(FindingPage { total, findings: found.into_iter().map(told).collect() }))
}

#[derive(OpenApi)]
#[openapi(paths(counts, list))]
struct Api;

/// The description of this part of the API.
pub(crate) fn document() -> utoipa::openapi::OpenApi {
    Api::openapi()
}
