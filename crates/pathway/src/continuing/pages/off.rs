//! Calling an offer off: who had said that they come is told, and reads why.

use super::{
    offers::{found, kept},
    when_and_where,
};
use crate::{
    continuing::{model::Offer, store},
    panel,
};
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{Checks, Event, Invalids};
use network::facade::Organisation;
use web::{Ctx, Error, Fields, Form, Head, T};

#[derive(Template)]
#[template(path = "continuing/off.html")]
struct OffPage {
    action: String,
    back: String,
    when: String,
    version: i64,
    form: Form,
    t: T,
}

fn page(ctx: &Ctx, organisation: &Organisation, offer: &Offer, fields: &Fields, wrong: &Invalids) -> (Head, OffPage) {
    let t = ctx.t();
    let back = format!("{}/formazione-continua", organisation.href());
    let trail = vec![(organisation.href(), organisation.name.clone()), (back.clone(), t.get("continuing-title"))];
    let body = OffPage {
        action: format!("{back}/{}/annulla", offer.id),
        back,
        when: when_and_where(t, offer),
        version: offer.version,
        form: Form::new(t, "continuing-off", fields, wrong),
        t: t.clone(),
    };
    let head = Head::new(t.arg("continuing-off-title", "topic", &offer.plan.topic));
    (head.lead(t.get("continuing-off-lead")).trail(trail).no_index(), body)
}

/// What can still be called off: what was not called off before.
async fn open(ctx: &Ctx, organisation: &Organisation, id: &str) -> web::Result<Offer> {
    let offer = found(ctx, organisation, id).await?;
    if offer.called_off { Err(Error::Fault(::store::Fault::Stale)) } else { Ok(offer) }
}

pub(in crate::continuing) async fn ask(
    ctx: Ctx,
    Path((address, offer)): Path<(String, String)>,
) -> web::Result<Response> {
    let (organisation, _) = kept(&ctx, &address).await?;
    let offer = open(&ctx, &organisation, &offer).await?;
    let (head, body) = page(&ctx, &organisation, &offer, &Fields::new(), &Invalids::default());
    ctx.page(head, body)
}

/// Calls it off. The letter says that it is, and nothing of what it was about.
pub(in crate::continuing) async fn call_off(
    ctx: Ctx,
    Path((address, offer)): Path<(String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    let (organisation, permit) = kept(&ctx, &address).await?;
    let offer = open(&ctx, &organisation, &offer).await?;
    let mut checks = Checks::new();
    let why = checks.text("why", fields.get("why"), 300);
    let why = match checks.finish(|| why) {
        Ok(why) => why,
        Err(wrong) => {
            let (head, body) = page(&ctx, &organisation, &offer, &fields, &wrong);
            return ctx.invalid(head, body);
        }
    };
    let mut tx = permit.begin(ctx.db()).await?;
    store::call_off(&mut tx, offer.id, fields.get("version").parse().unwrap_or(0), &why).await?;
    // What is over cannot be missed any more.
    let ahead: Vec<_> = Some(offer.id).filter(|_| offer.plan.ends() > ctx.env().now()).into_iter().collect();
    let coming = store::coming(tx.conn(), &ahead).await?.remove(&offer.id).unwrap_or_default();
    let link = ctx.app().site().link("/formazione-continua");
    for person in coming {
        panel::write_to(&mut tx, ctx.app(), person, "continuing-off-mail", |t| {
            vec![("when", t.instant(offer.plan.starts).into()), ("link", link.as_str().into())]
        })
        .await?;
    }
    tx.emit(Event::OrganisationChanged { organisation: organisation.id });
    tx.commit().await?;
    ctx.done("continuing-was-called-off", &format!("{}/formazione-continua", organisation.href()))
}
