//! One meeting as a calendar file (RFC 5545). Its title says nothing but that people meet.

use super::{
    model::{Interview, State},
    pages,
};
use axum::{
    extract::Path,
    http::header::{CACHE_CONTROL, HeaderValue},
    response::Response,
};
use icalendar::{Component, Event, EventLike, EventStatus};
use web::Ctx;

/// For a member of the panel.
pub(super) async fn for_panel(ctx: Ctx, Path((candidacy, interview)): Path<(String, String)>) -> web::Result<Response> {
    let sitting = crate::panel::sitting(&ctx, &candidacy).await?;
    let interview = pages::named(&ctx, sitting.candidacy.id, &interview).await?;
    Ok(file(&ctx, &interview, &format!("/selezione/{}", sitting.candidacy.id)))
}

/// For the candidate. The secret of a personal link does not go into a file that travels.
pub(super) async fn for_candidate(ctx: Ctx, Path((key, interview)): Path<(String, String)>) -> web::Result<Response> {
    let access = crate::candidacy::access(&ctx, &key).await?;
    let interview = pages::named(&ctx, access.candidacy.id, &interview).await?;
    let page = if access.by_link { "/".to_owned() } else { access.href() };
    Ok(file(&ctx, &interview, &page))
}

fn file(ctx: &Ctx, interview: &Interview, page: &str) -> Response {
    let text = written(ctx.t().get("interview-calendar-title").as_str(), interview, &ctx.app().site().link(page));
    let mut response = web::file::ics("incontro.ics", text);
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    response
}

/// The meeting as text.
pub(super) fn written(title: &str, interview: &Interview, link: &str) -> String {
    let meeting = &interview.meeting;
    let mut event = Event::new();
    event
        .uid(&format!("{}@allapari", interview.id))
        .timestamp(interview.changed_at)
        .last_modified(interview.changed_at)
        .sequence(u32::try_from(interview.version - 1).unwrap_or(0))
        .summary(title)
        .starts(meeting.starts)
        .ends(meeting.ends())
        .url(link)
        .status(match interview.state {
            State::CalledOff => EventStatus::Cancelled,
            State::Proposed | State::Moved => EventStatus::Tentative,
            State::Accepted | State::Held => EventStatus::Confirmed,
        });
    if !meeting.at().is_empty() {
        event.location(meeting.at());
    }
    if let Some(link) = &meeting.link {
        event.description(link);
    }
    crate::lesson::written(title, std::iter::once(event.done()))
}
