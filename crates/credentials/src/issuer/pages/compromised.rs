//! `/realta/{id}/emittente/chiavi/{key}/compromessa`: saying that others may have signed with a key.

use super::{line, managed};
use crate::issuer::{Compromise, IssuerKey, distrust as distrust_key, store};
use access::Act;
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{Invalids, IssuerKeyId, NaiveDate, rome_date};
use network::facade::Organisation;
use web::{Ctx, Error, Fields, Form, Head, T};

/// Where it is said of a key.
pub(super) fn path(organisation: &Organisation, key: &IssuerKey) -> String {
    format!("{}/emittente/chiavi/{}/compromessa", organisation.href(), key.id)
}

fn keys(organisation: &Organisation) -> String {
    format!("{}/emittente", organisation.href())
}

#[derive(Template)]
#[template(path = "issuer/compromised.html")]
struct CompromisedPage {
    here: String,
    made_on: NaiveDate,
    today: NaiveDate,
    form: Form,
    t: T,
}

/// The key of an organisation that an address names, for who keeps it.
async fn asked(ctx: &Ctx, address: &str, key: &str) -> web::Result<(Organisation, IssuerKey)> {
    let organisation = managed(ctx, address).await?;
    let id: IssuerKeyId = key.parse().map_err(|_| Error::NotFound)?;
    let key = store::by_id(ctx.db().reader(), id).await?;
    let key = key.filter(|key| key.organisation == organisation.id).ok_or(Error::NotFound)?;
    Ok((organisation, key))
}

fn page(
    ctx: &Ctx,
    organisation: &Organisation,
    key: &IssuerKey,
    fields: &Fields,
    wrong: &Invalids,
) -> (Head, CompromisedPage) {
    let t = ctx.t();
    let body = CompromisedPage {
        here: path(organisation, key),
        made_on: rome_date(key.made_at),
        today: ctx.env().today(),
        form: Form::new(t, "issuer", fields, wrong),
        t: t.clone(),
    };
    let trail = vec![(organisation.href(), organisation.name.clone()), (keys(organisation), t.get("issuer-own-title"))];
    let head = Head::new(t.get("issuer-compromised-title")).lead(line(t, key).name).trail(trail);
    (head.no_index(), body)
}

/// The form; where it was said before, the page of the keys says so.
pub(in crate::issuer) async fn form(ctx: Ctx, Path((address, key)): Path<(String, String)>) -> web::Result<Response> {
    let (organisation, key) = asked(&ctx, &address, &key).await?;
    if !key.is_trusted() {
        return ctx.goto(&keys(&organisation));
    }
    let (head, body) = page(&ctx, &organisation, &key, &Fields::new(), &Invalids::default());
    ctx.page(head, body)
}

/// Says it. Pressed twice, it is said once.
pub(in crate::issuer) async fn distrust(
    ctx: Ctx,
    Path((address, key)): Path<(String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    let (organisation, key) = asked(&ctx, &address, &key).await?;
    if !key.is_trusted() {
        return ctx.goto(&keys(&organisation));
    }
    let compromise = match Compromise::parse(&fields, rome_date(key.made_at), ctx.env().today()) {
        Ok(compromise) => compromise,
        Err(wrong) => {
            let (head, body) = page(&ctx, &organisation, &key, &fields, &wrong);
            return ctx.invalid(head, body);
        }
    };
    let mut tx = ctx.permit(Act::ManageCertificates, organisation.target())?.begin(ctx.db()).await?;
    distrust_key(&mut tx, ctx.app(), &key, &compromise).await?;
    tx.commit().await?;
    ctx.done("issuer-compromised-done", &keys(&organisation))
}
