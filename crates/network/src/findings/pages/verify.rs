//! What the Charter says of the network: to everyone the sums and what was published, to members
//! their own, to the secretariat all.

use super::{Card, card, own_organisations, rule_name, state_word};
use crate::{
    findings::{
        model::{Filter, FindingOnRecord, RuleCounts, Whose},
        store,
    },
    organisation::store::directory,
};
use access::{Act, Target};
use askama::Template;
use axum::{extract::Query, response::Response};
use charter::{Charter, RuleId, State};
use kernel::{Territory, fold};
use serde::Deserialize;
use web::{
    Ctx, Fields, Form, Head, Result, T,
    picture::{Bar, Bars, Tone},
    ui::{Empty, FindingCard, LoopStep, Pager},
};

/// How many findings stand on a page.
const PER_PAGE: u64 = 20;

/// What is looked for.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    regola: Option<String>,
    stato: Option<String>,
    territorio: Option<String>,
    pagina: Option<u64>,
}

impl Asked {
    /// What cannot be read asks for nothing.
    fn filter(&self) -> Filter {
        Filter {
            rule: self.regola.as_deref().and_then(|code| code.parse().ok()),
            state: self.stato.as_deref().and_then(State::from_code),
            territory: self.territorio.as_deref().and_then(|code| code.parse().ok()),
        }
    }
    /// Who reads all begins with what is not met: that is where somebody can be accompanied.
    fn with_default(mut self) -> Self {
        self.stato.get_or_insert_with(|| State::NotMet.code().to_owned());
        self
    }
    fn fields(&self) -> Fields {
        let mut fields = Fields::new();
        fields.set("regola", self.regola.as_deref().unwrap_or_default());
        fields.set("stato", self.stato.as_deref().unwrap_or_default());
        fields.set("territorio", self.territorio.as_deref().unwrap_or_default());
        fields
    }
}

/// The address of the list with its filter and without its page. The state is always named, so that
/// "all" stays all.
fn href(filter: &Filter) -> String {
    let parts = [
        filter.rule.map(|rule| format!("regola={rule}")),
        Some(format!("stato={}", filter.state.map_or("", State::code))),
        filter.territory.map(|territory| format!("territorio={territory}")),
    ];
    format!("/carta/verifica?{}", parts.into_iter().flatten().collect::<Vec<_>>().join("&"))
}

struct Row {
    name: String,
    href: String,
    numbers: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "findings/verify.html")]
struct VerifyPage {
    t: T,
    checked: Option<String>,
    bars: Option<Bars>,
    /// The names of the rules of which nothing is known anywhere.
    silent: Vec<String>,
    checked_any: bool,
    rows: Vec<Row>,
    own: Vec<(String, String)>,
    all: bool,
    form: Form,
    rules: Vec<(String, String)>,
    states: Vec<(String, String)>,
    territories: Vec<(String, String)>,
    cards: Vec<FindingCard>,
    empty: Option<Empty>,
    pager: Pager,
}

const STATES: [(State, Tone); 4] = [
    (State::Met, Tone::Met),
    (State::NotMet, Tone::NotMet),
    (State::NotKnown, Tone::NotKnown),
    (State::NotApplicable, Tone::NotApplicable),
];

fn rows(t: &T, counts: &[RuleCounts]) -> Vec<Row> {
    let numbers = |counts: &RuleCounts| {
        STATES.map(|(state, _)| (state_word(t, state), t.number(counts.of(state)))).into_iter().collect()
    };
    let row = |counts: &RuleCounts| Row {
        name: rule_name(t, counts.rule),
        href: format!("/carta#{}", counts.rule.slug()),
        numbers: numbers(counts),
    };
    counts.iter().map(row).collect()
}

/// Whether a rule has an answer anywhere.
fn answered(counts: &RuleCounts) -> bool {
    counts.met + counts.not_met > 0
}

/// The picture of the rules that have an answer somewhere; none where no rule has.
fn bars(t: &T, counts: &[RuleCounts]) -> Option<Bars> {
    let bar = |counts: &RuleCounts| Bar {
        name: rule_name(t, counts.rule),
        href: Some(format!("/carta#{}", counts.rule.slug())),
        parts: STATES.map(|(state, tone)| (tone, state_word(t, state), counts.of(state))).into_iter().collect(),
    };
    let bars: Vec<Bar> = counts.iter().filter(|counts| answered(counts)).map(bar).collect();
    (!bars.is_empty()).then(|| Bars::new("findings-bars", t.get("findings-bars"), &bars))
}

/// The names of the rules that have no answer anywhere.
fn silent(t: &T, counts: &[RuleCounts]) -> Vec<String> {
    counts.iter().filter(|counts| !answered(counts)).map(|counts| rule_name(t, counts.rule)).collect()
}

/// The choices of the filter, each list with "all" first.
fn choices(t: &T) -> [Vec<(String, String)>; 3] {
    let all = |key: &str| (String::new(), t.get(key));
    let mut territories: Vec<_> =
        Territory::ALL.iter().map(|one| (one.code().to_owned(), one.name(t.lang()).to_owned())).collect();
    territories.sort_by_key(|(_, name)| fold(name));
    territories.insert(0, all("findings-all-territories"));
    let rules = RuleId::ALL.iter().map(|rule| (rule.code().to_owned(), rule_name(t, *rule)));
    let states = State::ALL.iter().map(|state| (state.code().to_owned(), state_word(t, *state)));
    [
        std::iter::once(all("findings-all-rules")).chain(rules).collect(),
        std::iter::once(all("findings-all-states")).chain(states).collect(),
        territories,
    ]
}

/// The page.
pub(super) async fn show(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Response> {
    let (t, conn) = (ctx.t(), ctx.db().reader());
    let all = ctx.actor().person().is_some() && ctx.may(Act::ReadAllFindings, Target::Network);
    let whose = if all { Whose::All } else { Whose::Published };
    let asked = if all { asked.with_default() } else { asked };
    let (filter, page) = (asked.filter(), Pager::asked(asked.pagina));
    let counts = store::list::counts(conn).await?;
    let total = store::list::total(conn, &filter, &whose).await?;
    let skip = i64::try_from((page - 1) * PER_PAGE).unwrap_or(i64::MAX);
    let limit = i64::try_from(PER_PAGE).unwrap_or(i64::MAX);
    let found = store::list::page(conn, &filter, &whose, limit, skip).await?;
    let version = consensus::facade::charter_in_force(conn).await?;
    let charter = version.as_ref().map(|version| &version.charter);
    let [rules, states, territories] = choices(t);
    let body = VerifyPage {
        checked: store::checked_at(conn, None).await?.map(|at| t.arg("findings-checked", "at", t.instant(at))),
        bars: bars(t, &counts),
        silent: silent(t, &counts),
        checked_any: counts.iter().any(|counts| STATES.iter().any(|(state, _)| counts.of(*state) > 0)),
        rows: rows(t, &counts),
        own: own(&ctx).await?,
        all,
        form: Form::fresh(t, "findings", &asked.fields()),
        rules,
        states,
        territories,
        cards: cards(t, &found, charter, all, ctx.may(Act::EditOrganisation, Target::Network)),
        empty: found.is_empty().then(|| empty(t, all)),
        pager: Pager::new(t, &href(&filter), page, total, PER_PAGE),
        t: t.clone(),
    };
    let head = Head::new(t.get("findings-title")).lead(t.get("findings-lead")).loop_at(LoopStep::Findings);
    ctx.page(head.trail(vec![("/carta".to_owned(), t.get("findings-charter"))]), body)
}

fn cards(
    t: &T,
    found: &[FindingOnRecord],
    charter: Option<&Charter>,
    inside: bool,
    declares: bool,
) -> Vec<FindingCard> {
    let one = |finding: &FindingOnRecord| {
        let args = [("name", (&finding.name).into()), ("rule", rule_name(t, finding.rule).into())];
        card(t, finding, &Card { heading: t.args("findings-of", &args), charter, inside, declares })
    };
    found.iter().map(one).collect()
}

fn empty(t: &T, all: bool) -> Empty {
    let key = if all { "findings-none" } else { "findings-none-published" };
    Empty::new(t.get(key), t.get(&format!("{key}-text")))
}

/// The pages of one's own organisations, by name.
async fn own(ctx: &Ctx) -> Result<Vec<(String, String)>> {
    let mine = own_organisations(ctx.actor());
    if mine.is_empty() {
        return Ok(Vec::new());
    }
    let names = directory::names(ctx.db().reader(), &mine).await?;
    let mut own: Vec<_> = names.values().map(|one| (format!("{}/verifica", one.href()), one.name.clone())).collect();
    own.sort_by_key(|(_, name)| fold(name));
    Ok(own)
}
