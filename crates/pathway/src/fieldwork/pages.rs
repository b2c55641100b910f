//! The pages of the field: of who keeps the course, of the trainee, of the expert.

pub(super) mod edition;
pub(super) mod expert;
pub(super) mod trainee;

use super::{
    model::{Hand, NewStretch, Placement, PlacementId, Stretch},
    rules, store,
};
use crate::course::typed_hours;
use ::store::Fault;
use access::Permit;
use askama::Template;
use axum::response::Response;
use kernel::{FieldworkId, Invalids, PersonId};
use std::collections::HashMap;
use web::{
    Ctx, Error, Fields, Form, Head, T,
    ui::{Badge, Empty, Note, State},
};

/// A stretch as a line of a list, for one of the two hands.
pub(super) struct Line {
    pub id: String,
    pub version: i64,
    pub what: String,
    pub length: String,
    pub badge: Badge,
    pub may_confirm: bool,
    pub may_change: bool,
}

impl Line {
    fn new(t: &T, stretch: &Stretch, hand: Hand) -> Line {
        let (state, key) = if rules::counts(stretch) {
            (State::Done, "fieldwork-counts".to_owned())
        } else if rules::waits_for(stretch, hand) {
            (State::Waiting, "fieldwork-waits-for-you".to_owned())
        } else {
            (State::Waiting, format!("fieldwork-waits-for-{}", hand.other().code()))
        };
        let day = t.date(stretch.said.day);
        Line {
            id: stretch.id.to_string(),
            version: stretch.version,
            what: stretch.said.what.as_ref().map_or_else(|| day.clone(), |what| format!("{day} – {what}")),
            length: t.length(stretch.said.minutes),
            badge: Badge::word(state, t.get(&key)),
            may_confirm: rules::waits_for(stretch, hand),
            may_change: rules::may_change(stretch),
        }
    }
}

/// A stay as a section of a page, for one of the two hands.
pub(super) struct Stay {
    pub id: String,
    pub title: String,
    pub with: String,
    pub period: String,
    pub beside: Option<String>,
    /// Hours that one of the two has still to confirm.
    pub open: Vec<Line>,
    /// Hours that count.
    pub counted: Vec<Line>,
    /// How many hours count in all, once some do.
    pub sum: Option<String>,
    pub form: Form,
    /// Whether its form stands open: it waits for this hand, or it is the only one.
    pub unfolded: bool,
    /// Whether what was typed stands in this one's form.
    typed: bool,
    /// Whether its last day is past, or that of its course.
    ended: bool,
    /// On the first of those that are over: what is said of them all, folded away from here on.
    folds: Option<String>,
}

impl Stay {
    /// The id of a control: the usual one where something is wrong with it, so that the list of
    /// what is wrong leads there; else one of the stay's own.
    fn id_of(&self, name: &str) -> String {
        if self.typed { format!("fieldwork-{name}") } else { format!("{name}-{}", self.id) }
    }
    /// What it is, and where.
    fn what(t: &T, placement: &Placement) -> String {
        let kind = t.get(&format!("fieldwork-kind-{}", placement.agreed.kind.code()));
        format!("{kind} – {}", placement.agreed.context)
    }
    /// The lists end somewhere; what was confirmed in all comes apart from them.
    fn new(
        t: &T,
        placement: &Placement,
        (stretches, confirmed): (&[Stretch], &HashMap<PlacementId, u32>),
        hand: Hand,
        with: String,
        typed: &Typed<'_>,
    ) -> Stay {
        let agreed = &placement.agreed;
        let own: Vec<&Stretch> = stretches.iter().filter(|s| s.placement == placement.id).collect();
        let minutes = confirmed.get(&placement.id).copied().unwrap_or(0);
        let lines = |counts: bool| {
            own.iter().filter(|one| rules::counts(one) == counts).map(|one| Line::new(t, one, hand)).collect()
        };
        let typed = typed.filter(|(id, ..)| *id == placement.id.to_string());
        let (fields, wrong) = typed.map_or_else(Default::default, |(_, fields, wrong)| (fields.clone(), wrong.clone()));
        let period = match agreed.ends {
            Some(ends) => {
                let args = [("from", t.date(agreed.starts).into()), ("until", t.date(ends).into())];
                t.args("fieldwork-period", &args)
            }
            None => t.arg("fieldwork-period-since", "from", t.date(agreed.starts)),
        };
        Stay {
            id: placement.id.to_string(),
            title: Stay::what(t, placement),
            with,
            period,
            beside: agreed.beside.as_ref().map(|beside| t.arg("fieldwork-beside-them", "beside", beside)),
            open: lines(false),
            counted: lines(true),
            sum: (minutes > 0).then(|| t.arg("fieldwork-sum", "length", t.length(minutes))),
            form: Form::new(t, "fieldwork", &fields, &wrong),
            unfolded: typed.is_some() || own.iter().any(|one| rules::waits_for(one, hand)),
            typed: typed.is_some(),
            ended: false,
            folds: None,
        }
    }
    /// Whether nothing is left to do in it.
    fn is_over(&self) -> bool {
        self.ended && self.open.is_empty() && !self.typed
    }
}

/// Unfolds the form of a stay that is the only one.
fn unfold_the_only(stays: &mut [Stay]) {
    if let [only] = stays {
        only.unfolded = true;
    }
}

/// The stays of one of the two hands, each with its hours and a form to write more down.
#[derive(Template)]
#[template(path = "fieldwork/stays.html")]
struct StaysPage {
    /// Below it lie the addresses of stays and hours.
    href: String,
    stays: Vec<Stay>,
    /// All hours together.
    sum: Option<String>,
    empty: Option<Empty>,
    /// Whether more can be written down.
    open: bool,
    /// Whether those that are over are folded away.
    folded: bool,
    /// What is said where all are over.
    none_now: Option<String>,
    t: T,
}

/// What was typed for a stay, and what is wrong with it.
type Typed<'a> = Option<(&'a str, &'a Fields, &'a Invalids)>;

/// The names of people, for lists: one statement.
async fn names(ctx: &Ctx, people: impl Iterator<Item = PersonId>) -> web::Result<HashMap<PersonId, String>> {
    let mut people: Vec<_> = people.collect();
    people.sort_unstable();
    people.dedup();
    Ok(people::facade::person_names(ctx.db().reader(), &people).await?)
}

/// The stretch that an address names, with its stay.
async fn found(ctx: &Ctx, id: &str) -> web::Result<(Stretch, Placement)> {
    let (conn, id) = (ctx.db().reader(), id.parse::<FieldworkId>().map_err(|_| Error::NotFound)?);
    let stretch = store::stretch(conn, id).await?.ok_or(Error::NotFound)?;
    let placement = store::one(conn, stretch.placement).await?.ok_or(Error::NotFound)?;
    Ok((stretch, placement))
}

/// The version of a stretch that a form was made from.
fn version(fields: &Fields) -> i64 {
    fields.get("version").parse().unwrap_or(0)
}

/// Confirms a stretch and goes back to the list.
async fn confirm(
    ctx: &Ctx,
    permit: Permit,
    stretch: Stretch,
    fields: &Fields,
    hand: Hand,
    back: &str,
) -> web::Result<Response> {
    if !rules::waits_for(&stretch, hand) {
        // Pressed twice: it is confirmed.
        return if stretch.confirmed_by(hand) { ctx.goto(back) } else { Err(Error::NotFound) };
    }
    let mut tx = permit.begin(ctx.db()).await?;
    tx.note("what", "fieldwork-confirmed");
    store::confirm(&mut tx, stretch.id, version(fields), hand).await?;
    tx.commit().await?;
    ctx.done("fieldwork-confirmed", back)
}

#[derive(Template)]
#[template(path = "fieldwork/stretch.html")]
struct StretchPage {
    action: String,
    back: String,
    version: i64,
    form: Form,
    note: Option<Note>,
    t: T,
}

struct Correcting<'a> {
    stretch: &'a Stretch,
    action: String,
    back: &'a str,
    stale: bool,
}

fn stretch_page(ctx: &Ctx, asked: Correcting<'_>, fields: &Fields, wrong: &Invalids) -> (Head, StretchPage) {
    let t = ctx.t().clone();
    let head = Head::new(t.get("fieldwork-correct-title")).lead(t.get("fieldwork-correct-lead")).no_index();
    let body = StretchPage {
        action: asked.action,
        back: asked.back.to_owned(),
        version: asked.stretch.version,
        form: Form::new(&t, "fieldwork", fields, wrong),
        note: asked.stale.then(|| Note::warning(t.get("fieldwork-stale"))),
        t,
    };
    (head, body)
}

/// The form that corrects a stretch, as it stands.
fn correcting(ctx: &Ctx, stretch: &Stretch, action: String, back: &str) -> web::Result<Response> {
    if !rules::may_change(stretch) {
        return Err(Error::Fault(Fault::Stale));
    }
    let mut fields = Fields::new();
    fields.set("day", stretch.said.day);
    fields.set("minutes", typed_hours(stretch.said.minutes));
    fields.set("what", stretch.said.what.as_deref().unwrap_or_default());
    let asked = Correcting { stretch, action, back, stale: false };
    let (head, body) = stretch_page(ctx, asked, &fields, &Invalids::default());
    ctx.page(head, body)
}

/// Corrects a stretch: the other is asked again.
async fn correct(
    ctx: &Ctx,
    permit: Permit,
    (stretch, placement): (Stretch, Placement),
    fields: &Fields,
    hand: Hand,
    (action, back): (String, &str),
) -> web::Result<Response> {
    let said = match NewStretch::parse(fields, &placement.agreed, ctx.env().today()) {
        Ok(said) => said,
        Err(wrong) => {
            let asked = Correcting { stretch: &stretch, action, back, stale: false };
            let (head, body) = stretch_page(ctx, asked, fields, &wrong);
            return ctx.invalid(head, body);
        }
    };
    let mut tx = permit.begin(ctx.db()).await?;
    tx.note("what", "fieldwork-corrected");
    match store::correct(&mut tx, stretch.id, version(fields), hand, &said).await {
        Err(Fault::Stale) => {
            tx.rollback().await?;
            let now = store::stretch(ctx.db().reader(), stretch.id).await?.ok_or(Error::NotFound)?;
            let asked = Correcting { stretch: &now, action, back, stale: true };
            let (head, body) = stretch_page(ctx, asked, fields, &Invalids::default());
            return ctx.stale(head, body);
        }
        other => other?,
    }
    tx.commit().await?;
    ctx.done("fieldwork-corrected", back)
}

/// Takes a stretch away that not both confirmed.
async fn remove(ctx: &Ctx, permit: Permit, stretch: &Stretch, fields: &Fields, back: &str) -> web::Result<Response> {
    let mut tx = permit.begin(ctx.db()).await?;
    tx.note("what", "fieldwork-removed");
    store::remove(&mut tx, stretch.id, version(fields)).await?;
    tx.commit().await?;
    ctx.done("fieldwork-removed", back)
}
