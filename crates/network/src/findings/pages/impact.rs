//! For whom a version of the Charter changes something: to everyone the sums, to each its own.

use super::{own_organisations, rule_name, state_word};
use crate::{findings::store::gather, organisation::store::directory};
use access::{Act, Target};
use askama::Template;
use axum::{extract::Query, response::Response};
use charter::{Impact, RuleId, Shift, State, impact};
use consensus::facade::{CharterVersion, Standing};
use kernel::{OrganisationId, fold};
use serde::Deserialize;
use std::collections::BTreeMap;
use web::{Ctx, Error, Head, Result, T, ui::LoopStep};

/// How many organisations are read at once. More than a check takes into one transaction: a page holds
/// up no writer, and a whole country then costs few statements.
const PORTION: i64 = 500;

/// Which versions are compared.
#[derive(Debug, Deserialize)]
pub(super) struct Two {
    da: Option<String>,
    a: Option<String>,
}

struct Row {
    rule: String,
    before: String,
    after: String,
    number: usize,
}

#[derive(Template)]
#[template(path = "findings/impact.html")]
struct ImpactPage {
    t: T,
    summary: String,
    rows: Vec<Row>,
    own: Vec<(String, String, Vec<String>)>,
    compare_href: String,
}

/// The version that is named; a draft only for those who prepare it.
async fn named(ctx: &Ctx, id: &str) -> Result<CharterVersion> {
    let id = id.parse().map_err(|_| Error::NotFound)?;
    let found = consensus::facade::charter_version(ctx.db().reader(), id).await?.ok_or(Error::NotFound)?;
    let draft = found.line.standing == Standing::Draft;
    if draft && !ctx.may(Act::ManageCharter, Target::Network) { Err(Error::NotFound) } else { Ok(found) }
}

/// The page.
pub(super) async fn show(ctx: Ctx, Query(two): Query<Two>) -> Result<Response> {
    let (t, conn) = (ctx.t(), ctx.db().reader());
    let (Some(da), Some(a)) = (two.da, two.a) else { return ctx.goto("/carta/versioni") };
    let (old, new) = (named(&ctx, &da).await?, named(&ctx, &a).await?);
    let (today, mut after, mut count, mut hit) = (ctx.env().today(), None, 0, Vec::new());
    loop {
        let portion = gather::portion(conn, after, PORTION, today).await?;
        let Some((last, _)) = portion.last() else { break };
        after = Some(*last);
        count += portion.len();
        let all = portion.iter().map(|(id, facts)| (*id, facts));
        hit.extend(impact(&old.charter, &new.charter, all, today));
    }
    let args = [("number", hit.len().into()), ("all", count.into())];
    let body = ImpactPage {
        summary: t.args("findings-impact-summary", &args),
        rows: rows(t, &hit),
        own: own(&ctx, &hit).await?,
        compare_href: format!("/carta/confronto?da={}&a={}", old.id(), new.id()),
        t: t.clone(),
    };
    let labels = [("from", (&old.line.label).into()), ("to", (&new.line.label).into())];
    let head = Head::new(t.get("findings-impact-title")).lead(t.args("findings-impact-lead", &labels));
    let trail = vec![("/carta".to_owned(), t.get("findings-charter"))];
    ctx.page(head.trail(trail).loop_at(LoopStep::Charter).no_index(), body)
}

/// How many organisations go from which state to which, by rule.
fn rows(t: &T, hit: &[Impact<OrganisationId>]) -> Vec<Row> {
    let mut counts: BTreeMap<(RuleId, State, State), usize> = BTreeMap::new();
    for shift in hit.iter().flat_map(|impact| &impact.shifts) {
        *counts.entry((shift.rule, shift.before, shift.after)).or_default() += 1;
    }
    let row = |((rule, before, after), number)| Row {
        rule: rule_name(t, rule),
        before: state_word(t, before),
        after: state_word(t, after),
        number,
    };
    counts.into_iter().map(row).collect()
}

/// What changes for one's own organisations; the secretariat reads the first hundred of all.
async fn own(ctx: &Ctx, hit: &[Impact<OrganisationId>]) -> Result<Vec<(String, String, Vec<String>)>> {
    let t = ctx.t();
    let mine = own_organisations(ctx.actor());
    let all = ctx.actor().person().is_some() && ctx.may(Act::ReadAllFindings, Target::Network);
    let seen: Vec<&Impact<OrganisationId>> =
        hit.iter().filter(|impact| all || mine.contains(&impact.of)).take(100).collect();
    let ids: Vec<OrganisationId> = seen.iter().map(|impact| impact.of).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let names = directory::names(ctx.db().reader(), &ids).await?;
    let line = |shift: &Shift| {
        let args = [
            ("rule", rule_name(t, shift.rule).into()),
            ("before", state_word(t, shift.before).into()),
            ("after", state_word(t, shift.after).into()),
        ];
        t.args("findings-impact-shift", &args)
    };
    let told = |impact: &&Impact<OrganisationId>| {
        let listed = names.get(&impact.of)?;
        Some((listed.href(), listed.name.clone(), impact.shifts.iter().map(line).collect()))
    };
    let mut own: Vec<(String, String, Vec<String>)> = seen.iter().filter_map(told).collect();
    own.sort_by_key(|(_, name, _)| fold(name));
    Ok(own)
}
