//! `/selezione/accompagno`: whom one accompanies until they meet again. Only the names, the call and
//! the day: what was written between the panel and the person stays between them.

use crate::{call, candidacy, outcome};
use access::{Act, Target};
use askama::Template;
use axum::response::Response;
use kernel::{CallId, CandidacyId, PersonId};
use std::collections::HashMap;
use web::{Ctx, Head, T, ui::Empty};

struct Line {
    name: String,
    day: String,
    call: String,
    steps: String,
}

#[derive(Template)]
#[template(path = "outcome/companion.html")]
struct CompanionPage {
    lines: Vec<Line>,
    empty: Option<Empty>,
    t: T,
}

/// The page. What they agreed to do until then is for both: the companion reads it too.
pub(in crate::outcome) async fn show(ctx: Ctx) -> web::Result<Response> {
    let (t, conn, me) = (ctx.t(), ctx.db().reader(), ctx.person()?);
    let all = outcome::accompanied_by(conn, me, ctx.env().today()).await?;
    let people: Vec<PersonId> = all.iter().filter_map(|one| one.person).collect();
    let names = people::facade::person_names(conn, &people).await?;
    let ids: Vec<CandidacyId> = all.iter().map(|one| one.candidacy).collect();
    let of: HashMap<CandidacyId, CallId> =
        candidacy::by_ids(conn, &ids).await?.into_iter().map(|one| (one.id, one.call)).collect();
    let calls: HashMap<CallId, call::Call> = call::by_ids(conn, &of.values().copied().collect::<Vec<_>>())
        .await?
        .into_iter()
        .map(|one| (one.id, one))
        .collect();
    let mut lines = Vec::new();
    for one in &all {
        let Some((person, name)) = one.person.and_then(|person| Some((person, names.get(&person)?.clone()))) else {
            continue;
        };
        let Some(call) = of.get(&one.candidacy).and_then(|call| calls.get(call)) else { continue };
        // Who holds no role there any more accompanies nobody there.
        if !ctx.may(Act::SitInPanel, Target::organisation(call.organisation, call.territory)) {
            continue;
        }
        let steps = match &one.way {
            Some(sealed) => {
                let place = outcome::way_place(one.candidacy);
                people::facade::open_for_person(conn, ctx.app(), person, &place, sealed).await?
            }
            None => None,
        };
        lines.push(Line {
            name,
            day: one.meet_again_on.map(|day| t.date(day)).unwrap_or_default(),
            call: call.title().to_owned(),
            steps: steps.unwrap_or_default(),
        });
    }
    let body = CompanionPage {
        empty: lines.is_empty().then(|| Empty::new(t.get("outcome-none-title"), t.get("outcome-none-text"))),
        lines,
        t: t.clone(),
    };
    let head = Head::new(t.get("outcome-companion-title")).lead(t.get("outcome-companion-lead"));
    ctx.page(head.trail(vec![("/selezione".to_owned(), t.get("panel-start-title"))]).no_index(), body)
}
