//! The pages of calls: the public list and page, and what an organisation does with its own.

pub(super) mod apart;
pub(super) mod manage;

use super::{
    PER_PAGE,
    model::{Call, CallState, form_code},
};
use crate::{candidacy, panel};
use access::Act;
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use charter::facts::Form as MeetingForm;
use kernel::Territory;
use network::facade::{Organisation, organisations_named};
use serde::Deserialize;
use web::{
    Ctx, Error, Fields, Form, Head, T,
    ui::{Badge, Empty, Note, Pager, State},
};

#[derive(Deserialize)]
pub(super) struct Asked {
    pagina: Option<u64>,
    #[serde(default)]
    territorio: String,
}

struct Line {
    href: String,
    title: String,
    organisation: (String, String),
    place: String,
    closes: String,
    trial: bool,
}

#[derive(Template)]
#[template(path = "call/list.html")]
struct ListPage {
    form: Form,
    territories: Vec<(String, String)>,
    lines: Vec<Line>,
    pager: Pager,
    empty: Option<Empty>,
    t: T,
}

/// Every open call, those that close first before the others.
pub(super) async fn list(ctx: Ctx, Query(asked): Query<Asked>) -> web::Result<Response> {
    let (t, conn) = (ctx.t(), ctx.db().reader());
    let territory = asked.territorio.parse::<Territory>().ok();
    let page = Pager::asked(asked.pagina);
    let (calls, total) = super::open_calls(conn, ctx.env().today(), territory, page).await?;
    let places = organisations_named(conn, calls.iter().map(|call| call.organisation).collect()).await?;
    let line = |call: &Call| {
        let listed = places.get(&call.organisation)?;
        Some(Line {
            href: call.href(),
            title: call.title().to_owned(),
            organisation: (listed.name.clone(), listed.href()),
            place: format!("{} – {}", listed.town, call.territory.name(t.lang())),
            closes: t.date(call.words.closes_on),
            trial: call.words.trial,
        })
    };
    let lines: Vec<Line> = calls.iter().filter_map(line).collect();
    let mut fields = Fields::new();
    fields.set("territorio", territory.map_or("", Territory::code));
    let mut territories = vec![(String::new(), t.get("call-everywhere"))];
    territories.extend(Territory::ALL.iter().map(|one| (one.code().to_owned(), one.name(t.lang()).to_owned())));
    let href = territory.map_or("/avvisi".to_owned(), |one| format!("/avvisi?territorio={one}"));
    let body = ListPage {
        form: Form::fresh(t, "call", &fields),
        territories,
        empty: lines.is_empty().then(|| {
            Empty::new(t.get("call-empty"), t.get("call-empty-text")).action("/realta", t.get("call-empty-action"))
        }),
        pager: Pager::new(t, &href, page, u64::try_from(total).unwrap_or(0), u64::try_from(PER_PAGE).unwrap_or(20)),
        lines,
        t: t.clone(),
    };
    ctx.page(Head::new(t.get("call-title-list")).lead(t.get("call-lead-list")), body)
}

#[derive(Template)]
#[template(path = "call/show.html")]
struct ShowPage {
    call: Call,
    organisation: (String, String),
    purpose: Vec<String>,
    valued: Vec<String>,
    forms: Vec<String>,
    other_forms: bool,
    members: Vec<String>,
    open: bool,
    /// Where the own candidacy of who reads is, as long as it is open.
    mine: Option<String>,
    note: Option<Note>,
    manage: Option<String>,
    /// The course it leads to, where everyone may read of it.
    course: Option<(String, String)>,
    nominates: bool,
    days: String,
    t: T,
}

/// Words in paragraphs.
fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// A call in plain words. Everyone reads it once it is published; those who keep it, before.
pub(super) async fn show(ctx: Ctx, Path(id): Path<String>) -> web::Result<Response> {
    let (t, conn) = (ctx.t(), ctx.db().reader());
    let call = by_address(&ctx, &id).await?;
    let organisation = network::facade::organisation(conn, call.organisation).await?.ok_or(Error::NotFound)?;
    let manages = ctx.may(Act::ManageSelection, organisation.target());
    if !call.public() && !manages {
        return Err(Error::NotFound);
    }
    let today = ctx.env().today();
    let open = call.open_on(today);
    let note = match (call.state, open) {
        (CallState::Draft, _) => Some(Note::info(t.get("call-note-draft"))),
        (_, true) => None,
        (CallState::Published, false) if today < call.words.opens_on => {
            Some(Note::info(t.arg("call-note-opens", "on", t.date(call.words.opens_on))))
        }
        _ => Some(Note::info(t.get("call-note-closed"))),
    };
    let course = match call.words.leads_to {
        Some(id) => crate::course::by_id(conn, id).await?,
        None => None,
    };
    let body = ShowPage {
        organisation: (organisation.name.clone(), organisation.href()),
        purpose: paragraphs(&call.words.purpose),
        valued: paragraphs(&call.words.valued),
        forms: call.words.forms.iter().map(|form| t.get(&format!("call-form-{}", form_code(*form)))).collect(),
        other_forms: call.words.forms.iter().any(|form| *form != MeetingForm::Interview),
        members: sides(t, &panel::members(conn, call.id).await?),
        open,
        mine: own_candidacy(&ctx, &call).await?,
        note,
        manage: manages.then(|| format!("{}/avvisi/{}", organisation.href(), call.id)),
        nominates: open && ctx.may(Act::Nominate, organisation.target()),
        days: t.args(
            "call-days",
            &[("from", t.date(call.words.opens_on).into()), ("until", t.date(call.words.closes_on).into())],
        ),
        course: course.filter(|one| one.published).map(|one| (format!("/corsi/{}", one.id), one.title)),
        t: t.clone(),
        call,
    };
    let title = body.call.title().to_owned();
    let trail = vec![("/avvisi".to_owned(), t.get("call-title-list"))];
    ctx.page(Head::new(title).trail(trail), body)
}

/// The way to the candidacy that who is signed in has for this call already.
async fn own_candidacy(ctx: &Ctx, call: &Call) -> web::Result<Option<String>> {
    let Some(me) = ctx.actor().person() else { return Ok(None) };
    let all = candidacy::of_person(ctx.db().reader(), me).await?;
    Ok(all.iter().find(|one| one.call == call.id && one.open()).map(candidacy::Candidacy::href))
}

/// How many of each kind select: never their names, who says that they are experts is theirs to say.
fn sides(t: &T, seats: &[panel::Seat]) -> Vec<String> {
    let count = |side: panel::Side| seats.iter().filter(|seat| seat.side == side).count();
    [(panel::Side::Expert, "call-panel-experts"), (panel::Side::Professional, "call-panel-professionals")]
        .into_iter()
        .filter(|(side, _)| count(*side) > 0)
        .map(|(side, key)| t.arg(key, "count", count(side)))
        .collect()
}

/// The call that an address names, in any state.
pub(super) async fn by_address(ctx: &Ctx, id: &str) -> web::Result<Call> {
    let id = id.parse().map_err(|_| Error::NotFound)?;
    super::by_id(ctx.db().reader(), id).await?.ok_or(Error::NotFound)
}

/// The organisation that an address names.
pub(super) async fn organisation(ctx: &Ctx, address: &str) -> web::Result<Organisation> {
    network::facade::find_organisation(ctx.db().reader(), address).await?.ok_or(Error::NotFound)
}

/// Where a call stands, as a mark and a word.
pub(super) fn badge(t: &T, call: &Call) -> Badge {
    let state = match call.state {
        CallState::Draft => State::Waiting,
        CallState::Published => State::Done,
        CallState::Closed => State::Ended,
    };
    Badge::word(state, t.get(&format!("call-state-{}", call.state.code())))
}
