//! How a course answers to other programmes.

use super::{TakenOut, href, shown_course, take_out, trail_of};
use crate::course::{
    model::{Alignment, Course, NewAlignment},
    store,
};
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{Invalids, Uuid};
use network::facade::Organisation;
use web::{Ctx, Error, Fields, Form, Head, T};

#[derive(Template)]
#[template(path = "course/alignments.html")]
struct AlignmentsPage {
    base: String,
    lines: Vec<Alignment>,
    form: Form,
    t: T,
}

async fn page(
    ctx: &Ctx,
    organisation: &Organisation,
    course: Course,
    fields: &Fields,
    wrong: &Invalids,
) -> web::Result<(Head, AlignmentsPage)> {
    let t = ctx.t();
    let whole = store::whole(ctx.db().reader(), vec![course]).await?.pop().ok_or(Error::NotFound)?;
    let trail = trail_of(t, organisation, Some(&whole.course));
    let body = AlignmentsPage {
        base: href(organisation, &whole.course),
        lines: whole.alignments,
        form: Form::new(t, "course-alignment", fields, wrong),
        t: t.clone(),
    };
    let head = Head::new(t.get("course-alignments")).lead(t.get("course-alignments-lead")).trail(trail).no_index();
    Ok((head, body))
}

/// How the course answers to other programmes.
pub(in crate::course) async fn show(
    ctx: Ctx,
    Path((address, course)): Path<(String, String)>,
) -> web::Result<Response> {
    let (organisation, course, _) = shown_course(&ctx, &address, &course).await?;
    let (head, body) = page(&ctx, &organisation, course, &Fields::new(), &Invalids::default()).await?;
    ctx.page(head, body)
}

/// Adds a line.
pub(in crate::course) async fn add(
    ctx: Ctx,
    Path((address, course)): Path<(String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    let (organisation, course, permit) = shown_course(&ctx, &address, &course).await?;
    let new = match NewAlignment::parse(&fields) {
        Ok(new) => new,
        Err(wrong) => {
            let (head, body) = page(&ctx, &organisation, course, &fields, &wrong).await?;
            return ctx.invalid(head, body);
        }
    };
    let mut tx = permit.begin(ctx.db()).await?;
    store::add_alignment(&mut tx, &course, &new).await?;
    tx.commit().await?;
    ctx.done("course-alignment-added", &format!("{}/competenze", href(&organisation, &course)))
}

/// Takes a line out.
pub(in crate::course) async fn remove(
    ctx: Ctx,
    Path((address, course, line)): Path<(String, String, Uuid)>,
) -> web::Result<Response> {
    take_out(ctx, &address, &course, TakenOut::Alignment(line)).await
}
