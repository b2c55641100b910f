//! `/realta/{id}/formazione-continua`: what an organisation offers its experts.

use super::when_and_where;
use crate::continuing::{
    self,
    model::{Audience, NewOffer, Offer},
    rules, store,
};
use ::store::Fault;
use access::{Act, Permit};
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use kernel::{Event, Invalids, NaiveDate, PersonId, TrainingOfferId};
use network::facade::{Organisation, active_experts, find_organisation};
use serde::Deserialize;
use web::{
    Ctx, Error, Fields, Form, Head, T,
    ui::{Badge, Empty, Note, Pager, State},
};

const PER_PAGE: i64 = 20;

#[derive(Deserialize)]
pub(in crate::continuing) struct Asked {
    pagina: Option<u64>,
}

struct Line {
    href: String,
    topic: String,
    when: String,
    whom: String,
    badge: Badge,
    why: Option<String>,
    coming: Vec<String>,
    open: bool,
}

#[derive(Template)]
#[template(path = "continuing/offers.html")]
struct OffersPage {
    href: String,
    note: Note,
    lines: Vec<Line>,
    pager: Pager,
    empty: Option<Empty>,
    t: T,
}

/// The organisation, for who keeps its training.
pub(super) async fn kept(ctx: &Ctx, address: &str) -> web::Result<(Organisation, Permit)> {
    let organisation = find_organisation(ctx.db().reader(), address).await?.ok_or(Error::NotFound)?;
    let permit = ctx.permit(Act::ManageCourses, organisation.target())?;
    Ok((organisation, permit))
}

/// The active experts of the organisation, with the day since when.
async fn experts(ctx: &Ctx, organisation: &Organisation) -> web::Result<Vec<(PersonId, NaiveDate)>> {
    let mut all = active_experts(ctx.db().reader(), &[organisation.id], ctx.env().today()).await?;
    Ok(all.remove(&organisation.id).unwrap_or_default())
}

/// What the Charter asks, and how the offers stand to it: in numbers, without names.
async fn charter(ctx: &Ctx, organisation: &Organisation) -> web::Result<Note> {
    let (t, conn, today) = (ctx.t(), ctx.db().reader(), ctx.env().today());
    let asked = continuing::asked(conn).await?;
    let from = rules::stretch_begins(asked, today);
    let begins = kernel::from_rome(from.and_time(kernel::NaiveTime::MIN));
    let offers = store::since(conn, &[organisation.id], begins, 1000).await?;
    let experts = experts(ctx, organisation).await?;
    let due: Vec<_> = experts.iter().filter(|(_, since)| *since < from).collect();
    let enough = |(person, since): &&&(PersonId, NaiveDate)| {
        let minutes = rules::minutes_between(&rules::sessions(&offers, *person, *since), from, today);
        i64::from(minutes) >= asked.hours * 60
    };
    let met = due.iter().filter(enough).count();
    let args = [
        ("hours", asked.hours.into()),
        ("months", asked.months.into()),
        ("met", met.into()),
        ("all", due.len().into()),
    ];
    Ok(match (due.len(), met == due.len()) {
        (0, _) => Note::info(t.args("continuing-charter-nobody", &args[..2])),
        (_, true) => Note::success(t.args("continuing-charter-met", &args)),
        (_, false) => Note::warning(t.args("continuing-charter-open", &args)),
    })
}

pub(in crate::continuing) async fn show(
    ctx: Ctx,
    Path(address): Path<String>,
    Query(query): Query<Asked>,
) -> web::Result<Response> {
    let (t, conn, now) = (ctx.t(), ctx.db().reader(), ctx.env().now());
    let (organisation, _) = kept(&ctx, &address).await?;
    let page = Pager::asked(query.pagina);
    let skip = (i64::try_from(page).unwrap_or(1) - 1) * PER_PAGE;
    let (offers, total) = store::of_organisation(conn, organisation.id, PER_PAGE, skip).await?;
    let ids: Vec<_> = offers.iter().map(|offer| offer.id).collect();
    let coming = store::coming(conn, &ids).await?;
    let mut people: Vec<_> = coming.values().flatten().copied().collect();
    people.sort_unstable();
    people.dedup();
    let names = people::facade::person_names(conn, &people).await?;
    let href = format!("{}/formazione-continua", organisation.href());
    let line = |offer: &Offer| {
        let (state, key) = match (offer.called_off, offer.plan.ends() < now) {
            (true, _) => (State::Ended, "continuing-called-off"),
            (false, true) => (State::Done, "continuing-held"),
            (false, false) => (State::Waiting, "continuing-to-come"),
        };
        let open = !offer.called_off && offer.plan.ends() >= now;
        let mut who: Vec<String> = coming
            .get(&offer.id)
            .filter(|_| open)
            .map(|people| people.iter().filter_map(|person| names.get(person).cloned()).collect())
            .unwrap_or_default();
        who.sort_by_key(|name| kernel::fold(name));
        Line {
            href: format!("{href}/{}", offer.id),
            topic: offer.plan.topic.clone(),
            when: when_and_where(t, offer),
            whom: match offer.plan.audience {
                Audience::Everyone => t.get("continuing-for-everyone"),
                Audience::Some => t.arg("continuing-for-some", "number", offer.plan.invited.len()),
            },
            badge: Badge::word(state, t.get(key)),
            why: offer.why.as_ref().map(|why| t.arg("continuing-why", "why", why)),
            coming: who,
            open,
        }
    };
    let empty = Empty::new(t.get("continuing-empty"), t.get("continuing-empty-text"))
        .action(format!("{href}/nuova"), t.get("continuing-new"));
    let body = OffersPage {
        note: charter(&ctx, &organisation).await?,
        lines: offers.iter().map(line).collect(),
        pager: Pager::new(t, &href, page, u64::try_from(total).unwrap_or(0), 20),
        empty: offers.is_empty().then_some(empty),
        href,
        t: t.clone(),
    };
    let trail = vec![(organisation.href(), organisation.name.clone())];
    let head = Head::new(t.get("continuing-title")).lead(t.get("continuing-lead")).trail(trail).no_index();
    ctx.page(head, body)
}

#[derive(Template)]
#[template(path = "continuing/plan.html")]
struct PlanPage {
    action: String,
    back: String,
    form: Form,
    audiences: Vec<(String, String)>,
    experts: Vec<(String, String)>,
    version: Option<String>,
    note: Option<Note>,
    send: String,
    t: T,
}

async fn plan_page(
    ctx: &Ctx,
    organisation: &Organisation,
    offer: Option<TrainingOfferId>,
    (fields, wrong): (&Fields, &Invalids),
    note: Option<Note>,
) -> web::Result<(Head, PlanPage)> {
    let t = ctx.t();
    let people: Vec<PersonId> = experts(ctx, organisation).await?.into_iter().map(|(person, _)| person).collect();
    let names = people::facade::person_names(ctx.db().reader(), &people).await?;
    let mut named: Vec<_> = names.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
    named.sort_by_key(|(_, name)| kernel::fold(name));
    let back = format!("{}/formazione-continua", organisation.href());
    let audience = |one: &Audience| (one.code().to_owned(), t.get(&format!("continuing-audience-{}", one.code())));
    let trail = vec![(organisation.href(), organisation.name.clone()), (back.clone(), t.get("continuing-title"))];
    let body = PlanPage {
        action: offer.map_or_else(|| format!("{back}/nuova"), |id| format!("{back}/{id}/modifica")),
        back,
        form: Form::new(t, "continuing", fields, wrong),
        audiences: Audience::ALL.iter().map(audience).collect(),
        experts: named,
        version: offer.map(|_| fields.get("version").to_owned()),
        note,
        send: t.get(if offer.is_some() { "continuing-save" } else { "continuing-add" }),
        t: t.clone(),
    };
    let title = t.get(if offer.is_some() { "continuing-edit" } else { "continuing-new" });
    Ok((Head::new(title).lead(t.get("continuing-plan-lead")).trail(trail).no_index(), body))
}

pub(in crate::continuing) async fn new(ctx: Ctx, Path(address): Path<String>) -> web::Result<Response> {
    let (organisation, _) = kept(&ctx, &address).await?;
    let mut fields = Fields::new();
    fields.set("audience", Audience::Everyone.code());
    let (head, body) = plan_page(&ctx, &organisation, None, (&fields, &Invalids::default()), None).await?;
    ctx.page(head, body)
}

/// Reads the form. Who was invited before stays among those who may be, though a role ended.
async fn parsed(
    ctx: &Ctx,
    organisation: &Organisation,
    before: &[PersonId],
    fields: &Fields,
) -> web::Result<Result<NewOffer, Invalids>> {
    let mut known: Vec<PersonId> = experts(ctx, organisation).await?.into_iter().map(|(person, _)| person).collect();
    known.extend(before);
    Ok(NewOffer::parse(fields, &known))
}

pub(in crate::continuing) async fn add(ctx: Ctx, Path(address): Path<String>, fields: Fields) -> web::Result<Response> {
    let (organisation, permit) = kept(&ctx, &address).await?;
    let plan = match parsed(&ctx, &organisation, &[], &fields).await? {
        Ok(plan) => plan,
        Err(wrong) => {
            let (head, body) = plan_page(&ctx, &organisation, None, (&fields, &wrong), None).await?;
            return ctx.invalid(head, body);
        }
    };
    let mut tx = permit.begin(ctx.db()).await?;
    store::add(&mut tx, &[(organisation.id, plan)]).await?;
    tx.emit(Event::OrganisationChanged { organisation: organisation.id });
    tx.commit().await?;
    ctx.done("continuing-added", &format!("{}/formazione-continua", organisation.href()))
}

/// The offer that an address names, of this organisation.
pub(super) async fn found(ctx: &Ctx, organisation: &Organisation, id: &str) -> web::Result<Offer> {
    let id: TrainingOfferId = id.parse().map_err(|_| Error::NotFound)?;
    let offer = store::one(ctx.db().reader(), id).await?;
    offer.filter(|offer| offer.organisation == organisation.id).ok_or(Error::NotFound)
}

pub(in crate::continuing) async fn edit(
    ctx: Ctx,
    Path((address, offer)): Path<(String, String)>,
) -> web::Result<Response> {
    let (organisation, _) = kept(&ctx, &address).await?;
    let offer = found(&ctx, &organisation, &offer).await?;
    let mut fields = offer.plan.fields();
    fields.set("version", offer.version);
    let (head, body) = plan_page(&ctx, &organisation, Some(offer.id), (&fields, &Invalids::default()), None).await?;
    ctx.page(head, body)
}

/// Changes an offer. Who said that they come hears of another moment or place.
pub(in crate::continuing) async fn change(
    ctx: Ctx,
    Path((address, offer)): Path<(String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    let (organisation, permit) = kept(&ctx, &address).await?;
    let offer = found(&ctx, &organisation, &offer).await?;
    let plan = match parsed(&ctx, &organisation, &offer.plan.invited, &fields).await? {
        Ok(plan) => plan,
        Err(wrong) => {
            let (head, body) = plan_page(&ctx, &organisation, Some(offer.id), (&fields, &wrong), None).await?;
            return ctx.invalid(head, body);
        }
    };
    let mut tx = permit.begin(ctx.db()).await?;
    match store::change(&mut tx, offer.id, fields.get("version").parse().unwrap_or(0), &plan).await {
        Err(Fault::Stale) => {
            tx.rollback().await?;
            let mut typed = fields.clone();
            typed.set("version", found(&ctx, &organisation, &offer.id.to_string()).await?.version);
            let note = Some(Note::warning(ctx.t().get("continuing-stale")));
            let typed = (&typed, &Invalids::default());
            let (head, body) = plan_page(&ctx, &organisation, Some(offer.id), typed, note).await?;
            return ctx.stale(head, body);
        }
        other => other?,
    }
    let (was, known) = (&offer.plan, |plan: &NewOffer| (plan.starts, plan.place.clone(), plan.link.clone()));
    // What has begun cannot be missed any more.
    if was.starts > ctx.env().now() && known(was) != known(&plan) {
        let coming = store::coming(tx.conn(), &[offer.id]).await?.remove(&offer.id).unwrap_or_default();
        continuing::write_changed(&mut tx, ctx.app(), &coming, (was, &plan)).await?;
    }
    tx.emit(Event::OrganisationChanged { organisation: organisation.id });
    tx.commit().await?;
    ctx.done("continuing-changed", &format!("{}/formazione-continua", organisation.href()))
}
