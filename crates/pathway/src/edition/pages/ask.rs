//! `/corsi/{course}/edizioni/{edition}`: asking to take part. The one thing asked for is an own
//! path, and the person's word is enough.

use super::{free_places, show::belongings, when};
use crate::{
    course,
    edition::{
        model::{Asking, Edition},
        rules, store,
    },
};
use access::{Act, Target};
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{CourseId, EditionId, Invalids};
use web::{Ctx, Error, Fields, Form, Head, T, ui::Note};

#[derive(Template)]
#[template(path = "edition/ask.html")]
struct AskPage {
    action: String,
    when: String,
    venue: String,
    free: String,
    asks_path: bool,
    form: Form,
    belongings: Vec<(String, String)>,
    closed: Option<Note>,
    /// What was typed while the edition closed, each with its label: to be taken along.
    typed: Vec<(String, String)>,
    t: T,
}

async fn found(ctx: &Ctx, course: &str, edition: &str) -> web::Result<(course::Course, Edition)> {
    let conn = ctx.db().reader();
    let course: CourseId = course.parse().map_err(|_| Error::NotFound)?;
    let edition: EditionId = edition.parse().map_err(|_| Error::NotFound)?;
    let course = course::by_id(conn, course).await?.filter(|course| course.published).ok_or(Error::NotFound)?;
    let edition = store::by_id(conn, edition).await?.filter(|edition| edition.course == course.id);
    Ok((course, edition.ok_or(Error::NotFound)?))
}

async fn page(
    ctx: &Ctx,
    course: &course::Course,
    edition: &Edition,
    fields: &Fields,
    wrong: &Invalids,
) -> web::Result<(Head, AskPage)> {
    let t = ctx.t();
    let heads = store::heads(ctx.db().reader(), &[edition.id]).await?.remove(&edition.id).unwrap_or_default();
    let open = rules::can_be_asked(edition, ctx.env().today());
    let typed: Vec<_> = ["path", "wish"]
        .into_iter()
        .filter(|name| !open && !fields.get(name).trim().is_empty())
        .map(|name| (t.get(&format!("edition-ask-{name}")), fields.get(name).to_owned()))
        .collect();
    let body = AskPage {
        action: format!("/corsi/{}/edizioni/{}", course.id, edition.id),
        when: when(t, edition),
        venue: edition.venue.clone(),
        free: free_places(t, edition, heads),
        asks_path: course.kind.asks_recovery_path(),
        form: Form::new(t, "edition-ask", fields, wrong),
        belongings: belongings(t),
        closed: (!open).then(|| {
            Note::info(t.get(if typed.is_empty() { "edition-ask-closed" } else { "edition-ask-closed-typed" }))
        }),
        typed,
        t: t.clone(),
    };
    let trail = vec![
        ("/corsi".to_owned(), t.get("course-public-title")),
        (format!("/corsi/{}", course.id), course.title.clone()),
    ];
    Ok((Head::new(t.get("edition-ask-title")).lead(edition.title.clone()).trail(trail).no_index(), body))
}

/// The form; who stands there already is led to their own page.
pub(in crate::edition) async fn form(
    ctx: Ctx,
    Path((course, edition)): Path<(String, String)>,
) -> web::Result<Response> {
    let person = ctx.person()?;
    let (course, edition) = found(&ctx, &course, &edition).await?;
    if let Some(there) = store::standing(ctx.db().reader(), edition.id, person).await? {
        return ctx.goto(&format!("/i-miei-corsi/{}", there.id));
    }
    let (head, body) = page(&ctx, &course, &edition, &Fields::new(), &Invalids::default()).await?;
    ctx.page(head, body)
}

/// Asks. A double click asks once.
pub(in crate::edition) async fn ask(
    ctx: Ctx,
    Path((course, edition)): Path<(String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    let person = ctx.person()?;
    let permit = ctx.permit(Act::UseOwnAccount, Target::Person(person))?;
    let (course, edition) = found(&ctx, &course, &edition).await?;
    if !rules::can_be_asked(&edition, ctx.env().today()) {
        let (head, body) = page(&ctx, &course, &edition, &fields, &Invalids::default()).await?;
        return ctx.invalid(head, body);
    }
    let asking = match Asking::parse(&fields, course.kind.asks_recovery_path()) {
        Ok(asking) => asking,
        Err(wrong) => {
            let (head, body) = page(&ctx, &course, &edition, &fields, &wrong).await?;
            return ctx.invalid(head, body);
        }
    };
    let mut tx = permit.begin(ctx.db()).await?;
    let (id, new) = store::enrol(&mut tx, edition.id, person, None, asking.belonging, false).await?;
    if new {
        store::seal_own(&mut tx, ctx.app(), person, id, &asking).await?;
    }
    tx.commit().await?;
    ctx.done("edition-asked", &format!("/i-miei-corsi/{id}"))
}
