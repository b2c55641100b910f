//! A member steps aside: no reason is asked for, and none is ever shown.

use super::{Sitting, group::refused_key, sitting};
use crate::{
    candidacy,
    panel::{self, Before, Members, Side, model::Aside, rules},
};
use ::store::Fault;
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{Invalid, Invalids};
use web::{Ctx, Fields, Form, Head, T};

#[derive(Template)]
#[template(path = "panel/aside.html")]
struct AsidePage {
    action: String,
    back: String,
    /// The side that would be missing without a substitute.
    lacking: Option<Side>,
    options: Vec<(String, String)>,
    form: Form,
    t: T,
}

/// Who can stand in: those who can sit here, meet this candidate not yet, and have no tie.
async fn substitutes(ctx: &Ctx, sitting: &Sitting) -> Result<Members, Fault> {
    let conn = ctx.db().reader();
    let mut able = panel::able(conn, sitting.candidacy.organisation, ctx.env().today()).await?;
    let apart = panel::store::apart(conn, sitting.candidacy.id, sitting.candidacy.person).await?;
    able.retain(|person, _| !sitting.meeting.contains_key(person) && !apart.aside.contains(person));
    Ok(able)
}

async fn page(ctx: &Ctx, sitting: &Sitting, fields: &Fields, wrong: &Invalids) -> web::Result<(Head, AsidePage)> {
    let t = ctx.t();
    let mut rest = sitting.meeting.clone();
    rest.remove(&sitting.me);
    let lacking = rules::lacks(rest.into_values(), sitting.needs).first().copied();
    let able = substitutes(ctx, sitting).await?;
    let people: Vec<_> = able.keys().copied().collect();
    let names = people::facade::person_names(ctx.db().reader(), &people).await?;
    let mut options: Vec<(String, String)> = able
        .iter()
        .filter(|(_, side)| lacking.is_none_or(|lacking| **side == lacking))
        .filter_map(|(person, side)| {
            Some((person.to_string(), format!("{} – {}", names.get(person)?, t.get(side.key()))))
        })
        .collect();
    options.sort_by_key(|(id, name)| (kernel::fold(name), id.clone()));
    let none = if lacking.is_some() { "panel-aside-choose" } else { "panel-aside-nobody" };
    options.insert(0, (String::new(), t.get(none)));
    let body = AsidePage {
        action: format!("{}/passo-indietro", sitting.href()),
        back: sitting.href(),
        lacking,
        options,
        form: Form::new(t, "panel-aside", fields, wrong),
        t: t.clone(),
    };
    let head = Head::new(t.get("panel-aside-title")).lead(t.get("panel-aside-lead")).trail(sitting.trail(t)).no_index();
    Ok((head, body))
}

/// Nobody new comes to a candidacy that is over.
fn over(ctx: &Ctx, sitting: &Sitting) -> web::Result<Option<Response>> {
    if sitting.candidacy.open() { Ok(None) } else { sitting.cannot_act(ctx) }
}

/// The form.
pub(in crate::panel) async fn ask(ctx: Ctx, Path(id): Path<String>) -> web::Result<Response> {
    let sitting = sitting(&ctx, &id).await?;
    if let Some(page) = over(&ctx, &sitting)? {
        return Ok(page);
    }
    let (head, body) = page(&ctx, &sitting, &Fields::new(), &Invalids::default()).await?;
    ctx.page(head, body)
}

/// The key of what is refused, as it is said to who steps aside.
fn own_key(refused: &rules::Refused) -> &'static str {
    match refused {
        rules::Refused::LacksForACandidate(_) => "panel-invalid-substitute",
        other => refused_key(other),
    }
}

/// Steps aside.
pub(in crate::panel) async fn step(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> web::Result<Response> {
    let parsed = Aside::parse(&fields);
    let sitting = sitting(&ctx, &id).await?;
    if let Some(page) = over(&ctx, &sitting)? {
        return Ok(page);
    }
    let aside = match parsed {
        Ok(aside) => aside,
        Err(wrong) => {
            let (head, body) = page(&ctx, &sitting, &fields, &wrong).await?;
            return ctx.invalid(head, body);
        }
    };
    let able = substitutes(&ctx, &sitting).await?;
    let of = &sitting.candidacy;
    let before = Before::of(of);
    let mut tx = sitting.permit(&ctx)?.begin(ctx.db()).await?;
    match panel::recuse(&mut tx, ctx.app(), before, sitting.me, &aside, &able).await {
        Ok(Ok(())) => {}
        Ok(Err(refused)) => {
            tx.rollback().await?;
            let wrong: Invalids = Invalid::new("substitute", own_key(&refused)).into();
            let (head, body) = page(&ctx, &sitting, &fields, &wrong).await?;
            return ctx.invalid(head, body);
        }
        // Pressed twice: it stands already.
        Err(Fault::Duplicate(_)) => {
            tx.rollback().await?;
            return ctx.done("panel-aside-done", "/selezione");
        }
        Err(other) => return Err(other.into()),
    }
    candidacy::tell(&mut tx, of.id, "panel-told-aside", Some(sitting.me), "").await?;
    if let Some(substitute) = aside.substitute {
        candidacy::tell(&mut tx, of.id, "panel-told-stands-in", Some(substitute), "").await?;
        let link = ctx.app().site().link(&format!("/selezione/{}", of.id));
        panel::write_to(&mut tx, ctx.app(), substitute, "panel-mail-stand-in", |_| {
            vec![("link", link.as_str().into())]
        })
        .await?;
    }
    tx.commit().await?;
    ctx.done("panel-aside-done", "/selezione")
}
