//! Trying a day first, and links to hand over.

use super::by_address;
use crate::{
    call::{
        model::{Call, NewTrial},
        store::apart,
    },
    candidacy::{self, Source},
    panel,
};
use access::{Act, Target};
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{Duration, Invalids};
use network::facade::Organisation;
use web::{Ctx, Error, Fields, Form, Head, T};

/// How many may ask to try a day for one call within a day: a limit against floods.
const TRIALS: i64 = 30;
/// How many links one person may make within a day.
const LINKS: i64 = 20;

#[derive(Template)]
#[template(path = "call/trial.html")]
struct TrialPage {
    action: String,
    form: Form,
    last: String,
    today: String,
    t: T,
}

async fn offering(ctx: &Ctx, id: &str) -> web::Result<Call> {
    let call = by_address(ctx, id).await?;
    let offers = call.words.trial && call.open_on(ctx.env().today());
    if offers { Ok(call) } else { Err(Error::NotFound) }
}

fn trial_page(ctx: &Ctx, call: &Call, fields: &Fields, wrong: &Invalids) -> (Head, TrialPage) {
    let t = ctx.t();
    let today = ctx.env().today();
    let trail = vec![("/avvisi".to_owned(), t.get("call-title-list")), (call.href(), call.title().to_owned())];
    let body = TrialPage {
        action: format!("{}/prova", call.href()),
        form: Form::new(t, "call-trial", fields, wrong),
        today: today.to_string(),
        last: (today + Duration::days(120)).to_string(),
        t: t.clone(),
    };
    (Head::new(t.get("call-trial-title")).lead(t.get("call-trial-lead")).trail(trail).no_index(), body)
}

/// The form to ask to try a day.
pub(in crate::call) async fn trial(ctx: Ctx, Path(id): Path<String>) -> web::Result<Response> {
    let call = offering(&ctx, &id).await?;
    let (head, body) = trial_page(&ctx, &call, &Fields::new(), &Invalids::default());
    ctx.page(head, body)
}

/// Asks to try a day: a name, a contact and a day, gone when that day is over.
pub(in crate::call) async fn ask_trial(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> web::Result<Response> {
    let call = offering(&ctx, &id).await?;
    let new = match NewTrial::parse(&fields, ctx.env().today()) {
        Ok(new) => new,
        Err(wrong) => {
            let (head, body) = trial_page(&ctx, &call, &fields, &wrong);
            return ctx.invalid(head, body);
        }
    };
    let asked = apart::trials_since(ctx.db().reader(), call.id, ctx.env().now() - Duration::days(1)).await?;
    if asked >= TRIALS {
        return Err(Error::TooMany { retry_after: 3600 });
    }
    let mut tx =
        ctx.permit(Act::Apply, Target::organisation(call.organisation, call.territory))?.begin(ctx.db()).await?;
    let secret = apart::ask_trial(&mut tx, ctx.app(), call.id, &new).await?;
    tx.commit().await?;
    let own = format!("{}/prova/{secret}", call.href());
    ctx.done_with("call-trial-asked", "on", &ctx.t().date(new.on), &own)
}

#[derive(Template)]
#[template(path = "call/wished.html")]
struct WishedPage {
    link: String,
    action: String,
    t: T,
}

/// The own page of who asked to try a day, behind their personal link.
pub(in crate::call) async fn wished(ctx: Ctx, Path((id, secret)): Path<(String, String)>) -> web::Result<Response> {
    let (t, call) = (ctx.t(), by_address(&ctx, &id).await?);
    let on = apart::wished(ctx.db().reader(), call.id, &secret, ctx.env().now()).await?.ok_or(Error::NotFound)?;
    let own = format!("{}/prova/{secret}", call.href());
    let body = WishedPage { link: ctx.app().site().link(&own), action: own, t: t.clone() };
    let trail = vec![("/avvisi".to_owned(), t.get("call-title-list")), (call.href(), call.title().to_owned())];
    let head = Head::new(t.get("call-wished-title")).lead(t.arg("call-wished-lead", "on", t.date(on)));
    ctx.page(head.trail(trail).no_index(), body)
}

/// Takes a day to try back. No reason is asked for; who would have waited is told. Pressed twice, it
/// is taken back once.
pub(in crate::call) async fn give_up(ctx: Ctx, Path((id, secret)): Path<(String, String)>) -> web::Result<Response> {
    let call = by_address(&ctx, &id).await?;
    let permit = ctx.permit(Act::Apply, Target::organisation(call.organisation, call.territory))?;
    let Some(on) = apart::wished(ctx.db().reader(), call.id, &secret, ctx.env().now()).await? else {
        return ctx.done("call-wished-given-up", &call.href());
    };
    let mut tx = permit.begin(ctx.db()).await?;
    apart::give_up(&mut tx, call.id, &secret).await?;
    let mut told = candidacy::coordinators(&tx, call.organisation).await?;
    // Who sits and works there no longer waits for nobody.
    let able = panel::able(tx.conn(), call.organisation, tx.env().today()).await?;
    let seats = panel::members(tx.conn(), call.id).await?;
    told.extend(seats.into_iter().map(|seat| seat.person).filter(|person| able.contains_key(person)));
    told.sort_unstable();
    told.dedup();
    let link = ctx.app().site().link(&call.href());
    for person in told {
        panel::write_to(&mut tx, ctx.app(), person, "call-mail-trial-off", |t| {
            vec![("on", t.date(on).into()), ("link", link.as_str().into())]
        })
        .await?;
    }
    tx.commit().await?;
    ctx.done("call-wished-given-up", &call.href())
}

#[derive(Template)]
#[template(path = "call/nominate.html")]
struct NominatePage {
    action: String,
    form: Form,
    sources: Vec<(String, String)>,
    /// The link, once it was made: its address and its picture.
    made: Option<(String, String)>,
    days: i64,
    t: T,
}

async fn nominating(ctx: &Ctx, id: &str) -> web::Result<(Call, Organisation)> {
    let call = by_address(ctx, id).await?;
    let organisation =
        network::facade::organisation(ctx.db().reader(), call.organisation).await?.ok_or(Error::NotFound)?;
    ctx.permit(Act::Nominate, organisation.target())?;
    if call.open_on(ctx.env().today()) { Ok((call, organisation)) } else { Err(Error::NotFound) }
}

fn nominate_page(
    ctx: &Ctx,
    call: &Call,
    organisation: &Organisation,
    made: Option<(String, String)>,
) -> (Head, NominatePage) {
    let t = ctx.t();
    let trail = vec![("/avvisi".to_owned(), t.get("call-title-list")), (call.href(), call.title().to_owned())];
    let mut fields = Fields::new();
    let mut sources = vec![(Source::Professional.code().to_owned(), t.get("call-nominate-as-me"))];
    if ctx.may(Act::ManageSelection, organisation.target()) {
        let words = t.arg("call-nominate-as-organisation", "name", &organisation.name);
        sources.push((Source::Organisation.code().to_owned(), words));
    }
    fields.set("source", Source::Professional.code());
    let title = if made.is_some() { "call-link-title" } else { "call-nominate-title" };
    let body = NominatePage {
        action: format!("{}/segnala", call.href()),
        form: Form::fresh(t, "call-nominate", &fields),
        sources,
        made,
        days: apart::LINK_DAYS,
        t: t.clone(),
    };
    (Head::new(t.get(title)).lead(t.get("call-nominate-lead")).trail(trail).no_index(), body)
}

/// The page on which a link is made.
pub(in crate::call) async fn nominate(ctx: Ctx, Path(id): Path<String>) -> web::Result<Response> {
    let (call, organisation) = nominating(&ctx, &id).await?;
    let (head, body) = nominate_page(&ctx, &call, &organisation, None);
    ctx.page(head, body)
}

/// Makes a link and shows it, this once: only its digest is kept.
pub(in crate::call) async fn make_link(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> web::Result<Response> {
    let (call, organisation) = nominating(&ctx, &id).await?;
    let me = ctx.person()?;
    let manages = ctx.may(Act::ManageSelection, organisation.target());
    let source = match Source::from_code(fields.get("source")) {
        Some(Source::Organisation) if manages => Source::Organisation,
        _ => Source::Professional,
    };
    if apart::made_since(ctx.db().reader(), me, ctx.env().now() - Duration::days(1)).await? >= LINKS {
        return Err(Error::TooMany { retry_after: 3600 });
    }
    let mut tx = ctx.permit(Act::Nominate, organisation.target())?.begin(ctx.db()).await?;
    let secret = apart::nominate(&mut tx, call.id, me, source).await?;
    tx.commit().await?;
    let link = ctx.app().site().link(&format!("/invito-candidatura/{secret}"));
    // Its frame on the page says what it is.
    let picture = typeset::Qr::of(&link).map_err(|fault| Error::Inside(fault.to_string()))?.svg("");
    let (head, body) = nominate_page(&ctx, &call, &organisation, Some((link, picture)));
    ctx.page(head, body)
}
