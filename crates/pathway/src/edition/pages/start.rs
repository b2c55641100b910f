//! `/formazione`: the start page of who runs courses or teaches in them.

use super::{places, when};
use crate::{
    course,
    edition::{
        model::{Edition, Headcount},
        rules, run_by, store,
        store::Running,
    },
};
use askama::Template;
use axum::response::Response;
use kernel::{Duration, OrganisationId};
use std::collections::HashMap;
use web::{
    Ctx, Head, T,
    ui::{Empty, Place},
};

struct Line {
    /// Where it is kept, for who runs it; its meetings, for who teaches.
    href: String,
    course: String,
    edition: String,
    organisation: String,
    when: String,
    places: String,
    due: Vec<String>,
}

struct Group {
    id: &'static str,
    title: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "edition/start.html")]
struct StartPage {
    groups: Vec<Group>,
    organisations: Vec<(String, String)>,
    empty: Option<Empty>,
    t: T,
}

/// The page: a fixed number of statements, however many courses and editions there are.
pub(in crate::edition) async fn show(ctx: Ctx) -> web::Result<Response> {
    let (t, conn, today) = (ctx.t(), ctx.db().reader(), ctx.env().today());
    let run = run_by(ctx.actor());
    let taught = course::taught_by(conn, ctx.person()?).await?;
    let all = store::running(conn, &run, &taught, today - Duration::days(60), 200).await?;
    let ids: Vec<_> = all.iter().map(|one| one.edition.id).collect();
    let heads = store::heads(conn, &ids).await?;
    let mut organisations: Vec<OrganisationId> =
        all.iter().map(|one| one.edition.organisation).chain(run.clone()).collect();
    organisations.sort_unstable();
    organisations.dedup();
    let names = network::facade::organisation_names(conn, &organisations).await?;
    let named: HashMap<OrganisationId, (String, String)> =
        names.into_iter().map(|(id, one)| (id, (one.name.clone(), one.href()))).collect();
    let line = |one: &Running| line(t, one, &heads, &named, run.contains(&one.edition.organisation), today);
    let group = |id, key: &str, place: Place| Group {
        id,
        title: t.get(key),
        lines: all.iter().filter(|one| stands(&one.edition, today) == place).map(line).collect(),
    };
    let mut groups = vec![
        group("in-corso", "edition-start-now", Place::Now),
        group("in-arrivo", "edition-start-next", Place::Next),
        group("appena-concluse", "edition-start-done", Place::Done),
    ];
    groups.retain(|group| !group.lines.is_empty());
    let mut own: Vec<(String, String)> =
        run.iter().filter_map(|id| named.get(id)).map(|(name, href)| (format!("{href}/corsi"), name.clone())).collect();
    own.sort_by_key(|(_, name)| kernel::fold(name));
    let body = StartPage {
        empty: groups.is_empty().then(|| Empty::new(t.get("edition-start-none"), t.get("edition-start-none-text"))),
        groups,
        organisations: own,
        t: t.clone(),
    };
    ctx.page(Head::new(t.get("edition-start-title")).lead(t.get("edition-start-lead")).no_index(), body)
}

/// Whether an edition is over, runs or is to come.
fn stands(edition: &Edition, today: kernel::NaiveDate) -> Place {
    if edition.ends < today {
        Place::Done
    } else if edition.starts <= today {
        Place::Now
    } else {
        Place::Next
    }
}

fn line(
    t: &T,
    one: &Running,
    heads: &HashMap<kernel::EditionId, Headcount>,
    named: &HashMap<OrganisationId, (String, String)>,
    runs: bool,
    today: kernel::NaiveDate,
) -> Line {
    let edition = &one.edition;
    let heads = heads.get(&edition.id).copied().unwrap_or_default();
    let (name, base) = named.get(&edition.organisation).cloned().unwrap_or_default();
    let due = if runs { rules::due(edition, heads, today) } else { Vec::new() };
    Line {
        href: format!("{base}/corsi/{}/edizioni/{}{}", edition.course, edition.id, if runs { "" } else { "/lezioni" }),
        course: one.course.clone(),
        edition: edition.title.clone(),
        organisation: name,
        when: when(t, edition),
        places: places(t, edition, heads),
        due: due.into_iter().map(|(key, number)| t.arg(key, "number", number)).collect(),
    }
}
