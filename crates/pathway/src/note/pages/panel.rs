//! `/selezione/{candidacy}/note`: the panel writes, together with the candidate.

use super::{Prompts, Said, prompts, said};
use crate::{
    candidacy::{self, Stage},
    note::{
        self, Opened,
        model::{self, Words},
        store,
    },
    panel::{Sitting, closed_meanwhile, sitting},
};
use ::store::Fault;
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::Invalids;
use web::{
    Ctx, Fields, Form, Head, T,
    ui::{Badge, Note, State},
};

/// How the note of a candidacy stands, for the page of the candidacy.
pub(crate) struct Standing {
    pub badge: Badge,
    pub text: String,
    /// Whether the candidate has read these very words.
    pub read: bool,
}

/// How the note of a candidacy stands; none where there is none.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn standing_for(ctx: &Ctx, sitting: &Sitting) -> Result<Option<Standing>, Fault> {
    let t = ctx.t();
    let found = store::of_candidacy(ctx.db().reader(), sitting.candidacy.id, ctx.env().today()).await?;
    Ok(found.map(|note| {
        let read = note.counts();
        let badge = match read {
            true => Badge::word(State::Done, t.get("note-read")),
            false => Badge::word(State::Waiting, t.get("note-not-read")),
        };
        Standing { badge, text: t.arg("note-until", "day", t.date(note.delete_on)), read }
    }))
}

#[derive(Template)]
#[template(path = "note/write.html")]
struct WritePage {
    action: String,
    back: String,
    form: Form,
    chapters: Vec<Prompts>,
    until: String,
    note: Option<Note>,
    /// What somebody else saved meanwhile.
    other: Vec<Said>,
    authors: Vec<String>,
    /// The candidate's own words.
    remark: Option<String>,
    on_expectations: Option<String>,
    read: Option<String>,
    /// Whether it can still be changed.
    open: bool,
    said: Vec<Said>,
    t: T,
}

/// What is shown beside the form.
#[derive(Default)]
struct Beside {
    note: Option<Note>,
    other: Vec<Said>,
}

async fn page(
    ctx: &Ctx,
    sitting: &Sitting,
    opened: Option<&Opened>,
    typed: (&Fields, &Invalids),
    beside: Beside,
) -> web::Result<(Head, WritePage)> {
    let (t, conn) = (ctx.t(), ctx.db().reader());
    // Whatever leads here shows what stands: the candidate sees who read it.
    if opened.is_some() {
        sitting.saw(ctx, "note-read-by-panel", "note-seen").await?;
    }
    let words = &sitting.call.words;
    let until = match opened {
        Some(opened) => opened.note.delete_on,
        None => model::delete_on(words.closes_on, ctx.env().today(), words.notes_days),
    };
    let authors = match opened {
        Some(opened) => store::authors(conn, opened.note.id).await?,
        None => Vec::new(),
    };
    let names = people::facade::person_names(conn, &authors).await?;
    let own = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let body = WritePage {
        action: format!("{}/note", sitting.href()),
        back: sitting.href(),
        form: Form::new(t, "note", typed.0, typed.1),
        chapters: prompts(t),
        until: t.arg("note-until-before", "day", t.date(until)),
        note: beside.note,
        other: beside.other,
        authors: authors.iter().filter_map(|author| names.get(author).cloned()).collect(),
        remark: opened.and_then(|opened| own(&opened.answer.remark)),
        on_expectations: opened.and_then(|opened| own(&opened.answer.on_expectations)),
        read: opened.map(|opened| match opened.note.read_at.filter(|_| opened.note.counts()) {
            Some(at) => t.arg("note-read-at", "time", t.instant(at)),
            None => t.get("note-not-read-text"),
        }),
        open: sitting.candidacy.open(),
        said: opened.map(|opened| said(t, &opened.words)).unwrap_or_default(),
        t: t.clone(),
    };
    let head = Head::new(t.arg("note-write-title", "name", sitting.name.as_str()))
        .lead(t.get("note-write-lead"))
        .trail(sitting.trail(t))
        .no_index();
    Ok((head, body))
}

/// The note, to read and to go on writing.
pub(in crate::note) async fn show(ctx: Ctx, Path(candidacy): Path<String>) -> web::Result<Response> {
    let sitting = sitting(&ctx, &candidacy).await?;
    let opened = note::opened(ctx.db().reader(), ctx.app(), &sitting.candidacy).await?;
    if opened.is_none()
        && let Some(page) = cannot_write(&ctx, &sitting)?
    {
        return Ok(page);
    }
    let mut fields = opened.as_ref().map_or_else(Fields::new, |opened| opened.words.fields());
    fields.set("version", opened.as_ref().map_or(0, |opened| opened.note.version));
    let typed = (&fields, &Invalids::default());
    let (head, body) = page(&ctx, &sitting, opened.as_ref(), typed, Beside::default()).await?;
    ctx.page(head, body)
}

/// Notes are written by a whole panel, once there is somebody to talk with.
fn cannot_write(ctx: &Ctx, sitting: &Sitting) -> web::Result<Option<Response>> {
    if sitting.candidacy.open() && sitting.candidacy.stage == Stage::Sent {
        return ctx.done("note-first-meet", &sitting.href()).map(Some);
    }
    sitting.cannot_act(ctx)
}

/// Saves. Who comes second is told, sees what the first wrote beside what they typed, and loses nothing.
pub(in crate::note) async fn save(ctx: Ctx, Path(candidacy): Path<String>, fields: Fields) -> web::Result<Response> {
    let parsed = Words::parse(&fields);
    let sitting = sitting(&ctx, &candidacy).await?;
    if let Some(page) = cannot_write(&ctx, &sitting)? {
        return Ok(page);
    }
    let words = match parsed {
        Ok(words) => words,
        Err(wrong) => {
            let opened = note::opened(ctx.db().reader(), ctx.app(), &sitting.candidacy).await?;
            let (head, body) = page(&ctx, &sitting, opened.as_ref(), (&fields, &wrong), Beside::default()).await?;
            return ctx.invalid(head, body);
        }
    };
    let version = fields.get("version").parse().unwrap_or(0);
    let of = (&sitting.candidacy, &sitting.call);
    let mut tx = sitting.permit(&ctx)?.begin(ctx.db()).await?;
    match candidacy::hold(&tx, sitting.candidacy.id).await {
        Err(Fault::Stale) => {
            tx.rollback().await?;
            return closed_meanwhile(&ctx, &candidacy).await;
        }
        held => held?,
    };
    match note::save(&mut tx, ctx.app(), of, (sitting.me, sitting.side), &words, version).await {
        Err(Fault::Stale) => {
            tx.rollback().await?;
            return meanwhile(&ctx, &sitting, &fields).await;
        }
        other => other?,
    };
    let told = if version == 0 { "note-told-begun" } else { "note-told-changed" };
    candidacy::tell(&mut tx, sitting.candidacy.id, told, Some(sitting.me), "").await?;
    if version == 0 {
        let keys = ("note-mail-subject", "note-mail-body");
        candidacy::write_to(&mut tx, ctx.app(), &sitting.candidacy, keys, &[]).await?;
    }
    tx.commit().await?;
    ctx.done("note-saved", &sitting.href())
}

/// What stands now, beside what was typed; saving again is then a choice made with both in sight.
async fn meanwhile(ctx: &Ctx, sitting: &Sitting, fields: &Fields) -> web::Result<Response> {
    let t = ctx.t();
    let opened = note::opened(ctx.db().reader(), ctx.app(), &sitting.candidacy).await?;
    let mut typed = fields.clone();
    typed.set("version", opened.as_ref().map_or(0, |opened| opened.note.version));
    let beside = Beside {
        note: Some(Note::alert(t.get("note-meanwhile"))),
        other: opened.as_ref().map(|opened| said(t, &opened.words)).unwrap_or_default(),
    };
    let (head, body) = page(ctx, sitting, opened.as_ref(), (&typed, &Invalids::default()), beside).await?;
    ctx.stale(head, body)
}
