//! `/formazione-continua`: what is offered to an expert, and the hours they gather, their own.

use super::when_and_where;
use crate::{
    continuing::{
        self,
        model::{Answer, NewOwnHours, Offer, OwnHoursId},
        rules, store,
    },
    lesson::written,
};
use ::store::Fault;
use access::{Act, Permit, Role, Target};
use askama::Template;
use axum::{extract::Path, response::Response};
use icalendar::{Component, Event, EventLike, EventStatus};
use kernel::{Invalids, NaiveDate, NaiveTime, OrganisationId, TrainingOfferId};
use std::collections::{HashMap, HashSet};
use web::{
    Ctx, Error, Fields, Form, Head, T,
    ui::{Badge, Empty, Note, State},
};

const HERE: &str = "/formazione-continua";

struct Coming {
    id: String,
    topic: String,
    from: String,
    when: String,
    about: Option<String>,
    team: Option<String>,
    link: Option<String>,
    answer: Option<Badge>,
    comes: bool,
    /// That it was called off, and why.
    off: Option<String>,
}

struct Past {
    id: String,
    topic: String,
    when: String,
    kept: bool,
}

struct Own {
    id: String,
    line: String,
    length: String,
}

#[derive(Template)]
#[template(path = "continuing/own.html")]
struct OwnPage {
    sum: String,
    counts: Note,
    coming: Vec<Coming>,
    past: Vec<Past>,
    own: Vec<Own>,
    empty: Option<Empty>,
    form: Form,
    t: T,
}

/// The offers made to this person since a day, by date, those that were called off among them. What
/// somebody meant to come to, and was called off, is there even if they are no expert any more.
async fn offers(ctx: &Ctx, from: NaiveDate) -> web::Result<Vec<Offer>> {
    let mut all = made(ctx, from).await?;
    let begins = kernel::from_rome(from.and_time(NaiveTime::MIN));
    let mut missed = store::missed(ctx.db().reader(), ctx.person()?, begins).await?;
    missed.retain(|off| all.iter().all(|one| one.id != off.id));
    all.append(&mut missed);
    all.sort_by_key(|offer| offer.plan.starts);
    Ok(all)
}

/// What is offered to the experts of an organisation, as far as this person is one of them.
async fn made(ctx: &Ctx, from: NaiveDate) -> web::Result<Vec<Offer>> {
    let (conn, me) = (ctx.db().reader(), ctx.person()?);
    let mine = ctx.actor().organisations(Role::Expert);
    if mine.is_empty() {
        return Ok(Vec::new());
    }
    let active = network::facade::active_experts(conn, &mine, ctx.env().today()).await?;
    let since = |organisation: OrganisationId| {
        let here = active.get(&organisation)?.iter().find(|(person, _)| *person == me);
        here.map(|(_, since)| *since)
    };
    let from = kernel::from_rome(from.and_time(NaiveTime::MIN));
    let mut all = store::since(conn, &mine, from, 300).await?;
    // Who has just come sees what comes, though no role is on record yet.
    let today = ctx.env().today();
    all.retain(|offer| rules::meant_for(offer, me, since(offer.organisation).unwrap_or(today)));
    Ok(all)
}

fn coming_line(t: &T, offer: &Offer, from: String, answer: Option<Answer>) -> Coming {
    Coming {
        id: offer.id.to_string(),
        topic: offer.plan.topic.clone(),
        from,
        when: when_and_where(t, offer),
        about: offer.plan.about.clone(),
        team: offer.plan.team.as_ref().map(|team| t.arg("continuing-with-team", "team", team)),
        link: offer.plan.link.clone(),
        answer: if offer.called_off {
            Some(Badge::word(State::Ended, t.get("continuing-called-off")))
        } else {
            answer.map(|answer| badge(t, answer))
        },
        comes: answer == Some(Answer::Yes),
        off: offer.called_off.then(|| match &offer.why {
            Some(why) => t.arg("continuing-off-said-why", "why", why),
            None => t.get("continuing-off-said"),
        }),
    }
}

fn past_line(t: &T, offer: &Offer, kept: bool) -> Past {
    Past { id: offer.id.to_string(), topic: offer.plan.topic.clone(), when: when_and_where(t, offer), kept }
}

fn own_line(t: &T, hours: &continuing::OwnHours) -> Own {
    let source = hours.said.source.as_ref().map(|source| format!(" – {source}")).unwrap_or_default();
    Own {
        id: hours.id.to_string(),
        line: format!("{} – {}{source}", t.date(hours.said.day), hours.said.what),
        length: t.length(hours.said.minutes),
    }
}

async fn page(ctx: &Ctx, fields: &Fields, wrong: &Invalids) -> web::Result<(Head, OwnPage)> {
    let (t, conn, me) = (ctx.t(), ctx.db().reader(), ctx.person()?);
    let (today, now) = (ctx.env().today(), ctx.env().now());
    let asked = continuing::asked(conn).await?;
    let from = rules::stretch_begins(asked, today);
    let offers = offers(ctx, from).await?;
    let answers = store::answers_of(conn, me).await?;
    let own = continuing::own_hours(conn, ctx.app(), me).await?;
    let gathered = store::own_minutes(conn, me, from, today).await?;
    let ids: Vec<_> = offers.iter().map(|offer| offer.organisation).collect();
    let names: HashMap<_, _> = network::facade::organisation_names(conn, &ids).await?;
    let kept: HashSet<TrainingOfferId> = own.iter().filter_map(|hours| hours.offer).collect();
    let answer = |id: TrainingOfferId| answers.get(&id).copied();
    // What was called off is still seen by those who had said that they come.
    let ahead =
        |offer: &&Offer| offer.plan.ends() >= now && (!offer.called_off || answer(offer.id) == Some(Answer::Yes));
    let from_whom = |offer: &Offer| names.get(&offer.organisation).map(|one| one.name.clone()).unwrap_or_default();
    let coming = |offer: &Offer| coming_line(t, offer, from_whom(offer), answer(offer.id));
    let coming: Vec<Coming> = offers.iter().filter(ahead).map(coming).collect();
    let past = offers.iter().rev().filter(|offer| offer.plan.ends() < now && !offer.called_off);
    let past: Vec<Past> = past.map(|offer| past_line(t, offer, kept.contains(&offer.id))).collect();
    let nothing = coming.is_empty() && past.is_empty();
    let sums = [("length", t.length(gathered).into()), ("from", t.date(from).into())];
    let body = OwnPage {
        sum: t.args("continuing-own-sum", &sums),
        counts: Note::info(
            t.args("continuing-counts-text", &[("hours", asked.hours.into()), ("months", asked.months.into())]),
        ),
        empty: nothing.then(|| Empty::new(t.get("continuing-own-empty"), t.get("continuing-own-empty-text"))),
        coming,
        past,
        own: own.iter().map(|hours| own_line(t, hours)).collect(),
        form: Form::new(t, "continuing-hours", fields, wrong),
        t: t.clone(),
    };
    Ok((Head::new(t.get("continuing-own-title")).lead(t.get("continuing-own-lead")).no_index(), body))
}

fn badge(t: &T, answer: Answer) -> Badge {
    let state = if answer == Answer::Yes { State::Done } else { State::Ended };
    Badge::word(state, t.get(&format!("continuing-answer-{}", answer.code())))
}

pub(in crate::continuing) async fn show(ctx: Ctx) -> web::Result<Response> {
    let mut fields = Fields::new();
    fields.set("day", ctx.env().today());
    let (head, body) = page(&ctx, &fields, &Invalids::default()).await?;
    ctx.page(head, body)
}

fn permit(ctx: &Ctx) -> web::Result<Permit> {
    ctx.permit(Act::UseOwnAccount, Target::Person(ctx.person()?))
}

/// The offer that an address names, when it is made to this person.
async fn made_to_me(ctx: &Ctx, id: &str) -> web::Result<Offer> {
    let id: TrainingOfferId = id.parse().map_err(|_| Error::NotFound)?;
    let from = rules::stretch_begins(continuing::asked(ctx.db().reader()).await?, ctx.env().today());
    let mine = offers(ctx, from).await?;
    mine.into_iter().find(|offer| offer.id == id).ok_or(Error::NotFound)
}

/// Says whether one comes.
pub(in crate::continuing) async fn answer(
    ctx: Ctx,
    Path(offer): Path<String>,
    fields: Fields,
) -> web::Result<Response> {
    let (permit, offer) = (permit(&ctx)?, made_to_me(&ctx, &offer).await?);
    if offer.called_off || offer.plan.ends() < ctx.env().now() {
        return Err(Error::NotFound);
    }
    let answer = Answer::from_code(fields.get("answer")).ok_or(Error::Bad("error-bad-form"))?;
    let mut tx = permit.begin(ctx.db()).await?;
    tx.note("what", "training-answered");
    store::answer(&mut tx, offer.id, ctx.person()?, answer).await?;
    tx.commit().await?;
    ctx.done(&format!("continuing-answered-{}", answer.code()), HERE)
}

/// Keeps the hours of an offer among one's own: the person's word is enough. Pressed twice it is once.
pub(in crate::continuing) async fn done(ctx: Ctx, Path(offer): Path<String>) -> web::Result<Response> {
    let (permit, offer) = (permit(&ctx)?, made_to_me(&ctx, &offer).await?);
    if offer.called_off || offer.plan.ends() > ctx.env().now() {
        return Err(Error::NotFound);
    }
    let names = network::facade::organisation_names(ctx.db().reader(), &[offer.organisation]).await?;
    let said = NewOwnHours {
        day: offer.plan.day(),
        minutes: offer.plan.minutes,
        what: offer.plan.topic.clone(),
        source: names.get(&offer.organisation).map(|one| one.name.clone()),
    };
    let mut tx = permit.begin(ctx.db()).await?;
    tx.note("what", "training-kept");
    match continuing::keep_own_hours(&mut tx, ctx.app(), ctx.person()?, &said, Some(offer.id)).await {
        Err(Fault::Duplicate(_)) => tx.rollback().await?,
        other => {
            other?;
            tx.commit().await?;
        }
    }
    ctx.done("continuing-kept", HERE)
}

/// Keeps hours from any other source.
pub(in crate::continuing) async fn keep(ctx: Ctx, fields: Fields) -> web::Result<Response> {
    let permit = permit(&ctx)?;
    let said = match NewOwnHours::parse(&fields, ctx.env().today()) {
        Ok(said) => said,
        Err(wrong) => {
            let (head, body) = page(&ctx, &fields, &wrong).await?;
            return ctx.invalid(head, body);
        }
    };
    let mut tx = permit.begin(ctx.db()).await?;
    tx.note("what", "training-kept");
    continuing::keep_own_hours(&mut tx, ctx.app(), ctx.person()?, &said, None).await?;
    tx.commit().await?;
    ctx.done("continuing-kept", HERE)
}

pub(in crate::continuing) async fn remove(ctx: Ctx, Path(hours): Path<String>) -> web::Result<Response> {
    let permit = permit(&ctx)?;
    let id: OwnHoursId = hours.parse().map_err(|_| Error::NotFound)?;
    let mut tx = permit.begin(ctx.db()).await?;
    tx.note("what", "training-removed");
    store::remove(&mut tx, ctx.person()?, id).await?;
    tx.commit().await?;
    ctx.done("continuing-removed", HERE)
}

/// An offer as a calendar entry. Its title says that there is a meeting, and nothing more.
pub(in crate::continuing) async fn calendar(ctx: Ctx, Path(offer): Path<String>) -> web::Result<Response> {
    let (t, offer) = (ctx.t(), made_to_me(&ctx, &offer).await?);
    let title = t.get("continuing-calendar-title");
    let mut event = Event::new();
    event
        .uid(&format!("{}@allapari", offer.id))
        .timestamp(ctx.env().now())
        .sequence(u32::try_from(offer.version - 1).unwrap_or(0))
        .summary(&title)
        .starts(offer.plan.starts)
        .ends(offer.plan.ends())
        .url(&ctx.app().site().link(HERE))
        .status(if offer.called_off { EventStatus::Cancelled } else { EventStatus::Confirmed });
    if let Some(place) = offer.plan.place.as_deref().or(offer.plan.link.as_deref()) {
        event.location(place);
    }
    Ok(web::file::ics("incontro.ics", written(&title, std::iter::once(event.done()))))
}
