//! `/profilo/gruppi`: the groups that a person belongs to, which is their own affair.

use super::{Asked, Line, PER_PAGE, on_list};
use crate::group::{model::Membership, store};
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use web::{
    Ctx, Fields, Head, T,
    ui::{Empty, Pager},
};

struct OwnLine {
    line: Line,
    mine: Option<bool>,
}

#[derive(Template)]
#[template(path = "group/own.html")]
struct OwnPage {
    lines: Vec<OwnLine>,
    pager: Pager,
    empty: Option<Empty>,
    t: T,
}

/// The groups one may join, and those one belongs to.
pub(in crate::group) async fn show(ctx: Ctx, Query(asked): Query<Asked>) -> web::Result<Response> {
    let (person, _) = ctx.own()?;
    let t = ctx.t();
    let conn = ctx.db().reader();
    let page = Pager::asked(asked.pagina);
    let skip = (i64::try_from(page).unwrap_or(1) - 1) * PER_PAGE;
    let total = store::count(conn, false).await?;
    let memberships = store::memberships(conn, person).await?;
    let mut kept = store::list(conn, false, PER_PAGE, skip).await?;
    // A group that left the list is still shown to those who belong to it, so that they can leave.
    for Membership { group, .. } in &memberships {
        if page == 1 && !kept.iter().any(|other| other.id == *group) {
            kept.extend(store::group(conn, *group).await?);
        }
    }
    let line = |kept: crate::group::model::GroupOnRecord| {
        let mine = memberships.iter().find(|m| m.group == kept.id).map(|m| m.shown);
        OwnLine { line: Line::new(t, kept), mine }
    };
    let lines: Vec<OwnLine> = kept.into_iter().map(line).collect();
    let per_page = u64::try_from(PER_PAGE).unwrap_or(30);
    let body = OwnPage {
        empty: lines.is_empty().then(|| Empty::new(t.get("group-empty"), t.get("group-empty-text"))),
        pager: Pager::new(t, "/profilo/gruppi", page, u64::try_from(total).unwrap_or(0), per_page),
        lines,
        t: t.clone(),
    };
    let trail = vec![("/profilo".to_owned(), t.get("expert-trail-profile"))];
    ctx.page(Head::new(t.get("group-own-title")).lead(t.get("group-own-lead")).trail(trail).no_index(), body)
}

/// Joins, or changes whether it is shown beside the name.
pub(in crate::group) async fn join(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> web::Result<Response> {
    let (person, permit) = ctx.own()?;
    let kept = on_list(&ctx, &id).await?;
    let mut tx = permit.begin(ctx.db()).await?;
    store::join(&mut tx, person, kept.id, fields.checked("shown")).await?;
    tx.commit().await?;
    ctx.done("group-joined", "/profilo/gruppi")
}

/// Leaves.
pub(in crate::group) async fn leave(ctx: Ctx, Path(id): Path<String>) -> web::Result<Response> {
    let (person, permit) = ctx.own()?;
    let kept = on_list(&ctx, &id).await?;
    let mut tx = permit.begin(ctx.db()).await?;
    store::leave(&mut tx, person, kept.id).await?;
    tx.commit().await?;
    ctx.done("group-left", "/profilo/gruppi")
}
