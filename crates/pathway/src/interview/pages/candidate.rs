//! The candidate accepts a time, or asks for another.

use super::{badge, named, when};
use crate::{
    candidacy::{self, Access},
    interview::{
        model::{Interview, State, Step, Whose, parse_wish},
        rules, store, wish_place,
    },
    panel,
};
use ::store::Fault;
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::Invalids;
use web::{
    Ctx, Error, Fields, Form, Head, T,
    ui::{Badge, Note},
};

/// An interview as the candidate sees it.
struct Line {
    badge: Badge,
    when: String,
    place: Option<String>,
    link: Option<String>,
    href: String,
    version: i64,
    accepts: bool,
    moves: bool,
    stands: bool,
}

fn line(ctx: &Ctx, access: &Access, one: &Interview) -> Line {
    let t = ctx.t();
    let may = |step| access.candidacy.open() && rules::taken(one.state, Whose::Candidate, step).is_some();
    Line {
        badge: badge(t, one.state),
        when: when(t, one),
        place: one.meeting.place.clone(),
        link: one.meeting.link.clone(),
        href: format!("{}/incontri/{}", access.href(), one.id),
        version: one.version,
        accepts: may(Step::Accept),
        moves: may(Step::Move),
        stands: rules::stands(one.state) && one.meeting.ends() > ctx.env().now(),
    }
}

/// The part of a candidacy's own page that shows its interviews. Prints nothing where there are none.
#[derive(Template)]
#[template(path = "interview/part.html")]
pub(crate) struct Part {
    lines: Vec<Line>,
    t: T,
}

impl askama::filters::HtmlSafe for Part {}

/// What the candidate sees of the interviews on their own page.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn for_candidate(ctx: &Ctx, access: &Access) -> Result<Part, Fault> {
    let all = store::of_candidacy(ctx.db().reader(), access.candidacy.id).await?;
    Ok(Part { lines: all.iter().map(|one| line(ctx, access, one)).collect(), t: ctx.t().clone() })
}

#[derive(Template)]
#[template(path = "interview/answer.html")]
struct AnswerPage {
    line: Line,
    form: Form,
    note: Option<Note>,
    t: T,
}

async fn page(
    ctx: &Ctx,
    access: &Access,
    one: &Interview,
    typed: (&Fields, &Invalids),
    note: Option<Note>,
) -> web::Result<(Head, AnswerPage)> {
    let t = ctx.t();
    let body = AnswerPage {
        line: line(ctx, access, one),
        form: Form::new(t, "interview", typed.0, typed.1),
        note,
        t: t.clone(),
    };
    let trail = vec![(access.href(), t.get("interview-trail-candidacy"))];
    let head = Head::new(t.get("interview-answer-title")).lead(t.get("interview-answer-lead")).trail(trail);
    Ok((head.no_index(), body))
}

/// One interview, with the form that asks for another time.
pub(in crate::interview) async fn show(
    ctx: Ctx,
    Path((key, interview)): Path<(String, String)>,
) -> web::Result<Response> {
    let access = candidacy::access(&ctx, &key).await?;
    let one = named(&ctx, access.candidacy.id, &interview).await?;
    let mut fields = Fields::new();
    fields.set("version", one.version);
    let (head, body) = page(&ctx, &access, &one, (&fields, &Invalids::default()), None).await?;
    ctx.page(head, body)
}

/// Takes the answer.
pub(in crate::interview) async fn answer(
    ctx: Ctx,
    Path((key, interview)): Path<(String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    let step = Step::from_code(fields.get("step")).ok_or(Error::Bad("error-bad-form"))?;
    let access = candidacy::access(&ctx, &key).await?;
    let one = named(&ctx, access.candidacy.id, &interview).await?;
    // Pressed twice: it is as it was wanted.
    if (step, one.state) == (Step::Accept, State::Accepted) {
        return ctx.goto(&access.href());
    }
    let wish = match (step, parse_wish(&fields)) {
        (Step::Move, Ok(wish)) => Some(wish),
        (Step::Move, Err(wrong)) => {
            let (head, body) = page(&ctx, &access, &one, (&fields, &wrong), None).await?;
            return ctx.invalid(head, body);
        }
        _ => None,
    };
    let version = fields.get("version").parse().unwrap_or(0);
    let next = rules::taken(one.state, Whose::Candidate, step).filter(|_| access.candidacy.open());
    let Some(next) = next.filter(|_| version == one.version) else {
        return meanwhile(&ctx, &access, &one, &fields).await;
    };
    let mut tx = access.permit(&ctx)?.begin(ctx.db()).await?;
    let sealed = match &wish {
        Some(wish) => {
            let place = wish_place(one.id);
            Some(people::facade::seal_for_person(&mut tx, ctx.app(), access.person, &place, wish).await?)
        }
        None => None,
    };
    match store::step(&mut tx, &one, next, sealed, version).await {
        Err(Fault::Stale) => {
            tx.rollback().await?;
            let now = named(&ctx, access.candidacy.id, &interview).await?;
            return meanwhile(&ctx, &access, &now, &fields).await;
        }
        other => other?,
    }
    let of = &access.candidacy;
    let accepted = next == State::Accepted;
    let detail = ctx.app().t(of.lang).instant(one.meeting.starts);
    let told = if accepted { "interview-told-accepted" } else { "interview-told-moved" };
    candidacy::tell(&mut tx, of.id, told, None, &detail).await?;
    let mail = if accepted { "interview-panel-accepted" } else { "interview-panel-moved" };
    let link = ctx.app().site().link(&format!("/selezione/{}", of.id));
    for person in panel::hears(tx.conn(), panel::Before::of(of), of.organisation, tx.env().today()).await? {
        panel::write_to(&mut tx, ctx.app(), person, mail, |t| {
            vec![("when", t.instant(one.meeting.starts).into()), ("link", link.as_str().into())]
        })
        .await?;
    }
    tx.commit().await?;
    ctx.done(if accepted { "interview-accepted" } else { "interview-moved" }, &access.href())
}

/// The panel changed the time at the same moment: what stands now, and what was typed.
async fn meanwhile(ctx: &Ctx, access: &Access, now: &Interview, fields: &Fields) -> web::Result<Response> {
    let mut typed = fields.clone();
    typed.set("version", now.version);
    let note = Some(Note::alert(ctx.t().get("interview-answer-meanwhile")));
    let (head, body) = page(ctx, access, now, (&typed, &Invalids::default()), note).await?;
    ctx.stale(head, body)
}
