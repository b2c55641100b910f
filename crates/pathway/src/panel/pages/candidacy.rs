//! `/selezione/{candidacy}`: one candidacy, for those who meet its candidate.

use super::sitting;
use crate::{
    candidacy::{self, OutcomeKind, Stage, Words},
    interview::{self, PanelLine},
    note, outcome,
    panel::{
        Sitting,
        rules::{Due, due},
    },
};
use askama::Template;
use axum::{extract::Path, response::Response};
use web::{
    Ctx, Head, T,
    ui::{Note, Path as Steps, PathStep, Place},
};

struct Said {
    label: String,
    text: String,
}

#[derive(Template)]
#[template(path = "panel/candidacy.html")]
struct CandidacyPage {
    href: String,
    path: Steps,
    next: Option<Note>,
    /// What the candidate wrote; none while they do not share it.
    words: Option<Vec<Said>>,
    /// The way in to what is due: address and words.
    act: Option<(String, String)>,
    interviews: Vec<PanelLine>,
    note: Option<note::Standing>,
    /// How the candidacy was closed, for those who closed it.
    outcome: Option<outcome::ForPanel>,
    open: bool,
    may_note: bool,
    may_close: bool,
    members: Vec<(String, String)>,
    t: T,
}

/// The page. That the words were read is written down, once a day, for the candidate to see.
pub(in crate::panel) async fn show(ctx: Ctx, Path(id): Path<String>) -> web::Result<Response> {
    let sitting = sitting(&ctx, &id).await?;
    let (t, conn, of) = (ctx.t(), ctx.db().reader(), &sitting.candidacy);
    let words = candidacy::shared_texts(conn, ctx.app(), of).await?;
    if words.is_some() {
        sitting.saw(&ctx, "candidacy-words-read", "candidacy-seen-texts").await?;
    }
    let interviews = interview::panel_lines(&ctx, &sitting).await?;
    if interviews.iter().any(|line| line.wish.is_some()) {
        sitting.saw(&ctx, "interview-wish-read", "interview-seen-wish").await?;
    }
    let standing = interview::standing_of(conn, &[of.id]).await?.pop();
    let note = note::standing_for(&ctx, &sitting).await?;
    let state = standing.as_ref().map(|one| (one.state, one.meeting.starts <= ctx.env().now()));
    let due = due(of.stage, sitting.joint(), state, note.as_ref().map(|note| note.read));
    let people: Vec<_> = sitting.meeting.keys().copied().collect();
    let names = people::facade::person_names(conn, &people).await?;
    let member = |(person, side): (&kernel::PersonId, &crate::panel::Side)| {
        Some((names.get(person)?.clone(), t.get(side.key())))
    };
    let body = CandidacyPage {
        href: sitting.href(),
        path: path(t, &sitting),
        next: due.map(|due| match due {
            Due::FillPanel => Note::warning(t.get(due.key())),
            _ => Note::info(t.get(due.key())),
        }),
        words: words.map(|words| said(t, &words)),
        act: due.and_then(|due| act(t, &sitting, due)),
        interviews,
        note,
        outcome: outcome::for_panel(&ctx, &sitting).await?,
        open: of.open(),
        may_note: of.open() && of.stage != Stage::Sent,
        may_close: of.open(),
        members: sitting.meeting.iter().filter_map(member).collect(),
        t: t.clone(),
    };
    let trail = vec![("/selezione".to_owned(), t.get("panel-start-title"))];
    let lead = t.arg("panel-candidacy-lead", "call", sitting.call.title());
    ctx.page(Head::new(&sitting.name).lead(lead).trail(trail).no_index(), body)
}

/// The one button of what is due.
fn act(t: &T, sitting: &Sitting, due: Due) -> Option<(String, String)> {
    let (below, key) = match due {
        Due::Propose => ("incontro", "panel-act-propose"),
        Due::ProposeAnew => ("incontro", "panel-act-propose-anew"),
        Due::WriteNote => ("note", "panel-act-note"),
        Due::Answer => ("esito", "panel-act-answer"),
        Due::FillPanel | Due::AwaitAnswer | Due::Meet | Due::SayMet | Due::AwaitReading => return None,
    };
    Some((format!("{}/{below}", sitting.href()), t.get(key)))
}

/// The name of a stage; who withdrew was given no answer.
pub(super) fn stage_in_words(t: &T, stage: Stage, outcome: Option<OutcomeKind>) -> String {
    match (stage, outcome) {
        (Stage::Closed, Some(OutcomeKind::Withdrawn)) => t.get("panel-stage-withdrawn"),
        _ => t.get(&format!("panel-stage-{}", stage.code())),
    }
}

/// Where the candidacy stands, as a line of steps.
fn path(t: &T, sitting: &Sitting) -> Steps {
    let now = sitting.candidacy.stage;
    let all = [Stage::Sent, Stage::Interview, Stage::Talked, Stage::Closed];
    let step = |stage: Stage| PathStep {
        place: match stage.cmp(&now) {
            std::cmp::Ordering::Less => Place::Done,
            std::cmp::Ordering::Equal if stage == Stage::Closed => Place::Done,
            std::cmp::Ordering::Equal => Place::Now,
            std::cmp::Ordering::Greater => Place::Next,
        },
        title: stage_in_words(t, stage, sitting.candidacy.outcome),
        text: match stage {
            Stage::Sent => sitting.candidacy.sent_at.map(|at| t.date(kernel::rome_date(at))).unwrap_or_default(),
            Stage::Closed => sitting.candidacy.closed_at.map(|at| t.date(kernel::rome_date(at))).unwrap_or_default(),
            _ => String::new(),
        },
    };
    Steps { t: t.clone(), steps: all.map(step).into() }
}

/// What the candidate wrote, part by part; empty parts are left out.
fn said(t: &T, words: &Words) -> Vec<Said> {
    let motives: Vec<String> =
        words.motives.iter().map(|motive| t.get(&format!("candidacy-motive-{}", motive.code()))).collect();
    let belonging = words.belonging.map(|one| t.get(&format!("candidacy-belonging-{}", one.code())));
    let parts = [
        ("panel-words-motives", motives.join("; ")),
        ("panel-words-motivation", words.motivation.clone()),
        ("panel-words-expectations", words.expectations.clone()),
        ("panel-words-recovery", words.recovery.clone()),
        ("panel-words-belonging", belonging.unwrap_or_default()),
        ("panel-words-phone", words.phone.clone()),
    ];
    let part = |(key, text): (&str, String)| Said { label: t.get(key), text };
    parts.into_iter().filter(|(_, text)| !text.is_empty()).map(part).collect()
}
