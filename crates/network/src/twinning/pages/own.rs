//! The twinnings of an organisation: proposed, answered, ended.

use super::names;
use crate::{
    expert::reality,
    organisation::{
        model::{Filter, Listed, Organisation},
        store::directory,
    },
    twinning::{
        model::{Answer, NewTwinning, Side, Stage, Twinning},
        rules, store,
    },
};
use ::store::Fault;
use access::Act;
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use kernel::{Invalid, Invalids, TwinningId};
use serde::Deserialize;
use web::{
    Ctx, Error, Fields, Form, Head, T,
    ui::{Badge, Empty, State},
};

struct Line {
    id: String,
    version: i64,
    other: (String, String),
    side: String,
    purpose: String,
    badge: Badge,
    when: String,
    answers: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "twinning/organisation.html")]
struct OrganisationPage {
    href: String,
    twins: bool,
    lines: Vec<Line>,
    empty: Option<Empty>,
    t: T,
}

fn trail(t: &T, organisation: &Organisation) -> Vec<(String, String)> {
    vec![("/realta".to_owned(), t.get("expert-trail-organisations")), (organisation.href(), organisation.name.clone())]
}

/// The page: everyone reads what is active, the two read all of theirs.
pub(in crate::twinning) async fn show(ctx: Ctx, Path(address): Path<String>) -> web::Result<Response> {
    let t = ctx.t();
    let organisation = reality(&ctx, &address).await?;
    let twins = ctx.may(Act::Twin, organisation.target());
    let conn = ctx.db().reader();
    let mut all = store::of_organisation(conn, organisation.id).await?;
    all.retain(|twinning| twins || rules::public(twinning.stage));
    let names = names(conn, &all).await?;
    let line =
        |twinning: &Twinning| line(t, &organisation, twinning, names.get(&twinning.other(organisation.id))?, twins);
    let lines: Vec<Line> = all.iter().filter_map(line).collect();
    let empty = Empty::new(t.get("twinning-organisation-empty"), t.get("twinning-empty-text"));
    let body = OrganisationPage {
        href: organisation.href(),
        twins,
        empty: lines.is_empty().then_some(empty),
        lines,
        t: t.clone(),
    };
    let head = Head::new(t.arg("twinning-organisation-title", "name", &organisation.name));
    ctx.page(head.trail(trail(t, &organisation)), body)
}

fn line(t: &T, organisation: &Organisation, twinning: &Twinning, other: &Listed, twins: bool) -> Option<Line> {
    let side = twinning.side(organisation.id)?;
    let state = match twinning.stage {
        Stage::Active => State::Done,
        Stage::Proposed => State::Waiting,
        Stage::Declined | Stage::Withdrawn | Stage::Ended => State::Ended,
    };
    let when = match (twinning.since, twinning.until) {
        (Some(from), Some(until)) => {
            t.args("expert-period", &[("from", t.date(from).into()), ("until", t.date(until).into())])
        }
        (Some(from), None) => t.arg("twinning-since", "from", t.date(from)),
        _ => t.arg("twinning-proposed-on", "on", t.date(kernel::rome_date(twinning.proposed_at))),
    };
    let answers = if twins { rules::answers(twinning.stage, twinning.proposed_by, side) } else { Vec::new() };
    Some(Line {
        id: twinning.id.to_string(),
        version: twinning.version,
        other: (other.name.clone(), other.href()),
        side: t.get(&format!("twinning-as-{}", side.code())),
        purpose: twinning.purpose.clone(),
        badge: Badge::word(state, t.get(&format!("twinning-stage-{}", twinning.stage.code()))),
        when,
        answers: answers.iter().map(|a| (a.code(), t.get(&format!("twinning-answer-{}", a.code())))).collect(),
    })
}

/// Answers a proposal, takes one back, ends a twinning.
pub(in crate::twinning) async fn answer(
    ctx: Ctx,
    Path((address, id)): Path<(String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    let organisation = reality(&ctx, &address).await?;
    let permit = ctx.permit(Act::Twin, organisation.target())?;
    let id: TwinningId = id.parse().map_err(|_| Error::NotFound)?;
    let twinning = store::twinning(ctx.db().reader(), id).await?.ok_or(Error::NotFound)?;
    let side = twinning.side(organisation.id).ok_or(Error::NotFound)?;
    let answer = Answer::from_code(fields.get("answer")).ok_or(Error::Bad("error-bad-form"))?;
    let mut tx = permit.begin(ctx.db()).await?;
    let version = fields.get("version").parse().unwrap_or(0);
    store::answer(&mut tx, &twinning, side, answer, version).await?;
    tx.commit().await?;
    ctx.done(&format!("twinning-done-{}", answer.code()), &format!("{}/gemellaggi", organisation.href()))
}

#[derive(Deserialize)]
pub(in crate::twinning) struct Asked {
    #[serde(default)]
    q: String,
}

#[derive(Template)]
#[template(path = "twinning/new.html")]
struct NewPage {
    href: String,
    q: String,
    form: Form,
    sides: Vec<(String, String)>,
    others: Vec<(String, String)>,
    t: T,
}

/// The form for a proposal: first the other is looked for, then proposed to.
pub(in crate::twinning) async fn new(
    ctx: Ctx,
    Path(address): Path<String>,
    Query(asked): Query<Asked>,
) -> web::Result<Response> {
    let organisation = reality(&ctx, &address).await?;
    ctx.permit(Act::Twin, organisation.target())?;
    let mut fields = Fields::new();
    fields.set("q", asked.q.trim());
    let (head, body) = new_page(&ctx, &organisation, &fields, &Invalids::default()).await?;
    ctx.page(head, body)
}

async fn new_page(
    ctx: &Ctx,
    organisation: &Organisation,
    fields: &Fields,
    wrong: &Invalids,
) -> web::Result<(Head, NewPage)> {
    let t = ctx.t();
    let q: String = fields.get("q").chars().take(100).collect();
    let others = if q.is_empty() {
        Vec::new()
    } else {
        let filter = Filter { text: q.clone(), ..Filter::default() };
        directory::page(ctx.db().reader(), &filter, 12, 0).await?.lines
    };
    let option = |other: &Listed| (other.id.to_string(), format!("{} – {}", other.name, other.town));
    let side = |side: &Side| (side.code().to_owned(), t.get(&format!("twinning-we-are-{}", side.code())));
    let body = NewPage {
        href: organisation.href(),
        form: Form::new(t, "twinning", fields, wrong),
        q,
        sides: Side::ALL.iter().map(side).collect(),
        others: others.iter().filter(|other| other.id != organisation.id).map(option).collect(),
        t: t.clone(),
    };
    let mut trail = trail(t, organisation);
    trail.push((format!("{}/gemellaggi", organisation.href()), t.get("twinning-title")));
    Ok((Head::new(t.get("twinning-new")).lead(t.get("twinning-new-lead")).trail(trail).no_index(), body))
}

/// Proposes.
pub(in crate::twinning) async fn propose(
    ctx: Ctx,
    Path(address): Path<String>,
    fields: Fields,
) -> web::Result<Response> {
    let organisation = reality(&ctx, &address).await?;
    let permit = ctx.permit(Act::Twin, organisation.target())?;
    let refuse = async |wrong: Invalids| {
        let (head, body) = new_page(&ctx, &organisation, &fields, &wrong).await?;
        ctx.invalid(head, body)
    };
    let new = match NewTwinning::parse(organisation.id, &fields) {
        Ok(new) => new,
        Err(wrong) => return refuse(wrong).await,
    };
    if !directory::names(ctx.db().reader(), &[new.other]).await?.contains_key(&new.other) {
        return refuse(Invalid::new("other", "twinning-invalid-other").into()).await;
    }
    let mut tx = permit.begin(ctx.db()).await?;
    match store::propose(&mut tx, &new).await {
        Err(Fault::Duplicate(_)) => {
            tx.rollback().await?;
            return refuse(Invalid::new("other", "twinning-invalid-twice").into()).await;
        }
        proposed => proposed?,
    };
    tx.commit().await?;
    ctx.done("twinning-proposed", &format!("{}/gemellaggi", organisation.href()))
}
