//! `/realta/{id}/attestati`: the editions of an organisation with what waits in each.

use super::{reality, trail};
use crate::{
    certificate::{
        model::Stage,
        store::{self, signatory},
    },
    edition::{self, Edition, Running},
};
use access::Act;
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{Duration, EditionId};
use std::collections::HashMap;
use web::{Ctx, Head, Result, T, ui::Empty};

/// How long after its last day an edition stands in the list.
const YEARS: Duration = Duration::days(5 * 365);

struct Line {
    href: String,
    title: String,
    period: String,
    waits: Vec<String>,
}

#[derive(Template)]
#[template(path = "certificate/organisation.html")]
struct OrganisationPage {
    lines: Vec<Line>,
    empty: Option<Empty>,
    t: T,
}

/// The page: who keeps the courses sees all editions, the others those for which they were named.
pub(in crate::certificate) async fn show(ctx: Ctx, Path(address): Path<String>) -> Result<Response> {
    let t = ctx.t();
    let organisation = reality(&ctx, &address).await?;
    ctx.permit(Act::SignCertificate, organisation.target())?;
    let (conn, person) = (ctx.db().reader(), ctx.person()?);
    let keeps = ctx.may(Act::ManageCourses, organisation.target());
    let named = signatory::editions(conn, organisation.id, person).await?;
    let since = ctx.env().today() - YEARS;
    let mut editions = edition::running(conn, &[organisation.id], &[], since).await?;
    editions.retain(|one| keeps || named.contains(&one.edition.id));
    editions.reverse();
    let ids: Vec<EditionId> = editions.iter().map(|one| one.edition.id).collect();
    let mut counts: HashMap<EditionId, Vec<(Stage, i64)>> = HashMap::new();
    for (edition, stage, count) in store::counts(conn, &ids).await? {
        counts.entry(edition).or_default().push((stage, count));
    }
    let line = |Running { edition, course, .. }: &Running| Line {
        href: format!("{}/attestati/edizioni/{}", organisation.href(), edition.id),
        title: format!("{course} – {}", edition.title),
        period: period(t, edition),
        waits: waits(t, counts.get(&edition.id).map_or(&[], Vec::as_slice)),
    };
    let lines: Vec<Line> = editions.iter().map(line).collect();
    let empty = lines.is_empty().then(|| {
        let empty = Empty::new(t.get("certificate-editions-none"), t.get("certificate-editions-none-text"));
        let courses = format!("{}/corsi", organisation.href());
        if keeps { empty.action(courses, t.get("certificate-to-courses")) } else { empty }
    });
    let mut above = trail(t, &organisation);
    above.pop();
    let head = Head::new(t.get("certificate-title")).lead(t.get("certificate-lead")).trail(above).no_index();
    ctx.page(head, OrganisationPage { lines, empty, t: t.clone() })
}

/// From when to when an edition is, in words.
pub(super) fn period(t: &T, edition: &Edition) -> String {
    let args = [("from", t.date(edition.starts).into()), ("to", t.date(edition.ends).into())];
    t.args("certificate-period", &args)
}

/// What waits in an edition, in words.
fn waits(t: &T, counts: &[(Stage, i64)]) -> Vec<String> {
    let shown = [Stage::Proposed, Stage::Signed, Stage::Issued];
    let count = |stage: Stage| counts.iter().find(|(one, _)| *one == stage).map_or(0, |(_, count)| *count);
    let words = |stage: &Stage| t.arg(&format!("certificate-count-{}", stage.code()), "count", count(*stage));
    shown.iter().filter(|stage| count(**stage) > 0).map(words).collect()
}
