//! The findings of one organisation: its own to read and to publish.

use super::{Card, card, organisation, rule_name};
use crate::{
    findings::{
        model::FindingOnRecord,
        rules::place,
        store::{self, list},
    },
    organisation::model::Organisation,
};
use access::Act;
use askama::Template;
use axum::{extract::Path, response::Response};
use charter::{RuleId, State, awaits_records};
use web::{
    Ctx, Error, Fields, Head, Result, T,
    ui::{Empty, FindingCard, LoopStep},
};

/// A finding with the form that publishes it or takes it back.
struct Own {
    card: FindingCard,
    /// Where the form leads; none for those who do not publish.
    action: Option<String>,
    state: &'static str,
    published: bool,
    button: String,
}

struct Group {
    id: &'static str,
    title: String,
    findings: Vec<Own>,
}

#[derive(Template)]
#[template(path = "findings/own.html")]
struct OwnPage {
    t: T,
    checked: Option<String>,
    declare: Option<String>,
    groups: Vec<Group>,
    /// Rules whose records are not kept yet, each with what is missing.
    awaiting: Vec<(String, String)>,
    empty: Option<Empty>,
}

/// What can be mended comes first.
const ORDER: [State; 4] = [State::NotMet, State::NotKnown, State::Met, State::NotApplicable];

/// The page.
pub(super) async fn show(ctx: Ctx, Path(address): Path<String>) -> Result<Response> {
    let found = organisation(&ctx, &address).await?;
    ctx.permit(Act::ReadFindings, found.target())?;
    let (t, conn) = (ctx.t(), ctx.db().reader());
    let findings = list::of(conn, found.id).await?;
    let version = consensus::facade::charter_in_force(conn).await?;
    let publishes = ctx.may(Act::PublishFindings, found.target());
    let declares = ctx.may(Act::EditOrganisation, found.target());
    let own = |finding: &FindingOnRecord| {
        let charter = version.as_ref().map(|version| &version.charter);
        let key = if finding.published { "findings-unpublish" } else { "findings-publish" };
        Own {
            card: card(t, finding, &Card { heading: String::new(), charter, inside: true, declares }),
            action: (publishes && finding.state != State::NotApplicable)
                .then(|| format!("{}/verifica/{}", found.href(), finding.rule)),
            state: finding.state.code(),
            published: finding.published,
            button: t.arg(key, "rule", finding.rule.code()),
        }
    };
    let group = |state: State| Group {
        id: state.code(),
        title: t.get(&format!("findings-group-{}", state.code().replace('_', "-"))),
        findings: findings.iter().filter(|f| f.state == state && !awaits(f)).map(own).collect(),
    };
    let line = |finding: &FindingOnRecord| {
        let missing: Vec<String> = finding.missing.iter().map(|phrase| consensus::facade::say(t, phrase)).collect();
        (rule_name(t, finding.rule), missing.join(" "))
    };
    let page = OwnPage {
        checked: store::checked_at(conn, Some(found.id))
            .await?
            .map(|at| t.arg("findings-checked", "at", t.instant(at))),
        declare: declares.then(|| format!("{}/dichiarazioni", found.href())),
        groups: ORDER.map(group).into_iter().filter(|group| !group.findings.is_empty()).collect(),
        awaiting: findings.iter().filter(|finding| awaits(finding)).map(line).collect(),
        empty: findings.is_empty().then(|| Empty::new(t.get("findings-none-own"), t.get("findings-none-own-text"))),
        t: t.clone(),
    };
    ctx.page(head(t, &found), page)
}

/// Whether there is nothing to do yet, because the records of the rule are not kept.
fn awaits(finding: &FindingOnRecord) -> bool {
    awaits_records(finding.state, &finding.next_steps)
}

fn head(t: &T, found: &Organisation) -> Head {
    Head::new(t.arg("findings-own-title", "name", &found.name))
        .lead(t.get("findings-own-lead"))
        .trail(vec![("/realta".to_owned(), t.get("findings-organisations")), (found.href(), found.name.clone())])
        .loop_at(LoopStep::Findings)
        .no_index()
}

/// Publishes a finding, or takes it back.
pub(super) async fn publish(
    ctx: Ctx,
    Path((address, rule)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response> {
    let found = organisation(&ctx, &address).await?;
    let rule: RuleId = rule.parse().map_err(|_| Error::NotFound)?;
    let state = State::from_code(fields.get("state")).ok_or(Error::Bad("error-bad-form"))?;
    let published = fields.checked("published");
    let mut tx = ctx.permit(Act::PublishFindings, found.target())?.begin(ctx.db()).await?;
    store::publish(&mut tx, found.id, place(rule), state.code(), published).await?;
    tx.commit().await?;
    let key = if published { "findings-published" } else { "findings-unpublished" };
    ctx.done_with(key, "rule", &rule_name(ctx.t(), rule), &format!("{}/verifica", found.href()))
}
