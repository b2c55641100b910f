//! The panel proposes a time and a place, says that they met, or calls off.

use super::{badge, named, when};
use crate::{
    candidacy::{self, Stage},
    interview::{
        model::{Interview, Meeting, State, Step, Whose},
        rules, store, wish_place,
    },
    panel::{Sitting, closed_meanwhile, sitting},
};
use ::store::Fault;
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::Invalids;
use web::{
    Arg, Ctx, Error, Fields, Form, Head, T,
    ui::{Badge, Note},
};

/// An interview as the panel sees it, with what may be done.
pub(crate) struct Line {
    pub badge: Badge,
    pub when: String,
    pub place: Option<String>,
    pub link: Option<String>,
    pub wish: Option<String>,
    pub href: String,
    pub version: i64,
    /// What may be done: the word of the step and its button.
    pub steps: Vec<(&'static str, String)>,
    pub stands: bool,
}

/// The interviews of a candidacy, opened for the panel.
pub(crate) async fn lines(ctx: &Ctx, sitting: &Sitting) -> Result<Vec<Line>, Fault> {
    let (t, conn) = (ctx.t(), ctx.db().reader());
    let mut lines = Vec::new();
    for one in store::of_candidacy(conn, sitting.candidacy.id).await? {
        let wish = match (&one.wish, one.person) {
            (Some(sealed), Some(person)) => {
                people::facade::open_for_person(conn, ctx.app(), person, &wish_place(one.id), sealed).await?
            }
            _ => None,
        };
        let met = one.meeting.starts <= ctx.env().now();
        let may = |step: &Step| match step {
            Step::Hold => met && sitting.joint(),
            Step::CallOff => true,
            _ => false,
        };
        let steps =
            rules::steps(one.state, Whose::Panel).into_iter().filter(|step| sitting.candidacy.open() && may(step));
        lines.push(Line {
            badge: badge(t, one.state),
            when: when(t, &one),
            place: one.meeting.place.clone(),
            link: one.meeting.link.clone(),
            wish,
            href: format!("/selezione/{}/incontri/{}", sitting.candidacy.id, one.id),
            version: one.version,
            steps: steps.map(|step| (step.code(), t.get(&format!("interview-step-{}", step.code())))).collect(),
            stands: rules::stands(one.state),
        });
    }
    Ok(lines)
}

#[derive(Template)]
#[template(path = "interview/propose.html")]
struct ProposePage {
    action: String,
    form: Form,
    note: Option<Note>,
    wish: Option<String>,
    anew: bool,
    t: T,
}

/// The one that stands, if one does.
async fn standing(ctx: &Ctx, sitting: &Sitting) -> web::Result<Option<Interview>> {
    let all = store::of_candidacy(ctx.db().reader(), sitting.candidacy.id).await?;
    Ok(all.into_iter().find(|one| rules::stands(one.state)))
}

async fn page(
    ctx: &Ctx,
    sitting: &Sitting,
    stands: Option<&Interview>,
    fields: &Fields,
    wrong: &Invalids,
    note: Option<Note>,
) -> web::Result<(Head, ProposePage)> {
    let t = ctx.t();
    let wish = match stands.and_then(|one| Some((one, one.wish.as_ref()?, one.person?))) {
        Some((one, sealed, person)) => {
            let conn = ctx.db().reader();
            people::facade::open_for_person(conn, ctx.app(), person, &wish_place(one.id), sealed).await?
        }
        None => None,
    };
    if wish.is_some() {
        sitting.saw(ctx, "interview-wish-read", "interview-seen-wish").await?;
    }
    let body = ProposePage {
        action: format!("{}/incontro", sitting.href()),
        form: Form::new(t, "interview", fields, wrong),
        note,
        wish,
        anew: stands.is_some(),
        t: t.clone(),
    };
    let head = Head::new(t.arg("interview-propose-title", "name", sitting.name.as_str()))
        .lead(t.get("interview-propose-lead"))
        .trail(sitting.trail(t))
        .no_index();
    Ok((head, body))
}

/// The form, with the time that stands where there is one.
pub(in crate::interview) async fn ask(ctx: Ctx, Path(candidacy): Path<String>) -> web::Result<Response> {
    let sitting = sitting(&ctx, &candidacy).await?;
    if let Some(page) = sitting.cannot_act(&ctx)? {
        return Ok(page);
    }
    let stands = standing(&ctx, &sitting).await?;
    let mut fields = stands.as_ref().map_or_else(Fields::new, |one| one.meeting.fields());
    if fields.get("minutes").is_empty() {
        fields.set("minutes", 45);
    }
    fields.set("version", stands.as_ref().map_or(0, |one| one.version));
    let (head, body) = page(&ctx, &sitting, stands.as_ref(), &fields, &Invalids::default(), None).await?;
    ctx.page(head, body)
}

/// Proposes a time, or another one.
pub(in crate::interview) async fn propose(
    ctx: Ctx,
    Path(candidacy): Path<String>,
    fields: Fields,
) -> web::Result<Response> {
    let parsed = Meeting::parse(&fields, ctx.env().now());
    let sitting = sitting(&ctx, &candidacy).await?;
    if let Some(page) = sitting.cannot_act(&ctx)? {
        return Ok(page);
    }
    let stands = standing(&ctx, &sitting).await?;
    let meeting = match parsed {
        Ok(meeting) => meeting,
        Err(wrong) => {
            let (head, body) = page(&ctx, &sitting, stands.as_ref(), &fields, &wrong, None).await?;
            return ctx.invalid(head, body);
        }
    };
    let version: i64 = fields.get("version").parse().unwrap_or(0);
    let mut tx = sitting.permit(&ctx)?.begin(ctx.db()).await?;
    let held = match candidacy::hold(&tx, sitting.candidacy.id).await {
        Err(Fault::Stale) => {
            tx.rollback().await?;
            return closed_meanwhile(&ctx, &candidacy).await;
        }
        held => held?,
    };
    let written = match &stands {
        Some(one) if version > 0 => store::propose_anew(&mut tx, one, &meeting, version).await.map(|()| one.id),
        Some(_) => Err(Fault::Stale),
        None => store::propose(&mut tx, (held.id, held.call, held.person), &meeting).await,
    };
    match written {
        Err(Fault::Stale | Fault::Duplicate(_)) => {
            tx.rollback().await?;
            let now = standing(&ctx, &sitting).await?;
            let mut typed = fields.clone();
            typed.set("version", now.as_ref().map_or(0, |one| one.version));
            let there = now.as_ref().map_or_else(String::new, |one| when(ctx.t(), one));
            let note = Some(Note::alert(ctx.t().arg("interview-meanwhile", "there", there)));
            let (head, body) = page(&ctx, &sitting, now.as_ref(), &typed, &Invalids::default(), note).await?;
            return ctx.stale(head, body);
        }
        other => other?,
    };
    let of = match held.stage {
        Stage::Sent => candidacy::advance(&mut tx, &held, Stage::Interview).await?,
        _ => held,
    };
    let told = if stands.is_some() { "interview-told-anew" } else { "interview-told-proposed" };
    let detail = ctx.app().t(of.lang).instant(meeting.starts);
    candidacy::tell(&mut tx, of.id, told, Some(sitting.me), &detail).await?;
    let keys = ("interview-mail-subject", "interview-mail-body");
    let reached = candidacy::write_to(&mut tx, ctx.app(), &of, keys, &[("when", Arg::from(detail.as_str()))]).await?;
    tx.commit().await?;
    ctx.done(if reached { "interview-proposed" } else { "interview-proposed-unreached" }, &sitting.href())
}

/// Says that they met, or calls off.
pub(in crate::interview) async fn step(
    ctx: Ctx,
    Path((candidacy, interview)): Path<(String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    let step = Step::from_code(fields.get("step")).ok_or(Error::Bad("error-bad-form"))?;
    let sitting = sitting(&ctx, &candidacy).await?;
    let interview = named(&ctx, sitting.candidacy.id, &interview).await?;
    // Pressed twice: it is as it was wanted.
    if matches!((step, interview.state), (Step::Hold, State::Held) | (Step::CallOff, State::CalledOff)) {
        return ctx.goto(&sitting.href());
    }
    if step == Step::Hold
        && let Some(page) = sitting.cannot_act(&ctx)?
    {
        return Ok(page);
    }
    let early = step == Step::Hold && interview.meeting.starts > ctx.env().now();
    let next = rules::taken(interview.state, Whose::Panel, step).filter(|next| *next != State::Proposed && !early);
    let next = next.ok_or(Fault::Stale)?;
    let version = fields.get("version").parse().unwrap_or(0);
    let mut tx = sitting.permit(&ctx)?.begin(ctx.db()).await?;
    store::step(&mut tx, &interview, next, None, version).await?;
    let of = &sitting.candidacy;
    let detail = ctx.app().t(of.lang).instant(interview.meeting.starts);
    let mut done = "interview-held";
    match next {
        State::Held if matches!(of.stage, Stage::Sent | Stage::Interview) => {
            candidacy::advance(&mut tx, of, Stage::Talked).await?;
        }
        State::CalledOff => {
            candidacy::tell(&mut tx, of.id, "interview-told-called-off", Some(sitting.me), &detail).await?;
            let keys = ("interview-off-subject", "interview-off-body");
            let reached =
                candidacy::write_to(&mut tx, ctx.app(), of, keys, &[("when", Arg::from(detail.as_str()))]).await?;
            done = if reached { "interview-called-off" } else { "interview-called-off-unreached" };
            if of.stage == Stage::Interview {
                candidacy::advance(&mut tx, of, Stage::Sent).await?;
            }
        }
        _ => {}
    }
    tx.commit().await?;
    ctx.done(done, &sitting.href())
}
