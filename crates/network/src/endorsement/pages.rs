//! The endorsements of an organisation, and its membership of the network.

pub(super) mod public;

use super::{
    model::{Endorsement, NewEndorsement, Version, Work},
    store,
};
use crate::{expert::reality, organisation::model::Organisation};
use ::store::{Conn, Fault};
use access::Act;
use askama::Template;
use axum::{extract::Path, response::Response};
use consensus::facade::Standing;
use kernel::{EndorsementId, Invalid, Invalids, PersonId};
use std::collections::HashMap;
use web::{
    Ctx, Error, Fields, Form, Head, T,
    ui::{Badge, LoopStep, State},
};

/// A version that can be endorsed.
struct Known {
    version: Version,
    label: String,
    href: String,
    in_force: bool,
}

/// All versions of both texts, those in force first.
async fn known(conn: &impl Conn, t: &T) -> Result<Vec<Known>, Fault> {
    let mut all = Vec::new();
    for line in consensus::facade::charter_versions(conn).await? {
        all.push(Known {
            version: Version::Charter(line.id),
            label: t.arg("endorsement-charter", "label", &line.label),
            href: line.href(),
            in_force: line.standing == Standing::InForce,
        });
    }
    for line in consensus::facade::document_versions(conn).await? {
        all.push(Known {
            version: Version::Document(line.id),
            label: t.arg("endorsement-document", "label", &line.label),
            href: format!("/documento/versioni/{}", line.id),
            in_force: line.current,
        });
    }
    all.sort_by_key(|known| !known.in_force);
    Ok(all)
}

struct Line {
    id: String,
    label: String,
    href: Option<String>,
    /// Who signed and in what capacity; for those who may read the organisation's records.
    by: Option<String>,
    on: String,
    withdrawn: Option<String>,
    badge: Badge,
}

#[derive(Template)]
#[template(path = "endorsement/organisation.html")]
struct OrganisationPage {
    href: String,
    member: bool,
    membership: Vec<String>,
    lines: Vec<Line>,
    signing: Option<Signing>,
    t: T,
}

/// What only representatives see.
struct Signing {
    form: Form,
    versions: Vec<(String, String)>,
}

/// The page.
pub(super) async fn show(ctx: Ctx, Path(address): Path<String>) -> web::Result<Response> {
    let organisation = reality(&ctx, &address).await?;
    let (head, body) = page(&ctx, &organisation, &Fields::new(), &Invalids::default()).await?;
    ctx.page(head, body)
}

async fn page(
    ctx: &Ctx,
    organisation: &Organisation,
    fields: &Fields,
    wrong: &Invalids,
) -> web::Result<(Head, OrganisationPage)> {
    let t = ctx.t();
    let conn = ctx.db().reader();
    let known = known(conn, t).await?;
    let all = store::of_organisation(conn, organisation.id).await?;
    let belongings = store::belongings(conn, organisation.id).await?;
    let signers = match ctx.may(Act::ReadOrganisation, organisation.target()) {
        true => {
            let people: Vec<PersonId> = all.iter().filter_map(|one| one.by).collect();
            Some(people::facade::person_names(conn, &people).await?)
        }
        false => None,
    };
    let signing = ctx.may(Act::Endorse, organisation.target()).then(|| {
        let standing = |known: &Known| all.iter().any(|e| e.version == known.version && e.withdrawn_on.is_none());
        let open = known.iter().filter(|known| !standing(known));
        Signing {
            versions: open.map(|known| (known.version.typed(), known.label.clone())).collect(),
            form: Form::new(t, "endorsement", fields, wrong),
        }
    });
    let body = OrganisationPage {
        href: organisation.href(),
        member: belongings.iter().any(|one| one.left_on.is_none()),
        membership: belongings.iter().map(|one| membership(t, one)).collect(),
        lines: all.iter().map(|one| line(t, one, &known, signers.as_ref())).collect(),
        signing,
        t: t.clone(),
    };
    let trail = vec![
        ("/realta".to_owned(), t.get("expert-trail-organisations")),
        (organisation.href(), organisation.name.clone()),
    ];
    let head = Head::new(t.arg("endorsement-organisation-title", "name", &organisation.name)).trail(trail);
    Ok((head.loop_at(LoopStep::Charter), body))
}

fn membership(t: &T, one: &super::model::Belonging) -> String {
    let from = t.date(one.joined_on);
    match one.left_on {
        None => t.arg("endorsement-member-since", "from", from),
        Some(left) => t.args("endorsement-member-until", &[("from", from.into()), ("until", t.date(left).into())]),
    }
}

fn line(t: &T, one: &Endorsement, known: &[Known], signers: Option<&HashMap<PersonId, String>>) -> Line {
    let version = known.iter().find(|known| known.version == one.version);
    let by = signers.filter(|_| one.by.is_some() || !one.capacity.is_empty()).map(|names| {
        let name = one.by.and_then(|person| names.get(&person).cloned());
        let name = name.unwrap_or_else(|| t.get("endorsement-signer-unknown"));
        if one.capacity.is_empty() { name } else { format!("{name}, {}", one.capacity) }
    });
    let badge = match one.withdrawn_on {
        None => Badge::word(State::Done, t.get("endorsement-stands")),
        Some(_) => Badge::word(State::Ended, t.get("endorsement-withdrawn")),
    };
    Line {
        id: one.id.to_string(),
        label: version.map_or_else(|| t.get("endorsement-version-gone"), |known| known.label.clone()),
        href: version.map(|known| known.href.clone()),
        by,
        on: t.date(one.on),
        withdrawn: one.withdrawn_on.map(|day| t.date(day)),
        badge,
    }
}

/// Signs.
pub(super) async fn sign(ctx: Ctx, Path(address): Path<String>, fields: Fields) -> web::Result<Response> {
    let organisation = reality(&ctx, &address).await?;
    let permit = ctx.permit(Act::Endorse, organisation.target())?;
    let known = known(ctx.db().reader(), ctx.t()).await?;
    let versions: Vec<Version> = known.iter().map(|known| known.version).collect();
    let new = match NewEndorsement::parse(&fields, &versions) {
        Ok(new) => new,
        Err(wrong) => return refuse(&ctx, &organisation, &fields, wrong).await,
    };
    let mut tx = permit.begin(ctx.db()).await?;
    match store::sign(&mut tx, organisation.id, &new).await {
        Err(Fault::Duplicate(_)) => {
            tx.rollback().await?;
            let wrong = Invalid::new("version", "endorsement-invalid-twice").into();
            return refuse(&ctx, &organisation, &fields, wrong).await;
        }
        signed => signed?,
    };
    tx.commit().await?;
    ctx.done("endorsement-signed", &format!("{}/adesioni", organisation.href()))
}

async fn refuse(ctx: &Ctx, organisation: &Organisation, fields: &Fields, wrong: Invalids) -> web::Result<Response> {
    let (head, body) = page(ctx, organisation, fields, &wrong).await?;
    ctx.invalid(head, body)
}

/// Withdraws.
pub(super) async fn withdraw(ctx: Ctx, Path((address, id)): Path<(String, String)>) -> web::Result<Response> {
    let organisation = reality(&ctx, &address).await?;
    let permit = ctx.permit(Act::Endorse, organisation.target())?;
    let id: EndorsementId = id.parse().map_err(|_| Error::NotFound)?;
    let mut tx = permit.begin(ctx.db()).await?;
    let to = format!("{}/adesioni", organisation.href());
    match store::withdraw(&mut tx, organisation.id, id).await {
        // Somebody pressed the button twice.
        Err(Fault::Stale) => return ctx.goto(&to),
        withdrawn => withdrawn?,
    }
    tx.commit().await?;
    ctx.done("endorsement-was-withdrawn", &to)
}

/// Joins the network.
pub(super) async fn join(ctx: Ctx, Path(address): Path<String>) -> web::Result<Response> {
    let organisation = reality(&ctx, &address).await?;
    let permit = ctx.permit(Act::Endorse, organisation.target())?;
    let to = format!("{}/adesioni", organisation.href());
    let mut tx = permit.begin(ctx.db()).await?;
    match store::join(&mut tx, organisation.id).await {
        // Somebody pressed the button twice.
        Err(Fault::Duplicate(_)) => return ctx.goto(&to),
        joined => joined?,
    }
    tx.commit().await?;
    ctx.done("endorsement-joined", &to)
}

/// Leaves the network.
pub(super) async fn leave(ctx: Ctx, Path(address): Path<String>) -> web::Result<Response> {
    let organisation = reality(&ctx, &address).await?;
    let permit = ctx.permit(Act::Endorse, organisation.target())?;
    let to = format!("{}/adesioni", organisation.href());
    let mut tx = permit.begin(ctx.db()).await?;
    match store::leave(&mut tx, organisation.id).await {
        Err(Fault::Stale) => return ctx.goto(&to),
        left => left?,
    }
    tx.commit().await?;
    ctx.done("endorsement-left", &to)
}

/// Which of the two texts, for lists.
fn heading(t: &T, work: Work) -> String {
    t.get(&format!("endorsement-work-{}", work.code()))
}
