//! `/realta/{id}/attestati/lavori/{task}`: how far the issuing of many certificates is.

use super::{Coming, reality, trail};
use crate::certificate::{model::Task, store::task};
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::TaskId;
use web::{Ctx, Error, Head, Result, T, ui::Note};

#[derive(Template)]
#[template(path = "certificate/task.html")]
struct TaskPage {
    here: String,
    back: String,
    task: Task,
    words: String,
    note: Option<Note>,
    t: T,
}

/// The page. It says how far the work is at this moment; a link asks again.
pub(in crate::certificate) async fn show(ctx: Ctx, Path((address, task)): Path<(String, String)>) -> Result<Response> {
    let t = ctx.t();
    let organisation = reality(&ctx, &address).await?;
    let id: TaskId = task.parse().map_err(|_| Error::NotFound)?;
    let found = task::by_id(ctx.db().reader(), id).await?;
    let task = found.filter(|one| one.organisation == organisation.id).ok_or(Error::NotFound)?;
    let (coming, _) = Coming::to(&ctx, &address, &task.edition.to_string()).await?;
    let finished = task.finished_at.is_some();
    let args = [("done", task.done.into()), ("total", task.total.into())];
    let left_out = t.arg("certificate-task-left-out", "count", task.left_out);
    let body = TaskPage {
        here: format!("{}/attestati/lavori/{id}", organisation.href()),
        back: coming.href(),
        words: t.args(if finished { "certificate-task-finished" } else { "certificate-task-so-far" }, &args),
        note: (task.left_out > 0).then(|| Note::warning(left_out)),
        task,
        t: t.clone(),
    };
    let mut trail = trail(t, &organisation);
    trail.push((coming.href(), coming.whole.edition.title.clone()));
    ctx.page(Head::new(t.get("certificate-task-title")).trail(trail).no_index(), body)
}
