//! What a course is, typed: begun, changed, made public.

use super::{clash_apart, href, kinds, own_organisation, shown_course, trail_of};
use crate::course::{
    model::{Course, NewCourse, typed_hours},
    rules, store,
    store::NewCurriculum,
};
use ::store::Fault;
use access::Act;
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{Invalid, Invalids};
use network::facade::Organisation;
use web::{Ctx, Error, Fields, Form, Head, T, ui::Note};

#[derive(Template)]
#[template(path = "course/edit.html")]
struct EditPage {
    action: String,
    back: String,
    form: Form,
    kinds: Vec<(String, String)>,
    button: String,
    stale: Option<Note>,
    t: T,
}

fn page(
    ctx: &Ctx,
    organisation: &Organisation,
    course: Option<&Course>,
    fields: &Fields,
    wrong: &Invalids,
) -> (Head, EditPage) {
    let t = ctx.t();
    let base = format!("{}/corsi", organisation.href());
    let (stale, shown) = clash_apart(t, wrong);
    let body = EditPage {
        action: course
            .map_or_else(|| format!("{base}/nuovo"), |course| format!("{}/modifica", href(organisation, course))),
        back: course.map_or_else(|| base.clone(), |course| href(organisation, course)),
        form: Form::new(t, "course", fields, &shown),
        kinds: kinds(t),
        button: t.get(if course.is_some() { "course-save" } else { "course-begin" }),
        stale,
        t: t.clone(),
    };
    let title = t.get(if course.is_some() { "course-edit" } else { "course-new" });
    let head = Head::new(title).lead(t.get("course-edit-lead")).trail(trail_of(t, organisation, course)).no_index();
    (head, body)
}

/// The empty form.
pub(in crate::course) async fn new(ctx: Ctx, Path(address): Path<String>) -> web::Result<Response> {
    let organisation = own_organisation(&ctx, &address).await?;
    ctx.permit(Act::ManageCourses, organisation.target())?;
    let mut fields = Fields::new();
    fields.set("attendance", 80);
    let (head, body) = page(&ctx, &organisation, None, &fields, &Invalids::default());
    ctx.page(head, body)
}

/// Begins a course.
pub(in crate::course) async fn add(ctx: Ctx, Path(address): Path<String>, fields: Fields) -> web::Result<Response> {
    let organisation = own_organisation(&ctx, &address).await?;
    let permit = ctx.permit(Act::ManageCourses, organisation.target())?;
    let course = match NewCourse::parse(&fields) {
        Ok(course) => course,
        Err(wrong) => {
            let (head, body) = page(&ctx, &organisation, None, &fields, &wrong);
            return ctx.invalid(head, body);
        }
    };
    let new = NewCurriculum {
        organisation: organisation.id,
        course,
        published: false,
        modules: Vec::new(),
        authors: Vec::new(),
        teachers: Vec::new(),
        teaching: Vec::new(),
        alignments: Vec::new(),
    };
    let mut tx = permit.begin(ctx.db()).await?;
    let ids = store::create(&mut tx, &[new]).await?;
    tx.commit().await?;
    let id = ids.first().ok_or(Error::NotFound)?;
    ctx.done("course-begun", &format!("{}/corsi/{id}", organisation.href()))
}

/// What stands on record, as it was typed.
fn typed(course: &Course) -> Fields {
    let mut fields = Fields::new();
    fields.set("version", course.version);
    fields.set("kind", course.kind.code());
    fields.set("title", &course.title);
    fields.set("summary", &course.summary);
    fields.set("for_whom", &course.for_whom);
    fields.set("pace", &course.pace);
    let rules = course.certificate.unwrap_or_default();
    if course.certificate.is_some() {
        fields.set("certificate", 1);
    }
    fields.set("attendance", if course.certificate.is_some() { rules.attendance_percent } else { 80 });
    fields.set("fieldwork", typed_hours(rules.fieldwork_minutes));
    fields.set("shadowing", typed_hours(rules.shadowing_minutes));
    fields
}

/// The form, filled.
pub(in crate::course) async fn edit(
    ctx: Ctx,
    Path((address, course)): Path<(String, String)>,
) -> web::Result<Response> {
    let (organisation, course, _) = shown_course(&ctx, &address, &course).await?;
    let (head, body) = page(&ctx, &organisation, Some(&course), &typed(&course), &Invalids::default());
    ctx.page(head, body)
}

/// Changes a course. Who was overtaken finds what they typed, and a button that saves it over the
/// version that stands now.
pub(in crate::course) async fn change(
    ctx: Ctx,
    Path((address, course)): Path<(String, String)>,
    mut fields: Fields,
) -> web::Result<Response> {
    let (organisation, course, permit) = shown_course(&ctx, &address, &course).await?;
    let new = match NewCourse::parse(&fields) {
        Ok(new) => new,
        Err(wrong) => {
            let (head, body) = page(&ctx, &organisation, Some(&course), &fields, &wrong);
            return ctx.invalid(head, body);
        }
    };
    let mut tx = permit.begin(ctx.db()).await?;
    let version = fields.get("version").parse().unwrap_or(0);
    match store::change(&mut tx, &course, version, &new).await {
        Err(Fault::Stale) => {
            tx.rollback().await?;
            fields.set("version", course.version);
            let clash = Invalid::new("version", "course-changed-meanwhile").into();
            let (head, body) = page(&ctx, &organisation, Some(&course), &fields, &clash);
            return ctx.stale(head, body);
        }
        changed => changed?,
    }
    tx.commit().await?;
    ctx.done("course-saved", &href(&organisation, &course))
}

/// Makes a course public, or takes it back.
pub(in crate::course) async fn publish(
    ctx: Ctx,
    Path((address, course)): Path<(String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    let (organisation, course, permit) = shown_course(&ctx, &address, &course).await?;
    let published = fields.checked("published");
    let whole = store::whole(ctx.db().reader(), vec![course]).await?.pop().ok_or(Error::NotFound)?;
    let back = href(&organisation, &whole.course);
    if published && !rules::before_publishing(&whole).is_empty() {
        return ctx.done("course-not-yet", &back);
    }
    let mut tx = permit.begin(ctx.db()).await?;
    let version = fields.get("version").parse().unwrap_or(0);
    store::publish(&mut tx, &whole.course, version, published).await?;
    tx.commit().await?;
    ctx.done(if published { "course-now-public" } else { "course-now-draft" }, &back)
}
