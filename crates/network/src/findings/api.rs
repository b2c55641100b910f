//! Findings for programs: sums for everyone, and the findings that the caller may read.

use super::{
    model::{Filter, FindingOnRecord, RuleCounts, Whose},
    pages::own_organisations,
    store,
};
use crate::{
    organisation::{number, parameter},
    territory::TerritoryCode,
};
use access::{Act, Target};
use axum::Json;
use charter::{Phrase, RuleId, State};
use kernel::{DateTime, Lang, Utc, Uuid};
use serde::Serialize;
use utoipa::{
    OpenApi, ToSchema,
    openapi::{
        RefOr,
        schema::{ObjectBuilder, Schema, Type},
    },
};
use web::{Ctx, Fields, Problem, Result};

/// A word out of a list, as the API's description has it.
fn one_of(words: impl IntoIterator<Item = &'static str>) -> RefOr<Schema> {
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(words)).into()
}

/// The name of a rule: `I1` to `I16`.
pub(super) struct RuleCode;

impl utoipa::PartialSchema for RuleCode {
    fn schema() -> RefOr<Schema> {
        one_of(RuleId::ALL.map(RuleId::code))
    }
}

impl ToSchema for RuleCode {}

/// How an organisation stands to a rule.
pub(super) struct FindingState;

impl utoipa::PartialSchema for FindingState {
    fn schema() -> RefOr<Schema> {
        one_of(State::ALL.map(State::code))
    }
}

impl ToSchema for FindingState {}

/// The language of the sentences.
pub(super) struct Language;

impl utoipa::PartialSchema for Language {
    fn schema() -> RefOr<Schema> {
        one_of(Lang::ALL.map(Lang::tag))
    }
}

impl ToSchema for Language {}

/// How many organisations stand how to a rule.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RuleSums {
    /// The rule.
    #[schema(value_type = RuleCode)]
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
#[utoipa::path(get, operation_id = "getFindings", path = "/api/v1/findings", tag = "findings", responses(
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
    /// The rule.
    #[schema(value_type = RuleCode)]
    rule: &'static str,
    /// How it stands to the rule.
    #[schema(value_type = FindingState)]
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
    /// Which page this is, from 1.
    page: u64,
    /// How many findings a page has.
    per_page: u64,
    /// How many there are in all.
    total: u64,
    /// By the organisation's name, then in the order of the rules.
    findings: Vec<OrganisationFinding>,
}

/// How many findings stand on a page.
const PER_PAGE: u64 = 100;

/// The findings that the caller may read: what organisations published, those of the caller's own
/// organisations, and all for the secretariat.
#[utoipa::path(get, operation_id = "listOrganisationFindings", path = "/api/v1/findings/organisations", tag = "findings",
    params(
        ("rule" = Option<RuleCode>, Query, description = "a rule"),
        ("state" = Option<FindingState>, Query, description = "how organisations stand to it"),
        ("territory" = Option<TerritoryCode>, Query, description = "code of a territory"),
        ("lang" = Option<Language>, Query, description = "the language of the sentences, before what `Accept-Language` says"),
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
    parameter(&asked, "lang", |tag| Lang::ALL.into_iter().find(|lang| lang.tag() == tag))?;
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
    Ok(Json(FindingPage { page, per_page: PER_PAGE, total, findings: found.into_iter().map(told).collect() }))
}

#[derive(OpenApi)]
#[openapi(paths(counts, list), components(schemas(Problem, RuleCode, FindingState, Language, TerritoryCode)))]
struct Api;

/// The description of this part of the API.
pub(crate) fn document() -> utoipa::openapi::OpenApi {
    Api::openapi()
}
