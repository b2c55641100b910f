//! The outbox: in the demo for everybody with the texts, otherwise for who runs the
//! installation, and without them.

use super::{
    model::{MailState, OutboxLine},
    rules, store,
};
use crate::facade::{PEOPLE_PER_PAGE, skip};
use access::{Act, Target};
use askama::Template;
use axum::response::Response;
use web::{
    Ctx, Error, Head, Result, T,
    ui::{Badge, Empty, Pager, State},
};

#[derive(Template)]
#[template(path = "mail/outbox.html")]
struct OutboxPage {
    lines: Vec<OutboxLine>,
    empty: Empty,
    pager: Pager,
    t: T,
}

impl OutboxPage {
    fn pieces<'a>(&self, body: &'a str) -> Vec<(&'a str, bool)> {
        rules::pieces(body)
    }
    fn badge(&self, line: &OutboxLine) -> Badge {
        let state = match line.state {
            MailState::Waiting => State::Waiting,
            MailState::Sent => State::Done,
            MailState::GivenUp => State::NotMet,
        };
        Badge::word(state, self.t.get(&format!("mail-state-{}", line.state.code())))
    }
}

pub(crate) async fn outbox(ctx: Ctx) -> Result<Response> {
    let demo = ctx.app().site().demo;
    if !demo {
        access::policy::decide(ctx.actor(), Act::Operate, Target::Network).map_err(Error::Refused)?;
    }
    let page = crate::page_asked(&ctx);
    let (mut lines, total) = store::outbox(ctx.db().reader(), PEOPLE_PER_PAGE, skip(page)).await?;
    if !demo {
        // A text may hold a link that lets somebody in: it is for its reader alone.
        lines.iter_mut().for_each(|line| line.body = None);
    }
    let t = ctx.t().clone();
    let empty = Empty::new(t.get("mail-empty-title"), t.get("mail-empty-text"));
    let pager = crate::pager(&t, "/posta", page, total);
    let lead = if demo { "mail-lead-demo" } else { "mail-lead" };
    let head = Head::new(t.get("mail-title")).lead(t.get(lead)).no_index();
    ctx.page(head, OutboxPage { lines, empty, pager, t })
}
