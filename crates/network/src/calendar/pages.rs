//! `/calendario`: a month at a time, and each entry by itself.

pub(super) mod feed;
pub(super) mod write;

use super::{
    model::Kept,
    rules,
    store::{self, Wanted},
};
use crate::announcement::{Audience, Author, paths};
use access::{Act, Target};
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use kernel::{CalendarEntryId, NaiveDate, rome_date, rome_time};
use serde::Deserialize;
use web::{
    Ctx, Error, Head, T,
    ui::{Badge, State},
};

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    mese: String,
}

struct Line {
    href: String,
    title: String,
    when: String,
    place: Option<String>,
    from: String,
    badges: Vec<Badge>,
}

#[derive(Template)]
#[template(path = "calendar/month.html")]
struct MonthPage {
    month: String,
    before: (String, String),
    after: (String, String),
    this: Option<String>,
    lines: Vec<Line>,
    /// What comes after this month, where no month was asked for.
    later: Vec<Line>,
    writes: bool,
    signed_in: bool,
    t: T,
}

fn reads_members(ctx: &Ctx) -> bool {
    ctx.may(Act::ReadCommunity, Target::Network)
}

/// The month that is asked for, or the one that runs.
pub(super) async fn month(ctx: Ctx, Query(asked): Query<Asked>) -> web::Result<Response> {
    let t = ctx.t();
    let today = rules::first_day(ctx.env().today());
    let month = match asked.mese.as_str() {
        "" => today,
        text => rules::month_of(text).ok_or(Error::NotFound)?,
    };
    let (before, after) = (rules::month_before(month), rules::month_after(month));
    let wanted = Wanted {
        from: rules::begins(month),
        until: rules::begins(after),
        members: reads_members(&ctx),
        organisation: None,
        limit: 500,
    };
    let entries = store::entries(ctx.db().reader(), wanted).await?;
    let later = match asked.mese.is_empty() {
        true => {
            let until = wanted.until + kernel::Duration::days(366);
            store::entries(ctx.db().reader(), Wanted { from: wanted.until, until, limit: 5, ..wanted }).await?
        }
        false => Vec::new(),
    };
    let paths = paths(&ctx, entries.iter().chain(&later).map(|kept| kept.entry.from)).await?;
    let line = |kept: &Kept| Line {
        href: format!("/calendario/{}", kept.id),
        title: kept.entry.title.clone(),
        when: when(t, kept),
        place: kept.entry.place.clone().or_else(|| kept.entry.link.as_ref().map(|_| t.get("calendar-online"))),
        from: match kept.entry.from {
            None => t.get("announcement-secretariat"),
            Some(id) => paths.get(&id).map(|(name, _)| name.clone()).unwrap_or_default(),
        },
        badges: badges(t, kept),
    };
    // What begins in this month and goes on is not shown a second time.
    let later = later.iter().filter(|kept| kept.entry.starts >= wanted.until);
    let body = MonthPage {
        lines: entries.iter().map(line).collect(),
        later: later.map(line).collect(),
        month: t.month(month),
        before: step(t, before),
        after: step(t, after),
        this: (month != today).then(|| t.get("calendar-this-month")),
        writes: access::policy::anywhere(ctx.actor(), Act::Announce).is_ok(),
        signed_in: ctx.actor().person().is_some(),
        t: t.clone(),
    };
    ctx.page(Head::new(t.get("calendar-title")).lead(t.get("calendar-lead")), body)
}

/// The address and the name of a month.
fn step(t: &T, month: NaiveDate) -> (String, String) {
    (format!("/calendario?mese={}", month.format("%Y-%m")), t.month(month))
}

/// From when to when, as clocks in Italy show it.
fn when(t: &T, kept: &Kept) -> String {
    let (starts, ends) = (kept.entry.starts, kept.entry.ends);
    let until = match rome_date(starts) == rome_date(ends) {
        true => rome_time(ends).format("%H:%M").to_string(),
        false => t.instant(ends),
    };
    t.args("calendar-when", &[("from", t.instant(starts).into()), ("until", until.into())])
}

fn badges(t: &T, kept: &Kept) -> Vec<Badge> {
    let members = kept.entry.audience == Audience::Members;
    let members = members.then(|| Badge::word(State::Done, t.get("announcement-members")));
    let off = kept.called_off.then(|| Badge::word(State::Ended, t.get("calendar-called-off")));
    members.into_iter().chain(off).collect()
}

#[derive(Template)]
#[template(path = "calendar/entry.html")]
struct EntryPage {
    id: String,
    version: i64,
    when: String,
    place: Option<String>,
    link: Option<String>,
    paragraphs: Vec<String>,
    from: String,
    href: Option<String>,
    badges: Vec<Badge>,
    off: bool,
    writes: bool,
    t: T,
}

/// The entry that an address names, when this person may read it.
async fn readable(ctx: &Ctx, id: &str) -> web::Result<(Kept, Author)> {
    let id: CalendarEntryId = id.parse().map_err(|_| Error::NotFound)?;
    let kept = store::entry(ctx.db().reader(), id).await?.ok_or(Error::NotFound)?;
    let author = Author::of(ctx, kept.entry.from).await?;
    let meant = kept.entry.audience == Audience::Everyone || reads_members(ctx) || author.open_to(ctx);
    if meant { Ok((kept, author)) } else { Err(Error::NotFound) }
}

/// That an entry lies in the past: a slip in its date shows at once, too.
fn past(ctx: &Ctx, kept: &Kept) -> Option<Badge> {
    let past = !kept.called_off && kept.entry.ends < ctx.env().now();
    past.then(|| Badge::word(State::Ended, ctx.t().get("calendar-past")))
}

/// One entry.
pub(super) async fn show(ctx: Ctx, Path(id): Path<String>) -> web::Result<Response> {
    let t = ctx.t();
    let (kept, author) = readable(&ctx, &id).await?;
    let paths = paths(&ctx, std::iter::once(kept.entry.from)).await?;
    let body = EntryPage {
        id: kept.id.to_string(),
        version: kept.version,
        when: when(t, &kept),
        paragraphs: kept.entry.paragraphs().into_iter().map(str::to_owned).collect(),
        href: author.from.and_then(|id| paths.get(&id).map(|(_, href)| href.clone())),
        writes: author.open_to(&ctx),
        from: author.name,
        badges: badges(t, &kept).into_iter().chain(past(&ctx, &kept)).collect(),
        off: kept.called_off,
        place: kept.entry.place,
        link: kept.entry.link,
        t: t.clone(),
    };
    let trail = vec![("/calendario".to_owned(), t.get("calendar-title"))];
    let mut head = Head::new(kept.entry.title).trail(trail);
    if kept.entry.audience == Audience::Members {
        head = head.no_index();
    }
    ctx.page(head, body)
}
