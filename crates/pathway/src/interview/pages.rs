//! Pages of interviews: the panel proposes, the candidate answers.

pub(super) mod candidate;
pub(super) mod panel;

use super::{
    model::{Interview, State},
    store,
};
use kernel::CandidacyId;
use web::{Ctx, Error, T, ui};

/// The interview of a candidacy that an address names.
pub(super) async fn named(ctx: &Ctx, candidacy: CandidacyId, id: &str) -> web::Result<Interview> {
    let id = id.parse().map_err(|_| Error::NotFound)?;
    let found = store::by_id(ctx.db().reader(), id).await?;
    found.filter(|interview| interview.candidacy == candidacy).ok_or(Error::NotFound)
}

/// How an interview stands, as mark and word.
pub(super) fn badge(t: &T, state: State) -> ui::Badge {
    let shown = match state {
        State::Accepted | State::Held => ui::State::Done,
        State::Proposed | State::Moved => ui::State::Waiting,
        State::CalledOff => ui::State::Ended,
    };
    ui::Badge::word(shown, t.get(&format!("interview-state-{}", state.code())))
}

/// When, and for how long.
pub(super) fn when(t: &T, interview: &Interview) -> String {
    let args = [("when", t.instant(interview.meeting.starts).into()), ("minutes", interview.meeting.minutes.into())];
    t.args("interview-when", &args)
}
