//! `/adesioni`: which realities endorse which version, and how many over time.

use super::{Known, heading, known};
use crate::{
    endorsement::{
        model::Version,
        rules::{Standing, over_time},
        store,
    },
    organisation::store::directory,
};
use askama::Template;
use axum::{extract::Query, response::Response};
use kernel::OrganisationId;
use serde::Deserialize;
use web::{
    Ctx, Error, Head, T,
    ui::{Empty, LoopStep, Pager},
};

const PER_PAGE: i64 = 50;
/// How many months the chart shows at most.
const MONTHS: usize = 24;
/// For how many months the chart has room at least, so that few bars are not broad.
const SLOTS: usize = 12;

#[derive(Deserialize)]
pub(in crate::endorsement) struct Asked {
    #[serde(default)]
    versione: String,
    pagina: Option<u64>,
}

struct VersionLine {
    typed: String,
    work: String,
    label: String,
    count: i64,
    chosen: bool,
}

struct Line {
    name: String,
    href: String,
    place: String,
    on: String,
}

/// A month as a bar, laid out in the picture's units.
struct Bar {
    month: String,
    count: i64,
    x: usize,
    y: i64,
    height: i64,
}

#[derive(Template)]
#[template(path = "endorsement/public.html")]
struct PublicPage {
    versions: Vec<VersionLine>,
    chosen: Option<Chosen>,
    empty: Option<Empty>,
    members: i64,
    t: T,
}

struct Chosen {
    label: String,
    href: String,
    lines: Vec<Line>,
    pager: Pager,
    bars: Vec<Bar>,
    span: Option<String>,
    width: usize,
}

/// The page.
pub(in crate::endorsement) async fn show(ctx: Ctx, Query(asked): Query<Asked>) -> web::Result<Response> {
    let t = ctx.t();
    let conn = ctx.db().reader();
    let known = known(conn, t).await?;
    let counts = store::counts(conn).await?;
    let chosen = match asked.versione.as_str() {
        "" => known.first(),
        typed => {
            let version = Version::read(typed);
            Some(known.iter().find(|known| Some(known.version) == version).ok_or(Error::NotFound)?)
        }
    };
    let versions = known.iter().map(|known| VersionLine {
        typed: known.version.typed(),
        work: heading(t, known.version.work()),
        label: known.label.clone(),
        count: counts.get(&known.version.uuid()).copied().unwrap_or(0),
        chosen: chosen.is_some_and(|chosen| chosen.version == known.version),
    });
    let body = PublicPage {
        versions: versions.collect(),
        chosen: match chosen {
            Some(known) => Some(chosen_version(&ctx, known, Pager::asked(asked.pagina)).await?),
            None => None,
        },
        empty: known.is_empty().then(|| Empty::new(t.get("endorsement-empty"), t.get("endorsement-empty-text"))),
        members: store::members(conn).await?,
        t: t.clone(),
    };
    ctx.page(Head::new(t.get("endorsement-title")).lead(t.get("endorsement-lead")).loop_at(LoopStep::Charter), body)
}

async fn chosen_version(ctx: &Ctx, known: &Known, page: u64) -> web::Result<Chosen> {
    let t = ctx.t();
    let conn = ctx.db().reader();
    let skip = (i64::try_from(page).unwrap_or(1) - 1) * PER_PAGE;
    let total = store::counts(conn).await?.get(&known.version.uuid()).copied().unwrap_or(0);
    let standing = store::of_version(conn, known.version, PER_PAGE, skip).await?;
    let ids: Vec<OrganisationId> = standing.iter().map(|one| one.organisation).collect();
    let names = directory::names(conn, &ids).await?;
    let lines = standing.iter().filter_map(|one| {
        let organisation = names.get(&one.organisation)?;
        Some(Line {
            name: organisation.name.clone(),
            href: organisation.href(),
            place: organisation.town.clone(),
            on: t.date(one.on),
        })
    });
    let months = over_time(&store::changes(conn, known.version).await?, ctx.env().today(), MONTHS);
    let span = months.first().zip(months.last()).map(|(first, last)| {
        let (from, until) = (t.month(first.month), t.month(last.month));
        t.args("endorsement-span", &[("from", from.into()), ("until", until.into()), ("count", last.count.into())])
    });
    let bars = bars(t, &months);
    let href = format!("/adesioni?versione={}", known.version.typed());
    Ok(Chosen {
        label: known.label.clone(),
        href: known.href.clone(),
        lines: lines.collect(),
        pager: Pager::new(t, &href, page, u64::try_from(total).unwrap_or(0), u64::try_from(PER_PAGE).unwrap_or(50)),
        width: bars.len().max(SLOTS) * 24,
        span,
        bars,
    })
}

/// The months as bars of a picture 100 units high.
fn bars(t: &T, months: &[Standing]) -> Vec<Bar> {
    let most = months.iter().map(|month| month.count).max().unwrap_or(0).max(1);
    let bar = |(place, month): (usize, &Standing)| {
        let height = month.count.max(0) * 96 / most;
        Bar { month: t.month(month.month), count: month.count, x: place * 24 + 3, y: 100 - height, height }
    };
    months.iter().enumerate().map(bar).collect()
}
