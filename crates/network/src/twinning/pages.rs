//! `/gemellaggi`: the twinnings that both agreed to.

pub(super) mod own;

use super::{model::Twinning, store};
use crate::organisation::{model::Listed, store::directory};
use ::store::{Conn, Fault};
use askama::Template;
use axum::{extract::Query, response::Response};
use kernel::OrganisationId;
use serde::Deserialize;
use std::collections::HashMap;
use web::{
    Ctx, Head, T,
    ui::{Empty, Pager},
};

const PER_PAGE: i64 = 30;

#[derive(Deserialize)]
pub(super) struct Asked {
    pagina: Option<u64>,
}

struct Line {
    mature: (String, String),
    starting: (String, String),
    purpose: String,
    since: String,
}

#[derive(Template)]
#[template(path = "twinning/list.html")]
struct ListPage {
    lines: Vec<Line>,
    pager: Pager,
    empty: Option<Empty>,
    t: T,
}

/// The list.
pub(super) async fn list(ctx: Ctx, Query(asked): Query<Asked>) -> web::Result<Response> {
    let t = ctx.t();
    let conn = ctx.db().reader();
    let page = Pager::asked(asked.pagina);
    let skip = (i64::try_from(page).unwrap_or(1) - 1) * PER_PAGE;
    let total = store::count_active(conn).await?;
    let active = store::active(conn, PER_PAGE, skip).await?;
    let names = names(conn, &active).await?;
    let place = |id: OrganisationId| names.get(&id).map(|one| (one.name.clone(), one.href()));
    let lines = active.iter().filter_map(|twinning| {
        Some(Line {
            mature: place(twinning.mature)?,
            starting: place(twinning.starting)?,
            purpose: twinning.purpose.clone(),
            since: twinning.since.map(|day| t.date(day)).unwrap_or_default(),
        })
    });
    let lines: Vec<Line> = lines.collect();
    let per_page = u64::try_from(PER_PAGE).unwrap_or(30);
    let body = ListPage {
        empty: lines.is_empty().then(|| Empty::new(t.get("twinning-empty"), t.get("twinning-empty-text"))),
        pager: Pager::new(t, "/gemellaggi", page, u64::try_from(total).unwrap_or(0), per_page),
        lines,
        t: t.clone(),
    };
    ctx.page(Head::new(t.get("twinning-title")).lead(t.get("twinning-lead")), body)
}

/// The organisations on both sides, by id.
async fn names(conn: &impl Conn, all: &[Twinning]) -> Result<HashMap<OrganisationId, Listed>, Fault> {
    let mut ids: Vec<_> = all.iter().flat_map(|twinning| [twinning.mature, twinning.starting]).collect();
    ids.sort_unstable();
    ids.dedup();
    directory::names(conn, &ids).await
}
