//! `/selezione/{candidacy}/esito`: the panel says how it goes on.

use crate::{
    candidacy::{self, OutcomeKind, Stage},
    note,
    outcome::{
        self,
        model::{Answer, Closing, OF_PANEL, Way},
    },
    panel::{self, Side, Sitting, sitting},
};
use ::store::Fault;
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{Invalid, Invalids, PersonId};
use web::{Arg, Ctx, Fields, Form, Head, T, ui::Note};

/// How a candidacy was closed, as those read it who closed it. Prints itself.
#[derive(Template)]
#[template(path = "outcome/for_panel.html")]
pub(crate) struct ForPanel {
    title: String,
    reasons: String,
    way: Option<String>,
    conversation: String,
    answer: Option<String>,
    companion: Option<String>,
    t: T,
}

impl askama::filters::HtmlSafe for ForPanel {}

/// How the panel closed; none where it did not.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn for_panel(ctx: &Ctx, sitting: &Sitting) -> Result<Option<ForPanel>, Fault> {
    let (t, conn) = (ctx.t(), ctx.db().reader());
    let Some(opened) = outcome::opened(conn, ctx.app(), sitting.candidacy.id).await? else { return Ok(None) };
    let one = &opened.outcome;
    let companion = match one.companion {
        Some(person) => people::facade::person(conn, person).await?.map(|person| person.display_name),
        None => None,
    };
    let again = |name: String| {
        let day = one.meet_again_on.map(|day| t.date(day)).unwrap_or_default();
        t.args("outcome-accompanies-them", &[("name", name.into()), ("day", day.into())])
    };
    let at = [("when", t.instant(one.conversation).into()), ("where", one.conversation_at.as_str().into())];
    Ok(Some(ForPanel {
        title: t.get(&format!("outcome-kind-{}", one.kind.code())),
        reasons: opened.reasons.clone(),
        way: (!opened.way.is_empty()).then(|| opened.way.clone()),
        conversation: t.args("outcome-conversation-offered", &at),
        answer: one.answer.map(|answer| match answer {
            Answer::Yes => t.get("outcome-answered-yes"),
            Answer::No => t.get("outcome-answered-no"),
        }),
        companion: companion.map(again),
        t: t.clone(),
    }))
}

#[derive(Template)]
#[template(path = "outcome/close.html")]
struct ClosePage {
    action: String,
    back: String,
    form: Form,
    note: Option<Note>,
    /// That the candidate has not read the note yet.
    unread: Option<Note>,
    kinds: Vec<(String, String)>,
    companions: Vec<(String, String)>,
    t: T,
}

/// The ways that are open now: without a conversation, only that there is no place.
fn kinds(sitting: &Sitting) -> Vec<OutcomeKind> {
    let open = |kind: &OutcomeKind| candidacy::rules::may_close(sitting.candidacy.stage, *kind);
    OF_PANEL.into_iter().filter(open).collect()
}

/// Who can be at the person's side: those of the organisation who could sit here, experts first.
async fn companions(ctx: &Ctx, sitting: &Sitting) -> Result<Vec<(PersonId, String)>, Fault> {
    let conn = ctx.db().reader();
    let mut able = panel::able(conn, sitting.candidacy.organisation, ctx.env().today()).await?;
    if let Some(candidate) = sitting.candidacy.person {
        able.remove(&candidate);
    }
    let people: Vec<PersonId> = able.keys().copied().collect();
    let names = people::facade::person_names(conn, &people).await?;
    let mut named: Vec<(Side, PersonId, String)> =
        able.into_iter().filter_map(|(person, side)| Some((side, person, names.get(&person)?.clone()))).collect();
    named.sort_by_key(|(side, person, name)| (*side, kernel::fold(name), *person));
    let label = |side: Side, name: String| format!("{name} – {}", ctx.t().get(side.key()));
    Ok(named.into_iter().map(|(side, person, name)| (person, label(side, name))).collect())
}

async fn page(
    ctx: &Ctx,
    sitting: &Sitting,
    companions: &[(PersonId, String)],
    typed: (&Fields, &Invalids),
    note: Option<Note>,
) -> web::Result<(Head, ClosePage)> {
    let t = ctx.t();
    let standing = note::standing_for(ctx, sitting).await?;
    let unread = standing.is_some_and(|standing| !standing.read);
    let option = |kind: OutcomeKind| (kind.code().to_owned(), t.get(&format!("outcome-kind-{}", kind.code())));
    let mut people = vec![(String::new(), t.get("outcome-companion-nobody"))];
    people.extend(companions.iter().map(|(person, label)| (person.to_string(), label.clone())));
    let body = ClosePage {
        action: format!("{}/esito", sitting.href()),
        back: sitting.href(),
        form: Form::new(t, "outcome", typed.0, typed.1),
        note,
        unread: unread.then(|| Note::warning(t.get("outcome-note-unread"))),
        kinds: kinds(sitting).into_iter().map(option).collect(),
        companions: people,
        t: t.clone(),
    };
    let head = Head::new(t.arg("outcome-close-title", "name", sitting.name.as_str()))
        .lead(t.get("outcome-close-lead"))
        .trail(sitting.trail(t))
        .no_index();
    Ok((head, body))
}

/// The form.
pub(in crate::outcome) async fn ask(ctx: Ctx, Path(candidacy): Path<String>) -> web::Result<Response> {
    let sitting = sitting(&ctx, &candidacy).await?;
    if let Some(page) = sitting.cannot_act(&ctx)? {
        return Ok(page);
    }
    let companions = companions(&ctx, &sitting).await?;
    let mut fields = Fields::new();
    fields.set("version", sitting.candidacy.version);
    let early = sitting.candidacy.stage != Stage::Talked;
    let note = early.then(|| Note::info(ctx.t().get("outcome-early")));
    let (head, body) = page(&ctx, &sitting, &companions, (&fields, &Invalids::default()), note).await?;
    ctx.page(head, body)
}

/// Closes.
pub(in crate::outcome) async fn close(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> web::Result<Response> {
    let sitting = sitting(&ctx, &id).await?;
    if let Some(page) = sitting.cannot_act(&ctx)? {
        return Ok(page);
    }
    let companions = companions(&ctx, &sitting).await?;
    let people: Vec<PersonId> = companions.iter().map(|(person, _)| *person).collect();
    let closing = match Closing::parse(&fields, ctx.env().now(), &people) {
        Ok(closing) if kinds(&sitting).contains(&closing.kind) => closing,
        refused => {
            let early = || Invalid::new("kind", "outcome-invalid-early").into();
            let wrong: Invalids = refused.err().unwrap_or_else(early);
            let (head, body) = page(&ctx, &sitting, &companions, (&fields, &wrong), None).await?;
            return ctx.invalid(head, body);
        }
    };
    let of = &sitting.candidacy;
    let version: i64 = fields.get("version").parse().unwrap_or(0);
    let mut tx = sitting.permit(&ctx)?.begin(ctx.db()).await?;
    // The version that was read when the form was opened: what happened since is to be seen first.
    let written = match version == of.version {
        true => outcome::close(&mut tx, ctx.app(), (of, &sitting.call), &closing).await,
        false => Err(Fault::Stale),
    };
    let closed = match written {
        Err(Fault::Stale) => {
            tx.rollback().await?;
            return meanwhile(&ctx, &id, &companions, &fields).await;
        }
        other => other?,
    };
    candidacy::write_to(&mut tx, ctx.app(), &closed, ("outcome-mail-subject", "outcome-mail-body"), &[]).await?;
    if let Way::Prepare { companion, meet_again_on, .. } = &closing.way {
        candidacy::tell(&mut tx, of.id, "outcome-told-companion", Some(*companion), "").await?;
        let link = ctx.app().site().link("/selezione/accompagno");
        panel::write_to(&mut tx, ctx.app(), *companion, "outcome-mail-companion", |t| {
            vec![("when", Arg::from(t.date(*meet_again_on))), ("link", link.as_str().into())]
        })
        .await?;
    }
    tx.commit().await?;
    ctx.done("outcome-closed", &sitting.href())
}

/// Something happened meanwhile: what was typed stays, and saving again is a choice made anew.
async fn meanwhile(ctx: &Ctx, id: &str, companions: &[(PersonId, String)], fields: &Fields) -> web::Result<Response> {
    let now = sitting(ctx, id).await?;
    if let Some(page) = now.cannot_act(ctx)? {
        return Ok(page);
    }
    let mut typed = fields.clone();
    typed.set("version", now.candidacy.version);
    let note = Some(Note::alert(ctx.t().get("outcome-meanwhile")));
    let (head, body) = page(ctx, &now, companions, (&typed, &Invalids::default()), note).await?;
    ctx.stale(head, body)
}
