//! `/candidature/{key}/note`: the candidate reads what was written with them, and adds their own.

use super::{Said, said};
use crate::{
    candidacy::{self, Access},
    note::{self, Opened, model::Answer},
    panel,
};
use ::store::Fault;
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::Invalids;
use web::{
    Ctx, Error, Fields, Form, Head, T,
    ui::{Badge, Note, State},
};

/// The part of a candidacy's own page that leads to the note. Prints nothing where there is none.
#[derive(Template)]
#[template(path = "note/part.html")]
pub(crate) struct Part {
    line: Option<(Badge, String, String)>,
    t: T,
}

impl askama::filters::HtmlSafe for Part {}

/// What the candidate sees of the note on their own page.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn for_candidate(ctx: &Ctx, access: &Access) -> Result<Part, Fault> {
    let t = ctx.t();
    let found = note::store::of_candidacy(ctx.db().reader(), access.candidacy.id, ctx.env().today()).await?;
    let line = found.map(|note| {
        let badge = match note.counts() {
            true => Badge::word(State::Done, t.get("note-read")),
            false => Badge::word(State::NotKnown, t.get("note-to-read")),
        };
        (badge, format!("{}/note", access.href()), t.arg("note-until", "day", t.date(note.delete_on)))
    });
    Ok(Part { line, t: t.clone() })
}

#[derive(Template)]
#[template(path = "note/read.html")]
struct ReadPage {
    action: String,
    back: String,
    said: Vec<Said>,
    until: String,
    note: Option<Note>,
    read: Option<String>,
    form: Form,
    t: T,
}

fn page(
    ctx: &Ctx,
    access: &Access,
    opened: &Opened,
    typed: (&Fields, &Invalids),
    note: Option<Note>,
) -> (Head, ReadPage) {
    let t = ctx.t();
    let body = ReadPage {
        action: format!("{}/note", access.href()),
        back: access.href(),
        said: said(t, &opened.words),
        until: t.arg("note-until", "day", t.date(opened.note.delete_on)),
        note,
        read: opened
            .note
            .read_at
            .filter(|_| opened.note.counts())
            .map(|at| t.arg("note-you-read-at", "time", t.instant(at))),
        form: Form::new(t, "note-answer", typed.0, typed.1),
        t: t.clone(),
    };
    let trail = vec![(access.href(), t.get("note-trail-candidacy"))];
    (Head::new(t.get("note-read-title")).lead(t.get("note-read-lead")).trail(trail).no_index(), body)
}

/// The note, with the candidate's own words below.
pub(in crate::note) async fn show(ctx: Ctx, Path(key): Path<String>) -> web::Result<Response> {
    let access = candidacy::access(&ctx, &key).await?;
    let opened = note::opened(ctx.db().reader(), ctx.app(), &access.candidacy).await?.ok_or(Error::NotFound)?;
    let mut fields = opened.answer.fields();
    fields.set("version", opened.note.version);
    let (head, body) = page(&ctx, &access, &opened, (&fields, &Invalids::default()), None);
    ctx.page(head, body)
}

/// Says that it was read, with what the candidate adds.
pub(in crate::note) async fn read(ctx: Ctx, Path(key): Path<String>, fields: Fields) -> web::Result<Response> {
    let parsed = Answer::parse(&fields);
    let access = candidacy::access(&ctx, &key).await?;
    let opened = note::opened(ctx.db().reader(), ctx.app(), &access.candidacy).await?.ok_or(Error::NotFound)?;
    let answer = match parsed {
        Ok(answer) => answer,
        Err(wrong) => {
            let (head, body) = page(&ctx, &access, &opened, (&fields, &wrong), None);
            return ctx.invalid(head, body);
        }
    };
    let version = fields.get("version").parse().unwrap_or(0);
    let mut tx = access.permit(&ctx)?.begin(ctx.db()).await?;
    match note::answer(&mut tx, ctx.app(), &opened.note, &answer, version).await {
        Err(Fault::Stale) => {
            tx.rollback().await?;
            let now = note::opened(ctx.db().reader(), ctx.app(), &access.candidacy).await?.ok_or(Error::NotFound)?;
            let mut typed = fields.clone();
            typed.set("version", now.note.version);
            let alert = Some(Note::alert(ctx.t().get("note-answer-meanwhile")));
            let (head, body) = page(&ctx, &access, &now, (&typed, &Invalids::default()), alert);
            return ctx.stale(head, body);
        }
        other => other?,
    }
    let of = &access.candidacy;
    candidacy::tell(&mut tx, of.id, "note-told-read", None, "").await?;
    let link = ctx.app().site().link(&format!("/selezione/{}", of.id));
    for person in panel::hears(tx.conn(), panel::Before::of(of), of.organisation, tx.env().today()).await? {
        panel::write_to(&mut tx, ctx.app(), person, "note-mail-panel", |_| vec![("link", link.as_str().into())])
            .await?;
    }
    tx.commit().await?;
    ctx.done("note-answered", &access.href())
}
