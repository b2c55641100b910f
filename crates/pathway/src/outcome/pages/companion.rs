//! `/selezione/accompagno`: whom one accompanies until they meet again. Only the names, the call and
//! the day: what was written between the panel and the person stays between them.

use crate::{
    call,
    candidacy::{self, Candidacy},
    outcome,
};
use askama::Template;
use axum::response::Response;
use kernel::PersonId;
use web::{Ctx, Head, T, ui::Empty};

struct Line {
    name: String,
    day: String,
    call: String,
    steps: String,
}

#[derive(Template)]
#[template(path = "outcome/companion.html")]
struct CompanionPage {
    lines: Vec<Line>,
    empty: Option<Empty>,
    t: T,
}

/// The page. What they agreed to do until then is for both: the companion reads it too.
pub(in crate::outcome) async fn show(ctx: Ctx) -> web::Result<Response> {
    let (t, conn, me) = (ctx.t(), ctx.db().reader(), ctx.person()?);
    let all = outcome::accompanied_by(conn, me, ctx.env().today()).await?;
    let people: Vec<PersonId> = all.iter().filter_map(|one| one.person).collect();
    let names = people::facade::person_names(conn, &people).await?;
    let mut lines = Vec::new();
    for one in &all {
        let Some(name) = one.person.and_then(|person| names.get(&person).cloned()) else { continue };
        let of: Option<Candidacy> = candidacy::by_id(conn, one.candidacy).await?;
        let call = match &of {
            Some(of) => call::by_id(conn, of.call).await?,
            None => None,
        };
        let opened = outcome::opened(conn, ctx.app(), one.candidacy).await?;
        lines.push(Line {
            name,
            day: one.meet_again_on.map(|day| t.date(day)).unwrap_or_default(),
            call: call.map(|call| call.title().to_owned()).unwrap_or_default(),
            steps: opened.map(|opened| opened.way).unwrap_or_default(),
        });
    }
    let body = CompanionPage {
        empty: lines.is_empty().then(|| Empty::new(t.get("outcome-none-title"), t.get("outcome-none-text"))),
        lines,
        t: t.clone(),
    };
    let head = Head::new(t.get("outcome-companion-title")).lead(t.get("outcome-companion-lead"));
    ctx.page(head.trail(vec![("/selezione".to_owned(), t.get("panel-start-title"))]).no_index(), body)
}
