//! Pages of panels, and what all pages of a panel's members begin with.

pub(super) mod aside;
pub(super) mod call;
pub(super) mod candidacy;
pub(super) mod group;
pub(super) mod start;

use super::{Here, Members, Needs, Side, rules};
use crate::{
    call::Call,
    candidacy::{self as candidacies, Candidacy, OutcomeKind, Stage},
};
use ::store::{Db, Fault};
use access::{Act, Permit, Target};
use askama::Template;
use axum::{http::StatusCode, response::Response};
use kernel::{CandidacyId, PersonId};
use web::{Ctx, Error, Head, T};

/// A member of the panel before one candidacy: somebody who sits or stands in, has no tie, and
/// holds a role in the organisation today.
pub(crate) struct Sitting {
    /// The candidacy.
    pub candidacy: Candidacy,
    /// Its call.
    pub call: Call,
    /// How the candidate wants to be called.
    pub name: String,
    /// The member.
    pub me: PersonId,
    /// The member's side.
    pub side: Side,
    /// All who meet this candidate: while the candidacy is open, of those who still work there. Once it
    /// is closed, those who answered it, as they were.
    pub meeting: Members,
    needs: Needs,
    target: Target,
}

impl Sitting {
    /// The address of the candidacy for the panel.
    pub fn href(&self) -> String {
        format!("/selezione/{}", self.candidacy.id)
    }
    /// The way here.
    pub fn trail(&self, t: &T) -> Vec<(String, String)> {
        vec![("/selezione".to_owned(), t.get("panel-start-title")), (self.href(), self.name.clone())]
    }
    /// Whether those who meet this candidate are of both kinds.
    pub fn joint(&self) -> bool {
        rules::is_joint(self.meeting.values().copied(), self.needs)
    }
    /// The sides that are missing.
    pub fn lacks(&self) -> Vec<Side> {
        rules::lacks(self.meeting.values().copied(), self.needs)
    }
    /// The permit for what a panel does.
    pub fn permit(&self, ctx: &Ctx) -> web::Result<Permit> {
        ctx.permit(Act::SitInPanel, self.target)
    }
    /// Writes down that the member read words of the candidate's, once a day, for the candidate to
    /// see: `what` is what the trace says, `key` names the text of what was read.
    pub async fn saw(&self, ctx: &Ctx, what: &str, key: &str) -> web::Result<()> {
        let permit = self.permit(ctx)?;
        // Members of one panel open a page at the same moment: who loses to the other notes it after.
        Ok(::store::retrying(ctx.env(), || self.note_seen(ctx.db(), permit.clone(), what, key)).await?)
    }
    async fn note_seen(&self, db: &Db, permit: Permit, what: &str, key: &str) -> Result<(), Fault> {
        let mut tx = permit.begin(db).await?;
        tx.note("what", what);
        if let Some(person) = self.candidacy.person {
            tx.about(person);
        }
        tx.note("candidacy", self.candidacy.id.to_string());
        candidacies::seen(&mut tx, self.candidacy.id, self.me, key).await?;
        tx.commit().await
    }
    /// The page that says why the panel can do nothing now: it is not of both kinds, or the
    /// candidacy is closed. `None` when it can.
    pub fn cannot_act(&self, ctx: &Ctx) -> web::Result<Option<Response>> {
        let t = ctx.t();
        let why = if !self.candidacy.open() {
            let withdrawn = self.candidacy.outcome == Some(OutcomeKind::Withdrawn);
            vec![t.get(if withdrawn { "panel-cannot-withdrawn" } else { "panel-cannot-closed" })]
        } else {
            self.lacks().into_iter().map(|side| t.get(&format!("panel-cannot-lacks-{}", side.code()))).collect()
        };
        if why.is_empty() {
            return Ok(None);
        }
        let head = Head::new(t.get("panel-cannot-title")).trail(self.trail(t)).no_index();
        let body = CannotPage { why, href: self.href(), t: t.clone() };
        ctx.page_with(StatusCode::UNPROCESSABLE_ENTITY, head, body).map(Some)
    }
}

/// The page for who wrote on a candidacy that was closed at the same moment. Nothing was written.
///
/// # Errors
/// [`Fault::Stale`] where it is open after all.
pub(crate) async fn closed_meanwhile(ctx: &Ctx, id: &str) -> web::Result<Response> {
    sitting(ctx, id).await?.cannot_act(ctx)?.ok_or(Error::Fault(Fault::Stale))
}

#[derive(Template)]
#[template(path = "panel/cannot.html")]
struct CannotPage {
    why: Vec<String>,
    href: String,
    t: T,
}

/// The candidacy that an address names, for a member of its panel. For all others there is
/// nothing here: not even that somebody applied.
///
/// # Errors
/// [`Error::NotFound`] for who does not meet this candidate.
pub(crate) async fn sitting(ctx: &Ctx, id: &str) -> web::Result<Sitting> {
    let (me, conn) = (ctx.person()?, ctx.db().reader());
    let id: CandidacyId = id.parse().map_err(|_| Error::NotFound)?;
    let candidacy = candidacies::by_id(conn, id).await?.filter(|one| one.stage != Stage::Draft);
    let candidacy = candidacy.ok_or(Error::NotFound)?;
    let mut meeting = super::meeting(conn, candidacy.id, candidacy.call, candidacy.person).await?;
    let side = *meeting.get(&me).ok_or(Error::NotFound)?;
    // Who came to sit after the end never met this candidate.
    if let Some(closed) = candidacy.closed_at {
        let seats = super::members(conn, candidacy.call).await?;
        if seats.iter().any(|seat| seat.person == me && !seat.met(closed)) {
            return Err(Error::NotFound);
        }
    }
    let target = network::facade::organisation_target(conn, candidacy.organisation).await?.ok_or(Error::NotFound)?;
    ctx.permit(Act::SitInPanel, target)?;
    if candidacy.open() {
        let here = super::here(conn, &[candidacy.organisation], ctx.env().today()).await?;
        meeting = rules::present(&meeting, here.get(&candidacy.organisation).unwrap_or(&Here::new()));
    }
    let call = crate::call::by_id(conn, candidacy.call).await?.ok_or(Error::NotFound)?;
    let name = match candidacy.person {
        Some(person) => people::facade::person(conn, person).await?.map(|person| person.display_name),
        None => None,
    };
    Ok(Sitting {
        name: name.unwrap_or_else(|| ctx.t().get("panel-name-erased")),
        needs: super::needs(conn).await?,
        candidacy,
        call,
        me,
        side,
        meeting,
        target,
    })
}
