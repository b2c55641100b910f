//! Issuers as people read them, and the page on which a manager keeps their organisation's keys.

pub(super) mod compromised;

use super::{IssuerKey, api, rotate as make_new, rules, store};
use crate::credential;
use access::Act;
use askama::Template;
use axum::{
    extract::Path,
    http::{HeaderMap, header},
    response::Response,
};
use network::facade::{Organisation, find_organisation};
use web::{
    Ctx, Error, Head, T,
    ui::{Badge, Empty, Note, State},
};

struct Line {
    name: String,
    href: String,
    badge: Badge,
    when: String,
    /// What happened to it, where it is compromised. Only for those who keep it.
    why: Option<String>,
    /// Where those who keep it say that it is compromised.
    distrust: Option<String>,
}

fn line(t: &T, key: &IssuerKey) -> Line {
    let (badge, when) = match (&key.compromised, key.retired_at) {
        (Some(compromise), _) => {
            let since = t.date(kernel::rome_date(compromise.since));
            let badge = Badge::word(State::NotMet, t.get("issuer-key-compromised"));
            (badge, t.arg("issuer-key-compromised-since", "since", since))
        }
        (None, None) => {
            let since = t.arg("issuer-key-since", "from", made(t, key));
            (Badge::word(State::Done, t.get("issuer-key-in-use")), since)
        }
        (None, Some(until)) => {
            let until = t.date(kernel::rome_date(until));
            let args = [("from", made(t, key).into()), ("until", until.into())];
            (Badge::word(State::Ended, t.get("issuer-key-retired")), t.args("issuer-key-period", &args))
        }
    };
    let short: String = key.id.to_string().chars().rev().take(8).collect::<Vec<_>>().into_iter().rev().collect();
    Line {
        name: t.arg("issuer-key-name", "name", short),
        href: super::model::key_path(key.organisation, key.id),
        badge,
        when,
        why: None,
        distrust: None,
    }
}

/// The same for those who keep the key.
fn own_line(t: &T, organisation: &Organisation, key: &IssuerKey) -> Line {
    let why = key.compromised.as_ref().map(|compromise| t.arg("issuer-key-compromised-why", "why", &compromise.why));
    let distrust = key.is_trusted().then(|| compromised::path(organisation, key));
    Line { why, distrust, ..line(t, key) }
}

fn made(t: &T, key: &IssuerKey) -> String {
    t.date(kernel::rome_date(key.made_at))
}

#[derive(Template)]
#[template(path = "issuer/public.html")]
struct PublicPage {
    name: String,
    href: String,
    profile: String,
    lines: Vec<Line>,
    t: T,
}

/// The issuer: a page for people, its profile for programs that ask for data.
pub(super) async fn public(ctx: Ctx, headers: HeaderMap, Path(address): Path<String>) -> web::Result<Response> {
    let (organisation, keys) = api::issuer(&ctx, &address).await?;
    if wants_data(&headers) {
        let site = ctx.app().site();
        let profile = rules::profile(site, organisation.id, &organisation.name, &organisation.href(), &keys);
        return Ok(api::data("application/ld+json", profile));
    }
    let t = ctx.t();
    let body = PublicPage {
        name: organisation.name.clone(),
        href: organisation.href(),
        profile: format!("{}/profilo", super::model::path(organisation.id)),
        lines: keys.iter().map(|key| line(t, key)).collect(),
        t: t.clone(),
    };
    let head = Head::new(t.arg("issuer-public-title", "name", organisation.name.as_str()));
    ctx.page(head.lead(t.get("issuer-public-lead")).no_index(), body)
}

/// Whether who asks is a program: it takes JSON and no page.
pub(crate) fn wants_data(headers: &HeaderMap) -> bool {
    let accepts = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    accepts.contains("json") && !accepts.contains("text/html")
}

async fn managed(ctx: &Ctx, address: &str) -> web::Result<Organisation> {
    let found = find_organisation(ctx.db().reader(), address).await?.ok_or(Error::NotFound)?;
    ctx.permit(Act::ManageCertificates, found.target())?;
    Ok(found)
}

#[derive(Template)]
#[template(path = "issuer/own.html")]
struct OwnPage {
    href: String,
    public: String,
    lines: Vec<Line>,
    /// How many certificates still wait for a new signature.
    waiting: Option<Note>,
    empty: Option<Empty>,
    t: T,
}

/// The keys of an organisation, for its manager.
pub(super) async fn own(ctx: Ctx, Path(address): Path<String>) -> web::Result<Response> {
    let organisation = managed(&ctx, &address).await?;
    let t = ctx.t();
    let keys = store::of_organisation(ctx.db().reader(), organisation.id).await?;
    let waiting = credential::count_to_sign_again(ctx.db().reader(), organisation.id).await?;
    let empty = Empty::new(t.get("issuer-own-empty"), t.get("issuer-own-empty-text"));
    let body = OwnPage {
        href: organisation.href(),
        public: super::model::path(organisation.id),
        empty: keys.is_empty().then_some(empty),
        lines: keys.iter().map(|key| own_line(t, &organisation, key)).collect(),
        waiting: (waiting > 0).then(|| Note::info(t.arg("issuer-own-waiting", "count", waiting))),
        t: t.clone(),
    };
    let head = Head::new(t.get("issuer-own-title"))
        .lead(t.get("issuer-own-lead"))
        .trail(vec![(organisation.href(), organisation.name.clone())])
        .no_index();
    ctx.page(head, body)
}

/// Makes a new key.
pub(super) async fn rotate(ctx: Ctx, Path(address): Path<String>) -> web::Result<Response> {
    let organisation = managed(&ctx, &address).await?;
    let mut tx = ctx.permit(Act::ManageCertificates, organisation.target())?.begin(ctx.db()).await?;
    make_new(&mut tx, ctx.app(), organisation.id).await?;
    tx.commit().await?;
    ctx.done("issuer-own-made", &format!("{}/emittente", organisation.href()))
}
