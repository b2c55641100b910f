//! What one consents to: given with the words in sight, withdrawn in one click.

use super::{
    model::{ConsentKind, ConsentRecord},
    store,
};
use crate::trail;
use access::{Act, Target};
use askama::Template;
use axum::{extract::Path, response::Response};
use web::{Ctx, Error, Head, Result, T, ui::Badge, ui::State};

struct Sheet {
    kind: ConsentKind,
    title: String,
    wording: String,
    given: Option<String>,
}

impl Sheet {
    fn badge(&self, t: &T) -> Badge {
        match self.given {
            Some(_) => Badge::word(State::Done, t.get("consent-given")),
            None => Badge::word(State::Ended, t.get("consent-not-given")),
        }
    }
}

struct Line {
    what: String,
    given: String,
    withdrawn: Option<String>,
    wording: String,
}

#[derive(Template)]
#[template(path = "consent/list.html")]
struct ListPage {
    sheets: Vec<Sheet>,
    past: Vec<Line>,
    t: T,
}

/// How many past consents are shown.
const SHOWN: i64 = 100;

fn title(t: &T, kind: ConsentKind) -> String {
    t.get(&format!("consent-{}", kind.code()))
}

fn sheet(t: &T, kind: ConsentKind, records: &[ConsentRecord]) -> Sheet {
    let in_force = records.iter().find(|r| r.kind == kind && r.withdrawn_at.is_none());
    Sheet {
        kind,
        title: title(t, kind),
        // What was agreed to are the words shown then, even where they read otherwise today.
        wording: in_force.map_or_else(|| t.get(&kind.wording_key()), |record| record.wording.clone()),
        given: in_force.map(|record| t.instant(record.given_at)),
    }
}

pub(crate) async fn list(ctx: Ctx) -> Result<Response> {
    let records = store::of_person(ctx.db().reader(), ctx.person()?, SHOWN).await?;
    let t = ctx.t().clone();
    let sheets = ConsentKind::ALL.into_iter().map(|kind| sheet(&t, kind, &records)).collect();
    let past = records.iter().map(|record| Line {
        what: title(&t, record.kind),
        given: t.instant(record.given_at),
        withdrawn: record.withdrawn_at.map(|at| t.instant(at)),
        wording: record.wording.clone(),
    });
    let past = past.collect();
    let head = Head::new(t.get("consent-title")).lead(t.get("consent-lead")).trail(trail(&t)).no_index();
    ctx.page(head, ListPage { sheets, past, t })
}

pub(crate) async fn give(ctx: Ctx, Path(kind): Path<String>) -> Result<Response> {
    let person = ctx.person()?;
    let kind = ConsentKind::from_code(&kind).ok_or(Error::NotFound)?;
    let mut tx = ctx.permit(Act::UseOwnAccount, Target::Person(person))?.begin(ctx.db()).await?;
    let held = store::in_force(tx.conn(), kind, &[person]).await?;
    if held.is_empty() {
        tx.note("what", "consent-given");
        tx.note("consent", kind.code());
        store::give(&tx, &[person], kind, &ctx.t().get(&kind.wording_key()), ctx.lang()).await?;
        tx.commit().await?;
    }
    ctx.done("consent-now-given", "/profilo/consensi")
}

pub(crate) async fn withdraw(ctx: Ctx, Path(kind): Path<String>) -> Result<Response> {
    let person = ctx.person()?;
    let kind = ConsentKind::from_code(&kind).ok_or(Error::NotFound)?;
    let mut tx = ctx.permit(Act::UseOwnAccount, Target::Person(person))?.begin(ctx.db()).await?;
    if store::withdraw(&tx, person, kind).await? {
        tx.note("what", "consent-withdrawn");
        tx.note("consent", kind.code());
        tx.commit().await?;
    }
    ctx.done("consent-now-withdrawn", "/profilo/consensi")
}
