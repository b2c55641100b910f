//! `/esperti`: the people who want to be found.

use super::{in_query, names};
use crate::{expert::store, group};
use ::store::{Conn, Fault};
use askama::Template;
use axum::{extract::Query, response::Response};
use kernel::{NaiveDate, PersonId};
use serde::Deserialize;
use web::{
    Ctx, Head, T,
    ui::{Empty, LoopStep, Pager},
};

#[derive(Deserialize)]
pub(in crate::expert) struct Asked {
    #[serde(default)]
    q: String,
    pagina: Option<u64>,
}

struct Line {
    name: String,
    roles: Vec<(String, String, String)>,
    groups: Vec<String>,
}

#[derive(Template)]
#[template(path = "expert/directory.html")]
struct DirectoryPage {
    q: String,
    lines: Vec<Line>,
    pager: Pager,
    empty: Option<Empty>,
    t: T,
}

/// The directory: who consents to be listed and is active somewhere.
pub(in crate::expert) async fn show(ctx: Ctx, Query(asked): Query<Asked>) -> web::Result<Response> {
    let t = ctx.t();
    let q: String = asked.q.trim().chars().take(100).collect();
    let page = Pager::asked(asked.pagina);
    let conn = ctx.db().reader();
    let (people, total) = found(conn, &q, u32::try_from(page).unwrap_or(1)).await?;
    let lines = lines(conn, people, ctx.env().today()).await?;
    let href = if q.is_empty() { "/esperti".to_owned() } else { format!("/esperti?q={}", in_query(&q)) };
    let per_page = people_per_page();
    let body = DirectoryPage {
        empty: lines.is_empty().then(|| nobody(t, &q)),
        pager: Pager::new(t, &href, page, u64::try_from(total).unwrap_or(0), per_page),
        lines,
        q,
        t: t.clone(),
    };
    let head =
        Head::new(t.get("expert-directory-title")).lead(t.get("expert-directory-lead")).loop_at(LoopStep::Records);
    ctx.page(head.no_index(), body)
}

fn people_per_page() -> u64 {
    u64::try_from(people::facade::PEOPLE_PER_PAGE).unwrap_or(30)
}

fn nobody(t: &T, q: &str) -> Empty {
    if q.is_empty() {
        return Empty::new(t.get("expert-directory-empty"), t.get("expert-directory-empty-text"));
    }
    Empty::new(t.get("expert-directory-none"), t.get("expert-directory-none-text"))
        .action("/esperti", t.get("expert-directory-all"))
}

/// The people whose name holds what is looked for; where nobody's does, those whose name holds
/// its longest word, so that an order turned round or a slip in the other word does no harm.
async fn found(conn: &impl Conn, q: &str, page: u32) -> Result<(Vec<(PersonId, String)>, i64), Fault> {
    let whole = people::facade::listed_people(conn, q, page).await?;
    let longest = kernel::fold(q).split(' ').max_by_key(|word| word.chars().count()).map(str::to_owned);
    match longest.filter(|word| whole.1 == 0 && word.chars().count() > 2) {
        None => Ok(whole),
        Some(word) => {
            let start: String = word.chars().take(word.chars().count().min(5)).collect();
            people::facade::listed_people(conn, &start, page).await
        }
    }
}

async fn lines(conn: &impl Conn, people: Vec<(PersonId, String)>, today: NaiveDate) -> Result<Vec<Line>, Fault> {
    let ids: Vec<PersonId> = people.iter().map(|(id, _)| *id).collect();
    let roles = store::active_roles(conn, &ids, today).await?;
    let places = names(conn, roles.iter().map(|role| role.organisation)).await?;
    let mut groups = group::shown_groups(conn, &ids).await?;
    let line = |(id, name): (PersonId, String)| {
        let theirs = roles.iter().filter(|role| role.person == Some(id));
        let roles = theirs.filter_map(|role| {
            let (place, href) = places.get(&role.organisation)?.clone();
            Some((role.title.clone(), place, href))
        });
        Line { name, roles: roles.collect(), groups: groups.remove(&id).unwrap_or_default() }
    };
    // Who consents but is active nowhere is not shown as somebody's expert.
    Ok(people.into_iter().map(line).filter(|line| !line.roles.is_empty()).collect())
}
