//! iCalendar feeds (RFC 5545): for everyone, for one organisation, and for one member.

use super::{
    model::Kept,
    store::{self, Wanted},
};
use crate::expert::reality;
use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property};
use kernel::{Duration, OrganisationId};
use web::{Ctx, Error};

/// How far back a feed reaches, and how far ahead, in days.
const BACK: i64 = 90;
const AHEAD: i64 = 730;
/// How many entries a feed has at most.
const MOST: i64 = 1000;

/// What everyone may read.
pub(super) async fn everyone(ctx: Ctx) -> web::Result<Response> {
    let name = ctx.t().get("calendar-feed-name");
    feed(&ctx, &name, "calendario.ics", None, false).await
}

/// What everyone may read of one organisation's.
pub(super) async fn organisation(ctx: Ctx, Path(address): Path<String>) -> web::Result<Response> {
    let organisation = reality(&ctx, &address).await?;
    feed(&ctx, &organisation.name, &format!("{}.ics", organisation.slug), Some(organisation.id), false).await
}

/// A member's private feed, opened by its secret; the address may end in `.ics`.
pub(super) async fn own(ctx: Ctx, Path(secret): Path<String>) -> web::Result<Response> {
    let secret = secret.strip_suffix(".ics").unwrap_or(&secret);
    let conn = ctx.db().reader();
    let person = store::feed_of(conn, &store::secret_hash(secret)).await?.ok_or(Error::NotFound)?;
    // With the account, what is for members ends.
    if !people::facade::has_account(conn, person).await? {
        return Err(Error::NotFound);
    }
    let name = ctx.t().get("calendar-feed-name");
    let mut response = feed(&ctx, &name, "calendario.ics", None, true).await?;
    response.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static("private, no-store"));
    Ok(response)
}

async fn feed(
    ctx: &Ctx,
    name: &str,
    file: &str,
    organisation: Option<OrganisationId>,
    members: bool,
) -> web::Result<Response> {
    let now = ctx.env().now();
    let (from, until) = (now - Duration::days(BACK), now + Duration::days(AHEAD));
    let wanted = Wanted { from, until, members, organisation, limit: MOST };
    let entries = store::entries(ctx.db().reader(), wanted).await?;
    let link = |kept: &Kept| ctx.app().site().link(&format!("/calendario/{}", kept.id));
    let text = written(name, entries.iter().map(|kept| (kept, link(kept))));
    Ok(web::file::ics(file, text).into_response())
}

/// The feed as text. Times are UTC instants, which every calendar shows in its own time.
pub(super) fn written<'a>(name: &str, entries: impl Iterator<Item = (&'a Kept, String)>) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//Alla pari//allapari//IT"));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.append_property(Property::new("METHOD", "PUBLISH"));
    calendar.name(name);
    for (kept, link) in entries {
        calendar.push(event(kept, &link));
    }
    calendar.to_string()
}

fn event(kept: &Kept, link: &str) -> Event {
    let entry = &kept.entry;
    let mut event = Event::new();
    event
        .uid(&format!("{}@allapari", kept.id))
        .timestamp(kept.changed_at)
        .last_modified(kept.changed_at)
        .sequence(u32::try_from(kept.version - 1).unwrap_or(0))
        .summary(&entry.title)
        .starts(entry.starts)
        .ends(entry.ends)
        .url(link)
        .status(if kept.called_off { EventStatus::Cancelled } else { EventStatus::Confirmed });
    let place = entry.place.as_deref().or(entry.link.as_deref());
    if let Some(place) = place {
        event.location(place);
    }
    let more = [entry.about.as_deref(), entry.link.as_deref()];
    let more: Vec<&str> = more.into_iter().flatten().collect();
    if !more.is_empty() {
        event.description(&more.join("\n\n"));
    }
    event.done()
}
