//! `/selezione/avvisi/{call}`: a call for the members of its panel – who meets whom, who wants to
//! try a day, all candidacies by date.

use crate::{
    call::{self, Trial},
    candidacy::{self, Stage},
    panel::{pages::candidacy::stage_in_words, store},
};
use access::Act;
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use kernel::{CallId, CandidacyId, PersonId};
use serde::Deserialize;
use std::collections::HashSet;
use web::{
    Ctx, Error, Head, T,
    ui::{Badge, Pager, State},
};

#[derive(Deserialize)]
pub(in crate::panel) struct Asked {
    pagina: Option<u64>,
}

struct Line {
    name: String,
    href: Option<String>,
    sent: String,
    badge: Badge,
}

struct Day {
    trial: Trial,
    on: String,
}

#[derive(Template)]
#[template(path = "panel/call.html")]
struct CallPage {
    /// Its public page, once it has one.
    public: Option<String>,
    members: Vec<(String, String)>,
    trials: Vec<Day>,
    lines: Vec<Line>,
    pager: Pager,
    t: T,
}

/// The page. Who stepped aside from a candidacy sees that there is one, and nothing of it.
pub(in crate::panel) async fn show(
    ctx: Ctx,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> web::Result<Response> {
    let (t, conn, me) = (ctx.t(), ctx.db().reader(), ctx.person()?);
    let id: CallId = id.parse().map_err(|_| Error::NotFound)?;
    let call = call::by_id(conn, id).await?.ok_or(Error::NotFound)?;
    let seats = store::members(conn, id).await?;
    let seat = *seats.iter().find(|seat| seat.person == me).ok_or(Error::NotFound)?;
    let target = network::facade::organisation_target(conn, call.organisation).await?.ok_or(Error::NotFound)?;
    ctx.permit(Act::SitInPanel, target)?;
    let page = Pager::asked(asked.pagina);
    let (all, total) = candidacy::of_call(conn, id, page).await?;
    let ids: Vec<CandidacyId> = all.iter().map(|one| one.id).collect();
    let aside: HashSet<CandidacyId> = store::aside_of(conn, me, &ids).await?.into_iter().collect();
    let people: Vec<PersonId> =
        all.iter().filter_map(|one| one.person).chain(seats.iter().map(|seat| seat.person)).collect();
    let names = people::facade::person_names(conn, &people).await?;
    let name = |person: PersonId| names.get(&person).cloned().unwrap_or_else(|| t.get("panel-name-erased"));
    let line = |one: &candidacy::Candidacy| {
        let met = one.closed_at.is_none_or(|closed| seat.met(closed));
        let mine = met && !aside.contains(&one.id) && one.person != Some(me);
        let state = if one.stage == Stage::Closed { State::Done } else { State::Waiting };
        Line {
            name: match one.person.filter(|_| mine) {
                Some(person) => name(person),
                None if !met => t.get("panel-before-line"),
                None => t.get(if mine { "panel-name-erased" } else { "panel-aside-line" }),
            },
            href: mine.then(|| format!("/selezione/{}", one.id)),
            sent: one.sent_at.map(|at| t.date(kernel::rome_date(at))).unwrap_or_default(),
            badge: Badge::word(state, stage_in_words(t, one.stage, one.outcome)),
        }
    };
    let trials = call::trials(conn, ctx.app(), id).await?;
    let body = CallPage {
        public: call.public().then(|| call.href()),
        members: seats.iter().map(|seat| (name(seat.person), t.get(seat.side.key()))).collect(),
        trials: trials.into_iter().map(|trial| Day { on: t.date(trial.on), trial }).collect(),
        lines: all.iter().map(line).collect(),
        pager: Pager::new(
            t,
            &format!("/selezione/avvisi/{id}"),
            page,
            u64::try_from(total).unwrap_or(0),
            u64::try_from(candidacy::PER_PAGE).unwrap_or(30),
        ),
        t: t.clone(),
    };
    let trail = vec![("/selezione".to_owned(), t.get("panel-start-title"))];
    ctx.page(Head::new(call.title()).lead(t.get("panel-call-lead")).trail(trail).no_index(), body)
}
