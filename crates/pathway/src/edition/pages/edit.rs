//! An edition, typed: added and changed.

use super::{href, shown_edition, tell_places, trail};
use crate::{
    course::{Course, clash_apart, shown_course},
    edition::{
        model::{Edition, NewEdition},
        store,
    },
};
use ::store::Fault;
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{Invalid, Invalids};
use network::facade::Organisation;
use web::{Ctx, Fields, Form, Head, T, ui::Note};

#[derive(Template)]
#[template(path = "edition/edit.html")]
struct EditPage {
    action: String,
    back: String,
    form: Form,
    button: String,
    stale: Option<Note>,
    t: T,
}

fn page(
    ctx: &Ctx,
    organisation: &Organisation,
    course: &Course,
    edition: Option<&Edition>,
    fields: &Fields,
    wrong: &Invalids,
) -> (Head, EditPage) {
    let t = ctx.t();
    let base = format!("{}/corsi/{}/edizioni", organisation.href(), course.id);
    let (stale, shown) = clash_apart(t, wrong);
    let body = EditPage {
        action: edition.map_or_else(|| format!("{base}/nuova"), |edition| format!("{base}/{}/modifica", edition.id)),
        back: edition.map_or_else(|| base.clone(), |edition| href(organisation, edition)),
        form: Form::new(t, "edition", fields, &shown),
        button: t.get(if edition.is_some() { "edition-save" } else { "edition-add" }),
        stale,
        t: t.clone(),
    };
    let title = t.get(if edition.is_some() { "edition-edit" } else { "edition-new" });
    (Head::new(title).lead(t.get("edition-edit-lead")).trail(trail(t, organisation, course, edition)).no_index(), body)
}

/// The empty form.
pub(in crate::edition) async fn new(
    ctx: Ctx,
    Path((address, course)): Path<(String, String)>,
) -> web::Result<Response> {
    let (organisation, course, _) = shown_course(&ctx, &address, &course).await?;
    let mut fields = Fields::new();
    fields.set("open", 1);
    let (head, body) = page(&ctx, &organisation, &course, None, &fields, &Invalids::default());
    ctx.page(head, body)
}

/// Adds an edition.
pub(in crate::edition) async fn add(
    ctx: Ctx,
    Path((address, course)): Path<(String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    let (organisation, course, permit) = shown_course(&ctx, &address, &course).await?;
    let new = match NewEdition::parse(&fields) {
        Ok(new) => new,
        Err(wrong) => {
            let (head, body) = page(&ctx, &organisation, &course, None, &fields, &wrong);
            return ctx.invalid(head, body);
        }
    };
    let mut tx = permit.begin(ctx.db()).await?;
    let id = store::add(&mut tx, &course, &new).await?;
    tx.commit().await?;
    ctx.done("edition-added", &format!("{}/corsi/{}/edizioni/{id}", organisation.href(), course.id))
}

fn typed(edition: &Edition) -> Fields {
    let mut fields = Fields::new();
    fields.set("version", edition.version);
    fields.set("title", &edition.title);
    fields.set("starts", edition.starts);
    fields.set("ends", edition.ends);
    fields.set("places", edition.places);
    fields.set("venue", &edition.venue);
    fields.set("pace", &edition.pace);
    if edition.open {
        fields.set("open", 1);
    }
    fields
}

/// The form, filled.
pub(in crate::edition) async fn edit(
    ctx: Ctx,
    Path((address, course, edition)): Path<(String, String, String)>,
) -> web::Result<Response> {
    let (organisation, course, edition, _) = shown_edition(&ctx, &address, &course, &edition).await?;
    let (head, body) = page(&ctx, &organisation, &course, Some(&edition), &typed(&edition), &Invalids::default());
    ctx.page(head, body)
}

/// Changes an edition. Places that were added go to those who wait. Places that are taken cannot
/// be taken away.
pub(in crate::edition) async fn change(
    ctx: Ctx,
    Path((address, course, edition)): Path<(String, String, String)>,
    mut fields: Fields,
) -> web::Result<Response> {
    let (organisation, course, edition, permit) = shown_edition(&ctx, &address, &course, &edition).await?;
    let new = match NewEdition::parse(&fields) {
        Ok(new) => new,
        Err(wrong) => {
            let (head, body) = page(&ctx, &organisation, &course, Some(&edition), &fields, &wrong);
            return ctx.invalid(head, body);
        }
    };
    let mut tx = permit.begin(ctx.db()).await?;
    let version = fields.get("version").parse().unwrap_or(0);
    match store::change(&mut tx, &edition, version, &new).await {
        Err(Fault::Stale) => {
            tx.rollback().await?;
            fields.set("version", edition.version);
            let clash = Invalid::new("version", "course-changed-meanwhile").into();
            let (head, body) = page(&ctx, &organisation, &course, Some(&edition), &fields, &clash);
            return ctx.stale(head, body);
        }
        changed => changed?,
    }
    // Counted behind the lock of the change: nobody takes a place meanwhile.
    let heads = store::heads(tx.conn(), &[edition.id]).await?.remove(&edition.id).unwrap_or_default();
    let taken = heads.placed + heads.completed;
    if new.places < taken {
        tx.rollback().await?;
        let too_few = Invalid::new("places", "edition-invalid-taken").with("taken", taken).into();
        let (head, body) = page(&ctx, &organisation, &course, Some(&edition), &fields, &too_few);
        return ctx.invalid(head, body);
    }
    let lucky = store::pass_on(&mut tx, edition.id).await?;
    // These places were added by who runs the edition: that may be read in their trace.
    for person in lucky.iter().filter_map(|one| one.person) {
        tx.about(person);
    }
    tell_places(&mut tx, ctx.app(), &lucky).await?;
    tx.commit().await?;
    ctx.done("edition-saved", &href(&organisation, &edition))
}
