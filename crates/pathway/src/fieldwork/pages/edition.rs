//! The stays of an edition's trainees, for who keeps the course: where each is, and beside whom.

use super::names;
use crate::{
    fieldwork::{
        model::{Kind, NewPlacement, Placement, PlacementId},
        rules, store,
    },
    lesson::{Room, trainees},
};
use ::store::Fault;
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{EnrolmentId, Event, Invalid, Invalids, PersonId};
use network::facade::active_experts;
use std::collections::{HashMap, HashSet};
use web::{
    Ctx, Error, Fields, Form, Head, T,
    ui::{Badge, Note, State},
};

struct Line {
    href: String,
    name: String,
    what: String,
    expert: Option<String>,
    badge: Badge,
    period: String,
    hours: String,
}

#[derive(Template)]
#[template(path = "fieldwork/edition.html")]
struct EditionPage {
    href: String,
    lines: Vec<Line>,
    without: Vec<String>,
    note: Note,
    form: Form,
    trainees: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    experts: Vec<(String, String)>,
    t: T,
}

#[derive(Template)]
#[template(path = "fieldwork/placement.html")]
struct PlacementPage {
    action: String,
    back: String,
    version: i64,
    trainee: String,
    form: Form,
    note: Option<Note>,
    kinds: Vec<(String, String)>,
    experts: Vec<(String, String)>,
    t: T,
}

/// The organisation's active experts by name, as the options of a list; the first says that one is
/// looked for. An expert named before stays in the list, so that nothing changes unseen.
async fn experts(
    ctx: &Ctx,
    room: &Room,
    also: Option<PersonId>,
) -> web::Result<(Vec<(String, String)>, HashSet<PersonId>)> {
    let organisation = room.organisation.id;
    let active = active_experts(ctx.db().reader(), &[organisation], ctx.env().today()).await?;
    let mut ids: HashSet<PersonId> = active.into_values().flatten().map(|(person, _)| person).collect();
    ids.extend(also);
    let names = names(ctx, ids.iter().copied()).await?;
    let mut named: Vec<_> = names.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
    named.sort_by_key(|(_, name)| kernel::fold(name));
    named.insert(0, (String::new(), ctx.t().get("fieldwork-expert-none")));
    Ok((named, ids))
}

fn kinds(t: &T) -> Vec<(String, String)> {
    let option = |kind: &Kind| (kind.code().to_owned(), t.get(&format!("fieldwork-kind-{}", kind.code())));
    Kind::ALL.iter().map(option).collect()
}

fn period(t: &T, placement: &Placement) -> String {
    let from = t.date(placement.agreed.starts);
    match placement.agreed.ends {
        Some(ends) => t.args("fieldwork-period", &[("from", from.into()), ("until", t.date(ends).into())]),
        None => t.arg("fieldwork-period-since", "from", from),
    }
}

async fn page(ctx: &Ctx, room: &Room, fields: &Fields, wrong: &Invalids) -> web::Result<(Head, EditionPage)> {
    let (t, conn) = (ctx.t(), ctx.db().reader());
    let placements = store::of_edition(conn, room.edition.id).await?;
    let named = trainees(ctx, room.edition.id).await?;
    let by_id: HashMap<EnrolmentId, &String> = named.iter().map(|(id, name)| (*id, name)).collect();
    let guides = names(ctx, placements.iter().filter_map(|p| p.agreed.expert)).await?;
    let guide_ids: Vec<PersonId> = guides.keys().copied().collect();
    let active = network::facade::active_among(conn, &guide_ids, ctx.env().today()).await?;
    let confirmed = store::confirmed_by_placement(conn, &placements).await?;
    let line = |placement: &Placement| {
        let agreed = &placement.agreed;
        let beside = agreed.expert.is_some_and(|expert| active.contains(&expert));
        let (state, key) = match (agreed.expert, beside) {
            (_, true) => (State::Met, "fieldwork-beside-active"),
            (Some(_), false) => (State::NotMet, "fieldwork-beside-inactive"),
            (None, false) => (State::NotMet, "fieldwork-expert-none"),
        };
        Some(Line {
            href: format!("{}/affiancamenti/{}", room.href, placement.id),
            name: (*by_id.get(&agreed.enrolment)?).clone(),
            what: format!("{} – {}", t.get(&format!("fieldwork-kind-{}", agreed.kind.code())), agreed.context),
            expert: agreed.expert.and_then(|expert| guides.get(&expert).cloned()),
            badge: Badge::word(state, t.get(key)),
            period: period(t, placement),
            hours: t.length(confirmed.get(&placement.id).copied().unwrap_or(0)),
        })
    };
    let mut lines: Vec<Line> = placements.iter().filter_map(line).collect();
    lines.sort_by_key(|line| kernel::fold(&line.name));
    let placed: HashSet<EnrolmentId> = placements.iter().map(|placement| placement.agreed.enrolment).collect();
    let whole = rules::all_beside_somebody(&placements, &active, ctx.env().today());
    let (experts, _) = experts(ctx, room, None).await?;
    let body = EditionPage {
        href: room.href.clone(),
        lines,
        without: named.iter().filter(|(id, _)| !placed.contains(id)).map(|(_, name)| name.clone()).collect(),
        note: if whole {
            Note::info(t.get("fieldwork-charter"))
        } else {
            Note::warning(t.get("fieldwork-charter-open"))
        },
        form: Form::new(t, "fieldwork", fields, wrong),
        trainees: named.iter().map(|(id, name)| (id.to_string(), name.clone())).collect(),
        kinds: kinds(t),
        experts,
        t: t.clone(),
    };
    let head = Head::new(t.get("fieldwork-edition-title")).lead(t.get("fieldwork-edition-lead"));
    Ok((head.trail(room.trail(t)).no_index(), body))
}

type Address = Path<(String, String, String)>;

pub(in crate::fieldwork) async fn show(ctx: Ctx, Path((address, course, edition)): Address) -> web::Result<Response> {
    let room = Room::open(&ctx, (&address, &course, &edition)).await?;
    room.keeper(&ctx)?;
    let mut fields = Fields::new();
    fields.set("kind", Kind::Shadowing.code());
    fields.set("starts", ctx.env().today());
    let (head, body) = page(&ctx, &room, &fields, &Invalids::default()).await?;
    ctx.page(head, body)
}

/// A stay as it is typed, with an expert who may be at the side.
fn agreed(fields: &Fields, known: &HashSet<PersonId>, whose: &[EnrolmentId]) -> Result<NewPlacement, Invalids> {
    let new = NewPlacement::parse(fields)?;
    if new.expert.is_some_and(|expert| !known.contains(&expert)) {
        return Err(Invalid::new("expert", "invalid-choice").into());
    }
    if !whose.contains(&new.enrolment) {
        return Err(Invalid::new("trainee", "invalid-choice").into());
    }
    Ok(new)
}

/// What is wrong where the expert at the side is the trainee: both hands would be one.
async fn own_side(ctx: &Ctx, new: &NewPlacement) -> web::Result<Option<Invalid>> {
    let whose = store::people_of(ctx.db().reader(), &[new.enrolment]).await?.remove(&new.enrolment);
    Ok(rules::beside_oneself(whose, new.expert).then(|| Invalid::new("expert", "fieldwork-invalid-own-side")))
}

/// What is wrong with what was agreed anew: hours that both confirmed stay of the kind that both
/// confirmed.
async fn wrong_change(ctx: &Ctx, kept: &Kept, new: &NewPlacement) -> web::Result<Option<Invalid>> {
    if new.kind != kept.placement.agreed.kind {
        let stay = std::slice::from_ref(&kept.placement);
        if !store::confirmed_by_placement(ctx.db().reader(), stay).await?.is_empty() {
            return Ok(Some(Invalid::new("kind", "fieldwork-invalid-kind")));
        }
    }
    own_side(ctx, new).await
}

pub(in crate::fieldwork) async fn add(
    ctx: Ctx,
    Path((address, course, edition)): Address,
    fields: Fields,
) -> web::Result<Response> {
    let room = Room::open(&ctx, (&address, &course, &edition)).await?;
    let permit = room.keeper(&ctx)?;
    let (_, known) = experts(&ctx, &room, None).await?;
    let within: Vec<_> = trainees(&ctx, room.edition.id).await?.into_iter().map(|(id, _)| id).collect();
    let new = match agreed(&fields, &known, &within) {
        Ok(new) => new,
        Err(wrong) => {
            let (head, body) = page(&ctx, &room, &fields, &wrong).await?;
            return ctx.invalid(head, body);
        }
    };
    if let Some(wrong) = own_side(&ctx, &new).await? {
        let (head, body) = page(&ctx, &room, &fields, &wrong.into()).await?;
        return ctx.invalid(head, body);
    }
    let mut tx = permit.begin(ctx.db()).await?;
    store::add(&mut tx, &[new]).await?;
    tx.emit(Event::OrganisationChanged { organisation: room.organisation.id });
    tx.commit().await?;
    ctx.done("fieldwork-placement-added", &format!("{}/affiancamenti", room.href))
}

struct Kept {
    room: Room,
    placement: Placement,
    trainee: String,
}

async fn kept(ctx: &Ctx, (address, course, edition, id): (&str, &str, &str, &str)) -> web::Result<Kept> {
    let room = Room::open(ctx, (address, course, edition)).await?;
    let id: PlacementId = id.parse().map_err(|_| Error::NotFound)?;
    let placement = store::one(ctx.db().reader(), id).await?.ok_or(Error::NotFound)?;
    let named = trainees(ctx, room.edition.id).await?;
    let trainee = named.into_iter().find(|(id, _)| *id == placement.agreed.enrolment).ok_or(Error::NotFound)?.1;
    Ok(Kept { room, placement, trainee })
}

async fn placement_page(
    ctx: &Ctx,
    kept: &Kept,
    fields: &Fields,
    wrong: &Invalids,
    note: Option<Note>,
) -> web::Result<(Head, PlacementPage)> {
    let t = ctx.t();
    let back = format!("{}/affiancamenti", kept.room.href);
    let (experts, _) = experts(ctx, &kept.room, kept.placement.agreed.expert).await?;
    let body = PlacementPage {
        action: format!("{back}/{}", kept.placement.id),
        back,
        version: kept.placement.version,
        trainee: kept.trainee.clone(),
        form: Form::new(t, "fieldwork", fields, wrong),
        note,
        kinds: kinds(t),
        experts,
        t: t.clone(),
    };
    let title = t.arg("fieldwork-placement-title", "name", &kept.trainee);
    Ok((Head::new(title).trail(kept.room.trail(t)).no_index(), body))
}

type PlacementAddress = Path<(String, String, String, String)>;

pub(in crate::fieldwork) async fn edit(
    ctx: Ctx,
    Path((address, course, edition, placement)): PlacementAddress,
) -> web::Result<Response> {
    let kept = kept(&ctx, (&address, &course, &edition, &placement)).await?;
    kept.room.keeper(&ctx)?;
    let fields = kept.placement.agreed.fields();
    let (head, body) = placement_page(&ctx, &kept, &fields, &Invalids::default(), None).await?;
    ctx.page(head, body)
}

pub(in crate::fieldwork) async fn change(
    ctx: Ctx,
    Path((address, course, edition, placement)): PlacementAddress,
    mut fields: Fields,
) -> web::Result<Response> {
    let kept = kept(&ctx, (&address, &course, &edition, &placement)).await?;
    let permit = kept.room.keeper(&ctx)?;
    let whose = kept.placement.agreed.enrolment;
    fields.set("trainee", whose);
    let (_, known) = experts(&ctx, &kept.room, kept.placement.agreed.expert).await?;
    let new = match agreed(&fields, &known, &[whose]) {
        Ok(new) => new,
        Err(wrong) => {
            let (head, body) = placement_page(&ctx, &kept, &fields, &wrong, None).await?;
            return ctx.invalid(head, body);
        }
    };
    if let Some(wrong) = wrong_change(&ctx, &kept, &new).await? {
        let (head, body) = placement_page(&ctx, &kept, &fields, &wrong.into(), None).await?;
        return ctx.invalid(head, body);
    }
    let mut tx = permit.begin(ctx.db()).await?;
    match store::change(&mut tx, kept.placement.id, super::version(&fields), &new).await {
        Err(Fault::Stale) => {
            tx.rollback().await?;
            let note = Note::warning(ctx.t().get("fieldwork-stale"));
            let (head, body) = placement_page(&ctx, &kept, &fields, &Invalids::default(), Some(note)).await?;
            return ctx.stale(head, body);
        }
        other => other?,
    }
    tx.emit(Event::OrganisationChanged { organisation: kept.room.organisation.id });
    tx.commit().await?;
    ctx.done("fieldwork-placement-changed", &format!("{}/affiancamenti", kept.room.href))
}
